//! What nodes share: PostgreSQL, Kafka and an S3 server, each a process on a free port, in a folder of
//! its own that goes with it.

use crate::Result;
use crate::peers::{Programs, said};
use crate::server::{cpu_seconds, free_address, status_mib};
use rustix::process::{Pid, Signal};
use std::fs::File;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The key and the secret of the S3 server's user.
const KEY: &str = "waterwheel";
/// The cluster's id in Kafka's files: sixteen bytes in base64.
const CLUSTER: &str = "d2F0ZXJ3aGVlbC1iZW5jaA";
/// How long an engine may take until it answers, and to end.
const START: Duration = Duration::from_secs(120);
const END: Duration = Duration::from_secs(10);

/// When the broker has a record on stable storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flush {
    /// Before it acknowledges: `log.flush.interval.messages=1`, as a broker alone is to be set.
    Each,
    /// When the system writes it, as Kafka does by default and three brokers may.
    Later,
}

/// One engine's process, which ends with this program.
pub struct Engine {
    child: Child,
    pub address: SocketAddr,
    /// What ends it.
    end: Signal,
    dir: tempfile::TempDir,
}

impl Engine {
    fn start(
        command: &[String],
        address: SocketAddr,
        end: Signal,
        dir: tempfile::TempDir,
        is_up: impl Fn() -> bool,
    ) -> Result<Self> {
        let path = dir.path().join("log");
        let log = File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let again = log.try_clone().map_err(|error| error.to_string())?;
        let mut started = Command::new("setpriv");
        started.args(["--pdeathsig", "KILL"]).args(command).current_dir(dir.path());
        started.stdin(Stdio::null()).stdout(log).stderr(again);
        let child = started.spawn().map_err(|error| format!("start setpriv: {error}"))?;
        let mut engine = Self { child, address, end, dir };
        let since = Instant::now();
        while !is_up() {
            let ended = matches!(engine.child.try_wait(), Ok(Some(_)));
            if ended || since.elapsed() > START {
                let said = std::fs::read_to_string(&path).unwrap_or_default();
                return Err(format!("{command:?} did not start: {said}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(engine)
    }

    /// Processor time so far of the process and its children, in seconds.
    pub fn cpu_seconds(&self) -> Result<f64> {
        let pid = self.child.id();
        let path = format!("/proc/{pid}/task/{pid}/children");
        let children =
            std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        // A child that has ended meanwhile cannot be read.
        let theirs = children.split_whitespace().filter_map(|child| cpu_seconds(child).ok());
        Ok(cpu_seconds(&pid.to_string())? + theirs.sum::<f64>())
    }

    /// Resident memory of the process without its children, in MiB.
    pub fn memory_mib(&self) -> Result<f64> {
        status_mib(self.child.id(), "VmRSS")
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Some(pid) = Pid::from_raw(self.child.id().cast_signed()) {
            let _ = rustix::process::kill_process(pid, self.end);
        }
        let since = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && since.elapsed() < END {
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// All three.
pub struct Engines {
    pub postgres: Engine,
    pub kafka: Engine,
    pub bucket: Engine,
    psql: PathBuf,
}

impl Engines {
    pub fn start(programs: &Programs, flush: Flush) -> Result<Self> {
        programs.install_engines()?;
        let psql = newest_postgres()?.join("psql");
        Ok(Self {
            postgres: postgres(&programs.scratch)?,
            kafka: kafka(programs, flush)?,
            bucket: bucket(programs)?,
            psql,
        })
    }

    /// The URLs that a node is given, each behind its option.
    pub fn options(&self) -> [String; 6] {
        let blobs = format!(
            "s3://contents/w?endpoint=http://{}&region=us-east-1&access_key_id={KEY}&secret_access_key={KEY}",
            self.bucket.address
        );
        let [tables, log, objects] =
            ["--cluster-tables", "--cluster-log", "--cluster-blobs"].map(str::to_owned);
        [tables, self.tables(), log, format!("kafka://{}", self.kafka.address), objects, blobs]
    }

    fn tables(&self) -> String {
        format!("postgres://waterwheel@{}/postgres", self.postgres.address)
    }

    /// How many transactions have written so far, of which the question is one.
    pub fn commits(&self) -> Result<u64> {
        self.number("SELECT pg_current_xact_id()")
    }

    /// How many bytes the tables have.
    pub fn table_bytes(&self) -> Result<u64> {
        self.number("SELECT pg_database_size('postgres')")
    }

    fn number(&self, query: &str) -> Result<u64> {
        let mut ask = Command::new(&self.psql);
        let told = said(ask.args(["-Atqc", query]).arg(self.tables()))?;
        told.trim().parse().map_err(|_| format!("PostgreSQL answers {query} with {told}"))
    }

    /// How many bytes the broker's records have.
    pub fn record_bytes(&self) -> Result<u64> {
        let data = self.kafka.dir.path().join("data");
        let lanes =
            std::fs::read_dir(&data).map_err(|error| format!("{}: {error}", data.display()));
        let files = lanes?.flatten().filter_map(|lane| std::fs::read_dir(lane.path()).ok());
        let logs =
            files.flatten().flatten().filter(|it| it.path().extension() == Some("log".as_ref()));
        Ok(logs.filter_map(|it| it.metadata().ok()).map(|it| it.len()).sum())
    }
}

fn folder(programs: &Path) -> Result<tempfile::TempDir> {
    tempfile::tempdir_in(programs).map_err(|error| format!("make a folder: {error}"))
}

fn newest_postgres() -> Result<PathBuf> {
    let all = std::fs::read_dir("/usr/lib/postgresql").map(|all| all.flatten().collect::<Vec<_>>());
    let mut all: Vec<_> = all.unwrap_or_default().into_iter().map(|it| it.path()).collect();
    all.sort();
    let newest = all.pop().map(|newest| newest.join("bin")).filter(|it| it.join("initdb").exists());
    newest.ok_or_else(|| "a cluster wants PostgreSQL: apt-get install postgresql".to_owned())
}

/// PostgreSQL as it comes, which does not run as root.
fn postgres(scratch: &Path) -> Result<Engine> {
    let programs = newest_postgres()?;
    let is_root = rustix::process::geteuid().is_root();
    // Nobody else may look into root's own folders.
    let dir = folder(if is_root { Path::new("/var/tmp") } else { scratch })?;
    let mut who: Vec<String> = Vec::new();
    if is_root {
        said(Command::new("chown").arg("postgres:").arg(dir.path()))?;
        who.extend(["--reuid=postgres", "--regid=postgres", "--clear-groups"].map(str::to_owned));
    }
    let data = dir.path().join("data");
    let mut make = Command::new("setpriv");
    make.args(&who).arg(programs.join("initdb")).args(["--auth=trust", "--username=waterwheel"]);
    make.args(["--encoding=UTF8", "--locale=C", "-D"]).arg(&data).current_dir(dir.path());
    said(&mut make)?;
    let address = free_address()?;
    let mut command = who;
    command.extend([programs.join("postgres").display().to_string(), "-D".to_owned()]);
    command.push(data.display().to_string());
    let sockets = format!("unix_socket_directories={}", dir.path().display());
    let port = format!("port={}", address.port());
    for setting in [&port, "listen_addresses=127.0.0.1", &sockets, "max_connections=200"] {
        command.extend(["-c".to_owned(), setting.to_owned()]);
    }
    let is_up = || {
        let mut ask = Command::new(programs.join("pg_isready"));
        ask.args(["-q", "-h", "127.0.0.1", "-p", &address.port().to_string()]);
        ask.status().is_ok_and(|status| status.success())
    };
    Engine::start(&command, address, Signal::INT, dir, is_up)
}

/// One broker that is its own controller.
fn kafka(programs: &Programs, flush: Flush) -> Result<Engine> {
    let dir = folder(&programs.scratch)?;
    let (address, controller) = (free_address()?, free_address()?);
    let mut settings = format!(
        "process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@{controller}\n\
         listeners=PLAINTEXT://{address},CONTROLLER://{controller}\n\
         advertised.listeners=PLAINTEXT://{address}\ncontroller.listener.names=CONTROLLER\n\
         listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n\
         log.dirs={}/data\noffsets.topic.replication.factor=1\nauto.create.topics.enable=false\n\
         offsets.topic.num.partitions=1\n",
        dir.path().display()
    );
    if flush == Flush::Each {
        settings.push_str("log.flush.interval.messages=1\n");
    }
    let file = dir.path().join("server.properties");
    std::fs::write(&file, settings).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut format = programs.kafka_tool("kafka.tools.StorageTool");
    said(format.args(["format", "-t", CLUSTER, "-c"]).arg(&file))?;
    let command = ["java", "-Xmx512m", "-Xms512m", "-cp"].map(str::to_owned);
    let mut command = command.to_vec();
    command.extend([programs.kafka.join("*").display().to_string(), "kafka.Kafka".to_owned()]);
    command.push(file.display().to_string());
    Engine::start(&command, address, Signal::KILL, dir, || listens(address))
}

/// An S3 server that is not ours, with an empty bucket.
fn bucket(programs: &Programs) -> Result<Engine> {
    let dir = folder(&programs.scratch)?;
    let [objects, about] = ["objects", "about"].map(|name| dir.path().join(name));
    for folder in [&objects.join("contents"), &about] {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    let address = free_address()?;
    let mut command = vec![programs.versitygw.display().to_string()];
    let port = address.to_string();
    let words = ["--access", KEY, "--secret", KEY, "--region", "us-east-1", "--quiet"];
    command.extend(words.map(str::to_owned));
    command.extend(["--keep-alive", "--port", &port, "posix", "--sidecar"].map(str::to_owned));
    command.extend([about, objects].map(|folder| folder.display().to_string()));
    Engine::start(&command, address, Signal::KILL, dir, || listens(address))
}

fn listens(address: SocketAddr) -> bool {
    TcpStream::connect(address).is_ok()
}
