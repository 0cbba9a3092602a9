//! `PutFunctionConcurrency`.

use crate::{Lambda, reserved};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::PutFunctionConcurrency;
use shapes::lambda::{Concurrency, PutFunctionConcurrencyRequest};

impl Handler<PutFunctionConcurrency> for Lambda {
    async fn handle(
        &self,
        cx: &Context,
        input: PutFunctionConcurrencyRequest,
    ) -> Result<Concurrency> {
        let name = self.unqualified(cx, &input.function_name, "PutFunctionConcurrency")?;
        let wanted = input.reserved_concurrent_executions.unsigned_abs();
        let function = self.reserve(cx, name, Some(wanted)).await?;
        Ok(Concurrency { reserved_concurrent_executions: reserved::shown(&function) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, create_with, setting, until};
    use crate::records::queued::{EVENTS, LATER};
    use shapes::lambda::InvocationRequest;
    use shapes::lambda::ops::{CreateFunction, Invoke};
    use store::Scan;

    fn reserve(name: &str, executions: i32) -> PutFunctionConcurrencyRequest {
        PutFunctionConcurrencyRequest {
            function_name: name.into(),
            reserved_concurrent_executions: executions,
        }
    }

    #[tokio::test]
    async fn some_of_the_account_stays_unreserved() {
        let at = setting().await;
        for name in ["f", "g"] {
            at.cx.run::<CreateFunction, _>(&*at.service, create(name)).await.unwrap();
        }
        let before = at.service.function(&at.cx, "f").await.unwrap();
        let run = async |input| at.cx.run::<PutFunctionConcurrency, _>(&*at.service, input).await;
        run(reserve("f", 500)).await.unwrap();
        assert_eq!(
            run(reserve("g", 401)).await.unwrap_err().message,
            "Specified ReservedConcurrentExecutions for function decreases account's \
             UnreservedConcurrentExecution below its minimum value of [100]."
        );
        run(reserve("g", 400)).await.unwrap();
        run(reserve("f", 1)).await.unwrap();
        assert_eq!(at.service.function(&at.cx, "f").await.unwrap().revision, before.revision);
        let error = run(reserve("f:$LATEST", 1)).await.unwrap_err();
        assert!(error.message.starts_with("This operation is permitted on Lambda functions only."));
        assert_eq!(run(reserve("h", 1)).await.unwrap_err().code(), "ResourceNotFoundException");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_beyond_the_reservation_is_throttled_and_events_wait() {
        let at = setting().await;
        let made = create_with("f", "def handler(e, c):\n    print('ran')\n");
        at.cx.run::<CreateFunction, _>(&*at.service, made).await.unwrap();
        at.cx.run::<PutFunctionConcurrency, _>(&*at.service, reserve("f", 0)).await.unwrap();
        let input = InvocationRequest { function_name: "f".into(), ..Default::default() };
        let error = at.cx.run::<Invoke, _>(&*at.service, input.clone()).await.unwrap_err();
        assert_eq!((error.code(), error.shape.status), ("TooManyRequestsException", 429));
        assert_eq!(error.message, "Rate Exceeded.");
        let reason = "ReservedFunctionConcurrentInvocationLimitExceeded".to_owned();
        assert!(error.fields.contains(&("Reason", reason)), "{:?}", error.fields);
        let event = InvocationRequest { invocation_type: Some("Event".into()), ..input.clone() };
        at.cx.run::<Invoke, _>(&*at.service, event).await.unwrap();
        let tables = at.cx.tables();
        until(async || !LATER.scan(tables, Scan::prefix(b"")).await.unwrap().is_empty()).await;
        at.cx.run::<PutFunctionConcurrency, _>(&*at.service, reserve("f", 1)).await.unwrap();
        at.clock.advance(std::time::Duration::from_secs(300));
        let gone = async || {
            LATER.scan(tables, Scan::prefix(b"")).await.unwrap().is_empty()
                && EVENTS.scan(tables, Scan::prefix(b"")).await.unwrap().is_empty()
        };
        until(gone).await;
        at.service.log_writer.flush().await;
        let said = ("/aws/lambda/f".to_owned(), "ran\n".to_owned());
        assert!(at.lines.lock().unwrap().contains(&said));
        // One at a time, one after the other.
        at.cx.run::<Invoke, _>(&*at.service, input).await.unwrap();
        at.runner.shutdown().await;
    }
}
