// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "sns",
    title: "Amazon Simple Notification Service",
    signing_name: "sns",
    protocol: crate::Protocol::Query,
    dialect: &crate::dialect::SNS,
    json_version: "",
    target_prefix: "",
    api_version: "2010-03-31",
    xml_namespace: Some("http://sns.amazonaws.com/doc/2010-03-31/"),
    routes: &[
        crate::Route { name: "AddPermission", method: "POST", uri: "/" },
        crate::Route { name: "CheckIfPhoneNumberIsOptedOut", method: "POST", uri: "/" },
        crate::Route { name: "ConfirmSubscription", method: "POST", uri: "/" },
        crate::Route { name: "CreatePlatformApplication", method: "POST", uri: "/" },
        crate::Route { name: "CreatePlatformEndpoint", method: "POST", uri: "/" },
        crate::Route { name: "CreateSMSSandboxPhoneNumber", method: "POST", uri: "/" },
        crate::Route { name: "CreateTopic", method: "POST", uri: "/" },
        crate::Route { name: "DeleteEndpoint", method: "POST", uri: "/" },
        crate::Route { name: "DeletePlatformApplication", method: "POST", uri: "/" },
        crate::Route { name: "DeleteSMSSandboxPhoneNumber", method: "POST", uri: "/" },
        crate::Route { name: "DeleteTopic", method: "POST", uri: "/" },
        crate::Route { name: "GetDataProtectionPolicy", method: "POST", uri: "/" },
        crate::Route { name: "GetEndpointAttributes", method: "POST", uri: "/" },
        crate::Route { name: "GetPlatformApplicationAttributes", method: "POST", uri: "/" },
        crate::Route { name: "GetSMSAttributes", method: "POST", uri: "/" },
        crate::Route { name: "GetSMSSandboxAccountStatus", method: "POST", uri: "/" },
        crate::Route { name: "GetSubscriptionAttributes", method: "POST", uri: "/" },
        crate::Route { name: "GetTopicAttributes", method: "POST", uri: "/" },
        crate::Route { name: "ListEndpointsByPlatformApplication", method: "POST", uri: "/" },
        crate::Route { name: "ListOriginationNumbers", method: "POST", uri: "/" },
        crate::Route { name: "ListPhoneNumbersOptedOut", method: "POST", uri: "/" },
        crate::Route { name: "ListPlatformApplications", method: "POST", uri: "/" },
        crate::Route { name: "ListSMSSandboxPhoneNumbers", method: "POST", uri: "/" },
        crate::Route { name: "ListSubscriptions", method: "POST", uri: "/" },
        crate::Route { name: "ListSubscriptionsByTopic", method: "POST", uri: "/" },
        crate::Route { name: "ListTagsForResource", method: "POST", uri: "/" },
        crate::Route { name: "ListTopics", method: "POST", uri: "/" },
        crate::Route { name: "OptInPhoneNumber", method: "POST", uri: "/" },
        crate::Route { name: "Publish", method: "POST", uri: "/" },
        crate::Route { name: "PublishBatch", method: "POST", uri: "/" },
        crate::Route { name: "PutDataProtectionPolicy", method: "POST", uri: "/" },
        crate::Route { name: "RemovePermission", method: "POST", uri: "/" },
        crate::Route { name: "SetEndpointAttributes", method: "POST", uri: "/" },
        crate::Route { name: "SetPlatformApplicationAttributes", method: "POST", uri: "/" },
        crate::Route { name: "SetSMSAttributes", method: "POST", uri: "/" },
        crate::Route { name: "SetSubscriptionAttributes", method: "POST", uri: "/" },
        crate::Route { name: "SetTopicAttributes", method: "POST", uri: "/" },
        crate::Route { name: "Subscribe", method: "POST", uri: "/" },
        crate::Route { name: "TagResource", method: "POST", uri: "/" },
        crate::Route { name: "Unsubscribe", method: "POST", uri: "/" },
        crate::Route { name: "UntagResource", method: "POST", uri: "/" },
        crate::Route { name: "VerifySMSSandboxPhoneNumber", method: "POST", uri: "/" },
    ],
};
