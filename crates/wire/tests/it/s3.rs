use crate::tools::{answer, decode, head, named, text, unnamed};
use shapes::Timestamp;
use shapes::s3::ops::{
    CompleteMultipartUpload, CopyObject, CreateBucket, DeleteObjects, GetBucketLocation, GetObject,
    HeadObject, ListObjectsV2, PutBucketPolicy, PutObject,
};
use shapes::s3::{
    CommonPrefix, CopyObjectOutput, CopyObjectResult, GetBucketLocationOutput, GetObjectOutput,
    HeadObjectOutput, ListObjectsV2Output, Object,
};

fn name(method: &str, uri: &str) -> &'static str {
    named(&head(method, uri, &["host: localhost:4566"])).operation
}

#[test]
fn addresses_name_operations() {
    for (method, uri, operation) in [
        ("GET", "/", "ListBuckets"),
        ("GET", "/b", "ListObjects"),
        ("GET", "/b/", "ListObjects"),
        ("GET", "/b?list-type=2&prefix=a", "ListObjectsV2"),
        ("GET", "/b?location", "GetBucketLocation"),
        ("GET", "/b?acl", "GetBucketAcl"),
        ("GET", "/b/?acl=", "GetBucketAcl"),
        ("GET", "/b?versions&prefix=x", "ListObjectVersions"),
        ("GET", "/b?uploads", "ListMultipartUploads"),
        ("GET", "/b?metrics", "ListBucketMetricsConfigurations"),
        ("GET", "/b?metrics&id=1", "GetBucketMetricsConfiguration"),
        ("GET", "/b?lifecycle", "GetBucketLifecycleConfiguration"),
        ("PUT", "/b", "CreateBucket"),
        ("PUT", "/b?versioning", "PutBucketVersioning"),
        ("PUT", "/b?notification", "PutBucketNotificationConfiguration"),
        ("HEAD", "/b", "HeadBucket"),
        ("DELETE", "/b", "DeleteBucket"),
        ("DELETE", "/b?policy", "DeleteBucketPolicy"),
        ("POST", "/b?delete", "DeleteObjects"),
        ("GET", "/b/k", "GetObject"),
        ("GET", "/b/k?x-id=GetObject", "GetObject"),
        ("GET", "/b/k?response-content-type=a&X-Amz-Signature=0", "GetObject"),
        ("GET", "/b/k?tagging", "GetObjectTagging"),
        ("GET", "/b/k?uploadId=1", "ListParts"),
        ("HEAD", "/b/k", "HeadObject"),
        ("PUT", "/b/k", "PutObject"),
        ("PUT", "/b/k?uploadId=1&partNumber=2", "UploadPart"),
        ("DELETE", "/b/k", "DeleteObject"),
        ("DELETE", "/b/k?uploadId=1", "AbortMultipartUpload"),
        ("POST", "/b/k?uploads", "CreateMultipartUpload"),
        ("POST", "/b/k?uploads=", "CreateMultipartUpload"),
        ("POST", "/b/k?uploadId=1", "CompleteMultipartUpload"),
        ("POST", "/b/k?restore", "RestoreObject"),
        ("POST", "/b/k?select&select-type=2", "SelectObjectContent"),
    ] {
        assert_eq!(name(method, uri), operation, "{method} {uri}");
    }
}

#[test]
fn copies_are_told_by_their_header() {
    let copy = |uri| named(&head("PUT", uri, &["x-amz-copy-source: /a/b"])).operation;
    assert_eq!(copy("/b/k"), "CopyObject");
    assert_eq!(copy("/b/k?partNumber=1&uploadId=u"), "UploadPartCopy");
}

#[test]
fn a_sub_resource_never_becomes_the_resource_itself() {
    for (method, uri) in [
        ("DELETE", "/b?acl"),
        ("DELETE", "/b?versions"),
        ("PUT", "/b?location"),
        ("HEAD", "/b/k?tagging"),
        ("DELETE", "/b/k?acl"),
        ("PUT", "/b/k?uploads"),
        ("POST", "/b/k"),
        ("PATCH", "/b/k"),
        ("PUT", "/"),
    ] {
        let error = unnamed(&head(method, uri, &[]));
        assert_eq!((&*error.code, error.status), ("MethodNotAllowed", 405), "{method} {uri}");
    }
    assert_eq!(unnamed(&head("PUT", "/b/k?uploadId=1", &[])).code, "MethodNotAllowed");
    let error = unnamed(&head("PUT", "/b/k?partNumber=1", &[]));
    assert_eq!(error.message, "This operation does not accept partNumber without uploadId");
    for (method, uri) in [("PUT", "/b/k?versionId=v"), ("POST", "/b/k?uploads&versionId=v")] {
        let error = unnamed(&head(method, uri, &[]));
        assert_eq!(error.message, "This operation does not accept a version-id.", "{uri}");
    }
    assert_eq!(name("PUT", "/b/k?tagging&versionId=v"), "PutObjectTagging");
    let error = unnamed(&head("GET", "/b/k?versions", &[]));
    assert_eq!(error.message, "There is no such thing as the ?versions sub-resource for a key");
    let error = unnamed(&head("GET", "/b/k?response-color=red", &[]));
    assert_eq!(&*error.code, "InvalidArgument");
    assert_eq!(
        error.fields,
        [("ArgumentName", "response-color".into()), ("ArgumentValue", "red".into())]
    );
    assert!(error.message.starts_with("response-color is not in the set of overridable"));
    assert_eq!(name("GET", "/b/k?response-content-type=a"), "GetObject");
}

#[test]
fn a_form_uploads_into_a_bucket() {
    let form = "content-type: multipart/form-data; boundary=x";
    let upload = named(&head("POST", "/b", &[form]));
    assert_eq!((upload.operation, upload.key), ("PutObject", None));
    assert_eq!(named(&head("POST", "/b?delete", &[form])).operation, "DeleteObjects");
    let error = unnamed(&head("POST", "/b", &[]));
    assert_eq!((&*error.code, error.status), ("PreconditionFailed", 412));
    let whole = "content-type: multipart/form-database";
    assert_eq!(unnamed(&head("POST", "/b", &[whole])).code, "PreconditionFailed");
}

#[test]
fn keys_are_decoded_once() {
    let key = |uri: &str| named(&head("GET", uri, &[])).key.unwrap();
    assert_eq!(key("/b/a+b%20c%252F//d/"), "a+b c%2F//d/");
    assert_eq!(key("/b//x"), "/x");
    assert_eq!(key("/b/shardId-0%3A49"), "shardId-0:49");
    assert_eq!(key("/b/%C3%A9"), "é");
    assert_eq!(unnamed(&head("GET", "/b/%ff", &[])).code, "InvalidURI");
}

#[test]
fn hosts_name_buckets() {
    let call = named(&head("GET", "/k/l", &["host: demo.s3.localhost.localstack.cloud:4566"]));
    assert_eq!(call.bucket.as_deref(), Some("demo"));
    assert_eq!(call.key.as_deref(), Some("k/l"));
    let call = named(&head("PUT", "/", &["host: demo.localhost:4566"]));
    assert_eq!((call.operation, call.bucket.as_deref()), ("CreateBucket", Some("demo")));
}

#[test]
fn an_object_is_read() {
    let call = head(
        "PUT",
        "/b/k",
        &[
            "content-length: 5",
            "content-type: text/plain",
            "x-amz-meta-Color: red",
            "x-amz-meta-size: 1",
            "x-amz-storage-class: STANDARD",
            "if-none-match: *",
        ],
    );
    let input = decode::<PutObject>(&call, "hello").unwrap();
    assert_eq!((&*input.bucket, &*input.key), ("b", "k"));
    assert_eq!(input.body.length(), Some(5));
    assert_eq!(input.content_length, Some(5));
    assert_eq!(input.if_none_match.as_deref(), Some("*"));
    let metadata = input.metadata.unwrap();
    assert_eq!((&*metadata["color"], &*metadata["size"]), ("red", "1"));
    assert!(wire::takes_stream(<PutObject as shapes::Operation>::SCHEMA));
    assert!(!wire::takes_stream(<DeleteObjects as shapes::Operation>::SCHEMA));
}

#[test]
fn bodies_of_xml_are_read() {
    let call = head("POST", "/b?delete", &[]);
    let body = r#"<?xml version="1.0"?><!-- c --><Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <Object><Key> a&amp;b&#x1F600;<![CDATA[<]]> </Key></Object><Quiet>true</Quiet>
        <Object><Key>c</Key><VersionId>v</VersionId></Object></Delete>"#;
    let input = decode::<DeleteObjects>(&call, body).unwrap();
    let keys: Vec<&str> = input.delete.objects.iter().map(|object| &*object.key).collect();
    assert_eq!(keys, [" a&b😀< ", "c"]);
    assert_eq!(input.delete.quiet, Some(true));
    let call = head("POST", "/b/k?uploadId=u", &[]);
    let body = "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>&quot;e&quot;\
        </ETag></Part></CompleteMultipartUpload>";
    let input = decode::<CompleteMultipartUpload>(&call, body).unwrap();
    let parts = input.multipart_upload.unwrap().parts.unwrap();
    assert_eq!((parts[0].part_number, parts[0].etag.as_deref()), (Some(1), Some("\"e\"")));
    assert!(decode::<CreateBucket>(&head("PUT", "/b", &[]), "").is_ok());
    // A text that is empty is for S3 to refuse, in words of its own.
    let input = decode::<PutBucketPolicy>(&head("PUT", "/b?policy", &[]), "").unwrap();
    assert_eq!(input.policy, "");
}

#[test]
fn what_is_not_the_xml_expected_is_malformed() {
    let call = head("POST", "/b?delete", &[]);
    let refused = |body: &str| decode::<DeleteObjects>(&call, body.to_owned()).unwrap_err().code;
    for body in [
        "x",
        "<Delete>",
        "<Delete></Remove>",
        "<Remove/>",
        "<Delete/>",
        "<Delete/><Delete/>",
        "<Delete><Object/></Delete>",
        "<Delete><Object><Key>a</Key></Object><Strange/></Delete>",
        "<Delete><Object><Key>a</Key></Object><Quiet>maybe</Quiet></Delete>",
        "<Delete><Object><Key>&lol;</Key></Object></Delete>",
        "<Delete><Object><Key>a\0</Key></Object></Delete>",
        "<!DOCTYPE d [<!ENTITY lol \"x\">]><Delete><Object><Key>&lol;</Key></Object></Delete>",
    ] {
        assert_eq!(refused(body), "MalformedXML", "{body}");
    }
    assert_eq!(refused(&"<a>".repeat(100_000)), "MalformedXML");
    assert_eq!(refused(""), "MissingRequestBodyError");
}

#[test]
fn arguments_that_are_no_numbers_are_named() {
    let call = head("GET", "/b?list-type=2&max-keys=ten", &[]);
    let error = decode::<ListObjectsV2>(&call, "").unwrap_err();
    assert_eq!((&*error.code, error.status), ("InvalidArgument", 400));
    assert_eq!(error.message, "Provided max-keys not an integer or within integer range");
    assert_eq!(
        error.fields,
        [("ArgumentName", "max-keys".to_owned()), ("ArgumentValue", "ten".to_owned())]
    );
    let call = head("GET", "/b?list-type=2&max-keys=&prefix=", &[]);
    let input = decode::<ListObjectsV2>(&call, "").unwrap();
    assert_eq!((input.max_keys, input.prefix.as_deref()), (None, Some("")));
}

#[test]
fn listings_are_flat() {
    let call = named(&head("GET", "/b?list-type=2", &[]));
    let object = |key: &str| Object {
        key: Some(key.into()),
        last_modified: Some(Timestamp(1_700_000_000_123)),
        etag: Some("\"e\"".into()),
        size: Some(1),
        ..Object::default()
    };
    let output = ListObjectsV2Output {
        name: Some("b".into()),
        is_truncated: Some(false),
        contents: Some(vec![object("a&\u{1}"), object("c")]),
        common_prefixes: Some(vec![CommonPrefix { prefix: Some("d/".into()) }]),
        ..ListObjectsV2Output::default()
    };
    let listed = answer::<ListObjectsV2>(&call, output);
    let contents = |key: &str| {
        format!(
            "<Contents><Key>{key}</Key><LastModified>2023-11-14T22:13:20.123Z</LastModified>\
             <ETag>&quot;e&quot;</ETag><Size>1</Size></Contents>"
        )
    };
    assert_eq!(
        text(&listed),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
             <IsTruncated>false</IsTruncated>{}{}<Name>b</Name>\
             <CommonPrefixes><Prefix>d/</Prefix></CommonPrefixes></ListBucketResult>",
            contents("a&amp;&#x1;"),
            contents("c")
        )
    );
    assert_eq!(listed.headers()["content-type"], "application/xml");
    assert_eq!(listed.headers()["x-amz-request-id"], "req-1");
}

#[test]
fn objects_are_streams_with_headers() {
    let call = named(&head("GET", "/b/k", &[]));
    let output = || GetObjectOutput {
        content_length: Some(5),
        last_modified: Some(Timestamp(1_440_938_160_000)),
        etag: Some("\"e\"".into()),
        metadata: Some([("color".to_owned(), "red\n".to_owned())].into()),
        ..GetObjectOutput::default()
    };
    let got = answer::<GetObject>(&call, output());
    assert_eq!((got.status().as_u16(), text(&got)), (200, "<stream>"));
    assert_eq!(got.headers()["last-modified"], "Sun, 30 Aug 2015 12:36:00 GMT");
    assert_eq!(got.headers()["etag"], "\"e\"");
    assert_eq!(got.headers()["content-length"], "5");
    assert_eq!(got.headers()["x-amz-meta-color"], "red ");
    let range = GetObjectOutput { content_range: Some("bytes 0-4/9".into()), ..output() };
    assert_eq!(answer::<GetObject>(&call, range).status(), 206);
    let call = named(&head("HEAD", "/b/k", &[]));
    let output = HeadObjectOutput { content_length: Some(9), ..HeadObjectOutput::default() };
    let headed = answer::<HeadObject>(&call, output);
    assert_eq!((&headed.headers()["content-length"], text(&headed)), (&"9".parse().unwrap(), ""));
}

#[test]
fn odd_documents() {
    let call = named(&head("GET", "/b?location", &[]));
    let located = |place: Option<&str>| {
        let output = GetBucketLocationOutput { location_constraint: place.map(str::to_owned) };
        text(&answer::<GetBucketLocation>(&call, output)).split_once('\n').unwrap().1.to_owned()
    };
    let namespace = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    assert_eq!(
        located(Some("eu-west-1")),
        format!("<LocationConstraint {namespace}>eu-west-1</LocationConstraint>")
    );
    assert_eq!(located(None), format!("<LocationConstraint {namespace}/>"));
    let call = named(&head("PUT", "/b/k", &["x-amz-copy-source: a/b"]));
    let result = CopyObjectResult { etag: Some("e".into()), ..CopyObjectResult::default() };
    let output =
        CopyObjectOutput { copy_object_result: Some(result), ..CopyObjectOutput::default() };
    assert!(
        text(&answer::<CopyObject>(&call, output))
            .ends_with(&format!("<CopyObjectResult {namespace}><ETag>e</ETag></CopyObjectResult>"))
    );
}
