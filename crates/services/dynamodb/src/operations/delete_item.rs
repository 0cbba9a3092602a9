//! `DeleteItem`.

use crate::Dynamodb;
use crate::capacity::Told;
use crate::forms::{self, Conditional};
use crate::value::check_item;
use crate::writes::{self, Action, Wish};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteItemInput, DeleteItemOutput};

impl Handler<ops::DeleteItem> for Dynamodb {
    async fn handle(&self, cx: &Context, mut input: DeleteItemInput) -> Result<DeleteItemOutput> {
        let condition = forms::condition(Conditional {
            expression: input.condition_expression.as_deref(),
            names: input.expression_attribute_names,
            values: input.expression_attribute_values,
            expected: input.expected,
            operator: input.conditional_operator.as_deref(),
        })?;
        check_item(&mut input.key)?;
        let wants_old = writes::wants_old(input.return_values.as_deref())?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let collections = input.return_item_collection_metrics.as_deref();
        let wants_collections = writes::wants_collections(collections);
        let wish = Wish {
            action: Action::Delete(input.key),
            condition,
            tells_failed: writes::tells_failed(
                input.return_values_on_condition_check_failure.as_deref(),
            ),
            is_watched: wants_old || told != Told::Nothing || wants_collections,
        };
        let done = self.fulfil(cx, &input.table_name, &wish).await?;
        let item_collection_metrics = match (wants_collections, &wish.action) {
            (true, Action::Delete(key)) => writes::collection(&done.table, key),
            _ => None,
        };
        Ok(DeleteItemOutput {
            consumed_capacity: done.cost().tell(told, &input.table_name),
            item_collection_metrics,
            attributes: done.before.filter(|_| wants_old),
        })
    }
}
