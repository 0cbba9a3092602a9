//! Tokens by which clients make a transaction once, however often they ask.

use crate::Dynamodb;
use crate::records::transaction::{self, KEPT_MS, TRANSACTIONS, Transaction};
use bytes::Bytes;
use platform::{Context, Deadline, Deadlines, Error, Platform, Result, commit_if};
use sha2::{Digest, Sha256};
use shapes::Timestamp;
use shapes::dynamodb::errors::IDEMPOTENT_PARAMETER_MISMATCH_EXCEPTION;
use std::fmt::Write;
use std::sync::Arc;
use store::Batch;

/// The deadlines by which tokens are forgotten.
const KIND: &str = "dynamodb-transaction";

/// A client's token, and what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    key: Vec<u8>,
    digest: String,
}

/// What is known of a token: what stands in its row, if it is not too old.
#[derive(Debug)]
pub(crate) struct Known {
    row: Option<Bytes>,
    is_done: bool,
}

impl Known {
    /// Whether its transaction was made.
    pub fn is_done(&self) -> bool {
        self.is_done
    }
}

impl Token {
    /// The token of a request whose input is written so.
    pub fn new(cx: &Context, token: &str, input: &str) -> Self {
        let digest = Sha256::digest(input.as_bytes());
        let digest = digest.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        Self { key: transaction::key(&cx.account, &cx.region, token), digest }
    }

    /// What is known of it.
    ///
    /// # Errors
    /// It stands for another request.
    pub async fn look(&self, dynamodb: &Dynamodb, cx: &Context) -> Result<Known> {
        let tables = &*dynamodb.platform.store.tables;
        let found = TRANSACTIONS.get_with_bytes(tables, &self.key).await?;
        let Some((known, row)) = found else { return Ok(Known { row: None, is_done: false }) };
        if cx.now().millis() - known.made_ms >= KEPT_MS {
            return Ok(Known { row: Some(row), is_done: false });
        }
        if known.digest != self.digest {
            return Err(Error::new(
                &IDEMPOTENT_PARAMETER_MISMATCH_EXCEPTION,
                "The provided client request token does not match the request parameters used with it \
                 before",
            ));
        }
        Ok(Known { row: Some(row), is_done: known.is_done })
    }

    /// The batch of the transaction, which also notes that it is made.
    pub fn done(&self, cx: &Context, known: Known, batch: Batch) -> Result<Batch> {
        self.note(cx, known, true, batch)
    }

    /// Notes of a transaction that was cancelled what it was: AWS makes it anew if it comes again,
    /// but no other under its token.
    pub async fn reserve(&self, dynamodb: &Dynamodb, cx: &Context, known: Known) -> Result<()> {
        if known.row.is_some() {
            return Ok(());
        }
        let batch = self.note(cx, known, false, Batch::new())?;
        match dynamodb.platform.deadlines.commit(batch).await {
            // Somebody else has noted it.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn note(&self, cx: &Context, known: Known, is_done: bool, batch: Batch) -> Result<Batch> {
        let made_ms = cx.now().millis();
        let transaction = Transaction { digest: self.digest.clone(), made_ms, is_done };
        let row = TRANSACTIONS.encode(&transaction)?;
        let batch = match known.row {
            Some(row) => batch.equals(TRANSACTIONS.table, self.key.clone(), row),
            None => batch.absent(TRANSACTIONS.table, self.key.clone()),
        };
        let due = Timestamp(made_ms + KEPT_MS);
        let batch = batch.put(TRANSACTIONS.table, self.key.clone(), row);
        Ok(Deadlines::set(batch, &Deadline::new(KIND, self.key.clone(), due)))
    }
}

/// Forgets tokens when they are old.
pub(crate) fn keep_deadlines(platform: &Arc<Platform>) {
    let kept = Arc::downgrade(platform);
    platform.deadlines.register(KIND, move |deadline| {
        let kept = kept.clone();
        async move {
            match kept.upgrade() {
                Some(platform) => forget(&platform, deadline).await,
                None => Ok(()),
            }
        }
    });
}

async fn forget(platform: &Platform, deadline: Deadline) -> Result<()> {
    let tables = &*platform.store.tables;
    let found = TRANSACTIONS.get_with_bytes(tables, &deadline.id).await?;
    let batch = Deadlines::done(Batch::new(), &deadline);
    let batch = match found {
        Some((known, row)) if known.made_ms + KEPT_MS <= deadline.due.millis() => batch
            .equals(TRANSACTIONS.table, deadline.id.clone(), row)
            .delete(TRANSACTIONS.table, deadline.id.clone()),
        // A later transaction has a deadline of its own.
        _ => batch,
    };
    commit_if(tables, batch).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use std::time::Duration;

    #[tokio::test]
    async fn a_token_stands_for_one_request_for_ten_minutes() {
        let it = setting();
        let (dynamodb, cx) = (&*it.dynamodb, &it.cx);
        let (token, other) = (Token::new(cx, "t", "one"), Token::new(cx, "t", "two"));
        let known = token.look(dynamodb, cx).await.unwrap();
        token.reserve(dynamodb, cx, known).await.unwrap();
        assert!(!token.look(dynamodb, cx).await.unwrap().is_done());
        let error = other.look(dynamodb, cx).await.unwrap_err();
        assert_eq!(error.code(), "IdempotentParameterMismatchException");

        let known = token.look(dynamodb, cx).await.unwrap();
        let batch = token.done(cx, known, Batch::new()).unwrap();
        dynamodb.platform.deadlines.commit(batch).await.unwrap();
        assert!(token.look(dynamodb, cx).await.unwrap().is_done());
        it.clock.advance(Duration::from_secs(600));
        assert!(!other.look(dynamodb, cx).await.unwrap().is_done());
    }

    #[tokio::test]
    async fn old_tokens_are_forgotten() {
        let it = setting();
        let (dynamodb, cx) = (&*it.dynamodb, &it.cx);
        let token = Token::new(cx, "t", "one");
        let known = token.look(dynamodb, cx).await.unwrap();
        let batch = token.done(cx, known, Batch::new()).unwrap();
        dynamodb.platform.deadlines.commit(batch).await.unwrap();
        let due = Timestamp(cx.now().millis() + KEPT_MS);
        let deadline = Deadline::new(KIND, token.key.clone(), due);
        forget(&dynamodb.platform, deadline).await.unwrap();
        assert_eq!(TRANSACTIONS.get(cx.tables(), &token.key).await.unwrap(), None);
    }
}
