//! `waterwheel dlq list`: the queues that failures are told to.

use super::letters::name_of;
use super::queue::{Counts, Queue};
use crate::api::Api;
use crate::escape;
use crate::output::{line, print};
use crate::table;
use platform::Arn;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::ExitCode;

/// A queue of letters.
#[derive(Serialize)]
struct Listed {
    queue: String,
    arn: String,
    /// That wait; `None` where the queue is missing, or not here.
    letters: Option<usize>,
    /// That somebody has received.
    in_flight: Option<usize>,
    /// Whose letters they are.
    of: Vec<String>,
}

/// Lists them.
pub fn run(api: &Api, as_json: bool) -> Result<ExitCode, String> {
    let mut all = Vec::new();
    for (arn, of) in queues(api)? {
        let queue = Queue::of(api, &arn);
        let is_here = queue.arn() == arn;
        let counts = if is_here { queue.counts().ok() } else { None };
        let count = |count: fn(&Counts) -> usize| counts.as_ref().map(count);
        all.push(Listed {
            queue: queue.name().to_owned(),
            letters: count(|it| it.visible),
            in_flight: count(|it| it.in_flight),
            arn,
            of,
        });
    }
    if as_json {
        line(json!({ "queues": all }));
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = String::new();
    let shown = |count: Option<usize>| count.map_or("?".to_owned(), |count| count.to_string());
    let columns = ["QUEUE", "LETTERS", "IN FLIGHT", "OF"];
    let rows = all.iter().map(|it| {
        let of = escape::lines(&it.of.join(", "));
        vec![it.queue.clone(), shown(it.letters), shown(it.in_flight), of]
    });
    table::write(&mut out, table::width(), &columns, rows);
    print(out.trim_start());
    Ok(ExitCode::SUCCESS)
}

/// The ARNs of the queues, and whose letters go there.
fn queues(api: &Api) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut tell = |arn: Option<&str>, of: String| {
        let is_queue = |arn: &&str| Arn::parse(arn).is_some_and(|it| it.service == "sqs");
        if let Some(arn) = arn.filter(is_queue) {
            found.entry(arn.to_owned()).or_default().push(of);
        }
    };
    for function in api.functions()? {
        let name = &function.function_name;
        tell(function.dead_letter_config.target_arn.as_deref(), format!("events of {name}"));
        // A function that was deleted meanwhile has none.
        let destination = api.event_destination(name).unwrap_or_default();
        tell(destination.as_deref(), format!("events of {name}"));
    }
    for mapping in api.mappings()? {
        let (source, function) =
            (name_of(&mapping.event_source_arn), name_of(&mapping.function_arn));
        let destination = mapping.destination_config.as_ref().and_then(|it| it.on_failure());
        tell(destination, format!("records of {source} for {function}"));
    }
    for url in list(api)? {
        let queue = Queue::of(api, &url);
        let attributes = queue.attributes().unwrap_or_default();
        let policy = attributes.get("RedrivePolicy").and_then(Value::as_str).unwrap_or_default();
        let policy: Value = serde_json::from_str(policy).unwrap_or_default();
        let target = policy.get("deadLetterTargetArn").and_then(Value::as_str);
        tell(target, format!("messages of {}", queue.name()));
    }
    Ok(found)
}

/// The URLs of all queues.
fn list(api: &Api) -> Result<Vec<String>, String> {
    let (mut all, mut token) = (Vec::new(), Value::Null);
    loop {
        let mut input = json!({ "MaxResults": 1000 });
        if !token.is_null() {
            input["NextToken"] = token;
        }
        let answer: Value = api.sqs("ListQueues", &input)?;
        let urls = answer.get("QueueUrls").and_then(Value::as_array).into_iter().flatten();
        all.extend(urls.filter_map(Value::as_str).map(str::to_owned));
        token = answer.get("NextToken").cloned().unwrap_or_default();
        if token.is_null() {
            return Ok(all);
        }
    }
}
