//! Statistics of a period's values ("CloudWatch statistics definitions").

use crate::point::Point;

/// A statistic that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Statistic {
    /// How many values.
    SampleCount,
    /// Their mean.
    Average,
    /// What they come to.
    Sum,
    /// The smallest.
    Minimum,
    /// The largest.
    Maximum,
    /// A percentile, in percent.
    Percentile(f64),
    /// The mean of the values in a range.
    TrimmedMean(Range),
    /// How many are in a range.
    TrimmedCount(Range),
    /// The sum of those in a range.
    TrimmedSum(Range),
    /// The mean, where those outside of a range count as its ends.
    WinsorizedMean(Range),
    /// How many in a hundred are in a range.
    PercentileRank(Range),
}

/// A range of values, or of a hundred parts of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// From and to, in percent.
    Percent(f64, f64),
    /// More than, and at most.
    Values(f64, f64),
}

impl Statistic {
    /// One of the five of the model.
    pub fn basic(name: &str) -> Option<Self> {
        Some(match name {
            "SampleCount" => Statistic::SampleCount,
            "Average" => Statistic::Average,
            "Sum" => Statistic::Sum,
            "Minimum" => Statistic::Minimum,
            "Maximum" => Statistic::Maximum,
            _ => return None,
        })
    }

    /// Any statistic.
    pub fn parse(text: &str) -> Option<Self> {
        Self::basic(text).or_else(|| Self::extended(text))
    }

    /// One of those that need the values.
    pub fn extended(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("IQM") {
            return Some(Statistic::TrimmedMean(Range::Percent(25.0, 75.0)));
        }
        let lower = text.to_ascii_lowercase();
        if let Some(rest) = lower.strip_prefix("pr") {
            let range @ Range::Values(..) = range(rest)? else { return None };
            return Some(Statistic::PercentileRank(range));
        }
        if let Some(rest) = lower.strip_prefix('p') {
            return percent(rest).map(Statistic::Percentile);
        }
        let (kind, rest) = lower.split_at_checked(2)?;
        let range = match percent(rest) {
            Some(to) => Range::Percent(0.0, to),
            None => range(rest)?,
        };
        Some(match kind {
            "tm" => Statistic::TrimmedMean(range),
            "tc" => Statistic::TrimmedCount(range),
            "ts" => Statistic::TrimmedSum(range),
            "wm" => Statistic::WinsorizedMean(range),
            _ => return None,
        })
    }

    /// Whether it is a percentile.
    pub fn is_percentile(&self) -> bool {
        matches!(self, Statistic::Percentile(_))
    }

    /// Its value; `None` where the values would have to be known and are not.
    pub fn of(&self, point: &Point) -> Option<f64> {
        if point.count == 0.0 {
            return None;
        }
        Some(match self {
            Statistic::SampleCount => point.count,
            Statistic::Average => point.sum / point.count,
            Statistic::Sum => point.sum,
            Statistic::Minimum => point.min,
            Statistic::Maximum => point.max,
            _ => return self.of_values(&point.values()?),
        })
    }

    fn of_values(&self, values: &[(f64, f64)]) -> Option<f64> {
        let total: f64 = values.iter().map(|it| it.1).sum();
        match self {
            Statistic::Percentile(percent) => Some(at_percent(values, total, *percent)),
            Statistic::TrimmedMean(range) => {
                let (count, sum) = within(values, total, *range);
                (count > 0.0).then(|| sum / count)
            }
            Statistic::TrimmedCount(range) => Some(within(values, total, *range).0),
            Statistic::TrimmedSum(range) => Some(within(values, total, *range).1),
            Statistic::PercentileRank(range) => {
                Some(within(values, total, *range).0 / total * 100.0)
            }
            Statistic::WinsorizedMean(range) => {
                let (low, high) = match *range {
                    Range::Values(low, high) => (low, high),
                    Range::Percent(low, high) => {
                        let low = at_percent(values, total, low);
                        (low, at_percent(values, total, high).max(low))
                    }
                };
                let sum: f64 = values.iter().map(|(it, count)| it.max(low).min(high) * count).sum();
                Some(sum / total)
            }
            _ => None,
        }
    }
}

fn percent(text: &str) -> Option<f64> {
    let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let number: f64 = text.parse().ok().filter(|_| is_number && decimals <= 10)?;
    (0.0..=100.0).contains(&number).then_some(number)
}

/// `(10%:90%)`, `(:90%)`, `(100:)`.
fn range(text: &str) -> Option<Range> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let (from, to) = inside.split_once(':')?;
    if from.is_empty() && to.is_empty() {
        return None;
    }
    if from.ends_with('%') || to.ends_with('%') {
        let of = |text: &str, open: f64| match text {
            "" => Some(open),
            text => percent(text.strip_suffix('%')?),
        };
        let (from, to) = (of(from, 0.0)?, of(to, 100.0)?);
        return (from < to).then_some(Range::Percent(from, to));
    }
    let of = |text: &str, open: f64| match text {
        "" => Some(open),
        text => text.parse().ok().filter(|it: &f64| it.is_finite()),
    };
    let (from, to) = (of(from, f64::NEG_INFINITY)?, of(to, f64::INFINITY)?);
    (from < to).then_some(Range::Values(from, to))
}

/// The smallest value that as many are not above.
fn at_percent(values: &[(f64, f64)], total: f64, percent: f64) -> f64 {
    let wanted = total * percent / 100.0;
    let mut seen = 0.0;
    for (value, count) in values {
        seen += count;
        // Sums of counts need not be exact.
        if seen >= wanted - total * 1e-12 {
            return *value;
        }
    }
    values.last().map_or(0.0, |it| it.0)
}

/// How many values are in a range, and what they come to.
fn within(values: &[(f64, f64)], total: f64, range: Range) -> (f64, f64) {
    let (mut seen, mut count, mut sum) = (0.0, 0.0, 0.0);
    for (value, times) in values {
        let inside = match range {
            Range::Values(from, to) => {
                if from < *value && *value <= to {
                    *times
                } else {
                    0.0
                }
            }
            Range::Percent(from, to) => {
                let (from, to) = (total * from / 100.0, total * to / 100.0);
                f64::max(0.0, to.min(seen + times) - from.max(seen))
            }
        };
        seen += times;
        count += inside;
        sum += inside * value;
    }
    (count, sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_of_a_hundred_values() {
        let point = Point::of((1..=20).map(|it| (f64::from(it), 5.0)));
        for (text, expected) in [
            ("SampleCount", 100.0),
            ("Average", 10.5),
            ("Sum", 1050.0),
            ("Minimum", 1.0),
            ("Maximum", 20.0),
            ("p0", 1.0),
            ("p50", 10.0),
            ("p99.9", 20.0),
            ("p100", 20.0),
            ("tm90", 9.5),
            ("TM(10%:90%)", 10.5),
            ("TM(2:4)", 3.5),
            ("TC(:10%)", 10.0),
            ("tc90", 90.0),
            ("ts10", 15.0),
            ("TS(19:)", 100.0),
            ("PR(:5)", 25.0),
            ("PR(10:20)", 50.0),
            ("IQM", 10.5),
            ("wm100", 10.5),
            ("WM(5:15)", 10.25),
        ] {
            let value = Statistic::parse(text).unwrap_or_else(|| panic!("{text}")).of(&point);
            assert!((value.unwrap() - expected).abs() < 1e-9, "{text}: {value:?}");
        }
    }

    #[test]
    fn what_is_no_statistic_is_refused() {
        for text in [
            "",
            "p",
            "p101",
            "p-1",
            "p1e1",
            "Median",
            "tm",
            "tm(",
            "TM(90%:10%)",
            "TM(:)",
            "PR(1%:2%)",
            "PR50",
            "xx90",
            "TM(a:b)",
            "é",
            "pé",
            "p99.99999999999",
        ] {
            assert_eq!(Statistic::parse(text), None, "{text}");
        }
    }

    #[test]
    fn where_values_are_not_known_the_five_are() {
        let point = Point::of_set(2.0, 6.0, 2.0, 4.0);
        assert_eq!(Statistic::Average.of(&point), Some(3.0));
        assert_eq!(Statistic::Percentile(50.0).of(&point), None);
    }
}
