//! Checks that the house is as ARCHITECTURE.md draws it: arrows between rooms, sizes of files and
//! functions, what a crate says of itself, what a room does without ([`replay`]), and the list of
//! tables ([`storage`]).

use crate::{Result, replay, sources, storage};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

const FILE_LINES: usize = 800;
const FUNCTION_LINES: usize = 70;

/// The drawn arrows: a room and the rooms it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("shapes", &[]),
    ("wire", &["shapes"]),
    ("store", &[]),
    ("store-local", &["store"]),
    ("store-kafka", &["store"]),
    ("store-objects", &["store"]),
    ("store-postgres", &["store"]),
    ("store-sealed", &["store"]),
    ("platform", &["shapes", "store"]),
    ("select", &[]),
    ("s3", &["platform", "select", "shapes", "store"]),
    ("lambda", &["platform", "shapes", "store", "functions"]),
    ("functions", &[]),
    ("pipelines", &["platform", "shapes", "store"]),
    ("gateway", &["wire", "platform", "shapes"]),
    (
        "sim",
        &[
            "cloudwatch",
            "dynamodb",
            "kinesis",
            "s3",
            "sns",
            "sqs",
            "pipelines",
            "platform",
            "shapes",
            "store",
        ],
    ),
    ("bench", &[]),
];

/// What a service may use of which nothing else is drawn.
const SERVICE: &[&str] = &["platform", "shapes", "store"];

/// The rooms that may use every other.
const USES_ALL: &[&str] = &["waterwheel", "xtask"];

/// Reports everything that is not as drawn.
pub fn run(root: &Path) -> Result<()> {
    let mut complaints = arrows(root)?;
    let files = sources::all(root, &["crates", "xtask", "bench", "tests", "examples", "fuzz"])?;
    for (name, text) in &files {
        complaints.extend(sizes(name, text));
        complaints.extend(replay::complaints(root, name, text)?);
        if name.ends_with("src/lib.rs")
            && !(text.contains("Knows:") && text.contains("ust not know"))
        {
            complaints.push(format!(
                "{name}: its first lines do not say what it knows and must not know"
            ));
        }
    }
    complaints.extend(silent_services(&files));
    complaints.extend(storage::run(root, true).err());
    if complaints.is_empty() {
        println!("tidy: {} files are as drawn", files.len());
        return Ok(());
    }
    Err(format!("not tidy:\n  {}", complaints.join("\n  ")))
}

/// Services of which no test says what their operations ask leave for.
fn silent_services(files: &[(String, String)]) -> Vec<String> {
    let mut says: BTreeMap<&str, bool> = BTreeMap::new();
    for (name, text) in files {
        let service = name.strip_prefix("crates/services/").and_then(|rest| rest.split_once('/'));
        if let Some((service, _)) = service {
            *says.entry(service).or_default() |= text.contains("check_asks(");
        }
    }
    let silent = says.into_iter().filter(|(_, says)| !says);
    let complain = |(service, _)| format!("service {service} has no test that calls check_asks");
    silent.map(complain).collect()
}

/// Dependencies between rooms that are not drawn. Tests may use more than the room itself.
fn arrows(root: &Path) -> Result<Vec<String>> {
    let output = Command::new("cargo")
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("run cargo metadata: {error}"))?;
    let metadata: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let drawn: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        if USES_ALL.contains(&name) {
            continue;
        }
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let of_a_service = manifest.contains("/crates/services/").then_some(&SERVICE);
        let Some(allowed) = drawn.get(name).or(of_a_service) else {
            complaints.push(format!("room {name} is not drawn in xtask/src/tidy.rs"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = dependency["name"].as_str().unwrap_or_default();
            let ours = dependency["path"].is_string() && dependency["kind"].is_null();
            if ours && !allowed.contains(&other) {
                complaints.push(format!("room {name} uses {other}: that arrow is not drawn"));
            }
        }
    }
    Ok(complaints)
}

/// Complaints about a file's length and its functions' lengths. Tests at the foot do not count
/// towards the file.
fn sizes(name: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    let code = lines.iter().position(|line| *line == "#[cfg(test)]").unwrap_or(lines.len());
    if code > FILE_LINES {
        complaints.push(format!("{name}: {code} lines, more than {FILE_LINES}"));
    }
    for (start, length) in functions(&lines) {
        if length > FUNCTION_LINES {
            complaints.push(format!(
                "{name}:{}: a function of {length} lines, more than {FUNCTION_LINES}",
                start + 1
            ));
        }
    }
    complaints
}

/// Where each function begins, and how many lines it has. In code that rustfmt formatted, a
/// function ends at the first `}` that is indented like its `fn`.
fn functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if !is_function(line.trim_start()) || line.trim_end().ends_with(['}', ';']) {
            continue;
        }
        let end = lines[start..].iter().position(|line| {
            line.len() - line.trim_start().len() == indent && matches!(line.trim(), "}" | "},")
        });
        if let Some(end) = end {
            found.push((start, end + 1));
        }
    }
    found
}

fn is_function(line: &str) -> bool {
    let words = ["pub", "pub(crate)", "pub(super)", "async", "const", "unsafe", "extern", "\"C\""];
    let mut rest = line;
    loop {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        match word {
            "fn" => return true,
            word if words.contains(&word) => rest = after,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_function_is_found_and_a_short_one_is_not() {
        let long = format!("pub async fn a() {{\n{}}}\nfn b() {{\n}}\n", "    x();\n".repeat(70));
        let complaints = sizes("f.rs", &long);
        assert_eq!(complaints, ["f.rs:1: a function of 72 lines, more than 70"]);
    }

    #[test]
    fn a_service_says_what_it_asks_for() {
        let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let files = [
            file("crates/services/a/src/lib.rs", ""),
            file("crates/services/a/src/asks.rs", "check_asks(&cx, &served, &examples);"),
            file("crates/services/b/src/lib.rs", ""),
        ];
        assert_eq!(silent_services(&files), ["service b has no test that calls check_asks"]);
    }

    #[test]
    fn tests_at_the_foot_do_not_make_a_file_long() {
        let tests = format!("{}#[cfg(test)]\n{}", "x\n".repeat(800), "y\n".repeat(500));
        assert!(sizes("f.rs", &tests).is_empty());
        assert_eq!(sizes("f.rs", &"x\n".repeat(801)).len(), 1);
    }
}
