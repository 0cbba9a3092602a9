//! Alarms as they are told.

use super::message;
use crate::records::alarm::{Alarm, AlarmsWatch, Asked, MetricWatch, Watch};
use crate::{names, statistic::Statistic};
use platform::Context;
use shapes::Timestamp;
use shapes::cloudwatch::{CompositeAlarm, MetricAlarm};

/// An alarm of a metric.
pub fn metric(cx: &Context, alarm: &Alarm, watch: &MetricWatch) -> MetricAlarm {
    let standing = &alarm.standing;
    let mut told = MetricAlarm {
        alarm_name: Some(alarm.name.clone()),
        alarm_arn: Some(message::arn(cx, &alarm.name)),
        alarm_description: alarm.description.clone(),
        alarm_configuration_updated_timestamp: Some(Timestamp(alarm.configured_ms)),
        actions_enabled: Some(alarm.enabled),
        ok_actions: Some(alarm.ok_actions.clone()),
        alarm_actions: Some(alarm.alarm_actions.clone()),
        insufficient_data_actions: Some(alarm.insufficient_actions.clone()),
        state_value: Some(standing.state.name().to_owned()),
        state_reason: Some(standing.reason.clone()),
        state_reason_data: standing.data.clone(),
        state_updated_timestamp: Some(Timestamp(standing.updated_ms)),
        state_transitioned_timestamp: Some(Timestamp(standing.since_ms)),
        evaluation_periods: Some(watch.periods),
        datapoints_to_alarm: watch.datapoints,
        threshold: Some(watch.threshold),
        comparison_operator: Some(watch.comparison.clone()),
        treat_missing_data: watch.missing.clone(),
        evaluate_low_sample_count_percentile: watch.low_samples.clone(),
        evaluation_state: alarm.trouble.clone(),
        ..Default::default()
    };
    if let [Asked { id, metric: Some(metric), .. }] = &watch.queries[..]
        && id.is_empty()
    {
        let is_basic = Statistic::basic(&metric.stat).is_some();
        told.metric_name = Some(metric.name.clone());
        told.namespace = Some(metric.namespace.clone());
        told.statistic = is_basic.then(|| metric.stat.clone());
        told.extended_statistic = (!is_basic).then(|| metric.stat.clone());
        told.period = Some(metric.period);
        told.unit.clone_from(&metric.unit);
        told.dimensions = Some(names::told(&metric.dimensions));
    } else {
        told.dimensions = Some(Vec::new());
        told.metrics = Some(watch.queries.iter().map(Asked::told).collect());
    }
    told
}

/// A composite alarm.
pub fn composite(cx: &Context, alarm: &Alarm, watch: &AlarmsWatch) -> CompositeAlarm {
    let standing = &alarm.standing;
    CompositeAlarm {
        actions_enabled: Some(alarm.enabled),
        alarm_actions: Some(alarm.alarm_actions.clone()),
        alarm_arn: Some(message::arn(cx, &alarm.name)),
        alarm_configuration_updated_timestamp: Some(Timestamp(alarm.configured_ms)),
        alarm_description: alarm.description.clone(),
        alarm_name: Some(alarm.name.clone()),
        alarm_rule: Some(watch.rule.clone()),
        insufficient_data_actions: Some(alarm.insufficient_actions.clone()),
        ok_actions: Some(alarm.ok_actions.clone()),
        state_reason: Some(standing.reason.clone()),
        state_reason_data: standing.data.clone(),
        state_updated_timestamp: Some(Timestamp(standing.updated_ms)),
        state_value: Some(standing.state.name().to_owned()),
        state_transitioned_timestamp: Some(Timestamp(standing.since_ms)),
        actions_suppressed_by: watch.held.as_ref().map(|it| it.by.clone()),
        actions_suppressed_reason: watch
            .held
            .as_ref()
            .map(|it| format!("Actions are suppressed by {}", it.by)),
        actions_suppressor: watch.suppressor.clone(),
        actions_suppressor_wait_period: watch.wait,
        actions_suppressor_extension_period: watch.extension,
        ..Default::default()
    }
}

/// All of these, by their kinds.
pub fn each<'a>(
    cx: &Context,
    alarms: impl IntoIterator<Item = &'a Alarm>,
) -> (Vec<MetricAlarm>, Vec<CompositeAlarm>) {
    let (mut metrics, mut composites) = (Vec::new(), Vec::new());
    for alarm in alarms {
        match &alarm.watch {
            Watch::Metric(watch) => metrics.push(metric(cx, alarm, watch)),
            Watch::Alarms(watch) => composites.push(composite(cx, alarm, watch)),
        }
    }
    (metrics, composites)
}
