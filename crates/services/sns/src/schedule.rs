//! When a delivery that failed is tried again: delivery policies, and what they make of the number
//! of attempts that have failed.
//!
//! Follows "Amazon SNS message delivery retries". AWS adds jitter to what is computed here, which a
//! single sender has no need of.

use serde::{Deserialize, Serialize};
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

/// How the delay grows in the backoff phase, from its first retry to its last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backoff {
    /// By ever more: each step is one unit longer than the one before.
    Arithmetic,
    /// By doubling steps.
    Exponential,
    /// By a constant ratio.
    Geometric,
    /// By equal steps.
    #[default]
    Linear,
}

/// How often and when a failed delivery is tried again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Retries {
    /// Seconds.
    pub min_delay_target: u32,
    /// Seconds.
    pub max_delay_target: u32,
    /// All of them.
    pub num_retries: u32,
    /// The last ones, `max_delay_target` apart.
    pub num_max_delay_retries: u32,
    /// The first ones, at once.
    pub num_no_delay_retries: u32,
    /// Those that follow, `min_delay_target` apart.
    pub num_min_delay_retries: u32,
    /// What leads from one to the other between them.
    pub backoff_function: Backoff,
}

impl Retries {
    /// What stands where no policy says another, for endpoints of HTTP.
    pub const COMMON: Self = Self {
        min_delay_target: 20,
        max_delay_target: 20,
        num_retries: 3,
        num_max_delay_retries: 0,
        num_no_delay_retries: 0,
        num_min_delay_retries: 0,
        backoff_function: Backoff::Linear,
    };

    /// What no policy changes, for queues and functions: 23 days.
    pub const MANAGED: Self = Self {
        min_delay_target: 1,
        max_delay_target: 20,
        num_retries: 100_015,
        num_max_delay_retries: 100_000,
        num_no_delay_retries: 3,
        num_min_delay_retries: 2,
        backoff_function: Backoff::Exponential,
    };

    /// How long to wait for the next attempt when this many have failed; nothing when it is given
    /// up.
    pub fn delay(&self, failures: u32) -> Option<Duration> {
        let retry = failures.saturating_sub(1);
        if retry >= self.num_retries {
            return None;
        }
        let (least, most) = (self.min_delay_target, self.max_delay_target);
        let Some(retry) = retry.checked_sub(self.num_no_delay_retries) else {
            return Some(Duration::ZERO);
        };
        let Some(step) = retry.checked_sub(self.num_min_delay_retries) else {
            return Some(seconds(least));
        };
        let ahead = self.num_no_delay_retries.saturating_add(self.num_min_delay_retries);
        let behind = ahead.saturating_add(self.num_max_delay_retries);
        let steps = self.num_retries.saturating_sub(behind);
        if step >= steps {
            return Some(seconds(most));
        }
        let part = self.backoff_function.part(step, steps, f64::from(most) / f64::from(least));
        let ms = 1000.0 * (f64::from(least) + f64::from(most.saturating_sub(least)) * part);
        Some(Duration::from_millis(ms.round() as u64))
    }

    /// How long it takes until a delivery is given up, without the attempts themselves.
    fn whole(&self) -> Duration {
        (1..=self.num_retries).filter_map(|failures| self.delay(failures)).sum()
    }
}

impl Backoff {
    /// How far a step is from the least delay to the most, of 1. `ratio` is between them.
    fn part(self, step: u32, steps: u32, ratio: f64) -> f64 {
        let last = f64::from(steps.saturating_sub(1));
        if last < 1.0 {
            return 0.0;
        }
        let step = f64::from(step);
        match self {
            Self::Linear => step / last,
            Self::Arithmetic => step * (step + 1.0) / (last * (last + 1.0)),
            Self::Geometric if ratio > 1.0 => (ratio.powf(step / last) - 1.0) / (ratio - 1.0),
            Self::Geometric => step / last,
            Self::Exponential => (step.exp2() - 1.0) / (last.exp2() - 1.0),
        }
    }
}

fn seconds(number: u32) -> Duration {
    Duration::from_secs(number.into())
}

/// At most so many deliveries each second, to one endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Throttle {
    /// 1 or more.
    pub max_receives_per_second: u32,
}

/// What a delivery looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Request {
    /// Its `Content-Type`.
    pub header_content_type: String,
}

/// What holds for a subscription of HTTP, as `EffectiveDeliveryPolicy` shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Effective {
    /// When it is tried again.
    #[serde(rename = "healthyRetryPolicy")]
    pub retries: Retries,
    sickly_retry_policy: Option<()>,
    /// How fast it may be.
    #[serde(rename = "throttlePolicy")]
    pub throttle: Option<Throttle>,
    /// How it looks.
    #[serde(rename = "requestPolicy")]
    pub request: Request,
    guaranteed: bool,
}

/// What a topic's policy says, as `EffectiveDeliveryPolicy` shows it.
#[derive(Serialize)]
struct Shown {
    http: ShownHttp,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownHttp {
    default_healthy_retry_policy: Retries,
    disable_subscription_overrides: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_throttle_policy: Option<Throttle>,
    default_request_policy: Request,
}

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

/// What is wrong with a policy: AWS's sentence, without what stands before `DeliveryPolicy`.
pub type Wrong = String;

/// Holds a topic's policy against the rules.
///
/// # Errors
/// What is wrong with it.
pub fn check_topic(text: &str) -> Result<(), Wrong> {
    of_topic(text).map(drop)
}

/// Holds a subscription's policy against the rules. `is_raw` says whether messages go to it bare.
///
/// # Errors
/// What is wrong with it.
pub fn check_subscription(text: &str, is_raw: bool) -> Result<(), Wrong> {
    of_subscription(text, is_raw).map(drop)
}

/// What a topic shows as `EffectiveDeliveryPolicy`, of the policy that was set.
pub fn shown(topic: Option<&str>) -> String {
    let policy = topic.and_then(|text| of_topic(text).ok()).unwrap_or_default();
    let http = ShownHttp {
        default_healthy_retry_policy: policy.retries.unwrap_or(Retries::COMMON),
        disable_subscription_overrides: policy.is_last_word,
        default_throttle_policy: policy.throttle,
        default_request_policy: policy.request.unwrap_or_else(plain),
    };
    serde_json::to_string(&Shown { http }).unwrap_or_default()
}

/// What holds for a subscription, of its topic's policy and its own. They were checked when they
/// were set.
pub fn effective(topic: Option<&str>, subscription: Option<&str>) -> Effective {
    let topic = topic.and_then(|text| of_topic(text).ok()).unwrap_or_default();
    let own = subscription.filter(|_| !topic.is_last_word);
    let own = own.and_then(|text| of_subscription(text, true).ok()).unwrap_or_default();
    Effective {
        retries: own.retries.or(topic.retries).unwrap_or(Retries::COMMON),
        sickly_retry_policy: None,
        throttle: own.throttle.or(topic.throttle),
        request: own.request.or(topic.request).unwrap_or_else(plain),
        guaranteed: false,
    }
}

impl Effective {
    /// As `EffectiveDeliveryPolicy` shows it.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn plain() -> Request {
    Request { header_content_type: crate::document::TEXT.to_owned() }
}

/// What one policy says.
#[derive(Default)]
struct Said {
    retries: Option<Retries>,
    throttle: Option<Throttle>,
    request: Option<Request>,
    /// Subscriptions' own policies do not count.
    is_last_word: bool,
}

fn of_topic(text: &str) -> Result<Said, Wrong> {
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

fn of_subscription(text: &str, is_raw: bool) -> Result<Said, Wrong> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn delays(retries: &Retries) -> Vec<u64> {
        let all = 1..=retries.num_retries + 1;
        all.map_while(|failures| retries.delay(failures)).map(|it| it.as_secs()).collect()
    }

    #[test]
    fn the_example_of_the_guide_takes_its_four_phases() {
        let text = r#"{"healthyRetryPolicy":{"minDelayTarget":1,"maxDelayTarget":60,"numRetries":50,
            "numNoDelayRetries":3,"numMinDelayRetries":2,"numMaxDelayRetries":35,
            "backoffFunction":"exponential"},"throttlePolicy":{"maxReceivesPerSecond":10},
            "requestPolicy":{"headerContentType":"application/json"}}"#;
        check_subscription(text, false).unwrap();
        let effective = effective(None, Some(text));
        let all = delays(&effective.retries);
        assert_eq!(all.len(), 50);
        assert_eq!(all[..6], [0, 0, 0, 1, 1, 1]);
        assert_eq!(all[14..], [60; 36]);
        assert!(all[5..15].is_sorted());
        assert_eq!(effective.throttle, Some(Throttle { max_receives_per_second: 10 }));
        assert_eq!(effective.request.header_content_type, "application/json");
    }

    #[test]
    fn each_function_has_its_curve() {
        let of = |backoff_function| {
            let retries = Retries {
                min_delay_target: 5,
                max_delay_target: 260,
                num_retries: 9,
                backoff_function,
                ..Retries::COMMON
            };
            delays(&retries)
        };
        assert_eq!(of(Backoff::Linear), [5, 36, 68, 100, 132, 164, 196, 228, 260]);
        assert_eq!(of(Backoff::Exponential), [5, 6, 8, 12, 20, 36, 68, 132, 260]);
        assert_eq!(of(Backoff::Arithmetic), [5, 12, 26, 47, 75, 111, 153, 203, 260]);
        assert_eq!(of(Backoff::Geometric), [5, 8, 13, 22, 36, 59, 96, 158, 260]);
    }

    #[test]
    fn queues_and_functions_are_tried_for_weeks() {
        let managed = Retries::MANAGED;
        let first: Vec<_> = (1..=16).filter_map(|it| managed.delay(it)).collect();
        assert_eq!(first[..5], [0, 0, 0, 1, 1].map(seconds));
        assert_eq!(first[14..], [20, 20].map(seconds));
        assert_eq!(managed.delay(100_015), Some(seconds(20)));
        assert_eq!(managed.delay(100_016), None);
        assert_eq!(managed.whole().as_secs() / 86_400, 23);
    }

    #[test]
    fn what_is_wrong_is_told_as_aws_tells_it() {
        let base = r#""minDelayTarget":1,"maxDelayTarget":2,"numRetries":3"#;
        for (policy, reason) in [
            (
                r#"{"minDelayTarget":0,"maxDelayTarget":0,"numRetries":0}"#.to_owned(),
                "minDelayTarget must be greater than or equal to 1",
            ),
            (r#"{"numRetries":5}"#.to_owned(), "minDelayTarget must be specified"),
            (
                r#"{"minDelayTarget":1,"numRetries":5}"#.to_owned(),
                "maxDelayTarget must be specified",
            ),
            (
                r#"{"minDelayTarget":1,"maxDelayTarget":1}"#.to_owned(),
                "numRetries must be specified",
            ),
            (
                r#"{"minDelayTarget":5,"maxDelayTarget":3,"numRetries":4}"#.to_owned(),
                "maxDelayTarget must be greater than or equal to minDelayTarget",
            ),
            (
                r#"{"minDelayTarget":5,"maxDelayTarget":3601,"numRetries":4}"#.to_owned(),
                "maxDelayTarget must be less than or equal to 3600",
            ),
            (
                r#"{"minDelayTarget":1,"maxDelayTarget":1,"numRetries":101}"#.to_owned(),
                "numRetries must be less than or equal to 100",
            ),
            (
                format!(r#"{{{base},"numMinDelayRetries":2,"numMaxDelayRetries":2}}"#),
                "numRetries must be greater than or equal to total of numMinDelayRetries, \
              numNoDelayRetries and numMaxDelayRetries",
            ),
            (
                format!(r#"{{{base},"numNoDelayRetries":-1}}"#),
                "numNoDelayRetries must be greater than or equal to 0",
            ),
            (
                format!(r#"{{{base},"backoffFunction":"odd"}}"#),
                "backoffFunction: the value [odd] is not a valid backoff function",
            ),
        ] {
            let text = format!(r#"{{"http":{{"defaultHealthyRetryPolicy":{policy}}}}}"#);
            let expected = format!("DeliveryPolicy: http.defaultHealthyRetryPolicy.{reason}");
            assert_eq!(check_topic(&text).unwrap_err(), expected);
            let text = format!(r#"{{"healthyRetryPolicy":{policy}}}"#);
            let expected = format!("DeliveryPolicy: healthyRetryPolicy.{reason}");
            assert_eq!(check_subscription(&text, false).unwrap_err(), expected);
        }
        let slow =
            r#"{"healthyRetryPolicy":{"minDelayTarget":60,"maxDelayTarget":60,"numRetries":61}}"#;
        assert!(check_subscription(slow, false).unwrap_err().contains("total retry time"));
        let throttle = r#"{"throttlePolicy":{"maxReceivesPerSecond":0}}"#;
        assert_eq!(
            check_subscription(throttle, false).unwrap_err(),
            "DeliveryPolicy: throttlePolicy.maxReceivesPerSecond must be >= 1"
        );
        for odd in [
            "",
            "[]",
            "{\"https\":{}}",
            r#"{"http":{"x":1}}"#,
            r#"{"http":{"defaultSicklyRetryPolicy":{}}}"#,
        ] {
            assert!(check_topic(odd).is_err(), "{odd}");
        }
        let null = r#"{"healthyRetryPolicy":null,"sicklyRetryPolicy":null,"throttlePolicy":null,"guaranteed":false}"#;
        check_subscription(null, false).unwrap();
        assert!(check_subscription(r#"{"guaranteed":true}"#, false).is_err());
    }

    #[test]
    fn only_bare_messages_have_types_of_their_own() {
        let of = |kind: &str| format!(r#"{{"requestPolicy":{{"headerContentType":"{kind}"}}}}"#);
        check_subscription(&of("application/json"), false).unwrap();
        check_subscription(&of("text/plain; charset=UTF-8"), false).unwrap();
        check_subscription(&of("text/csv"), true).unwrap();
        check_subscription(&of("text/csv"), false).unwrap_err();
        check_subscription(&of("image/png"), true).unwrap_err();
        check_subscription(&of("text/plain;\\r\\nx: y"), true).unwrap_err();
    }

    #[test]
    fn what_is_shown_is_complete() {
        assert_eq!(
            shown(None),
            r#"{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}"#
        );
        assert_eq!(
            effective(None, None).text(),
            r#"{"healthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"sicklyRetryPolicy":null,"throttlePolicy":null,"requestPolicy":{"headerContentType":"text/plain; charset=UTF-8"},"guaranteed":false}"#
        );
    }

    #[test]
    fn a_topic_may_have_the_last_word() {
        let topic = |last: bool| {
            format!(
                r#"{{"http":{{"defaultHealthyRetryPolicy":{{"minDelayTarget":7,"maxDelayTarget":7,"numRetries":1}},"defaultThrottlePolicy":{{"maxReceivesPerSecond":2}},"disableSubscriptionOverrides":{last}}}}}"#
            )
        };
        let own =
            r#"{"healthyRetryPolicy":{"minDelayTarget":9,"maxDelayTarget":9,"numRetries":2}}"#;
        let free = effective(Some(&topic(false)), Some(own));
        assert_eq!((free.retries.min_delay_target, free.retries.num_retries), (9, 2));
        assert_eq!(free.throttle, Some(Throttle { max_receives_per_second: 2 }));
        assert_eq!(effective(Some(&topic(true)), Some(own)).retries.min_delay_target, 7);
        assert_eq!(effective(Some(&topic(false)), None).retries.num_retries, 1);
    }

    proptest! {
        #[test]
        fn a_policy_that_passes_is_kept_to(
            least in 1_i64..100,
            more in 0_i64..100,
            none in 0_i64..5,
            min in 0_i64..5,
            max in 0_i64..5,
            between in 0_i64..20,
            function in 0_usize..4,
        ) {
            let function = ["arithmetic", "exponential", "geometric", "linear"][function];
            let (most, all) = (least + more, none + min + max + between);
            let text = format!(
                r#"{{"healthyRetryPolicy":{{"minDelayTarget":{least},"maxDelayTarget":{most},"numRetries":{all},"numNoDelayRetries":{none},"numMinDelayRetries":{min},"numMaxDelayRetries":{max},"backoffFunction":"{function}"}}}}"#
            );
            if check_subscription(&text, false).is_ok() {
                let retries = effective(None, Some(&text)).retries;
                let all_delays: Vec<_> = (1..).map_while(|it| retries.delay(it)).collect();
                prop_assert_eq!(all_delays.len() as i64, all);
                prop_assert!(all_delays.is_sorted());
                prop_assert!(all_delays.iter().all(|it| it.as_secs() <= most as u64));
                prop_assert!(all_delays.iter().sum::<Duration>() <= LONGEST);
                let (none, min) = (none as usize, min as usize);
                prop_assert!(all_delays[..none].iter().all(Duration::is_zero));
                prop_assert!(all_delays[none..].iter().all(|it| it.as_secs() >= least as u64));
                prop_assert!(all_delays[none..none + min].iter().all(|it| it.as_secs() == least as u64));
            }
        }
    }
}
