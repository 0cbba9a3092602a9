//! `ListEventSourceMappings`.

use crate::names::FunctionName;
use crate::records::mapping::{self, MAPPINGS};
use crate::{Pipelines, encryption};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::ListEventSourceMappings;
use shapes::lambda::{ListEventSourceMappingsRequest, ListEventSourceMappingsResponse};
use store::Scan;

/// "ListEventSourceMappings returns a maximum of 100 items in each response, even if you set the
/// number higher."
const MOST_ITEMS: usize = 100;

impl Handler<ListEventSourceMappings> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: ListEventSourceMappingsRequest,
    ) -> Result<ListEventSourceMappingsResponse> {
        let function = match &input.function_name {
            Some(name) => Some(FunctionName::parse(cx, name)?.arn(cx)),
            None => None,
        };
        let mut scan = Scan::prefix(&mapping::key(&cx.account, &cx.region, ""));
        if let Some(marker) = &input.marker {
            scan.range = scan.range.after(&mapping::key(&cx.account, &cx.region, marker));
        }
        let mut found =
            MAPPINGS.scan(cx.tables(), scan).await?.into_iter().map(|(_, it)| it).filter(|it| {
                let right_stream =
                    input.event_source_arn.as_ref().is_none_or(|arn| *arn == it.source_arn);
                right_stream && function.as_ref().is_none_or(|arn| *arn == it.function_arn())
            });
        let most = input.max_items.and_then(|it| usize::try_from(it).ok()).unwrap_or(MOST_ITEMS);
        let page: Vec<_> = found.by_ref().take(most.clamp(1, MOST_ITEMS)).collect();
        let more = found.next().is_some();
        let next_marker = page.last().filter(|_| more).map(|last| last.uuid.clone());
        let mut event_source_mappings = Vec::with_capacity(page.len());
        for mapping in &page {
            event_source_mappings.push(encryption::closed(self.view_anew(mapping).await));
        }
        let event_source_mappings = Some(event_source_mappings);
        Ok(ListEventSourceMappingsResponse { next_marker, event_source_mappings })
    }
}
