// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct APIErrorType {
    pub secret_id: Option<String>,
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for APIErrorType {
    fn schema(&self) -> &'static Structure {
        &schemas::APIErrorType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.error_code.write(at, to),
            2 => self.message.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.error_code = Read::read(at, from)?,
            2 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetSecretValueRequest {
    pub secret_id_list: Option<Vec<String>>,
    pub filters: Option<Vec<Filter>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for BatchGetSecretValueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchGetSecretValueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id_list.write(at, to),
            1 => self.filters.write(at, to),
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
            0 => self.secret_id_list = Read::read(at, from)?,
            1 => self.filters = Read::read(at, from)?,
            2 => self.max_results = Read::read(at, from)?,
            3 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchGetSecretValueResponse {
    pub secret_values: Option<Vec<SecretValueEntry>>,
    pub next_token: Option<String>,
    pub errors: Option<Vec<APIErrorType>>,
}

impl Shape for BatchGetSecretValueResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::BatchGetSecretValueResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_values.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.errors.write(at, to),
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
            0 => self.secret_values = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.errors = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelRotateSecretRequest {
    pub secret_id: String,
}

impl Shape for CancelRotateSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelRotateSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelRotateSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for CancelRotateSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelRotateSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecretRequest {
    pub name: String,
    pub client_request_token: Option<String>,
    pub description: Option<String>,
    pub kms_key_id: Option<String>,
    pub secret_binary: Option<crate::Bytes>,
    pub secret_string: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub add_replica_regions: Option<Vec<ReplicaRegionType>>,
    pub force_overwrite_replica_secret: Option<bool>,
    pub r#type: Option<String>,
    pub cross_account_primary_arn: Option<String>,
}

impl Shape for CreateSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.client_request_token.write(at, to),
            2 => self.description.write(at, to),
            3 => self.kms_key_id.write(at, to),
            4 => self.secret_binary.write(at, to),
            5 => self.secret_string.write(at, to),
            6 => self.tags.write(at, to),
            7 => self.add_replica_regions.write(at, to),
            8 => self.force_overwrite_replica_secret.write(at, to),
            9 => self.r#type.write(at, to),
            10 => self.cross_account_primary_arn.write(at, to),
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
            1 => self.client_request_token = Read::read(at, from)?,
            2 => self.description = Read::read(at, from)?,
            3 => self.kms_key_id = Read::read(at, from)?,
            4 => self.secret_binary = Read::read(at, from)?,
            5 => self.secret_string = Read::read(at, from)?,
            6 => self.tags = Read::read(at, from)?,
            7 => self.add_replica_regions = Read::read(at, from)?,
            8 => self.force_overwrite_replica_secret = Read::read(at, from)?,
            9 => self.r#type = Read::read(at, from)?,
            10 => self.cross_account_primary_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
    pub replication_status: Option<Vec<ReplicationStatusType>>,
}

impl Shape for CreateSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.replication_status.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.replication_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrossAccountPrimaryType {
    pub primary_secret_arn: Option<String>,
    pub replication_status: Option<String>,
    pub status_message: Option<String>,
}

impl Shape for CrossAccountPrimaryType {
    fn schema(&self) -> &'static Structure {
        &schemas::CrossAccountPrimaryType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.primary_secret_arn.write(at, to),
            1 => self.replication_status.write(at, to),
            2 => self.status_message.write(at, to),
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
            0 => self.primary_secret_arn = Read::read(at, from)?,
            1 => self.replication_status = Read::read(at, from)?,
            2 => self.status_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrossAccountReplicaEntry {
    pub replica_secret_arn: Option<String>,
    pub replication_role_arn: Option<String>,
    pub replication_status: Option<String>,
    pub status_message: Option<String>,
}

impl Shape for CrossAccountReplicaEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::CrossAccountReplicaEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.replica_secret_arn.write(at, to),
            1 => self.replication_role_arn.write(at, to),
            2 => self.replication_status.write(at, to),
            3 => self.status_message.write(at, to),
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
            0 => self.replica_secret_arn = Read::read(at, from)?,
            1 => self.replication_role_arn = Read::read(at, from)?,
            2 => self.replication_status = Read::read(at, from)?,
            3 => self.status_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyRequest {
    pub secret_id: String,
    pub policy_name: Option<String>,
}

impl Shape for DeleteResourcePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteResourcePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.policy_name.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteResourcePolicyResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for DeleteResourcePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteResourcePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.policy_name.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecretRequest {
    pub secret_id: String,
    pub recovery_window_in_days: Option<i64>,
    pub force_delete_without_recovery: Option<bool>,
}

impl Shape for DeleteSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.recovery_window_in_days.write(at, to),
            2 => self.force_delete_without_recovery.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.recovery_window_in_days = Read::read(at, from)?,
            2 => self.force_delete_without_recovery = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub deletion_date: Option<crate::Timestamp>,
}

impl Shape for DeleteSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.deletion_date.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.deletion_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecretRequest {
    pub secret_id: String,
}

impl Shape for DescribeSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub r#type: Option<String>,
    pub description: Option<String>,
    pub kms_key_id: Option<String>,
    pub rotation_enabled: Option<bool>,
    pub rotation_lambda_arn: Option<String>,
    pub rotation_rules: Option<RotationRulesType>,
    pub external_secret_rotation_metadata: Option<Vec<ExternalSecretRotationMetadataItem>>,
    pub external_secret_rotation_role_arn: Option<String>,
    pub last_rotated_date: Option<crate::Timestamp>,
    pub last_changed_date: Option<crate::Timestamp>,
    pub last_accessed_date: Option<crate::Timestamp>,
    pub deleted_date: Option<crate::Timestamp>,
    pub next_rotation_date: Option<crate::Timestamp>,
    pub tags: Option<Vec<Tag>>,
    pub version_ids_to_stages: Option<std::collections::BTreeMap<String, Vec<String>>>,
    pub owning_service: Option<String>,
    pub created_date: Option<crate::Timestamp>,
    pub primary_region: Option<String>,
    pub replication_status: Option<Vec<ReplicationStatusType>>,
    pub cross_account_primary: Option<CrossAccountPrimaryType>,
    pub cross_account_replicas: Option<Vec<CrossAccountReplicaEntry>>,
}

impl Shape for DescribeSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.r#type.write(at, to),
            3 => self.description.write(at, to),
            4 => self.kms_key_id.write(at, to),
            5 => self.rotation_enabled.write(at, to),
            6 => self.rotation_lambda_arn.write(at, to),
            7 => self.rotation_rules.write(at, to),
            8 => self.external_secret_rotation_metadata.write(at, to),
            9 => self.external_secret_rotation_role_arn.write(at, to),
            10 => self.last_rotated_date.write(at, to),
            11 => self.last_changed_date.write(at, to),
            12 => self.last_accessed_date.write(at, to),
            13 => self.deleted_date.write(at, to),
            14 => self.next_rotation_date.write(at, to),
            15 => self.tags.write(at, to),
            16 => self.version_ids_to_stages.write(at, to),
            17 => self.owning_service.write(at, to),
            18 => self.created_date.write(at, to),
            19 => self.primary_region.write(at, to),
            20 => self.replication_status.write(at, to),
            21 => self.cross_account_primary.write(at, to),
            22 => self.cross_account_replicas.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.r#type = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.kms_key_id = Read::read(at, from)?,
            5 => self.rotation_enabled = Read::read(at, from)?,
            6 => self.rotation_lambda_arn = Read::read(at, from)?,
            7 => self.rotation_rules = Read::read(at, from)?,
            8 => self.external_secret_rotation_metadata = Read::read(at, from)?,
            9 => self.external_secret_rotation_role_arn = Read::read(at, from)?,
            10 => self.last_rotated_date = Read::read(at, from)?,
            11 => self.last_changed_date = Read::read(at, from)?,
            12 => self.last_accessed_date = Read::read(at, from)?,
            13 => self.deleted_date = Read::read(at, from)?,
            14 => self.next_rotation_date = Read::read(at, from)?,
            15 => self.tags = Read::read(at, from)?,
            16 => self.version_ids_to_stages = Read::read(at, from)?,
            17 => self.owning_service = Read::read(at, from)?,
            18 => self.created_date = Read::read(at, from)?,
            19 => self.primary_region = Read::read(at, from)?,
            20 => self.replication_status = Read::read(at, from)?,
            21 => self.cross_account_primary = Read::read(at, from)?,
            22 => self.cross_account_replicas = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExternalSecretRotationMetadataItem {
    pub key: Option<String>,
    pub value: Option<String>,
}

impl Shape for ExternalSecretRotationMetadataItem {
    fn schema(&self) -> &'static Structure {
        &schemas::ExternalSecretRotationMetadataItem
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
pub struct Filter {
    pub key: Option<String>,
    pub values: Option<Vec<String>>,
}

impl Shape for Filter {
    fn schema(&self) -> &'static Structure {
        &schemas::Filter
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
pub struct GetRandomPasswordRequest {
    pub password_length: Option<i64>,
    pub exclude_characters: Option<String>,
    pub exclude_numbers: Option<bool>,
    pub exclude_punctuation: Option<bool>,
    pub exclude_uppercase: Option<bool>,
    pub exclude_lowercase: Option<bool>,
    pub include_space: Option<bool>,
    pub require_each_included_type: Option<bool>,
}

impl Shape for GetRandomPasswordRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRandomPasswordRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.password_length.write(at, to),
            1 => self.exclude_characters.write(at, to),
            2 => self.exclude_numbers.write(at, to),
            3 => self.exclude_punctuation.write(at, to),
            4 => self.exclude_uppercase.write(at, to),
            5 => self.exclude_lowercase.write(at, to),
            6 => self.include_space.write(at, to),
            7 => self.require_each_included_type.write(at, to),
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
            0 => self.password_length = Read::read(at, from)?,
            1 => self.exclude_characters = Read::read(at, from)?,
            2 => self.exclude_numbers = Read::read(at, from)?,
            3 => self.exclude_punctuation = Read::read(at, from)?,
            4 => self.exclude_uppercase = Read::read(at, from)?,
            5 => self.exclude_lowercase = Read::read(at, from)?,
            6 => self.include_space = Read::read(at, from)?,
            7 => self.require_each_included_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRandomPasswordResponse {
    pub random_password: Option<String>,
}

impl Shape for GetRandomPasswordResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRandomPasswordResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.random_password.write(at, to),
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
            0 => self.random_password = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyRequest {
    pub secret_id: String,
    pub policy_name: Option<String>,
}

impl Shape for GetResourcePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.policy_name.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetResourcePolicyResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub resource_policy: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for GetResourcePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetResourcePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.resource_policy.write(at, to),
            3 => self.policy_name.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.resource_policy = Read::read(at, from)?,
            3 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSecretValueRequest {
    pub secret_id: String,
    pub version_id: Option<String>,
    pub version_stage: Option<String>,
}

impl Shape for GetSecretValueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetSecretValueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.version_stage.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            2 => self.version_stage = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSecretValueResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
    pub secret_binary: Option<crate::Bytes>,
    pub secret_string: Option<String>,
    pub version_stages: Option<Vec<String>>,
    pub created_date: Option<crate::Timestamp>,
}

impl Shape for GetSecretValueResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetSecretValueResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.secret_binary.write(at, to),
            4 => self.secret_string.write(at, to),
            5 => self.version_stages.write(at, to),
            6 => self.created_date.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.secret_binary = Read::read(at, from)?,
            4 => self.secret_string = Read::read(at, from)?,
            5 => self.version_stages = Read::read(at, from)?,
            6 => self.created_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSecretVersionIdsRequest {
    pub secret_id: String,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub include_deprecated: Option<bool>,
}

impl Shape for ListSecretVersionIdsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSecretVersionIdsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.max_results.write(at, to),
            2 => self.next_token.write(at, to),
            3 => self.include_deprecated.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.max_results = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            3 => self.include_deprecated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSecretVersionIdsResponse {
    pub versions: Option<Vec<SecretVersionsListEntry>>,
    pub next_token: Option<String>,
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Shape for ListSecretVersionIdsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSecretVersionIdsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.versions.write(at, to),
            1 => self.next_token.write(at, to),
            2 => self.arn.write(at, to),
            3 => self.name.write(at, to),
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
            0 => self.versions = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            2 => self.arn = Read::read(at, from)?,
            3 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSecretsRequest {
    pub include_planned_deletion: Option<bool>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub filters: Option<Vec<Filter>>,
    pub sort_order: Option<String>,
    pub sort_by: Option<String>,
}

impl Shape for ListSecretsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSecretsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.include_planned_deletion.write(at, to),
            1 => self.max_results.write(at, to),
            2 => self.next_token.write(at, to),
            3 => self.filters.write(at, to),
            4 => self.sort_order.write(at, to),
            5 => self.sort_by.write(at, to),
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
            0 => self.include_planned_deletion = Read::read(at, from)?,
            1 => self.max_results = Read::read(at, from)?,
            2 => self.next_token = Read::read(at, from)?,
            3 => self.filters = Read::read(at, from)?,
            4 => self.sort_order = Read::read(at, from)?,
            5 => self.sort_by = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSecretsResponse {
    pub secret_list: Option<Vec<SecretListEntry>>,
    pub next_token: Option<String>,
}

impl Shape for ListSecretsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSecretsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_list.write(at, to),
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
            0 => self.secret_list = Read::read(at, from)?,
            1 => self.next_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyRequest {
    pub secret_id: String,
    pub resource_policy: String,
    pub policy_name: Option<String>,
    pub block_public_policy: Option<bool>,
}

impl Shape for PutResourcePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutResourcePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.resource_policy.write(at, to),
            2 => self.policy_name.write(at, to),
            3 => self.block_public_policy.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.resource_policy = Read::read(at, from)?,
            2 => self.policy_name = Read::read(at, from)?,
            3 => self.block_public_policy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutResourcePolicyResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for PutResourcePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PutResourcePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.policy_name.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutSecretValueRequest {
    pub secret_id: String,
    pub client_request_token: Option<String>,
    pub secret_binary: Option<crate::Bytes>,
    pub secret_string: Option<String>,
    pub version_stages: Option<Vec<String>>,
    pub rotation_token: Option<String>,
}

impl Shape for PutSecretValueRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutSecretValueRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.client_request_token.write(at, to),
            2 => self.secret_binary.write(at, to),
            3 => self.secret_string.write(at, to),
            4 => self.version_stages.write(at, to),
            5 => self.rotation_token.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.client_request_token = Read::read(at, from)?,
            2 => self.secret_binary = Read::read(at, from)?,
            3 => self.secret_string = Read::read(at, from)?,
            4 => self.version_stages = Read::read(at, from)?,
            5 => self.rotation_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutSecretValueResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
    pub version_stages: Option<Vec<String>>,
}

impl Shape for PutSecretValueResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PutSecretValueResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.version_stages.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.version_stages = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaRegionType {
    pub region: Option<String>,
    pub kms_key_id: Option<String>,
}

impl Shape for ReplicaRegionType {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicaRegionType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region.write(at, to),
            1 => self.kms_key_id.write(at, to),
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
            0 => self.region = Read::read(at, from)?,
            1 => self.kms_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationStatusType {
    pub region: Option<String>,
    pub kms_key_id: Option<String>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub last_accessed_date: Option<crate::Timestamp>,
}

impl Shape for ReplicationStatusType {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationStatusType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region.write(at, to),
            1 => self.kms_key_id.write(at, to),
            2 => self.status.write(at, to),
            3 => self.status_message.write(at, to),
            4 => self.last_accessed_date.write(at, to),
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
            0 => self.region = Read::read(at, from)?,
            1 => self.kms_key_id = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            3 => self.status_message = Read::read(at, from)?,
            4 => self.last_accessed_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSecretRequest {
    pub secret_id: String,
}

impl Shape for RestoreSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Shape for RestoreSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotateSecretRequest {
    pub secret_id: String,
    pub client_request_token: Option<String>,
    pub rotation_lambda_arn: Option<String>,
    pub rotation_rules: Option<RotationRulesType>,
    pub external_secret_rotation_metadata: Option<Vec<ExternalSecretRotationMetadataItem>>,
    pub external_secret_rotation_role_arn: Option<String>,
    pub rotate_immediately: Option<bool>,
}

impl Shape for RotateSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RotateSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.client_request_token.write(at, to),
            2 => self.rotation_lambda_arn.write(at, to),
            3 => self.rotation_rules.write(at, to),
            4 => self.external_secret_rotation_metadata.write(at, to),
            5 => self.external_secret_rotation_role_arn.write(at, to),
            6 => self.rotate_immediately.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.client_request_token = Read::read(at, from)?,
            2 => self.rotation_lambda_arn = Read::read(at, from)?,
            3 => self.rotation_rules = Read::read(at, from)?,
            4 => self.external_secret_rotation_metadata = Read::read(at, from)?,
            5 => self.external_secret_rotation_role_arn = Read::read(at, from)?,
            6 => self.rotate_immediately = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotateSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for RotateSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::RotateSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotationRulesType {
    pub automatically_after_days: Option<i64>,
    pub duration: Option<String>,
    pub schedule_expression: Option<String>,
}

impl Shape for RotationRulesType {
    fn schema(&self) -> &'static Structure {
        &schemas::RotationRulesType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.automatically_after_days.write(at, to),
            1 => self.duration.write(at, to),
            2 => self.schedule_expression.write(at, to),
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
            0 => self.automatically_after_days = Read::read(at, from)?,
            1 => self.duration = Read::read(at, from)?,
            2 => self.schedule_expression = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretListEntry {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub r#type: Option<String>,
    pub description: Option<String>,
    pub kms_key_id: Option<String>,
    pub rotation_enabled: Option<bool>,
    pub rotation_lambda_arn: Option<String>,
    pub rotation_rules: Option<RotationRulesType>,
    pub external_secret_rotation_metadata: Option<Vec<ExternalSecretRotationMetadataItem>>,
    pub external_secret_rotation_role_arn: Option<String>,
    pub last_rotated_date: Option<crate::Timestamp>,
    pub last_changed_date: Option<crate::Timestamp>,
    pub last_accessed_date: Option<crate::Timestamp>,
    pub deleted_date: Option<crate::Timestamp>,
    pub next_rotation_date: Option<crate::Timestamp>,
    pub tags: Option<Vec<Tag>>,
    pub secret_versions_to_stages: Option<std::collections::BTreeMap<String, Vec<String>>>,
    pub owning_service: Option<String>,
    pub created_date: Option<crate::Timestamp>,
    pub primary_region: Option<String>,
}

impl Shape for SecretListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::SecretListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.r#type.write(at, to),
            3 => self.description.write(at, to),
            4 => self.kms_key_id.write(at, to),
            5 => self.rotation_enabled.write(at, to),
            6 => self.rotation_lambda_arn.write(at, to),
            7 => self.rotation_rules.write(at, to),
            8 => self.external_secret_rotation_metadata.write(at, to),
            9 => self.external_secret_rotation_role_arn.write(at, to),
            10 => self.last_rotated_date.write(at, to),
            11 => self.last_changed_date.write(at, to),
            12 => self.last_accessed_date.write(at, to),
            13 => self.deleted_date.write(at, to),
            14 => self.next_rotation_date.write(at, to),
            15 => self.tags.write(at, to),
            16 => self.secret_versions_to_stages.write(at, to),
            17 => self.owning_service.write(at, to),
            18 => self.created_date.write(at, to),
            19 => self.primary_region.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.r#type = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.kms_key_id = Read::read(at, from)?,
            5 => self.rotation_enabled = Read::read(at, from)?,
            6 => self.rotation_lambda_arn = Read::read(at, from)?,
            7 => self.rotation_rules = Read::read(at, from)?,
            8 => self.external_secret_rotation_metadata = Read::read(at, from)?,
            9 => self.external_secret_rotation_role_arn = Read::read(at, from)?,
            10 => self.last_rotated_date = Read::read(at, from)?,
            11 => self.last_changed_date = Read::read(at, from)?,
            12 => self.last_accessed_date = Read::read(at, from)?,
            13 => self.deleted_date = Read::read(at, from)?,
            14 => self.next_rotation_date = Read::read(at, from)?,
            15 => self.tags = Read::read(at, from)?,
            16 => self.secret_versions_to_stages = Read::read(at, from)?,
            17 => self.owning_service = Read::read(at, from)?,
            18 => self.created_date = Read::read(at, from)?,
            19 => self.primary_region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretValueEntry {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
    pub secret_binary: Option<crate::Bytes>,
    pub secret_string: Option<String>,
    pub version_stages: Option<Vec<String>>,
    pub created_date: Option<crate::Timestamp>,
}

impl Shape for SecretValueEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::SecretValueEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.secret_binary.write(at, to),
            4 => self.secret_string.write(at, to),
            5 => self.version_stages.write(at, to),
            6 => self.created_date.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.secret_binary = Read::read(at, from)?,
            4 => self.secret_string = Read::read(at, from)?,
            5 => self.version_stages = Read::read(at, from)?,
            6 => self.created_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecretVersionsListEntry {
    pub version_id: Option<String>,
    pub version_stages: Option<Vec<String>>,
    pub last_accessed_date: Option<crate::Timestamp>,
    pub created_date: Option<crate::Timestamp>,
    pub kms_key_ids: Option<Vec<String>>,
}

impl Shape for SecretVersionsListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::SecretVersionsListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.version_id.write(at, to),
            1 => self.version_stages.write(at, to),
            2 => self.last_accessed_date.write(at, to),
            3 => self.created_date.write(at, to),
            4 => self.kms_key_ids.write(at, to),
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
            0 => self.version_id = Read::read(at, from)?,
            1 => self.version_stages = Read::read(at, from)?,
            2 => self.last_accessed_date = Read::read(at, from)?,
            3 => self.created_date = Read::read(at, from)?,
            4 => self.kms_key_ids = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: Option<String>,
    pub value: Option<String>,
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
pub struct TagResourceRequest {
    pub secret_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.tags.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub secret_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.tag_keys.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecretRequest {
    pub secret_id: String,
    pub client_request_token: Option<String>,
    pub description: Option<String>,
    pub kms_key_id: Option<String>,
    pub secret_binary: Option<crate::Bytes>,
    pub secret_string: Option<String>,
    pub r#type: Option<String>,
}

impl Shape for UpdateSecretRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateSecretRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.client_request_token.write(at, to),
            2 => self.description.write(at, to),
            3 => self.kms_key_id.write(at, to),
            4 => self.secret_binary.write(at, to),
            5 => self.secret_string.write(at, to),
            6 => self.r#type.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.client_request_token = Read::read(at, from)?,
            2 => self.description = Read::read(at, from)?,
            3 => self.kms_key_id = Read::read(at, from)?,
            4 => self.secret_binary = Read::read(at, from)?,
            5 => self.secret_string = Read::read(at, from)?,
            6 => self.r#type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecretResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for UpdateSecretResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateSecretResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.version_id.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecretVersionStageRequest {
    pub secret_id: String,
    pub version_stage: String,
    pub remove_from_version_id: Option<String>,
    pub move_to_version_id: Option<String>,
}

impl Shape for UpdateSecretVersionStageRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateSecretVersionStageRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.version_stage.write(at, to),
            2 => self.remove_from_version_id.write(at, to),
            3 => self.move_to_version_id.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.version_stage = Read::read(at, from)?,
            2 => self.remove_from_version_id = Read::read(at, from)?,
            3 => self.move_to_version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecretVersionStageResponse {
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Shape for UpdateSecretVersionStageResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateSecretVersionStageResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.name.write(at, to),
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
            0 => self.arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidateResourcePolicyRequest {
    pub secret_id: Option<String>,
    pub resource_policy: String,
}

impl Shape for ValidateResourcePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ValidateResourcePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.secret_id.write(at, to),
            1 => self.resource_policy.write(at, to),
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
            0 => self.secret_id = Read::read(at, from)?,
            1 => self.resource_policy = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidateResourcePolicyResponse {
    pub policy_validation_passed: Option<bool>,
    pub validation_errors: Option<Vec<ValidationErrorsEntry>>,
}

impl Shape for ValidateResourcePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ValidateResourcePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_validation_passed.write(at, to),
            1 => self.validation_errors.write(at, to),
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
            0 => self.policy_validation_passed = Read::read(at, from)?,
            1 => self.validation_errors = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidationErrorsEntry {
    pub check_name: Option<String>,
    pub error_message: Option<String>,
}

impl Shape for ValidationErrorsEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::ValidationErrorsEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.check_name.write(at, to),
            1 => self.error_message.write(at, to),
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
            0 => self.check_name = Read::read(at, from)?,
            1 => self.error_message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
