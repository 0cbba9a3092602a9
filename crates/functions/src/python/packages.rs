//! Python packages for interpreters that lack them: installed once, with pip, into a directory of
//! our own. Functions get boto3 from there.

use std::{
    io,
    path::{Path, PathBuf},
    process::Stdio,
};

use tokio::process::Command;

use super::interpreters::Interpreter;
use crate::installs;

/// Where boto3 for this interpreter is, or would be.
pub(super) fn boto3_dir(runtimes_dir: &Path, interpreter: &Interpreter) -> PathBuf {
    runtimes_dir.join(format!("boto3-python{}", interpreter.version_text()))
}

/// A directory with boto3 for the interpreter; installs it if that is allowed and has not been
/// done. `None` when boto3 cannot be had.
pub(super) async fn boto3(
    runtimes_dir: &Path,
    interpreter: &Interpreter,
    installs: bool,
) -> Option<PathBuf> {
    let dir = boto3_dir(runtimes_dir, interpreter);
    if dir.exists() {
        return Some(dir);
    }
    if !installs {
        return None;
    }
    let python = interpreter.path.display();
    tracing::info!(%python, into = %dir.display(), "installing boto3, once");
    match install(interpreter, "boto3", &dir).await {
        Ok(()) => {
            tracing::info!(%python, "boto3 is installed");
            Some(dir)
        }
        Err(error) => {
            tracing::warn!(%python, %error, "boto3 could not be installed; functions run without it until the next start");
            None
        }
    }
}

/// Installs a package into `dir`. The error is a phrase for the operator.
pub(super) async fn install(
    interpreter: &Interpreter,
    package: &str,
    dir: &Path,
) -> io::Result<()> {
    let (partial, tools) = (installs::beside(dir, "partial"), installs::beside(dir, "tools"));
    let done = install_into(&partial, &tools, interpreter, package).await;
    installs::clear(&tools).await?;
    installs::put_in_place(&partial, dir, done).await
}

async fn install_into(
    partial: &Path,
    tools: &Path,
    interpreter: &Interpreter,
    package: &str,
) -> io::Result<()> {
    let pip = pip(interpreter, tools).await?;
    let mut command = python(&pip);
    command
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"])
        .arg("--target")
        .arg(partial)
        .arg(package)
        // A configured `user = true` does not go together with --target.
        .env("PIP_USER", "0");
    if let Some(beside) = partial.parent() {
        // pip keeps nothing where the user's folder cannot be written, and downloads all again for the
        // next interpreter.
        command.env("PIP_CACHE_DIR", beside.join("pip-cache"));
    }
    run(command).await
}

/// A Python that has pip: the interpreter, or a virtual environment that is made for this only.
async fn pip(interpreter: &Interpreter, tools: &Path) -> io::Result<PathBuf> {
    let mut asking = python(&interpreter.path);
    asking.args(["-m", "pip", "--version"]);
    if run(asking).await.is_ok() {
        return Ok(interpreter.path.clone());
    }
    let mut making = python(&interpreter.path);
    making.args(["-m", "venv"]).arg(tools);
    match run(making).await {
        Ok(()) => Ok(tools.join("bin/python")),
        Err(_) => Err(io::Error::other(format!(
            "{} has neither pip nor venv; install python3-pip or python3-venv",
            interpreter.path.display()
        ))),
    }
}

fn python(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_remove("PYTHONPATH").env_remove("PYTHONHOME");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

async fn run(command: Command) -> io::Result<()> {
    installs::run(command, "ERROR:", || {}).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A program in place of an interpreter, with the commands of a shell.
    fn stub(dir: &Path, script: &str) -> Interpreter {
        let path = dir.join("python3");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        Interpreter { path, version: (3, 11, 2), boto3: false, prefixes: Vec::new() }
    }

    #[tokio::test]
    async fn without_pip_a_virtual_environment_lends_its_own() {
        let dir = tempfile::tempdir().unwrap();
        let script = "case \"$2 $3\" in
            'pip --version') exit 1 ;;
            venv*) mkdir -p $3/bin && sed s/exit.1/:/ $0 > $3/bin/python && chmod +x $3/bin/python ;;
            'pip install') while [ \"$1\" != --target ]; do shift; done; mkdir $2 && touch $2/$3.py ;;
        esac";
        let site = dir.path().join("site-3.11.2");
        install(&stub(dir.path(), script), "boto3", &site).await.unwrap();
        let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().collect();
        assert!(site.join("boto3.py").exists() && left.len() == 2, "{left:?}");
    }

    #[tokio::test]
    async fn what_is_missing_is_named_and_nothing_is_left_behind() {
        let dir = tempfile::tempdir().unwrap();
        let site = dir.path().join("site");
        let python = stub(dir.path(), "echo no module >&2; exit 1");
        let error = install(&python, "boto3", &site).await.unwrap_err().to_string();
        assert!(error.contains("install python3-pip or python3-venv"), "{error}");
        let script =
            "[ \"$3\" = --version ] && exit; echo 'ERROR: offline' >&2; echo a hint >&2; exit 1";
        let python = stub(dir.path(), script);
        let error = install(&python, "boto3", &site).await.unwrap_err().to_string();
        assert_eq!(error, "ERROR: offline");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
