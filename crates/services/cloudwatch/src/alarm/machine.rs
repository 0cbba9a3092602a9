//! Which state the datapoints of a metric bring an alarm into. Pure.
//!
//! "Using Amazon CloudWatch alarms": more datapoints are looked at than there are periods to evaluate;
//! only where fewer than these are there, counts how missing ones are treated.

use crate::records::alarm::State;

/// How many periods more than those of an alarm are looked at.
pub const MORE: i32 = 2;

/// What is asked of datapoints.
#[derive(Clone, Debug)]
pub struct Test<'a> {
    /// How many are evaluated.
    pub periods: usize,
    /// How many of them must breach.
    pub datapoints: usize,
    /// Whether the alarm says so itself; else all must.
    pub is_some_of: bool,
    pub threshold: f64,
    pub comparison: &'a str,
    /// How missing ones are treated.
    pub missing: &'a str,
}

/// A new state and why, or that the alarm stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    pub state: State,
    pub reason: String,
    /// The datapoints that it is about.
    pub evaluated: Vec<(i64, f64)>,
}

impl Test<'_> {
    fn breaches(&self, value: f64) -> bool {
        match self.comparison {
            "GreaterThanOrEqualToThreshold" => value >= self.threshold,
            "GreaterThanThreshold" => value > self.threshold,
            "LessThanThreshold" => value < self.threshold,
            "LessThanOrEqualToThreshold" => value <= self.threshold,
            _ => false,
        }
    }

    fn words(&self) -> &'static str {
        match self.comparison {
            "GreaterThanOrEqualToThreshold" => "greater than or equal to",
            "GreaterThanThreshold" => "greater than",
            "LessThanThreshold" => "less than",
            _ => "less than or equal to",
        }
    }

    /// The state that datapoints bring it into; `None` where it stays as it is. They are of successive
    /// periods, the oldest first: when the period begins, and its value.
    pub fn judge(&self, points: &[(i64, Option<f64>)], state: State) -> Option<Verdict> {
        let there = points.iter().rev().filter_map(|(at, value)| Some((*at, (*value)?)));
        let there: Vec<(i64, f64)> = there.take(self.periods).collect();
        let missing = self.periods - there.len();
        let breaching = there.iter().filter(|it| self.breaches(it.1)).count();
        let is_alarming = breaching >= self.datapoints;
        let by_threshold = |is_alarming| if is_alarming { State::Alarm } else { State::Ok };
        let new = match (missing, self.missing) {
            (0, _) => by_threshold(is_alarming),
            (_, "breaching") => by_threshold(breaching + missing >= self.datapoints),
            (_, "notBreaching") => by_threshold(is_alarming),
            _ if is_alarming => State::Alarm,
            _ if breaching < there.len() => State::Ok,
            (_, "ignore") => return None,
            _ if there.is_empty() => State::InsufficientData,
            // All that is there breaches: so it is an alarm once the oldest is old enough.
            _ => {
                let latest = points.last().map_or(0, |it| it.0);
                let step = points.windows(2).next().map_or(60, |two| two[1].0 - two[0].0).max(1);
                let oldest = there.last().map_or(latest, |it| it.0);
                let age = (latest - oldest) / step + 1;
                if age < self.datapoints as i64 {
                    return None;
                }
                State::Alarm
            }
        };
        let reason = self.reason(new, state, &there, missing);
        Some(Verdict { state: new, reason, evaluated: there })
    }

    fn reason(&self, new: State, old: State, there: &[(i64, f64)], missing: usize) -> String {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        if new == State::InsufficientData {
            let was = if self.periods == 1 { "was" } else { "were" };
            return format!(
                "Insufficient Data: {0} datapoint{1} {was} unknown.",
                self.periods,
                plural(self.periods)
            );
        }
        let treated = match self.missing {
            "breaching" => "Breaching",
            _ => "NonBreaching",
        };
        if there.is_empty() {
            let was = if missing == 1 { "was" } else { "were" };
            return format!(
                "Threshold Crossed: no datapoints were received for {missing} period{0} and {missing} missing datapoint{0} {was} treated as [{treated}].",
                plural(missing)
            );
        }
        let is_alarm = new == State::Alarm;
        let mut told: Vec<_> = there.iter().filter(|it| self.breaches(it.1) == is_alarm).collect();
        if told.is_empty() {
            told = there.iter().collect();
        }
        let shown = told.iter().map(|(at, value)| format!("{value:?} ({})", short(*at)));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let was = if told.len() == 1 { "was" } else { "were" };
        let not = if is_alarm { "" } else { " not" };
        let least = if is_alarm { self.datapoints } else { self.periods - self.datapoints + 1 };
        let also = match missing {
            0 => String::new(),
            _ if self.missing == "missing" || self.missing == "ignore" => String::new(),
            _ => format!(
                " and {missing} missing datapoint{} {} treated as [{treated}]",
                plural(missing),
                if missing == 1 { "was" } else { "were" }
            ),
        };
        if !self.is_some_of {
            return format!(
                "Threshold Crossed: {} datapoint{} [{shown}] {was}{not} {} the threshold ({:?}){also}.",
                told.len(),
                plural(told.len()),
                self.words(),
                self.threshold,
            );
        }
        let from = if old == new { State::InsufficientData } else { old };
        format!(
            "Threshold Crossed: {} out of the last {} datapoints [{shown}] {was}{not} {} the threshold ({:?}){also} (minimum {least} datapoint{} for {} -> {} transition).",
            told.len(),
            self.periods,
            self.words(),
            self.threshold,
            plural(least),
            from.name(),
            new.name()
        )
    }
}

/// An instant as reasons have it: `21/03/26 11:00:00`.
fn short(at: i64) -> String {
    let civil = shapes::Timestamp(at * 1000).civil();
    format!(
        "{:02}/{:02}/{:02} {:02}:{:02}:{:02}",
        civil.day,
        civil.month,
        civil.year.rem_euclid(100),
        civil.hour,
        civil.minute,
        civil.second
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TREATMENTS: [&str; 4] = ["missing", "ignore", "breaching", "notBreaching"];

    fn test<'a>(datapoints: usize, periods: usize, missing: &'a str) -> Test<'a> {
        let (threshold, comparison) = (5.0, "GreaterThanThreshold");
        Test { periods, datapoints, is_some_of: true, threshold, comparison, missing }
    }

    /// `0` is a datapoint that does not breach, `X` one that does, `-` a missing one.
    fn points(text: &str) -> Vec<(i64, Option<f64>)> {
        let value = |letter| match letter {
            'X' => Some(10.0),
            '0' => Some(0.0),
            _ => None,
        };
        text.chars().enumerate().map(|(at, it)| (at as i64 * 60, value(it))).collect()
    }

    /// The two tables of "Configuring how CloudWatch alarms treat missing data".
    #[test]
    fn missing_data_is_treated_as_aws_tells() {
        use State::{Alarm as A, InsufficientData as I, Ok as O};
        let rows: [(usize, &str, [Option<State>; 4]); 12] = [
            (3, "0-X-X", [Some(O); 4]),
            (3, "----0", [Some(O), Some(O), Some(O), Some(O)]),
            (3, "-----", [Some(I), None, Some(A), Some(O)]),
            (3, "0XX-X", [Some(A); 4]),
            (3, "--X--", [Some(A), None, Some(A), Some(O)]),
            (2, "0-X-X", [Some(A); 4]),
            (2, "00X0X", [Some(A); 4]),
            (2, "0-X--", [Some(O), Some(O), Some(A), Some(O)]),
            (2, "----0", [Some(O), Some(O), Some(A), Some(O)]),
            (2, "---X-", [Some(A), None, Some(A), Some(O)]),
            (3, "----X", [None, None, Some(A), Some(O)]),
            (1, "--0X-", [Some(A); 4]),
        ];
        for (datapoints, text, expected) in rows {
            for (treatment, expected) in TREATMENTS.into_iter().zip(expected) {
                let verdict = test(datapoints, 3, treatment).judge(&points(text), I);
                assert_eq!(verdict.map(|it| it.state), expected, "{datapoints} {text} {treatment}");
            }
        }
    }

    #[test]
    fn reasons_are_worded_as_awss() {
        let reason = |m, n, missing, text: &str, old| {
            test(m, n, missing).judge(&points(text), old).unwrap().reason
        };
        assert_eq!(
            reason(1, 1, "missing", "00X", State::Ok),
            "Threshold Crossed: 1 out of the last 1 datapoints [10.0 (01/01/70 00:02:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition)."
        );
        assert_eq!(
            reason(2, 3, "missing", "00X0X", State::Ok),
            "Threshold Crossed: 2 out of the last 3 datapoints [10.0 (01/01/70 00:04:00), 10.0 (01/01/70 00:02:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition)."
        );
        let of_all = |text: &str| {
            let test = Test { is_some_of: false, ..test(2, 2, "notBreaching") };
            test.judge(&points(text), State::InsufficientData).unwrap().reason
        };
        assert_eq!(
            of_all("XX"),
            "Threshold Crossed: 2 datapoints [10.0 (01/01/70 00:01:00), 10.0 (01/01/70 00:00:00)] were greater than the threshold (5.0)."
        );
        assert_eq!(
            of_all("-0"),
            "Threshold Crossed: 1 datapoint [0.0 (01/01/70 00:01:00)] was not greater than the threshold (5.0) and 1 missing datapoint was treated as [NonBreaching]."
        );
        assert_eq!(
            reason(1, 1, "missing", "---", State::Ok),
            "Insufficient Data: 1 datapoint was unknown."
        );
        assert_eq!(
            reason(1, 1, "notBreaching", "---", State::Alarm),
            "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching]."
        );
    }

    proptest! {
        #[test]
        fn what_is_there_whole_needs_no_treatment(text in "[0X]{3,8}", m in 1usize..4) {
            let all = TREATMENTS.map(|it| test(m, 3, it).judge(&points(&text), State::Ok).map(|it| it.state));
            prop_assert!(all.iter().all(|it| *it == all[0] && it.is_some()));
            let last: Vec<_> = text.chars().rev().take(3).collect();
            let breaching = last.iter().filter(|it| **it == 'X').count();
            prop_assert_eq!(all[0] == Some(State::Alarm), breaching >= m);
        }

        #[test]
        fn any_datapoints_have_a_verdict_or_none(text in "[0X-]{0,8}", m in 1usize..4) {
            for treatment in TREATMENTS {
                test(m, 3, treatment).judge(&points(&text), State::Ok);
            }
        }
    }
}
