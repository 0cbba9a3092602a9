// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `DeletePublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct DeletePublicAccessBlock;

impl Operation for DeletePublicAccessBlock {
    type Input = super::DeletePublicAccessBlockRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &DELETE_PUBLIC_ACCESS_BLOCK;
}

static DELETE_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DeletePublicAccessBlock",
    method: "DELETE",
    uri: "/v20180820/configuration/publicAccessBlock",
    status: 200,
    input: &schemas::DeletePublicAccessBlockRequest,
    empty_input: || Box::new(<super::DeletePublicAccessBlockRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetPublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct GetPublicAccessBlock;

impl Operation for GetPublicAccessBlock {
    type Input = super::GetPublicAccessBlockRequest;
    type Output = super::GetPublicAccessBlockOutput;
    const SCHEMA: &'static OperationSchema = &GET_PUBLIC_ACCESS_BLOCK;
}

static GET_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetPublicAccessBlock",
    method: "GET",
    uri: "/v20180820/configuration/publicAccessBlock",
    status: 200,
    input: &schemas::GetPublicAccessBlockRequest,
    empty_input: || Box::new(<super::GetPublicAccessBlockRequest as Default>::default()),
    output: &schemas::GetPublicAccessBlockOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListTagsForResource`.
#[derive(Clone, Copy, Debug)]
pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    type Input = super::ListTagsForResourceRequest;
    type Output = super::ListTagsForResourceResult;
    const SCHEMA: &'static OperationSchema = &LIST_TAGS_FOR_RESOURCE;
}

static LIST_TAGS_FOR_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListTagsForResource",
    method: "GET",
    uri: "/v20180820/tags/{resourceArn+}",
    status: 200,
    input: &schemas::ListTagsForResourceRequest,
    empty_input: || Box::new(<super::ListTagsForResourceRequest as Default>::default()),
    output: &schemas::ListTagsForResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `PutPublicAccessBlock`.
#[derive(Clone, Copy, Debug)]
pub struct PutPublicAccessBlock;

impl Operation for PutPublicAccessBlock {
    type Input = super::PutPublicAccessBlockRequest;
    type Output = crate::Unit;
    const SCHEMA: &'static OperationSchema = &PUT_PUBLIC_ACCESS_BLOCK;
}

static PUT_PUBLIC_ACCESS_BLOCK: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "PutPublicAccessBlock",
    method: "PUT",
    uri: "/v20180820/configuration/publicAccessBlock",
    status: 200,
    input: &schemas::PutPublicAccessBlockRequest,
    empty_input: || Box::new(<super::PutPublicAccessBlockRequest as Default>::default()),
    output: &crate::shape::UNIT,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `TagResource`.
#[derive(Clone, Copy, Debug)]
pub struct TagResource;

impl Operation for TagResource {
    type Input = super::TagResourceRequest;
    type Output = super::TagResourceResult;
    const SCHEMA: &'static OperationSchema = &TAG_RESOURCE;
}

static TAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "TagResource",
    method: "POST",
    uri: "/v20180820/tags/{resourceArn+}",
    status: 204,
    input: &schemas::TagResourceRequest,
    empty_input: || Box::new(<super::TagResourceRequest as Default>::default()),
    output: &schemas::TagResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `UntagResource`.
#[derive(Clone, Copy, Debug)]
pub struct UntagResource;

impl Operation for UntagResource {
    type Input = super::UntagResourceRequest;
    type Output = super::UntagResourceResult;
    const SCHEMA: &'static OperationSchema = &UNTAG_RESOURCE;
}

static UNTAG_RESOURCE: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "UntagResource",
    method: "DELETE",
    uri: "/v20180820/tags/{resourceArn+}",
    status: 204,
    input: &schemas::UntagResourceRequest,
    empty_input: || Box::new(<super::UntagResourceRequest as Default>::default()),
    output: &schemas::UntagResourceResult,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
