//! `UpdateItem`.

use crate::Dynamodb;
use crate::capacity::Told;
use crate::forms::{self, Conditional};
use crate::value::{Item, check_item};
use crate::writes::{self, Action, Done, Wish};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateItemInput, UpdateItemOutput};

impl Handler<ops::UpdateItem> for Dynamodb {
    async fn handle(&self, cx: &Context, mut input: UpdateItemInput) -> Result<UpdateItemOutput> {
        let conditional = Conditional {
            expression: input.condition_expression.as_deref(),
            names: input.expression_attribute_names,
            values: input.expression_attribute_values,
            expected: input.expected,
            operator: input.conditional_operator.as_deref(),
        };
        let (update, condition) = forms::update(
            input.update_expression.as_deref(),
            input.attribute_updates,
            conditional,
        )?;
        check_item(&mut input.key)?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let collections = input.return_item_collection_metrics.as_deref();
        let wish = Wish {
            action: Action::Update(input.key, update),
            condition,
            tells_failed: writes::tells_failed(
                input.return_values_on_condition_check_failure.as_deref(),
            ),
            is_watched: true,
        };
        let done = self.fulfil(cx, &input.table_name, &wish).await?;
        let item_collection_metrics = match (writes::wants_collections(collections), &wish.action) {
            (true, Action::Update(key, _)) => writes::collection(&done.table, key),
            _ => None,
        };
        Ok(UpdateItemOutput {
            consumed_capacity: done.cost().tell(told, &input.table_name),
            item_collection_metrics,
            attributes: returned(input.return_values.as_deref(), done),
        })
    }
}

/// What `ReturnValues` asks for.
fn returned(asked: Option<&str>, done: Done) -> Option<Item> {
    let applied = done.applied;
    let item = match asked {
        Some("ALL_OLD") => done.before,
        Some("ALL_NEW") => done.after,
        Some("UPDATED_OLD") => applied.filter(|_| done.before.is_some()).map(|it| it.old),
        Some("UPDATED_NEW") => applied.map(|it| it.new),
        _ => None,
    };
    item.filter(|item| !item.is_empty())
}
