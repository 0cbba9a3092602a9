// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

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
