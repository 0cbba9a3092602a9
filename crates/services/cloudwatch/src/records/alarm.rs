//! An alarm.
//!
//! Table `cloudwatch-alarms`: account, region, name → JSON of [`Alarm`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use shapes::cloudwatch::{Metric, MetricDataQuery, MetricStat};
use store::Table;

pub static ALARMS: Records<Alarm> = Records::new(Table("cloudwatch-alarms"));

/// The state of an alarm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    Ok,
    Alarm,
    #[default]
    InsufficientData,
}

impl State {
    /// As it is told.
    pub fn name(self) -> &'static str {
        match self {
            State::Ok => "OK",
            State::Alarm => "ALARM",
            State::InsufficientData => "INSUFFICIENT_DATA",
        }
    }

    /// The one of a name.
    pub fn named(name: &str) -> Option<Self> {
        [State::Ok, State::Alarm, State::InsufficientData].into_iter().find(|it| it.name() == name)
    }
}

/// A state, and why it is so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub state: State,
    pub reason: String,
    /// JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// When it was told last.
    pub updated_ms: i64,
    /// When it became another.
    pub since_ms: i64,
}

/// A query of an alarm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_data: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<AskedMetric>,
}

/// A statistic of a metric.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AskedMetric {
    pub namespace: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<(String, String)>,
    pub period: i32,
    pub stat: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Asked {
    /// As the model has it.
    pub fn told(&self) -> MetricDataQuery {
        MetricDataQuery {
            id: self.id.clone(),
            expression: self.expression.clone(),
            label: self.label.clone(),
            return_data: self.return_data,
            period: self.period,
            account_id: None,
            metric_stat: self.metric.as_ref().map(|it| MetricStat {
                metric: Metric {
                    namespace: Some(it.namespace.clone()),
                    metric_name: Some(it.name.clone()),
                    dimensions: Some(crate::names::told(&it.dimensions)),
                },
                period: it.period,
                stat: it.stat.clone(),
                unit: it.unit.clone(),
            }),
        }
    }

    /// From what the model has.
    pub fn of(given: &MetricDataQuery) -> Self {
        let metric = given.metric_stat.as_ref().map(|it| AskedMetric {
            namespace: it.metric.namespace.clone().unwrap_or_default(),
            name: it.metric.metric_name.clone().unwrap_or_default(),
            dimensions: (it.metric.dimensions.iter().flatten())
                .map(|it| (it.name.clone(), it.value.clone()))
                .collect(),
            period: it.period,
            stat: it.stat.clone(),
            unit: it.unit.clone(),
        });
        Self {
            id: given.id.clone(),
            expression: given.expression.clone(),
            label: given.label.clone(),
            return_data: given.return_data,
            period: given.period,
            metric,
        }
    }
}

/// What an alarm watches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Watch {
    /// A metric, or an expression over several.
    Metric(MetricWatch),
    /// Other alarms.
    Alarms(AlarmsWatch),
}

/// When a metric is alarming.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricWatch {
    /// One query where the alarm is about one metric, whose id is empty; else as they were given.
    pub queries: Vec<Asked>,
    pub periods: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datapoints: Option<i32>,
    pub threshold: f64,
    pub comparison: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low_samples: Option<String>,
}

/// When alarms are alarming.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AlarmsWatch {
    pub rule: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppressor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<i32>,
    /// The actions of a change that wait for the suppressor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
}

/// Actions that are held back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// What the alarm was before.
    pub from: Standing,
    /// Since when.
    pub since_ms: i64,
    /// By what: `WaitPeriod`, `Alarm` or `ExtensionPeriod`.
    pub by: String,
    /// When the suppressor was seen to end, once it has suppressed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_ms: Option<i64>,
}

/// An alarm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alarm {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub enabled: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ok_actions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarm_actions: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insufficient_actions: Vec<String>,
    pub configured_ms: i64,
    pub standing: Standing,
    pub watch: Watch,
    /// When it is looked at next.
    pub due_ms: i64,
    /// What has partly been seen: `PARTIAL_DATA` or `EVALUATION_ERROR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
}

impl Alarm {
    /// What happens when it comes into a state.
    pub fn actions(&self, state: State) -> &[String] {
        match state {
            State::Ok => &self.ok_actions,
            State::Alarm => &self.alarm_actions,
            State::InsufficientData => &self.insufficient_actions,
        }
    }

    /// As history calls its kind.
    pub fn kind(&self) -> &'static str {
        match self.watch {
            Watch::Metric(_) => "MetricAlarm",
            Watch::Alarms(_) => "CompositeAlarm",
        }
    }
}

/// The key of an alarm; with an empty name, the prefix of all.
pub fn key(cx: &Context, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"a","enabled":true,"alarm_actions":["arn"],"configured_ms":1,"standing":{"state":"INSUFFICIENT_DATA","reason":"r","updated_ms":2,"since_ms":3},"watch":{"Metric":{"queries":[{"id":"","metric":{"namespace":"n","name":"m","dimensions":[["d","v"]],"period":60,"stat":"Sum"}}],"periods":1,"threshold":2.5,"comparison":"GreaterThanThreshold"}},"due_ms":4}"#;
        let alarm = ALARMS.decode(b"k", stored).unwrap();
        assert_eq!(ALARMS.encode(&alarm).unwrap(), &stored[..]);
        let stored = br#"{"name":"c","enabled":false,"configured_ms":1,"standing":{"state":"OK","reason":"","data":"{}","updated_ms":2,"since_ms":3},"watch":{"Alarms":{"rule":"ALARM(a)","suppressor":"s","wait":1,"extension":2,"held":{"from":{"state":"ALARM","reason":"","updated_ms":2,"since_ms":3},"since_ms":5,"by":"Alarm","ended_ms":6}}},"due_ms":0}"#;
        let alarm = ALARMS.decode(b"k", stored).unwrap();
        assert_eq!(ALARMS.encode(&alarm).unwrap(), &stored[..]);
    }
}
