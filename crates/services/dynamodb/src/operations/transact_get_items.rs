//! `TransactGetItems`.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind, Told};
use crate::errors::{cancelled, invalid};
use crate::expression::Projection;
use crate::forms;
use crate::rows::{Key, check};
use crate::search::scalars;
use crate::tables::Table;
use crate::transactions::{count_all, reason, tell_all, unhurt};
use crate::value::{check_item, item_size};
use platform::{Context, Handler, Result};
use shapes::dynamodb::{Get, ItemResponse, TransactGetItemsInput, TransactGetItemsOutput, ops};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a transaction reads at most, in bytes.
const MOST_BYTES: usize = 4 << 20;

/// One item that is asked for.
struct Wanted {
    get: Get,
    projection: Option<Projection>,
}

impl Handler<ops::TransactGetItems> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: TransactGetItemsInput,
    ) -> Result<TransactGetItemsOutput> {
        let wanted = input.transact_items.into_iter().map(|item| wanted(item.get));
        let wanted: Vec<Wanted> = wanted.collect::<Result<_>>()?;
        let places = self.places(cx, &wanted).await?;
        let stored = self.stored_all(places.iter().map(|(_, key)| key)).await?;
        let mut costs: BTreeMap<String, Cost> = BTreeMap::new();
        let (mut bytes, mut responses) = (0, Vec::with_capacity(wanted.len()));
        let mut reasons = Vec::with_capacity(wanted.len());
        for ((wanted, (table, key)), stored) in wanted.into_iter().zip(places).zip(stored) {
            let item = stored.map(|(item, _)| item);
            let size = item.as_ref().map_or(0, item_size);
            bytes += size;
            let cost = Cost::new(Kind::TransactRead).item(size);
            reasons.push(match self.spend(&table, Some(key.spread), &cost) {
                Ok(()) => unhurt(),
                Err(error) => reason(error)?,
            });
            let table = wanted.get.table_name;
            let cost = costs.remove(&table).unwrap_or_else(|| Cost::new(Kind::TransactRead));
            costs.insert(table, cost.item(size));
            let item = match &wanted.projection {
                Some(projection) => item.map(|item| projection.of(&item)),
                None => item,
            };
            responses.push(ItemResponse { item });
        }
        if bytes > MOST_BYTES {
            return Err(invalid(
                "The aggregate size of the items in the transaction cannot exceed 4 MB",
            ));
        }
        if reasons.iter().any(|reason| *reason != unhurt()) {
            return Err(cancelled(reasons));
        }
        count_all(cx, &costs);
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let consumed_capacity = tell_all(&costs, told);
        Ok(TransactGetItemsOutput { consumed_capacity, responses: Some(responses) })
    }
}

fn wanted(mut get: Get) -> Result<Wanted> {
    let names = get.expression_attribute_names.take();
    let projection = forms::projection(get.projection_expression.as_deref(), None, names)?;
    check_item(&mut get.key)?;
    Ok(Wanted { get, projection })
}

impl Dynamodb {
    /// Where all that is wanted lies.
    async fn places(&self, cx: &Context, wanted: &[Wanted]) -> Result<Vec<(Arc<Table>, Key)>> {
        let mut tables: BTreeMap<&str, Arc<Table>> = BTreeMap::new();
        let (mut places, mut reasons) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for wanted in wanted {
            let name = &*wanted.get.table_name;
            if !tables.contains_key(name) {
                tables.insert(name, self.table(cx, name).await?);
            }
            let Some(table) = tables.get(name) else { continue };
            scalars(table, wanted.projection.iter().flat_map(|it| it.paths()))?;
            match check::key(table, &wanted.get.key) {
                Ok(key) => {
                    if !seen.insert(key.row.clone()) {
                        return Err(invalid(
                            "Transaction request cannot include multiple operations on one item",
                        ));
                    }
                    places.push((table.clone(), key));
                    reasons.push(unhurt());
                }
                Err(error) => reasons.push(reason(error)?),
            }
        }
        match places.len() == wanted.len() {
            true => Ok(places),
            false => Err(cancelled(reasons)),
        }
    }
}
