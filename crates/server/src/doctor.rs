//! `waterwheel doctor`: what this machine has.
#![allow(clippy::print_stdout)]

use crate::assemble;
use crate::cli::DoctorArgs;
use crate::settings::default_data_dir;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

/// Prints what was found. Fails when something that every use needs is missing.
pub async fn run(args: DoctorArgs) -> Result<(), String> {
    println!("Runtimes (a function runs on the nearest interpreter at hand)");
    let mut runs = false;
    for report in functions::runtime_report() {
        runs |= report.interpreter.is_some();
        println!(
            "  {} {:<18} {}",
            mark(report.interpreter.is_some()),
            report.runtime,
            runtime(&report)
        );
    }
    println!("\nSandbox");
    let layers = assemble::sandbox_report().await?;
    for layer in &layers {
        println!("  {} {:<18} {}", mark(layer.active), layer.layer, layer.detail);
    }
    println!("\nClients");
    for (name, arguments) in CLIENTS {
        match version(name, arguments) {
            Some(version) => println!("  {} {name:<18} {version}", mark(true)),
            None => println!("  {} {name:<18} not here", mark(false)),
        }
    }
    println!("\nServer");
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port)).is_ok();
    let state = if port { "free" } else { "taken: a server is running, or use --port" };
    println!("  {} {:<18} {state}", mark(port), format!("port {}", args.port));
    let dir = match args.data_dir {
        Some(dir) => dir,
        None => default_data_dir()?,
    };
    let (writable, detail) = data_dir(&dir);
    println!("  {} {:<18} {detail}", mark(writable), "data directory");
    if runs && writable {
        Ok(())
    } else {
        Err("something that every use needs is missing".to_owned())
    }
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

fn runtime(report: &functions::RuntimeReport) -> String {
    let mut parts = Vec::new();
    match &report.interpreter {
        Some(interpreter) if report.exact => parts.push(interpreter.clone()),
        Some(interpreter) => parts.push(format!("{interpreter} (not the exact version)")),
        None => {}
    }
    match report.boto3 {
        Some(true) => parts.push("has boto3".to_owned()),
        Some(false) => parts.push("boto3 from an environment that is made once".to_owned()),
        None => {}
    }
    if !report.note.is_empty() {
        parts.push(report.note.clone());
    }
    parts.join(", ")
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
