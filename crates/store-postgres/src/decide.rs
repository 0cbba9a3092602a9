//! What becomes of a group of batches, given what the server found of their conditions.

use bytes::Bytes;
use std::collections::BTreeMap;
use store::{Batch, Condition, Error, Result, Table};

/// What the server found of a condition before the group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The key has a value.
    pub present: bool,
    /// The value is the one that is demanded.
    pub equal: bool,
}

/// What to write, and what to answer once that is done.
#[derive(Debug)]
pub(crate) struct Decision<'a> {
    /// One for each batch.
    pub answers: Vec<Result<()>>,
    /// The last value of each key that changes; `None` removes it.
    pub changes: BTreeMap<(Table, &'a [u8]), Option<&'a Bytes>>,
}

/// Applies the batches one after the other. `seen` has what was found of each condition, in order.
pub(crate) fn decide<'a>(batches: &'a [Batch], seen: &[Seen]) -> Decision<'a> {
    let mut decision = Decision { answers: Vec::new(), changes: BTreeMap::new() };
    let mut rest = seen.iter().copied();
    for batch in batches {
        let seen: Vec<Seen> = rest.by_ref().take(batch.conditions.len()).collect();
        let failed = batch.conditions.iter().enumerate().position(|(index, condition)| {
            let seen = seen.get(index).copied().unwrap_or_default();
            match decision.changes.get(&condition.place()) {
                Some(value) => !condition.holds(*value),
                None => !holds(condition, seen),
            }
        });
        if let Some(index) = failed {
            decision.answers.push(Err(Error::Conflict(index)));
            continue;
        }
        for write in &batch.writes {
            let value = match write {
                store::Write::Put(_, _, value) => Some(value),
                store::Write::Delete(..) => None,
            };
            decision.changes.insert(write.place(), value);
        }
        decision.answers.push(Ok(()));
    }
    decision
}

fn holds(condition: &Condition, seen: Seen) -> bool {
    match condition {
        Condition::Absent(..) => !seen.present,
        Condition::Present(..) => seen.present,
        Condition::Equals(..) => seen.equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use store::{Write, first_failed};

    const T: Table = Table("t");
    type Rows = BTreeMap<Vec<u8>, Bytes>;

    fn batch() -> impl Strategy<Value = Batch> {
        let key = || (0_u8..3).prop_map(|key| vec![key]);
        let value = || (0_u8..2).prop_map(|value| Bytes::from(vec![value]));
        let condition = prop_oneof![
            key().prop_map(|key| Condition::Absent(T, key)),
            key().prop_map(|key| Condition::Present(T, key)),
            (key(), value()).prop_map(|(key, value)| Condition::Equals(T, key, value)),
        ];
        let write = prop_oneof![
            (key(), value()).prop_map(|(key, value)| Write::Put(T, key, value)),
            key().prop_map(|key| Write::Delete(T, key)),
        ];
        let parts = (prop::collection::vec(condition, 0..3), prop::collection::vec(write, 0..3));
        parts.prop_map(|(conditions, writes)| Batch { conditions, writes, ..Batch::new() })
    }

    /// What a server would find before the group.
    fn look(rows: &Rows, batches: &[Batch]) -> Vec<Seen> {
        let conditions = batches.iter().flat_map(|batch| &batch.conditions);
        conditions
            .map(|condition| {
                let value = rows.get(condition.place().1);
                let equal = matches!(condition, Condition::Equals(..)) && condition.holds(value);
                Seen { present: value.is_some(), equal }
            })
            .collect()
    }

    fn apply(rows: &mut Rows, batch: &Batch) -> Option<usize> {
        let failed = first_failed(&batch.conditions, |_, key| Ok(rows.get(key).cloned())).unwrap();
        if failed.is_none() {
            for write in &batch.writes {
                match write {
                    Write::Put(_, key, value) => rows.insert(key.clone(), value.clone()),
                    Write::Delete(_, key) => rows.remove(key),
                };
            }
        }
        failed
    }

    proptest! {
        #[test]
        fn a_group_does_what_its_batches_do_one_by_one(
            before in prop::collection::btree_map(
                (0_u8..3).prop_map(|key| vec![key]),
                (0_u8..2).prop_map(|value| Bytes::from(vec![value])), 0..3),
            batches in prop::collection::vec(batch(), 1..6),
        ) {
            let decision = decide(&batches, &look(&before, &batches));
            let mut expected = before.clone();
            for (batch, answer) in batches.iter().zip(&decision.answers) {
                let answer = match answer {
                    Ok(()) => None,
                    Err(Error::Conflict(index)) => Some(*index),
                    Err(other) => panic!("{other}"),
                };
                prop_assert_eq!(apply(&mut expected, batch), answer);
            }
            let mut after = before;
            for ((_, key), value) in decision.changes {
                match value {
                    Some(value) => after.insert(key.to_vec(), value.clone()),
                    None => after.remove(key),
                };
            }
            prop_assert_eq!(after, expected);
        }
    }
}
