//! What a node of a cluster is told: its engines, its name, and where other nodes reach it.

use crate::cli::StartArgs;
use serde::Deserialize;

/// What a node of a cluster runs with.
#[cfg_attr(not(feature = "cluster"), allow(dead_code))] // It is read, and never made.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The engine of tables: `postgres://…`.
    pub tables: String,
    /// The engine of records: `kafka://host:port,…`.
    pub log: String,
    /// The engine of objects' contents: `s3://bucket/…`, `gs://…` or `az://…`.
    pub blobs: String,
    /// The node's name.
    pub node: String,
    /// Where other nodes reach it: `host:port`.
    pub address: String,
    /// How long it goes on to answer after it has said that it is not ready any more, in seconds.
    pub drain_seconds: u32,
}

/// `[cluster]` in the file of settings.
#[derive(Clone, Default, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct File {
    tables: Option<String>,
    log: Option<String>,
    blobs: Option<String>,
    node: Option<String>,
    address: Option<String>,
    drain_seconds: Option<u32>,
}

impl File {
    /// The engines that it names: tables, log, blobs.
    pub fn engines(self) -> [Option<String>; 3] {
        [self.tables, self.log, self.blobs]
    }
}

/// How long balancers have to notice that a node stops, in seconds.
const DRAIN_SECONDS: u32 = 2;

/// The longest name of a node.
const NAME_LENGTH: usize = 63;

/// Options that mean nothing for a node of a cluster, and why.
pub struct Unfit {
    /// Whether it was asked for.
    pub is_asked: bool,
    /// The option.
    pub option: &'static str,
    /// Why it means nothing.
    pub why: &'static str,
}

/// What of a cluster was asked for, if one was. The error is a sentence for the user.
pub fn settle(
    args: &StartArgs,
    file: Option<File>,
    unfit: &[Unfit],
) -> Result<Option<Cluster>, String> {
    let has_file = file.is_some();
    let file = file.unwrap_or_default();
    let of = |option: &Option<String>, file: Option<String>| {
        option.clone().or(file).filter(|it| !it.is_empty())
    };
    let given = [
        ("tables", of(&args.cluster_tables, file.tables)),
        ("log", of(&args.cluster_log, file.log)),
        ("blobs", of(&args.cluster_blobs, file.blobs)),
        ("node", of(&args.cluster_node, file.node)),
        ("address", of(&args.cluster_address, file.address)),
    ];
    let drain_seconds = args.cluster_drain_seconds.or(file.drain_seconds);
    if !args.cluster {
        return match given.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(format!(
                "{name} of a cluster is set, and this server is none of its nodes: say --cluster, or \
                 take it out"
            )),
            None if has_file => {
                Err("the file of settings has [cluster], and this server is none of \
                                     its nodes: say --cluster, or take it out"
                    .to_owned())
            }
            None => Ok(None),
        };
    }
    if !cfg!(feature = "cluster") {
        return Err(NOT_BUILT.to_owned());
    }
    if let Some(unfit) = unfit.iter().find(|it| it.is_asked) {
        return Err(format!("{} does not go with --cluster: {}", unfit.option, unfit.why));
    }
    let missing: Vec<_> =
        given.iter().filter(|it| it.1.is_none()).map(|it| option_of(it.0)).collect();
    if !missing.is_empty() {
        return Err(format!("--cluster needs {} too: {EXAMPLE}", missing.join(", ")));
    }
    let [tables, log, blobs, node, address] = given.map(|(_, value)| value.unwrap_or_default());
    check_engine("tables", &tables, &["postgres", "postgresql"])?;
    check_engine("log", &log, &["kafka"])?;
    check_engine("blobs", &blobs, &["s3", "gs", "az"])?;
    check_name(&node)?;
    let address = check_address(&address)?;
    let drain_seconds = drain_seconds.unwrap_or(DRAIN_SECONDS);
    Ok(Some(Cluster { tables, log, blobs, node, address, drain_seconds }))
}

/// What a build says that has no clusters.
pub const NOT_BUILT: &str = "this build runs on one machine only; the released binaries have clusters, as \
                             does what `cargo build --release --features cluster` makes";

const EXAMPLE: &str = "tables are on PostgreSQL (postgres://user@host/database), the log is on Kafka \
                       (kafka://host:9092), blobs are in a bucket (s3://bucket/prefix), each node has a \
                       name (node) and an address that the others reach (host:4566); as options, as \
                       WATERWHEEL_CLUSTER_… or below [cluster] in waterwheel.toml";

fn option_of(name: &str) -> String {
    format!("--cluster-{name}")
}

/// An engine that several nodes reach. A folder of one machine is none.
fn check_engine(name: &str, url: &str, kinds: &[&str]) -> Result<(), String> {
    let option = option_of(name);
    let kind = url.split_once("://").map(|(kind, _)| kind);
    match kind {
        Some(kind) if kinds.contains(&kind) => Ok(()),
        Some(kind) if kind != "file" => Err(format!(
            "{option} begins with {}, not {kind}://",
            kinds.iter().map(|it| format!("{it}://")).collect::<Vec<_>>().join(" or ")
        )),
        _ => Err(format!(
            "{option} is an engine that all nodes reach, and begins with {}://: engines of one machine \
             and shared ones are not mixed",
            kinds[0]
        )),
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let may = |it: u8| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_');
    if (1..=NAME_LENGTH).contains(&name.len()) && name.bytes().all(may) {
        return Ok(());
    }
    Err(format!(
        "--cluster-node is the node's name, of {NAME_LENGTH} small letters, digits, hyphens, dots and \
         underscores at most, not {name:?}"
    ))
}

/// `host:port`, whatever stands around it.
fn check_address(text: &str) -> Result<String, String> {
    let bare = text.strip_prefix("http://").unwrap_or(text).trim_end_matches('/');
    let parsed = bare.parse::<http::uri::Authority>().ok();
    let is_one = parsed.is_some_and(|it| !it.host().is_empty() && it.port_u16().is_some());
    if is_one && !bare.contains('@') {
        return Ok(bare.to_owned());
    }
    Err(format!("--cluster-address is host:port at which other nodes reach this one, not {text:?}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn asked() -> StartArgs {
        let text = |it: &str| Some(it.to_owned());
        StartArgs {
            cluster: true,
            cluster_tables: text("postgres://w@db/w"),
            cluster_log: text("kafka://a:9092,b:9092"),
            cluster_blobs: text("s3://bucket/w"),
            cluster_node: text("one"),
            cluster_address: text("10.0.0.1:4566"),
            ..StartArgs::default()
        }
    }

    #[test]
    fn what_of_a_cluster_is_set_without_one_is_refused() {
        assert_eq!(settle(&StartArgs::default(), None, &[]), Ok(None));
        let error = settle(&StartArgs { cluster: false, ..asked() }, None, &[]).unwrap_err();
        assert!(error.contains("--cluster"), "{error}");
        let empty = Some(File::default());
        assert!(settle(&StartArgs::default(), empty, &[]).unwrap_err().contains("[cluster]"));
    }

    #[cfg(not(feature = "cluster"))]
    #[test]
    fn a_build_without_clusters_says_which_has_them() {
        let error = settle(&asked(), None, &[]).unwrap_err();
        assert!(error.contains("released") && error.contains("--features cluster"), "{error}");
    }

    #[cfg(feature = "cluster")]
    #[test]
    fn each_part_is_needed_and_is_what_it_should_be() {
        let cluster = settle(&asked(), None, &[]).unwrap().unwrap();
        assert_eq!((cluster.node.as_str(), cluster.drain_seconds), ("one", DRAIN_SECONDS));
        let text = |it: &str| Some(it.to_owned());
        for (args, named) in [
            (StartArgs { cluster_tables: None, ..asked() }, "--cluster-tables"),
            (StartArgs { cluster_log: text(""), ..asked() }, "--cluster-log"),
            (StartArgs { cluster_blobs: None, ..asked() }, "--cluster-blobs"),
            (StartArgs { cluster_node: None, ..asked() }, "--cluster-node"),
            (StartArgs { cluster_address: None, ..asked() }, "--cluster-address"),
            (StartArgs { cluster_tables: text("mysql://db"), ..asked() }, "postgres://"),
            (StartArgs { cluster_blobs: text("/var/blobs"), ..asked() }, "not mixed"),
            (StartArgs { cluster_log: text("file:///log"), ..asked() }, "not mixed"),
            (StartArgs { cluster_node: text("One"), ..asked() }, "--cluster-node"),
            (StartArgs { cluster_address: text("10.0.0.1"), ..asked() }, "--cluster-address"),
        ] {
            let error = settle(&args, None, &[]).unwrap_err();
            assert!(error.contains(named), "{named}: {error}");
        }
        let unfit = [Unfit { is_asked: true, option: "--data-dir", why: "it is elsewhere" }];
        assert!(settle(&asked(), None, &unfit).unwrap_err().contains("--data-dir"));
    }

    #[cfg(feature = "cluster")]
    #[test]
    fn options_come_before_the_file() {
        let file: File = toml::from_str("node = \"two\"\ndrain-seconds = 9").unwrap();
        let args = StartArgs { cluster_node: None, ..asked() };
        let cluster = settle(&args, Some(file.clone()), &[]).unwrap().unwrap();
        assert_eq!((cluster.node.as_str(), cluster.drain_seconds), ("two", 9));
        assert_eq!(settle(&asked(), Some(file), &[]).unwrap().unwrap().node, "one");
        assert!(toml::from_str::<File>("nodes = 3").is_err());
    }
}
