//! What the rooms that run in the simulator do without, so that the same seed gives the same world:
//! orders that are another in each process, threads, and clocks of their own.

use crate::Result;
use crate::sources::{code, is_test};
use std::path::Path;

/// The rooms. Lambda and the engines on disk run beside the simulator.
const ROOMS: &[&str] = &[
    "crates/platform/src",
    "crates/select/src",
    "crates/store/src",
    "crates/pipelines/src",
    "crates/services/cloudwatch/src",
    "crates/services/dynamodb/src",
    "crates/services/kinesis/src",
    "crates/services/s3/src",
    "crates/services/sns/src",
    "crates/services/sqs/src",
    "crates/services/iam/src",
    "crates/services/sts/src",
    "crates/services/logs/src",
    "crates/sim/src",
];

/// Words that their code does not use, and what it uses instead.
const BANNED: &[(&str, &str)] = &[
    ("HashMap", "its order is another in each process; use BTreeMap"),
    ("HashSet", "its order is another in each process; use BTreeSet"),
    ("RandomState", "it is another in each process"),
    ("watch::", "its waiters are woken in a random order; use platform::Wakeups or Bell"),
    ("tokio::time", "use platform::Clock"),
    ("thread::", "threads run in an order of their own; spawn a task"),
    ("spawn_blocking", "threads run in an order of their own; spawn a task"),
    ("block_in_place", "threads run in an order of their own; spawn a task"),
    ("thread_rng", "use platform::Ids"),
];

/// Where such a word may stand, and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("crates/platform/src/clock.rs", "tokio::time", "the machine's clock"),
    ("crates/platform/src/clock.rs", "watch::", "the clock of tests that do not count steps"),
    ("crates/platform/src/testing.rs", "tokio::time", "bounds a test that would hang"),
    ("crates/store/src/faulty.rs", "HashMap", "looked up by the kind of call only"),
    ("crates/pipelines/src/live.rs", "HashMap", "looked up by the task's id only"),
    ("crates/pipelines/src/live.rs", "watch::", "each has one waiter, the mapping's task"),
    ("crates/platform/src/lease.rs", "watch::", "each has one waiter, who holds the lease"),
    ("crates/services/sns/src/outbox/mod.rs", "watch::", "they wake others at the end only"),
    ("crates/services/sns/src/signing.rs", "spawn_blocking", "a bare message is not signed"),
    ("crates/services/sns/src/http/client.rs", "spawn_blocking", "no world has such endpoints"),
    (
        "crates/services/kinesis/src/channels/content.rs",
        "spawn_blocking",
        "the channels of worlds compress nothing",
    ),
    ("crates/sim/src/main.rs", "thread::", "runs worlds, each on one thread, side by side"),
];

/// Complaints about a file, if it is of one of the rooms.
pub fn complaints(root: &Path, name: &str, text: &str) -> Result<Vec<String>> {
    if !ROOMS.iter().any(|room| name.starts_with(room)) || is_test(&root.join(name))? {
        return Ok(Vec::new());
    }
    Ok(in_code(name, text))
}

fn in_code(name: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = code(text).lines().map(str::trim).collect();
    let mut complaints = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| !line.starts_with("//")) {
        let mut complain = |what: &str, why: &str| {
            complaints.push(format!("{name}:{}: {what}: {why}", index + 1));
        };
        for (word, why) in BANNED.iter().filter(|(word, _)| has_word(line, word)) {
            if !is_allowed(name, word) {
                complain(word, why);
            }
        }
        let next = lines[index + 1..].iter().find(|line| !line.starts_with("//"));
        let biased = line.contains("biased;") || next.is_some_and(|line| *line == "biased;");
        if line.contains("select!") && !biased {
            complain("select!", "begins at a random branch; let it be biased");
        }
    }
    complaints
}

/// Whether a line has a word, and not only another one that ends with it, as `cloudwatch::` with `watch::`.
fn has_word(line: &str, word: &str) -> bool {
    let begins = |at: usize| !line[..at].ends_with(|it: char| it.is_alphanumeric() || it == '_');
    line.match_indices(word).any(|(at, _)| begins(at))
}

fn is_allowed(name: &str, word: &str) -> bool {
    ALLOWED.iter().any(|(file, allowed, _)| *file == name && *allowed == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        in_code("crates/platform/src/a.rs", text)
    }

    #[test]
    fn what_makes_an_order_of_its_own_is_found() {
        assert_eq!(found("use std::collections::HashMap;\n").len(), 1);
        assert_eq!(found("let x = 1;\ntokio::time::sleep(d)\n")[0].split(": ").count(), 3);
        assert_eq!(found("use tokio::sync::watch::Sender;\n").len(), 1);
        assert!(found("use shapes::cloudwatch::ops::*;\n").is_empty());
        assert!(found("// A HashMap would not do.\nuse std::collections::BTreeMap;\n").is_empty());
        assert!(found("#[cfg(test)]\nmod tests {\n    use std::thread::spawn;\n}\n").is_empty());
    }

    #[test]
    fn a_choice_between_what_is_ready_has_an_order() {
        assert_eq!(found("tokio::select! {\n    a = b => {}\n}\n").len(), 1);
        assert!(
            found("tokio::select! {\n    // First.\n    biased;\n    a = b => {}\n}\n").is_empty()
        );
        assert!(found("tokio::select! { biased; a = b => {} }\n").is_empty());
    }

    #[test]
    fn a_word_is_allowed_where_it_is_said_to_be() {
        assert!(in_code("crates/sim/src/main.rs", "thread::scope()\n").is_empty());
        assert_eq!(in_code("crates/sim/src/world.rs", "thread::scope()\n").len(), 1);
    }
}
