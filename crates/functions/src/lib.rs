//! Runs users' code.
//!
//! Knows: unpacked packages, interpreters on this machine, one process per execution
//! environment, the Lambda Runtime API that environments speak, the sandbox around them, and the
//! lines the platform writes into a function's log.
//!
//! Must not know: AWS requests and their validation, principals, stores, streams. It uses no
//! other room of the house; credentials, log lines, time and identifiers go through the traits
//! and closures in [`Config`] and [`Function`].
//!
//! A process is not a tenant boundary: the sandbox keeps honest functions out of each other's
//! way and out of the server's data; it does not make hostile code safe to run.
//!
//! Python functions get boto3 from the interpreter or from what was installed once under
//! [`Config::runtimes_dir`], and Node.js functions the AWS SDK, where their packages do not bring it.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod bootstrap;
mod calendar;
mod crowd;
mod desk;
mod environment;
mod executables;
mod family;
mod function;
mod group;
mod hosts;
mod installs;
mod journal;
mod memory;
mod network;
mod node_sdk;
mod package;
mod peers;
mod pool;
mod process;
mod python;
mod report;
mod runner;
mod runtime_api;
mod runtimes;
mod sandbox;
mod sockets;
mod variables;

pub mod launcher;

pub use crowd::Shares;
pub use function::{
    BoxFuture, Clock, Config, CredentialSource, Credentials, Egress, EnvironmentId, Function,
    FunctionError, Ids, Invocation, InvokeError, LayerReport, LogFormat, LogSink, Outcome, Permit,
    SandboxPolicy,
};
pub use package::{PackageError, UnpackLimits, UnpackedInfo, unpack};
pub use python::Python;
pub use runner::Runner;
pub use runtimes::{Family, RUNTIMES, Runtime, RuntimeReport, find_runtime, runtime_report};
