// Written by `cargo xtask codegen`; changes made here are lost.

pub mod errors;
pub mod ops;
#[rustfmt::skip]
mod schemas;
mod types;

pub use types::*;

pub static SERVICE: crate::Service = crate::Service {
    id: "s3control",
    title: "AWS S3 Control",
    signing_name: "s3",
    protocol: crate::Protocol::RestXml,
    dialect: &crate::dialect::S3CONTROL,
    json_version: "",
    target_prefix: "",
    api_version: "2018-08-20",
    xml_namespace: Some("http://s3.amazonaws.com/doc/2006-03-01/"),
    routes: &[
        crate::Route {
            name: "AssociateAccessGrantsIdentityCenter",
            method: "POST",
            uri: "/v20180820/accessgrantsinstance/identitycenter",
        },
        crate::Route {
            name: "CreateAccessGrant",
            method: "POST",
            uri: "/v20180820/accessgrantsinstance/grant",
        },
        crate::Route {
            name: "CreateAccessGrantsInstance",
            method: "POST",
            uri: "/v20180820/accessgrantsinstance",
        },
        crate::Route {
            name: "CreateAccessGrantsLocation",
            method: "POST",
            uri: "/v20180820/accessgrantsinstance/location",
        },
        crate::Route {
            name: "CreateAccessPoint",
            method: "PUT",
            uri: "/v20180820/accesspoint/{name}",
        },
        crate::Route {
            name: "CreateAccessPointForObjectLambda",
            method: "PUT",
            uri: "/v20180820/accesspointforobjectlambda/{name}",
        },
        crate::Route { name: "CreateBucket", method: "PUT", uri: "/v20180820/bucket/{name}" },
        crate::Route { name: "CreateJob", method: "POST", uri: "/v20180820/jobs" },
        crate::Route {
            name: "CreateMultiRegionAccessPoint",
            method: "POST",
            uri: "/v20180820/async-requests/mrap/create",
        },
        crate::Route {
            name: "CreateStorageLensGroup",
            method: "POST",
            uri: "/v20180820/storagelensgroup",
        },
        crate::Route {
            name: "DeleteAccessGrant",
            method: "DELETE",
            uri: "/v20180820/accessgrantsinstance/grant/{id}",
        },
        crate::Route {
            name: "DeleteAccessGrantsInstance",
            method: "DELETE",
            uri: "/v20180820/accessgrantsinstance",
        },
        crate::Route {
            name: "DeleteAccessGrantsInstanceResourcePolicy",
            method: "DELETE",
            uri: "/v20180820/accessgrantsinstance/resourcepolicy",
        },
        crate::Route {
            name: "DeleteAccessGrantsLocation",
            method: "DELETE",
            uri: "/v20180820/accessgrantsinstance/location/{id}",
        },
        crate::Route {
            name: "DeleteAccessPoint",
            method: "DELETE",
            uri: "/v20180820/accesspoint/{name}",
        },
        crate::Route {
            name: "DeleteAccessPointForObjectLambda",
            method: "DELETE",
            uri: "/v20180820/accesspointforobjectlambda/{name}",
        },
        crate::Route {
            name: "DeleteAccessPointPolicy",
            method: "DELETE",
            uri: "/v20180820/accesspoint/{name}/policy",
        },
        crate::Route {
            name: "DeleteAccessPointPolicyForObjectLambda",
            method: "DELETE",
            uri: "/v20180820/accesspointforobjectlambda/{name}/policy",
        },
        crate::Route {
            name: "DeleteAccessPointScope",
            method: "DELETE",
            uri: "/v20180820/accesspoint/{name}/scope",
        },
        crate::Route { name: "DeleteBucket", method: "DELETE", uri: "/v20180820/bucket/{name}" },
        crate::Route {
            name: "DeleteBucketLifecycleConfiguration",
            method: "DELETE",
            uri: "/v20180820/bucket/{name}/lifecycleconfiguration",
        },
        crate::Route {
            name: "DeleteBucketPolicy",
            method: "DELETE",
            uri: "/v20180820/bucket/{name}/policy",
        },
        crate::Route {
            name: "DeleteBucketReplication",
            method: "DELETE",
            uri: "/v20180820/bucket/{name}/replication",
        },
        crate::Route {
            name: "DeleteBucketTagging",
            method: "DELETE",
            uri: "/v20180820/bucket/{name}/tagging",
        },
        crate::Route {
            name: "DeleteJobTagging",
            method: "DELETE",
            uri: "/v20180820/jobs/{id}/tagging",
        },
        crate::Route {
            name: "DeleteMultiRegionAccessPoint",
            method: "POST",
            uri: "/v20180820/async-requests/mrap/delete",
        },
        crate::Route {
            name: "DeletePublicAccessBlock",
            method: "DELETE",
            uri: "/v20180820/configuration/publicAccessBlock",
        },
        crate::Route {
            name: "DeleteStorageLensConfiguration",
            method: "DELETE",
            uri: "/v20180820/storagelens/{storagelensid}",
        },
        crate::Route {
            name: "DeleteStorageLensConfigurationTagging",
            method: "DELETE",
            uri: "/v20180820/storagelens/{storagelensid}/tagging",
        },
        crate::Route {
            name: "DeleteStorageLensGroup",
            method: "DELETE",
            uri: "/v20180820/storagelensgroup/{name}",
        },
        crate::Route { name: "DescribeJob", method: "GET", uri: "/v20180820/jobs/{id}" },
        crate::Route {
            name: "DescribeMultiRegionAccessPointOperation",
            method: "GET",
            uri: "/v20180820/async-requests/mrap/{request_token+}",
        },
        crate::Route {
            name: "DissociateAccessGrantsIdentityCenter",
            method: "DELETE",
            uri: "/v20180820/accessgrantsinstance/identitycenter",
        },
        crate::Route {
            name: "GetAccessGrant",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/grant/{id}",
        },
        crate::Route {
            name: "GetAccessGrantsInstance",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance",
        },
        crate::Route {
            name: "GetAccessGrantsInstanceForPrefix",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/prefix",
        },
        crate::Route {
            name: "GetAccessGrantsInstanceResourcePolicy",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/resourcepolicy",
        },
        crate::Route {
            name: "GetAccessGrantsLocation",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/location/{id}",
        },
        crate::Route {
            name: "GetAccessPoint",
            method: "GET",
            uri: "/v20180820/accesspoint/{name}",
        },
        crate::Route {
            name: "GetAccessPointConfigurationForObjectLambda",
            method: "GET",
            uri: "/v20180820/accesspointforobjectlambda/{name}/configuration",
        },
        crate::Route {
            name: "GetAccessPointForObjectLambda",
            method: "GET",
            uri: "/v20180820/accesspointforobjectlambda/{name}",
        },
        crate::Route {
            name: "GetAccessPointPolicy",
            method: "GET",
            uri: "/v20180820/accesspoint/{name}/policy",
        },
        crate::Route {
            name: "GetAccessPointPolicyForObjectLambda",
            method: "GET",
            uri: "/v20180820/accesspointforobjectlambda/{name}/policy",
        },
        crate::Route {
            name: "GetAccessPointPolicyStatus",
            method: "GET",
            uri: "/v20180820/accesspoint/{name}/policyStatus",
        },
        crate::Route {
            name: "GetAccessPointPolicyStatusForObjectLambda",
            method: "GET",
            uri: "/v20180820/accesspointforobjectlambda/{name}/policyStatus",
        },
        crate::Route {
            name: "GetAccessPointScope",
            method: "GET",
            uri: "/v20180820/accesspoint/{name}/scope",
        },
        crate::Route { name: "GetBucket", method: "GET", uri: "/v20180820/bucket/{name}" },
        crate::Route {
            name: "GetBucketLifecycleConfiguration",
            method: "GET",
            uri: "/v20180820/bucket/{name}/lifecycleconfiguration",
        },
        crate::Route {
            name: "GetBucketPolicy",
            method: "GET",
            uri: "/v20180820/bucket/{name}/policy",
        },
        crate::Route {
            name: "GetBucketReplication",
            method: "GET",
            uri: "/v20180820/bucket/{name}/replication",
        },
        crate::Route {
            name: "GetBucketTagging",
            method: "GET",
            uri: "/v20180820/bucket/{name}/tagging",
        },
        crate::Route {
            name: "GetBucketVersioning",
            method: "GET",
            uri: "/v20180820/bucket/{name}/versioning",
        },
        crate::Route {
            name: "GetDataAccess",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/dataaccess",
        },
        crate::Route { name: "GetJobTagging", method: "GET", uri: "/v20180820/jobs/{id}/tagging" },
        crate::Route {
            name: "GetMultiRegionAccessPoint",
            method: "GET",
            uri: "/v20180820/mrap/instances/{name+}",
        },
        crate::Route {
            name: "GetMultiRegionAccessPointPolicy",
            method: "GET",
            uri: "/v20180820/mrap/instances/{name+}/policy",
        },
        crate::Route {
            name: "GetMultiRegionAccessPointPolicyStatus",
            method: "GET",
            uri: "/v20180820/mrap/instances/{name+}/policystatus",
        },
        crate::Route {
            name: "GetMultiRegionAccessPointRoutes",
            method: "GET",
            uri: "/v20180820/mrap/instances/{mrap+}/routes",
        },
        crate::Route {
            name: "GetPublicAccessBlock",
            method: "GET",
            uri: "/v20180820/configuration/publicAccessBlock",
        },
        crate::Route {
            name: "GetStorageLensConfiguration",
            method: "GET",
            uri: "/v20180820/storagelens/{storagelensid}",
        },
        crate::Route {
            name: "GetStorageLensConfigurationTagging",
            method: "GET",
            uri: "/v20180820/storagelens/{storagelensid}/tagging",
        },
        crate::Route {
            name: "GetStorageLensGroup",
            method: "GET",
            uri: "/v20180820/storagelensgroup/{name}",
        },
        crate::Route {
            name: "ListAccessGrants",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/grants",
        },
        crate::Route {
            name: "ListAccessGrantsInstances",
            method: "GET",
            uri: "/v20180820/accessgrantsinstances",
        },
        crate::Route {
            name: "ListAccessGrantsLocations",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/locations",
        },
        crate::Route { name: "ListAccessPoints", method: "GET", uri: "/v20180820/accesspoint" },
        crate::Route {
            name: "ListAccessPointsForDirectoryBuckets",
            method: "GET",
            uri: "/v20180820/accesspointfordirectory",
        },
        crate::Route {
            name: "ListAccessPointsForObjectLambda",
            method: "GET",
            uri: "/v20180820/accesspointforobjectlambda",
        },
        crate::Route {
            name: "ListCallerAccessGrants",
            method: "GET",
            uri: "/v20180820/accessgrantsinstance/caller/grants",
        },
        crate::Route { name: "ListJobs", method: "GET", uri: "/v20180820/jobs" },
        crate::Route {
            name: "ListMultiRegionAccessPoints",
            method: "GET",
            uri: "/v20180820/mrap/instances",
        },
        crate::Route { name: "ListRegionalBuckets", method: "GET", uri: "/v20180820/bucket" },
        crate::Route {
            name: "ListStorageLensConfigurations",
            method: "GET",
            uri: "/v20180820/storagelens",
        },
        crate::Route {
            name: "ListStorageLensGroups",
            method: "GET",
            uri: "/v20180820/storagelensgroup",
        },
        crate::Route {
            name: "ListTagsForResource",
            method: "GET",
            uri: "/v20180820/tags/{resourceArn+}",
        },
        crate::Route {
            name: "PutAccessGrantsInstanceResourcePolicy",
            method: "PUT",
            uri: "/v20180820/accessgrantsinstance/resourcepolicy",
        },
        crate::Route {
            name: "PutAccessPointConfigurationForObjectLambda",
            method: "PUT",
            uri: "/v20180820/accesspointforobjectlambda/{name}/configuration",
        },
        crate::Route {
            name: "PutAccessPointPolicy",
            method: "PUT",
            uri: "/v20180820/accesspoint/{name}/policy",
        },
        crate::Route {
            name: "PutAccessPointPolicyForObjectLambda",
            method: "PUT",
            uri: "/v20180820/accesspointforobjectlambda/{name}/policy",
        },
        crate::Route {
            name: "PutAccessPointScope",
            method: "PUT",
            uri: "/v20180820/accesspoint/{name}/scope",
        },
        crate::Route {
            name: "PutBucketLifecycleConfiguration",
            method: "PUT",
            uri: "/v20180820/bucket/{name}/lifecycleconfiguration",
        },
        crate::Route {
            name: "PutBucketPolicy",
            method: "PUT",
            uri: "/v20180820/bucket/{name}/policy",
        },
        crate::Route {
            name: "PutBucketReplication",
            method: "PUT",
            uri: "/v20180820/bucket/{name}/replication",
        },
        crate::Route {
            name: "PutBucketTagging",
            method: "PUT",
            uri: "/v20180820/bucket/{name}/tagging",
        },
        crate::Route {
            name: "PutBucketVersioning",
            method: "PUT",
            uri: "/v20180820/bucket/{name}/versioning",
        },
        crate::Route { name: "PutJobTagging", method: "PUT", uri: "/v20180820/jobs/{id}/tagging" },
        crate::Route {
            name: "PutMultiRegionAccessPointPolicy",
            method: "POST",
            uri: "/v20180820/async-requests/mrap/put-policy",
        },
        crate::Route {
            name: "PutPublicAccessBlock",
            method: "PUT",
            uri: "/v20180820/configuration/publicAccessBlock",
        },
        crate::Route {
            name: "PutStorageLensConfiguration",
            method: "PUT",
            uri: "/v20180820/storagelens/{storagelensid}",
        },
        crate::Route {
            name: "PutStorageLensConfigurationTagging",
            method: "PUT",
            uri: "/v20180820/storagelens/{storagelensid}/tagging",
        },
        crate::Route {
            name: "SubmitMultiRegionAccessPointRoutes",
            method: "PATCH",
            uri: "/v20180820/mrap/instances/{mrap+}/routes",
        },
        crate::Route { name: "TagResource", method: "POST", uri: "/v20180820/tags/{resourceArn+}" },
        crate::Route {
            name: "UntagResource",
            method: "DELETE",
            uri: "/v20180820/tags/{resourceArn+}",
        },
        crate::Route {
            name: "UpdateAccessGrantsLocation",
            method: "PUT",
            uri: "/v20180820/accessgrantsinstance/location/{id}",
        },
        crate::Route {
            name: "UpdateJobPriority",
            method: "POST",
            uri: "/v20180820/jobs/{id}/priority",
        },
        crate::Route {
            name: "UpdateJobStatus",
            method: "POST",
            uri: "/v20180820/jobs/{id}/status",
        },
        crate::Route {
            name: "UpdateStorageLensGroup",
            method: "PUT",
            uri: "/v20180820/storagelensgroup/{name}",
        },
    ],
};
