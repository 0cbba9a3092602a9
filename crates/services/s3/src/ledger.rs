//! The blobs that no object or part has, or not yet ([`platform::Ledger`]).
//!
//! Table `s3.ledger`: content id → JSON of [`Entry`].

use crate::upload;
use platform::ledger::{Entry, Kind};
use platform::{Ledger, Platform, Records};
use std::sync::Arc;
use store::Table;

pub(crate) static LEDGER: Records<Entry> = Records::new(Table("s3.ledger"));

/// The ledger of S3's blobs.
pub(crate) fn of(platform: Arc<Platform>) -> Arc<Ledger> {
    let first = |ledger| -> platform::BoxFuture<'static, _> {
        Box::pin(async move { upload::clear_ended(&ledger).await })
    };
    Ledger::new(platform, Kind { records: &LEDGER, name: "s3", first })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let entry = LEDGER.decode(b"k", br#"["aa","bb"]"#).unwrap();
        assert_eq!(entry, Entry::Alone(vec!["aa".to_owned(), "bb".to_owned()]));
        assert_eq!(LEDGER.encode(&entry).unwrap(), &br#"["aa","bb"]"#[..]);
    }
}
