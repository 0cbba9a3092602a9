//! Sockets: accepting, the life of a connection, stopping.

use crate::Gateway;
use crate::busy::{Busy, Guard};
use crate::crowd::{Beyond, Crowd};
use crate::flight::{Taker, Trip, Watched};
use crate::incoming;
use crate::outgoing::Outgoing;
use crate::seat::Seat;
use crate::unanswered::{self, Unanswered};
use http::header::{CONNECTION, EXPECT, HOST};
use http::{HeaderValue, Request, Response, Version};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use platform::BoxFuture;
use std::collections::HashSet;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};

/// The longest head of a request, in bytes; AWS's services take less.
const HEAD_LIMIT: usize = 256 * 1024;
/// How long accepting rests when the process has no room for one more socket.
const ACCEPT_REST: Duration = Duration::from_millis(100);
/// What the kernel takes of an answer beyond what the client's window lets it send, in bytes.
const UNSENT_BYTES: u32 = 128 * 1024;
/// How long connections may take to notice that the process stops at once.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Where connections come from.
#[derive(Debug)]
pub enum Source {
    /// From a port that is accepted on here.
    Port(TcpListener),
    /// From somebody who has accepted them already, until nobody is left who might. What comes
    /// with a connection is dropped when that has ended.
    Accepted(mpsc::Receiver<(TcpStream, Permit)>),
}

/// What is held for as long as a connection lasts.
pub type Permit = Box<dyn Send>;

/// A connection; from a port, its far end.
type Accepted = (TcpStream, Result<SocketAddr, Permit>);

impl Source {
    /// The next one. Absent when there will be no more.
    async fn next(&mut self) -> Option<std::io::Result<Accepted>> {
        match self {
            Self::Port(listener) => {
                Some(listener.accept().await.map(|(stream, end)| (stream, Ok(end))))
            }
            Self::Accepted(connections) => {
                connections.recv().await.map(|(stream, held)| Ok((stream, Err(held))))
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Serving,
    /// Nothing new; what is in flight is finished.
    Stopping,
    /// Connections are closed as they are.
    Stopped,
}

/// What all connections are told.
#[derive(Debug)]
pub(crate) struct Order {
    phase: Phase,
    beyond: Beyond,
}

impl Order {
    /// Has the connections with these far ends closed.
    pub(crate) fn close(&mut self, ends: HashSet<SocketAddr>) {
        self.beyond = Beyond { round: self.beyond.round + 1, ends: Arc::new(ends) };
    }
}

/// Serves HTTP/1.1 and HTTP/2 with prior knowledge on the same connections until `shutdown`
/// resolves; then finishes what is in flight, for as long as the configuration allows.
pub async fn serve(
    sources: Vec<Source>,
    gateway: Arc<Gateway>,
    shutdown: impl Future<Output = ()>,
) {
    let order = watch::Sender::new(Order { phase: Phase::Serving, beyond: Beyond::default() });
    let slots = Arc::new(Semaphore::new(gateway.config.max_connections));
    let census = gateway.config.census.clone();
    let shared = Arc::new(Shared {
        http: http(&gateway),
        crowd: Arc::new(Crowd::new(census, slots.clone(), order.clone())),
        slots,
        connections: Busy::default(),
        gateway,
    });
    for source in sources {
        // An accepting loop counts as going on, so that none accepts after the stop.
        let guard = shared.connections.enter();
        let (shared, order) = (shared.clone(), order.subscribe());
        tokio::spawn(async move {
            accept(source, shared, order).await;
            drop(guard);
        });
    }
    let flight = shared.gateway.flight.clone();
    tokio::select! {
        () = shutdown => {}
        () = flight.look_after() => {}
    }
    order.send_modify(|order| order.phase = Phase::Stopping);
    let all_done = async {
        shared.connections.idle().await;
        shared.gateway.busy.idle().await;
    };
    let patience = shared.gateway.config.shutdown_timeout;
    let all_done = async {
        tokio::select! {
            () = all_done => {}
            () = flight.look_after() => {}
        }
    };
    if tokio::time::timeout(patience, all_done).await.is_err() {
        tracing::warn!("requests were still in flight after {} s", patience.as_secs());
    }
    order.send_modify(|order| order.phase = Phase::Stopped);
    let _ = tokio::time::timeout(LAST_WORDS, shared.connections.idle()).await;
}

struct Shared {
    gateway: Arc<Gateway>,
    http: Builder<TokioExecutor>,
    slots: Arc<Semaphore>,
    crowd: Arc<Crowd>,
    connections: Busy,
}

fn http(gateway: &Gateway) -> Builder<TokioExecutor> {
    let mut http = Builder::new(TokioExecutor::new());
    // A client that sends no more has gone: a long poll must not take a message for nobody.
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(gateway.config.header_timeout)
        .max_buf_size(HEAD_LIMIT);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(64 * 1024)
        .max_concurrent_streams(1000)
        .initial_stream_window_size(1 << 20)
        .initial_connection_window_size(8 << 20)
        .keep_alive_interval(Duration::from_secs(30))
        .keep_alive_timeout(Duration::from_secs(30));
    http
}

async fn accept(mut source: Source, shared: Arc<Shared>, mut order: watch::Receiver<Order>) {
    let mut has_room = true;
    loop {
        let next = async {
            // The semaphore is never closed.
            let slot = shared.slots.clone().acquire_owned().await.ok();
            (source.next().await, slot)
        };
        let (accepted, slot) = tokio::select! {
            next = next => next,
            _ = order.wait_for(|order| order.phase > Phase::Serving) => return,
        };
        match (accepted, slot) {
            (Some(Ok((stream, from))), Some(slot)) => {
                has_room = true;
                shared.crowd.mind();
                let open = Open::new(&shared, slot, from);
                tokio::spawn(connection(stream, open, shared.clone(), order.clone()));
            }
            (Some(Err(error)), _) if is_the_peers(&error) => {}
            (Some(Err(error)), _) => {
                if has_room {
                    tracing::warn!(%error, "cannot accept connections at the moment");
                }
                has_room = false;
                tokio::time::sleep(ACCEPT_REST).await;
            }
            (None, _) | (_, None) => return,
        }
    }
}

/// A connection that ended before it was accepted.
fn is_the_peers(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

/// Counts a connection while it lives.
struct Open {
    gateway: Arc<Gateway>,
    end: Option<SocketAddr>,
    _held: Option<Permit>,
    _slot: OwnedSemaphorePermit,
    _guard: Guard,
}

impl Open {
    fn new(shared: &Shared, slot: OwnedSemaphorePermit, from: Result<SocketAddr, Permit>) -> Self {
        let gateway = shared.gateway.clone();
        gateway.metrics.connections.fetch_add(1, Ordering::Relaxed);
        let _guard = shared.connections.enter();
        // On a socket for both families an address of the fourth comes in the sixth's clothes.
        let canonical = |end: &SocketAddr| SocketAddr::new(end.ip().to_canonical(), end.port());
        Self {
            gateway,
            end: from.as_ref().ok().map(canonical),
            _held: from.err(),
            _slot: slot,
            _guard,
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.gateway.metrics.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Lets small answers go at once, and keeps most of what a slow client has not taken out of the
/// kernel, which would let a socket be full for minutes before it says that something was taken.
fn prepare(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    socket2::SockRef::from(stream).set_tcp_notsent_lowat(UNSENT_BYTES)
}

async fn connection(
    stream: TcpStream,
    open: Open,
    shared: Arc<Shared>,
    mut order: watch::Receiver<Order>,
) {
    let since = order.borrow().beyond.round;
    if let Err(error) = prepare(&stream) {
        tracing::debug!(%error, "a connection ended at once");
        return;
    }
    let asked = AtomicBool::new(false);
    let socket = Taker::socket(&shared.gateway.flight);
    let (told, seat) = (order.clone(), Seat::default());
    let address = open.end.map(|end| end.ip());
    let service = service_fn(|request| {
        asked.store(true, Ordering::Relaxed);
        let gateway = shared.gateway.clone();
        let (socket, told) = (socket.clone(), told.clone());
        // Not within what carries an answer, which would be as large however long the answer goes on.
        seat.take(async move { handle(&gateway, request, (&socket, address), told).await })
    });
    let watched = Watched::new(TokioIo::new(stream), socket.clone());
    let mut served = pin!(shared.http.serve_connection(watched, service));
    let mut first = pin!(tokio::time::sleep(shared.gateway.config.header_timeout));
    let (mut seen, mut waiting) = (Phase::Serving, true);
    loop {
        tokio::select! {
            ended = served.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection broke off");
                }
                return;
            }
            told = order.wait_for(|told| told.phase > seen || told.beyond.holds(open.end, since)) => {
                let beyond = told.is_ok_and(|told| told.beyond.holds(open.end, since));
                if beyond || seen == Phase::Stopping {
                    return;
                }
                seen = Phase::Stopping;
                served.as_mut().graceful_shutdown();
            }
            () = socket.is_cut() => {
                tracing::info!("a connection was ended: its client had stopped reading");
                return;
            }
            () = first.as_mut(), if waiting => {
                waiting = false;
                if !asked.load(Ordering::Relaxed) {
                    tracing::debug!("a connection asked for nothing");
                    return;
                }
            }
        }
    }
}

async fn handle(
    gateway: &Arc<Gateway>,
    request: Request<Incoming>,
    (socket, address): (&Taker, Option<IpAddr>),
    mut told: watch::Receiver<Order>,
) -> Result<Response<Outgoing>, Unanswered> {
    let (mut head, body) = request.into_parts();
    // HTTP/2 names the host in the request's target; everything behind here reads the header.
    if !head.headers.contains_key(HOST)
        && let Some(host) = head.uri.authority()
        && let Ok(host) = HeaderValue::from_str(host.as_str())
    {
        head.headers.insert(HOST, host);
    }
    let expects = head.headers.contains_key(EXPECT);
    let version = head.version;
    let (body, finished) = incoming::stream(body, expects, gateway.config.body_timeout);
    let trip = Trip::new(socket, version == Version::HTTP_2);
    let stop = move || {
        let stop = async move { drop(told.wait_for(|told| told.phase > Phase::Serving).await) };
        Box::pin(stop) as BoxFuture<'static, ()>
    };
    let answer = gateway.answer_to(address, head, body).await;
    if unanswered::is_marked(&answer) {
        return Err(Unanswered);
    }
    let mut answer = answer.map(|body| Outgoing::new(body, trip, stop));
    // A client that still waits for `100 Continue` takes the next answer on this connection for
    // this one (botocore does, and also with nothing to send): AWS closes it too.
    let closes = expects && !finished.was_asked() && version < Version::HTTP_2;
    if version == Version::HTTP_2 {
        // Node.js throws an answer away that comes while more than 10 MB of the body still wait
        // to be sent, and says NGHTTP2_ENHANCE_YOUR_CALM in its place.
        finished.wait().await;
    }
    if closes {
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer)
}
