//! What was sent to queues that have a mapping, what the function was offered and has taken of it,
//! and what became of the rest. A message is known by its body, which no other has.

use crate::time::Time;
use serde_json::Value;
use std::collections::BTreeMap;
use store::Write;

/// The table of the queues.
const QUEUES: &str = "sqs-queues";

/// A queue that has a mapping.
pub(crate) struct Mapped {
    pub queue: &'static str,
    pub function: &'static str,
    /// Where those go that were received too often.
    pub dead: &'static str,
    /// The most messages that an event may hold, whatever the mapping is changed to.
    pub most: usize,
}

/// All of them: one without an order, and one with.
pub(crate) const MAPPED: [Mapped; 2] = [
    Mapped { queue: "tasks", function: "t", dead: "tasks-dead", most: 4 },
    Mapped { queue: "lanes.fifo", function: "l", dead: "lanes-dead.fifo", most: 3 },
];

/// A message, and what is known of it.
struct Task {
    /// Where it was sent to.
    to: &'static Mapped,
    /// Its group and its place in it.
    group: Option<(String, usize)>,
    /// It was acknowledged.
    is_sent: bool,
    /// The function has taken it and says so.
    is_taken: bool,
    /// It went to the dead.
    is_dead: bool,
    /// It was found among the dead.
    is_found: bool,
}

/// The messages of all queues that have a mapping.
#[derive(Default)]
pub(crate) struct Tasks {
    tasks: BTreeMap<String, Task>,
    /// The bodies of each group, in the order in which they were sent.
    groups: BTreeMap<String, Vec<String>>,
    /// The names of queues, by their ids.
    names: BTreeMap<Vec<u8>, String>,
    /// Which message each row is.
    rows: BTreeMap<Vec<u8>, String>,
    /// The queues are removed, with all that is in them.
    is_over: bool,
}

impl Tasks {
    /// Somebody begins to send a message, and does not stop before it is acknowledged where it has a
    /// group.
    pub fn begin(&mut self, to: &'static Mapped, body: &str, group: Option<&str>) {
        let group = group.map(|group| {
            let bodies = self.groups.entry(group.to_owned()).or_default();
            bodies.push(body.to_owned());
            (group.to_owned(), bodies.len() - 1)
        });
        let (is_sent, is_taken, is_dead, is_found) = (false, false, false, false);
        let task = Task { to, group, is_sent, is_taken, is_dead, is_found };
        self.tasks.insert(body.to_owned(), task);
    }

    /// It is acknowledged.
    pub fn sent(&mut self, body: &str) {
        if let Some(task) = self.tasks.get_mut(body) {
            task.is_sent = true;
        }
    }

    /// The function is offered these in one event.
    pub fn offered(&self, time: &Time, function: &str, bodies: &[&str]) {
        for (place, body) in bodies.iter().enumerate() {
            let Some(task) = self.tasks.get(*body).filter(|it| it.to.function == function) else {
                let message = format!("{function} got {body}, which nobody sent to its queue");
                return time.violate("tasks", message);
            };
            if bodies.len() > task.to.most {
                let message = format!("{function} got {} messages at once", bodies.len());
                return time.violate("batches", message);
            }
            if let Some(passed) = self.passed(task, &bodies[..place]) {
                let message = format!("{function} was offered {body} before {passed}");
                return time.violate("task order", message);
            }
        }
    }

    /// A message of the same group that was sent before and has neither gone nor is offered before.
    fn passed(&self, task: &Task, given: &[&str]) -> Option<&str> {
        let (group, place) = task.group.as_ref()?;
        let mut before = self.groups[group][..*place].iter().map(String::as_str);
        before.find(|body| {
            let is_gone = self.tasks.get(*body).is_none_or(|task| task.is_taken || task.is_dead);
            !is_gone && !given.contains(body)
        })
    }

    /// The function has taken a message, and is about to say so.
    pub fn taken(&mut self, body: &str) {
        if let Some(task) = self.tasks.get_mut(body) {
            task.is_taken = true;
        }
    }

    /// A batch was committed: a message goes when it was taken, or to its own dead.
    pub fn committed(&mut self, time: &Time, writes: &[Write]) {
        if self.is_over {
            return;
        }
        let mut came: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for write in writes {
            match write {
                Write::Put(table, _, value) if table.0 == QUEUES => {
                    let text = |name: &str| text(value, name);
                    self.names.insert(text("id").into_bytes(), text("name"));
                }
                Write::Put(sqs::MESSAGES, key, value) => {
                    let body = text(value, "body");
                    if self.tasks.contains_key(&body) {
                        self.rows.insert(key.to_vec(), body.clone());
                        came.insert(body, key.to_vec());
                    }
                }
                _ => {}
            }
        }
        for write in writes {
            if let Write::Delete(sqs::MESSAGES, key) = write
                && let Some(body) = self.rows.remove(&key[..])
            {
                let name = self.name(key).to_owned();
                let goes_to = came.get(&body).map(|key| self.name(key).to_owned());
                self.went(time, &body, &name, goes_to.as_deref());
            }
        }
        let is_twice = |body: &&String| self.rows.values().filter(|it| it == body).count() > 1;
        if let Some(body) = came.keys().find(is_twice) {
            time.violate("dead letters", format!("{body} is there twice"));
        }
    }

    /// The name of the queue that a row belongs to, whose id its key begins with.
    fn name(&self, key: &[u8]) -> &str {
        let id = key.get(..key.len().saturating_sub(8)).unwrap_or_default();
        self.names.get(id).map_or("", String::as_str)
    }

    fn went(&mut self, time: &Time, body: &str, from: &str, to: Option<&str>) {
        let Some(task) = self.tasks.get_mut(body).filter(|task| task.to.queue == from) else {
            return;
        };
        match to {
            Some(to) if to == task.to.dead => task.is_dead = true,
            Some(to) => time.violate("dead letters", format!("{body} went from {from} to {to}")),
            None if task.is_taken => {}
            None => time.violate("deletions", format!("{body} is gone and was not taken")),
        }
    }

    /// A message that was acknowledged, and neither taken nor given up; or that is still where it was
    /// sent to.
    pub fn left(&self) -> Option<String> {
        let is_left = |task: &Task| task.is_sent && !task.is_taken && !task.is_dead;
        let left = self.tasks.iter().find(|(_, task)| is_left(task)).map(|(body, _)| body);
        let is_there = |(key, body): &(&Vec<u8>, &String)| {
            self.tasks.get(*body).is_some_and(|task| task.to.queue == self.name(key))
        };
        left.or_else(|| self.rows.iter().find(is_there).map(|(_, body)| body)).cloned()
    }

    /// These were found among the dead of a queue.
    pub fn found(&mut self, time: &Time, dead: &str, body: &str) {
        let Some(task) = self.tasks.get_mut(body).filter(|task| task.to.dead == dead) else {
            return time.violate("dead letters", format!("{body} was found in {dead}"));
        };
        task.is_found = true;
    }

    /// All that was among the dead was found: each that was given up. What becomes of the rows now is
    /// of no account.
    pub fn check_dead(&mut self, time: &Time) {
        self.is_over = true;
        let strange = self.tasks.iter().find(|(_, task)| task.is_found != task.is_dead);
        if let Some((body, task)) = strange {
            let found = if task.is_found { "found" } else { "not found" };
            time.violate("dead letters", format!("{body} was {found} among the dead"));
        }
    }
}

fn text(value: &[u8], name: &str) -> String {
    let value: Value = serde_json::from_slice(value).unwrap_or_default();
    value[name].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANES: &Mapped = &MAPPED[1];

    fn key(queue: &str, number: u64) -> Vec<u8> {
        [queue.as_bytes(), &number.to_be_bytes()].concat()
    }

    fn put(queue: &str, number: u64, body: &str) -> Write {
        let value = format!("{{\"body\":\"{body}\"}}");
        Write::Put(sqs::MESSAGES, key(queue, number), value.into())
    }

    fn delete(queue: &str, number: u64) -> Write {
        Write::Delete(sqs::MESSAGES, key(queue, number))
    }

    /// What is wrong with a story of two messages of a group.
    fn check_of(story: impl FnOnce(&Time, &mut Tasks)) -> Option<&'static str> {
        let (time, mut tasks) = (Time::new(1), Tasks::default());
        for (number, name) in ["lanes.fifo", "lanes-dead.fifo", "dead"].iter().enumerate() {
            let value = format!("{{\"id\":\"{number}\",\"name\":\"{name}\"}}");
            let row = Write::Put(store::Table(QUEUES), Vec::new(), value.into());
            tasks.committed(&time, &[row]);
        }
        for (number, body) in ["a", "b"].into_iter().enumerate() {
            tasks.begin(LANES, body, Some("g"));
            tasks.committed(&time, &[put("0", number as u64, body)]);
            tasks.sent(body);
        }
        story(&time, &mut tasks);
        time.violation().map(|violation| violation.check)
    }

    #[test]
    fn a_group_is_offered_in_order() {
        let offered = |all: &[&str]| check_of(|time, tasks| tasks.offered(time, "l", all));
        assert_eq!(offered(&["a", "b"]), None);
        assert_eq!(offered(&["b"]), Some("task order"));
        assert_eq!(offered(&["b", "a"]), Some("task order"));
        assert_eq!(offered(&["a", "a", "a", "a"]), Some("batches"));
        assert_eq!(offered(&["x"]), Some("tasks"));
        let after = check_of(|time, tasks| {
            tasks.taken("a");
            tasks.offered(time, "l", &["b"]);
        });
        assert_eq!(after, None);
    }

    #[test]
    fn what_was_not_taken_goes_to_its_own_dead() {
        let gone = |writes: &[Write]| check_of(|time, tasks| tasks.committed(time, writes));
        assert_eq!(gone(&[delete("0", 0)]), Some("deletions"));
        assert_eq!(gone(&[delete("0", 0), put("1", 0, "a")]), None);
        assert_eq!(gone(&[delete("0", 0), put("2", 0, "a")]), Some("dead letters"));
        let taken = check_of(|time, tasks| {
            tasks.taken("a");
            tasks.committed(time, &[delete("0", 0)]);
            assert_eq!(tasks.left().as_deref(), Some("b"));
        });
        assert_eq!(taken, None);
    }

    #[test]
    fn what_was_given_up_is_there_once() {
        let found = |all: &[&str]| {
            check_of(|time, tasks| {
                tasks.committed(time, &[delete("0", 0), put("1", 0, "a")]);
                all.iter().for_each(|dead| tasks.found(time, dead, "a"));
                tasks.check_dead(time);
            })
        };
        assert_eq!(found(&["lanes-dead.fifo"]), None);
        assert_eq!(found(&[]), Some("dead letters"));
        assert_eq!(found(&["dead"]), Some("dead letters"));
        let twice = check_of(|time, tasks| tasks.committed(time, &[put("1", 0, "a")]));
        assert_eq!(twice, Some("dead letters"));
    }
}
