//! Several processes over one store.

use crate::S3;
use crate::ledger::{GRACE, LEDGER};
use crate::testing::{
    begin, complete_request, get, get_request, make_bucket, part, put, put_request, until,
};
use bytes::Bytes;
use platform::testing::soon;
use platform::{Company, Context, ManualClock, Platform, Result};
use shapes::s3::ops::{CompleteMultipartUpload, GetObject, PutObject};
use shapes::{ByteStream, StreamError, s3};
use std::sync::Arc;
use std::time::Duration;
use store::{Batch, BlobId, Scan, Store, Table};
use tokio::sync::mpsc;

/// How long after its last sign of life a process is taken for ended.
const TERM: Duration = Duration::from_secs(16);
/// More than lies inline.
const LARGE: usize = 50_000;

/// One process over a store that others use too.
struct Process {
    platform: Arc<Platform>,
    service: Arc<S3>,
    cx: Context,
}

/// A store, and the clock of all who use it.
struct World {
    ground: Arc<Platform>,
    clock: Arc<ManualClock>,
}

impl World {
    fn new() -> Self {
        let (ground, clock) = platform::testing::platform();
        Self { ground, clock }
    }

    async fn start(&self) -> Process {
        let Platform { store, clock, ids, .. } = &*self.ground;
        let (store, clock, ids) = (store.clone(), clock.clone(), ids.clone());
        let platform = Platform::in_company(store, clock, ids, Company::Shared);
        let service = S3::new(platform.clone()).await;
        let cx = platform::testing::context(&platform);
        Process { platform, service, cx }
    }

    async fn two(&self) -> (Process, Process) {
        let (one, other) = (self.start().await, self.start().await);
        make_bucket(&one.service, &one.cx, "bucket").await;
        (one, other)
    }

    fn store(&self) -> &Store {
        &self.ground.store
    }

    async fn blobs(&self) -> usize {
        self.store().blobs.list().await.unwrap().len()
    }

    async fn rows(&self, table: Table) -> usize {
        self.store().tables.scan(table, Scan::prefix(b"")).await.unwrap().len()
    }

    async fn entries(&self) -> usize {
        self.rows(LEDGER.table).await
    }

    /// Leases of processes that take something in.
    async fn names(&self) -> usize {
        let scan = Scan::prefix(b"s3.taking-in/");
        self.store().tables.scan(Table("leases"), scan).await.unwrap().len()
    }

    async fn write_blob(&self, id: &BlobId) {
        let mut writer = self.store().blobs.create(id).await.unwrap();
        writer.write(Bytes::from_static(b"x")).await.unwrap();
        writer.finish().await.unwrap();
    }
}

impl Process {
    /// Sweeps, whoever's turn it is.
    async fn sweep(&self) {
        let others = self.service.ledger.others.as_ref().unwrap();
        self.service.ledger.sweep_beside(others).await.unwrap();
    }

    async fn put(&self, key: &str, body: impl Into<Bytes>) {
        put(&self.service, &self.cx, key, body).await;
    }

    async fn get(&self, key: &str) -> Result<Bytes> {
        get(&self.service, &self.cx, key).await
    }

    /// Begins to put a large object, which goes on when the sender is dropped; gives its blob.
    async fn begin_put(&self, world: &World, key: &str) -> (Putting, mpsc::Sender<Bytes>) {
        let (sender, receiver) = mpsc::channel(1);
        let body = ByteStream::new(Body(receiver), None);
        let input = s3::PutObjectRequest { body, ..put_request(key, "") };
        let (service, cx) = (self.service.clone(), self.cx.clone());
        let entries = world.entries().await;
        let putting = tokio::spawn(async move { cx.run::<PutObject, _>(&*service, input).await });
        sender.send(vec![1; LARGE].into()).await.unwrap();
        until(async || world.entries().await > entries).await;
        (putting, sender)
    }
}

type Putting = tokio::task::JoinHandle<Result<s3::PutObjectOutput>>;

/// A body that comes when its sender sends it.
struct Body(mpsc::Receiver<Bytes>);

impl futures_core::Stream for Body {
    type Item = std::result::Result<Bytes, StreamError>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|piece| piece.map(Ok))
    }
}

#[tokio::test]
async fn what_a_process_takes_in_is_left_to_it_when_another_starts() {
    let world = World::new();
    let (one, other) = world.two().await;
    let (putting, body) = one.begin_put(&world, "k").await;
    let third = world.start().await;
    for process in [&other, &third, &one] {
        process.sweep().await;
    }
    drop(body);
    soon(putting).await.unwrap().unwrap();
    assert_eq!(third.get("k").await.unwrap().len(), LARGE);
}

#[tokio::test]
async fn what_a_process_left_is_swept_and_what_comes_late_too() {
    let world = World::new();
    let (one, other) = world.two().await;
    other.put("k", vec![2; LARGE]).await;
    let left = BlobId("a".repeat(32));
    one.service.ledger.announce(&left.0).await.unwrap();
    world.write_blob(&left).await;
    drop(one);
    other.sweep().await;
    assert_eq!(world.blobs().await, 2, "it may live");
    world.clock.advance(TERM);
    other.sweep().await;
    assert_eq!((world.blobs().await, world.names().await), (1, 1));
    // A write of the process that is gone.
    world.write_blob(&left).await;
    let again = other.service.ledger.adopt(Batch::new(), &left.0);
    assert!(world.store().tables.commit(again).await.is_err(), "nobody adopts it");
    other.sweep().await;
    assert_eq!(world.blobs().await, 2);
    world.clock.advance(GRACE);
    other.sweep().await;
    assert_eq!((world.blobs().await, world.entries().await), (1, 0));
    assert_eq!(other.get("k").await.unwrap().len(), LARGE);
}

#[tokio::test]
async fn who_was_taken_for_ended_is_told_and_goes_on() {
    let world = World::new();
    let (one, other) = world.two().await;
    let (putting, body) = one.begin_put(&world, "k").await;
    // As if its signs of life had been late.
    world.store().tables.commit(forget_owners(&world).await).await.unwrap();
    other.sweep().await;
    drop(body);
    let refused = soon(putting).await.unwrap().unwrap_err();
    assert_eq!(refused.shape.status, 503);
    assert_eq!(other.get("k").await.unwrap_err().code(), "NoSuchKey");
    world.clock.advance(TERM);
    until(async || {
        let putting = put_request("k", vec![3; LARGE]);
        one.cx.run::<PutObject, _>(&*one.service, putting).await.is_ok()
    })
    .await;
    other.sweep().await;
    assert_eq!(other.get("k").await.unwrap().len(), LARGE);
    until(async || {
        world.clock.advance(GRACE);
        other.sweep().await;
        (world.blobs().await, world.entries().await) == (1, 0)
    })
    .await;
}

/// A batch that removes what processes say of their lives.
async fn forget_owners(world: &World) -> Batch {
    let owners = Table("lease-owners");
    let rows = world.store().tables.scan(owners, Scan::prefix(b"")).await.unwrap();
    rows.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(owners, &key[..]))
}

#[tokio::test]
async fn a_content_stays_a_while_for_readers_elsewhere() {
    let world = World::new();
    let (one, other) = world.two().await;
    one.put("k", vec![1; LARGE]).await;
    let id = begin(&one.service, &one.cx, "parts").await;
    let parts = vec![part(&one.service, &one.cx, "parts", &id, 1, vec![2; LARGE]).await];
    let complete = complete_request("parts", &id, parts);
    one.cx.run::<CompleteMultipartUpload, _>(&*one.service, complete).await.unwrap();
    let read = |key| other.cx.run::<GetObject, _>(&*other.service, get_request(key));
    let (whole, of_parts) = (read("k").await.unwrap(), read("parts").await.unwrap());
    one.put("k", "new").await;
    one.put("parts", "new").await;
    one.sweep().await;
    assert_eq!(world.blobs().await, 2);
    for (reading, byte) in [(whole, 1), (of_parts, 2)] {
        let bytes = reading.body.collect(usize::MAX).await.unwrap();
        assert!(bytes.len() == LARGE && bytes.iter().all(|it| *it == byte));
    }
    world.clock.advance(GRACE);
    one.sweep().await;
    assert_eq!((world.blobs().await, world.entries().await), (0, 0));
}

#[tokio::test]
async fn what_a_body_leaves_that_is_refused_goes_and_stays_gone() {
    let world = World::new();
    let (one, other) = world.two().await;
    let wrong = s3::PutObjectRequest {
        content_md5: Some("1B2M2Y8AsgTpgAmY7PhCfg==".to_owned()),
        ..put_request("k", vec![1; LARGE])
    };
    assert!(one.cx.run::<PutObject, _>(&*one.service, wrong).await.is_err());
    until(async || world.blobs().await == 0).await;
    world.clock.advance(GRACE);
    other.sweep().await;
    assert_eq!(world.entries().await, 0);
}

#[tokio::test]
async fn processes_that_live_sweep_from_time_to_time() {
    let world = World::new();
    let (one, other) = world.two().await;
    other.put("k", vec![1; LARGE]).await;
    let (putting, body) = one.begin_put(&world, "l").await;
    drop(one);
    putting.abort();
    drop(body);
    until(async || {
        world.clock.advance(Duration::from_secs(5));
        tokio::task::yield_now().await;
        world.blobs().await == 1 && world.entries().await == 0
    })
    .await;
    assert_eq!(other.get("k").await.unwrap().len(), LARGE);
}

#[tokio::test]
async fn what_a_process_left_that_was_alone_is_swept() {
    let world = World::new();
    let alone = crate::ledger::Ledger::new(world.ground.clone());
    let left = ["a", "b"].map(|id| BlobId(id.repeat(32)));
    alone.announce(&left[0].0).await.unwrap();
    let swept = alone.enter(Batch::new(), &format!("swept:{}", left[1].0), &left[1..]).unwrap();
    world.store().tables.commit(swept).await.unwrap();
    for blob in &left {
        world.write_blob(blob).await;
    }
    let one = world.start().await;
    one.sweep().await;
    assert_eq!(world.blobs().await, 0);
    world.clock.advance(GRACE);
    one.sweep().await;
    assert_eq!(world.entries().await, 0);
    assert!(one.platform.store.blobs.list().await.unwrap().is_empty());
}
