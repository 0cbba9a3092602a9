// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static DeletePublicAccessBlockRequest: Structure = Structure { name: "DeletePublicAccessBlockRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
] };
pub static GetPublicAccessBlockOutput: Structure = Structure { name: "GetPublicAccessBlockOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("PublicAccessBlockConfiguration", Kind::Structure(&PublicAccessBlockConfiguration)),
] };
pub static GetPublicAccessBlockRequest: Structure = Structure { name: "GetPublicAccessBlockRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
] };
pub static ListTagsForResourceRequest: Structure = Structure { name: "ListTagsForResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
Member::new("ResourceArn", Kind::text(Length::new(None, Some(1011)), Some("arn:[^:]+:s3(express)?:[^:].*"), &[])).wire("resourceArn").at(Location::Uri).required(),
] };
pub static ListTagsForResourceResult: Structure = Structure { name: "ListTagsForResourceResult", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
] };
pub static PublicAccessBlockConfiguration: Structure = Structure { name: "PublicAccessBlockConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("BlockPublicAcls", Kind::Boolean),
Member::new("IgnorePublicAcls", Kind::Boolean),
Member::new("BlockPublicPolicy", Kind::Boolean),
Member::new("RestrictPublicBuckets", Kind::Boolean),
] };
pub static PutPublicAccessBlockRequest: Structure = Structure { name: "PutPublicAccessBlockRequest", payload: Some(0), xml_namespace: None, members: &[
Member::new("PublicAccessBlockConfiguration", Kind::Structure(&PublicAccessBlockConfiguration)).namespace("http://awss3control.amazonaws.com/doc/2018-08-20/").required(),
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])).required(),
Member::new("Value", Kind::text(Length::new(Some(0), Some(256)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])).required(),
] };
static TagKeyList: List = List { length: Length::new(Some(0), Some(50)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"), &[])) };
static TagList: List = List { length: Length::new(Some(0), Some(50)), item: Member::new("member", Kind::Structure(&Tag)).wire("Tag") };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
Member::new("ResourceArn", Kind::text(Length::new(None, Some(1011)), Some("arn:[^:]+:s3(express)?:[^:].*"), &[])).wire("resourceArn").at(Location::Uri).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static TagResourceResult: Structure = Structure { name: "TagResourceResult", payload: None, xml_namespace: None, members: &[
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, Some(64)), Some("^\\d{12}$"), &[])).wire("x-amz-account-id").at(Location::Header).required(),
Member::new("ResourceArn", Kind::text(Length::new(None, Some(1011)), Some("arn:[^:]+:s3(express)?:[^:].*"), &[])).wire("resourceArn").at(Location::Uri).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).wire("tagKeys").at(Location::Query).required(),
] };
pub static UntagResourceResult: Structure = Structure { name: "UntagResourceResult", payload: None, xml_namespace: None, members: &[
] };
