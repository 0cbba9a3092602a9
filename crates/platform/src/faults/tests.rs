use super::*;
use crate::testing::{context, platform, soon};
use crate::{Asks, Handler, ManualClock, Platform, dispatch, operations};
use shapes::Unit;
use shapes::kinesis::ops::{DeleteStream, GetRecords, ListStreams};
use shapes::kinesis::{
    DeleteStreamInput, GetRecordsInput, GetRecordsOutput, ListStreamsInput, ListStreamsOutput,
};
use std::sync::atomic::AtomicU64;

/// Counts what is carried out.
#[derive(Default)]
struct Fake {
    done: AtomicU64,
}

impl Handler<DeleteStream> for Fake {
    async fn handle(&self, _: &Context, _: DeleteStreamInput) -> Result<Unit> {
        self.done.fetch_add(1, Ordering::Relaxed);
        Ok(Unit)
    }
}

impl Handler<ListStreams> for Fake {
    async fn handle(&self, _: &Context, _: ListStreamsInput) -> Result<ListStreamsOutput> {
        Ok(ListStreamsOutput::default())
    }
}

/// Answers with how many of a hundred records it would throttle, and whether the iterator is expired.
impl Handler<GetRecords> for Fake {
    async fn handle(&self, cx: &Context, _: GetRecordsInput) -> Result<GetRecordsOutput> {
        let throttled = |faulted: &Faulted| {
            (0..100).filter(|_| faulted.throttles(&*cx.platform().ids)).count() as i64
        };
        Ok(GetRecordsOutput {
            millis_behind_latest: cx.faulted().map(throttled),
            next_shard_iterator: cx.faulted().map(|it| it.expires_iterator().to_string()),
            ..Default::default()
        })
    }
}

struct World {
    platform: Arc<Platform>,
    clock: Arc<ManualClock>,
    fake: Arc<Fake>,
}

impl World {
    fn new() -> Self {
        let (platform, clock) = platform();
        let fake = Arc::new(Fake::default());
        platform.serve(operations![fake =>
            DeleteStream: |_, it| Asks::on(arn(it.stream_name.as_deref().unwrap_or_default())),
            GetRecords,
            ListStreams,
        ]);
        Self { platform, clock, fake }
    }

    fn set(&self, kind: FaultKind, change: impl FnOnce(&mut Fault)) -> String {
        let mut fault = Fault {
            kind,
            service: "kinesis".to_owned(),
            resource: None,
            operations: Vec::new(),
            requests: None,
            until: None,
            probability: 1.0,
        };
        change(&mut fault);
        self.platform.faults.set(fault).unwrap().id
    }

    async fn delete(&self, name: &str) -> std::result::Result<(), String> {
        let input = DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() };
        let ended = context(&self.platform).call::<DeleteStream>(input).await;
        ended.map(drop).map_err(|error| error.to_string())
    }

    async fn list(&self) -> bool {
        context(&self.platform).call::<ListStreams>(Default::default()).await.is_ok()
    }

    async fn get(&self) -> GetRecordsOutput {
        let input = GetRecordsInput { shard_iterator: "i".to_owned(), ..Default::default() };
        context(&self.platform).call::<GetRecords>(input).await.unwrap()
    }

    fn done(&self) -> u64 {
        self.fake.done.load(Ordering::Relaxed)
    }
}

fn arn(name: &str) -> String {
    format!("arn:aws:kinesis:us-east-1:000000000000:stream/{name}")
}

#[tokio::test]
async fn what_is_throttled_is_told_so_and_not_done() {
    let world = World::new();
    let id = world.set(FaultKind::Throttle, |fault| fault.resource = Some(arn("a")));
    assert_eq!(
        world.delete("a").await.unwrap_err(),
        "LimitExceededException: Rate exceeded for stream a under account 000000000000."
    );
    // Another stream, also one whose name begins so, and a call that is about none, are as ever.
    world.delete("ab").await.unwrap();
    assert!(world.list().await);
    assert_eq!(world.done(), 1);
    assert_eq!(world.platform.faults.list()[0].met, 1);
    assert_eq!(world.platform.faults.clear(Some("other")), 0);
    assert_eq!(world.platform.faults.clear(Some(&id)), 1);
    world.delete("a").await.unwrap();
}

#[test]
fn what_is_in_a_resource_is_of_it() {
    let function = "arn:aws:lambda:us-east-1:000000000000:function:f";
    assert!(is_of(&format!("{function}:live"), function));
    assert!(!is_of(&format!("{function}2"), function));
    assert!(is_of("arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket"));
    assert!(!is_of("arn:aws:s3:::bucket2/key", "arn:aws:s3:::bucket"));
}

#[tokio::test]
async fn it_may_be_for_some_operations_alone() {
    let world = World::new();
    world.set(FaultKind::InternalError, |fault| fault.operations = vec!["ListStreams".to_owned()]);
    world.delete("a").await.unwrap();
    assert!(!world.list().await);
    world.platform.faults.clear(None);
    assert!(world.list().await);
}

#[tokio::test]
async fn it_is_over_after_so_many_calls_or_so_much_time() {
    let world = World::new();
    world.set(FaultKind::Throttle, |fault| fault.requests = Some(2));
    for fails in [true, true, false] {
        assert_eq!(world.delete("a").await.is_err(), fails);
    }
    let until = Timestamp(world.platform.clock.now().millis() + 1000);
    world.set(FaultKind::Throttle, |fault| fault.until = Some(until));
    world.clock.advance(Duration::from_millis(999));
    world.delete("a").await.unwrap_err();
    world.clock.advance(Duration::from_millis(1));
    world.delete("a").await.unwrap();
    assert_eq!(world.platform.faults.list(), []);
    assert!(!world.platform.faults.any.load(Ordering::Relaxed));
}

#[tokio::test]
async fn it_may_be_for_a_part_of_the_calls() {
    let world = World::new();
    world.set(FaultKind::Throttle, |fault| fault.probability = 0.25);
    let mut failed = 0;
    for _ in 0..400 {
        failed += u32::from(world.delete("a").await.is_err());
    }
    assert!((50..150).contains(&failed), "{failed}");
    assert_eq!(world.platform.faults.list()[0].met, u64::from(failed));
}

#[tokio::test]
async fn what_comes_late_is_done_whoever_waits() {
    let world = World::new();
    world.set(FaultKind::Latency(Duration::from_secs(3)), |_| ());
    let mut call = Box::pin(world.delete("a"));
    let mut waker = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(call.as_mut().poll(&mut waker).is_pending());
    drop(call);
    world.clock.advance(Duration::from_secs(3));
    crate::testing::until(async || world.done() == 1).await;
    let (ended, ()) = soon(async {
        tokio::join!(world.delete("a"), async { world.clock.advance(Duration::from_secs(3)) })
    })
    .await;
    ended.unwrap();
}

#[tokio::test]
async fn what_is_not_answered_is_done() {
    let world = World::new();
    world.set(FaultKind::DroppedAnswer, |fault| fault.requests = Some(2));
    let input = DeleteStreamInput { stream_name: Some("a".to_owned()), ..Default::default() };
    let served = world.platform.registry().find("kinesis", "DeleteStream").unwrap();
    let cx = context(&world.platform);
    let answer = dispatch(served, cx, Box::new(input), Origin::Client, ()).await;
    assert!(answer.err().unwrap().is_unanswered());
    assert_eq!(world.done(), 1);
    // A service that does not hear of it has an answer for its own caller.
    assert!(world.delete("a").await.unwrap_err().starts_with("InternalFailure"));
    assert_eq!(world.done(), 2);
    world.delete("a").await.unwrap();
}

#[tokio::test]
async fn a_fault_is_not_handed_on_to_the_calls_of_a_call() {
    let world = World::new();
    let within = context(&world.platform).meeting(Some(Faulted { throttles: 1.0, expires: true }));
    let input = GetRecordsInput { shard_iterator: "i".to_owned(), ..Default::default() };
    let answer = within.call::<GetRecords>(input).await.unwrap();
    assert_eq!(answer.next_shard_iterator, None);
}

#[tokio::test]
async fn an_operation_that_knows_its_parts_throttles_them_itself() {
    let world = World::new();
    assert_eq!(world.get().await.millis_behind_latest, None);
    world.set(FaultKind::Throttle, |fault| {
        (fault.probability, fault.requests) = (0.5, Some(1));
    });
    let throttled = world.get().await.millis_behind_latest.unwrap();
    assert!((20..80).contains(&throttled), "{throttled}");
    assert_eq!(world.get().await.millis_behind_latest, None, "it was for one request");
    world.set(FaultKind::ExpiredIterator, |_| ());
    let answer = world.get().await;
    assert_eq!(answer.next_shard_iterator.as_deref(), Some("true"));
    assert_eq!(answer.millis_behind_latest, Some(0));
}

#[tokio::test]
async fn faults_of_several_kinds_add_up_and_two_refusals_do_not() {
    let world = World::new();
    world.set(FaultKind::Throttle, |fault| fault.requests = Some(1));
    world.set(FaultKind::InternalError, |fault| fault.requests = Some(1));
    assert!(world.delete("a").await.unwrap_err().starts_with("LimitExceededException"));
    assert!(world.delete("a").await.unwrap_err().starts_with("InternalFailure"));
    world.delete("a").await.unwrap();
}

#[test]
fn there_is_an_end_to_how_many_there_may_be() {
    let world = World::new();
    for _ in 0..MOST {
        world.set(FaultKind::Throttle, |_| ());
    }
    let fault = world.platform.faults.list()[0].fault.clone();
    assert_eq!(world.platform.faults.set(fault), None);
    assert_eq!(world.platform.faults.clear(None), MOST);
}
