//! What the operations ask leave for: alarms and dashboards by their ARNs, and where metrics are put or
//! read, nothing in particular ("Actions, resources, and condition keys for Amazon CloudWatch").

use crate::alarm::look::plain_name;
use crate::alarm::message;
use crate::operations::put_dashboard;
use platform::{Asks, Context};
use shapes::cloudwatch::{DescribeAlarmsInput, PutDashboardInput, Tag};

/// Several alarms.
pub(crate) fn alarms(action: &'static str, cx: &Context, names: &[String]) -> Asks {
    let each = names.iter().map(|name| message::arn(cx, plain_name(name)));
    each.fold(Asks::nothing(), |asks, arn| asks.and(action, arn))
}

/// An alarm, or all.
pub(crate) fn alarm_or_all(cx: &Context, name: Option<&str>) -> Asks {
    Asks::on(message::arn(cx, name.map_or("*", plain_name)))
}

/// The alarms that are described.
pub(crate) fn described(cx: &Context, input: &DescribeAlarmsInput) -> Asks {
    match input.alarm_names.as_deref().filter(|it| !it.is_empty()) {
        Some(names) => alarms("cloudwatch:DescribeAlarms", cx, names),
        None => alarm_or_all(cx, None),
    }
}

/// An alarm that is put and, where there are tags, to tag it.
pub(crate) fn put_alarm(cx: &Context, name: &str, tags: &Option<Vec<Tag>>) -> Asks {
    let arn = message::arn(cx, name);
    let is_tagged = platform::lists_any(tags);
    Asks::on(&arn).and_where(is_tagged, "cloudwatch:TagResource", arn)
}

/// A dashboard.
pub(crate) fn dashboard(cx: &Context, name: &str) -> Asks {
    Asks::on(put_dashboard::arn(cx, name))
}

/// A dashboard that is put and, where there are tags, to tag it.
pub(crate) fn put_dashboard(cx: &Context, input: &PutDashboardInput) -> Asks {
    let arn = put_dashboard::arn(cx, &input.dashboard_name);
    let is_tagged = platform::lists_any(&input.tags);
    Asks::on(&arn).and_where(is_tagged, "cloudwatch:TagResource", arn)
}

/// Several dashboards.
pub(crate) fn dashboards(cx: &Context, names: &[String]) -> Asks {
    let each = names.iter().map(|name| put_dashboard::arn(cx, name));
    each.fold(Asks::nothing(), |asks, arn| asks.and("cloudwatch:DeleteDashboards", arn))
}

#[cfg(test)]
mod tests {
    use crate::CloudWatch;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::cloudwatch::ops::*;
    use shapes::cloudwatch::*;

    fn of_alarms() -> Vec<Example> {
        let names = || vec!["a".to_owned()];
        let tags = || Some(vec![Tag { key: "k".into(), value: "v".into() }]);
        vec![
            Example::of::<DeleteAlarms>(
                DeleteAlarmsInput { alarm_names: names() },
                &["cloudwatch:DeleteAlarms arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
            Example::of::<DisableAlarmActions>(
                DisableAlarmActionsInput { alarm_names: names() },
                &[
                    "cloudwatch:DisableAlarmActions arn:aws:cloudwatch:us-east-1:000000000000:alarm:a",
                ],
            ),
            Example::of::<EnableAlarmActions>(
                EnableAlarmActionsInput { alarm_names: names() },
                &[
                    "cloudwatch:EnableAlarmActions arn:aws:cloudwatch:us-east-1:000000000000:alarm:a",
                ],
            ),
            Example::of::<DescribeAlarmHistory>(
                Default::default(),
                &[
                    "cloudwatch:DescribeAlarmHistory arn:aws:cloudwatch:us-east-1:000000000000:alarm:*",
                ],
            ),
            Example::of::<DescribeAlarms>(
                DescribeAlarmsInput { alarm_names: Some(names()), ..Default::default() },
                &["cloudwatch:DescribeAlarms arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
            Example::of::<DescribeAlarmsForMetric>(
                Default::default(),
                &[
                    "cloudwatch:DescribeAlarmsForMetric arn:aws:cloudwatch:us-east-1:000000000000:alarm:*",
                ],
            ),
            Example::of::<PutMetricAlarm>(
                PutMetricAlarmInput { alarm_name: "a".into(), tags: tags(), ..Default::default() },
                &[
                    "cloudwatch:PutMetricAlarm arn:aws:cloudwatch:us-east-1:000000000000:alarm:a",
                    "cloudwatch:TagResource arn:aws:cloudwatch:us-east-1:000000000000:alarm:a",
                ],
            ),
            Example::of::<PutCompositeAlarm>(
                PutCompositeAlarmInput { alarm_name: "a".into(), ..Default::default() },
                &["cloudwatch:PutCompositeAlarm arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
            Example::of::<SetAlarmState>(
                SetAlarmStateInput { alarm_name: "a".into(), ..Default::default() },
                &["cloudwatch:SetAlarmState arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
        ]
    }

    fn of_others() -> Vec<Example> {
        let resource_arn = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a".to_owned();
        let name = || "d".to_owned();
        vec![
            Example::of::<DeleteDashboards>(
                DeleteDashboardsInput { dashboard_names: vec![name()] },
                &["cloudwatch:DeleteDashboards arn:aws:cloudwatch::000000000000:dashboard/d"],
            ),
            Example::of::<GetDashboard>(
                GetDashboardInput { dashboard_name: name() },
                &["cloudwatch:GetDashboard arn:aws:cloudwatch::000000000000:dashboard/d"],
            ),
            Example::of::<PutDashboard>(
                PutDashboardInput { dashboard_name: name(), ..Default::default() },
                &["cloudwatch:PutDashboard arn:aws:cloudwatch::000000000000:dashboard/d"],
            ),
            Example::of::<ListDashboards>(Default::default(), &["cloudwatch:ListDashboards *"]),
            Example::of::<GetMetricData>(Default::default(), &["cloudwatch:GetMetricData *"]),
            Example::of::<GetMetricStatistics>(
                Default::default(),
                &["cloudwatch:GetMetricStatistics *"],
            ),
            Example::of::<ListMetrics>(Default::default(), &["cloudwatch:ListMetrics *"]),
            Example::of::<PutMetricData>(Default::default(), &["cloudwatch:PutMetricData *"]),
            Example::of::<ListTagsForResource>(
                ListTagsForResourceInput { resource_arn: resource_arn.clone() },
                &[
                    "cloudwatch:ListTagsForResource arn:aws:cloudwatch:us-east-1:000000000000:alarm:a",
                ],
            ),
            Example::of::<TagResource>(
                TagResourceInput { resource_arn: resource_arn.clone(), ..Default::default() },
                &["cloudwatch:TagResource arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
            Example::of::<UntagResource>(
                UntagResourceInput { resource_arn, ..Default::default() },
                &["cloudwatch:UntagResource arn:aws:cloudwatch:us-east-1:000000000000:alarm:a"],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = CloudWatch::new(platform.clone()).operations();
        let examples: Vec<_> = [of_alarms(), of_others()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
