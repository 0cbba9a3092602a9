//! `waterwheel dlq show`: each letter of a queue, with what it is about.
//!
//! Messages are received and given back, since SQS shows none otherwise: nobody else receives them
//! in between, and they count as received once more.

use super::letters::{Event, Letter, Records, name_of};
use super::queue::Queue;
use super::records::{Record, read_back};
use crate::api::{Api, Mapping, Message};
use crate::cli::DlqShowArgs;
use crate::escape;
use crate::output::{line, print};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::fmt::Write;
use std::process::ExitCode;

/// How long nobody else receives what is shown, should this process die.
const SECONDS: u32 = 60;

/// Shows them.
pub fn run(api: &Api, args: &DlqShowArgs) -> Result<ExitCode, String> {
    api.here(&args.queue)?;
    let queue = Queue::of(api, &args.queue);
    let mut messages = Vec::new();
    let received = receive(&queue, args.most, &mut messages);
    let given_back = queue.give_back(&messages);
    received?;
    given_back?;
    let mappings = api.mappings()?;
    let shown: Vec<_> = messages.iter().map(|message| Shown::of(api, &mappings, message)).collect();
    if args.of.json {
        let letters: Vec<_> = shown.into_iter().map(|shown| shown.json).collect();
        line(json!({ "queue": queue.name(), "letters": letters }));
        return Ok(ExitCode::SUCCESS);
    }
    let count = messages.len();
    let plural = if count == 1 { "" } else { "s" };
    let of = if count == args.most { ", and perhaps more" } else { "" };
    let mut out = format!("{count} letter{plural} in {}{of}\n", queue.name());
    for (index, shown) in shown.iter().enumerate() {
        let _ =
            write!(out, "\n{:<3} {}\n", index + 1, shown.text.trim_end().replace('\n', "\n    "));
    }
    print(out);
    Ok(ExitCode::SUCCESS)
}

fn receive(queue: &Queue<'_>, most: usize, into: &mut Vec<Message>) -> Result<(), String> {
    while into.len() < most {
        let some = queue.receive(most - into.len(), SECONDS)?;
        if some.is_empty() {
            break;
        }
        into.extend(some);
    }
    Ok(())
}

/// A letter for a person and for a program.
struct Shown {
    text: String,
    json: Value,
}

impl Shown {
    fn of(api: &Api, mappings: &[Mapping], message: &Message) -> Self {
        let mut shown = match Letter::of(message) {
            Letter::Records(records) => of_records(api, mappings, &records),
            Letter::Event(event) => of_event(&event),
            Letter::DeadEvent { error } => Self {
                text: format!(
                    "an event that Lambda gave up: {}\n{}",
                    safe(error.as_deref().unwrap_or("without a message")),
                    safe(&message.body)
                ),
                json: json!({ "kind": "event", "error": error, "payload": parsed(&message.body) }),
            },
            Letter::Dead { source } => Self {
                text: match &source {
                    Some(arn) => {
                        format!(
                            "a message of the queue {}\n{}",
                            safe(name_of(arn)),
                            safe(&message.body)
                        )
                    }
                    None => format!("a message that was sent here\n{}", safe(&message.body)),
                },
                json: json!({ "kind": "message", "source": source, "body": message.body }),
            },
        };
        let attribute = |name: &str| message.attributes.get(name).cloned();
        shown.json["message_id"] = json!(message.message_id);
        shown.json["sent_ms"] = json!(attribute("SentTimestamp"));
        shown
    }
}

fn of_records(api: &Api, mappings: &[Mapping], letter: &Records) -> Shown {
    let Records { function, reason, attempts, error, batch } = letter;
    let of = |it: &&Mapping| {
        it.event_source_arn == batch.stream_arn && name_of(&it.function_arn) == name_of(function)
    };
    let mappings: Vec<_> = mappings.iter().filter(of).map(|it| it.uuid.clone()).collect();
    let mut text = format!(
        "records of the stream {}, {}, for {}\n{}",
        safe(name_of(&batch.stream_arn)),
        safe(&batch.shard_id),
        safe(name_of(function)),
        why(reason, *attempts, error.as_deref())
    );
    let found = read_back(api, batch);
    let said = match &found {
        Ok(found) => found.says(),
        Err(refusal) => format!(
            "{} records, which cannot be read back: {}",
            batch.batch_size,
            safe(&refusal.to_string())
        ),
    };
    let records = found.map(|found| found.records).unwrap_or_default();
    let colon = if records.is_empty() { "" } else { ":" };
    let _ = writeln!(text, "{said}{colon}");
    for record in &records {
        let Record { sequence_number, partition_key, data } = record;
        let content = record.text().map_or_else(|| format!("base64 {data}"), |text| safe(&text));
        let _ = writeln!(text, "  {sequence_number}  key {}", safe(partition_key));
        let _ = writeln!(text, "    {}", content.replace('\n', "\n    "));
    }
    let described = |record: &Record| {
        let mut value = json!(record);
        value["text"] = json!(record.text());
        value
    };
    let records: Vec<_> = records.iter().map(described).collect();
    let json = json!({
        "kind": "records", "function": function, "mappings": mappings, "reason": reason,
        "attempts": attempts, "error": error, "stream": batch.stream_arn, "shard": batch.shard_id,
        "first": batch.start_sequence_number, "last": batch.end_sequence_number,
        "count": batch.batch_size, "found": said, "records": records,
    });
    Shown { text, json }
}

fn of_event(event: &Event) -> Shown {
    let Event { function, reason, attempts, error, payload } = event;
    let text = format!(
        "an event of {}\n{}\n{}",
        safe(name_of(function)),
        why(reason, *attempts, error.as_deref()),
        safe(payload.get())
    );
    let json = json!({
        "kind": "event", "function": function, "reason": reason, "attempts": attempts,
        "error": error, "payload": parsed(payload.get()),
    });
    Shown { text, json }
}

fn why(reason: &str, attempts: u64, error: Option<&str>) -> String {
    let plural = if attempts == 1 { "" } else { "s" };
    let error = error.map(|error| format!(": {}", safe(error))).unwrap_or_default();
    format!("{} after {attempts} attempt{plural}{error}", safe(reason))
}

/// A payload as JSON, or as the text that it is.
fn parsed(text: &str) -> Value {
    let is_json = serde_json::from_str::<&RawValue>(text).is_ok();
    match serde_json::from_str(text) {
        Ok(value) if is_json => value,
        _ => json!(text),
    }
}

/// Text from outside, as it may stand on a terminal.
fn safe(text: &str) -> String {
    escape::lines(text)
}
