//! `waterwheel status`: what a running server holds, at a glance.

use crate::cli::StatusArgs;
use crate::client;
use crate::escape;
use crate::output::{is_read, print};
use crate::shards::{self, Flow};
use crate::span;
use crate::table::{self, Row};
use crate::tail;
use kinesis::ShardMetrics;
use pipelines::EventCounts;
use platform::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{IsTerminal, stdout};
use std::time::Duration;

/// How often `--watch` looks.
const REDRAWN_EVERY: Duration = Duration::from_secs(1);

/// What `/_waterwheel/status` answers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// The server's version.
    pub version: String,
    /// Where data is kept; absent when it is in memory.
    pub data_dir: Option<String>,
    /// The node of a cluster that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// The nodes of the cluster.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<Node>,
    /// The engines that the nodes share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub engines: Vec<Engine>,
    /// How far a virtual clock is ahead of the machine's, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_ahead_ms: Option<i64>,
    /// The account that is shown.
    pub account: String,
    /// The region that is shown.
    pub region: String,
    /// Its streams.
    pub streams: Vec<Stream>,
    /// Its channels.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Its event source mappings.
    pub mappings: Vec<Mapping>,
    /// Its functions.
    pub functions: Vec<Function>,
    /// Its queues.
    #[serde(default)]
    pub queues: Vec<Queue>,
    /// The names of its topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Its buckets.
    pub buckets: Vec<String>,
}

/// A node of a cluster.
#[derive(Debug, Serialize, Deserialize)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Where other nodes reach it.
    pub address: String,
    /// Its version.
    pub version: String,
    /// ALIVE, DRAINING, or GONE without having been stopped.
    pub state: String,
    /// When it started, in milliseconds since the epoch.
    pub started_ms: i64,
}

/// What an engine that nodes share answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Engine {
    /// What it keeps: tables, log, blobs.
    pub name: String,
    /// How long it took, in milliseconds.
    pub latency_ms: f64,
    /// Why it does not answer, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
}

/// A queue, with about how many messages it has.
#[derive(Debug, Serialize, Deserialize)]
pub struct Queue {
    /// Its name.
    pub name: String,
    /// To be received.
    pub waiting: String,
    /// That somebody has received.
    pub in_flight: String,
    /// That are not to be received yet.
    pub delayed: String,
}

/// A stream.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stream {
    /// Its name.
    pub name: String,
    /// CREATING, ACTIVE, UPDATING or DELETING; DENIED where its policy denies to look at it.
    pub state: String,
    /// How many shards are open.
    pub shards: i64,
    /// How long records are kept, in hours.
    pub retention_hours: i64,
    /// What was counted of its shards since the server began, where `EnableEnhancedMonitoring` asks for
    /// it.
    #[serde(default, skip_serializing_if = "ShardMetrics::is_empty")]
    pub shard_metrics: ShardMetrics,
}

impl Stream {
    /// One whose policy denies to look at it.
    pub fn denied(name: &str) -> Self {
        let (name, state) = (name.to_owned(), "DENIED".to_owned());
        Self { name, state, shards: 0, retention_hours: 0, shard_metrics: ShardMetrics::new() }
    }
}

/// A channel.
#[derive(Debug, Serialize, Deserialize)]
pub struct Channel {
    /// Its name.
    pub name: String,
    /// The name of its stream.
    pub stream: String,
    /// The name of its bucket.
    pub bucket: String,
    /// CREATING, ACTIVE, UPDATING or FAILED.
    pub state: String,
    /// Why it has failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An event source mapping.
#[derive(Debug, Serialize, Deserialize)]
pub struct Mapping {
    /// Its UUID.
    pub uuid: String,
    /// The name of its stream or queue.
    pub stream: String,
    /// The function's name.
    pub function: String,
    /// Enabled, Disabled, …
    pub state: String,
    /// How far the slowest shard is behind, in milliseconds.
    pub lag_ms: i64,
    /// What became of the last batch.
    pub last_result: String,
    /// What was counted since the server began, where `MetricsConfig` asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_counts: Option<EventCounts>,
    /// What it needs and is no more: its stream, queue or function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
    /// How often the function was invoked for it since the server began.
    #[serde(default)]
    pub invocations: u64,
    /// How often the function failed.
    #[serde(default)]
    pub errors: u64,
    /// Records or messages that the function took.
    #[serde(default)]
    pub records: u64,
    /// Records that were given up.
    #[serde(default)]
    pub discarded: u64,
    /// Why something failed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The node of a cluster that moves its records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
}

/// A function.
#[derive(Debug, Serialize, Deserialize)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its runtime.
    pub runtime: String,
    /// What runs it, when that is another version, as far as it has run.
    #[serde(default)]
    pub runs_on: Option<String>,
    /// How often it was run since the server began, all its versions together.
    #[serde(default)]
    pub invocations: u64,
    /// How often it failed.
    #[serde(default)]
    pub errors: u64,
    /// Active, Pending, …
    pub state: String,
}

/// Asks the server and prints its answer; with `--watch` again each second. The error is a sentence
/// for the user.
pub async fn run(args: StatusArgs) -> Result<(), String> {
    let url = args.ask.endpoint.url()?;
    if !args.watch {
        let text = ask(&args, &url)?;
        print(if args.json { text } else { shown(&args, &text, &url)? });
        return Ok(());
    }
    if !stdout().is_terminal() {
        return Err("--watch draws on a terminal; scripts ask with --json".to_owned());
    }
    loop {
        // A server that is away may come back.
        let text = ask(&args, &url).and_then(|text| shown(&args, &text, &url));
        let text = text.unwrap_or_else(|problem| format!("{problem}\n"));
        // Home, then each line over the old one, then nothing of the old below. What has no room would
        // move the rest away.
        let lines: Vec<&str> = text.lines().take(table::height() - 1).collect();
        let drawn = lines.join("\u{1b}[K\n") + "\u{1b}[K";
        if !is_read(format_args!("\u{1b}[H{drawn}\u{1b}[J")) {
            return Ok(());
        }
        SystemClock.sleep(REDRAWN_EVERY).await;
    }
}

fn ask(args: &StatusArgs, url: &str) -> Result<String, String> {
    let query = format!("account={}&region={}", args.ask.account, args.ask.region()?);
    let key = args.ask.key()?;
    match &args.stream {
        None => client::get(url, "/_waterwheel/status", &query, key.as_ref()),
        Some(stream) => {
            let query = format!("{query}&stream={}", tail::name(stream)?);
            client::get(url, shards::PATH, &query, key.as_ref())
        }
    }
}

/// The server's answer for a person.
fn shown(args: &StatusArgs, text: &str, url: &str) -> Result<String, String> {
    let wrong = |error| format!("the server's answer is not understood: {error}");
    if args.stream.is_some() {
        let flow: Flow = serde_json::from_str(text).map_err(wrong)?;
        return Ok(flow.text(table::width()));
    }
    whole(text, url)
}

/// The whole report for a person.
fn whole(text: &str, url: &str) -> Result<String, String> {
    let report: Report = serde_json::from_str(text)
        .map_err(|error| format!("the server's answer is not understood: {error}"))?;
    let all: Value = serde_json::from_str(text).unwrap_or_default();
    Ok(report.text(url, table::width(), &all))
}

impl Report {
    /// The report for a person. `all` is the same with what this program does not know of.
    fn text(mut self, url: &str, width: usize, all: &Value) -> String {
        let place = match (&self.node, &self.data_dir) {
            (Some(node), _) => format!("node {node} of a cluster"),
            (None, Some(dir)) => format!("data in {dir}"),
            (None, None) => "data in memory".to_owned(),
        };
        let ahead = self.clock_ahead_ms.map(span::text);
        let clock = ahead.map(|ahead| format!(", its clock {ahead} ahead")).unwrap_or_default();
        let mut out = format!(
            "waterwheel {} on {url}, {place}{clock}\naccount {}, region {}\n",
            self.version, self.account, self.region
        );
        self.cluster(&mut out, width);
        self.streams.sort_by(|a, b| a.name.cmp(&b.name));
        let columns = ["STREAM", "STATE", "SHARDS", "KEPT"];
        table::write(
            &mut out,
            width,
            &columns,
            self.streams.into_iter().map(|it| {
                let kept = format!("{} h", it.retention_hours);
                let cells = vec![it.name, it.state, it.shards.to_string(), kept];
                Row { cells, notes: it.shard_metrics.iter().map(counted).collect() }
            }),
        );
        if !self.channels.is_empty() {
            let row = |it: Channel| Row {
                cells: vec![it.name, it.stream, it.bucket, it.state],
                notes: it
                    .reason
                    .map(|it| format!("reason: {}", escape::lines(&it)))
                    .into_iter()
                    .collect(),
            };
            let columns = ["CHANNEL", "STREAM", "BUCKET", "STATE"];
            table::write(&mut out, width, &columns, self.channels.into_iter().map(row));
        }
        mappings(&mut out, width, all);
        self.functions.sort_by(|a, b| a.name.cmp(&b.name));
        let columns = ["FUNCTION", "RUNTIME", "STATE"];
        table::write(
            &mut out,
            width,
            &columns,
            self.functions.into_iter().map(|it| {
                let runs_on =
                    it.runs_on.map(|instead| format!(" (on {instead})")).unwrap_or_default();
                vec![it.name, it.runtime + &runs_on, it.state]
            }),
        );
        self.queues.sort_by(|a, b| a.name.cmp(&b.name));
        let columns = ["QUEUE", "WAITING", "IN FLIGHT", "DELAYED"];
        table::write(
            &mut out,
            width,
            &columns,
            self.queues.into_iter().map(|it| vec![it.name, it.waiting, it.in_flight, it.delayed]),
        );
        for (name, mut all) in [("TOPIC", self.topics), ("BUCKET", self.buckets)] {
            all.sort();
            table::write(&mut out, width, &[name], all.into_iter().map(|it| vec![it]));
        }
        out
    }
}

impl Report {
    /// The nodes and engines of a cluster.
    fn cluster(&mut self, out: &mut String, width: usize) {
        if self.node.is_none() {
            return;
        }
        let nodes = std::mem::take(&mut self.nodes).into_iter();
        let row = |it: Node| vec![it.name, it.state, it.version, it.address];
        table::write(out, width, &["NODE", "STATE", "VERSION", "ADDRESS"], nodes.map(row));
        let engines = std::mem::take(&mut self.engines).into_iter();
        let row = |it: Engine| {
            let state = it.trouble.map_or("answers".to_owned(), |it| escape::lines(&it));
            vec![it.name, format!("{:.1} ms", it.latency_ms), state]
        };
        table::write(out, width, &["ENGINE", "LATENCY", "STATE"], engines.map(row));
    }
}

/// What was counted of a shard, in a line below its stream.
fn counted((shard, metrics): (&String, &BTreeMap<String, u64>)) -> String {
    let pairs = metrics.iter().map(|(name, count)| format!("{name} {count}"));
    let line = format!("{shard}: {}", pairs.collect::<Vec<_>>().join(", "));
    escape::lines(&line)
}

/// The mappings, with what was counted where the server says so, and why one is in its state in a
/// line below it.
fn mappings(out: &mut String, width: usize, all: &Value) {
    const COUNTS: [(&str, &str); 4] = [
        ("invocations", "INVOKED"),
        ("errors", "ERRORS"),
        ("records", "RECORDS"),
        ("discarded", "DISCARDED"),
    ];
    let mut all: Vec<&Value> =
        all.get("mappings").and_then(Value::as_array).into_iter().flatten().collect();
    let text = |it: &Value, name: &str| match it.get(name) {
        Some(Value::String(text)) => escape::lines(text),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    all.sort_by_cached_key(|it| [text(it, "stream"), text(it, "function"), text(it, "uuid")]);
    let counts = COUNTS.into_iter().filter(|(name, _)| all.iter().any(|it| it.get(name).is_some()));
    let counts: Vec<_> = counts.collect();
    let mut columns = vec!["MAPPING OF SOURCE", "FUNCTION", "STATE", "LAG"];
    columns.extend(counts.iter().map(|(_, heading)| *heading));
    columns.extend(["LAST RESULT", "UUID"]);
    let row = |it: &&Value| {
        let behind = it.get("lag_ms").and_then(Value::as_i64).unwrap_or(0);
        let mut cells =
            vec![text(it, "stream"), text(it, "function"), text(it, "state"), lag(behind)];
        cells.extend(counts.iter().map(|(name, _)| text(it, name)));
        cells.extend([text(it, "last_result"), text(it, "uuid")]);
        let reason = text(it, "reason");
        // What only says that somebody wanted it so explains nothing.
        let tells = !matches!(&*reason, "" | "User action" | "USER_INITIATED");
        let gone = it.get("gone").and_then(Value::as_array).into_iter().flatten();
        let gone = gone.filter_map(Value::as_str).map(|it| format!("gone: {}", escape::lines(it)));
        let node = it.get("node").and_then(Value::as_str);
        let node = node.map(|it| format!("moved by node {}", escape::lines(it)));
        let notes = tells.then(|| format!("reason: {reason}")).into_iter().chain(gone).chain(node);
        Row { cells, notes: notes.collect() }
    };
    table::write(out, width, &columns, all.iter().map(row));
}

/// A lag in the largest unit that says enough.
fn lag(ms: i64) -> String {
    match ms {
        0 => "none".to_owned(),
        1..1000 => format!("{ms} ms"),
        1000..60_000 => format!("{}.{} s", ms / 1000, ms % 1000 / 100),
        60_000..3_600_000 => format!("{} min", ms / 60_000),
        _ => format!("{} h", ms / 3_600_000),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_report_is_sorted_and_says_why() {
        let mapping = json!({
            "uuid": "u", "stream": "s", "function": "f", "state": "Disabled", "lag_ms": 1500,
            "last_result": "OK", "invocations": 3, "reason": "too many", "gone": ["the stream s"],
        });
        let stream =
            |name| json!({"name": name, "state": "ACTIVE", "shards": 1, "retention_hours": 24});
        let mut metered = stream("c");
        metered["shard_metrics"] = json!({"shardId-0": {"IncomingBytes": 7, "IncomingRecords": 2}});
        let text = json!({
            "version": "1", "data_dir": null, "account": "0", "region": "r", "functions": [],
            "streams": [metered, stream("b"), stream("a")], "mappings": [mapping], "buckets": ["y", "x"],
            "channels": [{
                "name": "c", "stream": "a", "bucket": "x", "state": "FAILED", "reason": "no x",
            }],
        });
        let text = whole(&text.to_string(), "http://x").unwrap();
        assert!(
            text.contains("a       ACTIVE  1       24 h\nb       ACTIVE  1       24 h\n"),
            "{text}"
        );
        let counted = "24 h\n  shardId-0: IncomingBytes 7, IncomingRecords 2\n";
        assert!(text.contains(counted), "{text}");
        let channel =
            "CHANNEL  STREAM  BUCKET  STATE\nc        a       x       FAILED\n  reason: no x\n";
        assert!(text.contains(channel), "{text}");
        assert!(text.contains("LAG    INVOKED  LAST RESULT  UUID\n"), "{text}");
        assert!(
            text.contains(
                "1.5 s  3        OK           u\n  reason: too many\n  gone: the stream s\n"
            ),
            "{text}"
        );
        assert!(text.contains("QUEUE  WAITING  IN FLIGHT  DELAYED\nnone\n"), "{text}");
        assert!(text.ends_with("BUCKET\nx\ny\n"), "{text}");
    }

    #[test]
    fn a_lag_is_short() {
        assert_eq!(lag(0), "none");
        assert_eq!(lag(1500), "1.5 s");
        assert_eq!(lag(7_200_000), "2 h");
    }
}
