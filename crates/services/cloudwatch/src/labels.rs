//! Labels of results ("Using dynamic labels").

use crate::math::Series;
use shapes::Timestamp;
use shapes::cloudwatch::{MetricDataQuery, MetricStat};

/// What a label is about.
pub struct About<'a> {
    pub series: &'a Series,
    pub account: &'a str,
    pub region: &'a str,
    /// Minutes from UTC, in which instants are told.
    pub offset: i64,
}

/// What is added to the name of a metric, where nothing else is said: the statistic and the period, as far as
/// others of the same metric have another, as AWS was seen to do.
pub fn distinct(own: &MetricStat, all: &[MetricDataQuery]) -> String {
    let same = |it: &&MetricStat| {
        (&it.metric.namespace, &it.metric.metric_name)
            == (&own.metric.namespace, &own.metric.metric_name)
    };
    let others = || all.iter().filter_map(|it| it.metric_stat.as_ref()).filter(same);
    let mut added = String::new();
    if others().any(|it| it.stat != own.stat) {
        added.push_str(&format!(" {}", own.stat));
    }
    if others().any(|it| it.period != own.period) {
        added.push_str(&format!(" {}", own.period));
    }
    added
}

/// The label with its `${…}` put in; what is no property stays as it is.
pub fn fill(label: &str, about: &About<'_>) -> String {
    let mut out = String::new();
    let mut rest = label;
    while let Some((before, inside)) = rest.split_once("${") {
        out.push_str(before);
        let Some((property, after)) = inside.split_once('}') else {
            rest = &rest[before.len()..];
            break;
        };
        match value(property.trim(), about) {
            Some(value) => out.push_str(&value),
            None => out.push_str(&format!("${{{property}}}")),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn value(property: &str, about: &About<'_>) -> Option<String> {
    let series = about.series;
    if let Some(name) = property.strip_prefix("PROP('").and_then(|it| it.strip_suffix("')")) {
        let source = series.source.as_ref();
        return Some(match name {
            "Namespace" => source?.namespace.clone(),
            "MetricName" => source?.metric.clone(),
            "Stat" => source?.stat.clone(),
            "Period" => series.period.to_string(),
            "Region" => about.region.to_owned(),
            "AccountId" => about.account.to_owned(),
            "MetricId" => return None,
            name => {
                let name = name.strip_prefix("Dim.")?;
                let found = source?.dimensions.iter().find(|(own, _)| own == name);
                found.map_or_else(|| "-".to_owned(), |(_, value)| value.clone())
            }
        });
    }
    let points = &series.points;
    let count = points.len() as f64;
    let shown = |value: f64| format!("{value}");
    let extreme = |is_max: bool| {
        points
            .iter()
            .reduce(|best, it| if (it.1 > best.1) == is_max && it.1 != best.1 { it } else { best })
    };
    let time = |at: i64| told(at, about.offset);
    let none = || "--".to_owned();
    Some(match property {
        "LABEL" => series.label.clone(),
        "SUM" => shown(series.values().sum()),
        "AVG" if count > 0.0 => shown(series.values().sum::<f64>() / count),
        "DATAPOINT_COUNT" => shown(count),
        "MAX" => extreme(true).map_or_else(none, |it| shown(*it.1)),
        "MIN" => extreme(false).map_or_else(none, |it| shown(*it.1)),
        "MAX_TIME" => extreme(true).map_or_else(none, |it| time(*it.0)),
        "MIN_TIME" => extreme(false).map_or_else(none, |it| time(*it.0)),
        "FIRST" => points.first_key_value().map_or_else(none, |it| shown(*it.1)),
        "LAST" => points.last_key_value().map_or_else(none, |it| shown(*it.1)),
        "FIRST_TIME" => points.first_key_value().map_or_else(none, |it| time(*it.0)),
        "LAST_TIME" => points.last_key_value().map_or_else(none, |it| time(*it.0)),
        "FIRST_LAST_TIME_RANGE" => match (points.first_key_value(), points.last_key_value()) {
            (Some(first), Some(last)) => format!("{} - {}", time(*first.0), time(*last.0)),
            _ => none(),
        },
        "AVG" => none(),
        _ => return None,
    })
}

fn told(at: i64, offset: i64) -> String {
    let civil = Timestamp((at + offset * 60) * 1000).civil();
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC",
        civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::series::Source;

    #[test]
    fn properties_are_put_in() {
        let source = Source {
            namespace: "n".into(),
            metric: "m".into(),
            dimensions: vec![("Shard".into(), "s1".into())],
            stat: "Sum".into(),
            units: Vec::new(),
        };
        let points = [(0, 1.0), (60, 3.0), (120, 2.0)].into();
        let series = Series { label: "m".into(), period: 60, points, source: Some(source) };
        let about = About { series: &series, account: "0", region: "us-east-1", offset: 0 };
        for (label, expected) in [
            ("plain", "plain"),
            ("${LABEL} of ${PROP('Dim.Shard')} ${PROP('Dim.No')}", "m of s1 -"),
            ("[${MIN}..${MAX}] ${AVG} ${LAST}", "[1..3] 2 2"),
            ("${MAX_TIME}", "1970-01-01 00:01:00 UTC"),
            ("${PROP('Region')}/${PROP('Stat')}/${PROP('Period')}", "us-east-1/Sum/60"),
            ("${WHAT} ${", "${WHAT} ${"),
        ] {
            assert_eq!(fill(label, &about), expected, "{label}");
        }
    }
}
