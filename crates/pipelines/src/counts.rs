//! How many records a mapping has moved, where its `MetricsConfig` asks for `EventCount`.
//!
//! "Event source mapping metrics" in "Types of metrics for Lambda functions" of the Lambda developer
//! guide. They are counted from when this process began to carry out the mapping, and CloudWatch is told of
//! them as they come; and of how old the records are that a function gets, which needs no asking for.

use crate::records::mapping::Mapping;
use platform::Platform;
use platform::metrics::{Metric, Owner};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;

/// The counts, by the names that AWS gives the metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCounts {
    /// Records that were read.
    #[serde(rename = "PolledEventCount")]
    pub polled: u64,
    /// Of these, records that no filter wanted.
    #[serde(rename = "FilteredOutEventCount")]
    pub filtered_out: u64,
    /// Records that were offered to the function, as often as they were.
    #[serde(rename = "InvokedEventCount")]
    pub invoked: u64,
    /// Of these, records that the function failed with, or that did not reach it.
    #[serde(rename = "FailedInvokeEventCount")]
    pub failed_invoke: u64,
    /// Messages that were deleted after they were delivered or filtered out.
    #[serde(rename = "DeletedEventCount")]
    pub deleted: u64,
    /// Records of a stream that were given up.
    #[serde(rename = "DroppedEventCount")]
    pub dropped: u64,
    /// Of these, records whose letter the on-failure destination has taken.
    #[serde(rename = "OnFailureDestinationDeliveredEventCount")]
    pub on_failure_destination_delivered: u64,
}

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/Lambda", name, "Count")
}

static POLLED: Metric = count("PolledEventCount");
static FILTERED_OUT: Metric = count("FilteredOutEventCount");
static INVOKED: Metric = count("InvokedEventCount");
static FAILED_INVOKE: Metric = count("FailedInvokeEventCount");
static DELETED: Metric = count("DeletedEventCount");
static DROPPED: Metric = count("DroppedEventCount");
static DELIVERED: Metric = count("OnFailureDestinationDeliveredEventCount");
static ITERATOR_AGE: Metric = Metric::new("AWS/Lambda", "IteratorAge", "Milliseconds");

impl EventCounts {
    /// Adds what has come since.
    pub(crate) fn add(&mut self, more: &Self) {
        self.polled += more.polled;
        self.filtered_out += more.filtered_out;
        self.invoked += more.invoked;
        self.failed_invoke += more.failed_invoke;
        self.deleted += more.deleted;
        self.dropped += more.dropped;
        self.on_failure_destination_delivered += more.on_failure_destination_delivered;
    }

    /// Tells CloudWatch of what there is of it.
    pub(crate) fn tell(&self, platform: &Platform, mapping: &Mapping) {
        let all = [
            (&POLLED, self.polled),
            (&FILTERED_OUT, self.filtered_out),
            (&INVOKED, self.invoked),
            (&FAILED_INVOKE, self.failed_invoke),
            (&DELETED, self.deleted),
            (&DROPPED, self.dropped),
            (&DELIVERED, self.on_failure_destination_delivered),
        ];
        let there = all.into_iter().filter(|(_, count)| *count > 0);
        let values: Vec<_> = there.map(|(metric, count)| (metric, count as f64)).collect();
        if !values.is_empty() {
            let dimensions = [("EventSourceMappingUUID", &*mapping.uuid)];
            platform.metrics.count(platform.clock.now(), owner(mapping), &dimensions, &values);
        }
    }
}

/// Tells CloudWatch how old the last record is that a function is offered.
pub(crate) fn tell_iterator_age(
    platform: &Platform,
    mapping: &Mapping,
    now: Timestamp,
    age_ms: i64,
) {
    let (function, resource) = (("FunctionName", &*mapping.function), mapping.function_title());
    let values = [(&ITERATOR_AGE, age_ms as f64)];
    for dimensions in [&[][..], &[function], &[function, ("Resource", &resource)]] {
        platform.metrics.count(now, owner(mapping), dimensions, &values);
    }
}

fn owner(mapping: &Mapping) -> Owner<'_> {
    Owner { account: &mapping.account, region: &mapping.region }
}
