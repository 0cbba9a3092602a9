//! `BatchGetItem`.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind, Told};
use crate::errors::invalid;
use crate::expression::Projection;
use crate::forms;
use crate::rows::{Key, check};
use crate::search::scalars;
use crate::tables::Table;
use crate::transactions::{count_all, tell_all};
use crate::value::{Item, check_item, item_size};
use platform::{Context, Handler, Result};
use shapes::dynamodb::{BatchGetItemInput, BatchGetItemOutput, KeysAndAttributes, ops};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many items are asked for at most.
const MOST_ITEMS: usize = 100;
/// What is answered at most, in bytes.
const MOST_BYTES: usize = 16 << 20;
/// How many items are read at once: an item may have 400 KiB.
const AT_ONCE: usize = 25;

/// What is wanted of one table.
struct Wanted {
    table: String,
    asked: KeysAndAttributes,
    projection: Option<Projection>,
    keys: Vec<Key>,
    found: Option<Arc<Table>>,
}

impl Handler<ops::BatchGetItem> for Dynamodb {
    async fn handle(&self, cx: &Context, input: BatchGetItemInput) -> Result<BatchGetItemOutput> {
        let count: usize = input.request_items.values().map(|asked| asked.keys.len()).sum();
        if count > MOST_ITEMS {
            return Err(invalid("Too many items requested for the BatchGetItem call"));
        }
        let each = input.request_items.into_iter().map(|(table, asked)| wanted(table, asked));
        let mut all: Vec<Wanted> = each.collect::<Result<_>>()?;
        for wanted in &mut all {
            let table = self.table(cx, &wanted.table).await?;
            wanted.keys = keys_of(&table, wanted)?;
            wanted.found = Some(table);
        }
        let mut answer = Answer::default();
        for wanted in all {
            self.read(wanted, &mut answer).await?;
        }
        count_all(cx, &answer.costs);
        let told = Told::of(input.return_consumed_capacity.as_deref());
        Ok(BatchGetItemOutput {
            responses: Some(answer.items),
            unprocessed_keys: Some(answer.left),
            consumed_capacity: tell_all(&answer.costs, told),
        })
    }
}

/// What is answered so far.
#[derive(Default)]
struct Answer {
    items: BTreeMap<String, Vec<Item>>,
    left: BTreeMap<String, KeysAndAttributes>,
    costs: BTreeMap<String, Cost>,
    bytes: usize,
    done: usize,
}

fn wanted(table: String, mut asked: KeysAndAttributes) -> Result<Wanted> {
    let expression = asked.projection_expression.as_deref();
    let attributes = asked.attributes_to_get.clone();
    let names = asked.expression_attribute_names.clone();
    let projection = forms::projection(expression, attributes, names)?;
    asked.keys.iter_mut().try_for_each(check_item)?;
    Ok(Wanted { table, asked, projection, keys: Vec::new(), found: None })
}

fn keys_of(table: &Table, wanted: &Wanted) -> Result<Vec<Key>> {
    scalars(table, wanted.projection.iter().flat_map(|it| it.paths()))?;
    let mut seen = BTreeSet::new();
    let mut keys = Vec::with_capacity(wanted.asked.keys.len());
    for attributes in &wanted.asked.keys {
        let key = check::key(table, attributes)?;
        if !seen.insert(key.row.clone()) {
            return Err(invalid("Provided list of item keys contains duplicates"));
        }
        keys.push(key);
    }
    Ok(keys)
}

impl Dynamodb {
    /// Reads what is wanted of a table, as long as there is room in the answer.
    async fn read(&self, wanted: Wanted, answer: &mut Answer) -> Result<()> {
        let Wanted { table, mut asked, projection, keys, found } = wanted;
        let kind = Kind::read(asked.consistent_read);
        let mut cost = Cost::new(kind);
        let items = answer.items.entry(table.clone()).or_default();
        let mut done = 0;
        'all: for some in keys.chunks(AT_ONCE) {
            for (key, stored) in some.iter().zip(self.stored_all(some).await?) {
                let item = stored.map(|(item, _)| item);
                let size = item.as_ref().map_or(0, item_size);
                let spent = found.as_ref().map_or(Ok(()), |table| {
                    self.spend(table, Some(key.spread), &Cost::new(kind).item(size))
                });
                if answer.bytes + size > MOST_BYTES || (spent.is_err() && answer.done > 0) {
                    break 'all;
                }
                // Where nothing at all can be read, that is an error.
                spent?;
                answer.done += 1;
                answer.bytes += size;
                cost = cost.item(size);
                done += 1;
                items.extend(item.map(|item| match &projection {
                    Some(projection) => projection.of(&item),
                    None => item,
                }));
            }
        }
        if done < keys.len() {
            asked.keys.drain(..done);
            answer.left.insert(table.clone(), asked);
        }
        answer.costs.insert(table, cost);
        Ok(())
    }
}
