//! Every operation that has generated shapes.

use shapes::{OperationSchema, Shape};
use std::sync::OnceLock;

/// An operation and an empty input of it.
pub struct Operation {
    /// Its description.
    pub schema: &'static OperationSchema,
    /// An empty input.
    pub input: fn() -> Box<dyn Shape>,
    /// The description of a call whose answer has the input's shape, so that an input can be
    /// written by the codecs, which in the server only write outputs.
    pub echo: &'static OperationSchema,
}

macro_rules! table {
    ($($service:ident: $($name:ident)*;)*) => {
        vec![$($(
            operation::<shapes::$service::ops::$name>(),
        )*)*]
    };
}

fn operation<O: shapes::Operation>() -> Operation {
    let OperationSchema { service, name, method, uri, input, .. } = *O::SCHEMA;
    let echo = OperationSchema {
        service,
        name,
        method: if method == "HEAD" { "GET" } else { method },
        uri,
        status: 200,
        input,
        output: input,
        result_wrapper: None,
        xml_root: None,
        xml_unwrapped: false,
    };
    let input = || Box::new(O::Input::default()) as Box<dyn Shape>;
    Operation { schema: O::SCHEMA, input, echo: Box::leak(Box::new(echo)) }
}

/// The operations of `crates/shapes/operations.txt`. New ones go to the end, whatever their service:
/// the kept corpus names operations by their place.
///
/// # Panics
/// When an operation of that file is missing here.
pub fn all() -> &'static [Operation] {
    static ALL: OnceLock<Vec<Operation>> = OnceLock::new();
    ALL.get_or_init(|| {
        let all = table();
        let listed = include_str!("../../crates/shapes/operations.txt").lines();
        let names = listed.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
        for name in names.filter_map(|line| line.split_whitespace().next()) {
            assert!(all.iter().any(|it| it.schema.name == name), "{name} is not in the table");
        }
        all
    })
}

fn table() -> Vec<Operation> {
    table! {
        kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream
            DescribeLimits DescribeStream DescribeStreamSummary GetRecords GetShardIterator
            IncreaseStreamRetentionPeriod ListShards ListStreams ListTagsForResource
            ListTagsForStream PutRecord PutRecords RemoveTagsFromStream TagResource UntagResource;
        lambda: CreateEventSourceMapping CreateFunction DeleteEventSourceMapping DeleteFunction
            GetEventSourceMapping GetFunction GetFunctionConfiguration Invoke
            ListEventSourceMappings ListFunctions UpdateEventSourceMapping UpdateFunctionCode
            UpdateFunctionConfiguration;
        s3: AbortMultipartUpload CompleteMultipartUpload CopyObject CreateBucket
            CreateMultipartUpload DeleteBucket DeleteObject DeleteObjects GetBucketLocation
            GetObject GetObjectTagging HeadBucket HeadObject ListBuckets ListMultipartUploads
            ListObjects ListObjectsV2 ListParts PutObject UploadPart UploadPartCopy;
        iam: AttachRolePolicy CreateRole DeleteRole DeleteRolePolicy DetachRolePolicy GetRole
            GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListRoles PutRolePolicy;
        sts: AssumeRole GetCallerIdentity;
        logs: CreateLogGroup CreateLogStream DeleteLogGroup DeleteLogStream DescribeLogGroups
            DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents;
        kinesis: UpdateMaxRecordSize;
    }
}

/// The operation of this name.
pub fn find(service: &str, name: &str) -> Option<&'static Operation> {
    all().iter().find(|it| it.schema.service.id == service && it.schema.name == name)
}
