//! One line of an access log ("Amazon S3 server access log format").

use crate::bucket::{Reached, canonical_id};
use platform::{Arn, Context, Entrance, Principal, Visit, VisitEnd};
use shapes::Timestamp;
use std::fmt::Write as _;

/// What is known of a request before it is answered.
pub(crate) struct Asked {
    owner: String,
    bucket: String,
    requester: Option<String>,
    request_id: String,
    key: Option<String>,
}

/// The kinds of resources that sub-resources of an address stand for, where they are not written as
/// themselves in capitals.
const KINDS: [(&str, &str); 9] = [
    ("logging", "LOGGING_STATUS"),
    ("policy", "BUCKETPOLICY"),
    ("policyStatus", "BUCKETPOLICY_STATUS"),
    ("delete", "MULTI_OBJECT_DELETE"),
    ("requestPayment", "REQUEST_PAYMENT"),
    ("publicAccessBlock", "PUBLIC_ACCESS_BLOCK"),
    ("ownershipControls", "OWNERSHIP_CONTROLS"),
    ("object-lock", "OBJECT_LOCK_CONFIGURATION"),
    ("legal-hold", "OBJECT_LOCK_LEGALHOLD"),
];

/// Other sub-resources.
const PLAIN: [&str; 19] = [
    "accelerate",
    "acl",
    "analytics",
    "attributes",
    "cors",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "lifecycle",
    "location",
    "metrics",
    "notification",
    "replication",
    "restore",
    "retention",
    "uploads",
    "versioning",
    "versions",
    "website",
];

impl Asked {
    pub(crate) fn of(cx: &Context, reached: &Reached, resource: &str) -> Self {
        let key = Arn::parse(resource).and_then(|arn| arn.resource.split_once('/'));
        let requester = match &*cx.principal {
            Principal::Anonymous => None,
            Principal::Root { account } => Some(canonical_id(account)),
            _ => Some(cx.caller_arn()),
        };
        Self {
            owner: canonical_id(&reached.bucket.account),
            bucket: reached.name.clone(),
            requester,
            request_id: cx.request_id.to_string(),
            key: key.map(|(_, key)| encoded(key)),
        }
    }
}

/// The key as a URL has it.
fn encoded(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/*".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Such as `REST.GET.OBJECT`, from the request line.
fn operation(visit: &Visit, has_key: bool) -> String {
    let mut words = visit.line.split(' ');
    let (method, target) = (words.next().unwrap_or("-"), words.next().unwrap_or_default());
    match visit.entrance {
        Entrance::Api => {}
        Entrance::Website => return format!("WEBSITE.{method}.OBJECT"),
        Entrance::Form => return format!("REST.{method}.OBJECT"),
    }
    let method = if visit.copies && method == "PUT" { "COPY" } else { method };
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let names = || query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    let has = |name: &str| names().any(|it| it == name);
    let kind = if has("partNumber") {
        "PART".to_owned()
    } else if has("uploadId") {
        "UPLOAD".to_owned()
    } else if has("tagging") {
        if has_key { "OBJECT_TAGGING" } else { "TAGGING" }.to_owned()
    } else if let Some((_, kind)) = KINDS.iter().find(|(name, _)| has(name)) {
        (*kind).to_owned()
    } else if let Some(name) = PLAIN.iter().find(|name| has(name)) {
        name.to_ascii_uppercase().replace('-', "_")
    } else if has_key {
        "OBJECT".to_owned()
    } else {
        "BUCKET".to_owned()
    };
    format!("REST.{method}.{kind}")
}

/// A text in quotes, in which no quote can stand.
fn quoted(text: Option<&str>) -> String {
    match text {
        Some(text) => format!("\"{}\"", text.replace('"', "%22").replace(['\r', '\n'], " ")),
        None => "\"-\"".to_owned(),
    }
}

/// `[06/Feb/2019:00:00:38 +0000]`.
fn time(at: Timestamp) -> String {
    // `Wed, 06 Feb 2019 00:00:38 GMT`
    let date = at.http_date();
    let part = |range| date.get(range).unwrap_or_default();
    format!("[{}/{}/{}:{} +0000]", part(5..7), part(8..11), part(12..16), part(17..25))
}

/// The size of the object that an answer is about.
fn size(operation: &str, visit: &Visit, end: &VisitEnd<'_>) -> Option<u64> {
    if end.status >= 400 {
        return None;
    }
    match operation {
        "REST.PUT.OBJECT" | "REST.PUT.PART" => visit.length,
        "REST.GET.OBJECT" | "REST.HEAD.OBJECT" | "WEBSITE.GET.OBJECT" | "WEBSITE.HEAD.OBJECT" => {
            let range = (end.header)("content-range");
            let whole = range.and_then(|it| it.rsplit_once('/').map(|(_, size)| size.to_owned()));
            whole.or_else(|| (end.header)("content-length"))?.parse().ok()
        }
        _ => None,
    }
}

fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "-".to_owned())
}

fn number(value: Option<u64>) -> String {
    or_dash(value.map(|value| value.to_string()))
}

/// The version of a visit's signature, and where it stood; AWS has no word for a form.
fn signed(visit: &Visit) -> (&'static str, &'static str) {
    let Some(signature) = visit.signature else { return ("-", "-") };
    let kind = match (visit.entrance, signature.in_query) {
        (Entrance::Form, _) => "-",
        (_, true) => "QueryString",
        (_, false) => "AuthHeader",
    };
    (if signature.is_version_2 { "SigV2" } else { "SigV4" }, kind)
}

/// What a request does besides what it is named after: a key that it deletes along with others, the
/// object that it copies.
pub(crate) struct Beside<'a> {
    /// Such as `BATCH.DELETE.OBJECT`.
    pub operation: &'static str,
    pub key: &'a str,
    pub version: Option<&'a str>,
    /// The HTTP status that it would have by itself.
    pub status: u16,
    pub error: Option<&'a str>,
    /// The size of the object.
    pub size: Option<u64>,
}

/// The line of that, with its end. AWS leaves out what belongs to the request itself.
pub(crate) fn beside(asked: &Asked, now: Timestamp, visit: &Visit, what: &Beside<'_>) -> String {
    let dash = || "-".to_owned();
    let (signature, kind) = signed(visit);
    let fields = [
        asked.owner.clone(),
        asked.bucket.clone(),
        time(now),
        or_dash(visit.address.map(|address| address.to_string())),
        or_dash(asked.requester.clone()),
        asked.request_id.clone(),
        what.operation.to_owned(),
        encoded(what.key),
        dash(),
        what.status.to_string(),
        or_dash(what.error.map(str::to_owned)),
        dash(),
        number(what.size),
        dash(),
        dash(),
        dash(),
        dash(),
        or_dash(what.version.map(str::to_owned)),
        dash(),
        signature.to_owned(),
        dash(),
        kind.to_owned(),
        or_dash(visit.host.clone()),
        dash(),
        dash(),
        dash(),
    ];
    fields.join(" ") + "\n"
}

/// The line, with its end.
pub(crate) fn write(asked: &Asked, now: Timestamp, visit: &Visit, end: &VisitEnd<'_>) -> String {
    let operation = operation(visit, asked.key.is_some());
    // It is about many keys, and the first of them is told in a line of its own.
    let key = asked.key.clone().filter(|_| operation != "REST.POST.MULTI_OBJECT_DELETE");
    let took = end.took.as_millis().to_string();
    let (signature, kind) = signed(visit);
    let fields = [
        asked.owner.clone(),
        asked.bucket.clone(),
        time(now),
        or_dash(visit.address.map(|address| address.to_string())),
        or_dash(asked.requester.clone()),
        asked.request_id.clone(),
        operation.clone(),
        or_dash(key),
        quoted(Some(&visit.line)),
        end.status.to_string(),
        or_dash(end.error.map(str::to_owned)),
        number(end.bytes.filter(|bytes| *bytes > 0)),
        number(size(&operation, visit, end)),
        took.clone(),
        took,
        quoted(visit.referer.as_deref()),
        quoted(visit.user_agent.as_deref()),
        or_dash((end.header)("x-amz-version-id")),
        or_dash((end.header)("x-amz-id-2")),
        signature.to_owned(),
        "-".to_owned(),
        kind.to_owned(),
        or_dash(visit.host.clone()),
        "-".to_owned(),
        "-".to_owned(),
        if visit.needed_list() { "Yes" } else { "-" }.to_owned(),
    ];
    fields.join(" ") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn operations_are_named_by_method_and_resource() {
        for (line, has_key, expected) in [
            ("GET /b/k HTTP/1.1", true, "REST.GET.OBJECT"),
            ("GET /b?list-type=2&prefix=acl HTTP/1.1", false, "REST.GET.BUCKET"),
            ("GET /b?acl HTTP/1.1", false, "REST.GET.ACL"),
            ("PUT /b/k?tagging HTTP/1.1", true, "REST.PUT.OBJECT_TAGGING"),
            ("PUT /b/k?partNumber=1&uploadId=x HTTP/1.1", true, "REST.PUT.PART"),
            ("POST /b/k?uploadId=x HTTP/1.1", true, "REST.POST.UPLOAD"),
            ("POST /b?delete HTTP/1.1", false, "REST.POST.MULTI_OBJECT_DELETE"),
            ("GET /b?policy HTTP/1.1", false, "REST.GET.BUCKETPOLICY"),
        ] {
            let visit = Visit { line: line.to_owned(), ..Visit::default() };
            assert_eq!(operation(&visit, has_key), expected, "{line}");
        }
        for (entrance, line, expected) in [
            (Entrance::Website, "GET /a/?acl HTTP/1.1", "WEBSITE.GET.OBJECT"),
            (Entrance::Form, "POST /b HTTP/1.1", "REST.POST.OBJECT"),
        ] {
            let visit = Visit { line: line.to_owned(), entrance, ..Visit::default() };
            assert_eq!(operation(&visit, true), expected, "{line}");
        }
        for (line, expected) in [
            ("PUT /b/k HTTP/1.1", "REST.COPY.OBJECT"),
            ("PUT /b/k?partNumber=1&uploadId=x HTTP/1.1", "REST.COPY.PART"),
        ] {
            let visit = Visit { line: line.to_owned(), copies: true, ..Visit::default() };
            assert_eq!(operation(&visit, true), expected, "{line}");
        }
    }

    #[test]
    fn a_line_has_the_fields_in_their_order() {
        let asked = Asked {
            owner: "owner".into(),
            bucket: "b".into(),
            requester: None,
            request_id: "ID".into(),
            key: Some(encoded("a b/ü")),
        };
        let visit = Visit {
            address: "127.0.0.1".parse().ok(),
            line: "GET /b/a%20b HTTP/1.1".into(),
            host: Some("localhost:4566".into()),
            user_agent: Some("curl \"x\"".into()),
            ..Visit::default()
        };
        let header = |name: &str| (name == "content-length").then(|| "11".to_owned());
        let took = Duration::from_millis(7);
        let end = VisitEnd { status: 200, error: None, bytes: Some(11), header: &header, took };
        let line = write(&asked, Timestamp(1_549_411_238_000), &visit, &end);
        assert_eq!(
            line,
            "owner b [06/Feb/2019:00:00:38 +0000] 127.0.0.1 - ID REST.GET.OBJECT a%20b/%C3%BC \
             \"GET /b/a%20b HTTP/1.1\" 200 - 11 11 7 7 \"-\" \"curl %22x%22\" - - - - - \
             localhost:4566 - - -\n"
        );
    }

    #[test]
    fn what_is_done_besides_has_a_line_of_its_own() {
        let asked = Asked {
            owner: "owner".into(),
            bucket: "b".into(),
            requester: Some("me".into()),
            request_id: "ID".into(),
            key: Some("first".into()),
        };
        let what = Beside {
            operation: "BATCH.DELETE.OBJECT",
            key: "a b",
            version: Some("v"),
            status: 204,
            error: None,
            size: Some(7),
        };
        let visit = Visit { host: Some("localhost".into()), ..Visit::default() };
        let line = beside(&asked, Timestamp(1_549_411_238_000), &visit, &what);
        assert_eq!(
            line,
            "owner b [06/Feb/2019:00:00:38 +0000] - me ID BATCH.DELETE.OBJECT a%20b - 204 - - 7 - - \
             - - v - - - - localhost - - -\n"
        );
    }
}
