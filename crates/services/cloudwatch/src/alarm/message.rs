//! What is told of a change: messages, events, and what history keeps of it.

use crate::records::alarm::{Alarm, Asked, MetricWatch, Standing, State, Watch};
use crate::unit;
use platform::Context;
use serde_json::{Value, json};
use shapes::Timestamp;
use std::collections::BTreeMap;

/// `2026-01-02T03:04:05.678+0000`
pub fn instant(ms: i64) -> String {
    Timestamp(ms).iso8601_millis().replace('Z', "+0000")
}

/// The names of regions as messages have them.
pub fn region_name(region: &str) -> &str {
    match region {
        "us-east-1" => "US East (N. Virginia)",
        "us-east-2" => "US East (Ohio)",
        "us-west-1" => "US West (N. California)",
        "us-west-2" => "US West (Oregon)",
        "af-south-1" => "Africa (Cape Town)",
        "ap-east-1" => "Asia Pacific (Hong Kong)",
        "ap-south-1" => "Asia Pacific (Mumbai)",
        "ap-northeast-1" => "Asia Pacific (Tokyo)",
        "ap-northeast-2" => "Asia Pacific (Seoul)",
        "ap-northeast-3" => "Asia Pacific (Osaka)",
        "ap-southeast-1" => "Asia Pacific (Singapore)",
        "ap-southeast-2" => "Asia Pacific (Sydney)",
        "ca-central-1" => "Canada (Central)",
        "eu-central-1" => "EU (Frankfurt)",
        "eu-west-1" => "EU (Ireland)",
        "eu-west-2" => "EU (London)",
        "eu-west-3" => "EU (Paris)",
        "eu-north-1" => "EU (Stockholm)",
        "eu-south-1" => "EU (Milan)",
        "me-south-1" => "Middle East (Bahrain)",
        "sa-east-1" => "South America (Sao Paulo)",
        other => other,
    }
}

/// The subject of a message, which has room for a hundred letters.
pub fn subject(cx: &Context, alarm: &Alarm) -> String {
    let subject = format!(
        "{}: \"{}\" in {}",
        alarm.standing.state.name(),
        alarm.name,
        region_name(&cx.region)
    );
    subject.chars().filter(|it| it.is_ascii() && !it.is_ascii_control()).take(100).collect()
}

/// The message to a topic.
pub fn to_topic(cx: &Context, alarm: &Alarm, before: &Standing) -> Value {
    let mut message = json!({
        "AlarmName": alarm.name,
        "AlarmDescription": alarm.description,
        "AWSAccountId": &*cx.account,
        "AlarmConfigurationUpdatedTimestamp": instant(alarm.configured_ms),
        "NewStateValue": alarm.standing.state.name(),
        "NewStateReason": alarm.standing.reason,
        "StateChangeTime": instant(alarm.standing.since_ms),
        "Region": region_name(&cx.region),
        "AlarmArn": arn(cx, &alarm.name),
        "OldStateValue": before.state.name(),
        "OKActions": alarm.ok_actions,
        "AlarmActions": alarm.alarm_actions,
        "InsufficientDataActions": alarm.insufficient_actions,
    });
    match &alarm.watch {
        Watch::Metric(watch) => message["Trigger"] = trigger(watch),
        Watch::Alarms(watch) => message["AlarmRule"] = watch.rule.clone().into(),
    }
    message
}

/// The ARN of an alarm.
pub fn arn(cx: &Context, name: &str) -> String {
    cx.arn("cloudwatch", format_args!("alarm:{name}"))
}

fn trigger(watch: &MetricWatch) -> Value {
    let missing = watch.missing.as_deref().unwrap_or("missing");
    let mut trigger = json!({
        "EvaluationPeriods": watch.periods,
        "ComparisonOperator": watch.comparison,
        "Threshold": watch.threshold,
        "TreatMissingData": missing,
        "EvaluateLowSampleCountPercentile": watch.low_samples.as_deref().unwrap_or(""),
    });
    if let Some(datapoints) = watch.datapoints {
        trigger["DatapointsToAlarm"] = datapoints.into();
    }
    let pairs = |dimensions: &[(String, String)]| -> Vec<Value> {
        dimensions.iter().map(|(name, value)| json!({"value": value, "name": name})).collect()
    };
    if let [Asked { id, metric: Some(metric), .. }] = &watch.queries[..]
        && id.is_empty()
    {
        trigger["MetricName"] = metric.name.clone().into();
        trigger["Namespace"] = metric.namespace.clone().into();
        if crate::statistic::Statistic::basic(&metric.stat).is_some() {
            trigger["StatisticType"] = "Statistic".into();
            trigger["Statistic"] = shouted(&metric.stat).into();
        } else {
            trigger["StatisticType"] = "ExtendedStatistic".into();
            trigger["ExtendedStatistic"] = metric.stat.clone().into();
        }
        trigger["Unit"] = metric.unit.clone().into();
        trigger["Dimensions"] = pairs(&metric.dimensions).into();
        trigger["Period"] = metric.period.into();
        return trigger;
    }
    let queries = watch.queries.iter().map(|query| {
        let mut told = json!({"Id": query.id, "ReturnData": query.return_data.unwrap_or(true)});
        if let Some(label) = &query.label {
            told["Label"] = label.clone().into();
        }
        if let Some(expression) = &query.expression {
            told["Expression"] = expression.clone().into();
        }
        if let Some(metric) = &query.metric {
            told["MetricStat"] = json!({
                "Metric": {
                    "Dimensions": pairs(&metric.dimensions),
                    "MetricName": metric.name,
                    "Namespace": metric.namespace,
                },
                "Period": metric.period,
                "Stat": metric.stat,
            });
        }
        told
    });
    trigger["Metrics"] = queries.collect::<Vec<_>>().into();
    trigger["Period"] = watch.queries.iter().find_map(|it| Some(it.metric.as_ref()?.period)).into();
    trigger
}

/// A statistic as messages have it: `SAMPLE_COUNT`.
fn shouted(stat: &str) -> String {
    if stat == "SampleCount" { "SAMPLE_COUNT".to_owned() } else { stat.to_ascii_uppercase() }
}

/// The event of a function.
pub fn to_function(cx: &Context, alarm: &Alarm, before: &Standing) -> Value {
    let state = |standing: &Standing| {
        let mut state = json!({
            "value": standing.state.name(),
            "reason": standing.reason,
            "timestamp": instant(standing.since_ms),
        });
        if let Some(data) = &standing.data {
            state["reasonData"] = data.clone().into();
        }
        state
    };
    let mut configuration = json!({});
    if let Some(description) = &alarm.description {
        configuration["description"] = description.clone().into();
    }
    match &alarm.watch {
        Watch::Metric(watch) => {
            configuration["metrics"] = watch.queries.iter().map(event_query).collect();
        }
        Watch::Alarms(watch) => {
            configuration["alarmRule"] = watch.rule.clone().into();
            if let Some(suppressor) = &watch.suppressor {
                configuration["actionsSuppressor"] = suppressor.clone().into();
                configuration["actionsSuppressorWaitPeriod"] = watch.wait.into();
                configuration["actionsSuppressorExtensionPeriod"] = watch.extension.into();
            }
        }
    }
    json!({
        "source": "aws.cloudwatch",
        "alarmArn": arn(cx, &alarm.name),
        "accountId": &*cx.account,
        "time": instant(alarm.standing.since_ms),
        "region": &*cx.region,
        "alarmData": {
            "alarmName": alarm.name,
            "state": state(&alarm.standing),
            "previousState": state(before),
            "configuration": configuration,
        },
    })
}

fn event_query(query: &Asked) -> Value {
    let id = if query.id.is_empty() { "m1" } else { &query.id };
    let mut told = json!({"id": id, "returnData": query.return_data.unwrap_or(true)});
    if let Some(label) = &query.label {
        told["label"] = label.clone().into();
    }
    if let Some(expression) = &query.expression {
        told["expression"] = expression.clone().into();
    }
    if let Some(metric) = &query.metric {
        let dimensions =
            metric.dimensions.iter().map(|(name, value)| (name.clone(), value.clone().into()));
        told["metricStat"] = json!({
            "metric": {
                "namespace": metric.namespace,
                "name": metric.name,
                "dimensions": Value::Object(dimensions.collect()),
            },
            "period": metric.period,
            "stat": metric.stat,
        });
    }
    told
}

/// What is told of the datapoints that a state comes from, the newest first, and of those that are missing.
pub fn reason_data(
    watch: &MetricWatch,
    (now, period): (i64, i64),
    evaluated: Vec<(i64, Option<f64>)>,
    samples: &BTreeMap<i64, f64>,
) -> String {
    let metric = watch.queries.iter().find_map(|it| it.metric.as_ref());
    let recent: Vec<f64> = evaluated.iter().rev().filter_map(|it| it.1).collect();
    let oldest = evaluated.iter().rev().find(|it| it.1.is_some());
    let each = evaluated.iter().map(|(at, value)| {
        let mut told = json!({"timestamp": instant(at * 1000)});
        if let Some(value) = value {
            if let Some(count) = samples.get(at) {
                told["sampleCount"] = (*count).into();
            }
            told["value"] = (*value).into();
        }
        told
    });
    let mut data = json!({
        "version": "1.0",
        "queryDate": instant(now),
        "period": period,
        "recentDatapoints": recent,
        "threshold": watch.threshold,
        "evaluatedDatapoints": each.collect::<Vec<_>>(),
    });
    if let Some((at, _)) = oldest {
        data["startDate"] = instant(at * 1000).into();
    }
    if let Some(metric) = metric {
        data["statistic"] = metric.stat.clone().into();
        if let Some(unit) = metric.unit.as_deref().filter(|it| unit::number(it).is_some()) {
            data["unit"] = unit.into();
        }
    }
    data.to_string()
}

/// What history keeps of a change of state.
pub fn state_history(before: &Standing, now: &Standing) -> (String, String) {
    let state = |standing: &Standing| {
        let mut state = json!({
            "stateValue": standing.state.name(),
            "stateReason": standing.reason,
        });
        if let Some(data) = &standing.data {
            state["stateReasonData"] =
                serde_json::from_str(data).unwrap_or_else(|_| data.clone().into());
        }
        state
    };
    let summary = format!("Alarm updated from {} to {}", told(before.state), told(now.state));
    let data = json!({"version": "1.0", "oldState": state(before), "newState": state(now)});
    (summary, data.to_string())
}

/// A state as summaries have it.
fn told(state: State) -> &'static str {
    match state {
        State::InsufficientData => "INSUFFICIENT_DATA",
        other => other.name(),
    }
}
