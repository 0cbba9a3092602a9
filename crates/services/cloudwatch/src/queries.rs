//! Queries of `GetMetricData` and of alarms: what is wrong with them, and their values.

use crate::math::search::{Candidate, Search, key};
use crate::math::series::Source;
use crate::math::{Expression, Known, Series, Value, evaluate, parse};
use crate::operations::get_metric_statistics::is_period;
use crate::records::metric::{METRICS, Metric, Name};
use crate::statistic::Statistic;
use crate::{CloudWatch, errors, names, paging, unit};
use platform::{Context, Result, scoped};
use shapes::cloudwatch::{MetricDataQuery, MetricStat};
use std::collections::{BTreeMap, BTreeSet};

/// The most metrics that a search finds.
const FOUND: usize = 100;

/// A query that is as it must be.
pub enum Query {
    /// A statistic of a metric.
    Metric { name: Name, period: i64, statistic: Statistic, stat: String, unit: Option<u8> },
    /// An expression.
    Math { expression: Expression, period: Option<i64> },
}

/// Reads queries. `parameter` is where they stand.
///
/// # Errors
/// What AWS says of them.
pub fn read(
    cx: &Context,
    parameter: &str,
    given: &[MetricDataQuery],
) -> Result<Vec<(String, Query)>> {
    let mut ids = BTreeSet::new();
    let mut queries = Vec::with_capacity(given.len());
    for (at, query) in (1..).zip(given) {
        let of = |part: &str| format!("{parameter}.member.{at}.{part}");
        let mut letters = query.id.bytes();
        let is_id = letters.next().is_some_and(|it| it.is_ascii_lowercase())
            && letters.all(|it| it.is_ascii_alphanumeric() || it == b'_');
        if !is_id {
            return Err(errors::invalid(format!(
                "The value {} for parameter {} is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.",
                query.id,
                of("Id")
            )));
        }
        if !ids.insert(&query.id) {
            return Err(errors::invalid(format!(
                "The values for parameter id in {parameter} are not unique."
            )));
        }
        if query.account_id.as_deref().is_some_and(|it| it != &*cx.account) {
            return Err(errors::unsupported("AccountId of another account"));
        }
        let read = match (&query.metric_stat, &query.expression) {
            (Some(_), Some(_)) => {
                return Err(errors::invalid(format!(
                    "The parameters {} and {} are mutually exclusive and you have specified both.",
                    of("Expression"),
                    of("MetricStat")
                )));
            }
            (None, None) => {
                return Err(errors::invalid(format!(
                    "Either the parameter {} or {} must be specified.",
                    of("Expression"),
                    of("MetricStat")
                )));
            }
            (Some(stat), None) => metric(cx, &of, stat)?,
            (None, Some(text)) => math(&query.id, text, query.period)?,
        };
        queries.push((query.id.clone(), read));
    }
    Ok(queries)
}

fn metric(cx: &Context, of: &dyn Fn(&str) -> String, given: &MetricStat) -> Result<Query> {
    let required = |part: &str, text: Option<&String>| match text {
        Some(text) if !text.is_empty() => Ok(text.clone()),
        _ => {
            let parameter = of(&format!("MetricStat.Metric.{part}"));
            Err(errors::invalid(format!("The parameter {parameter} is required.")))
        }
    };
    let namespace = required("Namespace", given.metric.namespace.as_ref())?;
    let name = required("MetricName", given.metric.metric_name.as_ref())?;
    let dimensions = given.metric.dimensions.as_deref().unwrap_or_default();
    let dimensions = names::dimensions(&of("MetricStat.Metric.Dimensions"), dimensions)?;
    if !is_period(given.period) {
        return Err(errors::invalid(format!(
            "The parameter {} must be 1, 5, 10, 20, 30 or a multiple of 60.",
            of("MetricStat.Period")
        )));
    }
    let Some(statistic) = Statistic::parse(&given.stat) else {
        return Err(errors::invalid(format!(
            "The value {} for parameter {} is not supported.",
            given.stat,
            of("MetricStat.Stat")
        )));
    };
    Ok(Query::Metric {
        name: Name::new(cx, &namespace, &name, dimensions),
        period: given.period.into(),
        statistic,
        stat: given.stat.clone(),
        unit: given.unit.as_deref().and_then(unit::number),
    })
}

fn math(id: &str, text: &str, period: Option<i32>) -> Result<Query> {
    if text.trim_start().to_ascii_uppercase().starts_with("SELECT ") {
        return Err(errors::unsupported("A query of Metrics Insights"));
    }
    let expression = parse(text).map_err(|error| of_expression(id, &error))?;
    if period.is_some_and(|period| !is_period(period)) {
        return Err(errors::invalid(format!("The period of '{id}' is invalid.")));
    }
    Ok(Query::Math { expression, period: period.map(i64::from) })
}

fn of_expression(id: &str, error: &str) -> platform::Error {
    errors::invalid(format!("Error in expression '{id}': {error}"))
}

/// The longest period of queries, by which times are rounded.
pub fn longest_period(queries: &[(String, Query)]) -> i64 {
    let periods = queries.iter().filter_map(|(_, query)| match query {
        Query::Metric { period, .. } => Some(*period),
        Query::Math { period, .. } => *period,
    });
    periods.max().unwrap_or(60)
}

impl CloudWatch {
    /// The values of all queries by their ids, from one second up to another.
    ///
    /// # Errors
    /// The storage's; that an expression has no value.
    pub async fn ask(
        &self,
        cx: &Context,
        queries: &[(String, Query)],
        span: (i64, i64),
    ) -> Result<BTreeMap<String, Value>> {
        self.asked(cx, queries, (span, 0)).await
    }

    /// The same, where periods are counted from the first second.
    ///
    /// # Errors
    /// As those.
    pub async fn ask_from(
        &self,
        cx: &Context,
        queries: &[(String, Query)],
        span: (i64, i64),
    ) -> Result<BTreeMap<String, Value>> {
        self.asked(cx, queries, (span, span.0)).await
    }

    async fn asked(
        &self,
        cx: &Context,
        queries: &[(String, Query)],
        (span, anchor): ((i64, i64), i64),
    ) -> Result<BTreeMap<String, Value>> {
        let period = longest_period(queries);
        let mut known = Known { span, anchor, period, ..Known::default() };
        for (id, query) in queries {
            let Query::Metric { name, period, statistic, stat, unit } = query else { continue };
            let series =
                self.series(name, (*period, statistic, stat, *unit), (span, anchor)).await?;
            known.metrics.push((id.clone(), series.clone()));
            known.values.insert(id.clone(), Value::Series(series));
        }
        let mut left: Vec<_> = queries
            .iter()
            .filter_map(|(id, query)| match query {
                Query::Math { expression, period } => Some((id, expression, *period)),
                Query::Metric { .. } => None,
            })
            .collect();
        let ids: BTreeSet<&String> = queries.iter().map(|(id, _)| id).collect();
        // Each in turn whose parts are known.
        while !left.is_empty() {
            let ready = left.iter().position(|(_, expression, _)| {
                let mut is_ready = true;
                expression.each(&mut |part| {
                    if let Expression::Name(name) = part {
                        is_ready &= known.values.contains_key(name) || !ids.contains(name);
                    }
                });
                is_ready
            });
            let Some(ready) = ready else {
                let (id, ..) = left[0];
                return Err(of_expression(id, "Circular reference"));
            };
            let (id, expression, period) = left.remove(ready);
            let usual = known.period;
            known.period = period.unwrap_or(usual);
            self.search_all(cx, id, expression, &mut known).await?;
            let value = evaluate(expression, &known).map_err(|error| of_expression(id, &error))?;
            known.period = usual;
            known.values.insert(id.clone(), value);
        }
        Ok(known.values)
    }

    async fn series(
        &self,
        name: &Name,
        (period, statistic, stat, unit): (i64, &Statistic, &str, Option<u8>),
        ((from, to), anchor): ((i64, i64), i64),
    ) -> Result<Series> {
        let from = from - (from - anchor).rem_euclid(period);
        let found = self.points(name, (from, to), period).await?;
        let mut whole = BTreeMap::<i64, crate::point::Point>::new();
        let units = match unit {
            Some(unit) => vec![unit],
            None => unit::in_order(found.keys().map(|(_, unit)| *unit)),
        };
        for ((at, _), point) in found.iter().filter(|it| units.first() == Some(&it.0.1)) {
            whole.entry(*at).or_default().merge(point);
        }
        let points = whole.iter().filter_map(|(at, point)| Some((*at, statistic.of(point)?)));
        let source = Source {
            namespace: name.namespace.clone(),
            metric: name.name.clone(),
            dimensions: name.dimensions.clone(),
            stat: stat.to_owned(),
            units: if units.len() > 1 { units } else { Vec::new() },
        };
        let (label, points) = (name.name.clone(), points.collect());
        Ok(Series { label, period, points, source: Some(source) })
    }

    /// Does the searches of an expression.
    async fn search_all(
        &self,
        cx: &Context,
        id: &str,
        expression: &Expression,
        known: &mut Known,
    ) -> Result<()> {
        let mut searches = Vec::new();
        expression.each(&mut |part| {
            if let Expression::Call(name, all) = part
                && name == "SEARCH"
                && let [Expression::Text(text), rest @ ..] = &all[..]
            {
                searches.push((text.clone(), rest.to_vec()));
            }
        });
        for (text, rest) in searches {
            let (stat, period) = match &rest[..] {
                [Expression::Text(stat)] => (stat, known.period),
                [Expression::Text(stat), Expression::Number(period)] => (stat, *period as i64),
                _ => {
                    return Err(of_expression(
                        id,
                        "The function 'SEARCH' cannot take these arguments",
                    ));
                }
            };
            let Some(statistic) = Statistic::parse(stat).filter(|_| period > 0) else {
                return Err(of_expression(id, "The function 'SEARCH' cannot take these arguments"));
            };
            let search = Search::parse(&text).map_err(|error| of_expression(id, &error))?;
            let mut found = Vec::new();
            for name in self.found(cx, &search).await? {
                let asked = (period, &statistic, &**stat, None);
                let series = self.series(&name, asked, (known.span, known.anchor)).await?;
                if !series.points.is_empty() {
                    found.push(Series { label: search_label(&name), ..series });
                }
            }
            known.found.insert(key(&text, &rest), found);
        }
        Ok(())
    }

    /// What a search finds, in the order of namespaces, names and dimensions.
    async fn found(&self, cx: &Context, search: &Search) -> Result<Vec<Name>> {
        let prefix = match search.namespace() {
            Some(namespace) => scoped(&cx.account, &cx.region, &[namespace, ""]),
            None => scoped(&cx.account, &cx.region, &[""]),
        };
        let finds = |metric: &Metric| {
            let (namespace, name) = (&*metric.namespace, &*metric.name);
            search.finds(Candidate { namespace, metric: name, dimensions: &metric.dimensions })
        };
        let (found, _) = paging::page(cx, &METRICS, &prefix, FOUND, None, finds).await?;
        let mut found: Vec<_> = found.into_iter().map(|(_, it)| it).collect();
        found.sort_by(|a, b| {
            let order =
                |it: &Metric| (it.namespace.clone(), it.name.clone(), it.dimensions.clone());
            order(a).cmp(&order(b))
        });
        let names =
            found.into_iter().map(|it| Name::new(cx, &it.namespace, &it.name, it.dimensions));
        Ok(names.collect())
    }
}

/// What a search calls what it has found: its name, with the values of its dimensions.
fn search_label(name: &Name) -> String {
    let values = name.dimensions.iter().map(|it| &*it.1);
    values.chain([&*name.name]).collect::<Vec<_>>().join(" ")
}
