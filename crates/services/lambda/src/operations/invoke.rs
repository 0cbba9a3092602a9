//! `Invoke`.

use crate::invocation::{Call, client_context, payload};
use crate::names::LATEST;
use crate::versions::Route;
use crate::{Lambda, errors, names};
use platform::{Context, Handler, Result, refuse};
use shapes::lambda::ops::Invoke;
use shapes::lambda::{InvocationRequest, InvocationResponse};

impl Handler<Invoke> for Lambda {
    async fn handle(&self, cx: &Context, input: InvocationRequest) -> Result<InvocationResponse> {
        let given = [
            ("DurableExecutionName", input.durable_execution_name.is_some()),
            ("TenantId", input.tenant_id.is_some()),
        ];
        refuse(errors::unsupported, given)?;
        let qualifier = input.qualifier.as_deref();
        let named = names::parse(cx, &input.function_name, qualifier, "InvokeFunction")?;
        let function = self.resolve(cx, &named, Route::Drawn).await?;
        // An invocation without a qualifier is one of the version, and refused as such.
        let qualifier = named.qualifier.as_deref().unwrap_or(LATEST);
        let missing =
            || errors::no_function(&names::qualified_arn(cx, &named.name, Some(qualifier)));
        let function = function.ok_or_else(missing)?;
        let kind = input.invocation_type.as_deref().unwrap_or("RequestResponse");
        let answer =
            |status| InvocationResponse { status_code: Some(status), ..Default::default() };
        if kind == "DryRun" {
            return Ok(answer(204));
        }
        let payload = payload(input.payload, kind)?;
        if kind == "Event" {
            self.enqueue(cx, named, payload, function.settings.active_tracing).await?;
            return Ok(answer(202));
        }
        let call = Call {
            request_id: cx.request_id.to_string(),
            payload,
            client_context: input.client_context.as_deref().map(client_context).transpose()?,
            tail: input.log_type.as_deref() == Some("Tail"),
            trace: cx.trace.clone(),
        };
        let tail = call.tail;
        let function = self.at_hand(cx, &named, function).await?.ok_or_else(missing)?;
        let outcome = self.run(cx, &function, named.qualifier.as_deref(), call).await;
        let outcome = outcome.map_err(errors::not_run)?;
        self.tell_caller_failed(cx, &named.text(), &outcome);
        let log = tail.then(|| base64_simd::STANDARD.encode_to_string(&outcome.log_tail));
        Ok(InvocationResponse {
            function_error: outcome.error.map(|error| error.as_str().to_owned()),
            log_result: log,
            payload: Some(outcome.payload),
            executed_version: Some(function.version()),
            ..answer(200)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, create_with, setting, until};
    use crate::records::queued::{EVENTS, LATER, Queued};
    use shapes::lambda::ops::CreateFunction;
    use store::Scan;

    fn input(payload: &str) -> InvocationRequest {
        InvocationRequest {
            function_name: "f".into(),
            payload: Some(payload.to_owned().into()),
            ..Default::default()
        }
    }

    /// All events that were accepted and not delivered; read so that one that moves is seen.
    async fn events(cx: &Context) -> Vec<Queued> {
        let mut all = Vec::new();
        for table in [&LATER, &EVENTS, &LATER] {
            all.extend(table.scan(cx.tables(), Scan::prefix(b"")).await.unwrap());
        }
        all.into_iter().map(|(_, event)| event).collect()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_function_answers_and_its_log_is_kept() {
        let at = setting().await;
        let code = "import os\ndef handler(event, context):\n    print('hello', event['a'])\n    \
                    return [event['a'], context.invoked_function_arn, \
                    os.environ['AWS_ACCESS_KEY_ID'][:4]]\n";
        let made = create_with("f", code);
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let mut request = input(r#"{"a":1}"#);
        request.log_type = Some("Tail".into());
        let output = at.cx.run::<Invoke, _>(&*at.service, request.clone()).await.unwrap();
        assert_eq!(
            output.payload.unwrap(),
            r#"[1, "arn:aws:lambda:us-east-1:000000000000:function:f", "ASIA"]"#
        );
        request.qualifier = Some("$LATEST".into());
        let qualified = at.cx.run::<Invoke, _>(&*at.service, request).await.unwrap();
        assert_eq!(
            qualified.payload.unwrap(),
            r#"[1, "arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", "ASIA"]"#
        );
        assert_eq!(output.status_code, Some(200));
        assert_eq!(output.executed_version.as_deref(), Some("$LATEST"));
        let tail = base64_simd::STANDARD.decode_to_vec(output.log_result.unwrap()).unwrap();
        let tail = String::from_utf8(tail).unwrap();
        assert!(tail.contains("START RequestId: ") && tail.contains("\nhello 1\n"), "{tail}");
        at.service.log_writer.flush().await;
        let lines = at.lines.lock().unwrap().clone();
        assert!(lines.contains(&("/aws/lambda/f".into(), "hello 1\n".into())), "{lines:?}");
        at.runner.shutdown().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn new_code_runs_at_once_and_errors_are_marked() {
        let at = setting().await;
        let made = create_with("f", "def handler(event, context):\n    return 1\n");
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let output = at.cx.run::<Invoke, _>(&*at.service, input("{}")).await.unwrap();
        assert_eq!((output.payload.unwrap(), output.function_error), ("1".into(), None));
        let update = shapes::lambda::UpdateFunctionCodeRequest {
            function_name: "f".into(),
            zip_file: create_with("f", "def handler(e, c):\n    raise Exception('no')\n")
                .code
                .zip_file,
            ..Default::default()
        };
        let updated = at.cx.run::<shapes::lambda::ops::UpdateFunctionCode, _>(&*at.service, update);
        updated.await.unwrap();
        let output = at.cx.run::<Invoke, _>(&*at.service, input("{}")).await.unwrap();
        assert_eq!(output.function_error.as_deref(), Some("Unhandled"));
        let payload = output.payload.unwrap();
        assert!(payload.starts_with(br#"{"errorMessage": "no""#), "{payload:?}");
        at.runner.shutdown().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn an_event_is_queued_and_its_failure_tried_again() {
        let at = setting().await;
        let made = create_with("f", "def handler(event, context):\n    raise Exception('no')\n");
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        let event = InvocationRequest { invocation_type: Some("Event".into()), ..input("{}") };
        let output = at.cx.run::<Invoke, _>(&*at.service, event).await.unwrap();
        assert_eq!((output.status_code, output.payload), (Some(202), None));
        for failures in 1..3 {
            let has_failed = async || {
                let all = events(&at.cx).await;
                !all.is_empty() && all.iter().all(|event| event.failures == failures)
            };
            until(has_failed).await;
            at.clock.advance(std::time::Duration::from_secs(60 * u64::from(failures)));
        }
        until(async || events(&at.cx).await.is_empty()).await;
        at.runner.shutdown().await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn an_event_that_was_accepted_is_delivered_after_a_restart() {
        let at = setting().await;
        let made = create_with("f", "def handler(event, context):\n    print('got', event)\n");
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        at.service.queue.stop();
        let event = InvocationRequest { invocation_type: Some("Event".into()), ..input("[7]") };
        at.cx.run::<Invoke, _>(&*at.service, event).await.unwrap();
        assert_eq!(events(&at.cx).await.len(), 1);
        let again = at.restarted().await;
        again.take_up().await.unwrap();
        let got = ("/aws/lambda/f".to_owned(), "got [7]\n".to_owned());
        until(async || events(&at.cx).await.is_empty()).await;
        again.shutdown().await;
        assert!(at.lines.lock().unwrap().contains(&got));
        at.runner.shutdown().await;
    }

    #[tokio::test]
    async fn a_dry_run_only_looks() {
        let at = setting().await;
        let dry = InvocationRequest { invocation_type: Some("DryRun".into()), ..input("{}") };
        let error = at.cx.run::<Invoke, _>(&*at.service, dry.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Function not found: \
             arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST"
        );
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let output = at.cx.run::<Invoke, _>(&*at.service, dry).await.unwrap();
        assert_eq!(output.status_code, Some(204));
        let error = at.cx.run::<Invoke, _>(&*at.service, input("{")).await.unwrap_err();
        assert_eq!(error.code(), "InvalidRequestContentException");
    }
}
