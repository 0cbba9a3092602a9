use super::*;
use crate::fixture::{Setting, create, create_with, setting, until};
use crate::queue::tests::{until_none_waits_in_time, waiting};
use shapes::lambda::ops::{
    CreateFunction, Invoke, PutFunctionEventInvokeConfig, UpdateFunctionConfiguration,
};
use shapes::lambda::{
    CreateFunctionRequest, DeadLetterConfig, DestinationConfig, InvocationRequest, OnFailure,
    OnSuccess, PutFunctionEventInvokeConfigRequest, UpdateFunctionConfigurationRequest,
};
use std::sync::atomic::Ordering;

const QUEUE: &str = "arn:aws:sqs:us-east-1:000000000000:done";
const MISSING: &str = "arn:aws:sqs:us-east-1:000000000000:missing";
const SHUT: &str = "arn:aws:sqs:us-east-1:000000000000:shut";
const TOPIC: &str = "arn:aws:sns:us-east-1:000000000000:failed";
const DEAD: &str = "arn:aws:sqs:us-east-1:000000000000:dead";
const BUCKET: &str = "arn:aws:s3:::letters";

fn wanted(on_success: &str, on_failure: &str) -> PutFunctionEventInvokeConfigRequest {
    PutFunctionEventInvokeConfigRequest {
        function_name: "f".into(),
        maximum_retry_attempts: Some(0),
        destination_config: Some(DestinationConfig {
            on_success: Some(OnSuccess { destination: Some(on_success.into()) }),
            on_failure: Some(OnFailure { destination: Some(on_failure.into()) }),
        }),
        ..Default::default()
    }
}

async fn put(at: &Setting, input: PutFunctionEventInvokeConfigRequest) -> Result<()> {
    at.cx.run::<PutFunctionEventInvokeConfig, _>(&*at.service, input).await.map(drop)
}

/// A function with dead letters that fails on whatever is no list.
async fn made(at: &Setting) {
    let code = "def handler(e, c):\n    assert isinstance(e, list), 'no'\n    return len(e)\n";
    let mut input = create_with("f", code);
    input.dead_letter_config = Some(DeadLetterConfig { target_arn: Some(DEAD.into()) });
    let made = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap();
    assert_eq!(made.dead_letter_config.unwrap().target_arn.as_deref(), Some(DEAD));
}

async fn send(at: &Setting, payload: &str) {
    let event = InvocationRequest {
        function_name: "f".into(),
        invocation_type: Some("Event".into()),
        payload: Some(payload.to_owned().into()),
        ..Default::default()
    };
    at.cx.run::<Invoke, _>(&*at.service, event).await.unwrap();
}

fn letters(at: &Setting) -> Vec<(String, String)> {
    at.letters.lock().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_events_is_told_where_their_owner_wants_it() {
    let at = setting().await;
    made(&at).await;
    put(&at, wanted(QUEUE, TOPIC)).await.unwrap();
    send(&at, "[1, 2]").await;
    until_none_waits_in_time(&at).await;
    let [(place, letter)] = &letters(&at)[..] else { panic!("{:?}", letters(&at)) };
    assert_eq!(place, "done");
    assert!(letter.contains(r#""condition":"Success","approximateInvokeCount":1"#), "{letter}");
    assert!(letter.contains(r#""requestPayload":[1, 2]"#), "{letter}");
    assert!(letter.ends_with(r#","responsePayload":2}"#), "{letter}");
    put(&at, wanted("", BUCKET)).await.unwrap();
    send(&at, "{}").await;
    until_none_waits_in_time(&at).await;
    let [_, (object, letter), (dead, event)] = &letters(&at)[..] else {
        panic!("{:?}", letters(&at))
    };
    assert!(object.starts_with("letters/aws/lambda/async/f/2026/01/02/2026-01-02T03."), "{object}");
    assert!(letter.contains(r#""condition":"RetriesExhausted""#), "{letter}");
    assert!(letter.contains(r#""errorMessage": "no""#), "{letter}");
    assert!(dead.starts_with("dead ErrorCode=200 ErrorMessage=no RequestID="), "{dead}");
    assert_eq!(event, "{}");
    at.runner.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_stays_until_its_letters_are_left_and_is_not_run_again_for_that() {
    let at = setting().await;
    made(&at).await;
    put(&at, wanted(QUEUE, TOPIC)).await.unwrap();
    at.is_closed.store(true, Ordering::Relaxed);
    send(&at, "{}").await;
    until(async || waiting(&at).await.iter().any(|(_, it)| it.verdict.is_some())).await;
    let (_, event) = waiting(&at).await.remove(0);
    let verdict = event.verdict.unwrap();
    assert_eq!(verdict.untold, [Recipient::Destination, Recipient::DeadLetter]);
    assert_eq!(event.failures, 1);
    at.clock.advance(std::time::Duration::from_secs(1));
    until(async || waiting(&at).await.iter().any(|(_, it)| it.refusals == 2)).await;
    at.is_closed.store(false, Ordering::Relaxed);
    until_none_waits_in_time(&at).await;
    let [(topic, letter), (dead, _)] = &letters(&at)[..] else { panic!("{:?}", letters(&at)) };
    assert_eq!(topic, TOPIC);
    assert!(dead.starts_with("dead "));
    assert!(letter.contains(r#""approximateInvokeCount":1"#), "{letter}");
    at.runner.shutdown().await;
}

#[tokio::test]
async fn a_function_that_is_off_tells_of_its_events_at_once_where_somebody_wants_to_know() {
    let at = setting().await;
    at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
    at.service.reserve(&at.cx, "f", Some(0)).await.unwrap();
    put(&at, wanted(QUEUE, TOPIC)).await.unwrap();
    send(&at, "{}").await;
    until_none_waits_in_time(&at).await;
    let [(_, letter)] = &letters(&at)[..] else { panic!("{:?}", letters(&at)) };
    let expected =
        r#""condition":"ZeroReservedConcurrency","approximateInvokeCount":0},"requestPayload":{}}"#;
    assert!(letter.ends_with(expected), "{letter}");
}

#[tokio::test]
async fn destinations_are_refused_in_awss_words() {
    let at = setting().await;
    for name in ["f", "g"] {
        at.cx.run::<CreateFunction, _>(&*at.service, create(name)).await.unwrap();
    }
    let function = |name: &str| format!("arn:aws:lambda:us-east-1:000000000000:function:{name}");
    for arn in [QUEUE, TOPIC, BUCKET, &function("g"), &function("g:$LATEST"), ""] {
        put(&at, wanted("", arn)).await.unwrap();
    }
    let invalid = |success: &str, failure: &str| {
        format!(
            "The provided destination config DestinationConfig(onSuccess={success}, \
             onFailure={failure}) is invalid."
        )
    };
    let fifo = format!("{QUEUE}.fifo");
    let iam = "arn:aws:iam::000000000000:role/R";
    for (success, failure, words) in [
        ("", &*function("f"), "You can't specify the function as a destination for itself.".into()),
        (&*function("h"), "", format!("The destination ARN {} is invalid.", function("h"))),
        (MISSING, "", format!("The destination ARN {MISSING} is invalid.")),
        (
            "",
            SHUT,
            format!(
                "The function's execution role does not have permissions to call SendMessage on \
                 {SHUT}"
            ),
        ),
        (&fifo, "", invalid(&format!("OnSuccess(destination={fifo})"), "null")),
        (BUCKET, "", invalid("OnSuccess(destination=arn:aws:s3:::letters)", "null")),
        (
            QUEUE,
            iam,
            invalid(
                &format!("OnSuccess(destination={QUEUE})"),
                &format!("OnFailure(destination={iam})"),
            ),
        ),
        (
            "",
            "arn:aws:events:us-east-1:000000000000:event-bus/default",
            "DestinationConfig.OnFailure of the type events is not supported by Waterwheel yet."
                .into(),
        ),
    ] {
        let error = put(&at, wanted(success, failure)).await.unwrap_err();
        assert_eq!(error.to_string(), format!("InvalidParameterValueException: {words}"));
    }
}

#[tokio::test]
async fn a_role_that_may_not_leave_dead_letters_is_refused() {
    let at = setting().await;
    let dead = |arn: &str| Some(DeadLetterConfig { target_arn: Some(arn.into()) });
    let words = "InvalidParameterValueException: The provided execution role does not have \
                 permissions to call SendMessage on SQS";
    let shut = CreateFunctionRequest { dead_letter_config: dead(SHUT), ..create("f") };
    let error = at.cx.run::<CreateFunction, _>(&*at.service, shut).await.unwrap_err();
    assert_eq!(error.to_string(), words);
    let missing = CreateFunctionRequest { dead_letter_config: dead(MISSING), ..create("f") };
    at.cx.run::<CreateFunction, _>(&*at.service, missing).await.unwrap();
    let update = UpdateFunctionConfigurationRequest {
        function_name: "f".into(),
        dead_letter_config: dead(SHUT),
        ..Default::default()
    };
    let error = at.cx.run::<UpdateFunctionConfiguration, _>(&*at.service, update).await;
    assert_eq!(error.unwrap_err().to_string(), words);
}
