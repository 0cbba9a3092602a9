// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for AddTagsToResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AddTagsToResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_type.write(at, to),
            1 => self.resource_id.write(at, to),
            2 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource_type = Read::read(at, from)?,
            1 => self.resource_id = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddTagsToResourceResult {}

impl Shape for AddTagsToResourceResult {
    fn schema(&self) -> &'static Structure {
        &schemas::AddTagsToResourceResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParameterRequest {
    pub name: String,
}

impl Shape for DeleteParameterRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteParameterRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParameterResult {}

impl Shape for DeleteParameterResult {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteParameterResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParametersRequest {
    pub names: Vec<String>,
}

impl Shape for DeleteParametersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteParametersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.names.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.names = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteParametersResult {
    pub deleted_parameters: Option<Vec<String>>,
    pub invalid_parameters: Option<Vec<String>>,
}

impl Shape for DeleteParametersResult {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteParametersResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.deleted_parameters.write(at, to),
            1 => self.invalid_parameters.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.deleted_parameters = Read::read(at, from)?,
            1 => self.invalid_parameters = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeParametersRequest {
    pub filters: Option<Vec<ParametersFilter>>,
    pub parameter_filters: Option<Vec<ParameterStringFilter>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub shared: Option<bool>,
}

impl Shape for DescribeParametersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeParametersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filters.write(at, to),
            1 => self.parameter_filters.write(at, to),
            2 => self.max_results.write(at, to),
            3 => self.next_token.write(at, to),
            4 => self.shared.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.filters = Read::read(at, from)?,
            1 => self.parameter_filters = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            4 => self.shared = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeParametersResult {
    pub parameters: Option<Vec<ParameterMetadata>>,
    pub next_token: Option<String>,
}

impl Shape for DescribeParametersResult {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeParametersResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parameters.write(at, to),
            1 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parameters = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterHistoryRequest {
    pub name: String,
    pub with_decryption: Option<bool>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for GetParameterHistoryRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParameterHistoryRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.with_decryption.write(at, to),
            2 => self.max_results.write(at, to),
            3 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.with_decryption = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterHistoryResult {
    pub parameters: Option<Vec<ParameterHistory>>,
    pub next_token: Option<String>,
}

impl Shape for GetParameterHistoryResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParameterHistoryResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parameters.write(at, to),
            1 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parameters = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterRequest {
    pub name: String,
    pub with_decryption: Option<bool>,
}

impl Shape for GetParameterRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParameterRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.with_decryption.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.with_decryption = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParameterResult {
    pub parameter: Option<Parameter>,
}

impl Shape for GetParameterResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParameterResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parameter.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parameter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersByPathRequest {
    pub path: String,
    pub recursive: Option<bool>,
    pub parameter_filters: Option<Vec<ParameterStringFilter>>,
    pub with_decryption: Option<bool>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for GetParametersByPathRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParametersByPathRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.recursive.write(at, to),
            2 => self.parameter_filters.write(at, to),
            3 => self.with_decryption.write(at, to),
            4 => self.max_results.write(at, to),
            5 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.path = Read::read(at, from)?,
            1 => self.recursive = Read::read(at, from)?,
            2 => self.parameter_filters = Read::read(at, from)?,
            3 => self.with_decryption = Read::read(at, from)?,
            4 => self.max_results = Read::read(at, from)?,
            5 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersByPathResult {
    pub parameters: Option<Vec<Parameter>>,
    pub next_token: Option<String>,
}

impl Shape for GetParametersByPathResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParametersByPathResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parameters.write(at, to),
            1 => self.next_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parameters = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersRequest {
    pub names: Vec<String>,
    pub with_decryption: Option<bool>,
}

impl Shape for GetParametersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParametersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.names.write(at, to),
            1 => self.with_decryption.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.names = Read::read(at, from)?,
            1 => self.with_decryption = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetParametersResult {
    pub parameters: Option<Vec<Parameter>>,
    pub invalid_parameters: Option<Vec<String>>,
}

impl Shape for GetParametersResult {
    fn schema(&self) -> &'static Structure {
        &schemas::GetParametersResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parameters.write(at, to),
            1 => self.invalid_parameters.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parameters = Read::read(at, from)?,
            1 => self.invalid_parameters = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelParameterVersionRequest {
    pub name: String,
    pub parameter_version: Option<i64>,
    pub labels: Vec<String>,
}

impl Shape for LabelParameterVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::LabelParameterVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.parameter_version.write(at, to),
            2 => self.labels.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.parameter_version = Read::read(at, from)?,
            2 => self.labels = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelParameterVersionResult {
    pub invalid_labels: Option<Vec<String>>,
    pub parameter_version: Option<i64>,
}

impl Shape for LabelParameterVersionResult {
    fn schema(&self) -> &'static Structure {
        &schemas::LabelParameterVersionResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.invalid_labels.write(at, to),
            1 => self.parameter_version.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.invalid_labels = Read::read(at, from)?,
            1 => self.parameter_version = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
}

impl Shape for ListTagsForResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_type.write(at, to),
            1 => self.resource_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource_type = Read::read(at, from)?,
            1 => self.resource_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsForResourceResult {
    pub tag_list: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResult {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsForResourceResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tag_list.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tag_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameter {
    pub name: Option<String>,
    pub r#type: Option<String>,
    pub value: Option<String>,
    pub version: Option<i64>,
    pub selector: Option<String>,
    pub source_result: Option<String>,
    pub last_modified_date: Option<crate::Timestamp>,
    pub arn: Option<String>,
    pub data_type: Option<String>,
}

impl Shape for Parameter {
    fn schema(&self) -> &'static Structure {
        &schemas::Parameter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.r#type.write(at, to),
            2 => self.value.write(at, to),
            3 => self.version.write(at, to),
            4 => self.selector.write(at, to),
            5 => self.source_result.write(at, to),
            6 => self.last_modified_date.write(at, to),
            7 => self.arn.write(at, to),
            8 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.r#type = Read::read(at, from)?,
            2 => self.value = Read::read(at, from)?,
            3 => self.version = Read::read(at, from)?,
            4 => self.selector = Read::read(at, from)?,
            5 => self.source_result = Read::read(at, from)?,
            6 => self.last_modified_date = Read::read(at, from)?,
            7 => self.arn = Read::read(at, from)?,
            8 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterHistory {
    pub name: Option<String>,
    pub r#type: Option<String>,
    pub key_id: Option<String>,
    pub last_modified_date: Option<crate::Timestamp>,
    pub last_modified_user: Option<String>,
    pub description: Option<String>,
    pub value: Option<String>,
    pub allowed_pattern: Option<String>,
    pub version: Option<i64>,
    pub labels: Option<Vec<String>>,
    pub tier: Option<String>,
    pub policies: Option<Vec<ParameterInlinePolicy>>,
    pub data_type: Option<String>,
}

impl Shape for ParameterHistory {
    fn schema(&self) -> &'static Structure {
        &schemas::ParameterHistory
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.r#type.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.last_modified_date.write(at, to),
            4 => self.last_modified_user.write(at, to),
            5 => self.description.write(at, to),
            6 => self.value.write(at, to),
            7 => self.allowed_pattern.write(at, to),
            8 => self.version.write(at, to),
            9 => self.labels.write(at, to),
            10 => self.tier.write(at, to),
            11 => self.policies.write(at, to),
            12 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.r#type = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.last_modified_date = Read::read(at, from)?,
            4 => self.last_modified_user = Read::read(at, from)?,
            5 => self.description = Read::read(at, from)?,
            6 => self.value = Read::read(at, from)?,
            7 => self.allowed_pattern = Read::read(at, from)?,
            8 => self.version = Read::read(at, from)?,
            9 => self.labels = Read::read(at, from)?,
            10 => self.tier = Read::read(at, from)?,
            11 => self.policies = Read::read(at, from)?,
            12 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterInlinePolicy {
    pub policy_text: Option<String>,
    pub policy_type: Option<String>,
    pub policy_status: Option<String>,
}

impl Shape for ParameterInlinePolicy {
    fn schema(&self) -> &'static Structure {
        &schemas::ParameterInlinePolicy
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_text.write(at, to),
            1 => self.policy_type.write(at, to),
            2 => self.policy_status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.policy_text = Read::read(at, from)?,
            1 => self.policy_type = Read::read(at, from)?,
            2 => self.policy_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterMetadata {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub r#type: Option<String>,
    pub key_id: Option<String>,
    pub last_modified_date: Option<crate::Timestamp>,
    pub last_modified_user: Option<String>,
    pub description: Option<String>,
    pub allowed_pattern: Option<String>,
    pub version: Option<i64>,
    pub tier: Option<String>,
    pub policies: Option<Vec<ParameterInlinePolicy>>,
    pub data_type: Option<String>,
}

impl Shape for ParameterMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::ParameterMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.arn.write(at, to),
            2 => self.r#type.write(at, to),
            3 => self.key_id.write(at, to),
            4 => self.last_modified_date.write(at, to),
            5 => self.last_modified_user.write(at, to),
            6 => self.description.write(at, to),
            7 => self.allowed_pattern.write(at, to),
            8 => self.version.write(at, to),
            9 => self.tier.write(at, to),
            10 => self.policies.write(at, to),
            11 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.arn = Read::read(at, from)?,
            2 => self.r#type = Read::read(at, from)?,
            3 => self.key_id = Read::read(at, from)?,
            4 => self.last_modified_date = Read::read(at, from)?,
            5 => self.last_modified_user = Read::read(at, from)?,
            6 => self.description = Read::read(at, from)?,
            7 => self.allowed_pattern = Read::read(at, from)?,
            8 => self.version = Read::read(at, from)?,
            9 => self.tier = Read::read(at, from)?,
            10 => self.policies = Read::read(at, from)?,
            11 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParameterStringFilter {
    pub key: String,
    pub option: Option<String>,
    pub values: Option<Vec<String>>,
}

impl Shape for ParameterStringFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::ParameterStringFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.option.write(at, to),
            2 => self.values.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.key = Read::read(at, from)?,
            1 => self.option = Read::read(at, from)?,
            2 => self.values = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParametersFilter {
    pub key: String,
    pub values: Vec<String>,
}

impl Shape for ParametersFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::ParametersFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.values.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.key = Read::read(at, from)?,
            1 => self.values = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutParameterRequest {
    pub name: String,
    pub description: Option<String>,
    pub value: String,
    pub r#type: Option<String>,
    pub key_id: Option<String>,
    pub overwrite: Option<bool>,
    pub allowed_pattern: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub tier: Option<String>,
    pub policies: Option<String>,
    pub data_type: Option<String>,
}

impl Shape for PutParameterRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutParameterRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.description.write(at, to),
            2 => self.value.write(at, to),
            3 => self.r#type.write(at, to),
            4 => self.key_id.write(at, to),
            5 => self.overwrite.write(at, to),
            6 => self.allowed_pattern.write(at, to),
            7 => self.tags.write(at, to),
            8 => self.tier.write(at, to),
            9 => self.policies.write(at, to),
            10 => self.data_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            2 => self.value = Read::read(at, from)?,
            3 => self.r#type = Read::read(at, from)?,
            4 => self.key_id = Read::read(at, from)?,
            5 => self.overwrite = Read::read(at, from)?,
            6 => self.allowed_pattern = Read::read(at, from)?,
            7 => self.tags = Read::read(at, from)?,
            8 => self.tier = Read::read(at, from)?,
            9 => self.policies = Read::read(at, from)?,
            10 => self.data_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutParameterResult {
    pub version: Option<i64>,
    pub tier: Option<String>,
}

impl Shape for PutParameterResult {
    fn schema(&self) -> &'static Structure {
        &schemas::PutParameterResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.version.write(at, to),
            1 => self.tier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.version = Read::read(at, from)?,
            1 => self.tier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromResourceRequest {
    pub resource_type: String,
    pub resource_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for RemoveTagsFromResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RemoveTagsFromResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource_type.write(at, to),
            1 => self.resource_id.write(at, to),
            2 => self.tag_keys.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource_type = Read::read(at, from)?,
            1 => self.resource_id = Read::read(at, from)?,
            2 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveTagsFromResourceResult {}

impl Shape for RemoveTagsFromResourceResult {
    fn schema(&self) -> &'static Structure {
        &schemas::RemoveTagsFromResourceResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    fn schema(&self) -> &'static Structure {
        &schemas::Tag
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.value.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.key = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnlabelParameterVersionRequest {
    pub name: String,
    pub parameter_version: i64,
    pub labels: Vec<String>,
}

impl Shape for UnlabelParameterVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UnlabelParameterVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.parameter_version.write(at, to),
            2 => self.labels.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.name = Read::read(at, from)?,
            1 => self.parameter_version = Read::read(at, from)?,
            2 => self.labels = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnlabelParameterVersionResult {
    pub removed_labels: Option<Vec<String>>,
    pub invalid_labels: Option<Vec<String>>,
}

impl Shape for UnlabelParameterVersionResult {
    fn schema(&self) -> &'static Structure {
        &schemas::UnlabelParameterVersionResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.removed_labels.write(at, to),
            1 => self.invalid_labels.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.removed_labels = Read::read(at, from)?,
            1 => self.invalid_labels = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
