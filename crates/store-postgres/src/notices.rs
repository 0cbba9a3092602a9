//! Notices by LISTEN and NOTIFY, over one connection that does nothing else.
//!
//! A NOTIFY takes a lock of the whole server while its transaction commits, so none is part of a
//! commit to tables: each is a transaction of its own, which writes nothing and waits for no disk.
//! What is to be sent while one is on its way goes together with the next.

use crate::failure::{from_postgres, is_unheard_of, told};
use crate::server::{CONNECT, Driven, PAUSES, Server, Wire, within};
use base64_simd::STANDARD;
use bytes::Bytes;
use std::collections::BTreeSet;
use std::future::poll_fn;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::Duration;
use store::{BoxFuture, Listener, NOTICE_BYTES, Notices, Result};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Mutex, broadcast, mpsc};
use tokio::task::JoinHandle;
use tokio_postgres::{AsyncMessage, Client, Statement};
use xxhash_rust::xxh3::xxh3_64;

/// How many notices wait for the one on its way, before who sends has to wait.
const MOST_UNSENT: usize = 4;
/// How many notices wait for a listener before the oldest are lost to it.
const MOST_UNHEARD: usize = 1000;
/// How long the connection is silent before the server is asked whether it is there.
const BEAT: Duration = Duration::from_secs(30);
/// How long a server that is not to be had is waited for at first.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the connection sets. It commits nothing that would have to be kept.
const SET: &str = "SET client_min_messages = warning; SET synchronous_commit = off";
/// Who sends, and the channel's name. Others may share the database, with other tables.
const WHO: &str = "SELECT uuid_send(gen_random_uuid()), current_schema()";
const NOTIFY: &str = "SELECT count(pg_notify($1, notice)) FROM unnest($2::text[]) AS n (notice)";

/// Notices between the processes that share the tables of one database. A connection that breaks is
/// made anew, for as long as that takes; what is sent meanwhile is lost.
pub struct PostgresNotices {
    /// `None` when it is closed, and where the server carries none.
    unsent: RwLock<Option<mpsc::Sender<Bytes>>>,
    heard: broadcast::Sender<Bytes>,
    carrier: Mutex<Option<JoinHandle<()>>>,
    is_silent: bool,
}

impl PostgresNotices {
    /// Begins to listen at the server that a connection string names. The runtime that this is
    /// called on drives the connection from then on. Where the server has no notices, as CockroachDB
    /// has none, this is [`store::Silence`].
    ///
    /// # Errors
    /// [`store::Error::Busy`] when the server is not to be had; [`store::Error::ReadOnly`] when it is a standby;
    /// [`store::Error::Io`] of the kind `InvalidInput` when the string asks for what is not there.
    pub async fn open(url: &str) -> Result<Self> {
        let server = Server::new(url, PATIENCE)?;
        let (heard, _) = broadcast::channel(MOST_UNHEARD);
        let hearing = Hearing { own: Arc::default(), heard: heard.clone() };
        let line = server.patiently(|| Box::pin(Line::open(&server, &hearing))).await?;
        let (sender, unsent) = mpsc::channel(MOST_UNSENT);
        let carrier = Carrier { server, unsent, hearing };
        let carrier = line.map(|line| tokio::spawn(carrier.run(line)));
        let unsent = RwLock::new(carrier.is_some().then_some(sender));
        Ok(Self { unsent, heard, is_silent: carrier.is_none(), carrier: Mutex::new(carrier) })
    }

    /// Whether the server carries no notices, so that whoever waits has to look.
    pub fn is_silent(&self) -> bool {
        self.is_silent
    }

    /// Sends what is still to be sent, and neither sends nor hears from then on.
    pub async fn close(&self) {
        drop(self.unsent.write().unwrap_or_else(PoisonError::into_inner).take());
        if let Some(carrier) = self.carrier.lock().await.take()
            && carrier.await.is_err()
        {
            tracing::error!("the task that carries notices had panicked");
        }
    }
}

impl Drop for PostgresNotices {
    fn drop(&mut self) {
        if let Some(carrier) = self.carrier.get_mut() {
            carrier.abort();
        }
    }
}

impl Notices for PostgresNotices {
    fn send(&self, notice: Bytes) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let unsent = self.unsent.read().unwrap_or_else(PoisonError::into_inner).clone();
            let Some(unsent) = unsent else { return };
            if notice.len() <= NOTICE_BYTES {
                // It is lost with whoever would carry it.
                unsent.send(notice).await.unwrap_or_default();
            }
        })
    }

    fn listen(&self) -> Box<dyn Listener> {
        Box::new(Ear(self.heard.subscribe()))
    }
}

struct Ear(broadcast::Receiver<Bytes>);

impl Listener for Ear {
    fn next(&mut self) -> BoxFuture<'_, Bytes> {
        Box::pin(async move {
            loop {
                match self.0.recv().await {
                    Ok(notice) => return notice,
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => std::future::pending().await,
                }
            }
        })
    }
}

/// Which process sent a notice. Its own it does not hear.
type Sender = [u8; 16];

/// What a listener hears, of all that comes over a connection.
#[derive(Clone)]
struct Hearing {
    /// Made by the server when the first connection is made.
    own: Arc<OnceLock<Sender>>,
    heard: broadcast::Sender<Bytes>,
}

impl Hearing {
    /// Takes what comes, until the connection ends.
    async fn run(self, mut wire: Wire) {
        loop {
            match poll_fn(|context| wire.poll_message(context)).await {
                Some(Ok(AsyncMessage::Notification(notice))) => {
                    if let Some(notice) = self.read(notice.payload()) {
                        // Nobody may listen.
                        self.heard.send(notice).unwrap_or_default();
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    tracing::warn!("the connection for notices ended: {}", told(&error));
                    return;
                }
                None => return,
            }
        }
    }

    /// A notice of another process.
    fn read(&self, payload: &str) -> Option<Bytes> {
        let all = Bytes::from(STANDARD.decode_to_vec(payload).ok()?);
        let (sender, _) = all.split_first_chunk::<16>()?;
        (self.own.get()? != sender).then(|| all.slice(sender.len()..))
    }
}

/// A connection that listens.
struct Line {
    client: Client,
    notify: Statement,
    channel: String,
    own: Sender,
    hearing: Driven,
}

impl Line {
    /// Connects and listens; `None` where there is nothing to listen to.
    async fn open(server: &Server, hearing: &Hearing) -> Result<Option<Self>> {
        let (client, wire) = server.dial().await?;
        let driven = Driven(tokio::spawn(hearing.clone().run(wire)));
        match Self::listen(client, driven, &hearing.own).await {
            Ok(line) => Ok(Some(line)),
            Err(error) if is_unheard_of(&error) => {
                tracing::warn!("there are no notices between processes: {}", told(&error));
                Ok(None)
            }
            Err(error) => Err(from_postgres(&error)),
        }
    }

    async fn listen(
        client: Client,
        hearing: Driven,
        own: &OnceLock<Sender>,
    ) -> std::result::Result<Self, tokio_postgres::Error> {
        client.batch_execute(SET).await?;
        let who = client.query_one(WHO, &[]).await?;
        let made = who.try_get::<_, &[u8]>(0)?.first_chunk().copied().unwrap_or_default();
        let own = *own.get_or_init(|| made);
        let schema: Option<&str> = who.try_get(1)?;
        let channel = format!("waterwheel_{:016x}", xxh3_64(schema.unwrap_or("").as_bytes()));
        client.batch_execute(&format!("LISTEN {channel}")).await?;
        let notify = client.prepare(NOTIFY).await?;
        Ok(Self { client, notify, channel, own, hearing })
    }

    /// Sends notices, each once.
    async fn send(&self, notices: BTreeSet<Bytes>) -> Result<()> {
        let payload =
            |notice: &Bytes| STANDARD.encode_to_string([&self.own[..], &notice[..]].concat());
        let payloads: Vec<String> = notices.iter().map(payload).collect();
        let sent = self.client.execute(&self.notify, &[&self.channel, &payloads]).await;
        sent.map(|_| ()).map_err(|error| from_postgres(&error))
    }

    async fn ask(&self) -> Result<()> {
        self.client.batch_execute("").await.map_err(|error| from_postgres(&error))
    }
}

/// Sends what is to be sent, and makes the connection anew.
struct Carrier {
    server: Server,
    unsent: mpsc::Receiver<Bytes>,
    hearing: Hearing,
}

impl Carrier {
    /// Works until nothing will be sent any more.
    async fn run(mut self, line: Line) {
        let mut line = Some(line);
        while let Some(open) = line.take() {
            if self.carry(open).await.is_break() {
                return;
            }
            line = self.line().await;
        }
    }

    /// Breaks off when nothing will be sent any more, goes on when the connection is of no use.
    async fn carry(&mut self, mut line: Line) -> ControlFlow<()> {
        loop {
            let done = tokio::select! {
                biased;
                _ = &mut line.hearing.0 => return ControlFlow::Continue(()),
                notice = self.unsent.recv() => {
                    let Some(notice) = notice else { return ControlFlow::Break(()) };
                    let mut notices = BTreeSet::from([notice]);
                    while let Ok(notice) = self.unsent.try_recv() {
                        notices.insert(notice);
                    }
                    within(CONNECT, line.send(notices)).await
                }
                () = tokio::time::sleep(BEAT) => within(CONNECT, line.ask()).await,
            };
            if let Err(error) = done {
                tracing::warn!("the connection for notices is made anew: {error}");
                return ControlFlow::Continue(());
            }
        }
    }

    /// A new connection, however long that takes. What is to be sent meanwhile is lost, so that
    /// nobody waits; `None` when nothing will be sent any more.
    async fn line(&mut self) -> Option<Line> {
        let (server, hearing) = (&self.server, &self.hearing);
        let opening = async {
            let mut pause = PAUSES.0;
            loop {
                if let Ok(Some(line)) = within(CONNECT, Line::open(server, hearing)).await {
                    return line;
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSES.1);
            }
        };
        let mut opening = pin!(opening);
        loop {
            tokio::select! {
                biased;
                line = &mut opening => return Some(line),
                notice = self.unsent.recv() => { notice?; }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hearing(own: Sender) -> Hearing {
        let (heard, _) = broadcast::channel(1);
        Hearing { own: Arc::new(OnceLock::from(own)), heard }
    }

    #[test]
    fn a_notice_is_what_another_sent_and_nothing_else() {
        let hearing = hearing([1; 16]);
        let payload = |sender: u8, notice: &[u8]| {
            STANDARD.encode_to_string([&[sender; 16][..], notice].concat())
        };
        assert_eq!(hearing.read(&payload(2, b"look")).unwrap(), "look");
        assert_eq!(hearing.read(&payload(2, b"")).unwrap(), "");
        assert_eq!(hearing.read(&payload(1, b"look")), None);
        for foreign in ["", "no base64", "AAAA"] {
            assert_eq!(hearing.read(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn the_longest_notice_is_shorter_than_the_server_takes() {
        assert!(STANDARD.encoded_length(size_of::<Sender>() + NOTICE_BYTES) < 8000);
    }
}
