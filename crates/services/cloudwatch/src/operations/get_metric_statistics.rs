//! `GetMetricStatistics`.

use crate::point::Point;
use crate::records::metric::Name;
use crate::statistic::Statistic;
use crate::{CloudWatch, errors, names, unit};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::cloudwatch::ops::GetMetricStatistics;
use shapes::cloudwatch::{Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput};

/// The most points of an answer.
const MOST: i64 = 1440;

impl Handler<GetMetricStatistics> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: GetMetricStatisticsInput,
    ) -> Result<GetMetricStatisticsOutput> {
        let basic = input.statistics.as_deref().unwrap_or_default();
        let extended = input.extended_statistics.as_deref().unwrap_or_default();
        if basic.is_empty() && extended.is_empty() {
            let words = "At least one of the parameters Statistics and ExtendedStatistics must be specified.";
            return Err(errors::combination(words));
        }
        let extended = read(extended)?;
        let (from, to) = span(&input)?;
        let wanted = match &input.unit {
            Some(name) => unit::number(name),
            None => None,
        };
        let given = input.dimensions.as_deref().unwrap_or_default();
        let dimensions = names::dimensions("Dimensions", given)?;
        let name = Name::new(cx, &input.namespace, &input.metric_name, dimensions);
        self.flush().await?;
        let found = self.points(&name, (from, to), i64::from(input.period)).await?;
        let found = found.into_iter().filter(|((_, unit), _)| wanted.is_none_or(|it| it == *unit));
        let datapoints = found.map(|((at, number), point)| {
            datapoint(at, unit::name(number), &point, basic, &extended)
        });
        let datapoints = Some(datapoints.collect());
        Ok(GetMetricStatisticsOutput { label: Some(input.metric_name), datapoints })
    }
}

fn read(extended: &[String]) -> Result<Vec<(&str, Statistic)>> {
    let mut read = Vec::with_capacity(extended.len());
    for text in extended {
        let Some(statistic) = Statistic::extended(text) else {
            let words =
                format!("The value {text} for parameter ExtendedStatistics is not supported.");
            return Err(errors::value(words));
        };
        read.push((&**text, statistic));
    }
    Ok(read)
}

/// Whether a period is one: some seconds, or whole minutes.
pub fn is_period(period: i32) -> bool {
    matches!(period, 1 | 5 | 10 | 20 | 30) || (period > 0 && period % 60 == 0)
}

/// The first second and the first after it, as far as there are not too many points between.
fn span(input: &GetMetricStatisticsInput) -> Result<(i64, i64)> {
    if !is_period(input.period) {
        let words = "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.";
        return Err(errors::value(words));
    }
    let (from, to) = (input.start_time.millis(), input.end_time.millis());
    if from == to {
        let words = "The parameter StartTime must not equal parameter EndTime.";
        return Err(errors::value(words));
    }
    if from > to {
        let words = "The parameter StartTime must be less than the parameter EndTime.";
        return Err(errors::value(words));
    }
    let period = i64::from(input.period);
    let (from, to) = (from.div_euclid(1000), (to + 999).div_euclid(1000));
    let from = from - from.rem_euclid(period.min(60));
    let points = (to - from + period - 1) / period;
    if points > MOST {
        return Err(errors::combination(format!(
            "You have requested up to {} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.",
            grouped(points)
        )));
    }
    Ok((from, to))
}

/// A number in groups of three digits.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn datapoint(
    at: i64,
    unit: &str,
    point: &Point,
    basic: &[String],
    extended: &[(&str, Statistic)],
) -> Datapoint {
    let asked = |name: &str| {
        basic.iter().any(|it| it == name).then(|| Statistic::basic(name)?.of(point)).flatten()
    };
    let values = extended
        .iter()
        .filter_map(|(text, statistic)| Some(((*text).to_owned(), statistic.of(point)?)));
    Datapoint {
        timestamp: Some(Timestamp(at * 1000)),
        sample_count: asked("SampleCount"),
        average: asked("Average"),
        sum: asked("Sum"),
        minimum: asked("Minimum"),
        maximum: asked("Maximum"),
        unit: Some(unit.to_owned()),
        extended_statistics: (!extended.is_empty()).then(|| values.collect()),
    }
}
