//! What a notification costs a process that is alone on its engines: nothing is allocated for it.

#[path = "../../../fuzz/src/memory.rs"]
mod memory;

use platform::{Topic, Wakeups};
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
