//! `DescribeAlarmsForMetric`.

use crate::alarm::told;
use crate::records::alarm::{ALARMS, Alarm, Asked, Watch, key};
use crate::{CloudWatch, names};
use platform::{Context, Handler, Result};
use shapes::cloudwatch::ops::DescribeAlarmsForMetric;
use shapes::cloudwatch::{DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput};
use store::Scan;

impl Handler<DescribeAlarmsForMetric> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeAlarmsForMetricInput,
    ) -> Result<DescribeAlarmsForMetricOutput> {
        let given = input.dimensions.as_deref().unwrap_or_default();
        let dimensions = names::dimensions("Dimensions", given)?;
        let stat = input.statistic.as_ref().or(input.extended_statistic.as_ref());
        let all = ALARMS.scan(cx.tables(), Scan::prefix(&key(cx, ""))).await?;
        let wanted = |alarm: &&Alarm| {
            let Watch::Metric(watch) = &alarm.watch else { return false };
            let [Asked { id, metric: Some(metric), .. }] = &watch.queries[..] else { return false };
            id.is_empty()
                && metric.name == input.metric_name
                && metric.namespace == input.namespace
                && metric.dimensions == dimensions
                && stat.is_none_or(|it| *it == metric.stat)
                && input.period.is_none_or(|it| it == metric.period)
                && (input.unit.is_none() || input.unit == metric.unit)
        };
        let (alarms, _) = told::each(cx, all.iter().map(|it| &it.1).filter(wanted));
        Ok(DescribeAlarmsForMetricOutput { metric_alarms: Some(alarms) })
    }
}
