//! `BatchWriteItem`.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind, Told};
use crate::errors::invalid;
use crate::rows::{Change, Key, check};
use crate::tables::Table;
use crate::transactions::{count_all, larger, tell_all};
use crate::value::{check_item, check_size};
use crate::writes::{self, Action, Wish};
use platform::{Context, Handler, Result};
use shapes::dynamodb::{
    BatchWriteItemInput, BatchWriteItemOutput, DeleteRequest, ItemCollectionMetrics, PutRequest,
    WriteRequest, ops,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::Batch;

/// How many items are written at most.
const MOST_ITEMS: usize = 25;

/// One item that is to be written.
struct Wanted {
    table: String,
    wish: Wish,
}

impl Handler<ops::BatchWriteItem> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: BatchWriteItemInput,
    ) -> Result<BatchWriteItemOutput> {
        if input.request_items.values().map(Vec::len).sum::<usize>() > MOST_ITEMS {
            return Err(invalid("Too many items requested for the BatchWriteItem call"));
        }
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let collections = input.return_item_collection_metrics.as_deref();
        let wants_collections = writes::wants_collections(collections);
        let mut all = Vec::with_capacity(MOST_ITEMS);
        for (table, requests) in input.request_items {
            for request in requests {
                let action = action(request)?;
                let is_watched = told != Told::Nothing;
                let wish = Wish { action, condition: None, tells_failed: false, is_watched };
                all.push(Wanted { table: table.clone(), wish });
            }
        }
        let mut outcome = Outcome::default();
        while !self.write_all(cx, &all, &mut outcome).await? {}
        Ok(BatchWriteItemOutput {
            unprocessed_items: Some(outcome.left),
            item_collection_metrics: wants_collections.then_some(outcome.collections),
            consumed_capacity: tell_all(&outcome.costs, told),
        })
    }
}

/// What was written.
#[derive(Default)]
struct Outcome {
    costs: BTreeMap<String, Cost>,
    collections: BTreeMap<String, Vec<ItemCollectionMetrics>>,
    /// What there was no throughput for.
    left: BTreeMap<String, Vec<WriteRequest>>,
}

fn action(request: WriteRequest) -> Result<Action> {
    match (request.put_request, request.delete_request) {
        (Some(mut put), None) => {
            check_item(&mut put.item)?;
            check_size(&put.item, false)?;
            Ok(Action::Put(put.item))
        }
        (None, Some(mut delete)) => {
            check_item(&mut delete.key)?;
            Ok(Action::Delete(delete.key))
        }
        _ => Err(invalid(
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the \
             supported datatypes",
        )),
    }
}

/// The request that asked for it.
fn request(action: &Action) -> WriteRequest {
    match action {
        Action::Put(item) => {
            let put_request = Some(PutRequest { item: item.clone() });
            WriteRequest { put_request, delete_request: None }
        }
        Action::Delete(key) | Action::Check(key) | Action::Update(key, _) => {
            let delete_request = Some(DeleteRequest { key: key.clone() });
            WriteRequest { put_request: None, delete_request }
        }
    }
}

/// The key of an item that is to be written, as batches check it.
fn aim(table: &Table, wish: &Wish) -> Result<Key> {
    match &wish.action {
        Action::Put(item) => {
            let key = check::key_within(table, item)?;
            check::index_keys(table, item, None)?;
            Ok(key)
        }
        _ => wish.aim(table),
    }
}

impl Dynamodb {
    /// Writes everything in one commit; gives `false` where something has changed meanwhile.
    async fn write_all(&self, cx: &Context, all: &[Wanted], outcome: &mut Outcome) -> Result<bool> {
        let aims = self.aims_of(cx, all).await?;
        let looking = aims.iter().zip(all).filter(|((table, _), it)| !it.wish.is_blind(table));
        let keys: Vec<&Key> = looking.map(|((_, key), _)| key).collect();
        let _within = self.gates.enter(keys.iter().map(|key| &key.row)).await;
        let mut stored = match keys.is_empty() {
            true => Vec::new(),
            false => self.stored_all(keys).await?,
        }
        .into_iter();
        let mut changes = Vec::with_capacity(all.len());
        for (wanted, (table, key)) in all.iter().zip(&aims) {
            let is_blind = wanted.wish.is_blind(table);
            let before = if is_blind { None } else { stored.next().flatten() };
            let after = match &wanted.wish.action {
                Action::Put(item) => Some(item.clone()),
                _ => None,
            };
            let change = Change::new(table, key.clone(), before, after);
            let cost = Cost::new(Kind::Write).item(larger(&change));
            match self.spend(table, Some(key.spread), &cost) {
                Ok(()) => {}
                // Where nothing at all can be written, that is an error.
                Err(error) if changes.is_empty() => return Err(error),
                Err(_) => break,
            }
            changes.push(Change { is_blind, ..change });
        }
        let Some(written) = self.commit(&changes, Batch::new()).await? else { return Ok(false) };
        for ((wanted, change), touched) in all.iter().zip(&changes).zip(&written.touched) {
            let cost = outcome.costs.remove(&wanted.table);
            let cost = cost.unwrap_or_else(|| Cost::new(Kind::Write));
            outcome.costs.insert(wanted.table.clone(), cost.item(larger(change)).touched(touched));
            let (Action::Put(key) | Action::Delete(key)) = &wanted.wish.action else { continue };
            if let Some(collection) = writes::collection(&change.table, key) {
                let of_table = outcome.collections.entry(wanted.table.clone()).or_default();
                if !of_table.contains(&collection) {
                    of_table.push(collection);
                }
            }
        }
        for wanted in &all[changes.len()..] {
            let left = outcome.left.entry(wanted.table.clone()).or_default();
            left.push(request(&wanted.wish.action));
        }
        count_all(cx, &outcome.costs);
        Ok(true)
    }

    async fn aims_of(&self, cx: &Context, all: &[Wanted]) -> Result<Vec<(Arc<Table>, Key)>> {
        let mut aims: Vec<(Arc<Table>, Key)> = Vec::with_capacity(all.len());
        let mut last: Option<(&str, Arc<Table>)> = None;
        let mut seen = BTreeSet::new();
        for wanted in all {
            let table = match &last {
                Some((name, table)) if *name == wanted.table => table.clone(),
                _ => self.table(cx, &wanted.table).await?,
            };
            last = Some((&wanted.table, table.clone()));
            let key = aim(&table, &wanted.wish)?;
            if !seen.insert(key.row.clone()) {
                return Err(invalid("Provided list of item keys contains duplicates"));
            }
            aims.push((table, key));
        }
        Ok(aims)
    }
}
