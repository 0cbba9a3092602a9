//! `waterwheel doctor`: what this machine has.

use crate::cli::DoctorArgs;
use crate::output::line;
use crate::settings::default_data_dir;
use crate::workshop;
use functions::RuntimeReport;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

/// Prints what was found. Fails when data cannot be kept.
pub async fn run(args: DoctorArgs) -> Result<(), String> {
    line("Runtimes (a function runs on the nearest interpreter at hand)");
    for (detail, names) in runtimes(&functions::runtime_report(!args.offline)) {
        line(format_args!("  {detail}\n      {}", names.join(", ")));
    }
    line("\nSandbox");
    let layers = workshop::sandbox_report().await?;
    for layer in &layers {
        row(layer.active, layer.layer, &layer.detail);
    }
    line("\nClients");
    for (name, arguments) in CLIENTS {
        match version(name, arguments) {
            Some(version) => row(true, name, &version),
            None => row(false, name, "not here"),
        }
    }
    line("\nServer");
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port)).is_ok();
    let state = if port { "free" } else { "taken: a server is running, or use --port" };
    row(port, &format!("port {}", args.port), state);
    let dir = match args.data_dir {
        Some(dir) => dir,
        None => default_data_dir()?,
    };
    let (writable, detail) = data_dir(&dir);
    row(writable, "data directory", &detail);
    if writable { Ok(()) } else { Err("data cannot be kept; use another --data-dir".to_owned()) }
}

const CLIENTS: [(&str, &[&str]); 4] = [
    ("aws", &["--version"]),
    ("python3", &["--version"]),
    ("node", &["--version"]),
    ("java", &["-version"]),
];

fn mark(good: bool) -> &'static str {
    if good { "✓" } else { "–" }
}

fn row(good: bool, name: &str, detail: &str) {
    line(format_args!("  {} {name:<18} {detail}", mark(good)));
}

/// What the runtimes run on, each with the names of those that it runs, in the order of the first.
fn runtimes(reports: &[RuntimeReport]) -> Vec<(String, Vec<&str>)> {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for report in reports {
        let detail = format!("{} {}", mark(report.interpreter.is_some()), runtime(report));
        match groups.iter_mut().find(|(known, _)| *known == detail) {
            Some((_, names)) => names.push(report.runtime),
            None => groups.push((detail, vec![report.runtime])),
        }
    }
    groups
}

fn runtime(report: &RuntimeReport) -> String {
    let mut parts: Vec<&str> = report.interpreter.as_deref().into_iter().collect();
    if report.boto3 == Some(true) {
        parts.push("has boto3");
    }
    if !report.note.is_empty() {
        parts.push(&report.note);
    }
    parts.join("; ")
}

/// The first line that a program says of its version.
fn version(name: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(name).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    output.status.success().then(|| text.lines().next().unwrap_or_default().to_owned())
}

/// Whether data can be kept in a folder, without making it.
fn data_dir(dir: &Path) -> (bool, String) {
    let existing = dir.ancestors().find(|ancestor| ancestor.exists()).unwrap_or(Path::new("/"));
    match tempfile::tempfile_in(existing) {
        Ok(_) => (true, format!("{} can be written", dir.display())),
        Err(error) => (false, format!("{} cannot be written: {error}", dir.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runtimes_are_told_by_what_they_run_on() {
        let report = |runtime, interpreter: Option<&str>, note: &str| RuntimeReport {
            runtime,
            interpreter: interpreter.map(str::to_owned),
            exact: true,
            boto3: None,
            note: note.to_owned(),
        };
        let reports =
            [report("a", Some("/x"), ""), report("b", None, "no"), report("c", Some("/x"), "")];
        let expected = [("✓ /x".to_owned(), vec!["a", "c"]), ("– no".to_owned(), vec!["b"])];
        assert_eq!(runtimes(&reports), expected);
    }
}
