//! `waterwheel put`: the lines of a file or a pipe as records of a stream.
//!
//! A client of the public API. Lines are read beside it, so that those of a pipe that pauses do not
//! wait for others.

mod batch;
mod keys;
mod lines;

use crate::api::{Api, Asked};
use crate::ask::AskArgs;
use crate::{near, output, tail};
use base64_simd::STANDARD;
use batch::{Batch, Place, Record};
use clap::Args;
use keys::Keys;
use platform::{Clock, SystemClock};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write as _, stderr};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;
use tokio::time::Instant;

/// Examples of `put`.
pub const EXAMPLES: &str = "\
Each line is a record, without its end; empty ones are left out. A record that the stream does not take now is
put again before any that comes after it.

Examples:
  waterwheel put clicks events.jsonl --key-field user
  tail -f access.log | waterwheel put clicks
  echo '{\"page\": \"/\"}' | waterwheel put clicks --key a
  waterwheel put clicks events.jsonl --rate 200";

/// How often records may be refused, with none taken between, before it gives up.
const MOST_TRIES: u32 = 20;
/// The pause after the first refusal; it doubles.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// How often the terminal is told.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Options of `put`.
#[derive(Args)]
pub struct PutArgs {
    /// The stream's name or ARN
    pub stream: String,
    /// The file, or - [default: standard input]
    pub file: Option<PathBuf>,
    /// The partition key of all records [default: a random one for each]
    #[arg(long, conflicts_with = "key_field")]
    pub key: Option<String>,
    /// The member of each line, an object of JSON, whose value is its partition key
    #[arg(long, value_name = "NAME")]
    pub key_field: Option<String>,
    /// No more than so many records each second
    #[arg(long, value_name = "COUNT", value_parser = rate)]
    pub rate: Option<f64>,
    /// Print the summary as JSON
    #[arg(long)]
    pub json: bool,
    /// Whom to ask.
    #[command(flatten)]
    pub ask: AskArgs,
}

fn rate(text: &str) -> Result<f64, String> {
    let rate: Option<f64> = text.parse().ok();
    rate.filter(|rate| rate.is_finite() && *rate > 0.0)
        .ok_or_else(|| "it is a number of records each second, such as 200 or 0.5".to_owned())
}

/// What was put.
#[derive(Debug, Default, PartialEq)]
struct Sum {
    records: u64,
    bytes: u64,
    /// How often a record was put again.
    again: u64,
    /// The last line that was put with all before it.
    line: u64,
    /// How many records each shard took.
    shards: BTreeMap<String, u64>,
}

/// Puts the lines. The error is a sentence for the user.
pub fn run(args: &PutArgs) -> Result<(), String> {
    let stream = tail::name(&args.stream)?;
    let api = Api::new(&args.ask)?;
    let keys = Keys::new(args.key.clone(), args.key_field.clone())?;
    let lines = lines::read(open(args.file.as_deref())?);
    let begun = Instant::now();
    let send = |batch: &Batch| put_records(&api, &stream, batch);
    let pause = |time| {
        crate::block_on(async move {
            SystemClock.sleep(time).await;
            Ok(())
        })
    };
    let progress = Progress { begun, told: None, shows: stderr().is_terminal() };
    let mut putter = Putter { send, pause, rate: args.rate, begun, progress, sum: Sum::default() };
    let done = putter.run(&lines, &keys);
    putter.progress.end();
    let Putter { sum, .. } = putter;
    done.map_err(|problem| {
        let hint = match problem.contains("ResourceNotFoundException") {
            true => hint(&api, &stream),
            false => String::new(),
        };
        let put = match sum.records {
            0 => "nothing was put".to_owned(),
            _ => format!("{} were put, all up to line {}", count(sum.records), sum.line),
        };
        format!("{problem}{hint}; {put}")
    })?;
    output::line(summary(&sum, &stream, begun.elapsed(), args.json));
    Ok(())
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read + Send>, String> {
    match file {
        Some(path) if path != Path::new("-") => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            Err(error) => Err(format!("{}: {error}", path.display())),
        },
        _ => {
            if io::stdin().is_terminal() {
                let _ = writeln!(stderr(), "each line that you type is a record; Ctrl-D ends");
            }
            Ok(Box::new(io::stdin()))
        }
    }
}

fn hint(api: &Api, stream: &str) -> String {
    let all = api.streams().unwrap_or_default();
    near::question(&near::to(stream, all.iter().map(String::as_str)))
}

fn put_records(api: &Api, stream: &str, batch: &Batch) -> Asked<Vec<Option<Place>>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Answer {
        records: Vec<One>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct One {
        shard_id: Option<String>,
        error_code: Option<String>,
    }
    let record = |it: &Record| json!({ "Data": STANDARD.encode_to_string(&it.data), "PartitionKey": it.key });
    let records: Vec<Value> = batch.records().map(record).collect();
    let input = json!({ "StreamName": stream, "Records": records });
    let answer: Answer = api.kinesis("PutRecords", &input)?;
    let place = |it: One| it.shard_id.filter(|_| it.error_code.is_none()).map(Place);
    Ok(answer.records.into_iter().map(place).collect())
}

/// Puts what comes, batch by batch.
struct Putter<S, P> {
    send: S,
    pause: P,
    rate: Option<f64>,
    begun: Instant,
    progress: Progress,
    sum: Sum,
}

impl<S, P> Putter<S, P>
where
    S: FnMut(&Batch) -> Asked<Vec<Option<Place>>>,
    P: FnMut(Duration) -> Result<(), String>,
{
    fn run(&mut self, lines: &Receiver<lines::Line>, keys: &Keys) -> Result<(), String> {
        // A slow rate is kept to by small batches, ten each second.
        let most = self.rate.map_or(usize::MAX, |rate| (rate / 10.0).ceil() as usize);
        let (mut batch, mut next) = (Batch::new(most), None);
        loop {
            let wrong = fill(&mut batch, &mut next, lines, keys);
            while !batch.is_empty() {
                self.keep_rate()?;
                batch = self.put(batch)?;
            }
            match wrong {
                Fill::More => {}
                Fill::End => return Ok(()),
                Fill::Wrong(problem) => return Err(problem),
            }
        }
    }

    /// Puts a batch until it is empty or a record of it was taken; gives what is left of it.
    fn put(&mut self, batch: Batch) -> Result<Batch, String> {
        let (mut batch, mut pause) = (batch, FIRST_PAUSE);
        for _ in 0..MOST_TRIES {
            let places = (self.send)(&batch).map_err(|refusal| {
                let unknown = match refusal.is_silence() {
                    true => format!(" (of {} it is not known)", batch.lines()),
                    false => String::new(),
                };
                format!("{refusal}{unknown}")
            })?;
            let (taken, left) = batch.answered(places);
            for (record, Place(shard)) in &taken {
                self.sum.records += 1;
                self.sum.bytes += record.data.len() as u64;
                *self.sum.shards.entry(shard.clone()).or_default() += 1;
            }
            self.sum.again += left.len() as u64;
            let last = taken.iter().map(|(record, _)| record.line).max();
            let whole = left.first_line().map_or(last, |line| Some(line - 1));
            self.sum.line = self.sum.line.max(whole.unwrap_or(0));
            self.progress.tell(&self.sum);
            batch = left;
            if batch.is_empty() {
                return Ok(batch);
            }
            (self.pause)(pause)?;
            if !taken.is_empty() {
                return Ok(batch);
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        Err(format!("the stream does not take {}", batch.lines()))
    }

    /// Waits until the next records are due.
    fn keep_rate(&mut self) -> Result<(), String> {
        let Some(rate) = self.rate else { return Ok(()) };
        let due = Duration::try_from_secs_f64(self.sum.records as f64 / rate);
        let due = due.map_err(|_| "the rate is too low".to_owned())?;
        match due.checked_sub(self.begun.elapsed()) {
            Some(rest) => (self.pause)(rest),
            None => Ok(()),
        }
    }
}

/// What came of filling a batch.
enum Fill {
    More,
    End,
    /// Lines before this problem are in the batch.
    Wrong(String),
}

/// Takes a line, once there is one, and others that are there already. `next` is one that had no room.
fn fill(
    batch: &mut Batch,
    next: &mut Option<Record>,
    lines: &Receiver<lines::Line>,
    keys: &Keys,
) -> Fill {
    loop {
        if let Some(record) = next.take()
            && let Some(record) = batch.add(record)
        {
            *next = Some(record);
            return Fill::More;
        }
        let line = match lines.try_recv() {
            Ok(line) => line,
            Err(TryRecvError::Empty) if !batch.is_empty() => return Fill::More,
            Err(TryRecvError::Disconnected) => return Fill::End,
            Err(TryRecvError::Empty) => match lines.recv() {
                Ok(line) => line,
                Err(_) => return Fill::End,
            },
        };
        match line.and_then(|(line, data)| Ok(Record { line, key: keys.of(line, &data)?, data })) {
            Ok(record) => *next = Some(record),
            Err(problem) => return Fill::Wrong(problem),
        }
    }
}

/// What a terminal is told on the way.
struct Progress {
    begun: Instant,
    told: Option<Instant>,
    shows: bool,
}

impl Progress {
    fn tell(&mut self, sum: &Sum) {
        if !self.shows || self.told.is_some_and(|told| told.elapsed() < TOLD_EVERY) {
            return;
        }
        self.told = Some(Instant::now());
        let rate = per_second(sum.records, self.begun.elapsed());
        let _ = write!(stderr(), "\r\u{1b}[K{}, {rate}/s", count(sum.records));
    }

    fn end(&self) {
        if self.told.is_some() {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}

fn per_second(records: u64, took: Duration) -> u64 {
    (records as f64 / took.as_secs_f64().max(0.001)).round() as u64
}

fn count(records: u64) -> String {
    match records {
        1 => "1 record".to_owned(),
        many => format!("{many} records"),
    }
}

fn summary(sum: &Sum, stream: &str, took: Duration, as_json: bool) -> String {
    let rate = per_second(sum.records, took);
    if as_json {
        return json!({
            "stream": stream,
            "records": sum.records,
            "bytes": sum.bytes,
            "seconds": (took.as_secs_f64() * 1000.0).round() / 1000.0,
            "triedAgain": sum.again,
            "shards": sum.shards,
        })
        .to_string();
    }
    let shards = match sum.shards.len() {
        1 => "1 shard".to_owned(),
        many => format!("{many} shards"),
    };
    let again = match sum.again {
        0 => String::new(),
        again => format!(", {again} tried again"),
    };
    let (records, bytes, seconds) = (count(sum.records), sum.bytes, took.as_secs_f64());
    format!(
        "put {records} ({bytes} bytes) into {shards} of {stream} in {seconds:.2} s, {rate}/s{again}"
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// Puts lines into a stream that answers as `answer` says, and gives what was sent and what came of it.
    fn put(
        text: &'static [u8],
        rate: Option<f64>,
        answer: impl Fn(usize, &Record) -> bool,
    ) -> (Vec<Vec<String>>, Result<Sum, String>, Duration) {
        let (sent, paused) = (RefCell::new(Vec::new()), RefCell::new(Duration::ZERO));
        let send = |batch: &Batch| {
            let turn = sent.borrow().len();
            let texts = batch.records().map(|it| String::from_utf8(it.data.clone()).unwrap());
            sent.borrow_mut().push(texts.collect::<Vec<_>>());
            let taken = |it: &Record| answer(turn, it).then(|| Place("s".to_owned()));
            Ok(batch.records().map(taken).collect())
        };
        let pause = |time| {
            *paused.borrow_mut() += time;
            Ok(())
        };
        let begun = Instant::now();
        let progress = Progress { begun, told: None, shows: false };
        let mut putter = Putter { send, pause, rate, begun, progress, sum: Sum::default() };
        let keys = Keys::new(Some("k".to_owned()), None).unwrap();
        // All lines are there before it begins.
        let (to, lines) = std::sync::mpsc::channel();
        lines::read(text).into_iter().for_each(|line| to.send(line).unwrap());
        drop(to);
        let done = putter.run(&lines, &keys);
        let Putter { sum, .. } = putter;
        (sent.into_inner(), done.map(|()| sum), paused.into_inner())
    }

    #[test]
    fn what_is_refused_is_put_again_before_what_comes_after_it() {
        let refuse = |turn, record: &Record| turn > 1 || !matches!(&*record.data, b"b" | b"d");
        let (sent, sum, _) = put(b"a\nb\nc\nd\n\ne", Some(25.0), refuse);
        assert_eq!(sent, [vec!["a", "b", "c"], vec!["b"], vec!["b"], vec!["d", "e"]]);
        let sum = sum.unwrap();
        assert_eq!((sum.records, sum.bytes, sum.again, sum.line), (5, 5, 2, 6));
        assert_eq!(sum.shards, BTreeMap::from([("s".to_owned(), 5)]));
    }

    #[test]
    fn it_gives_up_when_nothing_is_taken_at_all() {
        let (sent, sum, paused) = put(b"a\nb", None, |_, record| record.data == b"a");
        assert_eq!(sent.len(), 1 + MOST_TRIES as usize);
        assert_eq!(sum.unwrap_err(), "the stream does not take line 2");
        assert!(paused > Duration::from_secs(20));
    }

    #[test]
    fn a_rate_is_kept() {
        let (sent, sum, paused) = put(b"1\n2\n3\n4\n5\n6", Some(20.0), |_, _| true);
        assert_eq!(sent, [vec!["1", "2"], vec!["3", "4"], vec!["5", "6"]]);
        assert_eq!(sum.unwrap().records, 6);
        assert!(paused > Duration::from_millis(200), "{paused:?}");
    }

    #[test]
    fn a_summary_tells_what_was_put() {
        let sum = Sum {
            records: 10,
            bytes: 99,
            again: 2,
            line: 10,
            shards: BTreeMap::from([("s".into(), 10)]),
        };
        let took = Duration::from_millis(500);
        assert_eq!(
            summary(&sum, "clicks", took, false),
            "put 10 records (99 bytes) into 1 shard of clicks in 0.50 s, 20/s, 2 tried again"
        );
        let said: Value = serde_json::from_str(&summary(&sum, "clicks", took, true)).unwrap();
        assert_eq!((&said["records"], &said["shards"]["s"]), (&10.into(), &10.into()));
    }
}
