//! The way to a value inside an input, and how AWS writes it.

use std::fmt::Write;

/// How much of a map's key stands in a path, in bytes. A path is written for each value that is
/// absent, and a key may be as long as the body.
const MAX_KEY: usize = 1024;

/// One step from a value to one inside it.
#[derive(Clone, Debug)]
pub enum Step {
    /// A structure's member, by the model's name.
    Member(&'static str),
    /// A list's item, counted from one.
    Item(usize),
    /// A map's value, by the beginning of its key; made by [`Step::key`].
    Key(String),
}

impl Step {
    /// The step to the value of this key.
    pub fn key(key: &str) -> Self {
        Self::Key(head_of(key, MAX_KEY).to_owned())
    }
}

/// The beginning of a text, in whole characters, of at most so many bytes.
pub fn head_of(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// The path of steps, written as AWS does: `records.1.member.partitionKey`.
pub fn render(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        if !text.is_empty() {
            text.push('.');
        }
        match step {
            Step::Member(name) => {
                let mut letters = name.chars();
                text.extend(letters.next().map(|first| first.to_ascii_lowercase()));
                text.push_str(letters.as_str());
            }
            Step::Item(number) => {
                let _ = write!(text, "{number}.member");
            }
            Step::Key(key) => {
                let _ = write!(text, "{key}.member");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_aws_writes_them() {
        let path = [Step::Member("Records"), Step::Item(1), Step::Member("PartitionKey")];
        assert_eq!(render(&path), "records.1.member.partitionKey");
        assert_eq!(render(&[Step::Member("UUID")]), "uUID");
    }
}
