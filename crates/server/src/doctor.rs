//! `waterwheel doctor`: what works on this machine, and how to get what does not.

use crate::awscli::AwsCli;
use crate::cli::DoctorArgs;
#[cfg(feature = "cluster")]
use crate::cluster;
use crate::output::line;
use crate::running;
use crate::settings::{default_data_dir, engines};
use crate::workshop;
use functions::RuntimeReport;
use std::ffi::OsStr;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

/// Something that works, or how to make it work.
struct Finding {
    works: bool,
    name: String,
    detail: String,
}

fn works(name: &str, detail: impl Into<String>) -> Finding {
    Finding { works: true, name: name.to_owned(), detail: detail.into() }
}

fn lacks(name: &str, detail: impl Into<String>) -> Finding {
    Finding { works: false, name: name.to_owned(), detail: detail.into() }
}

/// Prints what was found. Fails when data cannot be kept.
pub async fn run(args: DoctorArgs) -> Result<(), String> {
    let installs = !args.offline;
    let reports = tokio::task::spawn_blocking(move || functions::runtime_report(installs));
    let (reports, layers) = tokio::join!(reports, workshop::sandbox_report());
    let (reports, layers) = (reports.map_err(|error| error.to_string())?, layers?);
    let mut all = runtimes(&reports);
    all.extend(layers.iter().map(|layer| {
        let name = format!("sandbox: {}", layer.layer);
        Finding { works: layer.active, name, detail: layer.detail.clone() }
    }));
    all.extend(clients());
    all.push(port(args.port));
    let given = [args.cluster_tables, args.cluster_log, args.cluster_blobs];
    let engines = engines(given, args.config.as_deref())?;
    let (can_keep, instead) = if engines.iter().any(Option::is_some) {
        let found = shared(engines).await?;
        let all_work = found.iter().all(|it| it.works);
        all.extend(found);
        (all_work, "see to what is missing of the engines")
    } else {
        let data = data_dir(&args.data_dir.map_or_else(default_data_dir, Ok)?);
        let can_keep = data.works;
        all.push(data);
        (can_keep, "use another --data-dir")
    };
    show("Works here", '✓', all.iter().filter(|it| it.works));
    show("Missing", '–', all.iter().filter(|it| !it.works));
    if layers.iter().any(|layer| !layer.active) {
        line("What a layer of the sandbox that is missing leaves open: docs/sandbox.md");
    }
    if can_keep { Ok(()) } else { Err(format!("data cannot be kept; {instead}")) }
}

/// What the engines of a cluster promise.
#[cfg(feature = "cluster")]
async fn shared(engines: [Option<String>; 3]) -> Result<Vec<Finding>, String> {
    let promises = cluster::promises(engines).await.into_iter();
    let finding = |promise: Result<cluster::Promise, (&str, String)>| match promise {
        Ok(cluster::Promise { engine, name, value, advice: None }) => {
            works(&format!("{engine}: {name}"), value)
        }
        Ok(cluster::Promise { engine, name, value, advice: Some(advice) }) => {
            lacks(&format!("{engine}: {name}"), format!("{value}; {advice}"))
        }
        Err((engine, why)) => lacks(engine, why),
    };
    Ok(promises.map(finding).collect())
}

/// What the engines of a cluster promise, which this build knows nothing of.
#[cfg(not(feature = "cluster"))]
async fn shared(_: [Option<String>; 3]) -> Result<Vec<Finding>, String> {
    Err(crate::cluster::settings::NOT_BUILT.to_owned())
}

fn show<'a>(title: &str, mark: char, findings: impl Iterator<Item = &'a Finding>) {
    let mut titled = false;
    for Finding { name, detail, .. } in findings {
        if !titled {
            line(format_args!("{title}"));
        }
        titled = true;
        line(format_args!("  {mark} {name:<24} {detail}"));
    }
}

/// The kinds of functions that can be run, by how their runtimes' names begin, and how to get what
/// runs them.
const KINDS: [(&str, &str, &str); 3] = [
    ("python3", "Python functions", "install it, as by apt-get install python3"),
    ("nodejs", "Node.js functions", "install it, as by apt-get install nodejs"),
    ("provided", "executables", ""),
];

/// What runs functions: a finding for each that is here, and for each kind that is not.
fn runtimes(reports: &[RuntimeReport]) -> Vec<Finding> {
    let mut all = Vec::new();
    let (mut told, mut never) = (Vec::new(), Vec::new());
    for report in reports {
        let kind = KINDS.iter().find(|(prefix, ..)| report.runtime.starts_with(prefix));
        match (kind, &report.interpreter) {
            (Some((_, name, _)), Some(runs)) if !told.contains(&runs) => {
                told.push(runs);
                let those = reports.iter().filter(|it| it.interpreter.as_ref() == Some(runs));
                all.push(works(name, stands_for(runs, &those.collect::<Vec<_>>())));
            }
            (Some(_), Some(_)) => {}
            (Some((prefix, name, remedy)), None) if is_found_missing(report) => {
                if reports.iter().find(|it| it.runtime.starts_with(prefix) && is_found_missing(it))
                    == Some(report)
                {
                    all.push(lacks(name, format!("{}: {remedy}", report.note)));
                }
            }
            _ => never.push(report.runtime),
        }
    }
    if !never.is_empty() {
        let never = never.join(", ");
        all.push(lacks(
            "other runtimes",
            format!("compile a bootstrap for provided.al2023 instead of {never}"),
        ));
    }
    all
}

/// Whether a runtime could be run if its interpreter were here.
fn is_found_missing(report: &RuntimeReport) -> bool {
    report.interpreter.is_none() && report.note.starts_with("there is no ")
}

/// What runs functions, with the runtimes that it is and those in whose place it runs.
fn stands_for(runs: &str, reports: &[&RuntimeReport]) -> String {
    let mut detail = runs.to_owned();
    let needs_pip = reports.iter().any(|it| it.note.contains("pip"));
    match reports.first().and_then(|it| it.boto3) {
        Some(true) => detail.push_str(", has boto3"),
        Some(false) if needs_pip => detail.push_str(", gets boto3 by pip when it is first needed"),
        Some(false) => detail.push_str(", has no boto3: pip install boto3"),
        None => {}
    }
    let names = |exact: bool| {
        let those = reports.iter().filter(|it| it.exact == exact).map(|it| it.runtime);
        those.collect::<Vec<_>>().join(", ")
    };
    match (names(true), names(false)) {
        (exact, others) if others.is_empty() => format!("{detail}: {exact}"),
        (exact, others) if exact.is_empty() => format!("{detail}: in the place of {others}"),
        (exact, others) => format!("{detail}: {exact}, and in the place of {others}"),
    }
}

/// The clients of this machine. They are looked up and not run: the AWS CLI takes a second.
fn clients() -> Vec<Finding> {
    let cli = match AwsCli::find() {
        None => lacks("aws", "no AWS CLI: pip install awscli"),
        Some(cli) => {
            let version = cli.version.as_deref().map(|it| format!(" ({it})")).unwrap_or_default();
            let mut detail = format!("{}{version}", cli.path.display());
            if cli.ignores_endpoint_variable() {
                detail.push_str("; it ignores AWS_ENDPOINT_URL: run it by `waterwheel aws`");
            }
            works("aws", detail)
        }
    };
    let java = program("java").map(|path| {
        let version = java_version(&path).map(|it| format!(" ({it})")).unwrap_or_default();
        works("java", format!("{}{version}", path.display()))
    });
    std::iter::once(cli).chain(java).collect()
}

fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|dir| dir.join(name)).find(|it| it.is_file())
}

/// What the file `release` of a Java installation says.
fn java_version(program: &Path) -> Option<String> {
    let home = program.canonicalize().ok()?;
    let home = home.parent().filter(|bin| bin.file_name() == Some(OsStr::new("bin")))?.parent()?;
    let text = std::fs::read_to_string(home.join("release")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("JAVA_VERSION="))?;
    Some(line.trim_matches('"').to_owned())
}

fn port(port: u16) -> Finding {
    let name = format!("port {port}");
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
        return works(&name, "free");
    }
    match running::all().iter().find(|it| it.port() == port) {
        Some(server) => works(&name, format!("{} runs", server.name())),
        None => lacks(&name, "something else listens there: use another --port"),
    }
}

/// Whether data can be kept in a folder, without making it.
fn data_dir(dir: &Path) -> Finding {
    let existing = dir.ancestors().find(|ancestor| ancestor.exists()).unwrap_or(Path::new("/"));
    match tempfile::tempfile_in(existing) {
        Ok(_) => works("data directory", format!("{} can be written", dir.display())),
        Err(error) => {
            lacks("data directory", format!("{} cannot be written: {error}", dir.display()))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn runtimes_are_told_by_what_they_run_on() {
        let report = |runtime, interpreter: Option<&str>, exact, note: &str| RuntimeReport {
            runtime,
            interpreter: interpreter.map(str::to_owned),
            exact,
            boto3: None,
            note: note.to_owned(),
        };
        let found = runtimes(&[
            report("python3.9", Some("/x"), false, "another version runs in its place"),
            report("nodejs20.x", None, false, "there is no Node.js on this machine"),
            report("nodejs22.x", None, false, "there is no Node.js on this machine"),
            report("python3.11", Some("/x"), true, ""),
            report("java21", None, false, "Java functions are not run by this server"),
        ]);
        let told: Vec<_> = found.iter().map(|it| (it.works, &*it.name, &*it.detail)).collect();
        assert_eq!(
            told[0],
            (true, "Python functions", "/x: python3.11, and in the place of python3.9")
        );
        assert!(!told[1].0 && told[1].2.ends_with("apt-get install nodejs"), "{told:?}");
        assert!(told.len() == 3 && told[2].2.ends_with("instead of java21"), "{told:?}");
    }

    #[test]
    fn a_java_is_known_by_its_release_file() {
        let dir = tempfile::tempdir().unwrap();
        let program = dir.path().join("bin/java");
        std::fs::create_dir_all(program.parent().unwrap()).unwrap();
        std::fs::write(&program, "").unwrap();
        std::fs::write(dir.path().join("release"), "A=\"b\"\nJAVA_VERSION=\"17.0.15\"\n").unwrap();
        assert_eq!(java_version(&program).as_deref(), Some("17.0.15"));
    }
}
