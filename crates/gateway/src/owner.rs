//! Waterwheel's own paths: the owner's where signatures are proven, and nearly without bodies.
//!
//! With [`Auth::Verify`] a request below `/_waterwheel/` is signed with a root key by Signature
//! Version 4, in the header or as a presigned URL, for the service `waterwheel` and any region.
//! Open remain health, which tells nothing of the installation, and the links to packages, which
//! are their own proof.

use crate::admit::collect;
use crate::caller::{Claim, Desk};
use crate::config::Auth;
use crate::{Gateway, internal};
use bytes::Bytes;
use http::request::Parts;
use shapes::{ByteStream, Dialect, Protocol, Service};
use wire::sigv4::{parse, sha256_hex};
use wire::{Codec, WireError};

/// The longest body of a request for one of these paths; that of a fault is the longest that is read.
const LIMIT: usize = 1024;

static DIALECT: Dialect = Dialect::common("Waterwheel", &[Protocol::RestJson]);

/// What stands for these paths where a service is asked for; it has no operations.
pub(crate) static SERVICE: Service = Service {
    id: "waterwheel",
    title: "Waterwheel",
    signing_name: "waterwheel",
    protocol: Protocol::RestJson,
    dialect: &DIALECT,
    json_version: "1.1",
    target_prefix: "",
    api_version: "",
    xml_namespace: None,
    routes: &[],
};

/// Finds out whether the caller may ask for an own path, and only then reads the body.
pub(crate) async fn admit(
    gateway: &Gateway,
    head: &Parts,
    body: ByteStream,
) -> Result<Bytes, WireError> {
    let claim = match gateway.config.auth {
        Auth::Verify if !is_open(gateway, head.uri.path()) => Some(claim(gateway, head).await?),
        _ => None,
    };
    let internal = gateway.internal.as_ref();
    let limit = internal.and_then(|it| it.body_limit(head.uri.path())).unwrap_or(LIMIT);
    let read = collect(&gateway.budget, body, limit, (Some(&SERVICE), ""), Codec::RestJson);
    let bytes = read.await?.bytes;
    if let Some((desk, claim)) = claim {
        desk.prove(claim, head, Codec::RestJson, &sha256_hex(&bytes)).await?;
    }
    Ok(bytes)
}

fn is_open(gateway: &Gateway, path: &str) -> bool {
    internal::is_health(path) || path.starts_with("/_waterwheel/code/") || gateway.is_public(path)
}

async fn claim<'a>(gateway: &'a Gateway, head: &Parts) -> Result<(Desk<'a>, Claim), WireError> {
    let desk = Desk {
        config: &gateway.config,
        credentials: &gateway.platform.credentials,
        keys: &gateway.keys,
        clock: &*gateway.platform.clock,
        now: gateway.platform.clock.now(),
    };
    let signed = parse(head).map_err(|error| error.to_wire(Codec::RestJson))?;
    let id = signed.as_ref().map(|signed| signed.key_id.clone());
    let claim = desk.claim(signed, &SERVICE, Codec::RestJson).await?;
    if gateway.config.root_keys.iter().any(|key| Some(&key.id) == id.as_ref()) {
        return Ok((desk, claim));
    }
    let message = "Only the root key may ask for this.";
    Err(WireError::client("AccessDeniedException", 403, message))
}
