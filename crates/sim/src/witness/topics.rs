//! What was published to topics, and what came into the queues that are subscribed to them. A message
//! is known by its text, which no other has.

use crate::time::Time;
use std::collections::{BTreeMap, BTreeSet};

/// A subscription of a topic.
pub(crate) struct Fed {
    pub topic: &'static str,
    /// The queue that is subscribed, which need not be there.
    pub endpoint: &'static str,
    /// The queue in which its messages are found: its own, or that of its dead letters.
    pub queue: &'static str,
    /// The only color that it wants, if it does not want all.
    pub color: Option<&'static str>,
}

impl Fed {
    /// Whether its messages become dead letters.
    pub fn is_dead(&self) -> bool {
        self.endpoint != self.queue
    }
}

pub(crate) const NEWS: &str = "news";
pub(crate) const TICKS: &str = "ticks.fifo";
pub(crate) const COLORS: [&str; 2] = ["red", "blue"];

/// All subscriptions.
pub(crate) const FED: [Fed; 6] = [
    Fed { topic: NEWS, endpoint: "news-all", queue: "news-all", color: None },
    Fed { topic: NEWS, endpoint: "news-red", queue: "news-red", color: Some("red") },
    Fed { topic: NEWS, endpoint: "news-nowhere", queue: "news-dead", color: Some("blue") },
    Fed { topic: TICKS, endpoint: "ticks-all.fifo", queue: "ticks-all.fifo", color: None },
    Fed { topic: TICKS, endpoint: "ticks-red.fifo", queue: "ticks-red.fifo", color: Some("red") },
    Fed { topic: TICKS, endpoint: "ticks-nowhere.fifo", queue: "ticks-dead.fifo", color: None },
];

/// A message that is published.
#[derive(Clone)]
pub(crate) struct News {
    pub text: String,
    pub color: &'static str,
}

struct Published {
    topic: &'static str,
    color: &'static str,
    /// Its group and its place in it.
    group: Option<(String, usize)>,
    /// It was acknowledged.
    is_sent: bool,
    /// The number that it was acknowledged with.
    sequence: Option<String>,
    /// The ids with which it came into each queue.
    came: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Published {
    fn is_wanted(&self, by: &Fed) -> bool {
        self.topic == by.topic && by.color.is_none_or(|color| color == self.color)
    }
}

/// The messages of all topics.
#[derive(Default)]
pub(crate) struct Topics {
    all: BTreeMap<String, Published>,
    /// The texts of each group, in the order in which they were published.
    groups: BTreeMap<String, Vec<String>>,
}

impl Topics {
    /// How many were acknowledged.
    pub fn count(&self) -> usize {
        self.all.values().filter(|it| it.is_sent).count()
    }

    /// Somebody begins to publish, and does not stop before it is acknowledged where there is a group.
    pub fn begin(&mut self, topic: &'static str, news: &News, group: Option<&str>) {
        let group = group.map(|group| {
            let texts = self.groups.entry(group.to_owned()).or_default();
            texts.push(news.text.clone());
            (group.to_owned(), texts.len() - 1)
        });
        let published = Published {
            topic,
            color: news.color,
            group,
            is_sent: false,
            sequence: None,
            came: BTreeMap::new(),
        };
        self.all.insert(news.text.clone(), published);
    }

    /// It is acknowledged, in order with this number.
    pub fn sent(&mut self, time: &Time, text: &str, sequence: Option<String>) {
        let Some(published) = self.all.get_mut(text) else { return };
        published.is_sent = true;
        let first = published.sequence.get_or_insert_with(|| sequence.clone().unwrap_or_default());
        if sequence.as_ref().is_some_and(|sequence| sequence != first) {
            let message = format!("{text} was taken twice, as {first} and {sequence:?}");
            time.violate("publishes", message);
        }
    }

    /// A message came out of a queue.
    pub fn came(&mut self, time: &Time, fed: &'static Fed, text: &str, id: &str) {
        let Some(published) = self.all.get(text) else {
            return time.violate("filters", format!("{text} came, which nobody published"));
        };
        if !published.is_wanted(fed) {
            return time.violate("filters", format!("{text} came to {}", fed.queue));
        }
        if let Some((group, place)) = &published.group {
            let mut before = self.groups[group].iter().take(*place);
            let is_missing = |before: &&String| {
                let before = &self.all[*before];
                before.is_wanted(fed) && !before.came.contains_key(fed.queue)
            };
            if let Some(passed) = before.find(is_missing) {
                let message = format!("{text} came to {} before {passed}", fed.queue);
                time.violate("topic order", message);
            }
        }
        let Some(published) = self.all.get_mut(text) else { return };
        let ids = published.came.entry(fed.queue).or_default();
        ids.insert(id.to_owned());
        if published.group.is_some() && ids.len() > 1 {
            time.violate("topic once", format!("{text} came to {} twice", fed.queue));
        }
    }

    /// A message that was acknowledged and is still to come, and to whom.
    pub fn left(&self) -> Option<(String, &'static Fed)> {
        let sent = self.all.iter().filter(|(_, it)| it.is_sent);
        let mut owed = sent.flat_map(|(text, it)| {
            let fed = FED.iter().filter(|fed| it.is_wanted(fed));
            fed.filter(|fed| !it.came.contains_key(fed.queue)).map(move |fed| (text.clone(), fed))
        });
        owed.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a story of two messages of a group.
    fn check_of(story: impl FnOnce(&Time, &mut Topics)) -> Option<&'static str> {
        let (time, mut topics) = (Time::new(1), Topics::default());
        for (text, color) in [("a", "red"), ("b", "blue"), ("c", "red")] {
            topics.begin(TICKS, &News { text: text.to_owned(), color }, Some("g"));
            topics.sent(&time, text, Some(text.to_owned()));
        }
        story(&time, &mut topics);
        time.violation().map(|violation| violation.check)
    }

    #[test]
    fn a_queue_gets_what_it_wants_in_order_and_once() {
        let came = |fed: &'static Fed, all: &[(&str, &str)]| {
            check_of(|time, topics| {
                all.iter().for_each(|(text, id)| topics.came(time, fed, text, id));
            })
        };
        assert_eq!(came(&FED[3], &[("a", "1"), ("b", "2"), ("b", "2"), ("c", "3")]), None);
        assert_eq!(came(&FED[4], &[("a", "1"), ("c", "3")]), None);
        assert_eq!(came(&FED[4], &[("a", "1"), ("b", "2")]), Some("filters"));
        assert_eq!(came(&FED[0], &[("a", "1")]), Some("filters"));
        assert_eq!(came(&FED[3], &[("a", "1"), ("c", "3")]), Some("topic order"));
        assert_eq!(came(&FED[3], &[("a", "1"), ("a", "2")]), Some("topic once"));
        assert_eq!(came(&FED[3], &[("x", "1")]), Some("filters"));
    }

    #[test]
    fn what_was_published_is_owed_to_all_who_want_it() {
        check_of(|time, topics| {
            for fed in &FED[3..] {
                for (text, color) in [("a", "red"), ("b", "blue"), ("c", "red")] {
                    assert!(topics.left().is_some());
                    if fed.color.is_none_or(|own| own == color) {
                        topics.came(time, fed, text, text);
                    }
                }
            }
            assert!(topics.left().is_none());
        });
    }

    #[test]
    fn what_is_published_again_is_the_same() {
        let again = |sequence: &str| {
            check_of(|time, topics| topics.sent(time, "a", Some(sequence.to_owned())))
        };
        assert_eq!(again("a"), None);
        assert_eq!(again("z"), Some("publishes"));
    }
}
