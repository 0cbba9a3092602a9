//! The command line.

use crate::Result;
use std::path::PathBuf;

const USAGE: &str = "usage: cargo xtask bench [--only NAME]... [--no-peers] [--write] [--runs N] \
                     [--keys N] [--binary FILE] [--list]";

/// How many keys a bucket of many has, where the command line does not say.
const KEYS: usize = 1_000_000;

/// What to measure, and how.
#[derive(Debug, PartialEq)]
pub struct Arguments {
    /// Names of rows, or beginnings of them that end in a dash; all rows where empty.
    pub only: Vec<String>,
    pub peers: bool,
    /// Whether docs/benchmarks.md is brought up to date.
    pub write: bool,
    /// Runs per figure, of which the median counts.
    pub runs: usize,
    /// How many keys a bucket of many has. The page tells of a million.
    pub keys: usize,
    /// The waterwheel binary.
    pub binary: PathBuf,
    pub list: bool,
    /// The words given, for the page.
    pub words: String,
}

impl Arguments {
    pub fn parse(words: impl Iterator<Item = String>) -> Result<Self> {
        let words: Vec<String> = words.collect();
        let mut arguments = Self {
            only: Vec::new(),
            peers: true,
            write: false,
            runs: 3,
            keys: KEYS,
            binary: PathBuf::from("target/release/waterwheel"),
            list: false,
            words: String::new(),
        };
        let mut rest = words.iter();
        let mut said = vec!["cargo xtask bench".to_owned()];
        while let Some(word) = rest.next() {
            let mut value = || rest.next().cloned().ok_or_else(|| USAGE.to_owned());
            match word.as_str() {
                "--only" => arguments.only.push(value()?),
                "--no-peers" => arguments.peers = false,
                "--write" => arguments.write = true,
                "--runs" => arguments.runs = value()?.parse().map_err(|_| USAGE)?,
                "--keys" => arguments.keys = value()?.parse().map_err(|_| USAGE)?,
                // Where the binary lies is this machine's own affair.
                "--binary" => {
                    arguments.binary = PathBuf::from(value()?);
                    continue;
                }
                "--list" => arguments.list = true,
                _ => return Err(format!("{word}? {USAGE}")),
            }
            said.push(word.clone());
            match word.as_str() {
                "--only" => said.extend(arguments.only.last().cloned()),
                "--runs" => said.push(arguments.runs.to_string()),
                "--keys" => said.push(arguments.keys.to_string()),
                _ => {}
            }
        }
        if arguments.runs == 0 {
            return Err(USAGE.to_owned());
        }
        if arguments.write && arguments.keys != KEYS {
            return Err(format!("--write tells of {KEYS} keys, and none other: {USAGE}"));
        }
        arguments.words = said.join(" ");
        Ok(arguments)
    }

    pub fn wants(&self, name: &str) -> bool {
        let is = |only: &String| name == only || (only.ends_with('-') && name.starts_with(only));
        self.only.is_empty() || self.only.iter().any(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments> {
        Arguments::parse(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn rows_are_chosen_by_the_beginning_of_their_name() {
        let some = parse(&["--only", "s3-", "--only", "start", "--runs", "5"]).unwrap();
        assert!(some.wants("s3-put") && some.wants("start") && !some.wants("started"));
        assert_eq!(some.words, "cargo xtask bench --only s3- --only start --runs 5");
        assert!(parse(&[]).unwrap().wants("anything"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for words in [
            &["--fast"][..],
            &["--only"],
            &["--runs", "0"],
            &["--runs", "x"],
            &["--write", "--keys", "9"],
        ] {
            assert!(parse(words).is_err(), "{words:?}");
        }
    }
}
