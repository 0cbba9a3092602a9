//! Delivery policies as clients write them, held against the rules of "Amazon SNS message delivery
//! retries" in the sentences of AWS.

use super::{Backoff, Request, Retries, Throttle, Wrong};
use serde::Deserialize;
use std::time::Duration;

/// The longest that all retries together may take.
const LONGEST: Duration = Duration::from_secs(3600);

/// How many retries there may be.
const MOST_RETRIES: u32 = 100;

/// What a document may be sent as.
const TYPES: [&str; 2] = ["application/json", "text/plain"];

/// What a bare message may be sent as, besides.
const BARE_TYPES: [&str; 10] = [
    "application/atom+xml",
    "application/octet-stream",
    "application/soap+xml",
    "application/x-www-form-urlencoded",
    "application/xhtml+xml",
    "application/xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/xml",
];

/// A topic's policy, as it is given.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfTopic {
    http: Option<Http>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Http {
    #[serde(default)]
    default_healthy_retry_policy: Option<Given>,
    #[serde(default)]
    disable_subscription_overrides: Option<bool>,
    #[serde(default)]
    default_throttle_policy: Option<GivenThrottle>,
    #[serde(default)]
    default_request_policy: Option<Request>,
    #[serde(default, rename = "defaultSicklyRetryPolicy")]
    sickly: Option<Given>,
}

/// A subscription's policy, as it is given.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OfSubscription {
    #[serde(default)]
    healthy_retry_policy: Option<Given>,
    #[serde(default)]
    throttle_policy: Option<GivenThrottle>,
    #[serde(default)]
    request_policy: Option<Request>,
    #[serde(default, rename = "sicklyRetryPolicy")]
    sickly: Option<Given>,
    #[serde(default)]
    guaranteed: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GivenThrottle {
    max_receives_per_second: Option<i64>,
}

/// Retries, as they are given.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Given {
    min_delay_target: Option<i64>,
    max_delay_target: Option<i64>,
    num_retries: Option<i64>,
    num_max_delay_retries: Option<i64>,
    num_no_delay_retries: Option<i64>,
    num_min_delay_retries: Option<i64>,
    backoff_function: Option<String>,
}

/// What one policy says.
#[derive(Default)]
pub struct Said {
    pub retries: Option<Retries>,
    pub throttle: Option<Throttle>,
    pub request: Option<Request>,
    /// Subscriptions' own policies do not count.
    pub is_last_word: bool,
}

/// Reads a topic's policy.
pub fn of_topic(text: &str) -> Result<Said, Wrong> {
    let given: OfTopic = parse(text)?;
    let http = given.http.unwrap_or_default();
    check_absent("http.defaultSicklyRetryPolicy", http.sickly.is_some())?;
    let path = "http.defaultHealthyRetryPolicy";
    let retries = http.default_healthy_retry_policy.map(|it| it.check(path)).transpose()?;
    let throttle = http.default_throttle_policy.map(|it| it.check("http.defaultThrottlePolicy"));
    if let Some(request) = &http.default_request_policy {
        check_type(request, "http.defaultRequestPolicy", false)?;
    }
    Ok(Said {
        retries,
        throttle: throttle.transpose()?,
        request: http.default_request_policy,
        is_last_word: http.disable_subscription_overrides.unwrap_or(false),
    })
}

/// Reads a subscription's policy. `is_raw` says whether messages go to it bare.
pub fn of_subscription(text: &str, is_raw: bool) -> Result<Said, Wrong> {
    let given: OfSubscription = parse(text)?;
    check_absent("sicklyRetryPolicy", given.sickly.is_some())?;
    check_absent("guaranteed", given.guaranteed == Some(true))?;
    let retries = given.healthy_retry_policy.map(|it| it.check("healthyRetryPolicy"));
    let throttle = given.throttle_policy.map(|it| it.check("throttlePolicy"));
    if let Some(request) = &given.request_policy {
        check_type(request, "requestPolicy", is_raw)?;
    }
    Ok(Said {
        retries: retries.transpose()?,
        throttle: throttle.transpose()?,
        request: given.request_policy,
        is_last_word: false,
    })
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Wrong> {
    serde_json::from_str(text)
        .map_err(|error| format!("DeliveryPolicy: failed to parse JSON. {error}"))
}

/// AWS keeps what nothing acts on.
fn check_absent(path: &str, is_given: bool) -> Result<(), Wrong> {
    if is_given { Err(format!("DeliveryPolicy: {path} is not supported")) } else { Ok(()) }
}

fn check_type(request: &Request, path: &str, is_raw: bool) -> Result<(), Wrong> {
    let given = &request.header_content_type;
    let bare = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_known = TYPES.contains(&&*bare) || is_raw && BARE_TYPES.contains(&&*bare);
    if is_known && given.bytes().all(|byte| matches!(byte, 0x20..0x7f)) {
        return Ok(());
    }
    Err(format!("DeliveryPolicy: {path}.headerContentType: the value [{given}] is not supported"))
}

impl GivenThrottle {
    fn check(self, path: &str) -> Result<Throttle, Wrong> {
        let rate = self.max_receives_per_second.and_then(|it| u32::try_from(it).ok());
        match rate.filter(|rate| *rate > 0) {
            Some(max_receives_per_second) => Ok(Throttle { max_receives_per_second }),
            None => Err(format!("DeliveryPolicy: {path}.maxReceivesPerSecond must be >= 1")),
        }
    }
}

impl Given {
    fn check(self, path: &str) -> Result<Retries, Wrong> {
        let wrong = |what: String| format!("DeliveryPolicy: {path}.{what}");
        let number = |name: &str, given: Option<i64>, least: u32, most: u32| {
            let given = given.ok_or_else(|| wrong(format!("{name} must be specified")))?;
            if given < least.into() {
                let what = format!("{name} must be greater than or equal to {least}");
                return Err(wrong(what));
            }
            let fits = u32::try_from(given).ok().filter(|it| *it <= most);
            fits.ok_or_else(|| wrong(format!("{name} must be less than or equal to {most}")))
        };
        let some = |name, given: Option<i64>| number(name, given.or(Some(0)), 0, u32::MAX);
        let longest = LONGEST.as_secs() as u32;
        let min_delay_target = number("minDelayTarget", self.min_delay_target, 1, u32::MAX)?;
        let max_delay_target = number("maxDelayTarget", self.max_delay_target, 1, longest)?;
        if max_delay_target < min_delay_target {
            let what = "maxDelayTarget must be greater than or equal to minDelayTarget";
            return Err(wrong(what.to_owned()));
        }
        let retries = Retries {
            min_delay_target,
            max_delay_target,
            num_retries: number("numRetries", self.num_retries, 0, MOST_RETRIES)?,
            num_max_delay_retries: some("numMaxDelayRetries", self.num_max_delay_retries)?,
            num_no_delay_retries: some("numNoDelayRetries", self.num_no_delay_retries)?,
            num_min_delay_retries: some("numMinDelayRetries", self.num_min_delay_retries)?,
            backoff_function: self.backoff(path)?,
        };
        let phases = [
            retries.num_max_delay_retries,
            retries.num_no_delay_retries,
            retries.num_min_delay_retries,
        ];
        if phases.into_iter().map(u64::from).sum::<u64>() > retries.num_retries.into() {
            let what = "numRetries must be greater than or equal to total of \
                        numMinDelayRetries, numNoDelayRetries and numMaxDelayRetries";
            return Err(wrong(what.to_owned()));
        }
        if retries.whole() > LONGEST {
            let most = LONGEST.as_secs();
            return Err(format!(
                "DeliveryPolicy: {path}: total retry time must be less than or equal to {most} seconds"
            ));
        }
        Ok(retries)
    }

    fn backoff(&self, path: &str) -> Result<Backoff, Wrong> {
        match self.backoff_function.as_deref() {
            None | Some("linear") => Ok(Backoff::Linear),
            Some("arithmetic") => Ok(Backoff::Arithmetic),
            Some("exponential") => Ok(Backoff::Exponential),
            Some("geometric") => Ok(Backoff::Geometric),
            Some(other) => Err(format!(
                "DeliveryPolicy: {path}.backoffFunction: the value [{other}] is not a valid backoff function"
            )),
        }
    }
}
