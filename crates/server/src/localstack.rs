//! What lies below `/_localstack/`: what tools ask that were made for LocalStack, in its shapes
//! (docs.localstack.cloud, "REST API" and "Initialization Hooks"). Health is the gateway's.

use http::Method;
use platform::{Ids, Platform, RandomIds};
use serde_json::{Value, json};
use shapes::Timestamp;

/// What is to be told.
pub struct LocalStack {
    session: String,
    started: Timestamp,
}

/// The stages of a start, and whether they are behind a server that answers.
const STAGES: [(&str, bool); 4] =
    [("BOOT", true), ("START", true), ("READY", true), ("SHUTDOWN", false)];

impl LocalStack {
    /// From now on the server runs.
    pub fn new(platform: &Platform) -> Self {
        Self { session: RandomIds.uuid(), started: platform.clock.now() }
    }

    /// The status and body for a path below `/_localstack/`; `None` for what the gateway answers.
    pub fn answer(&self, method: &Method, path: &str, now: Timestamp) -> Option<(u16, Value)> {
        let reads = matches!(*method, Method::GET | Method::HEAD);
        let path = path.trim_end_matches('/');
        let told = match path {
            "health" if reads => return None,
            "health" => return Some(refused("a restart by POST to /_localstack/health")),
            "info" => self.info(now),
            "init" => {
                let completed = STAGES.map(|(name, done)| (name.to_owned(), Value::Bool(done)));
                json!({ "completed": Value::Object(completed.into_iter().collect()), "scripts": [] })
            }
            _ if path == "state" || path.starts_with("state/") => {
                return Some(refused(&format!("/_localstack/{path}")));
            }
            _ => {
                let stage = path.strip_prefix("init/")?;
                let known = STAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(stage));
                match known {
                    Some((_, done)) => json!({ "completed": done, "scripts": [] }),
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
        let localstack = LocalStack { session: "s".to_owned(), started: Timestamp(1000) };
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
}
