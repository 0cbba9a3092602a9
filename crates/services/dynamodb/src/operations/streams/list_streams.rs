//! `ListStreams`.

use crate::Dynamodb;
use crate::records::stream::{STREAMS, key};
use platform::{Arn, Context, Handler, Result, scoped};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{ListStreamsInput, ListStreamsOutput, Stream};
use store::{KeyRange, Scan};

/// "The maximum number of streams to return. The upper limit is 100."
const PAGE: usize = 100;

impl Handler<ops::ListStreams> for Dynamodb {
    async fn handle(&self, cx: &Context, input: ListStreamsInput) -> Result<ListStreamsOutput> {
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let prefix = match &input.table_name {
            Some(table) => key(&cx.account, &cx.region, crate::tables::name_of(cx, table)?, ""),
            None => scoped(&cx.account, &cx.region, &[""]),
        };
        let mut range = KeyRange::prefix(&prefix);
        if let Some(after) = input.exclusive_start_stream_arn.as_deref().and_then(place(cx)) {
            range = range.after(&after);
        }
        let (mut streams, mut last) = (Vec::new(), None);
        'pages: loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let rows = STREAMS.scan(cx.tables(), scan).await?;
            let is_last = rows.len() < PAGE;
            for (key, stream) in rows {
                range = range.after(&key);
                if stream.is_gone(cx.now()) {
                    continue;
                }
                if streams.len() == limit {
                    last = streams.last().and_then(|it: &Stream| it.stream_arn.clone());
                    break 'pages;
                }
                streams.push(Stream {
                    stream_arn: Some(stream.arn()),
                    table_name: Some(stream.table),
                    stream_label: Some(stream.label),
                });
            }
            if is_last {
                break;
            }
        }
        Ok(ListStreamsOutput { streams: Some(streams), last_evaluated_stream_arn: last })
    }
}

/// Where a stream lies in the list, by its ARN.
fn place(cx: &Context) -> impl Fn(&str) -> Option<Vec<u8>> {
    let (account, region) = (cx.account.clone(), cx.region.clone());
    move |arn| {
        let arn = Arn::parse(arn)?;
        let (table, label) = arn.resource.strip_prefix("table/")?.split_once("/stream/")?;
        Some(key(&account, &region, table, label))
    }
}
