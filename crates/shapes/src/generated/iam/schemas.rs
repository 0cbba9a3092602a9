// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AttachRolePolicyRequest: Structure = Structure { name: "AttachRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
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
pub static DeleteRolePolicyRequest: Structure = Structure { name: "DeleteRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DeleteRoleRequest: Structure = Structure { name: "DeleteRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
] };
pub static DetachRolePolicyRequest: Structure = Structure { name: "DetachRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
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
pub static PutRolePolicyRequest: Structure = Structure { name: "PutRolePolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleName", Kind::text(Length::new(Some(1), Some(64)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])).required(),
Member::new("PolicyDocument", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
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
pub static RoleLastUsed: Structure = Structure { name: "RoleLastUsed", payload: None, xml_namespace: None, members: &[
Member::new("LastUsedDate", Kind::Timestamp(None)),
Member::new("Region", Kind::text(Length::new(None, None), None, &[])),
] };
pub static SourceRoleTemplate: Structure = Structure { name: "SourceRoleTemplate", payload: None, xml_namespace: None, members: &[
Member::new("TemplateArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])).required(),
Member::new("TemplateMinorVersion", Kind::integer(None, None)).required(),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"), &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"), &[])).required(),
] };
static AttachedPoliciesListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AttachedPolicy)) };
static PolicyNameListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w+=,.@-]+"), &[])) };
static RoleListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Role)) };
static TagListType: List = List { length: Length::new(None, Some(50)), item: Member::new("member", Kind::Structure(&Tag)) };
