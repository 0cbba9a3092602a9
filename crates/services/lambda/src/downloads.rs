//! Links to functions' packages, as `GetFunction` gives them: good for ten minutes.

use crate::Lambda;
use crate::records::function::Code;
use platform::Result;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::{BlobId, BlobReader};

/// How long a link is good.
const LIFETIME_MS: i64 = 600_000;

/// The links that were given.
#[derive(Default)]
pub struct Downloads {
    links: Mutex<HashMap<String, Link>>,
}

struct Link {
    code: Code,
    expires_ms: i64,
}

/// A package on its way to a caller.
pub struct Download {
    /// The zip file's bytes.
    pub reader: Box<dyn BlobReader>,
    /// How many.
    pub length: u64,
}

impl Lambda {
    /// A link to a package, below `/_waterwheel/code/` of this server.
    pub(crate) fn link_to(&self, code: &Code) -> String {
        let now = self.platform.clock.now().millis();
        let token = self.platform.ids.hex(16);
        let link = Link { code: code.clone(), expires_ms: now + LIFETIME_MS };
        let mut links = self.downloads.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.retain(|_, link| link.expires_ms > now);
        let url = format!("{}/_waterwheel/code/{token}", self.config.endpoint_url);
        links.insert(token, link);
        url
    }

    /// The package behind a link's last part; nothing when the link is not or no longer good.
    ///
    /// # Errors
    /// Storage's own.
    pub async fn code(&self, token: &str) -> Result<Option<Download>> {
        let now = self.platform.clock.now().millis();
        let found = {
            let links = self.downloads.links.lock().unwrap_or_else(PoisonError::into_inner);
            links.get(token).filter(|link| link.expires_ms > now).map(|link| link.code.clone())
        };
        let Some(code) = found else { return Ok(None) };
        let blob = BlobId(code.blob);
        match self.platform.store.blobs.read(&blob, 0..code.size).await {
            Ok(reader) => Ok(Some(Download { reader, length: code.size })),
            Err(store::Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
