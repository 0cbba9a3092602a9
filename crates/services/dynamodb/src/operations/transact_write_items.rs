//! `TransactWriteItems`.

use crate::Dynamodb;
use crate::capacity::Told;
use crate::errors::invalid;
use crate::forms::{self, Conditional};
use crate::tokens::Token;
use crate::transactions::{Outcome, Part};
use crate::value::{Item, check_item, check_size};
use crate::writes::{self, Action, Wish};
use platform::{Context, Handler, Result};
use shapes::dynamodb::{
    ConditionCheck, Delete, ItemCollectionMetrics, Put, TransactWriteItem, TransactWriteItemsInput,
    TransactWriteItemsOutput, Update, ops,
};
use std::collections::BTreeMap;

impl Handler<ops::TransactWriteItems> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: TransactWriteItemsInput,
    ) -> Result<TransactWriteItemsOutput> {
        let token = input.client_request_token.filter(|token| !token.is_empty());
        let written = token.as_ref().map(|_| format!("{:?}", input.transact_items));
        let token = token.zip(written).map(|(token, written)| Token::new(cx, &token, &written));
        let parts: Vec<Part> = input.transact_items.into_iter().map(part).collect::<Result<_>>()?;
        let outcome = self.transact(cx, &parts, token).await?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let collections = input.return_item_collection_metrics.as_deref();
        Ok(TransactWriteItemsOutput {
            consumed_capacity: outcome.tell(told),
            item_collection_metrics: writes::wants_collections(collections)
                .then(|| metrics(&outcome)),
        })
    }
}

/// What is told of the collections of the items that were written.
fn metrics(outcome: &Outcome) -> BTreeMap<String, Vec<ItemCollectionMetrics>> {
    let mut metrics: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for (name, table, item) in &outcome.written {
        if let Some(collection) = writes::collection(table, item) {
            let of_table = metrics.entry(name.clone()).or_default();
            if !of_table.contains(&collection) {
                of_table.push(collection);
            }
        }
    }
    metrics
}

fn part(item: TransactWriteItem) -> Result<Part> {
    let TransactWriteItem { condition_check, put, delete, update } = item;
    match (condition_check, put, delete, update) {
        (Some(check), None, None, None) => checked(check),
        (None, Some(put), None, None) => self::put(put),
        (None, None, Some(delete), None) => self::delete(delete),
        (None, None, None, Some(update)) => self::update(update),
        (None, None, None, None) => Err(invalid(
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request",
        )),
        _ => Err(invalid("TransactItems can only contain one of Check, Put, Update or Delete")),
    }
}

fn condition<'a>(
    expression: Option<&'a str>,
    names: Option<BTreeMap<String, String>>,
    values: Option<Item>,
) -> Conditional<'a> {
    Conditional { expression, names, values, ..Default::default() }
}

fn of_part(
    table: String,
    action: Action,
    condition: Option<crate::expression::Condition>,
    tells: Option<&str>,
) -> Part {
    let tells_failed = writes::tells_failed(tells);
    Part { table, wish: Wish { action, condition, tells_failed, is_watched: true } }
}

fn checked(mut check: ConditionCheck) -> Result<Part> {
    let (names, values) = (check.expression_attribute_names, check.expression_attribute_values);
    let when = forms::condition(condition(Some(&check.condition_expression), names, values))?;
    check_item(&mut check.key)?;
    let tells = check.return_values_on_condition_check_failure;
    Ok(of_part(check.table_name, Action::Check(check.key), when, tells.as_deref()))
}

fn put(mut put: Put) -> Result<Part> {
    let (names, values) = (put.expression_attribute_names, put.expression_attribute_values);
    let when = forms::condition(condition(put.condition_expression.as_deref(), names, values))?;
    check_item(&mut put.item)?;
    check_size(&put.item, false)?;
    let tells = put.return_values_on_condition_check_failure;
    Ok(of_part(put.table_name, Action::Put(put.item), when, tells.as_deref()))
}

fn delete(mut delete: Delete) -> Result<Part> {
    let (names, values) = (delete.expression_attribute_names, delete.expression_attribute_values);
    let when = forms::condition(condition(delete.condition_expression.as_deref(), names, values))?;
    check_item(&mut delete.key)?;
    let tells = delete.return_values_on_condition_check_failure;
    Ok(of_part(delete.table_name, Action::Delete(delete.key), when, tells.as_deref()))
}

fn update(mut update: Update) -> Result<Part> {
    let (names, values) = (update.expression_attribute_names, update.expression_attribute_values);
    let when = condition(update.condition_expression.as_deref(), names, values);
    let (does, when) = forms::update(Some(&update.update_expression), None, when)?;
    check_item(&mut update.key)?;
    let tells = update.return_values_on_condition_check_failure;
    Ok(of_part(update.table_name, Action::Update(update.key, does), when, tells.as_deref()))
}
