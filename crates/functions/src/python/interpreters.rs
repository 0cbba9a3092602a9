//! Which Python interpreters this machine has. A name on PATH is not trusted (version managers
//! leave shims that run nothing): every candidate is asked who it is.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde::Deserialize;

/// A Python that runs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Interpreter {
    /// The executable itself, never a shim.
    pub(crate) path: PathBuf,
    /// Major, minor, patch.
    pub(crate) version: (u32, u32, u32),
    /// Whether boto3 can be imported, one that reads `AWS_ENDPOINT_URL`: an older one, such as Debian
    /// 12's, would call AWS itself.
    pub(crate) boto3: bool,
    /// The directories it loads modules from.
    pub(crate) prefixes: Vec<PathBuf>,
}

impl Interpreter {
    /// `3.11.7`.
    pub(crate) fn version_text(&self) -> String {
        let (major, minor, patch) = self.version;
        format!("{major}.{minor}.{patch}")
    }
}

/// The version of boto3 is read from the name of its folder of metadata: the module that would tell it
/// takes longer to import than all the rest.
const QUESTION: &str = "import sys, os, json, importlib.util as u
b = u.find_spec('boto3')
def knows_endpoints():
    try:
        told = [n[6:].split('.') for n in os.listdir(os.path.dirname(os.path.dirname(b.origin)))
            if n.startswith('boto3-') and n.endswith(('.dist-info', '.egg-info'))]
        return max((int(n[0]), int(n[1])) for n in told) >= (1, 28)
    except Exception:
        return True
p = {os.path.realpath(x) for x in (sys.prefix, sys.base_prefix, sys.exec_prefix)}
if b and b.origin: p.add(os.path.realpath(os.path.dirname(os.path.dirname(b.origin))))
p.add(os.path.dirname(os.path.realpath(sys.executable)))
print(json.dumps({'path': sys.executable, 'version': list(sys.version_info[:3]),
    'boto3': b is not None and knows_endpoints(), 'prefixes': sorted(p)}))";

/// Minor versions of Python 3 that are looked for by name.
const MINORS: std::ops::RangeInclusive<u32> = 6..=15;

/// Asks every candidate on `path` (a `PATH` value). Blocks for as long as the slowest takes.
pub(crate) fn find(path: &OsStr) -> Vec<Interpreter> {
    let candidates = candidates(path);
    let answers = std::thread::scope(|scope| {
        let asked: Vec<_> =
            candidates.iter().map(|candidate| scope.spawn(move || ask(candidate))).collect();
        asked.into_iter().filter_map(|thread| thread.join().ok().flatten()).collect::<Vec<_>>()
    });
    let mut unique = BTreeMap::new();
    for found in answers {
        if found.version.0 == 3 && MINORS.contains(&found.version.1) {
            unique.entry(found.path.clone()).or_insert(found);
        }
    }
    unique.into_values().collect()
}

/// Where pythons are that version managers keep beside `PATH`: pyenv's and uv's.
fn kept_aside() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let below = |variable: &str, rest: &str| {
        let named = std::env::var_os(variable).map(PathBuf::from);
        named.or_else(|| home.as_ref().map(|home| home.join(rest)))
    };
    let data = below("XDG_DATA_HOME", ".local/share").map(|data| data.join("uv/python"));
    let managed = [
        below("PYENV_ROOT", ".pyenv").map(|root| root.join("versions")),
        std::env::var_os("UV_PYTHON_INSTALL_DIR").map(PathBuf::from).or(data),
    ];
    managed.into_iter().flatten().flat_map(versions_in).collect()
}

/// The `bin` of each version that a version manager keeps in a directory.
fn versions_in(dir: PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut versions: Vec<_> = entries.map(|entry| entry.path().join("bin")).collect();
    versions.sort();
    versions
}

/// What stands behind a directory of shims such as pyenv's: asked one by one they take seconds.
fn behind_shims(dir: PathBuf) -> Vec<PathBuf> {
    let versions = dir.parent().map(|root| root.join("versions"));
    match versions.filter(|versions| dir.ends_with("shims") && versions.is_dir()) {
        Some(versions) => versions_in(versions),
        None => vec![dir],
    }
}

/// Asks the pythons on `PATH` and those that version managers keep beside it. Blocks as
/// [`find`].
pub(crate) fn find_all() -> Vec<Interpreter> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::env::split_paths(&path).flat_map(behind_shims).chain(kept_aside());
    find(&std::env::join_paths(all).unwrap_or(path.clone()))
}

fn candidates(path: &OsStr) -> Vec<PathBuf> {
    let mut names: Vec<String> = MINORS.rev().map(|minor| format!("python3.{minor}")).collect();
    names.extend(["python3".to_owned(), "python".to_owned()]);
    let mut found: Vec<PathBuf> = Vec::new();
    let mut real: Vec<(PathBuf, PathBuf)> = Vec::new();
    for dir in std::env::split_paths(path).filter(|dir| dir.is_absolute()) {
        for name in &names {
            let candidate = dir.join(name);
            let Ok(target) = candidate.canonicalize() else { continue };
            // Shims of all versions may be one file that looks at its own name, and a virtual
            // environment is its place. Whatever else leads to a python of a version is that one.
            let is_python =
                target.file_name().is_some_and(|it| names.iter().any(|name| **name == *it));
            let is_environment = dir.parent().is_some_and(|it| it.join("pyvenv.cfg").exists());
            let key = match (is_python, is_environment) {
                (true, false) => (target, PathBuf::new()),
                (true, true) => (target, dir.clone()),
                (false, _) => (target, PathBuf::from(name)),
            };
            if !real.contains(&key) {
                real.push(key);
                found.push(candidate);
            }
        }
    }
    found
}

fn ask(candidate: &Path) -> Option<Interpreter> {
    let output = Command::new(candidate)
        .args(["-c", QUESTION])
        // Environments do not get them either.
        .env_remove("PYTHONPATH")
        .env_remove("PYTHONHOME")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    serde_json::from_slice(&output.stdout).ok()
}

/// The best of `found` for Python 3.`minor`: one with boto3 before one without (unless boto3 can
/// be installed), then the nearest version, the newer of two equally near.
pub(crate) fn nearest(
    found: &[Interpreter],
    minor: u32,
    installs_boto3: bool,
) -> Option<&Interpreter> {
    found.iter().min_by_key(|interpreter| {
        let own = interpreter.version.1;
        let lacks = !interpreter.boto3;
        (
            lacks && !installs_boto3,
            own.abs_diff(minor),
            std::cmp::Reverse(own),
            lacks,
            std::cmp::Reverse(interpreter.version.2),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn python(minor: u32, boto3: bool) -> Interpreter {
        let path = PathBuf::from(format!("/p/{minor}/{boto3}"));
        Interpreter { path, version: (3, minor, 1), boto3, prefixes: Vec::new() }
    }

    #[test]
    fn the_nearest_is_chosen_and_boto3_counts_more() {
        let found = [python(8, false), python(11, true), python(13, true), python(12, false)];
        for (minor, installs, expected) in
            [(9, false, 11), (9, true, 8), (12, false, 13), (12, true, 12), (14, false, 13)]
        {
            let chosen = nearest(&found, minor, installs).map(|python| python.version.1);
            assert_eq!(chosen, Some(expected), "python3.{minor}, installs: {installs}");
        }
        assert_eq!(nearest(&[], 9, true), None);
    }

    #[test]
    fn each_version_that_is_kept_is_looked_at() {
        let dir = tempfile::tempdir().unwrap();
        for version in ["3.9.18", "3.12.1"] {
            std::fs::create_dir_all(dir.path().join(version).join("bin")).unwrap();
        }
        let found = versions_in(dir.path().to_owned());
        let expected = ["3.12.1/bin", "3.9.18/bin"].map(|version| dir.path().join(version));
        assert_eq!(found, expected);
        assert_eq!(versions_in(dir.path().join("none")), Vec::<PathBuf>::new());
    }

    #[test]
    fn versions_are_asked_and_not_their_shims() {
        let root = tempfile::tempdir().unwrap();
        let shims = root.path().join("shims");
        assert_eq!(behind_shims(shims.clone()), vec![shims.clone()]);
        let bin = root.path().join("versions/3.12.1/bin");
        std::fs::create_dir_all(&bin).unwrap();
        assert_eq!(behind_shims(shims), vec![bin.clone()]);
        assert_eq!(behind_shims(bin.clone()), vec![bin]);
    }

    #[test]
    fn a_boto3_that_would_call_aws_itself_does_not_count() {
        let Some(python) = find_all().into_iter().find(|it| it.version >= (3, 8, 0)) else {
            panic!("these tests need a Python");
        };
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("boto3")).unwrap();
        std::fs::write(dir.path().join("boto3/__init__.py"), "").unwrap();
        for (version, counts) in [("1.26.27", false), ("1.28.0", true), ("2.0.1", true)] {
            let told = dir.path().join(format!("boto3-{version}.dist-info"));
            std::fs::create_dir_all(&told).unwrap();
            let asked = Command::new(&python.path)
                .args(["-c", QUESTION])
                .env("PYTHONPATH", dir.path())
                .output()
                .unwrap();
            let told_of: Interpreter = serde_json::from_slice(&asked.stdout).unwrap();
            assert_eq!(told_of.boto3, counts, "{version}");
            std::fs::remove_dir(told).unwrap();
        }
    }

    #[test]
    fn a_python_is_asked_once_whatever_it_is_called() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().unwrap();
        let of = |name: &str| {
            let bin = root.path().join(name).join("bin");
            std::fs::create_dir_all(&bin).unwrap();
            bin
        };
        let (own, other, environment) = (of("own"), of("other"), of("environment"));
        std::fs::write(own.join("python3.12"), "").unwrap();
        symlink("python3.12", own.join("python3")).unwrap();
        symlink("python3.12", own.join("python")).unwrap();
        symlink(own.join("python3"), other.join("python3")).unwrap();
        symlink(own.join("python3"), environment.join("python")).unwrap();
        std::fs::write(root.path().join("environment/pyvenv.cfg"), "").unwrap();
        // Here one file is all versions by its names.
        std::fs::write(other.join("manager"), "").unwrap();
        symlink("manager", other.join("python3.9")).unwrap();
        symlink("manager", other.join("python3.10")).unwrap();
        let path = std::env::join_paths([&own, &other, &environment]).unwrap();
        let expected = [
            own.join("python3.12"),
            other.join("python3.10"),
            other.join("python3.9"),
            environment.join("python"),
        ];
        assert_eq!(candidates(&path), expected);
    }

    #[test]
    fn a_shim_that_runs_nothing_is_not_taken() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let shim = dir.path().join("python3.9");
        std::fs::write(&shim, "#!/bin/sh\necho 'command not found' >&2\nexit 127\n").unwrap();
        std::fs::set_permissions(&shim, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(find(dir.path().as_os_str()), []);
    }
}
