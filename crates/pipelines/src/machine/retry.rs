//! What becomes of a batch when the function has answered for it: delivered, cut in two, offered
//! again after a pause, or given up because its retries are used up.

use crate::machine::disposal::Disposal;
use crate::machine::lane::{Batch, Item, Lane};
use crate::machine::{GivenUp, Outcome, Rules};
use shapes::Timestamp;
use std::sync::Arc;

impl Lane {
    /// Takes the function's answer for the batch in flight. Gives the records that are delivered.
    pub fn answered(
        &mut self,
        now: Timestamp,
        outcome: Outcome,
        state: Option<Arc<str>>,
        rules: &Rules,
    ) -> Vec<Item> {
        let Some(batch) = self.in_flight.take() else { return Vec::new() };
        let delivered = if batch.ends_window {
            self.window_ended(now, outcome, rules);
            Vec::new()
        } else {
            self.settle(now, batch, outcome, rules)
        };
        self.carry_state(&delivered, state);
        if std::mem::take(&mut self.changed_in_flight) {
            self.function_changed();
        }
        delivered
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
    ) -> Vec<Item> {
        let delivered = match outcome {
            Outcome::Delivered => batch.items.len(),
            Outcome::FailedFrom(index) => index.min(batch.items.len()),
            Outcome::Failed | Outcome::TooLarge | Outcome::NotReached => 0,
        };
        let rest = batch.items.split_off(delivered);
        let delivered = std::mem::replace(&mut batch.items, rest);
        if !delivered.is_empty() {
            self.failures_in_a_row = 0;
        }
        let several = batch.items.len() > 1;
        match outcome {
            _ if batch.items.is_empty() => {}
            Outcome::NotReached => self.offer_later(now, batch, rules),
            Outcome::Failed if rules.bisect && several => self.bisect(batch),
            Outcome::FailedFrom(_) if rules.bisect && several && delivered.is_empty() => {
                self.bisect(batch)
            }
            Outcome::FailedFrom(_) if rules.bisect && several => self.cut_off(batch),
            Outcome::TooLarge if several => self.bisect(batch),
            Outcome::Failed | Outcome::TooLarge | Outcome::FailedFrom(_) | Outcome::Delivered => {
                self.retry(now, batch, rules)
            }
        }
        self.note_settled(&delivered);
        delivered
    }

    /// Both halves are offered at once, in order. A split counts as no attempt ("splitting a batch
    /// does not count towards the retry quota").
    fn bisect(&mut self, batch: Batch) {
        let Batch { mut items, failures, .. } = batch;
        let second = items.split_off(items.len().div_ceil(2));
        for items in [second, items] {
            self.again.push_front(Batch { items, failures, split: true, ends_window: false });
        }
        self.not_before = None;
    }

    /// What is left of a batch is offered at once, as its second half is: "the batch is bisected at
    /// the returned sequence number and Lambda retries only the remaining records". So a record that
    /// fails each time is given up alone.
    fn cut_off(&mut self, batch: Batch) {
        self.again.push_front(Batch { split: true, ..batch });
        self.not_before = None;
    }

    /// Offers the batch again after a pause, or gives it up when its retries are used up.
    fn retry(&mut self, now: Timestamp, mut batch: Batch, rules: &Rules) {
        batch.failures += 1;
        if rules.most_retries.is_some_and(|most| batch.failures > most) {
            self.failures_in_a_row = 0;
            self.disposal =
                Some(Disposal::new(batch.items, GivenUp::RetriesExhausted, batch.failures));
            return;
        }
        self.offer_later(now, batch, rules);
    }

    fn offer_later(&mut self, now: Timestamp, batch: Batch, rules: &Rules) {
        self.failures_in_a_row += 1;
        self.not_before = Some(rules.backoff.after(now, self.failures_in_a_row));
        self.again.push_front(batch);
    }
}
