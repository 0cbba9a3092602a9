//! Deliveries to HTTP and HTTPS endpoints: one POST each, of at most fifteen seconds.
//!
//! An endpoint that answers 2xx has it. Another 4xx than 429 says that it does not want it, and it
//! is not asked again; everything else may pass ("Amazon SNS message delivery retries"). Redirects
//! are not followed. Where an endpoint may be, [`address`] says.

mod address;
mod client;
mod pace;

use crate::deliver::{Attempt, Delivery};
use crate::document::{self, TEXT};
use crate::records::message::Kind;
use crate::schedule::{self, Effective};
use crate::{Sns, errors};
use address::Address;
use bytes::Bytes;
use client::Client;
use http::header::{
    ACCEPT_ENCODING, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT, WWW_AUTHENTICATE,
};
use http::{Method, Request, StatusCode};
use http_body_util::Full;
use pace::Pace;
use platform::{Clock, Result};
use std::sync::Arc;
use std::time::Duration;

/// How long an endpoint has for its answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// As AWS calls itself.
const AGENT: &str = "Amazon Simple Notification Service Agent";

/// Sends to endpoints.
pub struct Sender {
    client: Client,
    pace: Pace,
    clock: Arc<dyn Clock>,
}

impl Sender {
    /// A sender. It connects to nothing before there is something to send.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { client: Client::default(), pace: Pace::default(), clock }
    }

    /// Sends a request, once it may be sent.
    async fn send(&self, request: Request<Full<Bytes>>) -> Attempt {
        tokio::select! {
            biased;
            answer = self.client.send(request) => match answer {
                Ok(answer) => judged(answer.status, &answer.headers),
                Err(problem) => Attempt::Failed(problem),
            },
            () = self.clock.sleep_outside(PATIENCE) => {
                Attempt::Failed(format!("no answer within {} seconds", PATIENCE.as_secs()))
            }
        }
    }
}

/// What an answer means for the delivery.
fn judged(status: StatusCode, headers: &http::HeaderMap) -> Attempt {
    let digest = |value: &HeaderValue| {
        let scheme = value.as_bytes().get(..6).unwrap_or_default();
        scheme.eq_ignore_ascii_case(b"digest")
    };
    match status.as_u16() {
        200..=299 => Attempt::Delivered,
        401 if headers.get_all(WWW_AUTHENTICATE).iter().any(digest) => Attempt::Refused(
            "the endpoint asks for Digest authentication, which is not implemented; Basic is"
                .to_owned(),
        ),
        429 => Attempt::Failed("the endpoint answered 429".to_owned()),
        code @ 400..=499 => Attempt::Refused(format!("the endpoint answered {code}")),
        code => Attempt::Failed(format!("the endpoint answered {code}")),
    }
}

/// Holds an endpoint that is to be subscribed against its protocol.
///
/// # Errors
/// It is no such URL, or one that is not called.
pub fn check(protocol: &str, endpoint: &str) -> Result<()> {
    let address = Address::parse(endpoint).filter(|address| address.scheme() == protocol);
    let Some(address) = address else {
        return Err(errors::invalid("Endpoint must match the specified protocol"));
    };
    address.check_host().map_err(|problem| errors::invalid_because("Endpoint", problem))
}

impl Sns {
    /// Waits until an endpoint may be called again, as its throttle policy says.
    pub async fn await_turn(&self, it: Delivery<'_>) {
        let Some(throttle) = policy(it).throttle else { return };
        let (key, now) = (it.subscription.arn(), self.sender.clock.now());
        let wait = self.sender.pace.turn(&key, throttle.max_receives_per_second, now);
        if !wait.is_zero() {
            self.sender.clock.sleep(wait).await;
        }
    }

    /// Makes one attempt at a delivery to an endpoint of HTTP or HTTPS.
    pub async fn deliver_http(&self, it: Delivery<'_>) -> Attempt {
        match self.request(it, &policy(it)).await {
            Ok(request) => self.sender.send(request).await,
            Err(attempt) => attempt,
        }
    }

    async fn request(
        &self,
        it: Delivery<'_>,
        policy: &Effective,
    ) -> std::result::Result<Request<Full<Bytes>>, Attempt> {
        let Delivery { subscription, message, .. } = it;
        let Some(address) = Address::parse(&subscription.endpoint) else {
            return Err(Attempt::Refused("the endpoint is no URL".to_owned()));
        };
        let body = if document::is_raw(subscription.is_raw(), message) {
            message.text_for(&subscription.protocol).to_owned()
        } else {
            self.document(it).await.map_err(|error| Attempt::Failed(error.to_string()))?
        };
        let kind = match message.kind {
            Kind::Notification => &policy.request.header_content_type,
            _ => TEXT,
        };
        let mut request = Request::new(Full::new(Bytes::from(body)));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = address.uri().clone();
        let headers = request.headers_mut();
        headers.insert(USER_AGENT, HeaderValue::from_static(AGENT));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip,deflate"));
        let own = document::headers(it).into_iter();
        let own = own.map(|(name, value)| (HeaderName::from_static(name), value));
        for (name, value) in own.chain([(CONTENT_TYPE, kind.to_owned())]) {
            let value = HeaderValue::try_from(value)
                .map_err(|_| Attempt::Refused(format!("{name} cannot be sent")))?;
            headers.insert(name, value);
        }
        if let Some(credentials) = address.credentials() {
            headers.insert(http::header::AUTHORIZATION, credentials.clone());
        }
        Ok(request)
    }
}

/// The policy for deliveries to a subscription.
pub fn policy(Delivery { topic, subscription, .. }: Delivery<'_>) -> Effective {
    let of = |attributes: &std::collections::BTreeMap<String, String>| {
        attributes.get("DeliveryPolicy").cloned()
    };
    let (topic, own) = (of(&topic.attributes), of(&subscription.attributes));
    schedule::effective(topic.as_deref(), own.as_deref())
}

#[cfg(test)]
mod tests;
