//! The puts of metric data, and what is read of them. Each adds one to a metric that all share, and one to a
//! metric of its own.

use crate::time::Time;
use std::collections::BTreeMap;

/// The puts, by the names of their own metrics: whether each was acknowledged.
#[derive(Default)]
pub(crate) struct Metrics(BTreeMap<String, bool>);

impl Metrics {
    /// Somebody begins.
    pub fn begin(&mut self, own: &str) {
        self.0.insert(own.to_owned(), false);
    }

    /// It was acknowledged.
    pub fn done(&mut self, own: &str) {
        self.0.insert(own.to_owned(), true);
    }

    /// The names of all.
    pub fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    /// What was read in the end: what the metrics of single puts come to, and the shared one by each of its
    /// steps. A put is there whole or not at all, and once.
    pub fn read(&self, time: &Time, own: &BTreeMap<String, f64>, shared: &[f64]) {
        let mut there = 0.0;
        for (name, is_done) in &self.0 {
            match own.get(name).copied().unwrap_or_default() {
                1.0 => there += 1.0,
                0.0 if !is_done => {}
                0.0 => time.violate("metrics", format!("{name} was acknowledged and is not there")),
                value => time.violate("metrics", format!("{name} comes to {value}")),
            }
        }
        for sum in shared {
            if *sum != there {
                let message = format!("{there} puts are there, and what they share is {sum}");
                time.violate("metrics", message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_acknowledged_is_there_once_and_whole() {
        let violated = |own: &[(&str, f64)], shared: &[f64]| {
            let (time, mut metrics) = (Time::new(1), Metrics::default());
            for name in ["a", "b"] {
                metrics.begin(name);
            }
            metrics.done("a");
            assert_eq!(metrics.names(), ["a", "b"]);
            let own = own.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect();
            metrics.read(&time, &own, shared);
            time.violation().is_some()
        };
        assert!(!violated(&[("a", 1.0)], &[1.0, 1.0]));
        assert!(!violated(&[("a", 1.0), ("b", 1.0)], &[2.0, 2.0]));
        assert!(violated(&[("b", 1.0)], &[1.0]), "one that was acknowledged is lost");
        assert!(violated(&[("a", 2.0)], &[1.0]), "one is there twice");
        assert!(violated(&[("a", 1.0), ("b", 1.0)], &[1.0]), "half of one is there");
        assert!(violated(&[("a", 1.0)], &[1.0, 2.0]), "one step has more");
    }
}
