//! A transaction that was made under a client's token, so that it is not made again.
//!
//! Table `dynamodb-transactions`: account, region, token → JSON of [`Transaction`].

use platform::{Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static TRANSACTIONS: Records<Transaction> = Records::new(Table("dynamodb-transactions"));

/// How long a token stands for its transaction ("TransactWriteItems" in the API reference).
pub const KEPT_MS: i64 = 10 * 60 * 1000;

/// A transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// What tells it from another: a digest of its input, in hexadecimal digits.
    pub digest: String,
    /// When it was made, or cancelled.
    pub made_ms: i64,
    /// Whether it was made.
    pub is_done: bool,
}

/// The key of a transaction's row.
pub fn key(account: &str, region: &str, token: &str) -> Vec<u8> {
    scoped(account, region, &[token])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"digest":"00ff","made_ms":5,"is_done":true}"#;
        let transaction = TRANSACTIONS.decode(b"k", stored).unwrap();
        let expected = Transaction { digest: "00ff".to_owned(), made_ms: 5, is_done: true };
        assert_eq!(transaction, expected);
        assert_eq!(TRANSACTIONS.encode(&transaction).unwrap(), &stored[..]);
    }
}
