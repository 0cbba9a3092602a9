// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleRequest {
    pub role_arn: String,
    pub role_session_name: String,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub tags: Option<Vec<Tag>>,
    pub transitive_tag_keys: Option<Vec<String>>,
    pub external_id: Option<String>,
    pub serial_number: Option<String>,
    pub token_code: Option<String>,
    pub source_identity: Option<String>,
    pub provided_contexts: Option<Vec<ProvidedContext>>,
    pub minimum_session_token_size: Option<i32>,
}

impl Shape for AssumeRoleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AssumeRoleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role_arn.write(at, to),
            1 => self.role_session_name.write(at, to),
            2 => self.policy_arns.write(at, to),
            3 => self.policy.write(at, to),
            4 => self.duration_seconds.write(at, to),
            5 => self.tags.write(at, to),
            6 => self.transitive_tag_keys.write(at, to),
            7 => self.external_id.write(at, to),
            8 => self.serial_number.write(at, to),
            9 => self.token_code.write(at, to),
            10 => self.source_identity.write(at, to),
            11 => self.provided_contexts.write(at, to),
            12 => self.minimum_session_token_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.role_arn = Read::read(at, from)?,
            1 => self.role_session_name = Read::read(at, from)?,
            2 => self.policy_arns = Read::read(at, from)?,
            3 => self.policy = Read::read(at, from)?,
            4 => self.duration_seconds = Read::read(at, from)?,
            5 => self.tags = Read::read(at, from)?,
            6 => self.transitive_tag_keys = Read::read(at, from)?,
            7 => self.external_id = Read::read(at, from)?,
            8 => self.serial_number = Read::read(at, from)?,
            9 => self.token_code = Read::read(at, from)?,
            10 => self.source_identity = Read::read(at, from)?,
            11 => self.provided_contexts = Read::read(at, from)?,
            12 => self.minimum_session_token_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleResponse {
    pub credentials: Option<Credentials>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

impl Shape for AssumeRoleResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::AssumeRoleResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.credentials.write(at, to),
            1 => self.assumed_role_user.write(at, to),
            2 => self.packed_policy_size.write(at, to),
            3 => self.source_identity.write(at, to),
            4 => self.session_token_utilization.write(at, to),
            5 => self.session_token_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.credentials = Read::read(at, from)?,
            1 => self.assumed_role_user = Read::read(at, from)?,
            2 => self.packed_policy_size = Read::read(at, from)?,
            3 => self.source_identity = Read::read(at, from)?,
            4 => self.session_token_utilization = Read::read(at, from)?,
            5 => self.session_token_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumedRoleUser {
    pub assumed_role_id: String,
    pub arn: String,
}

impl Shape for AssumedRoleUser {
    fn schema(&self) -> &'static Structure {
        &schemas::AssumedRoleUser
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.assumed_role_id.write(at, to),
            1 => self.arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.assumed_role_id = Read::read(at, from)?,
            1 => self.arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: String,
    pub expiration: crate::Timestamp,
}

impl Shape for Credentials {
    fn schema(&self) -> &'static Structure {
        &schemas::Credentials
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.access_key_id.write(at, to),
            1 => self.secret_access_key.write(at, to),
            2 => self.session_token.write(at, to),
            3 => self.expiration.write(at, to),
            _ => {}
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
            1 => self.secret_access_key = Read::read(at, from)?,
            2 => self.session_token = Read::read(at, from)?,
            3 => self.expiration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityRequest {}

impl Shape for GetCallerIdentityRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetCallerIdentityRequest
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
pub struct GetCallerIdentityResponse {
    pub user_id: Option<String>,
    pub account: Option<String>,
    pub arn: Option<String>,
}

impl Shape for GetCallerIdentityResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetCallerIdentityResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.user_id.write(at, to),
            1 => self.account.write(at, to),
            2 => self.arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.user_id = Read::read(at, from)?,
            1 => self.account = Read::read(at, from)?,
            2 => self.arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyDescriptorType {
    pub arn: Option<String>,
}

impl Shape for PolicyDescriptorType {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyDescriptorType
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvidedContext {
    pub provider_arn: Option<String>,
    pub context_assertion: Option<String>,
}

impl Shape for ProvidedContext {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvidedContext
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.provider_arn.write(at, to),
            1 => self.context_assertion.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.provider_arn = Read::read(at, from)?,
            1 => self.context_assertion = Read::read(at, from)?,
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
