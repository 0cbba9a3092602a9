//! The one way of every call, from a client or from another service: it is authorized, limited,
//! traced, counted, carried out, and finished whoever waits for it.

use crate::authorize::authorize;
use crate::peers::at_home;
use crate::{Context, Ending, Finish, Result, Served};
use shapes::Shape;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Poll, ready};
use tracing::Instrument as _;

/// Where a call comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A client's request, whose answer is counted where it is sent.
    Client,
    /// Another service in this process.
    Process,
}

/// Calls an operation. The input has passed the model's constraints ([`shapes::constraints`]).
///
/// What was begun is finished even when the caller goes away; `held` is kept until then.
///
/// # Errors
/// `AccessDenied` in the service's words, and the operation's own.
pub async fn dispatch<H>(
    served: &Served,
    context: Context,
    input: Box<dyn Shape>,
    origin: Origin,
    held: H,
) -> Result<Box<dyn Shape>>
where
    H: Send + Unpin + 'static,
{
    let schema = served.schema;
    let calls = (origin == Origin::Process).then(|| served.calls.clone());
    let measured = served.begun(&context, &*input);
    let may = authorize(context, served, &*input).await;
    let context = match may.and_then(|context| limit(&context, served, &*input).map(|()| context)) {
        Ok(context) => context,
        Err(refused) => {
            let refused = Err(refused);
            calls.inspect(|calls| calls.count(&refused));
            if let Some(measured) = measured {
                measured.ended(&refused);
            }
            return refused;
        }
    };
    let span = tracing::debug_span!("request", id = %context.request_id, operation = schema.name);
    let call = begin(served, context, input, origin);
    let work = Work { call, calls, measured, _held: held };
    Finish::new(work.instrument(span)).await
}

/// The place of quotas, such as the rate of CreateStream. Who may not call at all uses none up.
fn limit(context: &Context, served: &Served, input: &dyn Shape) -> Result<()> {
    served.quota().map_or(Ok(()), |quota| quota.admit(context, served, input))
}

/// Begins the operation, with whatever is to go wrong.
fn begin(served: &Served, context: Context, input: Box<dyn Shape>, origin: Origin) -> Call {
    // What a call meets is its own, and not that of a call that it makes.
    let context = if context.faulted().is_some() { context.meeting(None) } else { context };
    let Some(met) = context.platform().faults.meet(&context, served, &*input) else {
        let peers = context.platform().peers();
        return match peers.cloned().and_then(|peers| Some((peers, served.home()?))) {
            Some((peers, homed)) => Box::pin(at_home(peers, homed, context, input)),
            None => served.begin(context, input),
        };
    };
    let begin = served.beginning();
    Box::pin(met.befall(context, origin, async move |context| begin(context, input).await))
}

type Call = crate::BoxFuture<'static, Result<Box<dyn Shape>>>;

/// A call under way. It lies where its caller is, so that a call costs no allocation but its own.
struct Work<H> {
    call: Call,
    calls: Option<Arc<Calls>>,
    measured: Option<Box<dyn Ending>>,
    _held: H,
}

impl<H: Unpin> Future for Work<H> {
    type Output = Result<Box<dyn Shape>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        let result = ready!(self.call.as_mut().poll(context));
        self.calls.as_ref().inspect(|calls| calls.count(&result));
        if let Some(measured) = self.measured.take() {
            measured.ended(&result);
        }
        Poll::Ready(result)
    }
}

/// How the calls of one operation from within the process ended.
#[derive(Debug, Default)]
pub struct Calls {
    done: AtomicU64,
    refused: AtomicU64,
    failed: AtomicU64,
}

impl Calls {
    fn count<T>(&self, result: &Result<T>) {
        let counter = match result {
            Ok(_) => &self.done,
            Err(error) if error.is_server_fault() => &self.failed,
            Err(_) => &self.refused,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// The counts, each by its name: `done`, `refused` (the caller's fault), `failed`.
    pub fn counts(&self) -> [(&'static str, u64); 3] {
        let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        [("done", of(&self.done)), ("refused", of(&self.refused)), ("failed", of(&self.failed))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Document;
    use crate::testing::{context, platform, soon};
    use crate::{Arn, Asks, BoxFuture, Error, Handler, Platform, Policies, Principal, operations};
    use shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION;
    use shapes::kinesis::ops::{DeleteStream, ListStreams};
    use shapes::kinesis::{DeleteStreamInput, ListStreamsInput, ListStreamsOutput};
    use shapes::{Unit, kinesis};
    use tokio::sync::watch;

    struct Fake {
        open: watch::Sender<bool>,
        ended: watch::Sender<u32>,
    }

    impl Handler<ListStreams> for Fake {
        async fn handle(&self, _: &Context, _: ListStreamsInput) -> Result<ListStreamsOutput> {
            let _ = self.open.subscribe().wait_for(|open| *open).await;
            self.ended.send_modify(|count| *count += 1);
            Ok(ListStreamsOutput::default())
        }
    }

    impl Handler<DeleteStream> for Fake {
        async fn handle(&self, _: &Context, _: DeleteStreamInput) -> Result<Unit> {
            Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, "gone"))
        }
    }

    fn world() -> (Arc<Platform>, Arc<Fake>) {
        let (platform, _) = platform();
        let fake = Arc::new(Fake { open: watch::Sender::new(true), ended: watch::Sender::new(0) });
        platform.serve(operations![fake =>
            ListStreams,
            DeleteStream: |_, input| {
                Asks::action("kinesis:Delete", input.stream_name.as_deref().unwrap_or_default())
            },
        ]);
        (platform, fake)
    }

    /// Notes how calls of one operation end.
    #[derive(Default)]
    struct Noted(Arc<std::sync::Mutex<Vec<String>>>);

    impl crate::Measures for Noted {
        fn begun(
            &self,
            _: &Context,
            operation: &'static shapes::OperationSchema,
            _: &dyn Shape,
        ) -> Option<Box<dyn Ending>> {
            (operation.name == "DeleteStream")
                .then(|| Box::new(Noted(self.0.clone())) as Box<dyn Ending>)
        }
    }

    impl Ending for Noted {
        fn ended(self: Box<Self>, result: &Result<Box<dyn Shape>>) {
            let code = result.as_ref().map_or_else(|error| error.code(), |_| "done");
            self.0.lock().unwrap().push(code.to_owned());
        }
    }

    #[tokio::test]
    async fn how_calls_end_is_told_to_who_measures_them() {
        let (platform, _) = platform();
        let fake = Arc::new(Fake { open: watch::Sender::new(true), ended: watch::Sender::new(0) });
        let noted = Arc::new(Noted::default());
        let operations = operations![fake => ListStreams, DeleteStream];
        let operations = operations.into_iter().map(|it| it.measured(Some(noted.clone())));
        platform.serve(operations.collect());
        let cx = context(&platform);
        cx.call::<ListStreams>(Default::default()).await.unwrap();
        cx.call::<DeleteStream>(named("s")).await.unwrap_err();
        let stranger = cx.acting_as(Principal::root("111122223333"));
        stranger.call::<DeleteStream>(named("s")).await.unwrap_err();
        assert_eq!(
            *noted.0.lock().unwrap(),
            ["ResourceNotFoundException", "AccessDeniedException"]
        );
    }

    fn named(name: &str) -> DeleteStreamInput {
        DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() }
    }

    fn counts(platform: &Platform, operation: &str) -> [u64; 3] {
        let served = platform.registry().find("kinesis", operation).unwrap();
        served.calls.counts().map(|(_, count)| count)
    }

    #[tokio::test]
    async fn calls_are_counted_by_how_they_end() {
        let (platform, _) = world();
        let cx = context(&platform);
        cx.call::<ListStreams>(Default::default()).await.unwrap();
        cx.call::<DeleteStream>(named("s")).await.unwrap_err();
        assert_eq!(counts(&platform, "ListStreams"), [1, 0, 0]);
        assert_eq!(counts(&platform, "DeleteStream"), [0, 1, 0]);
        let served = platform.registry().find("kinesis", "ListStreams").unwrap();
        let input = Box::new(ListStreamsInput::default());
        dispatch(served, cx, input, Origin::Client, ()).await.unwrap();
        assert_eq!(counts(&platform, "ListStreams"), [1, 0, 0]);
    }

    #[tokio::test]
    async fn who_is_of_another_account_is_told_what_it_asked_for() {
        let (platform, _) = world();
        let cx = context(&platform).acting_as(Principal::root("111122223333"));
        let error = cx.call::<DeleteStream>(named("s")).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "AccessDeniedException: User: arn:aws:iam::111122223333:root is not authorized to \
             perform: kinesis:Delete on resource: s"
        );
        let error = cx.call::<ListStreams>(Default::default()).await.unwrap_err();
        assert!(error.message.ends_with("perform: kinesis:ListStreams on resource: *"));
        assert_eq!(counts(&platform, "DeleteStream"), [0, 1, 0]);
        let service = cx.acting_as(Principal::service("lambda.amazonaws.com"));
        service.call::<ListStreams>(Default::default()).await.unwrap();
    }

    /// Streams' policies: `open` lets one account in, `shut` keeps everybody out.
    struct Hung;

    impl Policies for Hung {
        fn of<'a>(
            &'a self,
            context: &'a Context,
            resource: &'a Arn<'a>,
        ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
            assert_eq!(&*context.account, resource.account);
            let (effect, named) = match resource.resource {
                "open" => ("Allow", r#"{"AWS":"111122223333"}"#),
                "shut" => ("Deny", r#""*""#),
                _ => return Box::pin(async { Ok(None) }),
            };
            let text = format!(
                r#"{{"Statement":{{"Effect":"{effect}","Principal":{named},"Action":"kinesis:Delete"}}}}"#
            );
            let document = Document::parse(&text).map(Arc::new);
            Box::pin(async move { Ok(document.ok()) })
        }
    }

    /// Answers with the account in which it is carried out.
    struct Told;

    impl Handler<DeleteStream> for Told {
        async fn handle(&self, cx: &Context, _: DeleteStreamInput) -> Result<Unit> {
            Err(Error::new(&RESOURCE_NOT_FOUND_EXCEPTION, format!("in {}", cx.account)))
        }
    }

    #[tokio::test]
    async fn a_resource_may_let_others_in_and_keep_its_own_out() {
        let (platform, _) = platform();
        let operations = operations![Arc::new(Told) =>
            DeleteStream: |cx, it| {
                let of_default = Arn::new("kinesis", &cx.region, crate::DEFAULT_ACCOUNT, "");
                Asks::action("kinesis:Delete", format!("{of_default}{}", it.stream_name.as_deref().unwrap()))
            },
        ];
        let hung: Option<Arc<dyn Policies>> = Some(Arc::new(Hung));
        platform.serve(operations.into_iter().map(|it| it.under(hung.clone())).collect());
        let own = context(&platform);
        let [friend, stranger] = ["111122223333", "444455556666"]
            .map(|it| platform.context(Principal::root(it), it, crate::DEFAULT_REGION));
        let service = own.acting_as(Principal::service("sns.amazonaws.com"));
        let (done, denied) =
            ("in 000000000000", "with an explicit deny in a resource-based policy");
        let closed = "because no resource-based policy allows the kinesis:Delete action";
        for (caller, name, end) in [
            (&own, "plain", done),
            (&own, "open", done),
            (&own, "shut", denied),
            (&friend, "plain", closed),
            (&friend, "open", done),
            (&friend, "shut", denied),
            (&stranger, "open", closed),
            (&service, "plain", done),
            (&service, "shut", denied),
        ] {
            let error = caller.call::<DeleteStream>(named(name)).await.unwrap_err();
            assert!(error.message.ends_with(end), "{name}: {error}");
        }
    }

    #[tokio::test]
    async fn an_input_from_within_is_held_against_the_model_too() {
        let (platform, _) = world();
        let error = context(&platform).call::<DeleteStream>(named("")).await.unwrap_err();
        assert_eq!(error.code(), "ValidationException");
        assert!(error.message.contains("at 'streamName' failed"), "{}", error.message);
    }

    #[tokio::test]
    async fn a_call_is_finished_though_its_caller_goes_away() {
        let (platform, fake) = world();
        fake.open.send_replace(false);
        let cx = context(&platform);
        let call = cx.call::<ListStreams>(kinesis::ListStreamsInput::default());
        let mut call = Box::pin(call);
        let mut waker = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(call.as_mut().poll(&mut waker).is_pending());
        drop(call);
        fake.open.send_replace(true);
        soon(fake.ended.subscribe().wait_for(|count| *count == 1)).await.unwrap();
    }
}
