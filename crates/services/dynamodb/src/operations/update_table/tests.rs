use crate::table_fixture::{Setting, global, setting, table};
use platform::Result;
use shapes::dynamodb::ops::UpdateTable;
use shapes::dynamodb::*;

async fn update(at: &Setting, input: UpdateTableInput) -> Result<TableDescription> {
    let input = UpdateTableInput { table_name: "ttt".into(), ..input };
    Ok(at.cx.call::<UpdateTable>(input).await?.table_description.unwrap())
}

fn units(read: i64, write: i64) -> Option<ProvisionedThroughput> {
    Some(ProvisionedThroughput { read_capacity_units: read, write_capacity_units: write })
}

fn updated(index: &str, throughput: Option<ProvisionedThroughput>) -> GlobalSecondaryIndexUpdate {
    let update = UpdateGlobalSecondaryIndexAction {
        index_name: index.into(),
        provisioned_throughput: throughput,
        ..Default::default()
    };
    GlobalSecondaryIndexUpdate { update: Some(update), ..Default::default() }
}

fn deleted(index: &str) -> GlobalSecondaryIndexUpdate {
    let delete = DeleteGlobalSecondaryIndexAction { index_name: index.into() };
    GlobalSecondaryIndexUpdate { delete: Some(delete), ..Default::default() }
}

/// A provisioned table with an index.
async fn provisioned() -> Setting {
    let at = setting();
    let mut index = global("iii", "a");
    index.provisioned_throughput = units(1, 1);
    let input = CreateTableInput {
        billing_mode: None,
        provisioned_throughput: units(5, 5),
        global_secondary_indexes: Some(vec![index]),
        ..table("ttt", false)
    };
    at.create(input).await.unwrap();
    at
}

#[tokio::test]
async fn a_table_is_paid_for_in_one_way_and_in_the_other() {
    let at = provisioned().await;
    let told = at.describe("ttt").await.unwrap();
    assert_eq!(told.billing_mode_summary, None);
    assert_eq!(told.warm_throughput.unwrap().read_units_per_second, Some(5));
    let on_demand =
        UpdateTableInput { billing_mode: Some("PAY_PER_REQUEST".into()), ..Default::default() };
    let told = update(&at, on_demand).await.unwrap();
    assert_eq!(told.table_status.as_deref(), Some("UPDATING"));
    let told = at.describe("ttt").await.unwrap();
    let summary = told.billing_mode_summary.unwrap();
    assert_eq!(summary.billing_mode.as_deref(), Some("PAY_PER_REQUEST"));
    assert!(summary.last_update_to_pay_per_request_date_time.is_some());
    assert_eq!(told.provisioned_throughput.unwrap().read_capacity_units, Some(0));
    assert_eq!(told.warm_throughput.unwrap().read_units_per_second, Some(12_000));
    let maxima = OnDemandThroughput { max_read_request_units: Some(9), ..Default::default() };
    let limited = UpdateTableInput { on_demand_throughput: Some(maxima), ..Default::default() };
    let told = update(&at, limited).await.unwrap();
    let maxima = told.on_demand_throughput.unwrap();
    assert_eq!(
        (maxima.max_read_request_units, maxima.max_write_request_units),
        (Some(9), Some(-1))
    );
    let back = |indexes| UpdateTableInput {
        billing_mode: Some("PROVISIONED".into()),
        provisioned_throughput: units(2, 3),
        global_secondary_index_updates: indexes,
        ..Default::default()
    };
    let error = update(&at, back(None)).await.unwrap_err();
    assert!(error.message.ends_with("ProvisionedThroughput must be specified for index: iii"));
    update(&at, back(Some(vec![updated("iii", units(7, 8))]))).await.unwrap();
    let told = at.describe("ttt").await.unwrap();
    let mode = told.billing_mode_summary.unwrap().billing_mode;
    assert_eq!((mode.as_deref(), told.on_demand_throughput), (Some("PROVISIONED"), None));
    let index = told.global_secondary_indexes.unwrap().remove(0);
    assert_eq!(index.provisioned_throughput.unwrap().write_capacity_units, Some(8));
    assert_eq!(told.warm_throughput.unwrap().write_units_per_second, Some(4_000));
}

#[tokio::test]
async fn what_is_provisioned_is_counted_up_and_down() {
    let at = provisioned().await;
    let of =
        |read| UpdateTableInput { provisioned_throughput: units(read, 5), ..Default::default() };
    update(&at, of(9)).await.unwrap();
    update(&at, of(3)).await.unwrap();
    let told = at.describe("ttt").await.unwrap();
    let provisioned = told.provisioned_throughput.unwrap();
    assert_eq!(provisioned.number_of_decreases_today, Some(1));
    assert!(provisioned.last_increase_date_time.is_some());
    // What it could once take it still can.
    assert_eq!(told.warm_throughput.unwrap().read_units_per_second, Some(9));
}

type Change = fn(&mut UpdateTableInput);

/// What each of these asks for is refused so, of a provisioned table.
const REFUSALS: &[(Change, &str, &str)] = &[
    (|_| {}, "ValidationException", "At least one of ProvisionedThroughput, BillingMode,"),
    (
        |it| it.global_secondary_index_updates = Some(vec![]),
        "ValidationException",
        "At least one of ProvisionedThroughput, BillingMode,",
    ),
    (
        |it| {
            it.global_secondary_index_updates = Some(vec![]);
            it.deletion_protection_enabled = Some(true);
        },
        "ValidationException",
        "List of GlobalSecondaryIndexUpdates is empty",
    ),
    (
        |it| it.provisioned_throughput = units(5, 5),
        "ValidationException",
        "The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: 5.",
    ),
    (
        |it| it.global_secondary_index_updates = Some(vec![updated("iii", units(1, 1))]),
        "ValidationException",
        "The provisioned throughput for the index iii will not change.",
    ),
    (
        |it| it.billing_mode = Some("PROVISIONED".into()),
        "ValidationException",
        "ProvisionedThroughput must be specified when BillingMode is PROVISIONED",
    ),
    (
        |it| {
            it.billing_mode = Some("PAY_PER_REQUEST".into());
            it.provisioned_throughput = units(9, 9);
        },
        "ValidationException",
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
    ),
    (
        |it| {
            it.deletion_protection_enabled = Some(true);
            it.table_class = Some("STANDARD".into());
        },
        "ValidationException",
        "TableClass modification must be the only operation in the request",
    ),
    (
        |it| {
            it.provisioned_throughput = units(9, 9);
            it.global_secondary_index_updates = Some(vec![deleted("iii")]);
        },
        "ValidationException",
        "You cannot create or delete index while updating table IOPS",
    ),
    (
        |it| it.global_secondary_index_updates = Some(vec![deleted("iii"), deleted("jjj")]),
        "LimitExceededException",
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
    ),
    (
        |it| {
            it.global_secondary_index_updates =
                Some(vec![deleted("iii"), updated("iii", units(2, 2))]);
        },
        "ValidationException",
        "Only one global secondary index update per index is allowed simultaneously. Index: iii",
    ),
    (
        |it| it.global_secondary_index_updates = Some(vec![Default::default()]),
        "ValidationException",
        "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null",
    ),
    (
        |it| it.global_secondary_index_updates = Some(vec![deleted("none")]),
        "ResourceNotFoundException",
        "Requested resource not found: Index none for table ttt",
    ),
    (
        |it| {
            it.stream_specification =
                Some(StreamSpecification { stream_enabled: false, stream_view_type: None });
        },
        "ValidationException",
        "Table has no stream to disable: TableName: ttt",
    ),
    (
        |it| {
            it.stream_specification =
                Some(StreamSpecification { stream_enabled: true, stream_view_type: None });
        },
        "ValidationException",
        "If stream is being enabled then UpdateViewType is required",
    ),
    (
        |it| {
            let maxima =
                OnDemandThroughput { max_write_request_units: Some(1), ..Default::default() };
            it.on_demand_throughput = Some(maxima);
        },
        "ValidationException",
        "MaxWriteRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED",
    ),
    (
        |it| {
            let warm = WarmThroughput { read_units_per_second: Some(4), ..Default::default() };
            it.warm_throughput = Some(warm);
        },
        "ValidationException",
        "decreasing WarmThroughput is not supported",
    ),
    (
        |it| it.sse_specification = Some(SSESpecification::default()),
        "ValidationException",
        "Table is already encrypted by default",
    ),
    (
        |it| {
            it.replica_updates = Some(vec![ReplicationGroupUpdate::default()]);
        },
        "ValidationException",
        "ReplicaUpdates is not supported by Waterwheel yet.",
    ),
];

#[tokio::test]
async fn what_cannot_be_is_refused_in_the_words_of_aws() {
    let at = provisioned().await;
    let before = at.service.table(&at.cx, "ttt").await.unwrap();
    for (change, code, words) in REFUSALS {
        let mut input = UpdateTableInput::default();
        change(&mut input);
        let error = update(&at, input).await.unwrap_err();
        assert_eq!(error.code(), *code, "{words}");
        assert!(error.message.contains(words), "{words}\n{error}");
    }
    assert_eq!(at.service.table(&at.cx, "ttt").await.unwrap().row, before.row);
    let missing = UpdateTableInput {
        table_name: "none".into(),
        deletion_protection_enabled: Some(true),
        ..Default::default()
    };
    let error = at.cx.call::<UpdateTable>(missing).await.unwrap_err();
    assert_eq!(error.message, "Requested resource not found: Table: none not found");
}

#[tokio::test]
async fn a_stream_ends_and_another_begins() {
    let at = setting();
    at.create(table("ttt", false)).await.unwrap();
    let stream = |view: Option<&str>| UpdateTableInput {
        stream_specification: Some(StreamSpecification {
            stream_enabled: view.is_some(),
            stream_view_type: view.map(str::to_owned),
        }),
        ..Default::default()
    };
    let first = update(&at, stream(Some("KEYS_ONLY"))).await.unwrap();
    let error = update(&at, stream(Some("KEYS_ONLY"))).await.unwrap_err();
    assert_eq!(error.message, "Table already has an enabled stream: TableName: ttt");
    let ended = update(&at, stream(None)).await.unwrap();
    assert_eq!(
        (&ended.stream_specification, &ended.latest_stream_arn),
        (&None, &first.latest_stream_arn)
    );
    at.clock.advance(std::time::Duration::from_secs(1));
    let second = update(&at, stream(Some("NEW_IMAGE"))).await.unwrap();
    assert_ne!(second.latest_stream_arn, first.latest_stream_arn);
}
