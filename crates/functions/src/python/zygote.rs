//! The server's end of a warm Python parent: see `bootstrap/waterwheel_zygote.py` for the other.

use std::{
    collections::HashMap,
    io,
    mem::MaybeUninit,
    os::fd::{AsFd, OwnedFd},
    path::PathBuf,
    process::Stdio,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use rustix::net::{
    AddressFamily, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags, SocketFlags,
    SocketType,
};
use serde::Deserialize;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Interest},
    net::UnixStream,
    process::{Child, Command},
    sync::{mpsc, oneshot, watch},
};

use crate::process::{Exit, Process};

/// How long the parent may take to import boto3, and a fork to happen, on a very busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const PACKET: usize = 1 << 16;

/// How to start one.
pub(crate) struct ZygoteCommand {
    pub(crate) program: Vec<std::ffi::OsString>,
    /// A directory to look for boto3 in, besides the interpreter's own.
    pub(crate) site: Option<PathBuf>,
}

/// A running warm parent.
pub(crate) struct Zygote {
    outbox: mpsc::UnboundedSender<Packet>,
    children: Arc<Mutex<Children>>,
    next: AtomicU64,
    boto3: Option<String>,
    _child: Child,
}

type Packet = (Vec<u8>, Vec<OwnedFd>);

/// An environment's leader and, where it has a namespace of its own, the first process of that.
type Pids = (i32, Option<i32>);

#[derive(Default)]
struct Children {
    starting: HashMap<u64, oneshot::Sender<Result<Pids, String>>>,
    running: HashMap<u64, watch::Sender<Option<Exit>>>,
    gone: bool,
}

#[derive(Deserialize)]
struct Told {
    boto3: Option<String>,
    started: Option<u64>,
    pid: Option<i32>,
    first: Option<i32>,
    exited: Option<u64>,
    code: Option<i32>,
    signal: Option<i32>,
    why: Option<String>,
}

impl Zygote {
    /// Starts the parent and waits until it is warm.
    pub(crate) async fn start(command: ZygoteCommand) -> io::Result<Arc<Zygote>> {
        let (ours, theirs) = rustix::net::socketpair(
            AddressFamily::UNIX,
            SocketType::SEQPACKET,
            SocketFlags::CLOEXEC,
            None,
        )?;
        let child = spawn(command, theirs)?;
        let ours = std::os::unix::net::UnixStream::from(ours);
        ours.set_nonblocking(true)?;
        let socket = Arc::new(UnixStream::from_std(ours)?);
        let ready = tokio::time::timeout(PATIENCE, receive(&socket)).await;
        let ready = ready.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        let gone = || io::Error::other("the Python parent ended before it was ready");
        let boto3 = ready.ok_or_else(gone)?.boto3;
        let children = Arc::new(Mutex::new(Children::default()));
        let (outbox, packets) = mpsc::unbounded_channel();
        tokio::spawn(write_packets(socket.clone(), packets));
        tokio::spawn(hear(socket, children.clone()));
        Ok(Arc::new(Zygote { outbox, children, next: AtomicU64::new(0), boto3, _child: child }))
    }

    /// The version of boto3 it has imported.
    pub(crate) fn boto3(&self) -> Option<&str> {
        self.boto3.as_deref()
    }

    /// Whether it ended; start another then.
    pub(crate) fn is_gone(&self) -> bool {
        lock(&self.children).gone
    }

    /// Forks an environment. `message` is completed with the child's number. The first of the
    /// `descriptors`, at most two, becomes its standard output and error; through the second it
    /// hands over what it listens on, where it has a network of its own.
    pub(crate) async fn fork(
        self: &Arc<Self>,
        mut message: Value,
        descriptors: Vec<OwnedFd>,
    ) -> io::Result<Process> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        message["start"] = Value::from(id);
        let (tell_exit, exit) = watch::channel(None);
        let (tell_started, started) = oneshot::channel();
        let lost = || io::Error::other("the Python parent is gone");
        {
            let mut children = lock(&self.children);
            if children.gone {
                return Err(lost());
            }
            children.starting.insert(id, tell_started);
            children.running.insert(id, tell_exit);
        }
        drop(self.outbox.send((message.to_string().into_bytes(), descriptors)));
        let answer = tokio::time::timeout(PATIENCE, started).await;
        let pids = answer.map_err(|_| lost())?.map_err(|_| lost())?.map_err(io::Error::other)?;
        let parent = self.clone();
        Ok(Process::new(pids.0, pids.1, exit, move || {
            let kill = serde_json::json!({"kill": id}).to_string().into_bytes();
            drop(parent.outbox.send((kill, Vec::new())));
        }))
    }
}

fn lock(children: &Mutex<Children>) -> MutexGuard<'_, Children> {
    children.lock().unwrap_or_else(PoisonError::into_inner)
}

fn spawn(command: ZygoteCommand, control: OwnedFd) -> io::Result<Child> {
    let mut program = command.program.into_iter();
    let missing = || io::Error::other("no program to start");
    let mut start = Command::new(program.next().ok_or_else(missing)?);
    start.args(program).env_clear().current_dir("/");
    // Without a home and with empty configuration files nothing of the operator's own AWS
    // configuration is read.
    for (name, value) in [
        ("LANG", "C.UTF-8"),
        ("PATH", "/usr/local/bin:/usr/bin:/bin"),
        ("AWS_CONFIG_FILE", "/dev/null"),
        ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("PYTHONDONTWRITEBYTECODE", "1"),
    ] {
        start.env(name, value);
    }
    if let Some(site) = command.site {
        start.env("WATERWHEEL_SITE", site);
    }
    start.stdin(Stdio::from(control)).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = start.process_group(0).kill_on_drop(true).spawn()?;
    if let Some(stderr) = child.stderr.take() {
        tokio::spawn(async move {
            let mut lines = BufReader::new(stderr).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                tracing::warn!(line, "the Python parent says");
            }
        });
    }
    Ok(child)
}

async fn write_packets(socket: Arc<UnixStream>, mut packets: mpsc::UnboundedReceiver<Packet>) {
    while let Some((bytes, descriptors)) = packets.recv().await {
        let sent = socket.async_io(Interest::WRITABLE, || {
            let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2))];
            let mut ancillary = SendAncillaryBuffer::new(&mut space);
            let borrowed: Vec<_> = descriptors.iter().map(AsFd::as_fd).collect();
            if !borrowed.is_empty() {
                ancillary.push(SendAncillaryMessage::ScmRights(&borrowed));
            }
            let data = [io::IoSlice::new(&bytes)];
            Ok(rustix::net::sendmsg(&socket, &data, &mut ancillary, SendFlags::NOSIGNAL)?)
        });
        if let Err(error) = sent.await {
            if error.kind() == io::ErrorKind::BrokenPipe {
                // It is gone, which whoever waits for it hears elsewhere.
                return;
            }
            tracing::warn!(%error, "the Python parent cannot be told");
        }
    }
}

async fn receive(socket: &UnixStream) -> io::Result<Option<Told>> {
    let mut buffer = vec![0; PACKET];
    let read = socket.async_io(Interest::READABLE, || {
        Ok(rustix::net::recv(socket, buffer.as_mut_slice(), RecvFlags::empty())?.0)
    });
    match read.await? {
        0 => Ok(None),
        length => Ok(Some(serde_json::from_slice(&buffer[..length])?)),
    }
}

/// Carries what the parent tells to those who wait, until it is gone.
async fn hear(socket: Arc<UnixStream>, children: Arc<Mutex<Children>>) {
    while let Ok(Some(told)) = receive(&socket).await {
        let mut children = lock(&children);
        if let (Some(id), Some(pid)) = (told.started, told.pid)
            && let Some(waiting) = children.starting.remove(&id)
        {
            drop(waiting.send(Ok((pid, told.first))));
        }
        let Some(id) = told.exited else { continue };
        let exit = match (told.code, told.signal) {
            (Some(code), _) => Exit::Code(code),
            (None, Some(signal)) => Exit::Signal(signal),
            (None, None) => Exit::Lost,
        };
        if let Some(running) = children.running.remove(&id) {
            running.send_replace(Some(exit));
        }
        if let Some(waiting) = children.starting.remove(&id) {
            drop(waiting.send(Err(told.why.unwrap_or_else(|| exit.to_string()))));
        }
    }
    let mut children = lock(&children);
    children.gone = true;
    children.starting.clear();
    for (_, running) in children.running.drain() {
        running.send_replace(Some(Exit::Lost));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// A boto3 that keeps a descriptor, as some cryptographic libraries do, and says at the end
    /// whether it still works and what else is open.
    const BOTO3: &str = "import atexit, os
kept = os.open('/dev/zero', os.O_RDONLY)
__version__ = 'ours'
def say():
    print(os.read(kept, 1), 'besides', [n for n in range(3, 64) if n != kept and is_open(n)])
def is_open(n):
    try: return os.fstat(n)
    except OSError: return None
atexit.register(say)
";

    #[tokio::test]
    async fn a_fork_keeps_what_modules_opened_and_nothing_of_its_parent() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("boto3")).unwrap();
        std::fs::write(dir.path().join("boto3/__init__.py"), BOTO3).unwrap();
        let runtimes = dir.path().join("runtimes");
        crate::bootstrap::write(&runtimes).unwrap();
        let script = crate::bootstrap::dir(&runtimes).join("waterwheel_zygote.py");
        // Without the site packages, so that no other boto3 is found.
        let found = super::super::interpreters::find(&std::env::var_os("PATH").unwrap());
        let program = vec![found[0].path.clone().into(), "-S".into(), script.into()];
        let site = Some(dir.path().to_owned());
        let zygote = Zygote::start(ZygoteCommand { program, site }).await.unwrap();
        assert_eq!(zygote.boto3(), Some("ours"));
        let (mut log, end) = std::io::pipe().unwrap();
        let message = serde_json::json!({"env": {}, "isolation": {}});
        zygote.fork(message, vec![end.into()]).await.unwrap();
        let mut said = String::new();
        log.read_to_string(&mut said).unwrap();
        assert!(said.contains("b'\\x00' besides []"), "{said}");
    }
}
