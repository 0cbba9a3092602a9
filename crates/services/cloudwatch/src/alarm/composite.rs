//! Whether the actions of a composite alarm are held back. Pure.
//!
//! "Suppressing composite alarm actions": a change waits whether the suppressor goes into alarm too; while
//! it is, and so long after, nothing is done.

use crate::records::alarm::{AlarmsWatch, Held, Standing};

/// What becomes of the actions of a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// There is nothing to be done.
    Nothing,
    /// They are done; what the alarm was before.
    Act(Standing),
    /// They are held, and looked at again at an instant, if any, or when the suppressor changes.
    Hold(Held, Option<i64>),
}

/// Decides. `changed` is what the alarm was before, where it has just changed.
pub fn decide(
    watch: &AlarmsWatch,
    changed: Option<&Standing>,
    is_suppressor_in_alarm: bool,
    now: i64,
) -> Decision {
    let fresh = || {
        let from = changed?.clone();
        Some(Held { from, since_ms: now, by: "WaitPeriod".to_owned(), ended_ms: None })
    };
    let Some(held) = watch.held.clone().or_else(fresh) else { return Decision::Nothing };
    if watch.suppressor.is_none() {
        return Decision::Act(held.from);
    }
    if is_suppressor_in_alarm {
        return Decision::Hold(Held { by: "Alarm".to_owned(), ended_ms: None, ..held }, None);
    }
    let of = |seconds: Option<i32>| i64::from(seconds.unwrap_or(0)) * 1000;
    let (by, ended_ms, until) = match &*held.by {
        "WaitPeriod" => ("WaitPeriod", None, held.since_ms + of(watch.wait)),
        _ => {
            let ended = held.ended_ms.unwrap_or(now);
            ("ExtensionPeriod", Some(ended), ended + of(watch.extension))
        }
    };
    if now < until {
        return Decision::Hold(Held { by: by.to_owned(), ended_ms, ..held }, Some(until));
    }
    Decision::Act(held.from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppressor_holds_back_what_is_to_be_done() {
        let watch = |held| AlarmsWatch {
            suppressor: Some("s".into()),
            wait: Some(10),
            extension: Some(20),
            held,
            ..Default::default()
        };
        let before = Standing { reason: "before".into(), ..Default::default() };
        let Decision::Hold(held, Some(10_000)) = decide(&watch(None), Some(&before), false, 0)
        else {
            panic!("it waits")
        };
        assert_eq!(held.by, "WaitPeriod");
        let waited = decide(&watch(Some(held.clone())), None, false, 10_000);
        assert_eq!(waited, Decision::Act(before.clone()));
        let Decision::Hold(held, None) = decide(&watch(Some(held)), None, true, 5000) else {
            panic!("it is suppressed")
        };
        assert_eq!(held.by, "Alarm");
        let Decision::Hold(held, Some(60_000)) = decide(&watch(Some(held)), None, false, 40_000)
        else {
            panic!("it is suppressed a while longer")
        };
        assert_eq!(held.by, "ExtensionPeriod");
        assert_eq!(decide(&watch(Some(held)), None, false, 60_000), Decision::Act(before.clone()));
        assert_eq!(decide(&watch(None), None, true, 0), Decision::Nothing);
        let plain = AlarmsWatch::default();
        assert_eq!(decide(&plain, Some(&before), false, 0), Decision::Act(before));
    }
}
