//! `GetMetricData`.

use crate::labels::{self, About};
use crate::math::{Series, Value};
use crate::{CloudWatch, errors, paging, queries, unit};
use platform::{Context, Handler, Result};
use shapes::Timestamp;
use shapes::cloudwatch::ops::GetMetricData;
use shapes::cloudwatch::{
    GetMetricDataInput, GetMetricDataOutput, MessageData, MetricDataQuery, MetricDataResult,
};

/// The most queries of a request, and the most points of an answer.
const MOST_QUERIES: usize = 500;
const MOST_POINTS: i32 = 100_800;

impl Handler<GetMetricData> for CloudWatch {
    async fn handle(&self, cx: &Context, input: GetMetricDataInput) -> Result<GetMetricDataOutput> {
        let given = &input.metric_data_queries;
        let (most, offset) = checked(&input)?;
        let (from, to) = (input.start_time.millis(), input.end_time.millis());
        let queries = queries::read(cx, "MetricDataQueries", given)?;
        self.flush().await?;
        let span = (from.div_euclid(1000), (to + 999).div_euclid(1000));
        let mut values = self.ask(cx, &queries, span).await?;
        let mut results = Vec::new();
        for query in given.iter().filter(|query| query.return_data != Some(false)) {
            match values.remove(&query.id) {
                Some(Value::Series(mut series)) => {
                    if let Some(stat) = &query.metric_stat {
                        series.label.push_str(&labels::distinct(stat, given));
                    }
                    results.push(told(cx, query, series, offset, false));
                }
                Some(Value::Array(all)) => {
                    let each = all.into_iter().map(|it| told(cx, query, it, offset, true));
                    results.extend(each);
                }
                _ => {
                    return Err(errors::invalid(format!(
                        "Error in expression '{}': The result of the expression must be a time series or an array of time series",
                        query.id
                    )));
                }
            }
        }
        if input.scan_by.as_deref() != Some("TimestampAscending") {
            for result in &mut results {
                result.timestamps.iter_mut().for_each(|it| it.reverse());
                result.values.iter_mut().for_each(|it| it.reverse());
            }
        }
        let skip = match &input.next_token {
            None => 0,
            Some(token) => {
                let text = String::from_utf8(paging::key(token)?).unwrap_or_default();
                text.parse().map_err(|_| errors::bad_token())?
            }
        };
        let (results, next) = page(results, skip, most.unsigned_abs() as usize);
        Ok(GetMetricDataOutput {
            metric_data_results: Some(results),
            next_token: next.map(|next| paging::token(next.to_string().as_bytes())),
            messages: Some(Vec::new()),
        })
    }
}

/// The most points of a page, and how many minutes labels are ahead of UTC.
///
/// # Errors
/// What is wrong with the request besides its queries.
fn checked(input: &GetMetricDataInput) -> Result<(i32, i64)> {
    let given = &input.metric_data_queries;
    if given.is_empty() {
        return Err(errors::missing("MetricDataQueries"));
    }
    if given.len() > MOST_QUERIES {
        return Err(errors::invalid(format!(
            "The collection MetricDataQueries must not have a size greater than {MOST_QUERIES}."
        )));
    }
    if given.iter().all(|query| query.return_data == Some(false)) {
        return Err(errors::invalid(
            "At least one query in the parameter MetricDataQueries must have ReturnData set to true.",
        ));
    }
    let (from, to) = (input.start_time.millis(), input.end_time.millis());
    if from == to {
        let words = "The parameter StartTime must not equal parameter EndTime.";
        return Err(errors::invalid(words));
    }
    if from > to {
        let words = "The parameter StartTime must be less than the parameter EndTime.";
        return Err(errors::invalid(words));
    }
    let most = input.max_datapoints.unwrap_or(MOST_POINTS);
    if !(1..=MOST_POINTS).contains(&most) {
        return Err(errors::invalid(format!(
            "The parameter MaxDatapoints must be between 1 and {MOST_POINTS}."
        )));
    }
    let offset = match input.label_options.as_ref().and_then(|it| it.timezone.as_deref()) {
        None => 0,
        Some(text) => timezone(text).ok_or_else(|| {
            errors::invalid(format!(
                "The value {text} for parameter LabelOptions.Timezone is invalid."
            ))
        })?,
    };
    Ok((most, offset))
}

/// The minutes that a time zone such as `+0130` is ahead.
fn timezone(text: &str) -> Option<i64> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits =
        text.get(1..).filter(|it| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit()))?;
    let (hours, minutes): (i64, i64) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    Some(sign * (hours * 60 + minutes))
}

fn told(
    cx: &Context,
    query: &MetricDataQuery,
    mut series: Series,
    offset: i64,
    is_one_of_many: bool,
) -> MetricDataResult {
    if series.label.is_empty() || (query.expression.is_some() && !is_one_of_many) {
        series.label.clone_from(&query.id);
    }
    let about = About { series: &series, account: &cx.account, region: &cx.region, offset };
    let label = match query.label.as_deref().filter(|it| !it.is_empty()) {
        Some(label) if is_one_of_many && !label.contains("${") => {
            format!("{label} {}", series.label)
        }
        Some(label) => labels::fill(label, &about),
        None => series.label.clone(),
    };
    MetricDataResult {
        id: Some(query.id.clone()),
        label: Some(label),
        timestamps: Some(series.points.keys().map(|at| Timestamp(at * 1000)).collect()),
        values: Some(series.values().collect()),
        status_code: Some("Complete".to_owned()),
        messages: several_units(query, &series).map(|message| vec![message]),
    }
}

/// What is said of a metric that has several units, where none was asked for.
fn several_units(query: &MetricDataQuery, series: &Series) -> Option<MessageData> {
    query.metric_stat.as_ref()?;
    let units = &series.source.as_ref()?.units;
    let names: Vec<_> = units.iter().map(|it| unit::name(*it)).collect();
    (!names.is_empty()).then(|| MessageData {
        code: Some("MultipleUnits".to_owned()),
        value: Some(format!("Multiple units returned: '[{}]'", names.join(", "))),
    })
}

/// The points after those that other pages had, and how many these are, where more follow.
fn page(
    results: Vec<MetricDataResult>,
    skip: usize,
    most: usize,
) -> (Vec<MetricDataResult>, Option<usize>) {
    let (mut skipped, mut left) = (skip, most);
    let mut shown = Vec::new();
    let mut is_whole = true;
    for mut result in results {
        let (Some(timestamps), Some(values)) = (&mut result.timestamps, &mut result.values) else {
            continue;
        };
        let length = values.len();
        if skip > 0 && skipped >= length && (length > 0 || skipped > 0 || shown.is_empty()) {
            skipped -= length;
            continue;
        }
        if left == 0 && length > 0 {
            is_whole = false;
            break;
        }
        timestamps.drain(..skipped);
        values.drain(..skipped);
        skipped = 0;
        if values.len() > left {
            timestamps.truncate(left);
            values.truncate(left);
            result.status_code = Some("PartialData".to_owned());
            is_whole = false;
        }
        left -= values.len();
        shown.push(result);
        if !is_whole {
            break;
        }
    }
    (shown, (!is_whole).then_some(skip + most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_given_page_by_page() {
        let results = || -> Vec<_> {
            let of = |id: &str, count: i64| MetricDataResult {
                id: Some(id.to_owned()),
                timestamps: Some((0..count).map(Timestamp).collect()),
                values: Some((0..count).map(|it| it as f64).collect()),
                ..Default::default()
            };
            vec![of("a", 3), of("b", 4), of("c", 1)]
        };
        let shown = |skip, most| {
            let (page, next) = page(results(), skip, most);
            let page: Vec<_> = page
                .iter()
                .map(|it| {
                    format!("{}{}", it.id.as_deref().unwrap(), it.values.as_ref().unwrap().len())
                })
                .collect();
            (page.join(" "), next)
        };
        assert_eq!(shown(0, 100), ("a3 b4 c1".to_owned(), None));
        assert_eq!(shown(0, 5), ("a3 b2".to_owned(), Some(5)));
        assert_eq!(shown(5, 5), ("b2 c1".to_owned(), None));
        assert_eq!(shown(0, 3), ("a3".to_owned(), Some(3)));
        assert_eq!(shown(3, 3), ("b3".to_owned(), Some(6)));
        assert_eq!(shown(6, 3), ("b1 c1".to_owned(), None));
    }

    #[test]
    fn time_zones_are_minutes() {
        assert_eq!((timezone("+0130"), timezone("-0800")), (Some(90), Some(-480)));
        assert_eq!((timezone("0100"), timezone("+1")), (None, None));
    }
}
