//! A socket before the server's, which breaks a connection where a test asks for it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

/// Where a connection is broken, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// When a transaction is begun.
    BeforeBegin,
    /// When a commit is asked for: the server does not hear of it.
    BeforeCommit,
    /// When the server hears of a commit, whether it has committed or not.
    WithCommit,
    /// When the server has committed: the client does not hear of it.
    AfterCommit,
    /// Nothing is broken: the server does not hear of a commit, and nobody hangs up.
    Hold,
    /// Nothing is broken: the client does not hear of a commit, and nobody hangs up.
    Hush,
}

/// Passes on what client and server say.
pub struct Proxy {
    dir: TempDir,
    armed: Arc<Mutex<Option<Cut>>>,
    is_shut: Arc<AtomicBool>,
}

impl Proxy {
    /// Listens before the server with this socket.
    pub fn before(server: PathBuf) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(dir.path().join(".s.PGSQL.5432")).unwrap();
        let armed = Arc::new(Mutex::new(None));
        let is_shut = Arc::new(AtomicBool::new(false));
        let (arming, shutting) = (armed.clone(), is_shut.clone());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if shutting.load(Ordering::SeqCst) {
                    continue;
                }
                let (server, armed) = (server.clone(), arming.clone());
                tokio::spawn(async move { pass(client, &server, &armed).await });
            }
        });
        Self { dir, armed, is_shut }
    }

    /// Whether it hangs up on whoever comes anew.
    pub fn shut(&self, is_shut: bool) {
        self.is_shut.store(is_shut, Ordering::SeqCst);
    }

    /// Where clients find it.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The next connection that comes there is broken.
    pub fn arm(&self, cut: Cut) {
        *self.armed.lock().unwrap() = Some(cut);
    }

    /// Whether one was broken since.
    pub fn has_cut(&self) -> bool {
        self.armed.lock().unwrap().is_none()
    }
}

/// Both ways at once, until one side hangs up or the connection is cut.
async fn pass(mut client: UnixStream, server: &Path, armed: &Mutex<Option<Cut>>) -> io::Result<()> {
    let mut server = UnixStream::connect(server).await?;
    let (mut said, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    let mut deaf = None;
    loop {
        tokio::select! {
            length = client.read(&mut said) => {
                let said = &said[..length?];
                if said.is_empty() {
                    return Ok(());
                }
                deaf = deaf.or_else(|| take(armed, said));
                match deaf {
                    Some(Cut::BeforeBegin | Cut::BeforeCommit) => return Ok(()),
                    Some(Cut::WithCommit) => return server.write_all(said).await,
                    Some(Cut::Hold) => {}
                    Some(Cut::AfterCommit | Cut::Hush) | None => server.write_all(said).await?,
                }
            }
            length = server.read(&mut answered) => {
                let answered = &answered[..length?];
                let committed = contains(answered, b"COMMIT\0");
                if answered.is_empty() || deaf == Some(Cut::AfterCommit) && committed {
                    return Ok(());
                }
                if !(deaf == Some(Cut::Hush) && committed) {
                    client.write_all(answered).await?;
                }
            }
        }
    }
}

/// The cut that is due, which is then done.
fn take(armed: &Mutex<Option<Cut>>, said: &[u8]) -> Option<Cut> {
    let mut armed = armed.lock().unwrap();
    let due = match (*armed)? {
        Cut::BeforeBegin => contains(said, b"BEGIN ISOLATION"),
        Cut::BeforeCommit | Cut::WithCommit | Cut::AfterCommit | Cut::Hold | Cut::Hush => {
            contains(said, b"COMMIT\0")
        }
    };
    if due { armed.take() } else { None }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
