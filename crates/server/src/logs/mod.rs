//! `waterwheel logs`: a function's log, request by request.
//!
//! A client of the public APIs, as any other.

mod lines;
mod requests;
mod show;

use crate::api::Api;
use crate::cli::LogsArgs;
use crate::clock;
use crate::near;
use crate::output;
use crate::paint::Paint;
use platform::{Clock, SystemClock};
use requests::{Event, Requests};
use serde::Deserialize;
use serde_json::{Value, json};
use show::Form;
use std::collections::BTreeMap;
use std::io::{Write as _, stderr};
use std::time::Duration;

/// How long it waits for what comes, between two looks.
const PAUSE: Duration = Duration::from_millis(400);
/// How far behind the newest line it looks for others that came late, in milliseconds.
const LATE_MS: i64 = 10_000;

/// How far back to begin, in milliseconds; all there is where it is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since(Option<i64>);

/// Reads `10m` and its kin. The error is a sentence for the user.
pub fn since(text: &str) -> Result<Since, String> {
    if text == "all" {
        return Ok(Since(None));
    }
    let wrong = || "it is a number with a unit, such as 30s, 10m, 2h or 7d, or all".to_owned();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit: i64 = match &text[digits.len()..] {
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(wrong()),
    };
    let count: u32 = digits.parse().map_err(|_| wrong())?;
    i64::from(count).checked_mul(unit).map(|ms| Since(Some(ms))).ok_or_else(wrong)
}

/// Prints the log, and with `--follow` what comes, until Ctrl-C or until nobody reads it. The error
/// is a sentence for the user.
pub async fn run(args: LogsArgs) -> Result<(), String> {
    let api = Api::new(&args.ask)?;
    let name = args.function.clone();
    let group = group_of(&api, &name)?;
    let default = Since(Some(if args.follow { 600_000 } else { 3_600_000 }));
    let Since(back) = args.since.unwrap_or(default);
    let from = back.map_or(0, |back| clock::now_ms(&args.ask).saturating_sub(back).max(0));
    let form = Form { paint: Paint::of_stdout(), as_json: args.json };
    let mut tail = Tail { api, group, from, seen: BTreeMap::new() };
    let mut requests = Requests::new(args.errors);
    // Begun at once: while there is nothing to wait for, an error is a reason to end.
    let events = tail.more()?;
    if args.follow {
        return tail.follow(events, requests, &form).await;
    }
    let mut pieces = requests.take_all(events);
    pieces.extend(requests.rest());
    let printed = !pieces.is_empty();
    if !pieces.iter().all(|piece| output::is_read(form.text(piece))) {
        return Ok(());
    }
    if !printed {
        tell(&nothing(&tail, &name, back, args.errors)?);
    }
    Ok(())
}

/// Prints what a function logs from a time on, in milliseconds, until the process is stopped or
/// nobody reads it. A server that does not answer is asked again.
///
/// # Errors
/// A sentence for the user.
pub async fn follow(api: Api, function: &str, from: i64) -> Result<(), String> {
    let form = Form { paint: Paint::of_stdout(), as_json: false };
    let group = format!("/aws/lambda/{function}");
    let mut tail = Tail { api, group, from, seen: BTreeMap::new() };
    let events = tail.more_or_patience()?;
    tail.follow(events, Requests::new(false), &form).await
}

fn tell(sentence: &str) {
    let _ = writeln!(stderr(), "{}", crate::escape::lines(sentence));
}

/// The group that is meant. A function that was deleted may have left one.
fn group_of(api: &Api, name: &str) -> Result<String, String> {
    if name.starts_with('/') {
        return Ok(name.to_owned());
    }
    // `arn:aws:lambda:region:account:function:name:qualifier`
    let function = match name.split(':').nth(6) {
        Some(function) if name.starts_with("arn:") => function,
        _ => name,
    };
    if let Some(group) = api.log_group(function)? {
        return Ok(group);
    }
    let left = format!("/aws/lambda/{function}");
    if exists(api, &left)? {
        tell(&format!("there is no function {function} any more; this is what it left"));
        return Ok(left);
    }
    let all: Vec<String> = api.functions()?.into_iter().map(|it| it.function_name).collect();
    let near = near::to(function, all.iter().map(String::as_str));
    let hint = match (near.is_empty(), all.len()) {
        (false, _) => near::question(&near),
        (true, 0) => "; there are none".to_owned(),
        (true, 1..=8) => format!("; there are {}", all.join(", ")),
        (true, many) => format!("; there are {many} others: waterwheel status"),
    };
    Err(format!("there is no function {function} in {}{hint}", api.place()))
}

fn exists(api: &Api, group: &str) -> Result<bool, String> {
    let said: Value = api.logs("DescribeLogGroups", &json!({ "logGroupNamePrefix": group }))?;
    let groups = said.get("logGroups").and_then(Value::as_array).into_iter().flatten();
    Ok(groups.filter_map(|it| it.get("logGroupName")).any(|name| name == group))
}

/// Why nothing was printed.
fn nothing(tail: &Tail, name: &str, back: Option<i64>, errors: bool) -> Result<String, String> {
    let Some(back) = back else {
        let what = if errors { "nothing failed in what" } else { "there is nothing that" };
        return Ok(format!("{what} {name} has written"));
    };
    let what = if errors { "no failures" } else { "no lines" };
    let minutes = back / 60_000;
    let span = match minutes {
        0 => format!("{} s", back / 1000),
        1..120 => format!("{minutes} min"),
        _ => format!("{} h", minutes / 60),
    };
    let more = if exists(&tail.api, &tail.group)? {
        "--since all looks further back"
    } else {
        "it has not run yet"
    };
    Ok(format!("{what} of {name} in the last {span}; {more}"))
}

/// The events of a group as they come.
struct Tail {
    api: Api,
    group: String,
    /// From when on it looks.
    from: i64,
    /// The events since then that it has given.
    seen: BTreeMap<String, i64>,
}

impl Tail {
    /// What was not given yet, in the order of time. `None` while there is no such group.
    fn more(&mut self) -> Result<Option<Vec<Event>>, crate::api::Refusal> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Page {
            #[serde(default)]
            events: Vec<Event>,
            next_token: Option<String>,
        }
        let (mut all, mut token) = (Vec::new(), None);
        loop {
            let mut input = json!({ "logGroupName": self.group, "startTime": self.from });
            if let Some(token) = token {
                input["nextToken"] = Value::String(token);
            }
            let page: Page = match self.api.logs("FilterLogEvents", &input) {
                Ok(page) => page,
                Err(refusal) if refusal.is_missing() => return Ok(None),
                Err(refusal) => return Err(refusal),
            };
            for event in page.events {
                if self.seen.insert(event.event_id.clone(), event.timestamp).is_none() {
                    all.push(event);
                }
            }
            token = page.next_token;
            if token.is_none() {
                break;
            }
        }
        let newest = self.seen.values().max().copied().unwrap_or(self.from);
        self.from = self.from.max(newest - LATE_MS);
        let from = self.from;
        self.seen.retain(|_, time| *time >= from);
        Ok(Some(all))
    }

    /// Prints these events and what comes.
    async fn follow(
        &mut self,
        mut events: Option<Vec<Event>>,
        mut requests: Requests,
        form: &Form,
    ) -> Result<(), String> {
        loop {
            let mut pieces = requests.take_all(events);
            pieces.extend(requests.waiting());
            if !pieces.iter().all(|piece| output::is_read(form.text(piece))) {
                return Ok(());
            }
            SystemClock.sleep(PAUSE).await;
            events = self.more_or_patience()?;
        }
    }

    /// The same of a server that may be away for a while.
    fn more_or_patience(&mut self) -> Result<Option<Vec<Event>>, String> {
        match self.more() {
            Err(refusal) if refusal.is_silence() => Ok(None),
            other => Ok(other?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_back_has_a_unit() {
        assert_eq!(since("10m"), Ok(Since(Some(600_000))));
        assert_eq!(since("7d"), Ok(Since(Some(604_800_000))));
        assert_eq!(since("all"), Ok(Since(None)));
        for wrong in ["", "10", "m", "1w", "-1h", "99999999999999999d", "1 h"] {
            assert!(since(wrong).is_err(), "{wrong}");
        }
    }
}
