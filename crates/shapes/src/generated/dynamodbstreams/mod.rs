// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "dynamodbstreams",
    title: "Amazon DynamoDB Streams",
    signing_name: "dynamodb",
    protocol: crate::Protocol::AwsJson,
    dialect: &crate::dialect::DYNAMODBSTREAMS,
    json_version: "1.0",
    target_prefix: "DynamoDBStreams_20120810",
    api_version: "2012-08-10",
    xml_namespace: None,
    routes: &[
        crate::Route { name: "DescribeStream", method: "POST", uri: "/" },
        crate::Route { name: "GetRecords", method: "POST", uri: "/" },
        crate::Route { name: "GetShardIterator", method: "POST", uri: "/" },
        crate::Route { name: "ListStreams", method: "POST", uri: "/" },
    ],
};
