//! Whatever is written is read back, and whatever is read never panics.

use crate::tools::head;
use proptest::prelude::*;
use shapes::iam::ops::CreateRole;
use shapes::kinesis::ops::{GetRecords, GetShardIterator, PutRecords};
use shapes::kinesis::{
    GetRecordsOutput, GetShardIteratorInput, PutRecordsInput, PutRecordsRequestEntry, Record,
};
use shapes::s3::ops::DeleteObjects;
use shapes::{Bytes, Operation, OperationSchema, Shape, Timestamp};
use wire::{Body, Codec, Hosts, Named};

fn speak(operation: &'static OperationSchema, codec: Codec) -> Named {
    Named {
        service: operation.service,
        operation: operation.name,
        codec,
        bucket: None,
        key: None,
        labels: vec![("Bucket", "b".into()), ("Key", "k".into())],
    }
}

/// Writes `value` as the output of an operation and reads it as the input of another.
fn there_and_back<T: Shape + Default>(
    value: &mut T,
    schema: &'static OperationSchema,
    codec: Codec,
) -> Result<T, wire::WireError> {
    let named = speak(schema, codec);
    let Body::Bytes(bytes) = wire::encode(schema, &named, value, "r").into_body() else {
        panic!("no document")
    };
    let mut back = T::default();
    let empty = head("POST", "/", &[]);
    wire::decode(schema, &named, &empty, Body::Bytes(bytes), &mut back)?;
    Ok(back)
}

fn entry() -> impl Strategy<Value = PutRecordsRequestEntry> {
    let data = proptest::collection::vec(any::<u8>(), 0..60).prop_map(Bytes::from);
    (data, "\\PC{1,20}", proptest::option::of("0|[1-9][0-9]{0,30}")).prop_map(
        |(data, key, explicit_hash_key)| PutRecordsRequestEntry {
            data,
            partition_key: Some(key),
            explicit_hash_key,
        },
    )
}

fn records() -> impl Strategy<Value = PutRecordsInput> {
    let entries = proptest::collection::vec(entry(), 1..8);
    (entries, "[a-zA-Z0-9_.-]{1,20}", proptest::option::of(any::<bool>())).prop_map(
        |(records, name, dry_run)| PutRecordsInput {
            records,
            stream_name: Some(name),
            dry_run,
            ..PutRecordsInput::default()
        },
    )
}

fn iterator() -> impl Strategy<Value = GetShardIteratorInput> {
    // Whole range of what a double of seconds holds to the millisecond.
    let at = proptest::option::of(-62_000_000_000_000i64..253_000_000_000_000);
    ("[a-z]{1,9}", at).prop_map(|(name, at)| GetShardIteratorInput {
        stream_name: Some(name.clone()),
        shard_id: name,
        shard_iterator_type: "AT_TIMESTAMP".into(),
        timestamp: at.map(Timestamp),
        ..GetShardIteratorInput::default()
    })
}

/// Bytes that are often nearly right: pieces of each grammar in any order.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..6),
        proptest::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u",
            "d83d",
            "null",
            "true",
            "1e9",
            "-",
            "\"Records\":",
            "\"Data\":",
            "\"Tags\":",
            "<Delete>",
            "</Delete>",
            "<Object>",
            "</Object>",
            "<Key>",
            "&lt;",
            "&#x",
            ";",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<?xml ",
            "Action",
            "=",
            "&",
            "Tags.member.1.Key",
            "%",
            "%C3",
            ".",
            "1",
            "99999999999",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        proptest::sample::select(vec![
            0x1bu8, 0x3b, 0x5b, 0x7b, 0x9f, 0xbf, 0xff, 0xf6, 0xf9, 0xfb, 0xc1, 0x5f, 0x7f, 0xa1,
            0x67,
        ])
        .prop_map(|byte| vec![byte]),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn read<O: Operation>(codec: Codec, body: &[u8]) {
    let mut input = O::Input::default();
    let body = Body::Bytes(Bytes::copy_from_slice(body));
    let empty = head("POST", "/", &[]);
    let _ = wire::decode(O::SCHEMA, &speak(O::SCHEMA, codec), &empty, body, &mut input);
}

proptest! {
    #[test]
    fn records_survive_json_and_cbor(mut input in records()) {
        for codec in [Codec::Json, Codec::Cbor] {
            let back = there_and_back(&mut input, PutRecords::SCHEMA, codec).unwrap();
            prop_assert_eq!(&back, &input);
        }
    }

    #[test]
    fn instants_survive_json_and_cbor(mut input in iterator()) {
        for codec in [Codec::Json, Codec::Cbor] {
            let back = there_and_back(&mut input, GetShardIterator::SCHEMA, codec).unwrap();
            prop_assert_eq!(&back, &input);
        }
    }

    #[test]
    fn keys_survive_xml(keys in proptest::collection::vec("[\\PC\t]{1,20}", 1..6)) {
        let mut body = String::from("<Delete>");
        for key in &keys {
            let escaped = key.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            body.push_str(&format!("<Object><Key>{escaped}</Key></Object>"));
        }
        body.push_str("</Delete>");
        let call = head("POST", "/b?delete", &[]);
        let input = crate::tools::decode::<DeleteObjects>(&call, body).unwrap();
        let read: Vec<String> = input.delete.objects.into_iter().map(|object| object.key).collect();
        prop_assert_eq!(read, keys);
    }

    #[test]
    fn no_body_makes_a_decoder_panic(body in soup()) {
        read::<PutRecords>(Codec::Json, &body);
        read::<PutRecords>(Codec::Cbor, &body);
        read::<CreateRole>(Codec::Query, &body);
        read::<DeleteObjects>(Codec::RestXml, &body);
        read::<shapes::lambda::ops::CreateFunction>(Codec::RestJson, &body);
        let _ = wire::identify_form(&head("POST", "/", &[]), &body);
    }

    #[test]
    fn nearly_right_json_does_not_panic(mut input in records(), at in any::<usize>(), byte in any::<u8>()) {
        for codec in [Codec::Json, Codec::Cbor] {
            let named = speak(PutRecords::SCHEMA, codec);
            let answer = wire::encode(PutRecords::SCHEMA, &named, &mut input, "r");
            let Body::Bytes(bytes) = answer.into_body() else { panic!("no document") };
            let mut bytes = bytes.to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            read::<PutRecords>(codec, &bytes);
            read::<PutRecords>(codec, &bytes[..at]);
        }
    }

    #[test]
    fn no_address_makes_routing_panic(
        method in proptest::sample::select(vec!["GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS"]),
        path in "/[a-zA-Z0-9%/?&=+.{}:-]{0,40}",
        host in "[a-z0-9.:\\[\\]@-]{0,20}",
        target in "[a-zA-Z0-9_.]{0,20}",
    ) {
        let request = http::Request::builder().method(method).uri(path.replace(['{', '}'], ""));
        if let Ok(request) = request.header("host", host).header("authorization", target).body(()) {
            let (head, ()) = request.into_parts();
            let _ = wire::identify(&head, &Hosts::default());
            let _ = wire::speech(&head);
        }
    }

    #[test]
    fn any_text_can_be_answered(text in "\\PC{0,30}|[\\x00-\\x20]{0,9}") {
        let mut output = GetRecordsOutput {
            records: vec![Record { partition_key: Some(text.clone()), ..Record::default() }],
            ..GetRecordsOutput::default()
        };
        let mut back = GetRecordsOutput::default();
        let named = speak(GetRecords::SCHEMA, Codec::Json);
        let Body::Bytes(bytes) =
            wire::encode(GetRecords::SCHEMA, &named, &mut output, "r").into_body()
        else { panic!("no document") };
        let _ = wire::decode(GetRecords::SCHEMA, &named, &head("POST", "/", &[]), Body::Bytes(bytes), &mut back);
        prop_assert_eq!(back.records[0].partition_key.as_ref(), Some(&text));
        let error = wire::WireError::client("E", 400, text.clone()).with_header("x-a", text);
        for codec in [Codec::Json, Codec::Cbor, Codec::RestJson, Codec::RestXml, Codec::Query] {
            wire::encode_error(None, codec, &error, "r", false);
        }
    }
}
