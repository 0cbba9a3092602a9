//! Connections to the server, each checked before anything is entrusted to it.

use crate::failure::{from_postgres, told};
use crate::layout;
use crate::tls::{self, Tls};
use std::sync::Arc;
use std::time::Duration;
use store::{BoxFuture, Error, Result};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Client, Config, Connection, Row, Socket, Statement};

/// How long one attempt to connect may take.
pub(crate) const CONNECT: Duration = Duration::from_secs(10);
/// The pauses between attempts grow between these.
pub(crate) const PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_secs(1));

/// What every connection sets. The server lets go of a process whose machine is gone, as that does
/// of the server (a Unix socket takes no notice). No `statement_timeout`: where a replica
/// is waited for, it would end the wait, and the commit be answered as if it were kept. The ways to read are told rather than chosen, since the server
/// would go by statistics of a table that changes faster than they.
const SET: &str = "
SET client_min_messages = warning;
SET tcp_user_timeout = 30000;
SET tcp_keepalives_idle = 15;
SET tcp_keepalives_interval = 5;
SET tcp_keepalives_count = 3;
SET jit = off;
SET plan_cache_mode = force_generic_plan;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET enable_sort = off;
";

const STATE: &str = "
SELECT version(), current_setting('server_version_num')::int4, current_setting('fsync'),
    current_setting('synchronous_commit'), pg_is_in_recovery(),
    current_setting('transaction_read_only')";

/// What drives a connection.
pub(crate) type Wire = Connection<Socket, tls::Stream>;

/// What is done in time, or else that the server does not answer.
pub(crate) async fn within<T>(
    limit: Duration,
    doing: impl Future<Output = Result<T>>,
) -> Result<T> {
    let late = |_| Error::Busy("PostgreSQL does not answer".to_owned());
    tokio::time::timeout(limit, doing).await.map_err(late)?
}

/// Where the server is, and how long to wait for it.
pub(crate) struct Server {
    config: Config,
    tls: Tls,
    pub patience: Duration,
}

/// A connection with its prepared statements.
pub(crate) struct Session {
    pub client: Client,
    pub get: Statement,
    pub get_all: Statement,
    pub scan: Statement,
    pub scan_down: Statement,
    pub lock: Statement,
    pub check: Statement,
    pub put: Statement,
    pub put_last: Statement,
    pub delete: Statement,
    pub delete_last: Statement,
    pub number: Statement,
    driven: Driven,
}

impl Session {
    /// Breaks the connection for all that use it.
    pub fn end(&self) {
        self.driven.0.abort();
    }
}

/// What drives a connection, as long as it is kept.
pub(crate) struct Driven(pub JoinHandle<()>);

impl Drop for Driven {
    fn drop(&mut self) {
        // It would wait for all answers, which may never come.
        self.0.abort();
    }
}

impl Server {
    /// Reads a connection string of PostgreSQL's, of either form.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput` when it asks for something that is not there.
    pub fn new(url: &str, patience: Duration) -> Result<Self> {
        let (url, tls) = tls::of(url)?;
        let mut config: Config = url.parse().map_err(|error| Error::invalid(told(&error)))?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            return Err(Error::invalid("a connection to PostgreSQL needs a host".to_owned()));
        }
        let over_sockets = config.get_hosts().iter().any(|host| matches!(host, Host::Unix(_)));
        if over_sockets && config.get_ssl_mode() == SslMode::Require {
            let why = "sslmode: what goes over a Unix socket is not encrypted, and need not be";
            return Err(Error::invalid(why.to_owned()));
        }
        if config.get_application_name().is_none() {
            config.application_name("waterwheel");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(Duration::from_secs(30));
        }
        if config.get_keepalives_idle() == Config::new().get_keepalives_idle() {
            // The library's two hours are long for a call that waits for a machine that is gone.
            config.keepalives_idle(Duration::from_secs(15));
        }
        if config.get_keepalives_interval().is_none() {
            config.keepalives_interval(Duration::from_secs(5));
        }
        Ok(Self { config, tls, patience })
    }

    /// Makes the tables where they are not, and refuses those of another layout. A server that is being
    /// started, as after a failure that took whoever uses it too, is waited for.
    pub async fn prepare(&self) -> Result<()> {
        self.patiently(|| Box::pin(self.prepare_once())).await
    }

    async fn prepare_once(&self) -> Result<()> {
        let (client, _driven) = self.client().await?;
        let made =
            client.query_one(layout::IS_MADE, &[]).await.and_then(|row| row.try_get::<_, bool>(0));
        if !made.map_err(|error| from_postgres(&error))? {
            client.batch_execute(layout::CREATE).await.map_err(|error| from_postgres(&error))?;
        }
        let version = "SELECT version FROM waterwheel_layout";
        let version = client.query_one(version, &[]).await.and_then(|row| row.try_get::<_, i32>(0));
        let version = version.map_err(|error| from_postgres(&error))?;
        if version != layout::VERSION {
            let why = format!("the tables on PostgreSQL are of layout {version}, which is unknown");
            return Err(Error::invalid(why));
        }
        Ok(())
    }

    /// A connection, for which a server that is not to be had is waited a while.
    pub async fn session(&self) -> Result<Session> {
        self.patiently(|| Box::pin(self.connect())).await
    }

    /// What an attempt gives that is made again as long as the server is not to be had, for a while.
    pub async fn patiently<'a, T>(
        &self,
        attempt: impl Fn() -> BoxFuture<'a, Result<T>>,
    ) -> Result<T> {
        let mut last = Error::Busy("PostgreSQL does not answer".to_owned());
        let trying = async {
            let mut pause = PAUSES.0;
            loop {
                match within(CONNECT, attempt()).await {
                    Err(error @ Error::Busy(_)) => last = error,
                    done => return done,
                }
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(PAUSES.1);
            }
        };
        match tokio::time::timeout(self.patience, trying).await {
            Ok(done) => done,
            Err(_) => Err(last),
        }
    }

    async fn connect(&self) -> Result<Session> {
        let (client, driven) = self.client().await?;
        // Others do not wait for the locks of a process that sleeps in the midst of a commit, and it
        // is over by the time when that process would ask for what became of it.
        let asleep = (self.patience / 2).as_millis().clamp(1, 600_000);
        let set = format!("{SET} SET idle_in_transaction_session_timeout = {asleep};");
        client.batch_execute(&set).await.map_err(|error| from_postgres(&error))?;
        prepared(client, driven).await.map_err(|error| from_postgres(&error))
    }

    /// A connection of which nothing is known yet, and what drives it.
    pub async fn dial(&self) -> Result<(Client, Wire)> {
        self.config.connect(self.tls.clone()).await.map_err(|error| from_postgres(&error))
    }

    /// A connection to a server that keeps what it acknowledges.
    async fn client(&self) -> Result<(Client, Driven)> {
        let (client, connection) = self.dial().await?;
        let driven = Driven(tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::warn!("a connection ended: {}", told(&error));
            }
        }));
        let state = client.query_one(STATE, &[]).await.map_err(|error| from_postgres(&error))?;
        match refusal(&state).map_err(|error| from_postgres(&error))? {
            Some(error) => Err(error),
            None => Ok((client, driven)),
        }
    }
}

async fn prepared(
    client: Client,
    driven: Driven,
) -> std::result::Result<Session, tokio_postgres::Error> {
    let (get, get_all, scan, scan_down) = tokio::try_join!(
        client.prepare(layout::GET),
        client.prepare(layout::GET_ALL),
        client.prepare(layout::SCAN),
        client.prepare(layout::SCAN_DOWN),
    )?;
    let (lock, check, put, put_last, delete, delete_last, number) = tokio::try_join!(
        client.prepare(layout::LOCK),
        client.prepare(layout::CHECK),
        client.prepare(layout::PUT),
        client.prepare(layout::PUT_LAST),
        client.prepare(layout::DELETE),
        client.prepare(layout::DELETE_LAST),
        client.prepare(layout::NUMBER),
    )?;
    Ok(Session {
        client,
        get,
        get_all,
        scan,
        scan_down,
        lock,
        check,
        put,
        put_last,
        delete,
        delete_last,
        number,
        driven,
    })
}

/// Why a server is not to be used.
fn refusal(state: &Row) -> std::result::Result<Option<Error>, tokio_postgres::Error> {
    let product: &str = state.try_get(0)?;
    let version: i32 = state.try_get(1)?;
    let fsync: &str = state.try_get(2)?;
    let synchronous: &str = state.try_get(3)?;
    let standby: bool = state.try_get(4)?;
    let read_only: &str = state.try_get(5)?;
    if !product.starts_with("PostgreSQL ") || product.contains("-YB-") {
        // In CockroachDB advisory locks do nothing, and commits would not exclude each other.
        let why = format!("{product} is no PostgreSQL, whose advisory locks are needed");
        return Ok(Some(Error::invalid(why)));
    }
    if version < 130_000 {
        // Scans need its incremental sort.
        return Ok(Some(Error::invalid(format!(
            "PostgreSQL 13 or newer is needed, not {product}"
        ))));
    }
    let off = [("fsync", fsync), ("synchronous_commit", synchronous)];
    if let Some((setting, _)) = off.into_iter().find(|(_, value)| *value == "off") {
        let why = format!("{setting} is off on PostgreSQL, so that a crash would lose commits");
        return Ok(Some(Error::ReadOnly(why)));
    }
    if standby || read_only == "on" {
        let why = "this PostgreSQL is a standby, or set to be read only";
        return Ok(Some(Error::ReadOnly(why.to_owned())));
    }
    Ok(None)
}

/// One connection that several readers share, opened when it is needed.
#[derive(Default)]
pub(crate) struct Slot(Mutex<Option<Arc<Session>>>);

impl Slot {
    /// The connection, or a new one in the place of one that ended.
    pub async fn session(&self, server: &Server) -> Result<Arc<Session>> {
        let held = async {
            let mut slot = self.0.lock().await;
            match &*slot {
                Some(session) if !session.client.is_closed() => Ok(session.clone()),
                _ => {
                    let session = Arc::new(server.session().await?);
                    *slot = Some(session.clone());
                    Ok(session)
                }
            }
        };
        let late = |_| Error::Busy("PostgreSQL does not answer".to_owned());
        tokio::time::timeout(server.patience + PAUSES.1, held).await.map_err(late)?
    }

    /// Lets the connection go once nobody uses it.
    pub async fn close(&self) {
        *self.0.lock().await = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn a_server_that_hangs_up_is_asked_again() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("host=127.0.0.1 port={} user=w", listener.local_addr().unwrap().port());
        let server = Server::new(&url, Duration::from_secs(60)).unwrap();
        let twice = async {
            // Each is dropped at once.
            listener.accept().await.unwrap();
            listener.accept().await.unwrap();
        };
        tokio::select! {
            biased;
            () = twice => {}
            prepared = server.prepare() => panic!("no patience: {prepared:?}"),
        }
    }

    #[test]
    fn what_is_asked_for_and_not_there_is_refused_by_name() {
        for (asked, named) in [
            ("host=/nowhere sslmode=require", "sslmode"),
            ("host=db sslmode=verify-ca", "sslrootcert"),
            ("host=db sslmode=sometimes", "sslmode"),
            ("host=db sslmode=verify-full sslrootcert=/nowhere/ca.pem", "/nowhere/ca.pem"),
            ("host=db sslmode=verify-full sslrootcert=/dev/null", "/dev/null"),
            ("host=db sslmode=require sslrootcert=system", "sslrootcert=system"),
            ("postgres://user@host/tables?sslrootcert=ca.pem", "sslrootcert"),
            ("host=db sslcert=client.pem", "sslcert"),
            ("host=/nowhere colour=red", "colour"),
            ("dbname=tables", "host"),
            ("=", "host"),
        ] {
            let error = Server::new(asked, Duration::ZERO).err().unwrap();
            assert!(error.to_string().contains(named), "{asked}: {error}");
        }
    }
}
