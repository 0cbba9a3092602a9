//! `PutCompositeAlarm`.

use crate::alarm::look::plain_name;
use crate::alarm::put::Given;
use crate::alarm::rule::Rule;
use crate::records::alarm::{ALARMS, AlarmsWatch, Watch, key};
use crate::{CloudWatch, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::cloudwatch::PutCompositeAlarmInput;
use shapes::cloudwatch::ops::PutCompositeAlarm;
use std::collections::BTreeSet;

impl Handler<PutCompositeAlarm> for CloudWatch {
    async fn handle(&self, cx: &Context, input: PutCompositeAlarmInput) -> Result<shapes::Unit> {
        refuse(
            errors::unsupported,
            [("ActionConfiguration", input.action_configuration.is_some())],
        )?;
        let rule = Rule::parse(&input.alarm_rule)
            .map_err(|error| errors::invalid(format!("AlarmRule is not valid: {error}.")))?;
        if input.actions_suppressor.is_some()
            && (input.actions_suppressor_wait_period.is_none()
                || input.actions_suppressor_extension_period.is_none())
        {
            return Err(errors::invalid(
                "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with ActionsSuppressor.",
            ));
        }
        let children: Vec<_> =
            rule.alarms().into_iter().chain(input.actions_suppressor.as_deref()).collect();
        check_children(cx, &input.alarm_name, &children).await?;
        let watch = AlarmsWatch {
            rule: input.alarm_rule.clone(),
            suppressor: input.actions_suppressor,
            wait: input.actions_suppressor_wait_period,
            extension: input.actions_suppressor_extension_period,
            held: None,
        };
        let given = Given {
            name: input.alarm_name,
            description: input.alarm_description,
            enabled: input.actions_enabled,
            ok_actions: input.ok_actions,
            alarm_actions: input.alarm_actions,
            insufficient_actions: input.insufficient_data_actions,
            tags: input.tags,
        };
        self.put_alarm(cx, given, Watch::Alarms(watch)).await?;
        Ok(shapes::Unit)
    }
}

/// All alarms of a rule must be there, and none of them be about the alarm itself: it would never
/// come to rest.
async fn check_children(cx: &Context, name: &str, children: &[&str]) -> Result<()> {
    let mut missing = Vec::new();
    let mut seen = BTreeSet::new();
    let mut left: Vec<String> = children.iter().map(|it| plain_name(it).to_owned()).collect();
    let own: BTreeSet<String> = left.iter().cloned().collect();
    while let Some(child) = left.pop() {
        if child == name {
            return Err(errors::invalid(format!(
                "Could not save the composite alarm as its alarm rule would depend on itself: {name}."
            )));
        }
        if !seen.insert(child.clone()) {
            continue;
        }
        match ALARMS.get(cx.tables(), &key(cx, &child)).await? {
            None if own.contains(&child) => missing.push(child),
            None => {}
            Some(alarm) => {
                if let Watch::Alarms(watch) = &alarm.watch
                    && let Ok(rule) = Rule::parse(&watch.rule)
                {
                    left.extend(rule.alarms().iter().map(|it| plain_name(it).to_owned()));
                }
            }
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    missing.sort();
    Err(errors::invalid(format!(
        "Could not save the composite alarm as alarms [{}] in the alarm rule do not exist",
        missing.join(", ")
    )))
}
