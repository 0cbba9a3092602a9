//! What the function logs, as it comes.

use super::patience::pause;
use crate::api::Api;
use crate::escape;
use crate::output::line;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(200);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct Page {
    events: Vec<Event>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    event_id: String,
    timestamp: i64,
    message: String,
}

/// What was shown last.
struct Place {
    /// The time of the newest line, in milliseconds.
    newest: i64,
    /// The lines of that time.
    shown: BTreeSet<String>,
}

impl Place {
    /// Whether a line was not shown before; now it is.
    fn passes(&mut self, event: &Event) -> bool {
        if event.timestamp > self.newest {
            self.newest = event.timestamp;
            self.shown.clear();
        }
        event.timestamp == self.newest && self.shown.insert(event.event_id.clone())
    }
}

/// Shows each line of the function's log from a time on, in milliseconds, until the process is
/// stopped. A server that does not answer is asked again.
pub fn follow(api: &Api, function: &str, since: i64) -> Result<(), String> {
    let group = format!("/aws/lambda/{function}");
    let mut place = Place { newest: since, shown: BTreeSet::new() };
    loop {
        let mut token: Option<String> = None;
        loop {
            let mut input = json!({ "logGroupName": group, "startTime": place.newest });
            if let Some(token) = &token {
                input["nextToken"] = json!(token);
            }
            // The group is made with the first line.
            let page: Page = api.logs("FilterLogEvents", &input).unwrap_or_default();
            for event in page.events {
                if place.passes(&event) {
                    line(escape::lines(event.message.trim_end()));
                }
            }
            token = page.next_token;
            if token.is_none() {
                break;
            }
        }
        pause(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_shown_once() {
        let event = |id: &str, timestamp| Event {
            event_id: id.to_owned(),
            timestamp,
            message: String::new(),
        };
        let mut place = Place { newest: 5, shown: BTreeSet::new() };
        let passed = [("a", 5), ("b", 5), ("a", 5), ("c", 7), ("d", 7), ("c", 7), ("b", 5)]
            .map(|(id, timestamp)| place.passes(&event(id, timestamp)));
        assert_eq!(passed, [true, true, false, true, true, false, false]);
    }
}
