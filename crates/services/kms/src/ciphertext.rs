//! What a ciphertext is made of, and the material of keys.
//!
//! Table `kms.secrets`: `material-key` → 32 random bytes.
//!
//! A ciphertext: 1, the key's id (16 bytes), its account (8 bytes, a number), the place of the material
//! (2 bytes), salt (16), nonce (12), text, tag (16). Each is encrypted (AES-256-GCM) with a key of its own,
//! which follows from material and salt, so that random nonces do for as many as there may be. What
//! stands before the text is authenticated, and so are the region and the encryption context.

use crate::keys::Found;
use crate::names::{Named, Reference};
use crate::records::key::{Key, Material};
use crate::{Kms, errors};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use platform::{Context, Error, Platform, Result, Secret};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use shapes::checksum;
use std::collections::BTreeMap;
use store::Table;

/// Pairs that are authenticated beside what is encrypted.
pub type Pairs = BTreeMap<String, String>;

const VERSION: u8 = 1;
const SALT: usize = 16;
/// What stands before the salt.
const HEAD: usize = 1 + 16 + 8 + 2;

/// What material is sealed with.
pub fn seal(platform: &Platform) -> Secret {
    Secret::new(platform, Table("kms.secrets"), "material-key")
}

/// What a ciphertext says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The key's account.
    pub account: String,
    /// Its id.
    pub key: String,
    /// The place of the material.
    material: u16,
}

impl Head {
    /// The beginning of a ciphertext, if it is one.
    pub fn read(blob: &[u8]) -> Option<Self> {
        let (head, _) = blob.split_at_checked(HEAD).filter(|(head, _)| head[0] == VERSION)?;
        let hex = checksum::hex(&head[1..17]);
        let ends = [0, 8, 12, 16, 20, 32];
        let parts: Vec<_> = ends.windows(2).map(|pair| &hex[pair[0]..pair[1]]).collect();
        let number = u64::from_be_bytes(head[17..25].try_into().ok()?);
        let material = u16::from_be_bytes(head[25..27].try_into().ok()?);
        let account = format!("{number:012}");
        (account.len() == 12).then(|| Self { account, key: parts.join("-"), material })
    }

    /// The key that made it.
    pub fn reference(&self) -> Reference {
        Reference { account: self.account.clone(), named: Named::Key(self.key.clone()) }
    }

    fn write(&self) -> Option<Vec<u8>> {
        let hex: String = self.key.chars().filter(|it| *it != '-').collect();
        let digit = |at: usize| hex.get(at..at + 2).and_then(|it| u8::from_str_radix(it, 16).ok());
        let id: Option<Vec<u8>> = (0..16).map(|index| digit(index * 2)).collect();
        let account: u64 = self.account.parse().ok()?;
        let (account, material) = (account.to_be_bytes(), self.material.to_be_bytes());
        Some([&[VERSION][..], &id?, &account, &material].concat())
    }
}

/// What is authenticated with a ciphertext. Lengths keep one pair from looking like two.
fn authenticated(region: &str, head: &[u8], pairs: &Pairs) -> Vec<u8> {
    let mut all = head.to_vec();
    let texts =
        std::iter::once(region).chain(pairs.iter().flat_map(|(key, value)| [&**key, value]));
    for text in texts {
        all.extend_from_slice(&(text.len() as u64).to_be_bytes());
        all.extend_from_slice(text.as_bytes());
    }
    all
}

fn cipher(material: &[u8], salt: &[u8]) -> Result<LessSafeKey> {
    let derived = Hmac::<sha2::Sha256>::new_from_slice(material).map_err(Error::internal)?;
    let derived = derived.chain_update(b"ciphertext").chain_update(salt).finalize().into_bytes();
    let key = UnboundKey::new(&AES_256_GCM, &derived).map_err(Error::internal)?;
    Ok(LessSafeKey::new(key))
}

impl Kms {
    /// New material for a key that is to be, or is, there.
    pub async fn material(
        &self,
        place: (&str, &str),
        key: (&str, &str),
        on_demand: bool,
    ) -> Result<Material> {
        let (id, spec) = key;
        let mut bytes = vec![0; if spec.starts_with("HMAC") { 64 } else { 32 }];
        self.platform.ids.fill(&mut bytes);
        let material = self.platform.ids.hex(32);
        let sealed = self.seal.seal(&at(place, id, &material), &bytes).await?;
        Ok(Material {
            id: material,
            sealed: base64_simd::STANDARD.encode_to_string(sealed),
            since_ms: self.platform.clock.now().millis(),
            on_demand,
        })
    }

    async fn opened(&self, cx: &Context, found: &Found, material: &Material) -> Result<Vec<u8>> {
        let sealed =
            base64_simd::STANDARD.decode_to_vec(&material.sealed).map_err(Error::internal)?;
        let place = at((&found.account, &cx.region), &found.key.id, &material.id);
        self.seal.open(&place, &sealed).await
    }

    /// Encrypts with a key's newest material. The context's pairs are needed to read it again.
    pub async fn encrypt(
        &self,
        cx: &Context,
        found: &Found,
        plain: &[u8],
        pairs: &Pairs,
    ) -> Result<Bytes> {
        let (place, material) = newest(&found.key)?;
        let account = found.account.clone();
        let head = Head { account, key: found.key.id.clone(), material: place };
        let head = head.write().ok_or_else(|| Error::internal("a key's id is none"))?;
        let (mut salt, mut nonce) = ([0; SALT], [0; NONCE_LEN]);
        self.platform.ids.fill(&mut salt);
        self.platform.ids.fill(&mut nonce);
        let cipher = cipher(&self.opened(cx, found, material).await?, &salt)?;
        let mut text = plain.to_vec();
        let aad = Aad::from(authenticated(&cx.region, &head, pairs));
        let unique = Nonce::assume_unique_for_key(nonce);
        cipher.seal_in_place_append_tag(unique, aad, &mut text).map_err(Error::internal)?;
        Ok([&head[..], &salt, &nonce, &text].concat().into())
    }

    /// What a ciphertext of this key was made of, and the id of its material.
    ///
    /// # Errors
    /// `InvalidCiphertextException` where it is none, is damaged, or was made with other pairs.
    pub async fn decrypt(
        &self,
        cx: &Context,
        found: &Found,
        blob: &[u8],
        pairs: &Pairs,
    ) -> Result<(Bytes, String)> {
        let strange = errors::strange_ciphertext;
        let head = Head::read(blob).ok_or_else(strange)?;
        let material = found.key.materials.get(usize::from(head.material)).ok_or_else(strange)?;
        let (head, rest) = blob.split_at_checked(HEAD).ok_or_else(strange)?;
        let (salt, rest) = rest.split_at_checked(SALT).ok_or_else(strange)?;
        let (nonce, text) = rest.split_at_checked(NONCE_LEN).ok_or_else(strange)?;
        let cipher = cipher(&self.opened(cx, found, material).await?, salt)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| strange())?;
        let aad = Aad::from(authenticated(&cx.region, head, pairs));
        let mut text = text.to_vec();
        let plain = cipher.open_in_place(nonce, aad, &mut text).map_err(|_| strange())?;
        Ok((Bytes::copy_from_slice(plain), material.id.clone()))
    }

    /// The HMAC of a message, by the algorithm of the key's specification.
    pub async fn mac(&self, cx: &Context, found: &Found, message: &[u8]) -> Result<Vec<u8>> {
        macro_rules! of {
            ($hash:ty, $bytes:expr) => {{
                let mac = Hmac::<$hash>::new_from_slice($bytes).map_err(Error::internal)?;
                mac.chain_update(message).finalize().into_bytes().to_vec()
            }};
        }
        let (_, material) = newest(&found.key)?;
        let bytes = &self.opened(cx, found, material).await?[..];
        Ok(match found.key.spec.as_str() {
            "HMAC_224" => of!(sha2::Sha224, bytes),
            "HMAC_384" => of!(sha2::Sha384, bytes),
            "HMAC_512" => of!(sha2::Sha512, bytes),
            _ => of!(sha2::Sha256, bytes),
        })
    }
}

/// Where material belongs, and opens.
fn at((account, region): (&str, &str), key: &str, material: &str) -> Vec<u8> {
    platform::scoped(account, region, &[key, material])
}

fn newest(key: &Key) -> Result<(u16, &Material)> {
    let place = key.materials.len().checked_sub(1).and_then(|place| u16::try_from(place).ok());
    let found = place.zip(key.materials.last());
    found.ok_or_else(|| Error::internal("a key without material"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    fn pairs(all: &[(&str, &str)]) -> Pairs {
        all.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[tokio::test]
    async fn what_is_encrypted_opens_with_its_pairs_only() {
        let at = setting();
        let id = at.key().await;
        let found = at.service.find(&at.cx, &id).await.unwrap();
        let given = pairs(&[("a", "b"), ("c", "d")]);
        let blob = at.service.encrypt(&at.cx, &found, b"text", &given).await.unwrap();
        assert_eq!(Head::read(&blob).unwrap().key, id);
        let open = async |blob: &[u8], pairs: &Pairs| {
            let opened = at.service.decrypt(&at.cx, &found, blob, pairs).await;
            opened.map(|(plain, _)| plain).map_err(|error| error.code())
        };
        assert_eq!(open(&blob, &given).await.unwrap(), "text");
        let refused = Err("InvalidCiphertextException");
        for other in [pairs(&[]), pairs(&[("a", "b")]), pairs(&[("ab", "c"), ("d", "")])] {
            assert_eq!(open(&blob, &other).await, refused);
        }
        for length in 0..blob.len() {
            assert_eq!(open(&blob[..length], &given).await, refused, "{length}");
        }
        for place in 0..blob.len() {
            let mut changed = blob.to_vec();
            changed[place] ^= 1;
            assert_eq!(open(&changed, &given).await, refused, "{place}");
        }
    }

    #[tokio::test]
    async fn the_first_layout_is_still_read() {
        let at = setting();
        let tables = at.cx.tables();
        let key = store::Batch::new().put(Table("kms.secrets"), "material-key", vec![7; 32]);
        tables.commit(key).await.unwrap();
        let material = Material { id: "m".into(), sealed: SEALED.into(), ..Default::default() };
        let id = "1234abcd-12ab-34cd-56ef-1234567890ab".to_owned();
        let spec = "SYMMETRIC_DEFAULT".to_owned();
        let key = Key { id, spec, materials: vec![material], ..Default::default() };
        let found = Found::new(&at.cx, key, Bytes::new());
        let blob = base64_simd::STANDARD.decode_to_vec(BLOB).unwrap();
        let opened = at.service.decrypt(&at.cx, &found, &blob, &pairs(&[("a", "b")])).await;
        assert_eq!(opened.unwrap().0, "open sesame");
    }

    /// What a first version's process has written.
    const SEALED: &str =
        "Abm1AdHYVLtxgAIVkPf29iHvzIicjY9G3UzmGBOWW+gbOWNhZ5YPN38YUx6PGpQBdo4UvyetQsDcayAjog==";
    const BLOB: &str = "ARI0q80SqzTNVu8SNFZ4kKsAAAAAAAAAAAAApTw212zsmeB1hScSD7vnhag9fjXeGBdJlmdhdOQQWCf6u20kP8y2uIvxbJXh36O8YluDmIoUfw==";
}
