//! Lists, maps and forms longer than they may be: refused in AWS's words, and built no further.

use crate::tools::{decode, head, json_call};
use http::request::Parts;
use shapes::iam::ops::CreateRole;
use shapes::kinesis::ops::{AddTagsToStream, PutRecords};
use shapes::lambda::ops::CreateFunction;
use shapes::s3::ops::{CompleteMultipartUpload, DeleteObjects};
use wire::WireError;

fn refusal<T: std::fmt::Debug>(result: Result<T, WireError>) -> (u16, String, String) {
    let error = result.unwrap_err();
    (error.status, error.code.into_owned(), error.message)
}

fn records(items: &str) -> (Parts, String) {
    let body = format!(r#"{{"Records":[{items}],"StreamName":"s"}}"#);
    (json_call("Kinesis_20131202.PutRecords"), body)
}

#[test]
fn too_many_records_are_refused_in_awss_words() {
    let record = r#"{"Data":"YQ==","PartitionKey":"k"},"#;
    for count in [501, 50_000] {
        let (call, body) = records(record.repeat(count).trim_end_matches(','));
        let (status, code, message) = refusal(decode::<PutRecords>(&call, body));
        assert_eq!((status, &*code), (400, "ValidationException"));
        let shown = vec!["PutRecordsRequestEntry"; 501].join(", ");
        assert_eq!(
            message,
            format!(
                "1 validation error detected: Value '[{shown}]' at 'records' failed to satisfy \
                 constraint: Member must have length less than or equal to 500"
            )
        );
    }
}

#[test]
fn too_many_records_in_cbor_are_refused_alike() {
    let call = "x-amz-target: Kinesis_20131202.PutRecords";
    let call = head("POST", "/", &["content-type: application/x-amz-cbor-1.1", call]);
    let body = |count: usize| {
        let record = b"\xa2\x64Data\x41a\x6cPartitionKey\x61k".repeat(count);
        [b"\xa2\x67Records\x9f", &record[..], b"\xff\x6aStreamName\x61s"].concat()
    };
    let input = decode::<PutRecords>(&call, body(500)).unwrap();
    assert_eq!((input.records.len(), input.stream_name.as_deref()), (500, Some("s")));
    let (status, code, message) = refusal(decode::<PutRecords>(&call, body(20_000)));
    assert_eq!((status, &*code), (400, "ValidationException"));
    assert!(message.starts_with("1 validation error detected: Value '[PutRecordsRequestEntry, "));
    assert!(message.ends_with(
        "]' at 'records' failed to satisfy constraint: Member must have length less than or equal \
         to 500"
    ));
}

#[test]
fn what_is_passed_over_must_be_well_formed() {
    let good = r#"{"Data":"YQ==","PartitionKey":"k"},"#.repeat(501);
    for rest in [r#"{"Data":"YQ==""#, r#"{"a":"\q"}"#, "{\"a\":\"\u{1}\"}", "{1:2}", "[}", "tru"] {
        let (call, body) = records(&format!("{good}{rest}"));
        let (status, code, _) = refusal(decode::<PutRecords>(&call, body));
        assert_eq!((status, &*code), (400, "SerializationException"), "{rest}");
    }
}

#[test]
fn a_key_given_again_counts_once() {
    let call = json_call("Kinesis_20131202.AddTagsToStream");
    let tags = |pairs: String| {
        decode::<AddTagsToStream>(&call, format!(r#"{{"StreamName":"s","Tags":{{{pairs}}}}}"#))
    };
    let distinct =
        |count: usize| (0..count).map(|n| format!(r#""k{n}":"v""#)).collect::<Vec<_>>().join(",");
    let again = format!(r#"{}{}"k0":"w""#, distinct(200), r#","k1":"v""#.repeat(1000) + ",");
    let input = tags(again).unwrap();
    assert_eq!((input.tags.len(), &*input.tags["k0"]), (200, "w"));
    for count in [201, 20_000] {
        let (status, code, message) = refusal(tags(distinct(count)));
        assert_eq!((status, &*code), (400, "ValidationException"));
        assert!(message.ends_with(
            "at 'tags' failed to satisfy constraint: Member must have length less than or equal \
             to 200"
        ));
    }
}

#[test]
fn lists_without_a_bound_in_the_model_have_one_all_the_same() {
    let call = head("POST", "/2015-03-31/functions", &[]);
    let create = |layers: usize| {
        let layers = vec![r#""arn:aws:lambda:us-east-1:000000000000:layer:a:1""#; layers].join(",");
        let body = format!(
            r#"{{"FunctionName":"f","Runtime":"python3.9","Handler":"m.h","Layers":[{layers}],
                "Role":"arn:aws:iam::000000000000:role/r","Code":{{"ZipFile":"UEsDBA=="}}}}"#
        );
        decode::<CreateFunction>(&call, body)
    };
    assert_eq!(create(10_000).unwrap().layers.unwrap().len(), 10_000);
    assert_eq!(
        refusal(create(10_001)),
        (
            400,
            "SerializationException".to_owned(),
            "'Layers' has more than 10000 members".to_owned()
        )
    );
}

#[test]
fn a_value_that_is_refused_is_shown_to_64_kib() {
    let (call, body) = (json_call("Kinesis_20131202.PutRecords"), "k".repeat(1 << 20));
    let body = format!(r#"{{"Records":[{{"Data":"","PartitionKey":"{body}"}}],"StreamName":"s"}}"#);
    let (status, code, message) = refusal(decode::<PutRecords>(&call, body));
    assert_eq!((status, &*code), (400, "ValidationException"));
    let shown = "k".repeat(64 << 10);
    assert_eq!(
        message,
        format!(
            "1 validation error detected: Value '{shown}' at 'records.1.member.partitionKey' \
             failed to satisfy constraint: Member must have length less than or equal to 256"
        )
    );
}

fn complete(inside: &str) -> Result<Vec<Option<i32>>, WireError> {
    let call = head("POST", "/b/k?uploadId=1", &[]);
    let body = format!("<CompleteMultipartUpload>{inside}</CompleteMultipartUpload>");
    let input = decode::<CompleteMultipartUpload>(&call, body)?;
    let parts = input.multipart_upload.unwrap().parts.unwrap_or_default();
    Ok(parts.into_iter().map(|part| part.part_number).collect())
}

#[test]
fn ten_thousand_parts_are_read_and_no_more() {
    let part = "<Part><PartNumber>7</PartNumber></Part>";
    assert_eq!(complete(&part.repeat(10_000)).unwrap(), vec![Some(7); 10_000]);
    for inside in [part.repeat(10_001), "<Part/>".repeat(100_000)] {
        let (status, code, _) = refusal(complete(&inside));
        assert_eq!((status, &*code), (400, "MalformedXML"));
    }
}

#[test]
fn of_xml_only_what_the_model_knows_is_kept() {
    let inside = "<Part> a <PartNumber>1<b>2<c/></b></PartNumber><PartNumber>9</PartNumber></Part>\
                  <Part x=\"1\"><PartNumber>&#51;</PartNumber></Part>";
    assert_eq!(complete(inside).unwrap(), [Some(1), Some(3)]);
    let delete = |inside: &str| {
        let call = head("POST", "/b?delete", &[]);
        decode::<DeleteObjects>(&call, format!("<Delete>{inside}</Delete>"))
    };
    let apart = delete(
        "<Object><Key>a</Key></Object><Quiet>true</Quiet><Quiet>x</Quiet>\
         <Object><Key>b</Key></Object>",
    );
    let keys: Vec<_> = apart.unwrap().delete.objects.into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["a", "b"]);
    let many: String = (0..100).map(|n| format!(" a{n}=\"\"")).collect();
    for inside in ["<Strange/>".to_owned(), "<Object>".to_owned(), format!("<Quiet{many}/>")] {
        let (status, code, _) = refusal(delete(&inside));
        assert_eq!((status, &*code), (400, "MalformedXML"), "{inside}");
    }
}

#[test]
fn a_form_of_more_than_ten_thousand_pairs_is_none() {
    let call = head("POST", "/", &["content-type: application/x-www-form-urlencoded"]);
    let role = "Action=CreateRole&Version=2010-05-08&RoleName=r&AssumeRolePolicyDocument=%7B%7D";
    let body = |pairs: usize| format!("{role}{}", "&a".repeat(pairs - 4));
    assert_eq!(decode::<CreateRole>(&call, body(10_000)).unwrap().role_name, "r");
    let (status, code, _) = refusal(decode::<CreateRole>(&call, body(10_001)));
    assert_eq!((status, &*code), (404, "MalformedQueryString"));
}
