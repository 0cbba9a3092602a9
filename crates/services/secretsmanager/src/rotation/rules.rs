//! When secrets are rotated ("Rotation schedules" in the user guide). All of it is pure.

use super::cron::Cron;
use crate::errors;
use crate::records::secret::{Rotation, Secret};
use platform::Result;
use shapes::secretsmanager::RotationRulesType;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// The longest pause between two rotations, in days.
const MOST_DAYS: i64 = 999;
/// The shortest, in hours.
const LEAST_HOURS: i64 = 4;

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Schedule {
    Hours(i64),
    Days(i64),
    Cron(Cron),
}

impl Schedule {
    fn parse(expression: &str) -> Option<Self> {
        let expression = expression.trim();
        if expression.starts_with("cron(") {
            return Cron::parse(expression).map(Self::Cron);
        }
        let inner = expression.strip_prefix("rate(")?.strip_suffix(')')?;
        let (count, unit) = inner.trim().split_once(' ')?;
        let count: i64 = count.parse().ok()?;
        match (count, unit.trim()) {
            (1.., "hour" | "hours") => Some(Self::Hours(count)),
            (1.., "day" | "days") => Some(Self::Days(count)),
            _ => None,
        }
    }

    fn is_valid(&self) -> bool {
        match self {
            Self::Hours(hours) => (LEAST_HOURS..=MOST_DAYS * 24).contains(hours),
            Self::Days(days) => (1..=MOST_DAYS).contains(days),
            Self::Cron(cron) => cron.leaves(LEAST_HOURS) && cron.next(0).is_some(),
        }
    }

    /// How long the window is at most, in hours.
    fn window(&self) -> i64 {
        match self {
            Self::Hours(hours) => (*hours).min(24),
            Self::Days(_) => 24,
            Self::Cron(cron) => cron.window(),
        }
    }
}

/// Sets the rules that a request gives.
///
/// # Errors
/// AWS's.
pub fn read(rotation: &mut Rotation, rules: RotationRulesType) -> Result<()> {
    let RotationRulesType { automatically_after_days: days, duration, schedule_expression } = rules;
    if days.is_some() && schedule_expression.is_some() {
        return Err(errors::invalid(
            "You can't specify both AutomaticallyAfterDays and ScheduleExpression.",
        ));
    }
    let schedule = match schedule_expression.as_deref() {
        Some(text) => {
            let schedule = Schedule::parse(text).filter(Schedule::is_valid);
            Some(schedule.ok_or_else(|| errors::invalid("The ScheduleExpression is invalid."))?)
        }
        None => None,
    };
    if let Some(duration) = &duration {
        let hours: Option<i64> = duration.strip_suffix('h').and_then(|it| it.parse().ok());
        let most = schedule.as_ref().map_or(24, Schedule::window);
        if !hours.is_some_and(|hours| (1..=most).contains(&hours)) {
            return Err(errors::invalid(
                "The Duration is invalid: the rotation window must not extend into the next one or \
                 the next day.",
            ));
        }
    }
    let given = Rotation { days, schedule: schedule_expression, duration, ..rotation.clone() };
    *rotation = given;
    Ok(())
}

/// The days between two rotations, where an expression says them.
pub fn days(rotation: &Rotation) -> Option<i64> {
    match Schedule::parse(rotation.schedule.as_deref()?)? {
        Schedule::Days(days) => Some(days),
        Schedule::Hours(_) | Schedule::Cron(_) => None,
    }
}

/// When a secret is rotated that was rotated now: where an expression says so, when the window opens,
/// which is at a full hour, or at midnight.
pub fn next(rotation: &Rotation, now_ms: i64) -> Option<i64> {
    if let Some(days) = rotation.days {
        return Some(now_ms + days * DAY_MS);
    }
    match Schedule::parse(rotation.schedule.as_deref()?)? {
        Schedule::Hours(hours) => Some(floor(now_ms + hours * HOUR_MS, HOUR_MS)),
        Schedule::Days(days) => Some(floor(now_ms + days * DAY_MS, DAY_MS)),
        Schedule::Cron(cron) => cron.next(now_ms),
    }
}

fn floor(ms: i64, unit: i64) -> i64 {
    ms - ms.rem_euclid(unit)
}

/// Tells a secret that its value was changed by hand, which counts as a rotation where it is rotated
/// every so many days.
pub fn updated(secret: &mut Secret, now_ms: i64) {
    if secret.run.is_some() {
        return;
    }
    if let Some(rotation) = secret.rotation.as_mut().filter(|it| it.days.is_some()) {
        rotation.next_ms = next(rotation, now_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(days: Option<i64>, schedule: &str, duration: &str) -> RotationRulesType {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        RotationRulesType {
            automatically_after_days: days,
            duration: text(duration),
            schedule_expression: text(schedule),
        }
    }

    #[test]
    fn the_next_rotation_follows_from_the_rules() {
        let now = 10 * DAY_MS + 5 * HOUR_MS + 7;
        for (given, expected, shown) in [
            (rules(Some(2), "", ""), Some(now + 2 * DAY_MS), None),
            (rules(None, "rate(2 days)", "3h"), Some(12 * DAY_MS), Some(2)),
            (rules(None, "rate(1 day)", ""), Some(11 * DAY_MS), Some(1)),
            (rules(None, "rate(4 hours)", "4h"), Some(10 * DAY_MS + 9 * HOUR_MS), None),
            (rules(None, "cron(0 20 * * ? *)", "4h"), Some(10 * DAY_MS + 20 * HOUR_MS), None),
            (rules(None, "", ""), None, None),
        ] {
            let mut rotation = Rotation::default();
            read(&mut rotation, given).unwrap();
            assert_eq!((next(&rotation, now), days(&rotation)), (expected, shown));
        }
    }

    #[test]
    fn rules_that_are_none_are_refused() {
        for given in [
            rules(Some(1), "rate(1 day)", ""),
            rules(None, "rate(3 hours)", ""),
            rules(None, "rate(0 days)", ""),
            rules(None, "rate(1000 days)", ""),
            rules(None, "rate(1 week)", ""),
            rules(None, "daily", ""),
            rules(None, "rate(4 hours)", "5h"),
            rules(None, "cron(0 20 * * ? *)", "5h"),
            rules(None, "cron(0 /2 * * ? *)", ""),
            rules(None, "cron(0 0 30 FEB ? *)", ""),
            rules(Some(1), "", "25h"),
            rules(Some(1), "", "0h"),
        ] {
            let error = read(&mut Rotation::default(), given).unwrap_err();
            assert_eq!(error.code(), "InvalidParameterException");
        }
    }
}
