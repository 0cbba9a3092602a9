//! What CloudWatch is told of functions ("Types of metrics for Lambda functions"): of the account, of the
//! function, of the version or alias that was called, and of the version that an alias led to.

use crate::invocation::NotRun;
use crate::names::{self, Named};
use crate::records::function::Function;
use crate::records::queued::Recipient;
use ::functions::{InvokeError, Outcome};
use platform::Context;
use platform::metrics::{Metric, Owner};
use shapes::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/Lambda", name, "Count")
}

const fn time(name: &'static str) -> Metric {
    Metric::new("AWS/Lambda", name, "Milliseconds")
}

static INVOCATIONS: Metric = count("Invocations");
static ERRORS: Metric = count("Errors");
static THROTTLES: Metric = count("Throttles");
static DURATION: Metric = time("Duration");
static CONCURRENT: Metric = count("ConcurrentExecutions");
static UNRESERVED: Metric = count("UnreservedConcurrentExecutions");
static RECEIVED: Metric = count("AsyncEventsReceived");
static AGE: Metric = time("AsyncEventAge");
static DROPPED: Metric = count("AsyncEventsDropped");
static DEAD_LETTER_ERRORS: Metric = count("DeadLetterErrors");
static DELIVERY_FAILURES: Metric = count("DestinationDeliveryFailures");

/// How many invocations run now in this process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Of the function.
    function: u32,
    /// Of the account in the region.
    account: u32,
    /// Of these, of functions without a reservation.
    unreserved: u32,
}

/// What runs now, by functions' ARNs and by accounts and regions.
#[derive(Default)]
pub struct Concurrency(Mutex<Running>);

#[derive(Default)]
struct Running {
    functions: HashMap<String, u32>,
    accounts: HashMap<String, (u32, u32)>,
}

/// An invocation that runs, until it is dropped.
pub struct Run<'a> {
    all: &'a Concurrency,
    arn: &'a str,
    account: String,
    is_reserved: bool,
    /// What ran when it was begun, itself included.
    pub now: Now,
}

impl Concurrency {
    /// One more runs.
    pub fn enter<'a>(&'a self, cx: &Context, function: &'a Function) -> Run<'a> {
        let account = format!("{} {}", cx.account, cx.region);
        let is_reserved = function.reserved.is_some();
        let mut running = self.lock();
        let of_function = running.functions.entry(function.arn.clone()).or_default();
        *of_function += 1;
        let function_now = *of_function;
        let (all, unreserved) = running.accounts.entry(account.clone()).or_default();
        *all += 1;
        *unreserved += u32::from(!is_reserved);
        let now = Now { function: function_now, account: *all, unreserved: *unreserved };
        Run { all: self, arn: &function.arn, account, is_reserved, now }
    }

    fn lock(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Run<'_> {
    fn drop(&mut self) {
        let mut running = self.all.lock();
        match running.functions.get_mut(self.arn) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(running.functions.remove(self.arn)),
        }
        match running.accounts.get_mut(&self.account) {
            Some((all, unreserved)) if *all > 1 => {
                *all -= 1;
                *unreserved -= u32::from(!self.is_reserved);
            }
            _ => drop(running.accounts.remove(&self.account)),
        }
    }
}

/// What was called, of which something is told.
pub struct Told<'a> {
    /// Where.
    pub cx: &'a Context,
    /// The function's name.
    pub function: &'a str,
    /// The version or alias, where one was named.
    pub qualifier: Option<&'a str>,
}

type Value = (&'static Metric, f64);

impl<'a> Told<'a> {
    /// What a caller has named.
    pub fn of(cx: &'a Context, named: &'a Named) -> Self {
        Self { cx, function: &named.name, qualifier: named.qualifier.as_deref() }
    }

    /// It was run, begun then, by this version, when so many ran. AWS tells of an error, too, at the
    /// time at which the function was invoked.
    pub fn of_run(&self, begun: Timestamp, version: &str, running: Now, outcome: &Outcome) {
        let mut values = [
            (&INVOCATIONS, 1.0),
            (&ERRORS, f64::from(outcome.error.is_some())),
            (&DURATION, outcome.duration.as_secs_f64() * 1000.0),
            (&THROTTLES, 0.0),
            (&CONCURRENT, f64::from(running.function)),
            (&UNRESERVED, f64::from(running.unreserved)),
        ];
        let [of_function @ .., _] = &values;
        self.tell_of_function(begun, of_function);
        if let Some(alias) = self.qualifier.filter(|it| names::is_alias(it)) {
            let resource = format!("{}:{alias}", self.function);
            let dimensions = [
                ("FunctionName", self.function),
                ("Resource", &resource),
                ("ExecutedVersion", version),
            ];
            self.put(begun, &dimensions, of_function);
        }
        values[4].1 = f64::from(running.account);
        self.put(begun, &[], &values);
    }

    /// It was not run, if for as many that run already.
    pub fn of_throttle(&self, begun: Timestamp, not_run: Option<&NotRun>) {
        if let Some(NotRun::Reserved | NotRun::Runner(InvokeError::Throttled)) = not_run {
            self.tell(begun, &[(&THROTTLES, 1.0)]);
        }
    }

    /// An event for it was accepted.
    pub fn of_event_received(&self) {
        self.tell(self.cx.now(), &[(&RECEIVED, 1.0)]);
    }

    /// It is to be run with an event that was accepted then.
    pub fn of_event_age(&self, accepted_ms: i64) {
        let age_ms = self.cx.now().millis().saturating_sub(accepted_ms).max(0);
        self.tell(self.cx.now(), &[(&AGE, age_ms as f64)]);
    }

    /// An event was given up.
    pub fn of_event_dropped(&self) {
        self.tell(self.cx.now(), &[(&DROPPED, 1.0)]);
    }

    /// What became of an event cannot be told there.
    pub fn of_letter_failed(&self, recipient: Recipient) {
        let metric = match recipient {
            Recipient::Destination => &DELIVERY_FAILURES,
            Recipient::DeadLetter => &DEAD_LETTER_ERRORS,
        };
        self.tell(self.cx.now(), &[(metric, 1.0)]);
    }

    fn tell(&self, at: Timestamp, values: &[Value]) {
        self.put(at, &[], values);
        self.tell_of_function(at, values);
    }

    fn tell_of_function(&self, at: Timestamp, values: &[Value]) {
        let qualified = self.qualifier.map(|qualifier| format!("{}:{qualifier}", self.function));
        let resource = qualified.as_deref().unwrap_or(self.function);
        let function = ("FunctionName", self.function);
        self.put(at, &[function], values);
        self.put(at, &[function, ("Resource", resource)], values);
    }

    fn put(&self, at: Timestamp, dimensions: &[(&'static str, &str)], values: &[Value]) {
        let owner = Owner { account: &self.cx.account, region: &self.cx.region };
        self.cx.platform().metrics.count(at, owner, dimensions, values);
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::{create_with, setting, until};
    use platform::testing::{check_counted, counted};
    use shapes::lambda::ops::{
        CreateAlias, CreateFunction, Invoke, PublishVersion, PutFunctionConcurrency,
        PutFunctionEventInvokeConfig,
    };
    use shapes::lambda::{
        CreateAliasRequest, InvocationRequest, PublishVersionRequest,
        PutFunctionConcurrencyRequest, PutFunctionEventInvokeConfigRequest,
    };
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    fn with(by: u32, qualifier: Option<&str>) -> InvocationRequest {
        InvocationRequest {
            function_name: "f".into(),
            payload: Some(format!(r#"{{"by":{by}}}"#).into()),
            qualifier: qualifier.map(ToOwned::to_owned),
            ..Default::default()
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn invocations_are_told_of_function_alias_and_account() {
        let at = setting().await;
        let (cx, service) = (&at.cx, &*at.service);
        let made = create_with("f", "def handler(e, c):\n    return 1 / e['by']\n");
        cx.run::<CreateFunction, _>(service, made).await.unwrap();
        let publish = PublishVersionRequest { function_name: "f".into(), ..Default::default() };
        cx.run::<PublishVersion, _>(service, publish).await.unwrap();
        let alias = CreateAliasRequest {
            function_name: "f".into(),
            name: "live".into(),
            function_version: "1".into(),
            ..Default::default()
        };
        cx.run::<CreateAlias, _>(service, alias).await.unwrap();
        for (by, qualifier) in [(1, None), (0, None), (1, Some("live"))] {
            cx.run::<Invoke, _>(service, with(by, qualifier)).await.unwrap();
        }
        let expected = [
            ("Invocations", 3, 3.0),
            ("Errors", 3, 1.0),
            ("UnreservedConcurrentExecutions", 3, 3.0),
            ("Invocations FunctionName=f", 3, 3.0),
            ("Errors FunctionName=f", 3, 1.0),
            ("ConcurrentExecutions FunctionName=f", 3, 3.0),
            ("Throttles FunctionName=f", 3, 0.0),
            ("Invocations FunctionName=f Resource=f", 2, 2.0),
            ("Errors FunctionName=f Resource=f", 2, 1.0),
            ("Invocations FunctionName=f Resource=f:live", 1, 1.0),
            ("Invocations FunctionName=f Resource=f:live ExecutedVersion=1", 1, 1.0),
        ];
        check_counted(cx.platform(), &expected);
        let none = PutFunctionConcurrencyRequest {
            function_name: "f".into(),
            reserved_concurrent_executions: 0,
        };
        cx.run::<PutFunctionConcurrency, _>(service, none).await.unwrap();
        cx.run::<Invoke, _>(service, with(1, None)).await.unwrap_err();
        let told = counted(cx.platform());
        assert_eq!(told["Throttles FunctionName=f"], (1, 1.0));
        assert!(!told.contains_key("Invocations"));
        assert!(service.concurrency.lock().accounts.is_empty());
        at.runner.shutdown().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn events_are_told_of_when_they_come_and_when_they_are_given_up() {
        let at = setting().await;
        let (cx, service) = (&at.cx, &*at.service);
        let made = create_with("f", "def handler(e, c):\n    return 1 / e['by']\n");
        cx.run::<CreateFunction, _>(service, made).await.unwrap();
        let once = PutFunctionEventInvokeConfigRequest {
            function_name: "f".into(),
            maximum_retry_attempts: Some(0),
            ..Default::default()
        };
        cx.run::<PutFunctionEventInvokeConfig, _>(service, once).await.unwrap();
        let event = InvocationRequest { invocation_type: Some("Event".into()), ..with(0, None) };
        cx.run::<Invoke, _>(service, event).await.unwrap();
        let told = Mutex::new(BTreeMap::new());
        until(async || {
            let mut told = told.lock().unwrap();
            told.extend(counted(cx.platform()));
            told.contains_key("AsyncEventsDropped FunctionName=f")
        })
        .await;
        let told = told.into_inner().unwrap();
        for metric in ["AsyncEventsReceived", "AsyncEventsDropped", "Errors"] {
            assert_eq!(told[&format!("{metric} FunctionName=f Resource=f")], (1, 1.0), "{metric}");
        }
        assert_eq!(told["AsyncEventAge FunctionName=f"], (1, 0.0));
        at.runner.shutdown().await;
    }
}
