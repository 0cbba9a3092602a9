// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortIncompleteMultipartUpload {
    pub days_after_initiation: Option<i32>,
}

impl Shape for AbortIncompleteMultipartUpload {
    fn schema(&self) -> &'static Structure {
        &schemas::AbortIncompleteMultipartUpload
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.days_after_initiation.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.days_after_initiation = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortMultipartUploadOutput {
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for AbortMultipartUploadOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::AbortMultipartUploadOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
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
            0 => self.request_charged = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortMultipartUploadRequest {
    pub bucket: String,
    pub key: String,
    pub upload_id: String,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub if_match_initiated_time: Option<crate::Timestamp>,
}

impl Shape for AbortMultipartUploadRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AbortMultipartUploadRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.upload_id.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            5 => self.if_match_initiated_time.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.upload_id = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            5 => self.if_match_initiated_time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccelerateConfiguration {
    pub status: Option<String>,
}

impl Shape for AccelerateConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::AccelerateConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessControlPolicy {
    pub grants: Option<Vec<Grant>>,
    pub owner: Option<Owner>,
}

impl Shape for AccessControlPolicy {
    fn schema(&self) -> &'static Structure {
        &schemas::AccessControlPolicy
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grants.write(at, to),
            1 => self.owner.write(at, to),
            _ => {}
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
            1 => self.owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccessControlTranslation {
    pub owner: String,
}

impl Shape for AccessControlTranslation {
    fn schema(&self) -> &'static Structure {
        &schemas::AccessControlTranslation
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyticsAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for AnalyticsAndOperator {
    fn schema(&self) -> &'static Structure {
        &schemas::AnalyticsAndOperator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
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
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyticsConfiguration {
    pub id: String,
    pub filter: Option<AnalyticsFilter>,
    pub storage_class_analysis: StorageClassAnalysis,
}

impl Shape for AnalyticsConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::AnalyticsConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.filter.write(at, to),
            2 => self.storage_class_analysis.write(at, to),
            _ => {}
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
            1 => self.filter = Read::read(at, from)?,
            2 => self.storage_class_analysis = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyticsExportDestination {
    pub s3_bucket_destination: AnalyticsS3BucketDestination,
}

impl Shape for AnalyticsExportDestination {
    fn schema(&self) -> &'static Structure {
        &schemas::AnalyticsExportDestination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.s3_bucket_destination.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.s3_bucket_destination = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyticsFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub and: Option<AnalyticsAndOperator>,
}

impl Shape for AnalyticsFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::AnalyticsFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tag.write(at, to),
            2 => self.and.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tag = Read::read(at, from)?,
            2 => self.and = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalyticsS3BucketDestination {
    pub format: String,
    pub bucket_account_id: Option<String>,
    pub bucket: String,
    pub prefix: Option<String>,
}

impl Shape for AnalyticsS3BucketDestination {
    fn schema(&self) -> &'static Structure {
        &schemas::AnalyticsS3BucketDestination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.format.write(at, to),
            1 => self.bucket_account_id.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.prefix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.format = Read::read(at, from)?,
            1 => self.bucket_account_id = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockedEncryptionTypes {
    pub encryption_type: Option<Vec<String>>,
}

impl Shape for BlockedEncryptionTypes {
    fn schema(&self) -> &'static Structure {
        &schemas::BlockedEncryptionTypes
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.encryption_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.encryption_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bucket {
    pub name: Option<String>,
    pub creation_date: Option<crate::Timestamp>,
    pub bucket_region: Option<String>,
    pub bucket_arn: Option<String>,
}

impl Shape for Bucket {
    fn schema(&self) -> &'static Structure {
        &schemas::Bucket
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
            1 => self.creation_date.write(at, to),
            2 => self.bucket_region.write(at, to),
            3 => self.bucket_arn.write(at, to),
            _ => {}
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
            1 => self.creation_date = Read::read(at, from)?,
            2 => self.bucket_region = Read::read(at, from)?,
            3 => self.bucket_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BucketInfo {
    pub data_redundancy: Option<String>,
    pub r#type: Option<String>,
}

impl Shape for BucketInfo {
    fn schema(&self) -> &'static Structure {
        &schemas::BucketInfo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_redundancy.write(at, to),
            1 => self.r#type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.data_redundancy = Read::read(at, from)?,
            1 => self.r#type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BucketLifecycleConfiguration {
    pub rules: Vec<LifecycleRule>,
}

impl Shape for BucketLifecycleConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::BucketLifecycleConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BucketLoggingStatus {
    pub logging_enabled: Option<LoggingEnabled>,
}

impl Shape for BucketLoggingStatus {
    fn schema(&self) -> &'static Structure {
        &schemas::BucketLoggingStatus
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.logging_enabled.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.logging_enabled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CORSConfiguration {
    pub cors_rules: Vec<CORSRule>,
}

impl Shape for CORSConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::CORSConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.cors_rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.cors_rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CORSRule {
    pub id: Option<String>,
    pub allowed_headers: Option<Vec<String>>,
    pub allowed_methods: Vec<String>,
    pub allowed_origins: Vec<String>,
    pub expose_headers: Option<Vec<String>>,
    pub max_age_seconds: Option<i32>,
}

impl Shape for CORSRule {
    fn schema(&self) -> &'static Structure {
        &schemas::CORSRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.allowed_headers.write(at, to),
            2 => self.allowed_methods.write(at, to),
            3 => self.allowed_origins.write(at, to),
            4 => self.expose_headers.write(at, to),
            5 => self.max_age_seconds.write(at, to),
            _ => {}
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
            1 => self.allowed_headers = Read::read(at, from)?,
            2 => self.allowed_methods = Read::read(at, from)?,
            3 => self.allowed_origins = Read::read(at, from)?,
            4 => self.expose_headers = Read::read(at, from)?,
            5 => self.max_age_seconds = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CSVInput {
    pub file_header_info: Option<String>,
    pub comments: Option<String>,
    pub quote_escape_character: Option<String>,
    pub record_delimiter: Option<String>,
    pub field_delimiter: Option<String>,
    pub quote_character: Option<String>,
    pub allow_quoted_record_delimiter: Option<bool>,
}

impl Shape for CSVInput {
    fn schema(&self) -> &'static Structure {
        &schemas::CSVInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.file_header_info.write(at, to),
            1 => self.comments.write(at, to),
            2 => self.quote_escape_character.write(at, to),
            3 => self.record_delimiter.write(at, to),
            4 => self.field_delimiter.write(at, to),
            5 => self.quote_character.write(at, to),
            6 => self.allow_quoted_record_delimiter.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.file_header_info = Read::read(at, from)?,
            1 => self.comments = Read::read(at, from)?,
            2 => self.quote_escape_character = Read::read(at, from)?,
            3 => self.record_delimiter = Read::read(at, from)?,
            4 => self.field_delimiter = Read::read(at, from)?,
            5 => self.quote_character = Read::read(at, from)?,
            6 => self.allow_quoted_record_delimiter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CSVOutput {
    pub quote_fields: Option<String>,
    pub quote_escape_character: Option<String>,
    pub record_delimiter: Option<String>,
    pub field_delimiter: Option<String>,
    pub quote_character: Option<String>,
}

impl Shape for CSVOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CSVOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.quote_fields.write(at, to),
            1 => self.quote_escape_character.write(at, to),
            2 => self.record_delimiter.write(at, to),
            3 => self.field_delimiter.write(at, to),
            4 => self.quote_character.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.quote_fields = Read::read(at, from)?,
            1 => self.quote_escape_character = Read::read(at, from)?,
            2 => self.record_delimiter = Read::read(at, from)?,
            3 => self.field_delimiter = Read::read(at, from)?,
            4 => self.quote_character = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checksum {
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
}

impl Shape for Checksum {
    fn schema(&self) -> &'static Structure {
        &schemas::Checksum
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.checksum_crc32.write(at, to),
            1 => self.checksum_crc32c.write(at, to),
            2 => self.checksum_crc64nvme.write(at, to),
            3 => self.checksum_sha1.write(at, to),
            4 => self.checksum_sha256.write(at, to),
            5 => self.checksum_sha512.write(at, to),
            6 => self.checksum_md5.write(at, to),
            7 => self.checksum_xxhash64.write(at, to),
            8 => self.checksum_xxhash3.write(at, to),
            9 => self.checksum_xxhash128.write(at, to),
            10 => self.checksum_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.checksum_crc32 = Read::read(at, from)?,
            1 => self.checksum_crc32c = Read::read(at, from)?,
            2 => self.checksum_crc64nvme = Read::read(at, from)?,
            3 => self.checksum_sha1 = Read::read(at, from)?,
            4 => self.checksum_sha256 = Read::read(at, from)?,
            5 => self.checksum_sha512 = Read::read(at, from)?,
            6 => self.checksum_md5 = Read::read(at, from)?,
            7 => self.checksum_xxhash64 = Read::read(at, from)?,
            8 => self.checksum_xxhash3 = Read::read(at, from)?,
            9 => self.checksum_xxhash128 = Read::read(at, from)?,
            10 => self.checksum_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CommonPrefix {
    pub prefix: Option<String>,
}

impl Shape for CommonPrefix {
    fn schema(&self) -> &'static Structure {
        &schemas::CommonPrefix
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompleteMultipartUploadOutput {
    pub location: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub expiration: Option<String>,
    pub etag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub server_side_encryption: Option<String>,
    pub version_id: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
}

impl Shape for CompleteMultipartUploadOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CompleteMultipartUploadOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.location.write(at, to),
            1 => self.bucket.write(at, to),
            2 => self.key.write(at, to),
            3 => self.expiration.write(at, to),
            4 => self.etag.write(at, to),
            5 => self.checksum_crc32.write(at, to),
            6 => self.checksum_crc32c.write(at, to),
            7 => self.checksum_crc64nvme.write(at, to),
            8 => self.checksum_sha1.write(at, to),
            9 => self.checksum_sha256.write(at, to),
            10 => self.checksum_sha512.write(at, to),
            11 => self.checksum_md5.write(at, to),
            12 => self.checksum_xxhash64.write(at, to),
            13 => self.checksum_xxhash3.write(at, to),
            14 => self.checksum_xxhash128.write(at, to),
            15 => self.checksum_type.write(at, to),
            16 => self.server_side_encryption.write(at, to),
            17 => self.version_id.write(at, to),
            18 => self.ssekms_key_id.write(at, to),
            19 => self.bucket_key_enabled.write(at, to),
            20 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.location = Read::read(at, from)?,
            1 => self.bucket = Read::read(at, from)?,
            2 => self.key = Read::read(at, from)?,
            3 => self.expiration = Read::read(at, from)?,
            4 => self.etag = Read::read(at, from)?,
            5 => self.checksum_crc32 = Read::read(at, from)?,
            6 => self.checksum_crc32c = Read::read(at, from)?,
            7 => self.checksum_crc64nvme = Read::read(at, from)?,
            8 => self.checksum_sha1 = Read::read(at, from)?,
            9 => self.checksum_sha256 = Read::read(at, from)?,
            10 => self.checksum_sha512 = Read::read(at, from)?,
            11 => self.checksum_md5 = Read::read(at, from)?,
            12 => self.checksum_xxhash64 = Read::read(at, from)?,
            13 => self.checksum_xxhash3 = Read::read(at, from)?,
            14 => self.checksum_xxhash128 = Read::read(at, from)?,
            15 => self.checksum_type = Read::read(at, from)?,
            16 => self.server_side_encryption = Read::read(at, from)?,
            17 => self.version_id = Read::read(at, from)?,
            18 => self.ssekms_key_id = Read::read(at, from)?,
            19 => self.bucket_key_enabled = Read::read(at, from)?,
            20 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompleteMultipartUploadRequest {
    pub bucket: String,
    pub key: String,
    pub multipart_upload: Option<CompletedMultipartUpload>,
    pub upload_id: String,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub mpu_object_size: Option<i64>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
}

impl Shape for CompleteMultipartUploadRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CompleteMultipartUploadRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.multipart_upload.write(at, to),
            3 => self.upload_id.write(at, to),
            4 => self.checksum_crc32.write(at, to),
            5 => self.checksum_crc32c.write(at, to),
            6 => self.checksum_crc64nvme.write(at, to),
            7 => self.checksum_sha1.write(at, to),
            8 => self.checksum_sha256.write(at, to),
            9 => self.checksum_sha512.write(at, to),
            10 => self.checksum_md5.write(at, to),
            11 => self.checksum_xxhash64.write(at, to),
            12 => self.checksum_xxhash3.write(at, to),
            13 => self.checksum_xxhash128.write(at, to),
            14 => self.checksum_type.write(at, to),
            15 => self.mpu_object_size.write(at, to),
            16 => self.request_payer.write(at, to),
            17 => self.expected_bucket_owner.write(at, to),
            18 => self.if_match.write(at, to),
            19 => self.if_none_match.write(at, to),
            20 => self.sse_customer_algorithm.write(at, to),
            21 => self.sse_customer_key.write(at, to),
            22 => self.sse_customer_key_md5.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.multipart_upload = Read::read(at, from)?,
            3 => self.upload_id = Read::read(at, from)?,
            4 => self.checksum_crc32 = Read::read(at, from)?,
            5 => self.checksum_crc32c = Read::read(at, from)?,
            6 => self.checksum_crc64nvme = Read::read(at, from)?,
            7 => self.checksum_sha1 = Read::read(at, from)?,
            8 => self.checksum_sha256 = Read::read(at, from)?,
            9 => self.checksum_sha512 = Read::read(at, from)?,
            10 => self.checksum_md5 = Read::read(at, from)?,
            11 => self.checksum_xxhash64 = Read::read(at, from)?,
            12 => self.checksum_xxhash3 = Read::read(at, from)?,
            13 => self.checksum_xxhash128 = Read::read(at, from)?,
            14 => self.checksum_type = Read::read(at, from)?,
            15 => self.mpu_object_size = Read::read(at, from)?,
            16 => self.request_payer = Read::read(at, from)?,
            17 => self.expected_bucket_owner = Read::read(at, from)?,
            18 => self.if_match = Read::read(at, from)?,
            19 => self.if_none_match = Read::read(at, from)?,
            20 => self.sse_customer_algorithm = Read::read(at, from)?,
            21 => self.sse_customer_key = Read::read(at, from)?,
            22 => self.sse_customer_key_md5 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompletedMultipartUpload {
    pub parts: Option<Vec<CompletedPart>>,
}

impl Shape for CompletedMultipartUpload {
    fn schema(&self) -> &'static Structure {
        &schemas::CompletedMultipartUpload
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.parts.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.parts = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompletedPart {
    pub etag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub part_number: Option<i32>,
}

impl Shape for CompletedPart {
    fn schema(&self) -> &'static Structure {
        &schemas::CompletedPart
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.etag.write(at, to),
            1 => self.checksum_crc32.write(at, to),
            2 => self.checksum_crc32c.write(at, to),
            3 => self.checksum_crc64nvme.write(at, to),
            4 => self.checksum_sha1.write(at, to),
            5 => self.checksum_sha256.write(at, to),
            6 => self.checksum_sha512.write(at, to),
            7 => self.checksum_md5.write(at, to),
            8 => self.checksum_xxhash64.write(at, to),
            9 => self.checksum_xxhash3.write(at, to),
            10 => self.checksum_xxhash128.write(at, to),
            11 => self.part_number.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.etag = Read::read(at, from)?,
            1 => self.checksum_crc32 = Read::read(at, from)?,
            2 => self.checksum_crc32c = Read::read(at, from)?,
            3 => self.checksum_crc64nvme = Read::read(at, from)?,
            4 => self.checksum_sha1 = Read::read(at, from)?,
            5 => self.checksum_sha256 = Read::read(at, from)?,
            6 => self.checksum_sha512 = Read::read(at, from)?,
            7 => self.checksum_md5 = Read::read(at, from)?,
            8 => self.checksum_xxhash64 = Read::read(at, from)?,
            9 => self.checksum_xxhash3 = Read::read(at, from)?,
            10 => self.checksum_xxhash128 = Read::read(at, from)?,
            11 => self.part_number = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub http_error_code_returned_equals: Option<String>,
    pub key_prefix_equals: Option<String>,
}

impl Shape for Condition {
    fn schema(&self) -> &'static Structure {
        &schemas::Condition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.http_error_code_returned_equals.write(at, to),
            1 => self.key_prefix_equals.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.http_error_code_returned_equals = Read::read(at, from)?,
            1 => self.key_prefix_equals = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContinuationEvent {}

impl Shape for ContinuationEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::ContinuationEvent
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
pub struct CopyObjectOutput {
    pub copy_object_result: Option<CopyObjectResult>,
    pub expiration: Option<String>,
    pub copy_source_version_id: Option<String>,
    pub version_id: Option<String>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
}

impl Shape for CopyObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CopyObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.copy_object_result.write(at, to),
            1 => self.expiration.write(at, to),
            2 => self.copy_source_version_id.write(at, to),
            3 => self.version_id.write(at, to),
            4 => self.server_side_encryption.write(at, to),
            5 => self.sse_customer_algorithm.write(at, to),
            6 => self.sse_customer_key_md5.write(at, to),
            7 => self.ssekms_key_id.write(at, to),
            8 => self.ssekms_encryption_context.write(at, to),
            9 => self.bucket_key_enabled.write(at, to),
            10 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.copy_object_result = Read::read(at, from)?,
            1 => self.expiration = Read::read(at, from)?,
            2 => self.copy_source_version_id = Read::read(at, from)?,
            3 => self.version_id = Read::read(at, from)?,
            4 => self.server_side_encryption = Read::read(at, from)?,
            5 => self.sse_customer_algorithm = Read::read(at, from)?,
            6 => self.sse_customer_key_md5 = Read::read(at, from)?,
            7 => self.ssekms_key_id = Read::read(at, from)?,
            8 => self.ssekms_encryption_context = Read::read(at, from)?,
            9 => self.bucket_key_enabled = Read::read(at, from)?,
            10 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyObjectRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<crate::Timestamp>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<crate::Timestamp>,
    pub expires: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub key: String,
    pub metadata: Option<std::collections::BTreeMap<String, String>>,
    pub metadata_directive: Option<String>,
    pub tagging_directive: Option<String>,
    pub annotation_directive: Option<String>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub copy_source_sse_customer_algorithm: Option<String>,
    pub copy_source_sse_customer_key: Option<String>,
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<crate::Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

impl Shape for CopyObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CopyObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            1 => self.bucket.write(at, to),
            2 => self.cache_control.write(at, to),
            3 => self.checksum_algorithm.write(at, to),
            4 => self.content_disposition.write(at, to),
            5 => self.content_encoding.write(at, to),
            6 => self.content_language.write(at, to),
            7 => self.content_type.write(at, to),
            8 => self.copy_source.write(at, to),
            9 => self.copy_source_if_match.write(at, to),
            10 => self.copy_source_if_modified_since.write(at, to),
            11 => self.copy_source_if_none_match.write(at, to),
            12 => self.copy_source_if_unmodified_since.write(at, to),
            13 => self.expires.write(at, to),
            14 => self.grant_full_control.write(at, to),
            15 => self.grant_read.write(at, to),
            16 => self.grant_read_acp.write(at, to),
            17 => self.grant_write_acp.write(at, to),
            18 => self.if_match.write(at, to),
            19 => self.if_none_match.write(at, to),
            20 => self.key.write(at, to),
            21 => self.metadata.write(at, to),
            22 => self.metadata_directive.write(at, to),
            23 => self.tagging_directive.write(at, to),
            24 => self.annotation_directive.write(at, to),
            25 => self.server_side_encryption.write(at, to),
            26 => self.storage_class.write(at, to),
            27 => self.website_redirect_location.write(at, to),
            28 => self.sse_customer_algorithm.write(at, to),
            29 => self.sse_customer_key.write(at, to),
            30 => self.sse_customer_key_md5.write(at, to),
            31 => self.ssekms_key_id.write(at, to),
            32 => self.ssekms_encryption_context.write(at, to),
            33 => self.bucket_key_enabled.write(at, to),
            34 => self.copy_source_sse_customer_algorithm.write(at, to),
            35 => self.copy_source_sse_customer_key.write(at, to),
            36 => self.copy_source_sse_customer_key_md5.write(at, to),
            37 => self.request_payer.write(at, to),
            38 => self.tagging.write(at, to),
            39 => self.object_lock_mode.write(at, to),
            40 => self.object_lock_retain_until_date.write(at, to),
            41 => self.object_lock_legal_hold_status.write(at, to),
            42 => self.object_lock_event_hold.write(at, to),
            43 => self.object_lock_event_hold_duration_days.write(at, to),
            44 => self.object_lock_event_hold_duration_years.write(at, to),
            45 => self.expected_bucket_owner.write(at, to),
            46 => self.expected_source_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            1 => self.bucket = Read::read(at, from)?,
            2 => self.cache_control = Read::read(at, from)?,
            3 => self.checksum_algorithm = Read::read(at, from)?,
            4 => self.content_disposition = Read::read(at, from)?,
            5 => self.content_encoding = Read::read(at, from)?,
            6 => self.content_language = Read::read(at, from)?,
            7 => self.content_type = Read::read(at, from)?,
            8 => self.copy_source = Read::read(at, from)?,
            9 => self.copy_source_if_match = Read::read(at, from)?,
            10 => self.copy_source_if_modified_since = Read::read(at, from)?,
            11 => self.copy_source_if_none_match = Read::read(at, from)?,
            12 => self.copy_source_if_unmodified_since = Read::read(at, from)?,
            13 => self.expires = Read::read(at, from)?,
            14 => self.grant_full_control = Read::read(at, from)?,
            15 => self.grant_read = Read::read(at, from)?,
            16 => self.grant_read_acp = Read::read(at, from)?,
            17 => self.grant_write_acp = Read::read(at, from)?,
            18 => self.if_match = Read::read(at, from)?,
            19 => self.if_none_match = Read::read(at, from)?,
            20 => self.key = Read::read(at, from)?,
            21 => self.metadata = Read::read(at, from)?,
            22 => self.metadata_directive = Read::read(at, from)?,
            23 => self.tagging_directive = Read::read(at, from)?,
            24 => self.annotation_directive = Read::read(at, from)?,
            25 => self.server_side_encryption = Read::read(at, from)?,
            26 => self.storage_class = Read::read(at, from)?,
            27 => self.website_redirect_location = Read::read(at, from)?,
            28 => self.sse_customer_algorithm = Read::read(at, from)?,
            29 => self.sse_customer_key = Read::read(at, from)?,
            30 => self.sse_customer_key_md5 = Read::read(at, from)?,
            31 => self.ssekms_key_id = Read::read(at, from)?,
            32 => self.ssekms_encryption_context = Read::read(at, from)?,
            33 => self.bucket_key_enabled = Read::read(at, from)?,
            34 => self.copy_source_sse_customer_algorithm = Read::read(at, from)?,
            35 => self.copy_source_sse_customer_key = Read::read(at, from)?,
            36 => self.copy_source_sse_customer_key_md5 = Read::read(at, from)?,
            37 => self.request_payer = Read::read(at, from)?,
            38 => self.tagging = Read::read(at, from)?,
            39 => self.object_lock_mode = Read::read(at, from)?,
            40 => self.object_lock_retain_until_date = Read::read(at, from)?,
            41 => self.object_lock_legal_hold_status = Read::read(at, from)?,
            42 => self.object_lock_event_hold = Read::read(at, from)?,
            43 => self.object_lock_event_hold_duration_days = Read::read(at, from)?,
            44 => self.object_lock_event_hold_duration_years = Read::read(at, from)?,
            45 => self.expected_bucket_owner = Read::read(at, from)?,
            46 => self.expected_source_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyObjectResult {
    pub etag: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub checksum_type: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for CopyObjectResult {
    fn schema(&self) -> &'static Structure {
        &schemas::CopyObjectResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.etag.write(at, to),
            1 => self.last_modified.write(at, to),
            2 => self.checksum_type.write(at, to),
            3 => self.checksum_crc32.write(at, to),
            4 => self.checksum_crc32c.write(at, to),
            5 => self.checksum_crc64nvme.write(at, to),
            6 => self.checksum_sha1.write(at, to),
            7 => self.checksum_sha256.write(at, to),
            8 => self.checksum_sha512.write(at, to),
            9 => self.checksum_md5.write(at, to),
            10 => self.checksum_xxhash64.write(at, to),
            11 => self.checksum_xxhash3.write(at, to),
            12 => self.checksum_xxhash128.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.etag = Read::read(at, from)?,
            1 => self.last_modified = Read::read(at, from)?,
            2 => self.checksum_type = Read::read(at, from)?,
            3 => self.checksum_crc32 = Read::read(at, from)?,
            4 => self.checksum_crc32c = Read::read(at, from)?,
            5 => self.checksum_crc64nvme = Read::read(at, from)?,
            6 => self.checksum_sha1 = Read::read(at, from)?,
            7 => self.checksum_sha256 = Read::read(at, from)?,
            8 => self.checksum_sha512 = Read::read(at, from)?,
            9 => self.checksum_md5 = Read::read(at, from)?,
            10 => self.checksum_xxhash64 = Read::read(at, from)?,
            11 => self.checksum_xxhash3 = Read::read(at, from)?,
            12 => self.checksum_xxhash128 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyPartResult {
    pub etag: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for CopyPartResult {
    fn schema(&self) -> &'static Structure {
        &schemas::CopyPartResult
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.etag.write(at, to),
            1 => self.last_modified.write(at, to),
            2 => self.checksum_crc32.write(at, to),
            3 => self.checksum_crc32c.write(at, to),
            4 => self.checksum_crc64nvme.write(at, to),
            5 => self.checksum_sha1.write(at, to),
            6 => self.checksum_sha256.write(at, to),
            7 => self.checksum_sha512.write(at, to),
            8 => self.checksum_md5.write(at, to),
            9 => self.checksum_xxhash64.write(at, to),
            10 => self.checksum_xxhash3.write(at, to),
            11 => self.checksum_xxhash128.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.etag = Read::read(at, from)?,
            1 => self.last_modified = Read::read(at, from)?,
            2 => self.checksum_crc32 = Read::read(at, from)?,
            3 => self.checksum_crc32c = Read::read(at, from)?,
            4 => self.checksum_crc64nvme = Read::read(at, from)?,
            5 => self.checksum_sha1 = Read::read(at, from)?,
            6 => self.checksum_sha256 = Read::read(at, from)?,
            7 => self.checksum_sha512 = Read::read(at, from)?,
            8 => self.checksum_md5 = Read::read(at, from)?,
            9 => self.checksum_xxhash64 = Read::read(at, from)?,
            10 => self.checksum_xxhash3 = Read::read(at, from)?,
            11 => self.checksum_xxhash128 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketConfiguration {
    pub location_constraint: Option<String>,
    pub location: Option<LocationInfo>,
    pub bucket: Option<BucketInfo>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateBucketConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateBucketConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.location_constraint.write(at, to),
            1 => self.location.write(at, to),
            2 => self.bucket.write(at, to),
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
            0 => self.location_constraint = Read::read(at, from)?,
            1 => self.location = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketOutput {
    pub location: Option<String>,
    pub bucket_arn: Option<String>,
}

impl Shape for CreateBucketOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateBucketOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.location.write(at, to),
            1 => self.bucket_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.location = Read::read(at, from)?,
            1 => self.bucket_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBucketRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub create_bucket_configuration: Option<CreateBucketConfiguration>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    pub grant_write_acp: Option<String>,
    pub object_lock_enabled_for_bucket: Option<bool>,
    pub object_ownership: Option<String>,
    pub bucket_namespace: Option<String>,
}

impl Shape for CreateBucketRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateBucketRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            1 => self.bucket.write(at, to),
            2 => self.create_bucket_configuration.write(at, to),
            3 => self.grant_full_control.write(at, to),
            4 => self.grant_read.write(at, to),
            5 => self.grant_read_acp.write(at, to),
            6 => self.grant_write.write(at, to),
            7 => self.grant_write_acp.write(at, to),
            8 => self.object_lock_enabled_for_bucket.write(at, to),
            9 => self.object_ownership.write(at, to),
            10 => self.bucket_namespace.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            1 => self.bucket = Read::read(at, from)?,
            2 => self.create_bucket_configuration = Read::read(at, from)?,
            3 => self.grant_full_control = Read::read(at, from)?,
            4 => self.grant_read = Read::read(at, from)?,
            5 => self.grant_read_acp = Read::read(at, from)?,
            6 => self.grant_write = Read::read(at, from)?,
            7 => self.grant_write_acp = Read::read(at, from)?,
            8 => self.object_lock_enabled_for_bucket = Read::read(at, from)?,
            9 => self.object_ownership = Read::read(at, from)?,
            10 => self.bucket_namespace = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateMultipartUploadOutput {
    pub abort_date: Option<crate::Timestamp>,
    pub abort_rule_id: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub upload_id: Option<String>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for CreateMultipartUploadOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateMultipartUploadOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.abort_date.write(at, to),
            1 => self.abort_rule_id.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.key.write(at, to),
            4 => self.upload_id.write(at, to),
            5 => self.server_side_encryption.write(at, to),
            6 => self.sse_customer_algorithm.write(at, to),
            7 => self.sse_customer_key_md5.write(at, to),
            8 => self.ssekms_key_id.write(at, to),
            9 => self.ssekms_encryption_context.write(at, to),
            10 => self.bucket_key_enabled.write(at, to),
            11 => self.request_charged.write(at, to),
            12 => self.checksum_algorithm.write(at, to),
            13 => self.checksum_type.write(at, to),
            14 => self.version_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.abort_date = Read::read(at, from)?,
            1 => self.abort_rule_id = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.key = Read::read(at, from)?,
            4 => self.upload_id = Read::read(at, from)?,
            5 => self.server_side_encryption = Read::read(at, from)?,
            6 => self.sse_customer_algorithm = Read::read(at, from)?,
            7 => self.sse_customer_key_md5 = Read::read(at, from)?,
            8 => self.ssekms_key_id = Read::read(at, from)?,
            9 => self.ssekms_encryption_context = Read::read(at, from)?,
            10 => self.bucket_key_enabled = Read::read(at, from)?,
            11 => self.request_charged = Read::read(at, from)?,
            12 => self.checksum_algorithm = Read::read(at, from)?,
            13 => self.checksum_type = Read::read(at, from)?,
            14 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateMultipartUploadRequest {
    pub acl: Option<String>,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub expires: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub metadata: Option<std::collections::BTreeMap<String, String>>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<crate::Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
}

impl Shape for CreateMultipartUploadRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateMultipartUploadRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            1 => self.bucket.write(at, to),
            2 => self.cache_control.write(at, to),
            3 => self.content_disposition.write(at, to),
            4 => self.content_encoding.write(at, to),
            5 => self.content_language.write(at, to),
            6 => self.content_type.write(at, to),
            7 => self.expires.write(at, to),
            8 => self.grant_full_control.write(at, to),
            9 => self.grant_read.write(at, to),
            10 => self.grant_read_acp.write(at, to),
            11 => self.grant_write_acp.write(at, to),
            12 => self.key.write(at, to),
            13 => self.metadata.write(at, to),
            14 => self.server_side_encryption.write(at, to),
            15 => self.storage_class.write(at, to),
            16 => self.website_redirect_location.write(at, to),
            17 => self.sse_customer_algorithm.write(at, to),
            18 => self.sse_customer_key.write(at, to),
            19 => self.sse_customer_key_md5.write(at, to),
            20 => self.ssekms_key_id.write(at, to),
            21 => self.ssekms_encryption_context.write(at, to),
            22 => self.bucket_key_enabled.write(at, to),
            23 => self.request_payer.write(at, to),
            24 => self.tagging.write(at, to),
            25 => self.object_lock_mode.write(at, to),
            26 => self.object_lock_retain_until_date.write(at, to),
            27 => self.object_lock_legal_hold_status.write(at, to),
            28 => self.object_lock_event_hold.write(at, to),
            29 => self.object_lock_event_hold_duration_days.write(at, to),
            30 => self.object_lock_event_hold_duration_years.write(at, to),
            31 => self.expected_bucket_owner.write(at, to),
            32 => self.checksum_algorithm.write(at, to),
            33 => self.checksum_type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            1 => self.bucket = Read::read(at, from)?,
            2 => self.cache_control = Read::read(at, from)?,
            3 => self.content_disposition = Read::read(at, from)?,
            4 => self.content_encoding = Read::read(at, from)?,
            5 => self.content_language = Read::read(at, from)?,
            6 => self.content_type = Read::read(at, from)?,
            7 => self.expires = Read::read(at, from)?,
            8 => self.grant_full_control = Read::read(at, from)?,
            9 => self.grant_read = Read::read(at, from)?,
            10 => self.grant_read_acp = Read::read(at, from)?,
            11 => self.grant_write_acp = Read::read(at, from)?,
            12 => self.key = Read::read(at, from)?,
            13 => self.metadata = Read::read(at, from)?,
            14 => self.server_side_encryption = Read::read(at, from)?,
            15 => self.storage_class = Read::read(at, from)?,
            16 => self.website_redirect_location = Read::read(at, from)?,
            17 => self.sse_customer_algorithm = Read::read(at, from)?,
            18 => self.sse_customer_key = Read::read(at, from)?,
            19 => self.sse_customer_key_md5 = Read::read(at, from)?,
            20 => self.ssekms_key_id = Read::read(at, from)?,
            21 => self.ssekms_encryption_context = Read::read(at, from)?,
            22 => self.bucket_key_enabled = Read::read(at, from)?,
            23 => self.request_payer = Read::read(at, from)?,
            24 => self.tagging = Read::read(at, from)?,
            25 => self.object_lock_mode = Read::read(at, from)?,
            26 => self.object_lock_retain_until_date = Read::read(at, from)?,
            27 => self.object_lock_legal_hold_status = Read::read(at, from)?,
            28 => self.object_lock_event_hold = Read::read(at, from)?,
            29 => self.object_lock_event_hold_duration_days = Read::read(at, from)?,
            30 => self.object_lock_event_hold_duration_years = Read::read(at, from)?,
            31 => self.expected_bucket_owner = Read::read(at, from)?,
            32 => self.checksum_algorithm = Read::read(at, from)?,
            33 => self.checksum_type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefaultRetention {
    pub mode: Option<String>,
    pub days: Option<i32>,
    pub years: Option<i32>,
    pub default_event_hold: Option<EventHoldDuration>,
}

impl Shape for DefaultRetention {
    fn schema(&self) -> &'static Structure {
        &schemas::DefaultRetention
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mode.write(at, to),
            1 => self.days.write(at, to),
            2 => self.years.write(at, to),
            3 => self.default_event_hold.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.mode = Read::read(at, from)?,
            1 => self.days = Read::read(at, from)?,
            2 => self.years = Read::read(at, from)?,
            3 => self.default_event_hold = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delete {
    pub objects: Vec<ObjectIdentifier>,
    pub quiet: Option<bool>,
}

impl Shape for Delete {
    fn schema(&self) -> &'static Structure {
        &schemas::Delete
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.objects.write(at, to),
            1 => self.quiet.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.objects = Read::read(at, from)?,
            1 => self.quiet = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketAnalyticsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketAnalyticsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketAnalyticsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketCorsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketCorsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketCorsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketEncryptionRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketEncryptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketEncryptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketIntelligentTieringConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketIntelligentTieringConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketIntelligentTieringConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketInventoryConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketInventoryConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketInventoryConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketLifecycleRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketLifecycleRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketLifecycleRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketMetricsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketMetricsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketMetricsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketOwnershipControlsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketOwnershipControlsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketOwnershipControlsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketPolicyRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketReplicationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketReplicationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketReplicationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketTaggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteBucketWebsiteRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteBucketWebsiteRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteBucketWebsiteRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMarkerEntry {
    pub owner: Option<Owner>,
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub is_latest: Option<bool>,
    pub last_modified: Option<crate::Timestamp>,
}

impl Shape for DeleteMarkerEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMarkerEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.owner.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.is_latest.write(at, to),
            4 => self.last_modified.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.owner = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.is_latest = Read::read(at, from)?,
            4 => self.last_modified = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteMarkerReplication {
    pub status: Option<String>,
}

impl Shape for DeleteMarkerReplication {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteMarkerReplication
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectOutput {
    pub delete_marker: Option<bool>,
    pub version_id: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for DeleteObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.delete_marker.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.delete_marker = Read::read(at, from)?,
            1 => self.version_id = Read::read(at, from)?,
            2 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectRequest {
    pub bucket: String,
    pub key: String,
    pub mfa: Option<String>,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub expected_bucket_owner: Option<String>,
    pub if_match: Option<String>,
    pub if_match_last_modified_time: Option<crate::Timestamp>,
    pub if_match_size: Option<i64>,
}

impl Shape for DeleteObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.mfa.write(at, to),
            3 => self.version_id.write(at, to),
            4 => self.request_payer.write(at, to),
            5 => self.bypass_governance_retention.write(at, to),
            6 => self.expected_bucket_owner.write(at, to),
            7 => self.if_match.write(at, to),
            8 => self.if_match_last_modified_time.write(at, to),
            9 => self.if_match_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.mfa = Read::read(at, from)?,
            3 => self.version_id = Read::read(at, from)?,
            4 => self.request_payer = Read::read(at, from)?,
            5 => self.bypass_governance_retention = Read::read(at, from)?,
            6 => self.expected_bucket_owner = Read::read(at, from)?,
            7 => self.if_match = Read::read(at, from)?,
            8 => self.if_match_last_modified_time = Read::read(at, from)?,
            9 => self.if_match_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectTaggingOutput {
    pub version_id: Option<String>,
}

impl Shape for DeleteObjectTaggingOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectTaggingOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.version_id.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeleteObjectTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectsOutput {
    pub deleted: Option<Vec<DeletedObject>>,
    pub request_charged: Option<String>,
    pub errors: Option<Vec<Error>>,
}

impl Shape for DeleteObjectsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.deleted.write(at, to),
            1 => self.request_charged.write(at, to),
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
            0 => self.deleted = Read::read(at, from)?,
            1 => self.request_charged = Read::read(at, from)?,
            2 => self.errors = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteObjectsRequest {
    pub bucket: String,
    pub delete: Delete,
    pub mfa: Option<String>,
    pub request_payer: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_algorithm: Option<String>,
}

impl Shape for DeleteObjectsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteObjectsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.delete.write(at, to),
            2 => self.mfa.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.bypass_governance_retention.write(at, to),
            5 => self.expected_bucket_owner.write(at, to),
            6 => self.checksum_algorithm.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.delete = Read::read(at, from)?,
            2 => self.mfa = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.bypass_governance_retention = Read::read(at, from)?,
            5 => self.expected_bucket_owner = Read::read(at, from)?,
            6 => self.checksum_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePublicAccessBlockRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for DeletePublicAccessBlockRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeletePublicAccessBlockRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletedObject {
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub delete_marker: Option<bool>,
    pub delete_marker_version_id: Option<String>,
}

impl Shape for DeletedObject {
    fn schema(&self) -> &'static Structure {
        &schemas::DeletedObject
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.delete_marker.write(at, to),
            3 => self.delete_marker_version_id.write(at, to),
            _ => {}
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
            1 => self.version_id = Read::read(at, from)?,
            2 => self.delete_marker = Read::read(at, from)?,
            3 => self.delete_marker_version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Destination {
    pub bucket: String,
    pub account: Option<String>,
    pub storage_class: Option<String>,
    pub access_control_translation: Option<AccessControlTranslation>,
    pub encryption_configuration: Option<EncryptionConfiguration>,
    pub replication_time: Option<ReplicationTime>,
    pub metrics: Option<Metrics>,
}

impl Shape for Destination {
    fn schema(&self) -> &'static Structure {
        &schemas::Destination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.account.write(at, to),
            2 => self.storage_class.write(at, to),
            3 => self.access_control_translation.write(at, to),
            4 => self.encryption_configuration.write(at, to),
            5 => self.replication_time.write(at, to),
            6 => self.metrics.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.account = Read::read(at, from)?,
            2 => self.storage_class = Read::read(at, from)?,
            3 => self.access_control_translation = Read::read(at, from)?,
            4 => self.encryption_configuration = Read::read(at, from)?,
            5 => self.replication_time = Read::read(at, from)?,
            6 => self.metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encryption {
    pub encryption_type: String,
    pub kms_key_id: Option<String>,
    pub kms_context: Option<String>,
}

impl Shape for Encryption {
    fn schema(&self) -> &'static Structure {
        &schemas::Encryption
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.encryption_type.write(at, to),
            1 => self.kms_key_id.write(at, to),
            2 => self.kms_context.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.encryption_type = Read::read(at, from)?,
            1 => self.kms_key_id = Read::read(at, from)?,
            2 => self.kms_context = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptionConfiguration {
    pub replica_kms_key_id: Option<String>,
}

impl Shape for EncryptionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::EncryptionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.replica_kms_key_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.replica_kms_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndEvent {}

impl Shape for EndEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::EndEvent
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
pub struct Error {
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Shape for Error {
    fn schema(&self) -> &'static Structure {
        &schemas::Error
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.code.write(at, to),
            3 => self.message.write(at, to),
            _ => {}
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
            1 => self.version_id = Read::read(at, from)?,
            2 => self.code = Read::read(at, from)?,
            3 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorDocument {
    pub key: String,
}

impl Shape for ErrorDocument {
    fn schema(&self) -> &'static Structure {
        &schemas::ErrorDocument
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventBridgeConfiguration {}

impl Shape for EventBridgeConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::EventBridgeConfiguration
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
pub struct EventHoldDuration {
    pub days: Option<i32>,
    pub years: Option<i32>,
}

impl Shape for EventHoldDuration {
    fn schema(&self) -> &'static Structure {
        &schemas::EventHoldDuration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.days.write(at, to),
            1 => self.years.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.days = Read::read(at, from)?,
            1 => self.years = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExistingObjectReplication {
    pub status: String,
}

impl Shape for ExistingObjectReplication {
    fn schema(&self) -> &'static Structure {
        &schemas::ExistingObjectReplication
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterRule {
    pub name: Option<String>,
    pub value: Option<String>,
}

impl Shape for FilterRule {
    fn schema(&self) -> &'static Structure {
        &schemas::FilterRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
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
            0 => self.name = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAccelerateConfigurationOutput {
    pub status: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for GetBucketAccelerateConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAccelerateConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.request_charged.write(at, to),
            _ => {}
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
            1 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAccelerateConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for GetBucketAccelerateConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAccelerateConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            2 => self.request_payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            2 => self.request_payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAclOutput {
    pub owner: Option<Owner>,
    pub grants: Option<Vec<Grant>>,
}

impl Shape for GetBucketAclOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAclOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.owner.write(at, to),
            1 => self.grants.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.owner = Read::read(at, from)?,
            1 => self.grants = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAclRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketAclRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAclRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAnalyticsConfigurationOutput {
    pub analytics_configuration: Option<AnalyticsConfiguration>,
}

impl Shape for GetBucketAnalyticsConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAnalyticsConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.analytics_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.analytics_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketAnalyticsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketAnalyticsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketAnalyticsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketCorsOutput {
    pub cors_rules: Option<Vec<CORSRule>>,
}

impl Shape for GetBucketCorsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketCorsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.cors_rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.cors_rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketCorsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketCorsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketCorsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketEncryptionOutput {
    pub server_side_encryption_configuration: Option<ServerSideEncryptionConfiguration>,
}

impl Shape for GetBucketEncryptionOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketEncryptionOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.server_side_encryption_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.server_side_encryption_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketEncryptionRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketEncryptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketEncryptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketIntelligentTieringConfigurationOutput {
    pub intelligent_tiering_configuration: Option<IntelligentTieringConfiguration>,
}

impl Shape for GetBucketIntelligentTieringConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketIntelligentTieringConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.intelligent_tiering_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.intelligent_tiering_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketIntelligentTieringConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketIntelligentTieringConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketIntelligentTieringConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketInventoryConfigurationOutput {
    pub inventory_configuration: Option<InventoryConfiguration>,
}

impl Shape for GetBucketInventoryConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketInventoryConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.inventory_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.inventory_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketInventoryConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketInventoryConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketInventoryConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLifecycleConfigurationOutput {
    pub rules: Option<Vec<LifecycleRule>>,
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for GetBucketLifecycleConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLifecycleConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.rules.write(at, to),
            1 => self.transition_default_minimum_object_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.rules = Read::read(at, from)?,
            1 => self.transition_default_minimum_object_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLifecycleConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLifecycleConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLifecycleConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLocationOutput {
    pub location_constraint: Option<String>,
}

impl Shape for GetBucketLocationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLocationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.location_constraint.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.location_constraint = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLocationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLocationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLocationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLoggingOutput {
    pub logging_enabled: Option<LoggingEnabled>,
}

impl Shape for GetBucketLoggingOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLoggingOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.logging_enabled.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.logging_enabled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketLoggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketLoggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketLoggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketMetricsConfigurationOutput {
    pub metrics_configuration: Option<MetricsConfiguration>,
}

impl Shape for GetBucketMetricsConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketMetricsConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metrics_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metrics_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketMetricsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketMetricsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketMetricsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketNotificationConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketNotificationConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketNotificationConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketOwnershipControlsOutput {
    pub ownership_controls: Option<OwnershipControls>,
}

impl Shape for GetBucketOwnershipControlsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketOwnershipControlsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ownership_controls.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.ownership_controls = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketOwnershipControlsRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketOwnershipControlsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketOwnershipControlsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyOutput {
    pub policy: Option<String>,
}

impl Shape for GetBucketPolicyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketPolicyOutput
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
pub struct GetBucketPolicyRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyStatusOutput {
    pub policy_status: Option<PolicyStatus>,
}

impl Shape for GetBucketPolicyStatusOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketPolicyStatusOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy_status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.policy_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketPolicyStatusRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketPolicyStatusRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketPolicyStatusRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketReplicationOutput {
    pub replication_configuration: Option<ReplicationConfiguration>,
}

impl Shape for GetBucketReplicationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketReplicationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.replication_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.replication_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketReplicationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketReplicationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketReplicationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketRequestPaymentOutput {
    pub payer: Option<String>,
}

impl Shape for GetBucketRequestPaymentOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketRequestPaymentOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketRequestPaymentRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketRequestPaymentRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketRequestPaymentRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketTaggingOutput {
    pub tag_set: Vec<Tag>,
}

impl Shape for GetBucketTaggingOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketTaggingOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tag_set.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tag_set = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketTaggingRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketVersioningOutput {
    pub status: Option<String>,
    pub mfa_delete: Option<String>,
}

impl Shape for GetBucketVersioningOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketVersioningOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.mfa_delete.write(at, to),
            _ => {}
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
            1 => self.mfa_delete = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketVersioningRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketVersioningRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketVersioningRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketWebsiteOutput {
    pub redirect_all_requests_to: Option<RedirectAllRequestsTo>,
    pub index_document: Option<IndexDocument>,
    pub error_document: Option<ErrorDocument>,
    pub routing_rules: Option<Vec<RoutingRule>>,
}

impl Shape for GetBucketWebsiteOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketWebsiteOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.redirect_all_requests_to.write(at, to),
            1 => self.index_document.write(at, to),
            2 => self.error_document.write(at, to),
            3 => self.routing_rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.redirect_all_requests_to = Read::read(at, from)?,
            1 => self.index_document = Read::read(at, from)?,
            2 => self.error_document = Read::read(at, from)?,
            3 => self.routing_rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetBucketWebsiteRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetBucketWebsiteRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetBucketWebsiteRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAclOutput {
    pub owner: Option<Owner>,
    pub grants: Option<Vec<Grant>>,
    pub request_charged: Option<String>,
}

impl Shape for GetObjectAclOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectAclOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.owner.write(at, to),
            1 => self.grants.write(at, to),
            2 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.owner = Read::read(at, from)?,
            1 => self.grants = Read::read(at, from)?,
            2 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAclRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectAclRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectAclRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAttributesOutput {
    pub delete_marker: Option<bool>,
    pub last_modified: Option<crate::Timestamp>,
    pub version_id: Option<String>,
    pub request_charged: Option<String>,
    pub etag: Option<String>,
    pub checksum: Option<Checksum>,
    pub object_parts: Option<GetObjectAttributesParts>,
    pub storage_class: Option<String>,
    pub object_size: Option<i64>,
}

impl Shape for GetObjectAttributesOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectAttributesOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.delete_marker.write(at, to),
            1 => self.last_modified.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.request_charged.write(at, to),
            4 => self.etag.write(at, to),
            5 => self.checksum.write(at, to),
            6 => self.object_parts.write(at, to),
            7 => self.storage_class.write(at, to),
            8 => self.object_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.delete_marker = Read::read(at, from)?,
            1 => self.last_modified = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.request_charged = Read::read(at, from)?,
            4 => self.etag = Read::read(at, from)?,
            5 => self.checksum = Read::read(at, from)?,
            6 => self.object_parts = Read::read(at, from)?,
            7 => self.storage_class = Read::read(at, from)?,
            8 => self.object_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAttributesParts {
    pub total_parts_count: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub next_part_number_marker: Option<i32>,
    pub max_parts: Option<i32>,
    pub is_truncated: Option<bool>,
    pub parts: Option<Vec<ObjectPart>>,
}

impl Shape for GetObjectAttributesParts {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectAttributesParts
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.total_parts_count.write(at, to),
            1 => self.part_number_marker.write(at, to),
            2 => self.next_part_number_marker.write(at, to),
            3 => self.max_parts.write(at, to),
            4 => self.is_truncated.write(at, to),
            5 => self.parts.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.total_parts_count = Read::read(at, from)?,
            1 => self.part_number_marker = Read::read(at, from)?,
            2 => self.next_part_number_marker = Read::read(at, from)?,
            3 => self.max_parts = Read::read(at, from)?,
            4 => self.is_truncated = Read::read(at, from)?,
            5 => self.parts = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectAttributesRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub max_parts: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub object_attributes: Vec<String>,
}

impl Shape for GetObjectAttributesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectAttributesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.max_parts.write(at, to),
            4 => self.part_number_marker.write(at, to),
            5 => self.sse_customer_algorithm.write(at, to),
            6 => self.sse_customer_key.write(at, to),
            7 => self.sse_customer_key_md5.write(at, to),
            8 => self.request_payer.write(at, to),
            9 => self.expected_bucket_owner.write(at, to),
            10 => self.object_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.max_parts = Read::read(at, from)?,
            4 => self.part_number_marker = Read::read(at, from)?,
            5 => self.sse_customer_algorithm = Read::read(at, from)?,
            6 => self.sse_customer_key = Read::read(at, from)?,
            7 => self.sse_customer_key_md5 = Read::read(at, from)?,
            8 => self.request_payer = Read::read(at, from)?,
            9 => self.expected_bucket_owner = Read::read(at, from)?,
            10 => self.object_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLegalHoldOutput {
    pub legal_hold: Option<ObjectLockLegalHold>,
}

impl Shape for GetObjectLegalHoldOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectLegalHoldOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.legal_hold.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.legal_hold = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLegalHoldRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectLegalHoldRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectLegalHoldRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLockConfigurationOutput {
    pub object_lock_configuration: Option<ObjectLockConfiguration>,
}

impl Shape for GetObjectLockConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectLockConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.object_lock_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.object_lock_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectLockConfigurationRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectLockConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectLockConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct GetObjectOutput {
    pub body: ByteStream,
    pub delete_marker: Option<bool>,
    pub accept_ranges: Option<String>,
    pub expiration: Option<String>,
    pub restore: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub content_length: Option<i64>,
    pub etag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub missing_meta: Option<i32>,
    pub version_id: Option<String>,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_range: Option<String>,
    pub content_type: Option<String>,
    pub expires: Option<String>,
    pub website_redirect_location: Option<String>,
    pub server_side_encryption: Option<String>,
    pub metadata: Option<std::collections::BTreeMap<String, String>>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub replication_status: Option<String>,
    pub parts_count: Option<i32>,
    pub tag_count: Option<i32>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<crate::Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
}

impl Shape for GetObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            1 => self.delete_marker.write(at, to),
            2 => self.accept_ranges.write(at, to),
            3 => self.expiration.write(at, to),
            4 => self.restore.write(at, to),
            5 => self.last_modified.write(at, to),
            6 => self.content_length.write(at, to),
            7 => self.etag.write(at, to),
            8 => self.checksum_crc32.write(at, to),
            9 => self.checksum_crc32c.write(at, to),
            10 => self.checksum_crc64nvme.write(at, to),
            11 => self.checksum_sha1.write(at, to),
            12 => self.checksum_sha256.write(at, to),
            13 => self.checksum_sha512.write(at, to),
            14 => self.checksum_md5.write(at, to),
            15 => self.checksum_xxhash64.write(at, to),
            16 => self.checksum_xxhash3.write(at, to),
            17 => self.checksum_xxhash128.write(at, to),
            18 => self.checksum_type.write(at, to),
            19 => self.missing_meta.write(at, to),
            20 => self.version_id.write(at, to),
            21 => self.cache_control.write(at, to),
            22 => self.content_disposition.write(at, to),
            23 => self.content_encoding.write(at, to),
            24 => self.content_language.write(at, to),
            25 => self.content_range.write(at, to),
            26 => self.content_type.write(at, to),
            27 => self.expires.write(at, to),
            28 => self.website_redirect_location.write(at, to),
            29 => self.server_side_encryption.write(at, to),
            30 => self.metadata.write(at, to),
            31 => self.sse_customer_algorithm.write(at, to),
            32 => self.sse_customer_key_md5.write(at, to),
            33 => self.ssekms_key_id.write(at, to),
            34 => self.bucket_key_enabled.write(at, to),
            35 => self.storage_class.write(at, to),
            36 => self.request_charged.write(at, to),
            37 => self.replication_status.write(at, to),
            38 => self.parts_count.write(at, to),
            39 => self.tag_count.write(at, to),
            40 => self.object_lock_mode.write(at, to),
            41 => self.object_lock_retain_until_date.write(at, to),
            42 => self.object_lock_legal_hold_status.write(at, to),
            43 => self.object_lock_event_hold.write(at, to),
            44 => self.object_lock_event_hold_duration_days.write(at, to),
            45 => self.object_lock_event_hold_duration_years.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            1 => self.delete_marker = Read::read(at, from)?,
            2 => self.accept_ranges = Read::read(at, from)?,
            3 => self.expiration = Read::read(at, from)?,
            4 => self.restore = Read::read(at, from)?,
            5 => self.last_modified = Read::read(at, from)?,
            6 => self.content_length = Read::read(at, from)?,
            7 => self.etag = Read::read(at, from)?,
            8 => self.checksum_crc32 = Read::read(at, from)?,
            9 => self.checksum_crc32c = Read::read(at, from)?,
            10 => self.checksum_crc64nvme = Read::read(at, from)?,
            11 => self.checksum_sha1 = Read::read(at, from)?,
            12 => self.checksum_sha256 = Read::read(at, from)?,
            13 => self.checksum_sha512 = Read::read(at, from)?,
            14 => self.checksum_md5 = Read::read(at, from)?,
            15 => self.checksum_xxhash64 = Read::read(at, from)?,
            16 => self.checksum_xxhash3 = Read::read(at, from)?,
            17 => self.checksum_xxhash128 = Read::read(at, from)?,
            18 => self.checksum_type = Read::read(at, from)?,
            19 => self.missing_meta = Read::read(at, from)?,
            20 => self.version_id = Read::read(at, from)?,
            21 => self.cache_control = Read::read(at, from)?,
            22 => self.content_disposition = Read::read(at, from)?,
            23 => self.content_encoding = Read::read(at, from)?,
            24 => self.content_language = Read::read(at, from)?,
            25 => self.content_range = Read::read(at, from)?,
            26 => self.content_type = Read::read(at, from)?,
            27 => self.expires = Read::read(at, from)?,
            28 => self.website_redirect_location = Read::read(at, from)?,
            29 => self.server_side_encryption = Read::read(at, from)?,
            30 => self.metadata = Read::read(at, from)?,
            31 => self.sse_customer_algorithm = Read::read(at, from)?,
            32 => self.sse_customer_key_md5 = Read::read(at, from)?,
            33 => self.ssekms_key_id = Read::read(at, from)?,
            34 => self.bucket_key_enabled = Read::read(at, from)?,
            35 => self.storage_class = Read::read(at, from)?,
            36 => self.request_charged = Read::read(at, from)?,
            37 => self.replication_status = Read::read(at, from)?,
            38 => self.parts_count = Read::read(at, from)?,
            39 => self.tag_count = Read::read(at, from)?,
            40 => self.object_lock_mode = Read::read(at, from)?,
            41 => self.object_lock_retain_until_date = Read::read(at, from)?,
            42 => self.object_lock_legal_hold_status = Read::read(at, from)?,
            43 => self.object_lock_event_hold = Read::read(at, from)?,
            44 => self.object_lock_event_hold_duration_days = Read::read(at, from)?,
            45 => self.object_lock_event_hold_duration_years = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }

    fn stream_mut(&mut self) -> Option<&mut ByteStream> {
        Some(&mut self.body)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectRequest {
    pub bucket: String,
    pub if_match: Option<String>,
    pub if_modified_since: Option<crate::Timestamp>,
    pub if_none_match: Option<String>,
    pub if_unmodified_since: Option<crate::Timestamp>,
    pub key: String,
    pub range: Option<String>,
    pub response_cache_control: Option<String>,
    pub response_content_disposition: Option<String>,
    pub response_content_encoding: Option<String>,
    pub response_content_language: Option<String>,
    pub response_content_type: Option<String>,
    pub response_expires: Option<crate::Timestamp>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub part_number: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_mode: Option<String>,
}

impl Shape for GetObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.if_match.write(at, to),
            2 => self.if_modified_since.write(at, to),
            3 => self.if_none_match.write(at, to),
            4 => self.if_unmodified_since.write(at, to),
            5 => self.key.write(at, to),
            6 => self.range.write(at, to),
            7 => self.response_cache_control.write(at, to),
            8 => self.response_content_disposition.write(at, to),
            9 => self.response_content_encoding.write(at, to),
            10 => self.response_content_language.write(at, to),
            11 => self.response_content_type.write(at, to),
            12 => self.response_expires.write(at, to),
            13 => self.version_id.write(at, to),
            14 => self.sse_customer_algorithm.write(at, to),
            15 => self.sse_customer_key.write(at, to),
            16 => self.sse_customer_key_md5.write(at, to),
            17 => self.request_payer.write(at, to),
            18 => self.part_number.write(at, to),
            19 => self.expected_bucket_owner.write(at, to),
            20 => self.checksum_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.if_match = Read::read(at, from)?,
            2 => self.if_modified_since = Read::read(at, from)?,
            3 => self.if_none_match = Read::read(at, from)?,
            4 => self.if_unmodified_since = Read::read(at, from)?,
            5 => self.key = Read::read(at, from)?,
            6 => self.range = Read::read(at, from)?,
            7 => self.response_cache_control = Read::read(at, from)?,
            8 => self.response_content_disposition = Read::read(at, from)?,
            9 => self.response_content_encoding = Read::read(at, from)?,
            10 => self.response_content_language = Read::read(at, from)?,
            11 => self.response_content_type = Read::read(at, from)?,
            12 => self.response_expires = Read::read(at, from)?,
            13 => self.version_id = Read::read(at, from)?,
            14 => self.sse_customer_algorithm = Read::read(at, from)?,
            15 => self.sse_customer_key = Read::read(at, from)?,
            16 => self.sse_customer_key_md5 = Read::read(at, from)?,
            17 => self.request_payer = Read::read(at, from)?,
            18 => self.part_number = Read::read(at, from)?,
            19 => self.expected_bucket_owner = Read::read(at, from)?,
            20 => self.checksum_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectRetentionOutput {
    pub retention: Option<ObjectLockRetention>,
}

impl Shape for GetObjectRetentionOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectRetentionOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.retention.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.retention = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectRetentionRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetObjectRetentionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectRetentionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectTaggingOutput {
    pub version_id: Option<String>,
    pub tag_set: Vec<Tag>,
}

impl Shape for GetObjectTaggingOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectTaggingOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.version_id.write(at, to),
            1 => self.tag_set.write(at, to),
            _ => {}
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
            1 => self.tag_set = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for GetObjectTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetObjectTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            4 => self.request_payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            4 => self.request_payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPublicAccessBlockOutput {
    pub public_access_block_configuration: Option<PublicAccessBlockConfiguration>,
}

impl Shape for GetPublicAccessBlockOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPublicAccessBlockOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.public_access_block_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.public_access_block_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPublicAccessBlockRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for GetPublicAccessBlockRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPublicAccessBlockRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlacierJobParameters {
    pub tier: String,
}

impl Shape for GlacierJobParameters {
    fn schema(&self) -> &'static Structure {
        &schemas::GlacierJobParameters
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grant {
    pub grantee: Option<Grantee>,
    pub permission: Option<String>,
}

impl Shape for Grant {
    fn schema(&self) -> &'static Structure {
        &schemas::Grant
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grantee.write(at, to),
            1 => self.permission.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.grantee = Read::read(at, from)?,
            1 => self.permission = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grantee {
    pub display_name: Option<String>,
    pub email_address: Option<String>,
    pub id: Option<String>,
    pub r#type: String,
    pub uri: Option<String>,
}

impl Shape for Grantee {
    fn schema(&self) -> &'static Structure {
        &schemas::Grantee
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.display_name.write(at, to),
            1 => self.email_address.write(at, to),
            2 => self.id.write(at, to),
            3 => self.r#type.write(at, to),
            4 => self.uri.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.display_name = Read::read(at, from)?,
            1 => self.email_address = Read::read(at, from)?,
            2 => self.id = Read::read(at, from)?,
            3 => self.r#type = Read::read(at, from)?,
            4 => self.uri = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadBucketOutput {
    pub bucket_arn: Option<String>,
    pub bucket_location_type: Option<String>,
    pub bucket_location_name: Option<String>,
    pub bucket_region: Option<String>,
    pub access_point_alias: Option<bool>,
}

impl Shape for HeadBucketOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::HeadBucketOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket_arn.write(at, to),
            1 => self.bucket_location_type.write(at, to),
            2 => self.bucket_location_name.write(at, to),
            3 => self.bucket_region.write(at, to),
            4 => self.access_point_alias.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket_arn = Read::read(at, from)?,
            1 => self.bucket_location_type = Read::read(at, from)?,
            2 => self.bucket_location_name = Read::read(at, from)?,
            3 => self.bucket_region = Read::read(at, from)?,
            4 => self.access_point_alias = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadBucketRequest {
    pub bucket: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for HeadBucketRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::HeadBucketRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadObjectOutput {
    pub delete_marker: Option<bool>,
    pub accept_ranges: Option<String>,
    pub expiration: Option<String>,
    pub restore: Option<String>,
    pub archive_status: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub content_length: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub etag: Option<String>,
    pub missing_meta: Option<i32>,
    pub version_id: Option<String>,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_type: Option<String>,
    pub content_range: Option<String>,
    pub expires: Option<String>,
    pub website_redirect_location: Option<String>,
    pub server_side_encryption: Option<String>,
    pub metadata: Option<std::collections::BTreeMap<String, String>>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub replication_status: Option<String>,
    pub parts_count: Option<i32>,
    pub tag_count: Option<i32>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<crate::Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
}

impl Shape for HeadObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::HeadObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.delete_marker.write(at, to),
            1 => self.accept_ranges.write(at, to),
            2 => self.expiration.write(at, to),
            3 => self.restore.write(at, to),
            4 => self.archive_status.write(at, to),
            5 => self.last_modified.write(at, to),
            6 => self.content_length.write(at, to),
            7 => self.checksum_crc32.write(at, to),
            8 => self.checksum_crc32c.write(at, to),
            9 => self.checksum_crc64nvme.write(at, to),
            10 => self.checksum_sha1.write(at, to),
            11 => self.checksum_sha256.write(at, to),
            12 => self.checksum_sha512.write(at, to),
            13 => self.checksum_md5.write(at, to),
            14 => self.checksum_xxhash64.write(at, to),
            15 => self.checksum_xxhash3.write(at, to),
            16 => self.checksum_xxhash128.write(at, to),
            17 => self.checksum_type.write(at, to),
            18 => self.etag.write(at, to),
            19 => self.missing_meta.write(at, to),
            20 => self.version_id.write(at, to),
            21 => self.cache_control.write(at, to),
            22 => self.content_disposition.write(at, to),
            23 => self.content_encoding.write(at, to),
            24 => self.content_language.write(at, to),
            25 => self.content_type.write(at, to),
            26 => self.content_range.write(at, to),
            27 => self.expires.write(at, to),
            28 => self.website_redirect_location.write(at, to),
            29 => self.server_side_encryption.write(at, to),
            30 => self.metadata.write(at, to),
            31 => self.sse_customer_algorithm.write(at, to),
            32 => self.sse_customer_key_md5.write(at, to),
            33 => self.ssekms_key_id.write(at, to),
            34 => self.bucket_key_enabled.write(at, to),
            35 => self.storage_class.write(at, to),
            36 => self.request_charged.write(at, to),
            37 => self.replication_status.write(at, to),
            38 => self.parts_count.write(at, to),
            39 => self.tag_count.write(at, to),
            40 => self.object_lock_mode.write(at, to),
            41 => self.object_lock_retain_until_date.write(at, to),
            42 => self.object_lock_legal_hold_status.write(at, to),
            43 => self.object_lock_event_hold.write(at, to),
            44 => self.object_lock_event_hold_duration_days.write(at, to),
            45 => self.object_lock_event_hold_duration_years.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.delete_marker = Read::read(at, from)?,
            1 => self.accept_ranges = Read::read(at, from)?,
            2 => self.expiration = Read::read(at, from)?,
            3 => self.restore = Read::read(at, from)?,
            4 => self.archive_status = Read::read(at, from)?,
            5 => self.last_modified = Read::read(at, from)?,
            6 => self.content_length = Read::read(at, from)?,
            7 => self.checksum_crc32 = Read::read(at, from)?,
            8 => self.checksum_crc32c = Read::read(at, from)?,
            9 => self.checksum_crc64nvme = Read::read(at, from)?,
            10 => self.checksum_sha1 = Read::read(at, from)?,
            11 => self.checksum_sha256 = Read::read(at, from)?,
            12 => self.checksum_sha512 = Read::read(at, from)?,
            13 => self.checksum_md5 = Read::read(at, from)?,
            14 => self.checksum_xxhash64 = Read::read(at, from)?,
            15 => self.checksum_xxhash3 = Read::read(at, from)?,
            16 => self.checksum_xxhash128 = Read::read(at, from)?,
            17 => self.checksum_type = Read::read(at, from)?,
            18 => self.etag = Read::read(at, from)?,
            19 => self.missing_meta = Read::read(at, from)?,
            20 => self.version_id = Read::read(at, from)?,
            21 => self.cache_control = Read::read(at, from)?,
            22 => self.content_disposition = Read::read(at, from)?,
            23 => self.content_encoding = Read::read(at, from)?,
            24 => self.content_language = Read::read(at, from)?,
            25 => self.content_type = Read::read(at, from)?,
            26 => self.content_range = Read::read(at, from)?,
            27 => self.expires = Read::read(at, from)?,
            28 => self.website_redirect_location = Read::read(at, from)?,
            29 => self.server_side_encryption = Read::read(at, from)?,
            30 => self.metadata = Read::read(at, from)?,
            31 => self.sse_customer_algorithm = Read::read(at, from)?,
            32 => self.sse_customer_key_md5 = Read::read(at, from)?,
            33 => self.ssekms_key_id = Read::read(at, from)?,
            34 => self.bucket_key_enabled = Read::read(at, from)?,
            35 => self.storage_class = Read::read(at, from)?,
            36 => self.request_charged = Read::read(at, from)?,
            37 => self.replication_status = Read::read(at, from)?,
            38 => self.parts_count = Read::read(at, from)?,
            39 => self.tag_count = Read::read(at, from)?,
            40 => self.object_lock_mode = Read::read(at, from)?,
            41 => self.object_lock_retain_until_date = Read::read(at, from)?,
            42 => self.object_lock_legal_hold_status = Read::read(at, from)?,
            43 => self.object_lock_event_hold = Read::read(at, from)?,
            44 => self.object_lock_event_hold_duration_days = Read::read(at, from)?,
            45 => self.object_lock_event_hold_duration_years = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadObjectRequest {
    pub bucket: String,
    pub if_match: Option<String>,
    pub if_modified_since: Option<crate::Timestamp>,
    pub if_none_match: Option<String>,
    pub if_unmodified_since: Option<crate::Timestamp>,
    pub key: String,
    pub range: Option<String>,
    pub response_cache_control: Option<String>,
    pub response_content_disposition: Option<String>,
    pub response_content_encoding: Option<String>,
    pub response_content_language: Option<String>,
    pub response_content_type: Option<String>,
    pub response_expires: Option<crate::Timestamp>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub part_number: Option<i32>,
    pub expected_bucket_owner: Option<String>,
    pub checksum_mode: Option<String>,
}

impl Shape for HeadObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::HeadObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.if_match.write(at, to),
            2 => self.if_modified_since.write(at, to),
            3 => self.if_none_match.write(at, to),
            4 => self.if_unmodified_since.write(at, to),
            5 => self.key.write(at, to),
            6 => self.range.write(at, to),
            7 => self.response_cache_control.write(at, to),
            8 => self.response_content_disposition.write(at, to),
            9 => self.response_content_encoding.write(at, to),
            10 => self.response_content_language.write(at, to),
            11 => self.response_content_type.write(at, to),
            12 => self.response_expires.write(at, to),
            13 => self.version_id.write(at, to),
            14 => self.sse_customer_algorithm.write(at, to),
            15 => self.sse_customer_key.write(at, to),
            16 => self.sse_customer_key_md5.write(at, to),
            17 => self.request_payer.write(at, to),
            18 => self.part_number.write(at, to),
            19 => self.expected_bucket_owner.write(at, to),
            20 => self.checksum_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.if_match = Read::read(at, from)?,
            2 => self.if_modified_since = Read::read(at, from)?,
            3 => self.if_none_match = Read::read(at, from)?,
            4 => self.if_unmodified_since = Read::read(at, from)?,
            5 => self.key = Read::read(at, from)?,
            6 => self.range = Read::read(at, from)?,
            7 => self.response_cache_control = Read::read(at, from)?,
            8 => self.response_content_disposition = Read::read(at, from)?,
            9 => self.response_content_encoding = Read::read(at, from)?,
            10 => self.response_content_language = Read::read(at, from)?,
            11 => self.response_content_type = Read::read(at, from)?,
            12 => self.response_expires = Read::read(at, from)?,
            13 => self.version_id = Read::read(at, from)?,
            14 => self.sse_customer_algorithm = Read::read(at, from)?,
            15 => self.sse_customer_key = Read::read(at, from)?,
            16 => self.sse_customer_key_md5 = Read::read(at, from)?,
            17 => self.request_payer = Read::read(at, from)?,
            18 => self.part_number = Read::read(at, from)?,
            19 => self.expected_bucket_owner = Read::read(at, from)?,
            20 => self.checksum_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexDocument {
    pub suffix: String,
}

impl Shape for IndexDocument {
    fn schema(&self) -> &'static Structure {
        &schemas::IndexDocument
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.suffix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.suffix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Initiator {
    pub id: Option<String>,
    pub display_name: Option<String>,
}

impl Shape for Initiator {
    fn schema(&self) -> &'static Structure {
        &schemas::Initiator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.display_name.write(at, to),
            _ => {}
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
            1 => self.display_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputSerialization {
    pub csv: Option<CSVInput>,
    pub compression_type: Option<String>,
    pub json: Option<JSONInput>,
    pub parquet: Option<ParquetInput>,
}

impl Shape for InputSerialization {
    fn schema(&self) -> &'static Structure {
        &schemas::InputSerialization
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.csv.write(at, to),
            1 => self.compression_type.write(at, to),
            2 => self.json.write(at, to),
            3 => self.parquet.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.csv = Read::read(at, from)?,
            1 => self.compression_type = Read::read(at, from)?,
            2 => self.json = Read::read(at, from)?,
            3 => self.parquet = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntelligentTieringAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for IntelligentTieringAndOperator {
    fn schema(&self) -> &'static Structure {
        &schemas::IntelligentTieringAndOperator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
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
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntelligentTieringConfiguration {
    pub id: String,
    pub filter: Option<IntelligentTieringFilter>,
    pub status: String,
    pub tierings: Vec<Tiering>,
}

impl Shape for IntelligentTieringConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::IntelligentTieringConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.filter.write(at, to),
            2 => self.status.write(at, to),
            3 => self.tierings.write(at, to),
            _ => {}
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
            1 => self.filter = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            3 => self.tierings = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntelligentTieringFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub and: Option<IntelligentTieringAndOperator>,
}

impl Shape for IntelligentTieringFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::IntelligentTieringFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tag.write(at, to),
            2 => self.and.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tag = Read::read(at, from)?,
            2 => self.and = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventoryConfiguration {
    pub destination: InventoryDestination,
    pub is_enabled: bool,
    pub filter: Option<InventoryFilter>,
    pub id: String,
    pub included_object_versions: String,
    pub optional_fields: Option<Vec<String>>,
    pub schedule: InventorySchedule,
}

impl Shape for InventoryConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::InventoryConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.destination.write(at, to),
            1 => self.is_enabled.write(at, to),
            2 => self.filter.write(at, to),
            3 => self.id.write(at, to),
            4 => self.included_object_versions.write(at, to),
            5 => self.optional_fields.write(at, to),
            6 => self.schedule.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.destination = Read::read(at, from)?,
            1 => self.is_enabled = Read::read(at, from)?,
            2 => self.filter = Read::read(at, from)?,
            3 => self.id = Read::read(at, from)?,
            4 => self.included_object_versions = Read::read(at, from)?,
            5 => self.optional_fields = Read::read(at, from)?,
            6 => self.schedule = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventoryDestination {
    pub s3_bucket_destination: InventoryS3BucketDestination,
}

impl Shape for InventoryDestination {
    fn schema(&self) -> &'static Structure {
        &schemas::InventoryDestination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.s3_bucket_destination.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.s3_bucket_destination = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventoryEncryption {
    pub sses3: Option<SSES3>,
    pub ssekms: Option<SSEKMS>,
}

impl Shape for InventoryEncryption {
    fn schema(&self) -> &'static Structure {
        &schemas::InventoryEncryption
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sses3.write(at, to),
            1 => self.ssekms.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.sses3 = Read::read(at, from)?,
            1 => self.ssekms = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventoryFilter {
    pub prefix: String,
}

impl Shape for InventoryFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::InventoryFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventoryS3BucketDestination {
    pub account_id: Option<String>,
    pub bucket: String,
    pub format: String,
    pub prefix: Option<String>,
    pub encryption: Option<InventoryEncryption>,
}

impl Shape for InventoryS3BucketDestination {
    fn schema(&self) -> &'static Structure {
        &schemas::InventoryS3BucketDestination
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_id.write(at, to),
            1 => self.bucket.write(at, to),
            2 => self.format.write(at, to),
            3 => self.prefix.write(at, to),
            4 => self.encryption.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.account_id = Read::read(at, from)?,
            1 => self.bucket = Read::read(at, from)?,
            2 => self.format = Read::read(at, from)?,
            3 => self.prefix = Read::read(at, from)?,
            4 => self.encryption = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InventorySchedule {
    pub frequency: String,
}

impl Shape for InventorySchedule {
    fn schema(&self) -> &'static Structure {
        &schemas::InventorySchedule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.frequency.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.frequency = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JSONInput {
    pub r#type: Option<String>,
}

impl Shape for JSONInput {
    fn schema(&self) -> &'static Structure {
        &schemas::JSONInput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.r#type = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct JSONOutput {
    pub record_delimiter: Option<String>,
}

impl Shape for JSONOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::JSONOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.record_delimiter.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.record_delimiter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LambdaFunctionConfiguration {
    pub id: Option<String>,
    pub lambda_function_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for LambdaFunctionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::LambdaFunctionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.lambda_function_arn.write(at, to),
            2 => self.events.write(at, to),
            3 => self.filter.write(at, to),
            _ => {}
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
            1 => self.lambda_function_arn = Read::read(at, from)?,
            2 => self.events = Read::read(at, from)?,
            3 => self.filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleExpiration {
    pub date: Option<crate::Timestamp>,
    pub days: Option<i32>,
    pub expired_object_delete_marker: Option<bool>,
}

impl Shape for LifecycleExpiration {
    fn schema(&self) -> &'static Structure {
        &schemas::LifecycleExpiration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.date.write(at, to),
            1 => self.days.write(at, to),
            2 => self.expired_object_delete_marker.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.date = Read::read(at, from)?,
            1 => self.days = Read::read(at, from)?,
            2 => self.expired_object_delete_marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRule {
    pub expiration: Option<LifecycleExpiration>,
    pub id: Option<String>,
    pub prefix: Option<String>,
    pub filter: Option<LifecycleRuleFilter>,
    pub status: String,
    pub transitions: Option<Vec<Transition>>,
    pub noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>>,
    pub noncurrent_version_expiration: Option<NoncurrentVersionExpiration>,
    pub abort_incomplete_multipart_upload: Option<AbortIncompleteMultipartUpload>,
}

impl Shape for LifecycleRule {
    fn schema(&self) -> &'static Structure {
        &schemas::LifecycleRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.expiration.write(at, to),
            1 => self.id.write(at, to),
            2 => self.prefix.write(at, to),
            3 => self.filter.write(at, to),
            4 => self.status.write(at, to),
            5 => self.transitions.write(at, to),
            6 => self.noncurrent_version_transitions.write(at, to),
            7 => self.noncurrent_version_expiration.write(at, to),
            8 => self.abort_incomplete_multipart_upload.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.expiration = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.prefix = Read::read(at, from)?,
            3 => self.filter = Read::read(at, from)?,
            4 => self.status = Read::read(at, from)?,
            5 => self.transitions = Read::read(at, from)?,
            6 => self.noncurrent_version_transitions = Read::read(at, from)?,
            7 => self.noncurrent_version_expiration = Read::read(at, from)?,
            8 => self.abort_incomplete_multipart_upload = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRuleAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
}

impl Shape for LifecycleRuleAndOperator {
    fn schema(&self) -> &'static Structure {
        &schemas::LifecycleRuleAndOperator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tags.write(at, to),
            2 => self.object_size_greater_than.write(at, to),
            3 => self.object_size_less_than.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            2 => self.object_size_greater_than = Read::read(at, from)?,
            3 => self.object_size_less_than = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LifecycleRuleFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub object_size_greater_than: Option<i64>,
    pub object_size_less_than: Option<i64>,
    pub and: Option<LifecycleRuleAndOperator>,
}

impl Shape for LifecycleRuleFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::LifecycleRuleFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tag.write(at, to),
            2 => self.object_size_greater_than.write(at, to),
            3 => self.object_size_less_than.write(at, to),
            4 => self.and.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tag = Read::read(at, from)?,
            2 => self.object_size_greater_than = Read::read(at, from)?,
            3 => self.object_size_less_than = Read::read(at, from)?,
            4 => self.and = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketAnalyticsConfigurationsOutput {
    pub is_truncated: Option<bool>,
    pub continuation_token: Option<String>,
    pub next_continuation_token: Option<String>,
    pub analytics_configuration_list: Option<Vec<AnalyticsConfiguration>>,
}

impl Shape for ListBucketAnalyticsConfigurationsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketAnalyticsConfigurationsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.next_continuation_token.write(at, to),
            3 => self.analytics_configuration_list.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.next_continuation_token = Read::read(at, from)?,
            3 => self.analytics_configuration_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketAnalyticsConfigurationsRequest {
    pub bucket: String,
    pub continuation_token: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for ListBucketAnalyticsConfigurationsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketAnalyticsConfigurationsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketIntelligentTieringConfigurationsOutput {
    pub is_truncated: Option<bool>,
    pub continuation_token: Option<String>,
    pub next_continuation_token: Option<String>,
    pub intelligent_tiering_configuration_list: Option<Vec<IntelligentTieringConfiguration>>,
}

impl Shape for ListBucketIntelligentTieringConfigurationsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketIntelligentTieringConfigurationsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.next_continuation_token.write(at, to),
            3 => self.intelligent_tiering_configuration_list.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.next_continuation_token = Read::read(at, from)?,
            3 => self.intelligent_tiering_configuration_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketIntelligentTieringConfigurationsRequest {
    pub bucket: String,
    pub continuation_token: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for ListBucketIntelligentTieringConfigurationsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketIntelligentTieringConfigurationsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketInventoryConfigurationsOutput {
    pub continuation_token: Option<String>,
    pub inventory_configuration_list: Option<Vec<InventoryConfiguration>>,
    pub is_truncated: Option<bool>,
    pub next_continuation_token: Option<String>,
}

impl Shape for ListBucketInventoryConfigurationsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketInventoryConfigurationsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.continuation_token.write(at, to),
            1 => self.inventory_configuration_list.write(at, to),
            2 => self.is_truncated.write(at, to),
            3 => self.next_continuation_token.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.continuation_token = Read::read(at, from)?,
            1 => self.inventory_configuration_list = Read::read(at, from)?,
            2 => self.is_truncated = Read::read(at, from)?,
            3 => self.next_continuation_token = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketInventoryConfigurationsRequest {
    pub bucket: String,
    pub continuation_token: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for ListBucketInventoryConfigurationsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketInventoryConfigurationsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketMetricsConfigurationsOutput {
    pub is_truncated: Option<bool>,
    pub continuation_token: Option<String>,
    pub next_continuation_token: Option<String>,
    pub metrics_configuration_list: Option<Vec<MetricsConfiguration>>,
}

impl Shape for ListBucketMetricsConfigurationsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketMetricsConfigurationsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.next_continuation_token.write(at, to),
            3 => self.metrics_configuration_list.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.next_continuation_token = Read::read(at, from)?,
            3 => self.metrics_configuration_list = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketMetricsConfigurationsRequest {
    pub bucket: String,
    pub continuation_token: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for ListBucketMetricsConfigurationsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketMetricsConfigurationsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketsOutput {
    pub owner: Option<Owner>,
    pub buckets: Option<Vec<Bucket>>,
    pub continuation_token: Option<String>,
    pub prefix: Option<String>,
}

impl Shape for ListBucketsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.owner.write(at, to),
            1 => self.buckets.write(at, to),
            2 => self.continuation_token.write(at, to),
            3 => self.prefix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.owner = Read::read(at, from)?,
            1 => self.buckets = Read::read(at, from)?,
            2 => self.continuation_token = Read::read(at, from)?,
            3 => self.prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListBucketsRequest {
    pub max_buckets: Option<i32>,
    pub continuation_token: Option<String>,
    pub prefix: Option<String>,
    pub bucket_region: Option<String>,
}

impl Shape for ListBucketsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListBucketsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.max_buckets.write(at, to),
            1 => self.continuation_token.write(at, to),
            2 => self.prefix.write(at, to),
            3 => self.bucket_region.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.max_buckets = Read::read(at, from)?,
            1 => self.continuation_token = Read::read(at, from)?,
            2 => self.prefix = Read::read(at, from)?,
            3 => self.bucket_region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMultipartUploadsOutput {
    pub bucket: Option<String>,
    pub key_marker: Option<String>,
    pub upload_id_marker: Option<String>,
    pub next_key_marker: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub next_upload_id_marker: Option<String>,
    pub max_uploads: Option<i32>,
    pub is_truncated: Option<bool>,
    pub uploads: Option<Vec<MultipartUpload>>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListMultipartUploadsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMultipartUploadsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key_marker.write(at, to),
            2 => self.upload_id_marker.write(at, to),
            3 => self.next_key_marker.write(at, to),
            4 => self.prefix.write(at, to),
            5 => self.delimiter.write(at, to),
            6 => self.next_upload_id_marker.write(at, to),
            7 => self.max_uploads.write(at, to),
            8 => self.is_truncated.write(at, to),
            9 => self.uploads.write(at, to),
            10 => self.common_prefixes.write(at, to),
            11 => self.encoding_type.write(at, to),
            12 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key_marker = Read::read(at, from)?,
            2 => self.upload_id_marker = Read::read(at, from)?,
            3 => self.next_key_marker = Read::read(at, from)?,
            4 => self.prefix = Read::read(at, from)?,
            5 => self.delimiter = Read::read(at, from)?,
            6 => self.next_upload_id_marker = Read::read(at, from)?,
            7 => self.max_uploads = Read::read(at, from)?,
            8 => self.is_truncated = Read::read(at, from)?,
            9 => self.uploads = Read::read(at, from)?,
            10 => self.common_prefixes = Read::read(at, from)?,
            11 => self.encoding_type = Read::read(at, from)?,
            12 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListMultipartUploadsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub key_marker: Option<String>,
    pub max_uploads: Option<i32>,
    pub prefix: Option<String>,
    pub upload_id_marker: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for ListMultipartUploadsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListMultipartUploadsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.delimiter.write(at, to),
            2 => self.encoding_type.write(at, to),
            3 => self.key_marker.write(at, to),
            4 => self.max_uploads.write(at, to),
            5 => self.prefix.write(at, to),
            6 => self.upload_id_marker.write(at, to),
            7 => self.expected_bucket_owner.write(at, to),
            8 => self.request_payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.delimiter = Read::read(at, from)?,
            2 => self.encoding_type = Read::read(at, from)?,
            3 => self.key_marker = Read::read(at, from)?,
            4 => self.max_uploads = Read::read(at, from)?,
            5 => self.prefix = Read::read(at, from)?,
            6 => self.upload_id_marker = Read::read(at, from)?,
            7 => self.expected_bucket_owner = Read::read(at, from)?,
            8 => self.request_payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectVersionsOutput {
    pub is_truncated: Option<bool>,
    pub key_marker: Option<String>,
    pub version_id_marker: Option<String>,
    pub next_key_marker: Option<String>,
    pub next_version_id_marker: Option<String>,
    pub versions: Option<Vec<ObjectVersion>>,
    pub delete_markers: Option<Vec<DeleteMarkerEntry>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
}

impl Shape for ListObjectVersionsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectVersionsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.key_marker.write(at, to),
            2 => self.version_id_marker.write(at, to),
            3 => self.next_key_marker.write(at, to),
            4 => self.next_version_id_marker.write(at, to),
            5 => self.versions.write(at, to),
            6 => self.delete_markers.write(at, to),
            7 => self.name.write(at, to),
            8 => self.prefix.write(at, to),
            9 => self.delimiter.write(at, to),
            10 => self.max_keys.write(at, to),
            11 => self.common_prefixes.write(at, to),
            12 => self.encoding_type.write(at, to),
            13 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.key_marker = Read::read(at, from)?,
            2 => self.version_id_marker = Read::read(at, from)?,
            3 => self.next_key_marker = Read::read(at, from)?,
            4 => self.next_version_id_marker = Read::read(at, from)?,
            5 => self.versions = Read::read(at, from)?,
            6 => self.delete_markers = Read::read(at, from)?,
            7 => self.name = Read::read(at, from)?,
            8 => self.prefix = Read::read(at, from)?,
            9 => self.delimiter = Read::read(at, from)?,
            10 => self.max_keys = Read::read(at, from)?,
            11 => self.common_prefixes = Read::read(at, from)?,
            12 => self.encoding_type = Read::read(at, from)?,
            13 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectVersionsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub key_marker: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub version_id_marker: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectVersionsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectVersionsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.delimiter.write(at, to),
            2 => self.encoding_type.write(at, to),
            3 => self.key_marker.write(at, to),
            4 => self.max_keys.write(at, to),
            5 => self.prefix.write(at, to),
            6 => self.version_id_marker.write(at, to),
            7 => self.expected_bucket_owner.write(at, to),
            8 => self.request_payer.write(at, to),
            9 => self.optional_object_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.delimiter = Read::read(at, from)?,
            2 => self.encoding_type = Read::read(at, from)?,
            3 => self.key_marker = Read::read(at, from)?,
            4 => self.max_keys = Read::read(at, from)?,
            5 => self.prefix = Read::read(at, from)?,
            6 => self.version_id_marker = Read::read(at, from)?,
            7 => self.expected_bucket_owner = Read::read(at, from)?,
            8 => self.request_payer = Read::read(at, from)?,
            9 => self.optional_object_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsOutput {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub next_marker: Option<String>,
    pub contents: Option<Vec<Object>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub request_charged: Option<String>,
    pub bucket_region: Option<String>,
}

impl Shape for ListObjectsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.next_marker.write(at, to),
            3 => self.contents.write(at, to),
            4 => self.name.write(at, to),
            5 => self.prefix.write(at, to),
            6 => self.delimiter.write(at, to),
            7 => self.max_keys.write(at, to),
            8 => self.common_prefixes.write(at, to),
            9 => self.encoding_type.write(at, to),
            10 => self.request_charged.write(at, to),
            11 => self.bucket_region.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.next_marker = Read::read(at, from)?,
            3 => self.contents = Read::read(at, from)?,
            4 => self.name = Read::read(at, from)?,
            5 => self.prefix = Read::read(at, from)?,
            6 => self.delimiter = Read::read(at, from)?,
            7 => self.max_keys = Read::read(at, from)?,
            8 => self.common_prefixes = Read::read(at, from)?,
            9 => self.encoding_type = Read::read(at, from)?,
            10 => self.request_charged = Read::read(at, from)?,
            11 => self.bucket_region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsRequest {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub marker: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.delimiter.write(at, to),
            2 => self.encoding_type.write(at, to),
            3 => self.marker.write(at, to),
            4 => self.max_keys.write(at, to),
            5 => self.prefix.write(at, to),
            6 => self.request_payer.write(at, to),
            7 => self.expected_bucket_owner.write(at, to),
            8 => self.optional_object_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.delimiter = Read::read(at, from)?,
            2 => self.encoding_type = Read::read(at, from)?,
            3 => self.marker = Read::read(at, from)?,
            4 => self.max_keys = Read::read(at, from)?,
            5 => self.prefix = Read::read(at, from)?,
            6 => self.request_payer = Read::read(at, from)?,
            7 => self.expected_bucket_owner = Read::read(at, from)?,
            8 => self.optional_object_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsV2Output {
    pub is_truncated: Option<bool>,
    pub contents: Option<Vec<Object>>,
    pub name: Option<String>,
    pub prefix: Option<String>,
    pub delimiter: Option<String>,
    pub max_keys: Option<i32>,
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    pub encoding_type: Option<String>,
    pub key_count: Option<i32>,
    pub continuation_token: Option<String>,
    pub next_continuation_token: Option<String>,
    pub start_after: Option<String>,
    pub request_charged: Option<String>,
    pub bucket_region: Option<String>,
}

impl Shape for ListObjectsV2Output {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectsV2Output
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_truncated.write(at, to),
            1 => self.contents.write(at, to),
            2 => self.name.write(at, to),
            3 => self.prefix.write(at, to),
            4 => self.delimiter.write(at, to),
            5 => self.max_keys.write(at, to),
            6 => self.common_prefixes.write(at, to),
            7 => self.encoding_type.write(at, to),
            8 => self.key_count.write(at, to),
            9 => self.continuation_token.write(at, to),
            10 => self.next_continuation_token.write(at, to),
            11 => self.start_after.write(at, to),
            12 => self.request_charged.write(at, to),
            13 => self.bucket_region.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_truncated = Read::read(at, from)?,
            1 => self.contents = Read::read(at, from)?,
            2 => self.name = Read::read(at, from)?,
            3 => self.prefix = Read::read(at, from)?,
            4 => self.delimiter = Read::read(at, from)?,
            5 => self.max_keys = Read::read(at, from)?,
            6 => self.common_prefixes = Read::read(at, from)?,
            7 => self.encoding_type = Read::read(at, from)?,
            8 => self.key_count = Read::read(at, from)?,
            9 => self.continuation_token = Read::read(at, from)?,
            10 => self.next_continuation_token = Read::read(at, from)?,
            11 => self.start_after = Read::read(at, from)?,
            12 => self.request_charged = Read::read(at, from)?,
            13 => self.bucket_region = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListObjectsV2Request {
    pub bucket: String,
    pub delimiter: Option<String>,
    pub encoding_type: Option<String>,
    pub max_keys: Option<i32>,
    pub prefix: Option<String>,
    pub continuation_token: Option<String>,
    pub fetch_owner: Option<bool>,
    pub start_after: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub optional_object_attributes: Option<Vec<String>>,
}

impl Shape for ListObjectsV2Request {
    fn schema(&self) -> &'static Structure {
        &schemas::ListObjectsV2Request
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.delimiter.write(at, to),
            2 => self.encoding_type.write(at, to),
            3 => self.max_keys.write(at, to),
            4 => self.prefix.write(at, to),
            5 => self.continuation_token.write(at, to),
            6 => self.fetch_owner.write(at, to),
            7 => self.start_after.write(at, to),
            8 => self.request_payer.write(at, to),
            9 => self.expected_bucket_owner.write(at, to),
            10 => self.optional_object_attributes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.delimiter = Read::read(at, from)?,
            2 => self.encoding_type = Read::read(at, from)?,
            3 => self.max_keys = Read::read(at, from)?,
            4 => self.prefix = Read::read(at, from)?,
            5 => self.continuation_token = Read::read(at, from)?,
            6 => self.fetch_owner = Read::read(at, from)?,
            7 => self.start_after = Read::read(at, from)?,
            8 => self.request_payer = Read::read(at, from)?,
            9 => self.expected_bucket_owner = Read::read(at, from)?,
            10 => self.optional_object_attributes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPartsOutput {
    pub abort_date: Option<crate::Timestamp>,
    pub abort_rule_id: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub upload_id: Option<String>,
    pub part_number_marker: Option<i32>,
    pub next_part_number_marker: Option<i32>,
    pub max_parts: Option<i32>,
    pub is_truncated: Option<bool>,
    pub parts: Option<Vec<Part>>,
    pub initiator: Option<Initiator>,
    pub owner: Option<Owner>,
    pub storage_class: Option<String>,
    pub request_charged: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for ListPartsOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPartsOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.abort_date.write(at, to),
            1 => self.abort_rule_id.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.key.write(at, to),
            4 => self.upload_id.write(at, to),
            5 => self.part_number_marker.write(at, to),
            6 => self.next_part_number_marker.write(at, to),
            7 => self.max_parts.write(at, to),
            8 => self.is_truncated.write(at, to),
            9 => self.parts.write(at, to),
            10 => self.initiator.write(at, to),
            11 => self.owner.write(at, to),
            12 => self.storage_class.write(at, to),
            13 => self.request_charged.write(at, to),
            14 => self.checksum_algorithm.write(at, to),
            15 => self.checksum_type.write(at, to),
            16 => self.version_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.abort_date = Read::read(at, from)?,
            1 => self.abort_rule_id = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.key = Read::read(at, from)?,
            4 => self.upload_id = Read::read(at, from)?,
            5 => self.part_number_marker = Read::read(at, from)?,
            6 => self.next_part_number_marker = Read::read(at, from)?,
            7 => self.max_parts = Read::read(at, from)?,
            8 => self.is_truncated = Read::read(at, from)?,
            9 => self.parts = Read::read(at, from)?,
            10 => self.initiator = Read::read(at, from)?,
            11 => self.owner = Read::read(at, from)?,
            12 => self.storage_class = Read::read(at, from)?,
            13 => self.request_charged = Read::read(at, from)?,
            14 => self.checksum_algorithm = Read::read(at, from)?,
            15 => self.checksum_type = Read::read(at, from)?,
            16 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListPartsRequest {
    pub bucket: String,
    pub key: String,
    pub max_parts: Option<i32>,
    pub part_number_marker: Option<i32>,
    pub upload_id: String,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
}

impl Shape for ListPartsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListPartsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.max_parts.write(at, to),
            3 => self.part_number_marker.write(at, to),
            4 => self.upload_id.write(at, to),
            5 => self.request_payer.write(at, to),
            6 => self.expected_bucket_owner.write(at, to),
            7 => self.sse_customer_algorithm.write(at, to),
            8 => self.sse_customer_key.write(at, to),
            9 => self.sse_customer_key_md5.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.max_parts = Read::read(at, from)?,
            3 => self.part_number_marker = Read::read(at, from)?,
            4 => self.upload_id = Read::read(at, from)?,
            5 => self.request_payer = Read::read(at, from)?,
            6 => self.expected_bucket_owner = Read::read(at, from)?,
            7 => self.sse_customer_algorithm = Read::read(at, from)?,
            8 => self.sse_customer_key = Read::read(at, from)?,
            9 => self.sse_customer_key_md5 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocationInfo {
    pub r#type: Option<String>,
    pub name: Option<String>,
}

impl Shape for LocationInfo {
    fn schema(&self) -> &'static Structure {
        &schemas::LocationInfo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
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
            0 => self.r#type = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoggingEnabled {
    pub target_bucket: String,
    pub target_grants: Option<Vec<TargetGrant>>,
    pub target_prefix: String,
    pub target_object_key_format: Option<TargetObjectKeyFormat>,
}

impl Shape for LoggingEnabled {
    fn schema(&self) -> &'static Structure {
        &schemas::LoggingEnabled
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.target_bucket.write(at, to),
            1 => self.target_grants.write(at, to),
            2 => self.target_prefix.write(at, to),
            3 => self.target_object_key_format.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.target_bucket = Read::read(at, from)?,
            1 => self.target_grants = Read::read(at, from)?,
            2 => self.target_prefix = Read::read(at, from)?,
            3 => self.target_object_key_format = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetadataEntry {
    pub name: Option<String>,
    pub value: Option<String>,
}

impl Shape for MetadataEntry {
    fn schema(&self) -> &'static Structure {
        &schemas::MetadataEntry
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.name.write(at, to),
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
            0 => self.name = Read::read(at, from)?,
            1 => self.value = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metrics {
    pub status: String,
    pub event_threshold: Option<ReplicationTimeValue>,
}

impl Shape for Metrics {
    fn schema(&self) -> &'static Structure {
        &schemas::Metrics
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.event_threshold.write(at, to),
            _ => {}
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
            1 => self.event_threshold = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricsAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub access_point_arn: Option<String>,
}

impl Shape for MetricsAndOperator {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricsAndOperator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tags.write(at, to),
            2 => self.access_point_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            2 => self.access_point_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricsConfiguration {
    pub id: String,
    pub filter: Option<MetricsFilter>,
}

impl Shape for MetricsConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricsConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.filter.write(at, to),
            _ => {}
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
            1 => self.filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MetricsFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub access_point_arn: Option<String>,
    pub and: Option<MetricsAndOperator>,
}

impl Shape for MetricsFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::MetricsFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tag.write(at, to),
            2 => self.access_point_arn.write(at, to),
            3 => self.and.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tag = Read::read(at, from)?,
            2 => self.access_point_arn = Read::read(at, from)?,
            3 => self.and = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MultipartUpload {
    pub upload_id: Option<String>,
    pub key: Option<String>,
    pub initiated: Option<crate::Timestamp>,
    pub storage_class: Option<String>,
    pub owner: Option<Owner>,
    pub initiator: Option<Initiator>,
    pub checksum_algorithm: Option<String>,
    pub checksum_type: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for MultipartUpload {
    fn schema(&self) -> &'static Structure {
        &schemas::MultipartUpload
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.upload_id.write(at, to),
            1 => self.key.write(at, to),
            2 => self.initiated.write(at, to),
            3 => self.storage_class.write(at, to),
            4 => self.owner.write(at, to),
            5 => self.initiator.write(at, to),
            6 => self.checksum_algorithm.write(at, to),
            7 => self.checksum_type.write(at, to),
            8 => self.version_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.upload_id = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.initiated = Read::read(at, from)?,
            3 => self.storage_class = Read::read(at, from)?,
            4 => self.owner = Read::read(at, from)?,
            5 => self.initiator = Read::read(at, from)?,
            6 => self.checksum_algorithm = Read::read(at, from)?,
            7 => self.checksum_type = Read::read(at, from)?,
            8 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoncurrentVersionExpiration {
    pub noncurrent_days: Option<i32>,
    pub newer_noncurrent_versions: Option<i32>,
}

impl Shape for NoncurrentVersionExpiration {
    fn schema(&self) -> &'static Structure {
        &schemas::NoncurrentVersionExpiration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.noncurrent_days.write(at, to),
            1 => self.newer_noncurrent_versions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.noncurrent_days = Read::read(at, from)?,
            1 => self.newer_noncurrent_versions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoncurrentVersionTransition {
    pub noncurrent_days: Option<i32>,
    pub storage_class: Option<String>,
    pub newer_noncurrent_versions: Option<i32>,
}

impl Shape for NoncurrentVersionTransition {
    fn schema(&self) -> &'static Structure {
        &schemas::NoncurrentVersionTransition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.noncurrent_days.write(at, to),
            1 => self.storage_class.write(at, to),
            2 => self.newer_noncurrent_versions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.noncurrent_days = Read::read(at, from)?,
            1 => self.storage_class = Read::read(at, from)?,
            2 => self.newer_noncurrent_versions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotificationConfiguration {
    pub topic_configurations: Option<Vec<TopicConfiguration>>,
    pub queue_configurations: Option<Vec<QueueConfiguration>>,
    pub lambda_function_configurations: Option<Vec<LambdaFunctionConfiguration>>,
    pub event_bridge_configuration: Option<EventBridgeConfiguration>,
}

impl Shape for NotificationConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::NotificationConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.topic_configurations.write(at, to),
            1 => self.queue_configurations.write(at, to),
            2 => self.lambda_function_configurations.write(at, to),
            3 => self.event_bridge_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.topic_configurations = Read::read(at, from)?,
            1 => self.queue_configurations = Read::read(at, from)?,
            2 => self.lambda_function_configurations = Read::read(at, from)?,
            3 => self.event_bridge_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotificationConfigurationFilter {
    pub key: Option<S3KeyFilter>,
}

impl Shape for NotificationConfigurationFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::NotificationConfigurationFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    pub key: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub etag: Option<String>,
    pub checksum_algorithm: Option<Vec<String>>,
    pub checksum_type: Option<String>,
    pub size: Option<i64>,
    pub storage_class: Option<String>,
    pub owner: Option<Owner>,
    pub restore_status: Option<RestoreStatus>,
}

impl Shape for Object {
    fn schema(&self) -> &'static Structure {
        &schemas::Object
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.last_modified.write(at, to),
            2 => self.etag.write(at, to),
            3 => self.checksum_algorithm.write(at, to),
            4 => self.checksum_type.write(at, to),
            5 => self.size.write(at, to),
            6 => self.storage_class.write(at, to),
            7 => self.owner.write(at, to),
            8 => self.restore_status.write(at, to),
            _ => {}
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
            1 => self.last_modified = Read::read(at, from)?,
            2 => self.etag = Read::read(at, from)?,
            3 => self.checksum_algorithm = Read::read(at, from)?,
            4 => self.checksum_type = Read::read(at, from)?,
            5 => self.size = Read::read(at, from)?,
            6 => self.storage_class = Read::read(at, from)?,
            7 => self.owner = Read::read(at, from)?,
            8 => self.restore_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectEncryption {
    pub ssekms: Option<SSEKMSEncryption>,
}

impl Shape for ObjectEncryption {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectEncryption
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.ssekms.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.ssekms = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectIdentifier {
    pub key: String,
    pub version_id: Option<String>,
    pub etag: Option<String>,
    pub last_modified_time: Option<crate::Timestamp>,
    pub size: Option<i64>,
}

impl Shape for ObjectIdentifier {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectIdentifier
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.key.write(at, to),
            1 => self.version_id.write(at, to),
            2 => self.etag.write(at, to),
            3 => self.last_modified_time.write(at, to),
            4 => self.size.write(at, to),
            _ => {}
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
            1 => self.version_id = Read::read(at, from)?,
            2 => self.etag = Read::read(at, from)?,
            3 => self.last_modified_time = Read::read(at, from)?,
            4 => self.size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockConfiguration {
    pub object_lock_enabled: Option<String>,
    pub rule: Option<ObjectLockRule>,
}

impl Shape for ObjectLockConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectLockConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.object_lock_enabled.write(at, to),
            1 => self.rule.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.object_lock_enabled = Read::read(at, from)?,
            1 => self.rule = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockLegalHold {
    pub status: Option<String>,
}

impl Shape for ObjectLockLegalHold {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectLockLegalHold
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockRetention {
    pub mode: Option<String>,
    pub retain_until_date: Option<crate::Timestamp>,
    pub event_hold: Option<String>,
    pub event_hold_duration: Option<EventHoldDuration>,
}

impl Shape for ObjectLockRetention {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectLockRetention
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mode.write(at, to),
            1 => self.retain_until_date.write(at, to),
            2 => self.event_hold.write(at, to),
            3 => self.event_hold_duration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.mode = Read::read(at, from)?,
            1 => self.retain_until_date = Read::read(at, from)?,
            2 => self.event_hold = Read::read(at, from)?,
            3 => self.event_hold_duration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectLockRule {
    pub default_retention: Option<DefaultRetention>,
}

impl Shape for ObjectLockRule {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectLockRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.default_retention.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.default_retention = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectPart {
    pub part_number: Option<i32>,
    pub size: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for ObjectPart {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectPart
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.part_number.write(at, to),
            1 => self.size.write(at, to),
            2 => self.checksum_crc32.write(at, to),
            3 => self.checksum_crc32c.write(at, to),
            4 => self.checksum_crc64nvme.write(at, to),
            5 => self.checksum_sha1.write(at, to),
            6 => self.checksum_sha256.write(at, to),
            7 => self.checksum_sha512.write(at, to),
            8 => self.checksum_md5.write(at, to),
            9 => self.checksum_xxhash64.write(at, to),
            10 => self.checksum_xxhash3.write(at, to),
            11 => self.checksum_xxhash128.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.part_number = Read::read(at, from)?,
            1 => self.size = Read::read(at, from)?,
            2 => self.checksum_crc32 = Read::read(at, from)?,
            3 => self.checksum_crc32c = Read::read(at, from)?,
            4 => self.checksum_crc64nvme = Read::read(at, from)?,
            5 => self.checksum_sha1 = Read::read(at, from)?,
            6 => self.checksum_sha256 = Read::read(at, from)?,
            7 => self.checksum_sha512 = Read::read(at, from)?,
            8 => self.checksum_md5 = Read::read(at, from)?,
            9 => self.checksum_xxhash64 = Read::read(at, from)?,
            10 => self.checksum_xxhash3 = Read::read(at, from)?,
            11 => self.checksum_xxhash128 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectVersion {
    pub etag: Option<String>,
    pub checksum_algorithm: Option<Vec<String>>,
    pub checksum_type: Option<String>,
    pub size: Option<i64>,
    pub storage_class: Option<String>,
    pub key: Option<String>,
    pub version_id: Option<String>,
    pub is_latest: Option<bool>,
    pub last_modified: Option<crate::Timestamp>,
    pub owner: Option<Owner>,
    pub restore_status: Option<RestoreStatus>,
}

impl Shape for ObjectVersion {
    fn schema(&self) -> &'static Structure {
        &schemas::ObjectVersion
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.etag.write(at, to),
            1 => self.checksum_algorithm.write(at, to),
            2 => self.checksum_type.write(at, to),
            3 => self.size.write(at, to),
            4 => self.storage_class.write(at, to),
            5 => self.key.write(at, to),
            6 => self.version_id.write(at, to),
            7 => self.is_latest.write(at, to),
            8 => self.last_modified.write(at, to),
            9 => self.owner.write(at, to),
            10 => self.restore_status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.etag = Read::read(at, from)?,
            1 => self.checksum_algorithm = Read::read(at, from)?,
            2 => self.checksum_type = Read::read(at, from)?,
            3 => self.size = Read::read(at, from)?,
            4 => self.storage_class = Read::read(at, from)?,
            5 => self.key = Read::read(at, from)?,
            6 => self.version_id = Read::read(at, from)?,
            7 => self.is_latest = Read::read(at, from)?,
            8 => self.last_modified = Read::read(at, from)?,
            9 => self.owner = Read::read(at, from)?,
            10 => self.restore_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputLocation {
    pub s3: Option<S3Location>,
}

impl Shape for OutputLocation {
    fn schema(&self) -> &'static Structure {
        &schemas::OutputLocation
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.s3.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.s3 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputSerialization {
    pub csv: Option<CSVOutput>,
    pub json: Option<JSONOutput>,
}

impl Shape for OutputSerialization {
    fn schema(&self) -> &'static Structure {
        &schemas::OutputSerialization
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.csv.write(at, to),
            1 => self.json.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.csv = Read::read(at, from)?,
            1 => self.json = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Owner {
    pub display_name: Option<String>,
    pub id: Option<String>,
}

impl Shape for Owner {
    fn schema(&self) -> &'static Structure {
        &schemas::Owner
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.display_name.write(at, to),
            1 => self.id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.display_name = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnershipControls {
    pub rules: Vec<OwnershipControlsRule>,
}

impl Shape for OwnershipControls {
    fn schema(&self) -> &'static Structure {
        &schemas::OwnershipControls
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnershipControlsRule {
    pub object_ownership: String,
}

impl Shape for OwnershipControlsRule {
    fn schema(&self) -> &'static Structure {
        &schemas::OwnershipControlsRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.object_ownership.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.object_ownership = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParquetInput {}

impl Shape for ParquetInput {
    fn schema(&self) -> &'static Structure {
        &schemas::ParquetInput
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
pub struct Part {
    pub part_number: Option<i32>,
    pub last_modified: Option<crate::Timestamp>,
    pub etag: Option<String>,
    pub size: Option<i64>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
}

impl Shape for Part {
    fn schema(&self) -> &'static Structure {
        &schemas::Part
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.part_number.write(at, to),
            1 => self.last_modified.write(at, to),
            2 => self.etag.write(at, to),
            3 => self.size.write(at, to),
            4 => self.checksum_crc32.write(at, to),
            5 => self.checksum_crc32c.write(at, to),
            6 => self.checksum_crc64nvme.write(at, to),
            7 => self.checksum_sha1.write(at, to),
            8 => self.checksum_sha256.write(at, to),
            9 => self.checksum_sha512.write(at, to),
            10 => self.checksum_md5.write(at, to),
            11 => self.checksum_xxhash64.write(at, to),
            12 => self.checksum_xxhash3.write(at, to),
            13 => self.checksum_xxhash128.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.part_number = Read::read(at, from)?,
            1 => self.last_modified = Read::read(at, from)?,
            2 => self.etag = Read::read(at, from)?,
            3 => self.size = Read::read(at, from)?,
            4 => self.checksum_crc32 = Read::read(at, from)?,
            5 => self.checksum_crc32c = Read::read(at, from)?,
            6 => self.checksum_crc64nvme = Read::read(at, from)?,
            7 => self.checksum_sha1 = Read::read(at, from)?,
            8 => self.checksum_sha256 = Read::read(at, from)?,
            9 => self.checksum_sha512 = Read::read(at, from)?,
            10 => self.checksum_md5 = Read::read(at, from)?,
            11 => self.checksum_xxhash64 = Read::read(at, from)?,
            12 => self.checksum_xxhash3 = Read::read(at, from)?,
            13 => self.checksum_xxhash128 = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionedPrefix {
    pub partition_date_source: Option<String>,
}

impl Shape for PartitionedPrefix {
    fn schema(&self) -> &'static Structure {
        &schemas::PartitionedPrefix
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.partition_date_source.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.partition_date_source = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyStatus {
    pub is_public: Option<bool>,
}

impl Shape for PolicyStatus {
    fn schema(&self) -> &'static Structure {
        &schemas::PolicyStatus
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_public.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_public = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    pub bytes_scanned: Option<i64>,
    pub bytes_processed: Option<i64>,
    pub bytes_returned: Option<i64>,
}

impl Shape for Progress {
    fn schema(&self) -> &'static Structure {
        &schemas::Progress
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bytes_scanned.write(at, to),
            1 => self.bytes_processed.write(at, to),
            2 => self.bytes_returned.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bytes_scanned = Read::read(at, from)?,
            1 => self.bytes_processed = Read::read(at, from)?,
            2 => self.bytes_returned = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgressEvent {
    pub details: Option<Progress>,
}

impl Shape for ProgressEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::ProgressEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.details.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.details = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicAccessBlockConfiguration {
    pub block_public_acls: Option<bool>,
    pub ignore_public_acls: Option<bool>,
    pub block_public_policy: Option<bool>,
    pub restrict_public_buckets: Option<bool>,
}

impl Shape for PublicAccessBlockConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::PublicAccessBlockConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.block_public_acls.write(at, to),
            1 => self.ignore_public_acls.write(at, to),
            2 => self.block_public_policy.write(at, to),
            3 => self.restrict_public_buckets.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.block_public_acls = Read::read(at, from)?,
            1 => self.ignore_public_acls = Read::read(at, from)?,
            2 => self.block_public_policy = Read::read(at, from)?,
            3 => self.restrict_public_buckets = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketAccelerateConfigurationRequest {
    pub bucket: String,
    pub accelerate_configuration: AccelerateConfiguration,
    pub expected_bucket_owner: Option<String>,
    pub checksum_algorithm: Option<String>,
}

impl Shape for PutBucketAccelerateConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketAccelerateConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.accelerate_configuration.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            3 => self.checksum_algorithm.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.accelerate_configuration = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            3 => self.checksum_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketAclRequest {
    pub acl: Option<String>,
    pub access_control_policy: Option<AccessControlPolicy>,
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    pub grant_write_acp: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketAclRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketAclRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            1 => self.access_control_policy.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.content_md5.write(at, to),
            4 => self.checksum_algorithm.write(at, to),
            5 => self.grant_full_control.write(at, to),
            6 => self.grant_read.write(at, to),
            7 => self.grant_read_acp.write(at, to),
            8 => self.grant_write.write(at, to),
            9 => self.grant_write_acp.write(at, to),
            10 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            1 => self.access_control_policy = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.content_md5 = Read::read(at, from)?,
            4 => self.checksum_algorithm = Read::read(at, from)?,
            5 => self.grant_full_control = Read::read(at, from)?,
            6 => self.grant_read = Read::read(at, from)?,
            7 => self.grant_read_acp = Read::read(at, from)?,
            8 => self.grant_write = Read::read(at, from)?,
            9 => self.grant_write_acp = Read::read(at, from)?,
            10 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketAnalyticsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub analytics_configuration: AnalyticsConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketAnalyticsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketAnalyticsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.analytics_configuration.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.analytics_configuration = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketCorsRequest {
    pub bucket: String,
    pub cors_configuration: CORSConfiguration,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketCorsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketCorsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.cors_configuration.write(at, to),
            2 => self.content_md5.write(at, to),
            3 => self.checksum_algorithm.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.cors_configuration = Read::read(at, from)?,
            2 => self.content_md5 = Read::read(at, from)?,
            3 => self.checksum_algorithm = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketEncryptionRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub server_side_encryption_configuration: ServerSideEncryptionConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketEncryptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketEncryptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.server_side_encryption_configuration.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.server_side_encryption_configuration = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketIntelligentTieringConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub expected_bucket_owner: Option<String>,
    pub intelligent_tiering_configuration: IntelligentTieringConfiguration,
}

impl Shape for PutBucketIntelligentTieringConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketIntelligentTieringConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            3 => self.intelligent_tiering_configuration.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            3 => self.intelligent_tiering_configuration = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketInventoryConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub inventory_configuration: InventoryConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketInventoryConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketInventoryConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.inventory_configuration.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.inventory_configuration = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketLifecycleConfigurationOutput {
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for PutBucketLifecycleConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketLifecycleConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.transition_default_minimum_object_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.transition_default_minimum_object_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketLifecycleConfigurationRequest {
    pub bucket: String,
    pub checksum_algorithm: Option<String>,
    pub lifecycle_configuration: Option<BucketLifecycleConfiguration>,
    pub expected_bucket_owner: Option<String>,
    pub transition_default_minimum_object_size: Option<String>,
}

impl Shape for PutBucketLifecycleConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketLifecycleConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.checksum_algorithm.write(at, to),
            2 => self.lifecycle_configuration.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            4 => self.transition_default_minimum_object_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.checksum_algorithm = Read::read(at, from)?,
            2 => self.lifecycle_configuration = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            4 => self.transition_default_minimum_object_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketLoggingRequest {
    pub bucket: String,
    pub bucket_logging_status: BucketLoggingStatus,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketLoggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketLoggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.bucket_logging_status.write(at, to),
            2 => self.content_md5.write(at, to),
            3 => self.checksum_algorithm.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.bucket_logging_status = Read::read(at, from)?,
            2 => self.content_md5 = Read::read(at, from)?,
            3 => self.checksum_algorithm = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketMetricsConfigurationRequest {
    pub bucket: String,
    pub id: String,
    pub metrics_configuration: MetricsConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketMetricsConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketMetricsConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.id.write(at, to),
            2 => self.metrics_configuration.write(at, to),
            3 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.id = Read::read(at, from)?,
            2 => self.metrics_configuration = Read::read(at, from)?,
            3 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketNotificationConfigurationRequest {
    pub bucket: String,
    pub notification_configuration: NotificationConfiguration,
    pub expected_bucket_owner: Option<String>,
    pub skip_destination_validation: Option<bool>,
}

impl Shape for PutBucketNotificationConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketNotificationConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.notification_configuration.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            3 => self.skip_destination_validation.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.notification_configuration = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            3 => self.skip_destination_validation = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketOwnershipControlsRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub ownership_controls: OwnershipControls,
    pub checksum_algorithm: Option<String>,
}

impl Shape for PutBucketOwnershipControlsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketOwnershipControlsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.expected_bucket_owner.write(at, to),
            3 => self.ownership_controls.write(at, to),
            4 => self.checksum_algorithm.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.expected_bucket_owner = Read::read(at, from)?,
            3 => self.ownership_controls = Read::read(at, from)?,
            4 => self.checksum_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketPolicyRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub confirm_remove_self_bucket_access: Option<bool>,
    pub policy: String,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.confirm_remove_self_bucket_access.write(at, to),
            4 => self.policy.write(at, to),
            5 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.confirm_remove_self_bucket_access = Read::read(at, from)?,
            4 => self.policy = Read::read(at, from)?,
            5 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketReplicationRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub replication_configuration: ReplicationConfiguration,
    pub token: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketReplicationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketReplicationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.replication_configuration.write(at, to),
            4 => self.token.write(at, to),
            5 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.replication_configuration = Read::read(at, from)?,
            4 => self.token = Read::read(at, from)?,
            5 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketRequestPaymentRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub request_payment_configuration: RequestPaymentConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketRequestPaymentRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketRequestPaymentRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.request_payment_configuration.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.request_payment_configuration = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketTaggingRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub tagging: Tagging,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.tagging.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.tagging = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketVersioningRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub mfa: Option<String>,
    pub versioning_configuration: VersioningConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketVersioningRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketVersioningRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.mfa.write(at, to),
            4 => self.versioning_configuration.write(at, to),
            5 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.mfa = Read::read(at, from)?,
            4 => self.versioning_configuration = Read::read(at, from)?,
            5 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutBucketWebsiteRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub website_configuration: WebsiteConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutBucketWebsiteRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutBucketWebsiteRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.website_configuration.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.website_configuration = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectAclOutput {
    pub request_charged: Option<String>,
}

impl Shape for PutObjectAclOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectAclOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectAclRequest {
    pub acl: Option<String>,
    pub access_control_policy: Option<AccessControlPolicy>,
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write: Option<String>,
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub request_payer: Option<String>,
    pub version_id: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutObjectAclRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectAclRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            1 => self.access_control_policy.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.content_md5.write(at, to),
            4 => self.checksum_algorithm.write(at, to),
            5 => self.grant_full_control.write(at, to),
            6 => self.grant_read.write(at, to),
            7 => self.grant_read_acp.write(at, to),
            8 => self.grant_write.write(at, to),
            9 => self.grant_write_acp.write(at, to),
            10 => self.key.write(at, to),
            11 => self.request_payer.write(at, to),
            12 => self.version_id.write(at, to),
            13 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            1 => self.access_control_policy = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.content_md5 = Read::read(at, from)?,
            4 => self.checksum_algorithm = Read::read(at, from)?,
            5 => self.grant_full_control = Read::read(at, from)?,
            6 => self.grant_read = Read::read(at, from)?,
            7 => self.grant_read_acp = Read::read(at, from)?,
            8 => self.grant_write = Read::read(at, from)?,
            9 => self.grant_write_acp = Read::read(at, from)?,
            10 => self.key = Read::read(at, from)?,
            11 => self.request_payer = Read::read(at, from)?,
            12 => self.version_id = Read::read(at, from)?,
            13 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectLegalHoldOutput {
    pub request_charged: Option<String>,
}

impl Shape for PutObjectLegalHoldOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectLegalHoldOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectLegalHoldRequest {
    pub bucket: String,
    pub key: String,
    pub legal_hold: Option<ObjectLockLegalHold>,
    pub request_payer: Option<String>,
    pub version_id: Option<String>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutObjectLegalHoldRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectLegalHoldRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.legal_hold.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.version_id.write(at, to),
            5 => self.content_md5.write(at, to),
            6 => self.checksum_algorithm.write(at, to),
            7 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.legal_hold = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.version_id = Read::read(at, from)?,
            5 => self.content_md5 = Read::read(at, from)?,
            6 => self.checksum_algorithm = Read::read(at, from)?,
            7 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectLockConfigurationOutput {
    pub request_charged: Option<String>,
}

impl Shape for PutObjectLockConfigurationOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectLockConfigurationOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectLockConfigurationRequest {
    pub bucket: String,
    pub object_lock_configuration: Option<ObjectLockConfiguration>,
    pub request_payer: Option<String>,
    pub token: Option<String>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutObjectLockConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectLockConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.object_lock_configuration.write(at, to),
            2 => self.request_payer.write(at, to),
            3 => self.token.write(at, to),
            4 => self.content_md5.write(at, to),
            5 => self.checksum_algorithm.write(at, to),
            6 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.object_lock_configuration = Read::read(at, from)?,
            2 => self.request_payer = Read::read(at, from)?,
            3 => self.token = Read::read(at, from)?,
            4 => self.content_md5 = Read::read(at, from)?,
            5 => self.checksum_algorithm = Read::read(at, from)?,
            6 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectOutput {
    pub expiration: Option<String>,
    pub etag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub checksum_type: Option<String>,
    pub server_side_encryption: Option<String>,
    pub version_id: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub size: Option<i64>,
    pub request_charged: Option<String>,
}

impl Shape for PutObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.expiration.write(at, to),
            1 => self.etag.write(at, to),
            2 => self.checksum_crc32.write(at, to),
            3 => self.checksum_crc32c.write(at, to),
            4 => self.checksum_crc64nvme.write(at, to),
            5 => self.checksum_sha1.write(at, to),
            6 => self.checksum_sha256.write(at, to),
            7 => self.checksum_sha512.write(at, to),
            8 => self.checksum_md5.write(at, to),
            9 => self.checksum_xxhash64.write(at, to),
            10 => self.checksum_xxhash3.write(at, to),
            11 => self.checksum_xxhash128.write(at, to),
            12 => self.checksum_type.write(at, to),
            13 => self.server_side_encryption.write(at, to),
            14 => self.version_id.write(at, to),
            15 => self.sse_customer_algorithm.write(at, to),
            16 => self.sse_customer_key_md5.write(at, to),
            17 => self.ssekms_key_id.write(at, to),
            18 => self.ssekms_encryption_context.write(at, to),
            19 => self.bucket_key_enabled.write(at, to),
            20 => self.size.write(at, to),
            21 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.expiration = Read::read(at, from)?,
            1 => self.etag = Read::read(at, from)?,
            2 => self.checksum_crc32 = Read::read(at, from)?,
            3 => self.checksum_crc32c = Read::read(at, from)?,
            4 => self.checksum_crc64nvme = Read::read(at, from)?,
            5 => self.checksum_sha1 = Read::read(at, from)?,
            6 => self.checksum_sha256 = Read::read(at, from)?,
            7 => self.checksum_sha512 = Read::read(at, from)?,
            8 => self.checksum_md5 = Read::read(at, from)?,
            9 => self.checksum_xxhash64 = Read::read(at, from)?,
            10 => self.checksum_xxhash3 = Read::read(at, from)?,
            11 => self.checksum_xxhash128 = Read::read(at, from)?,
            12 => self.checksum_type = Read::read(at, from)?,
            13 => self.server_side_encryption = Read::read(at, from)?,
            14 => self.version_id = Read::read(at, from)?,
            15 => self.sse_customer_algorithm = Read::read(at, from)?,
            16 => self.sse_customer_key_md5 = Read::read(at, from)?,
            17 => self.ssekms_key_id = Read::read(at, from)?,
            18 => self.ssekms_encryption_context = Read::read(at, from)?,
            19 => self.bucket_key_enabled = Read::read(at, from)?,
            20 => self.size = Read::read(at, from)?,
            21 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct PutObjectRequest {
    pub acl: Option<String>,
    pub body: ByteStream,
    pub bucket: String,
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_encoding: Option<String>,
    pub content_language: Option<String>,
    pub content_length: Option<i64>,
    pub content_md5: Option<String>,
    pub content_type: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub expires: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub grant_full_control: Option<String>,
    pub grant_read: Option<String>,
    pub grant_read_acp: Option<String>,
    pub grant_write_acp: Option<String>,
    pub key: String,
    pub write_offset_bytes: Option<i64>,
    pub metadata: Option<std::collections::BTreeMap<String, String>>,
    pub server_side_encryption: Option<String>,
    pub storage_class: Option<String>,
    pub website_redirect_location: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub ssekms_encryption_context: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_payer: Option<String>,
    pub tagging: Option<String>,
    pub object_lock_mode: Option<String>,
    pub object_lock_retain_until_date: Option<crate::Timestamp>,
    pub object_lock_legal_hold_status: Option<String>,
    pub object_lock_event_hold: Option<String>,
    pub object_lock_event_hold_duration_days: Option<i32>,
    pub object_lock_event_hold_duration_years: Option<i32>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.acl.write(at, to),
            2 => self.bucket.write(at, to),
            3 => self.cache_control.write(at, to),
            4 => self.content_disposition.write(at, to),
            5 => self.content_encoding.write(at, to),
            6 => self.content_language.write(at, to),
            7 => self.content_length.write(at, to),
            8 => self.content_md5.write(at, to),
            9 => self.content_type.write(at, to),
            10 => self.checksum_algorithm.write(at, to),
            11 => self.checksum_crc32.write(at, to),
            12 => self.checksum_crc32c.write(at, to),
            13 => self.checksum_crc64nvme.write(at, to),
            14 => self.checksum_sha1.write(at, to),
            15 => self.checksum_sha256.write(at, to),
            16 => self.checksum_sha512.write(at, to),
            17 => self.checksum_md5.write(at, to),
            18 => self.checksum_xxhash64.write(at, to),
            19 => self.checksum_xxhash3.write(at, to),
            20 => self.checksum_xxhash128.write(at, to),
            21 => self.expires.write(at, to),
            22 => self.if_match.write(at, to),
            23 => self.if_none_match.write(at, to),
            24 => self.grant_full_control.write(at, to),
            25 => self.grant_read.write(at, to),
            26 => self.grant_read_acp.write(at, to),
            27 => self.grant_write_acp.write(at, to),
            28 => self.key.write(at, to),
            29 => self.write_offset_bytes.write(at, to),
            30 => self.metadata.write(at, to),
            31 => self.server_side_encryption.write(at, to),
            32 => self.storage_class.write(at, to),
            33 => self.website_redirect_location.write(at, to),
            34 => self.sse_customer_algorithm.write(at, to),
            35 => self.sse_customer_key.write(at, to),
            36 => self.sse_customer_key_md5.write(at, to),
            37 => self.ssekms_key_id.write(at, to),
            38 => self.ssekms_encryption_context.write(at, to),
            39 => self.bucket_key_enabled.write(at, to),
            40 => self.request_payer.write(at, to),
            41 => self.tagging.write(at, to),
            42 => self.object_lock_mode.write(at, to),
            43 => self.object_lock_retain_until_date.write(at, to),
            44 => self.object_lock_legal_hold_status.write(at, to),
            45 => self.object_lock_event_hold.write(at, to),
            46 => self.object_lock_event_hold_duration_days.write(at, to),
            47 => self.object_lock_event_hold_duration_years.write(at, to),
            48 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.acl = Read::read(at, from)?,
            2 => self.bucket = Read::read(at, from)?,
            3 => self.cache_control = Read::read(at, from)?,
            4 => self.content_disposition = Read::read(at, from)?,
            5 => self.content_encoding = Read::read(at, from)?,
            6 => self.content_language = Read::read(at, from)?,
            7 => self.content_length = Read::read(at, from)?,
            8 => self.content_md5 = Read::read(at, from)?,
            9 => self.content_type = Read::read(at, from)?,
            10 => self.checksum_algorithm = Read::read(at, from)?,
            11 => self.checksum_crc32 = Read::read(at, from)?,
            12 => self.checksum_crc32c = Read::read(at, from)?,
            13 => self.checksum_crc64nvme = Read::read(at, from)?,
            14 => self.checksum_sha1 = Read::read(at, from)?,
            15 => self.checksum_sha256 = Read::read(at, from)?,
            16 => self.checksum_sha512 = Read::read(at, from)?,
            17 => self.checksum_md5 = Read::read(at, from)?,
            18 => self.checksum_xxhash64 = Read::read(at, from)?,
            19 => self.checksum_xxhash3 = Read::read(at, from)?,
            20 => self.checksum_xxhash128 = Read::read(at, from)?,
            21 => self.expires = Read::read(at, from)?,
            22 => self.if_match = Read::read(at, from)?,
            23 => self.if_none_match = Read::read(at, from)?,
            24 => self.grant_full_control = Read::read(at, from)?,
            25 => self.grant_read = Read::read(at, from)?,
            26 => self.grant_read_acp = Read::read(at, from)?,
            27 => self.grant_write_acp = Read::read(at, from)?,
            28 => self.key = Read::read(at, from)?,
            29 => self.write_offset_bytes = Read::read(at, from)?,
            30 => self.metadata = Read::read(at, from)?,
            31 => self.server_side_encryption = Read::read(at, from)?,
            32 => self.storage_class = Read::read(at, from)?,
            33 => self.website_redirect_location = Read::read(at, from)?,
            34 => self.sse_customer_algorithm = Read::read(at, from)?,
            35 => self.sse_customer_key = Read::read(at, from)?,
            36 => self.sse_customer_key_md5 = Read::read(at, from)?,
            37 => self.ssekms_key_id = Read::read(at, from)?,
            38 => self.ssekms_encryption_context = Read::read(at, from)?,
            39 => self.bucket_key_enabled = Read::read(at, from)?,
            40 => self.request_payer = Read::read(at, from)?,
            41 => self.tagging = Read::read(at, from)?,
            42 => self.object_lock_mode = Read::read(at, from)?,
            43 => self.object_lock_retain_until_date = Read::read(at, from)?,
            44 => self.object_lock_legal_hold_status = Read::read(at, from)?,
            45 => self.object_lock_event_hold = Read::read(at, from)?,
            46 => self.object_lock_event_hold_duration_days = Read::read(at, from)?,
            47 => self.object_lock_event_hold_duration_years = Read::read(at, from)?,
            48 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }

    fn stream_mut(&mut self) -> Option<&mut ByteStream> {
        Some(&mut self.body)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectRetentionOutput {
    pub request_charged: Option<String>,
}

impl Shape for PutObjectRetentionOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectRetentionOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectRetentionRequest {
    pub bucket: String,
    pub key: String,
    pub retention: Option<ObjectLockRetention>,
    pub request_payer: Option<String>,
    pub version_id: Option<String>,
    pub bypass_governance_retention: Option<bool>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutObjectRetentionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectRetentionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.retention.write(at, to),
            3 => self.request_payer.write(at, to),
            4 => self.version_id.write(at, to),
            5 => self.bypass_governance_retention.write(at, to),
            6 => self.content_md5.write(at, to),
            7 => self.checksum_algorithm.write(at, to),
            8 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.retention = Read::read(at, from)?,
            3 => self.request_payer = Read::read(at, from)?,
            4 => self.version_id = Read::read(at, from)?,
            5 => self.bypass_governance_retention = Read::read(at, from)?,
            6 => self.content_md5 = Read::read(at, from)?,
            7 => self.checksum_algorithm = Read::read(at, from)?,
            8 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectTaggingOutput {
    pub version_id: Option<String>,
}

impl Shape for PutObjectTaggingOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectTaggingOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.version_id.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutObjectTaggingRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub tagging: Tagging,
    pub expected_bucket_owner: Option<String>,
    pub request_payer: Option<String>,
}

impl Shape for PutObjectTaggingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutObjectTaggingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.content_md5.write(at, to),
            4 => self.checksum_algorithm.write(at, to),
            5 => self.tagging.write(at, to),
            6 => self.expected_bucket_owner.write(at, to),
            7 => self.request_payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.content_md5 = Read::read(at, from)?,
            4 => self.checksum_algorithm = Read::read(at, from)?,
            5 => self.tagging = Read::read(at, from)?,
            6 => self.expected_bucket_owner = Read::read(at, from)?,
            7 => self.request_payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutPublicAccessBlockRequest {
    pub bucket: String,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub public_access_block_configuration: PublicAccessBlockConfiguration,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for PutPublicAccessBlockRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutPublicAccessBlockRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.content_md5.write(at, to),
            2 => self.checksum_algorithm.write(at, to),
            3 => self.public_access_block_configuration.write(at, to),
            4 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.content_md5 = Read::read(at, from)?,
            2 => self.checksum_algorithm = Read::read(at, from)?,
            3 => self.public_access_block_configuration = Read::read(at, from)?,
            4 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueueConfiguration {
    pub id: Option<String>,
    pub queue_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for QueueConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::QueueConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.queue_arn.write(at, to),
            2 => self.events.write(at, to),
            3 => self.filter.write(at, to),
            _ => {}
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
            1 => self.queue_arn = Read::read(at, from)?,
            2 => self.events = Read::read(at, from)?,
            3 => self.filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordsEvent {
    pub payload: Option<crate::Bytes>,
}

impl Shape for RecordsEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::RecordsEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.payload.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.payload = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redirect {
    pub host_name: Option<String>,
    pub http_redirect_code: Option<String>,
    pub protocol: Option<String>,
    pub replace_key_prefix_with: Option<String>,
    pub replace_key_with: Option<String>,
}

impl Shape for Redirect {
    fn schema(&self) -> &'static Structure {
        &schemas::Redirect
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.host_name.write(at, to),
            1 => self.http_redirect_code.write(at, to),
            2 => self.protocol.write(at, to),
            3 => self.replace_key_prefix_with.write(at, to),
            4 => self.replace_key_with.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.host_name = Read::read(at, from)?,
            1 => self.http_redirect_code = Read::read(at, from)?,
            2 => self.protocol = Read::read(at, from)?,
            3 => self.replace_key_prefix_with = Read::read(at, from)?,
            4 => self.replace_key_with = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedirectAllRequestsTo {
    pub host_name: String,
    pub protocol: Option<String>,
}

impl Shape for RedirectAllRequestsTo {
    fn schema(&self) -> &'static Structure {
        &schemas::RedirectAllRequestsTo
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.host_name.write(at, to),
            1 => self.protocol.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.host_name = Read::read(at, from)?,
            1 => self.protocol = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaModifications {
    pub status: String,
}

impl Shape for ReplicaModifications {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicaModifications
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationConfiguration {
    pub role: String,
    pub rules: Vec<ReplicationRule>,
}

impl Shape for ReplicationConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.role.write(at, to),
            1 => self.rules.write(at, to),
            _ => {}
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
            1 => self.rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRule {
    pub id: Option<String>,
    pub priority: Option<i32>,
    pub prefix: Option<String>,
    pub filter: Option<ReplicationRuleFilter>,
    pub status: String,
    pub source_selection_criteria: Option<SourceSelectionCriteria>,
    pub existing_object_replication: Option<ExistingObjectReplication>,
    pub destination: Destination,
    pub delete_marker_replication: Option<DeleteMarkerReplication>,
}

impl Shape for ReplicationRule {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.priority.write(at, to),
            2 => self.prefix.write(at, to),
            3 => self.filter.write(at, to),
            4 => self.status.write(at, to),
            5 => self.source_selection_criteria.write(at, to),
            6 => self.existing_object_replication.write(at, to),
            7 => self.destination.write(at, to),
            8 => self.delete_marker_replication.write(at, to),
            _ => {}
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
            1 => self.priority = Read::read(at, from)?,
            2 => self.prefix = Read::read(at, from)?,
            3 => self.filter = Read::read(at, from)?,
            4 => self.status = Read::read(at, from)?,
            5 => self.source_selection_criteria = Read::read(at, from)?,
            6 => self.existing_object_replication = Read::read(at, from)?,
            7 => self.destination = Read::read(at, from)?,
            8 => self.delete_marker_replication = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRuleAndOperator {
    pub prefix: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ReplicationRuleAndOperator {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationRuleAndOperator
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
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
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationRuleFilter {
    pub prefix: Option<String>,
    pub tag: Option<Tag>,
    pub and: Option<ReplicationRuleAndOperator>,
}

impl Shape for ReplicationRuleFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationRuleFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.prefix.write(at, to),
            1 => self.tag.write(at, to),
            2 => self.and.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.prefix = Read::read(at, from)?,
            1 => self.tag = Read::read(at, from)?,
            2 => self.and = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationTime {
    pub status: String,
    pub time: ReplicationTimeValue,
}

impl Shape for ReplicationTime {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationTime
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            1 => self.time.write(at, to),
            _ => {}
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
            1 => self.time = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicationTimeValue {
    pub minutes: Option<i32>,
}

impl Shape for ReplicationTimeValue {
    fn schema(&self) -> &'static Structure {
        &schemas::ReplicationTimeValue
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.minutes.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.minutes = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestPaymentConfiguration {
    pub payer: String,
}

impl Shape for RequestPaymentConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::RequestPaymentConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.payer.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.payer = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestProgress {
    pub enabled: Option<bool>,
}

impl Shape for RequestProgress {
    fn schema(&self) -> &'static Structure {
        &schemas::RequestProgress
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.enabled.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.enabled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreObjectOutput {
    pub request_charged: Option<String>,
    pub restore_output_path: Option<String>,
    pub status: Option<i32>,
}

impl Shape for RestoreObjectOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreObjectOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            1 => self.restore_output_path.write(at, to),
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
            0 => self.request_charged = Read::read(at, from)?,
            1 => self.restore_output_path = Read::read(at, from)?,
            2 => self.status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreObjectRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub restore_request: Option<RestoreRequest>,
    pub request_payer: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for RestoreObjectRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreObjectRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.restore_request.write(at, to),
            4 => self.request_payer.write(at, to),
            5 => self.checksum_algorithm.write(at, to),
            6 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.restore_request = Read::read(at, from)?,
            4 => self.request_payer = Read::read(at, from)?,
            5 => self.checksum_algorithm = Read::read(at, from)?,
            6 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreRequest {
    pub days: Option<i32>,
    pub glacier_job_parameters: Option<GlacierJobParameters>,
    pub r#type: Option<String>,
    pub tier: Option<String>,
    pub description: Option<String>,
    pub select_parameters: Option<SelectParameters>,
    pub output_location: Option<OutputLocation>,
}

impl Shape for RestoreRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.days.write(at, to),
            1 => self.glacier_job_parameters.write(at, to),
            2 => self.r#type.write(at, to),
            3 => self.tier.write(at, to),
            4 => self.description.write(at, to),
            5 => self.select_parameters.write(at, to),
            6 => self.output_location.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.days = Read::read(at, from)?,
            1 => self.glacier_job_parameters = Read::read(at, from)?,
            2 => self.r#type = Read::read(at, from)?,
            3 => self.tier = Read::read(at, from)?,
            4 => self.description = Read::read(at, from)?,
            5 => self.select_parameters = Read::read(at, from)?,
            6 => self.output_location = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreStatus {
    pub is_restore_in_progress: Option<bool>,
    pub restore_expiry_date: Option<crate::Timestamp>,
}

impl Shape for RestoreStatus {
    fn schema(&self) -> &'static Structure {
        &schemas::RestoreStatus
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.is_restore_in_progress.write(at, to),
            1 => self.restore_expiry_date.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.is_restore_in_progress = Read::read(at, from)?,
            1 => self.restore_expiry_date = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutingRule {
    pub condition: Option<Condition>,
    pub redirect: Redirect,
}

impl Shape for RoutingRule {
    fn schema(&self) -> &'static Structure {
        &schemas::RoutingRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.condition.write(at, to),
            1 => self.redirect.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.condition = Read::read(at, from)?,
            1 => self.redirect = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3KeyFilter {
    pub filter_rules: Option<Vec<FilterRule>>,
}

impl Shape for S3KeyFilter {
    fn schema(&self) -> &'static Structure {
        &schemas::S3KeyFilter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filter_rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.filter_rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3Location {
    pub bucket_name: String,
    pub prefix: String,
    pub encryption: Option<Encryption>,
    pub canned_acl: Option<String>,
    pub access_control_list: Option<Vec<Grant>>,
    pub tagging: Option<Tagging>,
    pub user_metadata: Option<Vec<MetadataEntry>>,
    pub storage_class: Option<String>,
}

impl Shape for S3Location {
    fn schema(&self) -> &'static Structure {
        &schemas::S3Location
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket_name.write(at, to),
            1 => self.prefix.write(at, to),
            2 => self.encryption.write(at, to),
            3 => self.canned_acl.write(at, to),
            4 => self.access_control_list.write(at, to),
            5 => self.tagging.write(at, to),
            6 => self.user_metadata.write(at, to),
            7 => self.storage_class.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket_name = Read::read(at, from)?,
            1 => self.prefix = Read::read(at, from)?,
            2 => self.encryption = Read::read(at, from)?,
            3 => self.canned_acl = Read::read(at, from)?,
            4 => self.access_control_list = Read::read(at, from)?,
            5 => self.tagging = Read::read(at, from)?,
            6 => self.user_metadata = Read::read(at, from)?,
            7 => self.storage_class = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSEKMS {
    pub key_id: String,
}

impl Shape for SSEKMS {
    fn schema(&self) -> &'static Structure {
        &schemas::SSEKMS
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
pub struct SSEKMSEncryption {
    pub kms_key_arn: String,
    pub bucket_key_enabled: Option<bool>,
}

impl Shape for SSEKMSEncryption {
    fn schema(&self) -> &'static Structure {
        &schemas::SSEKMSEncryption
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.kms_key_arn.write(at, to),
            1 => self.bucket_key_enabled.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.kms_key_arn = Read::read(at, from)?,
            1 => self.bucket_key_enabled = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SSES3 {}

impl Shape for SSES3 {
    fn schema(&self) -> &'static Structure {
        &schemas::SSES3
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
pub struct ScanRange {
    pub start: Option<i64>,
    pub end: Option<i64>,
}

impl Shape for ScanRange {
    fn schema(&self) -> &'static Structure {
        &schemas::ScanRange
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.start.write(at, to),
            1 => self.end.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.start = Read::read(at, from)?,
            1 => self.end = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum SelectObjectContentEventStream {
    Records(RecordsEvent),
    Stats(StatsEvent),
    Progress(ProgressEvent),
    Cont(ContinuationEvent),
    End(EndEvent),
}

impl Event for SelectObjectContentEventStream {
    fn name(&self) -> &'static str {
        match self {
            SelectObjectContentEventStream::Records(_) => "Records",
            SelectObjectContentEventStream::Stats(_) => "Stats",
            SelectObjectContentEventStream::Progress(_) => "Progress",
            SelectObjectContentEventStream::Cont(_) => "Cont",
            SelectObjectContentEventStream::End(_) => "End",
        }
    }

    fn is_exception(&self) -> bool {
        false
    }

    fn value(&self) -> &dyn Shape {
        match self {
            SelectObjectContentEventStream::Records(value) => value,
            SelectObjectContentEventStream::Stats(value) => value,
            SelectObjectContentEventStream::Progress(value) => value,
            SelectObjectContentEventStream::Cont(value) => value,
            SelectObjectContentEventStream::End(value) => value,
        }
    }
}

#[derive(Debug, Default)]
pub struct SelectObjectContentOutput {
    pub payload: EventStream<SelectObjectContentEventStream>,
}

impl Shape for SelectObjectContentOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::SelectObjectContentOutput
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

    fn take_events(&mut self) -> Option<AnyEvents> {
        Some(self.payload.take())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelectObjectContentRequest {
    pub bucket: String,
    pub key: String,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub expression: String,
    pub expression_type: String,
    pub request_progress: Option<RequestProgress>,
    pub input_serialization: InputSerialization,
    pub output_serialization: OutputSerialization,
    pub scan_range: Option<ScanRange>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for SelectObjectContentRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::SelectObjectContentRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.sse_customer_algorithm.write(at, to),
            3 => self.sse_customer_key.write(at, to),
            4 => self.sse_customer_key_md5.write(at, to),
            5 => self.expression.write(at, to),
            6 => self.expression_type.write(at, to),
            7 => self.request_progress.write(at, to),
            8 => self.input_serialization.write(at, to),
            9 => self.output_serialization.write(at, to),
            10 => self.scan_range.write(at, to),
            11 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.sse_customer_algorithm = Read::read(at, from)?,
            3 => self.sse_customer_key = Read::read(at, from)?,
            4 => self.sse_customer_key_md5 = Read::read(at, from)?,
            5 => self.expression = Read::read(at, from)?,
            6 => self.expression_type = Read::read(at, from)?,
            7 => self.request_progress = Read::read(at, from)?,
            8 => self.input_serialization = Read::read(at, from)?,
            9 => self.output_serialization = Read::read(at, from)?,
            10 => self.scan_range = Read::read(at, from)?,
            11 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelectParameters {
    pub input_serialization: InputSerialization,
    pub expression_type: String,
    pub expression: String,
    pub output_serialization: OutputSerialization,
}

impl Shape for SelectParameters {
    fn schema(&self) -> &'static Structure {
        &schemas::SelectParameters
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.input_serialization.write(at, to),
            1 => self.expression_type.write(at, to),
            2 => self.expression.write(at, to),
            3 => self.output_serialization.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.input_serialization = Read::read(at, from)?,
            1 => self.expression_type = Read::read(at, from)?,
            2 => self.expression = Read::read(at, from)?,
            3 => self.output_serialization = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerSideEncryptionByDefault {
    pub sse_algorithm: String,
    pub kms_master_key_id: Option<String>,
}

impl Shape for ServerSideEncryptionByDefault {
    fn schema(&self) -> &'static Structure {
        &schemas::ServerSideEncryptionByDefault
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sse_algorithm.write(at, to),
            1 => self.kms_master_key_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.sse_algorithm = Read::read(at, from)?,
            1 => self.kms_master_key_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerSideEncryptionConfiguration {
    pub rules: Vec<ServerSideEncryptionRule>,
}

impl Shape for ServerSideEncryptionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::ServerSideEncryptionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerSideEncryptionRule {
    pub apply_server_side_encryption_by_default: Option<ServerSideEncryptionByDefault>,
    pub bucket_key_enabled: Option<bool>,
    pub blocked_encryption_types: Option<BlockedEncryptionTypes>,
}

impl Shape for ServerSideEncryptionRule {
    fn schema(&self) -> &'static Structure {
        &schemas::ServerSideEncryptionRule
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.apply_server_side_encryption_by_default.write(at, to),
            1 => self.bucket_key_enabled.write(at, to),
            2 => self.blocked_encryption_types.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.apply_server_side_encryption_by_default = Read::read(at, from)?,
            1 => self.bucket_key_enabled = Read::read(at, from)?,
            2 => self.blocked_encryption_types = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimplePrefix {}

impl Shape for SimplePrefix {
    fn schema(&self) -> &'static Structure {
        &schemas::SimplePrefix
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
pub struct SourceSelectionCriteria {
    pub sse_kms_encrypted_objects: Option<SseKmsEncryptedObjects>,
    pub replica_modifications: Option<ReplicaModifications>,
}

impl Shape for SourceSelectionCriteria {
    fn schema(&self) -> &'static Structure {
        &schemas::SourceSelectionCriteria
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.sse_kms_encrypted_objects.write(at, to),
            1 => self.replica_modifications.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.sse_kms_encrypted_objects = Read::read(at, from)?,
            1 => self.replica_modifications = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SseKmsEncryptedObjects {
    pub status: String,
}

impl Shape for SseKmsEncryptedObjects {
    fn schema(&self) -> &'static Structure {
        &schemas::SseKmsEncryptedObjects
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status.write(at, to),
            _ => {}
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
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
    pub bytes_scanned: Option<i64>,
    pub bytes_processed: Option<i64>,
    pub bytes_returned: Option<i64>,
}

impl Shape for Stats {
    fn schema(&self) -> &'static Structure {
        &schemas::Stats
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bytes_scanned.write(at, to),
            1 => self.bytes_processed.write(at, to),
            2 => self.bytes_returned.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bytes_scanned = Read::read(at, from)?,
            1 => self.bytes_processed = Read::read(at, from)?,
            2 => self.bytes_returned = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatsEvent {
    pub details: Option<Stats>,
}

impl Shape for StatsEvent {
    fn schema(&self) -> &'static Structure {
        &schemas::StatsEvent
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.details.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.details = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StorageClassAnalysis {
    pub data_export: Option<StorageClassAnalysisDataExport>,
}

impl Shape for StorageClassAnalysis {
    fn schema(&self) -> &'static Structure {
        &schemas::StorageClassAnalysis
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.data_export.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.data_export = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StorageClassAnalysisDataExport {
    pub output_schema_version: String,
    pub destination: AnalyticsExportDestination,
}

impl Shape for StorageClassAnalysisDataExport {
    fn schema(&self) -> &'static Structure {
        &schemas::StorageClassAnalysisDataExport
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.output_schema_version.write(at, to),
            1 => self.destination.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.output_schema_version = Read::read(at, from)?,
            1 => self.destination = Read::read(at, from)?,
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
pub struct Tagging {
    pub tag_set: Vec<Tag>,
}

impl Shape for Tagging {
    fn schema(&self) -> &'static Structure {
        &schemas::Tagging
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tag_set.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tag_set = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetGrant {
    pub grantee: Option<Grantee>,
    pub permission: Option<String>,
}

impl Shape for TargetGrant {
    fn schema(&self) -> &'static Structure {
        &schemas::TargetGrant
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.grantee.write(at, to),
            1 => self.permission.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.grantee = Read::read(at, from)?,
            1 => self.permission = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetObjectKeyFormat {
    pub simple_prefix: Option<SimplePrefix>,
    pub partitioned_prefix: Option<PartitionedPrefix>,
}

impl Shape for TargetObjectKeyFormat {
    fn schema(&self) -> &'static Structure {
        &schemas::TargetObjectKeyFormat
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.simple_prefix.write(at, to),
            1 => self.partitioned_prefix.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.simple_prefix = Read::read(at, from)?,
            1 => self.partitioned_prefix = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tiering {
    pub days: i32,
    pub access_tier: String,
}

impl Shape for Tiering {
    fn schema(&self) -> &'static Structure {
        &schemas::Tiering
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.days.write(at, to),
            1 => self.access_tier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.days = Read::read(at, from)?,
            1 => self.access_tier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicConfiguration {
    pub id: Option<String>,
    pub topic_arn: String,
    pub events: Vec<String>,
    pub filter: Option<NotificationConfigurationFilter>,
}

impl Shape for TopicConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::TopicConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.id.write(at, to),
            1 => self.topic_arn.write(at, to),
            2 => self.events.write(at, to),
            3 => self.filter.write(at, to),
            _ => {}
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
            1 => self.topic_arn = Read::read(at, from)?,
            2 => self.events = Read::read(at, from)?,
            3 => self.filter = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transition {
    pub date: Option<crate::Timestamp>,
    pub days: Option<i32>,
    pub storage_class: Option<String>,
}

impl Shape for Transition {
    fn schema(&self) -> &'static Structure {
        &schemas::Transition
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.date.write(at, to),
            1 => self.days.write(at, to),
            2 => self.storage_class.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.date = Read::read(at, from)?,
            1 => self.days = Read::read(at, from)?,
            2 => self.storage_class = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateObjectEncryptionRequest {
    pub bucket: String,
    pub key: String,
    pub version_id: Option<String>,
    pub object_encryption: ObjectEncryption,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
}

impl Shape for UpdateObjectEncryptionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateObjectEncryptionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.key.write(at, to),
            2 => self.version_id.write(at, to),
            3 => self.object_encryption.write(at, to),
            4 => self.request_payer.write(at, to),
            5 => self.expected_bucket_owner.write(at, to),
            6 => self.content_md5.write(at, to),
            7 => self.checksum_algorithm.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.key = Read::read(at, from)?,
            2 => self.version_id = Read::read(at, from)?,
            3 => self.object_encryption = Read::read(at, from)?,
            4 => self.request_payer = Read::read(at, from)?,
            5 => self.expected_bucket_owner = Read::read(at, from)?,
            6 => self.content_md5 = Read::read(at, from)?,
            7 => self.checksum_algorithm = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateObjectEncryptionResponse {
    pub request_charged: Option<String>,
}

impl Shape for UpdateObjectEncryptionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateObjectEncryptionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.request_charged.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.request_charged = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadPartCopyOutput {
    pub copy_source_version_id: Option<String>,
    pub copy_part_result: Option<CopyPartResult>,
    pub server_side_encryption: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for UploadPartCopyOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UploadPartCopyOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.copy_source_version_id.write(at, to),
            1 => self.copy_part_result.write(at, to),
            2 => self.server_side_encryption.write(at, to),
            3 => self.sse_customer_algorithm.write(at, to),
            4 => self.sse_customer_key_md5.write(at, to),
            5 => self.ssekms_key_id.write(at, to),
            6 => self.bucket_key_enabled.write(at, to),
            7 => self.request_charged.write(at, to),
            8 => self.version_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.copy_source_version_id = Read::read(at, from)?,
            1 => self.copy_part_result = Read::read(at, from)?,
            2 => self.server_side_encryption = Read::read(at, from)?,
            3 => self.sse_customer_algorithm = Read::read(at, from)?,
            4 => self.sse_customer_key_md5 = Read::read(at, from)?,
            5 => self.ssekms_key_id = Read::read(at, from)?,
            6 => self.bucket_key_enabled = Read::read(at, from)?,
            7 => self.request_charged = Read::read(at, from)?,
            8 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadPartCopyRequest {
    pub bucket: String,
    pub copy_source: String,
    pub copy_source_if_match: Option<String>,
    pub copy_source_if_modified_since: Option<crate::Timestamp>,
    pub copy_source_if_none_match: Option<String>,
    pub copy_source_if_unmodified_since: Option<crate::Timestamp>,
    pub copy_source_range: Option<String>,
    pub key: String,
    pub part_number: i32,
    pub upload_id: String,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub copy_source_sse_customer_algorithm: Option<String>,
    pub copy_source_sse_customer_key: Option<String>,
    pub copy_source_sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
    pub expected_source_bucket_owner: Option<String>,
}

impl Shape for UploadPartCopyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UploadPartCopyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.bucket.write(at, to),
            1 => self.copy_source.write(at, to),
            2 => self.copy_source_if_match.write(at, to),
            3 => self.copy_source_if_modified_since.write(at, to),
            4 => self.copy_source_if_none_match.write(at, to),
            5 => self.copy_source_if_unmodified_since.write(at, to),
            6 => self.copy_source_range.write(at, to),
            7 => self.key.write(at, to),
            8 => self.part_number.write(at, to),
            9 => self.upload_id.write(at, to),
            10 => self.sse_customer_algorithm.write(at, to),
            11 => self.sse_customer_key.write(at, to),
            12 => self.sse_customer_key_md5.write(at, to),
            13 => self.copy_source_sse_customer_algorithm.write(at, to),
            14 => self.copy_source_sse_customer_key.write(at, to),
            15 => self.copy_source_sse_customer_key_md5.write(at, to),
            16 => self.request_payer.write(at, to),
            17 => self.expected_bucket_owner.write(at, to),
            18 => self.expected_source_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.bucket = Read::read(at, from)?,
            1 => self.copy_source = Read::read(at, from)?,
            2 => self.copy_source_if_match = Read::read(at, from)?,
            3 => self.copy_source_if_modified_since = Read::read(at, from)?,
            4 => self.copy_source_if_none_match = Read::read(at, from)?,
            5 => self.copy_source_if_unmodified_since = Read::read(at, from)?,
            6 => self.copy_source_range = Read::read(at, from)?,
            7 => self.key = Read::read(at, from)?,
            8 => self.part_number = Read::read(at, from)?,
            9 => self.upload_id = Read::read(at, from)?,
            10 => self.sse_customer_algorithm = Read::read(at, from)?,
            11 => self.sse_customer_key = Read::read(at, from)?,
            12 => self.sse_customer_key_md5 = Read::read(at, from)?,
            13 => self.copy_source_sse_customer_algorithm = Read::read(at, from)?,
            14 => self.copy_source_sse_customer_key = Read::read(at, from)?,
            15 => self.copy_source_sse_customer_key_md5 = Read::read(at, from)?,
            16 => self.request_payer = Read::read(at, from)?,
            17 => self.expected_bucket_owner = Read::read(at, from)?,
            18 => self.expected_source_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UploadPartOutput {
    pub server_side_encryption: Option<String>,
    pub etag: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub ssekms_key_id: Option<String>,
    pub bucket_key_enabled: Option<bool>,
    pub request_charged: Option<String>,
    pub version_id: Option<String>,
}

impl Shape for UploadPartOutput {
    fn schema(&self) -> &'static Structure {
        &schemas::UploadPartOutput
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.server_side_encryption.write(at, to),
            1 => self.etag.write(at, to),
            2 => self.checksum_crc32.write(at, to),
            3 => self.checksum_crc32c.write(at, to),
            4 => self.checksum_crc64nvme.write(at, to),
            5 => self.checksum_sha1.write(at, to),
            6 => self.checksum_sha256.write(at, to),
            7 => self.checksum_sha512.write(at, to),
            8 => self.checksum_md5.write(at, to),
            9 => self.checksum_xxhash64.write(at, to),
            10 => self.checksum_xxhash3.write(at, to),
            11 => self.checksum_xxhash128.write(at, to),
            12 => self.sse_customer_algorithm.write(at, to),
            13 => self.sse_customer_key_md5.write(at, to),
            14 => self.ssekms_key_id.write(at, to),
            15 => self.bucket_key_enabled.write(at, to),
            16 => self.request_charged.write(at, to),
            17 => self.version_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.server_side_encryption = Read::read(at, from)?,
            1 => self.etag = Read::read(at, from)?,
            2 => self.checksum_crc32 = Read::read(at, from)?,
            3 => self.checksum_crc32c = Read::read(at, from)?,
            4 => self.checksum_crc64nvme = Read::read(at, from)?,
            5 => self.checksum_sha1 = Read::read(at, from)?,
            6 => self.checksum_sha256 = Read::read(at, from)?,
            7 => self.checksum_sha512 = Read::read(at, from)?,
            8 => self.checksum_md5 = Read::read(at, from)?,
            9 => self.checksum_xxhash64 = Read::read(at, from)?,
            10 => self.checksum_xxhash3 = Read::read(at, from)?,
            11 => self.checksum_xxhash128 = Read::read(at, from)?,
            12 => self.sse_customer_algorithm = Read::read(at, from)?,
            13 => self.sse_customer_key_md5 = Read::read(at, from)?,
            14 => self.ssekms_key_id = Read::read(at, from)?,
            15 => self.bucket_key_enabled = Read::read(at, from)?,
            16 => self.request_charged = Read::read(at, from)?,
            17 => self.version_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct UploadPartRequest {
    pub body: ByteStream,
    pub bucket: String,
    pub content_length: Option<i64>,
    pub content_md5: Option<String>,
    pub checksum_algorithm: Option<String>,
    pub checksum_crc32: Option<String>,
    pub checksum_crc32c: Option<String>,
    pub checksum_crc64nvme: Option<String>,
    pub checksum_sha1: Option<String>,
    pub checksum_sha256: Option<String>,
    pub checksum_sha512: Option<String>,
    pub checksum_md5: Option<String>,
    pub checksum_xxhash64: Option<String>,
    pub checksum_xxhash3: Option<String>,
    pub checksum_xxhash128: Option<String>,
    pub key: String,
    pub part_number: i32,
    pub upload_id: String,
    pub sse_customer_algorithm: Option<String>,
    pub sse_customer_key: Option<String>,
    pub sse_customer_key_md5: Option<String>,
    pub request_payer: Option<String>,
    pub expected_bucket_owner: Option<String>,
}

impl Shape for UploadPartRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UploadPartRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            1 => self.bucket.write(at, to),
            2 => self.content_length.write(at, to),
            3 => self.content_md5.write(at, to),
            4 => self.checksum_algorithm.write(at, to),
            5 => self.checksum_crc32.write(at, to),
            6 => self.checksum_crc32c.write(at, to),
            7 => self.checksum_crc64nvme.write(at, to),
            8 => self.checksum_sha1.write(at, to),
            9 => self.checksum_sha256.write(at, to),
            10 => self.checksum_sha512.write(at, to),
            11 => self.checksum_md5.write(at, to),
            12 => self.checksum_xxhash64.write(at, to),
            13 => self.checksum_xxhash3.write(at, to),
            14 => self.checksum_xxhash128.write(at, to),
            15 => self.key.write(at, to),
            16 => self.part_number.write(at, to),
            17 => self.upload_id.write(at, to),
            18 => self.sse_customer_algorithm.write(at, to),
            19 => self.sse_customer_key.write(at, to),
            20 => self.sse_customer_key_md5.write(at, to),
            21 => self.request_payer.write(at, to),
            22 => self.expected_bucket_owner.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            1 => self.bucket = Read::read(at, from)?,
            2 => self.content_length = Read::read(at, from)?,
            3 => self.content_md5 = Read::read(at, from)?,
            4 => self.checksum_algorithm = Read::read(at, from)?,
            5 => self.checksum_crc32 = Read::read(at, from)?,
            6 => self.checksum_crc32c = Read::read(at, from)?,
            7 => self.checksum_crc64nvme = Read::read(at, from)?,
            8 => self.checksum_sha1 = Read::read(at, from)?,
            9 => self.checksum_sha256 = Read::read(at, from)?,
            10 => self.checksum_sha512 = Read::read(at, from)?,
            11 => self.checksum_md5 = Read::read(at, from)?,
            12 => self.checksum_xxhash64 = Read::read(at, from)?,
            13 => self.checksum_xxhash3 = Read::read(at, from)?,
            14 => self.checksum_xxhash128 = Read::read(at, from)?,
            15 => self.key = Read::read(at, from)?,
            16 => self.part_number = Read::read(at, from)?,
            17 => self.upload_id = Read::read(at, from)?,
            18 => self.sse_customer_algorithm = Read::read(at, from)?,
            19 => self.sse_customer_key = Read::read(at, from)?,
            20 => self.sse_customer_key_md5 = Read::read(at, from)?,
            21 => self.request_payer = Read::read(at, from)?,
            22 => self.expected_bucket_owner = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }

    fn stream_mut(&mut self) -> Option<&mut ByteStream> {
        Some(&mut self.body)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersioningConfiguration {
    pub mfa_delete: Option<String>,
    pub status: Option<String>,
}

impl Shape for VersioningConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::VersioningConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mfa_delete.write(at, to),
            1 => self.status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.mfa_delete = Read::read(at, from)?,
            1 => self.status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebsiteConfiguration {
    pub error_document: Option<ErrorDocument>,
    pub index_document: Option<IndexDocument>,
    pub redirect_all_requests_to: Option<RedirectAllRequestsTo>,
    pub routing_rules: Option<Vec<RoutingRule>>,
}

impl Shape for WebsiteConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::WebsiteConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_document.write(at, to),
            1 => self.index_document.write(at, to),
            2 => self.redirect_all_requests_to.write(at, to),
            3 => self.routing_rules.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_document = Read::read(at, from)?,
            1 => self.index_document = Read::read(at, from)?,
            2 => self.redirect_all_requests_to = Read::read(at, from)?,
            3 => self.routing_rules = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
