//! The one way to run a function, and what an invocation may carry.

use crate::counts::Told;
use crate::records::function::Function;
use crate::{Lambda, encryption, errors, trace};
use ::functions::{Invocation, InvokeError, Outcome};
use bytes::Bytes;
use platform::{Context, Error, Result};
use std::sync::Arc;

/// The largest payloads ("Lambda quotas").
pub const MAX_SYNC: usize = 6_291_456;
/// The largest payload of an event that is queued.
pub const MAX_EVENT: usize = 1_048_576;
/// The largest client context, in base64.
const MAX_CLIENT_CONTEXT: usize = 3583;

/// Why an invocation did not run.
#[derive(Debug)]
pub enum NotRun {
    /// As many run as are reserved for the function.
    Reserved,
    /// Its variables cannot be opened.
    Key(Error),
    /// The runner says why.
    Runner(InvokeError),
}

impl From<InvokeError> for NotRun {
    fn from(error: InvokeError) -> Self {
        Self::Runner(error)
    }
}

/// What a caller hands to a function.
pub struct Call {
    /// Appears in the function's log and context.
    pub request_id: String,
    /// A JSON document.
    pub payload: Bytes,
    /// A JSON document.
    pub client_context: Option<String>,
    /// The end of the log is wanted.
    pub tail: bool,
    /// The trace header of its caller.
    pub trace: Option<Arc<str>>,
}

impl Lambda {
    /// Runs a function once.
    pub(crate) async fn run(
        &self,
        cx: &Context,
        function: &Function,
        qualifier: Option<&str>,
        call: Call,
    ) -> std::result::Result<Outcome, NotRun> {
        let begun = cx.now();
        let told = Told { cx, function: &function.name, qualifier };
        let run = async {
            let _place = match function.reserved {
                Some(most) => {
                    Some(self.running.enter(&function.arn, most).ok_or(NotRun::Reserved)?)
                }
                None => None,
            };
            encryption::check_run(cx, function).await.map_err(NotRun::Key)?;
            let running = self.concurrency.enter(cx, function);
            let outcome = self.run_now(cx, function, qualifier, call).await?;
            told.of_run(begun, &function.version(), running.now, &outcome);
            Ok(outcome)
        };
        let ended = run.await;
        told.of_throttle(begun, ended.as_ref().err());
        ended
    }

    async fn run_now(
        &self,
        cx: &Context,
        function: &Function,
        qualifier: Option<&str>,
        call: Call,
    ) -> std::result::Result<Outcome, NotRun> {
        let ready = self.prepare(cx, function).await;
        let ready = ready.map_err(|error| InvokeError::Internal(error.to_string()))?;
        let invocation = Invocation {
            request_id: call.request_id,
            payload: call.payload,
            client_context: call.client_context,
            trace_id: trace::header(
                cx,
                call.trace.as_deref(),
                &function.arn,
                function.settings.active_tracing,
            ),
            qualifier: qualifier.map(ToOwned::to_owned),
            tail: call.tail,
        };
        let outcome = self.runner.invoke(&ready, invocation).await?;
        self.tallies.ran(&function.arn, &outcome);
        Ok(outcome)
    }
}

/// The payload, checked. Nothing stands for an empty document.
pub fn payload(payload: Option<Bytes>, kind: &str) -> Result<Bytes> {
    let payload = payload.filter(|payload| !payload.is_empty());
    let payload = payload.unwrap_or_else(|| Bytes::from_static(b"{}"));
    let size = payload.len();
    if kind == "Event" && size > MAX_EVENT {
        return Err(errors::too_large(format!(
            "{size} byte payload is too large for the Event invocation type (limit {MAX_EVENT} \
             bytes)"
        )));
    }
    if size > MAX_SYNC {
        return Err(errors::too_large(format!(
            "Request must be smaller than {MAX_SYNC} bytes for the InvokeFunction operation"
        )));
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(&payload) {
        Ok(_) => Ok(payload),
        Err(error) => Err(errors::bad_content(format!(
            "Could not parse request body into json: Could not parse payload into json: {error}"
        ))),
    }
}

/// The client context, decoded from base64.
pub fn client_context(encoded: &str) -> Result<String> {
    if encoded.len() > MAX_CLIENT_CONTEXT {
        return Err(errors::bad_content(format!(
            "Client context must be no more than {MAX_CLIENT_CONTEXT} bytes."
        )));
    }
    let decoded = base64_simd::STANDARD.decode_to_vec(encoded.as_bytes()).ok();
    let text = decoded.and_then(|bytes| String::from_utf8(bytes).ok());
    let is_object = |text: &String| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).is_ok()
    };
    text.filter(is_object).ok_or_else(|| {
        errors::bad_content("Client context must be a valid Base64-encoded JSON object.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_is_a_document_of_bounded_size() {
        assert_eq!(payload(None, "RequestResponse").unwrap(), "{}");
        assert_eq!(payload(Some("".into()), "RequestResponse").unwrap(), "{}");
        assert_eq!(payload(Some("[1]".into()), "RequestResponse").unwrap(), "[1]");
        let error = payload(Some("hello".into()), "RequestResponse").unwrap_err();
        assert_eq!(error.code(), "InvalidRequestContentException");
        assert!(error.message.starts_with("Could not parse request body into json: "));
        let large = Bytes::from(format!("\"{}\"", "x".repeat(MAX_EVENT)));
        payload(Some(large.clone()), "RequestResponse").unwrap();
        let error = payload(Some(large), "Event").unwrap_err();
        assert_eq!(
            error.to_string(),
            "RequestEntityTooLargeException: 1048578 byte payload is too large for the Event \
             invocation type (limit 1048576 bytes)"
        );
        let larger = Bytes::from(format!("\"{}\"", "x".repeat(MAX_SYNC)));
        assert_eq!(payload(Some(larger), "RequestResponse").unwrap_err().shape.status, 413);
    }

    #[test]
    fn a_client_context_is_base64_of_an_object() {
        assert_eq!(client_context("eyJhIjoxfQ==").unwrap(), r#"{"a":1}"#);
        for text in ["?", "WzFd", &"A".repeat(4000)] {
            assert_eq!(client_context(text).unwrap_err().shape.status, 400, "{text}");
        }
    }
}
