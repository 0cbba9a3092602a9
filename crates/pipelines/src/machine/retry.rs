//! What becomes of a batch when the function has answered for it: delivered, cut in two, offered
//! again after a pause, or given back because its retries are used up.

use crate::machine::lane::{Batch, Item, Lane};
use crate::machine::{Outcome, Rules};
use shapes::Timestamp;

/// What an answer settles.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// The function took these.
    pub delivered: Vec<Item>,
    /// The retries of these are used up.
    pub exhausted: Vec<Item>,
}

impl Lane {
    /// Takes the function's answer for the batch in flight.
    pub fn answered(&mut self, now: Timestamp, outcome: Outcome, rules: &Rules) -> Settled {
        let Some(batch) = self.in_flight.take() else { return Settled::default() };
        let settled = self.settle(now, batch, outcome, rules);
        if std::mem::take(&mut self.changed_in_flight) {
            self.function_changed();
        }
        settled
    }

    /// What failed is offered to a function that has changed without a further pause.
    pub fn function_changed(&mut self) {
        self.failures_in_a_row = 0;
        self.not_before = None;
        self.changed_in_flight = self.in_flight.is_some();
    }

    fn settle(
        &mut self,
        now: Timestamp,
        mut batch: Batch,
        outcome: Outcome,
        rules: &Rules,
    ) -> Settled {
        match outcome {
            Outcome::Delivered => self.all_went_well(batch),
            Outcome::FailedFrom(index) if index >= batch.items.len() => self.all_went_well(batch),
            Outcome::FailedFrom(index) => {
                let delivered = batch.items.drain(..index).collect::<Vec<_>>();
                if !delivered.is_empty() {
                    self.failures_in_a_row = 0;
                }
                let exhausted = self.retry(now, batch, rules);
                Settled { delivered, exhausted }
            }
            Outcome::Failed if rules.bisect && batch.items.len() > 1 => {
                self.bisect(batch);
                Settled::default()
            }
            Outcome::TooLarge if batch.items.len() > 1 => {
                self.bisect(batch);
                Settled::default()
            }
            Outcome::Failed | Outcome::TooLarge => {
                Settled { delivered: Vec::new(), exhausted: self.retry(now, batch, rules) }
            }
            Outcome::NotReached => {
                self.offer_later(now, batch, rules);
                Settled::default()
            }
        }
    }

    fn all_went_well(&mut self, batch: Batch) -> Settled {
        self.failures_in_a_row = 0;
        Settled { delivered: batch.items, exhausted: Vec::new() }
    }

    /// Both halves are offered at once, in order. A split counts as no attempt ("splitting a batch
    /// does not count towards the retry quota").
    fn bisect(&mut self, batch: Batch) {
        let Batch { mut items, failures } = batch;
        let second = items.split_off(items.len().div_ceil(2));
        self.again.push_front(Batch { items: second, failures });
        self.again.push_front(Batch { items, failures });
        self.not_before = None;
    }

    /// Offers the batch again after a pause, or gives it back when its retries are used up.
    fn retry(&mut self, now: Timestamp, mut batch: Batch, rules: &Rules) -> Vec<Item> {
        batch.failures += 1;
        if rules.most_retries.is_some_and(|most| batch.failures > most) {
            self.failures_in_a_row = 0;
            return batch.items;
        }
        self.offer_later(now, batch, rules);
        Vec::new()
    }

    fn offer_later(&mut self, now: Timestamp, batch: Batch, rules: &Rules) {
        self.failures_in_a_row += 1;
        self.not_before = Some(rules.backoff.after(now, self.failures_in_a_row));
        self.again.push_front(batch);
    }
}
