//! How alarms are put, and found to be changed.

use super::look::{deadline, plain_name};
use super::{act, message};
use crate::records::alarm::{ALARMS, Alarm, Standing, State, Watch, key};
use crate::{CloudWatch, errors, tags};
use platform::{Arn, Context, Deadlines, Result};
use serde_json::json;
use shapes::cloudwatch::Tag;
use store::Batch;

/// What both kinds of alarms are given.
pub struct Given {
    pub name: String,
    pub description: Option<String>,
    pub enabled: Option<bool>,
    pub ok_actions: Option<Vec<String>>,
    pub alarm_actions: Option<Vec<String>>,
    pub insufficient_actions: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
}

/// Refuses an action that nobody can do.
fn check_action(cx: &Context, action: &str) -> Result<()> {
    let Some(arn) = Arn::parse(action) else {
        return Err(errors::invalid(format!("Invalid arn syntax: {action}")));
    };
    match arn.service {
        "sns" | "lambda" if arn.region == &*cx.region => Ok(()),
        "sns" | "lambda" => Err(errors::invalid(format!(
            "Invalid region {} specified. Only {} is supported.",
            arn.region, cx.region
        ))),
        other => Err(errors::unsupported(&format!("An action of {other} ({action})"))),
    }
}

impl CloudWatch {
    /// Puts an alarm: a new one, or another configuration of one that is there, whose state stays.
    ///
    /// # Errors
    /// What AWS says of it.
    pub async fn put_alarm(&self, cx: &Context, given: Given, watch: Watch) -> Result<()> {
        names(&given.name)?;
        let lists = [&given.ok_actions, &given.alarm_actions, &given.insufficient_actions];
        for action in lists.into_iter().flatten().flatten() {
            check_action(cx, action)?;
        }
        let tags = tags::checked(given.tags.as_deref().unwrap_or_default())?;
        let key = key(cx, &given.name);
        loop {
            let now = cx.now().millis();
            let found = ALARMS.get_with_bytes(cx.tables(), &key).await?;
            let (before, batch) = match found {
                Some((before, bytes)) => {
                    (Some(before), Batch::new().equals(ALARMS.table, &key[..], bytes))
                }
                None => (None, Batch::new().absent(ALARMS.table, &key[..])),
            };
            let is_other_kind = before.as_ref().is_some_and(|it| {
                matches!(it.watch, Watch::Metric(_)) != matches!(watch, Watch::Metric(_))
            });
            if is_other_kind {
                return Err(errors::invalid(format!(
                    "Could not save the alarm as an alarm of another type has the name {}.",
                    given.name
                )));
            }
            let standing = before.as_ref().map_or_else(|| fresh(now), |it| it.standing.clone());
            let alarm = Alarm {
                name: given.name.clone(),
                description: given.description.clone(),
                enabled: given.enabled.unwrap_or(true),
                ok_actions: given.ok_actions.clone().unwrap_or_default(),
                alarm_actions: given.alarm_actions.clone().unwrap_or_default(),
                insufficient_actions: given.insufficient_actions.clone().unwrap_or_default(),
                configured_ms: now,
                standing,
                watch: watch.clone(),
                due_ms: now,
                trouble: None,
            };
            let batch = Deadlines::set(batch, &deadline(&key, now));
            let batch = configured(cx, batch, before.as_ref(), &alarm)?;
            let batch = match before {
                Some(_) => batch,
                None => platform::tags::given(batch, cx, &message::arn(cx, &alarm.name), &tags)?,
            };
            let batch = batch.put(ALARMS.table, &key[..], ALARMS.encode(&alarm)?);
            match self.platform.deadlines.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done?),
            }
        }
    }

    /// Changes alarms that are there, one after the other.
    ///
    /// # Errors
    /// The storage's.
    pub async fn change_alarms(
        &self,
        cx: &Context,
        names: &[String],
        change: impl Fn(&mut Alarm) + Send + Sync,
    ) -> Result<()> {
        for name in names {
            let key = key(cx, plain_name(name));
            loop {
                let found = ALARMS.get_with_bytes(cx.tables(), &key).await?;
                let Some((before, bytes)) = found else { break };
                let mut alarm = before.clone();
                change(&mut alarm);
                if alarm == before {
                    break;
                }
                alarm.configured_ms = cx.now().millis();
                let batch = Batch::new().equals(ALARMS.table, &key[..], bytes);
                let batch = configured(cx, batch, Some(&before), &alarm)?;
                let batch = batch.put(ALARMS.table, &key[..], ALARMS.encode(&alarm)?);
                match self.platform.deadlines.commit(batch).await {
                    Err(store::Error::Conflict(_)) => {}
                    done => {
                        done?;
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Deletes an alarm, and says whether it was there.
    ///
    /// # Errors
    /// The storage's.
    pub async fn delete_alarm(&self, cx: &Context, name: &str) -> Result<bool> {
        let key = key(cx, name);
        loop {
            let found = ALARMS.get_with_bytes(cx.tables(), &key).await?;
            let Some((alarm, bytes)) = found else { return Ok(false) };
            let mut batch = Batch::new().equals(ALARMS.table, &key[..], bytes);
            batch = batch.delete(ALARMS.table, &key[..]);
            batch = Deadlines::clear(batch, &deadline(&key, alarm.due_ms));
            batch =
                platform::tags::taken(batch, (&cx.account, &cx.region), &message::arn(cx, name));
            let data =
                json!({"version": "1.0", "type": "Delete", "deletedAlarm": {"alarmName": name}});
            let summary = format!("Alarm \"{name}\" deleted");
            batch = act::history(
                cx,
                batch,
                &alarm,
                ("ConfigurationUpdate", summary, data.to_string()),
            )?;
            for parent in self.parents(cx, name).await? {
                batch = Deadlines::set(batch, &deadline(&parent, cx.now().millis()));
            }
            match self.platform.deadlines.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                done => {
                    done?;
                    return Ok(true);
                }
            }
        }
    }

    /// Sets the state of an alarm for a while: until it is looked at next.
    ///
    /// # Errors
    /// There is no such alarm.
    pub async fn set_state(
        &self,
        cx: &Context,
        name: &str,
        (state, reason, data): (State, &str, Option<String>),
    ) -> Result<()> {
        let key = key(cx, name);
        loop {
            let found = ALARMS.get_with_bytes(cx.tables(), &key).await?;
            let Some((before, bytes)) = found else {
                return Err(errors::no_alarm());
            };
            let now = cx.now().millis();
            let mut alarm = before.clone();
            let is_changed = state != before.standing.state;
            alarm.standing = Standing {
                state,
                reason: reason.to_owned(),
                data: data.clone(),
                updated_ms: now,
                since_ms: if is_changed { now } else { before.standing.since_ms },
            };
            let mut batch = Batch::new().equals(ALARMS.table, &key[..], bytes);
            if is_changed && matches!(alarm.watch, Watch::Alarms(_)) {
                batch = act::actions(cx, batch, &alarm, &before.standing)?;
                batch = Deadlines::set(batch, &deadline(&key, now + 60_000));
            }
            let batch = self.changed(cx, batch, &before, &alarm).await?;
            match self.platform.deadlines.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done?),
            }
        }
    }

    /// Whether the tags of an ARN can be asked for: its alarm or dashboard is there.
    ///
    /// # Errors
    /// There is none.
    pub async fn tagged(&self, cx: &Context, arn: &str) -> Result<()> {
        let (resource, name) = match arn.splitn(6, ':').nth(5) {
            Some(rest) if rest.starts_with("alarm:") => ("alarm", &rest["alarm:".len()..]),
            Some(rest) if rest.starts_with("dashboard/") => {
                ("dashboard", &rest["dashboard/".len()..])
            }
            _ => {
                return Err(errors::value(format!(
                    "The value {arn} for parameter ResourceARN is invalid."
                )));
            }
        };
        let is_there = match resource {
            "alarm" => ALARMS.get(cx.tables(), &key(cx, name)).await?.is_some(),
            _ => {
                use crate::records::dashboard::{DASHBOARDS, key};
                DASHBOARDS.get(cx.tables(), &key(cx, name)).await?.is_some()
            }
        };
        if is_there { Ok(()) } else { Err(errors::no_resource(arn)) }
    }
}

fn names(name: &str) -> Result<()> {
    crate::names::check_plain("AlarmName", name)
}

/// The state of an alarm that has not been looked at.
fn fresh(now: i64) -> Standing {
    Standing {
        state: State::InsufficientData,
        reason: "Unchecked: Initial alarm creation".to_owned(),
        data: None,
        updated_ms: now,
        since_ms: now,
    }
}

fn configured(cx: &Context, batch: Batch, before: Option<&Alarm>, alarm: &Alarm) -> Result<Batch> {
    let told = |alarm: &Alarm| {
        json!({
            "alarmName": alarm.name,
            "alarmArn": message::arn(cx, &alarm.name),
            "alarmDescription": alarm.description,
            "actionsEnabled": alarm.enabled,
            "okActions": alarm.ok_actions,
            "alarmActions": alarm.alarm_actions,
            "insufficientDataActions": alarm.insufficient_actions,
            "alarmConfigurationUpdatedTimestamp": message::instant(alarm.configured_ms),
        })
    };
    let (verb, data) = match before {
        None => {
            ("created", json!({"version": "1.0", "type": "Create", "createdAlarm": told(alarm)}))
        }
        Some(before) => (
            "updated",
            json!({"version": "1.0", "type": "Update", "originalUpdatedFields": told(before), "updatedAlarm": told(alarm)}),
        ),
    };
    let summary = format!("Alarm \"{}\" {verb}", alarm.name);
    act::history(cx, batch, alarm, ("ConfigurationUpdate", summary, data.to_string()))
}
