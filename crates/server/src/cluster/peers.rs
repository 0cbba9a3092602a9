//! Calls between nodes: what only one node may do at a time is asked of that one.
//!
//! A call goes by HTTP to the other node's own port, below `/_waterwheel/node/`, its input packed as the
//! other unpacks it. It is signed with a secret that lies in the tables, so that only nodes make such
//! calls: the caller has been authenticated and authorized where it came in.
//!
//! Table `cluster-secrets`: `node-key` → 32 random bytes.

use super::nodes::{self, Node};
use base64_simd::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use platform::peers::{Carried, Surroundings, carry_out};
use platform::{BoxFuture, Error, Owner, Peers, Platform, Result, Secret, Wanted};
use serde::{Deserialize, Serialize};
use shapes::{ErrorShape, Fault, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;
use store::Table;

/// Where other nodes ask.
pub const PATH: &str = "/_waterwheel/node/";
/// The longest body of such a request, or answer, in bytes.
pub const BODY_LIMIT: usize = 16 << 20;

const SECRETS: Table = Table("cluster-secrets");
const CONTEXT: &str = "x-waterwheel-context";
const TO: &str = "x-waterwheel-to";
const TIME: &str = "x-waterwheel-time";
const SIGNATURE: &str = "x-waterwheel-signature";
/// The status of an answer that is the operation's error.
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// How far the clocks of two nodes may be apart.
const SKEW_MS: i64 = 5 * 60 * 1000;
/// How long a connection takes at most.
const CONNECT: Duration = Duration::from_secs(2);
/// How often it is looked whether a node that has not answered yet is alive.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How many texts of errors are remembered. Their codes are fewer.
const MOST_TEXTS: usize = 10_000;

/// The other nodes, over HTTP.
pub struct HttpPeers {
    platform: Weak<Platform>,
    client: Client<HttpConnector, Full<Bytes>>,
    secret: Secret,
    /// Where processes are reached. Their ids are never used again.
    addresses: Mutex<BTreeMap<String, String>>,
}

/// What another node answers where a call fails.
#[derive(Serialize, Deserialize)]
struct Refused {
    code: String,
    status: u16,
    is_server_fault: bool,
    message_member: String,
    message: String,
    fields: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    owner: Option<Holder>,
}

/// [`Owner`] on its way.
#[derive(Serialize, Deserialize)]
enum Holder {
    Process(String),
    Other,
}

/// Ends what a caller waits for when it has gone.
struct Waiting(Arc<Wanted>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl HttpPeers {
    /// The nodes beside this platform's.
    pub fn new(platform: &Arc<Platform>) -> Arc<Self> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(CONNECT));
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(20))
            .pool_max_idle_per_host(32)
            .build(connector);
        let secret = Secret::new(platform, SECRETS, "node-key");
        let (platform, addresses) = (Arc::downgrade(platform), Mutex::default());
        Arc::new(Self { platform, client, secret, addresses })
    }

    fn platform(&self) -> Result<Arc<Platform>> {
        self.platform.upgrade().ok_or_else(|| away("this node has stopped"))
    }

    /// The process that is meant, and where it is reached.
    async fn place(&self, owner: &Owner) -> Result<(String, String)> {
        if let Owner::Process(process) = owner
            && let Some(address) = self.known().get(&**process)
        {
            return Ok((process.to_string(), address.clone()));
        }
        let platform = self.platform()?;
        let own = platform.leases.process().to_owned();
        let all = nodes::all(&platform).await?;
        let mut known = self.known();
        *known = all.iter().map(|it| (it.row.process.clone(), it.row.address.clone())).collect();
        let is_meant = |it: &&Node| match owner {
            Owner::Process(process) => *it.row.process == **process,
            Owner::Other => it.lives && !it.row.draining && it.row.process != own,
        };
        let found = all.iter().find(is_meant).ok_or_else(|| away("no such node is known"))?;
        Ok((found.row.process.clone(), found.row.address.clone()))
    }

    fn known(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.addresses.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks a process; gives status and body. The error has an owner where the same call may be made again
    /// at once: nothing came of it, or who was asked is dead, and fenced by whoever takes over.
    async fn ask(
        &self,
        process: &str,
        address: &str,
        path: &str,
        context: &str,
        body: Bytes,
    ) -> Result<(StatusCode, Bytes)> {
        let platform = self.platform()?;
        let time = platform.clock.now().millis().to_string();
        let text = signed_text(process, path, &time, context, &body);
        let signature = self.secret.sign(&text).await?;
        let header = |text: &str| HeaderValue::from_str(text).map_err(Error::internal);
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("http://{address}{path}"))
            // The name by which others know the node may be none that it serves by.
            .header(http::header::HOST, "localhost")
            .header(TO, header(process)?)
            .header(TIME, header(&time)?)
            .header(CONTEXT, header(context)?)
            .header(SIGNATURE, header(&STANDARD.encode_to_string(signature))?)
            .body(Full::new(body))
            .map_err(Error::internal)?;
        let asking = async {
            let answer = self.client.request(request).await;
            let answer = answer.map_err(|error| match error.is_connect() {
                true => away(&error.to_string()).held_by(Owner::Process(process.into())),
                false => away(&error.to_string()),
            })?;
            let (head, body) = answer.into_parts();
            let body = Limited::new(body, BODY_LIMIT).collect().await;
            let body = body.map_err(|error| away(&error.to_string()))?;
            Ok::<_, Error>((head.status, body.to_bytes()))
        };
        tokio::select! {
            biased;
            answer = asking => answer,
            gone = self.until_dead(&platform, process) => Err(gone),
        }
    }

    /// Resolves when a process is not believed to live any more.
    async fn until_dead(&self, platform: &Platform, process: &str) -> Error {
        loop {
            platform.clock.sleep_outside(LOOK_EVERY).await;
            let now = platform.clock.now();
            if let Ok(false) = nodes::lives(&platform.leases, process, now).await {
                return away("the node is dead").held_by(Owner::Process(process.into()));
            }
        }
    }

    /// Answers what another node asks. `path` is what stands below [`PATH`].
    pub async fn answer(
        &self,
        path: &str,
        headers: &HeaderMap,
        body: Bytes,
    ) -> (StatusCode, Bytes) {
        match self.done(path, headers, body).await {
            Ok(bytes) => (StatusCode::OK, bytes),
            Err(error) => {
                let refused = serde_json::to_vec(&told(&error)).unwrap_or_default();
                (REFUSED, refused.into())
            }
        }
    }

    async fn done(&self, path: &str, headers: &HeaderMap, body: Bytes) -> Result<Bytes> {
        let platform = self.platform()?;
        let context = self.proven(&platform, path, headers, &body).await?;
        if path == "lease" {
            platform.leases.yield_up(&body).await;
            return Ok(Bytes::new());
        }
        let unknown = || Error::internal(format_args!("no call {path} of a node is known"));
        let (service, operation) =
            path.strip_prefix("call/").and_then(|rest| rest.split_once('/')).ok_or_else(unknown)?;
        let served = platform.registry().find(service, operation).ok_or_else(unknown)?;
        let surroundings: Surroundings =
            serde_json::from_slice(&context).map_err(Error::internal)?;
        let wanted = Waiting(Arc::new(Wanted::by_client()));
        let context = surroundings.here(platform.clone()).while_wanted(wanted.0.clone());
        let mut input = (served.schema.empty_input)();
        self.unpack(&body, &mut *input)?;
        let output = carry_out(served, context, input).await?;
        Ok(self.pack(&*output))
    }

    /// The context that comes with a call that a node has signed for this process.
    async fn proven(
        &self,
        platform: &Platform,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Vec<u8>> {
        let refused = || Error::new(&NOT_A_NODE, "Only nodes of this cluster may ask for this.");
        let text =
            |name: &str| headers.get(name).and_then(|it| it.to_str().ok()).ok_or_else(refused);
        let (to, time, context) = (text(TO)?, text(TIME)?, text(CONTEXT)?);
        let signature = STANDARD.decode_to_vec(text(SIGNATURE)?).map_err(|_| refused())?;
        let signed = signed_text(to, &format!("{PATH}{path}"), time, context, body);
        let sent: i64 = time.parse().map_err(|_| refused())?;
        let is_young = sent.abs_diff(platform.clock.now().millis()) <= SKEW_MS.unsigned_abs();
        if !is_young || !self.secret.has_signed(&signed, &signature).await? {
            return Err(refused());
        }
        if to != platform.leases.process() {
            // Another process has the address now.
            return Err(away("the node is another one now").held_by(Owner::Process(to.into())));
        }
        STANDARD.decode_to_vec(context).map_err(|_| refused())
    }
}

impl Peers for HttpPeers {
    fn pack(&self, input: &dyn Shape) -> Bytes {
        wire::pack(input)
    }

    fn unpack(&self, bytes: &Bytes, into: &mut dyn Shape) -> Result<()> {
        wire::unpack(bytes, into).map_err(|error| Error::internal(error.message))
    }

    fn carry<'a>(&'a self, to: &'a Owner, call: Carried<'a>) -> BoxFuture<'a, Result<Bytes>> {
        Box::pin(async move {
            let (process, address) = self.place(to).await?;
            let path = format!("{PATH}call/{}/{}", call.schema.service.id, call.schema.name);
            let context = serde_json::to_vec(&Surroundings::of(call.context));
            let context = STANDARD.encode_to_string(context.map_err(Error::internal)?);
            let asked = tokio::select! {
                biased;
                asked = self.ask(&process, &address, &path, &context, call.input) => asked,
                () = call.context.until_unwanted() => Err(away("nobody waits for it any more")),
            };
            match asked? {
                (StatusCode::OK, body) => Ok(body),
                (REFUSED, body) => Err(error_of(&body)),
                (status, _) => Err(away(&format!("a node answered {status}"))),
            }
        })
    }

    fn ask_for<'a>(&'a self, owner: &'a str, lease: &'a [u8]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let owner = Owner::Process(owner.into());
            let (process, address) = self.place(&owner).await?;
            let (path, name) = (format!("{PATH}lease"), Bytes::copy_from_slice(lease));
            match self.ask(&process, &address, &path, "", name).await? {
                (StatusCode::OK, _) => Ok(()),
                (_, body) => Err(error_of(&body)),
            }
        })
    }
}

/// What is signed. Each part but the last is of a kind without a line's end.
fn signed_text(to: &str, path: &str, time: &str, context: &str, body: &[u8]) -> Vec<u8> {
    [format!("{to}\n{path}\n{time}\n{context}\n").as_bytes(), body].concat()
}

static AWAY: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);
static NOT_A_NODE: ErrorShape = ErrorShape::client("AccessDeniedException", 403);

/// Another node does not answer. What stands there is for the log, not for the caller.
fn away(why: &str) -> Error {
    tracing::debug!(why, "a call could not be carried to another node");
    Error::new(&AWAY, "Service is unable to handle the request at the moment.")
}

fn told(error: &Error) -> Refused {
    let shape = error.shape;
    let texts = |pairs: &[(&'static str, String)]| {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    };
    Refused {
        code: shape.code.to_owned(),
        status: shape.status,
        is_server_fault: shape.fault == Fault::Server,
        message_member: shape.message_member.to_owned(),
        message: error.message.clone(),
        fields: texts(&error.fields),
        headers: texts(&error.headers),
        owner: error.owner.as_ref().map(|owner| match owner {
            Owner::Process(process) => Holder::Process(process.to_string()),
            Owner::Other => Holder::Other,
        }),
    }
}

/// The error that another node has told.
fn error_of(body: &[u8]) -> Error {
    let Ok(refused) = serde_json::from_slice::<Refused>(body) else {
        return away("a node's answer is not understood");
    };
    let texts = |pairs: Vec<(String, String)>| {
        pairs.into_iter().map(|(name, value)| (lasting(&name), value)).collect()
    };
    let mut error = Error::new(shape_of(&refused), refused.message);
    error.fields = texts(refused.fields);
    error.headers = texts(refused.headers);
    error.owner = refused.owner.map(|owner| match owner {
        Holder::Process(process) => Owner::Process(process.into()),
        Holder::Other => Owner::Other,
    });
    error
}

/// The kind of an error. There are as many as services have, and each is made once.
fn shape_of(refused: &Refused) -> &'static ErrorShape {
    static SHAPES: Mutex<BTreeMap<(&str, u16, bool), &'static ErrorShape>> =
        Mutex::new(BTreeMap::new());
    let code = lasting(&refused.code);
    let mut shapes = SHAPES.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (code, refused.status, refused.is_server_fault);
    shapes.entry(key).or_insert_with(|| {
        let fault = if refused.is_server_fault { Fault::Server } else { Fault::Client };
        let message_member = lasting(&refused.message_member);
        Box::leak(Box::new(ErrorShape { code, status: refused.status, fault, message_member }))
    })
}

/// A name that lasts as long as the process, as names in errors do.
fn lasting(text: &str) -> &'static str {
    static TEXTS: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(&found) = texts.get(text) {
        return found;
    }
    if texts.len() >= MOST_TEXTS {
        return "InternalFailure";
    }
    let made: &'static str = Box::leak(text.to_owned().into_boxed_str());
    texts.insert(made);
    made
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_the_same_on_the_other_side() {
        static GONE: ErrorShape = ErrorShape::client("QueueGone", 400);
        let error = Error::new(&GONE, "it is gone").with("Queue", "q").header("x-a", "b");
        let error = error.held_by(Owner::Process("p".into()));
        let there = error_of(&serde_json::to_vec(&told(&error)).unwrap());
        assert_eq!((there.shape, &there.message), (error.shape, &error.message));
        assert_eq!((&there.fields, &there.headers), (&error.fields, &error.headers));
        assert_eq!(there.owner, error.owner);
        let again = error_of(&serde_json::to_vec(&told(&error)).unwrap());
        assert!(std::ptr::eq(again.shape, there.shape));
        assert_eq!(error_of(b"what").code(), "ServiceUnavailable");
    }

    #[tokio::test]
    async fn only_who_knows_the_secret_is_answered() {
        let (platform, _) = platform::testing::platform();
        let peers = HttpPeers::new(&platform);
        let (status, _) = peers.answer("lease", &HeaderMap::new(), Bytes::new()).await;
        assert_eq!(status, REFUSED);
        let (to, time) = (platform.leases.process(), platform.clock.now().millis().to_string());
        let path = format!("{PATH}lease");
        let signature = peers.secret.sign(&signed_text(to, &path, &time, "", b"l")).await.unwrap();
        let signature = STANDARD.encode_to_string(signature);
        let mut headers = HeaderMap::new();
        let pairs = [(TO, to), (TIME, &time), (CONTEXT, ""), (SIGNATURE, &signature)];
        for (name, value) in pairs {
            headers.insert(name, HeaderValue::from_str(value).unwrap());
        }
        assert_eq!(peers.answer("lease", &headers, "l".into()).await.0, StatusCode::OK);
        assert_eq!(peers.answer("lease", &headers, "m".into()).await.0, REFUSED);
        assert_eq!(peers.answer("lease2", &headers, "l".into()).await.0, REFUSED);
    }
}
