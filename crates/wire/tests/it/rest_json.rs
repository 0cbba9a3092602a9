use crate::tools::{answer, decode, head, named, text, unnamed};
use shapes::Bytes;
use shapes::lambda::ops::{
    CreateEventSourceMapping, CreateFunction, DeleteFunction, Invoke, ListFunctions,
};
use shapes::lambda::{DeleteFunctionResponse, InvocationResponse, ListFunctionsResponse};

#[test]
fn a_function_is_read() {
    let call = head("POST", "/2015-03-31/functions", &["content-type: application/json"]);
    let body = r#"{"FunctionName":"f","Runtime":"python3.9","Handler":"m.h",
        "Role":"arn:aws:iam::000000000000:role/r","Code":{"ZipFile":"UEsDBA=="},"Timeout":3}"#;
    let input = decode::<CreateFunction>(&call, body).unwrap();
    assert_eq!(input.function_name, "f");
    assert_eq!(input.code.zip_file, Some(Bytes::from_static(b"PK\x03\x04")));
    assert_eq!(input.timeout, Some(3));
    // Lambda has words of its own for a runtime that it does not know.
    let input = decode::<CreateFunction>(&call, body.replace("python3.9", "cobol")).unwrap();
    assert_eq!(input.runtime.as_deref(), Some("cobol"));
}

#[test]
fn an_invocation_binds_path_query_headers_and_body() {
    let call = head(
        "POST",
        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af/\
         invocations?Qualifier=1",
        &["x-amz-invocation-type: Event"],
    );
    let input = decode::<Invoke>(&call, r#"{"a": 1 }"#).unwrap();
    assert_eq!(input.function_name, "arn:aws:lambda:us-east-1:000000000000:function:f");
    assert_eq!(input.invocation_type.as_deref(), Some("Event"));
    assert_eq!(input.qualifier.as_deref(), Some("1"));
    assert_eq!(input.payload, Some(Bytes::from_static(br#"{"a": 1 }"#)));
    assert_eq!(decode::<Invoke>(&call, "").unwrap().payload, None);
}

#[test]
fn queries_are_read_and_checked() {
    let list = |uri: &str| decode::<ListFunctions>(&head("GET", uri, &[]), "");
    assert_eq!(list("/2015-03-31/functions/?MaxItems=5").unwrap().max_items, Some(5));
    assert_eq!(list("/2015-03-31/functions?Marker=a%2Bb").unwrap().marker.as_deref(), Some("a+b"));
    assert_eq!(
        list("/2015-03-31/functions?MaxItems=x").unwrap_err().code,
        "SerializationException"
    );
    assert_eq!(
        list("/2015-03-31/functions?MaxItems=0").unwrap_err().message,
        "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: \
         Member must have value greater than or equal to 1"
    );
}

#[test]
fn a_mapping_without_its_function_is_refused() {
    let call = head("POST", "/2015-03-31/event-source-mappings/", &[]);
    let error = decode::<CreateEventSourceMapping>(&call, r#"{"BatchSize":1}"#).unwrap_err();
    assert_eq!(
        error.message,
        "1 validation error detected: Value null at 'functionName' failed to satisfy constraint: \
         Member must not be null"
    );
}

#[test]
fn values_are_listed_in_the_order_that_lambda_lists_them() {
    let call = head("POST", "/2015-03-31/event-source-mappings/", &[]);
    let body = r#"{"FunctionName":"f","StartingPosition":"FIRST"}"#;
    let error = decode::<CreateEventSourceMapping>(&call, body).unwrap_err();
    assert_eq!(
        error.message,
        "1 validation error detected: Value 'FIRST' at 'startingPosition' failed to satisfy \
         constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]"
    );
}

#[test]
fn answers_carry_status_headers_and_payload() {
    let call = named(&head("POST", "/2015-03-31/functions/f/invocations", &[]));
    let output = InvocationResponse {
        status_code: Some(200),
        function_error: Some("Unhandled".into()),
        payload: Some(Bytes::from_static(b"{}")),
        ..InvocationResponse::default()
    };
    let invoked = answer::<Invoke>(&call, output);
    assert_eq!(invoked.status(), 200);
    assert_eq!(invoked.headers()["x-amz-function-error"], "Unhandled");
    assert_eq!(invoked.headers()["content-type"], "application/json");
    assert_eq!(text(&invoked), "{}");
    let event = InvocationResponse { status_code: Some(202), ..InvocationResponse::default() };
    let queued = answer::<Invoke>(&call, event);
    assert_eq!((queued.status().as_u16(), text(&queued)), (202, ""));
    let call = named(&head("GET", "/2015-03-31/functions", &[]));
    let output = ListFunctionsResponse { functions: Some(vec![]), ..Default::default() };
    assert_eq!(text(&answer::<ListFunctions>(&call, output)), r#"{"Functions":[]}"#);
    let call = named(&head("DELETE", "/2015-03-31/functions/f", &[]));
    let gone = answer::<DeleteFunction>(&call, DeleteFunctionResponse { status_code: Some(204) });
    assert_eq!((gone.status().as_u16(), text(&gone)), (204, ""));
}

#[test]
fn operations_of_the_model_are_known_by_name() {
    let name = |method: &str, uri: &str| named(&head(method, uri, &[])).operation;
    assert_eq!(name("GET", "/2018-10-31/layers"), "ListLayers");
    assert_eq!(name("GET", "/2018-10-31/layers?find=LayerVersion&Arn=x"), "GetLayerVersionByArn");
    assert_eq!(name("GET", "/2015-03-31/functions/f/versions"), "ListVersionsByFunction");
    assert_eq!(name("PUT", "/2015-03-31/functions/f/code"), "UpdateFunctionCode");
    let signed = "authorization: AWS4-HMAC-SHA256 Credential=AKID/20260131/us-east-1/lambda/\
        aws4_request, SignedHeaders=host, Signature=00";
    let error = unnamed(&head("GET", "/2015-03-31/nonsense", &[signed]));
    assert_eq!((&*error.code, error.status), ("UnknownOperationException", 404));
}
