//! What a presigned URL of S3 says in its query besides its signature.

use http::request::Parts;
use http::{HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use wire::WireError;
use wire::sigv4::Signed;

/// Parameters of the signature itself, in lower case.
const SIGNING: [&str; 8] = [
    "x-amz-algorithm",
    "x-amz-credential",
    "x-amz-date",
    "x-amz-expires",
    "x-amz-signedheaders",
    "x-amz-signature",
    "x-amz-security-token",
    "x-amz-content-sha256",
];

/// Parameters that replace headers of an answer ("GetObject", "Overriding response header values").
const OVERRIDES: [&str; 6] = [
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
];

fn pairs(head: &Parts) -> impl Iterator<Item = (String, String)> {
    let pairs = head.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    pairs.map(move |pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// Makes headers of the `x-amz-` parameters, as S3 does: some SDKs write there what they were told to
/// send. Call it when the signature is proven, since it demands that headers be signed. A checksum that is
/// no signed header is one of nothing, which those SDKs cannot know better when they sign, and then the
/// algorithm that they name is of no checksum.
pub(crate) fn hoist(head: &mut Parts, signed: &Signed) {
    if !signed.is_presigned() {
        return;
    }
    let found: Vec<_> = pairs(head)
        .filter_map(|(name, value)| {
            let name = name.to_ascii_lowercase();
            let counts = name.starts_with("x-amz-") && !SIGNING.contains(&name.as_str());
            let is_signed = signed.signed_headers.split(';').any(|own| own == name);
            let is_checksum = name.starts_with("x-amz-checksum-") && name != "x-amz-checksum-mode";
            let is_guess = is_checksum || name == "x-amz-sdk-checksum-algorithm";
            let name = HeaderName::from_bytes(name.as_bytes()).ok();
            name.filter(|_| counts && (is_signed || !is_guess)).map(|name| (name, value))
        })
        .collect();
    for (name, value) in found {
        if let Ok(value) = HeaderValue::from_bytes(value.as_bytes())
            && !head.headers.contains_key(&name)
        {
            head.headers.insert(name, value);
        }
    }
}

/// Refuses to replace headers of an answer for who has not signed.
pub(crate) fn check_overrides(
    head: &Parts,
    operation: &str,
    signed: Option<&Signed>,
) -> Result<(), WireError> {
    let is_read = matches!(operation, "GetObject" | "HeadObject");
    let replaces = |(name, _): (String, String)| OVERRIDES.contains(&name.as_str());
    if signed.is_some() || !is_read || !pairs(head).any(replaces) {
        return Ok(());
    }
    let message = "Request specific response headers cannot be used for anonymous GET requests.";
    Err(WireError::client("InvalidRequest", 400, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(query: &str, headers: &[(&str, &str)]) -> Parts {
        let builder = http::Request::builder().uri(format!("/b/k?{query}"));
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        builder.body(()).unwrap().into_parts().0
    }

    const SIGNED: &str = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=k%2F20260101%2Fus-east-1\
                          %2Fs3%2Faws4_request&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&\
                          X-Amz-Signature=00&X-Amz-SignedHeaders=host%3Bx-amz-checksum-sha1";

    #[test]
    fn parameters_of_a_presigned_url_are_headers() {
        let query = format!(
            "{SIGNED}&x-amz-meta-a=1%202&X-Amz-Acl=private&x-amz-meta-b=query&x-id=PutObject&\
             x-amz-checksum-crc32=AAAAAA%3D%3D&x-amz-checksum-sha1=s&x-amz-checksum-mode=ENABLED&\
             x-amz-sdk-checksum-algorithm=CRC32&x-amz-bad%0A=1"
        );
        let mut head = head(&query, &[("x-amz-meta-b", "header")]);
        let signed = wire::sigv4::parse(&head).unwrap().unwrap();
        hoist(&mut head, &signed);
        let mut told: Vec<_> =
            head.headers.iter().map(|(name, it)| (name.as_str(), it.to_str().unwrap())).collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("x-amz-acl", "private"),
                ("x-amz-checksum-mode", "ENABLED"),
                ("x-amz-checksum-sha1", "s"),
                ("x-amz-meta-a", "1 2"),
                ("x-amz-meta-b", "header"),
            ]
        );
    }

    #[test]
    fn headers_of_an_answer_are_replaced_for_who_has_signed() {
        let replaces = |query: &str| {
            let head = head(query, &[]);
            let signed = wire::sigv4::parse(&head).unwrap();
            check_overrides(&head, "GetObject", signed.as_ref()).map_err(|error| error.code)
        };
        let with = |extra: &str| format!("{SIGNED}&{extra}");
        assert_eq!(replaces(&with("response-content-type=a%2Fb")), Ok(()));
        assert_eq!(replaces("response-content-type=a"), Err("InvalidRequest".into()));
        assert_eq!(replaces("versionId=null"), Ok(()));
        let put = head("response-content-type=a", &[]);
        assert_eq!(check_overrides(&put, "PutObject", None), Ok(()));
    }
}
