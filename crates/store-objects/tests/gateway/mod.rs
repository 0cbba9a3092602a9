//! An S3 server of a test's own that is not ours: versitygw over a temporary directory, on a free port
//! of the loopback address.

use rustix::process::{Pid, Signal, kill_process};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs};
use store_objects::{ObjectBlobs, Options};
use tempfile::TempDir;

/// The bucket that is there.
pub const BUCKET: &str = "contents";
const KEY: &str = "waterwheel";

/// A server that is killed when this is dropped, and when the thread that started it ends.
pub struct Gateway {
    dir: TempDir,
    address: SocketAddr,
    server: Option<Child>,
}

impl Gateway {
    /// Starts a server with an empty bucket.
    pub async fn start() -> Self {
        // The server keeps what it knows of an object in attributes of its file, which not every folder
        // for temporary files has.
        let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        fs::create_dir_all(dir.path().join("objects").join(BUCKET)).unwrap();
        let mut gateway = Self { dir, address: free(), server: None };
        // Another program may take the port before the server does; then there is another.
        while !gateway.run().await {
            gateway.address = free();
        }
        gateway
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How it is reached over another address.
    pub fn url_over(&self, address: SocketAddr, prefix: &str) -> String {
        format!(
            "s3://{BUCKET}/{prefix}?endpoint=http://{address}&region=us-east-1\
             &access_key_id={KEY}&secret_access_key={KEY}"
        )
    }

    /// How it is reached.
    pub fn url(&self, prefix: &str) -> String {
        self.url_over(self.address, prefix)
    }

    /// The engine over it, which gives up soon.
    pub async fn blobs(&self, prefix: &str) -> ObjectBlobs {
        ObjectBlobs::open(soon(self.url(prefix))).await.unwrap()
    }

    /// Sends a signal to the server; after one that ends or stops it, waits until it has.
    pub fn signal(&mut self, signal: Signal) {
        let server = self.server.as_mut().unwrap();
        kill_process(Pid::from_child(server), signal).unwrap();
        while signal == Signal::STOP && !is_stopped(server.id()) {
            std::thread::yield_now();
        }
        if signal == Signal::KILL {
            server.wait().unwrap();
            self.server = None;
        }
    }

    /// Starts it where it was before, and says whether it could.
    pub async fn run(&mut self) -> bool {
        let mut server = Command::new("setpriv")
            .args(["--pdeathsig", "KILL"])
            .arg(program())
            .args(["--access", KEY, "--secret", KEY, "--region", "us-east-1", "--quiet"])
            .args(["--keep-alive", "--port", &self.address.to_string(), "posix"])
            .arg(self.dir.path().join("objects"))
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        loop {
            if server.try_wait().unwrap().is_some() {
                return false;
            }
            if TcpStream::connect(self.address).is_ok() {
                self.server = Some(server);
                return true;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// What lies in the server's directory under a path, as files.
    pub fn files(&self, path: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut open = vec![self.dir.path().join("objects").join(path)];
        while let Some(dir) = open.pop() {
            for entry in fs::read_dir(dir).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { open.push(path) } else { found.push(path) }
            }
        }
        found
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        if self.server.is_some() {
            self.signal(Signal::KILL);
        }
    }
}

/// Options with the least patience and the shortest parts.
pub fn soon(url: String) -> Options {
    let patience = Duration::from_secs(2);
    Options { url, patience, part_bytes: 5 << 20, ..Options::default() }
}

/// Whether all threads of a process have stopped.
fn is_stopped(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let mut stats = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("stat")));
    // The state stands behind the name, which stands in brackets.
    stats.all(|stat| stat.is_ok_and(|stat| stat.contains(") T ")))
}

/// An address that nobody listens at.
fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// The server, which `./test` builds.
fn program() -> PathBuf {
    let program = env::var_os("S3_SERVER").map(PathBuf::from).unwrap_or_else(|| {
        let home = PathBuf::from(env::var_os("HOME").unwrap_or_default());
        let cache = env::var_os("XDG_CACHE_HOME").map_or(home.join(".cache"), PathBuf::from);
        cache.join("waterwheel/versitygw-1.8.0/versitygw")
    });
    assert!(program.exists(), "no S3 server at {}: ./test builds it", program.display());
    program
}
