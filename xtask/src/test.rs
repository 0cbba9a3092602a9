//! The workspace's tests. Cargo builds them; their executables run side by side, since each alone
//! waits much, and what one says is printed in one piece when it ends.

use crate::{Result, cargo, run, target};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;

/// Packages and targets that take longest, which begin first, lest the others wait for them at the
/// end. One that is not told of here runs all the same.
const LONGEST: &[(&str, &str)] =
    &[("sim", "sim"), ("store-local", "crash"), ("wire", "memory"), ("functions", "python")];

/// Builds all tests, and runs those of the packages that are named, or all and the documentation's.
/// What stands after `--` goes to each executable.
pub fn all(root: &Path, arguments: impl Iterator<Item = String>) -> Result<()> {
    let (packages, passed) = wanted(arguments)?;
    let mut executables = build(root)?;
    if !packages.is_empty() {
        executables.retain(|executable| packages.contains(&executable.package));
    }
    if executables.is_empty() {
        return Err(format!("no tests of {packages:?}"));
    }
    executables.sort_by_key(Executable::turn);
    let logs = target(root).join("test-logs");
    std::fs::create_dir_all(&logs).map_err(|error| format!("make {}: {error}", logs.display()))?;
    let options: Vec<String> = [vec!["--quiet".to_owned()], passed].concat();
    run_all(&executables, &options, &logs)?;
    if packages.is_empty() {
        run(root, cargo().args(["test", "--workspace", "--doc", "--quiet"]))?;
    }
    Ok(())
}

/// The packages, and what goes to the executables.
fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<(Vec<String>, Vec<String>)> {
    let mut packages = Vec::new();
    while let Some(argument) = arguments.next() {
        match (argument.as_str(), arguments.next()) {
            ("--", first) => return Ok((packages, first.into_iter().chain(arguments).collect())),
            ("--package", Some(package)) => packages.push(package),
            _ => return Err("usage: cargo xtask test [--package NAME]... [-- ARGUMENTS]".into()),
        }
    }
    Ok((packages, Vec::new()))
}

/// The tests of one target of a package.
struct Executable {
    package: String,
    target: String,
    path: PathBuf,
    /// The package's folder, in which cargo lets tests run.
    folder: PathBuf,
}

impl Executable {
    fn turn(&self) -> (usize, String) {
        let named = (self.package.as_str(), self.target.as_str());
        let first = LONGEST.iter().position(|long| *long == named).unwrap_or(LONGEST.len());
        (first, self.name())
    }

    fn name(&self) -> String {
        format!("{}-{}", self.package, self.target)
    }

    /// From what cargo says of an artifact, if it is an executable of tests.
    fn of(message: &Value) -> Option<Self> {
        let path = message["executable"].as_str()?;
        if message["profile"]["test"] != true {
            return None;
        }
        let folder = Path::new(message["manifest_path"].as_str()?).parent()?;
        let id = message["package_id"].as_str()?;
        Some(Self {
            package: package_of(id).to_owned(),
            target: message["target"]["name"].as_str()?.to_owned(),
            path: path.into(),
            folder: folder.to_owned(),
        })
    }
}

/// The package's name in its id: after `#` and before `@`, or else the folder's.
fn package_of(id: &str) -> &str {
    let (source, fragment) = id.rsplit_once('#').unwrap_or((id, ""));
    match fragment.split_once('@') {
        Some((name, _)) => name,
        None => source.rsplit('/').next().unwrap_or(source),
    }
}

/// Builds the tests of the whole workspace, so that those of one package need no build of their own
/// with other features.
fn build(root: &Path) -> Result<Vec<Executable>> {
    let mut cargo = cargo();
    cargo.args(["test", "--workspace", "--no-run", "--quiet"]);
    cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    let output = cargo.current_dir(root).output().map_err(|error| format!("run cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("the tests do not build: {}", output.status));
    }
    let lines = output.stdout.split(|byte| *byte == b'\n');
    let messages = lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    Ok(messages.filter_map(|message| Executable::of(&message)).collect())
}

/// Runs one more at a time than there are cores. The first that fails ends the others.
fn run_all(executables: &[Executable], options: &[String], logs: &Path) -> Result<()> {
    let most = 1 + std::thread::available_parallelism().map_or(1, usize::from);
    let mut waiting = executables.iter();
    let mut running = BTreeMap::new();
    let (ended, ends) = mpsc::channel();
    loop {
        while running.len() < most
            && let Some(next) = waiting.next()
        {
            let mut child = start(next, options, &logs.join(next.name()))?;
            running.insert(child.id(), next);
            let ended = ended.clone();
            // Nobody hears it after a failure.
            std::thread::spawn(move || ended.send((child.id(), child.wait())).ok());
        }
        if running.is_empty() {
            return Ok(());
        }
        let (id, status) = ends.recv().map_err(|error| error.to_string())?;
        let status = status.map_err(|error| format!("wait for a test: {error}"))?;
        let Some(one) = running.remove(&id) else { continue };
        tell(one, status, &logs.join(one.name()))?;
        if !status.success() {
            end(running.keys());
            ends.iter().take(running.len()).for_each(drop);
            return Err(format!("tests of {} failed", one.package));
        }
    }
}

fn start(executable: &Executable, options: &[String], log: &Path) -> Result<Child> {
    let failed = |error| format!("run {}: {error}", executable.path.display());
    let out = File::create(log).map_err(failed)?;
    Command::new(&executable.path)
        .args(options)
        .current_dir(&executable.folder)
        .env("CARGO_MANIFEST_DIR", &executable.folder)
        .stdin(Stdio::null())
        .stdout(out.try_clone().map_err(failed)?)
        .stderr(out)
        .spawn()
        .map_err(failed)
}

/// Prints what one said that has ended.
fn tell(executable: &Executable, status: ExitStatus, log: &Path) -> Result<()> {
    let said = std::fs::read(log).map_err(|error| format!("read {}: {error}", log.display()))?;
    println!("\n{}, {}: {status}", executable.package, executable.target);
    std::io::stdout().write_all(said.trim_ascii()).map_err(|error| error.to_string())?;
    println!();
    Ok(())
}

/// Ends those that still run.
fn end<'a>(running: impl Iterator<Item = &'a u32>) {
    let ids: Vec<String> = running.map(u32::to_string).collect();
    if !ids.is_empty() {
        // One that has ended meanwhile cannot be, and need not.
        let _ = Command::new("kill").args(&ids).stderr(Stdio::null()).status();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn words(text: &str) -> impl Iterator<Item = String> {
        text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned)
    }

    #[test]
    fn packages_come_before_what_is_passed_on() {
        let (packages, passed) = wanted(words("--package a --package b -- --ignored x")).unwrap();
        assert_eq!((packages.join(" "), passed.join(" ")), ("a b".into(), "--ignored x".into()));
        assert_eq!(wanted(words("")).unwrap(), (vec![], vec![]));
        assert_eq!(wanted(words("--")).unwrap(), (vec![], vec![]));
        assert!(wanted(words("a")).is_err() && wanted(words("--package")).is_err());
    }

    #[test]
    fn a_package_is_told_by_its_id() {
        assert_eq!(package_of("path+file:///x/crates/services/kms#0.1.0"), "kms");
        assert_eq!(package_of("path+file:///x/crates/server#waterwheel@0.1.0"), "waterwheel");
    }

    #[test]
    fn the_first_failure_ends_the_others() {
        let logs = std::env::temp_dir().join(format!("xtask-tests-{}", std::process::id()));
        let shell = |name: &str| Executable {
            package: name.into(),
            target: name.into(),
            path: "/bin/sh".into(),
            folder: logs.join(name),
        };
        for name in ["good", "bad", "hangs"] {
            std::fs::create_dir_all(logs.join(name)).unwrap();
        }
        let script = "case $PWD in *good) exit;; *bad) exit 3;; esac; exec sleep 1000";
        let options = ["-c", script].map(str::to_owned);
        assert!(run_all(&[shell("good")], &options, &logs).is_ok());
        let failure = run_all(&[shell("hangs"), shell("bad")], &options, &logs).unwrap_err();
        assert_eq!(failure, "tests of bad failed");
        std::fs::remove_dir_all(&logs).unwrap();
    }
}
