// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static APIErrorListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&APIErrorType)) };
pub static APIErrorType: Structure = Structure { name: "APIErrorType", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
] };
static AddReplicaRegionListType: List = List { length: Length::new(Some(1), None).room(100), item: Member::new("member", Kind::Structure(&ReplicaRegionType)) };
pub static BatchGetSecretValueRequest: Structure = Structure { name: "BatchGetSecretValueRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretIdList", Kind::List(&SecretIdListType)),
Member::new("Filters", Kind::List(&FiltersListType)),
Member::new("MaxResults", Kind::integer(Some(1), Some(20))),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
] };
pub static BatchGetSecretValueResponse: Structure = Structure { name: "BatchGetSecretValueResponse", payload: None, xml_namespace: None, members: &[
Member::new("SecretValues", Kind::List(&SecretValuesType)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("Errors", Kind::List(&APIErrorListType)),
] };
pub static CancelRotateSecretRequest: Structure = Structure { name: "CancelRotateSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static CancelRotateSecretResponse: Structure = Structure { name: "CancelRotateSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
] };
pub static CreateSecretRequest: Structure = Structure { name: "CreateSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(512)), None, &[])).required(),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("Description", Kind::text(Length::new(None, Some(2048)), None, &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("SecretBinary", Kind::Blob(Length::new(Some(1), Some(65536)))),
Member::new("SecretString", Kind::secret(Length::new(Some(1), Some(65536)), None)),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("AddReplicaRegions", Kind::List(&AddReplicaRegionListType)),
Member::new("ForceOverwriteReplicaSecret", Kind::Boolean),
Member::new("Type", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("CrossAccountPrimaryARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
] };
pub static CreateSecretResponse: Structure = Structure { name: "CreateSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("ReplicationStatus", Kind::List(&ReplicationStatusListType)),
] };
pub static CrossAccountPrimaryType: Structure = Structure { name: "CrossAccountPrimaryType", payload: None, xml_namespace: None, members: &[
Member::new("PrimarySecretARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("ReplicationStatus", Kind::text(Length::new(None, None), None, &["InSync", "Failed", "InProgress", "Pending", "Detached"])),
Member::new("StatusMessage", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
] };
pub static CrossAccountReplicaEntry: Structure = Structure { name: "CrossAccountReplicaEntry", payload: None, xml_namespace: None, members: &[
Member::new("ReplicaSecretARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("ReplicationRoleARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("ReplicationStatus", Kind::text(Length::new(None, None), None, &["InSync", "Failed", "InProgress", "Pending", "Detached"])),
Member::new("StatusMessage", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
] };
static CrossAccountReplicaListType: List = List { length: Length::new(Some(1), Some(100)), item: Member::new("member", Kind::Structure(&CrossAccountReplicaEntry)) };
pub static DeleteResourcePolicyRequest: Structure = Structure { name: "DeleteResourcePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
] };
pub static DeleteResourcePolicyResponse: Structure = Structure { name: "DeleteResourcePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
] };
pub static DeleteSecretRequest: Structure = Structure { name: "DeleteSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("RecoveryWindowInDays", Kind::integer(None, None)),
Member::new("ForceDeleteWithoutRecovery", Kind::Boolean),
] };
pub static DeleteSecretResponse: Structure = Structure { name: "DeleteSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("DeletionDate", Kind::Timestamp(None)),
] };
pub static DescribeSecretRequest: Structure = Structure { name: "DescribeSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static DescribeSecretResponse: Structure = Structure { name: "DescribeSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("Type", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("Description", Kind::text(Length::new(None, Some(2048)), None, &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("RotationEnabled", Kind::Boolean),
Member::new("RotationLambdaARN", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("RotationRules", Kind::Structure(&RotationRulesType)),
Member::new("ExternalSecretRotationMetadata", Kind::List(&ExternalSecretRotationMetadataType)),
Member::new("ExternalSecretRotationRoleArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("LastRotatedDate", Kind::Timestamp(None)),
Member::new("LastChangedDate", Kind::Timestamp(None)),
Member::new("LastAccessedDate", Kind::Timestamp(None)),
Member::new("DeletedDate", Kind::Timestamp(None)),
Member::new("NextRotationDate", Kind::Timestamp(None)),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("VersionIdsToStages", Kind::Map(&SecretVersionsToStagesMapType)),
Member::new("OwningService", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("CreatedDate", Kind::Timestamp(None)),
Member::new("PrimaryRegion", Kind::text(Length::new(Some(1), Some(128)), Some("^([a-z]+-)+\\d+$"), &[])),
Member::new("ReplicationStatus", Kind::List(&ReplicationStatusListType)),
Member::new("CrossAccountPrimary", Kind::Structure(&CrossAccountPrimaryType)),
Member::new("CrossAccountReplicas", Kind::List(&CrossAccountReplicaListType)),
] };
pub static ExternalSecretRotationMetadataItem: Structure = Structure { name: "ExternalSecretRotationMetadataItem", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("Value", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
static ExternalSecretRotationMetadataType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ExternalSecretRotationMetadataItem)) };
pub static Filter: Structure = Structure { name: "Filter", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(None, None), None, &["description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all"])),
Member::new("Values", Kind::List(&FilterValuesStringList)),
] };
static FilterValuesStringList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(None, Some(512)), Some("^\\!?[a-zA-Z0-9 :_@\\/\\+\\=\\.\\-\\!]*$"), &[])) };
static FiltersListType: List = List { length: Length::new(None, Some(10)), item: Member::new("member", Kind::Structure(&Filter)) };
pub static GetRandomPasswordRequest: Structure = Structure { name: "GetRandomPasswordRequest", payload: None, xml_namespace: None, members: &[
Member::new("PasswordLength", Kind::integer(Some(1), Some(4096))),
Member::new("ExcludeCharacters", Kind::text(Length::new(Some(0), Some(4096)), None, &[])),
Member::new("ExcludeNumbers", Kind::Boolean),
Member::new("ExcludePunctuation", Kind::Boolean),
Member::new("ExcludeUppercase", Kind::Boolean),
Member::new("ExcludeLowercase", Kind::Boolean),
Member::new("IncludeSpace", Kind::Boolean),
Member::new("RequireEachIncludedType", Kind::Boolean),
] };
pub static GetRandomPasswordResponse: Structure = Structure { name: "GetRandomPasswordResponse", payload: None, xml_namespace: None, members: &[
Member::new("RandomPassword", Kind::secret(Length::new(Some(0), Some(4096)), None)),
] };
pub static GetResourcePolicyRequest: Structure = Structure { name: "GetResourcePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
] };
pub static GetResourcePolicyResponse: Structure = Structure { name: "GetResourcePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
Member::new("ResourcePolicy", Kind::text(Length::new(Some(1), Some(20480)), None, &[])),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
] };
pub static GetSecretValueRequest: Structure = Structure { name: "GetSecretValueRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("VersionStage", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
] };
pub static GetSecretValueResponse: Structure = Structure { name: "GetSecretValueResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("SecretBinary", Kind::Blob(Length::new(Some(1), Some(65536)))),
Member::new("SecretString", Kind::secret(Length::new(Some(1), Some(65536)), None)),
Member::new("VersionStages", Kind::List(&SecretVersionStagesType)),
Member::new("CreatedDate", Kind::Timestamp(None)),
] };
static KmsKeyIdListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(0), Some(2048)), None, &[])) };
pub static ListSecretVersionIdsRequest: Structure = Structure { name: "ListSecretVersionIdsRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("MaxResults", Kind::integer(Some(1), Some(100))),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("IncludeDeprecated", Kind::Boolean),
] };
pub static ListSecretVersionIdsResponse: Structure = Structure { name: "ListSecretVersionIdsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Versions", Kind::List(&SecretVersionsListType)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
] };
pub static ListSecretsRequest: Structure = Structure { name: "ListSecretsRequest", payload: None, xml_namespace: None, members: &[
Member::new("IncludePlannedDeletion", Kind::Boolean),
Member::new("MaxResults", Kind::integer(Some(1), Some(100))),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("Filters", Kind::List(&FiltersListType)),
Member::new("SortOrder", Kind::text(Length::new(None, None), None, &["asc", "desc"])),
Member::new("SortBy", Kind::text(Length::new(None, None), None, &["created-date", "last-accessed-date", "last-changed-date", "name"])),
] };
pub static ListSecretsResponse: Structure = Structure { name: "ListSecretsResponse", payload: None, xml_namespace: None, members: &[
Member::new("SecretList", Kind::List(&SecretListType)),
Member::new("NextToken", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
] };
pub static PutResourcePolicyRequest: Structure = Structure { name: "PutResourcePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ResourcePolicy", Kind::text(Length::new(Some(1), Some(20480)), None, &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
Member::new("BlockPublicPolicy", Kind::Boolean),
] };
pub static PutResourcePolicyResponse: Structure = Structure { name: "PutResourcePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(64)), Some("[0-9A-Za-z\\-\\_]+"), &[])),
] };
pub static PutSecretValueRequest: Structure = Structure { name: "PutSecretValueRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("SecretBinary", Kind::Blob(Length::new(Some(1), Some(65536)))),
Member::new("SecretString", Kind::secret(Length::new(Some(1), Some(65536)), None)),
Member::new("VersionStages", Kind::List(&SecretVersionStagesType)),
Member::new("RotationToken", Kind::secret(Length::new(Some(36), Some(256)), Some("^[a-zA-Z0-9\\-]+$"))),
] };
pub static PutSecretValueResponse: Structure = Structure { name: "PutSecretValueResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("VersionStages", Kind::List(&SecretVersionStagesType)),
] };
pub static ReplicaRegionType: Structure = Structure { name: "ReplicaRegionType", payload: None, xml_namespace: None, members: &[
Member::new("Region", Kind::text(Length::new(Some(1), Some(128)), Some("^([a-z]+-)+\\d+$"), &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
] };
static ReplicationStatusListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ReplicationStatusType)) };
pub static ReplicationStatusType: Structure = Structure { name: "ReplicationStatusType", payload: None, xml_namespace: None, members: &[
Member::new("Region", Kind::text(Length::new(Some(1), Some(128)), Some("^([a-z]+-)+\\d+$"), &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("Status", Kind::text(Length::new(None, None), None, &["InSync", "Failed", "InProgress", "Pending", "Detached"])),
Member::new("StatusMessage", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("LastAccessedDate", Kind::Timestamp(None)),
] };
pub static RestoreSecretRequest: Structure = Structure { name: "RestoreSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static RestoreSecretResponse: Structure = Structure { name: "RestoreSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
] };
pub static RotateSecretRequest: Structure = Structure { name: "RotateSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("RotationLambdaARN", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("RotationRules", Kind::Structure(&RotationRulesType)),
Member::new("ExternalSecretRotationMetadata", Kind::List(&ExternalSecretRotationMetadataType)),
Member::new("ExternalSecretRotationRoleArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("RotateImmediately", Kind::Boolean),
] };
pub static RotateSecretResponse: Structure = Structure { name: "RotateSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
] };
pub static RotationRulesType: Structure = Structure { name: "RotationRulesType", payload: None, xml_namespace: None, members: &[
Member::new("AutomaticallyAfterDays", Kind::integer(Some(1), Some(1000))),
Member::new("Duration", Kind::text(Length::new(Some(2), Some(3)), Some("[0-9]+h"), &[])),
Member::new("ScheduleExpression", Kind::text(Length::new(Some(1), Some(256)), Some("[0-9A-Za-z\\(\\)#\\?\\*\\-\\/, ]+"), &[])),
] };
static SecretIdListType: List = List { length: Length::new(Some(1), Some(20)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(2048)), None, &[])) };
pub static SecretListEntry: Structure = Structure { name: "SecretListEntry", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("Type", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("Description", Kind::text(Length::new(None, Some(2048)), None, &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("RotationEnabled", Kind::Boolean),
Member::new("RotationLambdaARN", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("RotationRules", Kind::Structure(&RotationRulesType)),
Member::new("ExternalSecretRotationMetadata", Kind::List(&ExternalSecretRotationMetadataType)),
Member::new("ExternalSecretRotationRoleArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("LastRotatedDate", Kind::Timestamp(None)),
Member::new("LastChangedDate", Kind::Timestamp(None)),
Member::new("LastAccessedDate", Kind::Timestamp(None)),
Member::new("DeletedDate", Kind::Timestamp(None)),
Member::new("NextRotationDate", Kind::Timestamp(None)),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("SecretVersionsToStages", Kind::Map(&SecretVersionsToStagesMapType)),
Member::new("OwningService", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("CreatedDate", Kind::Timestamp(None)),
Member::new("PrimaryRegion", Kind::text(Length::new(Some(1), Some(128)), Some("^([a-z]+-)+\\d+$"), &[])),
] };
static SecretListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&SecretListEntry)) };
pub static SecretValueEntry: Structure = Structure { name: "SecretValueEntry", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("SecretBinary", Kind::Blob(Length::new(Some(1), Some(65536)))),
Member::new("SecretString", Kind::secret(Length::new(Some(1), Some(65536)), None)),
Member::new("VersionStages", Kind::List(&SecretVersionStagesType)),
Member::new("CreatedDate", Kind::Timestamp(None)),
] };
static SecretValuesType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&SecretValueEntry)) };
static SecretVersionStagesType: List = List { length: Length::new(Some(1), Some(20)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(256)), None, &[])) };
pub static SecretVersionsListEntry: Structure = Structure { name: "SecretVersionsListEntry", payload: None, xml_namespace: None, members: &[
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("VersionStages", Kind::List(&SecretVersionStagesType)),
Member::new("LastAccessedDate", Kind::Timestamp(None)),
Member::new("CreatedDate", Kind::Timestamp(None)),
Member::new("KmsKeyIds", Kind::List(&KmsKeyIdListType)),
] };
static SecretVersionsListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&SecretVersionsListEntry)) };
static SecretVersionsToStagesMapType: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(Some(32), Some(64)), None, &[])), value: Member::new("value", Kind::List(&SecretVersionStagesType)) };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
] };
static TagKeyListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagListType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Tag)) };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagListType)).required(),
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyListType)).required(),
] };
pub static UpdateSecretRequest: Structure = Structure { name: "UpdateSecretRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ClientRequestToken", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("Description", Kind::text(Length::new(None, Some(2048)), None, &[])),
Member::new("KmsKeyId", Kind::text(Length::new(Some(0), Some(2048)), None, &[])),
Member::new("SecretBinary", Kind::Blob(Length::new(Some(1), Some(65536)))),
Member::new("SecretString", Kind::secret(Length::new(Some(1), Some(65536)), None)),
Member::new("Type", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
] };
pub static UpdateSecretResponse: Structure = Structure { name: "UpdateSecretResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
Member::new("VersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
] };
pub static UpdateSecretVersionStageRequest: Structure = Structure { name: "UpdateSecretVersionStageRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("VersionStage", Kind::text(Length::new(Some(1), Some(256)), None, &[])).required(),
Member::new("RemoveFromVersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
Member::new("MoveToVersionId", Kind::text(Length::new(Some(32), Some(64)), None, &[])),
] };
pub static UpdateSecretVersionStageResponse: Structure = Structure { name: "UpdateSecretVersionStageResponse", payload: None, xml_namespace: None, members: &[
Member::new("ARN", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), None, &[])),
] };
pub static ValidateResourcePolicyRequest: Structure = Structure { name: "ValidateResourcePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("SecretId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("ResourcePolicy", Kind::text(Length::new(Some(1), Some(20480)), None, &[])).required(),
] };
pub static ValidateResourcePolicyResponse: Structure = Structure { name: "ValidateResourcePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyValidationPassed", Kind::Boolean),
Member::new("ValidationErrors", Kind::List(&ValidationErrorsType)),
] };
pub static ValidationErrorsEntry: Structure = Structure { name: "ValidationErrorsEntry", payload: None, xml_namespace: None, members: &[
Member::new("CheckName", Kind::text(Length::new(Some(1), Some(512)), None, &[])),
Member::new("ErrorMessage", Kind::text(Length::new(None, None), None, &[])),
] };
static ValidationErrorsType: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ValidationErrorsEntry)) };
