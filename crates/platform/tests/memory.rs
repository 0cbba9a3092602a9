//! What is done for every call allocates little or nothing: a notification of a process that is alone on
//! its engines, and what a call asks leave for.

#[path = "../../../fuzz/src/memory.rs"]
mod memory;

use platform::{Arn, Asks, Topic, Wakeups};
use std::sync::Arc;

#[test]
fn a_notification_allocates_nothing() {
    let wakeups = Wakeups::default();
    let stream: Arc<str> = "arn:aws:kinesis:us-east-1:000000000000:stream/s".into();
    memory::within("where nobody waits", 0, || {
        wakeups.notify(&Topic::Shard(stream.clone(), 7));
    });
    let waiting: Vec<_> =
        (0..100).map(|shard| wakeups.subscribe(Topic::Shard(stream.clone(), shard))).collect();
    memory::within("where some wait", 0, || {
        wakeups.notify(&Topic::Shard(stream.clone(), 7));
        wakeups.notify(&Topic::Shard(stream.clone(), 700));
    });
    drop(waiting);
}

#[test]
fn what_a_call_asks_leave_for_costs_the_text_of_its_arn() {
    let arn = Arn::new("sqs", "us-east-1", "000000000000", "a-queue");
    memory::within("the text", 128, || arn.text());
    let mut texts = vec![arn.text(); 2];
    memory::within("the question", 0, || {
        let asks = texts.pop().map_or_else(Asks::nothing, Asks::on);
        assert!(
            asks.each("sqs:SendMessage").all(|(action, on)| !action.is_empty() && !on.is_empty())
        );
    });
}
