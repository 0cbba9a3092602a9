//! What is said of changes of storage classes, held against AWS's rules ("Transitioning objects using
//! Amazon S3 Lifecycle").

use super::super::{CLASSES, Expiration, Noncurrent, NoncurrentTransition, Rule, Transition, rank};
use super::{midnight, read_newer};
use crate::errors::{invalid_request, malformed_xml, plain_invalid_argument};
use platform::Result;
use shapes::s3;

/// How long objects must have been there before they get a class of infrequent access, and how long
/// they must be in it.
const INFREQUENT_DAYS: i32 = 30;

/// Reads transitions of objects.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`.
pub(super) fn read(given: Vec<s3::Transition>) -> Result<Vec<Transition>> {
    given.into_iter().map(read_one).collect()
}

fn read_one(given: s3::Transition) -> Result<Transition> {
    let class = class(given.storage_class)?;
    let at = match (given.days, given.date) {
        (Some(days), None) => {
            check_days(days, &class, "'Days' in Transition")?;
            Expiration::Days(days)
        }
        (None, Some(date)) => Expiration::Date(midnight(date.millis())?),
        (Some(_), Some(_)) => return Err(malformed_xml()),
        (None, None) => {
            return Err(plain_invalid_argument(
                "'Transition' action must specify either 'Days' or 'Date'",
            ));
        }
    };
    Ok(Transition { class, at })
}

/// Reads transitions of versions that are no longer current.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`.
pub(super) fn read_noncurrent(
    given: Vec<s3::NoncurrentVersionTransition>,
) -> Result<Vec<NoncurrentTransition>> {
    let read = |given: s3::NoncurrentVersionTransition| {
        let class = class(given.storage_class)?;
        let days = given.noncurrent_days.ok_or_else(malformed_xml)?;
        check_days(days, &class, "'NoncurrentDays' in NoncurrentVersionTransition")?;
        let newer = read_newer(given.newer_noncurrent_versions)?;
        Ok(NoncurrentTransition { class, when: Noncurrent { days, newer } })
    };
    given.into_iter().map(read).collect()
}

fn class(given: Option<String>) -> Result<String> {
    given.filter(|class| CLASSES.contains(&&**class)).ok_or_else(malformed_xml)
}

fn is_infrequent(class: &str) -> bool {
    matches!(class, "STANDARD_IA" | "ONEZONE_IA")
}

fn check_days(days: i32, class: &str, action: &str) -> Result<()> {
    if days < 0 {
        return Err(plain_invalid_argument(&format!("{action} action must be nonnegative")));
    }
    if is_infrequent(class) && days < INFREQUENT_DAYS {
        return Err(plain_invalid_argument(&format!(
            "{action} action must be greater than or equal to {INFREQUENT_DAYS} for storageClass \
             '{class}'"
        )));
    }
    Ok(())
}

/// How AWS's sentences name what a rule is about.
fn about(rule: &Rule) -> String {
    let Some(filter) = &rule.filter else {
        return format!("prefix '{}'", rule.prefix.as_deref().unwrap_or_default());
    };
    let prefix = filter.prefix.as_ref().map(|prefix| format!("prefix={prefix}"));
    let tags = filter.tags.iter().map(|(key, value)| format!("tag={{key={key}, value={value}}}"));
    let larger = filter.larger_than.map(|size| format!("objectsizegreaterthan={size}"));
    let smaller = filter.smaller_than.map(|size| format!("objectsizelessthan={size}"));
    let parts: Vec<_> = prefix.into_iter().chain(tags).chain(larger).chain(smaller).collect();
    match parts.is_empty() {
        true => "filter '(prefix=)'".to_owned(),
        false => format!("filter '({})'", parts.join(" and ")),
    }
}

/// Refuses transitions that do not go together, or not with what else a rule says.
///
/// # Errors
/// `InvalidRequest`, `InvalidArgument`.
pub(super) fn check(rule: &Rule) -> Result<()> {
    check_mixed(rule)?;
    let days = |at: &Expiration| match at {
        Expiration::Days(days) => (i64::from(*days), "Days"),
        Expiration::Date(date) => (*date, "Date"),
        Expiration::Marker(_) => (i64::MAX, "Days"),
    };
    let steps: Vec<_> = rule
        .transitions
        .iter()
        .map(|it| {
            let (at, unit) = days(&it.at);
            Step { class: &it.class, at, unit }
        })
        .collect();
    check_steps(rule, "Transition", &steps)?;
    if let Some(expiration) = &rule.expiration {
        let (end, unit) = days(expiration);
        check_end(rule, (end, unit), ("Expiration", "Transition"), &steps)?;
    }
    let unit = "NoncurrentDays";
    let noncurrent = rule.noncurrent_transitions.iter();
    let steps: Vec<_> =
        noncurrent.map(|it| Step { class: &it.class, at: i64::from(it.when.days), unit }).collect();
    check_steps(rule, "NoncurrentVersionTransition", &steps)?;
    let Some(end) = rule.noncurrent_expiration else { return Ok(()) };
    let actions = ("NoncurrentVersionExpiration", "NoncurrentVersionTransition");
    check_end(rule, (i64::from(end.days), unit), actions, &steps)
}

/// A class and when it is reached, in this unit.
struct Step<'a> {
    class: &'a str,
    at: i64,
    unit: &'static str,
}

/// A rule goes by days or by dates.
fn check_mixed(rule: &Rule) -> Result<()> {
    let is_dated = |at: &Expiration| matches!(at, Expiration::Date(_));
    let Some(first) = rule.transitions.first() else { return Ok(()) };
    let dated = is_dated(&first.at);
    let actions = if rule.transitions.iter().any(|it| is_dated(&it.at) != dated) {
        "Transition"
    } else {
        match &rule.expiration {
            None | Some(Expiration::Marker(_)) => return Ok(()),
            Some(expiration) if is_dated(expiration) == dated => return Ok(()),
            Some(_) => "Expiration and Transition",
        }
    };
    Err(invalid_request(format!(
        "Found mixed 'Date' and 'Days' based {actions} actions in lifecycle rule for {}",
        about(rule)
    )))
}

/// Each class is reached once, and after those before it.
fn check_steps(rule: &Rule, action: &str, steps: &[Step]) -> Result<()> {
    for (index, step) in steps.iter().enumerate() {
        if steps.iter().take(index).any(|it| it.class == step.class) {
            return Err(invalid_request(format!(
                "'StorageClass' must be different for '{action}' actions in same 'Rule' with {}",
                about(rule)
            )));
        }
    }
    let mut steps: Vec<_> = steps.iter().collect();
    steps.sort_by_key(|step| rank(step.class));
    for (step, next) in steps.iter().zip(steps.iter().skip(1)) {
        let least = match (is_infrequent(step.class), step.unit) {
            (true, "Days" | "NoncurrentDays") => i64::from(INFREQUENT_DAYS),
            _ => 1,
        };
        if next.at.saturating_sub(step.at) >= least {
            continue;
        }
        let (about, unit) = (about(rule), step.unit);
        let (more, quote) = if next.at > step.at {
            (format!("be {INFREQUENT_DAYS} days more than"), "'")
        } else {
            ("be greater than".to_owned(), "")
        };
        let action = format!("{quote}{action}{quote}");
        return Err(plain_invalid_argument(&format!(
            "'{unit}' in the {action} action for StorageClass '{}' for {about} must {more} '{unit}' \
             in the {action} action for StorageClass '{}' for {about}",
            next.class, step.class
        )));
    }
    Ok(())
}

/// What is moved must not be gone by then.
fn check_end(
    rule: &Rule,
    (end, unit): (i64, &str),
    (action, moved): (&str, &str),
    steps: &[Step],
) -> Result<()> {
    if steps.iter().all(|step| end > step.at) {
        return Ok(());
    }
    Err(plain_invalid_argument(&format!(
        "'{unit}' in the {action} action for {} must be greater than '{unit}' in the {moved} action",
        about(rule)
    )))
}
