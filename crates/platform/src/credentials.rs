//! Who an access key belongs to.
//!
//! Table `credentials`: access key id → JSON of [`AccessKey`]. Only keys that were issued here are
//! kept; the process adds its configured root key in memory.

use crate::{Clock, DEFAULT_ACCOUNT, Ids, KeyUse, KeyUses, Principal, Records, Result, is_account};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use std::sync::Arc;
use store::{Batch, Table, Tables};

static KEYS: Records<AccessKey> = Records::new(Table("credentials"));

/// How long a key is known after its end, in milliseconds, so that whoever shows it is told that it has
/// ended, and not that it never was.
const KNOWN_AFTER_END_MS: i64 = 7 * 24 * 3600 * 1000;

/// An access key and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    /// `AKIA…` for lasting keys, `ASIA…` for temporary ones.
    pub id: String,
    /// The secret that signatures are made with.
    pub secret: String,
    /// What temporary credentials must show along with the signature.
    pub session_token: Option<String>,
    /// When it ends, in milliseconds since the epoch.
    pub expires_ms: Option<i64>,
    /// Whom it stands for.
    pub principal: Principal,
    /// Whether it is kept and signs nothing meanwhile.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inactive: bool,
}

/// The access keys of this installation.
#[derive(Clone)]
pub struct Credentials {
    tables: Arc<dyn Tables>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    uses: Arc<KeyUses>,
}

impl Credentials {
    pub(crate) fn new(tables: Arc<dyn Tables>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { tables, clock, ids, uses: Arc::default() }
    }

    /// A key that was issued here, expired or not, and active or not.
    pub async fn find(&self, id: &str) -> Result<Option<AccessKey>> {
        KEYS.get(&*self.tables, id.as_bytes()).await
    }

    /// Makes a temporary key, durably.
    pub async fn issue(&self, principal: Principal, lifetime_ms: i64) -> Result<AccessKey> {
        let now = self.clock.now();
        let key = AccessKey {
            id: format!("ASIA{}", self.ids.base32(16)),
            secret: self.ids.hex(20),
            session_token: Some(self.ids.hex(64)),
            expires_ms: Some(now.millis() + lifetime_ms),
            principal,
            inactive: false,
        };
        let batch = Batch::new().put(KEYS.table, key.id.as_bytes(), KEYS.encode(&key)?);
        self.tables.commit(batch).await?;
        Ok(key)
    }

    /// A lasting key, which is none before it is kept ([`Credentials::kept`]).
    pub fn lasting(&self, principal: Principal) -> AccessKey {
        AccessKey {
            id: format!("AKIA{}", self.ids.base32(16)),
            secret: self.ids.hex(20),
            session_token: None,
            expires_ms: None,
            principal,
            inactive: false,
        }
    }

    /// The batch that changes whom a key stands for, which also keeps the key as it is now.
    ///
    /// # Errors
    /// None that a key can cause.
    pub fn kept(&self, batch: Batch, key: &AccessKey) -> Result<Batch> {
        Ok(batch.put(KEYS.table, key.id.as_bytes(), KEYS.encode(key)?))
    }

    /// The batch that changes whom a key stood for, which also forgets the key.
    pub fn forgotten(&self, batch: Batch, id: &str) -> Batch {
        self.uses.forgotten(batch, id).delete(KEYS.table, id.as_bytes())
    }

    /// Notes that a user's key has signed a request for a service in a region.
    pub async fn used(&self, id: &str, service: &str, region: &str) {
        let now_ms = self.clock.now().millis();
        self.uses.note(&*self.tables, id, now_ms, (service, region)).await;
    }

    /// The last use of a user's key, as far as it is known: what a process noted in its last minute
    /// may be gone with it, or for others where there are very many.
    ///
    /// # Errors
    /// The storage's.
    pub async fn last_use(&self, id: &str) -> Result<Option<KeyUse>> {
        self.uses.last(&*self.tables, id).await
    }

    /// Forgets the keys that ended long ago. Gives how many.
    pub async fn sweep(&self) -> Result<usize> {
        let before = Timestamp(self.clock.now().millis() - KNOWN_AFTER_END_MS);
        let ended = |key: &AccessKey| key.expires_ms.is_some_and(|at| Timestamp(at) < before);
        let keys = KEYS.scan(&*self.tables, store::Scan::prefix(b"")).await?;
        let gone: Vec<_> = keys.iter().filter(|(_, key)| ended(key)).collect();
        let batch = gone.iter().fold(Batch::new(), |b, (id, _)| b.delete(KEYS.table, &id[..]));
        if !gone.is_empty() {
            self.tables.commit(batch).await?;
        }
        Ok(gone.len())
    }

    /// Whom a key that was not issued here stands for: an id of twelve digits is the root of that
    /// account, any other the root of the default account.
    pub fn by_convention(id: &str) -> Principal {
        Principal::root(if is_account(id) { id } else { DEFAULT_ACCOUNT })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = r#"{"id":"ASIA1","secret":"s","session_token":"t","expires_ms":5,
            "principal":{"AssumedRole":{"account":"1","role":"R","role_id":"AROA1",
            "session":"s"}}}"#;
        let key = KEYS.decode(b"ASIA1", stored.as_bytes()).unwrap();
        assert_eq!(key.principal.arn("us-east-1"), "arn:aws:sts::1:assumed-role/R/s");
        assert_eq!(KEYS.decode(b"ASIA1", &KEYS.encode(&key).unwrap()).unwrap(), key);
        for (stored, principal) in [
            (r#"{"Root":{"account":"1"}}"#, Principal::root("1")),
            (
                r#"{"User":{"account":"1","path":"/","name":"ann","user_id":"AIDA1"}}"#,
                Principal::User {
                    account: "1".into(),
                    path: "/".into(),
                    name: "ann".into(),
                    user_id: "AIDA1".into(),
                },
            ),
            (r#"{"Service":{"name":"n"}}"#, Principal::service("n")),
        ] {
            assert_eq!(serde_json::from_str::<Principal>(stored).unwrap(), principal);
        }
    }

    #[test]
    fn twelve_digits_are_an_account() {
        assert_eq!(Credentials::by_convention("123456789012"), Principal::root("123456789012"));
        assert_eq!(Credentials::by_convention("test"), Principal::root(DEFAULT_ACCOUNT));
    }
}
