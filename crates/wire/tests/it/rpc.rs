//! Smithy RPC v2 with CBOR, and the two older protocols of a service that speaks it.

use crate::tools::{answer, decode, head, named, text, unnamed};
use http::request::Parts;
use shapes::cloudwatch::ops::{GetMetricStatistics, ListMetrics, PutMetricData, TagResource};
use shapes::cloudwatch::{self, Datapoint, GetMetricStatisticsOutput};
use shapes::{Timestamp, Unit};
use wire::{Codec, WireError, encode_error, identify_form, speech};

fn call(operation: &str) -> Parts {
    let path = format!("/service/GraniteServiceVersion20100801/operation/{operation}");
    head("POST", &path, &["smithy-protocol: rpc-v2-cbor", "content-type: application/cbor"])
}

#[test]
fn the_path_names_the_operation() {
    let found = named(&call("PutMetricData"));
    assert_eq!((found.service.id, found.codec), ("cloudwatch", Codec::RpcV2Cbor));
    for head in [
        call("Dance"),
        call("PutMetricData/x"),
        head(
            "GET",
            "/service/GraniteServiceVersion20100801/operation/ListMetrics",
            &["smithy-protocol: rpc-v2-cbor"],
        ),
        head("POST", "/", &["smithy-protocol: rpc-v2-cbor"]),
        head(
            "POST",
            "/service/GraniteServiceVersion20100801/operation/ListMetrics",
            &["smithy-protocol: rpc-v2-json"],
        ),
    ] {
        assert_eq!(unnamed(&head).code, "UnknownOperationException");
        assert_eq!(speech(&head).1, Codec::RpcV2Cbor);
    }
}

#[test]
fn instants_are_seconds() {
    let start = b"\xbf\x69Namespace\x61n\x6aMetricName\x61m\x66Period\x18\x3c\
        \x69StartTime\xc1\xfb\x41\xd9\x54\xfc\x40\x20\x00\x00\x67EndTime\xc1\x1a\x65\x53\xf1\x01\xff";
    let input =
        decode::<GetMetricStatistics>(&call("GetMetricStatistics"), start.to_vec()).unwrap();
    assert_eq!(input.start_time, Timestamp(1_700_000_000_500));
    assert_eq!(input.end_time, Timestamp(1_700_000_001_000));
    let point = |ms| Datapoint { timestamp: Some(Timestamp(ms)), ..Default::default() };
    let datapoints = Some(vec![point(1_700_000_000_500), point(1_700_000_001_000)]);
    let output = GetMetricStatisticsOutput { label: None, datapoints };
    let answer = answer::<GetMetricStatistics>(&named(&call("GetMetricStatistics")), output);
    assert_eq!(answer.headers()["content-type"], "application/cbor");
    assert_eq!(answer.headers()["smithy-protocol"], "rpc-v2-cbor");
    assert_eq!(
        answer.body(),
        b"\xbf\x6aDatapoints\x82\xbf\x69Timestamp\xc1\xfb\x41\xd9\x54\xfc\x40\x20\x00\x00\xff\
          \xbf\x69Timestamp\xc1\x1a\x65\x53\xf1\x01\xff\xff"
    );
}

#[test]
fn an_operation_without_an_output_has_no_body_and_an_empty_output_is_an_empty_map() {
    let nothing = answer::<PutMetricData>(&named(&call("PutMetricData")), Unit);
    assert!(nothing.body().is_empty() && !nothing.headers().contains_key("content-type"));
    assert_eq!(nothing.headers()["smithy-protocol"], "rpc-v2-cbor");
    let empty = answer::<TagResource>(&named(&call("TagResource")), Default::default());
    assert_eq!(empty.body(), b"\xbf\xff");
    assert!(decode::<ListMetrics>(&call("ListMetrics"), "").is_ok());
}

#[test]
fn errors_have_todays_name_and_yesterdays() {
    let error = WireError::declared(&cloudwatch::errors::INVALID_PARAMETER_VALUE_EXCEPTION, "No.");
    let of = |codec| encode_error(Some(&cloudwatch::SERVICE), codec, &error, "r", false);
    let answer = of(Codec::RpcV2Cbor);
    assert_eq!(answer.status(), 400);
    assert_eq!(answer.headers()["x-amzn-query-error"], "InvalidParameterValue;Sender");
    assert_eq!(answer.headers()["smithy-protocol"], "rpc-v2-cbor");
    assert_eq!(answer.headers()["content-type"], "application/cbor");
    let code = "com.amazonaws.cloudwatch.v2010_08_01#InvalidParameterValueException";
    let body = String::from_utf8_lossy(answer.body()).into_owned();
    assert!(body.contains(code) && body.contains("message"), "{body}");
    let answer = of(Codec::Json);
    assert_eq!(answer.headers()["content-type"], "application/x-amz-json-1.0");
    assert!(String::from_utf8_lossy(answer.body()).contains(code));
    let answer = of(Codec::Query);
    let body = String::from_utf8_lossy(answer.body()).into_owned();
    assert!(body.contains("<Code>InvalidParameterValue</Code>"), "{body}");
}

#[test]
fn forms_have_the_names_of_the_model() {
    let form = head("POST", "/", &["content-type: application/x-www-form-urlencoded"]);
    let body = "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m&\
        MetricData.member.1.Dimensions.member.1.Name=d&MetricData.member.1.Dimensions.member.1.Value=v&\
        MetricData.member.1.Values.member.1=1.5&MetricData.member.1.Values.member.2=2";
    let input = decode::<PutMetricData>(&form, body).unwrap();
    let datum = &input.metric_data.unwrap()[0];
    assert_eq!(datum.values, Some(vec![1.5, 2.0]));
    assert_eq!(datum.dimensions.as_ref().unwrap()[0].value, "v");
    let named = identify_form(&form, b"Action=GetMetricStatistics&Version=2010-08-01").unwrap();
    let output = GetMetricStatisticsOutput {
        label: Some("l".into()),
        datapoints: Some(vec![Datapoint { sum: Some(1.0), ..Default::default() }]),
    };
    let answer = answer::<GetMetricStatistics>(&named, output);
    assert_eq!(
        text(&answer).replace('\n', ""),
        "<GetMetricStatisticsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">\
         <GetMetricStatisticsResult><Label>l</Label><Datapoints><member><Sum>1.0</Sum></member></Datapoints>\
         </GetMetricStatisticsResult><ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata>\
         </GetMetricStatisticsResponse>"
    );
}
