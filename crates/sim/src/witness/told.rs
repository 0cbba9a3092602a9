//! What was done to the objects of a bucket, and what its queue was told of it. Each key is put once,
//! and removed at most once.

use crate::time::Time;
use std::collections::BTreeMap;

/// What the keys begin with of which the queue is told.
pub(crate) const LOUD: &str = "loud/";
/// What the others begin with.
pub(crate) const QUIET: &str = "quiet/";

/// What can be done to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Done {
    /// It was put.
    Put,
    /// It was removed.
    Removed,
}

impl Done {
    /// The one that an event's name tells of.
    pub fn of(event: &str) -> Option<Self> {
        match event {
            "ObjectCreated:Put" => Some(Self::Put),
            "ObjectRemoved:Delete" => Some(Self::Removed),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Deed {
    /// It was acknowledged.
    is_done: bool,
    /// The queue was told.
    is_told: bool,
}

/// The deeds.
#[derive(Default)]
pub(crate) struct Told(BTreeMap<(String, Done), Deed>);

impl Told {
    /// Somebody begins.
    pub fn begin(&mut self, key: &str, done: Done) {
        self.0.insert((key.to_owned(), done), Deed::default());
    }

    /// It was acknowledged.
    pub fn done(&mut self, key: &str, done: Done) {
        self.0.entry((key.to_owned(), done)).or_default().is_done = true;
    }

    /// Whether it was acknowledged.
    pub fn is_done(&self, key: &str, done: Done) -> bool {
        self.0.get(&(key.to_owned(), done)).is_some_and(|deed| deed.is_done)
    }

    /// The queue was told of it.
    pub fn told(&mut self, time: &Time, key: &str, event: &str) {
        let deed = Done::of(event).and_then(|done| self.0.get_mut(&(key.to_owned(), done)));
        match deed {
            Some(deed) if key.starts_with(LOUD) => deed.is_told = true,
            _ => time.violate("notices", format!("{event} of {key} is told")),
        }
    }

    /// A deed that was acknowledged and has still to be told.
    pub fn left(&self) -> Option<String> {
        let mut owed = self
            .0
            .iter()
            .filter(|((key, _), deed)| key.starts_with(LOUD) && deed.is_done && !deed.is_told);
        owed.next().map(|((key, done), _)| format!("{done:?} of {key}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(story: impl FnOnce(&Time, &mut Told)) -> (Option<String>, bool) {
        let (time, mut told) = (Time::new(1), Told::default());
        for key in ["loud/a", "quiet/b"] {
            told.begin(key, Done::Put);
            told.done(key, Done::Put);
        }
        story(&time, &mut told);
        (told.left(), time.violation().is_some())
    }

    #[test]
    fn the_queue_is_told_of_what_was_done_and_of_nothing_else() {
        let (put, removed) = ("ObjectCreated:Put", "ObjectRemoved:Delete");
        let owed = Some("Put of loud/a".to_owned());
        assert_eq!(after(|_, _| {}), (owed.clone(), false));
        assert_eq!(after(|time, told| told.told(time, "loud/a", put)), (None, false));
        assert_eq!(after(|time, told| told.told(time, "loud/a", removed)), (owed.clone(), true));
        assert_eq!(after(|time, told| told.told(time, "loud/a", "Other")), (owed.clone(), true));
        assert_eq!(after(|time, told| told.told(time, "quiet/b", put)), (owed.clone(), true));
        assert_eq!(after(|time, told| told.told(time, "loud/x", put)), (owed, true));
    }
}
