//! `DescribeAlarms`.

use crate::alarm::look::plain_name;
use crate::alarm::rule::Rule;
use crate::alarm::told;
use crate::records::alarm::{ALARMS, Alarm, Watch, key};
use crate::{CloudWatch, errors, paging};
use platform::{Context, Handler, Result, lists_any};
use shapes::cloudwatch::ops::DescribeAlarms;
use shapes::cloudwatch::{DescribeAlarmsInput, DescribeAlarmsOutput};

/// How many a page has where nothing is said.
const PAGE: i32 = 50;

impl Handler<DescribeAlarms> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeAlarmsInput,
    ) -> Result<DescribeAlarmsOutput> {
        let names = input.alarm_names.as_deref().unwrap_or_default();
        if !names.is_empty() && input.alarm_name_prefix.is_some() {
            return Err(errors::exclusive("AlarmNames", "AlarmNamePrefix"));
        }
        let is_family =
            input.children_of_alarm_name.is_some() || input.parents_of_alarm_name.is_some();
        let children = match &input.children_of_alarm_name {
            Some(parent) => Some(children(cx, parent).await?),
            None => None,
        };
        let types = input.alarm_types.as_deref().unwrap_or_default();
        let is_typed = lists_any(&input.alarm_types);
        let prefix = input.alarm_name_prefix.as_deref().unwrap_or_default();
        let wanted = |alarm: &Alarm| {
            let kind = match is_typed || is_family {
                true => types.is_empty() || types.iter().any(|it| it == alarm.kind()),
                false => matches!(alarm.watch, Watch::Metric(_)),
            };
            let states = input.state_value.as_deref();
            let action = input.action_prefix.as_deref();
            let mut actions = alarm
                .ok_actions
                .iter()
                .chain(&alarm.alarm_actions)
                .chain(&alarm.insufficient_actions);
            kind && (names.is_empty() || names.contains(&alarm.name))
                && states.is_none_or(|it| it == alarm.standing.state.name())
                && action.is_none_or(|it| actions.any(|action| action.starts_with(it)))
                && children.as_ref().is_none_or(|it| it.contains(&alarm.name))
                && input.parents_of_alarm_name.as_deref().is_none_or(|it| is_about(alarm, it))
        };
        let most = input.max_records.unwrap_or(PAGE).unsigned_abs() as usize;
        let token = input.next_token.as_deref();
        let start = key(cx, prefix);
        let (alarms, next_token) = paging::page(cx, &ALARMS, &start, most, token, wanted).await?;
        let (metric_alarms, composite_alarms) = told::each(cx, alarms.iter().map(|it| &it.1));
        Ok(DescribeAlarmsOutput {
            composite_alarms: Some(composite_alarms),
            metric_alarms: Some(metric_alarms),
            log_alarms: None,
            next_token,
        })
    }
}

/// The alarms that a composite alarm is about.
async fn children(cx: &Context, parent: &str) -> Result<Vec<String>> {
    let Some(alarm) = ALARMS.get(cx.tables(), &key(cx, parent)).await? else {
        return Ok(Vec::new());
    };
    let Watch::Alarms(watch) = &alarm.watch else { return Ok(Vec::new()) };
    let rule = Rule::parse(&watch.rule).ok();
    let names = rule.iter().flat_map(Rule::alarms).map(|it| plain_name(it).to_owned());
    Ok(names.collect())
}

fn is_about(alarm: &Alarm, child: &str) -> bool {
    let Watch::Alarms(watch) = &alarm.watch else { return false };
    Rule::parse(&watch.rule)
        .is_ok_and(|rule| rule.alarms().iter().any(|it| plain_name(it) == child))
}
