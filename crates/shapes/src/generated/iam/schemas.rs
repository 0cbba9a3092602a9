// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AccessKey: Structure = Structure { name: "AccessKey", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])).required(),
Member::new("SecretAccessKey", Kind::secret(Length::new(None, None), None)).required(),
Member::new("CreateDate", Kind::Timestamp(None)),
] };
pub static AccessKeyLastUsed: Structure = Structure { name: "AccessKeyLastUsed", payload: None, xml_namespace: None, members: &[
Member::new("LastUsedDate", Kind::Timestamp(None)),
Member::new("ServiceName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Region", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static AccessKeyMetadata: Structure = Structure { name: "AccessKeyMetadata", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])),
Member::new("CreateDate", Kind::Timestamp(None)),
] };
pub static AddRoleToInstanceProfileRequest: Structure = Structure { name: "AddRoleToInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static AddUserToGroupRequest: Structure = Structure { name: "AddUserToGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
static ArnListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(20), Some(2048)), None, &[])) };
pub static AttachGroupPolicyRequest: Structure = Structure { name: "AttachGroupPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static AttachRolePolicyRequest: Structure = Structure { name: "AttachRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static AttachUserPolicyRequest: Structure = Structure { name: "AttachUserPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static AttachedPermissionsBoundary: Structure = Structure { name: "AttachedPermissionsBoundary", payload: None, xml_namespace: None, members: &[
Member::new("PermissionsBoundaryType", Kind::text(Length::new(None, None), None, &["PermissionsBoundaryPolicy"])),
Member::new("PermissionsBoundaryArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
] };
pub static AttachedPolicy: Structure = Structure { name: "AttachedPolicy", payload: None, xml_namespace: None, members: &[
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
] };
pub static CreateAccessKeyRequest: Structure = Structure { name: "CreateAccessKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static CreateAccessKeyResponse: Structure = Structure { name: "CreateAccessKeyResponse", payload: None, xml_namespace: None, members: &[
Member::new("AccessKey", Kind::Structure(&AccessKey)).required(),
] };
pub static CreateAccountAliasRequest: Structure = Structure { name: "CreateAccountAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountAlias", Kind::text(Length::new(Some(3), Some(63)), Some("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"), &[])).required(),
] };
pub static CreateGroupRequest: Structure = Structure { name: "CreateGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static CreateGroupResponse: Structure = Structure { name: "CreateGroupResponse", payload: None, xml_namespace: None, members: &[
Member::new("Group", Kind::Structure(&Group)).required(),
] };
pub static CreateInstanceProfileRequest: Structure = Structure { name: "CreateInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static CreateInstanceProfileResponse: Structure = Structure { name: "CreateInstanceProfileResponse", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfile", Kind::Structure(&InstanceProfile)).required(),
] };
pub static CreatePolicyRequest: Structure = Structure { name: "CreatePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), None, &[])),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static CreatePolicyResponse: Structure = Structure { name: "CreatePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::Structure(&Policy)),
] };
pub static CreatePolicyVersionRequest: Structure = Structure { name: "CreatePolicyVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
Member::new("SetAsDefault", Kind::Boolean),
] };
pub static CreatePolicyVersionResponse: Structure = Structure { name: "CreatePolicyVersionResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyVersion", Kind::Structure(&PolicyVersion)),
] };
pub static CreateRoleRequest: Structure = Structure { name: "CreateRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("AssumeRolePolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"), &[])),
Member::new("MaxSessionDuration", Kind::integer(Some(3600), Some(43200))),
Member::new("PermissionsBoundary", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static CreateRoleResponse: Structure = Structure { name: "CreateRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("Role", Kind::Structure(&Role)).required(),
] };
pub static CreateServiceLinkedRoleRequest: Structure = Structure { name: "CreateServiceLinkedRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("AWSServiceName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"), &[])),
Member::new("CustomSuffix", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static CreateServiceLinkedRoleResponse: Structure = Structure { name: "CreateServiceLinkedRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("Role", Kind::Structure(&Role)),
] };
pub static CreateUserRequest: Structure = Structure { name: "CreateUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PermissionsBoundary", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static CreateUserResponse: Structure = Structure { name: "CreateUserResponse", payload: None, xml_namespace: None, members: &[
Member::new("User", Kind::Structure(&User)),
] };
pub static DeleteAccessKeyRequest: Structure = Structure { name: "DeleteAccessKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
] };
pub static DeleteAccountAliasRequest: Structure = Structure { name: "DeleteAccountAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountAlias", Kind::text(Length::new(Some(3), Some(63)), Some("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"), &[])).required(),
] };
pub static DeleteGroupPolicyRequest: Structure = Structure { name: "DeleteGroupPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteGroupRequest: Structure = Structure { name: "DeleteGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteInstanceProfileRequest: Structure = Structure { name: "DeleteInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteLoginProfileRequest: Structure = Structure { name: "DeleteLoginProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static DeletePolicyRequest: Structure = Structure { name: "DeletePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static DeletePolicyVersionRequest: Structure = Structure { name: "DeletePolicyVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])).required(),
] };
pub static DeleteRolePermissionsBoundaryRequest: Structure = Structure { name: "DeleteRolePermissionsBoundaryRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteRolePolicyRequest: Structure = Structure { name: "DeleteRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteRoleRequest: Structure = Structure { name: "DeleteRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteServiceLinkedRoleRequest: Structure = Structure { name: "DeleteServiceLinkedRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteServiceLinkedRoleResponse: Structure = Structure { name: "DeleteServiceLinkedRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("DeletionTaskId", Kind::text(Length::new(Some(1), Some(1000)), None, &[])).required(),
] };
pub static DeleteUserPermissionsBoundaryRequest: Structure = Structure { name: "DeleteUserPermissionsBoundaryRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteUserPolicyRequest: Structure = Structure { name: "DeleteUserPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteUserRequest: Structure = Structure { name: "DeleteUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeletionTaskFailureReasonType: Structure = Structure { name: "DeletionTaskFailureReasonType", payload: None, xml_namespace: None, members: &[
Member::new("Reason", Kind::text(Length::new(None, Some(1000)), None, &[])),
Member::new("RoleUsageList", Kind::List(&RoleUsageListType)),
] };
pub static DetachGroupPolicyRequest: Structure = Structure { name: "DetachGroupPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static DetachRolePolicyRequest: Structure = Structure { name: "DetachRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static DetachUserPolicyRequest: Structure = Structure { name: "DetachUserPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static GetAccessKeyLastUsedRequest: Structure = Structure { name: "GetAccessKeyLastUsedRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
] };
pub static GetAccessKeyLastUsedResponse: Structure = Structure { name: "GetAccessKeyLastUsedResponse", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("AccessKeyLastUsed", Kind::Structure(&AccessKeyLastUsed)),
] };
pub static GetAccountAuthorizationDetailsRequest: Structure = Structure { name: "GetAccountAuthorizationDetailsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Filter", Kind::List(&EntityListType)),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
] };
pub static GetAccountAuthorizationDetailsResponse: Structure = Structure { name: "GetAccountAuthorizationDetailsResponse", payload: None, xml_namespace: None, members: &[
Member::new("UserDetailList", Kind::List(&UserDetailListType)),
Member::new("GroupDetailList", Kind::List(&GroupDetailListType)),
Member::new("RoleDetailList", Kind::List(&RoleDetailListType)),
Member::new("Policies", Kind::List(&ManagedPolicyDetailListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetAccountSummaryResponse: Structure = Structure { name: "GetAccountSummaryResponse", payload: None, xml_namespace: None, members: &[
Member::new("SummaryMap", Kind::Map(&SummaryMapType)),
] };
pub static GetGroupPolicyRequest: Structure = Structure { name: "GetGroupPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static GetGroupPolicyResponse: Structure = Structure { name: "GetGroupPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static GetGroupRequest: Structure = Structure { name: "GetGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static GetGroupResponse: Structure = Structure { name: "GetGroupResponse", payload: None, xml_namespace: None, members: &[
Member::new("Group", Kind::Structure(&Group)).required(),
Member::new("Users", Kind::List(&UserListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetInstanceProfileRequest: Structure = Structure { name: "GetInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static GetInstanceProfileResponse: Structure = Structure { name: "GetInstanceProfileResponse", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfile", Kind::Structure(&InstanceProfile)).required(),
] };
pub static GetLoginProfileRequest: Structure = Structure { name: "GetLoginProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static GetLoginProfileResponse: Structure = Structure { name: "GetLoginProfileResponse", payload: None, xml_namespace: None, members: &[
Member::new("LoginProfile", Kind::Structure(&LoginProfile)).required(),
] };
pub static GetPolicyRequest: Structure = Structure { name: "GetPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static GetPolicyResponse: Structure = Structure { name: "GetPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::Structure(&Policy)),
] };
pub static GetPolicyVersionRequest: Structure = Structure { name: "GetPolicyVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])).required(),
] };
pub static GetPolicyVersionResponse: Structure = Structure { name: "GetPolicyVersionResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyVersion", Kind::Structure(&PolicyVersion)),
] };
pub static GetRolePolicyRequest: Structure = Structure { name: "GetRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static GetRolePolicyResponse: Structure = Structure { name: "GetRolePolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static GetRoleRequest: Structure = Structure { name: "GetRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static GetRoleResponse: Structure = Structure { name: "GetRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("Role", Kind::Structure(&Role)).required(),
] };
pub static GetServiceLinkedRoleDeletionStatusRequest: Structure = Structure { name: "GetServiceLinkedRoleDeletionStatusRequest", payload: None, xml_namespace: None, members: &[
Member::new("DeletionTaskId", Kind::text(Length::new(Some(1), Some(1000)), None, &[])).required(),
] };
pub static GetServiceLinkedRoleDeletionStatusResponse: Structure = Structure { name: "GetServiceLinkedRoleDeletionStatusResponse", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["SUCCEEDED", "IN_PROGRESS", "FAILED", "NOT_STARTED"])).required(),
Member::new("Reason", Kind::Structure(&DeletionTaskFailureReasonType)),
] };
pub static GetUserPolicyRequest: Structure = Structure { name: "GetUserPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static GetUserPolicyResponse: Structure = Structure { name: "GetUserPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static GetUserRequest: Structure = Structure { name: "GetUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static GetUserResponse: Structure = Structure { name: "GetUserResponse", payload: None, xml_namespace: None, members: &[
Member::new("User", Kind::Structure(&User)).required(),
] };
pub static Group: Structure = Structure { name: "Group", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])).required(),
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("GroupId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
] };
pub static GroupDetail: Structure = Structure { name: "GroupDetail", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("GroupId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("CreateDate", Kind::Timestamp(None)),
Member::new("GroupPolicyList", Kind::List(&PolicyDetailListType)),
Member::new("AttachedManagedPolicies", Kind::List(&AttachedPoliciesListType)),
] };
pub static InstanceProfile: Structure = Structure { name: "InstanceProfile", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])).required(),
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("InstanceProfileId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
Member::new("Roles", Kind::List(&RoleListType)).required(),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static ListAccessKeysRequest: Structure = Structure { name: "ListAccessKeysRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListAccessKeysResponse: Structure = Structure { name: "ListAccessKeysResponse", payload: None, xml_namespace: None, members: &[
Member::new("AccessKeyMetadata", Kind::List(&AccessKeyMetadataListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListAccountAliasesRequest: Structure = Structure { name: "ListAccountAliasesRequest", payload: None, xml_namespace: None, members: &[
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListAccountAliasesResponse: Structure = Structure { name: "ListAccountAliasesResponse", payload: None, xml_namespace: None, members: &[
Member::new("AccountAliases", Kind::List(&AccountAliasListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListAttachedGroupPoliciesRequest: Structure = Structure { name: "ListAttachedGroupPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListAttachedGroupPoliciesResponse: Structure = Structure { name: "ListAttachedGroupPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("AttachedPolicies", Kind::List(&AttachedPoliciesListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListAttachedRolePoliciesRequest: Structure = Structure { name: "ListAttachedRolePoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListAttachedRolePoliciesResponse: Structure = Structure { name: "ListAttachedRolePoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("AttachedPolicies", Kind::List(&AttachedPoliciesListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListAttachedUserPoliciesRequest: Structure = Structure { name: "ListAttachedUserPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListAttachedUserPoliciesResponse: Structure = Structure { name: "ListAttachedUserPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("AttachedPolicies", Kind::List(&AttachedPoliciesListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListEntitiesForPolicyRequest: Structure = Structure { name: "ListEntitiesForPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("EntityFilter", Kind::text(Length::new(None, None), None, &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"])),
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("PolicyUsageFilter", Kind::text(Length::new(None, None), None, &["PermissionsPolicy", "PermissionsBoundary"])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListEntitiesForPolicyResponse: Structure = Structure { name: "ListEntitiesForPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyGroups", Kind::List(&PolicyGroupListType)),
Member::new("PolicyUsers", Kind::List(&PolicyUserListType)),
Member::new("PolicyRoles", Kind::List(&PolicyRoleListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListGroupPoliciesRequest: Structure = Structure { name: "ListGroupPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListGroupPoliciesResponse: Structure = Structure { name: "ListGroupPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyNames", Kind::List(&PolicyNameListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListGroupsForUserRequest: Structure = Structure { name: "ListGroupsForUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListGroupsForUserResponse: Structure = Structure { name: "ListGroupsForUserResponse", payload: None, xml_namespace: None, members: &[
Member::new("Groups", Kind::List(&GroupListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListGroupsRequest: Structure = Structure { name: "ListGroupsRequest", payload: None, xml_namespace: None, members: &[
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("\\u002F[\\u0021-\\u007F]*"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListGroupsResponse: Structure = Structure { name: "ListGroupsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Groups", Kind::List(&GroupListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListInstanceProfileTagsRequest: Structure = Structure { name: "ListInstanceProfileTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListInstanceProfileTagsResponse: Structure = Structure { name: "ListInstanceProfileTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListInstanceProfilesForRoleRequest: Structure = Structure { name: "ListInstanceProfilesForRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListInstanceProfilesForRoleResponse: Structure = Structure { name: "ListInstanceProfilesForRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfiles", Kind::List(&InstanceProfileListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListInstanceProfilesRequest: Structure = Structure { name: "ListInstanceProfilesRequest", payload: None, xml_namespace: None, members: &[
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("\\u002F[\\u0021-\\u007F]*"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListInstanceProfilesResponse: Structure = Structure { name: "ListInstanceProfilesResponse", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfiles", Kind::List(&InstanceProfileListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListMFADevicesRequest: Structure = Structure { name: "ListMFADevicesRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListMFADevicesResponse: Structure = Structure { name: "ListMFADevicesResponse", payload: None, xml_namespace: None, members: &[
Member::new("MFADevices", Kind::List(&MfaDeviceListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListPoliciesRequest: Structure = Structure { name: "ListPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("Scope", Kind::text(Length::new(None, None), None, &["All", "AWS", "Local"])),
Member::new("OnlyAttached", Kind::Boolean),
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("PolicyUsageFilter", Kind::text(Length::new(None, None), None, &["PermissionsPolicy", "PermissionsBoundary"])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListPoliciesResponse: Structure = Structure { name: "ListPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Policies", Kind::List(&PolicyListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListPolicyTagsRequest: Structure = Structure { name: "ListPolicyTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListPolicyTagsResponse: Structure = Structure { name: "ListPolicyTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListPolicyVersionsRequest: Structure = Structure { name: "ListPolicyVersionsRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListPolicyVersionsResponse: Structure = Structure { name: "ListPolicyVersionsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Versions", Kind::List(&PolicyDocumentVersionListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListRolePoliciesRequest: Structure = Structure { name: "ListRolePoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListRolePoliciesResponse: Structure = Structure { name: "ListRolePoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyNames", Kind::List(&PolicyNameListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListRoleTagsRequest: Structure = Structure { name: "ListRoleTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListRoleTagsResponse: Structure = Structure { name: "ListRoleTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListRolesRequest: Structure = Structure { name: "ListRolesRequest", payload: None, xml_namespace: None, members: &[
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("\\u002F[\\u0021-\\u007F]*"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListRolesResponse: Structure = Structure { name: "ListRolesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Roles", Kind::List(&RoleListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListSSHPublicKeysRequest: Structure = Structure { name: "ListSSHPublicKeysRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListSSHPublicKeysResponse: Structure = Structure { name: "ListSSHPublicKeysResponse", payload: None, xml_namespace: None, members: &[
Member::new("SSHPublicKeys", Kind::List(&SSHPublicKeyListType)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListServiceSpecificCredentialsRequest: Structure = Structure { name: "ListServiceSpecificCredentialsRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("ServiceName", Kind::text(Length::new(None, None), None, &[])),
Member::new("AllUsers", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListServiceSpecificCredentialsResponse: Structure = Structure { name: "ListServiceSpecificCredentialsResponse", payload: None, xml_namespace: None, members: &[
Member::new("ServiceSpecificCredentials", Kind::List(&ServiceSpecificCredentialsListType)),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
Member::new("IsTruncated", Kind::Boolean),
] };
pub static ListSigningCertificatesRequest: Structure = Structure { name: "ListSigningCertificatesRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListSigningCertificatesResponse: Structure = Structure { name: "ListSigningCertificatesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Certificates", Kind::List(&CertificateListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListUserPoliciesRequest: Structure = Structure { name: "ListUserPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListUserPoliciesResponse: Structure = Structure { name: "ListUserPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyNames", Kind::List(&PolicyNameListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListUserTagsRequest: Structure = Structure { name: "ListUserTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListUserTagsResponse: Structure = Structure { name: "ListUserTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListUsersRequest: Structure = Structure { name: "ListUsersRequest", payload: None, xml_namespace: None, members: &[
Member::new("PathPrefix", Kind::text(Length::new(Some(1), Some(512)), Some("\\u002F[\\u0021-\\u007F]*"), &[])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListUsersResponse: Structure = Structure { name: "ListUsersResponse", payload: None, xml_namespace: None, members: &[
Member::new("Users", Kind::List(&UserListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListVirtualMFADevicesRequest: Structure = Structure { name: "ListVirtualMFADevicesRequest", payload: None, xml_namespace: None, members: &[
Member::new("AssignmentStatus", Kind::text(Length::new(None, None), None, &["Assigned", "Unassigned", "Any"])),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(320)), Some("[\\u0020-\\u00FF]+"), &[])),
Member::new("MaxItems", Kind::integer(Some(1), Some(1000))),
] };
pub static ListVirtualMFADevicesResponse: Structure = Structure { name: "ListVirtualMFADevicesResponse", payload: None, xml_namespace: None, members: &[
Member::new("VirtualMFADevices", Kind::List(&VirtualMFADeviceListType)).required(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static LoginProfile: Structure = Structure { name: "LoginProfile", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
Member::new("PasswordResetRequired", Kind::Boolean),
] };
pub static MFADevice: Structure = Structure { name: "MFADevice", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("SerialNumber", Kind::text(Length::new(Some(9), Some(256)), Some("[\\w+=/:,.@-]+"), &[])).required(),
Member::new("EnableDate", Kind::Timestamp(None)).required(),
] };
pub static ManagedPolicyDetail: Structure = Structure { name: "ManagedPolicyDetail", payload: None, xml_namespace: None, members: &[
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("PolicyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("DefaultVersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])),
Member::new("AttachmentCount", Kind::integer(None, None)),
Member::new("PermissionsBoundaryUsageCount", Kind::integer(None, None)),
Member::new("IsAttachable", Kind::Boolean),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), None, &[])),
Member::new("CreateDate", Kind::Timestamp(None)),
Member::new("UpdateDate", Kind::Timestamp(None)),
Member::new("PolicyVersionList", Kind::List(&PolicyDocumentVersionListType)),
] };
static ManagedPolicyDetailListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ManagedPolicyDetail)) };
pub static Policy: Structure = Structure { name: "Policy", payload: None, xml_namespace: None, members: &[
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("PolicyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"), &[])),
Member::new("DefaultVersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])),
Member::new("AttachmentCount", Kind::integer(None, None)),
Member::new("PermissionsBoundaryUsageCount", Kind::integer(None, None)),
Member::new("IsAttachable", Kind::Boolean),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), None, &[])),
Member::new("CreateDate", Kind::Timestamp(None)),
Member::new("UpdateDate", Kind::Timestamp(None)),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static PolicyDetail: Structure = Structure { name: "PolicyDetail", payload: None, xml_namespace: None, members: &[
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
] };
pub static PolicyGroup: Structure = Structure { name: "PolicyGroup", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("GroupId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
] };
static PolicyGroupListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyGroup)) };
pub static PolicyRole: Structure = Structure { name: "PolicyRole", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("RoleId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
] };
static PolicyRoleListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyRole)) };
pub static PolicyUser: Structure = Structure { name: "PolicyUser", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("UserId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
] };
static PolicyUserListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyUser)) };
pub static PolicyVersion: Structure = Structure { name: "PolicyVersion", payload: None, xml_namespace: None, members: &[
Member::new("Document", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("VersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])),
Member::new("IsDefaultVersion", Kind::Boolean),
Member::new("CreateDate", Kind::Timestamp(None)),
] };
pub static PutGroupPolicyRequest: Structure = Structure { name: "PutGroupPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static PutRolePermissionsBoundaryRequest: Structure = Structure { name: "PutRolePermissionsBoundaryRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PermissionsBoundary", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static PutRolePolicyRequest: Structure = Structure { name: "PutRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static PutUserPermissionsBoundaryRequest: Structure = Structure { name: "PutUserPermissionsBoundaryRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PermissionsBoundary", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
] };
pub static PutUserPolicyRequest: Structure = Structure { name: "PutUserPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static RemoveRoleFromInstanceProfileRequest: Structure = Structure { name: "RemoveRoleFromInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static RemoveUserFromGroupRequest: Structure = Structure { name: "RemoveUserFromGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static Role: Structure = Structure { name: "Role", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])).required(),
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("RoleId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
Member::new("AssumeRolePolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"), &[])),
Member::new("MaxSessionDuration", Kind::integer(Some(3600), Some(43200))),
Member::new("PermissionsBoundary", Kind::Structure(&AttachedPermissionsBoundary)),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("RoleLastUsed", Kind::Structure(&RoleLastUsed)),
Member::new("SourceRoleTemplate", Kind::Structure(&SourceRoleTemplate)),
] };
pub static RoleDetail: Structure = Structure { name: "RoleDetail", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("RoleId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("CreateDate", Kind::Timestamp(None)),
Member::new("AssumeRolePolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("InstanceProfileList", Kind::List(&InstanceProfileListType)),
Member::new("RolePolicyList", Kind::List(&PolicyDetailListType)),
Member::new("AttachedManagedPolicies", Kind::List(&AttachedPoliciesListType)),
Member::new("PermissionsBoundary", Kind::Structure(&AttachedPermissionsBoundary)),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("RoleLastUsed", Kind::Structure(&RoleLastUsed)),
] };
pub static RoleLastUsed: Structure = Structure { name: "RoleLastUsed", payload: None, xml_namespace: None, members: &[
Member::new("LastUsedDate", Kind::Timestamp(None)),
Member::new("Region", Kind::text(Length::new(None, None), None, &[])),
] };
static RoleUsageListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&RoleUsageType)) };
pub static RoleUsageType: Structure = Structure { name: "RoleUsageType", payload: None, xml_namespace: None, members: &[
Member::new("Region", Kind::text(Length::new(Some(1), Some(100)), None, &[])),
Member::new("Resources", Kind::List(&ArnListType)),
] };
static SSHPublicKeyListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&SSHPublicKeyMetadata)) };
pub static SSHPublicKeyMetadata: Structure = Structure { name: "SSHPublicKeyMetadata", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("SSHPublicKeyId", Kind::text(Length::new(Some(20), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])).required(),
Member::new("UploadDate", Kind::Timestamp(None)).required(),
] };
pub static ServiceSpecificCredentialMetadata: Structure = Structure { name: "ServiceSpecificCredentialMetadata", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])).required(),
Member::new("ServiceUserName", Kind::text(Length::new(Some(0), Some(200)), Some("[\\w+=,.@-]*"), &[])),
Member::new("ServiceCredentialAlias", Kind::text(Length::new(Some(0), Some(200)), Some("[\\w+=,.@-]+"), &[])),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
Member::new("ExpirationDate", Kind::Timestamp(None)),
Member::new("ServiceSpecificCredentialId", Kind::text(Length::new(Some(20), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("ServiceName", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static ServiceSpecificCredentialsListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ServiceSpecificCredentialMetadata)) };
pub static SetDefaultPolicyVersionRequest: Structure = Structure { name: "SetDefaultPolicyVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), Some("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?"), &[])).required(),
] };
pub static SigningCertificate: Structure = Structure { name: "SigningCertificate", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("CertificateId", Kind::text(Length::new(Some(24), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("CertificateBody", Kind::text(Length::new(Some(1), Some(16384)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])).required(),
Member::new("UploadDate", Kind::Timestamp(None)),
] };
pub static SourceRoleTemplate: Structure = Structure { name: "SourceRoleTemplate", payload: None, xml_namespace: None, members: &[
Member::new("TemplateArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("TemplateMinorVersion", Kind::integer(None, None)).required(),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"), &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"), &[])).required(),
] };
pub static TagInstanceProfileRequest: Structure = Structure { name: "TagInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Tags", Kind::List(&TagListType)).required(),
] };
pub static TagPolicyRequest: Structure = Structure { name: "TagPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagListType)).required(),
] };
pub static TagRoleRequest: Structure = Structure { name: "TagRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Tags", Kind::List(&TagListType)).required(),
] };
pub static TagUserRequest: Structure = Structure { name: "TagUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Tags", Kind::List(&TagListType)).required(),
] };
pub static UntagInstanceProfileRequest: Structure = Structure { name: "UntagInstanceProfileRequest", payload: None, xml_namespace: None, members: &[
Member::new("InstanceProfileName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyListType)).required(),
] };
pub static UntagPolicyRequest: Structure = Structure { name: "UntagPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyListType)).required(),
] };
pub static UntagRoleRequest: Structure = Structure { name: "UntagRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyListType)).required(),
] };
pub static UntagUserRequest: Structure = Structure { name: "UntagUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyListType)).required(),
] };
pub static UpdateAccessKeyRequest: Structure = Structure { name: "UpdateAccessKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Active", "Inactive", "Expired"])).required(),
] };
pub static UpdateAssumeRolePolicyRequest: Structure = Structure { name: "UpdateAssumeRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
] };
pub static UpdateGroupRequest: Structure = Structure { name: "UpdateGroupRequest", payload: None, xml_namespace: None, members: &[
Member::new("GroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("NewPath", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("NewGroupName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static UpdateRoleDescriptionRequest: Structure = Structure { name: "UpdateRoleDescriptionRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"), &[])).required(),
] };
pub static UpdateRoleDescriptionResponse: Structure = Structure { name: "UpdateRoleDescriptionResponse", payload: None, xml_namespace: None, members: &[
Member::new("Role", Kind::Structure(&Role)),
] };
pub static UpdateRoleRequest: Structure = Structure { name: "UpdateRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("Description", Kind::text(Length::new(None, Some(1000)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"), &[])),
Member::new("MaxSessionDuration", Kind::integer(Some(3600), Some(43200))),
] };
pub static UpdateRoleResponse: Structure = Structure { name: "UpdateRoleResponse", payload: None, xml_namespace: None, members: &[
] };
pub static UpdateUserRequest: Structure = Structure { name: "UpdateUserRequest", payload: None, xml_namespace: None, members: &[
Member::new("UserName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("NewPath", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("NewUserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
] };
pub static User: Structure = Structure { name: "User", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])).required(),
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("UserId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("CreateDate", Kind::Timestamp(None)).required(),
Member::new("PasswordLastUsed", Kind::Timestamp(None)),
Member::new("PermissionsBoundary", Kind::Structure(&AttachedPermissionsBoundary)),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static UserDetail: Structure = Structure { name: "UserDetail", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(512)), Some("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"), &[])),
Member::new("UserName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])),
Member::new("UserId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]+"), &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("CreateDate", Kind::Timestamp(None)),
Member::new("UserPolicyList", Kind::List(&PolicyDetailListType)),
Member::new("GroupList", Kind::List(&GroupNameListType)),
Member::new("AttachedManagedPolicies", Kind::List(&AttachedPoliciesListType)),
Member::new("PermissionsBoundary", Kind::Structure(&AttachedPermissionsBoundary)),
Member::new("Tags", Kind::List(&TagListType)),
] };
pub static VirtualMFADevice: Structure = Structure { name: "VirtualMFADevice", payload: None, xml_namespace: None, members: &[
Member::new("SerialNumber", Kind::text(Length::new(Some(9), Some(256)), Some("[\\w+=/:,.@-]+"), &[])).required(),
Member::new("Base32StringSeed", Kind::Blob(Length::new(None, None))),
Member::new("QRCodePNG", Kind::Blob(Length::new(None, None))),
Member::new("User", Kind::Structure(&User)),
Member::new("EnableDate", Kind::Timestamp(None)),
Member::new("Tags", Kind::List(&TagListType)),
] };
static AccessKeyMetadataListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AccessKeyMetadata)) };
static AccountAliasListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(3), Some(63)), Some("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"), &[])) };
static AttachedPoliciesListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AttachedPolicy)) };
static CertificateListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&SigningCertificate)) };
static EntityListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"])) };
static GroupDetailListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&GroupDetail)) };
static GroupListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Group)) };
static GroupNameListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])) };
static InstanceProfileListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&InstanceProfile)) };
static MfaDeviceListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MFADevice)) };
static PolicyDetailListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyDetail)) };
static PolicyDocumentVersionListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyVersion)) };
static PolicyListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Policy)) };
static PolicyNameListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])) };
static RoleDetailListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&RoleDetail)) };
static RoleListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Role)) };
static SummaryMapType: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(None, None), None, &["Users", "UsersQuota", "Groups", "GroupsQuota", "ServerCertificates", "ServerCertificatesQuota", "UserPolicySizeQuota", "GroupPolicySizeQuota", "GroupsPerUserQuota", "SigningCertificatesPerUserQuota", "AccessKeysPerUserQuota", "MFADevices", "MFADevicesInUse", "AccountMFAEnabled", "AccountAccessKeysPresent", "AccountPasswordPresent", "AccountSigningCertificatesPresent", "AttachedPoliciesPerGroupQuota", "AttachedPoliciesPerRoleQuota", "AttachedPoliciesPerUserQuota", "Policies", "PoliciesQuota", "PolicySizeQuota", "PolicyVersionsInUse", "PolicyVersionsInUseQuota", "VersionsPerPolicyQuota", "GlobalEndpointTokenVersion", "AssumeRolePolicySizeQuota", "InstanceProfiles", "InstanceProfilesQuota", "Providers", "RolePolicySizeQuota", "Roles", "RolesQuota"])), value: Member::new("value", Kind::integer(None, None)) };
static TagKeyListType: List = List { length: Length::new(None, Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"), &[])) };
static TagListType: List = List { length: Length::new(None, Some(50)), item: Member::new("member", Kind::Structure(&Tag)) };
static UserDetailListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&UserDetail)) };
static UserListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&User)) };
static VirtualMFADeviceListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&VirtualMFADevice)) };
