//! What an operation may reach.

use crate::{
    Arn, Error, Faulted, Handler, Known, Origin, Platform, Principal, Result, Visit, Wanted,
    dispatch,
};
use shapes::{Operation, Timestamp, constraints};
use std::sync::Arc;

/// One request's surroundings: who asks, where, and the ground it stands on.
#[derive(Clone)]
pub struct Context {
    /// The account whose resources are meant.
    pub account: Arc<str>,
    /// The region whose resources are meant.
    pub region: Arc<str>,
    /// Who asks.
    pub principal: Arc<Principal>,
    /// The id that the answer carries.
    pub request_id: Arc<str>,
    /// The trace that the caller's request belongs to, as it says in `X-Amzn-Trace-Id`.
    pub trace: Option<Arc<str>>,
    /// The ARN of the resource for whose sake a service calls, such as a topic's.
    pub source: Option<Arc<str>>,
    platform: Arc<Platform>,
    address: Option<Arc<str>>,
    wanted: Option<Arc<Wanted>>,
    /// Behind one pointer, since contexts are copied.
    known: Option<Arc<Known>>,
    faulted: Option<Arc<Faulted>>,
    /// Behind one pointer, since few have it.
    way: Option<Arc<Way>>,
    is_looking: bool,
    is_form: bool,
}

/// The way by which a call came.
#[derive(Clone, Default)]
struct Way {
    visit: Option<Arc<Visit>>,
    via: Option<&'static str>,
}

impl Context {
    /// A context for one request.
    pub fn new(
        platform: Arc<Platform>,
        principal: Principal,
        account: impl Into<Arc<str>>,
        region: impl Into<Arc<str>>,
        request_id: impl Into<Arc<str>>,
    ) -> Self {
        Self {
            account: account.into(),
            region: region.into(),
            principal: Arc::new(principal),
            request_id: request_id.into(),
            trace: None,
            source: None,
            platform,
            address: None,
            wanted: None,
            known: None,
            faulted: None,
            way: None,
            is_looking: false,
            is_form: false,
        }
    }

    /// The same surroundings within this trace, if any.
    pub fn traced(self, trace: Option<Arc<str>>) -> Self {
        Self { trace, ..self }
    }

    /// The same surroundings, where a service calls for the sake of one of its resources.
    pub fn on_behalf_of(self, source: impl Into<Arc<str>>) -> Self {
        Self { source: Some(source.into()), ..self }
    }

    /// The same surroundings, where a service calls another one in its caller's name.
    pub fn via(self, service: &'static str) -> Self {
        let visit = self.way.as_ref().and_then(|way| way.visit.clone());
        Self { way: Some(Arc::new(Way { visit, via: Some(service) })), ..self }
    }

    /// The service that calls in its caller's name, such as `s3.amazonaws.com`.
    pub fn service_on_the_way(&self) -> Option<&'static str> {
        self.way.as_ref()?.via
    }

    /// The same surroundings, where the operator looks on: it is counted nowhere, takes nothing from
    /// anybody's share, and meets no fault that is meant for clients.
    pub fn looking(self) -> Self {
        Self { is_looking: true, ..self }
    }

    /// Whether the operator looks on ([`Self::looking`]).
    pub fn is_looking(&self) -> bool {
        self.is_looking
    }

    /// The same surroundings, where a browser's form stands in the place of the operation's own request.
    pub fn of_form(self) -> Self {
        Self { is_form: true, ..self }
    }

    /// Whether a browser's form stands in the place of the operation's own request.
    pub fn is_of_form(&self) -> bool {
        self.is_form
    }

    /// The same request, made to this host and port.
    pub fn asked_at(self, address: impl Into<Arc<str>>) -> Self {
        Self { address: Some(address.into()), ..self }
    }

    /// The same surroundings of a client's request that came so.
    pub fn visited(self, visit: Option<Arc<Visit>>) -> Self {
        let via = self.service_on_the_way();
        let is_any = visit.is_some() || via.is_some();
        Self { way: is_any.then(|| Arc::new(Way { visit, via })), ..self }
    }

    /// The client's request as it came, where its service asks for that.
    pub fn visit(&self) -> Option<&Visit> {
        self.way.as_ref()?.visit.as_deref()
    }

    /// The same surroundings, where a call that only waits for something to come ends as soon as
    /// nobody wants it any more. Whatever else was begun is finished.
    pub fn while_wanted(self, wanted: Arc<Wanted>) -> Self {
        Self { wanted: Some(wanted), ..self }
    }

    /// The same surroundings, with what was read of the resource that the call is about, if anything.
    pub(crate) fn knowing(self, known: Option<Known>) -> Self {
        Self { known: known.map(Arc::new), ..self }
    }

    /// The record that was read to see whether the caller may, where its service has given it
    /// ([`Policies::look`](crate::Policies::look)). It is as old as the call.
    pub fn known<T: Send + Sync + 'static>(&self) -> Option<Arc<T>> {
        self.known.as_ref()?.record.clone().downcast().ok()
    }

    /// The same surroundings, where this goes wrong with the call.
    pub(crate) fn meeting(self, faulted: Option<Faulted>) -> Self {
        Self { faulted: faulted.map(Arc::new), ..self }
    }

    /// What is to go wrong with the call that its operation does by itself: it is throttled part by
    /// part, or its iterator is too old.
    pub fn faulted(&self) -> Option<&Faulted> {
        self.faulted.as_deref()
    }

    /// Resolves when what the call waits for is not wanted any more.
    pub async fn until_unwanted(&self) {
        match &self.wanted {
            Some(wanted) => wanted.until_ended().await,
            None => std::future::pending().await,
        }
    }

    /// Whether the call needs no other end than that its caller does not want any more what it
    /// waits for.
    pub fn waits_without_end(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| wanted.has_no_end())
    }

    /// The host and port that a client's request was made to, where the operation's answer names
    /// addresses.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The ground under all services.
    pub fn platform(&self) -> &Arc<Platform> {
        &self.platform
    }

    /// The tables engine.
    pub fn tables(&self) -> &dyn store::Tables {
        &*self.platform.store.tables
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        self.platform.clock.now()
    }

    /// The ARN of something in this account and region.
    pub fn arn(&self, service: &str, resource: impl std::fmt::Display) -> String {
        Arn::new(service, &self.region, &self.account, resource).text()
    }

    /// The ARN of who asks.
    pub fn caller_arn(&self) -> String {
        self.principal.arn(&self.region)
    }

    /// The same surroundings with another caller.
    pub fn acting_as(&self, principal: Principal) -> Self {
        Self { principal: Arc::new(principal), ..self.clone() }
    }

    /// Calls an operation of any service, in process, as this context's caller, in the way that a
    /// client's request goes too.
    ///
    /// # Errors
    /// The operation's own, and those of its model's constraints; an internal failure when nobody
    /// serves it.
    pub async fn call<O: Operation>(&self, input: O::Input) -> Result<O::Output> {
        let schema = O::SCHEMA;
        let Some(served) = self.platform.registry().find(schema.service.id, schema.name) else {
            return Err(Error::internal(format_args!("nobody serves {}", schema.name)));
        };
        constraints::validate(schema.service, &input, Vec::new())?;
        let input = Box::new(input);
        // What a call calls is no request of the client's.
        let context = self.clone().visited(None);
        let output = dispatch(served, context, input, Origin::Process, ()).await?;
        let output: Box<dyn std::any::Any> = output;
        match output.downcast::<O::Output>() {
            Ok(output) => Ok(*output),
            Err(_) => Err(Error::internal(format_args!("{} gave another output", schema.name))),
        }
    }
}

/// Calls a service's handler directly, as its own tests do.
impl Context {
    /// Runs one operation of `service`.
    pub async fn run<O, S>(&self, service: &S, input: O::Input) -> Result<O::Output>
    where
        O: Operation,
        S: Handler<O>,
    {
        service.handle(self, input).await
    }
}
