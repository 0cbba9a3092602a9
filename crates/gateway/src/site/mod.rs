//! A bucket as a web site, at the names of websites ("Hosting a static website using Amazon S3").
//!
//! What is shown is asked for by `GetObject` and `HeadObject` as anybody, whoever the visitor is: no signature
//! is read here, so that what is shown is what the bucket lets everybody read.

mod page;
mod plan;

use crate::caller::Caller;
use crate::{Gateway, errors};
use http::header::{HOST, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE, RANGE};
use http::request::Parts;
use http::{Method, Response, Uri};
use plan::{Plan, Redirect};
use platform::{Bucket, Context, Origin, Visit, dispatch};
use shapes::s3::{GetBucketWebsiteOutput, GetObjectOutput, HeadObjectOutput};
use std::any::Any;
use std::sync::Arc;
use wire::{Body, Codec, Named, Spot, WireError};

/// What of a request's head is about the object that answers it.
const ABOUT_OBJECT: [http::HeaderName; 5] =
    [RANGE, IF_MATCH, IF_NONE_MATCH, IF_MODIFIED_SINCE, IF_UNMODIFIED_SINCE];

/// A request for a site.
pub(crate) struct Visitor<'a> {
    pub(crate) head: &'a Parts,
    pub(crate) id: &'a str,
    /// What is told of it to conditions and access logs.
    pub(crate) visit: Option<Arc<Visit>>,
}

/// Answers a visitor, and says which error it is about, if about one.
pub(crate) async fn answer(
    gateway: &Arc<Gateway>,
    visitor: Visitor<'_>,
    spot: &Spot,
    bucket: Option<&Bucket>,
) -> (Response<Body>, Option<WireError>) {
    let (id, is_head) = (visitor.id, visitor.head.method == Method::HEAD);
    match visit(gateway, visitor, spot, bucket).await {
        Ok(Shown::Answer(answer)) => (*answer, None),
        Ok(Shown::Document(answer, error)) => (*answer, Some(error)),
        Ok(Shown::Elsewhere(to)) => (page::redirect(&to, id, is_head), None),
        Err(failed) => {
            let (error, nested) = *failed;
            (page::error(&error, nested.as_ref(), id, is_head), Some(error))
        }
    }
}

/// What a visitor gets.
enum Shown {
    Answer(Box<Response<Body>>),
    /// The bucket's own page about an error.
    Document(Box<Response<Body>>, WireError),
    Elsewhere(Redirect),
}

/// What went wrong, and with the document that was to tell of it.
type Failed = Box<(WireError, Option<WireError>)>;

async fn visit(
    gateway: &Arc<Gateway>,
    visitor: Visitor<'_>,
    spot: &Spot,
    bucket: Option<&Bucket>,
) -> Result<Shown, Failed> {
    let Visitor { head, id, visit } = visitor;
    let site = site_of(head, spot, bucket).map_err(|error| Box::new((error, None)))?;
    let plan = Plan::of(head, &spot.key);
    if let Some(all) = &site.redirect_all_requests_to {
        return Ok(Shown::Elsewhere(plan.all(all)));
    }
    if let Some(to) = plan.by_rules(site, None) {
        return Ok(Shown::Elsewhere(to));
    }
    let index = site.index_document.as_ref().map_or("", |index| &index.suffix);
    let reader = Reader { gateway, head, bucket: &spot.bucket, id, visit };
    let error = match reader.read(plan.object(index), head.method == Method::HEAD, true).await {
        Ok(shown) => return Ok(shown),
        Err(error) => error,
    };
    if !matches!(error.status, 403 | 404) {
        return Err(Box::new((error, None)));
    }
    if let Some(below) = plan.index_below(index)
        && reader.read(below, true, false).await.is_ok()
    {
        return Ok(Shown::Elsewhere(plan.with_slash()));
    }
    if let Some(to) = plan.by_rules(site, Some(error.status)) {
        return Ok(Shown::Elsewhere(to));
    }
    let Some(document) = &site.error_document else {
        return Err(Box::new((error, None)));
    };
    match reader.read(document.key.clone(), head.method == Method::HEAD, false).await {
        Ok(Shown::Answer(mut answer)) => {
            *answer.status_mut() = http::StatusCode::from_u16(error.status).unwrap_or_default();
            Ok(Shown::Document(answer, error))
        }
        Ok(elsewhere) => Ok(elsewhere),
        Err(nested) => Err(Box::new((error, Some(nested)))),
    }
}

/// The site that a bucket is.
fn site_of<'a>(
    head: &Parts,
    spot: &Spot,
    bucket: Option<&'a Bucket>,
) -> Result<&'a GetBucketWebsiteOutput, WireError> {
    if !matches!(head.method, Method::GET | Method::HEAD) {
        let message = "The specified method is not allowed against this resource.";
        return Err(WireError::client("MethodNotAllowed", 405, message)
            .with_field("Method", head.method.as_str())
            .with_field("ResourceType", "OBJECT")
            .with_header("allow", "GET, HEAD"));
    }
    let named = |error: WireError| error.with_field("BucketName", spot.bucket.as_str());
    let bucket = bucket.ok_or_else(|| {
        named(WireError::client("NoSuchBucket", 404, "The specified bucket does not exist"))
    })?;
    bucket.website.as_ref().ok_or_else(|| {
        let message = "The specified bucket does not have a website configuration";
        named(WireError::client("NoSuchWebsiteConfiguration", 404, message))
    })
}

/// Reads objects as anybody.
struct Reader<'a> {
    gateway: &'a Arc<Gateway>,
    head: &'a Parts,
    bucket: &'a str,
    id: &'a str,
    visit: Option<Arc<Visit>>,
}

impl Reader<'_> {
    /// An object, or where it redirects to. `is_asked` says that the request's conditions are about it.
    async fn read(&self, key: String, is_head: bool, is_asked: bool) -> Result<Shown, WireError> {
        let operation = if is_head { "HeadObject" } else { "GetObject" };
        let registry = self.gateway.platform.registry();
        let served = registry
            .find(shapes::s3::SERVICE.id, operation)
            .ok_or_else(|| errors::not_served(&shapes::s3::SERVICE, operation))?;
        self.gateway.flight.room().await.map_err(|_| errors::full(Some(&shapes::s3::SERVICE)))?;
        let named = Named {
            service: &shapes::s3::SERVICE,
            operation: served.schema.name,
            codec: Codec::RestXml,
            bucket: Some(self.bucket.to_owned()),
            key: Some(key.clone()),
            labels: vec![("Bucket", self.bucket.to_owned()), ("Key", key)],
        };
        let mut input = (served.schema.empty_input)();
        let empty = Body::Bytes(bytes::Bytes::new());
        wire::decode(served.schema, &named, &self.about(is_asked), empty, &mut *input)?;
        let caller = Caller::stranger();
        let platform = self.gateway.platform.clone();
        let context =
            Context::new(platform, caller.principal, caller.account, caller.region, self.id)
                .visited(self.visit.clone());
        let held = self.gateway.busy.enter();
        let output = dispatch(served, context, input, Origin::Client, held).await;
        let mut output = output.map_err(|error| errors::to_wire(error, named.service))?;
        let any: &dyn Any = &*output;
        let redirects = match any.downcast_ref::<GetObjectOutput>() {
            Some(it) => it.website_redirect_location.clone(),
            None => any
                .downcast_ref::<HeadObjectOutput>()
                .and_then(|it| it.website_redirect_location.clone()),
        };
        match redirects {
            Some(to) => Ok(Shown::Elsewhere(Redirect { status: 301, to })),
            None => {
                let answer = wire::encode(served.schema, &named, &mut *output, self.id);
                Ok(Shown::Answer(Box::new(answer)))
            }
        }
    }

    /// The head of the request for an object.
    fn about(&self, is_asked: bool) -> Parts {
        let mut about = self.head.clone();
        about.uri = Uri::default();
        about.headers.clear();
        let taken = ABOUT_OBJECT.iter().filter(|_| is_asked).chain([&HOST]);
        for name in taken {
            for value in self.head.headers.get_all(name) {
                about.headers.append(name, value.clone());
            }
        }
        about
    }
}
