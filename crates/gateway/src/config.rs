//! What an installation decides about its port.

use crate::crowd::Census;
use std::time::Duration;

/// Whether signatures are proven.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Auth {
    /// Any key is taken for what it says. Presigned requests still end when they say.
    #[default]
    Off,
    /// Every request is signed by a root key or a key that was issued here.
    Verify,
}

/// The key of an account's owner.
#[derive(Clone)]
pub struct RootKey {
    /// The access key id.
    pub id: String,
    /// Its secret.
    pub secret: String,
    /// The account, twelve digits.
    pub account: String,
}

impl std::fmt::Debug for RootKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RootKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What an installation decides about its port.
#[derive(Clone, Debug)]
pub struct Config {
    /// Whether signatures are proven.
    pub auth: Auth,
    /// The keys of the accounts' owners.
    pub root_keys: Vec<RootKey>,
    /// Names by which this machine is asked, besides the loopback names. `bucket.name` names a
    /// bucket of S3.
    pub hostnames: Vec<String>,
    /// Domains at which, and below which, buckets of the same names are shown as web sites.
    pub website_domains: Vec<String>,
    /// Web origins, such as `https://app.example`, whose pages may ask; loopback ones may always.
    pub origins: Vec<String>,
    /// Connections at once; more wait to be accepted.
    pub max_connections: usize,
    /// Who tells, when connections are many, which are beyond somebody's share.
    pub census: Option<Census>,
    /// How long a request's head may take, and how long an idle connection is kept.
    pub header_timeout: Duration,
    /// How long a body may pause.
    pub body_timeout: Duration,
    /// Bytes of requests' bodies in memory at once; bodies of up to 64 KiB are not counted, and
    /// objects never are in memory. Those of up to 1 MiB have a quarter of it to themselves. It is
    /// three of the longest bodies that there are, packages of functions.
    pub max_body_bytes: usize,
    /// How long a body waits for its turn before its request is refused as one too many. One that
    /// has had its turn for a sixth of this, and comes at less than 4 MiB a second, gives its place
    /// to those who wait.
    pub body_wait: Duration,
    /// Bytes of answers that clients have not yet taken. While there are more, no request is begun;
    /// from an eighth of it on, who takes less than 64 KiB in ten seconds is cut off.
    pub max_answer_bytes: usize,
    /// How long a client may take nothing of an answer that waits for it.
    pub answer_timeout: Duration,
    /// How long requests in flight may take once the process is told to stop.
    pub shutdown_timeout: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            auth: Auth::Off,
            root_keys: Vec::new(),
            hostnames: Vec::new(),
            website_domains: Vec::new(),
            origins: Vec::new(),
            max_connections: 16_384,
            census: None,
            header_timeout: Duration::from_secs(75),
            body_timeout: Duration::from_secs(60),
            max_body_bytes: 280 << 20,
            body_wait: Duration::from_secs(30),
            max_answer_bytes: 256 << 20,
            answer_timeout: Duration::from_secs(60),
            shutdown_timeout: Duration::from_secs(20),
        }
    }
}
