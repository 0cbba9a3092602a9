//! The values of versions.
//!
//! Table `secretsmanager-values`: account, region, name, version → what `s` and the text, or `b` and
//! the bytes, are sealed to.
//!
//! Table `secretsmanager-keys`: `value-key` → 32 random bytes.

use crate::{SecretsManager, errors};
use bytes::Bytes;
use platform::{Context, Error, Platform, Result, Secret, scoped};
use store::{Batch, Table};

/// The longest value.
const MOST_BYTES: usize = 65_536;

const VALUES: Table = Table("secretsmanager-values");

/// The key that values are sealed with.
pub fn key(platform: &Platform) -> Secret {
    Secret::new(platform, Table("secretsmanager-keys"), "value-key")
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Bytes.
    Binary(Bytes),
}

impl Value {
    /// The value of a request, if it has one.
    ///
    /// # Errors
    /// It has two, or is too long: the model counts characters, and AWS bytes.
    pub fn given(text: Option<String>, binary: Option<Bytes>) -> Result<Option<Self>> {
        if text.as_ref().is_some_and(|text| text.len() > MOST_BYTES) {
            return Err(errors::invalid("The value of a secret can have 65536 bytes at most."));
        }
        match (text, binary) {
            (Some(_), Some(_)) => Err(errors::invalid(
                "You can't specify both a binary secret value and a string secret value in the same \
                 secret.",
            )),
            (Some(text), None) => Ok(Some(Self::Text(text))),
            (None, Some(binary)) => Ok(Some(Self::Binary(binary))),
            (None, None) => Ok(None),
        }
    }

    /// The two members of an answer.
    pub fn shown(self) -> (Option<String>, Option<Bytes>) {
        match self {
            Self::Text(text) => (Some(text), None),
            Self::Binary(binary) => (None, Some(binary)),
        }
    }

    fn encode(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => [b"s", text.as_bytes()].concat(),
            Self::Binary(binary) => [b"b", &binary[..]].concat(),
        }
    }

    fn decode(plain: Vec<u8>) -> Result<Self> {
        match plain.split_first() {
            Some((b's', text)) => {
                let text = String::from_utf8(text.to_vec()).map_err(Error::internal)?;
                Ok(Self::Text(text))
            }
            Some((b'b', binary)) => Ok(Self::Binary(Bytes::copy_from_slice(binary))),
            _ => Err(Error::internal("a secret's value is of no known kind")),
        }
    }
}

impl SecretsManager {
    /// What is kept of a version's value.
    pub async fn seal(&self, cx: &Context, at: (&str, &str), value: &Value) -> Result<Bytes> {
        let sealed = self.key.seal(&place(cx, at), &value.encode()).await?;
        Ok(sealed.into())
    }

    /// The value of a version, by its secret's name and its id.
    pub async fn open(&self, cx: &Context, at: (&str, &str)) -> Result<Option<Value>> {
        let Some(sealed) = cx.tables().get(VALUES, &row(cx, at)).await? else { return Ok(None) };
        let plain = self.key.open(&place(cx, at), &sealed).await?;
        Value::decode(plain).map(Some)
    }
}

/// The batch, which also keeps a version's value.
pub fn kept(batch: Batch, cx: &Context, at: (&str, &str), sealed: Bytes) -> Batch {
    batch.put(VALUES, row(cx, at), sealed)
}

/// The batch, which also forgets a version's value.
pub fn forgotten(batch: Batch, cx: &Context, at: (&str, &str)) -> Batch {
    batch.delete(VALUES, row(cx, at))
}

/// An id may have a zero byte, and stands last.
fn row(cx: &Context, (name, version): (&str, &str)) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name, version])
}

/// Where a value belongs, and opens.
fn place(cx: &Context, at: (&str, &str)) -> Vec<u8> {
    row(cx, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing;

    #[test]
    fn values_of_both_kinds_come_back() {
        for value in [Value::Text("ü".into()), Value::Binary(Bytes::from_static(b"\0\xff"))] {
            assert_eq!(Value::decode(value.encode()).unwrap(), value);
        }
        assert!(Value::decode(b"x".to_vec()).is_err() && Value::decode(Vec::new()).is_err());
        let both = Value::given(Some("a".into()), Some(Bytes::new()));
        assert!(both.unwrap_err().message.starts_with("You can't specify both"));
        let of = |length: usize| Value::given(Some("ü".repeat(length)), None);
        assert!(of(32_768).is_ok() && of(32_769).is_err());
    }

    #[tokio::test]
    async fn the_first_layout_is_still_read() {
        let (platform, _) = testing::platform();
        let cx = testing::context(&platform);
        let service = SecretsManager::new(platform.clone());
        let tables = cx.tables();
        let key = Batch::new().put(Table("secretsmanager-keys"), "value-key", vec![7; 32]);
        tables.commit(key).await.unwrap();
        let stored = base64_simd::STANDARD.decode_to_vec(SEALED_FIRST).unwrap();
        let row = kept(Batch::new(), &cx, ("n", "v"), stored.into());
        tables.commit(row).await.unwrap();
        let opened = service.open(&cx, ("n", "v")).await.unwrap();
        assert_eq!(opened, Some(Value::Text("open sesame".into())));
    }

    /// What a first version's process has written.
    const SEALED_FIRST: &str = "AQABAgMEBQYHCAkKCxe4MrwhmVRUJ/ubMHY/WY/OCntRkvHe7ktPd9g=";
}
