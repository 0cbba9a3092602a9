//! The value of an expression.

use super::functions;
use super::parse::{Expression, Operator};
use super::series::{Series, Value};
use std::collections::BTreeMap;

/// What an expression is about.
#[derive(Debug, Default)]
pub struct Known {
    /// The values of other queries, by their ids.
    pub values: BTreeMap<String, Value>,
    /// The metrics that were asked for, in the order of their queries.
    pub metrics: Vec<(String, Series)>,
    /// What was found by searches, by their texts.
    pub found: BTreeMap<String, Vec<Series>>,
    /// The first second that is asked for, and the first after.
    pub span: (i64, i64),
    /// An instant at which periods begin.
    pub anchor: i64,
    /// The period of series that are made of nothing else.
    pub period: i64,
}

/// Finds the value of an expression.
///
/// # Errors
/// Why it has none.
pub fn evaluate(expression: &Expression, known: &Known) -> Result<Value, String> {
    match expression {
        Expression::Number(number) => Ok(Value::Number(*number)),
        Expression::Text(text) => Ok(Value::Text(text.clone())),
        Expression::Name(name) => {
            let found = known.values.get(name).cloned();
            found.ok_or_else(|| format!("Undefined reference '{name}'"))
        }
        Expression::Negative(inside) => {
            let value = evaluate(inside, known)?;
            apply(Operator::Multiply, &Value::Number(-1.0), &value)
        }
        Expression::Binary(operator, left, right) => {
            apply(*operator, &evaluate(left, known)?, &evaluate(right, known)?)
        }
        Expression::List(all) => {
            let mut series = Vec::new();
            for each in all {
                match evaluate(each, known)? {
                    Value::Series(one) => series.push(one),
                    Value::Array(several) => series.extend(several),
                    other => return Err(format!("Unsupported type in a list: '{}'", other.kind())),
                }
            }
            Ok(Value::Array(series))
        }
        Expression::Call(name, arguments) => functions::call(name, arguments, known),
    }
}

/// What an operator makes of two numbers; nothing of a division by zero.
fn calculate(operator: Operator, left: f64, right: f64) -> Option<f64> {
    let truth = |holds: bool| Some(f64::from(u8::from(holds)));
    match operator {
        Operator::Add => Some(left + right),
        Operator::Subtract => Some(left - right),
        Operator::Multiply => Some(left * right),
        Operator::Divide => (right != 0.0).then(|| left / right),
        Operator::Power => Some(left.powf(right)).filter(|it| it.is_finite()),
        Operator::Equal => truth(left == right),
        Operator::NotEqual => truth(left != right),
        Operator::Less => truth(left < right),
        Operator::LessOrEqual => truth(left <= right),
        Operator::Greater => truth(left > right),
        Operator::GreaterOrEqual => truth(left >= right),
        Operator::And => truth(left != 0.0 && right != 0.0),
        Operator::Or => truth(left != 0.0 || right != 0.0),
    }
}

/// The instants that two series have in common, with what is made of their values.
pub(super) fn zip(left: &Series, right: &Series, make: impl Fn(f64, f64) -> Option<f64>) -> Series {
    let period = left.period.max(right.period);
    let made = left.map(|at, value| make(value, *right.points.get(&at)?));
    Series { period, source: None, ..made }
}

fn apply(operator: Operator, left: &Value, right: &Value) -> Result<Value, String> {
    let make = |a: f64, b: f64| calculate(operator, a, b);
    let with_left = |a: f64, series: &Series| series.map(|_, b| make(a, b));
    let with_right = |series: &Series, b: f64| series.map(|_, a| make(a, b));
    Ok(match (left, right) {
        (Value::Number(a), Value::Number(b)) => Value::Number(make(*a, *b).unwrap_or(f64::NAN)),
        (Value::Number(a), Value::Series(b)) => Value::Series(with_left(*a, b)),
        (Value::Series(a), Value::Number(b)) => Value::Series(with_right(a, *b)),
        (Value::Series(a), Value::Series(b)) => Value::Series(zip(a, b, make)),
        (Value::Number(a), Value::Array(all)) => {
            Value::Array(all.iter().map(|b| with_left(*a, b)).collect())
        }
        (Value::Array(all), Value::Number(b)) => {
            Value::Array(all.iter().map(|a| with_right(a, *b)).collect())
        }
        (Value::Series(a), Value::Array(all)) => Value::Array(
            all.iter().map(|b| Series { label: b.label.clone(), ..zip(a, b, make) }).collect(),
        ),
        (Value::Array(all), Value::Series(b)) => {
            Value::Array(all.iter().map(|a| zip(a, b, make)).collect())
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            Value::Array(a.iter().zip(b).map(|(a, b)| zip(a, b, make)).collect())
        }
        _ => {
            return Err(format!(
                "Unsupported operand type(s) for {}: '[{}, {}]'",
                operator.sign(),
                left.kind(),
                right.kind()
            ));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn series(label: &str, points: &[(i64, f64)]) -> Series {
        let points = points.iter().map(|(at, value)| (at * 60, *value)).collect();
        Series { label: label.to_owned(), period: 60, points, source: None }
    }

    fn known() -> Known {
        let m1 = series("first", &[(0, 1.0), (1, 2.0), (3, 4.0)]);
        let m2 = series("second", &[(0, 10.0), (1, 0.0), (2, 30.0), (3, 8.0)]);
        let values = [
            ("m1".to_owned(), Value::Series(m1.clone())),
            ("m2".to_owned(), Value::Series(m2.clone())),
            ("none".to_owned(), Value::Series(series("none", &[]))),
        ];
        Known {
            values: values.into(),
            metrics: vec![("m1".to_owned(), m1), ("m2".to_owned(), m2)],
            span: (0, 240),
            period: 60,
            ..Known::default()
        }
    }

    fn value_of(text: &str) -> String {
        let shown = |series: &Series| {
            let points = series.points.iter().map(|(at, value)| format!("{}={value}", at / 60));
            points.collect::<Vec<_>>().join(" ")
        };
        match parse(text).and_then(|it| evaluate(&it, &known())) {
            Ok(Value::Number(number)) => number.to_string(),
            Ok(Value::Series(series)) => shown(&series),
            Ok(Value::Array(all)) => all.iter().map(shown).collect::<Vec<_>>().join(" | "),
            Ok(Value::Text(text)) => format!("'{text}'"),
            Err(error) => format!("! {error}"),
        }
    }

    /// Facts of "Using metric math", one a line.
    #[test]
    fn expressions_have_the_values_that_aws_tells() {
        for (text, expected) in [
            ("1 + 2 * 3", "7"),
            ("m1 + m2", "0=11 1=2 3=12"),
            ("m1 / m2", "0=0.1 3=0.5"),
            ("m1 ^ 2", "0=1 1=4 3=16"),
            ("-m1", "0=-1 1=-2 3=-4"),
            ("m1 > 1", "0=0 1=1 3=1"),
            ("m1 > 1 AND m2 > 5", "0=0 1=0 3=1"),
            ("ABS(-m1)", "0=1 1=2 3=4"),
            ("CEIL(m1 / 3)", "0=1 1=1 3=2"),
            ("FLOOR(m1 / 3)", "0=0 1=0 3=1"),
            ("LOG10(m1 * 100)", "0=2 1=2.3010299956639813 3=2.6020599913279625"),
            ("LOG(m1 - 1)", "1=0 3=1.0986122886681098"),
            ("AVG(m2)", "12"),
            ("SUM(m1)", "7"),
            ("MAX(m1)", "4"),
            ("MIN(m1)", "1"),
            ("DATAPOINT_COUNT(m1)", "3"),
            ("DATAPOINT_COUNT([m1, m2])", "0=2 1=2 2=1 3=2"),
            ("STDDEV(m1 * 0)", "0"),
            ("SUM(METRICS())", "0=11 1=2 2=30 3=12"),
            ("AVG([m1, m2])", "0=5.5 1=1 2=30 3=6"),
            ("MAX([m1, m2])", "0=10 1=2 2=30 3=8"),
            ("METRIC_COUNT(METRICS())", "2"),
            ("METRICS(\"m2\")", "0=10 1=0 2=30 3=8"),
            ("METRICS() * 2", "0=2 1=4 3=8 | 0=20 1=0 2=60 3=16"),
            ("DIFF(m1)", "1=1 3=2"),
            ("DIFF_TIME(m1)", "1=60 3=120"),
            ("RATE(m1 * 60)", "1=1 3=1"),
            ("RUNNING_SUM(m1)", "0=1 1=3 3=7"),
            ("FILL(m1, 0)", "0=1 1=2 2=0 3=4"),
            ("FILL(m1, REPEAT)", "0=1 1=2 2=2 3=4"),
            ("FILL(m1, LINEAR)", "0=1 1=2 2=3 3=4"),
            ("FILL(m1, m2)", "0=1 1=2 2=30 3=4"),
            ("FILL(none, 5)", "0=5 1=5 2=5 3=5"),
            ("IF(m1 > 1, m1)", "1=2 3=4"),
            ("IF(m1 > 1, m1, 0)", "0=0 1=2 3=4"),
            ("IF(m1 > 1, 1, m2)", "0=10 1=1 3=1"),
            ("IF(1, m1, m2)", "0=1 1=2 3=4"),
            ("FIRST(METRICS())", "0=1 1=2 3=4"),
            ("LAST(METRICS())", "0=10 1=0 2=30 3=8"),
            ("SLICE(METRICS(), 1)", "0=10 1=0 2=30 3=8"),
            ("SLICE(METRICS(), 0, 1)", "0=1 1=2 3=4"),
            ("SORT(METRICS(), MAX, DESC)", "0=10 1=0 2=30 3=8 | 0=1 1=2 3=4"),
            ("SORT(METRICS(), SUM, ASC, 1)", "0=1 1=2 3=4"),
            ("REMOVE_EMPTY([m1, none])", "0=1 1=2 3=4"),
            ("TIME_SERIES(7)", "0=7 1=7 2=7 3=7"),
            ("PERIOD(m1)", "60"),
            ("MINUTE(m1)", "0=0 1=1 3=3"),
            ("HOUR(m1)", "0=0 1=0 3=0"),
            ("DAY(m1)", "0=4 1=4 3=4"),
            ("DATE(m1)", "0=1 1=1 3=1"),
            ("MONTH(m1)", "0=1 1=1 3=1"),
            ("YEAR(m1)", "0=1970 1=1970 3=1970"),
            ("EPOCH(m1)", "0=0 1=60 3=180"),
            ("m9", "! Undefined reference 'm9'"),
            ("m1 + 'x'", "! Unsupported operand type(s) for +: '[TimeSeries, String]'"),
            ("DANCE(m1)", "! The function 'DANCE' does not exist"),
            ("ABS(1, 2)", "! The function 'ABS' cannot take these arguments"),
            (
                "ANOMALY_DETECTION_BAND(m1)",
                "! The function ANOMALY_DETECTION_BAND is not supported by Waterwheel yet.",
            ),
        ] {
            assert_eq!(value_of(text), expected, "{text}");
        }
    }
}
