use super::*;

fn head(method: &str, uri: &str, headers: &[(&str, &str)]) -> Parts {
    let mut request = http::Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap().into_parts().0
}

#[test]
fn every_route_of_the_models_is_found_by_its_own_address() {
    // Operations that share method and address with another, and are chosen by other means.
    let by_other_means = [
        "CopyObject",
        "UploadPart",
        "UploadPartCopy",
        "ListParts",
        "AbortMultipartUpload",
        "CompleteMultipartUpload",
        "ListDirectoryBuckets",
        "WriteGetObjectResponse",
        "GetObjectAnnotation",
        "PutBucketLifecycle",
        "GetBucketLifecycle",
        "GetBucketNotification",
        "PutBucketNotification",
    ];
    let dated =
        SERVICES.iter().filter(|it| matches!(it.protocol, Protocol::RestJson | Protocol::RestXml));
    for service in dated {
        for route in service.routes {
            let needs_id =
                route.name.starts_with("GetBucket") && route.name.ends_with("Configuration");
            if by_other_means.contains(&route.name) {
                continue;
            }
            let mut uri = route.uri.replace("{Bucket}", "b").replace("{Key+}", "k/l");
            while let (Some(from), Some(to)) = (uri.find('{'), uri.find('}')) {
                uri.replace_range(from..=to, "x");
            }
            if needs_id && uri.contains('?') {
                uri.push_str("&id=1");
            }
            let account: &[_] = match service.id {
                "s3control" => &[("x-amz-account-id", "000000000000")],
                _ => &[],
            };
            let found = identify(&head(route.method, &uri, account), &Hosts::default());
            let Ok(Identified::Operation(named)) = found else {
                panic!("{} {uri}: {found:?}", route.method)
            };
            assert_eq!((named.service.id, named.operation), (service.id, route.name), "{uri}");
        }
    }
}

#[test]
fn targets_name_operations_and_codecs() {
    let call = |target: &str, content_type: &str| {
        let headers = [("x-amz-target", target), ("content-type", content_type)];
        match identify(&head("POST", "/", &headers), &Hosts::default()) {
            Ok(Identified::Operation(named)) => (named.service.id, named.operation, named.codec),
            _ => ("", "", Codec::Json),
        }
    };
    assert_eq!(
        call("Kinesis_20131202.PutRecord", "application/x-amz-json-1.1"),
        ("kinesis", "PutRecord", Codec::Json)
    );
    assert_eq!(
        call("Kinesis_20131202.SubscribeToShard", "application/x-amz-cbor-1.1"),
        ("kinesis", "SubscribeToShard", Codec::Cbor)
    );
    assert_eq!(call("Logs_20140328.PutLogEvents", "x").0, "logs");
    assert_eq!(call("Kinesis_20131202.Dance", "x").0, "");
    assert_eq!(call("PutRecord", "x").0, "");
}

#[test]
fn a_functions_url_is_no_bucket() {
    let host = ("host", "abc.lambda-url.us-east-1.localhost:4566");
    for method in ["GET", "PUT"] {
        let head = head(method, "/key", &[host]);
        let error = identify(&head, &Hosts::default()).unwrap_err();
        assert_eq!((&*error.code, error.status), ("NotImplemented", 400));
        assert!(error.message.starts_with("Function URLs"), "{}", error.message);
        assert!(matches!(speech(&head), (Some(_), Codec::RestJson)));
    }
}

#[test]
fn a_json_document_without_a_target_is_not_for_s3() {
    let head = head("POST", "/", &[("content-type", "application/x-amz-json-1.1")]);
    let error = identify(&head, &Hosts::default()).unwrap_err();
    assert_eq!((&*error.code, error.status), ("UnknownOperationException", 400));
    assert!(matches!(speech(&head), (None, Codec::Json)));
}

#[test]
fn forms_wait_for_their_body() {
    let form = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    let found = identify(&head("POST", "/", &[form]), &Hosts::default());
    assert!(matches!(found, Ok(Identified::Form)));
    let found = identify(&head("POST", "/b?delete", &[form]), &Hosts::default());
    assert!(
        matches!(found, Ok(Identified::Operation(named)) if named.operation == "DeleteObjects")
    );
}
