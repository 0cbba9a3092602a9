//! `waterwheel status`: what a running server holds, at a glance.

use crate::cli::StatusArgs;
use crate::client;
use crate::output::print;
use pipelines::EventCounts;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// What `/_waterwheel/status` answers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// The server's version.
    pub version: String,
    /// Where data is kept; absent when it is in memory.
    pub data_dir: Option<String>,
    /// The account that is shown.
    pub account: String,
    /// The region that is shown.
    pub region: String,
    /// Its streams.
    pub streams: Vec<Stream>,
    /// Its event source mappings.
    pub mappings: Vec<Mapping>,
    /// Its functions.
    pub functions: Vec<Function>,
    /// Its buckets.
    pub buckets: Vec<String>,
}

/// A stream.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stream {
    /// Its name.
    pub name: String,
    /// CREATING, ACTIVE or DELETING.
    pub state: String,
    /// How many shards are open.
    pub shards: i64,
    /// How long records are kept, in hours.
    pub retention_hours: i64,
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
    /// Active, Pending, …
    pub state: String,
}

/// Asks the server and prints its answer.
pub fn run(args: &StatusArgs) -> Result<(), String> {
    let (url, key) = (args.ask.endpoint.url()?, args.ask.key()?);
    let query = format!("account={}&region={}", args.ask.account, args.ask.region()?);
    let text = client::get(&url, "/_waterwheel/status", &query, key.as_ref())?;
    if args.json {
        print(text);
        return Ok(());
    }
    let report: Report = serde_json::from_str(&text)
        .map_err(|error| format!("the server's answer is not understood: {error}"))?;
    print(report.text(&url));
    Ok(())
}

impl Report {
    /// The report for a person.
    pub fn text(&self, url: &str) -> String {
        let place = self.data_dir.as_deref().unwrap_or("memory");
        let mut out = format!(
            "waterwheel {} on {url}, data in {place}\naccount {}, region {}\n",
            self.version, self.account, self.region
        );
        table(&mut out, "STREAM", &["STATE", "SHARDS", "KEPT"], &self.streams, |it| {
            let kept = format!("{} h", it.retention_hours);
            vec![it.name.clone(), it.state.clone(), it.shards.to_string(), kept]
        });
        let columns = ["FUNCTION", "STATE", "LAG", "LAST RESULT", "UUID"];
        table(&mut out, "MAPPING OF SOURCE", &columns, &self.mappings, |it| {
            vec![
                it.stream.clone(),
                it.function.clone(),
                it.state.clone(),
                lag(it.lag_ms),
                it.last_result.clone(),
                it.uuid.clone(),
            ]
        });
        table(&mut out, "FUNCTION", &["RUNTIME", "STATE"], &self.functions, |it| {
            let runs_on = it.runs_on.as_ref().map(|instead| format!(" (on {instead})"));
            let runtime = it.runtime.clone() + &runs_on.unwrap_or_default();
            vec![it.name.clone(), runtime, it.state.clone()]
        });
        table(&mut out, "BUCKET", &[], &self.buckets, |it| vec![it.clone()]);
        out
    }
}

/// A table with a heading; of nothing, a line that says so.
pub fn table<T>(
    out: &mut String,
    name: &str,
    columns: &[&str],
    rows: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) {
    let mut lines =
        vec![std::iter::once(name).chain(columns.iter().copied()).map(str::to_owned).collect()];
    lines.extend(rows.iter().map(cells));
    let mut widths = vec![0; columns.len() + 1];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    out.push('\n');
    for line in &lines {
        let padded: Vec<String> =
            line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let _ = writeln!(out, "{}", padded.join("  ").trim_end());
    }
    if rows.is_empty() {
        out.push_str("none\n");
    }
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
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let stream = |name: &str, shards| Stream {
            name: name.to_owned(),
            state: "ACTIVE".to_owned(),
            shards,
            retention_hours: 24,
        };
        let report =
            Report { streams: vec![stream("a", 1), stream("long-name", 12)], ..Report::default() };
        let text = report.text("http://localhost:4566");
        assert!(text.contains("a          ACTIVE  1       24 h\n"), "{text}");
        assert!(text.contains("long-name  ACTIVE  12      24 h\n"), "{text}");
        assert!(text.contains("BUCKET\nnone\n"), "{text}");
    }

    #[test]
    fn a_lag_is_short() {
        assert_eq!(lag(0), "none");
        assert_eq!(lag(1500), "1.5 s");
        assert_eq!(lag(7_200_000), "2 h");
    }
}
