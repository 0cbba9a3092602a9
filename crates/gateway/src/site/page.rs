//! Errors of websites, as AWS writes them: pages of HTML.

use super::plan::Redirect;
use http::header::{CONTENT_TYPE, HeaderName, LOCATION};
use http::{HeaderValue, Response, StatusCode};
use wire::{Body, Codec, WireError};

/// The page of an error; `nested` is why the site's own error document could not be shown.
pub(super) fn error(
    error: &WireError,
    nested: Option<&WireError>,
    id: &str,
    is_head: bool,
) -> Response<Body> {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default());
    let mut items = listed(error);
    item("RequestId", id, &mut items);
    item("HostId", &wire::host_id_of(id), &mut items);
    let nested = nested.map(|nested| {
        format!(
            "<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>\n\
             <ul>\n{}</ul>\n",
            listed(nested)
        )
    });
    let text = format!(
        "<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<ul>\n{items}</ul>\n\
         {}<hr/>\n</body>\n</html>\n",
        nested.unwrap_or_default()
    );
    let bytes = if is_head || status == StatusCode::NOT_MODIFIED { String::new() } else { text };
    let mut answer = wire::stamped(Response::new(Body::Bytes(bytes.into())), Codec::RestXml, id);
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    if status != StatusCode::NOT_MODIFIED {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        let told = [("code", &*error.code), ("message", &*error.message)];
        let details = error.fields.iter().map(|(name, value)| (*name, &**value));
        let details = details.map(|(name, value)| (format!("x-amz-error-detail-{name}"), value));
        let told = told.map(|(name, value)| (format!("x-amz-error-{name}"), value));
        for (name, value) in told.into_iter().chain(details) {
            let name = HeaderName::from_bytes(name.to_ascii_lowercase().as_bytes());
            if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
                headers.insert(name, value);
            }
        }
    }
    for (name, value) in &error.headers {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    }
    answer
}

/// An answer that sends elsewhere.
pub(super) fn redirect(redirect: &Redirect, id: &str, is_head: bool) -> Response<Body> {
    let mut answer = if redirect.status == 302 {
        let found = WireError::client("Found", 302, "Resource Found");
        error(&found, None, id, is_head)
    } else {
        let empty = Response::new(Body::Bytes(bytes::Bytes::new()));
        wire::stamped(empty, Codec::RestXml, id)
    };
    *answer.status_mut() =
        StatusCode::from_u16(redirect.status).unwrap_or(StatusCode::MOVED_PERMANENTLY);
    if let Ok(to) = HeaderValue::from_bytes(redirect.to.as_bytes()) {
        answer.headers_mut().insert(LOCATION, to);
    }
    answer
}

fn listed(error: &WireError) -> String {
    let mut items = String::new();
    item("Code", &error.code, &mut items);
    item("Message", &error.message, &mut items);
    for (name, value) in &error.fields {
        item(name, value, &mut items);
    }
    items
}

fn item(name: &str, value: &str, to: &mut String) {
    to.push_str(&format!("<li>{name}: "));
    for letter in value.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            other => to.push(other),
        }
    }
    to.push_str("</li>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(answer: Response<Body>) -> String {
        let Body::Bytes(bytes) = answer.into_body() else { panic!("a stream") };
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn an_error_is_a_page_that_runs_nothing() {
        let missing = WireError::client("NoSuchKey", 404, "The specified key does not exist.")
            .with_field("Key", "<script>");
        let denied = WireError::client("AccessDenied", 403, "Access Denied");
        let answer = error(&missing, Some(&denied), "ID", false);
        assert_eq!(answer.headers()["x-amz-error-code"], "NoSuchKey");
        assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
        let page = text(answer);
        for part in [
            "<head><title>404 Not Found</title></head>",
            "<li>Code: NoSuchKey</li>\n<li>Message: The specified key does not exist.</li>\n",
            "<li>Key: &lt;script&gt;</li>\n<li>RequestId: ID</li>",
            "Custom Error Document</h3>\n<ul>\n<li>Code: AccessDenied</li>",
        ] {
            assert!(page.contains(part), "{page}");
        }
        assert_eq!(text(error(&missing, None, "ID", true)), "");
    }
}
