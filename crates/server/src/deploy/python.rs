//! What `requirements.txt` asks for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The file's name.
pub const FILE: &str = "requirements.txt";

/// The text of the file and of those that it includes; `None` where nothing is asked for. What a
/// folder of this machine holds is refused: it may change without the file doing so.
pub fn requirements(folder: &Path) -> Result<Option<String>, String> {
    let file = folder.join(FILE);
    if !file.exists() {
        return Ok(None);
    }
    let mut all = String::new();
    let (mut waiting, mut seen) = (vec![file], Vec::<PathBuf>::new());
    while let Some(file) = waiting.pop() {
        if seen.contains(&file) {
            continue;
        }
        let text = fs::read_to_string(&file);
        let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
        for line in text.lines().map(requirement).filter(|line| !line.is_empty()) {
            if let Some(included) = included(line) {
                waiting.push(file.with_file_name(included));
            } else if is_local(line) {
                let file = file.display();
                return Err(format!(
                    "{file}: {line} lies on this machine and may change: put it into the function's \
                     folder, or name a version that pip finds"
                ));
            }
            all.push_str(line);
            all.push('\n');
        }
        seen.push(file);
    }
    Ok((!all.is_empty()).then_some(all))
}

/// A line without its comment.
fn requirement(line: &str) -> &str {
    let line = line.split(" #").next().unwrap_or_default().trim();
    if line.starts_with('#') { "" } else { line }
}

/// The file that a line includes.
fn included(line: &str) -> Option<&str> {
    let options = ["-r", "--requirement", "-c", "--constraint"];
    let rest = options.into_iter().find_map(|option| line.strip_prefix(option))?;
    Some(rest.trim_start_matches([' ', '=']))
}

fn is_local(line: &str) -> bool {
    let begins = ["-e", "--editable", ".", "/", "file:"];
    begins.iter().any(|begin| line.starts_with(begin)) || line.contains("@ file:")
}

/// Installs it into a folder with pip of this interpreter or, where it has none, of a virtual
/// environment that is made for it. The error is what pip said.
pub fn install(python: &Path, file: &Path, into: &Path) -> Result<(), String> {
    let tools = tempfile::tempdir().map_err(|error| error.to_string())?;
    let pip = pip(python, tools.path())?;
    let mut command = command(&pip);
    command
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"])
        .args(["--no-compile", "--target"])
        .arg(into)
        .arg("--requirement")
        .arg(file)
        // A configured `user = true` does not go together with --target.
        .env("PIP_USER", "0");
    succeed("pip", &mut command)
}

/// A Python that has pip.
fn pip(python: &Path, tools: &Path) -> Result<PathBuf, String> {
    if succeed("pip", command(python).args(["-m", "pip", "--version"])).is_ok() {
        return Ok(python.to_owned());
    }
    let made = succeed("venv", command(python).args(["-m", "venv"]).arg(tools));
    made.map(|()| tools.join("bin/python")).map_err(|_| {
        format!(
            "{} has neither pip nor venv: install python3-pip or python3-venv",
            python.display()
        )
    })
}

fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_remove("PYTHONPATH").env_remove("PYTHONHOME");
    command
}

/// Runs a program that installs something; the error is what it said.
pub fn succeed(name: &str, command: &mut Command) -> Result<(), String> {
    let command = command.stdin(std::process::Stdio::null());
    let output = command.output().map_err(|error| format!("{name} could not be run: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

/// Whether a file of what pip installed is needed where the function runs.
pub fn is_needed(name: &str) -> bool {
    let is_made_by_running = name.ends_with(".pyc") || name.contains("__pycache__/");
    !is_made_by_running && !name.starts_with("bin/")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Result<Option<String>, String> {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(dir.path().join(name), text).unwrap();
        }
        requirements(dir.path())
    }

    #[test]
    fn included_files_count_and_comments_do_not() {
        let text = "# what we need\n\nattrs==25.1 # small\n-r more.txt\n";
        let with = |more| of(&[(FILE, text), ("more.txt", more)]).unwrap().unwrap();
        assert_eq!(with("idna"), "attrs==25.1\n-r more.txt\nidna\n");
        assert_ne!(with("idna"), with("idna==3"));
        assert_eq!(of(&[(FILE, "-r requirements.txt")]).unwrap().unwrap(), "-r requirements.txt\n");
        assert_eq!(of(&[(FILE, "# nothing\n")]).unwrap(), None);
        assert_eq!(of(&[]).unwrap(), None);
        assert!(of(&[(FILE, "-r none.txt")]).unwrap_err().contains("none.txt"));
    }

    #[test]
    fn what_lies_on_this_machine_is_refused() {
        for line in ["-e .", "./lib", "../lib", "/opt/lib", "lib @ file:///opt/lib"] {
            assert!(of(&[(FILE, line)]).unwrap_err().contains("may change"), "{line}");
        }
    }

    #[test]
    fn scripts_and_what_running_makes_are_not_needed() {
        let needed = ["attr/a.py", "attrs-25.1.dist-info/METADATA", "a/bin/b"];
        assert!(needed.into_iter().all(is_needed));
        assert!(!["bin/a", "a/__pycache__/b", "a.pyc"].into_iter().any(is_needed));
    }
}
