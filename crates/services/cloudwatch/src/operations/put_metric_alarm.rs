//! `PutMetricAlarm`.

use crate::alarm::put::Given;
use crate::math::Expression;
use crate::operations::get_metric_statistics::is_period;
use crate::queries::Query;
use crate::records::alarm::{Asked, AskedMetric, MetricWatch, Watch};
use crate::statistic::Statistic;
use crate::{CloudWatch, errors, names, queries};
use platform::{Context, Handler, Result, refuse};
use shapes::cloudwatch::PutMetricAlarmInput;
use shapes::cloudwatch::ops::PutMetricAlarm;

const DAY: i64 = 86_400;

impl Handler<PutMetricAlarm> for CloudWatch {
    async fn handle(&self, cx: &Context, input: PutMetricAlarmInput) -> Result<shapes::Unit> {
        refuse(
            errors::unsupported,
            [
                ("ThresholdMetricId", input.threshold_metric_id.is_some()),
                ("EvaluationWindow", input.evaluation_window.is_some()),
                ("WarmUpConfiguration", input.warm_up_configuration.is_some()),
                ("EvaluationCriteria", input.evaluation_criteria.is_some()),
                ("EvaluationInterval", input.evaluation_interval.is_some()),
                ("ActionConfiguration", input.action_configuration.is_some()),
            ],
        )?;
        let watch = watch(cx, &input)?;
        let given = Given {
            name: input.alarm_name,
            description: input.alarm_description,
            enabled: input.actions_enabled,
            ok_actions: input.ok_actions,
            alarm_actions: input.alarm_actions,
            insufficient_actions: input.insufficient_data_actions,
            tags: input.tags,
        };
        self.put_alarm(cx, given, Watch::Metric(watch)).await?;
        Ok(shapes::Unit)
    }
}

fn watch(cx: &Context, input: &PutMetricAlarmInput) -> Result<MetricWatch> {
    let periods = input.evaluation_periods.ok_or_else(|| errors::missing("EvaluationPeriods"))?;
    let comparison = input.comparison_operator.clone();
    let comparison = comparison.ok_or_else(|| errors::missing("ComparisonOperator"))?;
    if comparison.contains("Lower") || comparison.contains("Upper") {
        return Err(errors::unsupported(&format!("ComparisonOperator {comparison}")));
    }
    let threshold = input.threshold.ok_or_else(|| errors::missing("Threshold"))?;
    if !threshold.is_finite() {
        return Err(errors::value(format!(
            "The value {threshold} for parameter Threshold is invalid."
        )));
    }
    let missing = input.treat_missing_data.clone();
    one_of(
        "TreatMissingData",
        missing.as_deref(),
        &["breaching", "notBreaching", "ignore", "missing"],
    )?;
    let low_samples = input.evaluate_low_sample_count_percentile.clone();
    one_of("EvaluateLowSampleCountPercentile", low_samples.as_deref(), &["evaluate", "ignore"])?;
    if input.datapoints_to_alarm.is_some_and(|it| it > periods) {
        return Err(errors::invalid(
            "The parameter DatapointsToAlarm must be less than or equal to EvaluationPeriods",
        ));
    }
    let queries = match &input.metrics {
        Some(metrics) if !metrics.is_empty() => {
            if input.metric_name.is_some() {
                return Err(errors::exclusive("MetricName", "Metrics"));
            }
            math(cx, input)?
        }
        _ => vec![single(input)?],
    };
    let period = queries.iter().filter_map(|it| it.metric.as_ref()).map(|it| it.period).max();
    let longest = i64::from(period.unwrap_or(60));
    let (limit, words) = match longest {
        ..3600 => (DAY, "a day"),
        _ => (7 * DAY, "seven days"),
    };
    if i64::from(periods) * longest > limit {
        return Err(errors::invalid(format!(
            "Metrics cannot be checked across more than {words} (EvaluationPeriods * Period must be <= {limit})."
        )));
    }
    let datapoints = input.datapoints_to_alarm;
    Ok(MetricWatch { queries, periods, datapoints, threshold, comparison, missing, low_samples })
}

fn one_of(parameter: &str, value: Option<&str>, values: &[&str]) -> Result<()> {
    match value {
        Some(value) if !values.contains(&value) => Err(errors::invalid(format!(
            "Value {value} for parameter {parameter} is not one of {}.",
            values.join(", ")
        ))),
        _ => Ok(()),
    }
}

/// An alarm of one metric.
fn single(input: &PutMetricAlarmInput) -> Result<Asked> {
    let name = input.metric_name.clone().ok_or_else(|| errors::missing("MetricName"))?;
    let namespace = input.namespace.clone().ok_or_else(|| errors::missing("Namespace"))?;
    let period = input.period.ok_or_else(|| errors::missing("Period"))?;
    if !is_period(period) || matches!(period, 1 | 5) {
        return Err(errors::invalid("Period must be 10, 20, 30 or a multiple of 60"));
    }
    let stat = match (&input.statistic, &input.extended_statistic) {
        (Some(_), Some(_)) => return Err(errors::exclusive("Statistic", "ExtendedStatistic")),
        (None, None) => return Err(errors::missing("Statistic")),
        (Some(stat), None) => stat.clone(),
        (None, Some(stat)) => match Statistic::extended(stat) {
            Some(_) => stat.clone(),
            None => {
                return Err(errors::invalid(format!(
                    "The value {stat} for parameter ExtendedStatistic is not supported."
                )));
            }
        },
    };
    let given = input.dimensions.as_deref().unwrap_or_default();
    let dimensions = names::dimensions("Dimensions", given)?;
    let unit = input.unit.clone();
    let metric = AskedMetric { namespace, name, dimensions, period, stat, unit };
    Ok(Asked { metric: Some(metric), ..Default::default() })
}

/// An alarm of an expression.
fn math(cx: &Context, input: &PutMetricAlarmInput) -> Result<Vec<Asked>> {
    let given = input.metrics.as_deref().unwrap_or_default();
    refuse(
        |member| errors::exclusive(member, "Metrics"),
        [
            ("Namespace", input.namespace.is_some()),
            ("Period", input.period.is_some()),
            ("Statistic", input.statistic.is_some()),
            ("ExtendedStatistic", input.extended_statistic.is_some()),
            ("Dimensions", platform::lists_any(&input.dimensions)),
            ("Unit", input.unit.is_some()),
        ],
    )?;
    let read = queries::read(cx, "Metrics", given)?;
    if given.iter().filter(|it| it.return_data != Some(false)).count() != 1 {
        let words = "Exactly one element of the metrics list should return data.";
        return Err(errors::invalid(words));
    }
    for (id, query) in &read {
        let Query::Math { expression, .. } = query else { continue };
        let mut is_search = false;
        expression.each(&mut |part| {
            is_search |= matches!(part, Expression::Call(name, _) if name == "SEARCH");
        });
        if is_search {
            return Err(errors::invalid(format!(
                "Error in expression '{id}': SEARCH expressions are not supported in alarms."
            )));
        }
    }
    Ok(given.iter().map(Asked::of).collect())
}
