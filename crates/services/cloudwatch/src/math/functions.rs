//! The functions of metric math.

use super::eval::{Known, evaluate, zip};
use super::parse::Expression;
use super::series::{Fold, Series, Value};
use shapes::Timestamp;
use std::collections::BTreeMap;

/// The functions that AWS has and that are not here.
const ABSENT: [&str; 5] = [
    "ANOMALY_DETECTION_BAND",
    "DB_PERF_INSIGHTS",
    "INSIGHT_RULE_METRIC",
    "LAMBDA",
    "SERVICE_QUOTA",
];

/// The most points that a series is filled up to.
const MOST: i64 = 100_800;

/// Calls a function.
pub(super) fn call(name: &str, arguments: &[Expression], known: &Known) -> Result<Value, String> {
    if ABSENT.contains(&name) {
        return Err(platform::unsupported(format_args!("The function {name}")));
    }
    let unfit = || format!("The function '{name}' cannot take these arguments");
    match (name, arguments) {
        ("FILL", [of, with]) => return fill(of, with, known).ok_or_else(unfit)?,
        ("SORT", [of, rest @ ..]) => {
            let Value::Array(all) = evaluate(of, known)? else { return Err(unfit()) };
            return sort(all, rest).ok_or_else(unfit);
        }
        ("SEARCH", [Expression::Text(text), ..]) => {
            let key = super::search::key(text, &arguments[1..]);
            return known.found.get(&key).cloned().map(Value::Array).ok_or_else(unfit);
        }
        _ => {}
    }
    let mut values = Vec::with_capacity(arguments.len());
    for argument in arguments {
        values.push(evaluate(argument, known)?);
    }
    if let Some(change) = of_each(name) {
        return match values.as_slice() {
            [Value::Series(one)] => Ok(Value::Series(change(one))),
            [Value::Array(all)] => Ok(Value::Array(all.iter().map(change).collect())),
            _ => Err(unfit()),
        };
    }
    if let Some(fold) = Fold::named(name) {
        return folded(fold, &values).ok_or_else(unfit);
    }
    match of_all(name, values, known) {
        Some(value) => value.ok_or_else(unfit),
        None => Err(format!("The function '{name}' does not exist")),
    }
}

/// The functions of one series; of several, each has its own.
fn of_each(name: &str) -> Option<fn(&Series) -> Series> {
    Some(match name {
        "ABS" => |it| it.map(|_, value| Some(value.abs())),
        "CEIL" => |it| it.map(|_, value| Some(value.ceil())),
        "FLOOR" => |it| it.map(|_, value| Some(value.floor())),
        "LOG" => |it| it.map(|_, value| Some(value.ln())),
        "LOG10" => |it| it.map(|_, value| Some(value.log10())),
        "DIFF" => |it| steps(it, |_, (before, now)| now - before),
        "DIFF_TIME" => |it| steps(it, |seconds, _| seconds),
        "RATE" => |it| steps(it, |seconds, (before, now)| (now - before) / seconds),
        "RUNNING_SUM" => |it| {
            let mut sum = 0.0;
            let mut summed = it.clone();
            for value in summed.points.values_mut() {
                sum += *value;
                *value = sum;
            }
            summed
        },
        "MINUTE" => |it| dated(it, |at| Timestamp(at * 1000).civil().minute.into()),
        "HOUR" => |it| dated(it, |at| Timestamp(at * 1000).civil().hour.into()),
        "DATE" => |it| dated(it, |at| Timestamp(at * 1000).civil().day.into()),
        "MONTH" => |it| dated(it, |at| Timestamp(at * 1000).civil().month.into()),
        "YEAR" => |it| dated(it, |at| Timestamp(at * 1000).civil().year as f64),
        // From 1, Monday, to 7. The epoch was a Thursday.
        "DAY" => |it| dated(it, |at| ((at.div_euclid(86_400) + 3).rem_euclid(7) + 1) as f64),
        "EPOCH" => |it| dated(it, |at| at as f64),
        _ => return None,
    })
}

/// What is made of each point and the one before it.
fn steps(series: &Series, make: impl Fn(f64, (f64, f64)) -> f64) -> Series {
    let pairs = series.points.iter().zip(series.points.iter().skip(1));
    let points =
        pairs.map(|((from, before), (at, now))| (*at, make((at - from) as f64, (*before, *now))));
    Series { points: points.collect(), ..series.clone() }
}

fn dated(series: &Series, make: impl Fn(i64) -> f64) -> Series {
    series.map(|at, _| Some(make(at)))
}

/// Of one series a number; of several, a series of what they come to at each instant.
fn folded(fold: Fold, values: &[Value]) -> Option<Value> {
    match values {
        [Value::Series(one)] => fold.of(one.values()).or(Some(f64::NAN)).map(Value::Number),
        [Value::Array(all)] => {
            let mut at_instants = BTreeMap::<i64, Vec<f64>>::new();
            for (at, value) in all.iter().flat_map(|series| &series.points) {
                at_instants.entry(*at).or_default().push(*value);
            }
            let points = at_instants
                .into_iter()
                .filter_map(|(at, values)| Some((at, fold.of(values.into_iter())?)));
            let period = all.iter().map(|it| it.period).max().unwrap_or(60);
            let points = points.collect();
            Some(Value::Series(Series { period, points, ..Series::default() }))
        }
        _ => None,
    }
}

/// `None` where there is no function of the name, `Some(None)` where it cannot take these values.
#[allow(clippy::option_option)]
fn of_all(name: &str, values: Vec<Value>, known: &Known) -> Option<Option<Value>> {
    Some(match (name, values.as_slice()) {
        ("METRICS", []) => {
            Some(Value::Array(known.metrics.iter().map(|it| it.1.clone()).collect()))
        }
        ("METRICS", [Value::Text(part)]) => {
            let named = known.metrics.iter().filter(|(id, _)| id.contains(&**part));
            Some(Value::Array(named.map(|it| it.1.clone()).collect()))
        }
        ("METRIC_COUNT", [Value::Array(all)]) => Some(Value::Number(all.len() as f64)),
        ("FIRST", [Value::Array(all)]) => all.first().cloned().map(Value::Series),
        ("LAST", [Value::Array(all)]) => all.last().cloned().map(Value::Series),
        ("PERIOD", [Value::Series(one)]) => Some(Value::Number(one.period as f64)),
        ("REMOVE_EMPTY", [Value::Array(all)]) => {
            let full = all.iter().filter(|it| !it.points.is_empty());
            Some(Value::Array(full.cloned().collect()))
        }
        ("SLICE", [Value::Array(all), Value::Number(at)]) => {
            all.get(*at as usize).cloned().map(Value::Series)
        }
        ("SLICE", [Value::Array(all), Value::Number(from), Value::Number(to)]) => {
            let to = (*to as usize).min(all.len());
            let from = (*from as usize).min(to);
            Some(Value::Array(all[from..to].to_vec()))
        }
        ("TIME_SERIES", [Value::Number(number)]) => {
            let points = instants(known, known.period).map(|at| (at, *number)).collect();
            Some(Value::Series(Series { period: known.period, points, ..Series::default() }))
        }
        ("IF", [condition, yes]) => choose(condition, yes, None),
        ("IF", [condition, yes, no]) => choose(condition, yes, Some(no)),
        (
            "METRICS" | "METRIC_COUNT" | "FIRST" | "LAST" | "PERIOD" | "REMOVE_EMPTY" | "SLICE"
            | "TIME_SERIES" | "IF" | "FILL" | "SORT" | "SEARCH",
            _,
        ) => None,
        _ => return None,
    })
}

/// The beginnings of the periods of a time.
fn instants(known: &Known, period: i64) -> impl Iterator<Item = i64> + use<> {
    let ((from, to), period) = (known.span, period.max(1));
    let first = from - (from - known.anchor).rem_euclid(period);
    let count = ((to - first).max(0) + period - 1) / period;
    (0..count.min(MOST)).map(move |at| first + at * period)
}

fn at(value: &Value, at: i64) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Series(series) => series.points.get(&at).copied(),
        _ => None,
    }
}

fn choose(condition: &Value, yes: &Value, no: Option<&Value>) -> Option<Value> {
    let fits = |value: &Value| matches!(value, Value::Number(_) | Value::Series(_));
    if !fits(yes) || !no.is_none_or(fits) {
        return None;
    }
    match condition {
        Value::Number(number) => match *number != 0.0 {
            true => Some(yes.clone()),
            false => no.cloned(),
        },
        Value::Series(series) => {
            Some(Value::Series(series.map(|instant, holds| {
                if holds != 0.0 { at(yes, instant) } else { at(no?, instant) }
            })))
        }
        Value::Array(all) => {
            let chosen = all.iter().map(|it| choose(&Value::Series(it.clone()), yes, no));
            let chosen = chosen.map(|it| match it {
                Some(Value::Series(series)) => Some(series),
                _ => None,
            });
            chosen.collect::<Option<_>>().map(Value::Array)
        }
        Value::Text(_) => None,
    }
}

/// What the holes of a series are filled with.
enum Filling {
    Number(f64),
    Series(Series),
    Repeat,
    Linear,
}

fn fill(of: &Expression, with: &Expression, known: &Known) -> Option<Result<Value, String>> {
    let filling = match with {
        Expression::Name(name) if name == "REPEAT" => Filling::Repeat,
        Expression::Name(name) if name == "LINEAR" => Filling::Linear,
        other => match evaluate(other, known) {
            Ok(Value::Number(number)) => Filling::Number(number),
            Ok(Value::Series(series)) => Filling::Series(series),
            Ok(_) => return None,
            Err(error) => return Some(Err(error)),
        },
    };
    let one = |series: &Series| filled(series, &filling, known);
    Some(match evaluate(of, known) {
        Ok(Value::Series(series)) => Ok(Value::Series(one(&series))),
        Ok(Value::Array(all)) => Ok(Value::Array(all.iter().map(one).collect())),
        Ok(_) => return None,
        Err(error) => Err(error),
    })
}

fn filled(series: &Series, filling: &Filling, known: &Known) -> Series {
    let mut whole = series.clone();
    if let Filling::Series(other) = filling {
        let added = zip(other, other, |value, _| Some(value));
        for (at, value) in added.points {
            whole.points.entry(at).or_insert(value);
        }
        return whole;
    }
    for at in instants(known, series.period) {
        if series.points.contains_key(&at) {
            continue;
        }
        let before = series.points.range(..at).next_back();
        let after = series.points.range(at..).next();
        let value = match (filling, before, after) {
            (Filling::Number(number), ..) => Some(*number),
            (Filling::Repeat, Some((_, value)), _) => Some(*value),
            (Filling::Linear, Some((from, low)), Some((to, high))) => {
                Some(low + (high - low) * ((at - from) as f64 / (to - from) as f64))
            }
            _ => None,
        };
        if let Some(value) = value {
            whole.points.insert(at, value);
        }
    }
    whole
}

fn sort(all: Vec<Series>, rest: &[Expression]) -> Option<Value> {
    let [Expression::Name(by), Expression::Name(order), most @ ..] = rest else { return None };
    let fold = Fold::named(by)?;
    let is_rising = match &**order {
        "ASC" => true,
        "DESC" => false,
        _ => return None,
    };
    let most = match most {
        [] => all.len(),
        [Expression::Number(number)] => *number as usize,
        _ => return None,
    };
    // What has no points comes last.
    let mut keyed: Vec<_> = all
        .into_iter()
        .map(|series| {
            let key = fold.of(series.values());
            (key.map_or(f64::INFINITY, |key| if is_rising { key } else { -key }), series)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    Some(Value::Array(keyed.into_iter().take(most).map(|it| it.1).collect()))
}
