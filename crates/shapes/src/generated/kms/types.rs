// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AliasListEntry {
    pub alias_name: Option<String>,
    pub alias_arn: Option<String>,
    pub target_key_id: Option<String>,
    pub creation_date: Option<crate::Timestamp>,
    pub last_updated_date: Option<crate::Timestamp>,
}

impl Shape for AliasListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::AliasListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alias_name.write(at, to),
            1 => self.alias_arn.write(at, to),
            2 => self.target_key_id.write(at, to),
            3 => self.creation_date.write(at, to),
            4 => self.last_updated_date.write(at, to),
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
            0 => self.alias_name = Read::read(at, from)?,
            1 => self.alias_arn = Read::read(at, from)?,
            2 => self.target_key_id = Read::read(at, from)?,
            3 => self.creation_date = Read::read(at, from)?,
            4 => self.last_updated_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelKeyDeletionRequest {
    pub key_id: String,
}

impl Shape for CancelKeyDeletionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelKeyDeletionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelKeyDeletionResponse {
    pub key_id: Option<String>,
}

impl Shape for CancelKeyDeletionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CancelKeyDeletionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAliasRequest {
    pub alias_name: String,
    pub target_key_id: String,
}

impl Shape for CreateAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alias_name.write(at, to),
            1 => self.target_key_id.write(at, to),
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
            0 => self.alias_name = Read::read(at, from)?,
            1 => self.target_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGrantRequest {
    pub key_id: String,
    pub grantee_principal: Option<String>,
    pub retiring_principal: Option<String>,
    pub operations: Vec<String>,
    pub constraints: Option<GrantConstraints>,
    pub grant_tokens: Option<Vec<String>>,
    pub name: Option<String>,
    pub dry_run: Option<bool>,
    pub grantee_service_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for CreateGrantRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGrantRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.grantee_principal.write(at, to),
            2 => self.retiring_principal.write(at, to),
            3 => self.operations.write(at, to),
            4 => self.constraints.write(at, to),
            5 => self.grant_tokens.write(at, to),
            6 => self.name.write(at, to),
            7 => self.dry_run.write(at, to),
            8 => self.grantee_service_principal.write(at, to),
            9 => self.retiring_service_principal.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.grantee_principal = Read::read(at, from)?,
            2 => self.retiring_principal = Read::read(at, from)?,
            3 => self.operations = Read::read(at, from)?,
            4 => self.constraints = Read::read(at, from)?,
            5 => self.grant_tokens = Read::read(at, from)?,
            6 => self.name = Read::read(at, from)?,
            7 => self.dry_run = Read::read(at, from)?,
            8 => self.grantee_service_principal = Read::read(at, from)?,
            9 => self.retiring_service_principal = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGrantResponse {
    pub grant_token: Option<String>,
    pub grant_id: Option<String>,
}

impl Shape for CreateGrantResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGrantResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grant_token.write(at, to),
            1 => self.grant_id.write(at, to),
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
            0 => self.grant_token = Read::read(at, from)?,
            1 => self.grant_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateKeyRequest {
    pub policy: Option<String>,
    pub description: Option<String>,
    pub key_usage: Option<String>,
    pub customer_master_key_spec: Option<String>,
    pub key_spec: Option<String>,
    pub origin: Option<String>,
    pub custom_key_store_id: Option<String>,
    pub bypass_policy_lockout_safety_check: Option<bool>,
    pub tags: Option<Vec<Tag>>,
    pub multi_region: Option<bool>,
    pub xks_key_id: Option<String>,
}

impl Shape for CreateKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
            1 => self.description.write(at, to),
            2 => self.key_usage.write(at, to),
            3 => self.customer_master_key_spec.write(at, to),
            4 => self.key_spec.write(at, to),
            5 => self.origin.write(at, to),
            6 => self.custom_key_store_id.write(at, to),
            7 => self.bypass_policy_lockout_safety_check.write(at, to),
            8 => self.tags.write(at, to),
            9 => self.multi_region.write(at, to),
            10 => self.xks_key_id.write(at, to),
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
            0 => self.policy = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            2 => self.key_usage = Read::read(at, from)?,
            3 => self.customer_master_key_spec = Read::read(at, from)?,
            4 => self.key_spec = Read::read(at, from)?,
            5 => self.origin = Read::read(at, from)?,
            6 => self.custom_key_store_id = Read::read(at, from)?,
            7 => self.bypass_policy_lockout_safety_check = Read::read(at, from)?,
            8 => self.tags = Read::read(at, from)?,
            9 => self.multi_region = Read::read(at, from)?,
            10 => self.xks_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateKeyResponse {
    pub key_metadata: Option<KeyMetadata>,
}

impl Shape for CreateKeyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateKeyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_metadata.write(at, to),
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
            0 => self.key_metadata = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecryptRequest {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<String>>,
    pub key_id: Option<String>,
    pub encryption_algorithm: Option<String>,
    pub recipient: Option<RecipientInfo>,
    pub dry_run: Option<bool>,
    pub dry_run_modifiers: Option<Vec<String>>,
}

impl Shape for DecryptRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DecryptRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.encryption_context.write(at, to),
            2 => self.grant_tokens.write(at, to),
            3 => self.key_id.write(at, to),
            4 => self.encryption_algorithm.write(at, to),
            5 => self.recipient.write(at, to),
            6 => self.dry_run.write(at, to),
            7 => self.dry_run_modifiers.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.encryption_context = Read::read(at, from)?,
            2 => self.grant_tokens = Read::read(at, from)?,
            3 => self.key_id = Read::read(at, from)?,
            4 => self.encryption_algorithm = Read::read(at, from)?,
            5 => self.recipient = Read::read(at, from)?,
            6 => self.dry_run = Read::read(at, from)?,
            7 => self.dry_run_modifiers = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecryptResponse {
    pub key_id: Option<String>,
    pub plaintext: Option<crate::Bytes>,
    pub encryption_algorithm: Option<String>,
    pub ciphertext_for_recipient: Option<crate::Bytes>,
    pub key_material_id: Option<String>,
}

impl Shape for DecryptResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DecryptResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.plaintext.write(at, to),
            2 => self.encryption_algorithm.write(at, to),
            3 => self.ciphertext_for_recipient.write(at, to),
            4 => self.key_material_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.plaintext = Read::read(at, from)?,
            2 => self.encryption_algorithm = Read::read(at, from)?,
            3 => self.ciphertext_for_recipient = Read::read(at, from)?,
            4 => self.key_material_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAliasRequest {
    pub alias_name: String,
}

impl Shape for DeleteAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alias_name.write(at, to),
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
            0 => self.alias_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKeyRequest {
    pub key_id: String,
    pub grant_tokens: Option<Vec<String>>,
}

impl Shape for DescribeKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.grant_tokens.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.grant_tokens = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKeyResponse {
    pub key_metadata: Option<KeyMetadata>,
}

impl Shape for DescribeKeyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DescribeKeyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_metadata.write(at, to),
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
            0 => self.key_metadata = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableKeyRequest {
    pub key_id: String,
}

impl Shape for DisableKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DisableKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableKeyRotationRequest {
    pub key_id: String,
}

impl Shape for DisableKeyRotationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DisableKeyRotationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableKeyRequest {
    pub key_id: String,
}

impl Shape for EnableKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::EnableKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableKeyRotationRequest {
    pub key_id: String,
    pub rotation_period_in_days: Option<i32>,
}

impl Shape for EnableKeyRotationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::EnableKeyRotationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.rotation_period_in_days.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.rotation_period_in_days = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptRequest {
    pub key_id: String,
    pub plaintext: crate::Bytes,
    pub encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<String>>,
    pub encryption_algorithm: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for EncryptRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::EncryptRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.plaintext.write(at, to),
            2 => self.encryption_context.write(at, to),
            3 => self.grant_tokens.write(at, to),
            4 => self.encryption_algorithm.write(at, to),
            5 => self.dry_run.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.plaintext = Read::read(at, from)?,
            2 => self.encryption_context = Read::read(at, from)?,
            3 => self.grant_tokens = Read::read(at, from)?,
            4 => self.encryption_algorithm = Read::read(at, from)?,
            5 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptResponse {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub key_id: Option<String>,
    pub encryption_algorithm: Option<String>,
}

impl Shape for EncryptResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::EncryptResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.encryption_algorithm.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.encryption_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateDataKeyRequest {
    pub key_id: String,
    pub encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub number_of_bytes: Option<i32>,
    pub key_spec: Option<String>,
    pub grant_tokens: Option<Vec<String>>,
    pub recipient: Option<RecipientInfo>,
    pub dry_run: Option<bool>,
}

impl Shape for GenerateDataKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateDataKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.encryption_context.write(at, to),
            2 => self.number_of_bytes.write(at, to),
            3 => self.key_spec.write(at, to),
            4 => self.grant_tokens.write(at, to),
            5 => self.recipient.write(at, to),
            6 => self.dry_run.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.encryption_context = Read::read(at, from)?,
            2 => self.number_of_bytes = Read::read(at, from)?,
            3 => self.key_spec = Read::read(at, from)?,
            4 => self.grant_tokens = Read::read(at, from)?,
            5 => self.recipient = Read::read(at, from)?,
            6 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateDataKeyResponse {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub plaintext: Option<crate::Bytes>,
    pub key_id: Option<String>,
    pub ciphertext_for_recipient: Option<crate::Bytes>,
    pub key_material_id: Option<String>,
}

impl Shape for GenerateDataKeyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateDataKeyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.plaintext.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.ciphertext_for_recipient.write(at, to),
            4 => self.key_material_id.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.plaintext = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.ciphertext_for_recipient = Read::read(at, from)?,
            4 => self.key_material_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateDataKeyWithoutPlaintextRequest {
    pub key_id: String,
    pub encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub key_spec: Option<String>,
    pub number_of_bytes: Option<i32>,
    pub grant_tokens: Option<Vec<String>>,
    pub dry_run: Option<bool>,
}

impl Shape for GenerateDataKeyWithoutPlaintextRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateDataKeyWithoutPlaintextRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.encryption_context.write(at, to),
            2 => self.key_spec.write(at, to),
            3 => self.number_of_bytes.write(at, to),
            4 => self.grant_tokens.write(at, to),
            5 => self.dry_run.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.encryption_context = Read::read(at, from)?,
            2 => self.key_spec = Read::read(at, from)?,
            3 => self.number_of_bytes = Read::read(at, from)?,
            4 => self.grant_tokens = Read::read(at, from)?,
            5 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateDataKeyWithoutPlaintextResponse {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
}

impl Shape for GenerateDataKeyWithoutPlaintextResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateDataKeyWithoutPlaintextResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.key_material_id.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.key_material_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateMacRequest {
    pub message: crate::Bytes,
    pub key_id: String,
    pub mac_algorithm: String,
    pub grant_tokens: Option<Vec<String>>,
    pub dry_run: Option<bool>,
}

impl Shape for GenerateMacRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateMacRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.mac_algorithm.write(at, to),
            3 => self.grant_tokens.write(at, to),
            4 => self.dry_run.write(at, to),
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
            0 => self.message = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.mac_algorithm = Read::read(at, from)?,
            3 => self.grant_tokens = Read::read(at, from)?,
            4 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateMacResponse {
    pub mac: Option<crate::Bytes>,
    pub mac_algorithm: Option<String>,
    pub key_id: Option<String>,
}

impl Shape for GenerateMacResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateMacResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mac.write(at, to),
            1 => self.mac_algorithm.write(at, to),
            2 => self.key_id.write(at, to),
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
            0 => self.mac = Read::read(at, from)?,
            1 => self.mac_algorithm = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateRandomRequest {
    pub number_of_bytes: Option<i32>,
    pub custom_key_store_id: Option<String>,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for GenerateRandomRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateRandomRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.number_of_bytes.write(at, to),
            1 => self.custom_key_store_id.write(at, to),
            2 => self.recipient.write(at, to),
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
            0 => self.number_of_bytes = Read::read(at, from)?,
            1 => self.custom_key_store_id = Read::read(at, from)?,
            2 => self.recipient = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenerateRandomResponse {
    pub plaintext: Option<crate::Bytes>,
    pub ciphertext_for_recipient: Option<crate::Bytes>,
}

impl Shape for GenerateRandomResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GenerateRandomResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.plaintext.write(at, to),
            1 => self.ciphertext_for_recipient.write(at, to),
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
            0 => self.plaintext = Read::read(at, from)?,
            1 => self.ciphertext_for_recipient = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetKeyPolicyRequest {
    pub key_id: String,
    pub policy_name: Option<String>,
}

impl Shape for GetKeyPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetKeyPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetKeyPolicyResponse {
    pub policy: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for GetKeyPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetKeyPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
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
            0 => self.policy = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetKeyRotationStatusRequest {
    pub key_id: String,
}

impl Shape for GetKeyRotationStatusRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetKeyRotationStatusRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetKeyRotationStatusResponse {
    pub key_rotation_enabled: Option<bool>,
    pub key_id: Option<String>,
    pub rotation_period_in_days: Option<i32>,
    pub next_rotation_date: Option<crate::Timestamp>,
    pub on_demand_rotation_start_date: Option<crate::Timestamp>,
}

impl Shape for GetKeyRotationStatusResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetKeyRotationStatusResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_rotation_enabled.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.rotation_period_in_days.write(at, to),
            3 => self.next_rotation_date.write(at, to),
            4 => self.on_demand_rotation_start_date.write(at, to),
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
            0 => self.key_rotation_enabled = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.rotation_period_in_days = Read::read(at, from)?,
            3 => self.next_rotation_date = Read::read(at, from)?,
            4 => self.on_demand_rotation_start_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GrantConstraints {
    pub encryption_context_subset: Option<std::collections::BTreeMap<String, String>>,
    pub encryption_context_equals: Option<std::collections::BTreeMap<String, String>>,
    pub source_arn: Option<String>,
}

impl Shape for GrantConstraints {
    fn schema(&self) -> &'static Structure {
        &schemas::GrantConstraints
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.encryption_context_subset.write(at, to),
            1 => self.encryption_context_equals.write(at, to),
            2 => self.source_arn.write(at, to),
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
            0 => self.encryption_context_subset = Read::read(at, from)?,
            1 => self.encryption_context_equals = Read::read(at, from)?,
            2 => self.source_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GrantListEntry {
    pub key_id: Option<String>,
    pub grant_id: Option<String>,
    pub name: Option<String>,
    pub creation_date: Option<crate::Timestamp>,
    pub grantee_principal: Option<String>,
    pub retiring_principal: Option<String>,
    pub issuing_account: Option<String>,
    pub operations: Option<Vec<String>>,
    pub constraints: Option<GrantConstraints>,
    pub grantee_service_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for GrantListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::GrantListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.grant_id.write(at, to),
            2 => self.name.write(at, to),
            3 => self.creation_date.write(at, to),
            4 => self.grantee_principal.write(at, to),
            5 => self.retiring_principal.write(at, to),
            6 => self.issuing_account.write(at, to),
            7 => self.operations.write(at, to),
            8 => self.constraints.write(at, to),
            9 => self.grantee_service_principal.write(at, to),
            10 => self.retiring_service_principal.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.grant_id = Read::read(at, from)?,
            2 => self.name = Read::read(at, from)?,
            3 => self.creation_date = Read::read(at, from)?,
            4 => self.grantee_principal = Read::read(at, from)?,
            5 => self.retiring_principal = Read::read(at, from)?,
            6 => self.issuing_account = Read::read(at, from)?,
            7 => self.operations = Read::read(at, from)?,
            8 => self.constraints = Read::read(at, from)?,
            9 => self.grantee_service_principal = Read::read(at, from)?,
            10 => self.retiring_service_principal = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyListEntry {
    pub key_id: Option<String>,
    pub key_arn: Option<String>,
}

impl Shape for KeyListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::KeyListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.key_arn.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.key_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyMetadata {
    pub aws_account_id: Option<String>,
    pub key_id: String,
    pub arn: Option<String>,
    pub creation_date: Option<crate::Timestamp>,
    pub enabled: Option<bool>,
    pub description: Option<String>,
    pub key_usage: Option<String>,
    pub key_state: Option<String>,
    pub deletion_date: Option<crate::Timestamp>,
    pub valid_to: Option<crate::Timestamp>,
    pub origin: Option<String>,
    pub custom_key_store_id: Option<String>,
    pub cloud_hsm_cluster_id: Option<String>,
    pub expiration_model: Option<String>,
    pub key_manager: Option<String>,
    pub customer_master_key_spec: Option<String>,
    pub key_spec: Option<String>,
    pub encryption_algorithms: Option<Vec<String>>,
    pub signing_algorithms: Option<Vec<String>>,
    pub key_agreement_algorithms: Option<Vec<String>>,
    pub encapsulation_algorithms: Option<Vec<String>>,
    pub multi_region: Option<bool>,
    pub multi_region_configuration: Option<MultiRegionConfiguration>,
    pub pending_deletion_window_in_days: Option<i32>,
    pub mac_algorithms: Option<Vec<String>>,
    pub xks_key_configuration: Option<XksKeyConfigurationType>,
    pub current_key_material_id: Option<String>,
}

impl Shape for KeyMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::KeyMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.aws_account_id.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.arn.write(at, to),
            3 => self.creation_date.write(at, to),
            4 => self.enabled.write(at, to),
            5 => self.description.write(at, to),
            6 => self.key_usage.write(at, to),
            7 => self.key_state.write(at, to),
            8 => self.deletion_date.write(at, to),
            9 => self.valid_to.write(at, to),
            10 => self.origin.write(at, to),
            11 => self.custom_key_store_id.write(at, to),
            12 => self.cloud_hsm_cluster_id.write(at, to),
            13 => self.expiration_model.write(at, to),
            14 => self.key_manager.write(at, to),
            15 => self.customer_master_key_spec.write(at, to),
            16 => self.key_spec.write(at, to),
            17 => self.encryption_algorithms.write(at, to),
            18 => self.signing_algorithms.write(at, to),
            19 => self.key_agreement_algorithms.write(at, to),
            20 => self.encapsulation_algorithms.write(at, to),
            21 => self.multi_region.write(at, to),
            22 => self.multi_region_configuration.write(at, to),
            23 => self.pending_deletion_window_in_days.write(at, to),
            24 => self.mac_algorithms.write(at, to),
            25 => self.xks_key_configuration.write(at, to),
            26 => self.current_key_material_id.write(at, to),
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
            0 => self.aws_account_id = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.arn = Read::read(at, from)?,
            3 => self.creation_date = Read::read(at, from)?,
            4 => self.enabled = Read::read(at, from)?,
            5 => self.description = Read::read(at, from)?,
            6 => self.key_usage = Read::read(at, from)?,
            7 => self.key_state = Read::read(at, from)?,
            8 => self.deletion_date = Read::read(at, from)?,
            9 => self.valid_to = Read::read(at, from)?,
            10 => self.origin = Read::read(at, from)?,
            11 => self.custom_key_store_id = Read::read(at, from)?,
            12 => self.cloud_hsm_cluster_id = Read::read(at, from)?,
            13 => self.expiration_model = Read::read(at, from)?,
            14 => self.key_manager = Read::read(at, from)?,
            15 => self.customer_master_key_spec = Read::read(at, from)?,
            16 => self.key_spec = Read::read(at, from)?,
            17 => self.encryption_algorithms = Read::read(at, from)?,
            18 => self.signing_algorithms = Read::read(at, from)?,
            19 => self.key_agreement_algorithms = Read::read(at, from)?,
            20 => self.encapsulation_algorithms = Read::read(at, from)?,
            21 => self.multi_region = Read::read(at, from)?,
            22 => self.multi_region_configuration = Read::read(at, from)?,
            23 => self.pending_deletion_window_in_days = Read::read(at, from)?,
            24 => self.mac_algorithms = Read::read(at, from)?,
            25 => self.xks_key_configuration = Read::read(at, from)?,
            26 => self.current_key_material_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesRequest {
    pub key_id: Option<String>,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListAliasesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAliasesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.marker.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesResponse {
    pub aliases: Option<Vec<AliasListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListAliasesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAliasesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.aliases.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.aliases = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGrantsRequest {
    pub limit: Option<i32>,
    pub marker: Option<String>,
    pub key_id: String,
    pub grant_id: Option<String>,
    pub grantee_principal: Option<String>,
    pub grantee_service_principal: Option<String>,
}

impl Shape for ListGrantsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGrantsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.limit.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.grant_id.write(at, to),
            4 => self.grantee_principal.write(at, to),
            5 => self.grantee_service_principal.write(at, to),
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
            0 => self.limit = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.grant_id = Read::read(at, from)?,
            4 => self.grantee_principal = Read::read(at, from)?,
            5 => self.grantee_service_principal = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGrantsResponse {
    pub grants: Option<Vec<GrantListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListGrantsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGrantsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grants.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.grants = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeyPoliciesRequest {
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListKeyPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeyPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.marker.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeyPoliciesResponse {
    pub policy_names: Option<Vec<String>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeyPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeyPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_names.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.policy_names = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeyRotationsRequest {
    pub key_id: String,
    pub include_key_material: Option<String>,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListKeyRotationsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeyRotationsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.include_key_material.write(at, to),
            2 => self.limit.write(at, to),
            3 => self.marker.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.include_key_material = Read::read(at, from)?,
            2 => self.limit = Read::read(at, from)?,
            3 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeyRotationsResponse {
    pub rotations: Option<Vec<RotationsListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeyRotationsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeyRotationsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.rotations.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.rotations = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeysRequest {
    pub limit: Option<i32>,
    pub marker: Option<String>,
    pub resource_owners: Option<Vec<String>>,
}

impl Shape for ListKeysRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeysRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.limit.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.resource_owners.write(at, to),
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
            0 => self.limit = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.resource_owners = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListKeysResponse {
    pub keys: Option<Vec<KeyListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeysResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListKeysResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.keys.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.keys = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListResourceTagsRequest {
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListResourceTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListResourceTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.limit.write(at, to),
            2 => self.marker.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.limit = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListResourceTagsResponse {
    pub tags: Option<Vec<Tag>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListResourceTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListResourceTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.next_marker.write(at, to),
            2 => self.truncated.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            2 => self.truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRetirableGrantsRequest {
    pub limit: Option<i32>,
    pub marker: Option<String>,
    pub retiring_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for ListRetirableGrantsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRetirableGrantsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.limit.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.retiring_principal.write(at, to),
            3 => self.retiring_service_principal.write(at, to),
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
            0 => self.limit = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.retiring_principal = Read::read(at, from)?,
            3 => self.retiring_service_principal = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultiRegionConfiguration {
    pub multi_region_key_type: Option<String>,
    pub primary_key: Option<MultiRegionKey>,
    pub replica_keys: Option<Vec<MultiRegionKey>>,
}

impl Shape for MultiRegionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::MultiRegionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.multi_region_key_type.write(at, to),
            1 => self.primary_key.write(at, to),
            2 => self.replica_keys.write(at, to),
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
            0 => self.multi_region_key_type = Read::read(at, from)?,
            1 => self.primary_key = Read::read(at, from)?,
            2 => self.replica_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultiRegionKey {
    pub arn: Option<String>,
    pub region: Option<String>,
}

impl Shape for MultiRegionKey {
    fn schema(&self) -> &'static Structure {
        &schemas::MultiRegionKey
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.region.write(at, to),
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
            1 => self.region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutKeyPolicyRequest {
    pub key_id: String,
    pub policy_name: Option<String>,
    pub policy: String,
    pub bypass_policy_lockout_safety_check: Option<bool>,
}

impl Shape for PutKeyPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutKeyPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy.write(at, to),
            3 => self.bypass_policy_lockout_safety_check.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy = Read::read(at, from)?,
            3 => self.bypass_policy_lockout_safety_check = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReEncryptRequest {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub source_encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub source_key_id: Option<String>,
    pub destination_key_id: String,
    pub destination_encryption_context: Option<std::collections::BTreeMap<String, String>>,
    pub source_encryption_algorithm: Option<String>,
    pub destination_encryption_algorithm: Option<String>,
    pub grant_tokens: Option<Vec<String>>,
    pub dry_run: Option<bool>,
    pub dry_run_modifiers: Option<Vec<String>>,
}

impl Shape for ReEncryptRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ReEncryptRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.source_encryption_context.write(at, to),
            2 => self.source_key_id.write(at, to),
            3 => self.destination_key_id.write(at, to),
            4 => self.destination_encryption_context.write(at, to),
            5 => self.source_encryption_algorithm.write(at, to),
            6 => self.destination_encryption_algorithm.write(at, to),
            7 => self.grant_tokens.write(at, to),
            8 => self.dry_run.write(at, to),
            9 => self.dry_run_modifiers.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.source_encryption_context = Read::read(at, from)?,
            2 => self.source_key_id = Read::read(at, from)?,
            3 => self.destination_key_id = Read::read(at, from)?,
            4 => self.destination_encryption_context = Read::read(at, from)?,
            5 => self.source_encryption_algorithm = Read::read(at, from)?,
            6 => self.destination_encryption_algorithm = Read::read(at, from)?,
            7 => self.grant_tokens = Read::read(at, from)?,
            8 => self.dry_run = Read::read(at, from)?,
            9 => self.dry_run_modifiers = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReEncryptResponse {
    pub ciphertext_blob: Option<crate::Bytes>,
    pub source_key_id: Option<String>,
    pub key_id: Option<String>,
    pub source_encryption_algorithm: Option<String>,
    pub destination_encryption_algorithm: Option<String>,
    pub source_key_material_id: Option<String>,
    pub destination_key_material_id: Option<String>,
}

impl Shape for ReEncryptResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ReEncryptResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ciphertext_blob.write(at, to),
            1 => self.source_key_id.write(at, to),
            2 => self.key_id.write(at, to),
            3 => self.source_encryption_algorithm.write(at, to),
            4 => self.destination_encryption_algorithm.write(at, to),
            5 => self.source_key_material_id.write(at, to),
            6 => self.destination_key_material_id.write(at, to),
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
            0 => self.ciphertext_blob = Read::read(at, from)?,
            1 => self.source_key_id = Read::read(at, from)?,
            2 => self.key_id = Read::read(at, from)?,
            3 => self.source_encryption_algorithm = Read::read(at, from)?,
            4 => self.destination_encryption_algorithm = Read::read(at, from)?,
            5 => self.source_key_material_id = Read::read(at, from)?,
            6 => self.destination_key_material_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecipientInfo {
    pub key_encryption_algorithm: Option<String>,
    pub attestation_document: Option<crate::Bytes>,
}

impl Shape for RecipientInfo {
    fn schema(&self) -> &'static Structure {
        &schemas::RecipientInfo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_encryption_algorithm.write(at, to),
            1 => self.attestation_document.write(at, to),
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
            0 => self.key_encryption_algorithm = Read::read(at, from)?,
            1 => self.attestation_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetireGrantRequest {
    pub grant_token: Option<String>,
    pub key_id: Option<String>,
    pub grant_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Shape for RetireGrantRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RetireGrantRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grant_token.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.grant_id.write(at, to),
            3 => self.dry_run.write(at, to),
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
            0 => self.grant_token = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.grant_id = Read::read(at, from)?,
            3 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeGrantRequest {
    pub key_id: String,
    pub grant_id: String,
    pub dry_run: Option<bool>,
}

impl Shape for RevokeGrantRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RevokeGrantRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.grant_id.write(at, to),
            2 => self.dry_run.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.grant_id = Read::read(at, from)?,
            2 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotateKeyOnDemandRequest {
    pub key_id: String,
}

impl Shape for RotateKeyOnDemandRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RotateKeyOnDemandRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotateKeyOnDemandResponse {
    pub key_id: Option<String>,
}

impl Shape for RotateKeyOnDemandResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::RotateKeyOnDemandResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RotationsListEntry {
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
    pub key_material_description: Option<String>,
    pub import_state: Option<String>,
    pub key_material_state: Option<String>,
    pub expiration_model: Option<String>,
    pub valid_to: Option<crate::Timestamp>,
    pub rotation_date: Option<crate::Timestamp>,
    pub rotation_type: Option<String>,
}

impl Shape for RotationsListEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::RotationsListEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.key_material_id.write(at, to),
            2 => self.key_material_description.write(at, to),
            3 => self.import_state.write(at, to),
            4 => self.key_material_state.write(at, to),
            5 => self.expiration_model.write(at, to),
            6 => self.valid_to.write(at, to),
            7 => self.rotation_date.write(at, to),
            8 => self.rotation_type.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.key_material_id = Read::read(at, from)?,
            2 => self.key_material_description = Read::read(at, from)?,
            3 => self.import_state = Read::read(at, from)?,
            4 => self.key_material_state = Read::read(at, from)?,
            5 => self.expiration_model = Read::read(at, from)?,
            6 => self.valid_to = Read::read(at, from)?,
            7 => self.rotation_date = Read::read(at, from)?,
            8 => self.rotation_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleKeyDeletionRequest {
    pub key_id: String,
    pub pending_window_in_days: Option<i32>,
}

impl Shape for ScheduleKeyDeletionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ScheduleKeyDeletionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.pending_window_in_days.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.pending_window_in_days = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScheduleKeyDeletionResponse {
    pub key_id: Option<String>,
    pub deletion_date: Option<crate::Timestamp>,
    pub key_state: Option<String>,
    pub pending_window_in_days: Option<i32>,
}

impl Shape for ScheduleKeyDeletionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ScheduleKeyDeletionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.deletion_date.write(at, to),
            2 => self.key_state.write(at, to),
            3 => self.pending_window_in_days.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.deletion_date = Read::read(at, from)?,
            2 => self.key_state = Read::read(at, from)?,
            3 => self.pending_window_in_days = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub tag_key: String,
    pub tag_value: String,
}

impl Shape for Tag {
    fn schema(&self) -> &'static Structure {
        &schemas::Tag
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tag_key.write(at, to),
            1 => self.tag_value.write(at, to),
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
            0 => self.tag_key = Read::read(at, from)?,
            1 => self.tag_value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub key_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub key_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAliasRequest {
    pub alias_name: String,
    pub target_key_id: String,
}

impl Shape for UpdateAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alias_name.write(at, to),
            1 => self.target_key_id.write(at, to),
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
            0 => self.alias_name = Read::read(at, from)?,
            1 => self.target_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateKeyDescriptionRequest {
    pub key_id: String,
    pub description: String,
}

impl Shape for UpdateKeyDescriptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateKeyDescriptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.description.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyMacRequest {
    pub message: crate::Bytes,
    pub key_id: String,
    pub mac_algorithm: String,
    pub mac: crate::Bytes,
    pub grant_tokens: Option<Vec<String>>,
    pub dry_run: Option<bool>,
}

impl Shape for VerifyMacRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::VerifyMacRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.message.write(at, to),
            1 => self.key_id.write(at, to),
            2 => self.mac_algorithm.write(at, to),
            3 => self.mac.write(at, to),
            4 => self.grant_tokens.write(at, to),
            5 => self.dry_run.write(at, to),
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
            0 => self.message = Read::read(at, from)?,
            1 => self.key_id = Read::read(at, from)?,
            2 => self.mac_algorithm = Read::read(at, from)?,
            3 => self.mac = Read::read(at, from)?,
            4 => self.grant_tokens = Read::read(at, from)?,
            5 => self.dry_run = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyMacResponse {
    pub key_id: Option<String>,
    pub mac_valid: Option<bool>,
    pub mac_algorithm: Option<String>,
}

impl Shape for VerifyMacResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::VerifyMacResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key_id.write(at, to),
            1 => self.mac_valid.write(at, to),
            2 => self.mac_algorithm.write(at, to),
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
            0 => self.key_id = Read::read(at, from)?,
            1 => self.mac_valid = Read::read(at, from)?,
            2 => self.mac_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct XksKeyConfigurationType {
    pub id: Option<String>,
}

impl Shape for XksKeyConfigurationType {
    fn schema(&self) -> &'static Structure {
        &schemas::XksKeyConfigurationType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
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
            0 => self.id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
