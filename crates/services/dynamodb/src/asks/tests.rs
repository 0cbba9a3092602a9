use crate::table_fixture::setting;
use platform::Service;
use platform::testing::{Example, check_asks};
use shapes::dynamodb::ops::*;
use shapes::dynamodb::*;
use shapes::dynamodbstreams as of_streams;

const ARN: &str = "arn:aws:dynamodb:us-east-1:000000000000:table/t";
const STREAM: &str = "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l";

/// Examples of operations about the table `t`, which this member names.
macro_rules! on_table {
    ($member:ident: $($operation:ident, $input:ident;)+) => {
        vec![$(Example::of::<$operation>(
            $input { $member: ARN.rsplit('/').next().unwrap().to_owned(), ..Default::default() },
            &[concat!(
                "dynamodb:", stringify!($operation),
                " arn:aws:dynamodb:us-east-1:000000000000:table/t",
            )],
        )),+]
    };
}

/// The same of those whose member is an ARN.
macro_rules! on_arn {
    ($($operation:ident, $input:ident;)+) => {
        vec![$(Example::of::<$operation>(
            $input { resource_arn: ARN.to_owned(), ..Default::default() },
            &[concat!(
                "dynamodb:", stringify!($operation),
                " arn:aws:dynamodb:us-east-1:000000000000:table/t",
            )],
        )),+]
    };
}

#[allow(clippy::needless_update)] // Some inputs have nothing but the name.
fn of_tables() -> Vec<Example> {
    let mut all = on_table![table_name:
        DeleteItem, DeleteItemInput;
        DeleteTable, DeleteTableInput;
        DescribeContinuousBackups, DescribeContinuousBackupsInput;
        DescribeKinesisStreamingDestination, DescribeKinesisStreamingDestinationInput;
        DescribeTable, DescribeTableInput;
        DescribeTimeToLive, DescribeTimeToLiveInput;
        GetItem, GetItemInput;
        PutItem, PutItemInput;
        Query, QueryInput;
        Scan, ScanInput;
        UpdateContinuousBackups, UpdateContinuousBackupsInput;
        UpdateItem, UpdateItemInput;
        UpdateTable, UpdateTableInput;
        UpdateTimeToLive, UpdateTimeToLiveInput;
        CreateTable, CreateTableInput;
        DisableKinesisStreamingDestination, KinesisStreamingDestinationInput;
        EnableKinesisStreamingDestination, KinesisStreamingDestinationInput;
        UpdateKinesisStreamingDestination, UpdateKinesisStreamingDestinationInput;
    ];
    all.extend(on_arn![
        DeleteResourcePolicy, DeleteResourcePolicyInput;
        GetResourcePolicy, GetResourcePolicyInput;
        ListTagsOfResource, ListTagsOfResourceInput;
        PutResourcePolicy, PutResourcePolicyInput;
        TagResource, TagResourceInput;
        UntagResource, UntagResourceInput;
    ]);
    all.extend([
        Example::of::<ListTables>(Default::default(), &["dynamodb:ListTables *"]),
        Example::of::<DescribeLimits>(Default::default(), &["dynamodb:DescribeLimits *"]),
        Example::of::<DescribeEndpoints>(Default::default(), &["dynamodb:DescribeEndpoints *"]),
        Example::of::<CreateTable>(
            CreateTableInput {
                table_name: "t".into(),
                tags: Some(vec![Tag::default()]),
                resource_policy: Some("{}".into()),
                ..Default::default()
            },
            &[
                "dynamodb:CreateTable arn:aws:dynamodb:us-east-1:000000000000:table/t",
                "dynamodb:TagResource arn:aws:dynamodb:us-east-1:000000000000:table/t",
                "dynamodb:PutResourcePolicy arn:aws:dynamodb:us-east-1:000000000000:table/t",
            ],
        ),
    ]);
    all
}

fn of_items() -> Vec<Example> {
    let get = |table: &str| TransactGetItem {
        get: Get { table_name: table.into(), ..Default::default() },
    };
    let put = TransactWriteItem {
        put: Some(Put { table_name: "t".into(), ..Default::default() }),
        ..Default::default()
    };
    let check = TransactWriteItem {
        condition_check: Some(ConditionCheck { table_name: "u".into(), ..Default::default() }),
        ..Default::default()
    };
    vec![
        Example::of::<Query>(
            QueryInput {
                table_name: ARN.into(),
                index_name: Some("i".into()),
                ..Default::default()
            },
            &["dynamodb:Query arn:aws:dynamodb:us-east-1:000000000000:table/t/index/i"],
        ),
        Example::of::<BatchGetItem>(
            BatchGetItemInput {
                request_items: ["t", "u"].map(|name| (name.into(), Default::default())).into(),
                ..Default::default()
            },
            &[
                "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:000000000000:table/t",
                "dynamodb:BatchGetItem arn:aws:dynamodb:us-east-1:000000000000:table/u",
            ],
        ),
        Example::of::<BatchWriteItem>(
            BatchWriteItemInput {
                request_items: [("t".into(), Default::default())].into(),
                ..Default::default()
            },
            &["dynamodb:BatchWriteItem arn:aws:dynamodb:us-east-1:000000000000:table/t"],
        ),
        Example::of::<TransactGetItems>(
            TransactGetItemsInput {
                transact_items: vec![get("t"), get("t")],
                ..Default::default()
            },
            &["dynamodb:GetItem arn:aws:dynamodb:us-east-1:000000000000:table/t"],
        ),
        Example::of::<TransactWriteItems>(
            TransactWriteItemsInput {
                transact_items: vec![put.clone(), check, put],
                ..Default::default()
            },
            &[
                "dynamodb:ConditionCheckItem arn:aws:dynamodb:us-east-1:000000000000:table/u",
                "dynamodb:PutItem arn:aws:dynamodb:us-east-1:000000000000:table/t",
            ],
        ),
    ]
}

fn of_statements() -> Vec<Example> {
    let one = |statement: &str| ExecuteStatementInput {
        statement: statement.into(),
        ..Default::default()
    };
    let each = |statement: &str| BatchStatementRequest {
        statement: statement.into(),
        ..Default::default()
    };
    let part = |statement: &str| ParameterizedStatement {
        statement: statement.into(),
        ..Default::default()
    };
    vec![
        Example::of::<ExecuteStatement>(
            one("select * from \"t\".\"i\" where a = 'from x'"),
            &["dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:000000000000:table/t/index/i"],
        ),
        Example::of::<ExecuteStatement>(
            one("  DELETE  FROM t WHERE a=1"),
            &["dynamodb:PartiQLDelete arn:aws:dynamodb:us-east-1:000000000000:table/t"],
        ),
        Example::of::<ExecuteStatement>(
            one("nothing"),
            &["dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:000000000000:table/*"],
        ),
        Example::of::<BatchExecuteStatement>(
            BatchExecuteStatementInput {
                statements: vec![
                    each("INSERT INTO \"t\" VALUE {'a': 1}"),
                    each("insert into t value {'a': 2}"),
                ],
                ..Default::default()
            },
            &["dynamodb:PartiQLInsert arn:aws:dynamodb:us-east-1:000000000000:table/t"],
        ),
        Example::of::<ExecuteTransaction>(
            ExecuteTransactionInput {
                transact_statements: vec![
                    part("EXISTS(SELECT * FROM \"u\" WHERE a=1)"),
                    part("UPDATE t SET b=1 WHERE a=1"),
                ],
                ..Default::default()
            },
            &[
                "dynamodb:PartiQLSelect arn:aws:dynamodb:us-east-1:000000000000:table/u",
                "dynamodb:PartiQLUpdate arn:aws:dynamodb:us-east-1:000000000000:table/t",
            ],
        ),
    ]
}

fn of_streams() -> Vec<Example> {
    vec![
        Example::of::<of_streams::ops::DescribeStream>(
            of_streams::DescribeStreamInput { stream_arn: STREAM.into(), ..Default::default() },
            &["dynamodb:DescribeStream \
               arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l"],
        ),
        Example::of::<of_streams::ops::GetRecords>(
            of_streams::GetRecordsInput {
                shard_iterator: format!("{STREAM}|1|AAAA"),
                ..Default::default()
            },
            &["dynamodb:GetRecords arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l"],
        ),
        Example::of::<of_streams::ops::GetRecords>(
            of_streams::GetRecordsInput { shard_iterator: "x".into(), ..Default::default() },
            &["dynamodb:GetRecords *"],
        ),
        Example::of::<of_streams::ops::GetShardIterator>(
            of_streams::GetShardIteratorInput { stream_arn: STREAM.into(), ..Default::default() },
            &["dynamodb:GetShardIterator \
               arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/l"],
        ),
        Example::of::<of_streams::ops::ListStreams>(
            Default::default(),
            &["dynamodb:ListStreams *"],
        ),
    ]
}

#[tokio::test]
async fn every_operation_says_what_it_asks_for() {
    let at = setting();
    let served = at.service.clone().operations();
    let examples = [of_tables(), of_items(), of_statements(), of_streams()];
    let examples: Vec<_> = examples.into_iter().flatten().collect();
    check_asks(&at.cx, &served, &examples);
}
