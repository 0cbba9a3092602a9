//! Kinesis streams that get the changes of a table's items.

use crate::change::Changing;
use crate::errors::invalid;
use crate::records::outbox::{OUTBOXES, OutboxRecord};
use crate::records::table::{Destination, TableRecord};
use crate::streams::outbox;
use crate::{Dynamodb, states};
use platform::{Context, Error, Result};
use shapes::Timestamp;
use shapes::dynamodb::errors::RESOURCE_NOT_FOUND_EXCEPTION;
use shapes::kinesis::DescribeStreamSummaryInput;
use shapes::kinesis::ops::DescribeStreamSummary;

const ACTIVE: &str = "ACTIVE";
const DISABLED: &str = "DISABLED";
/// The one precision that is told of in records.
const FINE: &str = "MICROSECOND";

impl Destination {
    /// What is told of how far it is.
    pub(crate) fn shown(&self, service: &Dynamodb, now: Timestamp) -> &str {
        let lasts = i64::try_from(service.config.transition.as_millis()).unwrap_or(i64::MAX);
        let is_passing = now.millis() < self.changed_ms.saturating_add(lasts);
        if is_passing && !self.passing.is_empty() { &self.passing } else { &self.status }
    }
}

impl Dynamodb {
    /// Has a Kinesis stream get the changes of a table's items.
    ///
    /// # Errors
    /// There is no such table or stream, or the table has such a stream already.
    pub(crate) async fn enable_destination(
        &self,
        cx: &Context,
        table: &str,
        stream_arn: &str,
        precision: Option<&str>,
    ) -> Result<()> {
        self.table_itself(cx, table).await?;
        check_stream(cx, stream_arn).await?;
        let now = cx.now();
        let enable = |table: &mut TableRecord, changing: &mut Changing| {
            states::demand_lasting(table, now.millis())?;
            if table.destinations.iter().any(|it| it.status != DISABLED || it.is_passing(self, now))
            {
                return Err(invalid(
                    "Table is not in a valid state to enable Kinesis Streaming Destination: \
                     EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform \
                     ENABLE operation.",
                ));
            }
            let outbox = changing.number();
            let record = outbox_of(table, stream_arn, precision);
            let batch = std::mem::take(&mut changing.batch);
            changing.batch = outbox::open(batch, outbox, &record, now)?;
            table.destinations.retain(|it| it.stream_arn != stream_arn);
            table.destinations.push(Destination {
                stream_arn: stream_arn.to_owned(),
                status: ACTIVE.to_owned(),
                precision: precision.unwrap_or_default().to_owned(),
                changed_ms: now.millis(),
                passing: "ENABLING".to_owned(),
                outbox,
            });
            Ok(())
        };
        self.change_table(cx, table, enable).await.map(drop)
    }

    /// Has a Kinesis stream get no more of a table's changes than were made.
    ///
    /// # Errors
    /// There is no such table, or the stream gets none.
    pub(crate) async fn disable_destination(
        &self,
        cx: &Context,
        table: &str,
        stream_arn: &str,
    ) -> Result<()> {
        let now = cx.now();
        let disable = |table: &mut TableRecord, changing: &mut Changing| {
            let found = table.destinations.iter_mut().find(|it| it.stream_arn == stream_arn);
            let Some(found) = found.filter(|it| it.shown(self, now) == ACTIVE) else {
                return Err(invalid(
                    "Table is not in a valid state to enable Kinesis Streaming Destination: \
                     KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.",
                ));
            };
            found.status = DISABLED.to_owned();
            found.passing = "DISABLING".to_owned();
            found.changed_ms = now.millis();
            changing.batch = outbox::close(std::mem::take(&mut changing.batch), found.outbox);
            Ok(())
        };
        self.change_table(cx, table, disable).await.map(drop)
    }

    /// Changes how precisely a stream is told when a change was made.
    ///
    /// # Errors
    /// There is no such table, the stream gets none of its changes, or nothing would change.
    pub(crate) async fn update_destination(
        &self,
        cx: &Context,
        table: &str,
        stream_arn: &str,
        precision: &str,
    ) -> Result<()> {
        let now = cx.now();
        let update = |table: &mut TableRecord, changing: &mut Changing| {
            let (record, found) = (
                outbox_of(table, stream_arn, Some(precision)),
                table.destinations.iter_mut().find(|it| it.stream_arn == stream_arn),
            );
            let Some(found) = found.filter(|it| it.shown(self, now) == ACTIVE) else {
                return Err(invalid(
                    "Table is not in a valid state to enable Kinesis Streaming Destination: \
                     KinesisStreamingDestination must be ACTIVE to perform UPDATE operation.",
                ));
            };
            if found.precision == precision {
                return Err(invalid(format!(
                    "Invalid Request: Precision is already set to the desired value of {precision} for \
                     tableId: {}, kdsArn: {stream_arn}",
                    table.uuid
                )));
            }
            found.precision = precision.to_owned();
            found.passing = "UPDATING".to_owned();
            found.changed_ms = now.millis();
            let batch = std::mem::take(&mut changing.batch);
            let key = found.outbox.to_be_bytes();
            changing.batch = batch.put(OUTBOXES.table, key, OUTBOXES.encode(&record)?);
            Ok(())
        };
        self.change_table(cx, table, update).await.map(drop)
    }
}

impl Destination {
    fn is_passing(&self, service: &Dynamodb, now: Timestamp) -> bool {
        self.shown(service, now) != self.status
    }
}

fn outbox_of(table: &TableRecord, stream_arn: &str, precision: Option<&str>) -> OutboxRecord {
    OutboxRecord {
        account: table.account.clone(),
        region: table.region.clone(),
        table: table.name.clone(),
        stream_arn: stream_arn.to_owned(),
        is_fine: precision == Some(FINE),
    }
}

/// Whether there is a stream that can get changes, and the caller may know of it.
async fn check_stream(cx: &Context, stream_arn: &str) -> Result<()> {
    let stream_arn = Some(stream_arn.to_owned());
    let input = DescribeStreamSummaryInput { stream_arn, ..Default::default() };
    match cx.call::<DescribeStreamSummary>(input).await {
        Ok(_) => Ok(()),
        Err(error) if error.is(&shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION) => {
            Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, error.message))
        }
        Err(error) if error.is_server_fault() => Err(error),
        Err(error) => Err(invalid(error.message)),
    }
}
