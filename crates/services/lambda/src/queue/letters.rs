//! Who is told what became of an event, and in which words.
//!
//! "Capturing records of Lambda asynchronous invocations" in the Lambda developer guide: a
//! destination gets a document about the event and its last attempt, a dead letter is the event
//! itself. Both are left as the function's role.

use crate::names::LATEST;
use crate::records::function::Function;
use crate::records::queued::{Condition, Queued, Recipient, Response, Verdict};
use platform::{Error, Letter, Letterbox, Result, letter_key};
use serde::Serialize;
use serde_json::value::RawValue;
use shapes::Timestamp;

/// How much of an error's message a dead letter carries.
const MOST_OF_MESSAGE: usize = 1024;

/// What is said of an invocation that did not come to run.
pub fn throttled() -> Response {
    Response { status: 429, function_error: None, payload: None, version: None }
}

/// Where a recipient is to be told of an event, if the function's owner wants it told of such ones.
pub fn letterbox(
    function: &Function,
    recipient: Recipient,
    condition: Condition,
) -> Option<&Letterbox> {
    let wanted = function.attached.event_invoke.as_ref();
    match (recipient, condition) {
        (Recipient::Destination, Condition::Success) => wanted?.on_success.as_ref(),
        (Recipient::Destination, _) => wanted?.on_failure.as_ref(),
        (Recipient::DeadLetter, Condition::Success) => None,
        (Recipient::DeadLetter, _) => function.settings.dead_letter.as_ref(),
    }
}

/// Who is to be told of an event.
pub fn recipients(function: &Function, condition: Condition) -> Vec<Recipient> {
    let all = [Recipient::Destination, Recipient::DeadLetter].into_iter();
    all.filter(|recipient| letterbox(function, *recipient, condition).is_some()).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: &'static str,
    timestamp: String,
    request_context: RequestContext<'a>,
    request_payload: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_context: Option<ResponseContext<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_payload: Option<Box<RawValue>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext<'a> {
    request_id: &'a str,
    function_arn: String,
    condition: Condition,
    approximate_invoke_count: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResponseContext<'a> {
    status_code: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    executed_version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    function_error: Option<&'a str>,
}

/// The letter about an event for a recipient, of at most `room` bytes where that can be.
///
/// # Errors
/// None that an event can cause.
pub fn letter(
    event: &Queued,
    verdict: &Verdict,
    recipient: Recipient,
    function: &Function,
    room: Option<usize>,
    (now, uuid): (Timestamp, &str),
) -> Result<Letter> {
    if recipient == Recipient::DeadLetter {
        let (body, attributes) = (escaped(&event.payload), about(event, verdict));
        return Ok(Letter { body, attributes, key: String::new() });
    }
    let mut document = document(event, verdict, function, now)?;
    let mut body = serde_json::to_string(&document).map_err(Error::internal)?;
    if room.is_some_and(|room| body.len() > room) {
        // Better told without what the function returned than not told.
        document.response_payload = None;
        body = serde_json::to_string(&document).map_err(Error::internal)?;
    }
    let key = letter_key(&format!("aws/lambda/async/{}", function.name), now, uuid);
    Ok(Letter { body: escaped(&body), attributes: Vec::new(), key })
}

/// JSON without the two characters that JSON takes and no message does.
fn escaped(json: &str) -> String {
    json.replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff")
}

fn document<'a>(
    event: &'a Queued,
    verdict: &'a Verdict,
    function: &Function,
    now: Timestamp,
) -> Result<Document<'a>> {
    let response = verdict.response.as_ref();
    let version = |it: &'a Response| it.version.as_deref().unwrap_or(LATEST);
    let qualifier = event.qualifier.as_deref().unwrap_or(LATEST);
    Ok(Document {
        version: "1.0",
        timestamp: now.iso8601_millis(),
        request_context: RequestContext {
            request_id: &event.request_id,
            function_arn: format!("{}:{qualifier}", function.arn),
            condition: verdict.condition,
            approximate_invoke_count: event.failures
                + u32::from(verdict.condition == Condition::Success),
        },
        request_payload: serde_json::from_str(&event.payload).map_err(Error::internal)?,
        response_context: response.map(|it| ResponseContext {
            status_code: it.status,
            executed_version: (it.status == 200).then(|| version(it)),
            function_error: it.function_error.as_deref(),
        }),
        response_payload: response.and_then(|it| it.payload.as_deref()).map(json).transpose()?,
    })
}

/// What a function returned, as JSON: a text where it was no JSON.
fn json(payload: &str) -> Result<Box<RawValue>> {
    RawValue::from_string(payload.to_owned()).or_else(|_| {
        let text = serde_json::to_string(payload).map_err(Error::internal)?;
        RawValue::from_string(text).map_err(Error::internal)
    })
}

/// What stands on a dead letter.
fn about(event: &Queued, verdict: &Verdict) -> Vec<(&'static str, &'static str, String)> {
    let status = verdict.response.as_ref().map_or(429, |response| response.status);
    let mut about = vec![
        ("RequestID", "String", event.request_id.clone()),
        ("ErrorCode", "Number", status.to_string()),
    ];
    let said = match (&verdict.response, verdict.condition) {
        (_, Condition::ZeroReservedConcurrency) => {
            "Function not invoked. Function is configured with zero reserved concurrent executions"
                .to_owned()
        }
        (Some(Response { status: 200, payload, .. }), _) => error_message(payload.as_deref()),
        _ => "Rate Exceeded.".to_owned(),
    };
    if !said.is_empty() {
        about.push(("ErrorMessage", "String", said));
    }
    about
}

/// The message in an error document, without the letters that no message may have.
fn error_message(payload: Option<&str>) -> String {
    #[derive(serde::Deserialize)]
    struct Told {
        #[serde(rename = "errorMessage")]
        message: String,
    }
    let told: Option<Told> = payload.and_then(|it| serde_json::from_str(it).ok());
    let message = told.map(|told| told.message).unwrap_or_default();
    let allowed = |c: &char| {
        matches!(*c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(*c, '\u{fffe}' | '\u{ffff}'))
    };
    let mut message: String = message.chars().filter(allowed).collect();
    message.truncate(message.floor_char_boundary(MOST_OF_MESSAGE));
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::function::{Attached, Code, EventInvoke, Settings};

    fn function() -> Function {
        let letterbox = |arn| Letterbox::parse(arn);
        Function {
            name: "f".into(),
            arn: "arn:aws:lambda:us-east-1:000000000000:function:f".into(),
            revision: "r".into(),
            modified_ms: 0,
            settings: Settings {
                dead_letter: letterbox("arn:aws:sqs:us-east-1:000000000000:dead"),
                ..Default::default()
            },
            code: Code { blob: "b".into(), sha256: "s".into(), size: 1 },
            architecture: "x86_64".into(),
            tags: Default::default(),
            reserved: None,
            attached: Attached {
                event_invoke: Some(EventInvoke {
                    on_success: letterbox("arn:aws:sqs:us-east-1:000000000000:done"),
                    ..Default::default()
                }),
                ..Default::default()
            },
            last_version: 0,
            family_changes: 0,
            published: None,
        }
    }

    fn event() -> Queued {
        let failures = 3;
        let payload = r#"{ "b": 1, "a": 2.0 }"#.to_owned();
        Queued { failures, payload, request_id: "i".into(), ..super::super::tests::queued() }
    }

    fn verdict(condition: Condition, payload: &str) -> Verdict {
        let failed = condition != Condition::Success;
        let response = Response {
            status: 200,
            function_error: failed.then(|| "Unhandled".to_owned()),
            payload: Some(payload.to_owned()),
            version: None,
        };
        Verdict { condition, response: Some(response), untold: Vec::new() }
    }

    fn told(verdict: &Verdict, recipient: Recipient, room: Option<usize>) -> Letter {
        letter(&event(), verdict, recipient, &function(), room, (Timestamp(3), "u")).unwrap()
    }

    #[test]
    fn a_destination_gets_the_document_of_aws() {
        let failed = verdict(Condition::RetriesExhausted, r#"{"errorMessage": "no"}"#);
        let letter = told(&failed, Recipient::Destination, None);
        let expected = concat!(
            r#"{"version":"1.0","timestamp":"1970-01-01T00:00:00.003Z","requestContext":{"#,
            r#""requestId":"i","#,
            r#""functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST","#,
            r#""condition":"RetriesExhausted","approximateInvokeCount":3},"#,
            r#""requestPayload":{ "b": 1, "a": 2.0 },"responseContext":{"statusCode":200,"#,
            r#""executedVersion":"$LATEST","functionError":"Unhandled"},"#,
            r#""responsePayload":{"errorMessage": "no"}}"#,
        );
        assert_eq!(letter.body, expected);
        assert_eq!(letter.key, "aws/lambda/async/f/1970/01/01/1970-01-01T00.00.00-u");
        let done = Queued { failures: 0, ..event() };
        let verdict = verdict(Condition::Success, "not JSON");
        let at = (Timestamp(3), "u");
        let letter =
            super::letter(&done, &verdict, Recipient::Destination, &function(), None, at).unwrap();
        let read: serde_json::Value = serde_json::from_str(&letter.body).unwrap();
        assert_eq!(read["requestContext"]["approximateInvokeCount"], 1);
        assert_eq!(read["responsePayload"], "not JSON");
        assert_eq!(read["responseContext"].get("functionError"), None);
    }

    #[test]
    fn what_does_not_fit_is_told_without_what_the_function_returned() {
        let failed = verdict(Condition::RetriesExhausted, &format!("\"{}\"", "x".repeat(900)));
        let whole = told(&failed, Recipient::Destination, Some(2000)).body;
        assert!(whole.contains("responsePayload"));
        let cut = told(&failed, Recipient::Destination, Some(900)).body;
        assert!(
            !cut.contains("responsePayload") && cut.contains("\"functionError\":\"Unhandled\"")
        );
    }

    #[test]
    fn a_dead_letter_is_the_event_with_what_was_wrong() {
        let long = format!(r#"{{"errorMessage":"\u0007{}"}}"#, "ü".repeat(1000));
        let letter =
            told(&verdict(Condition::RetriesExhausted, &long), Recipient::DeadLetter, None);
        assert_eq!(letter.body, event().payload);
        let [id, code, message] = &letter.attributes[..] else { panic!("{letter:?}") };
        assert_eq!(*id, ("RequestID", "String", "i".to_owned()));
        assert_eq!(*code, ("ErrorCode", "Number", "200".to_owned()));
        assert_eq!(*message, ("ErrorMessage", "String", "ü".repeat(512)));
        let response = Some(throttled());
        let old = Verdict { condition: Condition::EventAgeExceeded, response, untold: Vec::new() };
        let letter = told(&old, Recipient::DeadLetter, None);
        assert_eq!(letter.attributes[1].2, "429");
        assert_eq!(letter.attributes[2].2, "Rate Exceeded.");
    }

    #[test]
    fn only_whom_the_owner_names_is_told() {
        use Condition::*;
        use Recipient::*;
        let mut function = function();
        assert_eq!(recipients(&function, Success), [Destination]);
        assert_eq!(recipients(&function, RetriesExhausted), [DeadLetter]);
        function.attached.event_invoke.as_mut().unwrap().on_failure =
            Letterbox::parse("arn:aws:s3:::letters");
        assert_eq!(recipients(&function, EventAgeExceeded), [Destination, DeadLetter]);
        function.attached.event_invoke = None;
        function.settings.dead_letter = None;
        assert_eq!(recipients(&function, Success), []);
        assert_eq!(recipients(&function, RetriesExhausted), []);
    }
}
