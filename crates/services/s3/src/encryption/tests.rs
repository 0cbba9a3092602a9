//! Encryption as the operations have it, beside a KMS with one key.

use super::*;
use crate::S3;
use crate::object::{OBJECTS, Object};
use crate::testing::{begin, complete_request, get_request, part_request, put_request, world};
use crate::upload::UPLOADS;
use platform::{Context, Error, Handler, Result, operations};
use shapes::ErrorShape;
use shapes::kms::ops::{Decrypt, GenerateDataKey};
use shapes::kms::{
    DecryptRequest, DecryptResponse, GenerateDataKeyRequest, GenerateDataKeyResponse,
};
use shapes::s3::ops::*;
use shapes::s3::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

const ARN: &str = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY: &str = "pO3upElrwuEXSoFwCfnZPdSsmt/xWeFa0N9KgDijwVs=";
const KEY_MD5: &str = "DWygnHRtgiJ77HCm+1rvHw==";
const OTHER: &str = "6b+WOZ1T3cqZMxgThRcXAQBrS5mXKdDUphvpxptl9/4=";
const OTHER_MD5: &str = "arxBvwY2V4SiOne6yppVPQ==";

/// A KMS that gives the encryption context as the encrypted data key.
#[derive(Default)]
struct OneKey {
    refusal: Mutex<Option<&'static ErrorShape>>,
    asked: Mutex<Vec<String>>,
}

impl OneKey {
    fn see(&self, cx: &Context, key: &str, pairs: &BTreeMap<String, String>) -> Result<Vec<u8>> {
        assert_eq!(cx.service_on_the_way(), Some("s3.amazonaws.com"));
        let pairs = serde_json::to_vec(pairs).unwrap();
        let shown = String::from_utf8_lossy(&pairs).into_owned();
        self.asked.lock().unwrap().push(format!("{key} {shown}"));
        match *self.refusal.lock().unwrap() {
            Some(shape) => Err(Error::new(shape, "it says")),
            None => Ok(pairs),
        }
    }
}

impl Handler<GenerateDataKey> for OneKey {
    async fn handle(
        &self,
        cx: &Context,
        input: GenerateDataKeyRequest,
    ) -> Result<GenerateDataKeyResponse> {
        let blob = self.see(cx, &input.key_id, &input.encryption_context.unwrap_or_default())?;
        Ok(GenerateDataKeyResponse {
            ciphertext_blob: Some(blob.into()),
            key_id: Some(ARN.to_owned()),
            ..Default::default()
        })
    }
}

impl Handler<Decrypt> for OneKey {
    async fn handle(&self, cx: &Context, input: DecryptRequest) -> Result<DecryptResponse> {
        let key = input.key_id.unwrap_or_default();
        let pairs = self.see(cx, &key, &input.encryption_context.unwrap_or_default())?;
        assert_eq!(input.ciphertext_blob.unwrap(), pairs);
        Ok(DecryptResponse::default())
    }
}

async fn with_kms() -> (Arc<S3>, Context, Arc<OneKey>) {
    let (service, cx, _) = world().await;
    let kms = Arc::new(OneKey::default());
    cx.platform().serve(operations![kms => Decrypt, GenerateDataKey]);
    (service, cx, kms)
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

async fn set(service: &S3, cx: &Context, rule: ServerSideEncryptionRule) {
    let input = PutBucketEncryptionRequest {
        bucket: "bucket".into(),
        server_side_encryption_configuration: ServerSideEncryptionConfiguration {
            rules: vec![rule],
        },
        ..Default::default()
    };
    cx.run::<PutBucketEncryption, _>(service, input).await.unwrap();
}

async fn unblock(service: &S3, cx: &Context) {
    let none = BlockedEncryptionTypes { encryption_type: Some(vec!["NONE".to_owned()]) };
    let rule =
        ServerSideEncryptionRule { blocked_encryption_types: Some(none), ..Default::default() };
    set(service, cx, rule).await;
}

fn refusal<T>(result: Result<T>) -> (&'static str, u16) {
    result.map_or_else(|error| (error.code(), error.shape.status), |_| ("", 200))
}

fn with_key(key: &str, body: &'static str) -> PutObjectRequest {
    PutObjectRequest {
        sse_customer_algorithm: text(AES256),
        sse_customer_key: text(KEY),
        sse_customer_key_md5: text(KEY_MD5),
        ..put_request(key, body)
    }
}

fn reading(key: &str, given: Option<(&str, &str)>) -> GetObjectRequest {
    GetObjectRequest {
        sse_customer_algorithm: given.map(|_| AES256.to_owned()),
        sse_customer_key: given.map(|(key, _)| key.to_owned()),
        sse_customer_key_md5: given.map(|(_, md5)| md5.to_owned()),
        ..get_request(key)
    }
}

#[tokio::test]
async fn a_bucket_takes_customers_keys_once_it_was_told_to() {
    let (service, cx, _) = world().await;
    let put = async || cx.run::<PutObject, _>(&*service, with_key("k", "text")).await;
    let error = put().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "AccessDenied: User: arn:aws:iam::000000000000:root is not authorized to perform: \
         s3:PutObject on resource: \"arn:aws:s3:::bucket/k\" because this bucket has blocked upload \
         requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please \
         specify a different server-side encryption type"
    );
    unblock(&service, &cx).await;
    assert!(put().await.is_ok());
    let config = crate::Config { customer_keys: true };
    let older = S3::with(cx.platform().clone(), config).await;
    crate::testing::make_bucket(&older, &cx, "older").await;
    let input = PutObjectRequest { bucket: "older".into(), ..with_key("k", "text") };
    assert!(cx.run::<PutObject, _>(&*older, input).await.is_ok());
}

#[tokio::test]
async fn who_reads_an_object_brings_along_its_key() {
    let (service, cx, _) = world().await;
    unblock(&service, &cx).await;
    let put = cx.run::<PutObject, _>(&*service, with_key("k", "text")).await.unwrap();
    assert_eq!(put.server_side_encryption, None);
    assert_eq!(put.sse_customer_key_md5.as_deref(), Some(KEY_MD5));
    let again = cx.run::<PutObject, _>(&*service, with_key("l", "text")).await.unwrap();
    assert_ne!(put.etag, again.etag);
    let get = async |input| cx.run::<GetObject, _>(&*service, input).await;
    let found = get(reading("k", Some((KEY, KEY_MD5)))).await.unwrap();
    assert_eq!(found.sse_customer_algorithm.as_deref(), Some(AES256));
    assert_eq!((found.server_side_encryption, found.etag), (None, put.etag));
    assert_eq!(found.body.collect(100).await.unwrap(), "text");
    assert_eq!(refusal(get(reading("k", None)).await), ("InvalidRequest", 400));
    let other = Some((OTHER, OTHER_MD5));
    assert_eq!(refusal(get(reading("k", other)).await), ("AccessDenied", 403));
    crate::testing::put(&service, &cx, "plain", "text").await;
    assert_eq!(refusal(get(reading("plain", other)).await), ("InvalidRequest", 400));
    let head = HeadObjectRequest { bucket: "bucket".into(), key: "k".into(), ..Default::default() };
    let head = cx.run::<HeadObject, _>(&*service, head).await;
    assert_eq!(refusal(head), ("InvalidRequest", 400));
    let attributes = GetObjectAttributesRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        object_attributes: vec!["ETag".into()],
        ..Default::default()
    };
    let attributes = cx.run::<GetObjectAttributes, _>(&*service, attributes).await;
    assert_eq!(refusal(attributes), ("InvalidRequest", 400));
}

#[tokio::test]
async fn a_copy_is_decrypted_by_one_key_and_encrypted_by_another() {
    let (service, cx, _) = world().await;
    unblock(&service, &cx).await;
    cx.run::<PutObject, _>(&*service, with_key("k", "text")).await.unwrap();
    let copy = |source: Option<(&str, &str)>| CopyObjectRequest {
        bucket: "bucket".into(),
        key: "copy".into(),
        copy_source: "bucket/k".into(),
        copy_source_sse_customer_algorithm: source.map(|_| AES256.to_owned()),
        copy_source_sse_customer_key: source.map(|(key, _)| key.to_owned()),
        copy_source_sse_customer_key_md5: source.map(|(_, md5)| md5.to_owned()),
        ..Default::default()
    };
    let run = async |input| cx.run::<CopyObject, _>(&*service, input).await;
    assert_eq!(refusal(run(copy(None)).await), ("InvalidRequest", 400));
    assert_eq!(refusal(run(copy(Some((OTHER, OTHER_MD5)))).await), ("AccessDenied", 403));
    let plain = run(copy(Some((KEY, KEY_MD5)))).await.unwrap();
    assert_eq!(plain.server_side_encryption.as_deref(), Some(AES256));
    assert_eq!(crate::testing::get(&service, &cx, "copy").await.unwrap(), "text");
    let other = CopyObjectRequest {
        sse_customer_algorithm: text(AES256),
        sse_customer_key: text(OTHER),
        sse_customer_key_md5: text(OTHER_MD5),
        ..copy(Some((KEY, KEY_MD5)))
    };
    run(other).await.unwrap();
    let get = cx.run::<GetObject, _>(&*service, reading("copy", Some((OTHER, OTHER_MD5)))).await;
    assert_eq!(get.unwrap().body.collect(100).await.unwrap(), "text");
}

#[tokio::test]
async fn parts_come_with_the_key_that_their_upload_was_begun_with() {
    let (service, cx, _) = world().await;
    unblock(&service, &cx).await;
    let input = CreateMultipartUploadRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        sse_customer_algorithm: text(AES256),
        sse_customer_key: text(KEY),
        sse_customer_key_md5: text(KEY_MD5),
        ..Default::default()
    };
    let begun = cx.run::<CreateMultipartUpload, _>(&*service, input).await.unwrap();
    assert_eq!(begun.sse_customer_key_md5.as_deref(), Some(KEY_MD5));
    let id = begun.upload_id.unwrap();
    let upload = async |id: &str, given: Option<(&str, &str)>| {
        let input = UploadPartRequest {
            sse_customer_algorithm: given.map(|_| AES256.to_owned()),
            sse_customer_key: given.map(|(key, _)| key.to_owned()),
            sse_customer_key_md5: given.map(|(_, md5)| md5.to_owned()),
            ..part_request("k", id, 1, "text")
        };
        cx.run::<UploadPart, _>(&*service, input).await
    };
    let words = |result: Result<UploadPartOutput>| result.unwrap_err().message;
    let as_begun = "The multipart upload initiate requested encryption. Subsequent part requests \
                    must include the appropriate encryption parameters.";
    assert_eq!(words(upload(&id, None).await), as_begun);
    assert_eq!(
        words(upload(&id, Some((OTHER, OTHER_MD5))).await),
        "The provided encryption parameters did not match the ones used originally."
    );
    let plain = begin(&service, &cx, "k").await;
    assert_eq!(words(upload(&plain, Some((KEY, KEY_MD5))).await), as_begun);
    let part = upload(&id, Some((KEY, KEY_MD5))).await.unwrap();
    assert_eq!(part.sse_customer_key_md5.as_deref(), Some(KEY_MD5));
    let part = CompletedPart { etag: part.etag, part_number: Some(1), ..Default::default() };
    let input = complete_request("k", &id, vec![part]);
    let done = cx.run::<CompleteMultipartUpload, _>(&*service, input).await.unwrap();
    assert_eq!(done.server_side_encryption, None);
    let get = cx.run::<GetObject, _>(&*service, reading("k", None)).await;
    assert_eq!(refusal(get), ("InvalidRequest", 400));
    let get = cx.run::<GetObject, _>(&*service, reading("k", Some((KEY, KEY_MD5)))).await;
    assert_eq!(get.unwrap().body.collect(100).await.unwrap(), "text");
}

#[tokio::test]
async fn kms_is_asked_for_each_object_in_its_callers_name() {
    let (service, cx, kms) = with_kms().await;
    let input = PutObjectRequest {
        server_side_encryption: text(super::KMS),
        // {"a":"b"}
        ssekms_encryption_context: text("eyJhIjoiYiJ9"),
        ..put_request("k", "text")
    };
    let put = cx.run::<PutObject, _>(&*service, input).await.unwrap();
    assert_eq!(put.server_side_encryption.as_deref(), Some(super::KMS));
    assert_eq!(put.ssekms_key_id.as_deref(), Some(ARN));
    assert_eq!(put.ssekms_encryption_context.as_deref(), Some("eyJhIjoiYiJ9"));
    assert_ne!(put.etag.as_deref(), Some("\"1cb251ec0d568de6a929b520c4aed8d1\""));
    let get = async || cx.run::<GetObject, _>(&*service, get_request("k")).await;
    let found = get().await.unwrap();
    assert_eq!((found.ssekms_key_id.as_deref(), found.etag), (Some(ARN), put.etag));
    let pairs = r#"{"a":"b","aws:s3:arn":"arn:aws:s3:::bucket/k"}"#;
    let asked = std::mem::take(&mut *kms.asked.lock().unwrap());
    assert_eq!(asked, [format!("alias/aws/s3 {pairs}"), format!("{ARN} {pairs}")]);
    for (shape, code, status) in [
        (&shapes::kms::errors::DISABLED_EXCEPTION, "KMS.DisabledException", 400),
        (&shapes::kms::errors::NOT_FOUND_EXCEPTION, "KMS.NotFoundException", 400),
        (&shapes::kms::errors::KMS_INVALID_STATE_EXCEPTION, "KMS.KMSInvalidStateException", 400),
    ] {
        *kms.refusal.lock().unwrap() = Some(shape);
        assert_eq!(refusal(get().await), (code, status));
        let input =
            PutObjectRequest { server_side_encryption: text(super::KMS), ..put_request("k", "x") };
        let error = cx.run::<PutObject, _>(&*service, input).await.unwrap_err();
        assert_eq!((error.code(), &*error.message), (code, "it says"));
    }
    let head = HeadObjectRequest { bucket: "bucket".into(), key: "k".into(), ..Default::default() };
    assert!(cx.run::<HeadObject, _>(&*service, head).await.is_ok());
}

#[tokio::test]
async fn a_bucket_encrypts_by_the_key_that_it_is_set_to() {
    let (service, cx, kms) = with_kms().await;
    let by_default = ServerSideEncryptionByDefault {
        sse_algorithm: super::KMS.into(),
        kms_master_key_id: text("alias/a"),
    };
    let rule = ServerSideEncryptionRule {
        apply_server_side_encryption_by_default: Some(by_default),
        bucket_key_enabled: Some(true),
        ..Default::default()
    };
    set(&service, &cx, rule).await;
    let put = crate::testing::put(&service, &cx, "k", "text").await;
    assert_eq!((put.ssekms_key_id.as_deref(), put.bucket_key_enabled), (Some(ARN), Some(true)));
    let asked = std::mem::take(&mut *kms.asked.lock().unwrap());
    assert_eq!(asked, [r#"alias/a {"aws:s3:arn":"arn:aws:s3:::bucket"}"#]);
    let id = begin(&service, &cx, "m").await;
    let part = crate::testing::part(&service, &cx, "m", &id, 1, "text").await;
    let input = complete_request("m", &id, vec![part]);
    let done = cx.run::<CompleteMultipartUpload, _>(&*service, input).await.unwrap();
    assert_eq!(done.ssekms_key_id.as_deref(), Some(ARN));
    assert_eq!(crate::testing::get(&service, &cx, "m").await.unwrap(), "text");
    let own = PutObjectRequest { server_side_encryption: text(AES256), ..put_request("k", "text") };
    let own = cx.run::<PutObject, _>(&*service, own).await.unwrap();
    assert_eq!((own.server_side_encryption.as_deref(), own.ssekms_key_id), (Some(AES256), None));
}

#[tokio::test]
async fn an_objects_key_is_changed_where_it_lies() {
    let (service, cx, kms) = with_kms().await;
    unblock(&service, &cx).await;
    let put = crate::testing::put(&service, &cx, "k", "text").await;
    let update = async |key: &str, arn: &str| {
        let ssekms =
            SSEKMSEncryption { kms_key_arn: arn.to_owned(), bucket_key_enabled: Some(true) };
        let input = UpdateObjectEncryptionRequest {
            bucket: "bucket".into(),
            key: key.into(),
            object_encryption: ObjectEncryption { ssekms: Some(ssekms) },
            ..Default::default()
        };
        cx.run::<UpdateObjectEncryption, _>(&*service, input).await
    };
    update("k", ARN).await.unwrap();
    let found = cx.run::<GetObject, _>(&*service, get_request("k")).await.unwrap();
    assert_eq!((found.ssekms_key_id.as_deref(), found.etag), (Some(ARN), put.etag));
    assert_eq!(found.bucket_key_enabled, Some(true));
    assert_eq!(kms.asked.lock().unwrap().len(), 2);
    assert_eq!(refusal(update("k", "alias/a").await), ("InvalidRequest", 400));
    assert_eq!(refusal(update("none", ARN).await), ("NoSuchKey", 404));
    cx.run::<PutObject, _>(&*service, with_key("own", "text")).await.unwrap();
    assert_eq!(refusal(update("own", ARN).await), ("InvalidRequest", 400));
}

#[test]
fn the_first_layout_is_still_read() {
    let begin =
        r#"{"size":3,"etag":"e","modified_ms":0,"content":{"run":{"inline":"aa"}},"encryption":"#;
    for encryption in [
        r#"{"kms":{"key":"k","dual":true,"bucket_key":true,"context":"c","data_key":"d"}}"#,
        r#"{"kms":{"key":"k","data_key":"d"}}"#,
        r#"{"customer":{"md5":"m","salt":"s","hmac":"h"}}"#,
    ] {
        let json = format!("{begin}{encryption}}}");
        let object: Object = OBJECTS.decode(b"k", json.as_bytes()).unwrap();
        assert_eq!(OBJECTS.encode(&object).unwrap(), json);
        let json = format!(
            r#"{{"initiated_ms":1,"kind":"FULL_OBJECT","encryption":{encryption},"content_type":"t"}}"#
        );
        let upload = UPLOADS.decode(b"k", json.as_bytes()).unwrap();
        assert_eq!(UPLOADS.encode(&upload).unwrap(), json);
    }
}
