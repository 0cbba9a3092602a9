//! What the operations ask leave for: the ARN of a table, an index or a stream ("Actions, resources,
//! and condition keys for Amazon DynamoDB"). Batches ask for each table once, transactions and
//! statements for what each of their parts does.

use crate::partiql::{self, Statement};
use platform::{Asks, Context};
use shapes::dynamodb as wire;
use std::collections::BTreeSet;

/// A table, by its name or ARN.
pub(crate) fn table(cx: &Context, name: &str) -> Asks {
    Asks::on(arn(cx, name))
}

/// A table, or the index of it that is named.
pub(crate) fn indexed(cx: &Context, name: &str, index: Option<&String>) -> Asks {
    match index {
        Some(index) => Asks::on(format!("{}/index/{index}", arn(cx, name))),
        None => table(cx, name),
    }
}

/// What has this ARN.
pub(crate) fn of_arn(arn: &str) -> Asks {
    Asks::on(arn)
}

/// A stream, by its ARN. Streams are read by actions of DynamoDB itself.
pub(crate) fn stream(action: &'static str, arn: &str) -> Asks {
    Asks::action(action, arn)
}

/// The stream that a shard iterator was made for, with whose ARN it begins.
pub(crate) fn iterated(action: &'static str, iterator: &str) -> Asks {
    match iterator.split_once('|') {
        Some((arn, _)) if arn.starts_with("arn:") => stream(action, arn),
        _ => stream(action, "*"),
    }
}

/// A table that is to be made and, where they are given, its tags and its policy.
pub(crate) fn created(cx: &Context, input: &wire::CreateTableInput) -> Asks {
    let arn = arn(cx, &input.table_name);
    let is_tagged = platform::lists_any(&input.tags);
    let has_policy = input.resource_policy.is_some();
    Asks::on(&arn).and_where(is_tagged, "dynamodb:TagResource", &arn).and_where(
        has_policy,
        "dynamodb:PutResourcePolicy",
        &arn,
    )
}

/// Several tables.
pub(crate) fn each<'a>(
    action: &'static str,
    cx: &Context,
    names: impl IntoIterator<Item = &'a String>,
) -> Asks {
    let each = names.into_iter().map(|name| arn(cx, name));
    each.fold(Asks::nothing(), |asks, arn| asks.and(action, arn))
}

/// What a transaction reads.
pub(crate) fn gotten(cx: &Context, input: &wire::TransactGetItemsInput) -> Asks {
    let names = input.transact_items.iter().map(|item| &item.get.table_name);
    each("dynamodb:GetItem", cx, names.collect::<BTreeSet<_>>())
}

/// What a transaction checks and writes.
pub(crate) fn written(cx: &Context, input: &wire::TransactWriteItemsInput) -> Asks {
    let mut all = BTreeSet::new();
    for item in &input.transact_items {
        let of = [
            ("dynamodb:ConditionCheckItem", item.condition_check.as_ref().map(|it| &it.table_name)),
            ("dynamodb:DeleteItem", item.delete.as_ref().map(|it| &it.table_name)),
            ("dynamodb:PutItem", item.put.as_ref().map(|it| &it.table_name)),
            ("dynamodb:UpdateItem", item.update.as_ref().map(|it| &it.table_name)),
        ];
        all.extend(of.into_iter().filter_map(|(action, name)| Some((action, name?))));
    }
    all.into_iter().fold(Asks::nothing(), |asks, (action, name)| asks.and(action, arn(cx, name)))
}

/// What statements of PartiQL do.
pub(crate) fn stated<'a>(cx: &Context, all: impl IntoIterator<Item = &'a String>) -> Asks {
    let all: BTreeSet<_> = all.into_iter().map(|text| stated_one(cx, text)).collect();
    all.into_iter().fold(Asks::nothing(), |asks, (action, arn)| asks.and(action, arn))
}

/// The action and the resource of a statement. One that cannot be read does nothing, and is refused
/// when leave was given to read any table.
fn stated_one(cx: &Context, text: &str) -> (&'static str, String) {
    let Ok((statement, _)) = partiql::parse(text) else {
        return ("dynamodb:PartiQLSelect", cx.arn("dynamodb", "table/*"));
    };
    let action = match &statement {
        Statement::Select(_) | Statement::Exists(_) => "dynamodb:PartiQLSelect",
        Statement::Insert(_) => "dynamodb:PartiQLInsert",
        Statement::Update(_) => "dynamodb:PartiQLUpdate",
        Statement::Delete(_) => "dynamodb:PartiQLDelete",
    };
    let source = statement.source();
    let table = arn(cx, &source.table);
    match &source.index {
        Some(index) => (action, format!("{table}/index/{index}")),
        None => (action, table),
    }
}

fn arn(cx: &Context, name: &str) -> String {
    match name.starts_with("arn:") {
        true => name.to_owned(),
        false => cx.arn("dynamodb", format_args!("table/{name}")),
    }
}

#[cfg(test)]
mod tests;
