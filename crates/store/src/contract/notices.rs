//! What every [`Notices`] engine does while nothing is wrong. What may be lost is lost seldom: a
//! notice that is sent again and again arrives.

use super::pause;
use crate::{Listener, NOTICE_BYTES, Notices};
use bytes::Bytes;
use futures_util::future::{Either, select};
use std::pin::pin;
use std::sync::Arc;

/// Runs the suite over three processes that share their engines and say nothing yet.
pub async fn run(processes: [Arc<dyn Notices>; 3]) {
    every_other_process_that_listens_hears(&processes).await;
    nobody_hears_itself(&processes).await;
    the_longest_notice_arrives_whole(&processes).await;
    a_listener_outlives_a_wait_that_was_dropped(&processes).await;
    who_hears_nobody_can_send(&processes).await;
}

/// What a listener hears while a process says something until it is heard. What was said before may
/// come once more.
async fn heard(listener: &mut dyn Listener, from: &dyn Notices, notice: &Bytes) -> Bytes {
    loop {
        let next = next_while_saying(listener, from, notice).await;
        if next == *notice {
            return next;
        }
    }
}

async fn next_while_saying(
    listener: &mut dyn Listener,
    from: &dyn Notices,
    notice: &Bytes,
) -> Bytes {
    let mut next = listener.next();
    loop {
        from.send(notice.clone()).await;
        match select(next, pin!(some_pauses())).await {
            Either::Left((heard, _)) => return heard,
            Either::Right(((), waiting)) => next = waiting,
        }
    }
}

async fn some_pauses() {
    for _ in 0..1000 {
        pause().await;
    }
}

async fn every_other_process_that_listens_hears([a, b, c]: &[Arc<dyn Notices>; 3]) {
    let mut listeners = [b.listen(), c.listen(), b.listen()];
    let notice = Bytes::from_static(b"something has happened");
    for listener in &mut listeners {
        assert_eq!(heard(&mut **listener, &**a, &notice).await, notice);
    }
}

async fn nobody_hears_itself([a, b, _]: &[Arc<dyn Notices>; 3]) {
    let mut own = a.listen();
    for _ in 0..10 {
        a.send(Bytes::from_static(b"own")).await;
    }
    loop {
        let next = next_while_saying(&mut *own, &**b, &Bytes::from_static(b"other")).await;
        assert_ne!(next, "own");
        if next == "other" {
            return;
        }
    }
}

async fn the_longest_notice_arrives_whole([a, b, _]: &[Arc<dyn Notices>; 3]) {
    let mut listener = b.listen();
    let all_bytes: Vec<u8> = (0..NOTICE_BYTES).map(|at| (at % 251) as u8).collect();
    for notice in [Bytes::new(), all_bytes.into()] {
        assert_eq!(heard(&mut *listener, &**a, &notice).await, notice);
    }
    a.send(vec![0; NOTICE_BYTES + 1].into()).await;
    let next = Bytes::from_static(b"after one too long");
    assert_eq!(heard(&mut *listener, &**a, &next).await, next);
}

async fn a_listener_outlives_a_wait_that_was_dropped([a, b, _]: &[Arc<dyn Notices>; 3]) {
    let mut listener = b.listen();
    let notice = Bytes::from_static(b"after a pause");
    for _ in 0..10 {
        drop(select(listener.next(), pin!(pause())).await);
    }
    assert_eq!(heard(&mut *listener, &**a, &notice).await, notice);
}

/// Nobody listens, or nobody takes what came: that holds up no one.
async fn who_hears_nobody_can_send([a, b, _]: &[Arc<dyn Notices>; 3]) {
    let idle = b.listen();
    for number in 0..3000_u32 {
        a.send(Bytes::copy_from_slice(&number.to_be_bytes())).await;
    }
    drop(idle);
    a.send(Bytes::from_static(b"to nobody")).await;
}
