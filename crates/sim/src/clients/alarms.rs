//! Clients that bring alarms into states, by hand and by metrics, and look at the end what their history tells.

use super::metrics::{NAMESPACE, expect};
use super::{Client, Servers};
use crate::witness::History;
use platform::{DEFAULT_ACCOUNT, DEFAULT_REGION};
use serde_json::Value;
use shapes::cloudwatch::ops::{
    DescribeAlarmHistory, DescribeAlarms, PutMetricAlarm, PutMetricData, SetAlarmState,
};
use shapes::cloudwatch::{
    DescribeAlarmHistoryInput, DescribeAlarmsInput, MetricDatum, PutMetricAlarmInput,
    PutMetricDataInput, SetAlarmStateInput,
};
use shapes::sns::ops::{CreateTopic, DeleteTopic};
use shapes::sns::{CreateTopicInput, DeleteTopicInput};

/// One that is set by hand alone, and one that follows a metric.
const HELD: &str = "held";
const PULSE: &str = "pulse";
const TOPIC: &str = "alarms";
const STATES: [&str; 3] = ["OK", "ALARM", "INSUFFICIENT_DATA"];
/// How many seconds a period of the alarms has.
const PERIOD_S: i32 = 10;
/// Within how many seconds of the world's time a metric brings its alarm into a state, and all is done that is to
/// be done then.
const SETTLED_WITHIN_S: u64 = 240;

fn topic() -> String {
    format!("arn:aws:sns:{DEFAULT_REGION}:{DEFAULT_ACCOUNT}:{TOPIC}")
}

/// Makes the alarms, and what they tell.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn prepare(client: &Client, servers: Servers) -> platform::Result<()> {
    let sns = client.named("prepare", servers.sns);
    if servers.feed_queues() {
        let input = || CreateTopicInput { name: TOPIC.to_owned(), ..Default::default() };
        sns.insist(|| sns.call::<CreateTopic>(TOPIC, input())).await?;
    }
    let client = client.named("prepare", servers.cloudwatch);
    let actions = servers.feed_queues().then(|| vec![topic()]);
    for (name, missing) in [(HELD, "ignore"), (PULSE, "notBreaching")] {
        let input = || PutMetricAlarmInput {
            alarm_name: name.to_owned(),
            alarm_actions: actions.clone(),
            namespace: Some(NAMESPACE.to_owned()),
            metric_name: Some(name.to_owned()),
            statistic: Some("Maximum".to_owned()),
            period: Some(PERIOD_S),
            evaluation_periods: Some(1),
            threshold: Some(0.0),
            comparison_operator: Some("GreaterThanThreshold".to_owned()),
            treat_missing_data: Some(missing.to_owned()),
            ..Default::default()
        };
        client.insist(|| client.call::<PutMetricAlarm>(name, input())).await?;
    }
    Ok(())
}

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..2 {
        client.work(set(client.named(&format!("setter{number}"), servers.cloudwatch)));
    }
    client.work(beat(client.named("pulse", servers.cloudwatch)));
}

/// Keeps setting states.
async fn set(client: Client) {
    while client.is_due() {
        let name = if client.one_in(4) { PULSE } else { HELD };
        let reason = format!("{}-{}", client.name, client.time.number());
        let input = SetAlarmStateInput {
            alarm_name: name.to_owned(),
            state_value: STATES[client.index(STATES.len())].to_owned(),
            state_reason: reason.clone(),
            ..Default::default()
        };
        let answer = client.call::<SetAlarmState>(&reason, input).await;
        expect(&client, answer);
        client.rest(700_000).await;
    }
}

/// Keeps giving the metric a value that makes its alarm one, now and then.
async fn beat(client: Client) {
    while client.is_due() {
        let put = client.call::<PutMetricData>(PULSE, pulse()).await;
        expect(&client, put);
        client.rest(20_000_000).await;
    }
}

fn pulse() -> PutMetricDataInput {
    let datum = MetricDatum {
        metric_name: PULSE.to_owned(),
        value: Some(1.0),
        storage_resolution: Some(1),
        ..Default::default()
    };
    let (namespace, metric_data) = (NAMESPACE.to_owned(), Some(vec![datum]));
    PutMetricDataInput { namespace, metric_data, ..Default::default() }
}

/// In peace states are what is set and what metrics say, and history tells of each change and of what was done then.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client, servers: Servers) -> platform::Result<()> {
    for state in STATES {
        let input = || SetAlarmStateInput {
            alarm_name: HELD.to_owned(),
            state_value: state.to_owned(),
            state_reason: format!("in peace {state}"),
            ..Default::default()
        };
        client.insist(|| client.call::<SetAlarmState>(HELD, input())).await?;
        let found = self::state(client, HELD).await?;
        if found != state {
            client.time.violate("alarms", format!("{HELD} was set to {state} and is {found}"));
        }
    }
    until(client, "OK").await?;
    client.insist(|| client.call::<PutMetricData>(PULSE, pulse())).await?;
    until(client, "ALARM").await?;
    until(client, "OK").await?;
    for name in [HELD, PULSE] {
        history(client, name, servers.feed_queues()).await?;
    }
    Ok(())
}

/// Waits until the metric has brought its alarm into a state.
async fn until(client: &Client, wanted: &str) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    loop {
        let found = state(client, PULSE).await?;
        if found == wanted || client.time.violation().is_some() {
            return Ok(());
        }
        if client.time.now_us() > deadline_us {
            let message = format!("{PULSE} is {found} and does not become {wanted}");
            client.time.violate("alarms", message);
        }
        client.rest(1_000_000).await;
    }
}

async fn state(client: &Client, name: &str) -> platform::Result<String> {
    let input =
        || DescribeAlarmsInput { alarm_names: Some(vec![name.to_owned()]), ..Default::default() };
    let found = client.insist(|| client.call::<DescribeAlarms>(name, input())).await?;
    let mut alarms = found.metric_alarms.into_iter().flatten();
    Ok(alarms.next().and_then(|alarm| alarm.state_value).unwrap_or_default())
}

/// Reads the history of an alarm until all is done that it tells of.
async fn history(client: &Client, name: &str, acts: bool) -> platform::Result<()> {
    let deadline_us = client.time.now_us() + SETTLED_WITHIN_S * 1_000_000;
    loop {
        // What is read later may tell of more changes than that.
        let state = state(client, name).await?;
        let told = told(client, name).await?;
        let wrong = told.wrong("INSUFFICIENT_DATA", &state, acts);
        let Some(wrong) = wrong.filter(|_| client.time.violation().is_none()) else {
            return Ok(());
        };
        if client.time.now_us() > deadline_us {
            client.time.violate("alarms", format!("{name}: {wrong}"));
        }
        client.rest(1_000_000).await;
    }
}

async fn told(client: &Client, name: &str) -> platform::Result<History> {
    let (mut history, mut next_token) = (History::default(), None);
    loop {
        let input = || DescribeAlarmHistoryInput {
            alarm_name: Some(name.to_owned()),
            next_token: next_token.clone(),
            ..Default::default()
        };
        let page = client.insist(|| client.call::<DescribeAlarmHistory>(name, input())).await?;
        for item in page.alarm_history_items.into_iter().flatten() {
            match item.history_item_type.as_deref() {
                Some("StateUpdate") => {
                    let data = item.history_data.unwrap_or_default();
                    let data: Value = serde_json::from_str(&data).unwrap_or_default();
                    let state = |which: &str| {
                        data[which]["stateValue"].as_str().unwrap_or_default().to_owned()
                    };
                    history.changed(state("oldState"), state("newState"));
                }
                Some("Action") => history.acted(item.history_summary.unwrap_or_default()),
                _ => {}
            }
        }
        next_token = page.next_token;
        if next_token.is_none() {
            return Ok(history);
        }
    }
}

/// Removes what was made.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn clear(client: &Client) -> platform::Result<()> {
    let input = || DeleteTopicInput { topic_arn: topic() };
    client.insist(|| client.call::<DeleteTopic>(TOPIC, input())).await.map(drop)
}
