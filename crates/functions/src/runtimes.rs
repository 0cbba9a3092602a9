//! Every runtime name AWS accepts and how it is run here.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, PoisonError},
};

use crate::{
    executables::{Node, find_node},
    node_sdk,
    python::interpreters::{self, Interpreter},
};

/// What executes a runtime's functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A Python interpreter; the version asked for. The nearest one at hand is run.
    Python {
        /// 2 or 3.
        major: u32,
        /// The number after the dot.
        minor: u32,
    },
    /// Node.js; the major version asked for. The one at hand is run.
    Node {
        /// The number in `nodejs20.x`.
        major: u32,
    },
    /// The package's own `bootstrap` executable.
    Provided,
    /// Not run here; the text says what is missing.
    Unsupported(&'static str),
}

/// One runtime name of the Lambda API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runtime {
    /// The name in `CreateFunction`.
    pub name: &'static str,
    /// How it is run.
    pub family: Family,
}

impl Runtime {
    /// Whether functions of this runtime can be run at all.
    pub fn is_supported(&self) -> bool {
        !matches!(self.family, Family::Unsupported(_))
    }
}

const fn python(name: &'static str, minor: u32) -> Runtime {
    Runtime { name, family: Family::Python { major: 3, minor } }
}

const fn node(name: &'static str, major: u32) -> Runtime {
    Runtime { name, family: Family::Node { major } }
}

const fn provided(name: &'static str) -> Runtime {
    Runtime { name, family: Family::Provided }
}

const fn missing(name: &'static str, why: &'static str) -> Runtime {
    Runtime { name, family: Family::Unsupported(why) }
}

const NO_JAVA: &str = "Java functions are not run by this server";
const NO_DOTNET: &str = ".NET functions are not run by this server";
const NO_RUBY: &str = "Ruby functions are not run by this server";
const NO_GO: &str = "go1.x is retired; compile a bootstrap for provided.al2023";
const NO_OLD: &str = "the runtime is retired";

/// Every value of the Lambda model's `Runtime` enumeration.
pub const RUNTIMES: &[Runtime] = &[
    missing("nodejs", NO_OLD),
    missing("nodejs4.3", NO_OLD),
    missing("nodejs4.3-edge", NO_OLD),
    missing("nodejs6.10", NO_OLD),
    missing("nodejs8.10", NO_OLD),
    node("nodejs10.x", 10),
    node("nodejs12.x", 12),
    node("nodejs14.x", 14),
    node("nodejs16.x", 16),
    node("nodejs18.x", 18),
    node("nodejs20.x", 20),
    node("nodejs22.x", 22),
    node("nodejs24.x", 24),
    node("nodejs26.x", 26),
    missing("python2.7", NO_OLD),
    python("python3.6", 6),
    python("python3.7", 7),
    python("python3.8", 8),
    python("python3.9", 9),
    python("python3.10", 10),
    python("python3.11", 11),
    python("python3.12", 12),
    python("python3.13", 13),
    python("python3.14", 14),
    python("python3.15", 15),
    provided("provided"),
    provided("provided.al2"),
    provided("provided.al2023"),
    missing("custom", "custom is no runtime of zip packages; use provided.al2023"),
    missing("java8", NO_JAVA),
    missing("java8.al2", NO_JAVA),
    missing("java8.al2023", NO_JAVA),
    missing("java11", NO_JAVA),
    missing("java11.al2023", NO_JAVA),
    missing("java17", NO_JAVA),
    missing("java17.al2023", NO_JAVA),
    missing("java21", NO_JAVA),
    missing("java25", NO_JAVA),
    missing("dotnetcore1.0", NO_DOTNET),
    missing("dotnetcore2.0", NO_DOTNET),
    missing("dotnetcore2.1", NO_DOTNET),
    missing("dotnetcore3.1", NO_DOTNET),
    missing("dotnet6", NO_DOTNET),
    missing("dotnet8", NO_DOTNET),
    missing("dotnet10", NO_DOTNET),
    missing("go1.x", NO_GO),
    missing("ruby2.5", NO_RUBY),
    missing("ruby2.7", NO_RUBY),
    missing("ruby3.2", NO_RUBY),
    missing("ruby3.3", NO_RUBY),
    missing("ruby3.4", NO_RUBY),
    missing("ruby4.0", NO_RUBY),
];

/// The entry of a runtime's name, if AWS knows the name.
pub fn find_runtime(name: &str) -> Option<&'static Runtime> {
    RUNTIMES.iter().find(|runtime| runtime.name == name)
}

/// What the operator was told: once each, and never in a function's log.
#[derive(Default)]
pub(crate) struct Told {
    said: Mutex<BTreeSet<String>>,
    /// What runs the functions of a runtime that is not here.
    instead: Mutex<BTreeMap<String, String>>,
}

impl Told {
    /// Another version runs a runtime's functions.
    pub(crate) fn stands_in(&self, runtime: &str, instead: &str) {
        self.say(format!("{runtime} is not on this machine; its functions run on {instead}"));
        let mut all = self.instead.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(runtime).is_none_or(|known| known != instead) {
            all.insert(runtime.to_owned(), instead.to_owned());
        }
    }

    /// What was found to run a runtime's functions in its place.
    pub(crate) fn instead_of(&self, runtime: &str) -> Option<String> {
        self.instead.lock().unwrap_or_else(PoisonError::into_inner).get(runtime).cloned()
    }

    /// Writes it into the server's log, unless it stands there.
    pub(crate) fn say(&self, what: String) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if !said.contains(&what) {
            tracing::warn!("{what}");
            said.insert(what);
        }
    }
}

/// What one runtime name runs on here; a line of `doctor`'s report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeReport {
    /// The runtime's name.
    pub runtime: &'static str,
    /// The interpreter's path and version, absent when there is none.
    pub interpreter: Option<String>,
    /// Whether the interpreter is of the version asked for.
    pub exact: bool,
    /// For Python: whether the interpreter has boto3 by itself.
    pub boto3: Option<bool>,
    /// A phrase for the operator: what is missing, or empty.
    pub note: String,
}

/// Which runtime names run on what on this machine. Starts interpreters to ask their versions,
/// so it takes some hundred milliseconds; do not call it on the request path. `installs_boto3` as
/// in [`Config`](crate::Config): it counts when an interpreter is chosen.
pub fn runtime_report(installs_boto3: bool) -> Vec<RuntimeReport> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let pythons = interpreters::find_all();
    let node = find_node(&path);
    let report = |runtime: &Runtime| match runtime.family {
        Family::Python { minor, .. } => of_python(runtime.name, minor, &pythons, installs_boto3),
        Family::Node { major } => of_node(runtime.name, major, node.as_ref(), installs_boto3),
        Family::Provided => of_provided(runtime.name),
        Family::Unsupported(why) => absent(runtime.name, why),
    };
    RUNTIMES.iter().map(report).collect()
}

fn absent(runtime: &'static str, why: &str) -> RuntimeReport {
    let note = why.to_owned();
    RuntimeReport { runtime, interpreter: None, exact: false, boto3: None, note }
}

fn of_python(
    runtime: &'static str,
    minor: u32,
    found: &[Interpreter],
    installs_boto3: bool,
) -> RuntimeReport {
    let Some(python) = interpreters::nearest(found, minor, installs_boto3) else {
        return absent(runtime, "there is no Python 3 on this machine");
    };
    let exact = python.version.1 == minor;
    let mut notes = Vec::new();
    if !exact {
        notes.push("another version runs in its place");
    }
    if !python.boto3 {
        notes.push(match installs_boto3 {
            true => "boto3 is installed by pip, once, when it is first needed",
            false => "boto3 is not there",
        });
    }
    RuntimeReport {
        runtime,
        interpreter: Some(format!("{} ({})", python.path.display(), python.version_text())),
        exact,
        boto3: Some(python.boto3),
        note: notes.join("; "),
    }
}

fn of_node(
    runtime: &'static str,
    major: u32,
    found: Option<&Node>,
    installs_sdk: bool,
) -> RuntimeReport {
    let Some(node) = found else {
        return absent(runtime, "there is no Node.js on this machine");
    };
    let exact = node.major() == Some(major);
    let mut notes = Vec::new();
    if !exact {
        notes.push("another version runs in its place");
    }
    if major >= node_sdk::FIRST_MAJOR {
        notes.push(match (installs_sdk, node_sdk::npm(node)) {
            (true, Some(_)) => "the AWS SDK is installed by npm, once, when it is first needed",
            (true, None) => "npm, which would install the AWS SDK, is not there",
            (false, _) => "the AWS SDK is there only where it was installed before",
        });
    }
    RuntimeReport {
        runtime,
        interpreter: Some(format!("{} ({})", node.path.display(), node.version)),
        exact,
        boto3: None,
        note: notes.join("; "),
    }
}

fn of_provided(runtime: &'static str) -> RuntimeReport {
    let note = "runs on this machine's own system, not on Amazon Linux".to_owned();
    let interpreter = Some("the package's bootstrap".to_owned());
    RuntimeReport { runtime, interpreter, exact: true, boto3: None, note }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found() {
        for (index, runtime) in RUNTIMES.iter().enumerate() {
            let first = RUNTIMES.iter().position(|other| other.name == runtime.name);
            assert_eq!(first, Some(index), "{} appears twice", runtime.name);
            assert_eq!(find_runtime(runtime.name), Some(runtime));
        }
        assert_eq!(find_runtime("python3.9 "), None);
    }

    #[test]
    fn every_name_is_reported_and_a_substitute_is_said() {
        let reports = runtime_report(true);
        assert_eq!(reports.len(), RUNTIMES.len());
        let python = Interpreter {
            path: "/usr/bin/python3".into(),
            version: (3, 11, 2),
            boto3: false,
            prefixes: Vec::new(),
        };
        let report = of_python("python3.9", 9, std::slice::from_ref(&python), true);
        assert_eq!(report.interpreter.as_deref(), Some("/usr/bin/python3 (3.11.2)"));
        assert!(!report.exact && report.note.starts_with("another version"), "{report:?}");
        assert_eq!(of_python("python3.9", 9, &[], true).interpreter, None);
    }

    #[test]
    fn the_missions_runtime_is_supported_and_java_is_not() {
        assert!(find_runtime("python3.9").unwrap().is_supported());
        assert!(find_runtime("provided.al2023").unwrap().is_supported());
        assert!(!find_runtime("java21").unwrap().is_supported());
    }
}
