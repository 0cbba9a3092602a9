//! Signatures of messages, as "Verifying the signatures of Amazon SNS messages" describes them: RSA
//! with PKCS #1 v1.5, over SHA-1 (version 1) or SHA-256 (version 2).
//!
//! An installation has one key. It is made when it is first needed, which takes a tenth of a second
//! or two, and kept in the tables, so that every process signs with the same one.

use crate::certificate;
use crate::records::signer::{KEY, SIGNER, Signer as Kept};
use base64_simd::STANDARD as BASE64;
use platform::{Error, Ids, Platform, Result, commit_if};
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::{Pkcs1v15Sign, PrivateKey};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use store::Batch;
use tokio::sync::OnceCell;

/// How long the key is.
const BITS: usize = 2048;

/// How many signatures are remembered: one message goes to many, and is signed once.
const REMEMBERED: usize = 256;

/// How a text is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// With SHA-1.
    One,
    /// With SHA-256.
    Two,
}

impl Version {
    /// That of a topic's `SignatureVersion`.
    pub fn of(attribute: Option<&str>) -> Self {
        if attribute == Some("2") { Self::Two } else { Self::One }
    }

    /// As messages name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Two => "2",
        }
    }
}

/// A certificate, and what it is called.
#[derive(Clone)]
pub struct Certificate {
    /// PEM.
    pub text: Arc<str>,
    /// Its file name.
    pub name: Arc<str>,
}

struct Identity {
    key: Arc<PrivateKey>,
    certificate: Certificate,
}

/// A signature that is being made, or was.
type Promise = Arc<OnceCell<Arc<str>>>;

/// Signs for an installation.
pub struct Signer {
    platform: Arc<Platform>,
    identity: OnceCell<Identity>,
    remembered: Mutex<VecDeque<([u8; 32], Version, Promise)>>,
}

impl Signer {
    /// The signer of a store.
    pub fn new(platform: Arc<Platform>) -> Self {
        Self { platform, identity: OnceCell::new(), remembered: Mutex::default() }
    }

    /// A text's signature, in base64.
    ///
    /// # Errors
    /// The storage's, where the key is not known yet.
    pub async fn sign(&self, version: Version, text: &str) -> Result<Arc<str>> {
        let key = self.identity().await?.key.clone();
        let promise = self.promise(version, text);
        let made = promise.get_or_try_init(|| async {
            let (ids, text) = (self.platform.ids.clone(), text.to_owned());
            let work = move || signature(&key, &mut Chance(ids), version, text.as_bytes());
            tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
        });
        made.await.cloned()
    }

    /// What signatures are verified with.
    ///
    /// # Errors
    /// The storage's.
    pub async fn certificate(&self) -> Result<Certificate> {
        Ok(self.identity().await?.certificate.clone())
    }

    fn promise(&self, version: Version, text: &str) -> Promise {
        let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        let mut all = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().find(|(of, how, _)| *of == digest && *how == version);
        if let Some((_, _, promise)) = found {
            return promise.clone();
        }
        if all.len() == REMEMBERED {
            all.pop_front();
        }
        let promise = Promise::default();
        all.push_back((digest, version, promise.clone()));
        promise
    }

    async fn identity(&self) -> Result<&Identity> {
        self.identity.get_or_try_init(|| self.find()).await
    }

    async fn find(&self) -> Result<Identity> {
        let tables = &*self.platform.store.tables;
        loop {
            if let Some(kept) = SIGNER.get(tables, KEY).await? {
                return read(&kept);
            }
            let (ids, now) = (self.platform.ids.clone(), self.platform.clock.now());
            let made = tokio::task::spawn_blocking(move || make(&mut Chance(ids), now)).await;
            let value = SIGNER.encode(&made.map_err(Error::internal)??)?;
            let batch = Batch::new().absent(SIGNER.table, KEY).put(SIGNER.table, KEY, value);
            // Whether it was this one or another process's, it is read as it is kept.
            commit_if(tables, batch).await?;
        }
    }
}

fn make(chance: &mut Chance, now: shapes::Timestamp) -> Result<Kept> {
    let key = PrivateKey::new(chance, BITS).map_err(Error::internal)?;
    let der = key.to_pkcs8_der().map_err(Error::internal)?;
    let signing = rsa::pkcs1v15::SigningKey::<Sha256>::new(key);
    let certificate = certificate::make(&signing, chance, now)?;
    Ok(Kept { key: BASE64.encode_to_string(der.as_bytes()), certificate })
}

fn read(kept: &Kept) -> Result<Identity> {
    let der = BASE64.decode_to_vec(&kept.key).map_err(Error::internal)?;
    let key = Arc::new(PrivateKey::from_pkcs8_der(&der).map_err(Error::internal)?);
    let name = certificate::name(&kept.certificate).into();
    let certificate = Certificate { text: kept.certificate.as_str().into(), name };
    Ok(Identity { key, certificate })
}

fn signature(
    key: &PrivateKey,
    chance: &mut Chance,
    version: Version,
    text: &[u8],
) -> Result<Arc<str>> {
    let signed = match version {
        Version::One => key.sign_with_rng(chance, Pkcs1v15Sign::new::<Sha1>(), &Sha1::digest(text)),
        Version::Two => {
            key.sign_with_rng(chance, Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(text))
        }
    };
    signed.map(|bytes| BASE64.encode_to_string(bytes).into()).map_err(Error::internal)
}

/// The platform's chance, as the library wants it.
struct Chance(Arc<dyn Ids>);

impl TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Chance {}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::platform;
    use rsa::PublicKey;
    use rsa::pkcs8::DecodePublicKey;
    use x509_cert::der::{DecodePem, Encode};

    /// The key in a certificate, as somebody takes it who fetched that.
    fn public(certificate: &Certificate) -> PublicKey {
        let read = x509_cert::Certificate::from_pem(certificate.text.as_bytes()).unwrap();
        let tbs = read.tbs_certificate();
        assert_eq!(tbs.subject().to_string(), "CN=sns.amazonaws.com");
        let spki = tbs.subject_public_key_info().to_der().unwrap();
        PublicKey::from_public_key_der(&spki).unwrap()
    }

    #[tokio::test]
    async fn whoever_has_the_certificate_verifies_both_versions() {
        let (platform, _) = platform();
        let signer = Signer::new(platform.clone());
        let one = signer.sign(Version::One, "Message\nhello\n").await.unwrap();
        let two = signer.sign(Version::Two, "Message\nhello\n").await.unwrap();
        let key = public(&signer.certificate().await.unwrap());
        let verify = |scheme, hash: &[u8], signature: &str| {
            key.verify(scheme, hash, &BASE64.decode_to_vec(signature).unwrap())
        };
        let (sha1, sha2) = (Sha1::digest("Message\nhello\n"), Sha256::digest("Message\nhello\n"));
        verify(Pkcs1v15Sign::new::<Sha1>(), &sha1, &one).unwrap();
        verify(Pkcs1v15Sign::new::<Sha256>(), &sha2, &two).unwrap();
        verify(Pkcs1v15Sign::new::<Sha256>(), &sha2, &one).unwrap_err();
        verify(Pkcs1v15Sign::new::<Sha1>(), &Sha1::digest("Message\nhallo\n"), &one).unwrap_err();
    }

    #[tokio::test]
    async fn an_installation_has_one_key_whoever_makes_it() {
        let (platform, _) = platform();
        let (one, other) = (Signer::new(platform.clone()), Signer::new(platform.clone()));
        let (a, b) = tokio::join!(one.certificate(), other.certificate());
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!(a.text, b.text);
        assert_eq!(a.name, b.name);
        assert!(certificate::is_name(&a.name), "{}", a.name);
        let again = Signer::new(platform).sign(Version::Two, "t").await.unwrap();
        assert_eq!(again, one.sign(Version::Two, "t").await.unwrap());
    }

    #[tokio::test]
    async fn a_text_is_signed_once_and_few_are_remembered() {
        let (platform, _) = platform();
        let signer = Signer::new(platform);
        let first = signer.sign(Version::One, "0").await.unwrap();
        assert!(Arc::ptr_eq(&first, &signer.sign(Version::One, "0").await.unwrap()));
        let other = signer.sign(Version::Two, "0").await.unwrap();
        assert_ne!(first, other);
        for number in 1..=REMEMBERED {
            signer.promise(Version::One, &number.to_string());
        }
        assert_eq!(signer.remembered.lock().unwrap().len(), REMEMBERED);
        let again = signer.sign(Version::One, "0").await.unwrap();
        assert!(!Arc::ptr_eq(&first, &again));
        assert_eq!(first, again);
    }
}
