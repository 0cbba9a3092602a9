//! `waterwheel faults`: sets, lists and removes what goes wrong on a running server.

use super::form::Form;
use crate::ask::AskArgs;
use crate::client;
use crate::escape;
use crate::output::{line, print};
use crate::table;
use clap::{Args, Subcommand};
use serde_json::Value;

/// Examples of `faults`.
pub const EXAMPLES: &str = "\
Faults are gone when the server ends; docs/faults.md tells what each does.

Examples:
  waterwheel faults set kinesis/clicks throttle --requests 3
  waterwheel faults list
  waterwheel faults clear";

const SET_EXAMPLES: &str = "\
What goes wrong:
  throttle          refused as by a service that is asked too often
  latency           begun later, by --latency-ms
  internal-error    refused as by a service that has failed
  expired-iterator  GetRecords is told that its iterator is too old
  dropped-answer    carried out, and the connection ends without an answer

Examples:
  waterwheel faults set kinesis/clicks throttle --operation PutRecords --probability 0.2
  waterwheel faults set kinesis/clicks dropped-answer --requests 1
  waterwheel faults set lambda/resize throttle --seconds 10
  waterwheel faults set s3/uploads latency --latency-ms 800 --operation PutObject
  waterwheel faults set arn:aws:sqs:us-east-1:000000000000:jobs internal-error --requests 2";

const LIST_EXAMPLES: &str = "\
Examples:
  waterwheel faults list
  waterwheel faults list --json";

const CLEAR_EXAMPLES: &str = "\
Examples:
  waterwheel faults clear
  waterwheel faults clear 5f0c9a12";

/// Options of `faults`.
#[derive(Args)]
pub struct FaultsArgs {
    /// What to do.
    #[command(subcommand)]
    command: FaultsCommand,
}

#[derive(Subcommand)]
enum FaultsCommand {
    /// Make calls go wrong, until so many have or so much time has passed, or until it is removed
    #[command(after_help = SET_EXAMPLES)]
    Set(SetArgs),
    /// List the faults that are set, with how many calls have met each
    #[command(after_help = LIST_EXAMPLES)]
    List(PlainArgs),
    /// Remove all faults, or the one of this id
    #[command(after_help = CLEAR_EXAMPLES)]
    Clear(ClearArgs),
}

#[derive(Args)]
struct PlainArgs {
    /// Whom to ask.
    #[command(flatten)]
    ask: AskArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct ClearArgs {
    /// The fault's id [default: all]
    id: Option<String>,
    /// Whom to ask.
    #[command(flatten)]
    plain: PlainArgs,
}

#[derive(Args)]
struct SetArgs {
    /// An ARN, or a service and the name of a stream, function, log group, bucket, topic or queue,
    /// such as kinesis/clicks, which is of --account and --region, or a service alone
    resource: String,
    /// throttle, latency, internal-error, expired-iterator or dropped-answer
    fault: String,
    /// An operation that is meant; may be repeated [default: all]
    #[arg(long = "operation", value_name = "NAME")]
    operations: Vec<String>,
    /// For so many calls
    #[arg(long, value_name = "COUNT")]
    requests: Option<u64>,
    /// For so many seconds
    #[arg(long, value_name = "SECONDS")]
    seconds: Option<f64>,
    /// For such a part of the calls, above 0 and at most 1; where a request is throttled record by
    /// record, of the records
    #[arg(long, value_name = "PART")]
    probability: Option<f64>,
    /// With latency: how much later calls are begun
    #[arg(long, value_name = "MS")]
    latency_ms: Option<u64>,
    /// Whom to ask.
    #[command(flatten)]
    plain: PlainArgs,
}

impl SetArgs {
    fn form(&self) -> Result<Form, String> {
        let mut form = Form {
            fault: self.fault.clone(),
            operations: self.operations.clone(),
            requests: self.requests,
            seconds: self.seconds,
            probability: self.probability,
            latency_ms: self.latency_ms,
            ..Form::default()
        };
        // Where they say nothing, the server refuses those that were given.
        (form.account, form.region) = self.plain.place();
        if self.resource.starts_with("arn:") {
            form.resource = Some(self.resource.clone());
            return Ok(form);
        }
        let (service, name) = match self.resource.split_once('/') {
            Some((service, name)) => (service, Some(name.to_owned())),
            None => (&*self.resource, None),
        };
        if name.is_some() && service != "s3" {
            form.account = Some(self.plain.ask.account.clone());
            form.region = Some(self.plain.ask.region()?);
        }
        (form.service, form.name) = (Some(service.to_owned()), name);
        Ok(form)
    }
}

impl PlainArgs {
    /// The account and region that were given; the default account cannot be told from none.
    fn place(&self) -> (Option<String>, Option<String>) {
        let account = Some(&self.ask.account).filter(|it| *it != platform::DEFAULT_ACCOUNT);
        (account.cloned(), self.ask.region.clone())
    }

    /// Refuses an account and a region where faults of all of them are meant.
    fn demand_no_place(&self) -> Result<(), String> {
        match self.place() {
            (None, None) => Ok(()),
            _ => Err("the faults of all accounts and regions are meant: leave --account and \
                      --region out"
                .to_owned()),
        }
    }
}

/// Does what the command line says. The error is a sentence for the user.
pub fn run(args: &FaultsArgs) -> Result<(), String> {
    match &args.command {
        FaultsCommand::Set(set) => {
            let body = serde_json::to_vec(&set.form()?).map_err(|error| error.to_string())?;
            let told = ask(&set.plain, "POST", "", &body)?;
            if set.plain.json { line(&told) } else { line(sentence(&told)) }
        }
        FaultsCommand::List(plain) => {
            plain.demand_no_place()?;
            let told = ask(plain, "GET", "", b"")?;
            if plain.json { line(&told) } else { print(listed(&told)) }
        }
        FaultsCommand::Clear(clear) => {
            clear.plain.demand_no_place()?;
            let below = match &clear.id {
                Some(id) if id.bytes().all(|byte| byte.is_ascii_alphanumeric()) => format!("/{id}"),
                Some(_) => return Err("an id is as `waterwheel faults list` shows it".to_owned()),
                None => String::new(),
            };
            let told = ask(&clear.plain, "DELETE", &below, b"")?;
            match (clear.plain.json, told["removed"].as_u64()) {
                (true, _) => line(&told),
                (false, Some(1)) => line("1 fault is removed"),
                (false, removed) => {
                    line(format_args!("{} faults are removed", removed.unwrap_or(0)))
                }
            }
        }
    }
    Ok(())
}

/// Asks the server, and gives what it tells. A refusal is told in the server's own words.
fn ask(plain: &PlainArgs, method: &str, below: &str, body: &[u8]) -> Result<Value, String> {
    let url = plain.ask.endpoint.url()?;
    let path = format!("/_waterwheel/faults{below}");
    let key = plain.ask.key()?;
    let answer = client::ask(&url, method, &path, body, key.as_ref())?;
    let told: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    match (answer.status, told["error"].as_str()) {
        (200, _) => Ok(told),
        (_, Some(problem)) => Err(problem.to_owned()),
        (status, None) => Err(format!("{url}{path}: status {status}: {}", answer.body)),
    }
}

fn text<'a>(told: &'a Value, name: &str) -> &'a str {
    told[name].as_str().unwrap_or_default()
}

/// Of what a fault is: a resource, or all of a service.
fn of(told: &Value) -> &str {
    told["resource"].as_str().unwrap_or_else(|| text(told, "service"))
}

fn operations(told: &Value) -> String {
    let names = told["operations"].as_array().into_iter().flatten();
    names.filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

/// What goes wrong, with how much later and how often.
fn kind(told: &Value) -> String {
    let mut kind = text(told, "fault").to_owned();
    if let Some(ms) = told["latency_ms"].as_u64() {
        kind += &format!(" {ms} ms");
    }
    if let Some(part) = told["probability"].as_f64().filter(|part| *part < 1.0) {
        kind += &format!(", {} %", (part * 1000.0).round() / 10.0);
    }
    kind
}

/// How much is left of it.
fn left(told: &Value) -> String {
    let calls = told["requests_left"].as_u64().map(|calls| format!("{calls} calls"));
    let time = told["seconds_left"].as_f64().map(|seconds| format!("{seconds:.1} s"));
    match calls.into_iter().chain(time).collect::<Vec<_>>() {
        none if none.is_empty() => "until removed".to_owned(),
        some => some.join(", "),
    }
}

fn sentence(told: &Value) -> String {
    let operations = match operations(told) {
        none if none.is_empty() => String::new(),
        some => format!(" ({some})"),
    };
    let place = escape::lines(&format!("{}{operations}", of(told)));
    format!("{} {}: {}, {}", text(told, "id"), kind(told), place, left(told))
}

fn listed(told: &Value) -> String {
    let mut out = String::new();
    let all = told["faults"].as_array().cloned().unwrap_or_default();
    let rows = all.iter().map(|one| {
        let operations = match operations(one) {
            none if none.is_empty() => "all".to_owned(),
            some => some,
        };
        let met = one["met"].as_u64().unwrap_or_default().to_string();
        vec![
            text(one, "id").to_owned(),
            kind(one),
            escape::lines(of(one)),
            operations,
            left(one),
            met,
        ]
    });
    let columns = ["ID", "FAULT", "OF", "OPERATIONS", "LEFT", "MET"];
    table::write(&mut out, table::width(), &columns, rows);
    out.trim_start().to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_fault_is_told_in_a_line() {
        let told = json!({"id": "1a", "fault": "latency", "service": "s3", "resource": null,
            "operations": ["PutObject"], "requests_left": 3, "seconds_left": 2.0,
            "probability": 0.25, "latency_ms": 800, "met": 0});
        assert_eq!(sentence(&told), "1a latency 800 ms, 25 %: s3 (PutObject), 3 calls, 2.0 s");
        let table = listed(&json!({ "faults": [told] }));
        let row = "1a  latency 800 ms, 25 %  s3  PutObject   3 calls, 2.0 s  0";
        assert_eq!(table.lines().nth(1), Some(row));
        assert_eq!(listed(&json!({ "faults": [] })).lines().last(), Some("none"));
    }
}
