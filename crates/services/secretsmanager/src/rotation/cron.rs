//! Schedules of cron ("Cron expressions" of "Rotation schedules" in the user guide):
//! `cron(Minutes Hours Day-of-month Month Day-of-week Year)`, in UTC, at full hours. All of it is pure.

use shapes::Timestamp;
use std::collections::BTreeSet;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// How many days it is looked ahead: a 29th of February may be eight years away.
const AHEAD: i64 = 8 * 366 + 1;

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// A schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cron {
    hours: BTreeSet<i64>,
    days: Days,
    months: BTreeSet<i64>,
}

/// Which days of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Days {
    OfMonth(BTreeSet<i64>),
    LastOfMonth,
    /// From 1, which is Sunday.
    OfWeek(BTreeSet<i64>),
    /// The nth weekday of a month.
    NthOfWeek(i64, i64),
    LastOfWeek(i64),
}

impl Cron {
    /// Reads an expression; nothing where it is none.
    pub fn parse(expression: &str) -> Option<Self> {
        let inner = expression.strip_prefix("cron(")?.strip_suffix(')')?;
        let fields: Vec<&str> = inner.split_whitespace().collect();
        let [minutes, hours, of_month, month, of_week, year] = fields[..] else { return None };
        if minutes != "0" || year != "*" {
            return None;
        }
        let hours = set(hours, 0, 23, &[])?;
        let days = match (of_month, of_week) {
            ("?", of_week) => weekdays(of_week)?,
            ("L", "?") => Days::LastOfMonth,
            (of_month, "?") => Days::OfMonth(set(of_month, 1, 31, &[])?),
            _ => return None,
        };
        Some(Self { hours, days, months: set(month, 1, 12, &MONTHS)? })
    }

    /// The first instant after this one, if there is any.
    pub fn next(&self, now_ms: i64) -> Option<i64> {
        let today = now_ms - now_ms.rem_euclid(DAY_MS);
        let days = (0..AHEAD).map(|day| today + day * DAY_MS).filter(|day| self.has_day(*day));
        let mut hours = days.flat_map(|day| self.hours.iter().map(move |it| day + it * HOUR_MS));
        hours.find(|instant| *instant > now_ms)
    }

    /// The shortest pause between two hours of a day, and the hours from the last to the day's end.
    pub fn window(&self) -> i64 {
        let pauses = self.hours.iter().zip(self.hours.iter().skip(1)).map(|(a, b)| b - a);
        let rest = self.hours.last().map(|last| 24 - last);
        pauses.chain(rest).min().unwrap_or(24)
    }

    /// Whether two of its hours are at least so far apart.
    pub fn leaves(&self, hours: i64) -> bool {
        self.hours.iter().zip(self.hours.iter().skip(1)).all(|(a, b)| b - a >= hours)
    }

    fn has_day(&self, day_ms: i64) -> bool {
        let day = Timestamp(day_ms).civil();
        let (month, of_month) = (i64::from(day.month), i64::from(day.day));
        let of_week = (day_ms.div_euclid(DAY_MS) + 4).rem_euclid(7) + 1;
        let in_days = |count: i64| Timestamp(day_ms + count * DAY_MS).civil().month != day.month;
        self.months.contains(&month)
            && match &self.days {
                Days::OfMonth(days) => days.contains(&of_month),
                Days::LastOfMonth => in_days(1),
                Days::OfWeek(days) => days.contains(&of_week),
                Days::NthOfWeek(wanted, nth) => {
                    of_week == *wanted && (of_month - 1).div_euclid(7) + 1 == *nth
                }
                Days::LastOfWeek(wanted) => of_week == *wanted && in_days(7),
            }
    }
}

fn weekdays(field: &str) -> Option<Days> {
    if let Some((day, nth)) = field.split_once('#') {
        let nth = nth.parse().ok().filter(|nth| (1..=5).contains(nth))?;
        return Some(Days::NthOfWeek(number(day, 1, 7, &WEEKDAYS)?, nth));
    }
    match field.strip_suffix('L') {
        Some("") => Some(Days::OfWeek([7].into())),
        Some(day) => number(day, 1, 7, &WEEKDAYS).map(Days::LastOfWeek),
        None => set(field, 1, 7, &WEEKDAYS).map(Days::OfWeek),
    }
}

/// What a field names: `*`, numbers, ranges, and steps such as `/4` or `8/4`, with commas between.
fn set(field: &str, least: i64, most: i64, names: &[&str]) -> Option<BTreeSet<i64>> {
    let mut all = BTreeSet::new();
    for part in field.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, step.parse().ok().filter(|step: &usize| *step > 0)?),
            None => (part, 1),
        };
        let is_open = part.contains('/');
        let (from, to) = match range {
            "*" => (least, most),
            "" if is_open => (least, most),
            _ => match range.split_once('-') {
                Some((from, to)) => {
                    (number(from, least, most, names)?, number(to, least, most, names)?)
                }
                None => {
                    let from = number(range, least, most, names)?;
                    (from, if is_open { most } else { from })
                }
            },
        };
        all.extend((from..=to).step_by(step));
    }
    (!all.is_empty()).then_some(all)
}

fn number(text: &str, least: i64, most: i64, names: &[&str]) -> Option<i64> {
    let named = names.iter().position(|name| name.eq_ignore_ascii_case(text));
    let number = match named {
        Some(at) => i64::try_from(at).ok()? + least,
        None => text.parse().ok()?,
    };
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes after 2026-01-02T03:04:05Z, a Friday.
    fn next(expression: &str) -> Option<String> {
        let now = 1_767_323_045_000;
        Cron::parse(expression)?.next(now).map(|instant| Timestamp(instant).iso8601())
    }

    #[test]
    fn the_next_instant_follows_from_the_fields() {
        for (expression, expected) in [
            ("cron(0 8 * * ? *)", "2026-01-02T08:00:00Z"),
            ("cron(0 3 * * ? *)", "2026-01-03T03:00:00Z"),
            ("cron(0 /8 * * ? *)", "2026-01-02T08:00:00Z"),
            ("cron(0 2/10 * * ? *)", "2026-01-02T12:00:00Z"),
            ("cron(0 8 1 * ? *)", "2026-02-01T08:00:00Z"),
            ("cron(0 8 1,15 * ? *)", "2026-01-15T08:00:00Z"),
            ("cron(0 0 L * ? *)", "2026-01-31T00:00:00Z"),
            ("cron(0 0 ? * SUN *)", "2026-01-04T00:00:00Z"),
            ("cron(0 0 ? * 2-3 *)", "2026-01-05T00:00:00Z"),
            ("cron(0 16 ? * MON#1 *)", "2026-01-05T16:00:00Z"),
            ("cron(0 16 ? * FRI#1 *)", "2026-01-02T16:00:00Z"),
            ("cron(0 20 ? * 6L *)", "2026-01-30T20:00:00Z"),
            ("cron(0 1 29 FEB ? *)", "2028-02-29T01:00:00Z"),
            ("cron(0 1 1 1/3 ? *)", "2026-04-01T01:00:00Z"),
        ] {
            assert_eq!(next(expression).as_deref(), Some(expected), "{expression}");
        }
        assert_eq!(next("cron(0 1 30 FEB ? *)"), None);
    }

    #[test]
    fn what_is_no_expression_is_told() {
        for expression in [
            "cron()",
            "cron(0 8 * * ?)",
            "cron(5 8 * * ? *)",
            "cron(0 8 * * * *)",
            "cron(0 24 * * ? *)",
            "cron(0 8 0 * ? *)",
            "cron(0 8 ? * MON#6 *)",
            "cron(0 8 ? * XXX *)",
            "cron(0 /0 * * ? *)",
            "cron(0 8 * * ? 2027)",
            "cron(0 9-8 * * ? *)",
        ] {
            assert_eq!(Cron::parse(expression), None, "{expression}");
        }
        let every = |expression| Cron::parse(expression).unwrap();
        assert_eq!(every("cron(0 20 * * ? *)").window(), 4);
        assert_eq!(every("cron(0 /6 * * ? *)").window(), 6);
        assert!(every("cron(0 /4 * * ? *)").leaves(4) && !every("cron(0 /3 * * ? *)").leaves(4));
    }
}
