//! `Scan`.

use crate::Dynamodb;
use crate::capacity::{Kind, Told};
use crate::errors::invalid;
use crate::forms::{self, Finding};
use crate::rows::read::{self, Question};
use crate::search::{self, Asked};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ScanInput, ScanOutput};

impl Handler<ops::Scan> for Dynamodb {
    async fn handle(&self, cx: &Context, input: ScanInput) -> Result<ScanOutput> {
        let segment = segment(input.segment, input.total_segments)?;
        let asked = Asked {
            select: input.select.as_deref(),
            names_by: forms::names_by(&input.projection_expression, &input.attributes_to_get),
            by_index: input.index_name.is_some(),
        };
        let selection = asked.selection()?;
        let found = forms::scan(Finding {
            filter: input.filter_expression.as_deref(),
            projection: input.projection_expression.as_deref(),
            names: input.expression_attribute_names,
            values: input.expression_attribute_values,
            legacy_filter: input.scan_filter,
            operator: input.conditional_operator.as_deref(),
            attributes: input.attributes_to_get,
        })?;
        let table = self.table(cx, &input.table_name).await?;
        let index = search::index(&table, input.index_name.as_deref(), input.consistent_read)?;
        let (projection, filter) = (found.projection.as_ref(), found.filter.as_ref());
        search::scalars(&table, projection.into_iter().flat_map(|it| it.paths()))?;
        let fetches = search::fetches(&table, index, &selection, (projection, filter))?;
        let mut question = Question {
            limit: input.limit.and_then(|limit| usize::try_from(limit).ok()),
            filter,
            projection,
            counts: selection.counts,
            fetches,
            ..Question::scan(&table, index, segment)
        };
        if let Some(key) = input.exclusive_start_key {
            let (_, row) = search::start(&question, key, index.is_some())?;
            within(&question, &row, segment)?;
            question = question.behind(&row);
        }
        let page = read::page(self, &question).await?;
        let told = Told::of(input.return_consumed_capacity.as_deref());
        let cost = search::cost(index, Kind::read(input.consistent_read), &page);
        self.spend(&table, None, &cost)?;
        cost.count(cx, &table.name);
        Ok(ScanOutput {
            consumed_capacity: cost.tell(told, &input.table_name),
            items: (!selection.counts).then_some(page.items),
            count: i32::try_from(page.count).ok(),
            scanned_count: i32::try_from(page.scanned).ok(),
            last_evaluated_key: page.last,
        })
    }
}

/// Which segment, of how many.
fn segment(segment: Option<i32>, total: Option<i32>) -> Result<(u32, u32)> {
    let missing = |what, present| {
        invalid(format!(
            "The {what} parameter is required but was not present in the request when {present} is \
             present"
        ))
    };
    let (segment, total) = match (segment, total) {
        (None, None) => (0, 1),
        (Some(_), None) => return Err(missing("TotalSegments", "Segment parameter")),
        (None, Some(_)) => return Err(missing("Segment", "parameter TotalSegments")),
        (Some(segment), Some(total)) => (segment, total),
    };
    if segment >= total {
        return Err(invalid(format!(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: \
             Segment: {segment} is not less than TotalSegments: {total}"
        )));
    }
    Ok((u32::try_from(segment).unwrap_or(0), u32::try_from(total).unwrap_or(1)))
}

/// Refuses to begin in another segment.
fn within(question: &Question<'_>, row: &[u8], (segment, total): (u32, u32)) -> Result<()> {
    let rows = &question.range;
    if row >= rows.start.as_slice() && rows.end.as_deref().is_none_or(|end| row < end) {
        return Ok(());
    }
    Err(invalid(format!(
        "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use \
         ExclusiveStartKey with correct Segment. TotalSegments: {total} Segment: {segment}"
    )))
}
