//! Tables as answers describe them.

use crate::counts::{Count, Counts};
use crate::records::table::{
    Billing, Index, IndexState, KeySchema, Maxima, Projection, Scope, TableRecord, Throughput,
    Transient, Units,
};
use crate::{encryption, schema, throughput};
use shapes::Timestamp;
use shapes::dynamodb as wire;

/// What is told beside a table's record.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'a> {
    /// How much lies in it.
    pub counts: &'a Counts,
    /// The time.
    pub now_ms: i64,
    /// What the table just began to pass through, as the answer of the operation that began it tells.
    pub begun: Option<Transient>,
}

/// The table.
pub(crate) fn table(table: &TableRecord, beside: Beside) -> wire::TableDescription {
    let state = beside.begun.or_else(|| table.passing(beside.now_ms));
    let is_new = state == Some(Transient::Creating);
    let Count { items, bytes } = beside.counts.of_table();
    let stream = table.stream.as_ref();
    wire::TableDescription {
        attribute_definitions: Some(schema::described_definitions(table)),
        table_name: Some(table.name.clone()),
        key_schema: Some(key_schema(&table.schema)),
        table_status: Some(status(table, state).to_owned()),
        creation_date_time: Some(Timestamp(table.created_ms)),
        provisioned_throughput: Some(provisioned(&table.throughput, beside.now_ms)),
        table_size_bytes: Some(bytes),
        item_count: Some(items),
        table_arn: Some(table.arn()),
        table_id: Some(table.uuid.clone()),
        billing_mode_summary: billing(table, is_new),
        local_secondary_indexes: some(of_scope(table, Scope::Local), |it| local(table, it, beside)),
        global_secondary_indexes: some(of_scope(table, Scope::Global), |it| {
            global(table, it, beside, is_new)
        }),
        stream_specification: table.live_stream().map(|stream| wire::StreamSpecification {
            stream_enabled: true,
            stream_view_type: Some(stream.view.clone()),
        }),
        latest_stream_label: stream.map(|stream| stream.label.clone()),
        latest_stream_arn: stream.map(|stream| table.stream_arn(&stream.label)),
        table_class_summary: table.class.as_ref().map(|class| wire::TableClassSummary {
            table_class: Some(class.name.clone()),
            last_update_date_time: class.changed_ms.map(Timestamp),
        }),
        sse_description: encryption::description(table, beside.now_ms),
        deletion_protection_enabled: Some(table.is_protected),
        on_demand_throughput: maxima(&table.maxima),
        warm_throughput: (!is_new).then(|| {
            let warm = throughput::warm_of(table.billing, table.throughput.units, table.warm);
            wire::TableWarmThroughputDescription {
                read_units_per_second: Some(warm.read),
                write_units_per_second: Some(warm.write),
                status: Some("ACTIVE".to_owned()),
            }
        }),
        ..Default::default()
    }
}

fn status(table: &TableRecord, state: Option<Transient>) -> &'static str {
    let is_changing = table.indexes.iter().any(|index| index.state == IndexState::Deleting);
    match state {
        Some(Transient::Creating) => "CREATING",
        Some(Transient::Updating) => "UPDATING",
        Some(Transient::Deleting) => "DELETING",
        None if is_changing => "UPDATING",
        None if encryption::is_inaccessible(table) => "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
        None => "ACTIVE",
    }
}

fn of_scope(table: &TableRecord, scope: Scope) -> impl Iterator<Item = &Index> {
    table.indexes.iter().filter(move |index| index.scope == scope)
}

/// What is made of each, if there are any.
fn some<'a, T>(
    all: impl Iterator<Item = &'a Index>,
    each: impl Fn(&'a Index) -> T,
) -> Option<Vec<T>> {
    let all: Vec<_> = all.map(each).collect();
    (!all.is_empty()).then_some(all)
}

/// A key.
pub(crate) fn key_schema(schema: &KeySchema) -> Vec<wire::KeySchemaElement> {
    let hashes = schema.hashes().map(|attribute| (attribute, "HASH"));
    let ranges = schema.ranges().map(|attribute| (attribute, "RANGE"));
    let each = hashes.chain(ranges);
    each.map(|(attribute, role)| wire::KeySchemaElement {
        attribute_name: attribute.name.clone(),
        key_type: role.to_owned(),
    })
    .collect()
}

fn projection(projection: &Projection) -> wire::Projection {
    let (kind, names) = match projection {
        Projection::All => ("ALL", None),
        Projection::KeysOnly => ("KEYS_ONLY", None),
        Projection::Include(names) => ("INCLUDE", Some(names.clone())),
    };
    wire::Projection { projection_type: Some(kind.to_owned()), non_key_attributes: names }
}

fn provisioned(throughput: &Throughput, now_ms: i64) -> wire::ProvisionedThroughputDescription {
    let Units { read, write } = throughput.units;
    wire::ProvisionedThroughputDescription {
        last_increase_date_time: throughput.increased_ms.map(Timestamp),
        last_decrease_date_time: throughput.decreased_ms.map(Timestamp),
        number_of_decreases_today: Some(throughput.decreases_today(now_ms)),
        read_capacity_units: Some(read),
        write_capacity_units: Some(write),
    }
}

fn billing(table: &TableRecord, is_new: bool) -> Option<wire::BillingModeSummary> {
    let mode = match table.billing {
        Billing::OnDemand => "PAY_PER_REQUEST",
        // A table that never was on demand tells nothing of it.
        Billing::Provisioned => table.on_demand_since_ms.map(|_| "PROVISIONED")?,
    };
    Some(wire::BillingModeSummary {
        billing_mode: Some(mode.to_owned()),
        last_update_to_pay_per_request_date_time: table
            .on_demand_since_ms
            .filter(|_| !is_new)
            .map(Timestamp),
    })
}

fn maxima(maxima: &Maxima) -> Option<wire::OnDemandThroughput> {
    (!maxima.are_none()).then(|| wire::OnDemandThroughput {
        max_read_request_units: Some(maxima.read.unwrap_or(-1)),
        max_write_request_units: Some(maxima.write.unwrap_or(-1)),
    })
}

fn local(
    table: &TableRecord,
    index: &Index,
    beside: Beside,
) -> wire::LocalSecondaryIndexDescription {
    let Count { items, bytes } = beside.counts.of_index(index.id);
    wire::LocalSecondaryIndexDescription {
        index_name: Some(index.name.clone()),
        key_schema: Some(key_schema(&index.schema)),
        projection: Some(projection(&index.projection)),
        index_size_bytes: Some(bytes),
        item_count: Some(items),
        index_arn: Some(table.index_arn(&index.name)),
    }
}

fn global(
    table: &TableRecord,
    index: &Index,
    beside: Beside,
    is_new: bool,
) -> wire::GlobalSecondaryIndexDescription {
    let Count { items, bytes } = beside.counts.of_index(index.id);
    let status = match index.state {
        _ if is_new => "CREATING",
        IndexState::Backfilling => "CREATING",
        IndexState::Active => "ACTIVE",
        IndexState::Deleting => "DELETING",
    };
    let is_backfilling = index.state == IndexState::Backfilling;
    let warm = throughput::warm_of(table.billing, index.throughput.units, index.warm);
    wire::GlobalSecondaryIndexDescription {
        index_name: Some(index.name.clone()),
        key_schema: Some(key_schema(&index.schema)),
        projection: Some(projection(&index.projection)),
        index_status: Some(status.to_owned()),
        // Its answer tells of an index that is added before it is filled.
        backfilling: is_backfilling.then_some(beside.begun.is_none()),
        provisioned_throughput: Some(provisioned(&index.throughput, beside.now_ms)),
        index_size_bytes: Some(bytes),
        item_count: Some(items),
        index_arn: Some(table.index_arn(&index.name)),
        on_demand_throughput: maxima(&index.maxima),
        warm_throughput: (!is_new).then(|| wire::GlobalSecondaryIndexWarmThroughputDescription {
            read_units_per_second: Some(warm.read),
            write_units_per_second: Some(warm.write),
            status: Some("ACTIVE".to_owned()),
        }),
    }
}
