//! Other processes over the same engines, as far as one can ask them.
//!
//! What only one process may do at a time is done under a lease ([`crate::Leases`]). Where that is what a call
//! is about, such as the messages of a queue, and another process holds the lease, the call is carried
//! there: any process answers any call. Without peers such a call is refused, and may be made again.

use crate::operation::Call;
use crate::{BoxFuture, Context, Error, Principal, Result, Served};
use bytes::Bytes;
use shapes::{OperationSchema, Shape};
use std::sync::Arc;
use std::time::Duration;

/// The pauses between attempts grow between these.
const PAUSES: (Duration, Duration) = (Duration::from_millis(25), Duration::from_millis(500));
/// How long a call waits for what it is about: longer than a dead process is believed to live.
const PATIENCE_MS: i64 = 10_000;

/// The other processes.
pub trait Peers: Send + Sync {
    /// An input as bytes.
    fn pack(&self, input: &dyn Shape) -> Bytes;

    /// Fills an input, or an output, from its bytes.
    ///
    /// # Errors
    /// They are none that a process has packed.
    fn unpack(&self, bytes: &Bytes, into: &mut dyn Shape) -> Result<()>;

    /// Has a call carried out by the process of this id, or by whichever is there; gives its output.
    ///
    /// # Errors
    /// The operation's, as that process gave it; one that names another owner ([`Error::owner`]) where the
    /// call is to go there.
    fn carry<'a>(&'a self, to: &'a Owner, call: Carried<'a>) -> BoxFuture<'a, Result<Bytes>>;

    /// Asks the process of this id to give a lease up.
    ///
    /// # Errors
    /// It does not answer.
    fn ask_for<'a>(&'a self, owner: &'a str, lease: &'a [u8]) -> BoxFuture<'a, Result<()>>;
}

/// Who holds what a call is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The process of this id.
    Process(Arc<str>),
    /// Nobody, and the one that was asked takes nothing any more since it stops.
    Other,
}

/// A call on its way to another process.
pub struct Carried<'a> {
    /// What is called.
    pub schema: &'static OperationSchema,
    /// For whom.
    pub context: &'a Context,
    /// What with.
    pub input: Bytes,
}

/// Who a carried call is made for, as the process that carries it out has to know it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Surroundings {
    account: String,
    region: String,
    principal: Principal,
    request_id: String,
    trace: Option<String>,
    source: Option<String>,
    address: Option<String>,
}

impl Surroundings {
    /// What of a context goes with a call.
    pub fn of(context: &Context) -> Self {
        let text = |it: &Option<Arc<str>>| it.as_deref().map(str::to_owned);
        Self {
            account: context.account.to_string(),
            region: context.region.to_string(),
            principal: (*context.principal).clone(),
            request_id: context.request_id.to_string(),
            trace: text(&context.trace),
            source: text(&context.source),
            address: context.address().map(str::to_owned),
        }
    }

    /// The same surroundings here.
    pub fn here(self, platform: Arc<crate::Platform>) -> Context {
        let Self { account, region, principal, request_id, trace, source, address } = self;
        let context = Context::new(platform, principal, account, region, request_id);
        let context = context.traced(trace.map(Into::into));
        let context = match source {
            Some(source) => context.on_behalf_of(source),
            None => context,
        };
        match address {
            Some(address) => context.asked_at(address),
            None => context,
        }
    }
}

/// Carries out a call that another process has authorized and counted, where it is to be carried out.
///
/// # Errors
/// The operation's own; one with an owner where it is not to be carried out here.
pub async fn carry_out(
    served: &Served,
    context: Context,
    input: Box<dyn Shape>,
) -> Result<Box<dyn Shape>> {
    crate::Finish::new(served.begin(context, input)).await
}

/// What is needed to make a call more than once.
pub(crate) struct Homed {
    pub schema: &'static OperationSchema,
    pub empty_output: fn() -> Box<dyn Shape>,
    pub begin: Arc<Call>,
}

/// Makes a call here or, where another process holds what it is about, there.
pub(crate) async fn at_home(
    peers: Arc<dyn Peers>,
    homed: Homed,
    context: Context,
    input: Box<dyn Shape>,
) -> Result<Box<dyn Shape>> {
    let Homed { schema, empty_output, begin } = homed;
    let packed = peers.pack(&*input);
    let (mut input, mut pause) = (input, PAUSES.0);
    let end = context.now().millis() + PATIENCE_MS;
    loop {
        let owner = match begin(context.clone(), input).await {
            Err(Error { owner: Some(owner), .. }) if context.now().millis() < end => owner,
            done => return done,
        };
        let call = Carried { schema, context: &context, input: packed.clone() };
        match peers.carry(&owner, call).await {
            Err(error) if error.owner.is_some() => {}
            Err(error) => return Err(error),
            Ok(bytes) => {
                let mut output = empty_output();
                peers.unpack(&bytes, &mut *output)?;
                return Ok(output);
            }
        }
        // What it is about passes from one process to another, or its process has died.
        context.platform().clock.sleep(pause).await;
        pause = (pause * 2).min(PAUSES.1);
        input = (schema.empty_input)();
        peers.unpack(&packed, &mut *input)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{context, platform, soon};
    use crate::{Handler, operations};
    use shapes::ErrorShape;
    use shapes::kinesis::ops::ListStreams;
    use shapes::kinesis::{ListStreamsInput, ListStreamsOutput};
    use std::sync::Mutex;

    static ELSEWHERE: ErrorShape = ErrorShape::server("ServiceUnavailable", 503);

    fn elsewhere() -> Error {
        Error::new(&ELSEWHERE, "elsewhere").held_by(Owner::Process("p".into()))
    }

    /// What each attempt here, and each there, comes to; there is nothing after the last.
    struct World {
        here: Mutex<Vec<Result<ListStreamsOutput>>>,
        there: Mutex<Vec<Result<Bytes>>>,
    }

    impl Handler<ListStreams> for World {
        async fn handle(&self, _: &Context, input: ListStreamsInput) -> Result<ListStreamsOutput> {
            assert_eq!(input.limit, Some(7));
            self.here.lock().unwrap().remove(0)
        }
    }

    impl Peers for World {
        fn pack(&self, _: &dyn Shape) -> Bytes {
            Bytes::from_static(b"7")
        }

        fn unpack(&self, _: &Bytes, into: &mut dyn Shape) -> Result<()> {
            let into: &mut dyn std::any::Any = into;
            if let Some(input) = into.downcast_mut::<ListStreamsInput>() {
                input.limit = Some(7);
            } else if let Some(output) = into.downcast_mut::<ListStreamsOutput>() {
                output.stream_names = vec!["there".to_owned()];
            }
            Ok(())
        }

        fn carry<'a>(&'a self, to: &'a Owner, call: Carried<'a>) -> BoxFuture<'a, Result<Bytes>> {
            assert_eq!((to, call.schema.name), (&Owner::Process("p".into()), "ListStreams"));
            let answer = self.there.lock().unwrap().remove(0);
            Box::pin(async { answer })
        }

        fn ask_for<'a>(&'a self, _: &'a str, _: &'a [u8]) -> BoxFuture<'a, Result<()>> {
            Box::pin(async { Ok(()) })
        }
    }

    /// What a call comes to whose attempts come to this, here and there.
    async fn called(
        here: Vec<Result<ListStreamsOutput>>,
        there: Vec<Result<Bytes>>,
    ) -> Result<Vec<String>> {
        let (platform, clock) = platform();
        let world = Arc::new(World { here: Mutex::new(here), there: Mutex::new(there) });
        platform.joins(world.clone());
        let homed = operations![world => ListStreams].into_iter().map(|it| it.homed(true));
        platform.serve(homed.collect());
        let cx = context(&platform);
        let call =
            cx.call::<ListStreams>(ListStreamsInput { limit: Some(7), ..Default::default() });
        let time = async {
            loop {
                clock.advance(PAUSES.0);
                tokio::task::yield_now().await;
            }
        };
        let done = soon(async {
            tokio::select! {
                biased;
                done = call => done,
                () = time => unreachable!("time has no end"),
            }
        });
        done.await.map(|output| output.stream_names)
    }

    #[tokio::test]
    async fn a_call_is_made_where_what_it_is_about_is_held() {
        let here = || {
            let stream_names = vec!["here".to_owned()];
            Ok(ListStreamsOutput { stream_names, ..Default::default() })
        };
        let there = || Ok(Bytes::from_static(b"7"));
        assert_eq!(called(vec![here()], vec![]).await.unwrap(), ["here"]);
        assert_eq!(called(vec![Err(elsewhere())], vec![there()]).await.unwrap(), ["there"]);
        let moved = called(vec![Err(elsewhere()), here()], vec![Err(elsewhere())]).await;
        assert_eq!(moved.unwrap(), ["here"], "it has come here meanwhile");
        let refused = Err(Error::new(&ELSEWHERE, "the operation's own"));
        let refused = called(vec![Err(elsewhere())], vec![refused]).await.unwrap_err();
        assert_eq!(refused.message, "the operation's own");
        let away = |_| Err(elsewhere());
        let (many, others) = ((0..500).map(away).collect(), (0..500).map(|_| Err(elsewhere())));
        let never = called(many, others.collect()).await.unwrap_err();
        assert_eq!(never.code(), "ServiceUnavailable");
    }
}
