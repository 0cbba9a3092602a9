//! Figures of the Kinesis Client Library: a worker process that subscribes to a shard.

use crate::Result;
use crate::http::Connection;
use crate::kinesis::put_one;
use crate::load::median;
use crate::peers::{Programs, said};
use crate::server::{Kind, Server};
use serde_json::json;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The workers that the clients' tests use, beside this program's sources.
const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/clients/kcl/pom.xml");
/// How many records are put, one after the other, and how many before they count.
const RECORDS: usize = 300;
const WARM: usize = 100;
/// How long a worker may take to begin with its shard, and a record until it is processed.
const BEGIN: Duration = Duration::from_secs(120);
const PROCESSED: Duration = Duration::from_secs(20);

/// The class path of the workers, which Maven builds.
fn built(programs: &Programs) -> Result<String> {
    let folder = programs.scratch.join("kcl-workers");
    let mut maven = Command::new("mvn");
    maven.args(["--batch-mode", "--no-transfer-progress", "--quiet"]);
    maven.arg(format!("-DbuildDirectory={}", folder.display())).arg("-f").arg(PROJECT);
    said(maven.arg("compile"))?;
    let list = folder.join("class-path.txt");
    let list =
        std::fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    Ok(format!("{}:{}", folder.join("classes").display(), list.trim()))
}

/// A worker, ended when it is dropped.
struct Fleet {
    worker: Child,
    journal: PathBuf,
}

impl Fleet {
    fn start(server: &Server, class_path: &str, dir: &Path) -> Result<Self> {
        let journal = dir.join("journal");
        let log = File::create(dir.join("worker.log")).map_err(|error| error.to_string())?;
        let again = log.try_clone().map_err(|error| error.to_string())?;
        let mut command = Command::new("java");
        command.args(["-Xmx256m", "-XX:+UseSerialGC", "-cp", class_path, "waterwheel.Worker"]);
        command.args(["records", "worker"]).arg(&journal).arg("fan-out=bench");
        command.env("AWS_ENDPOINT_URL", format!("http://{}", server.address));
        command.env("AWS_REGION", "us-east-1").env("AWS_EC2_METADATA_DISABLED", "true");
        command.env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
        command.stdin(Stdio::null()).stdout(log).stderr(again);
        let worker = command.spawn().map_err(|error| format!("start java: {error}"))?;
        Ok(Self { worker, journal })
    }

    /// Waits until the journal tells this.
    fn wait(&mut self, told: &str, at_most: Duration) -> Result<()> {
        let since = Instant::now();
        while since.elapsed() < at_most {
            let journal = std::fs::read(&self.journal).unwrap_or_default();
            if memchr::memmem::find(&journal, told.as_bytes()).is_some() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.worker.try_wait() {
                return Err(format!("the worker ended with {status}"));
            }
            std::thread::sleep(Duration::from_micros(100));
        }
        Err(format!("the worker told nothing of {told:?}"))
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        let _ = self.worker.kill();
        let _ = self.worker.wait();
    }
}

/// From the PutRecord of a record until a worker with fan-out has processed it, one at a time, the
/// median in milliseconds.
pub async fn record_p50(programs: &Programs, kind: Kind) -> Result<f64> {
    let class_path = built(programs)?;
    let dir = tempfile::tempdir_in(&programs.scratch).map_err(|error| error.to_string())?;
    let server = Server::start(kind, programs).await?;
    server.create_stream("records", 1).await?;
    let mut fleet = Fleet::start(&server, &class_path, dir.path())?;
    fleet.wait("\tbegun\t", BEGIN)?;
    let mut connection = Connection::open(server.address).await?;
    let mut times = Vec::new();
    for n in 0..WARM + RECORDS {
        let text = format!("record-{n:06}");
        let data = base64_simd::STANDARD.encode_to_string(&text);
        let input = json!({"StreamName": "records", "Data": data, "PartitionKey": "k"});
        let request = server.kinesis_request("PutRecord", &input);
        let since = Instant::now();
        put_one(&mut connection, &request).await?;
        fleet.wait(&text, PROCESSED)?;
        times.push(since.elapsed().as_secs_f64() * 1e3);
    }
    Ok(median(times.split_off(WARM)))
}
