//! `PutItem`.

use crate::Dynamodb;
use crate::capacity::Told;
use crate::forms::{self, Conditional};
use crate::value::{check_item, check_size};
use crate::writes::{self, Action, Wish};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{PutItemInput, PutItemOutput};

impl Handler<ops::PutItem> for Dynamodb {
    async fn handle(&self, cx: &Context, mut input: PutItemInput) -> Result<PutItemOutput> {
        let condition = forms::condition(Conditional {
            expression: input.condition_expression.as_deref(),
            names: input.expression_attribute_names,
            values: input.expression_attribute_values,
            expected: input.expected,
            operator: input.conditional_operator.as_deref(),
        })?;
        check_item(&mut input.item)?;
        let wants_old = writes::wants_old(input.return_values.as_deref())?;
        check_size(&input.item, false)?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let collections = input.return_item_collection_metrics.as_deref();
        let wish = Wish {
            action: Action::Put(input.item),
            condition,
            tells_failed: writes::tells_failed(
                input.return_values_on_condition_check_failure.as_deref(),
            ),
            is_watched: wants_old || told != Told::Nothing,
        };
        let done = self.fulfil(cx, &input.table_name, &wish).await?;
        let item_collection_metrics = match (writes::wants_collections(collections), &done.after) {
            (true, Some(item)) => writes::collection(&done.table, item),
            _ => None,
        };
        Ok(PutItemOutput {
            consumed_capacity: done.cost().tell(told, &input.table_name),
            item_collection_metrics,
            attributes: done.before.filter(|_| wants_old),
        })
    }
}
