//! What expressions are made of: numbers, and values at instants.

use std::collections::BTreeMap;

/// A metric that a series is of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub metric: String,
    /// Its dimensions.
    pub dimensions: Vec<(String, String)>,
    /// The statistic.
    pub stat: String,
    /// The units that it has, where it has several: its values are of the first.
    pub units: Vec<u8>,
}

/// Values at instants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What it is called where nothing else is said.
    pub label: String,
    /// How far its instants lie apart, in seconds.
    pub period: i64,
    /// Instants in seconds, and their values.
    pub points: BTreeMap<i64, f64>,
    /// Of what it is, where it is no result.
    pub source: Option<Source>,
}

impl Series {
    /// The same instants with other values; what has none is left out.
    pub fn map(&self, change: impl Fn(i64, f64) -> Option<f64>) -> Self {
        let values = self.points.iter().filter_map(|(at, value)| Some((*at, change(*at, *value)?)));
        let points = values.filter(|(_, value)| value.is_finite()).collect();
        Self { points, ..self.clone() }
    }

    /// Its values.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.points.values().copied()
    }
}

/// The value of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A time series.
    Series(Series),
    /// Several.
    Array(Vec<Series>),
    /// A text, which only functions take.
    Text(String),
}

impl Value {
    /// What errors call it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Number(_) => "Scalar",
            Value::Series(_) => "TimeSeries",
            Value::Array(_) => "List[TimeSeries]",
            Value::Text(_) => "String",
        }
    }
}

/// What several values come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Average,
    Count,
    Max,
    Min,
    Sum,
    Deviation,
}

impl Fold {
    /// The one of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "AVG" => Fold::Average,
            "DATAPOINT_COUNT" | "DATAPOINTCOUNT" => Fold::Count,
            "MAX" => Fold::Max,
            "MIN" => Fold::Min,
            "SUM" => Fold::Sum,
            "STDDEV" => Fold::Deviation,
            _ => return None,
        })
    }

    /// What these come to; `None` of nothing, except how many there are.
    pub fn of(self, values: impl Iterator<Item = f64>) -> Option<f64> {
        let values: Vec<f64> = values.collect();
        let count = values.len() as f64;
        if self == Fold::Count {
            return Some(count);
        }
        if values.is_empty() {
            return None;
        }
        let sum: f64 = values.iter().sum();
        Some(match self {
            Fold::Average => sum / count,
            Fold::Sum => sum,
            Fold::Max => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            Fold::Min => values.iter().copied().fold(f64::INFINITY, f64::min),
            Fold::Deviation => {
                let mean = sum / count;
                let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
                (squares / count).sqrt()
            }
            Fold::Count => count,
        })
    }
}
