// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static AttributeMap: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
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
static BinarySetAttributeValue: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Blob(Length::new(None, None))) };
pub static DescribeStreamInput: Structure = Structure { name: "DescribeStreamInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])).required(),
Member::new("Limit", Kind::integer(Some(1), None)),
Member::new("ExclusiveStartShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])),
Member::new("ShardFilter", Kind::Structure(&ShardFilter)),
] };
pub static DescribeStreamOutput: Structure = Structure { name: "DescribeStreamOutput", payload: None, xml_namespace: None, members: &[
Member::new("StreamDescription", Kind::Structure(&StreamDescription)),
] };
pub static GetRecordsInput: Structure = Structure { name: "GetRecordsInput", payload: None, xml_namespace: None, members: &[
Member::new("ShardIterator", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Limit", Kind::integer(Some(1), None)),
] };
pub static GetRecordsOutput: Structure = Structure { name: "GetRecordsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Records", Kind::List(&RecordList)),
Member::new("NextShardIterator", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
pub static GetShardIteratorInput: Structure = Structure { name: "GetShardIteratorInput", payload: None, xml_namespace: None, members: &[
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])).required(),
Member::new("ShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])).required(),
Member::new("ShardIteratorType", Kind::text(Length::new(None, None), None, &["TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "AT_TIMESTAMP"])).required(),
Member::new("SequenceNumber", Kind::text(Length::new(Some(21), Some(40)), None, &[])),
Member::new("Timestamp", Kind::Timestamp(None)),
] };
pub static GetShardIteratorOutput: Structure = Structure { name: "GetShardIteratorOutput", payload: None, xml_namespace: None, members: &[
Member::new("ShardIterator", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
pub static Identity: Structure = Structure { name: "Identity", payload: None, xml_namespace: None, members: &[
Member::new("PrincipalId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Type", Kind::text(Length::new(None, None), None, &[])),
] };
static KeySchema: List = List { length: Length::new(Some(1), None), item: Member::new("member", Kind::Structure(&KeySchemaElement)) };
pub static KeySchemaElement: Structure = Structure { name: "KeySchemaElement", payload: None, xml_namespace: None, members: &[
Member::new("AttributeName", Kind::text(Length::new(Some(1), Some(255)), None, &[])).required(),
Member::new("KeyType", Kind::text(Length::new(None, None), None, &["HASH", "RANGE"])).required(),
] };
static ListAttributeValue: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AttributeValue)) };
pub static ListStreamsInput: Structure = Structure { name: "ListStreamsInput", payload: None, xml_namespace: None, members: &[
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("Limit", Kind::integer(Some(1), None)),
Member::new("ExclusiveStartStreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
] };
pub static ListStreamsOutput: Structure = Structure { name: "ListStreamsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Streams", Kind::List(&StreamList)),
Member::new("LastEvaluatedStreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
] };
static MapAttributeValue: Map = Map { length: Length::new(None, None).room(409600), key: Member::new("key", Kind::text(Length::new(None, Some(65535)), None, &[])), value: Member::new("value", Kind::Structure(&AttributeValue)) };
static NumberSetAttributeValue: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static Record: Structure = Structure { name: "Record", payload: None, xml_namespace: None, members: &[
Member::new("eventID", Kind::text(Length::new(None, None), None, &[])),
Member::new("eventName", Kind::text(Length::new(None, None), None, &["INSERT", "MODIFY", "REMOVE"])),
Member::new("eventVersion", Kind::text(Length::new(None, None), None, &[])),
Member::new("eventSource", Kind::text(Length::new(None, None), None, &[])),
Member::new("awsRegion", Kind::text(Length::new(None, None), None, &[])),
Member::new("dynamodb", Kind::Structure(&StreamRecord)),
Member::new("userIdentity", Kind::Structure(&Identity)),
] };
static RecordList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Record)) };
pub static SequenceNumberRange: Structure = Structure { name: "SequenceNumberRange", payload: None, xml_namespace: None, members: &[
Member::new("StartingSequenceNumber", Kind::text(Length::new(Some(21), Some(40)), None, &[])),
Member::new("EndingSequenceNumber", Kind::text(Length::new(Some(21), Some(40)), None, &[])),
] };
pub static Shard: Structure = Structure { name: "Shard", payload: None, xml_namespace: None, members: &[
Member::new("ShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])),
Member::new("SequenceNumberRange", Kind::Structure(&SequenceNumberRange)),
Member::new("ParentShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])),
] };
static ShardDescriptionList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Shard)) };
pub static ShardFilter: Structure = Structure { name: "ShardFilter", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["CHILD_SHARDS"])),
Member::new("ShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])),
] };
pub static Stream: Structure = Structure { name: "Stream", payload: None, xml_namespace: None, members: &[
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("StreamLabel", Kind::text(Length::new(None, None), None, &[])),
] };
pub static StreamDescription: Structure = Structure { name: "StreamDescription", payload: None, xml_namespace: None, members: &[
Member::new("StreamArn", Kind::text(Length::new(Some(37), Some(1024)), None, &[])),
Member::new("StreamLabel", Kind::text(Length::new(None, None), None, &[])),
Member::new("StreamStatus", Kind::text(Length::new(None, None), None, &["ENABLING", "ENABLED", "DISABLING", "DISABLED"])),
Member::new("StreamViewType", Kind::text(Length::new(None, None), None, &["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"])),
Member::new("CreationRequestDateTime", Kind::Timestamp(None)),
Member::new("TableName", Kind::text(Length::new(Some(3), Some(255)), Some("[a-zA-Z0-9_.-]+"), &[])),
Member::new("KeySchema", Kind::List(&KeySchema)),
Member::new("Shards", Kind::List(&ShardDescriptionList)),
Member::new("LastEvaluatedShardId", Kind::text(Length::new(Some(28), Some(65)), None, &[])),
] };
static StreamList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Stream)) };
pub static StreamRecord: Structure = Structure { name: "StreamRecord", payload: None, xml_namespace: None, members: &[
Member::new("ApproximateCreationDateTime", Kind::Timestamp(None)),
Member::new("Keys", Kind::Map(&AttributeMap)),
Member::new("NewImage", Kind::Map(&AttributeMap)),
Member::new("OldImage", Kind::Map(&AttributeMap)),
Member::new("SequenceNumber", Kind::text(Length::new(Some(21), Some(40)), None, &[])),
Member::new("SizeBytes", Kind::integer(Some(1), None)),
Member::new("StreamViewType", Kind::text(Length::new(None, None), None, &["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"])),
] };
static StringSetAttributeValue: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
