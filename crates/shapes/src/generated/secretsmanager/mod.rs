// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "secretsmanager",
    title: "AWS Secrets Manager",
    signing_name: "secretsmanager",
    protocol: crate::Protocol::AwsJson,
    dialect: &crate::dialect::SECRETSMANAGER,
    json_version: "1.1",
    target_prefix: "secretsmanager",
    api_version: "2017-10-17",
    xml_namespace: None,
    routes: &[
        crate::Route { name: "AssociateCrossAccountReplica", method: "POST", uri: "/" },
        crate::Route { name: "BatchGetSecretValue", method: "POST", uri: "/" },
        crate::Route { name: "CancelRotateSecret", method: "POST", uri: "/" },
        crate::Route { name: "CreateSecret", method: "POST", uri: "/" },
        crate::Route { name: "DeleteResourcePolicy", method: "POST", uri: "/" },
        crate::Route { name: "DeleteSecret", method: "POST", uri: "/" },
        crate::Route { name: "DescribeSecret", method: "POST", uri: "/" },
        crate::Route { name: "DisassociateCrossAccountReplica", method: "POST", uri: "/" },
        crate::Route { name: "GetRandomPassword", method: "POST", uri: "/" },
        crate::Route { name: "GetResourcePolicy", method: "POST", uri: "/" },
        crate::Route { name: "GetSecretValue", method: "POST", uri: "/" },
        crate::Route { name: "ListResourcePolicies", method: "POST", uri: "/" },
        crate::Route { name: "ListSecretVersionIds", method: "POST", uri: "/" },
        crate::Route { name: "ListSecrets", method: "POST", uri: "/" },
        crate::Route { name: "PutResourcePolicy", method: "POST", uri: "/" },
        crate::Route { name: "PutSecretValue", method: "POST", uri: "/" },
        crate::Route { name: "RemoveRegionsFromReplication", method: "POST", uri: "/" },
        crate::Route { name: "ReplicateSecretToRegions", method: "POST", uri: "/" },
        crate::Route { name: "RestoreSecret", method: "POST", uri: "/" },
        crate::Route { name: "RotateSecret", method: "POST", uri: "/" },
        crate::Route { name: "StopReplicationToReplica", method: "POST", uri: "/" },
        crate::Route { name: "TagResource", method: "POST", uri: "/" },
        crate::Route { name: "UntagResource", method: "POST", uri: "/" },
        crate::Route { name: "UpdateSecret", method: "POST", uri: "/" },
        crate::Route { name: "UpdateSecretVersionStage", method: "POST", uri: "/" },
        crate::Route { name: "ValidateResourcePolicy", method: "POST", uri: "/" },
    ],
};
