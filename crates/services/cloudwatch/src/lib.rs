//! Amazon CloudWatch: metrics, alarms and dashboards.
//!
//! Knows: how points of metrics are kept, rolled up and asked for, metric math, and when an alarm changes its
//! state. Must not know: any protocol of clients, and which service a metric is of.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod operations;

use platform::{Platform, Served, Service, operations};
use shapes::cloudwatch::ops::*;
use std::sync::Arc;

/// The service.
pub struct CloudWatch {
    platform: Arc<Platform>,
}

impl CloudWatch {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        Arc::new(Self { platform })
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
