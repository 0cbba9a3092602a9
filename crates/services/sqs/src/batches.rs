//! What the batch operations have in common.

use crate::errors;
use platform::{Error, Result};
use shapes::Fault;
use shapes::sqs::{BatchResultErrorEntry, SERVICE};
use std::collections::BTreeSet;

/// The most entries of a batch.
const MOST: usize = 10;

/// Holds the ids of a batch against the rules. `kind` is how one of its entries is called.
///
/// # Errors
/// There are none, too many, two alike, or strange ones.
pub fn check<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<()> {
    let ids: Vec<_> = ids.collect();
    match ids.len() {
        0 => return Err(errors::empty_batch(kind)),
        count if count > MOST => return Err(errors::too_many_entries(count)),
        _ => {}
    }
    let mut seen = BTreeSet::new();
    for id in ids {
        let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
        if !(1..=80).contains(&id.len()) || !id.bytes().all(is_letter) {
            return Err(errors::strange_id());
        }
        if !seen.insert(id) {
            return Err(errors::repeated_id(id));
        }
    }
    Ok(())
}

/// What is said of an entry that failed: its error's code as it was before JSON.
pub fn failed(id: String, error: &Error) -> BatchResultErrorEntry {
    let codes = SERVICE.dialect.codes;
    let code = codes.map_or(error.code(), |codes| codes.error(error.code(), 0).0);
    BatchResultErrorEntry {
        id,
        sender_fault: error.shape.fault == Fault::Client,
        code: code.to_owned(),
        message: Some(error.message.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_one_to_ten_and_all_different() {
        let code = |ids: &[&str]| {
            check("Entry", ids.iter().copied()).map_err(|error| error.code().to_owned())
        };
        assert_eq!(code(&["a", "b-_9"]), Ok(()));
        assert_eq!(code(&[]), Err("EmptyBatchRequest".into()));
        assert_eq!(code(&["a"; 11]), Err("TooManyEntriesInBatchRequest".into()));
        assert_eq!(code(&["a", "a"]), Err("BatchEntryIdsNotDistinct".into()));
        assert_eq!(code(&["a b"]), Err("InvalidBatchEntryId".into()));
    }
}
