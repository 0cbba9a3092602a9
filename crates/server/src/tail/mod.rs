//! `waterwheel tail`: a stream's records as they arrive.
//!
//! A client of `/_waterwheel/tail` ([`feed`]), which pushes them. A server that goes away and comes
//! back is asked to go on where it ended.

mod content;
pub mod feed;
mod kpl;
mod show;

use crate::ask::AskArgs;
use crate::clock;
use crate::paint::Paint;
use crate::{client, near, output, span};
use base64_simd::STANDARD;
use clap::Args;
use platform::{Arn, Clock, SystemClock};
use serde::Deserialize;
use show::{Form, Shown};
use std::collections::BTreeMap;
use std::io::{BufRead, Write as _, stderr};
use std::time::Duration;

/// Examples of `tail`.
pub const EXAMPLES: &str = "\
Each record is a line: when it arrived, its shard, how old it was when it was sent here, its partition key, its
data. Records of the Kinesis Producer Library are unpacked. It goes on until Ctrl-C, through splits and
merges of shards, and registers no consumer.

Examples:
  waterwheel tail clicks
  waterwheel tail clicks --from trim-horizon --no-follow
  waterwheel tail clicks --from 10m --key user-7
  waterwheel tail clicks -n 1 --json | jq -r .data";

/// How long it waits for a server that is away, between two looks.
const PAUSE: Duration = Duration::from_millis(400);
/// How far behind the newest record it asks such a server to go on, for others that came late, in
/// milliseconds. What was seen is known.
const LATE_MS: i64 = 10_000;

/// From when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The oldest record.
    TrimHorizon,
    /// What comes from now on.
    Latest,
    /// So many milliseconds ago.
    Back(i64),
    /// An instant, in milliseconds since the epoch.
    At(i64),
}

/// Options of `tail`.
#[derive(Args)]
pub struct TailArgs {
    /// The stream's name or ARN
    pub stream: String,
    /// From when on: latest, trim-horizon, a span back such as 10m, or a time such as
    /// 2026-12-01T08:00:00Z
    #[arg(long, value_name = "TIME", default_value = "latest", value_parser = from)]
    pub from: From,
    /// Only records with this partition key
    #[arg(long)]
    pub key: Option<String>,
    /// Only this shard: its id, or its number
    #[arg(long, value_parser = shard)]
    pub shard: Option<String>,
    /// Stop after so many records
    #[arg(short = 'n', long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    pub count: Option<u64>,
    /// Stop when there is nothing more for now
    #[arg(long)]
    pub no_follow: bool,
    /// Print a JSON object a line, with the data as text, or as base64 where it is none
    #[arg(long)]
    pub json: bool,
    /// Whom to ask.
    #[command(flatten)]
    pub ask: AskArgs,
}

fn from(text: &str) -> Result<From, String> {
    match text {
        "trim-horizon" => Ok(From::TrimHorizon),
        "latest" => Ok(From::Latest),
        _ => span::parse(text)
            .map(From::Back)
            .or_else(|_| span::time(text).map(|time| From::At(time.millis())))
            .map_err(|_| {
                "it is latest, trim-horizon, a span back such as 10m, or a time such as \
                 2026-12-01T08:00:00Z"
                    .to_owned()
            }),
    }
}

fn shard(text: &str) -> Result<String, String> {
    let number = text.strip_prefix("shardId-").unwrap_or(text);
    let wrong = || "it is a shard's id, such as shardId-000000000003, or its number".to_owned();
    let number: u32 = number.parse().map_err(|_| wrong())?;
    Ok(format!("shardId-{number:012}"))
}

/// What the server feeds, line by line.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Line {
    now_ms: Option<i64>,
    error: Option<String>,
    end: bool,
    ended: Option<String>,
    children: Vec<String>,
    shard: String,
    sequence: String,
    key: String,
    arrival_ms: i64,
    age_ms: i64,
    data: String,
}

/// How a reading of the feed ended.
enum Ended {
    /// There is nothing more to do.
    Done,
    /// The server went away.
    Lost,
}

/// Prints what comes. The error is a sentence for the user.
pub fn run(args: &TailArgs) -> Result<(), String> {
    let stream = name(&args.stream)?;
    let from_ms = match args.from {
        From::TrimHorizon => None,
        From::At(ms) => Some(ms),
        From::Latest => Some(clock::now_ms(&args.ask)),
        From::Back(ms) => Some(clock::now_ms(&args.ask).saturating_sub(ms).max(0)),
    };
    let form = Form { paint: Paint::of_stdout(), as_json: args.json };
    let (seen, printed, told) = Default::default();
    let mut tail = Tail { args, stream, from_ms, form, seen, printed, told };
    // Begun at once: while there is nothing to go on with, an error is a reason to end.
    let mut lines = tail.ask()?;
    loop {
        match tail.read(&mut *lines)? {
            Ended::Done => return Ok(()),
            Ended::Lost => lines = tail.ask_again()?,
        }
    }
}

/// The name of the stream that a name or ARN means. The error is a sentence for the user.
pub fn name(stream: &str) -> Result<String, String> {
    let name = match Arn::parse(stream) {
        Some(arn) => arn.resource.strip_prefix("stream/").unwrap_or_default(),
        None => stream,
    };
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || b"_.-".contains(&it);
    if !name.is_empty() && name.len() <= 128 && name.bytes().all(is_letter) {
        return Ok(name.to_owned());
    }
    Err(format!("{stream:?} is no name of a stream"))
}

struct Tail<'a> {
    args: &'a TailArgs,
    stream: String,
    from_ms: Option<i64>,
    form: Form,
    /// The last record of each shard that was printed or left out.
    seen: BTreeMap<String, String>,
    printed: u64,
    /// Whether the user was told that the server is away.
    told: bool,
}

impl Tail<'_> {
    fn ask(&self) -> Result<Box<dyn BufRead>, String> {
        let ask = &self.args.ask;
        let mut query = format!("account={}", ask.account);
        if !self.args.no_follow {
            query += "&follow=true";
        }
        if let Some(ms) = self.from_ms {
            query += &format!("&from={ms}");
        }
        query += &format!("&region={}", ask.region()?);
        if let Some(shard) = &self.args.shard {
            query += &format!("&shard={shard}");
        }
        query += &format!("&stream={}", self.stream);
        let (url, key) = (ask.endpoint.url()?, ask.key()?);
        match client::follow(&url, feed::PATH, &query, key.as_ref())? {
            client::Followed::Begun(lines) => Ok(lines),
            client::Followed::Refused(404, problem) => Err(problem + &self.hint()),
            client::Followed::Refused(_, problem) => Err(problem),
        }
    }

    /// Streams that may be meant.
    fn hint(&self) -> String {
        let all = crate::api::Api::new(&self.args.ask).and_then(|api| Ok(api.streams()?));
        let all = all.unwrap_or_default();
        // It may be a shard that is not there.
        match all.contains(&self.stream) {
            true => String::new(),
            false => near::question(&near::to(&self.stream, all.iter().map(String::as_str))),
        }
    }

    /// Waits until the server is there again. It is told from when on it is to go on.
    fn ask_again(&mut self) -> Result<Box<dyn BufRead>, String> {
        loop {
            if !std::mem::replace(&mut self.told, true) {
                let _ = writeln!(stderr(), "the server is away; it goes on when that is back");
            }
            crate::block_on(async {
                SystemClock.sleep(PAUSE).await;
                Ok(())
            })?;
            if client::reach(&self.args.ask.endpoint.url()?).is_ok() {
                return self.ask();
            }
        }
    }

    fn read(&mut self, lines: &mut dyn BufRead) -> Result<Ended, String> {
        let mut text = String::new();
        loop {
            text.clear();
            match lines.read_line(&mut text) {
                // A line that was broken off will come again.
                Ok(0) | Err(_) => return Ok(Ended::Lost),
                Ok(_) if !text.ends_with('\n') => return Ok(Ended::Lost),
                Ok(_) => {}
            }
            let line: Line = serde_json::from_str(&text)
                .map_err(|error| format!("the server's answer is not understood: {error}"))?;
            match line {
                Line { error: Some(problem), .. } => return Err(problem),
                Line { end: true, .. }
                    if self.args.count.is_some_and(|count| self.printed < count) =>
                {
                    return Err(format!("there were {} records only", self.printed));
                }
                Line { end: true, .. } => return Ok(Ended::Done),
                Line { ended: Some(shard), children, .. } => self.tell_end(&shard, &children),
                Line { now_ms: Some(_), .. } => self.told = false,
                record => {
                    if !self.take(&record)? {
                        return Ok(Ended::Done);
                    }
                }
            }
        }
    }

    fn tell_end(&self, shard: &str, children: &[String]) {
        let goes_on = match children {
            [] => String::new(),
            children => format!(", {} go on", children.join(" and ")),
        };
        let _ = writeln!(stderr(), "{shard} has ended{goes_on}");
    }

    /// Prints a record, unless it was seen before. Gives whether more is wanted.
    fn take(&mut self, line: &Line) -> Result<bool, String> {
        // Sequence numbers of a shard have one length and grow.
        let is_new = |last: &String| (last.len(), last) < (line.sequence.len(), &line.sequence);
        if !self.seen.get(&line.shard).is_none_or(is_new) {
            return Ok(true);
        }
        self.seen.insert(line.shard.clone(), line.sequence.clone());
        let late_ms = line.arrival_ms - LATE_MS;
        self.from_ms = Some(self.from_ms.map_or(late_ms, |from| from.max(late_ms)));
        let data = STANDARD.decode_to_vec(&line.data);
        let data =
            data.map_err(|error| format!("the server's answer is not understood: {error}"))?;
        let whole = Shown {
            arrival_ms: line.arrival_ms,
            age_ms: line.age_ms,
            shard: &line.shard,
            sequence: &line.sequence,
            key: &line.key,
            data: &data,
            packed: None,
        };
        let Some(packed) = kpl::unpack(&data) else { return Ok(self.print(&whole)) };
        for (number, one) in packed.iter().enumerate() {
            let place = Some((number, packed.len()));
            if !self.print(&Shown { key: &one.key, data: &one.data, packed: place, ..whole }) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn print(&mut self, record: &Shown<'_>) -> bool {
        if self.args.key.as_ref().is_some_and(|key| key != record.key) {
            return true;
        }
        if self.args.count.is_some_and(|count| self.printed >= count) {
            return false;
        }
        self.printed += 1;
        output::is_read(self.form.text(record))
            && self.args.count.is_none_or(|count| self.printed < count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_a_word_a_span_or_a_time() {
        assert_eq!(from("latest"), Ok(From::Latest));
        assert_eq!(from("trim-horizon"), Ok(From::TrimHorizon));
        assert_eq!(from("10m"), Ok(From::Back(600_000)));
        assert_eq!(from("2026-12-01"), Ok(From::At(1_796_083_200_000)));
        assert!(from("yesterday").is_err());
    }

    #[test]
    fn a_shard_and_a_stream_have_long_and_short_names() {
        assert_eq!(shard("3").as_deref(), Ok("shardId-000000000003"));
        assert_eq!(shard("shardId-000000000012").as_deref(), Ok("shardId-000000000012"));
        assert!(shard("three").is_err());
        let arn = "arn:aws:kinesis:us-east-1:000000000000:stream/clicks";
        assert_eq!(name(arn).as_deref(), Ok("clicks"));
        assert!(name("a b").is_err() && name("").is_err() && name("arn:aws:sqs:r:1:q").is_err());
    }
}
