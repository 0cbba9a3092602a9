//! What lies below `/_localstack/`: what tools ask that were made for LocalStack, in its shapes
//! (docs.localstack.cloud, "REST API" and "Initialization Hooks"). Health is the gateway's.

use http::Method;
use platform::{Ids, Platform, RandomIds};
use serde_json::{Value, json};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is to be told.
pub struct LocalStack {
    session: String,
    started: Timestamp,
    /// Where an image's entry point writes what becomes of its hooks.
    report: Option<PathBuf>,
}

/// The stages of a start, and whether they are behind a server that answers.
const STAGES: [(&str, bool); 4] =
    [("BOOT", true), ("START", true), ("READY", true), ("SHUTDOWN", false)];

impl LocalStack {
    /// From now on the server runs.
    pub fn new(platform: &Platform, report: Option<PathBuf>) -> Self {
        Self { session: RandomIds.uuid(), started: platform.clock.now(), report }
    }

    /// How far the hooks are.
    fn hooks(&self) -> Hooks {
        let report = self.report.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
        report.map_or_else(Hooks::none, |report| Hooks::read(&report))
    }

    /// The status and body for a path below `/_localstack/`; `None` for what the gateway answers.
    pub fn answer(&self, method: &Method, path: &str, now: Timestamp) -> Option<(u16, Value)> {
        let reads = matches!(*method, Method::GET | Method::HEAD);
        let path = path.trim_end_matches('/');
        let told = match path {
            "health" if reads => return None,
            "health" => return Some(refused("a restart by POST to /_localstack/health")),
            "info" => self.info(now),
            "init" => self.hooks().all(),
            _ if path == "state" || path.starts_with("state/") => {
                return Some(refused(&format!("/_localstack/{path}")));
            }
            _ => {
                let stage = path.strip_prefix("init/")?;
                match self.hooks().of(stage) {
                    Some(told) => told,
                    None => {
                        return Some((404, json!({ "error": format!("no such stage {stage}") })));
                    }
                }
            }
        };
        match reads {
            true => Some((200, told)),
            false => Some((405, json!({ "error": "GET is what works here" }))),
        }
    }

    fn info(&self, now: Timestamp) -> Value {
        let time = now.iso8601();
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "edition": "waterwheel",
            "is_license_activated": false,
            "session_id": self.session,
            "machine_id": "waterwheel",
            "system": std::env::consts::OS,
            "is_docker": is_in_container(),
            "server_time_utc": time.trim_end_matches('Z'),
            "uptime": (now.millis() - self.started.millis()).max(0) / 1000,
        })
    }
}

/// How far the hooks of an image are, as LocalStack tells it.
struct Hooks {
    completed: BTreeMap<String, bool>,
    /// Stage, name and state of each script, in the order in which they began.
    scripts: Vec<[String; 3]>,
}

impl Hooks {
    /// A server without an entry point has no hooks; what there would be before it answers is over.
    fn none() -> Self {
        let completed = STAGES.map(|(name, done)| (name.to_owned(), done));
        Self { completed: completed.into(), scripts: Vec::new() }
    }

    /// Reads a report: a line `STAGE STATE NAME` for each change of a script, `STAGE completed` for each
    /// stage that is over.
    fn read(report: &str) -> Self {
        let completed = STAGES.map(|(name, _)| (name.to_owned(), false));
        let mut hooks = Self { completed: completed.into(), scripts: Vec::new() };
        for line in report.lines() {
            let mut words = line.splitn(3, ' ');
            let stage = words.next().unwrap_or_default();
            match (words.next(), words.next()) {
                (Some("completed"), None) => drop(hooks.completed.insert(stage.to_owned(), true)),
                (Some(state), Some(name)) => {
                    let known = |it: &&mut [String; 3]| it[0] == stage && it[1] == name;
                    match hooks.scripts.iter_mut().rev().find(known) {
                        Some(script) if state != "RUNNING" => script[2] = state.to_owned(),
                        _ => hooks.scripts.push([stage, name, state].map(str::to_owned)),
                    }
                }
                _ => {}
            }
        }
        hooks
    }

    fn scripts(&self, stage: Option<&str>) -> Value {
        let wanted = |it: &&[String; 3]| stage.is_none_or(|stage| it[0] == stage);
        let told = |[stage, name, state]: &[String; 3]| json!({ "stage": stage, "name": name, "state": state });
        Value::Array(self.scripts.iter().filter(wanted).map(told).collect())
    }

    fn all(&self) -> Value {
        json!({ "completed": self.completed, "scripts": self.scripts(None) })
    }

    /// One stage; `None` where there is no such one.
    fn of(&self, stage: &str) -> Option<Value> {
        let (name, completed) =
            self.completed.iter().find(|(name, _)| name.eq_ignore_ascii_case(stage))?;
        Some(json!({ "completed": completed, "scripts": self.scripts(Some(name)) }))
    }
}

fn refused(what: &str) -> (u16, Value) {
    let sentence = format!(
        "{what} is not supported by Waterwheel: `waterwheel stop` and `waterwheel reset` empty a \
         server, and one that is started with --ephemeral begins empty"
    );
    // With 501, which would be the word for it, many clients try again.
    (400, json!({ "error": sentence }))
}

/// Whether this is a container: Docker leaves one file in its containers, Podman the other.
fn is_in_container() -> bool {
    ["/.dockerenv", "/run/.containerenv"].iter().any(|file| std::path::Path::new(file).exists())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn tools_of_localstack_read_what_they_expect() {
        let localstack =
            LocalStack { session: "s".to_owned(), started: Timestamp(1000), report: None };
        let ask = |method: Method, path: &str| localstack.answer(&method, path, Timestamp(8000));
        let (status, init) = ask(Method::GET, "init").unwrap();
        assert_eq!(
            (status, &init["completed"]["READY"], &init["scripts"]),
            (200, &json!(true), &json!([]))
        );
        assert_eq!(ask(Method::GET, "init/ready").unwrap().1["completed"], true);
        assert_eq!(ask(Method::GET, "init/shutdown").unwrap().1["completed"], false);
        assert_eq!(ask(Method::GET, "init/none").unwrap().0, 404);
        let (_, info) = ask(Method::GET, "info").unwrap();
        assert_eq!(
            (&info["uptime"], &info["server_time_utc"]),
            (&json!(7), &json!("1970-01-01T00:00:08"))
        );
        assert_eq!(ask(Method::GET, "health"), None);
        for (method, path) in
            [(Method::POST, "state/reset"), (Method::POST, "health"), (Method::GET, "state")]
        {
            let (status, said) = ask(method, path).unwrap();
            assert!(status == 400 && said["error"].as_str().unwrap().contains("waterwheel reset"));
        }
        assert_eq!(ask(Method::POST, "info").unwrap().0, 405);
        assert_eq!(ask(Method::GET, "nothing"), None);
    }

    #[test]
    fn hooks_are_told_as_far_as_they_are() {
        let report = "BOOT completed\nSTART completed\nREADY RUNNING a b.sh\n";
        let told = Hooks::read(report).of("ready").unwrap();
        let script = |state| json!([{ "stage": "READY", "name": "a b.sh", "state": state }]);
        assert_eq!(told, json!({ "completed": false, "scripts": script("RUNNING") }));
        let report = format!("{report}READY ERROR a b.sh\nREADY completed\n");
        let hooks = Hooks::read(&report);
        assert_eq!(hooks.of("READY").unwrap()["scripts"], script("ERROR"));
        let completed = json!({ "BOOT": true, "START": true, "READY": true, "SHUTDOWN": false });
        assert_eq!(hooks.all()["completed"], completed);
        assert_eq!(hooks.of("START").unwrap(), json!({ "completed": true, "scripts": [] }));
    }
}
