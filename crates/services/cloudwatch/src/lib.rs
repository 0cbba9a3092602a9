//! Amazon CloudWatch: metrics, alarms and dashboards.
//!
//! Knows: how points of metrics are kept, rolled up and asked for, metric math, and when an alarm changes its
//! state. Must not know: any protocol of clients, and which service a metric is of.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod errors;
mod names;
mod operations;
mod paging;
mod point;
mod points;
mod records;
mod statistic;
mod unit;

use platform::{Platform, Served, Service, operations};
use shapes::cloudwatch::ops::*;
use std::sync::Arc;

/// The service.
pub struct CloudWatch {
    platform: Arc<Platform>,
    /// Values on their way into the tables.
    train: Arc<points::Train>,
}

impl CloudWatch {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        let service = Arc::new(Self { platform, train: Arc::default() });
        service.keep_sweeping();
        service
    }

    /// Has all that services have counted where it is read.
    pub(crate) async fn flush(&self) -> platform::Result<()> {
        Ok(())
    }
}

impl Service for CloudWatch {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            DeleteAlarms,
            DeleteDashboards,
            DescribeAlarmHistory,
            DescribeAlarms,
            DescribeAlarmsForMetric,
            DisableAlarmActions,
            EnableAlarmActions,
            GetDashboard,
            GetMetricData,
            GetMetricStatistics,
            ListDashboards,
            ListMetrics,
            ListTagsForResource,
            PutCompositeAlarm,
            PutDashboard,
            PutMetricAlarm,
            PutMetricData,
            SetAlarmState,
            TagResource,
            UntagResource,
        ]
    }
}
