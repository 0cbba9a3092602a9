// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AssumeRoleRequest: Structure = Structure { name: "AssumeRoleRequest", payload: None, xml_namespace: None, members: &[
Member::new("RoleArn", Kind::text(Length::new(Some(20), Some(2048)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"), &[])).required(),
Member::new("RoleSessionName", Kind::text(Length::new(Some(2), Some(64)), Some("[\\w+=,.@-]*"), &[])).required(),
Member::new("PolicyArns", Kind::List(&PolicyDescriptorListType)),
Member::new("Policy", Kind::text(Length::new(Some(1), None), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("DurationSeconds", Kind::integer(Some(900), Some(43200))),
Member::new("Tags", Kind::List(&TagListType)),
Member::new("TransitiveTagKeys", Kind::List(&TagKeyListType)),
Member::new("ExternalId", Kind::text(Length::new(Some(2), Some(1224)), Some("[\\w+=,.@:\\/-]*"), &[])),
Member::new("SerialNumber", Kind::text(Length::new(Some(9), Some(256)), Some("[\\w+=/:,.@-]*"), &[])),
Member::new("TokenCode", Kind::text(Length::new(Some(6), Some(6)), Some("[\\d]*"), &[])),
Member::new("SourceIdentity", Kind::text(Length::new(Some(2), Some(64)), Some("[\\w+=,.@-]*"), &[])),
Member::new("ProvidedContexts", Kind::List(&ProvidedContextsListType)),
Member::new("MinimumSessionTokenSize", Kind::integer(Some(0), Some(4096))),
] };
pub static AssumeRoleResponse: Structure = Structure { name: "AssumeRoleResponse", payload: None, xml_namespace: None, members: &[
Member::new("Credentials", Kind::Structure(&Credentials)),
Member::new("AssumedRoleUser", Kind::Structure(&AssumedRoleUser)),
Member::new("PackedPolicySize", Kind::integer(Some(0), None)),
Member::new("SourceIdentity", Kind::text(Length::new(Some(2), Some(64)), Some("[\\w+=,.@-]*"), &[])),
Member::new("SessionTokenUtilization", Kind::integer(Some(0), None)),
Member::new("SessionTokenSize", Kind::integer(Some(0), None)),
] };
pub static AssumedRoleUser: Structure = Structure { name: "AssumedRoleUser", payload: None, xml_namespace: None, members: &[
Member::new("AssumedRoleId", Kind::text(Length::new(Some(2), Some(193)), Some("[\\w+=,.@:-]*"), &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"), &[])).required(),
] };
pub static Credentials: Structure = Structure { name: "Credentials", payload: None, xml_namespace: None, members: &[
Member::new("AccessKeyId", Kind::text(Length::new(Some(16), Some(128)), Some("[\\w]*"), &[])).required(),
Member::new("SecretAccessKey", Kind::secret(Length::new(None, None), None)).required(),
Member::new("SessionToken", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Expiration", Kind::Timestamp(None)).required(),
] };
pub static GetCallerIdentityRequest: Structure = Structure { name: "GetCallerIdentityRequest", payload: None, xml_namespace: None, members: &[
] };
pub static GetCallerIdentityResponse: Structure = Structure { name: "GetCallerIdentityResponse", payload: None, xml_namespace: None, members: &[
Member::new("UserId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Account", Kind::text(Length::new(None, None), None, &[])),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"), &[])),
] };
pub static PolicyDescriptorType: Structure = Structure { name: "PolicyDescriptorType", payload: None, xml_namespace: None, members: &[
Member::new("arn", Kind::text(Length::new(Some(20), Some(2048)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"), &[])),
] };
pub static ProvidedContext: Structure = Structure { name: "ProvidedContext", payload: None, xml_namespace: None, members: &[
Member::new("ProviderArn", Kind::text(Length::new(Some(20), Some(2048)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+"), &[])),
Member::new("ContextAssertion", Kind::text(Length::new(Some(4), Some(2048)), None, &[])),
] };
static ProvidedContextsListType: List = List { length: Length::new(Some(1), Some(5)), item: Member::new("member", Kind::Structure(&ProvidedContext)) };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"), &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"), &[])).required(),
] };
static PolicyDescriptorListType: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&PolicyDescriptorType)) };
static TagKeyListType: List = List { length: Length::new(None, Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"), &[])) };
static TagListType: List = List { length: Length::new(None, Some(50)), item: Member::new("member", Kind::Structure(&Tag)) };
