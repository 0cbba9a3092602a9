//! Keys of KMS by which tables are encrypted ("DynamoDB encryption at rest").
//!
//! A table without one is encrypted by a key that AWS owns, of which nobody is told anything. A key is asked
//! in the name of who reads or writes items, where they are meant ([`Dynamodb::table`]): AWS keeps the table's
//! key in memory for five minutes per caller. What DynamoDB says was recorded from AWS.

use crate::errors::{bad_parameter, in_use, invalid, limit_exceeded};
use crate::records::table::{Sse, TableRecord};
use crate::{Dynamodb, tables::Table};
use platform::{Context, Encrypted, Error, KeyRefusal, Limits, Principal, Result, described_key};
use shapes::ErrorShape;
use shapes::dynamodb::errors::INTERNAL_SERVER_ERROR;
use shapes::dynamodb::{SSEDescription, SSESpecification};
use shapes::{Timestamp, dynamodb as wire};
use std::sync::Arc;

/// As keys and conditions name it.
const SERVICE: &str = "dynamodb";
/// The key that every account has.
const OWN_KEY: &str = "alias/aws/dynamodb";

/// How often a table's key is changed in a day, and how long it is between changes from then on.
const CHANGES: usize = 4;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const APART_S: i64 = 6 * 60 * 60;

/// What a request wants a table to be encrypted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A key that AWS owns.
    Owned,
    /// This key, by its ARN.
    Key {
        /// The ARN.
        arn: String,
        /// Whether the request named it so.
        is_by_arn: bool,
    },
}

impl Wanted {
    /// What is kept of a table that is made with it.
    pub(crate) fn of_new_table(&self) -> Option<Sse> {
        match self {
            Self::Owned => None,
            Self::Key { arn, .. } => Some(Sse { key: Some(arn.clone()), ..Sse::default() }),
        }
    }
}

/// What a specification asks for: the name of a key, or none.
///
/// # Errors
/// Its members do not go together.
fn named(given: &SSESpecification) -> Result<Option<&str>> {
    let (kind, key) = (given.sse_type.as_deref(), given.kms_master_key_id.as_deref());
    if given.enabled == Some(false) || (given.enabled, kind, key) == (None, None, None) {
        return match (kind, key) {
            (Some(_), _) => Err(bad_parameter("SSEType can not be specified if Enabled is false")),
            (_, Some(_)) => {
                Err(bad_parameter("KMSMasterKeyId can not be specified if Enabled is false"))
            }
            (None, None) => Ok(None),
        };
    }
    match (kind, key) {
        (Some("AES256"), _) => Err(bad_parameter("SSEType AES256 is not supported")),
        (None, Some(_)) => {
            Err(bad_parameter("SSEType KMS is required if KMSMasterKeyId is specified"))
        }
        (_, key) => Ok(Some(key.unwrap_or(OWN_KEY))),
    }
}

impl Sse {
    /// Changes the key of a table.
    ///
    /// # Errors
    /// It is the same, is being changed, or was changed too often.
    fn change(&mut self, wanted: &Wanted, at: &At) -> Result<()> {
        let key = match wanted {
            Wanted::Owned if self.key.is_none() => {
                return Err(bad_parameter("Table is already encrypted by default"));
            }
            Wanted::Key { arn, is_by_arn: true } if self.key.as_ref() == Some(arn) => {
                return Err(bad_parameter(
                    "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId \
                     parameter if you want to change Master Key",
                ));
            }
            Wanted::Owned => None,
            Wanted::Key { arn, .. } => Some(arn.clone()),
        };
        self.check_settled(at.now_ms)?;
        self.changes_ms.retain(|time| at.now_ms - time < DAY_MS);
        if at.is_limited {
            self.check_often(at.now_ms)?;
        }
        self.changes_ms.push(at.now_ms);
        self.key = key;
        self.until_ms = at.until_ms;
        self.inaccessible_ms = None;
        Ok(())
    }

    /// Refuses what cannot be done while a key is being changed.
    ///
    /// # Errors
    /// It is.
    pub(crate) fn check_settled(&self, now_ms: i64) -> Result<()> {
        match self.until_ms {
            Some(until_ms) if now_ms < until_ms => {
                Err(in_use("Server-Side Encryption is still being updated"))
            }
            _ => Ok(()),
        }
    }

    fn check_often(&self, now_ms: i64) -> Result<()> {
        let (Some(first), Some(last)) = (self.changes_ms.first(), self.changes_ms.last()) else {
            return Ok(());
        };
        if self.changes_ms.len() < CHANGES || now_ms - last >= APART_S * 1000 {
            return Ok(());
        }
        Err(limit_exceeded(format!(
            "Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending \
             at {}. After the first {CHANGES} change, each subsequent change in the same window can \
             be performed at most once every {APART_S} seconds. Number of updates today: {}. Last \
             change at {}",
            Timestamp(first + DAY_MS).iso8601_millis(),
            self.changes_ms.len(),
            Timestamp(*last).iso8601_millis(),
        )))
    }
}

/// When a key is changed.
struct At {
    now_ms: i64,
    until_ms: Option<i64>,
    is_limited: bool,
}

impl Dynamodb {
    /// What a request wants, after KMS was asked for the key in the caller's name.
    ///
    /// # Errors
    /// AWS's, for members that do not go together and keys that cannot be used.
    pub(crate) async fn wanted_encryption(
        &self,
        cx: &Context,
        table: &str,
        given: Option<&SSESpecification>,
    ) -> Result<Option<Wanted>> {
        let Some(given) = given else { return Ok(None) };
        let Some(key) = named(given)? else { return Ok(Some(Wanted::Owned)) };
        let described = described_key(cx, SERVICE, key).await;
        let described = described.map_err(|error| self.as_dynamodb_says(error))?;
        let arn = described.arn.unwrap_or_default();
        self.check_key(cx, table, &arn).await?;
        // DynamoDB uses a customer's key by a grant, which whoever names the key makes.
        if described.key_manager.as_deref() != Some("AWS") {
            let granted = Encrypted::new(SERVICE, &arn, &[]).check_grant(cx).await;
            granted.map_err(|error| self.as_dynamodb_says(error))?;
        }
        let is_by_arn = arn == key;
        Ok(Some(Wanted::Key { arn, is_by_arn }))
    }

    /// Changes by what a table is encrypted.
    ///
    /// # Errors
    /// AWS's.
    pub(crate) fn change_encryption(
        &self,
        table: &mut TableRecord,
        wanted: &Wanted,
        now_ms: i64,
    ) -> Result<()> {
        let takes_ms = i64::try_from(self.config.transition.as_millis()).unwrap_or(i64::MAX);
        let until_ms = (takes_ms > 0).then(|| now_ms.saturating_add(takes_ms));
        let is_limited = self.config.limits == Limits::Aws;
        let mut sse = table.sse.take().unwrap_or_default();
        sse.change(wanted, &At { now_ms, until_ms, is_limited })?;
        table.sse = Some(sse);
        Ok(())
    }

    /// Refuses who may not use the key of a table's items.
    ///
    /// # Errors
    /// What DynamoDB says of such a key.
    pub(crate) async fn check_encryption(&self, cx: &Context, table: &TableRecord) -> Result<()> {
        match table.encryption_key() {
            Some(key) => self.check_key(cx, &table.name, key).await,
            None => Ok(()),
        }
    }

    async fn check_key(&self, cx: &Context, table: &str, key: &str) -> Result<()> {
        let pairs = [("aws:dynamodb:tableName", table), ("aws:dynamodb:subscriberId", &cx.account)];
        let encrypted = Encrypted::new(SERVICE, key, &pairs);
        encrypted.check_decrypt(cx).await.map_err(|error| self.as_dynamodb_says(error))
    }

    /// The table, after its key was looked at: since when it cannot be used lies in its record.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn with_key_looked_at(
        &self,
        cx: &Context,
        table: Arc<Table>,
    ) -> Result<Arc<Table>> {
        let Some(key) = table.encryption_key() else { return Ok(table) };
        // By a grant, as which the account's root stands.
        let own = cx.acting_as(Principal::root(&*cx.account));
        let pairs =
            [("aws:dynamodb:tableName", &*table.name), ("aws:dynamodb:subscriberId", &cx.account)];
        let looked = Encrypted::new(SERVICE, key, &pairs).check_decrypt(&own).await;
        let is_accessible = match looked {
            Ok(()) => true,
            Err(error) if KeyRefusal::of(&error).is_some() => false,
            Err(error) => return Err(error),
        };
        let was = table.sse.as_ref().and_then(|sse| sse.inaccessible_ms);
        if is_accessible == was.is_none() {
            return Ok(table);
        }
        let (now_ms, key) = (cx.now().millis(), key.to_owned());
        let (table, ()) = self
            .change_table(cx, &table.name, |record, _| {
                if let Some(sse) = record.sse.as_mut().filter(|sse| sse.key.as_ref() == Some(&key))
                {
                    sse.inaccessible_ms = (!is_accessible).then_some(now_ms);
                }
                Ok(())
            })
            .await?;
        Ok(table)
    }

    /// What DynamoDB says where KMS refuses.
    fn as_dynamodb_says(&self, error: Error) -> Error {
        static ACCESS_DENIED: ErrorShape = ErrorShape::client("AccessDeniedException", 400);
        let told = |what: &str, class: &str, words: &str, code: &str| {
            let id = self.platform.ids.uuid();
            format!(
                "KMS {what} error: com.amazonaws.services.kms.model.{class}: {words} (Service: \
                 AWSKMS; Status Code: 400; Error Code: {code}; Request ID: {id}; Proxy: null)"
            )
        };
        let (words, code) = (&*error.message, error.code());
        match KeyRefusal::of(&error) {
            None => error,
            Some(KeyRefusal::Disabled) => invalid(told("key disabled", code, words, code)),
            Some(KeyRefusal::State | KeyRefusal::NotFound) => {
                invalid(told("validation", code, words, code))
            }
            Some(KeyRefusal::Denied) => Error::new(
                &ACCESS_DENIED,
                told("key access denied", "AWSKMSException", words, code),
            ),
            Some(KeyRefusal::Usage) => {
                let words = "EncryptionContext is supported only when creating a grant for a \
                             symmetric encryption KMS key.";
                let words = told("internal", "AWSKMSException", words, "ValidationException");
                Error::new(&INTERNAL_SERVER_ERROR, words)
            }
        }
    }
}

impl TableRecord {
    /// The ARN of the key of KMS that encrypts it, if one does.
    pub(crate) fn encryption_key(&self) -> Option<&str> {
        self.sse.as_ref()?.key.as_deref()
    }
}

/// What descriptions tell of a table's encryption: nothing of a key that AWS owns.
pub(crate) fn description(table: &TableRecord, now_ms: i64) -> Option<wire::SSEDescription> {
    let sse = table.sse.as_ref()?;
    let is_updating = sse.check_settled(now_ms).is_err();
    if sse.key.is_none() && !is_updating {
        return None;
    }
    let status = if is_updating { "UPDATING" } else { "ENABLED" };
    let key = sse.key.as_deref();
    Some(SSEDescription {
        inaccessible_encryption_date_time: sse.inaccessible_ms.map(Timestamp),
        ..described(status, key)
    })
}

/// Whether a table's key was seen to be of no use.
pub(crate) fn is_inaccessible(table: &TableRecord) -> bool {
    table.sse.as_ref().is_some_and(|sse| sse.inaccessible_ms.is_some())
}

/// What the answer to a change tells: the key that the table had.
pub(crate) fn changing(before: &TableRecord) -> SSEDescription {
    described("UPDATING", before.encryption_key())
}

fn described(status: &str, key: Option<&str>) -> SSEDescription {
    SSEDescription {
        status: Some(status.to_owned()),
        sse_type: key.map(|_| "KMS".to_owned()),
        kms_master_key_arn: key.map(str::to_owned),
        inaccessible_encryption_date_time: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(enabled: Option<bool>, kind: Option<&str>, key: Option<&str>) -> SSESpecification {
        let (sse_type, kms_master_key_id) = (kind.map(str::to_owned), key.map(str::to_owned));
        SSESpecification { enabled, sse_type, kms_master_key_id }
    }

    #[test]
    fn what_is_specified_goes_together_or_is_refused() {
        let own = Some(OWN_KEY);
        for (enabled, kind, key, named_key) in [
            (None, None, None, None),
            (Some(false), None, None, None),
            (Some(true), None, None, own),
            (None, Some("KMS"), None, own),
            (Some(true), Some("KMS"), Some("k"), Some("k")),
        ] {
            assert_eq!(named(&given(enabled, kind, key)).unwrap(), named_key);
        }
        for (enabled, kind, key, words) in [
            (Some(false), Some("KMS"), None, "SSEType can not be specified if Enabled is false"),
            (
                Some(false),
                None,
                Some("k"),
                "KMSMasterKeyId can not be specified if Enabled is false",
            ),
            (Some(true), Some("AES256"), None, "SSEType AES256 is not supported"),
            (Some(true), None, Some("k"), "SSEType KMS is required if KMSMasterKeyId is specified"),
        ] {
            let error = named(&given(enabled, kind, key)).unwrap_err();
            assert!(error.message.ends_with(words), "{error}");
        }
    }

    #[test]
    fn keys_are_changed_so_often_a_day() {
        let key = |arn: &str, is_by_arn| Wanted::Key { arn: arn.to_owned(), is_by_arn };
        let at = |now_ms| At { now_ms, until_ms: Some(now_ms + 10), is_limited: true };
        let mut sse = Sse::default();
        let words = |result: Result<()>| result.unwrap_err().message;
        assert!(words(sse.change(&Wanted::Owned, &at(0))).ends_with("encrypted by default"));
        sse.change(&key("a", true), &at(0)).unwrap();
        let again = words(sse.change(&key("a", true), &at(100)));
        assert!(again.contains("already encrypted with given KMSMasterKeyId"), "{again}");
        let early = sse.change(&key("b", true), &at(9)).unwrap_err();
        assert_eq!(early.code(), "ResourceInUseException");
        // By another name than its ARN, the same key counts as a change.
        for now_ms in [100, 200, 300] {
            sse.change(&key("a", false), &at(now_ms)).unwrap();
        }
        let often = words(sse.change(&Wanted::Owned, &at(400)));
        assert!(often.contains("Number of updates today: 4. Last change at 1970-01-01T00:00:00"));
        sse.change(&Wanted::Owned, &at(300 + APART_S * 1000)).unwrap();
        assert_eq!((sse.key, sse.changes_ms.len()), (None, 5));
    }
}
