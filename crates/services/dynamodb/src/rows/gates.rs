//! Who changes an item waits for who does so already in this process. What is true is decided by the
//! conditions of commits; this only saves their conflicts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Mutex as Gate, OwnedMutexGuard};

/// The gates of items that are being changed, by the keys of their rows.
#[derive(Debug, Default)]
pub(crate) struct Gates(Mutex<BTreeMap<Vec<u8>, Arc<Gate<()>>>>);

impl Gates {
    /// Waits until nobody else is in the gates of these keys, and enters them. They are taken in one
    /// order, so that nobody waits for each other.
    pub async fn enter<'a>(&'a self, keys: impl IntoIterator<Item = &Vec<u8>>) -> Within<'a> {
        let mut within = Within { gates: self, entered: Vec::new() };
        for key in keys.into_iter().collect::<BTreeSet<_>>() {
            let gate = self.all().entry(key.clone()).or_default().clone();
            // Where this is given up while it waits, the gate stays until who is in it leaves.
            let entered = gate.lock_owned().await;
            within.entered.push((key.clone(), Some(entered)));
        }
        within
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<Vec<u8>, Arc<Gate<()>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Being in gates, until it is dropped.
#[derive(Debug)]
pub(crate) struct Within<'a> {
    gates: &'a Gates,
    entered: Vec<(Vec<u8>, Option<OwnedMutexGuard<()>>)>,
}

impl Drop for Within<'_> {
    fn drop(&mut self) {
        for (key, entered) in &mut self.entered {
            drop(entered.take());
            let mut all = self.gates.all();
            if all.get(key).is_some_and(|gate| Arc::strong_count(gate) == 1) {
                all.remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::at_once;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn one_is_in_a_gate_and_none_is_left_behind() {
        let gates = Gates::default();
        let (a, b) = (b"a".to_vec(), b"b".to_vec());
        let first = at_once(gates.enter([&b, &a, &a]));
        let mut second = pin!(gates.enter([&a]));
        let mut waiting = Context::from_waker(Waker::noop());
        assert!(second.as_mut().poll(&mut waiting).is_pending());
        drop(at_once(gates.enter([&b"c".to_vec()])));
        drop(first);
        let Poll::Ready(within) = second.as_mut().poll(&mut waiting) else { panic!("it waits") };
        assert_eq!(gates.all().len(), 1);
        drop(within);
        assert!(gates.all().is_empty());
    }
}
