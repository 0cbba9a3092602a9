//! The AWS CLI of this machine, looked up and not run: it takes a second to say its version.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The first version 2 that reads AWS_ENDPOINT_URL; of version 1 it is 1.29, which all are that are
/// not very old (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
const READS_ENDPOINT: [(u32, u32); 2] = [(1, 29), (2, 13)];

/// An AWS CLI.
#[derive(Debug, PartialEq, Eq)]
pub struct AwsCli {
    /// Where it is.
    pub path: PathBuf,
    /// Such as `2.9.19`; unknown where nothing beside it says so.
    pub version: Option<String>,
}

impl AwsCli {
    /// The first one on the path.
    pub fn find() -> Option<Self> {
        let path = std::env::var_os("PATH")?;
        find(&path)
    }

    /// Whether it would ask AWS itself where AWS_ENDPOINT_URL names another endpoint.
    pub fn ignores_endpoint_variable(&self) -> bool {
        let Some(version) = &self.version else { return false };
        let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
        let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        READS_ENDPOINT.iter().any(|(own, first)| *own == major && minor < *first)
    }
}

fn find(path: &OsStr) -> Option<AwsCli> {
    let path = std::env::split_paths(path).map(|dir| dir.join("aws")).find(|it| it.is_file())?;
    let version = version_of(&path);
    Some(AwsCli { path, version })
}

fn version_of(path: &Path) -> Option<String> {
    let target = path.canonicalize().ok()?;
    // AWS's installer: /usr/local/aws-cli/v2/2.15.0/dist/aws.
    let is_version = |text: &&str| {
        text.contains('.') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let mut parts = target.iter().filter_map(OsStr::to_str);
    if let Some(version) = parts.find(is_version) {
        return Some(version.to_owned());
    }
    // pip, Debian: <prefix>/lib/python3.11/site-packages/awscli-1.46.3.dist-info.
    let lib = target.parent()?.parent()?.join("lib");
    let pythons = entries(&lib).filter(|it| name(it).starts_with("python3"));
    let packages = pythons.flat_map(|it| [it.join("site-packages"), it.join("dist-packages")]);
    packages.flat_map(|dir| entries(&dir).collect::<Vec<_>>()).find_map(|it| {
        let name = name(&it);
        let rest = name.strip_prefix("awscli-").or_else(|| name.strip_prefix("awscli_v2-"))?;
        let version = rest.strip_suffix(".dist-info").or_else(|| rest.strip_suffix(".egg-info"))?;
        Some(version.split('-').next().unwrap_or(version).to_owned())
    })
}

fn entries(dir: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn at(dir: &Path, program: &str) -> PathBuf {
        let path = dir.join(program);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "").unwrap();
        path
    }

    #[test]
    fn a_version_is_read_from_what_lies_beside_the_program() {
        let dir = tempfile::tempdir().unwrap();
        let found = |bin: PathBuf| find(bin.parent().unwrap().as_os_str()).unwrap();
        let debian = at(dir.path(), "usr/bin/aws");
        fs::create_dir_all(
            dir.path().join("usr/lib/python3/dist-packages/awscli-2.9.19.dist-info"),
        )
        .unwrap();
        let debian = found(debian);
        assert_eq!(debian.version.as_deref(), Some("2.9.19"));
        assert!(debian.ignores_endpoint_variable());
        let program = at(dir.path(), "aws-cli/v2/2.15.0/dist/aws");
        let link = dir.path().join("local/aws");
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(program, &link).unwrap();
        let installed = found(link);
        assert_eq!(installed.version.as_deref(), Some("2.15.0"));
        assert!(!installed.ignores_endpoint_variable());
        let unknown = found(at(dir.path(), "else/bin/aws"));
        assert!(unknown.version.is_none() && !unknown.ignores_endpoint_variable());
        assert_eq!(find(dir.path().as_os_str()), None);
    }
}
