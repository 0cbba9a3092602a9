//! Who asks: the principal of a request, proven or taken at its word.

use crate::config::{Auth, Config, RootKey};
use http::request::Parts;
use platform::{Clock, Credentials, DEFAULT_ACCOUNT, DEFAULT_REGION, Principal};
use shapes::{Service, Timestamp};
use wire::sigv4::{
    ChunkSignatures, KeyCache, SigError, Signed, check_time, same, time_to_check, verify,
};
use wire::{Codec, WireError};

/// Who asks, and where.
pub(crate) struct Caller {
    pub(crate) principal: Principal,
    pub(crate) account: String,
    pub(crate) region: String,
    /// What the chunks of the body are proven with, where signatures are proven.
    pub(crate) chunks: Option<ChunkSignatures>,
}

impl Caller {
    /// Whoever shows no key where none is asked for.
    pub(crate) fn anyone() -> Self {
        Self::new(Principal::root(DEFAULT_ACCOUNT), DEFAULT_REGION)
    }

    /// Whoever signs nothing, and is taken for nobody.
    pub(crate) fn stranger() -> Self {
        Self::new(Principal::Anonymous, DEFAULT_REGION)
    }

    fn new(principal: Principal, region: &str) -> Self {
        let account = principal.account().unwrap_or(DEFAULT_ACCOUNT).to_owned();
        // The CLI's region for services without regions.
        let region = if region == "aws-global" { DEFAULT_REGION } else { region };
        Self { principal, account, region: region.to_owned(), chunks: None }
    }
}

/// What proves a caller.
pub(crate) struct Desk<'a> {
    pub(crate) config: &'a Config,
    pub(crate) credentials: &'a Credentials,
    pub(crate) keys: &'a KeyCache,
    pub(crate) clock: &'a dyn Clock,
    pub(crate) now: Timestamp,
}

/// A key that may sign: its secret, and what else must be shown.
pub(crate) struct Known {
    secret: String,
    session_token: Option<String>,
    expires_ms: Option<i64>,
    principal: Principal,
    inactive: bool,
}

/// What a request's head says of its caller, before its body is read.
pub(crate) enum Claim {
    /// Taken at its word.
    Believed(Caller),
    /// To be proven with the body's hash.
    Signed(Signed, Known),
}

impl Desk<'_> {
    /// Finds out who claims to ask. What the head alone shows to be wrong is refused here, so
    /// that nobody's body is read into memory for nothing.
    pub(crate) async fn claim(
        &self,
        signed: Option<Signed>,
        service: &'static Service,
        codec: Codec,
    ) -> Result<Claim, WireError> {
        match (self.config.auth, signed) {
            // S3 lets everybody in where a bucket says so, and nobody else who does not sign.
            (_, None) if codec == Codec::RestXml => Ok(Claim::Believed(Caller::stranger())),
            (Auth::Off, None) => Ok(Claim::Believed(Caller::anyone())),
            (Auth::Off, Some(signed)) => {
                self.believe(&signed, service, codec).await.map(Claim::Believed)
            }
            (Auth::Verify, None) => Err(missing(codec)),
            (Auth::Verify, Some(signed)) => self.examine(signed, service, codec).await,
        }
    }

    async fn believe(
        &self,
        signed: &Signed,
        service: &'static Service,
        codec: Codec,
    ) -> Result<Caller, WireError> {
        if signed.is_presigned() {
            check_time(signed, self.now_of(signed)).map_err(|error| error.to_wire(codec))?;
        }
        let principal = match self.find(&signed.key_id, service).await? {
            Some(known) if known.inactive => return Err(unknown_key(codec, &signed.key_id)),
            Some(known) => known.principal,
            None => Credentials::by_convention(&signed.key_id),
        };
        self.note(signed, &principal).await;
        Ok(Caller::new(principal, &signed.scope.region))
    }

    async fn examine(
        &self,
        signed: Signed,
        service: &'static Service,
        codec: Codec,
    ) -> Result<Claim, WireError> {
        if signed.scope.service != service.signing_name {
            let given = signed.scope.service;
            let error = SigError::ScopeService { given, expected: service.signing_name };
            return Err(error.to_wire(codec));
        }
        let known = self.find(&signed.key_id, service).await?.filter(|known| !known.inactive);
        let known = known.ok_or_else(|| unknown_key(codec, &signed.key_id))?;
        if !same_token(signed.session_token.as_deref(), known.session_token.as_deref()) {
            return Err(wrong_token(codec));
        }
        check_time(&signed, self.now_of(&signed)).map_err(|error| error.to_wire(codec))?;
        Ok(Claim::Signed(signed, known))
    }

    /// Proves a claim. `payload` stands for the body in the canonical request.
    pub(crate) async fn prove(
        &self,
        claim: Claim,
        head: &Parts,
        codec: Codec,
        payload: &str,
    ) -> Result<Caller, WireError> {
        let (signed, known) = match claim {
            Claim::Believed(caller) => return Ok(caller),
            Claim::Signed(signed, known) => (signed, known),
        };
        let now = self.now_of(&signed);
        let key = verify(&signed, head, payload, &known.secret, now, self.keys)
            .map_err(|error| error.to_wire(codec))?;
        if known.expires_ms.is_some_and(|end| end <= self.now.millis()) {
            return Err(expired_token(codec));
        }
        self.note(&signed, &known.principal).await;
        let mut caller = Caller::new(known.principal, &signed.scope.region);
        caller.chunks = Some(ChunkSignatures::new(&signed, key));
        Ok(caller)
    }

    /// The time to hold a signature's date against. Clients date by the machine's clock, which may be
    /// behind ours: what they send now is as good as ever, and a presigned URL has aged by as
    /// much as our clock was turned since it was made.
    pub(crate) fn now_of(&self, signed: &Signed) -> Timestamp {
        let Some(clock) = self.clock.as_virtual() else { return self.now };
        if signed.is_presigned() {
            clock.saw_date(signed.time);
        }
        let turns = clock.turns();
        time_to_check(signed, self.now, turns.ahead_ms(), turns.ahead_at(signed.time))
    }

    /// Notes that a user's key was used: IAM tells when.
    async fn note(&self, signed: &Signed, principal: &Principal) {
        if matches!(principal, Principal::User { .. }) {
            let scope = &signed.scope;
            self.credentials.used(&signed.key_id, &scope.service, &scope.region).await;
        }
    }

    async fn find(&self, id: &str, service: &Service) -> Result<Option<Known>, WireError> {
        if let Some(root) = self.config.root_keys.iter().find(|key| key.id == id) {
            let RootKey { secret, account, .. } = root.clone();
            let (session_token, expires_ms, inactive) = (None, None, false);
            let principal = Principal::root(account);
            return Ok(Some(Known { secret, session_token, expires_ms, principal, inactive }));
        }
        let key = self
            .credentials
            .find(id)
            .await
            .map_err(|error| crate::errors::to_wire(error, service))?;
        Ok(key.map(|key| Known {
            secret: key.secret,
            session_token: key.session_token,
            expires_ms: key.expires_ms,
            principal: key.principal,
            inactive: key.inactive,
        }))
    }
}

fn same_token(given: Option<&str>, known: Option<&str>) -> bool {
    match (given, known) {
        (Some(given), Some(known)) => same(given.as_bytes(), known.as_bytes()),
        (given, known) => given.is_none() && known.is_none(),
    }
}

/// The JSON protocols' names for what the query protocol says; awsJson answers 400, the REST
/// services 403 ("Common Errors" of each API reference).
fn elsewhere(codec: Codec, query: &'static str, json: &'static str, message: &str) -> WireError {
    match codec {
        Codec::Query => WireError::client(query, 403, message),
        Codec::Json | Codec::Cbor | Codec::RpcV2Cbor => WireError::client(json, 400, message),
        Codec::RestJson | Codec::RestXml => WireError::client(json, 403, message),
    }
}

fn missing(codec: Codec) -> WireError {
    match codec {
        Codec::Query => WireError::client(
            "MissingAuthenticationToken",
            403,
            "Request is missing Authentication Token",
        ),
        _ => elsewhere(
            codec,
            "",
            "MissingAuthenticationTokenException",
            "Missing Authentication Token",
        ),
    }
}

const INVALID: &str = "The security token included in the request is invalid.";

fn unknown_key(codec: Codec, id: &str) -> WireError {
    if codec == Codec::RestXml {
        let message = "The AWS Access Key Id you provided does not exist in our records.";
        return WireError::client("InvalidAccessKeyId", 403, message)
            .with_field("AWSAccessKeyId", id);
    }
    elsewhere(codec, "InvalidClientTokenId", "UnrecognizedClientException", INVALID)
}

fn wrong_token(codec: Codec) -> WireError {
    if codec == Codec::RestXml {
        let message = "The provided token is malformed or otherwise invalid.";
        return WireError::client("InvalidToken", 400, message);
    }
    elsewhere(codec, "InvalidClientTokenId", "UnrecognizedClientException", INVALID)
}

fn expired_token(codec: Codec) -> WireError {
    if codec == Codec::RestXml {
        return WireError::client("ExpiredToken", 400, "The provided token has expired.");
    }
    let message = "The security token included in the request is expired";
    elsewhere(codec, "ExpiredToken", "ExpiredTokenException", message)
}
