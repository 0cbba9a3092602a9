//! A PostgreSQL server of a test's own: a new cluster in a temporary directory, which listens on a
//! Unix socket there and nowhere else. The server of the machine, if there is one, is left alone.

use rustix::process::{Pid, Signal, geteuid, kill_process};
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, Weak, mpsc};
use std::thread::{self, JoinHandle};
use store_postgres::{Options, PostgresTables};
use tempfile::TempDir;

/// A server that is stopped when this is dropped, and when the thread that started it ends.
pub struct Cluster {
    dir: TempDir,
    _template: Arc<Template>,
    bin: PathBuf,
    settings: Vec<String>,
    server: Option<Running>,
    /// What servers said that were stopped.
    log: String,
}

/// A cluster that was made and never run, of which others are copies: making one takes a second.
struct Template(TempDir);

impl Template {
    /// The one that other tests use now, or a new one.
    fn get() -> Arc<Self> {
        static USED: Mutex<Weak<Template>> = Mutex::new(Weak::new());
        let mut used = USED.lock().unwrap();
        if let Some(template) = used.upgrade() {
            return template;
        }
        let dir = own_dir();
        let made = command(dir.path(), &programs().join("initdb"))
            .args(["--no-sync", "--auth=trust", "--username=waterwheel", "--encoding=UTF8"])
            .args(["--locale=C", "--no-instructions", "-D"])
            .arg(data_in(dir.path()))
            .output()
            .unwrap();
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let template = Arc::new(Self(dir));
        *used = Arc::downgrade(&template);
        template
    }
}

struct Running {
    process: Child,
    /// Ends when every process of the server has.
    log: JoinHandle<String>,
}

/// What a client has to be told to find a server whose socket lies in a directory.
pub fn url_in(dir: &Path) -> String {
    format!("host={} user=waterwheel dbname=postgres", dir.display())
}

impl Cluster {
    /// Makes a cluster and starts its server, with settings like `fsync=off`.
    pub fn start(settings: &[&str]) -> Self {
        let template = Template::get();
        let (dir, log) = (own_dir(), String::new());
        let (from, to) = (data_in(template.0.path()), data_in(dir.path()));
        let copied = Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
        assert!(copied.success(), "a cluster is not to be copied");
        let mut cluster = Self {
            dir,
            _template: template,
            bin: programs(),
            settings: Vec::new(),
            server: None,
            log,
        };
        cluster.set(settings);
        cluster.run();
        cluster
    }

    /// Where it lies.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// The server's socket.
    pub fn socket(&self) -> PathBuf {
        self.dir.path().join(".s.PGSQL.5432")
    }

    /// What a client has to be told to find it.
    pub fn url(&self) -> String {
        url_in(self.dir.path())
    }

    /// The engine over it.
    pub async fn tables(&self) -> PostgresTables {
        PostgresTables::connect(&self.url(), Options::default()).await.unwrap()
    }

    /// Stops the server, with `Signal::KILL` without giving it a word, and waits until nothing of it
    /// runs any more. Its socket and what says that it runs stay behind then, as after any crash.
    pub fn stop(&mut self, signal: Signal) {
        if self.server.is_some() {
            self.tell_all(Signal::CONT);
        }
        let Some(mut server) = self.server.take() else { return };
        kill_process(Pid::from_child(&server.process), signal).unwrap();
        server.process.wait().unwrap();
        self.log += &server.log.join().unwrap();
    }

    /// Stops every process of the server where it is, so that it answers nothing and is not gone.
    pub fn pause(&self) {
        self.tell_all(Signal::STOP);
    }

    /// Lets them go on.
    pub fn go_on(&self) {
        self.tell_all(Signal::CONT);
    }

    fn tell_all(&self, signal: Signal) {
        let first = Pid::from_child(&self.server.as_ref().unwrap().process);
        kill_process(first, signal).unwrap();
        let first = first.as_raw_nonzero();
        let children = fs::read_to_string(format!("/proc/{first}/task/{first}/children")).unwrap();
        for child in children.split_whitespace() {
            // It may have ended meanwhile.
            kill_process(Pid::from_raw(child.parse().unwrap()).unwrap(), signal)
                .unwrap_or_default();
        }
    }

    /// The settings with which it is started next.
    pub fn set(&mut self, settings: &[&str]) {
        self.settings = settings.iter().map(|setting| (*setting).to_owned()).collect();
    }

    /// Stops the server and gives what it said.
    pub fn log(&mut self) -> &str {
        self.stop(Signal::INT);
        &self.log
    }

    /// Starts it anew where it was stopped, and waits until it takes connections.
    pub fn run(&mut self) {
        let mut command = self.command("postgres");
        command.arg("-D").arg(self.data()).arg("-k").arg(self.dir.path());
        command.args(["-c", "listen_addresses=", "-c", "shared_buffers=32MB"]);
        for setting in &self.settings {
            command.args(["-c", setting]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let stderr = BufReader::new(process.stderr.take().unwrap());
        let (ready, is_ready) = mpsc::channel();
        let log = thread::spawn(move || {
            let mut log = String::new();
            for line in stderr.lines().map_while(Result::ok) {
                if line.contains("database system is ready to accept connections") {
                    ready.send(()).unwrap_or_default();
                }
                log += &line;
                log.push('\n');
            }
            log
        });
        self.server = Some(Running { process, log });
        if is_ready.recv().is_err() {
            panic!("no server: {}", self.log());
        }
    }

    /// Runs SQL as an operator would, and gives what it prints.
    pub fn psql(&self, sql: &str) -> String {
        let output = self
            .command("psql")
            .args(["--no-psqlrc", "--tuples-only", "--no-align", "--username=waterwheel"])
            .args(["--set=ON_ERROR_STOP=1", "--dbname=postgres", "--host"])
            .arg(self.dir.path())
            .args(["--command", sql])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn data(&self) -> PathBuf {
        data_in(self.dir.path())
    }

    fn command(&self, program: &str) -> Command {
        command(self.dir.path(), &self.bin.join(program))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop(Signal::QUIT);
    }
}

fn data_in(dir: &Path) -> PathBuf {
    dir.join("data")
}

/// A directory of the server's user.
fn own_dir() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
    own(dir.path());
    dir
}

/// Gives something to the server's user.
pub fn own(path: &Path) {
    if let Some((user, group)) = other_user() {
        chown(path, Some(user), Some(group)).unwrap();
    }
}

/// One of PostgreSQL's programs, which is killed with the thread that starts it. The server refuses
/// to run as root.
fn command(dir: &Path, program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]);
    if let Some((user, group)) = other_user() {
        command.args([format!("--reuid={user}"), format!("--regid={group}")]);
        command.arg("--clear-groups");
    }
    command.arg(program).current_dir(dir).env_clear();
    command
}

/// User and group to run as instead of root.
fn other_user() -> Option<(u32, u32)> {
    if !geteuid().is_root() {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let nobody = users.lines().find(|line| line.starts_with("nobody:")).unwrap();
    let fields: Vec<&str> = nobody.split(':').collect();
    Some((fields[2].parse().unwrap(), fields[3].parse().unwrap()))
}

/// Where the newest PostgreSQL of the machine has its programs.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").expect("the Debian package postgresql");
    let programs = versions.map(|version| version.unwrap().path().join("bin"));
    programs.filter(|bin| bin.join("initdb").exists()).max().expect("a PostgreSQL with its server")
}
