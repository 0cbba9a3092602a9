//! What `package.json` asks for.

use super::python::succeed;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Node.js of this machine.
pub struct Node {
    /// As it says it itself, such as `v20.1.0`.
    pub version: String,
    /// The first number of that.
    pub major: u32,
}

impl Node {
    /// The one on the path.
    pub fn at_hand() -> Option<Self> {
        let output = Command::new("node").arg("--version").output().ok()?;
        let version = String::from_utf8(output.stdout).ok()?.trim().to_owned();
        let major = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
        Some(Self { version, major })
    }
}

/// What is asked for.
pub struct Wanted {
    /// `package.json` without its scripts, which want the whole project around them.
    pub json: String,
    /// `package-lock.json`; empty where there is none.
    pub lock: String,
    /// `.npmrc`; empty where there is none.
    pub settings: String,
    /// Why npm cannot install it elsewhere.
    pub only_by_hand: Option<String>,
}

impl Wanted {
    /// What a folder's `package.json` asks for; `None` where it asks for nothing.
    pub fn of(folder: &Path) -> Result<Option<Self>, String> {
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let text = read("package.json");
        if text.is_empty() {
            return Ok(None);
        }
        let json: Result<Map<String, Value>, _> = serde_json::from_str(&text);
        let mut json = json.map_err(|error| format!("package.json: {error}"))?;
        let empty = |name: &str| {
            json.get(name).and_then(Value::as_object).is_none_or(|packages| packages.is_empty())
        };
        if empty("dependencies") && empty("optionalDependencies") {
            return Ok(None);
        }
        let lock = read("package-lock.json");
        let only_by_hand = only_by_hand(folder, &json, !lock.is_empty());
        json.remove("scripts");
        let json = Value::Object(json).to_string();
        Ok(Some(Self { json, lock, settings: read(".npmrc"), only_by_hand }))
    }

    /// Installs it into a folder. The error is what npm said.
    pub fn install(&self, into: &Path) -> Result<(), String> {
        let files = [
            ("package.json", &self.json),
            ("package-lock.json", &self.lock),
            (".npmrc", &self.settings),
        ];
        for (name, text) in files.into_iter().filter(|(_, text)| !text.is_empty()) {
            fs::write(into.join(name), text).map_err(|error| format!("{name}: {error}"))?;
        }
        let how = if self.lock.is_empty() { "install" } else { "ci" };
        let mut npm = Command::new("npm");
        npm.args([how, "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
        succeed("npm", npm.current_dir(into))
    }
}

/// Why npm cannot install something in another folder.
fn only_by_hand(folder: &Path, json: &Map<String, Value>, is_locked: bool) -> Option<String> {
    let other = ["yarn.lock", "pnpm-lock.yaml", "bun.lock"];
    let other = other.into_iter().find(|name| folder.join(name).exists());
    if let Some(other) = other.filter(|_| !is_locked) {
        return Some(format!("npm does not read {other}"));
    }
    if json.contains_key("workspaces") {
        return Some("package.json has workspaces".to_owned());
    }
    let lists = ["dependencies", "optionalDependencies"];
    let packages = lists.iter().filter_map(|list| json.get(*list)?.as_object()).flatten();
    let is_local = |version: &str| {
        ["file:", "link:", "workspace:", ".", "/"].iter().any(|begin| version.starts_with(begin))
    };
    let mut local = packages.filter(|(_, version)| version.as_str().is_some_and(is_local));
    local.next().map(|(name, _)| format!("{name} of package.json lies on this machine"))
}

/// Whether a file below `node_modules` is needed where the function runs.
pub fn is_needed(name: &str) -> bool {
    let top = name.strip_prefix("node_modules/").unwrap_or(name);
    let left_out = [".bin/", ".cache/", ".package-lock.json", ".yarn-integrity"];
    !left_out.iter().any(|it| top.starts_with(it)) && !name.contains("/node_modules/.bin/")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of(json: &str, others: &[&str]) -> Option<Wanted> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("package.json"), json).unwrap();
        for other in others {
            fs::write(dir.path().join(other), "x").unwrap();
        }
        Wanted::of(dir.path()).unwrap()
    }

    #[test]
    fn scripts_do_not_count_and_versions_do() {
        assert!(of(r#"{"devDependencies": {"a": "1"}, "dependencies": {}}"#, &[]).is_none());
        let json =
            |more| of(&format!(r#"{{"dependencies": {{"a": "1"}}{more}}}"#), &[]).unwrap().json;
        assert_eq!(json(""), json(r#", "scripts": {"postinstall": "x"}"#));
        assert_ne!(json(""), json(r#", "overrides": {"b": "1"}"#));
    }

    #[test]
    fn what_npm_cannot_install_elsewhere_is_told() {
        let why =
            |json, others: &[&str]| of(json, others).unwrap().only_by_hand.unwrap_or_default();
        let plain = r#"{"dependencies": {"a": "^1.2"}}"#;
        assert_eq!(why(plain, &["package-lock.json", "yarn.lock"]), "");
        assert_eq!(why(plain, &["yarn.lock"]), "npm does not read yarn.lock");
        let local = r#"{"dependencies": {"a": "^1.2", "b": "file:../b"}}"#;
        assert_eq!(why(local, &[]), "b of package.json lies on this machine");
    }
}
