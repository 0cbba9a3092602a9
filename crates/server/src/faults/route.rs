//! `/_waterwheel/faults`: POST sets one, GET lists them, DELETE removes all, or with an id one.

use super::form::{Form, tell};
use http::Method;
use platform::Platform;
use serde_json::{Value, json};

/// Answers a request for a path below `/_waterwheel/faults`, which is given from there on: the HTTP
/// status, and JSON.
pub fn answer(platform: &Platform, method: &Method, below: &str, body: &[u8]) -> (u16, Value) {
    let id = below.trim_matches('/');
    let now = platform.clock.now();
    match (method, id) {
        (&Method::GET, "") => {
            let all: Vec<_> = platform.faults.list().iter().map(|set| tell(set, now)).collect();
            (200, json!({ "faults": all }))
        }
        (&Method::POST, "") => {
            let settled = Form::read(body).and_then(|form| form.settle(platform));
            let set = settled.and_then(|fault| {
                let set = platform.faults.set(fault);
                set.ok_or_else(|| "there are too many faults: remove some".to_owned())
            });
            match set {
                Ok(set) => {
                    let told = tell(&set, now);
                    tracing::info!(fault = %told, "calls go wrong on purpose");
                    (200, told)
                }
                Err(problem) => (400, json!({ "error": problem })),
            }
        }
        (&Method::DELETE, "") => (200, json!({ "removed": platform.faults.clear(None) })),
        (&Method::DELETE, id) => match platform.faults.clear(Some(id)) {
            0 => (404, json!({ "error": "there is no such fault, or it is over" })),
            removed => (200, json!({ "removed": removed })),
        },
        _ => (405, json!({ "error": "GET, POST and DELETE are what works here" })),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_told() {
        let (platform, _) = platform::testing::platform();
        let ask = |method, below: &str| answer(&platform, &method, below, b"");
        assert_eq!(ask(Method::GET, ""), (200, json!({ "faults": [] })));
        assert_eq!(ask(Method::DELETE, "/"), (200, json!({ "removed": 0 })));
        assert_eq!(ask(Method::DELETE, "/ab").0, 404);
        assert_eq!(ask(Method::POST, "").0, 400);
        assert_eq!((ask(Method::PUT, "").0, ask(Method::GET, "/ab").0), (405, 405));
    }
}
