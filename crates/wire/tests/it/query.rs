use crate::tools::{answer, decode, head, text};
use http::request::Parts;
use shapes::iam::ops::{AttachRolePolicy, CreateRole, GetRole};
use shapes::iam::{CreateRoleResponse, Role, Tag};
use shapes::sts::ops::GetCallerIdentity;
use shapes::{Timestamp, Unit};
use wire::identify_form;

fn form() -> Parts {
    head("POST", "/", &["content-type: application/x-www-form-urlencoded; charset=utf-8"])
}

#[test]
fn a_role_is_read() {
    let body = "Action=CreateRole&Version=2010-05-08&RoleName=lambda-stream-role&\
        AssumeRolePolicyDocument=%7B%22Version%22%3A%222012-10-17%22%7D&Description=a+b%2Bc&\
        Tags.member.2.Key=k2&Tags.member.2.Value=&Tags.member.1.Key=k1&Tags.member.1.Value=v1&\
        MaxSessionDuration=3600";
    let input = decode::<CreateRole>(&form(), body).unwrap();
    assert_eq!(input.role_name, "lambda-stream-role");
    assert_eq!(input.assume_role_policy_document, r#"{"Version":"2012-10-17"}"#);
    assert_eq!(input.description.as_deref(), Some("a b+c"));
    assert_eq!(input.max_session_duration, Some(3600));
    let tag = |key: &str, value: &str| Tag { key: key.into(), value: value.into() };
    assert_eq!(input.tags, Some(vec![tag("k1", "v1"), tag("k2", "")]));
}

#[test]
fn iam_words_its_constraints() {
    let refused = |body: &str| {
        let body = format!("Action=GetRole&Version=2010-05-08{body}");
        let error = decode::<GetRole>(&form(), body).unwrap_err();
        assert_eq!((&*error.code, error.status), ("ValidationError", 400));
        error.message
    };
    assert_eq!(
        refused(""),
        "1 validation error detected: Value null at 'roleName' failed to satisfy constraint: \
         Member must not be null"
    );
    assert_eq!(
        refused("&RoleName=a%20b"),
        "The specified value for roleName is invalid. It must contain only alphanumeric \
         characters and/or the following: +=,.@_-"
    );
    assert!(refused(&format!("&RoleName={}", "r".repeat(65))).contains("less than or equal to 64"));
}

#[test]
fn numbers_that_are_none_are_refused() {
    let body = "Action=CreateRole&Version=2010-05-08&RoleName=a&AssumeRolePolicyDocument=%7B%7D&\
        MaxSessionDuration=soon";
    assert_eq!(decode::<CreateRole>(&form(), body).unwrap_err().code, "MalformedInput");
}

#[test]
fn answers_are_wrapped() {
    let body = b"Action=CreateRole&Version=2010-05-08";
    let named = identify_form(&form(), body).unwrap();
    let role = Role {
        role_name: "r".into(),
        path: "/".into(),
        create_date: Timestamp(1_700_000_000_500),
        tags: Some(vec![Tag { key: "a<b".into(), value: "&".into() }]),
        ..Role::default()
    };
    let answer = answer::<CreateRole>(&named, CreateRoleResponse { role });
    assert_eq!(
        text(&answer).replace('\n', ""),
        "<CreateRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">\
         <CreateRoleResult><Role><Path>/</Path><RoleName>r</RoleName><RoleId></RoleId><Arn></Arn>\
         <CreateDate>2023-11-14T22:13:20Z</CreateDate><Tags><member><Key>a&lt;b</Key>\
         <Value>&amp;</Value></member></Tags></Role></CreateRoleResult>\
         <ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></CreateRoleResponse>"
    );
    assert_eq!(answer.headers()["content-type"], "text/xml");
    let named = identify_form(&form(), b"Action=AttachRolePolicy").unwrap();
    let answer = crate::tools::answer::<AttachRolePolicy>(&named, Unit);
    assert!(!text(&answer).contains("Result"), "{}", text(&answer));
}

#[test]
fn actions_are_told_apart() {
    let code = |body: &[u8]| identify_form(&form(), body).unwrap_err().code;
    assert_eq!(code(b""), "MissingAction");
    assert_eq!(code(b"Action=&Version=2010-05-08"), "MissingAction");
    assert_eq!(code(b"Action=Dance&Version=2010-05-08"), "InvalidAction");
    assert_eq!(code(b"Action=GetCallerIdentity&Version=2010-05-08"), "InvalidAction");
    assert_eq!(code(b"Action=%ff"), "MalformedQueryString");
    let unserved = identify_form(&form(), b"Action=CreateUser&Version=2010-05-08").unwrap();
    assert_eq!((unserved.service.id, unserved.operation), ("iam", "CreateUser"));
    let get = head("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", &[]);
    decode::<GetCallerIdentity>(&get, "").unwrap();
}
