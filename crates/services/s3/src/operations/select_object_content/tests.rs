//! What is asked of objects, and the events that answer.

use super::*;
use crate::testing::{put, put_request, world};
use platform::Error;
use shapes::s3::ParquetInput;
use shapes::s3::ops::PutObject;
use shapes::s3::{
    CSVInput, CSVOutput, InputSerialization, JSONInput, JSONOutput, OutputSerialization,
    PutObjectRequest, RequestProgress, ScanRange, SelectObjectContentEventStream as Event,
};

fn request(key: &str, expression: &str) -> SelectObjectContentRequest {
    SelectObjectContentRequest {
        bucket: "bucket".into(),
        key: key.into(),
        expression: expression.into(),
        expression_type: "SQL".into(),
        input_serialization: InputSerialization {
            csv: Some(CSVInput::default()),
            ..Default::default()
        },
        output_serialization: OutputSerialization { csv: Some(CSVOutput::default()), json: None },
        ..Default::default()
    }
}

/// The records of an answer, and the names of its events; or the error at its end.
async fn events(
    service: &S3,
    cx: &Context,
    input: SelectObjectContentRequest,
) -> Result<(String, Vec<&'static str>)> {
    use shapes::Event as _;
    let mut payload = cx.run::<SelectObjectContent, _>(service, input).await?.payload;
    let (mut records, mut names) = (Vec::new(), Vec::new());
    while let Some(event) = payload.try_next().await {
        let event = event?;
        if names.last() != Some(&event.name()) {
            names.push(event.name());
        }
        if let Event::Records(event) = event {
            records.extend(event.payload.unwrap());
        }
    }
    Ok((String::from_utf8(records).unwrap(), names))
}

#[tokio::test]
async fn small_and_large_objects_are_queried() {
    let (service, cx, _) = world().await;
    put(&service, &cx, "small", "a,1\nb,2\n").await;
    let rest = "x".repeat(1000);
    let large = format!("a,1,{rest}\nb,2,{rest}\n").repeat(2500);
    put(&service, &cx, "large", large.clone()).await;
    let input = request("small", "SELECT s._1 FROM S3Object s WHERE s._2 > 1");
    let (records, names) = events(&service, &cx, input).await.unwrap();
    assert_eq!((records.as_str(), &names[..]), ("b\n", &["Records", "Stats", "End"][..]));
    let count = request("large", "SELECT COUNT(*) FROM S3Object s WHERE s._1 = 'b'");
    let (records, names) = events(&service, &cx, count).await.unwrap();
    assert_eq!(records, "2500\n");
    assert_eq!(names, ["Cont", "Records", "Stats", "End"]);
    let all = SelectObjectContentRequest {
        request_progress: Some(RequestProgress { enabled: Some(true) }),
        ..request("large", "SELECT * FROM S3Object")
    };
    let (records, names) = events(&service, &cx, all).await.unwrap();
    assert!(records == large);
    assert_eq!((names[..2].to_vec(), names.last()), (vec!["Records", "Progress"], Some(&"End")));
    let range = SelectObjectContentRequest {
        scan_range: Some(ScanRange { start: Some(2_010_001), end: Some(2_012_010) }),
        ..request("large", "SELECT s._1 FROM S3Object s")
    };
    assert_eq!(events(&service, &cx, range).await.unwrap().0, "b\na\n");
}

#[tokio::test]
async fn what_goes_wrong_is_the_answer_or_its_last_event() {
    let (service, cx, _) = world().await;
    put(&service, &cx, "k", "1\nx\n").await;
    put(&service, &cx, "late", format!("{}x\n", "1000000000000000\n".repeat(20_000))).await;
    let cast = "SELECT CAST(s._1 AS INT) FROM S3Object s";
    let mut payload = match cx.run::<SelectObjectContent, _>(&*service, request("k", cast)).await {
        Ok(_) => panic!("an error before the first event is the answer"),
        Err(error) => {
            assert_eq!((error.code(), error.shape.status), ("CastFailed", 400));
            let late = cx.run::<SelectObjectContent, _>(&*service, request("late", cast)).await;
            late.unwrap().payload
        }
    };
    let mut last = None;
    while let Some(event) = payload.try_next().await {
        last = Some(event);
    }
    assert_eq!(last.unwrap().unwrap_err().code, "CastFailed");
}

async fn code(service: &S3, cx: &Context, input: SelectObjectContentRequest) -> (String, u16) {
    let error: Error = events(service, cx, input).await.unwrap_err();
    (error.code().to_owned(), error.shape.status)
}

#[tokio::test]
async fn what_is_not_queried_is_refused() {
    let (service, cx, _) = world().await;
    put(&service, &cx, "k", "{\"a\":1}\n").await;
    for (key, class) in [("reduced", "REDUCED_REDUNDANCY"), ("archived", "GLACIER")] {
        let storage_class = Some(class.to_owned());
        let input = PutObjectRequest { storage_class, ..put_request(key, "a\n") };
        cx.run::<PutObject, _>(&*service, input).await.unwrap();
    }
    let all = || request("k", "SELECT * FROM S3Object");
    let of = |input| SelectObjectContentRequest { input_serialization: input, ..all() };
    let csv = |csv| of(InputSerialization { csv: Some(csv), ..Default::default() });
    let json = |kind: &str| {
        let json = Some(JSONInput { r#type: Some(kind.into()) });
        of(InputSerialization { json, ..Default::default() })
    };
    let ranged = |input: SelectObjectContentRequest, start, end| SelectObjectContentRequest {
        scan_range: Some(ScanRange { start, end }),
        ..input
    };
    let both = InputSerialization {
        csv: Some(CSVInput::default()),
        parquet: Some(ParquetInput {}),
        ..Default::default()
    };
    let packed = InputSerialization {
        parquet: Some(ParquetInput {}),
        compression_type: Some("GZIP".into()),
        ..Default::default()
    };
    for (input, expected, status) in [
        (request("none", "SELECT * FROM S3Object"), "NoSuchKey", 404),
        (request("reduced", "SELECT * FROM S3Object"), "UnsupportedStorageClass", 400),
        (request("archived", "SELECT * FROM S3Object"), "InvalidObjectState", 403),
        (request("k", "SELECT"), "ParseExpectedExpression", 400),
        (
            SelectObjectContentRequest { expression_type: "X".into(), ..all() },
            "InvalidExpressionType",
            400,
        ),
        (of(InputSerialization::default()), "MissingRequiredParameter", 400),
        (of(both), "ObjectSerializationConflict", 400),
        (of(packed), "InvalidCompressionFormat", 400),
        (json("LINE"), "InvalidJsonType", 400),
        (
            csv(CSVInput { file_header_info: Some("X".into()), ..Default::default() }),
            "InvalidFileHeaderInfo",
            400,
        ),
        (
            csv(CSVInput { quote_character: Some("ab".into()), ..Default::default() }),
            "InvalidRequestParameter",
            400,
        ),
        (
            csv(CSVInput { record_delimiter: Some(String::new()), ..Default::default() }),
            "InvalidRequestParameter",
            400,
        ),
        (ranged(json("DOCUMENT"), Some(0), None), "UnsupportedScanRangeInput", 400),
        (ranged(all(), Some(5), Some(4)), "InvalidScanRange", 400),
        (ranged(all(), None, None), "InvalidScanRange", 400),
        (ranged(all(), Some(100), None), "InvalidScanRange", 400),
        (ranged(all(), Some(-1), None), "InvalidScanRange", 400),
    ] {
        assert_eq!(code(&service, &cx, input).await, (expected.to_owned(), status));
    }
    let to_json = OutputSerialization { json: Some(JSONOutput::default()), csv: None };
    let lines = SelectObjectContentRequest { output_serialization: to_json, ..json("LINES") };
    assert_eq!(events(&service, &cx, lines).await.unwrap().0, "{\"a\":1}\n");
}
