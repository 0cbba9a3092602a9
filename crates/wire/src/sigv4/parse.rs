//! Reads what a request says of its signature.

use super::{Scheme, Scope, SigError, Signed, basic_date};
use http::header::{AUTHORIZATION, DATE};
use http::request::Parts;
use percent_encoding::percent_decode_str;
use shapes::{Timestamp, TimestampFormat};

pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// Seven days: "X-Amz-Expires must be less than a week".
const LONGEST_S: u32 = 604_800;

/// Reads the signature of a request; `None` when it has none.
///
/// # Errors
/// A scheme that is not spoken, two schemes at once, or a signature with parts missing or wrong.
pub fn parse(head: &Parts) -> Result<Option<Signed>, SigError> {
    let query = Query::of(head);
    let in_query = query.get("X-Amz-Algorithm").is_some()
        || query.get("X-Amz-Signature").is_some()
        || query.get("X-Amz-Credential").is_some();
    let in_query_v2 = query.get("Signature").is_some() || query.get("AWSAccessKeyId").is_some();
    let header = head.headers.get(AUTHORIZATION).map(|value| value.as_bytes());
    match header {
        Some(_) if in_query || in_query_v2 => Err(SigError::TwoSchemes),
        Some(header) => match std::str::from_utf8(header) {
            Ok(header) => from_header(header, head).map(Some),
            Err(_) => from_header(&String::from_utf8_lossy(header), head).map(Some),
        },
        None if in_query => from_query(&query).map(Some),
        None if in_query_v2 => super::v2::parse(&query).map(Some),
        None => Ok(None),
    }
}

fn from_header(header: &str, head: &Parts) -> Result<Signed, SigError> {
    let (scheme, rest) = header.trim().split_once(' ').unwrap_or((header.trim(), ""));
    if scheme == "AWS" {
        let token = head.headers.get("x-amz-security-token");
        let token = token.map(|token| String::from_utf8_lossy(token.as_bytes()).into_owned());
        return super::v2::parse_header(rest, date_of_v2(head), token);
    }
    if scheme != ALGORITHM {
        return Err(SigError::Unsupported { scheme: scheme.chars().take(40).collect() });
    }
    let part = |name: &str| {
        rest.split(',').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
    };
    let date = date_of(head);
    let parts = (part("Credential"), part("SignedHeaders"), part("Signature"), date);
    let (Some(credential), Some(headers), Some(signature), Some((amz_date, time))) = parts else {
        let missing = [
            (part("Credential").is_none(), "Credential"),
            (part("Signature").is_none(), "Signature"),
            (part("SignedHeaders").is_none(), "SignedHeaders"),
            (parts.3.is_none(), "Date"),
        ];
        let missing = missing.into_iter().filter_map(|(is, name)| is.then_some(name)).collect();
        return Err(SigError::Incomplete { missing, header: header.to_owned() });
    };
    let (key_id, scope) = split_credential(credential)
        .ok_or_else(|| SigError::BadCredential { given: credential.to_owned() })?;
    let token = head.headers.get("x-amz-security-token");
    let signed = Signed {
        scheme: Scheme::Header,
        key_id,
        scope,
        signed_headers: headers.to_ascii_lowercase(),
        signature: signature.to_owned(),
        amz_date,
        time,
        session_token: token.map(|token| String::from_utf8_lossy(token.as_bytes()).into_owned()),
        expires_s: None,
    };
    check_scope(signed)
}

fn from_query(query: &Query) -> Result<Signed, SigError> {
    let algorithm = query.get("X-Amz-Algorithm").unwrap_or_default();
    if !algorithm.is_empty() && algorithm != ALGORITHM {
        return Err(SigError::Unsupported { scheme: algorithm.chars().take(40).collect() });
    }
    let parts = (
        query.get("X-Amz-Credential"),
        query.get("X-Amz-Signature"),
        query.get("X-Amz-Date"),
        query.get("X-Amz-SignedHeaders"),
    );
    let (Some(credential), Some(signature), Some(amz_date), Some(headers)) = parts else {
        return Err(SigError::QueryParts);
    };
    if algorithm.is_empty() {
        return Err(SigError::QueryParts);
    }
    let time = Timestamp::parse_basic(amz_date).ok_or(SigError::QueryDate)?;
    let (key_id, scope) = split_credential(credential)
        .ok_or_else(|| SigError::BadQueryCredential { given: credential.to_owned() })?;
    check_scope(Signed {
        scheme: Scheme::Query,
        key_id,
        expires_s: expires(query.get("X-Amz-Expires"), &scope)?,
        scope,
        signed_headers: headers.to_ascii_lowercase(),
        signature: signature.to_owned(),
        amz_date: amz_date.to_owned(),
        time,
        session_token: query.get("X-Amz-Security-Token").map(str::to_owned),
    })
}

/// S3 demands `X-Amz-Expires`; elsewhere a presigned request lasts 15 minutes without it.
fn expires(given: Option<&str>, scope: &Scope) -> Result<Option<u32>, SigError> {
    let Some(given) = given else {
        return if scope.signing().must_expire { Err(SigError::QueryParts) } else { Ok(Some(900)) };
    };
    let seconds: i64 = given.parse().map_err(|_| SigError::ExpiresNotANumber)?;
    if seconds < 0 {
        return Err(SigError::ExpiresNegative);
    }
    match u32::try_from(seconds) {
        Ok(seconds) if seconds <= LONGEST_S => Ok(Some(seconds)),
        _ => Err(SigError::ExpiresTooLong),
    }
}

/// `X-Amz-Date`, else `Date` in either of its forms.
fn date_of(head: &Parts) -> Option<(String, Timestamp)> {
    if let Some(value) = head.headers.get("x-amz-date") {
        let text = value.to_str().ok()?.trim();
        return Some((text.to_owned(), Timestamp::parse_basic(text)?));
    }
    let text = head.headers.get(DATE)?.to_str().ok()?.trim();
    let time = Timestamp::parse_basic(text)
        .or_else(|| Timestamp::parse(text, TimestampFormat::Rfc822))
        .or_else(|| Timestamp::parse(text, TimestampFormat::Iso8601))?;
    Some((basic_date(time), time))
}

/// The same of version 2, which has the old form in either header.
fn date_of_v2(head: &Parts) -> Option<(String, Timestamp)> {
    date_of(head).or_else(|| {
        let text = head.headers.get("x-amz-date")?.to_str().ok()?.trim();
        let time = Timestamp::parse(text, TimestampFormat::Rfc822)?;
        Some((basic_date(time), time))
    })
}

/// `ID/date/region/service/aws4_request`; the id may hold slashes.
pub(super) fn split_credential(credential: &str) -> Option<(String, Scope)> {
    let mut parts = credential.rsplitn(5, '/');
    let (terminator, service, region) = (parts.next()?, parts.next()?, parts.next()?);
    let (date, id) = (parts.next()?, parts.next()?);
    let is_date = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    if terminator != "aws4_request" || id.is_empty() || service.is_empty() || !is_date {
        return None;
    }
    let scope = Scope { date: date.into(), region: region.into(), service: service.into() };
    Some((id.to_owned(), scope))
}

pub(super) fn check_scope(signed: Signed) -> Result<Signed, SigError> {
    if !signed.amz_date.starts_with(&signed.scope.date) {
        let is_query = matches!(signed.scheme, Scheme::Query);
        let (scope, amz_date) = (signed.scope.date, signed.amz_date);
        return Err(SigError::ScopeDate { scope, amz_date, is_query });
    }
    // Regions stand in keys and ARNs, so nothing else passes for one.
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let region = &signed.scope.region;
    if region.is_empty() || region.len() > 40 || !region.bytes().all(letters) {
        return Err(SigError::Region { given: region.clone() });
    }
    Ok(signed)
}

/// A query string's parameters, percent-decoded.
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    pub(super) fn of(head: &Parts) -> Self {
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let pairs = head.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        Self(pairs.map(|(name, value)| (decode(name), decode(value))).collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}
