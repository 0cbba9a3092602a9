//! `waterwheel dlq redrive`: what failed goes back to where it failed.
//!
//! A letter is deleted only when what it is about was taken, so one that is redriven while this
//! process dies is redriven again. Letters that came after the start are left alone: what fails once
//! more is not redriven for ever.

use super::letters::{Event, Letter, Records, name_of};
use super::queue::Queue;
use super::records::{Record, read_back};
use crate::api::{Api, Function, Message};
use crate::cli::DlqRedriveArgs;
use crate::escape;
use crate::output::line;
use platform::Arn;
use serde::Deserialize;
use serde_json::{Value, json};
use std::process::ExitCode;
use std::time::Duration;

/// How long nobody else receives what is redriven.
const SECONDS: u32 = 300;
/// The most records, and bytes of them, that Kinesis takes at once.
const MOST_RECORDS: usize = 500;
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// How often records are put that Kinesis cannot take at the moment.
const ATTEMPTS: u32 = 5;
/// How often a task of SQS is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Redrives them.
pub fn run(api: &Api, args: &DlqRedriveArgs) -> Result<ExitCode, String> {
    api.here(&args.queue)?;
    let queue = Queue::of(api, &args.queue);
    let wanted = queue.counts()?.visible;
    let mut redrive = Redrive { api, args, functions: None, done: 0, kept: Vec::new(), dead: 0 };
    let mut held = Vec::new();
    let gone_through = redrive.go_through(&queue, wanted, &mut held);
    let given_back = queue.give_back(&held);
    gone_through?;
    given_back?;
    let Redrive { done, kept, dead, .. } = &redrive;
    for (id, why) in kept {
        say(args, "kept", id, why);
    }
    let mut moved = 0;
    match (*dead, kept.len()) {
        (0, _) => {}
        (_, 0) => moved = move_back(api, &queue, args)?,
        (dead, _) => say(
            args,
            "kept",
            queue.name(),
            &format!("{dead} messages of other queues: SQS moves all of a queue or none"),
        ),
    }
    let left = queue.counts()?.visible;
    let (done, name) = (*done, queue.name());
    match args.of.json {
        true => line(json!({ "queue": name, "redriven": done, "moved": moved, "left": left })),
        false => line(format_args!(
            "{} redriven, {left} left in {name}",
            done + usize::try_from(moved).unwrap_or_default()
        )),
    }
    let is_whole = redrive.kept.is_empty();
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Redrive<'a> {
    api: &'a Api,
    args: &'a DlqRedriveArgs,
    /// Asked when they are needed.
    functions: Option<Vec<Function>>,
    done: usize,
    /// Letters that stay, and why.
    kept: Vec<(String, String)>,
    /// Messages of other queues.
    dead: usize,
}

impl Redrive<'_> {
    /// Redrives at most so many letters. Those that stay are held until all have been looked at.
    fn go_through(
        &mut self,
        queue: &Queue<'_>,
        wanted: usize,
        held: &mut Vec<Message>,
    ) -> Result<(), String> {
        let mut seen = 0;
        while seen < wanted {
            let messages = queue.receive(wanted - seen, SECONDS)?;
            if messages.is_empty() {
                break;
            }
            seen += messages.len();
            for message in messages {
                match self.one(queue, &message) {
                    Ok(Some(what)) => {
                        queue.delete(&message)?;
                        self.done += 1;
                        say(self.args, "redriven", &message.message_id, &what);
                    }
                    Ok(None) => {
                        self.dead += 1;
                        held.push(message);
                    }
                    Err(why) => {
                        self.kept.push((message.message_id.clone(), why));
                        held.push(message);
                    }
                }
            }
        }
        Ok(())
    }

    /// Redrives one letter and says what was done; nothing for a message of another queue.
    fn one(&mut self, queue: &Queue<'_>, message: &Message) -> Result<Option<String>, String> {
        match Letter::of(message) {
            Letter::Records(letter) => self.records(&letter).map(Some),
            Letter::Event(letter) => self.event(&letter).map(Some),
            Letter::DeadEvent { .. } => {
                let function = match self.target("lambda")? {
                    Some(arn) => {
                        self.api.here(arn)?;
                        name_of(arn).to_owned()
                    }
                    None => self.whose(queue)?,
                };
                self.invoke(&function, &message.body).map(Some)
            }
            Letter::Dead { .. } => self.target("sqs").map(|_| None),
        }
    }

    /// Where it is to go instead, if the command line says so.
    fn target(&self, service: &str) -> Result<Option<&str>, String> {
        let Some(to) = self.args.to.as_deref() else { return Ok(None) };
        match Arn::parse(to).is_some_and(|arn| arn.service == service) {
            true => Ok(Some(to)),
            false => Err(format!("{to} is no place for it: it goes to {service}")),
        }
    }

    fn records(&self, letter: &Records) -> Result<String, String> {
        let batch = &letter.batch;
        let stream = self.target("kinesis")?.unwrap_or(&batch.stream_arn);
        self.api.here(&batch.stream_arn)?;
        self.api.here(stream)?;
        let found = read_back(self.api, batch)?;
        let is_more = found.records.len() > found.expected;
        if found.records.is_empty() || !(found.is_exact() || is_more && self.args.whole_range) {
            let hint = if is_more { " (--whole-range puts all of them back)" } else { "" };
            return Err(format!("{}{hint}", found.says()));
        }
        put(self.api, stream, &found.records)?;
        let (count, name) = (found.records.len(), name_of(stream));
        let plural = if count == 1 { "" } else { "s" };
        Ok(format!("{count} record{plural} put into the stream {name}"))
    }

    fn event(&self, letter: &Event) -> Result<String, String> {
        let function = self.target("lambda")?.unwrap_or(&letter.function);
        self.api.here(function)?;
        self.invoke(name_of(function), letter.payload.get())
    }

    fn invoke(&self, function: &str, event: &str) -> Result<String, String> {
        self.api.invoke_later(function, event)?;
        Ok(format!("handed to {function} again"))
    }

    /// The only function whose dead letters go to a queue.
    fn whose(&mut self, queue: &Queue<'_>) -> Result<String, String> {
        let functions = match self.functions.take() {
            Some(functions) => functions,
            None => self.api.functions()?,
        };
        let arn = queue.arn();
        let of = |it: &&Function| it.dead_letter_config.target_arn.as_ref() == Some(&arn);
        let names: Vec<_> =
            functions.iter().filter(of).map(|it| it.function_name.clone()).collect();
        self.functions = Some(functions);
        match &names[..] {
            [name] => Ok(name.clone()),
            [] => Err("no function has its dead letters here: name one with --to".to_owned()),
            several => {
                Err(format!("it may be an event of {}: name one with --to", several.join(" or ")))
            }
        }
    }
}

/// Puts records into a stream, in their order, with their keys.
fn put(api: &Api, stream: &str, records: &[Record]) -> Result<(), String> {
    let mut rest = records;
    while !rest.is_empty() {
        let mut bytes = 0;
        let fits = |record: &&Record| {
            bytes += record.data.len() + record.partition_key.len();
            bytes <= MOST_BYTES
        };
        let count = rest.iter().take(MOST_RECORDS).take_while(fits).count().max(1);
        let (some, others) = rest.split_at(count);
        put_some(api, stream, some.to_vec())?;
        rest = others;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PutAnswer {
    records: Vec<PutResult>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct PutResult {
    #[serde(default)]
    error_code: Option<String>,
}

/// Puts records, and again those that were not taken. What was taken meanwhile stays.
fn put_some(api: &Api, stream: &str, mut records: Vec<Record>) -> Result<(), String> {
    for _ in 0..ATTEMPTS {
        let entry = |it: &Record| json!({ "Data": it.data, "PartitionKey": it.partition_key });
        let entries: Vec<_> = records.iter().map(entry).collect();
        let answer: PutAnswer =
            api.kinesis("PutRecords", &json!({ "StreamARN": stream, "Records": entries }))?;
        let failed = records.into_iter().zip(&answer.records);
        records = failed.filter(|(_, it)| it.error_code.is_some()).map(|(it, _)| it).collect();
        if records.is_empty() {
            return Ok(());
        }
        pause();
    }
    Err(format!("{} records were not taken by {}", records.len(), name_of(stream)))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Task {
    status: String,
    #[serde(default)]
    approximate_number_of_messages_moved: i64,
    #[serde(default)]
    approximate_number_of_messages_to_move: Option<i64>,
    #[serde(default)]
    failure_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Tasks {
    #[serde(default)]
    results: Vec<Task>,
}

/// Has SQS move the messages of other queues back, and waits for it. Gives how many were moved.
fn move_back(api: &Api, queue: &Queue<'_>, args: &DlqRedriveArgs) -> Result<i64, String> {
    let arn = queue.arn();
    let mut input = json!({ "SourceArn": arn });
    if let Some(to) = &args.to {
        input["DestinationArn"] = json!(to);
    }
    let _: Value = api.sqs("StartMessageMoveTask", &input)?;
    let mut before = -1;
    loop {
        let tasks: Tasks =
            api.sqs("ListMessageMoveTasks", &json!({ "SourceArn": arn, "MaxResults": 1 }))?;
        let task = tasks.results.into_iter().next().ok_or("SQS has forgotten its task")?;
        let moved = task.approximate_number_of_messages_moved;
        if moved != before {
            let of = task.approximate_number_of_messages_to_move.unwrap_or(moved);
            say(args, "moved", queue.name(), &format!("{moved} of {of} messages"));
            before = moved;
        }
        match &*task.status {
            "COMPLETED" => return Ok(moved),
            "RUNNING" => pause(),
            status => {
                let why = task.failure_reason.unwrap_or_default();
                return Err(format!("the task of SQS is {status} after {moved} messages: {why}"));
            }
        }
    }
}

/// Lets a server go on: nobody wakes its clients.
#[allow(clippy::disallowed_methods)]
fn pause() {
    std::thread::sleep(LOOK_EVERY);
}

/// Tells of one step.
fn say(args: &DlqRedriveArgs, what: &str, id: &str, why: &str) {
    match args.of.json {
        true => line(json!({ "step": what, "of": id, "says": why })),
        false => line(format_args!("{what} {id}: {}", escape::lines(why))),
    }
}
