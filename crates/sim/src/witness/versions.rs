//! Which versions were made of objects, and which of them were listed and read.

use super::Content;
use crate::time::Time;
use std::collections::{BTreeMap, BTreeSet};

/// A version, and what is known of when it was there.
struct Version {
    /// What it holds; none of a delete marker.
    content: Content,
    begun: u64,
    /// When it was acknowledged.
    ended: u64,
    /// When somebody began to remove it, and when that was acknowledged.
    leaving: u64,
    gone: u64,
}

/// Versions by their keys and ids.
#[derive(Default)]
pub(crate) struct Versions(BTreeMap<String, BTreeMap<String, Version>>);

impl Versions {
    /// It was acknowledged that a version was made, by what began then.
    pub fn made(&mut self, time: &Time, (key, id): (&str, &str), content: Content, begun: u64) {
        let ended = time.number();
        let version = Version { content, begun, ended, leaving: u64::MAX, gone: u64::MAX };
        let of_key = self.0.entry(key.to_owned()).or_default();
        if of_key.insert(id.to_owned(), version).is_some() {
            time.violate("versions", format!("two versions of {key} have the id {id}"));
        }
    }

    /// Somebody begins to remove a version.
    pub fn leaves(&mut self, time: &Time, key: &str, id: &str) {
        self.change(key, id, |version| version.leaving = time.number());
    }

    /// It was certainly not removed.
    pub fn stays(&mut self, key: &str, id: &str) {
        self.change(key, id, |version| version.leaving = u64::MAX);
    }

    /// It was acknowledged that it is removed.
    pub fn gone(&mut self, time: &Time, key: &str, id: &str) {
        self.change(key, id, |version| version.gone = time.number());
    }

    fn change(&mut self, key: &str, id: &str, change: impl FnOnce(&mut Version)) {
        self.0.get_mut(key).and_then(|of_key| of_key.get_mut(id)).map(change);
    }

    /// A listing that began at `begun` gave these ids of a key, the newest first: each once, all that
    /// were there throughout, none that was gone, and in the order in which they were made.
    pub fn listed(&self, time: &Time, key: &str, begun: u64, ids: &[String]) {
        let violate = |what: String| time.violate("versions", format!("{what} of {key}"));
        let unique: BTreeSet<_> = ids.iter().collect();
        if unique.len() < ids.len() {
            violate(format!("{ids:?} are listed"));
        }
        let Some(of_key) = self.0.get(key) else { return };
        for (id, version) in of_key {
            let is_listed = unique.contains(id);
            if !is_listed && version.ended < begun && version.leaving == u64::MAX {
                violate(format!("{id} is not listed"));
            }
            if is_listed && version.gone < begun {
                violate(format!("{id} is listed and gone"));
            }
        }
        let known: Vec<_> = ids.iter().filter_map(|id| of_key.get(id)).collect();
        if known.windows(2).any(|pair| pair[0].ended < pair[1].begun) {
            violate(format!("{ids:?} are not in the order"));
        }
    }

    /// A version was read, and is not there or holds this.
    pub fn read(&self, time: &Time, (key, id): (&str, &str), content: &Content) {
        let Some(version) = self.0.get(key).and_then(|of_key| of_key.get(id)) else { return };
        if version.content != *content && version.leaving == u64::MAX {
            let shown = content.as_deref().unwrap_or("nothing");
            time.violate("versions", format!("{id} of {key} holds {shown}"));
        }
    }

    /// All that must be there.
    pub fn kept(&self) -> Vec<(String, String)> {
        let of_key = |(key, of_key): (&String, &BTreeMap<String, Version>)| {
            let stays = of_key.iter().filter(|(_, version)| version.leaving == u64::MAX);
            stays.map(|(id, _)| (key.clone(), id.clone())).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_key).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Story {
        time: Time,
        versions: Versions,
    }

    impl Story {
        fn make(&mut self, id: &str) {
            let begun = self.time.number();
            self.versions.made(&self.time, ("k", id), Some(id.to_owned()), begun);
        }

        /// What is wrong with a listing of these.
        fn listed(&self, ids: &[&str]) -> Option<String> {
            let ids: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
            self.versions.listed(&self.time, "k", self.time.number(), &ids);
            self.time.violation().map(|violation| violation.message)
        }
    }

    fn story() -> Story {
        let mut story = Story { time: Time::new(1), versions: Versions::default() };
        story.make("one");
        story.make("two");
        story
    }

    #[test]
    fn what_was_made_is_listed_once_and_the_newest_first() {
        assert_eq!(story().listed(&["two", "one"]), None);
        assert_eq!(story().listed(&["unknown", "two", "one"]), None);
        assert!(story().listed(&["two"]).unwrap().starts_with("one is not listed"));
        assert!(story().listed(&["one", "two"]).unwrap().contains("not in the order"));
        assert!(story().listed(&["two", "one", "one"]).is_some());
    }

    #[test]
    fn what_leaves_may_be_listed_and_what_is_gone_is_not() {
        let mut story = story();
        story.versions.leaves(&story.time, "k", "one");
        assert_eq!(story.listed(&["two", "one"]), None);
        assert_eq!(story.listed(&["two"]), None);
        assert_eq!(story.versions.kept(), [("k".to_owned(), "two".to_owned())]);
        story.versions.gone(&story.time, "k", "one");
        assert!(story.listed(&["two", "one"]).unwrap().contains("is listed and gone"));
    }

    #[test]
    fn a_version_holds_what_was_put() {
        let story = story();
        story.versions.read(&story.time, ("k", "one"), &Some("one".to_owned()));
        assert_eq!(story.time.violation(), None);
        story.versions.read(&story.time, ("k", "one"), &None);
        assert_eq!(story.time.violation().unwrap().check, "versions");
    }
}
