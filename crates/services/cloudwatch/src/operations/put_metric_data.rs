//! `PutMetricData`.

use crate::points::Addition;
use crate::records::metric::Name;
use crate::{CloudWatch, errors, names, point::Point, unit};
use platform::{Context, Handler, Result, lists_any, refuse};
use shapes::cloudwatch::ops::PutMetricData;
use shapes::cloudwatch::{MetricDatum, PutMetricDataInput};
use std::sync::Arc;

/// The most metrics of a request, and the most values of one.
const MOST: usize = 1000;
const MOST_VALUES: usize = 150;
/// How old a value may be, and how far ahead.
const OLDEST_MS: i64 = 14 * 86_400_000;
const AHEAD_MS: i64 = 2 * 3_600_000;

impl Handler<PutMetricData> for CloudWatch {
    async fn handle(&self, cx: &Context, input: PutMetricDataInput) -> Result<shapes::Unit> {
        refuse(
            errors::unsupported,
            [
                ("EntityMetricData", lists_any(&input.entity_metric_data)),
                ("StrictEntityValidation", input.strict_entity_validation == Some(true)),
            ],
        )?;
        names::check_namespace(&input.namespace)?;
        let data = input.metric_data.unwrap_or_default();
        if data.is_empty() {
            return Err(errors::missing("MetricData"));
        }
        if data.len() > MOST {
            let words =
                format!("The collection MetricData must not have a size greater than {MOST}.");
            return Err(errors::value(words));
        }
        let mut additions = Vec::with_capacity(data.len());
        for (at, datum) in (1..).zip(&data) {
            let parameter = format!("MetricData.member.{at}");
            additions.push(addition(cx, &input.namespace, &parameter, datum)?);
        }
        self.add(additions).await?;
        Ok(shapes::Unit)
    }
}

fn addition(
    cx: &Context,
    namespace: &str,
    parameter: &str,
    datum: &MetricDatum,
) -> Result<Addition> {
    let of = |part: &str| format!("{parameter}.{part}");
    if datum.metric_name.trim().is_empty() {
        return Err(errors::missing(of("MetricName")));
    }
    names::check_plain(&of("MetricName"), &datum.metric_name)?;
    let given = datum.dimensions.as_deref().unwrap_or_default();
    let dimensions = names::dimensions(&of("Dimensions"), given)?;
    let name = Arc::new(Name::new(cx, namespace, &datum.metric_name, dimensions));
    let now = cx.now().millis();
    let at = datum.timestamp.map_or(now, |at| at.millis());
    if at < now - OLDEST_MS {
        let words = format!(
            "The parameter {} must specify a time within the past two weeks.",
            of("Timestamp")
        );
        return Err(errors::value(words));
    }
    if at > now + AHEAD_MS {
        let words = format!(
            "The parameter {} must specify a time no more than two hours in the future.",
            of("Timestamp")
        );
        return Err(errors::value(words));
    }
    let unit = match &datum.unit {
        Some(name) => unit::number(name).unwrap_or(unit::NONE),
        None => unit::NONE,
    };
    let fine = match datum.storage_resolution {
        None | Some(60) => false,
        Some(1) => true,
        Some(other) => {
            let parameter = of("StorageResolution");
            return Err(errors::value(format!(
                "The value {other} for parameter {parameter} is invalid. Valid values are 1 and 60."
            )));
        }
    };
    Ok(Addition { name, unit, at: at.div_euclid(1000), fine, point: values(&of, datum)? })
}

/// What a datum says of values.
fn values(of: &dyn Fn(&str) -> String, datum: &MetricDatum) -> Result<Point> {
    let values = datum.values.as_deref().filter(|it| !it.is_empty());
    match (datum.value, values, &datum.statistic_values) {
        (Some(_), Some(_), _) => Err(errors::exclusive(of("Value"), of("Values"))),
        (Some(_), _, Some(_)) => Err(errors::exclusive(of("Value"), of("StatisticValues"))),
        (_, Some(_), Some(_)) => Err(errors::exclusive(of("Values"), of("StatisticValues"))),
        (None, None, None) => Err(errors::missing(of("Value"))),
        (Some(value), ..) => Ok(Point::of([(number(of("Value"), value)?, 1.0)])),
        (_, Some(values), _) => counted(of, values, datum.counts.as_deref()),
        (.., Some(set)) => {
            let part = |name: &str, value| number(of(&format!("StatisticValues.{name}")), value);
            let count = part("SampleCount", set.sample_count)?;
            let (min, max) = (part("Minimum", set.minimum)?, part("Maximum", set.maximum)?);
            if count <= 0.0 {
                let parameter = of("StatisticValues.SampleCount");
                return Err(errors::value(format!(
                    "The parameter {parameter} must be greater than 0."
                )));
            }
            if min > max {
                return Err(errors::value(format!(
                    "The parameter {} must be greater than {}.",
                    of("StatisticValues.Maximum"),
                    of("StatisticValues.Minimum")
                )));
            }
            Ok(Point::of_set(count, part("Sum", set.sum)?, min, max))
        }
    }
}

fn counted(of: &dyn Fn(&str) -> String, values: &[f64], counts: Option<&[f64]>) -> Result<Point> {
    for (name, length) in [("Values", values.len()), ("Counts", counts.map_or(0, <[f64]>::len))] {
        if length > MOST_VALUES {
            let words = format!(
                "The collection {} must not have a size greater than {MOST_VALUES}.",
                of(name)
            );
            return Err(errors::value(words));
        }
    }
    let counts = counts.filter(|it| !it.is_empty());
    if counts.is_some_and(|counts| counts.len() != values.len()) {
        return Err(errors::value(format!(
            "The parameters {} and {} must be of the same size.",
            of("Values"),
            of("Counts")
        )));
    }
    let mut pairs = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let value = number(of(&format!("Values.member.{}", at + 1)), *value)?;
        let count = counts.and_then(|counts| counts.get(at)).copied().unwrap_or(1.0);
        let parameter = of(&format!("Counts.member.{}", at + 1));
        let count = number(parameter.clone(), count)?;
        if count < 0.0 {
            return Err(errors::value(format!(
                "The value {count} for parameter {parameter} is invalid."
            )));
        }
        pairs.push((value, count));
    }
    Ok(Point::of(pairs))
}

/// A number that CloudWatch takes: zero, or one between 2^-360 and 2^360, of either sign.
fn number(parameter: String, value: f64) -> Result<f64> {
    let (least, most) = (2f64.powi(-360), 2f64.powi(360));
    if value == 0.0 || (least..=most).contains(&value.abs()) {
        return Ok(value);
    }
    let shown = match value {
        value if value.is_nan() => "NaN".to_owned(),
        value if value.is_infinite() => if value > 0.0 { "∞" } else { "-∞" }.to_owned(),
        value if value.abs() < least => "0".to_owned(),
        value => format!("{value:e}"),
    };
    Err(errors::value(format!("The value {shown} for parameter {parameter} is invalid.")))
}
