//! What the port saw of a client's request beyond its input: conditions of policies and access logs ask
//! for it.

use shapes::Timestamp;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// A client's request as it came.
#[derive(Default)]
pub struct Visit {
    /// The far end of the connection, where it is known.
    pub address: Option<IpAddr>,
    /// The request line: method, target and version.
    pub line: String,
    /// The header `Host`.
    pub host: Option<String>,
    /// The header `Referer`.
    pub referer: Option<String>,
    /// The header `User-Agent`.
    pub user_agent: Option<String>,
    /// The length that the body has by the request's head.
    pub length: Option<u64>,
    /// How it was signed, if it was.
    pub signature: Option<Signature>,
    /// By which entrance it came.
    pub entrance: Entrance,
    /// Whether it names an object to be copied.
    pub copies: bool,
    /// What is noted of it on its way.
    pub marks: Marks,
}

/// What is noted of a visit on its way.
#[derive(Default)]
pub struct Marks {
    witness: OnceLock<Arc<dyn Witness>>,
    needed_list: AtomicBool,
    headers: Mutex<Vec<(&'static str, String)>>,
}

/// By which entrance a request came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entrance {
    /// As a request for an operation.
    #[default]
    Api,
    /// As a browser's form.
    Form,
    /// As a visit to a web site.
    Website,
}

/// How a request was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Whether it stands in the query string rather than in a header.
    pub in_query: bool,
    /// Whether it is of version 2, rather than 4.
    pub is_version_2: bool,
    /// When it was made.
    pub time: Timestamp,
}

/// Who wants to hear how a visit ended.
pub trait Witness: Send + Sync {
    /// The answer is on its way.
    fn ended(&self, visit: &Visit, end: &VisitEnd<'_>);
}

/// How a visit ended.
pub struct VisitEnd<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The error's code, where it is one.
    pub error: Option<&'a str>,
    /// The bytes of the answer's body, where they are known.
    pub bytes: Option<u64>,
    /// A header of the answer.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// How long it took.
    pub took: Duration,
}

impl Visit {
    /// Whether nobody on the way could listen: a request that never left the machine is as good as one
    /// over TLS, which the port does not speak.
    pub fn is_secure(&self) -> bool {
        self.address.is_none_or(|address| address.is_loopback())
    }

    /// Lets somebody hear how it ends. The first who wants to does.
    pub fn watch(&self, witness: Arc<dyn Witness>) {
        let _ = self.marks.witness.set(witness);
    }

    /// Notes that nothing but an access control list let it in.
    pub fn note_list(&self) {
        self.marks.needed_list.store(true, Ordering::Relaxed);
    }

    /// Whether that was noted.
    pub fn needed_list(&self) -> bool {
        self.marks.needed_list.load(Ordering::Relaxed)
    }

    /// Adds a header to the answer, if it is no error.
    pub fn add_header(&self, name: &'static str, value: impl Into<String>) {
        let mut headers = self.marks.headers.lock().unwrap_or_else(PoisonError::into_inner);
        if headers.iter().all(|(known, _)| *known != name) {
            headers.push((name, value.into()));
        }
    }

    /// The headers that were added.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        self.marks.headers.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Tells whoever wants to hear it how it ended.
    pub fn end(&self, end: &VisitEnd<'_>) {
        if let Some(witness) = self.marks.witness.get() {
            witness.ended(self, end);
        }
    }
}

impl std::fmt::Debug for Visit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Visit").field("line", &self.line).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Told(Mutex<Vec<u16>>);

    impl Witness for Told {
        fn ended(&self, _: &Visit, end: &VisitEnd<'_>) {
            self.0.lock().unwrap().push(end.status);
        }
    }

    #[test]
    fn one_witness_hears_the_end_and_a_header_is_added_once() {
        let visit = Visit::default();
        let [first, second] = [0, 1].map(|_| Arc::new(Told(Mutex::default())));
        visit.watch(first.clone());
        visit.watch(second.clone());
        let header = |_: &str| None;
        let took = Duration::ZERO;
        visit.end(&VisitEnd { status: 204, error: None, bytes: None, header: &header, took });
        assert_eq!(*first.0.lock().unwrap(), [204]);
        assert!(second.0.lock().unwrap().is_empty());
        visit.add_header("a", "1");
        visit.add_header("a", "2");
        assert_eq!(visit.headers(), [("a", "1".to_owned())]);
    }

    #[test]
    fn what_stays_on_the_machine_is_secure() {
        let from = |address: &str| Visit { address: address.parse().ok(), ..Visit::default() };
        assert!(from("127.0.0.1").is_secure() && from("::1").is_secure() && from("").is_secure());
        assert!(!from("192.0.2.1").is_secure());
    }
}
