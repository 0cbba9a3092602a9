//! What CloudWatch is told of tables ("DynamoDB Metrics and dimensions"): how calls end, where every call
//! passes; what they cost, where that is known; and what is provisioned, every minute.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind};
use crate::errors::CONDITION_FAILED;
use crate::records::outbox::OutboxRecord;
use crate::records::table::{Billing, Scope, TABLES, TableRecord, Units};
use crate::streams::iterator::ShardIterator;
use platform::metrics::{Gauges, Metric, Owner};
use platform::{BoxFuture, Context, Ending, Error, Measures, Platform, Result};
use shapes::dynamodb as it;
use shapes::dynamodbstreams as of_streams;
use shapes::{OperationSchema, Shape, Timestamp};
use std::any::Any;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Scan;

const fn count(name: &'static str) -> Metric {
    Metric::new("AWS/DynamoDB", name, "Count")
}

static LATENCY: Metric = Metric::new("AWS/DynamoDB", "SuccessfulRequestLatency", "Milliseconds");
static ITEMS: Metric = count("ReturnedItemCount");
static RECORDS: Metric = count("ReturnedRecordsCount");
static CONDITION_CHECKS: Metric = count("ConditionalCheckFailedRequests");
static CONFLICTS: Metric = count("TransactionConflict");
static THROTTLED: Metric = count("ThrottledRequests");
static READ_THROTTLES: Metric = count("ReadThrottleEvents");
static WRITE_THROTTLES: Metric = count("WriteThrottleEvents");
static USER_ERRORS: Metric = count("UserErrors");
static SYSTEM_ERRORS: Metric = count("SystemErrors");
static READ: Metric = count("ConsumedReadCapacityUnits");
static WRITTEN: Metric = count("ConsumedWriteCapacityUnits");
static EXPIRED: Metric = count("TimeToLiveDeletedItemCount");
static NOT_REPLICATED: Metric = count("FailedToReplicateRecordCount");
static PROVISIONED_READ: Metric = count("ProvisionedReadCapacityUnits");
static PROVISIONED_WRITE: Metric = count("ProvisionedWriteCapacityUnits");

/// How many tables are read at once.
const PAGE: usize = 1000;

/// A call that is under way.
struct Call {
    platform: Arc<Platform>,
    account: Arc<str>,
    region: Arc<str>,
    operation: &'static str,
    begun: Timestamp,
    /// The names of the tables that it is about.
    tables: BTreeSet<String>,
    /// Of a table's stream, its label.
    stream_label: Option<String>,
}

impl Measures for Dynamodb {
    fn begun(
        &self,
        context: &Context,
        operation: &'static OperationSchema,
        input: &dyn Shape,
    ) -> Option<Box<dyn Ending>> {
        if context.is_looking() {
            return None;
        }
        let stream = stream_of(input, context.now());
        let tables = match &stream {
            Some((table, _)) => BTreeSet::from([table.clone()]),
            None => tables_of(input),
        };
        Some(Box::new(Call {
            platform: self.platform.clone(),
            account: context.account.clone(),
            region: context.region.clone(),
            operation: operation.name,
            begun: context.now(),
            tables,
            stream_label: stream.map(|(_, label)| label),
        }))
    }
}

/// The name of the table that a name or an ARN stands for.
fn name(name_or_arn: &str) -> String {
    name_or_arn.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The tables whose items a call is about.
fn tables_of(input: &dyn Shape) -> BTreeSet<String> {
    let any: &dyn Any = input;
    macro_rules! one {
        ($($input:ident),+) => {
            $(if let Some(given) = any.downcast_ref::<it::$input>() {
                return BTreeSet::from([name(&given.table_name)]);
            })+
        };
    }
    one!(GetItemInput, PutItemInput, UpdateItemInput, DeleteItemInput, QueryInput, ScanInput);
    if let Some(given) = any.downcast_ref::<it::BatchGetItemInput>() {
        return given.request_items.keys().map(|it| name(it)).collect();
    }
    if let Some(given) = any.downcast_ref::<it::BatchWriteItemInput>() {
        return given.request_items.keys().map(|it| name(it)).collect();
    }
    if let Some(given) = any.downcast_ref::<it::TransactGetItemsInput>() {
        return given.transact_items.iter().map(|it| name(&it.get.table_name)).collect();
    }
    if let Some(given) = any.downcast_ref::<it::TransactWriteItemsInput>() {
        return given.transact_items.iter().filter_map(written_by).map(name).collect();
    }
    BTreeSet::new()
}

fn written_by(part: &it::TransactWriteItem) -> Option<&str> {
    let put = part.put.as_ref().map(|it| &*it.table_name);
    let update = part.update.as_ref().map(|it| &*it.table_name);
    let delete = part.delete.as_ref().map(|it| &*it.table_name);
    let check = part.condition_check.as_ref().map(|it| &*it.table_name);
    put.or(update).or(delete).or(check)
}

/// The table and the label of the stream whose records a call wants.
fn stream_of(input: &dyn Shape, now: Timestamp) -> Option<(String, String)> {
    let any: &dyn Any = input;
    let given = any.downcast_ref::<of_streams::GetRecordsInput>()?;
    let iterator = ShardIterator::parse(&given.shard_iterator, now).ok()?;
    let (table, label) = iterator.stream_arn.split_once("/stream/")?;
    Some((name(table), label.to_owned()))
}

/// How many items an answer has that looks for them.
fn items_of(output: &dyn Shape) -> Option<i32> {
    let any: &dyn Any = output;
    let of_query = any.downcast_ref::<it::QueryOutput>().and_then(|it| it.count);
    of_query.or_else(|| any.downcast_ref::<it::ScanOutput>().and_then(|it| it.count))
}

/// Whether a call was refused because there were too many.
fn is_throttled(error: &Error) -> bool {
    let codes = ["ProvisionedThroughputExceededException", "ThrottlingException"];
    codes.contains(&error.code()) || error.code() == "RequestLimitExceeded"
}

impl Ending for Call {
    fn ended(self: Box<Self>, result: &Result<Box<dyn Shape>>) {
        match result {
            Ok(output) => self.done(&**output),
            Err(error) => self.failed(error),
        }
    }
}

impl Call {
    fn put(&self, dimensions: &[(&'static str, &str)], values: &[(&'static Metric, f64)]) {
        let owner = Owner { account: &self.account, region: &self.region };
        self.platform.metrics.count(self.platform.clock.now(), owner, dimensions, values);
    }

    /// Tells it of each table and the operation.
    fn of_operation(&self, values: &[(&'static Metric, f64)]) {
        for table in &self.tables {
            let dimensions = [("TableName", &**table), ("Operation", self.operation)];
            match &self.stream_label {
                Some(label) => {
                    let [table, operation] = dimensions;
                    self.put(&[table, operation, ("StreamLabel", label)], values);
                }
                None => self.put(&dimensions, values),
            }
        }
    }

    /// Tells it of each table.
    fn of_tables(&self, values: &[(&'static Metric, f64)]) {
        self.tables.iter().for_each(|table| self.put(&[("TableName", table)], values));
    }

    fn done(&self, output: &dyn Shape) {
        let took = self.platform.clock.now().millis().saturating_sub(self.begun.millis()).max(0);
        let latency = (&LATENCY, took as f64);
        let any: &dyn Any = output;
        let records = any.downcast_ref::<of_streams::GetRecordsOutput>();
        let records = records.map(|it| it.records.as_ref().map_or(0, Vec::len));
        match (items_of(output), records) {
            (Some(items), _) => self.of_operation(&[latency, (&ITEMS, f64::from(items))]),
            (_, Some(records)) => self.of_operation(&[latency, (&RECORDS, records as f64)]),
            _ => self.of_operation(&[latency]),
        }
    }

    fn failed(&self, error: &Error) {
        let is_read = ["Get", "Query", "Scan"].iter().any(|it| self.operation.contains(it));
        if error.code() == CONDITION_FAILED {
            self.of_tables(&[(&CONDITION_CHECKS, 1.0)]);
        } else if error.is_server_fault() {
            self.of_operation(&[(&SYSTEM_ERRORS, 1.0)]);
        } else if is_throttled(error) {
            self.of_operation(&[(&THROTTLED, 1.0)]);
            self.of_tables(&[(if is_read { &READ_THROTTLES } else { &WRITE_THROTTLES }, 1.0)]);
        } else if error.message.contains("TransactionConflict") {
            self.of_tables(&[(&CONFLICTS, 1.0)]);
        } else {
            self.put(&[], &[(&USER_ERRORS, 1.0)]);
        }
    }
}

impl Cost {
    /// Tells what a request has cost in a table, which is called so. What a local index costs is its
    /// table's.
    pub fn count(&self, cx: &Context, name_or_arn: &str) {
        let metric = match self.kind() {
            Kind::Write | Kind::TransactWrite => &WRITTEN,
            Kind::Eventual | Kind::Consistent | Kind::TransactRead => &READ,
        };
        let table = name_or_arn.rsplit('/').next().unwrap_or_default();
        let of_table = self.total() - self.of_globals().map(|(_, units)| units).sum::<f64>();
        if of_table > 0.0 {
            cx.count(&[("TableName", table)], &[(metric, of_table)]);
        }
        for (index, units) in self.of_globals().filter(|(_, units)| *units > 0.0) {
            let dimensions = [("TableName", table), ("GlobalSecondaryIndexName", index)];
            cx.count(&dimensions, &[(metric, units)]);
        }
    }
}

/// What is provisioned, of the tables of all accounts and regions.
impl Gauges for Dynamodb {
    fn gauge(self: Arc<Self>, now: Timestamp) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            if let Err(error) = self.tell_provisioned(now).await {
                tracing::warn!(%error, "it cannot be told what is provisioned");
            }
        })
    }
}

impl Dynamodb {
    async fn tell_provisioned(&self, now: Timestamp) -> Result<()> {
        let mut scan = Scan::prefix(b"").limit(PAGE);
        loop {
            let found = TABLES.scan(&*self.platform.store.tables, scan.clone()).await?;
            let tables = found.iter().map(|(_, table)| table);
            tables
                .filter(|it| it.billing == Billing::Provisioned)
                .for_each(|it| self.tell(now, it));
            match found.last() {
                Some((last, _)) if found.len() == PAGE => scan.range = scan.range.after(last),
                _ => return Ok(()),
            }
        }
    }

    /// An item of a table is gone because its time had come.
    pub(crate) fn count_expired(&self, table: &TableRecord) {
        let owner = Owner { account: &table.account, region: &table.region };
        let (now, dimensions) = (self.platform.clock.now(), [("TableName", &*table.name)]);
        self.platform.metrics.count(now, owner, &dimensions, &[(&EXPIRED, 1.0)]);
    }

    /// A change of a table did not go to its Kinesis stream, and never will.
    pub(crate) fn count_not_replicated(&self, outbox: &OutboxRecord) {
        let owner = Owner { account: &outbox.account, region: &outbox.region };
        let (now, dimensions) = (self.platform.clock.now(), [("TableName", &*outbox.table)]);
        self.platform.metrics.count(now, owner, &dimensions, &[(&NOT_REPLICATED, 1.0)]);
    }

    fn tell(&self, now: Timestamp, table: &TableRecord) {
        let owner = Owner { account: &table.account, region: &table.region };
        let put = |dimensions: &[(&'static str, &str)], units: Units| {
            let values =
                [(&PROVISIONED_READ, units.read as f64), (&PROVISIONED_WRITE, units.write as f64)];
            self.platform.metrics.count(now, owner, dimensions, &values);
        };
        let of_table = ("TableName", &*table.name);
        put(&[of_table], table.throughput.units);
        for index in table.indexes.iter().filter(|it| it.scope == Scope::Global) {
            let of_index = ("GlobalSecondaryIndexName", &*index.name);
            put(&[of_table, of_index], index.throughput.units);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_fixture::{global, setting, table};
    use platform::testing::{check_counted, counted};
    use shapes::AttributeValue;
    use shapes::dynamodb::ops;
    use std::collections::BTreeMap;

    fn item(values: &[(&str, &str)]) -> BTreeMap<String, AttributeValue> {
        let each = values.iter();
        each.map(|(name, it)| ((*name).to_owned(), AttributeValue::S((*it).to_owned()))).collect()
    }

    #[tokio::test]
    async fn calls_are_told_of_their_tables_and_what_they_cost() {
        let at = setting();
        let mut input = table("tab", false);
        input.attribute_definitions.as_mut().unwrap().push(crate::table_fixture::defined("g", "S"));
        input.global_secondary_indexes = Some(vec![global("by-g", "g")]);
        at.create(input).await.unwrap();
        let put = |condition: Option<&str>| it::PutItemInput {
            table_name: "tab".to_owned(),
            item: item(&[("a", "1"), ("g", "2")]),
            condition_expression: condition.map(ToOwned::to_owned),
            ..Default::default()
        };
        at.cx.call::<ops::PutItem>(put(None)).await.unwrap();
        at.cx.call::<ops::PutItem>(put(Some("attribute_not_exists(a)"))).await.unwrap_err();
        let scan = it::ScanInput { table_name: "tab".to_owned(), ..Default::default() };
        at.cx.call::<ops::Scan>(scan).await.unwrap();
        let get = it::GetItemInput {
            table_name: at.cx.arn("dynamodb", "table/tab"),
            key: item(&[("a", "1")]),
            ..Default::default()
        };
        at.cx.call::<ops::GetItem>(get.clone()).await.unwrap();
        let none = it::GetItemInput { table_name: "none".to_owned(), ..get };
        at.cx.call::<ops::GetItem>(none).await.unwrap_err();
        let expected = [
            ("SuccessfulRequestLatency TableName=tab Operation=PutItem", 1, 0.0),
            ("SuccessfulRequestLatency TableName=tab Operation=GetItem", 1, 0.0),
            ("ReturnedItemCount TableName=tab Operation=Scan", 1, 1.0),
            ("ConditionalCheckFailedRequests TableName=tab", 1, 1.0),
            ("UserErrors", 1, 1.0),
            ("ConsumedWriteCapacityUnits TableName=tab", 1, 1.0),
            ("ConsumedWriteCapacityUnits TableName=tab GlobalSecondaryIndexName=by-g", 1, 1.0),
            ("ConsumedReadCapacityUnits TableName=tab", 2, 1.0),
        ];
        check_counted(&at.platform, &expected);
    }

    #[tokio::test]
    async fn what_is_provisioned_is_told() {
        let at = setting();
        let mut input = table("tab", false);
        input.billing_mode = None;
        let units = it::ProvisionedThroughput { read_capacity_units: 5, write_capacity_units: 7 };
        input.provisioned_throughput = Some(units);
        at.create(input).await.unwrap();
        at.create(table("free", false)).await.unwrap();
        counted(&at.platform);
        at.service.clone().gauge(at.cx.now()).await;
        let told = counted(&at.platform);
        let expected = [
            ("ProvisionedReadCapacityUnits TableName=tab", (1, 5.0)),
            ("ProvisionedWriteCapacityUnits TableName=tab", (1, 7.0)),
        ];
        assert_eq!(told, expected.map(|(name, it)| (name.to_owned(), it)).into());
    }
}
