//! The command line.

use crate::ask::{AskArgs, EndpointArgs};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

/// Runs Kinesis → Lambda → S3 pipelines on this machine, for any AWS client.
#[derive(Parser)]
#[command(name = "waterwheel", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  waterwheel start                        serve on http://127.0.0.1:4566, data kept between runs
  waterwheel start --ephemeral --port 0   for a test: any free port, nothing kept
  waterwheel demo                         watch a record travel from a stream to a bucket
  waterwheel init clicks --python         a small project to begin with
  waterwheel deploy ./clicks --watch      its function, again whenever a file changes
  eval \"$(waterwheel env)\"                point the AWS clients of this shell at it
  waterwheel aws s3 ls                    the AWS CLI, pointed at it
  waterwheel logs my-function -f          what a function writes, request by request
  waterwheel put clicks events.jsonl      lines of a file as records
  waterwheel tail clicks                  records as they arrive
  waterwheel dlq list                     queues with letters about what failed
  waterwheel status                       streams, mappings and their lag, functions, buckets";

/// The subcommands.
#[derive(Subcommand)]
pub enum Command {
    /// Serve until stopped by SIGINT or SIGTERM.
    #[command(after_help = START_EXAMPLES)]
    Start(StartArgs),
    /// Stop a server of yours, also one that was started with --detach.
    #[command(after_help = STOP_EXAMPLES)]
    Stop(StopArgs),
    /// Delete everything that is kept, when no server runs on it.
    #[command(after_help = RESET_EXAMPLES)]
    Reset(ResetArgs),
    /// Watch a record travel from a stream through a function to a bucket; nothing is kept.
    #[command(after_help = DEMO_EXAMPLES)]
    Demo(DemoArgs),
    /// Make a small project: a stream, a function, a bucket, and a test of them.
    #[command(after_help = crate::init::EXAMPLES)]
    Init(crate::init::InitArgs),
    /// Make or update a function from a folder, and what feeds it, on a running server.
    #[command(after_help = crate::deploy::EXAMPLES)]
    Deploy(crate::deploy::DeployArgs),
    /// Show what a running server holds: streams, mappings with their lag, functions, queues, topics, buckets.
    #[command(after_help = STATUS_EXAMPLES)]
    Status(StatusArgs),
    /// Show the records of a stream as they arrive.
    #[command(after_help = crate::tail::EXAMPLES)]
    Tail(crate::tail::TailArgs),
    /// Put the lines of a file or a pipe into a stream, each as a record.
    #[command(after_help = crate::put::EXAMPLES)]
    Put(crate::put::PutArgs),
    /// Read a function's log: one head per request, its lines below; -f follows.
    #[command(after_help = LOGS_EXAMPLES)]
    Logs(LogsArgs),
    /// Look at what failed and was kept, and put it back: letters about records and events, dead letters.
    #[command(after_help = DLQ_EXAMPLES)]
    Dlq(DlqArgs),
    /// Show the time of a running server, and turn a virtual clock ahead: a day passes at once.
    #[command(after_help = crate::clock::EXAMPLES)]
    Clock(crate::clock::ClockArgs),
    /// Make calls of a running server go wrong on purpose: throttled, late, failed, unanswered.
    #[command(after_help = crate::faults::EXAMPLES)]
    Faults(crate::faults::FaultsArgs),
    /// Say which runtimes, sandbox layers and clients this machine has.
    #[command(after_help = DOCTOR_EXAMPLES)]
    Doctor(DoctorArgs),
    /// Print the environment variables that point AWS clients at a running server.
    #[command(after_help = ENV_EXAMPLES)]
    Env(EnvArgs),
    /// Run the AWS CLI with endpoint, region and credentials set.
    #[command(after_help = AWS_EXAMPLES, disable_help_flag = true)]
    Aws(AwsArgs),
    /// Print what makes a shell complete this command line.
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
}

const START_EXAMPLES: &str = "\
Each option but --detach can also stand in the environment, as WATERWHEEL_PORT and so on, and in a file
waterwheel.toml in the current folder or named by --config: `port = 4566`. An option counts more
than the environment, and that more than the file.

Examples:
  waterwheel start
  waterwheel start --detach
  waterwheel start --data-dir ./data --log-format json
  waterwheel start --auth verify --access-key-id me --secret-access-key mine";

const STOP_EXAMPLES: &str = "\
Examples:
  waterwheel stop
  waterwheel stop --port 8000";

const RESET_EXAMPLES: &str = "\
Examples:
  waterwheel reset
  waterwheel reset --yes --data-dir ./data";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  source <(waterwheel completions bash)
  waterwheel completions zsh > ~/.zfunc/_waterwheel
  waterwheel completions fish > ~/.config/fish/completions/waterwheel.fish";

const DEMO_EXAMPLES: &str = "\
Examples:
  waterwheel demo
  waterwheel demo --keep    then look around with `waterwheel status`";

const STATUS_EXAMPLES: &str = "\
Examples:
  waterwheel status
  waterwheel status --watch
  waterwheel status clicks --watch    what flows through a stream, shard by shard, and who is behind
  waterwheel status --json --region eu-west-1";

const LOGS_EXAMPLES: &str = "\
Examples:
  waterwheel logs my-function
  waterwheel logs my-function -f --errors
  waterwheel logs my-function --since 2h --json | jq .message";

const DLQ_EXAMPLES: &str = "\
Examples:
  waterwheel dlq list
  waterwheel dlq show failed-orders
  waterwheel dlq redrive failed-orders";

const DLQ_LIST_EXAMPLES: &str = "\
Examples:
  waterwheel dlq list
  waterwheel dlq list --json --region eu-west-1";

const DLQ_SHOW_EXAMPLES: &str = "\
Examples:
  waterwheel dlq show failed-orders
  waterwheel dlq show failed-orders --json --most 10";

const DLQ_REDRIVE_EXAMPLES: &str = "\
Records are put into their stream again with their partition keys, so that they take the way of all
records, through every consumer of the stream. Events are handed to their function again, later.
Dead letters of other queues are moved back by a task of SQS. Each letter is deleted only when what
it is about was taken; a letter that cannot be redriven stays, and the exit code says so.

Examples:
  waterwheel dlq redrive failed-orders
  waterwheel dlq redrive failed-events --to arn:aws:lambda:us-east-1:000000000000:function:fixed";

const DOCTOR_EXAMPLES: &str = "\
Examples:
  waterwheel doctor
  waterwheel doctor --data-dir ./data
  waterwheel doctor --cluster-tables postgres://w@db/w --cluster-log kafka://broker:9092";

const ENV_EXAMPLES: &str = "\
Examples:
  eval \"$(waterwheel env)\"
  waterwheel env --port 8000
  waterwheel env --shell fish | source
  waterwheel env --shell powershell | Out-String | Invoke-Expression";

const AWS_EXAMPLES: &str = "\
Examples:
  waterwheel aws kinesis list-streams
  waterwheel aws --port 8000 s3 ls
  waterwheel aws s3 cp - s3://bucket/key < file";

/// Options of `start`. Where one is absent, the file and then the default decide. `--data-dir` and
/// `--ephemeral` exclude each other, and so their variables are read with the settings.
#[derive(Args, Clone, Default)]
#[command(mut_args = |arg| arg.hide_env(true))]
pub struct StartArgs {
    /// Port to listen on; 0 takes any free one [default: 4566]
    #[arg(long, env = "WATERWHEEL_PORT")]
    pub port: Option<u16>,
    /// Address to listen on [default: 127.0.0.1]
    #[arg(long, env = "WATERWHEEL_HOST", value_parser = host)]
    pub host: Option<IpAddr>,
    /// Folder for everything that is kept [default: waterwheel in the user's data folder]
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Keep nothing: data lies in a temporary folder, unsynced, and ends with the process
    #[arg(long, conflicts_with = "data_dir")]
    pub ephemeral: bool,
    /// Be a node of a cluster: many servers over engines that they share, and no data of its own
    #[arg(long, env = "WATERWHEEL_CLUSTER", value_parser = switch)]
    pub cluster: bool,
    /// A cluster's tables: postgres://user@host/database
    #[arg(long, env = "WATERWHEEL_CLUSTER_TABLES", value_name = "URL")]
    pub cluster_tables: Option<String>,
    /// A cluster's records: kafka://host:9092,host:9092
    #[arg(long, env = "WATERWHEEL_CLUSTER_LOG", value_name = "URL")]
    pub cluster_log: Option<String>,
    /// A cluster's objects: s3://bucket/prefix, gs://bucket/prefix or az://container/prefix
    #[arg(long, env = "WATERWHEEL_CLUSTER_BLOBS", value_name = "URL")]
    pub cluster_blobs: Option<String>,
    /// This node's name, which no other node of the cluster has
    #[arg(long, env = "WATERWHEEL_CLUSTER_NODE", value_name = "NAME")]
    pub cluster_node: Option<String>,
    /// Where other nodes of the cluster reach this one
    #[arg(long, env = "WATERWHEEL_CLUSTER_ADDRESS", value_name = "HOST:PORT")]
    pub cluster_address: Option<String>,
    /// How long a node of a cluster that stops goes on to answer, so that balancers notice [default: 2]
    #[arg(long, env = "WATERWHEEL_CLUSTER_DRAIN_SECONDS", value_name = "SECONDS")]
    pub cluster_drain_seconds: Option<u32>,
    /// Check signatures against the root key and keys issued here, or let everyone in
    /// [default: off]
    #[arg(
        long,
        env = "WATERWHEEL_AUTH",
        value_enum,
        value_name = "off|verify",
        hide_possible_values = true
    )]
    pub auth: Option<Auth>,
    /// The root key's id, for --auth verify
    #[arg(long, env = "WATERWHEEL_ACCESS_KEY_ID", value_name = "ID")]
    pub access_key_id: Option<String>,
    /// The root key's secret, for --auth verify
    #[arg(long, env = "WATERWHEEL_SECRET_ACCESS_KEY", value_name = "SECRET")]
    pub secret_access_key: Option<String>,
    /// Allow --auth off on an address that other machines can reach
    #[arg(long, env = "WATERWHEEL_INSECURE", value_parser = switch)]
    pub insecure: bool,
    /// A further host name that clients may use, also before it a bucket's name; may be repeated
    #[arg(long, env = "WATERWHEEL_HOSTNAME", value_name = "NAME", value_delimiter = ',')]
    pub hostname: Vec<String>,
    /// A domain at which, and below which, buckets of the same names are shown as web sites, such as
    /// example.com for a bucket www.example.com; may be repeated
    #[arg(long, env = "WATERWHEEL_WEBSITE_DOMAIN", value_name = "DOMAIN", value_delimiter = ',')]
    pub website_domain: Vec<String>,
    /// A web origin that may call from a browser, such as https://app.example; may be repeated
    #[arg(long, env = "WATERWHEEL_ALLOW_ORIGIN", value_name = "ORIGIN", value_delimiter = ',')]
    pub allow_origin: Vec<String>,
    /// How long a stream stays CREATING and DELETING, in milliseconds [default: 50;
    /// with --ephemeral 0]
    #[arg(long, env = "WATERWHEEL_STREAM_TRANSITION_MS", value_name = "MS")]
    pub stream_transition_ms: Option<u64>,
    /// How long a DynamoDB table stays CREATING, UPDATING and DELETING, in milliseconds [default: 0]
    #[arg(long, env = "WATERWHEEL_TABLE_TRANSITION_MS", value_name = "MS")]
    pub table_transition_ms: Option<u64>,
    /// What time it goes by: the machine's, or one that `waterwheel clock` turns ahead of it, for tests
    /// of what takes hours or days [default: system]
    #[arg(
        long,
        env = "WATERWHEEL_CLOCK",
        value_enum,
        value_name = "system|virtual",
        hide_possible_values = true
    )]
    pub clock: Option<crate::clock::Kind>,
    /// At which age channels of streams deliver what waits, in seconds, where their
    /// DataFreshnessInSeconds would let it become older
    #[arg(long, env = "WATERWHEEL_CHANNEL_FRESHNESS_SECONDS", value_name = "SECONDS")]
    pub channel_freshness_seconds: Option<u32>,
    /// Let buckets take objects with customers' own keys (SSE-C) until PutBucketEncryption blocks them,
    /// as AWS did before April 2026
    #[arg(long, env = "WATERWHEEL_ALLOW_SSE_C", value_parser = switch)]
    pub allow_sse_c: bool,
    /// Seal contents of objects on the disk with the key in this file, of 32 bytes or 64 hexadecimal
    /// digits, which nobody else may read; from then on the data opens with it only
    #[arg(long, env = "WATERWHEEL_DATA_KEY_FILE", value_name = "FILE")]
    pub data_key_file: Option<PathBuf>,
    /// Do not download boto3 for Python functions when the interpreter has none
    #[arg(long, env = "WATERWHEEL_OFFLINE", value_parser = switch)]
    pub offline: bool,
    /// What functions reach of the network: everything, or this server only [default: open]
    #[arg(
        long,
        env = "WATERWHEEL_FUNCTION_NETWORK",
        value_enum,
        value_name = "open|closed",
        hide_possible_values = true
    )]
    pub function_network: Option<FunctionNetwork>,
    /// What Python functions are started from: one warm interpreter, or one of each function's own,
    /// which takes half a second and 40 MB more for each [default: shared]
    #[arg(
        long,
        env = "WATERWHEEL_PYTHON_PARENT",
        value_enum,
        value_name = "shared|own",
        hide_possible_values = true
    )]
    pub python_parent: Option<PythonParent>,
    /// The file in which an image's entry point writes what becomes of its hooks
    #[arg(long, env = "WATERWHEEL_INIT_REPORT", value_name = "FILE", hide = true)]
    pub init_report: Option<PathBuf>,
    /// Connections at once; more wait
    #[arg(long, env = "WATERWHEEL_MAX_CONNECTIONS", value_name = "COUNT", hide = true)]
    pub max_connections: Option<usize>,
    /// Hold callers to AWS's rates and quotas, as docs/limits.md lists them, or to none
    /// [default: none]
    #[arg(
        long,
        env = "WATERWHEEL_LIMITS",
        value_enum,
        value_name = "none|aws",
        hide_possible_values = true
    )]
    pub limits: Option<Limits>,
    /// Start although files of streams are missing or cut short: say which records are lost, and
    /// go on behind them
    #[arg(long, env = "WATERWHEEL_SKIP_MISSING_SEGMENTS", value_parser = switch)]
    pub skip_missing_segments: bool,
    /// Stop when standard input ends, for a program that starts a server for itself: however that
    /// program ends, the server ends with it
    #[arg(long, env = "WATERWHEEL_STOP_AT_EOF", value_parser = switch)]
    pub stop_at_eof: bool,
    /// How log lines are written [default: human]
    #[arg(
        long,
        env = "WATERWHEEL_LOG_FORMAT",
        value_enum,
        value_name = "human|json",
        hide_possible_values = true
    )]
    pub log_format: Option<LogFormat>,
    /// What is logged: error, warn, info, debug, trace, or a filter per module [default: info]
    #[arg(long, env = "WATERWHEEL_LOG", value_name = "LEVEL")]
    pub log: Option<String>,
    /// What SigningCertURL of SNS's messages begins with, where clients insist on AWS's:
    /// https://sns.{region}.amazonaws.com; something else must lead that to this server
    /// [default: this server's address]
    #[arg(long, env = "WATERWHEEL_SNS_CERT_URL", value_name = "URL")]
    pub sns_cert_url: Option<String>,
    /// File of settings [default: ./waterwheel.toml where it exists]
    #[arg(long, env = "WATERWHEEL_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Return when it is ready and let it go on by itself; its log goes to a file that is named
    #[arg(long)]
    pub detach: bool,
    /// This is the process that goes on by itself
    #[arg(long, hide = true, conflicts_with = "detach")]
    pub detached: bool,
}

/// Options of `stop`.
#[derive(Args)]
pub struct StopArgs {
    /// The server's port [default: what `start` would take]
    #[arg(long)]
    pub port: Option<u16>,
    /// The server's data folder, instead of its port
    #[arg(long, value_name = "DIR", conflicts_with = "port")]
    pub data_dir: Option<PathBuf>,
    /// File of settings [default: ./waterwheel.toml where it exists]
    #[arg(long, env = "WATERWHEEL_CONFIG", hide_env = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// Options of `reset`.
#[derive(Args)]
pub struct ResetArgs {
    /// The data folder [default: what `start` would take]
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
    /// File of settings [default: ./waterwheel.toml where it exists]
    #[arg(long, env = "WATERWHEEL_CONFIG", hide_env = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// Options of `completions`.
#[derive(Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Whether signatures are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// Any credentials will do.
    Off,
    /// The signature must be right.
    Verify,
}

/// The rates and quotas that callers are held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Limits {
    /// As fast as the machine allows.
    None,
    /// AWS's for a new account.
    Aws,
}

/// What functions reach of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FunctionNetwork {
    /// Whatever the server's user reaches.
    Open,
    /// This server.
    Closed,
}

/// What Python functions are started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PythonParent {
    /// One warm interpreter for all.
    Shared,
    /// A warm interpreter of each function's own.
    Own,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For a person.
    Human,
    /// One JSON object a line.
    Json,
}

/// Options of `demo`.
#[derive(Args)]
pub struct DemoArgs {
    /// Port to serve on; another free one is taken when it is in use
    #[arg(long, default_value_t = 4566)]
    pub port: u16,
    /// Keep serving when the demo is over, until Ctrl-C
    #[arg(long)]
    pub keep: bool,
}

/// Options of `env`.
#[derive(Args)]
pub struct EnvArgs {
    /// Where the server is.
    #[command(flatten)]
    pub endpoint: EndpointArgs,
    /// Whose language the lines are in
    #[arg(long, value_enum, default_value_t = EnvShell::Posix)]
    pub shell: EnvShell,
}

/// A shell's language for variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EnvShell {
    /// sh, bash, zsh and their kin.
    #[value(alias = "bash", alias = "zsh", alias = "sh")]
    Posix,
    /// fish.
    Fish,
    /// PowerShell.
    Powershell,
}

/// Options of the commands that list something.
#[derive(Args)]
pub struct QueueArgs {
    /// Whom to ask.
    #[command(flatten)]
    pub ask: AskArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `dlq`.
#[derive(Args)]
pub struct DlqArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: DlqCommand,
}

/// The subcommands of `dlq`.
#[derive(Subcommand)]
pub enum DlqCommand {
    /// List the queues that letters about failures go to, with how many there are
    #[command(after_help = DLQ_LIST_EXAMPLES)]
    List(QueueArgs),
    /// Show each letter of a queue with what it is about; none is taken
    #[command(after_help = DLQ_SHOW_EXAMPLES)]
    Show(DlqShowArgs),
    /// Put what the letters of a queue are about back to where it failed, and delete them
    #[command(after_help = DLQ_REDRIVE_EXAMPLES)]
    Redrive(DlqRedriveArgs),
}

/// Options of `dlq show`.
#[derive(Args)]
pub struct DlqShowArgs {
    /// The queue's name, URL or ARN
    pub queue: String,
    /// Show no more letters than so many
    #[arg(long, value_name = "COUNT", default_value_t = 100)]
    pub most: usize,
    /// Where.
    #[command(flatten)]
    pub of: QueueArgs,
}

/// Options of `dlq redrive`.
#[derive(Args)]
pub struct DlqRedriveArgs {
    /// The queue's name, URL or ARN
    pub queue: String,
    /// The ARN of the stream, function or queue to put it to, instead of where it failed
    #[arg(long, value_name = "ARN")]
    pub to: Option<String>,
    /// Put back all records between a batch's first and last one, where the letter does not say which
    /// of them were in it
    #[arg(long)]
    pub whole_range: bool,
    /// Where.
    #[command(flatten)]
    pub of: QueueArgs,
}

/// Options of `status`.
#[derive(Args)]
pub struct StatusArgs {
    /// A stream: what comes into each of its shards, and how far behind its readers are
    pub stream: Option<String>,
    /// Whom to ask.
    #[command(flatten)]
    pub ask: AskArgs,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Draw it anew each second, until Ctrl-C
    #[arg(long, conflicts_with = "json")]
    pub watch: bool,
}

/// Options of `logs`.
#[derive(Args)]
pub struct LogsArgs {
    /// The function's name or ARN, or a log group's name, which begins with a slash
    pub function: String,
    /// Go on with what comes, until Ctrl-C
    #[arg(long, short)]
    pub follow: bool,
    /// Only requests in which something failed
    #[arg(long)]
    pub errors: bool,
    /// Print a JSON object a line: what the function wrote as JSON as it is, all else as an object
    #[arg(long)]
    pub json: bool,
    /// How far back to begin: 30s, 10m, 2h, 7d, or all [default: 1h; with --follow 10m]
    #[arg(long, value_name = "TIME", value_parser = crate::logs::since)]
    pub since: Option<crate::logs::Since>,
    /// Whom to ask.
    #[command(flatten)]
    pub ask: AskArgs,
}

/// Options of `doctor`.
#[derive(Args)]
pub struct DoctorArgs {
    /// Folder to look at [default: waterwheel in the user's data folder]
    #[arg(long, env = "WATERWHEEL_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Port to look at
    #[arg(long, env = "WATERWHEEL_PORT", default_value_t = 4566)]
    pub port: u16,
    /// A cluster's tables, to look at what they promise
    #[arg(long, env = "WATERWHEEL_CLUSTER_TABLES", hide_env = true, value_name = "URL")]
    pub cluster_tables: Option<String>,
    /// A cluster's records, to look at what they promise
    #[arg(long, env = "WATERWHEEL_CLUSTER_LOG", hide_env = true, value_name = "URL")]
    pub cluster_log: Option<String>,
    /// A cluster's objects, to look at what they promise
    #[arg(long, env = "WATERWHEEL_CLUSTER_BLOBS", hide_env = true, value_name = "URL")]
    pub cluster_blobs: Option<String>,
    /// File of settings, for the engines of a cluster [default: ./waterwheel.toml where it exists]
    #[arg(long, env = "WATERWHEEL_CONFIG", hide_env = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Look as a server would that must not download boto3
    #[arg(long, env = "WATERWHEEL_OFFLINE", value_parser = switch)]
    pub offline: bool,
}

/// Options of `aws`.
#[derive(Args)]
pub struct AwsArgs {
    /// Where the server is.
    #[command(flatten)]
    pub endpoint: EndpointArgs,
    /// Arguments for the AWS CLI
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub arguments: Vec<OsString>,
}

/// What a shell reads to complete this command line.
pub fn completions(shell: clap_complete::Shell) -> String {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "waterwheel", &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// An address to listen on.
pub fn host(text: &str) -> Result<IpAddr, String> {
    if text.eq_ignore_ascii_case("localhost") {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    text.parse().map_err(|_| {
        "it is an address of this machine, such as 127.0.0.1 (this machine only) or 0.0.0.0 \
         (others, too), not a name; names that clients use are told by --hostname"
            .to_owned()
    })
}

/// A switch in the environment.
pub fn switch(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Ok(true),
        "" | "0" | "false" | "no" | "off" => Ok(false),
        _ => Err("a switch is 1 or 0".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_each_command_has_examples() {
        let mut cli = Cli::command();
        cli.clone().debug_assert();
        cli.build();
        let is_ours = |command: &&clap::Command| command.get_name() != "help";
        let of = |command| clap::Command::get_subcommands(command).filter(is_ours);
        for command in of(&cli).chain(of(&cli).flat_map(of)) {
            let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(examples.contains("Examples:\n  "), "{}", command.get_name());
        }
    }

    #[test]
    fn a_host_is_an_address() {
        assert_eq!(host("localhost").map(|it| it.to_string()).as_deref(), Ok("127.0.0.1"));
        assert_eq!(host("::1").map(|it| it.to_string()).as_deref(), Ok("::1"));
        assert!(host("example.com").is_err_and(|problem| problem.contains("--hostname")));
    }

    #[test]
    fn switches_are_read_as_people_write_them() {
        assert_eq!(
            ["1", "True", "", "off"].map(|text| switch(text).ok()),
            [true, true, false, false].map(Some)
        );
        assert!(switch("maybe").is_err());
    }
}
