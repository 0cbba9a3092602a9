//! Keys of KMS by which services encrypt what they keep for others: whether a caller may use one.
//!
//! A service that keeps something under a key asks KMS in its caller's name before it writes
//! (`GenerateDataKey`) and before it reads (`Decrypt`), with its own encryption context, as a dry run. What
//! KMS said holds for a while, as data keys do that AWS's services keep in memory, and no longer than until
//! something happens to a key in this process.

use crate::{Arn, Context, Error, Result};
use shapes::kms::errors::DRY_RUN_OPERATION_EXCEPTION;
use shapes::kms::ops::{CreateGrant, Decrypt, DescribeKey, GenerateDataKey};
use shapes::kms::{
    CreateGrantRequest, DecryptRequest, DescribeKeyRequest, GenerateDataKeyRequest, KeyMetadata,
};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// How long a data key is used again, where its service has no knob for that.
pub const REUSED_MS: i64 = 5 * 60 * 1000;

/// How many answers a process remembers. With more it asks anew.
const MOST: usize = 10_000;

/// What this process knows of keys.
#[derive(Default)]
pub struct EncryptionKeys {
    /// How often something has happened to a key.
    changes: AtomicU64,
    /// Until when who was let through needs not ask again, and as of which change.
    known: Mutex<BTreeMap<String, (u64, i64)>>,
}

impl EncryptionKeys {
    /// Something has happened to a key: whoever uses one asks again.
    pub fn changed(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
    }

    fn knows(&self, asked: &str, now_ms: i64) -> bool {
        let changes = self.changes.load(Ordering::Acquire);
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(asked).is_some_and(|(as_of, until_ms)| *as_of == changes && now_ms < *until_ms)
    }

    fn note(&self, asked: String, as_of: u64, until_ms: i64) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(asked, (as_of, until_ms));
    }
}

/// Something that a service keeps encrypted for somebody.
#[derive(Clone, Copy, Debug)]
pub struct Encrypted<'a> {
    /// The service, as its endpoint names it: `kinesis`.
    pub service: &'static str,
    /// The key, however it is named.
    pub key: &'a str,
    /// The encryption context.
    pub pairs: &'a [(&'a str, &'a str)],
    /// How long a data key is used again; with 0, not at all.
    pub reused_ms: i64,
}

/// What is to be done with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Encrypt,
    Decrypt,
}

impl<'a> Encrypted<'a> {
    /// Of a service that uses a data key again for five minutes.
    pub fn new(service: &'static str, key: &'a str, pairs: &'a [(&'a str, &'a str)]) -> Self {
        Self { service, key, pairs, reused_ms: REUSED_MS }
    }

    /// Whether the key is the one that AWS has for the service in each account, which nobody can disable,
    /// and which is not asked.
    pub fn is_own(&self) -> bool {
        is_own_key(self.service, self.key)
    }

    /// Refuses who may not encrypt with the key.
    ///
    /// # Errors
    /// What KMS says.
    pub async fn check_encrypt(&self, cx: &Context) -> Result<()> {
        self.check(cx, Use::Encrypt).await
    }

    /// Refuses who may not decrypt with the key.
    ///
    /// # Errors
    /// What KMS says.
    pub async fn check_decrypt(&self, cx: &Context) -> Result<()> {
        self.check(cx, Use::Decrypt).await
    }

    /// Refuses who may not let the service use the key from now on, by a grant. Keys of AWS's own have none.
    ///
    /// # Errors
    /// What KMS says.
    pub async fn check_grant(&self, cx: &Context) -> Result<()> {
        if self.is_own() {
            return Ok(());
        }
        let input = CreateGrantRequest {
            key_id: self.key.to_owned(),
            grantee_principal: Some(format!("{}.{}.amazonaws.com", self.service, cx.region)),
            operations: ["Decrypt", "Encrypt", "GenerateDataKey"].map(str::to_owned).into(),
            dry_run: Some(true),
            ..Default::default()
        };
        match cx.clone().via(via(self.service)).call::<CreateGrant>(input).await {
            Err(error) if !error.is(&DRY_RUN_OPERATION_EXCEPTION) => Err(error),
            _ => Ok(()),
        }
    }

    async fn check(&self, cx: &Context, to: Use) -> Result<()> {
        if self.is_own() {
            return Ok(());
        }
        let keys = &cx.platform().encryption_keys;
        let (asked, now_ms) = (self.name(cx, to), cx.now().millis());
        if keys.knows(&asked, now_ms) {
            return Ok(());
        }
        let as_of = keys.changes.load(Ordering::Acquire);
        let there = cx.clone().via(via(self.service));
        let tried = match to {
            Use::Encrypt => there.call::<GenerateDataKey>(self.encrypting()).await.map(drop),
            Use::Decrypt => there.call::<Decrypt>(self.decrypting()).await.map(drop),
        };
        match tried {
            Err(error) if !error.is(&DRY_RUN_OPERATION_EXCEPTION) => Err(error),
            _ => {
                if self.reused_ms > 0 {
                    keys.note(asked, as_of, now_ms.saturating_add(self.reused_ms));
                }
                Ok(())
            }
        }
    }

    fn encrypting(&self) -> GenerateDataKeyRequest {
        GenerateDataKeyRequest {
            key_id: self.key.to_owned(),
            key_spec: Some("AES_256".to_owned()),
            encryption_context: Some(self.context()),
            dry_run: Some(true),
            ..Default::default()
        }
    }

    fn decrypting(&self) -> DecryptRequest {
        DecryptRequest {
            key_id: Some(self.key.to_owned()),
            encryption_context: Some(self.context()),
            dry_run: Some(true),
            dry_run_modifiers: Some(vec!["IGNORE_CIPHERTEXT".to_owned()]),
            ..Default::default()
        }
    }

    fn context(&self) -> BTreeMap<String, String> {
        self.pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    /// What is asked, by whom and where.
    fn name(&self, cx: &Context, to: Use) -> String {
        let mut name = format!(
            "{to:?} {} {} {} {} {}",
            self.service,
            self.key,
            cx.account,
            cx.region,
            cx.caller_arn()
        );
        for (pair, value) in self.pairs {
            name.push('\n');
            name.push_str(pair);
            name.push('=');
            name.push_str(value);
        }
        name
    }
}

/// Whether this names the key that AWS has for a service in each account.
pub fn is_own_key(service: &str, key: &str) -> bool {
    let alias = match key.starts_with("arn:") {
        true => Arn::parse(key).filter(|arn| arn.service == "kms").map(|arn| arn.resource),
        false => Some(key),
    };
    alias.and_then(|alias| alias.strip_prefix("alias/aws/")) == Some(service)
}

/// What KMS tells of a key, in the caller's name.
///
/// # Errors
/// What KMS says.
pub async fn described_key(cx: &Context, service: &'static str, key: &str) -> Result<KeyMetadata> {
    let input = DescribeKeyRequest { key_id: key.to_owned(), ..Default::default() };
    let described = cx.clone().via(via(service)).call::<DescribeKey>(input).await?;
    described.key_metadata.ok_or_else(|| Error::internal("KMS told nothing of a key"))
}

/// A service as conditions are told of it. Its name lives as long as the process: there are few.
fn via(service: &'static str) -> &'static str {
    match service {
        "dynamodb" => "dynamodb.amazonaws.com",
        "kinesis" => "kinesis.amazonaws.com",
        "lambda" => "lambda.amazonaws.com",
        "logs" => "logs.amazonaws.com",
        "secretsmanager" => "secretsmanager.amazonaws.com",
        "sns" => "sns.amazonaws.com",
        "sqs" => "sqs.amazonaws.com",
        "ssm" => "ssm.amazonaws.com",
        other => other,
    }
}

/// Why KMS lets nobody use a key, for the words of another service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRefusal {
    /// The caller may not.
    Denied,
    /// It is disabled.
    Disabled,
    /// It is to be deleted, or in another state in which it cannot be used.
    State,
    /// There is none.
    NotFound,
    /// It is of another kind.
    Usage,
}

impl KeyRefusal {
    /// What an answer of KMS comes to. `None` where it is not about the key, such as a failure.
    pub fn of(error: &Error) -> Option<Self> {
        match error.code() {
            "AccessDeniedException" => Some(Self::Denied),
            "DisabledException" => Some(Self::Disabled),
            "KMSInvalidStateException" => Some(Self::State),
            "NotFoundException" | "InvalidArnException" => Some(Self::NotFound),
            "InvalidKeyUsageException" | "IncorrectKeyException" => Some(Self::Usage),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, platform};
    use crate::{Handler, operations};
    use shapes::kms::errors::DISABLED_EXCEPTION;
    use shapes::kms::{DecryptResponse, GenerateDataKeyResponse};
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::time::Duration;

    /// A KMS with one key.
    #[derive(Default)]
    struct OneKey {
        is_disabled: AtomicBool,
        calls: AtomicU64,
    }

    impl OneKey {
        fn answer<T>(&self, via: Option<&str>) -> Result<T> {
            assert_eq!(via, Some("sqs.amazonaws.com"));
            self.calls.fetch_add(1, Ordering::Relaxed);
            Err(match self.is_disabled.load(Ordering::Relaxed) {
                true => Error::new(&DISABLED_EXCEPTION, "it is disabled."),
                false => Error::new(&DRY_RUN_OPERATION_EXCEPTION, "it would."),
            })
        }
    }

    impl Handler<GenerateDataKey> for OneKey {
        async fn handle(
            &self,
            cx: &Context,
            _: GenerateDataKeyRequest,
        ) -> Result<GenerateDataKeyResponse> {
            self.answer(cx.service_on_the_way())
        }
    }

    impl Handler<Decrypt> for OneKey {
        async fn handle(&self, cx: &Context, _: DecryptRequest) -> Result<DecryptResponse> {
            self.answer(cx.service_on_the_way())
        }
    }

    #[tokio::test]
    async fn who_was_let_through_asks_again_when_it_is_time_or_a_key_has_changed() {
        let (platform, clock) = platform();
        let kms = Arc::new(OneKey::default());
        platform.serve(operations![kms => Decrypt, GenerateDataKey]);
        let cx = testing::context(&platform);
        let pairs = [("aws:sqs:arn", "q")];
        let it = Encrypted::new("sqs", "k", &pairs);
        let calls = || kms.calls.load(Ordering::Relaxed);
        for _ in 0..2 {
            it.check_encrypt(&cx).await.unwrap();
        }
        assert_eq!(calls(), 1);
        it.check_decrypt(&cx).await.unwrap();
        assert_eq!(calls(), 2);
        clock.advance(Duration::from_millis(REUSED_MS.unsigned_abs()));
        it.check_encrypt(&cx).await.unwrap();
        assert_eq!(calls(), 3);
        kms.is_disabled.store(true, Ordering::Relaxed);
        it.check_encrypt(&cx).await.unwrap();
        platform.encryption_keys.changed();
        let error = it.check_encrypt(&cx).await.unwrap_err();
        assert_eq!(KeyRefusal::of(&error), Some(KeyRefusal::Disabled));
        // What was refused is not kept.
        kms.is_disabled.store(false, Ordering::Relaxed);
        it.check_encrypt(&cx).await.unwrap();
    }

    #[test]
    fn awss_own_keys_are_known_by_their_aliases() {
        for (key, is_own) in [
            ("alias/aws/sqs", true),
            ("arn:aws:kms:us-east-1:000000000000:alias/aws/sqs", true),
            ("alias/aws/sns", false),
            ("alias/sqs", false),
            ("arn:aws:sqs:us-east-1:000000000000:alias/aws/sqs", false),
        ] {
            assert_eq!(is_own_key("sqs", key), is_own, "{key}");
        }
    }
}
