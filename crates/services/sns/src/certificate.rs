//! The certificate that signatures are verified with.
//!
//! It is in the name that SDKs' validators look for in AWS's own, and never ends: nobody renews it,
//! and messages that were kept can be verified as long as the installation has its data.

use platform::{Error, Result};
use rsa::rand_core::CryptoRng;
use rsa::signature::Keypair;
use sha2::{Digest, Sha256};
use shapes::Timestamp;
use shapes::checksum::hex;
use std::str::FromStr;
use std::time::Duration;
use x509_cert::TbsCertificate;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{self, Builder, CertificateBuilder};
use x509_cert::der::asn1::{GeneralizedTime, Ia5String};
use x509_cert::der::{DateTime, EncodePem, pem::LineEnding};
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

/// Whom it is for.
const HOST: &str = "sns.amazonaws.com";

/// What stands before and after the part of its name that is its own.
const BEFORE: &str = "SimpleNotificationService-";
const AFTER: &str = ".pem";

/// How long before its making it begins: clocks differ.
const LEEWAY: Duration = Duration::from_secs(24 * 3600);

/// A certificate of this key by itself, PEM.
pub fn make(
    key: &rsa::pkcs1v15::SigningKey<Sha256>,
    chance: &mut impl CryptoRng,
    now: Timestamp,
) -> Result<String> {
    written(key, chance, now).map_err(Error::internal)
}

fn written(
    key: &rsa::pkcs1v15::SigningKey<Sha256>,
    chance: &mut impl CryptoRng,
    now: Timestamp,
) -> builder::Result<String> {
    let begins = Duration::from_millis(now.millis().max(0).unsigned_abs()).saturating_sub(LEEWAY);
    let begins = DateTime::from_unix_duration(Duration::from_secs(begins.as_secs()))?;
    let validity =
        Validity::new(Time::GeneralTime(GeneralizedTime::from_date_time(begins)), Time::INFINITY);
    let public = SubjectPublicKeyInfo::from_key(&key.verifying_key())?;
    let profile = Profile(Name::from_str(&format!("CN={HOST}"))?);
    let serial = SerialNumber::generate(chance);
    let builder = CertificateBuilder::new(profile, serial, validity, public)?;
    Ok(builder.build_with_rng(key, chance)?.to_pem(LineEnding::LF)?)
}

/// Its file name, as AWS names its own.
pub fn name(certificate: &str) -> String {
    let digest = Sha256::digest(certificate.as_bytes());
    format!("{BEFORE}{}{AFTER}", hex(&digest[..16]))
}

/// Whether it may be the name of one.
pub fn is_name(name: &str) -> bool {
    let middle = name.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER));
    middle.is_some_and(|it| it.len() == 32 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

struct Profile(Name);

impl BuilderProfile for Profile {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.0.clone()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> builder::Result<Vec<Extension>> {
        let host = SubjectAltName(vec![GeneralName::DnsName(Ia5String::new(HOST)?)]);
        Ok(vec![host.to_extension(tbs.subject(), &[])?])
    }
}
