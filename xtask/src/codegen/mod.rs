//! Writes `crates/shapes/src/generated` from the service models of a pinned botocore release.
//!
//! The models' names, bounds and bindings are facts and go in; their documentation does not.

mod amended;
mod emit;
mod events;
pub mod model;
mod names;
pub mod wanted;

use crate::Result;
use model::Model;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The release whose models are read.
pub const BOTOCORE: &str = "1.44.5";

/// Regenerates, and fails when that changes what is checked in.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join("crates/shapes/src/generated");
    let before = snapshot(&folder)?;
    run(root)?;
    if snapshot(&folder)? == before {
        Ok(())
    } else {
        Err("the generated shapes were out of date: commit what `cargo xtask codegen` wrote"
            .to_owned())
    }
}

/// Every file below a folder and its text.
fn snapshot(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let problem = |error| format!("read {}: {error}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(problem)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(snapshot(&path)?);
        } else {
            let text = fs::read_to_string(&path).map_err(problem)?;
            files.insert(path, text);
        }
    }
    Ok(files)
}

/// Regenerates every service and formats what was written.
pub fn run(root: &Path) -> Result<()> {
    let wanted = wanted::read(&root.join("crates/shapes/operations.txt"))?;
    let models = fetch(&wanted.iter().map(|service| service.id.as_str()).collect::<Vec<_>>())?;
    let target = root.join("crates/shapes/src/generated");
    if target.exists() {
        fs::remove_dir_all(&target)
            .map_err(|error| format!("clear {}: {error}", target.display()))?;
    }
    let mut written = Vec::new();
    for service in &wanted {
        let mut model = Model::read(&models.join(format!("{}.json", service.id)))?;
        amended::amend(&service.id, &mut model);
        for (name, text) in emit::service(&model, service)? {
            written.push(write(&target.join(&service.id).join(name), &text)?);
        }
        println!("codegen: {} with {} operations", service.id, service.operations.len());
    }
    written.push(write(&target.join("mod.rs"), &emit::index(&wanted))?);
    format_files(&written)
}

/// Unpacks the models into the user's cache and gives their folder.
pub fn fetch(services: &[&str]) -> Result<PathBuf> {
    let cache = cache_dir()?.join(format!("models/botocore-{BOTOCORE}"));
    let missing = services.iter().any(|service| !cache.join(format!("{service}.json")).exists());
    if missing {
        fs::create_dir_all(&cache)
            .map_err(|error| format!("create {}: {error}", cache.display()))?;
        println!("codegen: fetching the models of botocore {BOTOCORE}");
        let status = Command::new("python3")
            .arg("-c")
            .arg(include_str!("fetch_models.py"))
            .args([BOTOCORE, &cache.to_string_lossy()])
            .args(services)
            .status()
            .map_err(|error| format!("run python3: {error}"))?;
        if !status.success() {
            return Err(format!("the models of botocore {BOTOCORE} could not be fetched"));
        }
    }
    Ok(cache)
}

fn cache_dir() -> Result<PathBuf> {
    if let Some(dir) = std::env::var_os("XDG_CACHE_HOME") {
        return Ok(PathBuf::from(dir).join("waterwheel"));
    }
    let home = std::env::var_os("HOME").ok_or("HOME is not set")?;
    Ok(PathBuf::from(home).join(".cache/waterwheel"))
}

fn write(path: &Path, text: &str) -> Result<PathBuf> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)
            .map_err(|error| format!("create {}: {error}", parent.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("write {}: {error}", path.display()))?;
    Ok(path.to_path_buf())
}

fn format_files(files: &[PathBuf]) -> Result<()> {
    let status = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "skip_children=true"])
        .args(files.iter().filter(|file| !file.ends_with("schemas.rs")))
        .status()
        .map_err(|error| format!("run rustfmt: {error}"))?;
    if status.success() { Ok(()) } else { Err("rustfmt refused the generated code".to_owned()) }
}
