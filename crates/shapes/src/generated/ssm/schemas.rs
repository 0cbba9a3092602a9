// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AddTagsToResourceRequest: Structure = Structure { name: "AddTagsToResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceType", Kind::text(Length::new(None, None), None, &["Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem", "OpsMetadata", "Automation", "Association", "CloudConnector"])).required(),
Member::new("ResourceId", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static AddTagsToResourceResult: Structure = Structure { name: "AddTagsToResourceResult", payload: None, xml_namespace: None, members: &[
] };
pub static DeleteParameterRequest: Structure = Structure { name: "DeleteParameterRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static DeleteParameterResult: Structure = Structure { name: "DeleteParameterResult", payload: None, xml_namespace: None, members: &[
] };
pub static DeleteParametersRequest: Structure = Structure { name: "DeleteParametersRequest", payload: None, xml_namespace: None, members: &[
Member::new("Names", Kind::List(&ParameterNameList)).required(),
] };
pub static DeleteParametersResult: Structure = Structure { name: "DeleteParametersResult", payload: None, xml_namespace: None, members: &[
Member::new("DeletedParameters", Kind::List(&ParameterNameList)),
Member::new("InvalidParameters", Kind::List(&ParameterNameList)),
] };
pub static DescribeParametersRequest: Structure = Structure { name: "DescribeParametersRequest", payload: None, xml_namespace: None, members: &[
Member::new("Filters", Kind::List(&ParametersFilterList)),
Member::new("ParameterFilters", Kind::List(&ParameterStringFilterList)),
Member::new("MaxResults", Kind::integer(Some(1), Some(50))),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("Shared", Kind::Boolean),
] };
pub static DescribeParametersResult: Structure = Structure { name: "DescribeParametersResult", payload: None, xml_namespace: None, members: &[
Member::new("Parameters", Kind::List(&ParameterMetadataList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetParameterHistoryRequest: Structure = Structure { name: "GetParameterHistoryRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("WithDecryption", Kind::Boolean),
Member::new("MaxResults", Kind::integer(Some(1), Some(50))),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetParameterHistoryResult: Structure = Structure { name: "GetParameterHistoryResult", payload: None, xml_namespace: None, members: &[
Member::new("Parameters", Kind::List(&ParameterHistoryList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetParameterRequest: Structure = Structure { name: "GetParameterRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("WithDecryption", Kind::Boolean),
] };
pub static GetParameterResult: Structure = Structure { name: "GetParameterResult", payload: None, xml_namespace: None, members: &[
Member::new("Parameter", Kind::Structure(&Parameter)),
] };
pub static GetParametersByPathRequest: Structure = Structure { name: "GetParametersByPathRequest", payload: None, xml_namespace: None, members: &[
Member::new("Path", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Recursive", Kind::Boolean),
Member::new("ParameterFilters", Kind::List(&ParameterStringFilterList)),
Member::new("WithDecryption", Kind::Boolean),
Member::new("MaxResults", Kind::integer(Some(1), Some(10))),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetParametersByPathResult: Structure = Structure { name: "GetParametersByPathResult", payload: None, xml_namespace: None, members: &[
Member::new("Parameters", Kind::List(&ParameterList)),
Member::new("NextToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetParametersRequest: Structure = Structure { name: "GetParametersRequest", payload: None, xml_namespace: None, members: &[
Member::new("Names", Kind::List(&ParameterNameList)).required(),
Member::new("WithDecryption", Kind::Boolean),
] };
pub static GetParametersResult: Structure = Structure { name: "GetParametersResult", payload: None, xml_namespace: None, members: &[
Member::new("Parameters", Kind::List(&ParameterList)),
Member::new("InvalidParameters", Kind::List(&ParameterNameList)),
] };
static KeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])) };
pub static LabelParameterVersionRequest: Structure = Structure { name: "LabelParameterVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ParameterVersion", Kind::integer(None, None)),
Member::new("Labels", Kind::List(&ParameterLabelList)).required(),
] };
pub static LabelParameterVersionResult: Structure = Structure { name: "LabelParameterVersionResult", payload: None, xml_namespace: None, members: &[
Member::new("InvalidLabels", Kind::List(&ParameterLabelList)),
Member::new("ParameterVersion", Kind::integer(None, None)),
] };
pub static ListTagsForResourceRequest: Structure = Structure { name: "ListTagsForResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceType", Kind::text(Length::new(None, None), None, &["Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem", "OpsMetadata", "Automation", "Association", "CloudConnector"])).required(),
Member::new("ResourceId", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static ListTagsForResourceResult: Structure = Structure { name: "ListTagsForResourceResult", payload: None, xml_namespace: None, members: &[
Member::new("TagList", Kind::List(&TagList)),
] };
pub static Parameter: Structure = Structure { name: "Parameter", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("Type", Kind::text(Length::new(None, None), None, &["String", "StringList", "SecureString"])),
Member::new("Value", Kind::secret(Length::new(None, None), None)),
Member::new("Version", Kind::integer(None, None)),
Member::new("Selector", Kind::text(Length::new(Some(0), Some(128)), None, &[])),
Member::new("SourceResult", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastModifiedDate", Kind::Timestamp(None)),
Member::new("ARN", Kind::text(Length::new(None, None), None, &[])),
Member::new("DataType", Kind::text(Length::new(Some(0), Some(128)), None, &[])),
] };
pub static ParameterHistory: Structure = Structure { name: "ParameterHistory", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("Type", Kind::text(Length::new(None, None), None, &["String", "StringList", "SecureString"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(256)), Some("^([a-zA-Z0-9:/_-]+)$"), &[])),
Member::new("LastModifiedDate", Kind::Timestamp(None)),
Member::new("LastModifiedUser", Kind::text(Length::new(None, None), None, &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("Value", Kind::secret(Length::new(None, None), None)),
Member::new("AllowedPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("Version", Kind::integer(None, None)),
Member::new("Labels", Kind::List(&ParameterLabelList)),
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Advanced", "Intelligent-Tiering"])),
Member::new("Policies", Kind::List(&ParameterPolicyList)),
Member::new("DataType", Kind::text(Length::new(Some(0), Some(128)), None, &[])),
] };
static ParameterHistoryList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ParameterHistory)) };
pub static ParameterInlinePolicy: Structure = Structure { name: "ParameterInlinePolicy", payload: None, xml_namespace: None, members: &[
Member::new("PolicyText", Kind::text(Length::new(None, None), None, &[])),
Member::new("PolicyType", Kind::text(Length::new(None, None), None, &[])),
Member::new("PolicyStatus", Kind::text(Length::new(None, None), None, &[])),
] };
static ParameterLabelList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(100)), None, &[])) };
static ParameterList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Parameter)) };
pub static ParameterMetadata: Structure = Structure { name: "ParameterMetadata", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("ARN", Kind::text(Length::new(None, None), None, &[])),
Member::new("Type", Kind::text(Length::new(None, None), None, &["String", "StringList", "SecureString"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(256)), Some("^([a-zA-Z0-9:/_-]+)$"), &[])),
Member::new("LastModifiedDate", Kind::Timestamp(None)),
Member::new("LastModifiedUser", Kind::text(Length::new(None, None), None, &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("AllowedPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("Version", Kind::integer(None, None)),
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Advanced", "Intelligent-Tiering"])),
Member::new("Policies", Kind::List(&ParameterPolicyList)),
Member::new("DataType", Kind::text(Length::new(Some(0), Some(128)), None, &[])),
] };
static ParameterMetadataList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ParameterMetadata)) };
static ParameterNameList: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(2048)), None, &[])) };
static ParameterPolicyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ParameterInlinePolicy)) };
pub static ParameterStringFilter: Structure = Structure { name: "ParameterStringFilter", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(132)), Some("^(tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType)$"), &[])).required(),
Member::new("Option", Kind::text(Length::new(Some(1), Some(10)), None, &[])),
Member::new("Values", Kind::List(&ParameterStringFilterValueList)),
] };
static ParameterStringFilterList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ParameterStringFilter)) };
static ParameterStringFilterValueList: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(1024)), None, &[])) };
pub static ParametersFilter: Structure = Structure { name: "ParametersFilter", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(None, None), None, &["Name", "Type", "KeyId"])).required(),
Member::new("Values", Kind::List(&ParametersFilterValueList)).required(),
] };
static ParametersFilterList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&ParametersFilter)) };
static ParametersFilterValueList: List = List { length: Length::new(Some(1), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(1024)), None, &[])) };
pub static PutParameterRequest: Structure = Structure { name: "PutParameterRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Description", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("Value", Kind::secret(Length::new(None, None), None)).required(),
Member::new("Type", Kind::text(Length::new(None, None), None, &["String", "StringList", "SecureString"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(256)), Some("^([a-zA-Z0-9:/_-]+)$"), &[])),
Member::new("Overwrite", Kind::Boolean),
Member::new("AllowedPattern", Kind::text(Length::new(Some(0), Some(1024)), None, &[])),
Member::new("Tags", Kind::List(&TagList)),
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Advanced", "Intelligent-Tiering"])),
Member::new("Policies", Kind::text(Length::new(Some(1), Some(4096)), None, &[])),
Member::new("DataType", Kind::text(Length::new(Some(0), Some(128)), None, &[])),
] };
pub static PutParameterResult: Structure = Structure { name: "PutParameterResult", payload: None, xml_namespace: None, members: &[
Member::new("Version", Kind::integer(None, None)),
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Advanced", "Intelligent-Tiering"])),
] };
pub static RemoveTagsFromResourceRequest: Structure = Structure { name: "RemoveTagsFromResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("ResourceType", Kind::text(Length::new(None, None), None, &["Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem", "OpsMetadata", "Automation", "Association", "CloudConnector"])).required(),
Member::new("ResourceId", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("TagKeys", Kind::List(&KeyList)).required(),
] };
pub static RemoveTagsFromResourceResult: Structure = Structure { name: "RemoveTagsFromResourceResult", payload: None, xml_namespace: None, members: &[
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])).required(),
] };
static TagList: List = List { length: Length::new(None, Some(1000)), item: Member::new("member", Kind::Structure(&Tag)) };
pub static UnlabelParameterVersionRequest: Structure = Structure { name: "UnlabelParameterVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("ParameterVersion", Kind::integer(None, None)).required(),
Member::new("Labels", Kind::List(&ParameterLabelList)).required(),
] };
pub static UnlabelParameterVersionResult: Structure = Structure { name: "UnlabelParameterVersionResult", payload: None, xml_namespace: None, members: &[
Member::new("RemovedLabels", Kind::List(&ParameterLabelList)),
Member::new("InvalidLabels", Kind::List(&ParameterLabelList)),
] };
