//! A server under measurement: a process of our own, on a directory of its own.

use crate::Result;
use crate::bare::{self, Asked};
use crate::http::{Connection, request};
use crate::minio;
use crate::peers::Programs;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use std::cell::RefCell;
use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server may take until it answers.
const START: Duration = Duration::from_secs(60);
/// How long a server may take to end.
const END: Duration = Duration::from_secs(15);

/// Who is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Waterwheel,
    /// The same, which holds callers to AWS's limits.
    Limited,
    Ministack,
    Kinesalite,
    Elasticmq,
    DynamodbLocal,
    Minio,
    /// A cluster's own broker, by its own tools.
    Kafka,
    /// An HTTP server that does nothing, whose answers have so many bytes.
    Bare {
        answer: usize,
    },
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Waterwheel => "waterwheel",
            Self::Limited => "waterwheel --limits aws",
            Self::Ministack => "ministack",
            Self::Kinesalite => "kinesalite",
            Self::Elasticmq => "elasticmq",
            Self::DynamodbLocal => "DynamoDB Local",
            Self::Minio => "MinIO",
            Self::Kafka => "Kafka",
            Self::Bare { .. } => "bare HTTP",
        }
    }

    /// The command that serves on `port`. Waterwheel and MinIO keep their data in `dir`, on disk; the
    /// other peers keep nothing, as they do by default.
    fn command(self, programs: &Programs, port: u16, dir: &Path) -> Command {
        let port = port.to_string();
        match self {
            Self::Waterwheel | Self::Limited => {
                let mut command = Command::new(&programs.waterwheel);
                command.args(["start", "--port", &port, "--data-dir"]).arg(dir.join("data"));
                if self == Self::Limited {
                    command.args(["--limits", "aws"]);
                }
                command
            }
            Self::Ministack => {
                let mut command = Command::new(&programs.ministack);
                command.env("GATEWAY_PORT", &port).env("BIND_HOST", "127.0.0.1");
                command
            }
            Self::Kinesalite => {
                let mut command = Command::new(&programs.kinesalite);
                command.args(["--port", &port, "--shardLimit", "100000"]);
                command.args(["--createStreamMs", "0", "--deleteStreamMs", "0"]);
                command
            }
            Self::Elasticmq => {
                let mut command = Command::new("java");
                command.args(["-Drest-sqs.bind-hostname=127.0.0.1", "-Drest-stats.enabled=false"]);
                command.arg(format!("-Drest-sqs.bind-port={port}")).arg("-cp");
                command.arg(programs.elasticmq.join("*")).arg("org.elasticmq.server.Main");
                command
            }
            Self::DynamodbLocal => {
                let mut command = Command::new("java");
                let native = programs.dynamodb_local.display();
                command.arg(format!("-Djava.library.path={native}")).arg("-cp");
                command.arg(programs.dynamodb_local.join("*"));
                command.arg("com.amazonaws.services.dynamodbv2.local.main.ServerRunner");
                command.args(["-inMemory", "-sharedDb", "-disableTelemetry", "-port", &port]);
                command
            }
            Self::Minio => {
                let mut command = Command::new(&programs.minio);
                command.env("MINIO_ROOT_USER", minio::KEY).env("MINIO_ROOT_PASSWORD", minio::KEY);
                command.env("MINIO_BROWSER", "off").env("MINIO_UPDATE", "off");
                command.args(["server", "--quiet", "--address", &format!("127.0.0.1:{port}")]);
                command.arg(dir.join("data"));
                command
            }
            // It comes with a cluster's engines.
            Self::Kafka => Command::new("false"),
            Self::Bare { answer } => {
                let mut command = Command::new(&programs.own);
                command.args([bare::COMMAND, &port, &answer.to_string()]);
                command
            }
        }
    }
}

/// A running server, stopped when it is dropped.
pub struct Server {
    pub kind: Kind,
    pub address: SocketAddr,
    /// From the start of the process to its first answer.
    pub start_ms: f64,
    /// How many keys a bucket of many has.
    pub keys: usize,
    child: Child,
    asked: RefCell<Option<Asked>>,
    /// Its folder goes with it, unless it is somebody else's.
    _own: Option<tempfile::TempDir>,
}

impl Server {
    /// Starts one in a new folder.
    pub async fn start(kind: Kind, programs: &Programs) -> Result<Self> {
        let dir = tempfile::tempdir_in(&programs.scratch)
            .map_err(|error| format!("make a folder: {error}"))?;
        let mut server = Self::start_in(kind, programs, dir.path()).await?;
        server._own = Some(dir);
        Ok(server)
    }

    /// Starts one in a folder, which may hold what an earlier one left.
    pub async fn start_in(kind: Kind, programs: &Programs, dir: &Path) -> Result<Self> {
        let address = free_address()?;
        let command = kind.command(programs, address.port(), dir);
        Self::launch(kind, command, address, (programs.keys, dir)).await
    }

    /// Starts a node of a cluster, which keeps nothing, with these options.
    pub async fn start_node(programs: &Programs, name: &str, options: &[String]) -> Result<Self> {
        let dir = tempfile::tempdir_in(&programs.scratch)
            .map_err(|error| format!("make a folder: {error}"))?;
        let address = free_address()?;
        let mut command = Command::new(&programs.waterwheel);
        command.args(["start", "--cluster", "--port", &address.port().to_string()]).args(options);
        command.args(["--cluster-node", name, "--cluster-address", &address.to_string()]);
        command.args(["--cluster-drain-seconds", "1"]);
        let of = (programs.keys, dir.path());
        let mut server = Self::launch(Kind::Waterwheel, command, address, of).await?;
        server._own = Some(dir);
        Ok(server)
    }

    /// Starts a command and waits until it answers at this address.
    async fn launch(
        kind: Kind,
        mut command: Command,
        address: SocketAddr,
        (keys, dir): (usize, &Path),
    ) -> Result<Self> {
        let log = dir.join("server.log");
        let file = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
        let again = file.try_clone().map_err(|error| error.to_string())?;
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("WATERWHEEL_")) {
            command.env_remove(name);
        }
        command.current_dir(dir).env("TMPDIR", dir).process_group(0);
        // What earlier servers wrote and removed is no business of this one's disk.
        rustix::fs::syncfs(&again).map_err(|error| format!("sync the disk: {error}"))?;
        let started = Instant::now();
        command.stdin(Stdio::null()).stdout(file).stderr(again);
        let child = command.spawn().map_err(|error| format!("start {}: {error}", kind.name()))?;
        let asked = RefCell::default();
        let mut server = Self { kind, address, start_ms: 0.0, keys, child, asked, _own: None };
        if let Err(error) = server.wait_ready(started).await {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            return Err(format!("{} did not start: {error}\n{said}", kind.name()));
        }
        Ok(server)
    }

    /// Asks for the list of streams, queues or tables, or whether it is ready, until it is answered.
    async fn wait_ready(&mut self, started: Instant) -> Result<()> {
        let (target, kind) = match self.kind {
            Kind::Elasticmq => ("AmazonSQS.ListQueues", "application/x-amz-json-1.0"),
            Kind::DynamodbLocal => ("DynamoDB_20120810.ListTables", "application/x-amz-json-1.0"),
            _ => ("Kinesis_20131202.ListStreams", "application/x-amz-json-1.1"),
        };
        let headers = [("X-Amz-Target", target), ("Content-Type", kind)];
        let bytes = match self.kind {
            Kind::Minio => {
                let ready = request(self.address, "GET", "/minio/health/ready", "s3", &[], b"");
                minio::anonymous(ready)
            }
            _ => request(self.address, "POST", "/", "kinesis", &headers, b"{}"),
        };
        loop {
            let answered = match Connection::open(self.address).await {
                Ok(mut connection) => connection.exchange(&bytes, true).await,
                Err(error) => Err(error),
            };
            match answered {
                Ok(answer) if answer.status == 200 => {
                    self.start_ms = started.elapsed().as_secs_f64() * 1e3;
                    return Ok(());
                }
                Ok(answer) if started.elapsed() > START => {
                    return Err(format!("status {}", answer.status));
                }
                Err(error) if started.elapsed() > START => return Err(error),
                _ => std::thread::sleep(Duration::from_micros(200)),
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("it ended with {status}"));
            }
        }
    }

    /// Notes what was asked of it last.
    pub fn note(&self, asked: Asked) {
        self.asked.replace(Some(asked));
    }

    /// What was asked of it last, once.
    pub fn take_asked(&self) -> Option<Asked> {
        self.asked.take()
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory of the server process alone, in MiB.
    pub fn memory_mib(&self) -> Result<f64> {
        status_mib(self.pid(), "VmRSS")
    }

    /// The most that it ever was.
    pub fn most_memory_mib(&self) -> Result<f64> {
        status_mib(self.pid(), "VmHWM")
    }

    /// Processor time of the server process so far, in seconds, as exact as ten milliseconds.
    pub fn cpu_seconds(&self) -> Result<f64> {
        cpu_seconds(&self.pid().to_string())
    }

    /// The same to the nanosecond, of the threads that it has now.
    pub fn cpu_nanoseconds(&self) -> Result<u64> {
        let path = format!("/proc/{}/task", self.pid());
        let tasks = std::fs::read_dir(&path).map_err(|error| format!("{path}: {error}"))?;
        // A thread that has ended meanwhile cannot be read.
        let times = tasks.flatten().filter_map(|task| {
            let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<u64>().ok()
        });
        Ok(times.sum())
    }

    /// SIGKILL.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill().map_err(|error| format!("kill {}: {error}", self.kind.name()))
    }

    /// Ends the process and what it left in its group.
    fn end(&mut self) {
        let Some(pid) = Pid::from_raw(self.child.id().cast_signed()) else { return };
        let _ = rustix::process::kill_process(pid, Signal::TERM);
        let since = Instant::now();
        // It is not reaped yet, so that its number, which is the group's, stays its own.
        let peek = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        while let Ok(None) = rustix::process::waitid(WaitId::Pid(pid), peek) {
            if since.elapsed() > END {
                break;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = rustix::process::kill_process_group(pid, Signal::KILL);
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// A line of a process's status (proc(5)), in MiB.
pub fn status_mib(process: u32, name: &str) -> Result<f64> {
    let path = format!("/proc/{process}/status");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let kib = crate::scan::header(&text, name)
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.map(|kib| kib / 1024.0).ok_or_else(|| format!("no {name} in {path}"))
}

/// Processor time of a process so far, in seconds.
pub fn cpu_seconds(process: &str) -> Result<f64> {
    let path = format!("/proc/{process}/stat");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    // Linux counts these in hundredths of a second on every machine (USER_HZ, time(7)).
    let ticks = cpu_ticks(&text).ok_or_else(|| format!("{path} is not as proc(5) says"))?;
    Ok(ticks as f64 / 100.0)
}

/// utime and stime of /proc/PID/stat, whose second field may hold spaces and parentheses.
fn cpu_ticks(stat: &str) -> Option<u64> {
    let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

/// A port that nobody listens on.
pub fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_whatever_the_name_of_the_process() {
        let stat = "12 (a b) c) S 1 2 3 4 5 6 7 8 9 10 40 2 0 0 20 0";
        assert_eq!(cpu_ticks(stat), Some(42));
        assert_eq!(cpu_ticks("12 (a"), None);
    }
}
