//! Every operation that has generated shapes.

use shapes::{OPERATIONS, OperationSchema, Shape};
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

fn operation(schema: &'static OperationSchema) -> Operation {
    let OperationSchema { service, name, method, uri, input, empty_input, .. } = *schema;
    let echo = OperationSchema {
        service,
        name,
        method: if method == "HEAD" { "GET" } else { method },
        uri,
        status: 200,
        input,
        empty_input,
        output: input,
        result_wrapper: None,
        xml_root: None,
        xml_unwrapped: false,
    };
    Operation { schema, input: empty_input, echo: Box::leak(Box::new(echo)) }
}

/// The operations that the kept corpus was made with, which it names by their place. Operations
/// that came later follow them; this list needs none of them.
const PLACES: &[(&str, &str)] = &[
    (
        "kinesis",
        "AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeLimits \
         DescribeStream DescribeStreamSummary GetRecords GetShardIterator \
         IncreaseStreamRetentionPeriod ListShards ListStreams ListTagsForResource \
         ListTagsForStream PutRecord PutRecords RemoveTagsFromStream TagResource UntagResource",
    ),
    (
        "lambda",
        "CreateEventSourceMapping CreateFunction DeleteEventSourceMapping DeleteFunction \
         GetEventSourceMapping GetFunction GetFunctionConfiguration Invoke \
         ListEventSourceMappings ListFunctions UpdateEventSourceMapping UpdateFunctionCode \
         UpdateFunctionConfiguration",
    ),
    (
        "s3",
        "AbortMultipartUpload CompleteMultipartUpload CopyObject CreateBucket \
         CreateMultipartUpload DeleteBucket DeleteObject DeleteObjects GetBucketLocation \
         GetObject GetObjectTagging HeadBucket HeadObject ListBuckets ListMultipartUploads \
         ListObjects ListObjectsV2 ListParts PutObject UploadPart UploadPartCopy",
    ),
    (
        "iam",
        "AttachRolePolicy CreateRole DeleteRole DeleteRolePolicy DetachRolePolicy GetRole \
         GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListRoles PutRolePolicy",
    ),
    ("sts", "AssumeRole GetCallerIdentity"),
    (
        "logs",
        "CreateLogGroup CreateLogStream DeleteLogGroup DeleteLogStream DescribeLogGroups \
         DescribeLogStreams FilterLogEvents GetLogEvents PutLogEvents",
    ),
    ("kinesis", "UpdateMaxRecordSize"),
];

/// The operations of `crates/shapes/operations.txt`, those of the corpus first.
pub fn all() -> &'static [Operation] {
    static ALL: OnceLock<Vec<Operation>> = OnceLock::new();
    ALL.get_or_init(|| {
        let listed = PLACES.iter().flat_map(|(service, names)| {
            names.split_whitespace().map(move |name| (*service, name))
        });
        let places: Vec<_> = listed.collect();
        let place = |schema: &&OperationSchema| {
            places.iter().position(|it| *it == (schema.service.id, schema.name))
        };
        let mut all = OPERATIONS.to_vec();
        all.sort_by_key(|schema| place(schema).unwrap_or(usize::MAX));
        all.into_iter().map(operation).collect()
    })
}

/// The operation of this name.
pub fn find(service: &str, name: &str) -> Option<&'static Operation> {
    all().iter().find(|it| it.schema.service.id == service && it.schema.name == name)
}
