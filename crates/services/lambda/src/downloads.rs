//! Links to functions' packages, as `GetFunction` gives them: good for ten minutes, at every process.
//!
//! A link's last part says what it is to and until when, and is signed: the blob, its length in bytes,
//! when it ends in milliseconds since the epoch, and the signature in base64, with dots between.
//!
//! Table `lambda-secrets`: `link-key` → 32 random bytes.

use crate::Lambda;
use crate::records::function::Code;
use platform::{Platform, Result, Secret};
use store::{BlobId, BlobReader, Table};

/// How long a link is good.
const LIFETIME_MS: i64 = 600_000;

/// The key that links are signed with.
pub fn secret(platform: &Platform) -> Secret {
    Secret::new(platform, Table("lambda-secrets"), "link-key")
}

/// A package on its way to a caller.
pub struct Download {
    /// The zip file's bytes.
    pub reader: Box<dyn BlobReader>,
    /// How many.
    pub length: u64,
}

/// What a link is to.
struct Link<'a> {
    blob: &'a str,
    size: u64,
    expires_ms: i64,
}

impl Lambda {
    /// A link to a package, below `/_waterwheel/code/` of this server.
    ///
    /// # Errors
    /// Storage's own.
    pub(crate) async fn link_to(&self, code: &Code) -> Result<String> {
        let expires_ms = self.platform.clock.now().millis() + LIFETIME_MS;
        let claim = format!("{}.{}.{expires_ms}", code.blob, code.size);
        let signature = self.link_key.sign(claim.as_bytes()).await?;
        let signature = base64_simd::URL_SAFE_NO_PAD.encode_to_string(signature);
        Ok(format!("{}/_waterwheel/code/{claim}.{signature}", self.config.endpoint_url))
    }

    /// The package behind a link's last part; nothing when the link is not or no longer good.
    ///
    /// # Errors
    /// Storage's own.
    pub async fn code(&self, token: &str) -> Result<Option<Download>> {
        let Some((claim, signature)) = token.rsplit_once('.') else { return Ok(None) };
        let signature = base64_simd::URL_SAFE_NO_PAD.decode_to_vec(signature).unwrap_or_default();
        if !self.link_key.has_signed(claim.as_bytes(), &signature).await? {
            return Ok(None);
        }
        let now = self.platform.clock.now().millis();
        let Some(link) = parse(claim).filter(|link| link.expires_ms > now) else {
            return Ok(None);
        };
        let blob = BlobId(link.blob.to_owned());
        match self.platform.store.blobs.read(&blob, 0..link.size).await {
            Ok(reader) => Ok(Some(Download { reader, length: link.size })),
            Err(store::Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn parse(claim: &str) -> Option<Link<'_>> {
    let mut parts = claim.split('.');
    let (blob, size, expires_ms) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Link { blob, size: size.parse().ok()?, expires_ms: expires_ms.parse().ok()? })
}
