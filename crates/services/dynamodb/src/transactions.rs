//! Transactions: several wishes, all fulfilled at one instant or none.

use crate::capacity::{Cost, Kind, Told};
use crate::errors::{CONDITION_FAILED, cancelled, invalid};
use crate::rows::{Change, Key, Stored};
use crate::tables::Table;
use crate::value::{Item, item_size};
use crate::writes::Wish;
use crate::{Dynamodb, tokens};
use platform::{Context, Error, Result};
use shapes::dynamodb::{CancellationReason, ConditionalCheckFailedException, ConsumedCapacity};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Batch;

/// How often a transaction is tried whose items change all the time.
const ATTEMPTS: usize = 32;

/// One part of a transaction.
#[derive(Debug)]
pub(crate) struct Part {
    /// The table, as it was called.
    pub table: String,
    /// What is to be done with one of its items.
    pub wish: Wish,
}

/// What a transaction has done.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// What it has cost, by how the tables were called.
    pub costs: BTreeMap<String, Cost>,
    /// The items that it has written, by how their tables were called.
    pub written: Vec<(String, Arc<Table>, Item)>,
}

impl Outcome {
    /// The costs, as far as a caller wants to be told.
    pub fn tell(&self, told: Told) -> Option<Vec<ConsumedCapacity>> {
        tell_all(&self.costs, told)
    }
}

/// The costs in several tables, as far as a caller wants to be told.
pub(crate) fn tell_all(
    costs: &BTreeMap<String, Cost>,
    told: Told,
) -> Option<Vec<ConsumedCapacity>> {
    let each = costs.iter().filter_map(|(table, cost)| cost.tell(told, table));
    (told != Told::Nothing).then(|| each.collect())
}

/// Tells CloudWatch of the costs in several tables.
pub(crate) fn count_all(cx: &Context, costs: &BTreeMap<String, Cost>) {
    costs.iter().for_each(|(table, cost)| cost.count(cx, table));
}

/// What is made of all parts together.
enum Made {
    /// These changes.
    Changes(Vec<Change>),
    /// Nothing, for these reasons.
    Cancelled(Vec<CancellationReason>),
}

impl Dynamodb {
    /// Makes a transaction; under a token, once in ten minutes.
    ///
    /// # Errors
    /// It was cancelled, or cannot be made at all.
    pub(crate) async fn transact(
        &self,
        cx: &Context,
        parts: &[Part],
        token: Option<tokens::Token>,
    ) -> Result<Outcome> {
        for _ in 0..ATTEMPTS {
            let known = match &token {
                Some(token) => Some(token.look(self, cx).await?),
                None => None,
            };
            let aims = self.aims(cx, parts).await?;
            if known.as_ref().is_some_and(tokens::Known::is_done) {
                return self.replayed(parts, &aims).await;
            }
            let gates = aims.iter().filter_map(|aim| Some(&aim.key.as_ref().ok()?.row));
            let _within = self.gates.enter(gates).await;
            let changes = match self.make(parts, aims).await? {
                Made::Changes(changes) => changes,
                Made::Cancelled(reasons) => {
                    if let (Some(token), Some(known)) = (&token, known) {
                        token.reserve(self, cx, known).await?;
                    }
                    return Err(cancelled(reasons));
                }
            };
            let batch = match (&token, known) {
                (Some(token), Some(known)) => token.done(cx, known, Batch::new())?,
                _ => Batch::new(),
            };
            if let Some(written) = self.commit(&changes, batch).await? {
                let mut outcome = Outcome::default();
                for ((part, change), touched) in parts.iter().zip(changes).zip(written.touched) {
                    outcome.add(part, change, &touched);
                }
                count_all(cx, &outcome.costs);
                return Ok(outcome);
            }
        }
        Err(conflict(parts.len()))
    }

    /// Which items the parts are about.
    async fn aims(&self, cx: &Context, parts: &[Part]) -> Result<Vec<Aim>> {
        let mut tables: BTreeMap<&str, Arc<Table>> = BTreeMap::new();
        let mut aims = Vec::with_capacity(parts.len());
        let mut aimed = BTreeSet::new();
        for part in parts {
            let table = match tables.get(&*part.table) {
                Some(table) => table.clone(),
                None => {
                    let table = self.table(cx, &part.table).await?;
                    tables.insert(&part.table, table.clone());
                    table
                }
            };
            let key = match part.wish.aim(&table) {
                Err(error) if is_seen_before(&error) => return Err(error),
                key => key,
            };
            if key.as_ref().is_ok_and(|key| !aimed.insert(key.row.clone())) {
                let words = "Transaction request cannot include multiple operations on one item";
                return Err(invalid(words));
            }
            aims.push(Aim { table, key });
        }
        Ok(aims)
    }

    /// Reads the items, all at one instant, and decides what becomes of them.
    async fn make(&self, parts: &[Part], aims: Vec<Aim>) -> Result<Made> {
        let keys = aims.iter().filter_map(|aim| aim.key.as_ref().ok());
        let mut stored = self.stored_all(keys).await?.into_iter();
        let mut changes = Vec::with_capacity(parts.len());
        let mut reasons = Vec::with_capacity(parts.len());
        for (part, aim) in parts.iter().zip(aims) {
            let decided = match aim.key {
                Ok(key) => decide(&part.wish, &aim.table, key, stored.next().flatten()),
                Err(error) => Err(error),
            };
            let decided = decided.and_then(|change| {
                let cost = Cost::new(Kind::TransactWrite).item(larger(&change));
                self.spend(&change.table, Some(change.key.spread), &cost)?;
                Ok(change)
            });
            reasons.push(match decided {
                Ok(change) => {
                    changes.push(change);
                    unhurt()
                }
                Err(error) => reason(error)?,
            });
        }
        Ok(match changes.len() == parts.len() {
            true => Made::Changes(changes),
            false => Made::Cancelled(reasons),
        })
    }

    /// What a transaction answers that was made before: it reads what it had written.
    async fn replayed(&self, parts: &[Part], aims: &[Aim]) -> Result<Outcome> {
        let mut outcome = Outcome::default();
        for (part, aim) in parts.iter().zip(aims) {
            let stored = match &aim.key {
                Ok(key) => self.stored(key).await?,
                Err(_) => None,
            };
            let size = stored.map_or(0, |(item, _)| item_size(&item));
            let costs = &mut outcome.costs;
            let cost = costs.remove(&part.table).unwrap_or_else(|| Cost::new(Kind::TransactRead));
            costs.insert(part.table.clone(), cost.item(size));
        }
        Ok(outcome)
    }
}

/// The item that a part is about, or why there is none.
struct Aim {
    table: Arc<Table>,
    key: Result<Key>,
}

fn decide(wish: &Wish, table: &Arc<Table>, key: Key, before: Option<Stored>) -> Result<Change> {
    let decided = wish.decide(table, before.as_ref().map(|(item, _)| item))?;
    Ok(wish.change(table, key, before, decided.after))
}

/// Whether AWS refuses it before the transaction begins, and so without reasons: keys that are
/// empty, which are the only ones that it words so.
fn is_seen_before(error: &Error) -> bool {
    error.message.starts_with("One or more parameter values are not valid.")
}

/// What is said of a part that has no part in its transaction's end.
pub(crate) fn unhurt() -> CancellationReason {
    CancellationReason { code: Some("None".to_owned()), ..Default::default() }
}

/// Why a part cancels its transaction.
///
/// # Errors
/// Those that are not the client's, and those that AWS sees before the transaction begins.
pub(crate) fn reason(error: Error) -> Result<CancellationReason> {
    let code = match error.code() {
        CONDITION_FAILED => "ConditionalCheckFailed",
        "ValidationException" if !is_seen_before(&error) => "ValidationError",
        "ProvisionedThroughputExceededException" => "ProvisionedThroughputExceeded",
        "ThrottlingException" => "ThrottlingError",
        _ => return Err(error),
    };
    let detail = error.detail::<ConditionalCheckFailedException>();
    Ok(CancellationReason {
        code: Some(code.to_owned()),
        item: detail.and_then(|detail| detail.item.clone()),
        message: Some(error.message),
    })
}

/// The size of an item before or after a change, whichever is larger.
pub(crate) fn larger(change: &Change) -> usize {
    let size = |item: Option<&Item>| item.map_or(0, item_size);
    size(change.before.as_ref().map(|(item, _)| item)).max(size(change.after.as_ref()))
}

/// A transaction whose items others change all the time.
fn conflict(parts: usize) -> Error {
    let reason = CancellationReason {
        code: Some("TransactionConflict".to_owned()),
        message: Some("Transaction is ongoing for the item".to_owned()),
        item: None,
    };
    cancelled(vec![reason; parts])
}

impl Outcome {
    fn add(&mut self, part: &Part, change: Change, touched: &[crate::rows::index::Touched]) {
        let larger = larger(&change);
        let cost = self.costs.remove(&part.table).unwrap_or_else(|| Cost::new(Kind::TransactWrite));
        let cost = cost.item(larger).touched(touched);
        self.costs.insert(part.table.clone(), cost);
        if !change.is_check
            && let Some(item) = change.after.or(change.before.map(|(item, _)| item))
        {
            self.written.push((part.table.clone(), change.table, item));
        }
    }
}
