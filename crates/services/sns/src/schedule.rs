//! When a delivery that failed is tried again: delivery policies, and what they make of the number
//! of attempts that have failed.
//!
//! Follows "Amazon SNS message delivery retries". AWS adds jitter to what is computed here, which a
//! single sender has no need of.

mod given;

use given::{of_subscription, of_topic};
use serde::{Deserialize, Serialize};
use std::time::Duration;

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

#[cfg(test)]
mod tests;
