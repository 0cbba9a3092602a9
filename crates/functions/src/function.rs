//! What the rest of the house says to this crate and hears from it.

use std::{collections::BTreeMap, fmt, future::Future, path::PathBuf, pin::Pin, sync::Arc};
use std::{ffi::OsString, time::Duration};

use bytes::Bytes;
use tokio::{
    net::TcpStream,
    sync::{Semaphore, mpsc},
};

/// The wall clock: milliseconds since the Unix epoch, UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// A source of unique 128-bit identifiers; their 32 hexadecimal digits end a log stream's name.
pub type Ids = Arc<dyn Fn() -> u128 + Send + Sync>;

/// How a [`Runner`](crate::Runner) is set up.
#[derive(Clone)]
pub struct Config {
    /// Directory for what environments need while they live: their `/tmp`, their views.
    pub scratch_dir: PathBuf,
    /// Directory for the unpacked bootstraps and the boto3 virtual environments; it may outlive
    /// the process.
    pub runtimes_dir: PathBuf,
    /// Most invocations at one time, over all functions. AWS's account default is 1000.
    pub max_concurrency: usize,
    /// How long an environment without work is kept.
    pub idle_timeout: Duration,
    /// Which layers of the sandbox are asked for.
    pub sandbox: SandboxPolicy,
    /// Closes the network to functions but for this way out. Without it they connect wherever the
    /// server's user may. No function runs where a network that is to be closed cannot be.
    pub egress: Option<Egress>,
    /// The command that enters [`launcher::main`](crate::launcher::main): a program and its first
    /// arguments, such as `["/usr/bin/waterwheel", "__launch"]`. Without it only process groups,
    /// the clean environment and an own `TMPDIR` apply.
    pub launcher: Option<Vec<OsString>>,
    /// Whether boto3 may be installed (with pip, from the network) for an interpreter that has none,
    /// and the AWS SDK (with npm) for Node.js.
    pub install_boto3: bool,
    /// Whether each Python function is forked from a warm parent of its own, so that it shares no
    /// addresses and no hash secret with others. It costs a start of the interpreter and its
    /// memory for each function.
    pub separate_pythons: bool,
    /// The clock of log lines and of log streams' names.
    pub clock: Clock,
    /// The clock that functions' processes read, for their deadlines.
    pub processes_clock: Clock,
    /// Identifiers of environments.
    pub ids: Ids,
}

impl Config {
    /// A configuration with AWS's defaults: 1000 at a time, environments kept for ten minutes,
    /// every sandbox layer the machine offers, no launcher, no download.
    pub fn new(scratch_dir: PathBuf, runtimes_dir: PathBuf, clock: Clock, ids: Ids) -> Config {
        Config {
            scratch_dir,
            runtimes_dir,
            max_concurrency: 1000,
            idle_timeout: Duration::from_secs(600),
            sandbox: SandboxPolicy::default(),
            egress: None,
            launcher: None,
            install_boto3: false,
            separate_pythons: false,
            processes_clock: clock.clone(),
            clock,
            ids,
        }
    }
}

/// The one way out of a closed network.
#[derive(Clone, Debug)]
pub struct Egress {
    /// The port on 127.0.0.1, as functions see it; the one that their `endpoint_url` names.
    pub port: u16,
    /// Where connections to it go, each with its place, which is held until it has ended.
    pub connections: mpsc::Sender<(TcpStream, Permit)>,
    /// How many one environment may have.
    pub each: usize,
    /// Places for the connections of all environments.
    pub all: Arc<Semaphore>,
}

/// What a connection takes of its environment's share and of all environments'.
pub type Permit = Box<dyn Send>;

/// Which layers of the sandbox are asked for. What the machine does not offer is left out and
/// said so in [`Runner::sandbox_report`](crate::Runner::sandbox_report).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SandboxPolicy {
    /// An own view of the file system (mount namespace): `/var/task`, an own `/tmp`, the system
    /// read-only, nothing else.
    pub mounts: bool,
    /// An own process namespace, so that nothing survives its environment.
    pub processes: bool,
    /// Landlock rules, where the kernel has them.
    pub landlock: bool,
    /// A filter of system calls (seccomp).
    pub system_calls: bool,
    /// Each environment's Runtime API answers the environment's own processes only. Needs
    /// `processes`.
    pub runtime_api: bool,
}

impl Default for SandboxPolicy {
    fn default() -> SandboxPolicy {
        SandboxPolicy {
            mounts: true,
            processes: true,
            landlock: true,
            system_calls: true,
            runtime_api: true,
        }
    }
}

impl SandboxPolicy {
    /// Only what every machine has: resource limits, no new privileges, clean environment.
    pub const MINIMAL: SandboxPolicy = SandboxPolicy {
        mounts: false,
        processes: false,
        landlock: false,
        system_calls: false,
        runtime_api: false,
    };
}

/// One layer of the sandbox and whether it holds on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerReport {
    /// The layer's name, such as `landlock`.
    pub layer: &'static str,
    /// Whether environments get it.
    pub active: bool,
    /// What it does, or why it is missing and what is not protected then; a phrase for an
    /// operator.
    pub detail: String,
}

/// Everything needed to start an environment of one published or unpublished version.
pub struct Function {
    /// Unique per code and configuration; environments are pooled by it.
    pub revision: String,
    /// The function's name, without qualifier.
    pub name: String,
    /// Its ARN, without qualifier.
    pub arn: String,
    /// `$LATEST` or a version number.
    pub version: String,
    /// The account, 12 digits.
    pub account: String,
    /// The region, such as `us-east-1`.
    pub region: String,
    /// A runtime's name out of [`RUNTIMES`](crate::RUNTIMES), such as `python3.12`.
    pub runtime: String,
    /// `module.function`; for `provided` runtimes whatever the bootstrap makes of it.
    pub handler: String,
    /// The unpacked package; read, never written.
    pub code_dir: PathBuf,
    /// The user's environment variables; they win over the defaults that AWS does not reserve.
    pub environment: BTreeMap<String, String>,
    /// Memory in MiB, 128 to 10240.
    pub memory_mb: u32,
    /// Longest invocation, 1 to 900 s.
    pub timeout: Duration,
    /// Size of `/tmp` in MiB, 512 to 10240.
    pub ephemeral_storage_mb: u32,
    /// The value of `AWS_ENDPOINT_URL` for the function, `http://host:port`.
    pub endpoint_url: String,
    /// The log group, usually `/aws/lambda/<name>`.
    pub log_group: String,
    /// Plain text or JSON log lines.
    pub log_format: LogFormat,
    /// Where the function's credentials come from; asked once per environment.
    pub credentials: Arc<dyn CredentialSource>,
    /// Where its log lines go.
    pub logs: Arc<dyn LogSink>,
}

/// `LoggingConfig.LogFormat`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// Tab-separated text, AWS's default.
    #[default]
    Text,
    /// One JSON object per line, for the platform's and the function's own lines.
    Json,
}

/// Temporary credentials of a function's role.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The access key id.
    pub access_key_id: String,
    /// The secret access key.
    pub secret_access_key: String,
    /// The session token.
    pub session_token: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

/// A future that can be kept in a trait object.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Where an environment's credentials come from.
pub trait CredentialSource: Send + Sync {
    /// Fresh credentials for one environment. An error is a phrase for the operator; the
    /// invocation fails with [`InvokeError::Credentials`].
    fn fetch(&self) -> BoxFuture<'_, Result<Credentials, String>>;
}

/// Where log lines go. Called on the runtime's threads: an implementation must not block and
/// must bound what it keeps.
pub trait LogSink: Send + Sync {
    /// One log event without its line end, at most 256 KiB; `time_ms` is milliseconds since the
    /// Unix epoch. An event may hold line feeds (a traceback is one event).
    fn line(&self, environment: &EnvironmentId, time_ms: i64, line: String);

    /// An invocation is over and about to be answered: what it wrote shall outlive this process,
    /// whatever ends it. Called for each invocation, so it should cost microseconds.
    fn settle(&self) {}
}

/// Names one execution environment; the text is the name of its log stream,
/// `YYYY/MM/DD/[version]<32 hex>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnvironmentId(pub(crate) Arc<str>);

impl EnvironmentId {
    /// The name of the environment's log stream.
    pub fn log_stream(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EnvironmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One call of a function.
#[derive(Clone, Debug)]
pub struct Invocation {
    /// The request id, a UUID; it appears in the log and in the context object.
    pub request_id: String,
    /// The event, a JSON document.
    pub payload: Bytes,
    /// `X-Amz-Client-Context`, decoded from base64: a JSON document.
    pub client_context: Option<String>,
    /// `X-Amzn-Trace-Id`.
    pub trace_id: String,
    /// The version or the alias that the caller named, which ends the ARN that the function is told.
    pub qualifier: Option<String>,
    /// Whether the caller wants the end of the log (`X-Amz-Log-Type: Tail`).
    pub tail: bool,
}

/// How an invocation ended, as far as the function is concerned.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What the function returned, or the error document.
    pub payload: Bytes,
    /// Set when the payload is an error document.
    pub error: Option<FunctionError>,
    /// The last 4 KiB of this invocation's log when [`Invocation::tail`] was set, else empty.
    pub log_tail: Vec<u8>,
    /// The log stream that has the whole log.
    pub log_stream: String,
    /// From handing over the event to the answer.
    pub duration: Duration,
    /// As AWS bills: the duration (with the initialization, on a cold start) in whole
    /// milliseconds, rounded up.
    pub billed_ms: u64,
    /// The environment's initialization, when this invocation was its first.
    pub init: Option<Duration>,
    /// The most memory the environment has used so far, in MiB.
    pub max_memory_mb: u32,
}

/// The value of `X-Amz-Function-Error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionError {
    /// The function reported an error by itself.
    Handled,
    /// The runtime or the platform reported it: an exception, an exit, a timeout.
    Unhandled,
}

impl FunctionError {
    /// The word in the header.
    pub fn as_str(self) -> &'static str {
        match self {
            FunctionError::Handled => "Handled",
            FunctionError::Unhandled => "Unhandled",
        }
    }
}

/// Why no environment ran the invocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvokeError {
    /// Every slot is busy; AWS answers `TooManyRequestsException`,
    /// reason `ConcurrentInvocationLimitExceeded`.
    Throttled,
    /// The runtime cannot be run on this machine; the text says why.
    Unsupported(String),
    /// The role's credentials could not be had; the text says why.
    Credentials(String),
    /// The runner is shutting down.
    Stopped,
    /// Something on our side failed; the text is for the operator.
    Internal(String),
}

impl fmt::Display for InvokeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InvokeError::Throttled => f.write_str("Rate Exceeded."),
            InvokeError::Stopped => f.write_str("the function runner is shutting down"),
            InvokeError::Unsupported(why) => write!(f, "runtime not supported: {why}"),
            InvokeError::Credentials(why) => write!(f, "no credentials for the function: {why}"),
            InvokeError::Internal(why) => write!(f, "the environment could not be run: {why}"),
        }
    }
}

impl std::error::Error for InvokeError {}
