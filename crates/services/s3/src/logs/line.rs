//! One line of an access log ("Amazon S3 server access log format").

use crate::bucket::{Reached, canonical_id};
use platform::{Arn, Context, Principal, Visit, VisitEnd};
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
fn operation(line: &str, has_key: bool) -> String {
    let mut words = line.split(' ');
    let (method, target) = (words.next().unwrap_or("-"), words.next().unwrap_or_default());
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
        "REST.GET.OBJECT" | "REST.HEAD.OBJECT" => {
            let range = (end.header)("content-range");
            let whole = range.and_then(|it| it.rsplit_once('/').map(|(_, size)| size.to_owned()));
            whole.or_else(|| (end.header)("content-length"))?.parse().ok()
        }
        _ => None,
    }
}

/// The line, with its end.
pub(crate) fn write(asked: &Asked, now: Timestamp, visit: &Visit, end: &VisitEnd<'_>) -> String {
    let operation = operation(&visit.line, asked.key.is_some());
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let number = |value: Option<u64>| or_dash(value.map(|value| value.to_string()));
    let took = end.took.as_millis().to_string();
    let signature = visit.signature.map(|it| match (it.is_version_2, it.in_query) {
        (true, _) => ("SigV2", "QueryString"),
        (false, true) => ("SigV4", "QueryString"),
        (false, false) => ("SigV4", "AuthHeader"),
    });
    let fields = [
        asked.owner.clone(),
        asked.bucket.clone(),
        time(now),
        or_dash(visit.address.map(|address| address.to_string())),
        or_dash(asked.requester.clone()),
        asked.request_id.clone(),
        operation.clone(),
        or_dash(asked.key.clone()),
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
        or_dash(signature.map(|(version, _)| version.to_owned())),
        "-".to_owned(),
        or_dash(signature.map(|(_, kind)| kind.to_owned())),
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
            assert_eq!(operation(line, has_key), expected, "{line}");
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
}
