//! What the server runs with: options over environment over file over defaults.

use crate::cli::{Auth, FunctionNetwork, Limits, LogFormat, PythonParent, StartArgs, host, switch};
use crate::clock;
use crate::cluster::settings::{self as clusters, Cluster, Unfit};
use crate::near;
use crate::private;
use clap::Args as _;
use serde::Deserialize;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// Connections at once, at least: each place that they come from keeps one ready.
const FEWEST_CONNECTIONS: usize = 4;

/// Where it listens unless it is told otherwise.
const DEFAULT_HOST: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const DEFAULT_PORT: u16 = 4566;

/// How long a stream stays CREATING, in milliseconds, so that clients are seen to wait. In a server
/// for a test nobody waits: SDKs look again only after seconds.
const TRANSITION_MS: u64 = 50;

/// Everything `start` needs to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where data is kept; `None` keeps it no longer than the process.
    pub data_dir: Option<PathBuf>,
    /// The file of the key by which contents are sealed.
    pub data_key_file: Option<PathBuf>,
    /// The cluster that it is a node of, whose engines keep the data.
    pub cluster: Option<Cluster>,
    /// Whether signatures are checked.
    pub auth: Auth,
    /// The root key's id and secret.
    pub root_key: Option<(String, String)>,
    /// Further host names of this server.
    pub hostnames: Vec<String>,
    /// Domains of buckets that are shown as web sites.
    pub website_domains: Vec<String>,
    /// Web origins that may call.
    pub origins: Vec<String>,
    /// How long streams stay CREATING and DELETING, in milliseconds.
    pub stream_transition_ms: u64,
    /// How long tables stay CREATING, UPDATING and DELETING, in milliseconds.
    pub table_transition_ms: u64,
    /// What time it goes by.
    pub clock: clock::Kind,
    /// At which age channels deliver at the latest, in seconds.
    pub channel_freshness_seconds: Option<u32>,
    /// Whether buckets take customers' own keys where nothing is said of them.
    pub allow_sse_c: bool,
    /// Whether boto3 may be downloaded for Python functions.
    pub install_boto3: bool,
    /// What functions reach of the network.
    pub function_network: FunctionNetwork,
    /// What Python functions are started from.
    pub python_parent: PythonParent,
    /// The file in which an image's entry point writes what becomes of its hooks.
    pub init_report: Option<PathBuf>,
    /// Connections at once.
    pub max_connections: usize,
    /// The rates that callers are held to.
    pub limits: platform::Limits,
    /// Whether to go on without records of streams that are missing.
    pub skip_missing_segments: bool,
    /// Whether the server stops when standard input ends.
    pub stop_at_eof: bool,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// What is logged.
    pub log: String,
    /// What the addresses of SNS's certificates begin with, where it is another than the server's.
    pub sns_cert_url: Option<String>,
    /// What the user is to be told once there is a log.
    pub warnings: Vec<String>,
}

/// The file of settings, with the options' names.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct File {
    port: Option<u16>,
    host: Option<Host>,
    data_dir: Option<PathBuf>,
    data_key_file: Option<PathBuf>,
    ephemeral: bool,
    cluster: Option<clusters::File>,
    auth: Option<Auth>,
    access_key_id: Option<String>,
    secret_access_key: Option<String>,
    insecure: bool,
    hostname: Vec<String>,
    website_domain: Vec<String>,
    allow_origin: Vec<String>,
    stream_transition_ms: Option<u64>,
    table_transition_ms: Option<u64>,
    clock: Option<clock::Kind>,
    channel_freshness_seconds: Option<u32>,
    allow_sse_c: bool,
    offline: bool,
    function_network: Option<FunctionNetwork>,
    python_parent: Option<PythonParent>,
    max_connections: Option<usize>,
    limits: Option<Limits>,
    skip_missing_segments: bool,
    stop_at_eof: bool,
    log_format: Option<LogFormat>,
    log: Option<String>,
    sns_cert_url: Option<String>,
}

/// An address, as the option is written.
struct Host(IpAddr);

impl<'de> Deserialize<'de> for Host {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        host(&text).map(Self).map_err(serde::de::Error::custom)
    }
}

impl Settings {
    /// Settles the options, those of the file with them. The error is a sentence for the user.
    pub fn resolve(args: StartArgs) -> Result<Self, String> {
        let (file, warning) = read_file(args.config.as_deref())?;
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let ephemeral = variable("WATERWHEEL_EPHEMERAL").unwrap_or_default();
        let ephemeral = switch(&ephemeral.to_string_lossy())
            .map_err(|problem| format!("WATERWHEEL_EPHEMERAL: {problem}"))?;
        let dir = variable("WATERWHEEL_DATA_DIR").map(PathBuf::from);
        let settings = Self::settle(args, place(ephemeral, dir), file)?;
        let warnings = warning.into_iter().chain(unknown_variables()).collect();
        Ok(Self { warnings, ..settings })
    }

    /// Settles the options whatever a file of settings says.
    pub fn without_file(args: StartArgs) -> Result<Self, String> {
        Self::settle(args, None, File::default())
    }

    /// `environment` is the place of the data that the environment names.
    fn settle(args: StartArgs, environment: Option<Place>, mut file: File) -> Result<Self, String> {
        let (cluster, data_dir) = keeps(&args, environment, &mut file)?;
        let host = args.host.or(file.host.map(|Host(host)| host)).unwrap_or(DEFAULT_HOST);
        let auth = args.auth.or(file.auth).unwrap_or(Auth::Off);
        let insecure = args.insecure || file.insecure;
        if auth == Auth::Off && !insecure {
            refuse_others(host)?;
        }
        let id = args.access_key_id.or(file.access_key_id);
        let root_key =
            key_to_check_by(auth, id, args.secret_access_key.or(file.secret_access_key))?;
        let is_for_tests = data_dir.is_none() && cluster.is_none();
        let transition_ms = if is_for_tests { 0 } else { TRANSITION_MS };
        Ok(Self {
            listen: SocketAddr::new(host, args.port.or(file.port).unwrap_or(DEFAULT_PORT)),
            data_dir,
            cluster,
            data_key_file: args.data_key_file.or(file.data_key_file),
            auth,
            root_key,
            hostnames: either(args.hostname, file.hostname),
            website_domains: either(args.website_domain, file.website_domain),
            origins: either(args.allow_origin, file.allow_origin),
            stream_transition_ms: args
                .stream_transition_ms
                .or(file.stream_transition_ms)
                .unwrap_or(transition_ms),
            // The waiters of SDKs look again after twenty seconds: what is ready at once saves them.
            table_transition_ms: args
                .table_transition_ms
                .or(file.table_transition_ms)
                .unwrap_or_default(),
            clock: args.clock.or(file.clock).unwrap_or(clock::Kind::System),
            channel_freshness_seconds: args
                .channel_freshness_seconds
                .or(file.channel_freshness_seconds),
            allow_sse_c: args.allow_sse_c || file.allow_sse_c,
            install_boto3: !(args.offline || file.offline),
            function_network: args
                .function_network
                .or(file.function_network)
                .unwrap_or(FunctionNetwork::Open),
            python_parent: args
                .python_parent
                .or(file.python_parent)
                .unwrap_or(PythonParent::Shared),
            init_report: args.init_report,
            max_connections: args
                .max_connections
                .or(file.max_connections)
                .unwrap_or_else(|| gateway::Config::default().max_connections)
                .max(FEWEST_CONNECTIONS),
            limits: match args.limits.or(file.limits).unwrap_or(Limits::None) {
                Limits::None => platform::Limits::None,
                Limits::Aws => platform::Limits::Aws,
            },
            skip_missing_segments: args.skip_missing_segments || file.skip_missing_segments,
            stop_at_eof: args.stop_at_eof || file.stop_at_eof,
            log_format: args.log_format.or(file.log_format).unwrap_or(LogFormat::Human),
            log: level(args.log.or(file.log)),
            sns_cert_url: web_address(args.sns_cert_url.or(file.sns_cert_url))?,
            warnings: Vec::new(),
        })
    }
}

/// What is logged where nothing is said of it.
fn level(said: Option<String>) -> String {
    said.filter(|it| !it.is_empty()).unwrap_or_else(|| "info".to_owned())
}

/// The root key, which there must be where signatures are checked.
fn key_to_check_by(
    auth: Auth,
    id: Option<String>,
    secret: Option<String>,
) -> Result<Option<(String, String)>, String> {
    match key(id, secret)? {
        None if auth == Auth::Verify => {
            Err("--auth verify needs a root key: --access-key-id and --secret-access-key"
                .to_owned())
        }
        key => Ok(key),
    }
}

/// Where data is kept: by a cluster's engines, or in a folder; else no longer than the process.
fn keeps(
    args: &StartArgs,
    environment: Option<Place>,
    file: &mut File,
) -> Result<(Option<Cluster>, Option<PathBuf>), String> {
    let named = place(args.ephemeral, args.data_dir.clone()).or(environment);
    let named = named.or_else(|| place(file.ephemeral, file.data_dir.take()));
    let of = |is_asked, option, why| Unfit { is_asked, option, why };
    let elsewhere = "what is kept lies in the engines that the nodes share";
    let unfit = [
        of(matches!(named, Some(Place::Dir(_))), "--data-dir", elsewhere),
        of(matches!(named, Some(Place::Memory)), "--ephemeral", elsewhere),
        of(
            args.limits.or(file.limits) == Some(Limits::Aws),
            "--limits aws",
            "each node would count for itself, and callers get AWS's rates once for each",
        ),
        of(
            args.clock.or(file.clock) == Some(clock::Kind::Virtual),
            "--clock virtual",
            "the other nodes would not hear that it is turned",
        ),
        of(
            args.data_key_file.is_some() || file.data_key_file.is_some(),
            "--data-key-file",
            "what is kept is encrypted by the engines, where they are told to",
        ),
        of(
            args.skip_missing_segments || file.skip_missing_segments,
            "--skip-missing-segments",
            "there are no segments on this machine",
        ),
    ];
    let cluster = clusters::settle(args, file.cluster.take(), &unfit)?;
    let data_dir = match named {
        _ if cluster.is_some() => None,
        Some(Place::Memory) => None,
        Some(Place::Dir(dir)) => Some(dir),
        None => Some(default_data_dir()?),
    };
    Ok((cluster, data_dir))
}

/// Refuses an address at which callers from elsewhere would be let in unchecked.
fn refuse_others(host: IpAddr) -> Result<(), String> {
    if host.is_loopback() {
        return Ok(());
    }
    Err(format!(
        "{host} can be reached from other machines, and --auth off lets everyone in: use --auth \
         verify with a root key, or say --insecure"
    ))
}

/// Where a server would keep its data that `start` starts here: in this folder or, without one, in the
/// one that the environment or the file of settings names. The error is a sentence for the user.
pub fn data_dir(option: Option<PathBuf>, config: Option<&Path>) -> Result<PathBuf, String> {
    let (file, _) = read_file(config)?;
    let variable = std::env::var_os("WATERWHEEL_DATA_DIR").filter(|dir| !dir.is_empty());
    match option.or(variable.map(PathBuf::from)).or(file.data_dir) {
        Some(dir) => Ok(dir),
        None => default_data_dir(),
    }
}

/// A sentence for each variable that looks like a setting and is none. It is no error: a cluster sets
/// some of that look for each service that is called waterwheel.
fn unknown_variables() -> Vec<String> {
    const PREFIX: &str = "WATERWHEEL_";
    let start = StartArgs::augment_args(clap::Command::new("start"));
    let mut known: Vec<String> =
        ["DATA_DIR", "EPHEMERAL", "ENDPOINT_URL"].map(|name| format!("{PREFIX}{name}")).to_vec();
    let of_options = start.get_arguments().filter_map(|option| option.get_env()?.to_str());
    known.extend(of_options.map(str::to_owned));
    let set = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let unknown = set.filter(|name| name.starts_with(PREFIX) && !known.contains(name));
    let sentence = |name: String| {
        let bare = |name: &str| name.strip_prefix(PREFIX).unwrap_or_default().to_owned();
        let all: Vec<_> = known.iter().map(|it| bare(it)).collect();
        let near = near::to(&bare(&name), all.iter().map(String::as_str));
        let near: Vec<_> = near.iter().map(|it| format!("{PREFIX}{it}")).collect();
        let near: Vec<_> = near.iter().map(String::as_str).collect();
        format!("the variable {name} sets nothing here{}", near::question(&near))
    };
    unknown.map(sentence).collect()
}

/// Where a server would listen that `start` starts here: on this port or, without one, on the one
/// that the environment or the file of settings names. The error is a sentence for the user.
pub fn listens_on(port: Option<u16>, config: Option<&Path>) -> Result<SocketAddr, String> {
    let (file, _) = read_file(config)?;
    let read = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let of_environment = |name: &str, value: String| {
        value.parse().map_err(|_| format!("{name} is {value:?}, which is no port"))
    };
    let port = match (port, read("WATERWHEEL_PORT")) {
        (Some(port), _) => Some(port),
        (None, Some(text)) => Some(of_environment("WATERWHEEL_PORT", text)?),
        (None, None) => file.port,
    };
    let host = match read("WATERWHEEL_HOST") {
        Some(text) => Some(host(&text).map_err(|it| format!("WATERWHEEL_HOST is {text:?}: {it}"))?),
        None => file.host.map(|Host(host)| host),
    };
    match port {
        Some(0) => Err("the settings name port 0, which is any free one: say --port".to_owned()),
        port => Ok(SocketAddr::new(host.unwrap_or(DEFAULT_HOST), port.unwrap_or(DEFAULT_PORT))),
    }
}

/// The engines of a cluster that `doctor` looks at: tables, log, blobs; of these options or of the file of
/// settings.
pub fn engines(
    given: [Option<String>; 3],
    config: Option<&Path>,
) -> Result<[Option<String>; 3], String> {
    let (file, _) = read_file(config)?;
    let [tables, log, blobs] = file.cluster.map(clusters::File::engines).unwrap_or_default();
    let [of_tables, of_log, of_blobs] = given;
    Ok([of_tables.or(tables), of_log.or(log), of_blobs.or(blobs)])
}

/// The root key with which a running server is asked: of these options or, where both are
/// absent, of the file of settings.
pub fn root_key(
    id: Option<String>,
    secret: Option<String>,
    config: Option<&Path>,
) -> Result<Option<(String, String)>, String> {
    if id.is_some() || secret.is_some() {
        return key(id, secret);
    }
    let (file, _) = read_file(config)?;
    key(file.access_key_id, file.secret_access_key)
}

fn key(id: Option<String>, secret: Option<String>) -> Result<Option<(String, String)>, String> {
    match (id, secret) {
        (Some(id), Some(secret)) => Ok(Some((id, secret))),
        (None, None) => Ok(None),
        _ => Err("--access-key-id and --secret-access-key go together".to_owned()),
    }
}

/// What certificates' addresses begin with. AWS's hosts have their region's name in them.
fn web_address(text: Option<String>) -> Result<Option<String>, String> {
    let is_one = |text: &String| {
        let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_graphic()))
    };
    match text {
        Some(text) if !is_one(&text) => Err(format!(
            "sns-cert-url begins with http:// or https://, such as \
             https://sns.{{region}}.amazonaws.com, not {text:?}"
        )),
        text => Ok(text),
    }
}

/// Where data is.
enum Place {
    Memory,
    Dir(PathBuf),
}

fn place(ephemeral: bool, dir: Option<PathBuf>) -> Option<Place> {
    if ephemeral { Some(Place::Memory) } else { dir.map(Place::Dir) }
}

fn either(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    if first.is_empty() { second } else { first }
}

/// Reads the file of settings. Gives also what is wrong with who may read or write it.
fn read_file(named: Option<&Path>) -> Result<(File, Option<String>), String> {
    let path = named.unwrap_or(Path::new("waterwheel.toml"));
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let file: File =
                toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            let warning = private::exposure(path, file.secret_access_key.is_some());
            Ok((file, warning))
        }
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            Ok((File::default(), None))
        }
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

/// `waterwheel` in the user's data folder, as the XDG base directory specification places it.
pub fn default_data_dir() -> Result<PathBuf, String> {
    user_dir("XDG_DATA_HOME", ".local/share")
        .map_err(|problem| format!("{problem}: say --data-dir or --ephemeral"))
}

/// `waterwheel` in the user's cache folder: interpreters' environments, tools.
pub fn cache_dir() -> Result<PathBuf, String> {
    user_dir("XDG_CACHE_HOME", ".cache")
}

fn user_dir(variable: &str, below_home: &str) -> Result<PathBuf, String> {
    if let Some(dir) = std::env::var_os(variable).filter(|dir| !dir.is_empty()) {
        return Ok(PathBuf::from(dir).join("waterwheel"));
    }
    match std::env::var_os("HOME").filter(|home| !home.is_empty()) {
        Some(home) => Ok(PathBuf::from(home).join(below_home).join("waterwheel")),
        None => Err("HOME is not set".to_owned()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn ephemeral() -> StartArgs {
        StartArgs { ephemeral: true, ..StartArgs::default() }
    }

    #[test]
    fn an_open_address_without_checks_is_refused() {
        let open = StartArgs { host: Some("0.0.0.0".parse().unwrap()), ..ephemeral() };
        assert!(Settings::resolve(open.clone()).unwrap_err().contains("--insecure"));
        let insecure = StartArgs { insecure: true, ..open };
        assert_eq!(Settings::resolve(insecure).unwrap().listen.to_string(), "0.0.0.0:4566");
    }

    #[test]
    fn a_file_sets_what_options_leave_open() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("w.toml");
        let text = "port = 1\nlog = \"debug\"\nskip-missing-segments = true\nclock = \"virtual\"\n";
        std::fs::write(&path, text).unwrap();
        let args = StartArgs { config: Some(path.clone()), port: Some(2), ..ephemeral() };
        let settings = Settings::resolve(args).unwrap();
        assert_eq!((settings.listen.port(), settings.log.as_str()), (2, "debug"));
        assert!(settings.skip_missing_segments && settings.clock == clock::Kind::Virtual);
        std::fs::write(&path, "prot = 1\n").unwrap();
        let args = StartArgs { config: Some(path), ..ephemeral() };
        assert!(Settings::resolve(args).unwrap_err().contains("prot"));
    }

    #[test]
    fn the_place_of_data_is_of_options_before_environment_before_file() {
        let dir = |name: &str| Some(PathBuf::from(name));
        let file = || File { data_dir: dir("file"), ..File::default() };
        let settled =
            |args, environment, file| Settings::settle(args, environment, file).unwrap().data_dir;
        assert_eq!(settled(StartArgs::default(), None, file()), dir("file"));
        let environment = || place(false, dir("environment"));
        assert_eq!(settled(StartArgs::default(), environment(), file()), dir("environment"));
        assert_eq!(settled(ephemeral(), environment(), file()), None);
        let args = StartArgs { data_dir: dir("option"), ..StartArgs::default() };
        assert_eq!(settled(args, place(true, None), file()), dir("option"));
    }

    #[test]
    fn certificates_have_a_web_address() {
        let of = |text: &str| {
            let args = StartArgs { sns_cert_url: Some(text.to_owned()), ..ephemeral() };
            Settings::resolve(args).map(|settings| settings.sns_cert_url)
        };
        let aws = "https://sns.{region}.amazonaws.com";
        assert_eq!(of(aws).unwrap().as_deref(), Some(aws));
        for wrong in ["", "sns.amazonaws.com", "ftp://a", "https://", "https://a b"] {
            assert!(of(wrong).unwrap_err().contains("sns-cert-url"), "{wrong}");
        }
    }

    #[test]
    fn limits_are_none_unless_they_are_asked_for() {
        let of = |args: StartArgs, text: &str| {
            let file = toml::from_str(text).map_err(|error| error.to_string())?;
            Settings::settle(args, None, file).map(|settings| settings.limits)
        };
        assert_eq!(of(ephemeral(), ""), Ok(platform::Limits::None));
        assert_eq!(of(ephemeral(), "limits = \"aws\""), Ok(platform::Limits::Aws));
        let none = StartArgs { limits: Some(Limits::None), ..ephemeral() };
        assert_eq!(of(none, "limits = \"aws\""), Ok(platform::Limits::None));
        assert!(of(ephemeral(), "limits = \"all\"").unwrap_err().contains("aws"));
    }

    #[test]
    fn verification_needs_a_key() {
        let args = StartArgs { auth: Some(Auth::Verify), ..ephemeral() };
        assert!(Settings::resolve(args).is_err());
    }
}
