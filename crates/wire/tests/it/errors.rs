use crate::tools::{head, json_call, unnamed};
use shapes::{AttributeValue, dynamodb, iam, kinesis, lambda, s3};
use std::sync::Arc;
use wire::{Codec, WireError, encode_error, speech};

fn body(answer: &http::Response<shapes::Bytes>) -> &str {
    std::str::from_utf8(answer.body()).unwrap()
}

#[test]
fn each_protocol_has_its_form() {
    let error = WireError::declared(&kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION, "No \"s\"");
    let json = encode_error(Some(&kinesis::SERVICE), Codec::Json, &error, "r", false);
    assert_eq!(json.status(), 400);
    assert_eq!(json.headers()["content-type"], "application/x-amz-json-1.1");
    assert_eq!(json.headers()["x-amzn-requestid"], "r");
    assert_eq!(body(&json), r#"{"__type":"ResourceNotFoundException","message":"No \"s\""}"#);

    let cbor = encode_error(Some(&kinesis::SERVICE), Codec::Cbor, &error, "r", false);
    assert_eq!(
        cbor.body().as_ref(),
        b"\xbf\x66__type\x78\x19ResourceNotFoundException\x67message\x66No \"s\"\xff"
    );

    let error = WireError::declared(&lambda::errors::RESOURCE_NOT_FOUND_EXCEPTION, "gone");
    let rest = encode_error(Some(&lambda::SERVICE), Codec::RestJson, &error, "r", false);
    assert_eq!(rest.status(), 404);
    assert_eq!(rest.headers()["x-amzn-errortype"], "ResourceNotFoundException");
    assert_eq!(body(&rest), r#"{"Message":"gone","Type":"User"}"#);

    let error = WireError::client("NoSuchEntity", 404, "No role <x>");
    let query = encode_error(Some(&iam::SERVICE), Codec::Query, &error, "r", false);
    assert_eq!(
        body(&query).replace('\n', ""),
        "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error>\
         <Type>Sender</Type><Code>NoSuchEntity</Code><Message>No role &lt;x&gt;</Message></Error>\
         <RequestId>r</RequestId></ErrorResponse>"
    );
}

#[test]
fn an_error_may_tell_more_than_texts() {
    let item = [("k".to_owned(), AttributeValue::S("1".to_owned()))].into();
    let reason = dynamodb::CancellationReason {
        code: Some("ConditionalCheckFailed".to_owned()),
        item: Some(item),
        ..Default::default()
    };
    let detail = dynamodb::TransactionCanceledException {
        cancellation_reasons: Some(vec![reason]),
        ..Default::default()
    };
    let shape = &dynamodb::errors::TRANSACTION_CANCELED_EXCEPTION;
    let mut error = WireError::declared(shape, "m");
    error.detail = Some(Arc::new(detail));
    let answer = |codec| encode_error(None, codec, &error, "r", false);
    assert_eq!(
        body(&answer(Codec::Json)),
        r#"{"__type":"TransactionCanceledException","Message":"m","CancellationReasons":[{"Item":{"k":{"S":"1"}},"Code":"ConditionalCheckFailed"}]}"#
    );
    assert!(answer(Codec::Cbor).body().ends_with(b"\x64Code\x76ConditionalCheckFailed\xff\xff"));
}

#[test]
fn dynamodb_names_errors_with_their_namespaces_and_sums_its_bodies() {
    let service = Some(&dynamodb::SERVICE);
    let error = WireError::declared(&dynamodb::errors::RESOURCE_NOT_FOUND_EXCEPTION, "m");
    let answer = encode_error(service, Codec::Json, &error, "r", false);
    assert_eq!(
        body(&answer),
        r#"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"m"}"#
    );
    assert_eq!(answer.headers()["x-amz-crc32"], "3304502922");
    for (error, expected) in [
        (WireError::validation("m"), r#"validate#ValidationException","message":"m"}"#),
        (WireError::serialization("m"), r#"service#SerializationException","Message":"m"}"#),
    ] {
        let answer = encode_error(service, Codec::Json, &error, "r", false);
        assert_eq!(body(&answer), format!(r#"{{"__type":"com.amazon.coral.{expected}"#));
    }
}

#[test]
fn s3_adds_what_belongs_to_the_code() {
    let error = WireError::client("NoSuchKey", 404, "The specified key does not exist.")
        .with_field("Key", "k")
        .with_header("x-amz-delete-marker", "true");
    let answer = |is_head| encode_error(Some(&s3::SERVICE), Codec::RestXml, &error, "r", is_head);
    let full = answer(false);
    assert_eq!(
        body(&full),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>\
         <Message>The specified key does not exist.</Message><Key>k</Key>\
         <RequestId>r</RequestId><HostId>cg==</HostId></Error>"
    );
    assert_eq!(full.headers()["x-amz-delete-marker"], "true");
    let silent = answer(true);
    assert_eq!((silent.status().as_u16(), body(&silent)), (404, ""));
    assert_eq!(silent.headers()["content-type"], "application/xml");
}

#[test]
fn an_error_without_words_has_no_message() {
    let error = unnamed(&json_call("Kinesis_20131202.Dance"));
    let answer = encode_error(None, Codec::Json, &error, "r", false);
    assert_eq!(body(&answer), r#"{"__type":"UnknownOperationException"}"#);
    let error = WireError::serialization("bad");
    let answer = encode_error(None, Codec::Json, &error, "r", false);
    assert_eq!(body(&answer), r#"{"__type":"SerializationException","Message":"bad"}"#);
}

#[test]
fn requests_that_name_nothing_are_answered_in_their_own_speech() {
    let spoken = |head| {
        let (service, codec) = speech(&head);
        (service.map(|service| service.id), codec)
    };
    assert_eq!(spoken(json_call("Kinesis_20131202.Dance")), (Some("kinesis"), Codec::Json));
    assert_eq!(spoken(json_call("Dance.Dance")), (None, Codec::Json));
    let signed = |service: &str| {
        let scope = format!(
            "authorization: AWS4-HMAC-SHA256 Credential=A/20260131/us-east-1/{service}/aws4_request"
        );
        head("POST", "/x", &[&scope])
    };
    assert_eq!(spoken(signed("sts")), (Some("sts"), Codec::Query));
    assert_eq!(spoken(signed("lambda")), (Some("lambda"), Codec::RestJson));
    assert_eq!(unnamed(&signed("kinesis")).code, "UnknownOperationException");
    assert_eq!(spoken(head("GET", "/b/k", &[])), (Some("s3"), Codec::RestXml));
    let form = head("POST", "/", &["content-type: application/x-www-form-urlencoded"]);
    assert_eq!(spoken(form), (None, Codec::Query));
}

#[test]
fn a_signed_s3_request_is_never_taken_for_another_service() {
    let scope = "authorization: AWS4-HMAC-SHA256 Credential=A/20260131/us-east-1/s3/aws4_request";
    let named = crate::tools::named(&head("GET", "/2015-03-31/functions", &[scope]));
    assert_eq!((named.operation, named.bucket.as_deref()), ("GetObject", Some("2015-03-31")));
}
