//! The query protocol: `Action=…&Version=…` in a form body or a query string.

use super::scope::signed_service;
use super::{Identified, Named, has_content_type, operation_of, query_of};
use crate::text::form_pairs;
use crate::{Codec, WireError};
use http::Method;
use http::request::Parts;
use shapes::{Protocol, SERVICES, Service};

/// A form body that no service's path claims.
pub(super) fn is_form(head: &Parts) -> bool {
    head.method == Method::POST
        && (head.uri.path() == "/" || is_address(head.uri.path()))
        && has_content_type(head, "application/x-www-form-urlencoded")
}

/// A path that says what a form is about, as some services have it: an account and a name.
fn is_address(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let (account, name, rest) = (parts.next(), parts.next(), parts.next());
    let is_account = |it: &str| it.len() == 12 && it.bytes().all(|letter| letter.is_ascii_digit());
    account.is_some_and(is_account)
        && name.is_some_and(|name| !name.is_empty())
        && rest.is_none()
        && query_services().any(|service| service.dialect.forms.is_some())
}

fn query_services() -> impl Iterator<Item = &'static Service> {
    SERVICES.iter().copied().filter(|service| service.speaks(Protocol::Query))
}

/// What the head says of a query request; `None` when it is none.
pub(super) fn from_head(
    head: &Parts,
    signed: Option<&str>,
) -> Option<Result<Identified, WireError>> {
    let signed_for_query = query_services().any(|service| Some(service.signing_name) == signed);
    let asks = |pairs: &[(String, String)]| pairs.iter().any(|(key, _)| key == "Action");
    let at_place = head.uri.path() == "/" || is_address(head.uri.path());
    let in_query = at_place && query_of(head).is_ok_and(|pairs| asks(&pairs));
    if in_query && (signed_for_query || signed.is_none()) {
        return Some(identify_form(head, b"").map(Identified::Operation));
    }
    // S3 takes forms too: the POST of an object.
    let of_xml = |service: &&&Service| service.speaks(Protocol::RestXml);
    let signed_for_xml =
        SERVICES.iter().filter(of_xml).any(|service| Some(service.signing_name) == signed);
    if is_form(head) && (signed_for_query || !signed_for_xml) {
        return Some(Ok(Identified::Form));
    }
    if signed_for_query {
        let body = head.method == Method::POST;
        return Some(if body { Ok(Identified::Form) } else { Err(missing_action()) });
    }
    None
}

fn missing_action() -> WireError {
    WireError::client("MissingAction", 400, "Missing Action")
}

/// Names the operation of a request whose form body says it.
///
/// # Errors
/// `MissingAction`, `InvalidAction`, or `MalformedQueryString` for bytes that are not UTF-8.
pub fn identify_form(head: &Parts, body: &[u8]) -> Result<Named, WireError> {
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    let mut pairs = form_pairs(text).ok_or_else(malformed)?;
    pairs.extend(query_of(head)?);
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| &**value);
    let action = value("Action").filter(|action| !action.is_empty()).ok_or_else(missing_action)?;
    let version = value("Version");
    let signed = signed_service(head);
    let fits = |service: &&'static Service| {
        version.is_none_or(|version| version == service.api_version)
            && signed.as_deref().is_none_or(|name| name == service.signing_name)
    };
    query_services()
        .filter(fits)
        .find_map(|service| {
            Some(Named::plain(service, operation_of(service, action)?, Codec::Query))
        })
        .ok_or_else(|| {
            let version = version.unwrap_or("NO_VERSION_SPECIFIED");
            let words = format!("Could not find operation {action} for version {version}");
            WireError::client("InvalidAction", 400, words)
        })
}

fn malformed() -> WireError {
    WireError::client("MalformedQueryString", 404, "The query string contains a syntax error.")
}
