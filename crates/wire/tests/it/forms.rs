//! The query protocol of a service whose model speaks JSON.

use crate::tools::{answer, decode, head, text};
use http::request::Parts;
use shapes::sqs::ops::{ReceiveMessage, SendMessageBatch, TagQueue};
use shapes::sqs::{self, Message, ReceiveMessageResult};
use wire::{Codec, WireError, encode_error, identify_form};

const FORM: &str = "content-type: application/x-www-form-urlencoded";

fn form(path: &str) -> Parts {
    head("POST", path, &[FORM])
}

#[test]
fn names_are_those_of_the_old_model() {
    let body = "Action=SendMessageBatch&Version=2012-11-05&QueueUrl=q&\
        SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=b&\
        SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=n&\
        SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=String&\
        SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=v";
    let input = decode::<SendMessageBatch>(&form("/"), body).unwrap();
    let attributes = input.entries[0].message_attributes.as_ref().unwrap();
    assert_eq!(attributes["n"].string_value.as_deref(), Some("v"));
    for name in ["Tag", "Tags"] {
        let body = format!(
            "Action=TagQueue&Version=2012-11-05&QueueUrl=q&{name}.1.Key=k&{name}.1.Value=v"
        );
        let input = decode::<TagQueue>(&form("/"), body).unwrap();
        assert_eq!(input.tags["k"], "v", "{name}");
    }
}

#[test]
fn the_path_says_what_a_form_is_about() {
    let body = "Action=ReceiveMessage&Version=2012-11-05&AttributeName.1=All";
    let input = decode::<ReceiveMessage>(&form("/000000000000/q"), body).unwrap();
    assert_eq!(input.queue_url, "/000000000000/q");
    assert_eq!(input.attribute_names, Some(vec!["All".to_owned()]));
    let error = decode::<ReceiveMessage>(&form("/"), body).unwrap_err();
    assert_eq!(error.message, "The request must contain the parameter QueueUrl.");
}

#[test]
fn answers_have_the_old_names_too() {
    let body = b"Action=ReceiveMessage&Version=2012-11-05";
    let named = identify_form(&form("/000000000000/q"), body).unwrap();
    let attributes = [("SenderId".to_owned(), "s".to_owned())].into();
    let message =
        Message { body: Some("<b>".into()), attributes: Some(attributes), ..Default::default() };
    let output = ReceiveMessageResult { messages: Some(vec![message]) };
    let answer = answer::<ReceiveMessage>(&named, output);
    assert_eq!(
        text(&answer).replace('\n', ""),
        "<ReceiveMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">\
         <ReceiveMessageResult><Message><Body>&lt;b&gt;</Body><Attribute><Name>SenderId</Name>\
         <Value>s</Value></Attribute></Message></ReceiveMessageResult><ResponseMetadata>\
         <RequestId>req-1</RequestId></ResponseMetadata></ReceiveMessageResponse>"
    );
}

#[test]
fn errors_have_their_old_code_in_both_protocols() {
    let error = WireError::declared(&sqs::errors::QUEUE_DOES_NOT_EXIST, "No.");
    let of = |codec| encode_error(Some(&sqs::SERVICE), codec, &error, "r", false);
    let json = of(Codec::Json);
    assert_eq!(
        json.headers()["x-amzn-query-error"],
        "AWS.SimpleQueueService.NonExistentQueue;Sender"
    );
    let body = br#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"No."}"#;
    assert_eq!(json.body().as_ref(), body);
    let query = of(Codec::Query);
    let body = std::str::from_utf8(query.body()).unwrap();
    assert!(body.contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"), "{body}");
}
