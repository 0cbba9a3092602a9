//! The examples of AWS's documentation and test suite, and requests that botocore signed.

use super::*;
use crate::Codec;
use http::request::{Builder, Parts};
use shapes::TimestampFormat;

const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const S3_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const SUITE_SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

fn at(text: &str) -> Timestamp {
    Timestamp::parse_basic(text).unwrap()
}

fn head(request: Builder) -> Parts {
    request.body(()).unwrap().into_parts().0
}

fn prove(head: &Parts, payload: &str, secret: &str, now: Timestamp) -> Result<(), SigError> {
    let signed = parse(head)?.unwrap();
    verify(&signed, head, payload, secret, now, &KeyCache::default()).map(|_| ())
}

/// A request of S3's "Signature Calculations for the Authorization Header" page.
fn s3_example(
    method: &str,
    path: &str,
    hash: &str,
    signature: &str,
    more: &[(&str, &str)],
) -> Parts {
    let mut names: Vec<&str> = more.iter().map(|(name, _)| *name).collect();
    names.extend(["host", "x-amz-content-sha256", "x-amz-date"]);
    names.sort_unstable();
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
         SignedHeaders={},Signature={signature}",
        names.join(";")
    );
    let mut request = http::Request::builder()
        .method(method)
        .uri(path)
        .header("host", "examplebucket.s3.amazonaws.com")
        .header("x-amz-date", "20130524T000000Z")
        .header("x-amz-content-sha256", hash)
        .header("authorization", authorization);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    head(request)
}

#[test]
fn the_examples_of_s3_are_proven() {
    let now = at("20130524T000500Z");
    let body = sha256_hex(b"Welcome to Amazon S3.");
    for (method, path, hash, signature, more) in [
        (
            "GET",
            "/test.txt",
            EMPTY,
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            &[("range", "bytes=0-9")][..],
        ),
        (
            "PUT",
            "/test$file.text",
            &body,
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
            &[
                ("date", "Fri, 24 May 2013 00:00:00 GMT"),
                ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ][..],
        ),
        (
            "GET",
            "/?lifecycle",
            EMPTY,
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
            &[],
        ),
        (
            "GET",
            "/?prefix=J&max-keys=2",
            EMPTY,
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
            &[],
        ),
    ] {
        let head = s3_example(method, path, hash, signature, more);
        assert_eq!(prove(&head, hash, S3_SECRET, now), Ok(()), "{path}");
        let wrong = prove(&head, hash, "another secret", now);
        assert!(matches!(wrong, Err(SigError::Mismatch(_))), "{path}");
    }
}

fn suite(path: &str, method: &str, signature: &str) -> Parts {
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={signature}"
    );
    head(
        http::Request::builder()
            .method(method)
            .uri(path)
            .header("host", "example.amazonaws.com")
            .header("x-amz-date", "20150830T123600Z")
            .header("authorization", authorization),
    )
}

#[test]
fn the_test_suite_is_proven() {
    let now = at("20150830T123600Z");
    for (method, path, signature) in [
        ("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        // Paths are made normal, except in S3.
        ("GET", "/./", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("GET", "//a/../", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            "GET",
            "/?Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        ),
    ] {
        let head = suite(path, method, signature);
        assert_eq!(prove(&head, EMPTY, SUITE_SECRET, now), Ok(()), "{method} {path}");
    }
}

#[test]
fn requests_of_botocore_are_proven() {
    let now = at("20260102T030405Z");
    let lambda = http::Request::builder()
        .method("POST")
        .uri(
            "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af\
             /invocations",
        )
        .header("host", "localhost:4566")
        .header("x-amz-date", "20260102T030405Z")
        .header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/lambda/aws4_request, \
             SignedHeaders=host;x-amz-date, \
             Signature=fc4a4d21345d1701546f660365fbf00e9ae5b683a320169ecf2992aa25176b60",
        );
    let lambda = head(lambda);
    assert_eq!(prove(&lambda, &sha256_hex(b"{}"), SUITE_SECRET, now), Ok(()));
    let hash = sha256_hex(b"hello");
    let put = http::Request::builder()
        .method("PUT")
        .uri("/b/a%20b/../c//d%2Be")
        .header("host", "localhost:4566")
        .header("expect", "100-continue")
        .header("x-amz-checksum-crc32", "NhCmhg==")
        .header("x-amz-sdk-checksum-algorithm", "CRC32")
        .header("x-amz-date", "20260102T030405Z")
        .header("x-amz-content-sha256", &hash)
        .header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/s3/aws4_request, \
             SignedHeaders=host;x-amz-checksum-crc32;x-amz-content-sha256;x-amz-date;\
             x-amz-sdk-checksum-algorithm, \
             Signature=6431949091520c868b5efd7315820cb6062a33fcae86a57d19863ae289b6311f",
        );
    assert_eq!(prove(&head(put), &hash, SUITE_SECRET, now), Ok(()));
}

/// The JavaScript SDK, which speaks HTTP/2 to Kinesis, signs the host by HTTP/2's name for it.
#[test]
fn a_signed_authority_is_proven() {
    let request = |uri: &str| {
        http::Request::builder()
            .method("POST")
            .uri(uri)
            .header("host", "localhost:4566")
            .header("content-type", "application/x-amz-json-1.1")
            .header("x-amz-target", "Kinesis_20131202.ListStreams")
            .header("x-amz-date", "20260102T030405Z")
            .header("x-amz-content-sha256", sha256_hex(b"{}"))
            .header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/kinesis/aws4_request, \
                 SignedHeaders=:authority;content-type;x-amz-content-sha256;x-amz-date;x-amz-target, \
                 Signature=c1429766e591cbec39bb1c31663a0bdb1a54f96e2cc303ab6c22125a9b57b9ac",
            )
    };
    let prove = |uri: &str| {
        let now = at("20260102T030405Z");
        prove(&head(request(uri)), &sha256_hex(b"{}"), SUITE_SECRET, now)
    };
    assert_eq!(prove("http://localhost:4566/"), Ok(()));
    assert_eq!(prove("/"), Ok(()));
    assert!(matches!(prove("http://localhost:4567/"), Err(SigError::Mismatch(_))));
}

fn presigned(uri: &str, host: &str) -> Parts {
    head(http::Request::builder().uri(uri).header("host", host))
}

#[test]
fn a_presigned_url_lasts_as_long_as_it_says() {
    let uri = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE\
               %2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z\
               &X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=\
               aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
    let head = presigned(uri, "examplebucket.s3.amazonaws.com");
    let prove_at = |now| prove(&head, "UNSIGNED-PAYLOAD", S3_SECRET, at(now));
    assert_eq!(prove_at("20130524T000000Z"), Ok(()));
    assert_eq!(prove_at("20130525T000000Z"), Ok(()));
    let error = prove_at("20130525T000001Z").unwrap_err().to_wire(Codec::RestXml);
    assert_eq!((&*error.code, error.status), ("AccessDenied", 403));
    assert_eq!(error.message, "Request has expired");
    assert!(error.fields.contains(&("Expires", "2013-05-25T00:00:00Z".to_owned())));
    let early = prove_at("20130523T234459Z").unwrap_err().to_wire(Codec::RestXml);
    assert_eq!(early.message, "Request is not yet valid");
}

/// botocore presigns S3 with version 2 unless it is told otherwise.
#[test]
fn presigned_urls_of_version_2_are_proven() {
    let now = at("20260102T030405Z");
    for (method, host, uri) in [
        (
            "GET",
            "localhost:4566",
            "/b/a%20b%2Bc/%C3%A9~.txt?AWSAccessKeyId=AKIDEXAMPLE\
             &Signature=F8vTu2lC3OTG15lWfIGhAT50fqk%3D&Expires=1767323645",
        ),
        (
            "GET",
            "localhost:4566",
            "/b/k?versionId=v1&response-content-type=text%2Fplain&AWSAccessKeyId=AKIDEXAMPLE\
             &Signature=taIXZBKPb%2FLLtNDL%2FFC5KbVPSdw%3D\
             &x-amz-security-token=to%2Fken%2Bx%3D&Expires=1767323645",
        ),
        (
            "PUT",
            "my.b.localhost:4566",
            "/k?AWSAccessKeyId=AKIDEXAMPLE&Signature=XZy9e9H5K5MGVe1lsAwVTHMfyis%3D\
             &content-type=text%2Fplain&x-amz-meta-a=1&Expires=1767323645",
        ),
    ] {
        let head = head(http::Request::builder().method(method).uri(uri).header("host", host));
        let prove = |secret| prove(&head, "UNSIGNED-PAYLOAD", secret, now);
        assert_eq!(prove(SUITE_SECRET), Ok(()), "{uri}");
        assert!(matches!(prove("x"), Err(SigError::Mismatch(_))));
        let signed = parse(&head).unwrap().unwrap();
        let late = check_time(&signed, at("20260102T031406Z"));
        assert!(matches!(late, Err(SigError::V2Expired { .. })));
    }
}

#[test]
fn a_time_too_far_away_is_refused() {
    let head = suite("/", "GET", EMPTY);
    let error = |now: &str| prove(&head, EMPTY, SUITE_SECRET, at(now)).unwrap_err();
    let late = error("20150830T125101Z").to_wire(Codec::Query);
    assert_eq!((&*late.code, late.status), ("SignatureDoesNotMatch", 403));
    assert_eq!(
        late.message,
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z \
         (20150830T125101Z - 15 min.)"
    );
    let early = error("20150830T122059Z").to_wire(Codec::Json);
    assert_eq!((&*early.code, early.status), ("InvalidSignatureException", 400));
    assert!(early.message.starts_with("Signature not yet current: 20150830T123600Z is still"));
    let s3 = error("20150830T125101Z").to_wire(Codec::RestXml);
    assert_eq!((&*s3.code, s3.status), ("RequestTimeTooSkewed", 403));
}

#[test]
fn other_schemes_are_refused_by_name() {
    let refused = |authorization: &str| {
        let head = head(http::Request::builder().header("authorization", authorization));
        parse(&head).unwrap_err().to_wire(Codec::RestXml)
    };
    let v3 = refused("AWS3-HTTPS AWSAccessKeyId=a,Algorithm=HmacSHA256,Signature=b");
    assert_eq!((&*v3.code, v3.status), ("InvalidRequest", 400));
    assert!(v3.message.contains("AWS3-HTTPS"));
    let v4a = refused("AWS4-ECDSA-P256-SHA256 Credential=a/20260102/s3/aws4_request");
    assert!(v4a.message.contains("Signature Version 4A"));
    assert!(parse(&head(http::Request::builder())).unwrap().is_none());
}

#[test]
fn version_2_in_the_header_is_proven() {
    // The examples of "Signing and Authenticating REST Requests".
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    let now = at("20070327T193636Z");
    let request = |method: &str, uri: &str, host: &str, signature: &str| {
        let authorization = format!("AWS AKIAIOSFODNN7EXAMPLE:{signature}");
        let request = http::Request::builder().method(method).uri(uri).header("host", host);
        request.header("authorization", authorization)
    };
    let host = "johnsmith.s3.amazonaws.com";
    let get = request("GET", "/photos/puppy.jpg", host, "bWq2s1WEIj+Ydj0vQ697zp+IXMU=");
    let get = head(get.header("date", "Tue, 27 Mar 2007 19:36:42 +0000"));
    prove(&get, EMPTY, secret, now).unwrap();
    let put = request("PUT", "/photos/puppy.jpg", host, "MyyxeRY7whkBe+bq8fHCL/2kKUg=")
        .header("content-type", "image/jpeg")
        .header("date", "Tue, 27 Mar 2007 21:15:45 +0000");
    prove(&head(put), EMPTY, secret, at("20070327T211500Z")).unwrap();
    let list = request("GET", "/?acl", host, "c2WLPFtWHVgbEmeEG93a4cG37dM=")
        .header("date", "Tue, 27 Mar 2007 19:44:46 +0000");
    prove(&head(list), EMPTY, secret, now).unwrap();
    let delete = request(
        "DELETE",
        "/johnsmith/photos/puppy.jpg",
        "s3.amazonaws.com",
        "R4dJ53KECjStyBA5iBdN6KPXFd8=",
    )
    .header("x-amz-date", "Tue, 27 Mar 2007 21:20:26 +0000")
    .header("date", "Tue, 27 Mar 2007 21:20:27 +0000");
    let error = prove(&head(delete), EMPTY, secret, at("20070327T212000Z")).unwrap_err();
    let SigError::Mismatch(mismatch) = error else { panic!("{error:?}") };
    assert_eq!(
        mismatch.string_to_sign,
        "DELETE\n\n\n\nx-amz-date:Tue, 27 Mar 2007 21:20:26 +0000\n/johnsmith/photos/puppy.jpg"
    );
    let late = prove(&get, EMPTY, secret, at("20070327T203636Z")).unwrap_err();
    assert_eq!(late.to_wire(Codec::RestXml).code, "RequestTimeTooSkewed");
    let other = prove(&get, EMPTY, "other", now).unwrap_err();
    assert_eq!(other.to_wire(Codec::RestXml).code, "SignatureDoesNotMatch");
    for wrong in ["AWS id", "AWS id:", "AWS :s", "AWS "] {
        let request = http::Request::builder().header("authorization", wrong);
        let error = parse(&head(request)).unwrap_err().to_wire(Codec::RestXml);
        assert_eq!((&*error.code, error.status), ("InvalidArgument", 400), "{wrong}");
    }
}

#[test]
fn version_2_in_the_query_needs_its_parameters_and_ends() {
    let error = |query: &str| {
        let head = head(http::Request::builder().uri(format!("/b/k?{query}")));
        let signed = parse(&head);
        let checked = signed.and_then(|it| check_time(&it.unwrap(), at("20260102T030405Z")));
        checked.unwrap_err().to_wire(Codec::RestXml)
    };
    for query in
        ["Signature=s", "AWSAccessKeyId=a&Signature=s", "AWSAccessKeyId=a&Expires=9999999999"]
    {
        let missing = error(query);
        assert_eq!((&*missing.code, missing.status), ("AccessDenied", 403));
        assert!(missing.message.starts_with("Query-string authentication requires the Signature"));
    }
    let expired = error("AWSAccessKeyId=a&Signature=s&Expires=1700000000");
    assert_eq!((&*expired.code, &*expired.message), ("AccessDenied", "Request has expired"));
    let fields = [("Expires", "2023-11-14T22:13:20Z"), ("ServerTime", "2026-01-02T03:04:05Z")];
    assert_eq!(expired.fields, fields.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn a_form_is_proven_by_its_policy() {
    use crate::upload::{Fields, Policy};
    let text = r#"{"expiration":"2026-01-03T00:00:00Z","conditions":[]}"#;
    let policy = base64_simd::STANDARD.encode_to_string(text);
    let read = Policy::parse(&policy).unwrap();
    let now = at("20260102T030405Z");
    let form = |pairs: &[(&str, &str)]| {
        let mut fields = Fields::default();
        pairs.iter().for_each(|(name, value)| fields.add((*name).into(), (*value).into()));
        fields
    };
    let nothing = head(http::Request::builder());
    let proven = |fields: &Fields| {
        let signed = parse_form(fields, Some(&read))?.unwrap();
        verify(&signed, &nothing, &policy, "secret", now, &KeyCache::default()).map(|_| ())
    };
    let scope = Scope { date: "20260102".into(), region: "eu-west-1".into(), service: "s3".into() };
    let signature = SigningKey::derive("secret", &scope).sign(policy.as_bytes());
    let v4 = |signature: &str| {
        form(&[
            ("x-amz-algorithm", "AWS4-HMAC-SHA256"),
            ("x-amz-credential", "AKID/20260102/eu-west-1/s3/aws4_request"),
            ("x-amz-date", "20260102T000000Z"),
            ("x-amz-signature", signature),
        ])
    };
    proven(&v4(&signature)).unwrap();
    let wrong = proven(&v4("00")).unwrap_err().to_wire(Codec::RestXml);
    assert_eq!((&*wrong.code, wrong.status), ("SignatureDoesNotMatch", 403));
    let v2 = |signature: &str| form(&[("AWSAccessKeyId", "AKID"), ("signature", signature)]);
    let wrong = proven(&v2("s")).unwrap_err();
    assert!(matches!(wrong, SigError::Mismatch(_)));
    let mac = keys::hmac::<hmac::Hmac<sha1::Sha1>>(b"secret", policy.as_bytes());
    proven(&v2(&base64_simd::STANDARD.encode_to_string(mac))).unwrap();
    let lacks = |pairs: &[(&str, &str)], policy| match parse_form(&form(pairs), policy) {
        Err(SigError::FormField { name }) => name,
        other => panic!("{other:?}"),
    };
    assert_eq!(lacks(&[("x-amz-signature", "s")], Some(&read)), "X-Amz-Algorithm");
    assert_eq!(lacks(&[("signature", "s")], Some(&read)), "AWSAccessKeyId");
    assert_eq!(lacks(&[("AWSAccessKeyId", "a")], Some(&read)), "Signature");
    assert_eq!(lacks(&[("signature", "s")], None), "policy");
    assert!(parse_form(&form(&[("key", "k")]), None).unwrap().is_none());
}

#[test]
fn parts_that_are_missing_or_wrong_are_named() {
    let parse = |authorization: &str| {
        let request = http::Request::builder().header("authorization", authorization);
        parse(&head(request.header("x-amz-date", "20260102T030405Z"))).unwrap_err()
    };
    let error = parse("AWS4-HMAC-SHA256 SignedHeaders=host").to_wire(Codec::Json);
    assert_eq!((&*error.code, error.status), ("IncompleteSignatureException", 400));
    assert!(error.message.starts_with(
        "Authorization header requires 'Credential' parameter. Authorization header requires \
         'Signature' parameter. Authorization="
    ));
    let rest = "SignedHeaders=host, Signature=00";
    for (credential, wants) in [
        ("AKID/20260102/us-east-1/s3", "BadCredential"),
        ("AKID/2026/us-east-1/s3/aws4_request", "BadCredential"),
        ("AKID/20260103/us-east-1/s3/aws4_request", "ScopeDate"),
        ("AKID/20260102/US%00/s3/aws4_request", "Region"),
    ] {
        let error = parse(&format!("AWS4-HMAC-SHA256 Credential={credential}, {rest}"));
        assert!(format!("{error:?}").starts_with(wants), "{error:?}");
    }
}

#[test]
fn a_presigned_url_must_be_whole() {
    let all = "/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A%2F20260102%2Fus-east-1%2Fs3\
               %2Faws4_request&X-Amz-Date=20260102T030405Z&X-Amz-SignedHeaders=host\
               &X-Amz-Signature=00";
    let error = |more: &str| {
        let head = presigned(&format!("{all}{more}"), "localhost");
        parse(&head).unwrap_err().to_wire(Codec::RestXml)
    };
    assert!(error("").message.contains("X-Amz-Expires parameters."));
    assert_eq!(error("&X-Amz-Expires=x").message, "X-Amz-Expires should be a number");
    assert_eq!(error("&X-Amz-Expires=-1").message, "X-Amz-Expires must be non-negative");
    assert!(error("&X-Amz-Expires=604801").message.contains("less than a week"));
    let head = presigned(&format!("{all}&X-Amz-Expires=60"), "localhost");
    assert!(parse(&head).is_ok());
    let other_day = all.replace("20260102%2F", "20260103%2F") + "&X-Amz-Expires=60";
    let error = parse(&presigned(&other_day, "localhost")).unwrap_err().to_wire(Codec::RestXml);
    assert_eq!(&*error.code, "AuthorizationQueryParametersError");
    assert!(error.message.starts_with("Invalid credential date \"20260103\""), "{error:?}");
}

#[test]
fn a_header_of_s3_that_is_not_signed_is_named() {
    let mut head = s3_example("GET", "/", EMPTY, EMPTY, &[]);
    head.headers.insert("x-amz-meta-a", "1".parse().unwrap());
    let error = prove(&head, EMPTY, S3_SECRET, at("20130524T000000Z")).unwrap_err();
    assert_eq!(error, SigError::HeadersNotSigned(vec!["x-amz-meta-a".to_owned()]));
}

#[test]
fn a_header_that_is_named_over_and_over_is_taken_once() {
    let names = format!("host{}", ";x-long".repeat(1000));
    let scope = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
    let head = head(
        http::Request::builder()
            .uri("/")
            .header("host", "localhost")
            .header("x-long", "a".repeat(1000))
            .header("x-amz-date", "20130524T000000Z")
            .header(
                "authorization",
                format!(
                    "AWS4-HMAC-SHA256 Credential={scope},SignedHeaders={names};x-amz-date,\
                     Signature={EMPTY}"
                ),
            ),
    );
    let error = prove(&head, EMPTY, S3_SECRET, at("20130524T000000Z")).unwrap_err();
    let SigError::Mismatch(mismatch) = error else { panic!("{error:?}") };
    assert!(mismatch.canonical.len() < 2000, "{} bytes", mismatch.canonical.len());
}

#[test]
fn payloads_are_named_by_their_header() {
    let of = |value: &str| {
        Payload::of(&head(http::Request::builder().header("x-amz-content-sha256", value)))
    };
    assert_eq!(of("UNSIGNED-PAYLOAD"), Ok(Payload::Unsigned));
    assert_eq!(of(EMPTY), Ok(Payload::Hash(EMPTY.to_owned())));
    for name in ["", "-TRAILER"] {
        let name = format!("STREAMING-AWS4-HMAC-SHA256-PAYLOAD{name}");
        assert_eq!(of(&name).unwrap().canonical(), name);
    }
    assert_eq!(of("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD").unwrap_err().code, "NotImplemented");
    assert_eq!(of("no").unwrap_err().code, "InvalidArgument");
    assert_eq!(Payload::of(&head(http::Request::builder())), Ok(Payload::Absent));
}

#[test]
fn dates_are_read_and_written() {
    let time = at("20130524T010203Z");
    assert_eq!(basic_date(time), "20130524T010203Z");
    assert_eq!(Some(time), Timestamp::parse("2013-05-24T01:02:03Z", TimestampFormat::Iso8601));
    for wrong in ["", "20130524T010203", "2013-0524T01020Z", "20131324T010203Z", "+0130524T010203Z"]
    {
        assert_eq!(Timestamp::parse_basic(wrong), None, "{wrong}");
    }
}

/// Whatever stands where a signature may: read, checked and refused without a panic.
fn survives(request: Builder) {
    let Ok(request) = request.body(()) else { return };
    let head = request.into_parts().0;
    let _ = Payload::of(&head);
    let proven = prove_any(&head);
    for codec in [Codec::RestXml, Codec::Query, Codec::Json, Codec::Cbor, Codec::RestJson] {
        if let Err(error) = &proven {
            assert!((400..=501).contains(&error.to_wire(codec).status));
        }
    }
}

fn prove_any(head: &Parts) -> Result<(), SigError> {
    let Some(signed) = parse(head)? else { return Ok(()) };
    verify(&signed, head, EMPTY, "secret", at("20260102T030405Z"), &KeyCache::default())?;
    panic!("noise was taken for a signature");
}

proptest::proptest! {
    #[test]
    fn noise_in_a_header_never_panics(
        rest in "[ -~]{0,120}",
        date in "([ -~]{0,30}|2026[0-9]{4}T[0-9]{6}Z)",
        name in proptest::sample::select(vec!["x-amz-date", "date", "x-amz-content-sha256"]),
    ) {
        let parts = format!("AWS4-HMAC-SHA256 {rest}, Signature={rest}, SignedHeaders=host;{rest}");
        for authorization in [rest.clone(), parts] {
            let request = http::Request::builder().header("host", "localhost").header(name, &date);
            survives(request.header("authorization", authorization));
        }
    }

    #[test]
    fn noise_in_a_query_never_panics(
        credential in "([!-~]{0,40}|a%2F20260102%2F[a-z%0-9-]{0,12}%2Fs3%2Faws4_request)",
        date in "(20260102T030405Z|[!-~]{0,20})",
        expires in "(-?[0-9]{0,22}|[!-~]{0,9})",
        path in "/[!-~]{0,30}",
    ) {
        for uri in [
            format!(
                "{path}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={credential}\
                 &X-Amz-Date={date}&X-Amz-Expires={expires}&X-Amz-SignedHeaders=host\
                 &X-Amz-Signature={path}"
            ),
            format!("{path}?AWSAccessKeyId={credential}&Signature={date}&Expires={expires}"),
        ] {
            survives(http::Request::builder().uri(uri).header("host", "b.c.localhost"));
        }
    }
}

#[test]
fn a_clock_that_is_ahead_of_its_clients_holds_their_dates_against_their_own_time() {
    const DAY_MS: i64 = 24 * 3600 * 1000;
    let head = suite("/", "GET", EMPTY);
    let mut signed = parse(&head).unwrap().unwrap();
    let is_good = |signed: &Signed, now: i64, ahead_ms, ahead_then_ms| {
        check_time(signed, time_to_check(signed, Timestamp(now), ahead_ms, ahead_then_ms)).is_ok()
    };
    let date = signed.time.millis();
    // In the header: by the clients' time, whenever the clock was turned, or by the clock's own.
    assert!(is_good(&signed, date + DAY_MS, DAY_MS, 0));
    assert!(is_good(&signed, date, DAY_MS, 0));
    assert!(!is_good(&signed, date + DAY_MS + 900_001, DAY_MS, DAY_MS));
    assert!(!is_good(&signed, date + DAY_MS, 0, 0));
    // A presigned URL ages by what the clock was turned since.
    (signed.scheme, signed.expires_s) = (Scheme::Query, Some(3600));
    assert!(!is_good(&signed, date + DAY_MS, DAY_MS, 0), "it was made before");
    assert!(is_good(&signed, date + DAY_MS, DAY_MS, DAY_MS), "it was made after");
    assert!(!is_good(&signed, date + DAY_MS + 3_600_001, DAY_MS, DAY_MS));
    assert!(is_good(&signed, date, DAY_MS, DAY_MS), "it was dated by the clock itself");
    assert!(!is_good(&signed, date + 3_600_001, DAY_MS, DAY_MS - 3_600_001));
    // One of version 2 ends when its clients' time has come.
    (signed.scheme, signed.expires_s) = (Scheme::QueryV2, Some(0));
    assert!(is_good(&signed, date - 1 + DAY_MS, DAY_MS, DAY_MS));
    assert!(!is_good(&signed, date + 1 + DAY_MS, DAY_MS, DAY_MS));
}
