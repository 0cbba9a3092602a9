//! Amazon CloudWatch: metrics, alarms and dashboards.
//!
//! Knows: how points of metrics are kept, rolled up and asked for, metric math, and when an alarm changes its
//! state. Must not know: any protocol of clients, and which service a metric is of.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod alarm;
mod asks;
mod counts;
mod dashboard;
mod errors;
#[cfg(test)]
mod fixture;
mod labels;
mod math;
mod names;
mod operations;
mod paging;
mod point;
mod points;
mod queries;
mod records;
mod statistic;
mod tags;
#[cfg(test)]
mod tests;
mod unit;

use platform::{BoxFuture, Platform, Served, Service, operations};
use shapes::cloudwatch::ops::*;
use std::sync::Arc;

/// The service.
pub struct CloudWatch {
    platform: Arc<Platform>,
    /// Values on their way into the tables.
    train: Arc<points::Train>,
    /// What services have counted, on its way.
    counts: counts::Counts,
}

impl CloudWatch {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>) -> Arc<Self> {
        let service =
            Arc::new(Self { platform, train: Arc::default(), counts: counts::Counts::default() });
        service.keep_sweeping();
        service.keep_looking();
        service.keep_acting();
        service
    }
}

impl Service for CloudWatch {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            DeleteAlarms: |cx, it| asks::alarms("cloudwatch:DeleteAlarms", cx, &it.alarm_names),
            DeleteDashboards: |cx, it| asks::dashboards(cx, &it.dashboard_names),
            DescribeAlarmHistory: |cx, it| asks::alarm_or_all(cx, it.alarm_name.as_deref()),
            DescribeAlarms: asks::described,
            DescribeAlarmsForMetric: |cx, _| asks::alarm_or_all(cx, None),
            DisableAlarmActions: |cx, it| {
                asks::alarms("cloudwatch:DisableAlarmActions", cx, &it.alarm_names)
            },
            EnableAlarmActions: |cx, it| {
                asks::alarms("cloudwatch:EnableAlarmActions", cx, &it.alarm_names)
            },
            GetDashboard: |cx, it| asks::dashboard(cx, &it.dashboard_name),
            GetMetricData,
            GetMetricStatistics,
            ListDashboards,
            ListMetrics,
            ListTagsForResource: |_, it| platform::Asks::on(&it.resource_arn),
            PutCompositeAlarm: |cx, it| asks::put_alarm(cx, &it.alarm_name, &it.tags),
            PutDashboard: asks::put_dashboard,
            PutMetricAlarm: |cx, it| asks::put_alarm(cx, &it.alarm_name, &it.tags),
            PutMetricData,
            SetAlarmState: |cx, it| asks::alarm_or_all(cx, Some(&it.alarm_name)),
            TagResource: |_, it| platform::Asks::on(&it.resource_arn),
            UntagResource: |_, it| platform::Asks::on(&it.resource_arn),
        ]
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, platform::Result<()>> {
        self.keep_counting();
        Box::pin(async { Ok(()) })
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.stop_counting())
    }
}
