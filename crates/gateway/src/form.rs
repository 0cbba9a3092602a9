//! A browser's form that uploads a file into a bucket (S3, "Browser-based uploads using POST"). Its fields
//! become the headers of a `PutObject`, and its file the body, which goes on as it comes.

use crate::caller::{Caller, Desk};
use crate::{Gateway, errors, s3_body, visit};
use bytes::Bytes;
use futures_util::Stream;
use http::header::{CONTENT_TYPE, ETAG, HOST, HeaderName, LOCATION};
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use platform::{Context, Entrance, Origin, Visit, dispatch};
use shapes::{ByteStream, StreamError};
use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Poll, ready};
use wire::sigv4::{Signed, missing_field, parse_form};
use wire::upload::{Fields, Multipart, Policy, Step, malformed, tagging};
use wire::{Body, Codec, Named, WireError};

/// What is written as it is in an address.
const IN_QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
const IN_PATH: &AsciiSet = &IN_QUERY.remove(b'/');

/// How much of a file that is too long is still read, to tell how long it is.
const COUNTED_BYTES: u64 = 1 << 30;

/// Fields that are the object's headers, besides those that begin with `x-amz-`.
const HEADERS: [&str; 6] = [
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
    "expires",
];

/// Fields of the signature, which are nobody's headers.
const SIGNING: [&str; 5] = [
    "x-amz-algorithm",
    "x-amz-credential",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-signature",
];

/// A request with a form.
pub(crate) struct Posted<'a> {
    pub(crate) named: &'a Named,
    pub(crate) head: Parts,
    pub(crate) body: ByteStream,
    pub(crate) id: &'a str,
    /// Where it comes from.
    pub(crate) address: Option<IpAddr>,
    /// Whether the page that sends it is let in by the bucket alone, or by nobody.
    pub(crate) is_foreign: bool,
}

/// Puts the file. Once it is known who does, it is told in `seen` what the port saw of it.
pub(crate) async fn perform(
    gateway: &Arc<Gateway>,
    posted: Posted<'_>,
    seen: &mut Option<Arc<Visit>>,
) -> Result<Response<Body>, WireError> {
    let Posted { named, head, body, id, address, is_foreign } = posted;
    let service = named.service;
    let served = gateway.platform.registry().find(service.id, named.operation);
    let served = served.ok_or_else(|| errors::not_served(service, named.operation))?;
    gateway.flight.room().await.map_err(|_| errors::full(Some(service)))?;
    s3_body::check_length(&head)?;
    let Form { mut fields, file, rest } = Form::begin(&head, body).await?;
    fields.name_file(&file);
    let key = fields.get("key").filter(|key| !key.is_empty());
    let key = key.ok_or_else(|| missing_field("key"))?.to_owned();
    let bucket = named.bucket.clone().unwrap_or_default();
    let Admitted { caller, length, signed } =
        admit(gateway, &head, &fields, &bucket, is_foreign).await?;
    *seen = visit::of(&head, named.codec, address, signed.as_ref(), Entrance::Form);
    let sizes = Arc::new(AtomicU64::new(0));
    let file = File { rest, length: length.clone(), read: 0, sizes: sizes.clone(), done: false };
    let labels = vec![("Bucket", bucket.clone()), ("Key", key.clone())];
    let put = Named { bucket: Some(bucket), key: Some(key), labels, ..named.clone() };
    let mut input = (served.schema.empty_input)();
    let body = Body::Stream(ByteStream::new(file, None));
    wire::decode(served.schema, &put, &headers(&fields)?, body, &mut *input)?;
    let platform = gateway.platform.clone();
    let context = Context::new(platform, caller.principal, caller.account, caller.region, id);
    let context = context.of_form().visited(seen.clone());
    let held = gateway.busy.enter();
    let output = dispatch(served, context, input, Origin::Client, held).await;
    if matches!(&output, Err(error) if error.is_unanswered()) {
        return Ok(crate::unanswered::mark());
    }
    let mut output = output.map_err(|error| {
        sized(errors::to_wire(error, service), &length, sizes.load(Ordering::Relaxed))
    })?;
    let answer = wire::encode(served.schema, &put, &mut *output, id);
    Ok(told(answer, &fields, &put, &head))
}

/// Who uploads, and how.
struct Admitted {
    caller: Caller,
    /// How long the file may be.
    length: RangeInclusive<u64>,
    signed: Option<Signed>,
}

async fn admit(
    gateway: &Gateway,
    head: &Parts,
    fields: &Fields,
    bucket: &str,
    is_foreign: bool,
) -> Result<Admitted, WireError> {
    let desk = Desk {
        config: &gateway.config,
        credentials: &gateway.platform.credentials,
        keys: &gateway.keys,
        clock: &*gateway.platform.clock,
        now: gateway.platform.clock.now(),
    };
    let codec = Codec::RestXml;
    let given = fields.get("policy");
    let policy = given.map(Policy::parse).transpose()?;
    let signed = parse_form(fields, policy.as_ref()).map_err(|error| error.to_wire(codec))?;
    let (Some(signed), Some(policy)) = (signed, policy) else {
        // A policy that nobody has signed says nothing.
        if given.is_some() {
            return Err(WireError::client("AccessDenied", 403, "Access Denied"));
        }
        let caller = if is_foreign {
            Caller::stranger()
        } else {
            let claim = desk.claim(None, &shapes::s3::SERVICE, codec).await?;
            desk.prove(claim, head, codec, "").await?
        };
        return Ok(Admitted { caller, length: 0..=u64::MAX, signed: None });
    };
    let now = desk.now_of(&signed);
    let claim = desk.claim(Some(signed.clone()), &shapes::s3::SERVICE, codec).await?;
    let caller = desk.prove(claim, head, codec, given.unwrap_or_default()).await?;
    Ok(Admitted { caller, length: policy.check(fields, bucket, now)?, signed: Some(signed) })
}

/// A form up to its file.
struct Form {
    fields: Fields,
    /// The file's name.
    file: String,
    rest: Rest,
}

/// What is still to come of a form.
struct Rest {
    form: Multipart,
    body: ByteStream,
}

impl Form {
    async fn begin(head: &Parts, body: ByteStream) -> Result<Self, WireError> {
        let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let form = Multipart::new(kind.unwrap_or_default())?;
        let (mut rest, mut fields) = (Rest { form, body }, Fields::default());
        loop {
            match rest.form.step()? {
                Step::Field { name, value } => fields.add(name, value),
                Step::File { name } => return Ok(Self { fields, file: name, rest }),
                Step::NeedsMore => match rest.body.next().await {
                    Some(Ok(piece)) => rest.form.push(&piece),
                    Some(Err(error)) => {
                        return Err(errors::of_body(error, Some(&shapes::s3::SERVICE)));
                    }
                    None => return Err(malformed()),
                },
                Step::Data(_) | Step::End => {
                    if fields.get("key").is_none() {
                        return Err(missing_field("key"));
                    }
                    let message = "POST requires exactly one file upload per request.";
                    return Err(WireError::client("InvalidArgument", 400, message)
                        .with_field("ArgumentName", "file")
                        .with_field("ArgumentValue", "0"));
                }
            }
        }
    }
}

/// The file's bytes, as long as the policy lets them be.
struct File {
    rest: Rest,
    length: RangeInclusive<u64>,
    read: u64,
    /// Where it is told how long the file is, when it is too long or too short.
    sizes: Arc<AtomicU64>,
    done: bool,
}

impl File {
    fn end(&mut self, code: &'static str, message: &str) -> Option<Result<Bytes, StreamError>> {
        self.done = true;
        Some(Err(StreamError::new(code, message)))
    }

    fn take(&mut self, step: Step) -> Option<Option<Result<Bytes, StreamError>>> {
        let is_long = self.read > *self.length.end();
        match step {
            Step::Data(data) => {
                self.read += data.len() as u64;
                let is_long = self.read > *self.length.end();
                if !is_long {
                    return Some(Some(Ok(data)));
                }
                if self.read.saturating_sub(*self.length.end()) < COUNTED_BYTES {
                    return None;
                }
                self.sizes.store(self.read, Ordering::Relaxed);
                Some(self.end("EntityTooLarge", TOO_LARGE))
            }
            Step::End if is_long => {
                self.sizes.store(self.read, Ordering::Relaxed);
                Some(self.end("EntityTooLarge", TOO_LARGE))
            }
            Step::End if self.read < *self.length.start() => {
                self.sizes.store(self.read, Ordering::Relaxed);
                Some(self.end("EntityTooSmall", TOO_SMALL))
            }
            Step::End => {
                self.done = true;
                Some(None)
            }
            _ => None,
        }
    }
}

const TOO_LARGE: &str = "Your proposed upload exceeds the maximum allowed size";
const TOO_SMALL: &str = "Your proposed upload is smaller than the minimum allowed size";

impl Stream for File {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        loop {
            if self.done {
                return Poll::Ready(None);
            }
            let step = match self.rest.form.step() {
                Ok(step) => step,
                Err(error) => return Poll::Ready(self.end("MalformedPOSTRequest", &error.message)),
            };
            if step != Step::NeedsMore {
                match self.take(step) {
                    Some(next) => return Poll::Ready(next),
                    None => continue,
                }
            }
            match ready!(Pin::new(&mut self.rest.body).poll_next(context)) {
                Some(Ok(piece)) => self.rest.form.push(&piece),
                Some(Err(error)) => {
                    self.done = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    let message = malformed().message;
                    return Poll::Ready(self.end("MalformedPOSTRequest", &message));
                }
            }
        }
    }
}

/// The head of the `PutObject` that a form asks for.
fn headers(fields: &Fields) -> Result<Parts, WireError> {
    let mut head = http::Request::new(()).into_parts().0;
    (head.method, head.uri) = (Method::PUT, Uri::default());
    for (name, value) in fields.iter() {
        let lower = name.to_ascii_lowercase();
        let header = match lower.as_str() {
            "acl" => "x-amz-acl",
            "tagging" => "x-amz-tagging",
            name if SIGNING.contains(&name) => continue,
            name if name.starts_with("x-amz-") || HEADERS.contains(&name) => name,
            _ => continue,
        };
        let tags = if lower == "tagging" { Some(tagging(value)?) } else { None };
        let value = tags.as_deref().unwrap_or(value);
        let wrong = || {
            WireError::client("InvalidArgument", 400, "The value of a field is not valid.")
                .with_field("ArgumentName", name)
        };
        let header = HeaderName::from_bytes(header.as_bytes()).map_err(|_| wrong())?;
        let value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| wrong())?;
        head.headers.insert(header, value);
    }
    Ok(head)
}

/// What AWS tells of a file that is too long or too short.
fn sized(error: WireError, length: &RangeInclusive<u64>, proposed: u64) -> WireError {
    let bound = match &*error.code {
        _ if !error.fields.is_empty() => return error,
        "EntityTooLarge" => ("MaxSizeAllowed", *length.end()),
        "EntityTooSmall" => ("MinSizeAllowed", *length.start()),
        _ => return error,
    };
    error.with_field("ProposedSize", proposed.to_string()).with_field(bound.0, bound.1.to_string())
}

/// The answer as the form wants it: with a status, a document, or a redirect.
fn told(answer: Response<Body>, fields: &Fields, put: &Named, head: &Parts) -> Response<Body> {
    let (bucket, key) = (put.bucket.as_deref(), put.key.as_deref());
    let (bucket, key) = (bucket.unwrap_or_default(), key.unwrap_or_default());
    let (mut parts, body) = answer.into_parts();
    let etag = parts.headers.get(ETAG).and_then(|etag| etag.to_str().ok()).unwrap_or_default();
    let encode = |text: &str| utf8_percent_encode(text, IN_QUERY).to_string();
    let redirect = fields.get("success_action_redirect").or_else(|| fields.get("redirect"));
    if let Some(url) = redirect.filter(|url| is_url(url)) {
        let sign = if url.contains('?') { '&' } else { '?' };
        let (key, etag) = (encode(key), encode(etag));
        let to = format!("{url}{sign}bucket={}&key={key}&etag={etag}", encode(bucket));
        if let Ok(to) = HeaderValue::from_bytes(to.as_bytes()) {
            parts.status = StatusCode::SEE_OTHER;
            parts.headers.insert(LOCATION, to);
            return Response::from_parts(parts, body);
        }
    }
    let place = place(head, bucket, key);
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse><Location>{}</Location>\
         <Bucket>{}</Bucket><Key>{}</Key><ETag>{}</ETag></PostResponse>",
        wire::escaped(&place),
        wire::escaped(bucket),
        wire::escaped(key),
        wire::escaped(etag)
    );
    let (status, document) = match fields.get("success_action_status") {
        Some("200") => (StatusCode::OK, None),
        Some("201") => (StatusCode::CREATED, Some(document)),
        _ => (StatusCode::NO_CONTENT, None),
    };
    parts.status = status;
    if let Ok(place) = HeaderValue::from_str(&place) {
        parts.headers.insert(LOCATION, place);
    }
    let Some(document) = document else { return Response::from_parts(parts, body) };
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/xml"));
    Response::from_parts(parts, Body::Bytes(document.into()))
}

/// Anything else AWS takes for no redirect.
fn is_url(text: &str) -> bool {
    let uri = text.parse::<Uri>().ok();
    uri.is_some_and(|it| {
        matches!(it.scheme_str(), Some("http" | "https"))
            && it.host().is_some_and(|host| !host.is_empty())
    })
}

/// The object's address, in the way in which the bucket's was given.
fn place(head: &Parts, bucket: &str, key: &str) -> String {
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = host.map(wire::plain_host).unwrap_or_default();
    let key = utf8_percent_encode(key, IN_PATH);
    let is_path = head.uri.path().trim_matches('/') == bucket;
    match is_path {
        true => format!("http://{host}/{bucket}/{key}"),
        false => format!("http://{host}/{key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.add((*name).to_owned(), (*value).to_owned());
        }
        fields
    }

    #[test]
    fn fields_become_the_objects_headers() {
        let head = headers(&fields(&[
            ("key", "k"),
            ("Content-Type", "text/plain"),
            ("ACL", "private"),
            ("x-amz-meta-A", "ü"),
            ("X-Amz-Signature", "s"),
            ("policy", "p"),
            ("submit", "Upload"),
            ("tagging", "<Tagging><TagSet><Tag><Key>a b</Key><Value>1&amp;2</Value></Tag></TagSet></Tagging>"),
        ]))
        .unwrap();
        let mut told: Vec<_> = head
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), std::str::from_utf8(value.as_bytes()).unwrap()))
            .collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("content-type", "text/plain"),
                ("x-amz-acl", "private"),
                ("x-amz-meta-a", "ü"),
                ("x-amz-tagging", "a%20b=1%262"),
            ]
        );
        for bad in [("x-amz-meta-a", "1\r\nx: y"), ("x-amz-meta-ä", "1"), ("tagging", "<a/>")] {
            assert_eq!(headers(&fields(&[bad])).unwrap_err().status, 400, "{bad:?}");
        }
    }

    #[test]
    fn the_answer_is_as_the_form_wants_it() {
        let put = Named {
            service: &shapes::s3::SERVICE,
            operation: "PutObject",
            codec: Codec::RestXml,
            bucket: Some("b".into()),
            key: Some("a b".into()),
            labels: vec![],
        };
        let head = http::Request::post("/b").header(HOST, "localhost:4566").body(()).unwrap();
        let head = head.into_parts().0;
        let told = |pairs: &[(&str, &str)]| {
            let answer = Response::builder().header(ETAG, "\"e\"");
            let answer = answer.body(Body::Bytes(Bytes::new())).unwrap();
            let answer = told(answer, &fields(pairs), &put, &head);
            let place = answer.headers()[LOCATION].to_str().unwrap().to_owned();
            let Body::Bytes(body) = answer.body() else { panic!("a stream") };
            (answer.status().as_u16(), place, String::from_utf8(body.to_vec()).unwrap())
        };
        let place = "http://localhost:4566/b/a%20b".to_owned();
        let plain = |status| (status, place.clone(), String::new());
        assert_eq!(told(&[]), plain(204));
        assert_eq!(told(&[("success_action_status", "200")]), plain(200));
        assert_eq!(told(&[("success_action_status", "404")]), plain(204));
        assert_eq!(told(&[("success_action_redirect", "nowhere")]), plain(204));
        let (status, _, document) = told(&[("success_action_status", "201")]);
        assert_eq!(status, 201);
        assert!(document.ends_with(
            "<PostResponse><Location>http://localhost:4566/b/a%20b</Location><Bucket>b</Bucket>\
             <Key>a b</Key><ETag>&quot;e&quot;</ETag></PostResponse>"
        ));
        let (status, to, _) = told(&[("success_action_redirect", "https://h.example/?x=1")]);
        let to_expected = "https://h.example/?x=1&bucket=b&key=a%20b&etag=%22e%22";
        assert_eq!((status, &*to), (303, to_expected));
    }
}
