// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessKey {
    pub user_name: String,
    pub access_key_id: String,
    pub status: String,
    pub secret_access_key: String,
    pub create_date: Option<crate::Timestamp>,
}

impl Shape for AccessKey {
    fn schema(&self) -> &'static Structure {
        &schemas::AccessKey
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.access_key_id.write(at, to),
            2 => self.status.write(at, to),
            3 => self.secret_access_key.write(at, to),
            4 => self.create_date.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.access_key_id = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            3 => self.secret_access_key = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessKeyLastUsed {
    pub last_used_date: Option<crate::Timestamp>,
    pub service_name: String,
    pub region: String,
}

impl Shape for AccessKeyLastUsed {
    fn schema(&self) -> &'static Structure {
        &schemas::AccessKeyLastUsed
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.last_used_date.write(at, to),
            1 => self.service_name.write(at, to),
            2 => self.region.write(at, to),
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
            0 => self.last_used_date = Read::read(at, from)?,
            1 => self.service_name = Read::read(at, from)?,
            2 => self.region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessKeyMetadata {
    pub user_name: Option<String>,
    pub access_key_id: Option<String>,
    pub status: Option<String>,
    pub create_date: Option<crate::Timestamp>,
}

impl Shape for AccessKeyMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::AccessKeyMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.access_key_id.write(at, to),
            2 => self.status.write(at, to),
            3 => self.create_date.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.access_key_id = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            3 => self.create_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddRoleToInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for AddRoleToInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AddRoleToInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
            1 => self.role_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddUserToGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for AddUserToGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AddUserToGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.user_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for AttachGroupPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AttachGroupPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachRolePolicyRequest {
    pub role_name: String,
    pub policy_arn: String,
}

impl Shape for AttachRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AttachRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachUserPolicyRequest {
    pub user_name: String,
    pub policy_arn: String,
}

impl Shape for AttachUserPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AttachUserPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachedPermissionsBoundary {
    pub permissions_boundary_type: Option<String>,
    pub permissions_boundary_arn: Option<String>,
}

impl Shape for AttachedPermissionsBoundary {
    fn schema(&self) -> &'static Structure {
        &schemas::AttachedPermissionsBoundary
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.permissions_boundary_type.write(at, to),
            1 => self.permissions_boundary_arn.write(at, to),
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
            0 => self.permissions_boundary_type = Read::read(at, from)?,
            1 => self.permissions_boundary_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachedPolicy {
    pub policy_name: Option<String>,
    pub policy_arn: Option<String>,
}

impl Shape for AttachedPolicy {
    fn schema(&self) -> &'static Structure {
        &schemas::AttachedPolicy
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.policy_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccessKeyRequest {
    pub user_name: Option<String>,
}

impl Shape for CreateAccessKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateAccessKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccessKeyResponse {
    pub access_key: AccessKey,
}

impl Shape for CreateAccessKeyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateAccessKeyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.access_key.write(at, to),
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
            0 => self.access_key = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for CreateAccountAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateAccountAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_alias.write(at, to),
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
            0 => self.account_alias = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGroupRequest {
    pub path: Option<String>,
    pub group_name: String,
}

impl Shape for CreateGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.group_name.write(at, to),
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
            1 => self.group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateGroupResponse {
    pub group: Group,
}

impl Shape for CreateGroupResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateGroupResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group.write(at, to),
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
            0 => self.group = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInstanceProfileRequest {
    pub instance_profile_name: String,
    pub path: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
            1 => self.path.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.path = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInstanceProfileResponse {
    pub instance_profile: InstanceProfile,
}

impl Shape for CreateInstanceProfileResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateInstanceProfileResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile.write(at, to),
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
            0 => self.instance_profile = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyRequest {
    pub policy_name: String,
    pub path: Option<String>,
    pub policy_document: String,
    pub description: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreatePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreatePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_name.write(at, to),
            1 => self.path.write(at, to),
            2 => self.policy_document.write(at, to),
            3 => self.description.write(at, to),
            4 => self.tags.write(at, to),
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
            0 => self.policy_name = Read::read(at, from)?,
            1 => self.path = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for CreatePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreatePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyVersionRequest {
    pub policy_arn: String,
    pub policy_document: String,
    pub set_as_default: Option<bool>,
}

impl Shape for CreatePolicyVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreatePolicyVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.policy_document.write(at, to),
            2 => self.set_as_default.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.policy_document = Read::read(at, from)?,
            2 => self.set_as_default = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for CreatePolicyVersionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreatePolicyVersionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_version.write(at, to),
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
            0 => self.policy_version = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRoleRequest {
    pub path: Option<String>,
    pub role_name: String,
    pub assume_role_policy_document: String,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub permissions_boundary: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.role_name.write(at, to),
            2 => self.assume_role_policy_document.write(at, to),
            3 => self.description.write(at, to),
            4 => self.max_session_duration.write(at, to),
            5 => self.permissions_boundary.write(at, to),
            6 => self.tags.write(at, to),
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
            1 => self.role_name = Read::read(at, from)?,
            2 => self.assume_role_policy_document = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.max_session_duration = Read::read(at, from)?,
            5 => self.permissions_boundary = Read::read(at, from)?,
            6 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRoleResponse {
    pub role: Role,
}

impl Shape for CreateRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role.write(at, to),
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
            0 => self.role = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceLinkedRoleRequest {
    pub aws_service_name: String,
    pub description: Option<String>,
    pub custom_suffix: Option<String>,
}

impl Shape for CreateServiceLinkedRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateServiceLinkedRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.aws_service_name.write(at, to),
            1 => self.description.write(at, to),
            2 => self.custom_suffix.write(at, to),
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
            0 => self.aws_service_name = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            2 => self.custom_suffix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateServiceLinkedRoleResponse {
    pub role: Option<Role>,
}

impl Shape for CreateServiceLinkedRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateServiceLinkedRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role.write(at, to),
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
            0 => self.role = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUserRequest {
    pub path: Option<String>,
    pub user_name: String,
    pub permissions_boundary: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.user_name.write(at, to),
            2 => self.permissions_boundary.write(at, to),
            3 => self.tags.write(at, to),
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
            1 => self.user_name = Read::read(at, from)?,
            2 => self.permissions_boundary = Read::read(at, from)?,
            3 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateUserResponse {
    pub user: Option<User>,
}

impl Shape for CreateUserResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateUserResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user.write(at, to),
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
            0 => self.user = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAccessKeyRequest {
    pub user_name: Option<String>,
    pub access_key_id: String,
}

impl Shape for DeleteAccessKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteAccessKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.access_key_id.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.access_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for DeleteAccountAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteAccountAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_alias.write(at, to),
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
            0 => self.account_alias = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for DeleteGroupPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteGroupPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteGroupRequest {
    pub group_name: String,
}

impl Shape for DeleteGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for DeleteInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for DeleteLoginProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteLoginProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePolicyRequest {
    pub policy_arn: String,
}

impl Shape for DeletePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeletePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for DeletePolicyVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeletePolicyVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.version_id.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRolePermissionsBoundaryRequest {
    pub role_name: String,
}

impl Shape for DeleteRolePermissionsBoundaryRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteRolePermissionsBoundaryRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
}

impl Shape for DeleteRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServiceLinkedRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteServiceLinkedRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteServiceLinkedRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteServiceLinkedRoleResponse {
    pub deletion_task_id: String,
}

impl Shape for DeleteServiceLinkedRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteServiceLinkedRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.deletion_task_id.write(at, to),
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
            0 => self.deletion_task_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserPermissionsBoundaryRequest {
    pub user_name: String,
}

impl Shape for DeleteUserPermissionsBoundaryRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteUserPermissionsBoundaryRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
}

impl Shape for DeleteUserPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteUserPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteUserRequest {
    pub user_name: String,
}

impl Shape for DeleteUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletionTaskFailureReasonType {
    pub reason: Option<String>,
    pub role_usage_list: Option<Vec<RoleUsageType>>,
}

impl Shape for DeletionTaskFailureReasonType {
    fn schema(&self) -> &'static Structure {
        &schemas::DeletionTaskFailureReasonType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.reason.write(at, to),
            1 => self.role_usage_list.write(at, to),
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
            0 => self.reason = Read::read(at, from)?,
            1 => self.role_usage_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for DetachGroupPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DetachGroupPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachRolePolicyRequest {
    pub role_name: String,
    pub policy_arn: String,
}

impl Shape for DetachRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DetachRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachUserPolicyRequest {
    pub user_name: String,
    pub policy_arn: String,
}

impl Shape for DetachUserPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DetachUserPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.policy_arn.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyLastUsedRequest {
    pub access_key_id: String,
}

impl Shape for GetAccessKeyLastUsedRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccessKeyLastUsedRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.access_key_id.write(at, to),
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
            0 => self.access_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyLastUsedResponse {
    pub user_name: Option<String>,
    pub access_key_last_used: Option<AccessKeyLastUsed>,
}

impl Shape for GetAccessKeyLastUsedResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccessKeyLastUsedResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.access_key_last_used.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.access_key_last_used = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountAuthorizationDetailsRequest {
    pub filter: Option<Vec<String>>,
    pub max_items: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for GetAccountAuthorizationDetailsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccountAuthorizationDetailsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filter.write(at, to),
            1 => self.max_items.write(at, to),
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
            0 => self.filter = Read::read(at, from)?,
            1 => self.max_items = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountAuthorizationDetailsResponse {
    pub user_detail_list: Option<Vec<UserDetail>>,
    pub group_detail_list: Option<Vec<GroupDetail>>,
    pub role_detail_list: Option<Vec<RoleDetail>>,
    pub policies: Option<Vec<ManagedPolicyDetail>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for GetAccountAuthorizationDetailsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccountAuthorizationDetailsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_detail_list.write(at, to),
            1 => self.group_detail_list.write(at, to),
            2 => self.role_detail_list.write(at, to),
            3 => self.policies.write(at, to),
            4 => self.is_truncated.write(at, to),
            5 => self.marker.write(at, to),
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
            0 => self.user_detail_list = Read::read(at, from)?,
            1 => self.group_detail_list = Read::read(at, from)?,
            2 => self.role_detail_list = Read::read(at, from)?,
            3 => self.policies = Read::read(at, from)?,
            4 => self.is_truncated = Read::read(at, from)?,
            5 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSummaryResponse {
    pub summary_map: Option<std::collections::BTreeMap<String, i32>>,
}

impl Shape for GetAccountSummaryResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccountSummaryResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.summary_map.write(at, to),
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
            0 => self.summary_map = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for GetGroupPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetGroupPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupPolicyResponse {
    pub group_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for GetGroupPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetGroupPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetGroupResponse {
    pub group: Group,
    pub users: Vec<User>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for GetGroupResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetGroupResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group.write(at, to),
            1 => self.users.write(at, to),
            2 => self.is_truncated.write(at, to),
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
            0 => self.group = Read::read(at, from)?,
            1 => self.users = Read::read(at, from)?,
            2 => self.is_truncated = Read::read(at, from)?,
            3 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for GetInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceProfileResponse {
    pub instance_profile: InstanceProfile,
}

impl Shape for GetInstanceProfileResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetInstanceProfileResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile.write(at, to),
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
            0 => self.instance_profile = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for GetLoginProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetLoginProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLoginProfileResponse {
    pub login_profile: LoginProfile,
}

impl Shape for GetLoginProfileResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetLoginProfileResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.login_profile.write(at, to),
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
            0 => self.login_profile = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyRequest {
    pub policy_arn: String,
}

impl Shape for GetPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for GetPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for GetPolicyVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.version_id.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for GetPolicyVersionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyVersionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_version.write(at, to),
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
            0 => self.policy_version = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
}

impl Shape for GetRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRolePolicyResponse {
    pub role_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for GetRolePolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRolePolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRoleRequest {
    pub role_name: String,
}

impl Shape for GetRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRoleResponse {
    pub role: Role,
}

impl Shape for GetRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role.write(at, to),
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
            0 => self.role = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServiceLinkedRoleDeletionStatusRequest {
    pub deletion_task_id: String,
}

impl Shape for GetServiceLinkedRoleDeletionStatusRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetServiceLinkedRoleDeletionStatusRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.deletion_task_id.write(at, to),
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
            0 => self.deletion_task_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetServiceLinkedRoleDeletionStatusResponse {
    pub status: String,
    pub reason: Option<DeletionTaskFailureReasonType>,
}

impl Shape for GetServiceLinkedRoleDeletionStatusResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetServiceLinkedRoleDeletionStatusResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.reason.write(at, to),
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
            0 => self.status = Read::read(at, from)?,
            1 => self.reason = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
}

impl Shape for GetUserPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetUserPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserPolicyResponse {
    pub user_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for GetUserPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetUserPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserRequest {
    pub user_name: Option<String>,
}

impl Shape for GetUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetUserResponse {
    pub user: User,
}

impl Shape for GetUserResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetUserResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user.write(at, to),
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
            0 => self.user = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub path: String,
    pub group_name: String,
    pub group_id: String,
    pub arn: String,
    pub create_date: crate::Timestamp,
}

impl Shape for Group {
    fn schema(&self) -> &'static Structure {
        &schemas::Group
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.group_name.write(at, to),
            2 => self.group_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
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
            1 => self.group_name = Read::read(at, from)?,
            2 => self.group_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupDetail {
    pub path: Option<String>,
    pub group_name: Option<String>,
    pub group_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<crate::Timestamp>,
    pub group_policy_list: Option<Vec<PolicyDetail>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
}

impl Shape for GroupDetail {
    fn schema(&self) -> &'static Structure {
        &schemas::GroupDetail
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.group_name.write(at, to),
            2 => self.group_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.group_policy_list.write(at, to),
            6 => self.attached_managed_policies.write(at, to),
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
            1 => self.group_name = Read::read(at, from)?,
            2 => self.group_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.group_policy_list = Read::read(at, from)?,
            6 => self.attached_managed_policies = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceProfile {
    pub path: String,
    pub instance_profile_name: String,
    pub instance_profile_id: String,
    pub arn: String,
    pub create_date: crate::Timestamp,
    pub roles: Vec<Role>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for InstanceProfile {
    fn schema(&self) -> &'static Structure {
        &schemas::InstanceProfile
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.instance_profile_name.write(at, to),
            2 => self.instance_profile_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.roles.write(at, to),
            6 => self.tags.write(at, to),
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
            1 => self.instance_profile_name = Read::read(at, from)?,
            2 => self.instance_profile_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.roles = Read::read(at, from)?,
            6 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccessKeysRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAccessKeysRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAccessKeysRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccessKeysResponse {
    pub access_key_metadata: Vec<AccessKeyMetadata>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccessKeysResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAccessKeysResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.access_key_metadata.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.access_key_metadata = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccountAliasesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAccountAliasesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAccountAliasesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.marker.write(at, to),
            1 => self.max_items.write(at, to),
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
            0 => self.marker = Read::read(at, from)?,
            1 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAccountAliasesResponse {
    pub account_aliases: Vec<String>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccountAliasesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAccountAliasesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_aliases.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.account_aliases = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedGroupPoliciesRequest {
    pub group_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedGroupPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedGroupPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.path_prefix.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.path_prefix = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedGroupPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedGroupPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedGroupPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attached_policies.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.attached_policies = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedRolePoliciesRequest {
    pub role_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedRolePoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedRolePoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.path_prefix.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.path_prefix = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedRolePoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedRolePoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedRolePoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attached_policies.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.attached_policies = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedUserPoliciesRequest {
    pub user_name: String,
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAttachedUserPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedUserPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.path_prefix.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.path_prefix = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAttachedUserPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedUserPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAttachedUserPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attached_policies.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.attached_policies = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEntitiesForPolicyRequest {
    pub policy_arn: String,
    pub entity_filter: Option<String>,
    pub path_prefix: Option<String>,
    pub policy_usage_filter: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListEntitiesForPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListEntitiesForPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.entity_filter.write(at, to),
            2 => self.path_prefix.write(at, to),
            3 => self.policy_usage_filter.write(at, to),
            4 => self.marker.write(at, to),
            5 => self.max_items.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.entity_filter = Read::read(at, from)?,
            2 => self.path_prefix = Read::read(at, from)?,
            3 => self.policy_usage_filter = Read::read(at, from)?,
            4 => self.marker = Read::read(at, from)?,
            5 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEntitiesForPolicyResponse {
    pub policy_groups: Option<Vec<PolicyGroup>>,
    pub policy_users: Option<Vec<PolicyUser>>,
    pub policy_roles: Option<Vec<PolicyRole>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListEntitiesForPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListEntitiesForPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_groups.write(at, to),
            1 => self.policy_users.write(at, to),
            2 => self.policy_roles.write(at, to),
            3 => self.is_truncated.write(at, to),
            4 => self.marker.write(at, to),
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
            0 => self.policy_groups = Read::read(at, from)?,
            1 => self.policy_users = Read::read(at, from)?,
            2 => self.policy_roles = Read::read(at, from)?,
            3 => self.is_truncated = Read::read(at, from)?,
            4 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupPoliciesRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupPoliciesResponse {
    pub policy_names: Vec<String>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_names.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.policy_names = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsForUserRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupsForUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupsForUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsForUserResponse {
    pub groups: Vec<Group>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsForUserResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupsForUserResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.groups.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.groups = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path_prefix.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.path_prefix = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsResponse {
    pub groups: Vec<Group>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListGroupsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.groups.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.groups = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfileTagsRequest {
    pub instance_profile_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfileTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfileTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfileTagsResponse {
    pub tags: Vec<Tag>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfileTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfileTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesForRoleRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfilesForRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfilesForRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesForRoleResponse {
    pub instance_profiles: Vec<InstanceProfile>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesForRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfilesForRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profiles.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.instance_profiles = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfilesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfilesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path_prefix.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.path_prefix = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListInstanceProfilesResponse {
    pub instance_profiles: Vec<InstanceProfile>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListInstanceProfilesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profiles.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.instance_profiles = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADevicesRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListMFADevicesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMFADevicesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMFADevicesResponse {
    pub mfa_devices: Vec<MFADevice>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListMFADevicesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMFADevicesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mfa_devices.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.mfa_devices = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPoliciesRequest {
    pub scope: Option<String>,
    pub only_attached: Option<bool>,
    pub path_prefix: Option<String>,
    pub policy_usage_filter: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.scope.write(at, to),
            1 => self.only_attached.write(at, to),
            2 => self.path_prefix.write(at, to),
            3 => self.policy_usage_filter.write(at, to),
            4 => self.marker.write(at, to),
            5 => self.max_items.write(at, to),
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
            0 => self.scope = Read::read(at, from)?,
            1 => self.only_attached = Read::read(at, from)?,
            2 => self.path_prefix = Read::read(at, from)?,
            3 => self.policy_usage_filter = Read::read(at, from)?,
            4 => self.marker = Read::read(at, from)?,
            5 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPoliciesResponse {
    pub policies: Option<Vec<Policy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policies.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.policies = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyTagsRequest {
    pub policy_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPolicyTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPolicyTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyTagsResponse {
    pub tags: Vec<Tag>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPolicyTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPolicyTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyVersionsRequest {
    pub policy_arn: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListPolicyVersionsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPolicyVersionsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPolicyVersionsResponse {
    pub versions: Option<Vec<PolicyVersion>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListPolicyVersionsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPolicyVersionsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.versions.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.versions = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolePoliciesRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRolePoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRolePoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolePoliciesResponse {
    pub policy_names: Vec<String>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRolePoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRolePoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_names.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.policy_names = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRoleTagsRequest {
    pub role_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRoleTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRoleTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRoleTagsResponse {
    pub tags: Vec<Tag>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRoleTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRoleTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolesRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListRolesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRolesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path_prefix.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.path_prefix = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRolesResponse {
    pub roles: Vec<Role>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListRolesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListRolesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.roles.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.roles = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSSHPublicKeysRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListSSHPublicKeysRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSSHPublicKeysRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSSHPublicKeysResponse {
    pub ssh_public_keys: Option<Vec<SSHPublicKeyMetadata>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSSHPublicKeysResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSSHPublicKeysResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ssh_public_keys.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.ssh_public_keys = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServiceSpecificCredentialsRequest {
    pub user_name: Option<String>,
    pub service_name: Option<String>,
    pub all_users: Option<bool>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListServiceSpecificCredentialsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListServiceSpecificCredentialsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.service_name.write(at, to),
            2 => self.all_users.write(at, to),
            3 => self.marker.write(at, to),
            4 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.service_name = Read::read(at, from)?,
            2 => self.all_users = Read::read(at, from)?,
            3 => self.marker = Read::read(at, from)?,
            4 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListServiceSpecificCredentialsResponse {
    pub service_specific_credentials: Option<Vec<ServiceSpecificCredentialMetadata>>,
    pub marker: Option<String>,
    pub is_truncated: Option<bool>,
}

impl Shape for ListServiceSpecificCredentialsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListServiceSpecificCredentialsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.service_specific_credentials.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.is_truncated.write(at, to),
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
            0 => self.service_specific_credentials = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.is_truncated = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSigningCertificatesRequest {
    pub user_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListSigningCertificatesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSigningCertificatesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSigningCertificatesResponse {
    pub certificates: Vec<SigningCertificate>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSigningCertificatesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListSigningCertificatesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.certificates.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.certificates = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserPoliciesRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUserPoliciesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUserPoliciesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserPoliciesResponse {
    pub policy_names: Vec<String>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUserPoliciesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUserPoliciesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_names.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.policy_names = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserTagsRequest {
    pub user_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUserTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUserTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUserTagsResponse {
    pub tags: Vec<Tag>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUserTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUserTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.tags = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUsersRequest {
    pub path_prefix: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListUsersRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUsersRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path_prefix.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.path_prefix = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListUsersResponse {
    pub users: Vec<User>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListUsersResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListUsersResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.users.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.users = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVirtualMFADevicesRequest {
    pub assignment_status: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListVirtualMFADevicesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListVirtualMFADevicesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.assignment_status.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
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
            0 => self.assignment_status = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVirtualMFADevicesResponse {
    pub virtual_mfa_devices: Vec<VirtualMFADevice>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListVirtualMFADevicesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListVirtualMFADevicesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.virtual_mfa_devices.write(at, to),
            1 => self.is_truncated.write(at, to),
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
            0 => self.virtual_mfa_devices = Read::read(at, from)?,
            1 => self.is_truncated = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoginProfile {
    pub user_name: String,
    pub create_date: crate::Timestamp,
    pub password_reset_required: Option<bool>,
}

impl Shape for LoginProfile {
    fn schema(&self) -> &'static Structure {
        &schemas::LoginProfile
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.create_date.write(at, to),
            2 => self.password_reset_required.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.create_date = Read::read(at, from)?,
            2 => self.password_reset_required = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MFADevice {
    pub user_name: String,
    pub serial_number: String,
    pub enable_date: crate::Timestamp,
}

impl Shape for MFADevice {
    fn schema(&self) -> &'static Structure {
        &schemas::MFADevice
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.serial_number.write(at, to),
            2 => self.enable_date.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.serial_number = Read::read(at, from)?,
            2 => self.enable_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedPolicyDetail {
    pub policy_name: Option<String>,
    pub policy_id: Option<String>,
    pub arn: Option<String>,
    pub path: Option<String>,
    pub default_version_id: Option<String>,
    pub attachment_count: Option<i32>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub is_attachable: Option<bool>,
    pub description: Option<String>,
    pub create_date: Option<crate::Timestamp>,
    pub update_date: Option<crate::Timestamp>,
    pub policy_version_list: Option<Vec<PolicyVersion>>,
}

impl Shape for ManagedPolicyDetail {
    fn schema(&self) -> &'static Structure {
        &schemas::ManagedPolicyDetail
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_name.write(at, to),
            1 => self.policy_id.write(at, to),
            2 => self.arn.write(at, to),
            3 => self.path.write(at, to),
            4 => self.default_version_id.write(at, to),
            5 => self.attachment_count.write(at, to),
            6 => self.permissions_boundary_usage_count.write(at, to),
            7 => self.is_attachable.write(at, to),
            8 => self.description.write(at, to),
            9 => self.create_date.write(at, to),
            10 => self.update_date.write(at, to),
            11 => self.policy_version_list.write(at, to),
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
            0 => self.policy_name = Read::read(at, from)?,
            1 => self.policy_id = Read::read(at, from)?,
            2 => self.arn = Read::read(at, from)?,
            3 => self.path = Read::read(at, from)?,
            4 => self.default_version_id = Read::read(at, from)?,
            5 => self.attachment_count = Read::read(at, from)?,
            6 => self.permissions_boundary_usage_count = Read::read(at, from)?,
            7 => self.is_attachable = Read::read(at, from)?,
            8 => self.description = Read::read(at, from)?,
            9 => self.create_date = Read::read(at, from)?,
            10 => self.update_date = Read::read(at, from)?,
            11 => self.policy_version_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    pub policy_name: Option<String>,
    pub policy_id: Option<String>,
    pub arn: Option<String>,
    pub path: Option<String>,
    pub default_version_id: Option<String>,
    pub attachment_count: Option<i32>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub is_attachable: Option<bool>,
    pub description: Option<String>,
    pub create_date: Option<crate::Timestamp>,
    pub update_date: Option<crate::Timestamp>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for Policy {
    fn schema(&self) -> &'static Structure {
        &schemas::Policy
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_name.write(at, to),
            1 => self.policy_id.write(at, to),
            2 => self.arn.write(at, to),
            3 => self.path.write(at, to),
            4 => self.default_version_id.write(at, to),
            5 => self.attachment_count.write(at, to),
            6 => self.permissions_boundary_usage_count.write(at, to),
            7 => self.is_attachable.write(at, to),
            8 => self.description.write(at, to),
            9 => self.create_date.write(at, to),
            10 => self.update_date.write(at, to),
            11 => self.tags.write(at, to),
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
            0 => self.policy_name = Read::read(at, from)?,
            1 => self.policy_id = Read::read(at, from)?,
            2 => self.arn = Read::read(at, from)?,
            3 => self.path = Read::read(at, from)?,
            4 => self.default_version_id = Read::read(at, from)?,
            5 => self.attachment_count = Read::read(at, from)?,
            6 => self.permissions_boundary_usage_count = Read::read(at, from)?,
            7 => self.is_attachable = Read::read(at, from)?,
            8 => self.description = Read::read(at, from)?,
            9 => self.create_date = Read::read(at, from)?,
            10 => self.update_date = Read::read(at, from)?,
            11 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyDetail {
    pub policy_name: Option<String>,
    pub policy_document: Option<String>,
}

impl Shape for PolicyDetail {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyDetail
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_name.write(at, to),
            1 => self.policy_document.write(at, to),
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
            0 => self.policy_name = Read::read(at, from)?,
            1 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyGroup {
    pub group_name: Option<String>,
    pub group_id: Option<String>,
}

impl Shape for PolicyGroup {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyGroup
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.group_id.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.group_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyRole {
    pub role_name: Option<String>,
    pub role_id: Option<String>,
}

impl Shape for PolicyRole {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyRole
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.role_id.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.role_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyUser {
    pub user_name: Option<String>,
    pub user_id: Option<String>,
}

impl Shape for PolicyUser {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyUser
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.user_id.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.user_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyVersion {
    pub document: Option<String>,
    pub version_id: Option<String>,
    pub is_default_version: Option<bool>,
    pub create_date: Option<crate::Timestamp>,
}

impl Shape for PolicyVersion {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyVersion
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.document.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.is_default_version.write(at, to),
            3 => self.create_date.write(at, to),
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
            0 => self.document = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            2 => self.is_default_version = Read::read(at, from)?,
            3 => self.create_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutGroupPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutGroupPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRolePermissionsBoundaryRequest {
    pub role_name: String,
    pub permissions_boundary: String,
}

impl Shape for PutRolePermissionsBoundaryRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRolePermissionsBoundaryRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.permissions_boundary.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.permissions_boundary = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRolePolicyRequest {
    pub role_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutUserPermissionsBoundaryRequest {
    pub user_name: String,
    pub permissions_boundary: String,
}

impl Shape for PutUserPermissionsBoundaryRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutUserPermissionsBoundaryRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.permissions_boundary.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.permissions_boundary = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutUserPolicyRequest {
    pub user_name: String,
    pub policy_name: String,
    pub policy_document: String,
}

impl Shape for PutUserPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutUserPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.policy_name.write(at, to),
            2 => self.policy_document.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.policy_name = Read::read(at, from)?,
            2 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveRoleFromInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for RemoveRoleFromInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RemoveRoleFromInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
            1 => self.role_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.role_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveUserFromGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for RemoveUserFromGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RemoveUserFromGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.user_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    pub path: String,
    pub role_name: String,
    pub role_id: String,
    pub arn: String,
    pub create_date: crate::Timestamp,
    pub assume_role_policy_document: Option<String>,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub role_last_used: Option<RoleLastUsed>,
    pub source_role_template: Option<SourceRoleTemplate>,
}

impl Shape for Role {
    fn schema(&self) -> &'static Structure {
        &schemas::Role
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.role_name.write(at, to),
            2 => self.role_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.assume_role_policy_document.write(at, to),
            6 => self.description.write(at, to),
            7 => self.max_session_duration.write(at, to),
            8 => self.permissions_boundary.write(at, to),
            9 => self.tags.write(at, to),
            10 => self.role_last_used.write(at, to),
            11 => self.source_role_template.write(at, to),
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
            1 => self.role_name = Read::read(at, from)?,
            2 => self.role_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.assume_role_policy_document = Read::read(at, from)?,
            6 => self.description = Read::read(at, from)?,
            7 => self.max_session_duration = Read::read(at, from)?,
            8 => self.permissions_boundary = Read::read(at, from)?,
            9 => self.tags = Read::read(at, from)?,
            10 => self.role_last_used = Read::read(at, from)?,
            11 => self.source_role_template = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleDetail {
    pub path: Option<String>,
    pub role_name: Option<String>,
    pub role_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<crate::Timestamp>,
    pub assume_role_policy_document: Option<String>,
    pub instance_profile_list: Option<Vec<InstanceProfile>>,
    pub role_policy_list: Option<Vec<PolicyDetail>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub role_last_used: Option<RoleLastUsed>,
}

impl Shape for RoleDetail {
    fn schema(&self) -> &'static Structure {
        &schemas::RoleDetail
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.role_name.write(at, to),
            2 => self.role_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.assume_role_policy_document.write(at, to),
            6 => self.instance_profile_list.write(at, to),
            7 => self.role_policy_list.write(at, to),
            8 => self.attached_managed_policies.write(at, to),
            9 => self.permissions_boundary.write(at, to),
            10 => self.tags.write(at, to),
            11 => self.role_last_used.write(at, to),
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
            1 => self.role_name = Read::read(at, from)?,
            2 => self.role_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.assume_role_policy_document = Read::read(at, from)?,
            6 => self.instance_profile_list = Read::read(at, from)?,
            7 => self.role_policy_list = Read::read(at, from)?,
            8 => self.attached_managed_policies = Read::read(at, from)?,
            9 => self.permissions_boundary = Read::read(at, from)?,
            10 => self.tags = Read::read(at, from)?,
            11 => self.role_last_used = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleLastUsed {
    pub last_used_date: Option<crate::Timestamp>,
    pub region: Option<String>,
}

impl Shape for RoleLastUsed {
    fn schema(&self) -> &'static Structure {
        &schemas::RoleLastUsed
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.last_used_date.write(at, to),
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
            0 => self.last_used_date = Read::read(at, from)?,
            1 => self.region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleUsageType {
    pub region: Option<String>,
    pub resources: Option<Vec<String>>,
}

impl Shape for RoleUsageType {
    fn schema(&self) -> &'static Structure {
        &schemas::RoleUsageType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.region.write(at, to),
            1 => self.resources.write(at, to),
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
            1 => self.resources = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSHPublicKeyMetadata {
    pub user_name: String,
    pub ssh_public_key_id: String,
    pub status: String,
    pub upload_date: crate::Timestamp,
}

impl Shape for SSHPublicKeyMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::SSHPublicKeyMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.ssh_public_key_id.write(at, to),
            2 => self.status.write(at, to),
            3 => self.upload_date.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.ssh_public_key_id = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            3 => self.upload_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServiceSpecificCredentialMetadata {
    pub user_name: String,
    pub status: String,
    pub service_user_name: Option<String>,
    pub service_credential_alias: Option<String>,
    pub create_date: crate::Timestamp,
    pub expiration_date: Option<crate::Timestamp>,
    pub service_specific_credential_id: String,
    pub service_name: String,
}

impl Shape for ServiceSpecificCredentialMetadata {
    fn schema(&self) -> &'static Structure {
        &schemas::ServiceSpecificCredentialMetadata
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.status.write(at, to),
            2 => self.service_user_name.write(at, to),
            3 => self.service_credential_alias.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.expiration_date.write(at, to),
            6 => self.service_specific_credential_id.write(at, to),
            7 => self.service_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.status = Read::read(at, from)?,
            2 => self.service_user_name = Read::read(at, from)?,
            3 => self.service_credential_alias = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.expiration_date = Read::read(at, from)?,
            6 => self.service_specific_credential_id = Read::read(at, from)?,
            7 => self.service_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetDefaultPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for SetDefaultPolicyVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::SetDefaultPolicyVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
            1 => self.version_id.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigningCertificate {
    pub user_name: String,
    pub certificate_id: String,
    pub certificate_body: String,
    pub status: String,
    pub upload_date: Option<crate::Timestamp>,
}

impl Shape for SigningCertificate {
    fn schema(&self) -> &'static Structure {
        &schemas::SigningCertificate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.certificate_id.write(at, to),
            2 => self.certificate_body.write(at, to),
            3 => self.status.write(at, to),
            4 => self.upload_date.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.certificate_id = Read::read(at, from)?,
            2 => self.certificate_body = Read::read(at, from)?,
            3 => self.status = Read::read(at, from)?,
            4 => self.upload_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceRoleTemplate {
    pub template_arn: String,
    pub template_minor_version: i32,
}

impl Shape for SourceRoleTemplate {
    fn schema(&self) -> &'static Structure {
        &schemas::SourceRoleTemplate
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.template_arn.write(at, to),
            1 => self.template_minor_version.write(at, to),
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
            0 => self.template_arn = Read::read(at, from)?,
            1 => self.template_minor_version = Read::read(at, from)?,
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
pub struct TagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagPolicyRequest {
    pub policy_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagRoleRequest {
    pub role_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagUserRequest {
    pub user_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagInstanceProfileRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagInstanceProfileRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.instance_profile_name.write(at, to),
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
            0 => self.instance_profile_name = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagPolicyRequest {
    pub policy_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_arn.write(at, to),
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
            0 => self.policy_arn = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagRoleRequest {
    pub role_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagUserRequest {
    pub user_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAccessKeyRequest {
    pub user_name: Option<String>,
    pub access_key_id: String,
    pub status: String,
}

impl Shape for UpdateAccessKeyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAccessKeyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.access_key_id.write(at, to),
            2 => self.status.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.access_key_id = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAssumeRolePolicyRequest {
    pub role_name: String,
    pub policy_document: String,
}

impl Shape for UpdateAssumeRolePolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAssumeRolePolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.policy_document.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.policy_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateGroupRequest {
    pub group_name: String,
    pub new_path: Option<String>,
    pub new_group_name: Option<String>,
}

impl Shape for UpdateGroupRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateGroupRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.group_name.write(at, to),
            1 => self.new_path.write(at, to),
            2 => self.new_group_name.write(at, to),
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
            0 => self.group_name = Read::read(at, from)?,
            1 => self.new_path = Read::read(at, from)?,
            2 => self.new_group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleDescriptionRequest {
    pub role_name: String,
    pub description: String,
}

impl Shape for UpdateRoleDescriptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateRoleDescriptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleDescriptionResponse {
    pub role: Option<Role>,
}

impl Shape for UpdateRoleDescriptionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateRoleDescriptionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role.write(at, to),
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
            0 => self.role = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleRequest {
    pub role_name: String,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
}

impl Shape for UpdateRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_name.write(at, to),
            1 => self.description.write(at, to),
            2 => self.max_session_duration.write(at, to),
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
            0 => self.role_name = Read::read(at, from)?,
            1 => self.description = Read::read(at, from)?,
            2 => self.max_session_duration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateRoleResponse {}

impl Shape for UpdateRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateRoleResponse
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
pub struct UpdateUserRequest {
    pub user_name: String,
    pub new_path: Option<String>,
    pub new_user_name: Option<String>,
}

impl Shape for UpdateUserRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateUserRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_name.write(at, to),
            1 => self.new_path.write(at, to),
            2 => self.new_user_name.write(at, to),
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
            0 => self.user_name = Read::read(at, from)?,
            1 => self.new_path = Read::read(at, from)?,
            2 => self.new_user_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct User {
    pub path: String,
    pub user_name: String,
    pub user_id: String,
    pub arn: String,
    pub create_date: crate::Timestamp,
    pub password_last_used: Option<crate::Timestamp>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for User {
    fn schema(&self) -> &'static Structure {
        &schemas::User
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.user_name.write(at, to),
            2 => self.user_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.password_last_used.write(at, to),
            6 => self.permissions_boundary.write(at, to),
            7 => self.tags.write(at, to),
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
            1 => self.user_name = Read::read(at, from)?,
            2 => self.user_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.password_last_used = Read::read(at, from)?,
            6 => self.permissions_boundary = Read::read(at, from)?,
            7 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserDetail {
    pub path: Option<String>,
    pub user_name: Option<String>,
    pub user_id: Option<String>,
    pub arn: Option<String>,
    pub create_date: Option<crate::Timestamp>,
    pub user_policy_list: Option<Vec<PolicyDetail>>,
    pub group_list: Option<Vec<String>>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for UserDetail {
    fn schema(&self) -> &'static Structure {
        &schemas::UserDetail
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.path.write(at, to),
            1 => self.user_name.write(at, to),
            2 => self.user_id.write(at, to),
            3 => self.arn.write(at, to),
            4 => self.create_date.write(at, to),
            5 => self.user_policy_list.write(at, to),
            6 => self.group_list.write(at, to),
            7 => self.attached_managed_policies.write(at, to),
            8 => self.permissions_boundary.write(at, to),
            9 => self.tags.write(at, to),
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
            1 => self.user_name = Read::read(at, from)?,
            2 => self.user_id = Read::read(at, from)?,
            3 => self.arn = Read::read(at, from)?,
            4 => self.create_date = Read::read(at, from)?,
            5 => self.user_policy_list = Read::read(at, from)?,
            6 => self.group_list = Read::read(at, from)?,
            7 => self.attached_managed_policies = Read::read(at, from)?,
            8 => self.permissions_boundary = Read::read(at, from)?,
            9 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VirtualMFADevice {
    pub serial_number: String,
    pub base32_string_seed: Option<crate::Bytes>,
    pub qr_code_png: Option<crate::Bytes>,
    pub user: Option<User>,
    pub enable_date: Option<crate::Timestamp>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for VirtualMFADevice {
    fn schema(&self) -> &'static Structure {
        &schemas::VirtualMFADevice
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.serial_number.write(at, to),
            1 => self.base32_string_seed.write(at, to),
            2 => self.qr_code_png.write(at, to),
            3 => self.user.write(at, to),
            4 => self.enable_date.write(at, to),
            5 => self.tags.write(at, to),
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
            0 => self.serial_number = Read::read(at, from)?,
            1 => self.base32_string_seed = Read::read(at, from)?,
            2 => self.qr_code_png = Read::read(at, from)?,
            3 => self.user = Read::read(at, from)?,
            4 => self.enable_date = Read::read(at, from)?,
            5 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
