//! `waterwheel status STREAM`: what flows through a stream, shard by shard, and who reads it.

use crate::assemble::Services;
use crate::escape;
use crate::span;
use crate::table;
use kinesis::{Rate, WINDOW_S};
use platform::{Context, Result};
use serde::{Deserialize, Serialize};
use shapes::kinesis as model;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where it lies.
pub const PATH: &str = "/_waterwheel/stream";

/// A stream while it flows.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Flow {
    /// The stream's name.
    pub stream: String,
    /// CREATING, ACTIVE or DELETING.
    pub state: String,
    /// How long records are kept, in hours.
    pub retention_hours: i64,
    /// Over how many seconds rates are averages.
    pub rates_over_s: i64,
    /// Its shards.
    pub shards: Vec<Shard>,
    /// Each mapping that reads it, with each shard that it reads.
    pub readers: Vec<Reader>,
}

/// A shard.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Shard {
    /// Its id.
    pub id: String,
    /// Whether records can come into it.
    pub open: bool,
    /// What it was split or merged from.
    pub parents: Vec<String>,
    /// Records that come in each second.
    pub records_per_s: f64,
    /// Bytes of data and partition keys that come in each second.
    pub bytes_per_s: f64,
}

/// A mapping's reading of a shard.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Reader {
    /// The mapping.
    pub uuid: String,
    /// Its function.
    pub function: String,
    /// Enabled, Disabled, …
    pub state: String,
    /// The shard.
    pub shard: String,
    /// How long the oldest record that is not delivered has waited, in milliseconds.
    pub lag_ms: i64,
    /// How old the last record of the last batch was, in milliseconds.
    pub iterator_age_ms: Option<i64>,
    /// Batches that the function has.
    pub in_flight: usize,
    /// Up to where everything is delivered.
    pub position: String,
    /// What became of the last batch.
    pub last_result: Option<String>,
}

/// What flows through a stream of the context's account and region.
///
/// # Errors
/// The stream's own.
pub async fn of(cx: &Context, services: &Services, name: &str) -> Result<Flow> {
    let input = model::DescribeStreamSummaryInput {
        stream_name: Some(name.to_owned()),
        ..Default::default()
    };
    let summary = cx.call::<model::ops::DescribeStreamSummary>(input).await?;
    let summary = summary.stream_description_summary;
    let rates: BTreeMap<_, _> = services.kinesis.rates(cx, name).await?.into_iter().collect();
    let shards = shards(cx, name, &rates).await?;
    Ok(Flow {
        readers: readers(services, &summary.stream_arn),
        stream: summary.stream_name,
        state: summary.stream_status,
        retention_hours: summary.retention_period_hours.into(),
        rates_over_s: WINDOW_S,
        shards,
    })
}

async fn shards(cx: &Context, name: &str, rates: &BTreeMap<String, Rate>) -> Result<Vec<Shard>> {
    let (mut shards, mut token) = (Vec::new(), None);
    loop {
        let stream_name = token.is_none().then(|| name.to_owned());
        let input = model::ListShardsInput { stream_name, next_token: token, ..Default::default() };
        let page = cx.call::<model::ops::ListShards>(input).await?;
        shards.extend(page.shards.into_iter().flatten().map(|shard| {
            let rate = rates.get(&shard.shard_id).copied().unwrap_or_default();
            Shard {
                open: shard.sequence_number_range.ending_sequence_number.is_none(),
                parents: shard
                    .parent_shard_id
                    .into_iter()
                    .chain(shard.adjacent_parent_shard_id)
                    .collect(),
                records_per_s: rate.records,
                bytes_per_s: rate.bytes,
                id: shard.shard_id,
            }
        }));
        token = page.next_token;
        if token.is_none() {
            return Ok(shards);
        }
    }
}

/// Whether a mapping's source is a stream or one of its consumers.
fn is_of(source: &str, stream_arn: &str) -> bool {
    let rest = source.strip_prefix(stream_arn);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("/consumer/"))
}

fn readers(services: &Services, arn: &str) -> Vec<Reader> {
    let mut readers = Vec::new();
    for status in services.pipelines.status().into_iter().filter(|it| is_of(&it.source, arn)) {
        let function = status.function.split_once(":function:").map_or("", |(_, name)| name);
        for shard in status.shards {
            readers.push(Reader {
                uuid: status.uuid.clone(),
                function: function.to_owned(),
                state: status.state.clone(),
                shard: shard.shard_id,
                lag_ms: shard.lag_ms,
                iterator_age_ms: shard.iterator_age_ms,
                in_flight: shard.in_flight,
                position: shard.position,
                last_result: shard.last_result,
            });
        }
    }
    readers.sort_by(|a, b| (&a.function, &a.uuid, &a.shard).cmp(&(&b.function, &b.uuid, &b.shard)));
    readers
}

impl Flow {
    /// The flow for a person.
    pub fn text(&self, width: usize) -> String {
        let Self { stream, state, retention_hours, rates_over_s, .. } = self;
        let mut out = format!(
            "{stream} {state}, kept {retention_hours} h; rates of the last {rates_over_s} s\n"
        );
        let row = |id: &str, state: &str, records: f64, bytes: f64| {
            vec![id.to_owned(), state.to_owned(), rate(records), self::bytes(bytes)]
        };
        let mut rows: Vec<Vec<String>> = Vec::new();
        for it in &self.shards {
            let state = if it.open { "open" } else { "closed" };
            rows.push(row(&it.id, state, it.records_per_s, it.bytes_per_s));
        }
        if self.shards.len() > 1 {
            let sum = |of: fn(&Shard) -> f64| self.shards.iter().map(of).sum();
            rows.push(row("all", "", sum(|it| it.records_per_s), sum(|it| it.bytes_per_s)));
        }
        table::write(&mut out, width, &["SHARD", "STATE", "RECORDS/S", "BYTES/S"], rows);
        let columns = ["FUNCTION", "SHARD", "BEHIND", "AGE", "IN FLIGHT", "LAST RESULT"];
        let rows = self.readers.iter().map(|it| {
            vec![
                escape::lines(&it.function),
                it.shard.clone(),
                behind(it.lag_ms),
                it.iterator_age_ms.map(behind).unwrap_or_default(),
                it.in_flight.to_string(),
                it.last_result.as_deref().map(escape::lines).unwrap_or_else(|| it.state.clone()),
            ]
        });
        table::write(&mut out, width, &columns, rows);
        out
    }
}

fn behind(ms: i64) -> String {
    if ms <= 0 { "none".to_owned() } else { span::text(ms) }
}

fn rate(records: f64) -> String {
    if records >= 100.0 { format!("{records:.0}") } else { format!("{records:.1}") }
}

/// Bytes in the largest unit that says enough.
fn bytes(bytes: f64) -> String {
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = match bytes {
        ..1000.0 => write!(out, "{bytes:.0}"),
        1000.0..1_000_000.0 => write!(out, "{:.1} kB", bytes / 1000.0),
        _ => write!(out, "{:.1} MB", bytes / 1_000_000.0),
    };
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_has_a_line_for_each_shard_and_reader() {
        let shard = |id: &str, open, records_per_s, bytes_per_s| Shard {
            id: id.to_owned(),
            open,
            records_per_s,
            bytes_per_s,
            ..Shard::default()
        };
        let reader = Reader {
            function: "f".to_owned(),
            shard: "s-1".to_owned(),
            lag_ms: 90_000_000,
            in_flight: 2,
            last_result: Some("OK".to_owned()),
            ..Reader::default()
        };
        let flow = Flow {
            stream: "clicks".to_owned(),
            state: "ACTIVE".to_owned(),
            retention_hours: 24,
            rates_over_s: 10,
            shards: vec![shard("s-0", false, 0.0, 0.0), shard("s-1", true, 1234.5, 2_500_000.0)],
            readers: vec![reader],
        };
        assert_eq!(
            flow.text(usize::MAX),
            "clicks ACTIVE, kept 24 h; rates of the last 10 s\n\
             \nSHARD  STATE   RECORDS/S  BYTES/S\n\
             s-0    closed  0.0        0\n\
             s-1    open    1234       2.5 MB\n\
             all            1234       2.5 MB\n\
             \nFUNCTION  SHARD  BEHIND  AGE  IN FLIGHT  LAST RESULT\n\
             f         s-1    1d1h         2          OK\n"
        );
        assert_eq!(bytes(1500.0), "1.5 kB");
    }
}
