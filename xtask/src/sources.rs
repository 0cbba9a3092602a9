//! The sources: which files there are, and which of their lines are tests.

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// The Rust files of folders, each by its name from the root and its text, in the order of their
/// names. What is generated is left out.
pub fn all(root: &Path, folders: &[&str]) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for folder in folders {
        rust_files(&root.join(folder), &mut files);
    }
    let read = |file: &PathBuf| {
        let text =
            fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok((file.strip_prefix(root).unwrap_or(file).display().to_string(), text))
    };
    files.iter().map(read).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "generated" && name != "target" && name != "node_modules" {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

/// Whether the whole file is a module of tests, or within one: what declares it says so.
pub fn is_test(path: &Path) -> Result<bool> {
    let Some(folder) = path.parent() else { return Ok(false) };
    let is_within = folder.file_name().is_some_and(|name| name != "src");
    if path.ends_with("mod.rs") {
        return if is_within { is_test(folder) } else { Ok(false) };
    }
    Ok(is_declared_as_test(path)? || (is_within && is_test(folder)?))
}

fn is_declared_as_test(path: &Path) -> Result<bool> {
    let (Some(folder), Some(module)) = (path.parent(), path.file_stem()) else { return Ok(false) };
    let declaration = format!("#[cfg(test)]\nmod {};", module.display());
    let beside = folder.with_extension("rs");
    for declares in [folder.join("lib.rs"), folder.join("mod.rs"), folder.join("main.rs"), beside] {
        match fs::read_to_string(&declares) {
            Ok(text) if text.contains(&declaration) => return Ok(true),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{}: {error}", declares.display())),
        }
    }
    Ok(false)
}

/// A file's text without the tests at its foot.
pub fn code(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |tests| &text[..tests])
}
