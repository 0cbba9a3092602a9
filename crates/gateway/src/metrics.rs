//! Counts of requests, and of calls between services, in the Prometheus text format.

use platform::Registry;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;

/// What is counted apart: service, operation, HTTP status.
type Key = (&'static str, &'static str, u16);

#[derive(Default)]
struct Counter {
    requests: AtomicU64,
    micros: AtomicU64,
}

/// Counts of requests since the process began. Names come from the models and statuses from
/// HTTP, so there are only so many counters.
#[derive(Default)]
pub struct Metrics {
    counters: RwLock<BTreeMap<Key, Arc<Counter>>>,
    pub(crate) connections: AtomicU64,
}

impl Metrics {
    /// Counts one request.
    pub(crate) fn count(&self, key: Key, took: Duration) {
        let known = self.counters.read().unwrap_or_else(|e| e.into_inner()).get(&key).cloned();
        let counter = known.unwrap_or_else(|| {
            let mut all = self.counters.write().unwrap_or_else(|e| e.into_inner());
            all.entry(key).or_default().clone()
        });
        counter.requests.fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        counter.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// How many requests were answered so, of all operations.
    pub fn requests(&self, service: &str, operation: &str, status: u16) -> u64 {
        let all = self.counters.read().unwrap_or_else(|e| e.into_inner());
        let one =
            all.iter().find(|((s, o, code), _)| (*s, *o, *code) == (service, operation, status));
        one.map_or(0, |(_, counter)| counter.requests.load(Ordering::Relaxed))
    }

    /// All counters in the Prometheus text format, version 0.0.4.
    pub fn render(&self, registry: &Registry) -> String {
        let mut counts = String::new();
        let mut seconds = String::new();
        let all = self.counters.read().unwrap_or_else(|e| e.into_inner());
        for ((service, operation, status), counter) in all.iter() {
            let labels =
                format!("{{service=\"{service}\",operation=\"{operation}\",status=\"{status}\"}}");
            let requests = counter.requests.load(Ordering::Relaxed);
            let micros = counter.micros.load(Ordering::Relaxed);
            let _ = writeln!(counts, "waterwheel_requests_total{labels} {requests}");
            let took = Duration::from_micros(micros).as_secs_f64();
            let _ = writeln!(seconds, "waterwheel_request_seconds_total{labels} {took}");
        }
        let calls = calls(registry);
        let connections = self.connections.load(Ordering::Relaxed);
        format!(
            "# HELP waterwheel_requests_total Requests by operation and HTTP status.\n\
             # TYPE waterwheel_requests_total counter\n{counts}\
             # HELP waterwheel_request_seconds_total Time taken by them until the answer began.\n\
             # TYPE waterwheel_request_seconds_total counter\n{seconds}\
             # HELP waterwheel_calls_total Calls between services, by operation and how they ended.\n\
             # TYPE waterwheel_calls_total counter\n{calls}\
             # HELP waterwheel_connections Open connections.\n\
             # TYPE waterwheel_connections gauge\nwaterwheel_connections {connections}\n"
        )
    }
}

/// What services asked of each other, in process.
fn calls(registry: &Registry) -> String {
    let mut text = String::new();
    for served in registry.all() {
        let (service, operation) = (served.schema.service.id, served.schema.name);
        for (outcome, count) in served.calls.counts().into_iter().filter(|(_, count)| *count > 0) {
            let _ = writeln!(
                text,
                "waterwheel_calls_total{{service=\"{service}\",operation=\"{operation}\",\
                 outcome=\"{outcome}\"}} {count}"
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{Context, Handler, operations, testing};
    use shapes::sts::ops::GetCallerIdentity;
    use shapes::sts::{GetCallerIdentityRequest, GetCallerIdentityResponse};

    struct Fake;

    impl Handler<GetCallerIdentity> for Fake {
        async fn handle(
            &self,
            _: &Context,
            _: GetCallerIdentityRequest,
        ) -> platform::Result<GetCallerIdentityResponse> {
            Ok(GetCallerIdentityResponse::default())
        }
    }

    #[tokio::test]
    async fn calls_between_services_have_a_series_of_their_own() {
        let (platform, _) = testing::platform();
        platform.serve(operations![Arc::new(Fake) => GetCallerIdentity]);
        let cx = testing::context(&platform);
        let text = || Metrics::default().render(platform.registry());
        assert!(!text().contains("GetCallerIdentity"));
        cx.call::<GetCallerIdentity>(Default::default()).await.unwrap();
        let line = "waterwheel_calls_total{service=\"sts\",operation=\"GetCallerIdentity\",\
                    outcome=\"done\"} 1\n";
        assert!(text().contains(line), "{}", text());
        assert!(!text().contains("waterwheel_requests_total{"));
    }

    #[test]
    fn requests_are_counted_apart() {
        let metrics = Metrics::default();
        metrics.count(("sts", "GetCallerIdentity", 200), Duration::from_millis(250));
        metrics.count(("sts", "GetCallerIdentity", 200), Duration::from_millis(250));
        metrics.count(("sts", "GetCallerIdentity", 403), Duration::ZERO);
        let text = metrics.render(&Registry::new(Vec::new()));
        let labels = "{service=\"sts\",operation=\"GetCallerIdentity\",status=\"200\"}";
        assert!(text.contains(&format!("waterwheel_requests_total{labels} 2\n")), "{text}");
        assert!(text.contains(&format!("waterwheel_request_seconds_total{labels} 0.5\n")));
        assert_eq!(metrics.requests("sts", "GetCallerIdentity", 403), 1);
    }
}
