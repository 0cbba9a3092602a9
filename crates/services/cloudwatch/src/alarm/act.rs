//! What alarms do, and what is kept of it.

use super::message;
use crate::CloudWatch;
use crate::records::action::{ACTIONS, Action};
use crate::records::alarm::{Alarm, Standing, State};
use crate::records::history::{HISTORY, Happened};
use platform::{Arn, Context, Deadline, Deadlines, Principal, Result, scoped};
use serde_json::json;
use shapes::Timestamp;
use shapes::lambda::{InvocationRequest, ops::Invoke};
use shapes::sns::{PublishInput, ops::Publish};
use std::sync::Arc;
use store::Batch;

/// The kinds of the deadlines of actions, and of what history keeps.
const ACT: &str = "cloudwatch-action";
const FORGET: &str = "cloudwatch-history";
/// How long history keeps what has happened.
const KEPT_MS: i64 = 30 * 86_400_000;
/// How long an action is tried that a service cannot do at the moment.
const TRIED_MS: i64 = 3_600_000;

/// The batch, which also keeps something that happened: its kind, summary and data.
pub fn history(
    cx: &Context,
    batch: Batch,
    alarm: &Alarm,
    (item_type, summary, data): (&str, String, String),
) -> Result<Batch> {
    let happened = Happened {
        alarm: alarm.name.clone(),
        alarm_type: alarm.kind().to_owned(),
        at_ms: cx.now().millis(),
        item_type: item_type.to_owned(),
        summary,
        data,
    };
    kept(cx, batch, &happened)
}

fn kept(cx: &Context, batch: Batch, happened: &Happened) -> Result<Batch> {
    let at = format!("{:016x}", happened.at_ms);
    let id = cx.platform().ids.uuid();
    let key = scoped(&cx.account, &cx.region, &[&happened.alarm, &at, &id]);
    let due = Timestamp(happened.at_ms + KEPT_MS);
    let batch = Deadlines::set(batch, &Deadline::new(FORGET, key.clone(), due));
    Ok(batch.put(HISTORY.table, key, HISTORY.encode(happened)?))
}

/// The batch, which also has done what an alarm does in its state.
pub fn actions(cx: &Context, batch: Batch, alarm: &Alarm, before: &Standing) -> Result<Batch> {
    if !alarm.enabled {
        return Ok(batch);
    }
    alarm.actions(alarm.standing.state).iter().try_fold(batch, |batch, target| {
        let body = match target.contains(":lambda:") {
            true => message::to_function(cx, alarm, before),
            false => message::to_topic(cx, alarm, before),
        };
        let action = Action {
            alarm: alarm.name.clone(),
            alarm_type: alarm.kind().to_owned(),
            target: target.clone(),
            subject: message::subject(cx, alarm),
            body: body.to_string(),
            state: alarm.standing.state.name().to_owned(),
            since_ms: cx.now().millis(),
        };
        let key = scoped(&cx.account, &cx.region, &[&cx.platform().ids.uuid()]);
        let batch = Deadlines::set(batch, &Deadline::new(ACT, key.clone(), cx.now()));
        Ok(batch.put(ACTIONS.table, key, ACTIONS.encode(&action)?))
    })
}

/// Why a composite alarm has changed, and what is told of the alarm that changed last.
pub fn composite_reason(
    cx: &Context,
    latest: Option<&Alarm>,
    state: State,
) -> (String, Option<String>) {
    let Some(latest) = latest else {
        return (format!("The alarm rule evaluates to {}", state.name()), None);
    };
    let (arn, standing) = (message::arn(cx, &latest.name), &latest.standing);
    let at = Timestamp(standing.since_ms);
    let reason = format!("{arn} transitioned to {} at {}", standing.state.name(), long(at));
    let data = json!({
        "triggeringAlarms": [{
            "arn": arn,
            "state": {"value": standing.state.name(), "timestamp": message::instant(at.millis())},
        }],
    });
    (reason, Some(data.to_string()))
}

/// `Friday 02 January, 2026 03:04:05 UTC`
fn long(at: Timestamp) -> String {
    const DAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let civil = at.civil();
    let day = (at.seconds().div_euclid(86_400) + 3).rem_euclid(7);
    let day = usize::try_from(day).ok().and_then(|it| DAYS.get(it)).unwrap_or(&"");
    let month = MONTHS.get((civil.month as usize).saturating_sub(1)).unwrap_or(&"");
    format!(
        "{day} {:02} {month}, {} {:02}:{:02}:{:02} UTC",
        civil.day, civil.year, civil.hour, civil.minute, civil.second
    )
}

impl CloudWatch {
    /// Begins to do what alarms want done, and to forget what has happened.
    pub(crate) fn keep_acting(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(ACT, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => service.act(deadline).await,
                    None => Ok(()),
                }
            }
        });
        let platform = Arc::downgrade(&self.platform);
        self.platform.deadlines.register(FORGET, move |deadline| {
            let platform = platform.upgrade();
            async move {
                let Some(platform) = platform else { return Ok(()) };
                let batch = Deadlines::done(Batch::new(), &deadline);
                let batch = batch.delete(HISTORY.table, &deadline.id[..]);
                Ok(platform.deadlines.commit(batch).await?)
            }
        });
    }

    async fn act(&self, due: Deadline) -> Result<()> {
        let cx = self.place(&due.id);
        let batch = Deadlines::done(Batch::new(), &due).delete(ACTIONS.table, &due.id[..]);
        let Some(action) = ACTIONS.get(cx.tables(), &due.id).await? else {
            return Ok(self.platform.deadlines.commit(batch).await?);
        };
        let done = self.done(&cx, &action).await;
        let is_over = cx.now().millis() > action.since_ms + TRIED_MS;
        let error = match done {
            // It is tried again, later each time.
            Err(error) if error.is_server_fault() && !is_over => return Err(error),
            Err(error) => Some(error.message),
            Ok(()) => None,
        };
        let summary = match &error {
            None => format!("Successfully executed action {}", action.target),
            Some(error) => {
                format!("Failed to execute action {}. Received error: \"{error}\"", action.target)
            }
        };
        let data = json!({
            "actionState": if error.is_none() { "Succeeded" } else { "Failed" },
            "stateUpdateTimestamp": action.since_ms,
            "notificationResource": action.target,
            "publishedMessage": if error.is_none() { Some(&*action.body) } else { None },
            "error": error,
        });
        let happened = Happened {
            alarm: action.alarm.clone(),
            alarm_type: action.alarm_type.clone(),
            at_ms: cx.now().millis(),
            item_type: "Action".to_owned(),
            summary,
            data: data.to_string(),
        };
        let batch = kept(&cx, batch, &happened)?;
        match self.platform.deadlines.commit(batch).await {
            Err(store::Error::Conflict(_)) => Ok(()),
            done => Ok(done?),
        }
    }

    async fn done(&self, cx: &Context, action: &Action) -> Result<()> {
        let target = Arn::parse(&action.target);
        let (account, region) =
            target.as_ref().map_or((&*cx.account, &*cx.region), |it| (it.account, it.region));
        let arn = message::arn(cx, &action.alarm);
        let there = |name: &str| {
            let cx = self.platform.context(Principal::service(name), account, region);
            cx.on_behalf_of(arn.clone())
        };
        if action.target.contains(":lambda:") {
            let input = InvocationRequest {
                function_name: action.target.clone(),
                invocation_type: Some("Event".to_owned()),
                payload: Some(action.body.clone().into()),
                ..Default::default()
            };
            let cx = there("lambda.alarms.cloudwatch.amazonaws.com");
            return cx.call::<Invoke>(input).await.map(drop);
        }
        let input = PublishInput {
            topic_arn: Some(action.target.clone()),
            subject: Some(action.subject.clone()),
            message: action.body.clone(),
            ..Default::default()
        };
        there("cloudwatch.amazonaws.com").call::<Publish>(input).await.map(drop)
    }
}
