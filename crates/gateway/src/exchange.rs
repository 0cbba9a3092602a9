//! One request and its answer: the way from the head to the operation and back.

use crate::admit::{Admitted, Arriving, FORM_LIMIT, admit, collect};
use crate::budget::{INLINE, Room};
use crate::compressed::{is_compressed, unpack};
use crate::cors::{self, Verdict};
use crate::form::{self, Posted};
use crate::internal::{health, is_health, is_internal, services, text};
use crate::outside::outside;
use crate::pages::Deed;
use crate::{Auth, Gateway, errors, lines, owner, site, unanswered, visit};
use futures_util::FutureExt as _;
use http::header::ORIGIN;
use http::request::Parts;
use http::{Method, Request, Response};
use platform::{Context, Entrance, Origin, Served, Visit, Wanted, dispatch};
use shapes::{ByteStream, Service, Shape};
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use tokio::time::Instant;
use wire::sigv4::{SigError, Signed};
use wire::{Body, Codec, Identified, Named, Spot, WireError};

/// A request's signature, or what is wrong with it.
type Signature = Result<Option<Signed>, SigError>;

/// What is known of a request when its answer is logged and counted.
pub(crate) struct Trail {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) service: &'static str,
    pub(crate) operation: &'static str,
    /// How to answer, once it is known.
    speech: (Option<&'static Service>, Codec),
    /// The error, where the answer is one, short enough for a line.
    pub(crate) error: Option<String>,
    pub(crate) id: String,
    /// What the bucket that is asked says of the page that asks.
    verdict: Verdict,
    /// Where it comes from.
    address: Option<IpAddr>,
    /// What of it is told to its service, where that asks.
    visit: Option<Arc<Visit>>,
}

pub(crate) async fn answer(
    gateway: &Arc<Gateway>,
    address: Option<IpAddr>,
    head: Parts,
    body: ByteStream,
) -> Response<Body> {
    let started = Instant::now();
    let origin = head.headers.get(ORIGIN).cloned();
    let id = gateway.platform.ids.uuid();
    let (method, path) = (head.method.clone(), head.uri.path().to_owned());
    let (service, operation, speech) = ("none", "none", (None, Codec::RestXml));
    let (error, verdict, visit) = Default::default();
    let mut trail =
        Trail { method, path, service, operation, speech, error, id, verdict, address, visit };
    let answered = AssertUnwindSafe(route(gateway, head, body, &mut trail)).catch_unwind().await;
    let mut answer = answered.unwrap_or_else(|panic| {
        tracing::error!(cause = panic_text(&*panic), "a request could not be handled");
        let error = WireError::internal("The request could not be handled.");
        refuse(trail.speech, &error, &mut trail)
    });
    match std::mem::take(&mut trail.verdict) {
        Verdict::Allowed(headers) => answer.headers_mut().extend(headers),
        Verdict::Refused => {}
        _ => gateway.allowlist.open(origin.as_ref(), answer.headers_mut()),
    }
    let (status, took) = (answer.status().as_u16(), started.elapsed());
    if let Some(visit) = &trail.visit {
        visit::end(visit, &mut answer, trail.error.as_deref(), took);
    }
    gateway.metrics.count((trail.service, trail.operation, status), took);
    lines::write(&gateway.unbuilt, &trail, status, took.as_secs_f64() * 1000.0);
    answer
}

async fn route(
    gateway: &Arc<Gateway>,
    head: Parts,
    body: ByteStream,
    trail: &mut Trail,
) -> Response<Body> {
    if let Err(error) = gateway.allowlist.check_host(&head) {
        return refuse(wire::speech(&head), &error, trail);
    }
    let identified = wire::identify(&head, &gateway.hosts);
    let path = head.uri.path();
    let is_own = is_internal(path) || gateway.is_public(path);
    let is_internal = is_own && !in_other_bucket(&identified, path);
    let spot = spot(gateway, &head).filter(|spot| spot.is_site || !is_internal);
    let is_foreign = match greet(gateway, &head, spot.as_ref(), &identified, trail).await {
        Ok(is_foreign) => is_foreign,
        Err(answer) => return *answer,
    };
    let deed = if is_internal {
        Deed::internal(&head.method)
    } else {
        Deed::of(&head.method, &identified)
    };
    if let Err(error) = gateway.allowlist.check_deed(&head, deed) {
        return refuse(wire::speech(&head), &error, trail);
    }
    if is_internal {
        (trail.service, trail.operation) = ("waterwheel", "internal");
        trail.speech = (Some(&owner::SERVICE), Codec::RestJson);
        return match internal(gateway, head, body).await {
            Ok(answer) => answer,
            Err(error) => refuse(trail.speech, &error, trail),
        };
    }
    if let Ok(Identified::Upload(named)) = identified {
        return upload(gateway, named, head, body, is_foreign, trail).await;
    }
    let signature = wire::sigv4::parse(&head);
    if let Some(answer) = elsewhere(gateway, &head, &signature, trail) {
        return answer;
    }
    let (named, body) = match name(gateway, identified, &head, body).await {
        Ok(named) => named,
        Err(error) => return refuse(wire::speech(&head), &error, trail),
    };
    (trail.service, trail.operation) = (named.service.id, named.operation);
    trail.speech = (Some(named.service), named.codec);
    trail.id = id_for(named.codec, &trail.id);
    let signed = signature.as_ref().ok().and_then(Option::as_ref);
    trail.visit = visit::of(&head, named.codec, trail.address, signed, Entrance::Api);
    let visit = trail.visit.clone();
    let asked = Asked { named: &named, signature, head, body, id: &trail.id, is_foreign, visit };
    match perform(gateway, asked).await {
        Ok(answer) => {
            trail.error = unanswered::why(&answer);
            answer
        }
        Err(error) => refuse(trail.speech, &error, trail),
    }
}

/// The bucket that a request asks, where that says something to browsers. Programs' requests cost no look.
fn spot(gateway: &Gateway, head: &Parts) -> Option<Spot> {
    let is_browsers = head.headers.contains_key(ORIGIN) || head.method == Method::OPTIONS;
    let may = is_browsers || gateway.hosts.may_name_site(head);
    may.then(|| wire::spot(head, &gateway.hosts)).flatten()
}

/// Lets in the page that asks, if one does, or answers it here: a preflight, a page from elsewhere, a website.
/// Gives whether it is let in only by the rules of the bucket that is asked, or with a form that proves itself.
async fn greet(
    gateway: &Arc<Gateway>,
    head: &Parts,
    spot: Option<&Spot>,
    identified: &Result<Identified, WireError>,
    trail: &mut Trail,
) -> Result<bool, Box<Response<Body>>> {
    let of_s3 = (Some(&shapes::s3::SERVICE), Codec::RestXml);
    let (verdict, bucket) = match cors::judge(gateway, head, spot).await {
        Ok(judged) => judged,
        Err(error) => return Err(Box::new(refuse(of_s3, &error, trail))),
    };
    trail.verdict = verdict.clone();
    let may = gateway.allowlist.lets_in(head);
    match cors::preflight(head, spot, &verdict, may) {
        Ok(None) => {}
        Ok(Some(_)) => {
            trail.id = id_for(Codec::RestXml, &trail.id);
            let empty = Response::new(Body::Bytes(bytes::Bytes::new()));
            return Err(Box::new(wire::stamped(empty, Codec::RestXml, &trail.id)));
        }
        Err(error) => return Err(Box::new(refuse(of_s3, &error, trail))),
    }
    let site = spot.filter(|spot| spot.is_site);
    let lets_in = match site {
        Some(_) => matches!(verdict, Verdict::Allowed(_)),
        None => cors::lets_in(&verdict, spot, identified, head, gateway.config.auth),
    };
    if !may && !lets_in {
        trail.verdict = Verdict::Silent;
        let is_proven = cors::is_proven_form(spot, identified, gateway.config.auth);
        if let Err(error) = gateway.allowlist.check_origin(head)
            && !is_proven
        {
            return Err(Box::new(refuse(wire::speech(head), &error, trail)));
        }
    }
    if let Some(answer) = gateway.allowlist.preflight(head) {
        return Err(Box::new(answer));
    }
    let Some(site) = site else { return Ok(!may) };
    (trail.service, trail.operation) = ("s3", "Website");
    trail.id = id_for(Codec::RestXml, &trail.id);
    // Not within what every request holds while it is answered.
    trail.visit = visit::of(head, Codec::RestXml, trail.address, None, Entrance::Website);
    let visitor = site::Visitor { head, id: &trail.id, visit: trail.visit.clone() };
    let answer = site::answer(gateway, visitor, site, bucket.as_deref());
    let (answer, error) = Box::pin(answer).await;
    trail.error = error.as_ref().map(in_a_line);
    Err(Box::new(answer))
}

/// A browser's form with a file.
async fn upload(
    gateway: &Arc<Gateway>,
    named: Named,
    head: Parts,
    body: ByteStream,
    is_foreign: bool,
    trail: &mut Trail,
) -> Response<Body> {
    (trail.service, trail.operation) = (named.service.id, named.operation);
    trail.speech = (Some(named.service), named.codec);
    trail.id = id_for(named.codec, &trail.id);
    let id = trail.id.clone();
    let address = trail.address;
    let posted = Posted { named: &named, head, body, id: &id, address, is_foreign };
    match Box::pin(form::perform(gateway, posted, &mut trail.visit)).await {
        Ok(answer) => {
            trail.error = unanswered::why(&answer);
            answer
        }
        Err(error) => refuse(trail.speech, &error, trail),
    }
}

/// A bucket that the host names may hold keys that look like our paths.
fn in_other_bucket(identified: &Result<Identified, WireError>, path: &str) -> bool {
    let of_path = |bucket: &String| {
        path.strip_prefix('/').and_then(|rest| rest.strip_prefix(&**bucket)).is_some()
    };
    match identified {
        Ok(Identified::Operation(named) | Identified::Upload(named)) => {
            named.bucket.as_ref().is_some_and(|bucket| !of_path(bucket))
        }
        _ => false,
    }
}

/// The refusal of a request for a service that is not here.
fn elsewhere(
    gateway: &Gateway,
    head: &Parts,
    signature: &Signature,
    trail: &mut Trail,
) -> Option<Response<Body>> {
    let signed = signature.as_ref().ok().and_then(Option::as_ref);
    let present = || services(gateway.platform.registry());
    let found = outside(head, signed.map(|it| it.scope.service.as_str()), present)?;
    Some(refuse((None, found.codec), &found.error, trail))
}

/// The operation, which a form names in its body.
async fn name(
    gateway: &Gateway,
    identified: Result<Identified, WireError>,
    head: &Parts,
    body: ByteStream,
) -> Result<(Named, Arriving), WireError> {
    match identified? {
        Identified::Operation(named) | Identified::Upload(named) => {
            Ok((named, Arriving::Stream(body)))
        }
        Identified::Form => {
            let held = collect(&gateway.budget, body, FORM_LIMIT, (None, ""), Codec::Query).await?;
            if !is_compressed(head) {
                return Ok((wire::identify_form(head, &held.bytes)?, Arriving::Form(held)));
            }
            let packed = held.bytes.clone();
            let plain =
                unpack(&gateway.budget, packed, FORM_LIMIT, (None, ""), Codec::Query).await?;
            Ok((wire::identify_form(head, &plain.bytes)?, Arriving::Packed { held, plain }))
        }
    }
}

/// A request whose operation is known.
struct Asked<'a> {
    named: &'a Named,
    signature: Signature,
    head: Parts,
    body: Arriving,
    id: &'a str,
    /// Whether only the bucket's rules let in the page that asks.
    is_foreign: bool,
    visit: Option<Arc<Visit>>,
}

async fn perform(
    gateway: &Arc<Gateway>,
    Asked { named, signature, mut head, body, id, is_foreign, visit }: Asked<'_>,
) -> Result<Response<Body>, WireError> {
    let served = gateway.platform.registry().find(named.service.id, named.operation);
    let served = served.ok_or_else(|| errors::not_served(named.service, named.operation))?;
    let signed = signature.map_err(|error| error.to_wire(named.codec))?;
    gateway.flight.room().await.map_err(|_| errors::full(Some(named.service)))?;
    let admitted =
        admit(gateway, named, served.schema, (signed, is_foreign), &mut head, body).await?;
    let Admitted { caller, body, mut room } = admitted;
    let trace = head.headers.get("x-amzn-trace-id").and_then(|trace| trace.to_str().ok());
    let trace = trace.map(Into::into);
    let address = address_told(served, &head);
    let input = decode(gateway, served, named, head, body).await?;
    let client = runs_long(served).then(Client::default);
    if client.is_some() {
        room = Room::default();
    }
    let platform = gateway.platform.clone();
    let context = Context::new(platform, caller.principal, caller.account, caller.region, id);
    let context = context.traced(trace).visited(visit);
    let context = match address {
        Some(address) => context.asked_at(address),
        None => context,
    };
    let context = match &client {
        Some(Client(wanted)) => context.while_wanted(wanted.clone()),
        None => context,
    };
    // What the input holds of memory is given back when the operation is done.
    let held = (gateway.busy.enter(), room);
    let output = dispatch(served, context, input, Origin::Client, held).await;
    if matches!(&output, Err(error) if error.is_unanswered()) {
        return Ok(unanswered::mark());
    }
    let mut output = output.map_err(|error| errors::to_wire(error, named.service))?;
    Ok(wire::encode(served.schema, named, &mut *output, id))
}

/// A client that waits. When it goes away, it takes nothing any more.
struct Client(Arc<Wanted>);

impl Default for Client {
    fn default() -> Self {
        Self(Arc::new(Wanted::by_client()))
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// The host and port that were asked, for answers that name them.
fn address_told(served: &Served, head: &Parts) -> Option<String> {
    if !served.schema.service.dialect.gives_addresses.contains(&served.schema.name) {
        return None;
    }
    let host = head.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
    let host = host.map(wire::plain_host);
    host.or_else(|| head.uri.authority().map(|it| it.as_str())).map(str::to_owned)
}

/// An invocation may take a quarter of an hour, and its function may send bodies of its own: it
/// keeps no others waiting. How many there are at once is bounded by their concurrency.
fn runs_long(served: &Served) -> bool {
    served.schema.service.dialect.long.contains(&served.schema.name)
}

/// The operation's input. A long body is decoded beside the threads that answer others.
async fn decode(
    gateway: &Gateway,
    served: &Served,
    named: &Named,
    head: Parts,
    body: Body,
) -> Result<Box<dyn Shape>, WireError> {
    let schema = served.schema;
    let mut input = (schema.empty_input)();
    let is_long = matches!(&body, Body::Bytes(bytes) if bytes.len() > INLINE);
    if !is_long {
        wire::decode(schema, named, &head, body, &mut *input)?;
        return Ok(input);
    }
    let named = named.clone();
    let work = move || wire::decode(schema, &named, &head, body, &mut *input).map(|()| input);
    gateway.budget.aside(work).await?
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown")
}

/// An error, short enough for a line.
fn in_a_line(error: &WireError) -> String {
    let message = error.message.lines().next().unwrap_or_default();
    format!("{}: {message:.200}", error.code)
}

/// An error as its protocol writes it.
fn refuse(
    (service, codec): (Option<&'static Service>, Codec),
    error: &WireError,
    trail: &mut Trail,
) -> Response<Body> {
    let is_head = trail.method == Method::HEAD;
    trail.error = Some(in_a_line(error));
    trail.id = id_for(codec, &trail.id);
    wire::encode_error(service, codec, error, &trail.id, is_head).map(Body::Bytes)
}

/// S3's request ids are sixteen upper-case letters and digits, everyone else's are UUIDs.
fn id_for(codec: Codec, id: &str) -> String {
    if codec != Codec::RestXml || id.len() == 16 {
        return id.to_owned();
    }
    id.chars().filter(|&c| c != '-').take(16).map(|c| c.to_ascii_uppercase()).collect()
}

async fn internal(
    gateway: &Gateway,
    head: Parts,
    body: ByteStream,
) -> Result<Response<Body>, WireError> {
    let path = head.uri.path().trim_end_matches('/').to_owned();
    let bytes = owner::admit(gateway, &head, body).await?;
    if let Some(internal) = &gateway.internal
        && let Some(answer) = internal.handle(Request::from_parts(head, bytes)).await
    {
        return Ok(answer);
    }
    Ok(match path.as_str() {
        path if is_health(path) => {
            health(gateway.platform.registry(), gateway.config.auth == Auth::Off)
        }
        "/_waterwheel/metrics" => text(
            200,
            "text/plain; version=0.0.4; charset=utf-8",
            gateway.metrics.render(gateway.platform.registry()),
        ),
        _ => text(404, "text/plain", "There is nothing at this path.\n".to_owned()),
    })
}
