// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "sqs",
    title: "Amazon Simple Queue Service",
    signing_name: "sqs",
    protocol: crate::Protocol::AwsJson,
    dialect: &crate::dialect::SQS,
    json_version: "1.0",
    target_prefix: "AmazonSQS",
    api_version: "2012-11-05",
    xml_namespace: None,
    routes: &[
        crate::Route { name: "AddPermission", method: "POST", uri: "/" },
        crate::Route { name: "CancelMessageMoveTask", method: "POST", uri: "/" },
        crate::Route { name: "ChangeMessageVisibility", method: "POST", uri: "/" },
        crate::Route { name: "ChangeMessageVisibilityBatch", method: "POST", uri: "/" },
        crate::Route { name: "CreateQueue", method: "POST", uri: "/" },
        crate::Route { name: "DeleteMessage", method: "POST", uri: "/" },
        crate::Route { name: "DeleteMessageBatch", method: "POST", uri: "/" },
        crate::Route { name: "DeleteQueue", method: "POST", uri: "/" },
        crate::Route { name: "GetQueueAttributes", method: "POST", uri: "/" },
        crate::Route { name: "GetQueueUrl", method: "POST", uri: "/" },
        crate::Route { name: "ListDeadLetterSourceQueues", method: "POST", uri: "/" },
        crate::Route { name: "ListMessageMoveTasks", method: "POST", uri: "/" },
        crate::Route { name: "ListQueueTags", method: "POST", uri: "/" },
        crate::Route { name: "ListQueues", method: "POST", uri: "/" },
        crate::Route { name: "PurgeQueue", method: "POST", uri: "/" },
        crate::Route { name: "ReceiveMessage", method: "POST", uri: "/" },
        crate::Route { name: "RemovePermission", method: "POST", uri: "/" },
        crate::Route { name: "SendMessage", method: "POST", uri: "/" },
        crate::Route { name: "SendMessageBatch", method: "POST", uri: "/" },
        crate::Route { name: "SetQueueAttributes", method: "POST", uri: "/" },
        crate::Route { name: "StartMessageMoveTask", method: "POST", uri: "/" },
        crate::Route { name: "TagQueue", method: "POST", uri: "/" },
        crate::Route { name: "UntagQueue", method: "POST", uri: "/" },
    ],
};
