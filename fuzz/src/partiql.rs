//! Statements of PartiQL.
//!
//! - No text makes the reading panic, nor memory out of proportion.
//! - What is refused is refused in a sentence, at bytes that the text has.
//! - A blank line behind a statement changes nothing.

use crate::memory;
use dynamodb::probe;

/// Tries one input: a statement.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read =
        memory::within("a statement", 256 * data.len() + (1 << 20), || probe::statement(text));
    match read {
        Ok(source) => {
            let again = probe::statement(&format!("{text}\n"));
            assert_eq!(again.as_deref(), Ok(source.as_str()));
        }
        Err((at, message)) => {
            assert!(!message.is_empty());
            assert!(text.get(at.clone()).is_some(), "{at:?} of {}", text.len());
        }
    }
}
