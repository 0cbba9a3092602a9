//! How many records a mapping has moved, where its `MetricsConfig` asks for `EventCount`.
//!
//! "Event source mapping metrics" in "Types of metrics for Lambda functions" of the Lambda developer
//! guide. They are counted from when this process began to carry out the mapping.

use serde::{Deserialize, Serialize};

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
