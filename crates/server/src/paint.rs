//! Colours, where somebody sees them: on a terminal, unless NO_COLOR says no (no-color.org).

use std::io::{IsTerminal, stdout};

/// Paints text, or leaves it as it is.
#[derive(Clone, Copy)]
pub struct Paint(pub bool);

impl Paint {
    /// For standard output.
    pub fn of_stdout() -> Self {
        let says = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let is_dumb = says("TERM").is_none_or(|term| term == "dumb");
        Self(stdout().is_terminal() && says("NO_COLOR").is_none() && !is_dumb)
    }

    /// What failed.
    pub fn red(self, text: &str) -> String {
        self.with("31", text)
    }

    /// What went well.
    pub fn green(self, text: &str) -> String {
        self.with("32", text)
    }

    /// What is not decided yet.
    pub fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }

    /// A heading.
    pub fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What matters less.
    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}
