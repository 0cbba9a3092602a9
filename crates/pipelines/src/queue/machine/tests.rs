use super::*;

const NOW: Timestamp = Timestamp(1_000_000);

fn rules() -> Rules {
    Rules {
        batch_size: 10,
        window_ms: 0,
        payload_bytes: 1000,
        most_batches: 1000,
        ordered: false,
        backoff: Backoff::default(),
    }
}

fn message(id: &str, bytes: usize) -> Message {
    let (id, until) = (id.to_owned(), Timestamp(NOW.millis() + 30_000));
    Message { handle: id.clone(), id, record: vec![0; bytes - 1], wanted: true, until }
}

fn messages(ids: &[&str]) -> Vec<Message> {
    ids.iter().map(|id| message(id, 10)).collect()
}

fn ids(batch: &Batch) -> Vec<&str> {
    batch.iter().map(|message| &*message.id).collect()
}

/// What is said to be done, in short.
fn told(actions: &[Action]) -> Vec<String> {
    let each = actions.iter().map(|action| match action {
        Action::Receive { most } => format!("receive {most}"),
        Action::Invoke { work, batch } => format!("invoke {work} {}", ids(batch).join("")),
        Action::Delete { work, messages } => format!("delete {work} {}", ids(messages).join("")),
        Action::Release { work, messages } => format!("release {work} {}", ids(messages).join("")),
        Action::Stopped => "stopped".to_owned(),
    });
    each.collect()
}

fn step(machine: &mut Machine, ms: i64, event: Event) -> Vec<String> {
    told(&machine.step(Timestamp(NOW.millis() + ms), event))
}

/// A machine that waits for messages.
fn begun(rules: Rules) -> Machine {
    let mut machine = Machine::new(rules);
    let first = machine.step(NOW, Event::Timer);
    assert!(matches!(first[..], [Action::Receive { .. }]));
    machine
}

fn offered(work: u64, outcome: Outcome) -> Event {
    Event::Offered { work, outcome }
}

#[test]
fn what_is_received_is_offered_and_then_deleted() {
    let mut machine = begun(rules());
    let received = Event::Received(messages(&["a", "b"]));
    assert_eq!(step(&mut machine, 0, received), ["invoke 0 ab", "receive 10"]);
    assert_eq!(step(&mut machine, 5, offered(0, Outcome::Delivered)), ["delete 0 ab"]);
    assert_eq!(machine.in_flight(), 1);
    assert!(step(&mut machine, 6, Event::Done { work: 0, done: true }).is_empty());
    assert_eq!(machine.in_flight(), 0);
}

#[test]
fn what_the_function_failed_with_is_left() {
    let mut machine = begun(rules());
    step(&mut machine, 0, Event::Received(messages(&["a", "b", "c"])));
    let partly = Outcome::FailedWith(vec![1]);
    assert_eq!(step(&mut machine, 5, offered(0, partly)), ["delete 0 ac"]);
    step(&mut machine, 5, Event::Received(messages(&["d"])));
    assert!(step(&mut machine, 5, offered(1, Outcome::Failed)).is_empty());
    assert_eq!(machine.in_flight(), 1);
}

#[test]
fn what_no_filter_wants_is_deleted() {
    let mut machine = begun(rules());
    let mut both = messages(&["a", "b"]);
    both[0].wanted = false;
    let told = step(&mut machine, 0, Event::Received(both));
    assert_eq!(told, ["delete 0 a", "invoke 1 b", "receive 10"]);
}

#[test]
fn a_window_gathers_up_to_the_size() {
    let mut machine = begun(Rules { window_ms: 5000, batch_size: 12, ..rules() });
    assert_eq!(step(&mut machine, 0, Event::Received(messages(&["a"; 10]))), ["receive 2"]);
    assert_eq!(machine.deadline(), Some(Timestamp(NOW.millis() + 5000)));
    let full = step(&mut machine, 10, Event::Received(messages(&["b"; 2])));
    assert_eq!(full, ["invoke 0 aaaaaaaaaabb", "receive 10"]);
    assert_eq!(step(&mut machine, 20, Event::Received(messages(&["c"]))), ["receive 10"]);
    assert!(step(&mut machine, 5019, Event::Timer).is_empty());
    assert_eq!(step(&mut machine, 5020, Event::Timer), ["invoke 1 c"]);
}

#[test]
fn a_window_leaves_the_function_half_of_the_time_out_of_sight() {
    let mut machine = begun(Rules { window_ms: 300_000, batch_size: 100, ..rules() });
    step(&mut machine, 0, Event::Received(messages(&["a"])));
    assert_eq!(machine.deadline(), Some(Timestamp(NOW.millis() + 15_000)));
}

#[test]
fn what_is_too_much_for_one_event_becomes_two() {
    let mut machine = begun(rules());
    let large = vec![message("a", 600), message("b", 400), message("c", 1)];
    let told = step(&mut machine, 0, Event::Received(large));
    assert_eq!(told, ["invoke 0 ab", "invoke 1 c", "receive 10"]);
}

#[test]
fn what_comes_later_in_a_fifo_queue_waits_for_what_came_before() {
    let large = || vec![message("a", 600), message("b", 500)];
    let mut machine = begun(Rules { ordered: true, ..rules() });
    assert_eq!(step(&mut machine, 0, Event::Received(large())), ["invoke 0 a", "receive 10"]);
    assert_eq!(step(&mut machine, 1, offered(0, Outcome::Delivered)), ["delete 0 a"]);
    assert_eq!(step(&mut machine, 2, Event::Done { work: 0, done: true }), ["invoke 0 b"]);
    step(&mut machine, 3, Event::Received(large()));
    assert!(step(&mut machine, 4, offered(1, Outcome::Failed)).is_empty(), "b is left too");
}

#[test]
fn what_did_not_reach_the_function_is_offered_until_it_is_in_sight() {
    let mut machine = begun(Rules { batch_size: 1, ..rules() });
    step(&mut machine, 0, Event::Received(messages(&["a"])));
    assert!(step(&mut machine, 0, offered(0, Outcome::NotReached)).is_empty());
    assert_eq!(machine.deadline(), Some(Timestamp(NOW.millis() + 200)));
    assert_eq!(step(&mut machine, 200, Event::Timer), ["invoke 0 a"]);
    step(&mut machine, 200, offered(0, Outcome::NotReached));
    assert_eq!(step(&mut machine, 300, Event::FunctionChanged), ["invoke 0 a"]);
    step(&mut machine, 300, offered(0, Outcome::NotReached));
    assert!(step(&mut machine, 30_000, Event::Timer).is_empty());
    assert_eq!(machine.in_flight(), 0);
}

#[test]
fn five_batches_run_side_by_side_and_more_in_time() {
    let mut machine = begun(Rules { batch_size: 1, ..rules() });
    for count in 0..5 {
        let told = step(&mut machine, 0, Event::Received(messages(&["a"])));
        assert_eq!(told.len(), if count < 4 { 2 } else { 1 }, "{told:?}");
    }
    assert_eq!(machine.deadline(), Some(Timestamp(NOW.millis() + 200)));
    assert_eq!(step(&mut machine, 200, Event::Timer), ["receive 1"]);
    assert_eq!(step(&mut machine, 201, Event::Received(messages(&["a"]))), ["invoke 5 a"]);
    let mut machine = begun(Rules { batch_size: 1, ..rules() });
    let told = step(&mut machine, 0, Event::Received(messages(&["a", "b", "c"])));
    assert_eq!(told, ["invoke 0 a", "invoke 1 b", "invoke 2 c", "receive 2"]);
    let mut machine = begun(Rules { batch_size: 1, most_batches: 2, ..rules() });
    step(&mut machine, 0, Event::Received(messages(&["a"])));
    assert_eq!(step(&mut machine, 0, Event::Received(messages(&["b"]))), ["invoke 1 b"]);
    assert_eq!(machine.deadline(), None);
}

#[test]
fn a_receive_that_failed_is_tried_again_after_a_pause() {
    let mut machine = begun(rules());
    assert!(step(&mut machine, 0, Event::ReceiveFailed).is_empty());
    assert_eq!(machine.deadline(), Some(Timestamp(NOW.millis() + 200)));
    assert_eq!(step(&mut machine, 200, Event::Timer), ["receive 10"]);
    assert!(step(&mut machine, 200, Event::ReceiveFailed).is_empty());
    assert_eq!(step(&mut machine, 201, Event::FunctionChanged), ["receive 10"]);
}

#[test]
fn a_stop_releases_what_nobody_has_and_waits_for_what_is_in_flight() {
    let mut machine = begun(Rules { window_ms: 5000, batch_size: 2, ..rules() });
    step(&mut machine, 0, Event::Received(messages(&["a", "b"])));
    step(&mut machine, 0, Event::Received(messages(&["c"])));
    assert_eq!(step(&mut machine, 1, Event::Stop), ["release 1 c"]);
    assert!(step(&mut machine, 2, Event::Done { work: 1, done: true }).is_empty());
    assert_eq!(step(&mut machine, 3, Event::Received(messages(&["d"]))), ["release 2 d"]);
    assert!(step(&mut machine, 4, Event::Done { work: 2, done: true }).is_empty());
    assert_eq!(step(&mut machine, 5, offered(0, Outcome::Delivered)), ["delete 0 ab"]);
    assert_eq!(step(&mut machine, 6, Event::Done { work: 0, done: true }), ["stopped"]);
}
