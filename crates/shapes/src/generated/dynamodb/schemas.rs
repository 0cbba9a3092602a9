// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static ArchivalSummary: Structure = Structure { name: "ArchivalSummary", payload: None, xml_namespace: None, members: &[
Member::new("ArchivalDateTime", Kind::Timestamp(None)),
Member::new("ArchivalReason", Kind::text(Length::new(None, None), None, &[])),
Member::new("ArchivalBackupArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
] };
pub static AttributeDefinition: Structure = Structure { name: "AttributeDefinition", payload: None, xml_namespace: None, members: &[
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("AttributeType", Kind::text(Length::new(None, None), None, &["S", "N", "B"])).required(),
] };
static AttributeDefinitions: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&AttributeDefinition)) };
static AttributeMap: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
static AttributeNameList: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::text(Length::new(None, Some(65535)), None, &[])) };
static AttributeUpdates: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValueUpdate)) };
pub static AttributeValue: Structure = Structure { name: "AttributeValue", payload: None, xml_namespace: None, members: &[
Member::new("S", Kind::text(Length::new(None, None), None, &[])),
Member::new("N", Kind::text(Length::new(None, None), None, &[])),
Member::new("B", Kind::Blob(Length::new(None, None))),
Member::new("SS", Kind::List(&StringSetAttributeValue)),
Member::new("NS", Kind::List(&NumberSetAttributeValue)),
Member::new("BS", Kind::List(&BinarySetAttributeValue)),
Member::new("M", Kind::Map(&MapAttributeValue)),
Member::new("L", Kind::List(&ListAttributeValue)),
Member::new("NULL", Kind::Boolean),
Member::new("BOOL", Kind::Boolean),
] };
static AttributeValueList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&AttributeValue)) };
pub static AttributeValueUpdate: Structure = Structure { name: "AttributeValueUpdate", payload: None, xml_namespace: None, members: &[
Member::new("Value", Kind::Structure(&AttributeValue)),
Member::new("Action", Kind::text(Length::new(None, None), None, &["ADD", "PUT", "DELETE"])),
] };
pub static BatchExecuteStatementInput: Structure = Structure { name: "BatchExecuteStatementInput", payload: None, xml_namespace: None, members: &[
Member::new("Statements", Kind::List(&PartiQLBatchRequest)).required(),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
] };
pub static BatchExecuteStatementOutput: Structure = Structure { name: "BatchExecuteStatementOutput", payload: None, xml_namespace: None, members: &[
Member::new("Responses", Kind::List(&PartiQLBatchResponse)),
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
] };
pub static BatchGetItemInput: Structure = Structure { name: "BatchGetItemInput", payload: None, xml_namespace: None, members: &[
Member::new("RequestItems", Kind::Map(&BatchGetRequestMap)).required(),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
] };
pub static BatchGetItemOutput: Structure = Structure { name: "BatchGetItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("Responses", Kind::Map(&BatchGetResponseMap)),
Member::new("UnprocessedKeys", Kind::Map(&BatchGetRequestMap)),
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
] };
static BatchGetRequestMap: Map = Map { length: Length::new(Some(1), Some(100)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(1024)), None, &[])), value: Member::new("value", Kind::Structure(&KeysAndAttributes)) };
static BatchGetResponseMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(Some(1), Some(1024)), None, &[])), value: Member::new("value", Kind::List(&ItemList)) };
pub static BatchStatementError: Structure = Structure { name: "BatchStatementError", payload: None, xml_namespace: None, members: &[
Member::new("Code", Kind::text(Length::new(None, None), None, &["ConditionalCheckFailed", "ItemCollectionSizeLimitExceeded", "RequestLimitExceeded", "ValidationError", "ProvisionedThroughputExceeded", "TransactionConflict", "ThrottlingError", "InternalServerError", "ResourceNotFound", "AccessDenied", "DuplicateItem"])),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
Member::new("Item", Kind::Map(&AttributeMap)),
] };
pub static BatchStatementRequest: Structure = Structure { name: "BatchStatementRequest", payload: None, xml_namespace: None, members: &[
Member::new("Statement", Kind::text(Length::new(Some(1), Some(8192)), None, &[])).required(),
Member::new("Parameters", Kind::List(&PreparedStatementParameters)),
Member::new("ConsistentRead", Kind::Boolean),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static BatchStatementResponse: Structure = Structure { name: "BatchStatementResponse", payload: None, xml_namespace: None, members: &[
Member::new("Error", Kind::Structure(&BatchStatementError)),
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Item", Kind::Map(&AttributeMap)),
] };
pub static BatchWriteItemInput: Structure = Structure { name: "BatchWriteItemInput", payload: None, xml_namespace: None, members: &[
Member::new("RequestItems", Kind::Map(&BatchWriteItemRequestMap)).required(),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ReturnItemCollectionMetrics", Kind::text(Length::new(None, None), None, &["SIZE", "NONE"])),
] };
pub static BatchWriteItemOutput: Structure = Structure { name: "BatchWriteItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("UnprocessedItems", Kind::Map(&BatchWriteItemRequestMap)),
Member::new("ItemCollectionMetrics", Kind::Map(&ItemCollectionMetricsPerTable)),
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
] };
static BatchWriteItemRequestMap: Map = Map { length: Length::new(Some(1), Some(25)), key: Member::new("key", Kind::text(Length::new(Some(1), Some(1024)), None, &[])), value: Member::new("value", Kind::List(&WriteRequests)) };
pub static BillingModeSummary: Structure = Structure { name: "BillingModeSummary", payload: None, xml_namespace: None, members: &[
Member::new("BillingMode", Kind::text(Length::new(None, None), None, &["PROVISIONED", "PAY_PER_REQUEST"])),
Member::new("LastUpdateToPayPerRequestDateTime", Kind::Timestamp(None)),
] };
static BinarySetAttributeValue: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Blob(Length::new(None, None))) };
pub static CancellationReason: Structure = Structure { name: "CancellationReason", payload: None, xml_namespace: None, members: &[
Member::new("Item", Kind::Map(&AttributeMap)),
Member::new("Code", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
] };
static CancellationReasonList: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&CancellationReason)) };
pub static Capacity: Structure = Structure { name: "Capacity", payload: None, xml_namespace: None, members: &[
Member::new("ReadCapacityUnits", Kind::Float),
Member::new("WriteCapacityUnits", Kind::Float),
Member::new("CapacityUnits", Kind::Float),
] };
pub static Condition: Structure = Structure { name: "Condition", payload: None, xml_namespace: None, members: &[
Member::new("AttributeValueList", Kind::List(&AttributeValueList)),
Member::new("ComparisonOperator", Kind::text(Length::new(None, None), None, &["EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"])).required(),
] };
pub static ConditionCheck: Structure = Structure { name: "ConditionCheck", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static ConditionalCheckFailedException: Structure = Structure { name: "ConditionalCheckFailedException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
Member::new("Item", Kind::Map(&AttributeMap)),
] };
pub static ConsumedCapacity: Structure = Structure { name: "ConsumedCapacity", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
Member::new("CapacityUnits", Kind::Float),
Member::new("ReadCapacityUnits", Kind::Float),
Member::new("WriteCapacityUnits", Kind::Float),
Member::new("Table", Kind::Structure(&Capacity)),
Member::new("LocalSecondaryIndexes", Kind::Map(&SecondaryIndexesCapacityMap)),
Member::new("GlobalSecondaryIndexes", Kind::Map(&SecondaryIndexesCapacityMap)),
Member::new("VectorIndexes", Kind::Map(&VectorIndexesCapacityMap)),
] };
static ConsumedCapacityMultiple: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&ConsumedCapacity)) };
pub static ContinuousBackupsDescription: Structure = Structure { name: "ContinuousBackupsDescription", payload: None, xml_namespace: None, members: &[
Member::new("ContinuousBackupsStatus", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED"])).required(),
Member::new("PointInTimeRecoveryDescription", Kind::Structure(&PointInTimeRecoveryDescription)),
] };
pub static CreateGlobalSecondaryIndexAction: Structure = Structure { name: "CreateGlobalSecondaryIndexAction", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("KeySchema", Kind::List(&KeySchema)).required(),
Member::new("Projection", Kind::Structure(&Projection)).required(),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughput)),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughput)),
] };
pub static CreateGlobalTableWitnessGroupMemberAction: Structure = Structure { name: "CreateGlobalTableWitnessGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static CreateReplicationGroupMemberAction: Structure = Structure { name: "CreateReplicationGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("KMSMasterKeyId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ProvisionedThroughputOverride", Kind::Structure(&ProvisionedThroughputOverride)),
Member::new("OnDemandThroughputOverride", Kind::Structure(&OnDemandThroughputOverride)),
Member::new("GlobalSecondaryIndexes", Kind::List(&ReplicaGlobalSecondaryIndexList)),
Member::new("TableClassOverride", Kind::text(Length::new(None, None), None, &["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
] };
pub static CreateTableInput: Structure = Structure { name: "CreateTableInput", payload: None, xml_namespace: None, members: &[
Member::new("AttributeDefinitions", Kind::List(&AttributeDefinitions)),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("KeySchema", Kind::List(&KeySchema)),
Member::new("LocalSecondaryIndexes", Kind::List(&LocalSecondaryIndexList)),
Member::new("GlobalSecondaryIndexes", Kind::List(&GlobalSecondaryIndexList)),
Member::new("BillingMode", Kind::text(Length::new(None, None), None, &["PROVISIONED", "PAY_PER_REQUEST"])),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughput)),
Member::new("StreamSpecification", Kind::Structure(&StreamSpecification)),
Member::new("SSESpecification", Kind::Structure(&SSESpecification)),
Member::new("Tags", Kind::List(&TagList)),
Member::new("TableClass", Kind::text(Length::new(None, None), None, &["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
Member::new("DeletionProtectionEnabled", Kind::Boolean),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughput)),
Member::new("ResourcePolicy", Kind::text(Length::new(None, None), None, &[])),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("GlobalTableSourceArn", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
Member::new("GlobalTableSettingsReplicationMode", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"])),
Member::new("VectorIndexes", Kind::List(&VectorIndexList)),
] };
pub static CreateTableOutput: Structure = Structure { name: "CreateTableOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableDescription", Kind::Structure(&TableDescription)),
] };
pub static CreateVectorIndexAction: Structure = Structure { name: "CreateVectorIndexAction", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("VectorAttribute", Kind::Structure(&VectorAttributeDefinition)).required(),
Member::new("SearchSchema", Kind::List(&SearchSchema)),
Member::new("Projection", Kind::Structure(&Projection)).required(),
Member::new("Dimensions", Kind::integer(Some(1), None)).required(),
Member::new("DistanceFunction", Kind::text(Length::new(None, None), None, &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"])).required(),
] };
pub static Delete: Structure = Structure { name: "Delete", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static DeleteGlobalSecondaryIndexAction: Structure = Structure { name: "DeleteGlobalSecondaryIndexAction", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
] };
pub static DeleteGlobalTableWitnessGroupMemberAction: Structure = Structure { name: "DeleteGlobalTableWitnessGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static DeleteItemInput: Structure = Structure { name: "DeleteItemInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("Expected", Kind::Map(&ExpectedAttributeMap)),
Member::new("ConditionalOperator", Kind::text(Length::new(None, None), None, &["AND", "OR"])),
Member::new("ReturnValues", Kind::text(Length::new(None, None), None, &["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"])),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ReturnItemCollectionMetrics", Kind::text(Length::new(None, None), None, &["SIZE", "NONE"])),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static DeleteItemOutput: Structure = Structure { name: "DeleteItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&AttributeMap)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
Member::new("ItemCollectionMetrics", Kind::Structure(&ItemCollectionMetrics)),
] };
pub static DeleteReplicationGroupMemberAction: Structure = Structure { name: "DeleteReplicationGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static DeleteRequest: Structure = Structure { name: "DeleteRequest", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Map(&Key)).required(),
] };
pub static DeleteResourcePolicyInput: Structure = Structure { name: "DeleteResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
Member::new("ExpectedRevisionId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static DeleteResourcePolicyOutput: Structure = Structure { name: "DeleteResourcePolicyOutput", payload: None, xml_namespace: None, members: &[
Member::new("RevisionId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static DeleteTableInput: Structure = Structure { name: "DeleteTableInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DeleteTableOutput: Structure = Structure { name: "DeleteTableOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableDescription", Kind::Structure(&TableDescription)),
] };
pub static DeleteVectorIndexAction: Structure = Structure { name: "DeleteVectorIndexAction", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
] };
pub static DescribeContinuousBackupsInput: Structure = Structure { name: "DescribeContinuousBackupsInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DescribeContinuousBackupsOutput: Structure = Structure { name: "DescribeContinuousBackupsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ContinuousBackupsDescription", Kind::Structure(&ContinuousBackupsDescription)),
] };
pub static DescribeEndpointsRequest: Structure = Structure { name: "DescribeEndpointsRequest", payload: None, xml_namespace: None, members: &[
] };
pub static DescribeEndpointsResponse: Structure = Structure { name: "DescribeEndpointsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Endpoints", Kind::List(&Endpoints)).required(),
] };
pub static DescribeKinesisStreamingDestinationInput: Structure = Structure { name: "DescribeKinesisStreamingDestinationInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DescribeKinesisStreamingDestinationOutput: Structure = Structure { name: "DescribeKinesisStreamingDestinationOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("KinesisDataStreamDestinations", Kind::List(&KinesisDataStreamDestinations)),
] };
pub static DescribeLimitsInput: Structure = Structure { name: "DescribeLimitsInput", payload: None, xml_namespace: None, members: &[
] };
pub static DescribeLimitsOutput: Structure = Structure { name: "DescribeLimitsOutput", payload: None, xml_namespace: None, members: &[
Member::new("AccountMaxReadCapacityUnits", Kind::integer(Some(1), None)),
Member::new("AccountMaxWriteCapacityUnits", Kind::integer(Some(1), None)),
Member::new("TableMaxReadCapacityUnits", Kind::integer(Some(1), None)),
Member::new("TableMaxWriteCapacityUnits", Kind::integer(Some(1), None)),
] };
pub static DescribeTableInput: Structure = Structure { name: "DescribeTableInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DescribeTableOutput: Structure = Structure { name: "DescribeTableOutput", payload: None, xml_namespace: None, members: &[
Member::new("Table", Kind::Structure(&TableDescription)),
] };
pub static DescribeTimeToLiveInput: Structure = Structure { name: "DescribeTimeToLiveInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
] };
pub static DescribeTimeToLiveOutput: Structure = Structure { name: "DescribeTimeToLiveOutput", payload: None, xml_namespace: None, members: &[
Member::new("TimeToLiveDescription", Kind::Structure(&TimeToLiveDescription)),
] };
pub static DisassociateReplicationGroupMemberAction: Structure = Structure { name: "DisassociateReplicationGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("DisassociationMode", Kind::text(Length::new(None, None), None, &["WAIT_FOR_REPLICATION"])).required(),
] };
pub static EnableKinesisStreamingConfiguration: Structure = Structure { name: "EnableKinesisStreamingConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ApproximateCreationDateTimePrecision", Kind::text(Length::new(None, None), None, &["MILLISECOND", "MICROSECOND"])),
] };
pub static Endpoint: Structure = Structure { name: "Endpoint", payload: None, xml_namespace: None, members: &[
Member::new("Address", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("CachePeriodInMinutes", Kind::integer(None, None)).required(),
] };
static Endpoints: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&Endpoint)) };
pub static ExecuteStatementInput: Structure = Structure { name: "ExecuteStatementInput", payload: None, xml_namespace: None, members: &[
Member::new("Statement", Kind::text(Length::new(Some(1), Some(8192)), None, &[])).required(),
Member::new("Parameters", Kind::List(&PreparedStatementParameters)),
Member::new("ConsistentRead", Kind::Boolean),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(32768)), None, &[])),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("Limit", Kind::integer(Some(1), None)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static ExecuteStatementOutput: Structure = Structure { name: "ExecuteStatementOutput", payload: None, xml_namespace: None, members: &[
Member::new("Items", Kind::List(&ItemList)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(32768)), None, &[])),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
Member::new("LastEvaluatedKey", Kind::Map(&Key)),
] };
pub static ExecuteTransactionInput: Structure = Structure { name: "ExecuteTransactionInput", payload: None, xml_namespace: None, members: &[
Member::new("TransactStatements", Kind::List(&ParameterizedStatements)).required(),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(1), Some(36)), None, &[])),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
] };
pub static ExecuteTransactionOutput: Structure = Structure { name: "ExecuteTransactionOutput", payload: None, xml_namespace: None, members: &[
Member::new("Responses", Kind::List(&ItemResponseList)),
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
] };
static ExpectedAttributeMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&ExpectedAttributeValue)) };
pub static ExpectedAttributeValue: Structure = Structure { name: "ExpectedAttributeValue", payload: None, xml_namespace: None, members: &[
Member::new("Value", Kind::Structure(&AttributeValue)),
Member::new("Exists", Kind::Boolean),
Member::new("ComparisonOperator", Kind::text(Length::new(None, None), None, &["EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"])),
Member::new("AttributeValueList", Kind::List(&AttributeValueList)),
] };
static ExpressionAttributeNameMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, Some(65535)), None, &[])) };
static ExpressionAttributeValueMap: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
static FilterConditionMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&Condition)) };
pub static Get: Structure = Structure { name: "Get", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ProjectionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
] };
pub static GetItemInput: Structure = Structure { name: "GetItemInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("AttributesToGet", Kind::List(&AttributeNameList)),
Member::new("ConsistentRead", Kind::Boolean),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ProjectionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
] };
pub static GetItemOutput: Structure = Structure { name: "GetItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("Item", Kind::Map(&AttributeMap)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
] };
pub static GetResourcePolicyInput: Structure = Structure { name: "GetResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
] };
pub static GetResourcePolicyOutput: Structure = Structure { name: "GetResourcePolicyOutput", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])),
Member::new("RevisionId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static GlobalSecondaryIndex: Structure = Structure { name: "GlobalSecondaryIndex", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("KeySchema", Kind::List(&KeySchema)).required(),
Member::new("Projection", Kind::Structure(&Projection)).required(),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughput)),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughput)),
] };
pub static GlobalSecondaryIndexDescription: Structure = Structure { name: "GlobalSecondaryIndexDescription", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("KeySchema", Kind::List(&KeySchema)),
Member::new("Projection", Kind::Structure(&Projection)),
Member::new("IndexStatus", Kind::text(Length::new(None, None), None, &["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
Member::new("Backfilling", Kind::Boolean),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughputDescription)),
Member::new("IndexSizeBytes", Kind::integer(None, None)),
Member::new("ItemCount", Kind::integer(None, None)),
Member::new("IndexArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&GlobalSecondaryIndexWarmThroughputDescription)),
] };
static GlobalSecondaryIndexDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&GlobalSecondaryIndexDescription)) };
static GlobalSecondaryIndexList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&GlobalSecondaryIndex)) };
pub static GlobalSecondaryIndexUpdate: Structure = Structure { name: "GlobalSecondaryIndexUpdate", payload: None, xml_namespace: None, members: &[
Member::new("Update", Kind::Structure(&UpdateGlobalSecondaryIndexAction)),
Member::new("Create", Kind::Structure(&CreateGlobalSecondaryIndexAction)),
Member::new("Delete", Kind::Structure(&DeleteGlobalSecondaryIndexAction)),
] };
static GlobalSecondaryIndexUpdateList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&GlobalSecondaryIndexUpdate)) };
pub static GlobalSecondaryIndexWarmThroughputDescription: Structure = Structure { name: "GlobalSecondaryIndexWarmThroughputDescription", payload: None, xml_namespace: None, members: &[
Member::new("ReadUnitsPerSecond", Kind::integer(Some(1), None)),
Member::new("WriteUnitsPerSecond", Kind::integer(Some(1), None)),
Member::new("Status", Kind::text(Length::new(None, None), None, &["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
] };
pub static GlobalTableWitnessDescription: Structure = Structure { name: "GlobalTableWitnessDescription", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])),
Member::new("WitnessStatus", Kind::text(Length::new(None, None), None, &["CREATING", "DELETING", "ACTIVE"])),
] };
static GlobalTableWitnessDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&GlobalTableWitnessDescription)) };
pub static GlobalTableWitnessGroupUpdate: Structure = Structure { name: "GlobalTableWitnessGroupUpdate", payload: None, xml_namespace: None, members: &[
Member::new("Create", Kind::Structure(&CreateGlobalTableWitnessGroupMemberAction)),
Member::new("Delete", Kind::Structure(&DeleteGlobalTableWitnessGroupMemberAction)),
] };
static GlobalTableWitnessGroupUpdateList: List = List { length: Length::new(Some(1), Some(1)), item: Member::new("member", Kind::Structure(&GlobalTableWitnessGroupUpdate)) };
static ItemCollectionKeyAttributeMap: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
pub static ItemCollectionMetrics: Structure = Structure { name: "ItemCollectionMetrics", payload: None, xml_namespace: None, members: &[
Member::new("ItemCollectionKey", Kind::Map(&ItemCollectionKeyAttributeMap)),
Member::new("SizeEstimateRangeGB", Kind::List(&ItemCollectionSizeEstimateRange)),
] };
static ItemCollectionMetricsMultiple: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&ItemCollectionMetrics)) };
static ItemCollectionMetricsPerTable: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(Some(1), Some(1024)), None, &[])), value: Member::new("value", Kind::List(&ItemCollectionMetricsMultiple)) };
static ItemCollectionSizeEstimateRange: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Float) };
static ItemList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Map(&AttributeMap)) };
pub static ItemResponse: Structure = Structure { name: "ItemResponse", payload: None, xml_namespace: None, members: &[
Member::new("Item", Kind::Map(&AttributeMap)),
] };
static ItemResponseList: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&ItemResponse)) };
static Key: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
static KeyConditions: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&Condition)) };
static KeyList: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Map(&Key)) };
static KeySchema: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::Structure(&KeySchemaElement)) };
pub static KeySchemaElement: Structure = Structure { name: "KeySchemaElement", payload: None, xml_namespace: None, members: &[
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("KeyType", Kind::text(Length::new(None, None), None, &["HASH", "RANGE"])).required(),
] };
pub static KeysAndAttributes: Structure = Structure { name: "KeysAndAttributes", payload: None, xml_namespace: None, members: &[
Member::new("Keys", Kind::List(&KeyList)).required(),
Member::new("AttributesToGet", Kind::List(&AttributeNameList)),
Member::new("ConsistentRead", Kind::Boolean),
Member::new("ProjectionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
] };
pub static KinesisDataStreamDestination: Structure = Structure { name: "KinesisDataStreamDestination", payload: None, xml_namespace: None, members: &[
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("DestinationStatus", Kind::text(Length::new(None, None), None, &["ENABLING", "ACTIVE", "DISABLING", "DISABLED", "ENABLE_FAILED", "UPDATING"])),
Member::new("DestinationStatusDescription", Kind::text(Length::new(None, None), None, &[])),
Member::new("ApproximateCreationDateTimePrecision", Kind::text(Length::new(None, None), None, &["MILLISECOND", "MICROSECOND"])),
] };
static KinesisDataStreamDestinations: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&KinesisDataStreamDestination)) };
pub static KinesisStreamingDestinationInput: Structure = Structure { name: "KinesisStreamingDestinationInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])).required(),
Member::new("EnableKinesisStreamingConfiguration", Kind::Structure(&EnableKinesisStreamingConfiguration)),
] };
pub static KinesisStreamingDestinationOutput: Structure = Structure { name: "KinesisStreamingDestinationOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("DestinationStatus", Kind::text(Length::new(None, None), None, &["ENABLING", "ACTIVE", "DISABLING", "DISABLED", "ENABLE_FAILED", "UPDATING"])),
Member::new("EnableKinesisStreamingConfiguration", Kind::Structure(&EnableKinesisStreamingConfiguration)),
] };
static ListAttributeValue: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&AttributeValue)) };
pub static ListTablesInput: Structure = Structure { name: "ListTablesInput", payload: None, xml_namespace: None, members: &[
Member::new("ExclusiveStartTableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Limit", Kind::integer(Some(1), Some(100))),
] };
pub static ListTablesOutput: Structure = Structure { name: "ListTablesOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableNames", Kind::List(&TableNameList)),
Member::new("LastEvaluatedTableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
] };
pub static ListTagsOfResourceInput: Structure = Structure { name: "ListTagsOfResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListTagsOfResourceOutput: Structure = Structure { name: "ListTagsOfResourceOutput", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static LocalSecondaryIndex: Structure = Structure { name: "LocalSecondaryIndex", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("KeySchema", Kind::List(&KeySchema)).required(),
Member::new("Projection", Kind::Structure(&Projection)).required(),
] };
pub static LocalSecondaryIndexDescription: Structure = Structure { name: "LocalSecondaryIndexDescription", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("KeySchema", Kind::List(&KeySchema)),
Member::new("Projection", Kind::Structure(&Projection)),
Member::new("IndexSizeBytes", Kind::integer(None, None)),
Member::new("ItemCount", Kind::integer(None, None)),
Member::new("IndexArn", Kind::text(Length::new(None, None), None, &[])),
] };
static LocalSecondaryIndexDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&LocalSecondaryIndexDescription)) };
static LocalSecondaryIndexList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&LocalSecondaryIndex)) };
static MapAttributeValue: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
static NonKeyAttributeNameList: List = List { length: Length::new(Some(1), Some(20)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(255)), None, &[])) };
static NumberSetAttributeValue: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static OnDemandThroughput: Structure = Structure { name: "OnDemandThroughput", payload: None, xml_namespace: None, members: &[
Member::new("MaxReadRequestUnits", Kind::integer(None, None)),
Member::new("MaxWriteRequestUnits", Kind::integer(None, None)),
] };
pub static OnDemandThroughputOverride: Structure = Structure { name: "OnDemandThroughputOverride", payload: None, xml_namespace: None, members: &[
Member::new("MaxReadRequestUnits", Kind::integer(None, None)),
] };
pub static ParameterizedStatement: Structure = Structure { name: "ParameterizedStatement", payload: None, xml_namespace: None, members: &[
Member::new("Statement", Kind::text(Length::new(Some(1), Some(8192)), None, &[])).required(),
Member::new("Parameters", Kind::List(&PreparedStatementParameters)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
static ParameterizedStatements: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&ParameterizedStatement)) };
static PartiQLBatchRequest: List = List { length: Length::new(Some(1), Some(25)), item: Member::new("member", Kind::Structure(&BatchStatementRequest)) };
static PartiQLBatchResponse: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&BatchStatementResponse)) };
pub static PointInTimeRecoveryDescription: Structure = Structure { name: "PointInTimeRecoveryDescription", payload: None, xml_namespace: None, members: &[
Member::new("PointInTimeRecoveryStatus", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED"])),
Member::new("RecoveryPeriodInDays", Kind::integer(Some(1), Some(35))),
Member::new("EarliestRestorableDateTime", Kind::Timestamp(None)),
Member::new("LatestRestorableDateTime", Kind::Timestamp(None)),
] };
pub static PointInTimeRecoverySpecification: Structure = Structure { name: "PointInTimeRecoverySpecification", payload: None, xml_namespace: None, members: &[
Member::new("PointInTimeRecoveryEnabled", Kind::Boolean).required(),
Member::new("RecoveryPeriodInDays", Kind::integer(Some(1), Some(35))),
] };
static PreparedStatementParameters: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::Structure(&AttributeValue)) };
pub static Projection: Structure = Structure { name: "Projection", payload: None, xml_namespace: None, members: &[
Member::new("ProjectionType", Kind::text(Length::new(None, None), None, &["ALL", "KEYS_ONLY", "INCLUDE"])),
Member::new("NonKeyAttributes", Kind::List(&NonKeyAttributeNameList)),
] };
pub static ProvisionedThroughput: Structure = Structure { name: "ProvisionedThroughput", payload: None, xml_namespace: None, members: &[
Member::new("ReadCapacityUnits", Kind::integer(Some(1), None)).required(),
Member::new("WriteCapacityUnits", Kind::integer(Some(1), None)).required(),
] };
pub static ProvisionedThroughputDescription: Structure = Structure { name: "ProvisionedThroughputDescription", payload: None, xml_namespace: None, members: &[
Member::new("LastIncreaseDateTime", Kind::Timestamp(None)),
Member::new("LastDecreaseDateTime", Kind::Timestamp(None)),
Member::new("NumberOfDecreasesToday", Kind::integer(Some(1), None)),
Member::new("ReadCapacityUnits", Kind::integer(Some(0), None)),
Member::new("WriteCapacityUnits", Kind::integer(Some(0), None)),
] };
pub static ProvisionedThroughputExceededException: Structure = Structure { name: "ProvisionedThroughputExceededException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
Member::new("ThrottlingReasons", Kind::List(&ThrottlingReasonList)),
] };
pub static ProvisionedThroughputOverride: Structure = Structure { name: "ProvisionedThroughputOverride", payload: None, xml_namespace: None, members: &[
Member::new("ReadCapacityUnits", Kind::integer(Some(1), None)),
] };
pub static Put: Structure = Structure { name: "Put", payload: None, xml_namespace: None, members: &[
Member::new("Item", Kind::Map(&PutItemInputAttributeMap)).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static PutItemInput: Structure = Structure { name: "PutItemInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("Item", Kind::Map(&PutItemInputAttributeMap)).required(),
Member::new("Expected", Kind::Map(&ExpectedAttributeMap)),
Member::new("ReturnValues", Kind::text(Length::new(None, None), None, &["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"])),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ReturnItemCollectionMetrics", Kind::text(Length::new(None, None), None, &["SIZE", "NONE"])),
Member::new("ConditionalOperator", Kind::text(Length::new(None, None), None, &["AND", "OR"])),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
static PutItemInputAttributeMap: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
pub static PutItemOutput: Structure = Structure { name: "PutItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&AttributeMap)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
Member::new("ItemCollectionMetrics", Kind::Structure(&ItemCollectionMetrics)),
] };
pub static PutRequest: Structure = Structure { name: "PutRequest", payload: None, xml_namespace: None, members: &[
Member::new("Item", Kind::Map(&PutItemInputAttributeMap)).required(),
] };
pub static PutResourcePolicyInput: Structure = Structure { name: "PutResourcePolicyInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ExpectedRevisionId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
Member::new("ConfirmRemoveSelfResourceAccess", Kind::Boolean),
] };
pub static PutResourcePolicyOutput: Structure = Structure { name: "PutResourcePolicyOutput", payload: None, xml_namespace: None, members: &[
Member::new("RevisionId", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static QueryInput: Structure = Structure { name: "QueryInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Select", Kind::text(Length::new(None, None), None, &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"])),
Member::new("AttributesToGet", Kind::List(&AttributeNameList)),
Member::new("Limit", Kind::integer(Some(1), None)),
Member::new("ConsistentRead", Kind::Boolean),
Member::new("KeyConditions", Kind::Map(&KeyConditions)),
Member::new("QueryFilter", Kind::Map(&FilterConditionMap)),
Member::new("ConditionalOperator", Kind::text(Length::new(None, None), None, &["AND", "OR"])),
Member::new("ScanIndexForward", Kind::Boolean),
Member::new("ExclusiveStartKey", Kind::Map(&Key)),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ProjectionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("FilterExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("KeyConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
] };
pub static QueryOutput: Structure = Structure { name: "QueryOutput", payload: None, xml_namespace: None, members: &[
Member::new("Items", Kind::List(&ItemList)),
Member::new("Count", Kind::integer(None, None)),
Member::new("ScannedCount", Kind::integer(None, None)),
Member::new("LastEvaluatedKey", Kind::Map(&Key)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
] };
pub static ReplicaDescription: Structure = Structure { name: "ReplicaDescription", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReplicaStatus", Kind::text(Length::new(None, None), None, &["CREATING", "CREATION_FAILED", "UPDATING", "DELETING", "ACTIVE", "REGION_DISABLED", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED"])),
Member::new("ReplicaArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReplicaStatusDescription", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReplicaStatusPercentProgress", Kind::text(Length::new(None, None), None, &[])),
Member::new("KMSMasterKeyId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ProvisionedThroughputOverride", Kind::Structure(&ProvisionedThroughputOverride)),
Member::new("OnDemandThroughputOverride", Kind::Structure(&OnDemandThroughputOverride)),
Member::new("WarmThroughput", Kind::Structure(&TableWarmThroughputDescription)),
Member::new("GlobalSecondaryIndexes", Kind::List(&ReplicaGlobalSecondaryIndexDescriptionList)),
Member::new("ReplicaInaccessibleDateTime", Kind::Timestamp(None)),
Member::new("ReplicaTableClassSummary", Kind::Structure(&TableClassSummary)),
Member::new("GlobalTableSettingsReplicationMode", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"])),
] };
static ReplicaDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&ReplicaDescription)) };
pub static ReplicaGlobalSecondaryIndex: Structure = Structure { name: "ReplicaGlobalSecondaryIndex", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ProvisionedThroughputOverride", Kind::Structure(&ProvisionedThroughputOverride)),
Member::new("OnDemandThroughputOverride", Kind::Structure(&OnDemandThroughputOverride)),
] };
pub static ReplicaGlobalSecondaryIndexDescription: Structure = Structure { name: "ReplicaGlobalSecondaryIndexDescription", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("ProvisionedThroughputOverride", Kind::Structure(&ProvisionedThroughputOverride)),
Member::new("OnDemandThroughputOverride", Kind::Structure(&OnDemandThroughputOverride)),
Member::new("WarmThroughput", Kind::Structure(&GlobalSecondaryIndexWarmThroughputDescription)),
] };
static ReplicaGlobalSecondaryIndexDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&ReplicaGlobalSecondaryIndexDescription)) };
static ReplicaGlobalSecondaryIndexList: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::Structure(&ReplicaGlobalSecondaryIndex)) };
pub static ReplicationGroupUpdate: Structure = Structure { name: "ReplicationGroupUpdate", payload: None, xml_namespace: None, members: &[
Member::new("Create", Kind::Structure(&CreateReplicationGroupMemberAction)),
Member::new("Update", Kind::Structure(&UpdateReplicationGroupMemberAction)),
Member::new("Delete", Kind::Structure(&DeleteReplicationGroupMemberAction)),
Member::new("Disassociate", Kind::Structure(&DisassociateReplicationGroupMemberAction)),
] };
static ReplicationGroupUpdateList: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::Structure(&ReplicationGroupUpdate)) };
pub static RequestLimitExceeded: Structure = Structure { name: "RequestLimitExceeded", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
Member::new("ThrottlingReasons", Kind::List(&ThrottlingReasonList)),
] };
pub static RestoreSummary: Structure = Structure { name: "RestoreSummary", payload: None, xml_namespace: None, members: &[
Member::new("SourceBackupArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("SourceTableArn", Kind::text(Length::new(Some(1), Some(1024)), None, &[])),
Member::new("RestoreDateTime", Kind::Timestamp(None)).required(),
Member::new("RestoreInProgress", Kind::Boolean).required(),
] };
pub static SSEDescription: Structure = Structure { name: "SSEDescription", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["ENABLING", "ENABLED", "DISABLING", "DISABLED", "UPDATING"])),
Member::new("SSEType", Kind::text(Length::new(None, None), None, &["AES256", "KMS"])),
Member::new("KMSMasterKeyArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("InaccessibleEncryptionDateTime", Kind::Timestamp(None)),
] };
pub static SSESpecification: Structure = Structure { name: "SSESpecification", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean),
Member::new("SSEType", Kind::text(Length::new(None, None), None, &["AES256", "KMS"])),
Member::new("KMSMasterKeyId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ScanInput: Structure = Structure { name: "ScanInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("AttributesToGet", Kind::List(&AttributeNameList)),
Member::new("Limit", Kind::integer(Some(1), None)),
Member::new("Select", Kind::text(Length::new(None, None), None, &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"])),
Member::new("ScanFilter", Kind::Map(&FilterConditionMap)),
Member::new("ConditionalOperator", Kind::text(Length::new(None, None), None, &["AND", "OR"])),
Member::new("ExclusiveStartKey", Kind::Map(&Key)),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("TotalSegments", Kind::integer(Some(1), Some(1000000))),
Member::new("Segment", Kind::integer(Some(0), Some(999999))),
Member::new("ProjectionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("FilterExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ConsistentRead", Kind::Boolean),
] };
pub static ScanOutput: Structure = Structure { name: "ScanOutput", payload: None, xml_namespace: None, members: &[
Member::new("Items", Kind::List(&ItemList)),
Member::new("Count", Kind::integer(None, None)),
Member::new("ScannedCount", Kind::integer(None, None)),
Member::new("LastEvaluatedKey", Kind::Map(&Key)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
] };
static SearchSchema: List = List { length: Length::new(Some(1), None).room(4000), item: Member::new("member", Kind::Structure(&SearchSchemaElement)) };
pub static SearchSchemaElement: Structure = Structure { name: "SearchSchemaElement", payload: None, xml_namespace: None, members: &[
Member::new("AttributeName", Kind::text(Length::new(None, Some(65535)), None, &[])).required(),
Member::new("SearchSchemaElementType", Kind::text(Length::new(None, None), None, &["HASH", "INLINE_FILTER"])).required(),
] };
static SecondaryIndexesCapacityMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])), value: Member::new("value", Kind::Structure(&Capacity)) };
pub static StreamSpecification: Structure = Structure { name: "StreamSpecification", payload: None, xml_namespace: None, members: &[
Member::new("StreamEnabled", Kind::Boolean).required(),
Member::new("StreamViewType", Kind::text(Length::new(None, None), None, &["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"])),
] };
static StringSetAttributeValue: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static TableClassSummary: Structure = Structure { name: "TableClassSummary", payload: None, xml_namespace: None, members: &[
Member::new("TableClass", Kind::text(Length::new(None, None), None, &["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
Member::new("LastUpdateDateTime", Kind::Timestamp(None)),
] };
pub static TableDescription: Structure = Structure { name: "TableDescription", payload: None, xml_namespace: None, members: &[
Member::new("AttributeDefinitions", Kind::List(&AttributeDefinitions)),
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("KeySchema", Kind::List(&KeySchema)),
Member::new("TableStatus", Kind::text(Length::new(None, None), None, &["CREATING", "UPDATING", "DELETING", "ACTIVE", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED"])),
Member::new("CreationDateTime", Kind::Timestamp(None)),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughputDescription)),
Member::new("TableSizeBytes", Kind::integer(None, None)),
Member::new("ItemCount", Kind::integer(None, None)),
Member::new("TableArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("TableId", Kind::text(Length::new(None, None), Some("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), &[])),
Member::new("BillingModeSummary", Kind::Structure(&BillingModeSummary)),
Member::new("LocalSecondaryIndexes", Kind::List(&LocalSecondaryIndexDescriptionList)),
Member::new("GlobalSecondaryIndexes", Kind::List(&GlobalSecondaryIndexDescriptionList)),
Member::new("StreamSpecification", Kind::Structure(&StreamSpecification)),
Member::new("LatestStreamLabel", Kind::text(Length::new(None, None), None, &[])),
Member::new("LatestStreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("GlobalTableVersion", Kind::text(Length::new(None, None), None, &[])),
Member::new("Replicas", Kind::List(&ReplicaDescriptionList)),
Member::new("GlobalTableWitnesses", Kind::List(&GlobalTableWitnessDescriptionList)),
Member::new("GlobalTableSettingsReplicationMode", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"])),
Member::new("RestoreSummary", Kind::Structure(&RestoreSummary)),
Member::new("SSEDescription", Kind::Structure(&SSEDescription)),
Member::new("ArchivalSummary", Kind::Structure(&ArchivalSummary)),
Member::new("TableClassSummary", Kind::Structure(&TableClassSummary)),
Member::new("DeletionProtectionEnabled", Kind::Boolean),
Member::new("DisassociationProtectionEnabled", Kind::Boolean),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&TableWarmThroughputDescription)),
Member::new("MultiRegionConsistency", Kind::text(Length::new(None, None), None, &["EVENTUAL", "STRONG"])),
Member::new("VectorIndexes", Kind::List(&VectorIndexDescriptionList)),
] };
static TableNameList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])) };
pub static TableWarmThroughputDescription: Structure = Structure { name: "TableWarmThroughputDescription", payload: None, xml_namespace: None, members: &[
Member::new("ReadUnitsPerSecond", Kind::integer(Some(1), None)),
Member::new("WriteUnitsPerSecond", Kind::integer(Some(1), None)),
Member::new("Status", Kind::text(Length::new(None, None), None, &["CREATING", "UPDATING", "DELETING", "ACTIVE", "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED"])),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), None, &[])).required(),
] };
static TagKeyList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&Tag)) };
pub static TagResourceInput: Structure = Structure { name: "TagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static ThrottlingException: Structure = Structure { name: "ThrottlingException", payload: None, xml_namespace: None, members: &[
Member::new("message", Kind::text(Length::new(None, None), None, &[])),
Member::new("throttlingReasons", Kind::List(&ThrottlingReasonList)),
] };
pub static ThrottlingReason: Structure = Structure { name: "ThrottlingReason", payload: None, xml_namespace: None, members: &[
Member::new("reason", Kind::text(Length::new(None, None), None, &[])),
Member::new("resource", Kind::text(Length::new(None, None), None, &[])),
] };
static ThrottlingReasonList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&ThrottlingReason)) };
pub static TimeToLiveDescription: Structure = Structure { name: "TimeToLiveDescription", payload: None, xml_namespace: None, members: &[
Member::new("TimeToLiveStatus", Kind::text(Length::new(None, None), None, &["ENABLING", "DISABLING", "ENABLED", "DISABLED"])),
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])),
] };
pub static TimeToLiveSpecification: Structure = Structure { name: "TimeToLiveSpecification", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean).required(),
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
] };
pub static TransactGetItem: Structure = Structure { name: "TransactGetItem", payload: None, xml_namespace: None, members: &[
Member::new("Get", Kind::Structure(&Get)).required(),
] };
static TransactGetItemList: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&TransactGetItem)) };
pub static TransactGetItemsInput: Structure = Structure { name: "TransactGetItemsInput", payload: None, xml_namespace: None, members: &[
Member::new("TransactItems", Kind::List(&TransactGetItemList)).required(),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
] };
pub static TransactGetItemsOutput: Structure = Structure { name: "TransactGetItemsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
Member::new("Responses", Kind::List(&ItemResponseList)),
] };
pub static TransactWriteItem: Structure = Structure { name: "TransactWriteItem", payload: None, xml_namespace: None, members: &[
Member::new("ConditionCheck", Kind::Structure(&ConditionCheck)),
Member::new("Put", Kind::Structure(&Put)),
Member::new("Delete", Kind::Structure(&Delete)),
Member::new("Update", Kind::Structure(&Update)),
] };
static TransactWriteItemList: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&TransactWriteItem)) };
pub static TransactWriteItemsInput: Structure = Structure { name: "TransactWriteItemsInput", payload: None, xml_namespace: None, members: &[
Member::new("TransactItems", Kind::List(&TransactWriteItemList)).required(),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ReturnItemCollectionMetrics", Kind::text(Length::new(None, None), None, &["SIZE", "NONE"])),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(1), Some(36)), None, &[])),
] };
pub static TransactWriteItemsOutput: Structure = Structure { name: "TransactWriteItemsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ConsumedCapacity", Kind::List(&ConsumedCapacityMultiple)),
Member::new("ItemCollectionMetrics", Kind::Map(&ItemCollectionMetricsPerTable)),
] };
pub static TransactionCanceledException: Structure = Structure { name: "TransactionCanceledException", payload: None, xml_namespace: None, members: &[
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
Member::new("CancellationReasons", Kind::List(&CancellationReasonList)),
] };
pub static UntagResourceInput: Structure = Structure { name: "UntagResourceInput", payload: None, xml_namespace: None, members: &[
Member::new("ResourceArn", Kind::text(Length::new(Some(1), Some(1283)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
] };
pub static Update: Structure = Structure { name: "Update", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("UpdateExpression", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static UpdateContinuousBackupsInput: Structure = Structure { name: "UpdateContinuousBackupsInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("PointInTimeRecoverySpecification", Kind::Structure(&PointInTimeRecoverySpecification)).required(),
] };
pub static UpdateContinuousBackupsOutput: Structure = Structure { name: "UpdateContinuousBackupsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ContinuousBackupsDescription", Kind::Structure(&ContinuousBackupsDescription)),
] };
pub static UpdateGlobalSecondaryIndexAction: Structure = Structure { name: "UpdateGlobalSecondaryIndexAction", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughput)),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughput)),
] };
pub static UpdateItemInput: Structure = Structure { name: "UpdateItemInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("Key", Kind::Map(&Key)).required(),
Member::new("AttributeUpdates", Kind::Map(&AttributeUpdates)),
Member::new("Expected", Kind::Map(&ExpectedAttributeMap)),
Member::new("ConditionalOperator", Kind::text(Length::new(None, None), None, &["AND", "OR"])),
Member::new("ReturnValues", Kind::text(Length::new(None, None), None, &["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"])),
Member::new("ReturnConsumedCapacity", Kind::text(Length::new(None, None), None, &["INDEXES", "TOTAL", "NONE"])),
Member::new("ReturnItemCollectionMetrics", Kind::text(Length::new(None, None), None, &["SIZE", "NONE"])),
Member::new("UpdateExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ConditionExpression", Kind::text(Length::new(None, None), None, &[])),
Member::new("ExpressionAttributeNames", Kind::Map(&ExpressionAttributeNameMap)),
Member::new("ExpressionAttributeValues", Kind::Map(&ExpressionAttributeValueMap)),
Member::new("ReturnValuesOnConditionCheckFailure", Kind::text(Length::new(None, None), None, &["ALL_OLD", "NONE"])),
] };
pub static UpdateItemOutput: Structure = Structure { name: "UpdateItemOutput", payload: None, xml_namespace: None, members: &[
Member::new("Attributes", Kind::Map(&AttributeMap)),
Member::new("ConsumedCapacity", Kind::Structure(&ConsumedCapacity)),
Member::new("ItemCollectionMetrics", Kind::Structure(&ItemCollectionMetrics)),
] };
pub static UpdateKinesisStreamingConfiguration: Structure = Structure { name: "UpdateKinesisStreamingConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ApproximateCreationDateTimePrecision", Kind::text(Length::new(None, None), None, &["MILLISECOND", "MICROSECOND"])),
] };
pub static UpdateKinesisStreamingDestinationInput: Structure = Structure { name: "UpdateKinesisStreamingDestinationInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])).required(),
Member::new("UpdateKinesisStreamingConfiguration", Kind::Structure(&UpdateKinesisStreamingConfiguration)),
] };
pub static UpdateKinesisStreamingDestinationOutput: Structure = Structure { name: "UpdateKinesisStreamingDestinationOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("DestinationStatus", Kind::text(Length::new(None, None), None, &["ENABLING", "ACTIVE", "DISABLING", "DISABLED", "ENABLE_FAILED", "UPDATING"])),
Member::new("UpdateKinesisStreamingConfiguration", Kind::Structure(&UpdateKinesisStreamingConfiguration)),
] };
pub static UpdateReplicationGroupMemberAction: Structure = Structure { name: "UpdateReplicationGroupMemberAction", payload: None, xml_namespace: None, members: &[
Member::new("RegionName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("KMSMasterKeyId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ProvisionedThroughputOverride", Kind::Structure(&ProvisionedThroughputOverride)),
Member::new("OnDemandThroughputOverride", Kind::Structure(&OnDemandThroughputOverride)),
Member::new("GlobalSecondaryIndexes", Kind::List(&ReplicaGlobalSecondaryIndexList)),
Member::new("TableClassOverride", Kind::text(Length::new(None, None), None, &["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
] };
pub static UpdateTableInput: Structure = Structure { name: "UpdateTableInput", payload: None, xml_namespace: None, members: &[
Member::new("AttributeDefinitions", Kind::List(&AttributeDefinitions)),
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("BillingMode", Kind::text(Length::new(None, None), None, &["PROVISIONED", "PAY_PER_REQUEST"])),
Member::new("ProvisionedThroughput", Kind::Structure(&ProvisionedThroughput)),
Member::new("GlobalSecondaryIndexUpdates", Kind::List(&GlobalSecondaryIndexUpdateList)),
Member::new("StreamSpecification", Kind::Structure(&StreamSpecification)),
Member::new("SSESpecification", Kind::Structure(&SSESpecification)),
Member::new("ReplicaUpdates", Kind::List(&ReplicationGroupUpdateList)),
Member::new("TableClass", Kind::text(Length::new(None, None), None, &["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
Member::new("DeletionProtectionEnabled", Kind::Boolean),
Member::new("MultiRegionConsistency", Kind::text(Length::new(None, None), None, &["EVENTUAL", "STRONG"])),
Member::new("GlobalTableWitnessUpdates", Kind::List(&GlobalTableWitnessGroupUpdateList)),
Member::new("OnDemandThroughput", Kind::Structure(&OnDemandThroughput)),
Member::new("WarmThroughput", Kind::Structure(&WarmThroughput)),
Member::new("GlobalTableSettingsReplicationMode", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"])),
Member::new("DisassociationProtectionEnabled", Kind::Boolean),
Member::new("VectorIndexUpdates", Kind::List(&VectorIndexUpdateList)),
] };
pub static UpdateTableOutput: Structure = Structure { name: "UpdateTableOutput", payload: None, xml_namespace: None, members: &[
Member::new("TableDescription", Kind::Structure(&TableDescription)),
] };
pub static UpdateTimeToLiveInput: Structure = Structure { name: "UpdateTimeToLiveInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(1), Some(1024)), None, &[])).required(),
Member::new("TimeToLiveSpecification", Kind::Structure(&TimeToLiveSpecification)).required(),
] };
pub static UpdateTimeToLiveOutput: Structure = Structure { name: "UpdateTimeToLiveOutput", payload: None, xml_namespace: None, members: &[
Member::new("TimeToLiveSpecification", Kind::Structure(&TimeToLiveSpecification)),
] };
pub static VectorAttributeDefinition: Structure = Structure { name: "VectorAttributeDefinition", payload: None, xml_namespace: None, members: &[
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
] };
pub static VectorCapacity: Structure = Structure { name: "VectorCapacity", payload: None, xml_namespace: None, members: &[
Member::new("VectorSearchRequestBytes", Kind::Float),
Member::new("VectorWriteRequestBytes", Kind::Float),
] };
pub static VectorIndex: Structure = Structure { name: "VectorIndex", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])).required(),
Member::new("VectorAttribute", Kind::Structure(&VectorAttributeDefinition)).required(),
Member::new("SearchSchema", Kind::List(&SearchSchema)),
Member::new("Projection", Kind::Structure(&Projection)).required(),
Member::new("Dimensions", Kind::integer(Some(1), None)).required(),
Member::new("DistanceFunction", Kind::text(Length::new(None, None), None, &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"])).required(),
] };
pub static VectorIndexDescription: Structure = Structure { name: "VectorIndexDescription", payload: None, xml_namespace: None, members: &[
Member::new("IndexName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("SearchSchema", Kind::List(&SearchSchema)),
Member::new("Projection", Kind::Structure(&Projection)),
Member::new("VectorAttribute", Kind::Structure(&VectorAttributeDefinition)),
Member::new("Dimensions", Kind::integer(Some(1), None)),
Member::new("DistanceFunction", Kind::text(Length::new(None, None), None, &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"])),
Member::new("IndexStatus", Kind::text(Length::new(None, None), None, &["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
Member::new("Backfilling", Kind::Boolean),
Member::new("IndexSizeBytes", Kind::integer(None, None)),
Member::new("ItemCount", Kind::integer(None, None)),
Member::new("IndexArn", Kind::text(Length::new(None, None), None, &[])),
] };
static VectorIndexDescriptionList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&VectorIndexDescription)) };
static VectorIndexList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&VectorIndex)) };
pub static VectorIndexUpdate: Structure = Structure { name: "VectorIndexUpdate", payload: None, xml_namespace: None, members: &[
Member::new("Create", Kind::Structure(&CreateVectorIndexAction)),
Member::new("Delete", Kind::Structure(&DeleteVectorIndexAction)),
] };
static VectorIndexUpdateList: List = List { length: Length::new(None, None).room(4000), item: Member::new("member", Kind::Structure(&VectorIndexUpdate)) };
static VectorIndexesCapacityMap: Map = Map { length: Length::new(None, None).room(4000), key: Member::new("key", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])), value: Member::new("value", Kind::Structure(&VectorCapacity)) };
pub static WarmThroughput: Structure = Structure { name: "WarmThroughput", payload: None, xml_namespace: None, members: &[
Member::new("ReadUnitsPerSecond", Kind::integer(None, None)),
Member::new("WriteUnitsPerSecond", Kind::integer(None, None)),
] };
pub static WriteRequest: Structure = Structure { name: "WriteRequest", payload: None, xml_namespace: None, members: &[
Member::new("PutRequest", Kind::Structure(&PutRequest)),
Member::new("DeleteRequest", Kind::Structure(&DeleteRequest)),
] };
static WriteRequests: List = List { length: Length::new(Some(1), Some(25)), item: Member::new("member", Kind::Structure(&WriteRequest)) };
