//! A service for tests, and short words for what they do.

use crate::CloudWatch;
use platform::testing::{self, START};
use platform::{Context, ManualClock, Result};
use shapes::Timestamp;
use shapes::cloudwatch::ops::*;
use shapes::cloudwatch::*;
use std::sync::Arc;

pub struct Setting {
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let service = CloudWatch::new(platform.clone());
    platform.serve(platform::served(&service));
    platform.deadlines.start();
    Setting { cx: testing::context(&platform), clock }
}

/// A datum of a metric at a second since the clock's start.
pub fn datum(name: &str, at: i64, value: f64) -> MetricDatum {
    MetricDatum {
        metric_name: name.to_owned(),
        timestamp: Some(second(at)),
        value: Some(value),
        ..Default::default()
    }
}

/// A second since the minute in which the clock starts.
pub fn second(at: i64) -> Timestamp {
    let start = START.seconds() - START.seconds().rem_euclid(3600);
    Timestamp((start + at) * 1000)
}

impl Setting {
    /// Puts into the namespace `n`.
    pub async fn put(&self, data: Vec<MetricDatum>) -> Result<()> {
        let input = PutMetricDataInput {
            namespace: "n".to_owned(),
            metric_data: Some(data),
            ..Default::default()
        };
        self.cx.call::<PutMetricData>(input).await.map(drop)
    }

    /// The sums, or what else is asked for, of a metric within an hour of the start.
    pub async fn get(&self, name: &str, period: i32, stat: &str) -> Vec<(i64, f64)> {
        let query = MetricDataQuery {
            id: "m".to_owned(),
            metric_stat: Some(MetricStat {
                metric: Metric {
                    namespace: Some("n".to_owned()),
                    metric_name: Some(name.to_owned()),
                    dimensions: None,
                },
                period,
                stat: stat.to_owned(),
                unit: None,
            }),
            ..Default::default()
        };
        let input = GetMetricDataInput {
            metric_data_queries: vec![query],
            start_time: second(0),
            end_time: second(3600),
            scan_by: Some("TimestampAscending".to_owned()),
            ..Default::default()
        };
        let output = self.cx.call::<GetMetricData>(input).await.unwrap();
        let result = output.metric_data_results.unwrap().remove(0);
        let at = result.timestamps.unwrap();
        let at = at.iter().map(|at| at.seconds() - second(0).seconds());
        at.zip(result.values.unwrap()).collect()
    }

    /// An alarm of the metric `m` when one of its sums is above 5.
    pub fn alarm(&self, name: &str) -> PutMetricAlarmInput {
        PutMetricAlarmInput {
            alarm_name: name.to_owned(),
            namespace: Some("n".to_owned()),
            metric_name: Some("m".to_owned()),
            statistic: Some("Sum".to_owned()),
            period: Some(60),
            evaluation_periods: Some(1),
            threshold: Some(5.0),
            comparison_operator: Some("GreaterThanThreshold".to_owned()),
            ..Default::default()
        }
    }

    /// The state of an alarm, once all that is due has been done.
    pub async fn state(&self, name: &str) -> String {
        self.cx.platform().deadlines.settled().await;
        let input = DescribeAlarmsInput {
            alarm_names: Some(vec![name.to_owned()]),
            alarm_types: Some(vec!["MetricAlarm".to_owned(), "CompositeAlarm".to_owned()]),
            ..Default::default()
        };
        let output = self.cx.call::<DescribeAlarms>(input).await.unwrap();
        let metric = output.metric_alarms.unwrap().pop().and_then(|it| it.state_value);
        let composite = output.composite_alarms.unwrap().pop().and_then(|it| it.state_value);
        metric.or(composite).unwrap()
    }

    /// The kinds and summaries of what has happened to an alarm, the oldest first.
    pub async fn history(&self, name: &str) -> Vec<String> {
        let input = DescribeAlarmHistoryInput {
            alarm_name: Some(name.to_owned()),
            scan_by: Some("TimestampAscending".to_owned()),
            ..Default::default()
        };
        let output = self.cx.call::<DescribeAlarmHistory>(input).await.unwrap();
        let items = output.alarm_history_items.unwrap().into_iter();
        items.map(|it| it.history_summary.unwrap()).collect()
    }
}
