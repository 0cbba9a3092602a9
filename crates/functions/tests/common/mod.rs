//! A runner, functions written in a few lines, and a log that can be read.
#![allow(clippy::unwrap_used, dead_code, missing_docs)]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, atomic::AtomicU64, atomic::Ordering},
    time::Duration,
};

use bytes::Bytes;
use functions::{
    BoxFuture, Config, CredentialSource, Credentials, EnvironmentId, Function, Invocation,
    LogFormat, LogSink, Outcome, Runner,
};
use serde_json::Value;

pub struct Keys;

impl CredentialSource for Keys {
    fn fetch(&self) -> BoxFuture<'_, Result<Credentials, String>> {
        Box::pin(async {
            Ok(Credentials {
                access_key_id: "ASIAEXAMPLE".to_owned(),
                secret_access_key: "secret".to_owned(),
                session_token: "token".to_owned(),
            })
        })
    }
}

#[derive(Default)]
pub struct Log {
    lines: Mutex<Vec<String>>,
    bytes: AtomicU64,
}

impl LogSink for Log {
    fn line(&self, _: &EnvironmentId, _: i64, line: String) {
        self.bytes.fetch_add(line.len() as u64, Ordering::Relaxed);
        let mut lines = self.lines.lock().unwrap();
        if lines.len() < 10_000 {
            lines.push(line);
        }
    }
}

impl Log {
    pub fn text(&self) -> String {
        self.lines.lock().unwrap().join("\n")
    }

    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    pub fn count(&self, what: &str) -> usize {
        self.lines.lock().unwrap().iter().filter(|line| line.contains(what)).count()
    }
}

pub struct World {
    pub runner: Arc<Runner>,
    pub log: Arc<Log>,
    pub dir: tempfile::TempDir,
    requests: AtomicU64,
}

/// Environments of all worlds have different names, or one world would end another's.
static NUMBERS: AtomicU64 = AtomicU64::new(1);

/// One cache of what is costly to make, for all tests. `FUNCTIONS_TEST_DIR` moves it, and the
/// launcher, to where another user can reach them.
fn test_dir() -> Option<PathBuf> {
    std::env::var_os("FUNCTIONS_TEST_DIR").map(PathBuf::from)
}

fn runtimes_dir() -> PathBuf {
    test_dir().unwrap_or(Path::new(env!("CARGO_TARGET_TMPDIR")).into()).join("runtimes")
}

fn launcher() -> PathBuf {
    let built = env!("CARGO_BIN_EXE_functions-launcher");
    test_dir().map_or(built.into(), |dir| dir.join("functions-launcher"))
}

pub fn world() -> World {
    world_with(|_| {})
}

pub fn world_with(adjust: impl FnOnce(&mut Config)) -> World {
    let dir = tempfile::tempdir().unwrap();
    let started = tokio::time::Instant::now();
    let now = std::process::Command::new("date").arg("+%s").output().unwrap().stdout;
    let now: i64 = String::from_utf8(now).unwrap().trim().parse().unwrap();
    let mut config = Config::new(
        dir.path().join("scratch"),
        runtimes_dir(),
        Arc::new(move || now * 1000 + started.elapsed().as_millis() as i64),
        Arc::new(|| {
            let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
            u128::from(std::process::id()) << 64 | u128::from(number)
        }),
    );
    config.install_boto3 = false;
    config.launcher = Some(vec![launcher().into()]);
    adjust(&mut config);
    let runner = Runner::new(config).unwrap();
    World { runner, log: Arc::default(), dir, requests: AtomicU64::new(0) }
}

impl World {
    /// A function made of files; the first file's name tells the handler's module.
    pub fn function(&self, runtime: &str, files: &[(&str, &str)]) -> Function {
        let revision = format!("revision-{}", self.requests.fetch_add(1, Ordering::Relaxed));
        let code_dir = self.dir.path().join(&revision);
        for (name, text) in files {
            let path = code_dir.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
            let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            std::fs::set_permissions(&path, mode).unwrap();
        }
        let module = files[0].0.rsplit_once('.').map_or(files[0].0, |(module, _)| module);
        Function {
            revision,
            name: "wheel".to_owned(),
            arn: "arn:aws:lambda:us-east-1:000000000000:function:wheel".to_owned(),
            version: "$LATEST".to_owned(),
            account: "000000000000".to_owned(),
            region: "us-east-1".to_owned(),
            runtime: runtime.to_owned(),
            handler: format!("{module}.handler"),
            code_dir,
            environment: BTreeMap::new(),
            memory_mb: 256,
            // Only tests of timeouts are to meet one, however busy the machine is.
            timeout: Duration::from_secs(120),
            ephemeral_storage_mb: 512,
            endpoint_url: "http://127.0.0.1:4566".to_owned(),
            log_group: "/aws/lambda/wheel".to_owned(),
            log_format: LogFormat::Text,
            credentials: Arc::new(Keys),
            logs: self.log.clone(),
        }
    }

    pub fn python(&self, code: &str) -> Function {
        self.function("python3.11", &[("app.py", code)])
    }

    pub fn invocation(&self, payload: &str) -> Invocation {
        let number = self.requests.fetch_add(1, Ordering::Relaxed);
        Invocation {
            request_id: format!("00000000-0000-4000-8000-{number:012}"),
            payload: Bytes::copy_from_slice(payload.as_bytes()),
            client_context: None,
            trace_id: "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0".to_owned(),
            qualifier: None,
            tail: true,
        }
    }

    pub async fn invoke(&self, function: &Arc<Function>, payload: &str) -> Outcome {
        self.runner.invoke(function, self.invocation(payload)).await.unwrap()
    }

    pub async fn once(&self, function: Function, payload: &str) -> (Value, Outcome) {
        let outcome = self.invoke(&Arc::new(function), payload).await;
        (json(&outcome), outcome)
    }
}

pub fn json(outcome: &Outcome) -> Value {
    serde_json::from_slice(&outcome.payload).unwrap()
}

pub fn tail(outcome: &Outcome) -> String {
    String::from_utf8_lossy(&outcome.log_tail).into_owned()
}

/// Whether a process exists.
pub fn exists(pid: i64) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    !status.is_empty() && !status.contains("State:\tZ")
}

/// Waits until `condition` holds; gives up after half a minute.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    let limit = tokio::time::Instant::now() + Duration::from_secs(30);
    while !condition() {
        assert!(tokio::time::Instant::now() < limit, "never: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let text = self.log.text();
            let shown: String = text.chars().take(4000).collect();
            eprintln!("sandbox: {:#?}\nlog:\n{shown}", self.runner.sandbox_report());
        }
    }
}
