//! `Query`.

use crate::Dynamodb;
use crate::capacity::{Kind, Told};
use crate::errors::invalid;
use crate::expression::KeyRange;
use crate::forms::{self, Finding};
use crate::rows::layout::spread;
use crate::rows::read::{self, Question};
use crate::search::{self, Asked};
use crate::value::{Item, key_bytes};
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{QueryInput, QueryOutput};

impl Handler<ops::Query> for Dynamodb {
    async fn handle(&self, cx: &Context, input: QueryInput) -> Result<QueryOutput> {
        let asked = Asked {
            select: input.select.as_deref(),
            names_by: forms::names_by(&input.projection_expression, &input.attributes_to_get),
            by_index: input.index_name.is_some(),
        };
        // AWS words it so where it is a query, and without the beginning where it is a scan.
        let counted =
            |error: Error| invalid(format!("1 validation error detected: {}", error.message));
        let selection = asked.selection().map_err(counted)?;
        let found = forms::query(
            input.key_condition_expression.as_deref(),
            input.key_conditions,
            Finding {
                filter: input.filter_expression.as_deref(),
                projection: input.projection_expression.as_deref(),
                names: input.expression_attribute_names,
                values: input.expression_attribute_values,
                legacy_filter: input.query_filter,
                operator: input.conditional_operator.as_deref(),
                attributes: input.attributes_to_get,
            },
        )?;
        let table = self.table(cx, &input.table_name).await?;
        let index = search::index(&table, input.index_name.as_deref(), input.consistent_read)?;
        let schema = index.map_or(&table.schema, |index| &index.schema);
        let range = forms::range_of(&found.key, schema)?;
        let (projection, filter) = (found.projection.as_ref(), found.filter.as_ref());
        search::scalars(&table, projection.into_iter().flat_map(|it| it.paths()))?;
        if let Some(filter) = filter {
            let keys: Vec<&str> = schema.attributes().map(|key| &*key.name).collect();
            filter.check_no_key(found.filter_by, &keys)?;
        }
        let fetches = search::fetches(&table, index, &selection, (projection, filter))?;
        let mut question = Question {
            is_reverse: input.scan_index_forward == Some(false),
            limit: input.limit.and_then(|limit| usize::try_from(limit).ok()),
            filter,
            projection,
            counts: selection.counts,
            fetches,
            ..Question::query(&table, index, &range)
        };
        if let Some(key) = input.exclusive_start_key {
            let (key, row) = search::start(&question, key, true)?;
            within(&question, &range, &key, &row)?;
            question = question.behind(&row);
        }
        let page = read::page(self, &question).await?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let cost = search::cost(index, Kind::read(input.consistent_read), &page);
        self.spend(&table, Some(spread(&key_bytes(&range.hash.1))), &cost)?;
        cost.count(cx, &table.name);
        Ok(QueryOutput {
            consumed_capacity: cost.tell(told, &input.table_name),
            items: (!selection.counts).then_some(page.items),
            count: i32::try_from(page.count).ok(),
            scanned_count: i32::try_from(page.scanned).ok(),
            last_evaluated_key: page.last,
        })
    }
}

/// Refuses to begin where the query does not read.
fn within(question: &Question<'_>, range: &KeyRange, key: &Item, row: &[u8]) -> Result<()> {
    let hashes = std::iter::once(&range.hash).chain(&range.more_hash);
    if hashes.into_iter().any(|(name, value)| key.get(name) != Some(value)) {
        return Err(invalid(
            "The provided starting key is outside query boundaries based on provided conditions",
        ));
    }
    let rows = &question.range;
    if row < rows.start.as_slice() || rows.end.as_deref().is_some_and(|end| end <= row) {
        let words = "The provided starting key does not match the range key predicate";
        return Err(invalid(words));
    }
    Ok(())
}
