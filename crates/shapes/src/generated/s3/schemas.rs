// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AbortIncompleteMultipartUpload: Structure = Structure { name: "AbortIncompleteMultipartUpload", payload: None, xml_namespace: None, members: &[
Member::new("DaysAfterInitiation", Kind::integer(None, None)),
] };
pub static AbortMultipartUploadOutput: Structure = Structure { name: "AbortMultipartUploadOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static AbortMultipartUploadRequest: Structure = Structure { name: "AbortMultipartUploadRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])).wire("uploadId").at(Location::Query).required(),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("IfMatchInitiatedTime", Kind::Timestamp(Some(TimestampFormat::Rfc822))).wire("x-amz-if-match-initiated-time").at(Location::Header),
] };
pub static AccelerateConfiguration: Structure = Structure { name: "AccelerateConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Suspended"])),
] };
pub static AccessControlPolicy: Structure = Structure { name: "AccessControlPolicy", payload: None, xml_namespace: None, members: &[
Member::new("Grants", Kind::List(&Grants)).wire("AccessControlList"),
Member::new("Owner", Kind::Structure(&Owner)),
] };
pub static AccessControlTranslation: Structure = Structure { name: "AccessControlTranslation", payload: None, xml_namespace: None, members: &[
Member::new("Owner", Kind::text(Length::new(None, None), None, &["Destination"])).required(),
] };
static AllowedHeaders: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static AllowedMethods: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static AllowedOrigins: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static AnalyticsAndOperator: Structure = Structure { name: "AnalyticsAndOperator", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tags", Kind::List(&TagSet)).wire("Tag").flattened(),
] };
pub static AnalyticsConfiguration: Structure = Structure { name: "AnalyticsConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Filter", Kind::Structure(&AnalyticsFilter)),
Member::new("StorageClassAnalysis", Kind::Structure(&StorageClassAnalysis)).required(),
] };
static AnalyticsConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AnalyticsConfiguration)) };
pub static AnalyticsExportDestination: Structure = Structure { name: "AnalyticsExportDestination", payload: None, xml_namespace: None, members: &[
Member::new("S3BucketDestination", Kind::Structure(&AnalyticsS3BucketDestination)).required(),
] };
pub static AnalyticsFilter: Structure = Structure { name: "AnalyticsFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tag", Kind::Structure(&Tag)),
Member::new("And", Kind::Structure(&AnalyticsAndOperator)),
] };
pub static AnalyticsS3BucketDestination: Structure = Structure { name: "AnalyticsS3BucketDestination", payload: None, xml_namespace: None, members: &[
Member::new("Format", Kind::text(Length::new(None, None), None, &["CSV"])).required(),
Member::new("BucketAccountId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
] };
pub static BlockedEncryptionTypes: Structure = Structure { name: "BlockedEncryptionTypes", payload: None, xml_namespace: None, members: &[
Member::new("EncryptionType", Kind::List(&EncryptionTypeList)).flattened(),
] };
pub static Bucket: Structure = Structure { name: "Bucket", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
Member::new("CreationDate", Kind::Timestamp(None)),
Member::new("BucketRegion", Kind::text(Length::new(None, None), None, &[])),
Member::new("BucketArn", Kind::text(Length::new(Some(1), Some(128)), Some("arn:[^:]+:(s3|s3express):.*"), &[])),
] };
pub static BucketInfo: Structure = Structure { name: "BucketInfo", payload: None, xml_namespace: None, members: &[
Member::new("DataRedundancy", Kind::text(Length::new(None, None), None, &["SingleAvailabilityZone", "SingleLocalZone"])),
Member::new("Type", Kind::text(Length::new(None, None), None, &["Directory"])),
] };
pub static BucketLifecycleConfiguration: Structure = Structure { name: "BucketLifecycleConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Rules", Kind::List(&LifecycleRules)).wire("Rule").required().flattened(),
] };
pub static BucketLoggingStatus: Structure = Structure { name: "BucketLoggingStatus", payload: None, xml_namespace: None, members: &[
Member::new("LoggingEnabled", Kind::Structure(&LoggingEnabled)),
] };
static Buckets: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Bucket)).wire("Bucket") };
pub static CORSConfiguration: Structure = Structure { name: "CORSConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("CORSRules", Kind::List(&CORSRules)).wire("CORSRule").required().flattened(),
] };
pub static CORSRule: Structure = Structure { name: "CORSRule", payload: None, xml_namespace: None, members: &[
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
Member::new("AllowedHeaders", Kind::List(&AllowedHeaders)).wire("AllowedHeader").flattened(),
Member::new("AllowedMethods", Kind::List(&AllowedMethods)).wire("AllowedMethod").required().flattened(),
Member::new("AllowedOrigins", Kind::List(&AllowedOrigins)).wire("AllowedOrigin").required().flattened(),
Member::new("ExposeHeaders", Kind::List(&ExposeHeaders)).wire("ExposeHeader").flattened(),
Member::new("MaxAgeSeconds", Kind::integer(None, None)),
] };
static CORSRules: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&CORSRule)) };
pub static CSVInput: Structure = Structure { name: "CSVInput", payload: None, xml_namespace: None, members: &[
Member::new("FileHeaderInfo", Kind::text(Length::new(None, None), None, &["USE", "IGNORE", "NONE"])),
Member::new("Comments", Kind::text(Length::new(None, None), None, &[])),
Member::new("QuoteEscapeCharacter", Kind::text(Length::new(None, None), None, &[])),
Member::new("RecordDelimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("FieldDelimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("QuoteCharacter", Kind::text(Length::new(None, None), None, &[])),
Member::new("AllowQuotedRecordDelimiter", Kind::Boolean),
] };
pub static CSVOutput: Structure = Structure { name: "CSVOutput", payload: None, xml_namespace: None, members: &[
Member::new("QuoteFields", Kind::text(Length::new(None, None), None, &["ALWAYS", "ASNEEDED"])),
Member::new("QuoteEscapeCharacter", Kind::text(Length::new(None, None), None, &[])),
Member::new("RecordDelimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("FieldDelimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("QuoteCharacter", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Checksum: Structure = Structure { name: "Checksum", payload: None, xml_namespace: None, members: &[
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
] };
static ChecksumAlgorithmList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])) };
pub static CommonPrefix: Structure = Structure { name: "CommonPrefix", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
] };
static CommonPrefixList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&CommonPrefix)) };
pub static CompleteMultipartUploadOutput: Structure = Structure { name: "CompleteMultipartUploadOutput", payload: None, xml_namespace: None, members: &[
Member::new("Location", Kind::text(Length::new(None, None), None, &[])),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("Expiration", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expiration").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static CompleteMultipartUploadRequest: Structure = Structure { name: "CompleteMultipartUploadRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("MultipartUpload", Kind::Structure(&CompletedMultipartUpload)).wire("CompleteMultipartUpload").namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])).wire("uploadId").at(Location::Query).required(),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
Member::new("MpuObjectSize", Kind::integer(None, None)).wire("x-amz-mp-object-size").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-None-Match").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
] };
pub static CompletedMultipartUpload: Structure = Structure { name: "CompletedMultipartUpload", payload: None, xml_namespace: None, members: &[
Member::new("Parts", Kind::List(&CompletedPartList)).wire("Part").flattened(),
] };
pub static CompletedPart: Structure = Structure { name: "CompletedPart", payload: None, xml_namespace: None, members: &[
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
Member::new("PartNumber", Kind::integer(None, None)),
] };
static CompletedPartList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&CompletedPart)) };
pub static Condition: Structure = Structure { name: "Condition", payload: None, xml_namespace: None, members: &[
Member::new("HttpErrorCodeReturnedEquals", Kind::text(Length::new(None, None), None, &[])),
Member::new("KeyPrefixEquals", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ContinuationEvent: Structure = Structure { name: "ContinuationEvent", payload: None, xml_namespace: None, members: &[
] };
pub static CopyObjectOutput: Structure = Structure { name: "CopyObjectOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("CopyObjectResult", Kind::Structure(&CopyObjectResult)),
Member::new("Expiration", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expiration").at(Location::Header),
Member::new("CopySourceVersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-version-id").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static CopyObjectRequest: Structure = Structure { name: "CopyObjectRequest", payload: None, xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"])).wire("x-amz-acl").at(Location::Header),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CacheControl", Kind::text(Length::new(None, None), None, &[])).wire("Cache-Control").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-checksum-algorithm").at(Location::Header),
Member::new("ContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("Content-Disposition").at(Location::Header),
Member::new("ContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("Content-Encoding").at(Location::Header),
Member::new("ContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("Content-Language").at(Location::Header),
Member::new("ContentType", Kind::text(Length::new(None, None), None, &[])).wire("Content-Type").at(Location::Header),
Member::new("CopySource", Kind::text(Length::new(None, None), Some("\\/?.+\\/.+"), &[])).wire("x-amz-copy-source").at(Location::Header).required(),
Member::new("CopySourceIfMatch", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-if-match").at(Location::Header),
Member::new("CopySourceIfModifiedSince", Kind::Timestamp(None)).wire("x-amz-copy-source-if-modified-since").at(Location::Header),
Member::new("CopySourceIfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-if-none-match").at(Location::Header),
Member::new("CopySourceIfUnmodifiedSince", Kind::Timestamp(None)).wire("x-amz-copy-source-if-unmodified-since").at(Location::Header),
Member::new("Expires", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-None-Match").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("Metadata", Kind::Map(&Metadata)).wire("x-amz-meta-").at(Location::Headers),
Member::new("MetadataDirective", Kind::text(Length::new(None, None), None, &["COPY", "REPLACE"])).wire("x-amz-metadata-directive").at(Location::Header),
Member::new("TaggingDirective", Kind::text(Length::new(None, None), None, &["COPY", "REPLACE"])).wire("x-amz-tagging-directive").at(Location::Header),
Member::new("AnnotationDirective", Kind::text(Length::new(None, None), None, &["COPY", "EXCLUDE"])).wire("x-amz-object-annotation-directive").at(Location::Header),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])).wire("x-amz-storage-class").at(Location::Header),
Member::new("WebsiteRedirectLocation", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-website-redirect-location").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("CopySourceSSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("CopySourceSSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-copy-source-server-side-encryption-customer-key").at(Location::Header),
Member::new("CopySourceSSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("Tagging", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-tagging").at(Location::Header),
Member::new("ObjectLockMode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])).wire("x-amz-object-lock-mode").at(Location::Header),
Member::new("ObjectLockRetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))).wire("x-amz-object-lock-retain-until-date").at(Location::Header),
Member::new("ObjectLockLegalHoldStatus", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-legal-hold").at(Location::Header),
Member::new("ObjectLockEventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-event-hold").at(Location::Header),
Member::new("ObjectLockEventHoldDurationDays", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-days").at(Location::Header),
Member::new("ObjectLockEventHoldDurationYears", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-years").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ExpectedSourceBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-source-expected-bucket-owner").at(Location::Header),
] };
pub static CopyObjectResult: Structure = Structure { name: "CopyObjectResult", payload: None, xml_namespace: None, members: &[
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
] };
pub static CopyPartResult: Structure = Structure { name: "CopyPartResult", payload: None, xml_namespace: None, members: &[
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
] };
pub static CreateBucketConfiguration: Structure = Structure { name: "CreateBucketConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("LocationConstraint", Kind::text(Length::new(None, None), None, &["af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1", "EU", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2"])),
Member::new("Location", Kind::Structure(&LocationInfo)),
Member::new("Bucket", Kind::Structure(&BucketInfo)),
Member::new("Tags", Kind::List(&TagSet)),
] };
pub static CreateBucketOutput: Structure = Structure { name: "CreateBucketOutput", payload: None, xml_namespace: None, members: &[
Member::new("Location", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("BucketArn", Kind::text(Length::new(Some(1), Some(128)), Some("arn:[^:]+:(s3|s3express):.*"), &[])).wire("x-amz-bucket-arn").at(Location::Header),
] };
pub static CreateBucketRequest: Structure = Structure { name: "CreateBucketRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read"])).wire("x-amz-acl").at(Location::Header),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CreateBucketConfiguration", Kind::Structure(&CreateBucketConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWrite", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("ObjectLockEnabledForBucket", Kind::Boolean).wire("x-amz-bucket-object-lock-enabled").at(Location::Header),
Member::new("ObjectOwnership", Kind::text(Length::new(None, None), None, &["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"])).wire("x-amz-object-ownership").at(Location::Header),
Member::new("BucketNamespace", Kind::text(Length::new(None, None), None, &["account-regional", "global"])).wire("x-amz-bucket-namespace").at(Location::Header),
] };
pub static CreateMultipartUploadOutput: Structure = Structure { name: "CreateMultipartUploadOutput", payload: None, xml_namespace: None, members: &[
Member::new("AbortDate", Kind::Timestamp(None)).wire("x-amz-abort-date").at(Location::Header),
Member::new("AbortRuleId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-abort-rule-id").at(Location::Header),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-checksum-algorithm").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static CreateMultipartUploadRequest: Structure = Structure { name: "CreateMultipartUploadRequest", payload: None, xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"])).wire("x-amz-acl").at(Location::Header),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CacheControl", Kind::text(Length::new(None, None), None, &[])).wire("Cache-Control").at(Location::Header),
Member::new("ContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("Content-Disposition").at(Location::Header),
Member::new("ContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("Content-Encoding").at(Location::Header),
Member::new("ContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("Content-Language").at(Location::Header),
Member::new("ContentType", Kind::text(Length::new(None, None), None, &[])).wire("Content-Type").at(Location::Header),
Member::new("Expires", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("Metadata", Kind::Map(&Metadata)).wire("x-amz-meta-").at(Location::Headers),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])).wire("x-amz-storage-class").at(Location::Header),
Member::new("WebsiteRedirectLocation", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-website-redirect-location").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("Tagging", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-tagging").at(Location::Header),
Member::new("ObjectLockMode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])).wire("x-amz-object-lock-mode").at(Location::Header),
Member::new("ObjectLockRetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))).wire("x-amz-object-lock-retain-until-date").at(Location::Header),
Member::new("ObjectLockLegalHoldStatus", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-legal-hold").at(Location::Header),
Member::new("ObjectLockEventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-event-hold").at(Location::Header),
Member::new("ObjectLockEventHoldDurationDays", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-days").at(Location::Header),
Member::new("ObjectLockEventHoldDurationYears", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-years").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-checksum-algorithm").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
] };
pub static DefaultRetention: Structure = Structure { name: "DefaultRetention", payload: None, xml_namespace: None, members: &[
Member::new("Mode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])),
Member::new("Days", Kind::integer(None, None)),
Member::new("Years", Kind::integer(None, None)),
Member::new("DefaultEventHold", Kind::Structure(&EventHoldDuration)),
] };
pub static Delete: Structure = Structure { name: "Delete", payload: None, xml_namespace: None, members: &[
Member::new("Objects", Kind::List(&ObjectIdentifierList)).wire("Object").required().flattened(),
Member::new("Quiet", Kind::Boolean),
] };
pub static DeleteBucketAnalyticsConfigurationRequest: Structure = Structure { name: "DeleteBucketAnalyticsConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketCorsRequest: Structure = Structure { name: "DeleteBucketCorsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketEncryptionRequest: Structure = Structure { name: "DeleteBucketEncryptionRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketIntelligentTieringConfigurationRequest: Structure = Structure { name: "DeleteBucketIntelligentTieringConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketInventoryConfigurationRequest: Structure = Structure { name: "DeleteBucketInventoryConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketLifecycleRequest: Structure = Structure { name: "DeleteBucketLifecycleRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketMetricsConfigurationRequest: Structure = Structure { name: "DeleteBucketMetricsConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketOwnershipControlsRequest: Structure = Structure { name: "DeleteBucketOwnershipControlsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketPolicyRequest: Structure = Structure { name: "DeleteBucketPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketReplicationRequest: Structure = Structure { name: "DeleteBucketReplicationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketRequest: Structure = Structure { name: "DeleteBucketRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketTaggingRequest: Structure = Structure { name: "DeleteBucketTaggingRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteBucketWebsiteRequest: Structure = Structure { name: "DeleteBucketWebsiteRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteMarkerEntry: Structure = Structure { name: "DeleteMarkerEntry", payload: None, xml_namespace: None, members: &[
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("IsLatest", Kind::Boolean),
Member::new("LastModified", Kind::Timestamp(None)),
] };
pub static DeleteMarkerReplication: Structure = Structure { name: "DeleteMarkerReplication", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])),
] };
static DeleteMarkers: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&DeleteMarkerEntry)) };
pub static DeleteObjectOutput: Structure = Structure { name: "DeleteObjectOutput", payload: None, xml_namespace: None, members: &[
Member::new("DeleteMarker", Kind::Boolean).wire("x-amz-delete-marker").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static DeleteObjectRequest: Structure = Structure { name: "DeleteObjectRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("MFA", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-mfa").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("BypassGovernanceRetention", Kind::Boolean).wire("x-amz-bypass-governance-retention").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfMatchLastModifiedTime", Kind::Timestamp(Some(TimestampFormat::Rfc822))).wire("x-amz-if-match-last-modified-time").at(Location::Header),
Member::new("IfMatchSize", Kind::integer(None, None)).wire("x-amz-if-match-size").at(Location::Header),
] };
pub static DeleteObjectTaggingOutput: Structure = Structure { name: "DeleteObjectTaggingOutput", payload: None, xml_namespace: None, members: &[
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static DeleteObjectTaggingRequest: Structure = Structure { name: "DeleteObjectTaggingRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeleteObjectsOutput: Structure = Structure { name: "DeleteObjectsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Deleted", Kind::List(&DeletedObjects)).flattened(),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("Errors", Kind::List(&Errors)).wire("Error").flattened(),
] };
pub static DeleteObjectsRequest: Structure = Structure { name: "DeleteObjectsRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Delete", Kind::Structure(&Delete)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("MFA", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-mfa").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("BypassGovernanceRetention", Kind::Boolean).wire("x-amz-bypass-governance-retention").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
] };
pub static DeletePublicAccessBlockRequest: Structure = Structure { name: "DeletePublicAccessBlockRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static DeletedObject: Structure = Structure { name: "DeletedObject", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("DeleteMarker", Kind::Boolean),
Member::new("DeleteMarkerVersionId", Kind::text(Length::new(None, None), None, &[])),
] };
static DeletedObjects: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&DeletedObject)) };
pub static Destination: Structure = Structure { name: "Destination", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Account", Kind::text(Length::new(None, None), None, &[])),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
Member::new("AccessControlTranslation", Kind::Structure(&AccessControlTranslation)),
Member::new("EncryptionConfiguration", Kind::Structure(&EncryptionConfiguration)),
Member::new("ReplicationTime", Kind::Structure(&ReplicationTime)),
Member::new("Metrics", Kind::Structure(&Metrics)),
] };
pub static Encryption: Structure = Structure { name: "Encryption", payload: None, xml_namespace: None, members: &[
Member::new("EncryptionType", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).required(),
Member::new("KMSKeyId", Kind::secret(Length::new(None, None), None)),
Member::new("KMSContext", Kind::text(Length::new(None, None), None, &[])),
] };
pub static EncryptionConfiguration: Structure = Structure { name: "EncryptionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ReplicaKmsKeyID", Kind::text(Length::new(None, None), None, &[])),
] };
static EncryptionTypeList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["NONE", "SSE-C"])).wire("EncryptionType") };
pub static EndEvent: Structure = Structure { name: "EndEvent", payload: None, xml_namespace: None, members: &[
] };
pub static Error: Structure = Structure { name: "Error", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Code", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ErrorDocument: Structure = Structure { name: "ErrorDocument", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).required(),
] };
static Errors: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Error)) };
pub static EventBridgeConfiguration: Structure = Structure { name: "EventBridgeConfiguration", payload: None, xml_namespace: None, members: &[
] };
pub static EventHoldDuration: Structure = Structure { name: "EventHoldDuration", payload: None, xml_namespace: None, members: &[
Member::new("Days", Kind::integer(None, None)),
Member::new("Years", Kind::integer(None, None)),
] };
static EventList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["s3:ReducedRedundancyLostObject", "s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Post", "s3:ObjectCreated:Copy", "s3:ObjectCreated:CompleteMultipartUpload", "s3:ObjectRemoved:*", "s3:ObjectRemoved:Delete", "s3:ObjectRemoved:DeleteMarkerCreated", "s3:ObjectRestore:*", "s3:ObjectRestore:Post", "s3:ObjectRestore:Completed", "s3:Replication:*", "s3:Replication:OperationFailedReplication", "s3:Replication:OperationNotTracked", "s3:Replication:OperationMissedThreshold", "s3:Replication:OperationReplicatedAfterThreshold", "s3:ObjectRestore:Delete", "s3:LifecycleTransition", "s3:IntelligentTiering", "s3:ObjectAcl:Put", "s3:LifecycleExpiration:*", "s3:LifecycleExpiration:Delete", "s3:LifecycleExpiration:DeleteMarkerCreated", "s3:ObjectTagging:*", "s3:ObjectTagging:Put", "s3:ObjectTagging:Delete", "s3:ObjectAnnotation:*", "s3:ObjectAnnotation:Put", "s3:ObjectAnnotation:Delete", "s3:ObjectRetention:Put"])) };
pub static ExistingObjectReplication: Structure = Structure { name: "ExistingObjectReplication", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
] };
static ExposeHeaders: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
pub static FilterRule: Structure = Structure { name: "FilterRule", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(None, None), None, &["prefix", "suffix"])),
Member::new("Value", Kind::text(Length::new(None, None), None, &[])),
] };
static FilterRuleList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&FilterRule)) };
pub static GetBucketAccelerateConfigurationOutput: Structure = Structure { name: "GetBucketAccelerateConfigurationOutput", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Suspended"])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static GetBucketAccelerateConfigurationRequest: Structure = Structure { name: "GetBucketAccelerateConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
] };
pub static GetBucketAclOutput: Structure = Structure { name: "GetBucketAclOutput", payload: None, xml_namespace: None, members: &[
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("Grants", Kind::List(&Grants)).wire("AccessControlList"),
] };
pub static GetBucketAclRequest: Structure = Structure { name: "GetBucketAclRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketAnalyticsConfigurationOutput: Structure = Structure { name: "GetBucketAnalyticsConfigurationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("AnalyticsConfiguration", Kind::Structure(&AnalyticsConfiguration)),
] };
pub static GetBucketAnalyticsConfigurationRequest: Structure = Structure { name: "GetBucketAnalyticsConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketCorsOutput: Structure = Structure { name: "GetBucketCorsOutput", payload: None, xml_namespace: None, members: &[
Member::new("CORSRules", Kind::List(&CORSRules)).wire("CORSRule").flattened(),
] };
pub static GetBucketCorsRequest: Structure = Structure { name: "GetBucketCorsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketEncryptionOutput: Structure = Structure { name: "GetBucketEncryptionOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("ServerSideEncryptionConfiguration", Kind::Structure(&ServerSideEncryptionConfiguration)),
] };
pub static GetBucketEncryptionRequest: Structure = Structure { name: "GetBucketEncryptionRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketIntelligentTieringConfigurationOutput: Structure = Structure { name: "GetBucketIntelligentTieringConfigurationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("IntelligentTieringConfiguration", Kind::Structure(&IntelligentTieringConfiguration)),
] };
pub static GetBucketIntelligentTieringConfigurationRequest: Structure = Structure { name: "GetBucketIntelligentTieringConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketInventoryConfigurationOutput: Structure = Structure { name: "GetBucketInventoryConfigurationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("InventoryConfiguration", Kind::Structure(&InventoryConfiguration)),
] };
pub static GetBucketInventoryConfigurationRequest: Structure = Structure { name: "GetBucketInventoryConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketLifecycleConfigurationOutput: Structure = Structure { name: "GetBucketLifecycleConfigurationOutput", payload: None, xml_namespace: None, members: &[
Member::new("Rules", Kind::List(&LifecycleRules)).wire("Rule").flattened(),
Member::new("TransitionDefaultMinimumObjectSize", Kind::text(Length::new(None, None), None, &["varies_by_storage_class", "all_storage_classes_128K"])).wire("x-amz-transition-default-minimum-object-size").at(Location::Header),
] };
pub static GetBucketLifecycleConfigurationRequest: Structure = Structure { name: "GetBucketLifecycleConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketLocationOutput: Structure = Structure { name: "GetBucketLocationOutput", payload: None, xml_namespace: None, members: &[
Member::new("LocationConstraint", Kind::text(Length::new(None, None), None, &["af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "cn-north-1", "cn-northwest-1", "EU", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-1", "us-west-2"])),
] };
pub static GetBucketLocationRequest: Structure = Structure { name: "GetBucketLocationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketLoggingOutput: Structure = Structure { name: "GetBucketLoggingOutput", payload: None, xml_namespace: None, members: &[
Member::new("LoggingEnabled", Kind::Structure(&LoggingEnabled)),
] };
pub static GetBucketLoggingRequest: Structure = Structure { name: "GetBucketLoggingRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketMetricsConfigurationOutput: Structure = Structure { name: "GetBucketMetricsConfigurationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("MetricsConfiguration", Kind::Structure(&MetricsConfiguration)),
] };
pub static GetBucketMetricsConfigurationRequest: Structure = Structure { name: "GetBucketMetricsConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketNotificationConfigurationRequest: Structure = Structure { name: "GetBucketNotificationConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketOwnershipControlsOutput: Structure = Structure { name: "GetBucketOwnershipControlsOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("OwnershipControls", Kind::Structure(&OwnershipControls)),
] };
pub static GetBucketOwnershipControlsRequest: Structure = Structure { name: "GetBucketOwnershipControlsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketPolicyOutput: Structure = Structure { name: "GetBucketPolicyOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetBucketPolicyRequest: Structure = Structure { name: "GetBucketPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketPolicyStatusOutput: Structure = Structure { name: "GetBucketPolicyStatusOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("PolicyStatus", Kind::Structure(&PolicyStatus)),
] };
pub static GetBucketPolicyStatusRequest: Structure = Structure { name: "GetBucketPolicyStatusRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketReplicationOutput: Structure = Structure { name: "GetBucketReplicationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("ReplicationConfiguration", Kind::Structure(&ReplicationConfiguration)),
] };
pub static GetBucketReplicationRequest: Structure = Structure { name: "GetBucketReplicationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketRequestPaymentOutput: Structure = Structure { name: "GetBucketRequestPaymentOutput", payload: None, xml_namespace: None, members: &[
Member::new("Payer", Kind::text(Length::new(None, None), None, &["Requester", "BucketOwner"])),
] };
pub static GetBucketRequestPaymentRequest: Structure = Structure { name: "GetBucketRequestPaymentRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketTaggingOutput: Structure = Structure { name: "GetBucketTaggingOutput", payload: None, xml_namespace: None, members: &[
Member::new("TagSet", Kind::List(&TagSet)).required(),
] };
pub static GetBucketTaggingRequest: Structure = Structure { name: "GetBucketTaggingRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketVersioningOutput: Structure = Structure { name: "GetBucketVersioningOutput", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Suspended"])),
Member::new("MFADelete", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).wire("MfaDelete"),
] };
pub static GetBucketVersioningRequest: Structure = Structure { name: "GetBucketVersioningRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetBucketWebsiteOutput: Structure = Structure { name: "GetBucketWebsiteOutput", payload: None, xml_namespace: None, members: &[
Member::new("RedirectAllRequestsTo", Kind::Structure(&RedirectAllRequestsTo)),
Member::new("IndexDocument", Kind::Structure(&IndexDocument)),
Member::new("ErrorDocument", Kind::Structure(&ErrorDocument)),
Member::new("RoutingRules", Kind::List(&RoutingRules)),
] };
pub static GetBucketWebsiteRequest: Structure = Structure { name: "GetBucketWebsiteRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetObjectAclOutput: Structure = Structure { name: "GetObjectAclOutput", payload: None, xml_namespace: None, members: &[
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("Grants", Kind::List(&Grants)).wire("AccessControlList"),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static GetObjectAclRequest: Structure = Structure { name: "GetObjectAclRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetObjectAttributesOutput: Structure = Structure { name: "GetObjectAttributesOutput", payload: None, xml_namespace: None, members: &[
Member::new("DeleteMarker", Kind::Boolean).wire("x-amz-delete-marker").at(Location::Header),
Member::new("LastModified", Kind::Timestamp(None)).wire("Last-Modified").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("Checksum", Kind::Structure(&Checksum)),
Member::new("ObjectParts", Kind::Structure(&GetObjectAttributesParts)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
Member::new("ObjectSize", Kind::integer(None, None)),
] };
pub static GetObjectAttributesParts: Structure = Structure { name: "GetObjectAttributesParts", payload: None, xml_namespace: None, members: &[
Member::new("TotalPartsCount", Kind::integer(None, None)).wire("PartsCount"),
Member::new("PartNumberMarker", Kind::integer(None, None)),
Member::new("NextPartNumberMarker", Kind::integer(None, None)),
Member::new("MaxParts", Kind::integer(None, None)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Parts", Kind::List(&PartsList)).wire("Part").flattened(),
] };
pub static GetObjectAttributesRequest: Structure = Structure { name: "GetObjectAttributesRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("MaxParts", Kind::integer(None, None)).wire("x-amz-max-parts").at(Location::Header),
Member::new("PartNumberMarker", Kind::integer(None, None)).wire("x-amz-part-number-marker").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ObjectAttributes", Kind::List(&ObjectAttributesList)).wire("x-amz-object-attributes").at(Location::Header).required(),
] };
pub static GetObjectLegalHoldOutput: Structure = Structure { name: "GetObjectLegalHoldOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("LegalHold", Kind::Structure(&ObjectLockLegalHold)),
] };
pub static GetObjectLegalHoldRequest: Structure = Structure { name: "GetObjectLegalHoldRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetObjectLockConfigurationOutput: Structure = Structure { name: "GetObjectLockConfigurationOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("ObjectLockConfiguration", Kind::Structure(&ObjectLockConfiguration)),
] };
pub static GetObjectLockConfigurationRequest: Structure = Structure { name: "GetObjectLockConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetObjectOutput: Structure = Structure { name: "GetObjectOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("Body", Kind::Blob(Length::new(None, None))).streaming(),
Member::new("DeleteMarker", Kind::Boolean).wire("x-amz-delete-marker").at(Location::Header),
Member::new("AcceptRanges", Kind::text(Length::new(None, None), None, &[])).wire("accept-ranges").at(Location::Header),
Member::new("Expiration", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expiration").at(Location::Header),
Member::new("Restore", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-restore").at(Location::Header),
Member::new("LastModified", Kind::Timestamp(None)).wire("Last-Modified").at(Location::Header),
Member::new("ContentLength", Kind::integer(None, None)).wire("Content-Length").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
Member::new("MissingMeta", Kind::integer(None, None)).wire("x-amz-missing-meta").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("CacheControl", Kind::text(Length::new(None, None), None, &[])).wire("Cache-Control").at(Location::Header),
Member::new("ContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("Content-Disposition").at(Location::Header),
Member::new("ContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("Content-Encoding").at(Location::Header),
Member::new("ContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("Content-Language").at(Location::Header),
Member::new("ContentRange", Kind::text(Length::new(None, None), None, &[])).wire("Content-Range").at(Location::Header),
Member::new("ContentType", Kind::text(Length::new(None, None), None, &[])).wire("Content-Type").at(Location::Header),
Member::new("Expires", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("WebsiteRedirectLocation", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-website-redirect-location").at(Location::Header),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("Metadata", Kind::Map(&Metadata)).wire("x-amz-meta-").at(Location::Headers),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])).wire("x-amz-storage-class").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("ReplicationStatus", Kind::text(Length::new(None, None), None, &["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"])).wire("x-amz-replication-status").at(Location::Header),
Member::new("PartsCount", Kind::integer(None, None)).wire("x-amz-mp-parts-count").at(Location::Header),
Member::new("TagCount", Kind::integer(None, None)).wire("x-amz-tagging-count").at(Location::Header),
Member::new("ObjectLockMode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])).wire("x-amz-object-lock-mode").at(Location::Header),
Member::new("ObjectLockRetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))).wire("x-amz-object-lock-retain-until-date").at(Location::Header),
Member::new("ObjectLockLegalHoldStatus", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-legal-hold").at(Location::Header),
Member::new("ObjectLockEventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-event-hold").at(Location::Header),
Member::new("ObjectLockEventHoldDurationDays", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-days").at(Location::Header),
Member::new("ObjectLockEventHoldDurationYears", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-years").at(Location::Header),
] };
pub static GetObjectRequest: Structure = Structure { name: "GetObjectRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfModifiedSince", Kind::Timestamp(None)).wire("If-Modified-Since").at(Location::Header),
Member::new("IfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-None-Match").at(Location::Header),
Member::new("IfUnmodifiedSince", Kind::Timestamp(None)).wire("If-Unmodified-Since").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("Range", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("ResponseCacheControl", Kind::text(Length::new(None, None), None, &[])).wire("response-cache-control").at(Location::Query),
Member::new("ResponseContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("response-content-disposition").at(Location::Query),
Member::new("ResponseContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("response-content-encoding").at(Location::Query),
Member::new("ResponseContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("response-content-language").at(Location::Query),
Member::new("ResponseContentType", Kind::text(Length::new(None, None), None, &[])).wire("response-content-type").at(Location::Query),
Member::new("ResponseExpires", Kind::Timestamp(Some(TimestampFormat::Rfc822))).wire("response-expires").at(Location::Query),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("PartNumber", Kind::integer(None, None)).wire("partNumber").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ChecksumMode", Kind::text(Length::new(None, None), None, &["ENABLED"])).wire("x-amz-checksum-mode").at(Location::Header),
] };
pub static GetObjectRetentionOutput: Structure = Structure { name: "GetObjectRetentionOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("Retention", Kind::Structure(&ObjectLockRetention)),
] };
pub static GetObjectRetentionRequest: Structure = Structure { name: "GetObjectRetentionRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GetObjectTaggingOutput: Structure = Structure { name: "GetObjectTaggingOutput", payload: None, xml_namespace: None, members: &[
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("TagSet", Kind::List(&TagSet)).required(),
] };
pub static GetObjectTaggingRequest: Structure = Structure { name: "GetObjectTaggingRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
] };
pub static GetPublicAccessBlockOutput: Structure = Structure { name: "GetPublicAccessBlockOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("PublicAccessBlockConfiguration", Kind::Structure(&PublicAccessBlockConfiguration)),
] };
pub static GetPublicAccessBlockRequest: Structure = Structure { name: "GetPublicAccessBlockRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static GlacierJobParameters: Structure = Structure { name: "GlacierJobParameters", payload: None, xml_namespace: None, members: &[
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Bulk", "Expedited"])).required(),
] };
pub static Grant: Structure = Structure { name: "Grant", payload: None, xml_namespace: None, members: &[
Member::new("Grantee", Kind::Structure(&Grantee)),
Member::new("Permission", Kind::text(Length::new(None, None), None, &["FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP"])),
] };
pub static Grantee: Structure = Structure { name: "Grantee", payload: None, xml_namespace: Some("http://www.w3.org/2001/XMLSchema-instance"), members: &[
Member::new("DisplayName", Kind::text(Length::new(None, None), None, &[])),
Member::new("EmailAddress", Kind::text(Length::new(None, None), None, &[])),
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
Member::new("Type", Kind::text(Length::new(None, None), None, &["CanonicalUser", "AmazonCustomerByEmail", "Group"])).wire("xsi:type").required().attribute(),
Member::new("URI", Kind::text(Length::new(None, None), None, &[])),
] };
static Grants: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Grant)).wire("Grant") };
pub static HeadBucketOutput: Structure = Structure { name: "HeadBucketOutput", payload: None, xml_namespace: None, members: &[
Member::new("BucketArn", Kind::text(Length::new(Some(1), Some(128)), Some("arn:[^:]+:(s3|s3express):.*"), &[])).wire("x-amz-bucket-arn").at(Location::Header),
Member::new("BucketLocationType", Kind::text(Length::new(None, None), None, &["AvailabilityZone", "LocalZone"])).wire("x-amz-bucket-location-type").at(Location::Header),
Member::new("BucketLocationName", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-bucket-location-name").at(Location::Header),
Member::new("BucketRegion", Kind::text(Length::new(Some(0), Some(20)), None, &[])).wire("x-amz-bucket-region").at(Location::Header),
Member::new("AccessPointAlias", Kind::Boolean).wire("x-amz-access-point-alias").at(Location::Header),
] };
pub static HeadBucketRequest: Structure = Structure { name: "HeadBucketRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static HeadObjectOutput: Structure = Structure { name: "HeadObjectOutput", payload: None, xml_namespace: None, members: &[
Member::new("DeleteMarker", Kind::Boolean).wire("x-amz-delete-marker").at(Location::Header),
Member::new("AcceptRanges", Kind::text(Length::new(None, None), None, &[])).wire("accept-ranges").at(Location::Header),
Member::new("Expiration", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expiration").at(Location::Header),
Member::new("Restore", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-restore").at(Location::Header),
Member::new("ArchiveStatus", Kind::text(Length::new(None, None), None, &["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"])).wire("x-amz-archive-status").at(Location::Header),
Member::new("LastModified", Kind::Timestamp(None)).wire("Last-Modified").at(Location::Header),
Member::new("ContentLength", Kind::integer(None, None)).wire("Content-Length").at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("MissingMeta", Kind::integer(None, None)).wire("x-amz-missing-meta").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("CacheControl", Kind::text(Length::new(None, None), None, &[])).wire("Cache-Control").at(Location::Header),
Member::new("ContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("Content-Disposition").at(Location::Header),
Member::new("ContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("Content-Encoding").at(Location::Header),
Member::new("ContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("Content-Language").at(Location::Header),
Member::new("ContentType", Kind::text(Length::new(None, None), None, &[])).wire("Content-Type").at(Location::Header),
Member::new("ContentRange", Kind::text(Length::new(None, None), None, &[])).wire("Content-Range").at(Location::Header),
Member::new("Expires", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("WebsiteRedirectLocation", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-website-redirect-location").at(Location::Header),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("Metadata", Kind::Map(&Metadata)).wire("x-amz-meta-").at(Location::Headers),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])).wire("x-amz-storage-class").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("ReplicationStatus", Kind::text(Length::new(None, None), None, &["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"])).wire("x-amz-replication-status").at(Location::Header),
Member::new("PartsCount", Kind::integer(None, None)).wire("x-amz-mp-parts-count").at(Location::Header),
Member::new("TagCount", Kind::integer(None, None)).wire("x-amz-tagging-count").at(Location::Header),
Member::new("ObjectLockMode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])).wire("x-amz-object-lock-mode").at(Location::Header),
Member::new("ObjectLockRetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))).wire("x-amz-object-lock-retain-until-date").at(Location::Header),
Member::new("ObjectLockLegalHoldStatus", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-legal-hold").at(Location::Header),
Member::new("ObjectLockEventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-event-hold").at(Location::Header),
Member::new("ObjectLockEventHoldDurationDays", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-days").at(Location::Header),
Member::new("ObjectLockEventHoldDurationYears", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-years").at(Location::Header),
] };
pub static HeadObjectRequest: Structure = Structure { name: "HeadObjectRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfModifiedSince", Kind::Timestamp(None)).wire("If-Modified-Since").at(Location::Header),
Member::new("IfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-None-Match").at(Location::Header),
Member::new("IfUnmodifiedSince", Kind::Timestamp(None)).wire("If-Unmodified-Since").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("Range", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("ResponseCacheControl", Kind::text(Length::new(None, None), None, &[])).wire("response-cache-control").at(Location::Query),
Member::new("ResponseContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("response-content-disposition").at(Location::Query),
Member::new("ResponseContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("response-content-encoding").at(Location::Query),
Member::new("ResponseContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("response-content-language").at(Location::Query),
Member::new("ResponseContentType", Kind::text(Length::new(None, None), None, &[])).wire("response-content-type").at(Location::Query),
Member::new("ResponseExpires", Kind::Timestamp(Some(TimestampFormat::Rfc822))).wire("response-expires").at(Location::Query),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("PartNumber", Kind::integer(None, None)).wire("partNumber").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ChecksumMode", Kind::text(Length::new(None, None), None, &["ENABLED"])).wire("x-amz-checksum-mode").at(Location::Header),
] };
pub static IndexDocument: Structure = Structure { name: "IndexDocument", payload: None, xml_namespace: None, members: &[
Member::new("Suffix", Kind::text(Length::new(None, None), None, &[])).required(),
] };
pub static Initiator: Structure = Structure { name: "Initiator", payload: None, xml_namespace: None, members: &[
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
Member::new("DisplayName", Kind::text(Length::new(None, None), None, &[])),
] };
pub static InputSerialization: Structure = Structure { name: "InputSerialization", payload: None, xml_namespace: None, members: &[
Member::new("CSV", Kind::Structure(&CSVInput)),
Member::new("CompressionType", Kind::text(Length::new(None, None), None, &["NONE", "GZIP", "BZIP2"])),
Member::new("JSON", Kind::Structure(&JSONInput)),
Member::new("Parquet", Kind::Structure(&ParquetInput)),
] };
pub static IntelligentTieringAndOperator: Structure = Structure { name: "IntelligentTieringAndOperator", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tags", Kind::List(&TagSet)).wire("Tag").flattened(),
] };
pub static IntelligentTieringConfiguration: Structure = Structure { name: "IntelligentTieringConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Filter", Kind::Structure(&IntelligentTieringFilter)),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
Member::new("Tierings", Kind::List(&TieringList)).wire("Tiering").required().flattened(),
] };
static IntelligentTieringConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&IntelligentTieringConfiguration)) };
pub static IntelligentTieringFilter: Structure = Structure { name: "IntelligentTieringFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tag", Kind::Structure(&Tag)),
Member::new("And", Kind::Structure(&IntelligentTieringAndOperator)),
] };
pub static InventoryConfiguration: Structure = Structure { name: "InventoryConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Destination", Kind::Structure(&InventoryDestination)).required(),
Member::new("IsEnabled", Kind::Boolean).required(),
Member::new("Filter", Kind::Structure(&InventoryFilter)),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("IncludedObjectVersions", Kind::text(Length::new(None, None), None, &["All", "Current"])).required(),
Member::new("OptionalFields", Kind::List(&InventoryOptionalFields)),
Member::new("Schedule", Kind::Structure(&InventorySchedule)).required(),
] };
static InventoryConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&InventoryConfiguration)) };
pub static InventoryDestination: Structure = Structure { name: "InventoryDestination", payload: None, xml_namespace: None, members: &[
Member::new("S3BucketDestination", Kind::Structure(&InventoryS3BucketDestination)).required(),
] };
pub static InventoryEncryption: Structure = Structure { name: "InventoryEncryption", payload: None, xml_namespace: None, members: &[
Member::new("SSES3", Kind::Structure(&SSES3)).wire("SSE-S3"),
Member::new("SSEKMS", Kind::Structure(&SSEKMS)).wire("SSE-KMS"),
] };
pub static InventoryFilter: Structure = Structure { name: "InventoryFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static InventoryOptionalFields: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["Size", "LastModifiedDate", "StorageClass", "ETag", "IsMultipartUploaded", "ReplicationStatus", "EncryptionStatus", "ObjectLockRetainUntilDate", "ObjectLockMode", "ObjectLockLegalHoldStatus", "ObjectLockEventHoldStatus", "ObjectLockEventHoldDuration", "IntelligentTieringAccessTier", "BucketKeyStatus", "ChecksumAlgorithm", "ObjectAccessControlList", "ObjectOwner", "LifecycleExpirationDate", "IntelligentTieringReferenceDate"])).wire("Field") };
pub static InventoryS3BucketDestination: Structure = Structure { name: "InventoryS3BucketDestination", payload: None, xml_namespace: None, members: &[
Member::new("AccountId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Format", Kind::text(Length::new(None, None), None, &["CSV", "ORC", "Parquet"])).required(),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Encryption", Kind::Structure(&InventoryEncryption)),
] };
pub static InventorySchedule: Structure = Structure { name: "InventorySchedule", payload: None, xml_namespace: None, members: &[
Member::new("Frequency", Kind::text(Length::new(None, None), None, &["Daily", "Weekly"])).required(),
] };
pub static JSONInput: Structure = Structure { name: "JSONInput", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["DOCUMENT", "LINES"])),
] };
pub static JSONOutput: Structure = Structure { name: "JSONOutput", payload: None, xml_namespace: None, members: &[
Member::new("RecordDelimiter", Kind::text(Length::new(None, None), None, &[])),
] };
pub static LambdaFunctionConfiguration: Structure = Structure { name: "LambdaFunctionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])),
Member::new("LambdaFunctionArn", Kind::text(Length::new(None, None), None, &[])).wire("CloudFunction").required(),
Member::new("Events", Kind::List(&EventList)).wire("Event").required().flattened(),
Member::new("Filter", Kind::Structure(&NotificationConfigurationFilter)),
] };
static LambdaFunctionConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LambdaFunctionConfiguration)) };
pub static LifecycleExpiration: Structure = Structure { name: "LifecycleExpiration", payload: None, xml_namespace: None, members: &[
Member::new("Date", Kind::Timestamp(Some(TimestampFormat::Iso8601))),
Member::new("Days", Kind::integer(None, None)),
Member::new("ExpiredObjectDeleteMarker", Kind::Boolean),
] };
pub static LifecycleRule: Structure = Structure { name: "LifecycleRule", payload: None, xml_namespace: None, members: &[
Member::new("Expiration", Kind::Structure(&LifecycleExpiration)),
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Filter", Kind::Structure(&LifecycleRuleFilter)),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
Member::new("Transitions", Kind::List(&TransitionList)).wire("Transition").flattened(),
Member::new("NoncurrentVersionTransitions", Kind::List(&NoncurrentVersionTransitionList)).wire("NoncurrentVersionTransition").flattened(),
Member::new("NoncurrentVersionExpiration", Kind::Structure(&NoncurrentVersionExpiration)),
Member::new("AbortIncompleteMultipartUpload", Kind::Structure(&AbortIncompleteMultipartUpload)),
] };
pub static LifecycleRuleAndOperator: Structure = Structure { name: "LifecycleRuleAndOperator", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tags", Kind::List(&TagSet)).wire("Tag").flattened(),
Member::new("ObjectSizeGreaterThan", Kind::integer(None, None)),
Member::new("ObjectSizeLessThan", Kind::integer(None, None)),
] };
pub static LifecycleRuleFilter: Structure = Structure { name: "LifecycleRuleFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tag", Kind::Structure(&Tag)),
Member::new("ObjectSizeGreaterThan", Kind::integer(None, None)),
Member::new("ObjectSizeLessThan", Kind::integer(None, None)),
Member::new("And", Kind::Structure(&LifecycleRuleAndOperator)),
] };
static LifecycleRules: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&LifecycleRule)) };
pub static ListBucketAnalyticsConfigurationsOutput: Structure = Structure { name: "ListBucketAnalyticsConfigurationsOutput", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("AnalyticsConfigurationList", Kind::List(&AnalyticsConfigurationList)).wire("AnalyticsConfiguration").flattened(),
] };
pub static ListBucketAnalyticsConfigurationsRequest: Structure = Structure { name: "ListBucketAnalyticsConfigurationsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static ListBucketIntelligentTieringConfigurationsOutput: Structure = Structure { name: "ListBucketIntelligentTieringConfigurationsOutput", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("IntelligentTieringConfigurationList", Kind::List(&IntelligentTieringConfigurationList)).wire("IntelligentTieringConfiguration").flattened(),
] };
pub static ListBucketIntelligentTieringConfigurationsRequest: Structure = Structure { name: "ListBucketIntelligentTieringConfigurationsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static ListBucketInventoryConfigurationsOutput: Structure = Structure { name: "ListBucketInventoryConfigurationsOutput", payload: None, xml_namespace: None, members: &[
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("InventoryConfigurationList", Kind::List(&InventoryConfigurationList)).wire("InventoryConfiguration").flattened(),
Member::new("IsTruncated", Kind::Boolean),
Member::new("NextContinuationToken", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListBucketInventoryConfigurationsRequest: Structure = Structure { name: "ListBucketInventoryConfigurationsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static ListBucketMetricsConfigurationsOutput: Structure = Structure { name: "ListBucketMetricsConfigurationsOutput", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("MetricsConfigurationList", Kind::List(&MetricsConfigurationList)).wire("MetricsConfiguration").flattened(),
] };
pub static ListBucketMetricsConfigurationsRequest: Structure = Structure { name: "ListBucketMetricsConfigurationsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static ListBucketsOutput: Structure = Structure { name: "ListBucketsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("Buckets", Kind::List(&Buckets)),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListBucketsRequest: Structure = Structure { name: "ListBucketsRequest", payload: None, xml_namespace: None, members: &[
Member::new("MaxBuckets", Kind::integer(Some(1), Some(10000))).wire("max-buckets").at(Location::Query),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).wire("prefix").at(Location::Query),
Member::new("BucketRegion", Kind::text(Length::new(None, None), None, &[])).wire("bucket-region").at(Location::Query),
] };
pub static ListMultipartUploadsOutput: Structure = Structure { name: "ListMultipartUploadsOutput", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])),
Member::new("KeyMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("UploadIdMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextKeyMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextUploadIdMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxUploads", Kind::integer(None, None)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Uploads", Kind::List(&MultipartUploadList)).wire("Upload").flattened(),
Member::new("CommonPrefixes", Kind::List(&CommonPrefixList)).flattened(),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static ListMultipartUploadsRequest: Structure = Structure { name: "ListMultipartUploadsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])).wire("delimiter").at(Location::Query),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])).wire("encoding-type").at(Location::Query),
Member::new("KeyMarker", Kind::text(Length::new(None, None), None, &[])).wire("key-marker").at(Location::Query),
Member::new("MaxUploads", Kind::integer(None, None)).wire("max-uploads").at(Location::Query),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).wire("prefix").at(Location::Query),
Member::new("UploadIdMarker", Kind::text(Length::new(None, None), None, &[])).wire("upload-id-marker").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
] };
pub static ListObjectVersionsOutput: Structure = Structure { name: "ListObjectVersionsOutput", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("KeyMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("VersionIdMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextKeyMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextVersionIdMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Versions", Kind::List(&ObjectVersionList)).wire("Version").flattened(),
Member::new("DeleteMarkers", Kind::List(&DeleteMarkers)).wire("DeleteMarker").flattened(),
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxKeys", Kind::integer(None, None)),
Member::new("CommonPrefixes", Kind::List(&CommonPrefixList)).flattened(),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static ListObjectVersionsRequest: Structure = Structure { name: "ListObjectVersionsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])).wire("delimiter").at(Location::Query),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])).wire("encoding-type").at(Location::Query),
Member::new("KeyMarker", Kind::text(Length::new(None, None), None, &[])).wire("key-marker").at(Location::Query),
Member::new("MaxKeys", Kind::integer(None, None)).wire("max-keys").at(Location::Query),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).wire("prefix").at(Location::Query),
Member::new("VersionIdMarker", Kind::text(Length::new(None, None), None, &[])).wire("version-id-marker").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("OptionalObjectAttributes", Kind::List(&OptionalObjectAttributesList)).wire("x-amz-optional-object-attributes").at(Location::Header),
] };
pub static ListObjectsOutput: Structure = Structure { name: "ListObjectsOutput", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Contents", Kind::List(&ObjectList)).flattened(),
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxKeys", Kind::integer(None, None)),
Member::new("CommonPrefixes", Kind::List(&CommonPrefixList)).flattened(),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("BucketRegion", Kind::text(Length::new(Some(0), Some(20)), None, &[])).wire("x-amz-bucket-region").at(Location::Header),
] };
pub static ListObjectsRequest: Structure = Structure { name: "ListObjectsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])).wire("delimiter").at(Location::Query),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])).wire("encoding-type").at(Location::Query),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).wire("marker").at(Location::Query),
Member::new("MaxKeys", Kind::integer(None, None)).wire("max-keys").at(Location::Query),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).wire("prefix").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("OptionalObjectAttributes", Kind::List(&OptionalObjectAttributesList)).wire("x-amz-optional-object-attributes").at(Location::Header),
] };
pub static ListObjectsV2Output: Structure = Structure { name: "ListObjectsV2Output", payload: None, xml_namespace: None, members: &[
Member::new("IsTruncated", Kind::Boolean),
Member::new("Contents", Kind::List(&ObjectList)).flattened(),
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])),
Member::new("MaxKeys", Kind::integer(None, None)),
Member::new("CommonPrefixes", Kind::List(&CommonPrefixList)).flattened(),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])),
Member::new("KeyCount", Kind::integer(None, None)),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("NextContinuationToken", Kind::text(Length::new(None, None), None, &[])),
Member::new("StartAfter", Kind::text(Length::new(None, None), None, &[])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("BucketRegion", Kind::text(Length::new(Some(0), Some(20)), None, &[])).wire("x-amz-bucket-region").at(Location::Header),
] };
pub static ListObjectsV2Request: Structure = Structure { name: "ListObjectsV2Request", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Delimiter", Kind::text(Length::new(None, None), None, &[])).wire("delimiter").at(Location::Query),
Member::new("EncodingType", Kind::text(Length::new(None, None), None, &["url"])).wire("encoding-type").at(Location::Query),
Member::new("MaxKeys", Kind::integer(None, None)).wire("max-keys").at(Location::Query),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).wire("prefix").at(Location::Query),
Member::new("ContinuationToken", Kind::text(Length::new(None, None), None, &[])).wire("continuation-token").at(Location::Query),
Member::new("FetchOwner", Kind::Boolean).wire("fetch-owner").at(Location::Query),
Member::new("StartAfter", Kind::text(Length::new(None, None), None, &[])).wire("start-after").at(Location::Query),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("OptionalObjectAttributes", Kind::List(&OptionalObjectAttributesList)).wire("x-amz-optional-object-attributes").at(Location::Header),
] };
pub static ListPartsOutput: Structure = Structure { name: "ListPartsOutput", payload: None, xml_namespace: None, members: &[
Member::new("AbortDate", Kind::Timestamp(None)).wire("x-amz-abort-date").at(Location::Header),
Member::new("AbortRuleId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-abort-rule-id").at(Location::Header),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])),
Member::new("PartNumberMarker", Kind::integer(None, None)),
Member::new("NextPartNumberMarker", Kind::integer(None, None)),
Member::new("MaxParts", Kind::integer(None, None)),
Member::new("IsTruncated", Kind::Boolean),
Member::new("Parts", Kind::List(&Parts)).wire("Part").flattened(),
Member::new("Initiator", Kind::Structure(&Initiator)),
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static ListPartsRequest: Structure = Structure { name: "ListPartsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("MaxParts", Kind::integer(None, None)).wire("max-parts").at(Location::Query),
Member::new("PartNumberMarker", Kind::integer(None, None)).wire("part-number-marker").at(Location::Query),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])).wire("uploadId").at(Location::Query).required(),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
] };
pub static LocationInfo: Structure = Structure { name: "LocationInfo", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["AvailabilityZone", "LocalZone"])),
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
] };
pub static LoggingEnabled: Structure = Structure { name: "LoggingEnabled", payload: None, xml_namespace: None, members: &[
Member::new("TargetBucket", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("TargetGrants", Kind::List(&TargetGrants)),
Member::new("TargetPrefix", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("TargetObjectKeyFormat", Kind::Structure(&TargetObjectKeyFormat)),
] };
static Metadata: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
pub static MetadataEntry: Structure = Structure { name: "MetadataEntry", payload: None, xml_namespace: None, members: &[
Member::new("Name", Kind::text(Length::new(None, None), None, &[])),
Member::new("Value", Kind::text(Length::new(None, None), None, &[])),
] };
pub static Metrics: Structure = Structure { name: "Metrics", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
Member::new("EventThreshold", Kind::Structure(&ReplicationTimeValue)),
] };
pub static MetricsAndOperator: Structure = Structure { name: "MetricsAndOperator", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tags", Kind::List(&TagSet)).wire("Tag").flattened(),
Member::new("AccessPointArn", Kind::text(Length::new(None, None), None, &[])),
] };
pub static MetricsConfiguration: Structure = Structure { name: "MetricsConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Filter", Kind::Structure(&MetricsFilter)),
] };
static MetricsConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetricsConfiguration)) };
pub static MetricsFilter: Structure = Structure { name: "MetricsFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tag", Kind::Structure(&Tag)),
Member::new("AccessPointArn", Kind::text(Length::new(None, None), None, &[])),
Member::new("And", Kind::Structure(&MetricsAndOperator)),
] };
pub static MultipartUpload: Structure = Structure { name: "MultipartUpload", payload: None, xml_namespace: None, members: &[
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("Initiated", Kind::Timestamp(None)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("Initiator", Kind::Structure(&Initiator)),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
] };
static MultipartUploadList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MultipartUpload)) };
pub static NoncurrentVersionExpiration: Structure = Structure { name: "NoncurrentVersionExpiration", payload: None, xml_namespace: None, members: &[
Member::new("NoncurrentDays", Kind::integer(None, None)),
Member::new("NewerNoncurrentVersions", Kind::integer(None, None)),
] };
pub static NoncurrentVersionTransition: Structure = Structure { name: "NoncurrentVersionTransition", payload: None, xml_namespace: None, members: &[
Member::new("NoncurrentDays", Kind::integer(None, None)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"])),
Member::new("NewerNoncurrentVersions", Kind::integer(None, None)),
] };
static NoncurrentVersionTransitionList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&NoncurrentVersionTransition)) };
pub static NotificationConfiguration: Structure = Structure { name: "NotificationConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("TopicConfigurations", Kind::List(&TopicConfigurationList)).wire("TopicConfiguration").flattened(),
Member::new("QueueConfigurations", Kind::List(&QueueConfigurationList)).wire("QueueConfiguration").flattened(),
Member::new("LambdaFunctionConfigurations", Kind::List(&LambdaFunctionConfigurationList)).wire("CloudFunctionConfiguration").flattened(),
Member::new("EventBridgeConfiguration", Kind::Structure(&EventBridgeConfiguration)),
] };
pub static NotificationConfigurationFilter: Structure = Structure { name: "NotificationConfigurationFilter", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::Structure(&S3KeyFilter)).wire("S3Key"),
] };
pub static Object: Structure = Structure { name: "Object", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumAlgorithm", Kind::List(&ChecksumAlgorithmList)).flattened(),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("Size", Kind::integer(None, None)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("RestoreStatus", Kind::Structure(&RestoreStatus)),
] };
static ObjectAttributesList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"])) };
pub static ObjectEncryption: Structure = Structure { name: "ObjectEncryption", payload: None, xml_namespace: None, members: &[
Member::new("SSEKMS", Kind::Structure(&SSEKMSEncryption)).wire("SSE-KMS"),
] };
pub static ObjectIdentifier: Structure = Structure { name: "ObjectIdentifier", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastModifiedTime", Kind::Timestamp(Some(TimestampFormat::Rfc822))),
Member::new("Size", Kind::integer(None, None)),
] };
static ObjectIdentifierList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ObjectIdentifier)) };
static ObjectList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Object)) };
pub static ObjectLockConfiguration: Structure = Structure { name: "ObjectLockConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ObjectLockEnabled", Kind::text(Length::new(None, None), None, &["Enabled"])),
Member::new("Rule", Kind::Structure(&ObjectLockRule)),
] };
pub static ObjectLockLegalHold: Structure = Structure { name: "ObjectLockLegalHold", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["ON", "OFF"])),
] };
pub static ObjectLockRetention: Structure = Structure { name: "ObjectLockRetention", payload: None, xml_namespace: None, members: &[
Member::new("Mode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])),
Member::new("RetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))),
Member::new("EventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])),
Member::new("EventHoldDuration", Kind::Structure(&EventHoldDuration)),
] };
pub static ObjectLockRule: Structure = Structure { name: "ObjectLockRule", payload: None, xml_namespace: None, members: &[
Member::new("DefaultRetention", Kind::Structure(&DefaultRetention)),
] };
pub static ObjectPart: Structure = Structure { name: "ObjectPart", payload: None, xml_namespace: None, members: &[
Member::new("PartNumber", Kind::integer(None, None)),
Member::new("Size", Kind::integer(None, None)),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ObjectVersion: Structure = Structure { name: "ObjectVersion", payload: None, xml_namespace: None, members: &[
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumAlgorithm", Kind::List(&ChecksumAlgorithmList)).flattened(),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])),
Member::new("Size", Kind::integer(None, None)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD"])),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("IsLatest", Kind::Boolean),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("Owner", Kind::Structure(&Owner)),
Member::new("RestoreStatus", Kind::Structure(&RestoreStatus)),
] };
static ObjectVersionList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ObjectVersion)) };
static OptionalObjectAttributesList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(None, None), None, &["RestoreStatus"])) };
pub static OutputLocation: Structure = Structure { name: "OutputLocation", payload: None, xml_namespace: None, members: &[
Member::new("S3", Kind::Structure(&S3Location)),
] };
pub static OutputSerialization: Structure = Structure { name: "OutputSerialization", payload: None, xml_namespace: None, members: &[
Member::new("CSV", Kind::Structure(&CSVOutput)),
Member::new("JSON", Kind::Structure(&JSONOutput)),
] };
pub static Owner: Structure = Structure { name: "Owner", payload: None, xml_namespace: None, members: &[
Member::new("DisplayName", Kind::text(Length::new(None, None), None, &[])),
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
] };
pub static OwnershipControls: Structure = Structure { name: "OwnershipControls", payload: None, xml_namespace: None, members: &[
Member::new("Rules", Kind::List(&OwnershipControlsRules)).wire("Rule").required().flattened(),
] };
pub static OwnershipControlsRule: Structure = Structure { name: "OwnershipControlsRule", payload: None, xml_namespace: None, members: &[
Member::new("ObjectOwnership", Kind::text(Length::new(None, None), None, &["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"])).required(),
] };
static OwnershipControlsRules: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&OwnershipControlsRule)) };
pub static ParquetInput: Structure = Structure { name: "ParquetInput", payload: None, xml_namespace: None, members: &[
] };
pub static Part: Structure = Structure { name: "Part", payload: None, xml_namespace: None, members: &[
Member::new("PartNumber", Kind::integer(None, None)),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])),
Member::new("Size", Kind::integer(None, None)),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])),
] };
pub static PartitionedPrefix: Structure = Structure { name: "PartitionedPrefix", payload: None, xml_namespace: None, members: &[
Member::new("PartitionDateSource", Kind::text(Length::new(None, None), None, &["EventTime", "DeliveryTime"])),
] };
static Parts: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Part)) };
static PartsList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ObjectPart)) };
pub static PolicyStatus: Structure = Structure { name: "PolicyStatus", payload: None, xml_namespace: None, members: &[
Member::new("IsPublic", Kind::Boolean),
] };
pub static Progress: Structure = Structure { name: "Progress", payload: None, xml_namespace: None, members: &[
Member::new("BytesScanned", Kind::integer(None, None)),
Member::new("BytesProcessed", Kind::integer(None, None)),
Member::new("BytesReturned", Kind::integer(None, None)),
] };
pub static ProgressEvent: Structure = Structure { name: "ProgressEvent", payload: Some(0), xml_namespace: None, members: &[
Member::new("Details", Kind::Structure(&Progress)),
] };
pub static PublicAccessBlockConfiguration: Structure = Structure { name: "PublicAccessBlockConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("BlockPublicAcls", Kind::Boolean),
Member::new("IgnorePublicAcls", Kind::Boolean),
Member::new("BlockPublicPolicy", Kind::Boolean),
Member::new("RestrictPublicBuckets", Kind::Boolean),
] };
pub static PutBucketAccelerateConfigurationRequest: Structure = Structure { name: "PutBucketAccelerateConfigurationRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("AccelerateConfiguration", Kind::Structure(&AccelerateConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
] };
pub static PutBucketAclRequest: Structure = Structure { name: "PutBucketAclRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read"])).wire("x-amz-acl").at(Location::Header),
Member::new("AccessControlPolicy", Kind::Structure(&AccessControlPolicy)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWrite", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketAnalyticsConfigurationRequest: Structure = Structure { name: "PutBucketAnalyticsConfigurationRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("AnalyticsConfiguration", Kind::Structure(&AnalyticsConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketCorsRequest: Structure = Structure { name: "PutBucketCorsRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CORSConfiguration", Kind::Structure(&CORSConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketEncryptionRequest: Structure = Structure { name: "PutBucketEncryptionRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ServerSideEncryptionConfiguration", Kind::Structure(&ServerSideEncryptionConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketIntelligentTieringConfigurationRequest: Structure = Structure { name: "PutBucketIntelligentTieringConfigurationRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("IntelligentTieringConfiguration", Kind::Structure(&IntelligentTieringConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
] };
pub static PutBucketInventoryConfigurationRequest: Structure = Structure { name: "PutBucketInventoryConfigurationRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("InventoryConfiguration", Kind::Structure(&InventoryConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketLifecycleConfigurationOutput: Structure = Structure { name: "PutBucketLifecycleConfigurationOutput", payload: None, xml_namespace: None, members: &[
Member::new("TransitionDefaultMinimumObjectSize", Kind::text(Length::new(None, None), None, &["varies_by_storage_class", "all_storage_classes_128K"])).wire("x-amz-transition-default-minimum-object-size").at(Location::Header),
] };
pub static PutBucketLifecycleConfigurationRequest: Structure = Structure { name: "PutBucketLifecycleConfigurationRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("LifecycleConfiguration", Kind::Structure(&BucketLifecycleConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("TransitionDefaultMinimumObjectSize", Kind::text(Length::new(None, None), None, &["varies_by_storage_class", "all_storage_classes_128K"])).wire("x-amz-transition-default-minimum-object-size").at(Location::Header),
] };
pub static PutBucketLoggingRequest: Structure = Structure { name: "PutBucketLoggingRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("BucketLoggingStatus", Kind::Structure(&BucketLoggingStatus)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketMetricsConfigurationRequest: Structure = Structure { name: "PutBucketMetricsConfigurationRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Id", Kind::text(Length::new(None, None), None, &[])).wire("id").at(Location::Query).required(),
Member::new("MetricsConfiguration", Kind::Structure(&MetricsConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketNotificationConfigurationRequest: Structure = Structure { name: "PutBucketNotificationConfigurationRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("NotificationConfiguration", Kind::Structure(&NotificationConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("SkipDestinationValidation", Kind::Boolean).wire("x-amz-skip-destination-validation").at(Location::Header),
] };
pub static PutBucketOwnershipControlsRequest: Structure = Structure { name: "PutBucketOwnershipControlsRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("OwnershipControls", Kind::Structure(&OwnershipControls)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
] };
pub static PutBucketPolicyRequest: Structure = Structure { name: "PutBucketPolicyRequest", payload: Some(4), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ConfirmRemoveSelfBucketAccess", Kind::Boolean).wire("x-amz-confirm-remove-self-bucket-access").at(Location::Header),
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketReplicationRequest: Structure = Structure { name: "PutBucketReplicationRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ReplicationConfiguration", Kind::Structure(&ReplicationConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("Token", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-bucket-object-lock-token").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketRequestPaymentRequest: Structure = Structure { name: "PutBucketRequestPaymentRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("RequestPaymentConfiguration", Kind::Structure(&RequestPaymentConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketTaggingRequest: Structure = Structure { name: "PutBucketTaggingRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("Tagging", Kind::Structure(&Tagging)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketVersioningRequest: Structure = Structure { name: "PutBucketVersioningRequest", payload: Some(4), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("MFA", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-mfa").at(Location::Header),
Member::new("VersioningConfiguration", Kind::Structure(&VersioningConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutBucketWebsiteRequest: Structure = Structure { name: "PutBucketWebsiteRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("WebsiteConfiguration", Kind::Structure(&WebsiteConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectAclOutput: Structure = Structure { name: "PutObjectAclOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static PutObjectAclRequest: Structure = Structure { name: "PutObjectAclRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"])).wire("x-amz-acl").at(Location::Header),
Member::new("AccessControlPolicy", Kind::Structure(&AccessControlPolicy)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWrite", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectLegalHoldOutput: Structure = Structure { name: "PutObjectLegalHoldOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static PutObjectLegalHoldRequest: Structure = Structure { name: "PutObjectLegalHoldRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("LegalHold", Kind::Structure(&ObjectLockLegalHold)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectLockConfigurationOutput: Structure = Structure { name: "PutObjectLockConfigurationOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static PutObjectLockConfigurationRequest: Structure = Structure { name: "PutObjectLockConfigurationRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ObjectLockConfiguration", Kind::Structure(&ObjectLockConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("Token", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-bucket-object-lock-token").at(Location::Header),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectOutput: Structure = Structure { name: "PutObjectOutput", payload: None, xml_namespace: None, members: &[
Member::new("Expiration", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expiration").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("ChecksumType", Kind::text(Length::new(None, None), None, &["COMPOSITE", "FULL_OBJECT"])).wire("x-amz-checksum-type").at(Location::Header),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("Size", Kind::integer(None, None)).wire("x-amz-object-size").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static PutObjectRequest: Structure = Structure { name: "PutObjectRequest", payload: Some(1), xml_namespace: None, members: &[
Member::new("ACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"])).wire("x-amz-acl").at(Location::Header),
Member::new("Body", Kind::Blob(Length::new(None, None))).streaming(),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CacheControl", Kind::text(Length::new(None, None), None, &[])).wire("Cache-Control").at(Location::Header),
Member::new("ContentDisposition", Kind::text(Length::new(None, None), None, &[])).wire("Content-Disposition").at(Location::Header),
Member::new("ContentEncoding", Kind::text(Length::new(None, None), None, &[])).wire("Content-Encoding").at(Location::Header),
Member::new("ContentLanguage", Kind::text(Length::new(None, None), None, &[])).wire("Content-Language").at(Location::Header),
Member::new("ContentLength", Kind::integer(None, None)).wire("Content-Length").at(Location::Header),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ContentType", Kind::text(Length::new(None, None), None, &[])).wire("Content-Type").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("Expires", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("IfMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-Match").at(Location::Header),
Member::new("IfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("If-None-Match").at(Location::Header),
Member::new("GrantFullControl", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-full-control").at(Location::Header),
Member::new("GrantRead", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read").at(Location::Header),
Member::new("GrantReadACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-read-acp").at(Location::Header),
Member::new("GrantWriteACP", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-grant-write-acp").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("WriteOffsetBytes", Kind::integer(None, None)).wire("x-amz-write-offset-bytes").at(Location::Header),
Member::new("Metadata", Kind::Map(&Metadata)).wire("x-amz-meta-").at(Location::Headers),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])).wire("x-amz-storage-class").at(Location::Header),
Member::new("WebsiteRedirectLocation", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-website-redirect-location").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("SSEKMSEncryptionContext", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-context").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("Tagging", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-tagging").at(Location::Header),
Member::new("ObjectLockMode", Kind::text(Length::new(None, None), None, &["GOVERNANCE", "COMPLIANCE"])).wire("x-amz-object-lock-mode").at(Location::Header),
Member::new("ObjectLockRetainUntilDate", Kind::Timestamp(Some(TimestampFormat::Iso8601))).wire("x-amz-object-lock-retain-until-date").at(Location::Header),
Member::new("ObjectLockLegalHoldStatus", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-legal-hold").at(Location::Header),
Member::new("ObjectLockEventHold", Kind::text(Length::new(None, None), None, &["ON", "OFF"])).wire("x-amz-object-lock-event-hold").at(Location::Header),
Member::new("ObjectLockEventHoldDurationDays", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-days").at(Location::Header),
Member::new("ObjectLockEventHoldDurationYears", Kind::integer(None, None)).wire("x-amz-object-lock-event-hold-duration-years").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectRetentionOutput: Structure = Structure { name: "PutObjectRetentionOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static PutObjectRetentionRequest: Structure = Structure { name: "PutObjectRetentionRequest", payload: Some(2), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("Retention", Kind::Structure(&ObjectLockRetention)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("BypassGovernanceRetention", Kind::Boolean).wire("x-amz-bypass-governance-retention").at(Location::Header),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static PutObjectTaggingOutput: Structure = Structure { name: "PutObjectTaggingOutput", payload: None, xml_namespace: None, members: &[
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static PutObjectTaggingRequest: Structure = Structure { name: "PutObjectTaggingRequest", payload: Some(5), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("Tagging", Kind::Structure(&Tagging)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
] };
pub static PutPublicAccessBlockRequest: Structure = Structure { name: "PutPublicAccessBlockRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("PublicAccessBlockConfiguration", Kind::Structure(&PublicAccessBlockConfiguration)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static QueueConfiguration: Structure = Structure { name: "QueueConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])),
Member::new("QueueArn", Kind::text(Length::new(None, None), None, &[])).wire("Queue").required(),
Member::new("Events", Kind::List(&EventList)).wire("Event").required().flattened(),
Member::new("Filter", Kind::Structure(&NotificationConfigurationFilter)),
] };
static QueueConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&QueueConfiguration)) };
pub static RecordsEvent: Structure = Structure { name: "RecordsEvent", payload: Some(0), xml_namespace: None, members: &[
Member::new("Payload", Kind::Blob(Length::new(None, None))),
] };
pub static Redirect: Structure = Structure { name: "Redirect", payload: None, xml_namespace: None, members: &[
Member::new("HostName", Kind::text(Length::new(None, None), None, &[])),
Member::new("HttpRedirectCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Protocol", Kind::text(Length::new(None, None), None, &["http", "https"])),
Member::new("ReplaceKeyPrefixWith", Kind::text(Length::new(None, None), None, &[])),
Member::new("ReplaceKeyWith", Kind::text(Length::new(None, None), None, &[])),
] };
pub static RedirectAllRequestsTo: Structure = Structure { name: "RedirectAllRequestsTo", payload: None, xml_namespace: None, members: &[
Member::new("HostName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Protocol", Kind::text(Length::new(None, None), None, &["http", "https"])),
] };
pub static ReplicaModifications: Structure = Structure { name: "ReplicaModifications", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
] };
pub static ReplicationConfiguration: Structure = Structure { name: "ReplicationConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Role", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Rules", Kind::List(&ReplicationRules)).wire("Rule").required().flattened(),
] };
pub static ReplicationRule: Structure = Structure { name: "ReplicationRule", payload: None, xml_namespace: None, members: &[
Member::new("ID", Kind::text(Length::new(None, None), None, &[])),
Member::new("Priority", Kind::integer(None, None)),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Filter", Kind::Structure(&ReplicationRuleFilter)),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
Member::new("SourceSelectionCriteria", Kind::Structure(&SourceSelectionCriteria)),
Member::new("ExistingObjectReplication", Kind::Structure(&ExistingObjectReplication)),
Member::new("Destination", Kind::Structure(&Destination)).required(),
Member::new("DeleteMarkerReplication", Kind::Structure(&DeleteMarkerReplication)),
] };
pub static ReplicationRuleAndOperator: Structure = Structure { name: "ReplicationRuleAndOperator", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tags", Kind::List(&TagSet)).wire("Tag").flattened(),
] };
pub static ReplicationRuleFilter: Structure = Structure { name: "ReplicationRuleFilter", payload: None, xml_namespace: None, members: &[
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])),
Member::new("Tag", Kind::Structure(&Tag)),
Member::new("And", Kind::Structure(&ReplicationRuleAndOperator)),
] };
static ReplicationRules: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ReplicationRule)) };
pub static ReplicationTime: Structure = Structure { name: "ReplicationTime", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
Member::new("Time", Kind::Structure(&ReplicationTimeValue)).required(),
] };
pub static ReplicationTimeValue: Structure = Structure { name: "ReplicationTimeValue", payload: None, xml_namespace: None, members: &[
Member::new("Minutes", Kind::integer(None, None)),
] };
pub static RequestPaymentConfiguration: Structure = Structure { name: "RequestPaymentConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Payer", Kind::text(Length::new(None, None), None, &["Requester", "BucketOwner"])).required(),
] };
pub static RequestProgress: Structure = Structure { name: "RequestProgress", payload: None, xml_namespace: None, members: &[
Member::new("Enabled", Kind::Boolean),
] };
pub static RestoreObjectOutput: Structure = Structure { name: "RestoreObjectOutput", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("RestoreOutputPath", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-restore-output-path").at(Location::Header),
Member::new("Status", Kind::integer(None, None)).at(Location::Status),
] };
pub static RestoreObjectRequest: Structure = Structure { name: "RestoreObjectRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("RestoreRequest", Kind::Structure(&RestoreRequest)).namespace("http://s3.amazonaws.com/doc/2006-03-01/"),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static RestoreRequest: Structure = Structure { name: "RestoreRequest", payload: None, xml_namespace: None, members: &[
Member::new("Days", Kind::integer(None, None)),
Member::new("GlacierJobParameters", Kind::Structure(&GlacierJobParameters)),
Member::new("Type", Kind::text(Length::new(None, None), None, &["SELECT"])),
Member::new("Tier", Kind::text(Length::new(None, None), None, &["Standard", "Bulk", "Expedited"])),
Member::new("Description", Kind::text(Length::new(None, None), None, &[])),
Member::new("SelectParameters", Kind::Structure(&SelectParameters)),
Member::new("OutputLocation", Kind::Structure(&OutputLocation)),
] };
pub static RestoreStatus: Structure = Structure { name: "RestoreStatus", payload: None, xml_namespace: None, members: &[
Member::new("IsRestoreInProgress", Kind::Boolean),
Member::new("RestoreExpiryDate", Kind::Timestamp(None)),
] };
pub static RoutingRule: Structure = Structure { name: "RoutingRule", payload: None, xml_namespace: None, members: &[
Member::new("Condition", Kind::Structure(&Condition)),
Member::new("Redirect", Kind::Structure(&Redirect)).required(),
] };
static RoutingRules: List = List { length: Length::new(None, None).room(1000), item: Member::new("member", Kind::Structure(&RoutingRule)).wire("RoutingRule") };
pub static S3KeyFilter: Structure = Structure { name: "S3KeyFilter", payload: None, xml_namespace: None, members: &[
Member::new("FilterRules", Kind::List(&FilterRuleList)).wire("FilterRule").flattened(),
] };
pub static S3Location: Structure = Structure { name: "S3Location", payload: None, xml_namespace: None, members: &[
Member::new("BucketName", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Prefix", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("Encryption", Kind::Structure(&Encryption)),
Member::new("CannedACL", Kind::text(Length::new(None, None), None, &["private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"])),
Member::new("AccessControlList", Kind::List(&Grants)),
Member::new("Tagging", Kind::Structure(&Tagging)),
Member::new("UserMetadata", Kind::List(&UserMetadata)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"])),
] };
pub static SSEKMS: Structure = Structure { name: "SSEKMS", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::secret(Length::new(None, None), None)).required(),
] };
pub static SSEKMSEncryption: Structure = Structure { name: "SSEKMSEncryption", payload: None, xml_namespace: None, members: &[
Member::new("KMSKeyArn", Kind::secret(Length::new(Some(20), Some(2048)), Some("arn:aws[a-zA-Z0-9-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]+"))).required(),
Member::new("BucketKeyEnabled", Kind::Boolean),
] };
pub static SSES3: Structure = Structure { name: "SSES3", payload: None, xml_namespace: None, members: &[
] };
pub static ScanRange: Structure = Structure { name: "ScanRange", payload: None, xml_namespace: None, members: &[
Member::new("Start", Kind::integer(None, None)),
Member::new("End", Kind::integer(None, None)),
] };
pub static SelectObjectContentEventStream: Structure = Structure { name: "SelectObjectContentEventStream", payload: None, xml_namespace: None, members: &[
Member::new("Records", Kind::Structure(&RecordsEvent)),
Member::new("Stats", Kind::Structure(&StatsEvent)),
Member::new("Progress", Kind::Structure(&ProgressEvent)),
Member::new("Cont", Kind::Structure(&ContinuationEvent)),
Member::new("End", Kind::Structure(&EndEvent)),
] };
pub static SelectObjectContentOutput: Structure = Structure { name: "SelectObjectContentOutput", payload: Some(0), xml_namespace: None, members: &[
Member::new("Payload", Kind::Structure(&SelectObjectContentEventStream)).streaming(),
] };
pub static SelectObjectContentRequest: Structure = Structure { name: "SelectObjectContentRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("Expression", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("ExpressionType", Kind::text(Length::new(None, None), None, &["SQL"])).required(),
Member::new("RequestProgress", Kind::Structure(&RequestProgress)),
Member::new("InputSerialization", Kind::Structure(&InputSerialization)).required(),
Member::new("OutputSerialization", Kind::Structure(&OutputSerialization)).required(),
Member::new("ScanRange", Kind::Structure(&ScanRange)),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
pub static SelectParameters: Structure = Structure { name: "SelectParameters", payload: None, xml_namespace: None, members: &[
Member::new("InputSerialization", Kind::Structure(&InputSerialization)).required(),
Member::new("ExpressionType", Kind::text(Length::new(None, None), None, &["SQL"])).required(),
Member::new("Expression", Kind::text(Length::new(None, None), None, &[])).required(),
Member::new("OutputSerialization", Kind::Structure(&OutputSerialization)).required(),
] };
pub static ServerSideEncryptionByDefault: Structure = Structure { name: "ServerSideEncryptionByDefault", payload: None, xml_namespace: None, members: &[
Member::new("SSEAlgorithm", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).required(),
Member::new("KMSMasterKeyID", Kind::secret(Length::new(None, None), None)),
] };
pub static ServerSideEncryptionConfiguration: Structure = Structure { name: "ServerSideEncryptionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Rules", Kind::List(&ServerSideEncryptionRules)).wire("Rule").required().flattened(),
] };
pub static ServerSideEncryptionRule: Structure = Structure { name: "ServerSideEncryptionRule", payload: None, xml_namespace: None, members: &[
Member::new("ApplyServerSideEncryptionByDefault", Kind::Structure(&ServerSideEncryptionByDefault)),
Member::new("BucketKeyEnabled", Kind::Boolean),
Member::new("BlockedEncryptionTypes", Kind::Structure(&BlockedEncryptionTypes)),
] };
static ServerSideEncryptionRules: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&ServerSideEncryptionRule)) };
pub static SimplePrefix: Structure = Structure { name: "SimplePrefix", payload: None, xml_namespace: None, members: &[
] };
pub static SourceSelectionCriteria: Structure = Structure { name: "SourceSelectionCriteria", payload: None, xml_namespace: None, members: &[
Member::new("SseKmsEncryptedObjects", Kind::Structure(&SseKmsEncryptedObjects)),
Member::new("ReplicaModifications", Kind::Structure(&ReplicaModifications)),
] };
pub static SseKmsEncryptedObjects: Structure = Structure { name: "SseKmsEncryptedObjects", payload: None, xml_namespace: None, members: &[
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).required(),
] };
pub static Stats: Structure = Structure { name: "Stats", payload: None, xml_namespace: None, members: &[
Member::new("BytesScanned", Kind::integer(None, None)),
Member::new("BytesProcessed", Kind::integer(None, None)),
Member::new("BytesReturned", Kind::integer(None, None)),
] };
pub static StatsEvent: Structure = Structure { name: "StatsEvent", payload: Some(0), xml_namespace: None, members: &[
Member::new("Details", Kind::Structure(&Stats)),
] };
pub static StorageClassAnalysis: Structure = Structure { name: "StorageClassAnalysis", payload: None, xml_namespace: None, members: &[
Member::new("DataExport", Kind::Structure(&StorageClassAnalysisDataExport)),
] };
pub static StorageClassAnalysisDataExport: Structure = Structure { name: "StorageClassAnalysisDataExport", payload: None, xml_namespace: None, members: &[
Member::new("OutputSchemaVersion", Kind::text(Length::new(None, None), None, &["V_1"])).required(),
Member::new("Destination", Kind::Structure(&AnalyticsExportDestination)).required(),
] };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).required(),
Member::new("Value", Kind::text(Length::new(None, None), None, &[])).required(),
] };
static TagSet: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Tag)).wire("Tag") };
pub static Tagging: Structure = Structure { name: "Tagging", payload: None, xml_namespace: None, members: &[
Member::new("TagSet", Kind::List(&TagSet)).required(),
] };
pub static TargetGrant: Structure = Structure { name: "TargetGrant", payload: None, xml_namespace: None, members: &[
Member::new("Grantee", Kind::Structure(&Grantee)),
Member::new("Permission", Kind::text(Length::new(None, None), None, &["FULL_CONTROL", "READ", "WRITE"])),
] };
static TargetGrants: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&TargetGrant)).wire("Grant") };
pub static TargetObjectKeyFormat: Structure = Structure { name: "TargetObjectKeyFormat", payload: None, xml_namespace: None, members: &[
Member::new("SimplePrefix", Kind::Structure(&SimplePrefix)),
Member::new("PartitionedPrefix", Kind::Structure(&PartitionedPrefix)),
] };
pub static Tiering: Structure = Structure { name: "Tiering", payload: None, xml_namespace: None, members: &[
Member::new("Days", Kind::integer(None, None)).required(),
Member::new("AccessTier", Kind::text(Length::new(None, None), None, &["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"])).required(),
] };
static TieringList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Tiering)) };
pub static TopicConfiguration: Structure = Structure { name: "TopicConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(None, None), None, &[])),
Member::new("TopicArn", Kind::text(Length::new(None, None), None, &[])).wire("Topic").required(),
Member::new("Events", Kind::List(&EventList)).wire("Event").required().flattened(),
Member::new("Filter", Kind::Structure(&NotificationConfigurationFilter)),
] };
static TopicConfigurationList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&TopicConfiguration)) };
pub static Transition: Structure = Structure { name: "Transition", payload: None, xml_namespace: None, members: &[
Member::new("Date", Kind::Timestamp(Some(TimestampFormat::Iso8601))),
Member::new("Days", Kind::integer(None, None)),
Member::new("StorageClass", Kind::text(Length::new(None, None), None, &["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"])),
] };
static TransitionList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Transition)) };
pub static UpdateObjectEncryptionRequest: Structure = Structure { name: "UpdateObjectEncryptionRequest", payload: Some(3), xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("versionId").at(Location::Query),
Member::new("ObjectEncryption", Kind::Structure(&ObjectEncryption)).namespace("http://s3.amazonaws.com/doc/2006-03-01/").required(),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
] };
pub static UpdateObjectEncryptionResponse: Structure = Structure { name: "UpdateObjectEncryptionResponse", payload: None, xml_namespace: None, members: &[
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
] };
pub static UploadPartCopyOutput: Structure = Structure { name: "UploadPartCopyOutput", payload: Some(1), xml_namespace: None, members: &[
Member::new("CopySourceVersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-version-id").at(Location::Header),
Member::new("CopyPartResult", Kind::Structure(&CopyPartResult)),
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static UploadPartCopyRequest: Structure = Structure { name: "UploadPartCopyRequest", payload: None, xml_namespace: None, members: &[
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("CopySource", Kind::text(Length::new(None, None), Some("\\/?.+\\/.+"), &[])).wire("x-amz-copy-source").at(Location::Header).required(),
Member::new("CopySourceIfMatch", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-if-match").at(Location::Header),
Member::new("CopySourceIfModifiedSince", Kind::Timestamp(None)).wire("x-amz-copy-source-if-modified-since").at(Location::Header),
Member::new("CopySourceIfNoneMatch", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-if-none-match").at(Location::Header),
Member::new("CopySourceIfUnmodifiedSince", Kind::Timestamp(None)).wire("x-amz-copy-source-if-unmodified-since").at(Location::Header),
Member::new("CopySourceRange", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-range").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("PartNumber", Kind::integer(None, None)).wire("partNumber").at(Location::Query).required(),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])).wire("uploadId").at(Location::Query).required(),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("CopySourceSSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("CopySourceSSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-copy-source-server-side-encryption-customer-key").at(Location::Header),
Member::new("CopySourceSSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-copy-source-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
Member::new("ExpectedSourceBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-source-expected-bucket-owner").at(Location::Header),
] };
pub static UploadPartOutput: Structure = Structure { name: "UploadPartOutput", payload: None, xml_namespace: None, members: &[
Member::new("ServerSideEncryption", Kind::text(Length::new(None, None), None, &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"])).wire("x-amz-server-side-encryption").at(Location::Header),
Member::new("ETag", Kind::text(Length::new(None, None), None, &[])).at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("SSEKMSKeyId", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-aws-kms-key-id").at(Location::Header),
Member::new("BucketKeyEnabled", Kind::Boolean).wire("x-amz-server-side-encryption-bucket-key-enabled").at(Location::Header),
Member::new("RequestCharged", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-charged").at(Location::Header),
Member::new("VersionId", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-version-id").at(Location::Header),
] };
pub static UploadPartRequest: Structure = Structure { name: "UploadPartRequest", payload: Some(0), xml_namespace: None, members: &[
Member::new("Body", Kind::Blob(Length::new(None, None))).streaming(),
Member::new("Bucket", Kind::text(Length::new(None, None), None, &[])).at(Location::Uri).required(),
Member::new("ContentLength", Kind::integer(None, None)).wire("Content-Length").at(Location::Header),
Member::new("ContentMD5", Kind::text(Length::new(None, None), None, &[])).wire("Content-MD5").at(Location::Header),
Member::new("ChecksumAlgorithm", Kind::text(Length::new(None, None), None, &["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"])).wire("x-amz-sdk-checksum-algorithm").at(Location::Header),
Member::new("ChecksumCRC32", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32").at(Location::Header),
Member::new("ChecksumCRC32C", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc32c").at(Location::Header),
Member::new("ChecksumCRC64NVME", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-crc64nvme").at(Location::Header),
Member::new("ChecksumSHA1", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha1").at(Location::Header),
Member::new("ChecksumSHA256", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha256").at(Location::Header),
Member::new("ChecksumSHA512", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-sha512").at(Location::Header),
Member::new("ChecksumMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-md5").at(Location::Header),
Member::new("ChecksumXXHASH64", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash64").at(Location::Header),
Member::new("ChecksumXXHASH3", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash3").at(Location::Header),
Member::new("ChecksumXXHASH128", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-checksum-xxhash128").at(Location::Header),
Member::new("Key", Kind::text(Length::new(Some(1), None), None, &[])).at(Location::Uri).required(),
Member::new("PartNumber", Kind::integer(None, None)).wire("partNumber").at(Location::Query).required(),
Member::new("UploadId", Kind::text(Length::new(None, None), None, &[])).wire("uploadId").at(Location::Query).required(),
Member::new("SSECustomerAlgorithm", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-algorithm").at(Location::Header),
Member::new("SSECustomerKey", Kind::secret(Length::new(None, None), None)).wire("x-amz-server-side-encryption-customer-key").at(Location::Header),
Member::new("SSECustomerKeyMD5", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-server-side-encryption-customer-key-MD5").at(Location::Header),
Member::new("RequestPayer", Kind::text(Length::new(None, None), None, &["requester"])).wire("x-amz-request-payer").at(Location::Header),
Member::new("ExpectedBucketOwner", Kind::text(Length::new(None, None), None, &[])).wire("x-amz-expected-bucket-owner").at(Location::Header),
] };
static UserMetadata: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&MetadataEntry)).wire("MetadataEntry") };
pub static VersioningConfiguration: Structure = Structure { name: "VersioningConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("MFADelete", Kind::text(Length::new(None, None), None, &["Enabled", "Disabled"])).wire("MfaDelete"),
Member::new("Status", Kind::text(Length::new(None, None), None, &["Enabled", "Suspended"])),
] };
pub static WebsiteConfiguration: Structure = Structure { name: "WebsiteConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("ErrorDocument", Kind::Structure(&ErrorDocument)),
Member::new("IndexDocument", Kind::Structure(&IndexDocument)),
Member::new("RedirectAllRequestsTo", Kind::Structure(&RedirectAllRequestsTo)),
Member::new("RoutingRules", Kind::List(&RoutingRules)),
] };
