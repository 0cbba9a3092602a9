use super::*;
use crate::fixture::{Setting, create_with, setting, setting_on, until};
use shapes::lambda::InvocationRequest;
use shapes::lambda::ops::{CreateFunction, Invoke};
use store::faulty::{Call as Stored, Fault, Faults};
use store::memory;
use store::{Store, Tables};

pub fn queued() -> Queued {
    Queued {
        account: "1".into(),
        region: "r".into(),
        function: "f".into(),
        qualified: false,
        qualifier: None,
        request_id: "i".into(),
        payload: "{}".into(),
        accepted_ms: 0,
        due_ms: 0,
        failures: 0,
        refusals: 0,
        trace: None,
        verdict: None,
    }
}

fn kept(step: Step) -> Queued {
    let Step::Keep(queued) = step else { panic!("{step:?}") };
    queued
}

fn condition(step: Step) -> Condition {
    let Step::Settle(_, condition) = step else { panic!("{step:?}") };
    condition
}

#[test]
fn a_failing_event_is_tried_again_after_one_minute_and_two() {
    let second = kept(after(queued(), Attempt::Failed, Limits::default(), 10));
    assert_eq!(second.due_ms, 60_010);
    let third = kept(after(second, Attempt::Failed, Limits::default(), 60_020));
    assert_eq!(third.due_ms, 180_020);
    let fourth = after(third, Attempt::Failed, Limits::default(), 180_030);
    let Step::Settle(settled, Condition::RetriesExhausted) = fourth else { panic!("{fourth:?}") };
    assert_eq!(settled.failures, 3);
}

#[test]
fn a_refused_event_waits_longer_each_time_for_six_hours() {
    let (mut event, mut now, mut tries) = (queued(), 0, 0);
    while let Step::Keep(next) = after(event, Attempt::Refused, Limits::default(), now) {
        assert!(next.due_ms - now <= LONGEST_REFUSAL_MS && next.due_ms > now);
        assert_eq!(next.failures, 0);
        now = next.due_ms;
        event = next;
        tries += 1;
    }
    assert!(now <= MAX_AGE_MS && now > MAX_AGE_MS - LONGEST_REFUSAL_MS);
    assert!(tries > 70, "{tries}");
}

#[test]
fn a_delivered_event_is_settled_and_an_interrupted_one_left() {
    let done = after(queued(), Attempt::Finished, Limits::default(), 1);
    assert_eq!(done, Step::Settle(queued(), Condition::Success));
    assert_eq!(after(queued(), Attempt::Gone, Limits::default(), 1), Step::Remove);
    assert_eq!(after(queued(), Attempt::Interrupted, Limits::default(), 1), Step::Leave);
}

const ID: &str = "00000000-0000-4000-8000-000000000001";
const OTHER_ID: &str = "00000000-0000-4000-8000-000000000002";

/// For how long a process is taken to live after its last sign of life.
const LEASE_TERM: Duration = Duration::from_millis(7_500);

/// Events that wait in any table; read so that one that moves meanwhile is seen.
async fn waiting_in(tables: &dyn Tables) -> Vec<(Bytes, Queued)> {
    let mut all = Vec::new();
    for table in [&FIRST_LAYOUT, &LATER, &EVENTS, &LATER] {
        all.extend(table.scan(tables, Scan::prefix(b"")).await.unwrap());
    }
    all
}

pub async fn waiting(at: &Setting) -> Vec<(Bytes, Queued)> {
    waiting_in(at.cx.tables()).await
}

async fn until_none_waits(at: &Setting) {
    until(async || waiting(at).await.is_empty()).await;
}

/// The same while time goes on, for what is looked at, or tried again, after a while.
pub async fn until_none_waits_in_time(at: &Setting) {
    until(async || {
        at.clock.advance(Duration::from_millis(100));
        waiting(at).await.is_empty()
    })
    .await;
}

/// Accepts an event of a function that is not there, so that its delivery is only its removal.
async fn accept(at: &Setting) -> Result<()> {
    let named = Named { name: "missing".to_owned(), qualifier: None };
    at.service.enqueue(&at.cx, named, Bytes::from_static(b"{}"), false).await
}

fn slots(waiting: &[(Bytes, Queued)]) -> Vec<Option<u32>> {
    waiting.iter().map(|(place, _)| queued::slot_of(place)).collect()
}

#[tokio::test]
async fn thousands_of_events_have_no_more_workers_than_a_lane_is_wide() {
    let at = setting().await;
    at.service.queue.stop();
    for _ in 0..2000 {
        accept(&at).await.unwrap();
    }
    assert_eq!(waiting(&at).await.len(), 2000);
    let again = at.restarted().await;
    again.take_up().await.unwrap();
    assert_eq!(again.queue.lanes().workers(), lanes::LANE_WIDTH);
    until_none_waits(&at).await;
    until(async || again.queue.lanes().workers() == 0).await;
}

#[tokio::test]
async fn an_event_that_waits_has_no_worker() {
    let at = setting().await;
    let event = Queued { function: "missing".into(), due_ms: at.cx.now().millis() + 5, ..queued() };
    let tables = at.cx.tables();
    at.cx
        .platform()
        .deadlines
        .commit(postponed(Batch::new(), ID.as_bytes(), &event).unwrap())
        .await
        .unwrap();
    at.clock.advance(Duration::from_millis(4));
    tokio::task::yield_now().await;
    assert_eq!(at.service.queue.lanes().workers(), 0);
    assert_eq!(LATER.get(tables, ID.as_bytes()).await.unwrap(), Some(event));
    at.clock.advance(Duration::from_millis(1));
    until_none_waits(&at).await;
}

#[tokio::test]
async fn events_of_the_first_layout_are_delivered_when_they_are_due() {
    let at = setting().await;
    let now = at.cx.now().millis();
    for (id, due_ms) in [(ID, now - 1), (OTHER_ID, now + 9)] {
        let event = Queued { function: "missing".into(), due_ms, ..queued() };
        let stored = FIRST_LAYOUT.encode(&event).unwrap();
        let batch = Batch::new().put(FIRST_LAYOUT.table, id.as_bytes(), stored);
        at.cx.tables().commit(batch).await.unwrap();
    }
    at.service.take_up().await.unwrap();
    until(async || waiting(&at).await.iter().all(|(id, _)| id == OTHER_ID)).await;
    assert!(FIRST_LAYOUT.scan(at.cx.tables(), Scan::prefix(b"")).await.unwrap().is_empty());
    assert_eq!(LATER.scan(at.cx.tables(), Scan::prefix(b"")).await.unwrap().len(), 1);
    at.clock.advance(Duration::from_millis(9));
    until_none_waits(&at).await;
}

#[tokio::test]
async fn a_start_that_cannot_move_the_first_layout_leaves_it_to_the_next() {
    let faults = Faults::default();
    let at = setting_on(faults.wrap(memory::store()), Company::Alone, 1).await;
    let stored = FIRST_LAYOUT.encode(&Queued { function: "missing".into(), ..queued() }).unwrap();
    let batch = Batch::new().put(FIRST_LAYOUT.table, ID.as_bytes(), stored);
    at.cx.tables().commit(batch).await.unwrap();
    faults.fail_next(Stored::Commit, Fault::Full);
    at.service.take_up().await.unwrap();
    assert_eq!(waiting(&at).await.len(), 1);
    at.service.take_up().await.unwrap();
    until_none_waits(&at).await;
}

#[tokio::test]
async fn an_event_outlives_storage_that_fails() {
    let (faults, store) = (Faults::default(), memory::store());
    let at = setting_on(faults.wrap(store.clone()), Company::Alone, 1).await;
    let none_waits_in_time = async || {
        at.clock.advance(FIRST_PAUSE);
        waiting_in(&*store.tables).await.is_empty()
    };
    accept(&at).await.unwrap();
    until_none_waits(&at).await;
    faults.fail_after(1, Stored::Commit, Fault::Io);
    accept(&at).await.unwrap();
    until(none_waits_in_time).await;
    // Whether it was accepted is not known, and looked for when that works again.
    faults.fail_next(Stored::Commit, Fault::Full);
    faults.fail_next(Stored::Scan, Fault::Io);
    accept(&at).await.unwrap_err();
    until(async || {
        at.clock.advance(FIRST_PAUSE);
        at.service.queue.lanes().workers() == 0
    })
    .await;
}

#[tokio::test]
async fn what_follows_from_an_attempt_is_done_only_to_the_event_as_it_was_read() {
    let at = setting().await;
    at.service.queue.stop();
    accept(&at).await.unwrap();
    let (place, event) = waiting(&at).await.remove(0);
    let stale = EVENTS.encode(&Queued { failures: 1, ..event.clone() }).unwrap();
    at.service.deliver(&place, stale).await;
    assert_eq!(waiting(&at).await, [(place.clone(), event.clone())]);
    at.service.deliver(&place, EVENTS.encode(&event).unwrap()).await;
    assert!(waiting(&at).await.is_empty());
}

/// Two processes over the same engines, the second with a clock of its own: while the first one's
/// stands still, the first is paused.
async fn two(store: &Store) -> [Setting; 2] {
    let first = setting_on(store.clone(), Company::Shared, 1).await;
    let second = setting_on(store.clone(), Company::Shared, 2).await;
    second.service.take_up().await.unwrap();
    [first, second]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_of_a_process_that_died_is_delivered_by_another() {
    let [dead, other] = two(&memory::store()).await;
    let made = create_with("f", "def handler(event, context):\n    print('got', event)\n");
    dead.cx.run::<CreateFunction, _>(&*dead.service, made).await.unwrap();
    dead.service.queue.stop();
    let event = InvocationRequest {
        function_name: "f".into(),
        payload: Some("[7]".into()),
        invocation_type: Some("Event".into()),
        ..Default::default()
    };
    dead.cx.run::<Invoke, _>(&*dead.service, event).await.unwrap();
    other.service.take_up_slots().await.unwrap();
    assert_eq!(other.service.queue.lanes().workers(), 0, "it may live");
    other.clock.advance(LEASE_TERM);
    until_none_waits_in_time(&other).await;
    other.service.log_writer.flush().await;
    let got = ("/aws/lambda/f".to_owned(), "got [7]\n".to_owned());
    assert!(other.lines.lock().unwrap().contains(&got));
    for at in [dead, other] {
        at.runner.shutdown().await;
    }
}

#[tokio::test]
async fn a_process_that_was_taken_for_dead_accepts_into_another_slot() {
    let [paused, other] = two(&memory::store()).await;
    paused.service.queue.stop();
    other.service.queue.stop();
    accept(&paused).await.unwrap();
    accept(&other).await.unwrap();
    assert_eq!(slots(&waiting(&paused).await), [Some(0), Some(1)]);
    other.clock.advance(LEASE_TERM);
    other.service.take_up_slots().await.unwrap();
    accept(&paused).await.unwrap();
    accept(&other).await.unwrap();
    let mut found = slots(&waiting(&paused).await);
    found.sort();
    assert_eq!(found, [0, 0, 1, 2].map(Some));
}

#[tokio::test]
async fn a_process_that_stops_leaves_its_events_to_others_at_once() {
    let [first, second] = two(&memory::store()).await;
    first.service.queue.stop();
    accept(&first).await.unwrap();
    first.service.shutdown().await;
    second.service.take_up_slots().await.unwrap();
    until_none_waits(&second).await;
}

#[test]
fn an_owner_may_want_fewer_attempts_and_younger_events() {
    use Condition::{EventAgeExceeded, RetriesExhausted};
    let limits = Limits { retries: 0, ..Limits::default() };
    assert_eq!(condition(after(queued(), Attempt::Failed, limits, 10)), RetriesExhausted);
    let limits = Limits { retries: 1, ..Limits::default() };
    let second = kept(after(queued(), Attempt::Failed, limits, 10));
    assert_eq!(condition(after(second, Attempt::Failed, limits, 60_020)), RetriesExhausted);
    let limits = Limits { age_ms: 60_000, ..Limits::default() };
    assert_eq!(condition(after(queued(), Attempt::Failed, limits, 10)), EventAgeExceeded);
    let waits = kept(after(queued(), Attempt::Refused, limits, 10));
    assert_eq!(condition(after(waits, Attempt::Refused, limits, 59_000)), EventAgeExceeded);
}
