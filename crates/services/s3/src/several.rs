//! Several processes over one store.

use crate::S3;
use crate::ledger::LEDGER;
use crate::testing::{
    begin, complete_request, get, get_request, make_bucket, part, put, put_request, until,
};
use bytes::Bytes;
use platform::ledger::GRACE;
use platform::testing::soon;
use platform::{BoxFuture, Company, Context, ManualClock, Platform, Result};
use shapes::s3::ops::{
    AbortMultipartUpload, CompleteMultipartUpload, CreateMultipartUpload, DeleteBucket, GetObject,
    PutObject,
};
use shapes::{ByteStream, StreamError, s3};
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::{
    Batch, BlobId, BlobReader, BlobWriter, Blobs, Pair, Reading, Scan, Store, Table, Tables,
};
use tokio::sync::mpsc;

/// How long after its last sign of life a process is taken for ended.
const TERM: Duration = Duration::from_secs(8);
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
        self.start_over(self.store().clone()).await
    }

    /// A process whose commits somebody else may come before.
    async fn start_meddled(&self) -> (Process, Arc<Meddled>) {
        let (tables, meddler) = (self.store().tables.clone(), Mutex::default());
        let meddled = Arc::new(Meddled { tables, meddler });
        let store = Store { tables: meddled.clone(), ..self.store().clone() };
        (self.start_over(store).await, meddled)
    }

    async fn start_over(&self, store: Store) -> Process {
        let Platform { clock, ids, .. } = &*self.ground;
        let (clock, ids) = (clock.clone(), ids.clone());
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

/// Tables of a process that somebody else comes before.
struct Meddled {
    tables: Arc<dyn Tables>,
    /// How many commits pass first, and what is done before the next.
    meddler: Mutex<Option<(usize, Meddler)>>,
}

type Meddler = BoxFuture<'static, store::Result<()>>;

impl Meddled {
    /// Lets something be done before a commit, after so many others. When it fails, so does that
    /// commit.
    fn before(
        &self,
        passes: usize,
        what: impl Future<Output = store::Result<()>> + Send + 'static,
    ) {
        *self.meddler.lock().unwrap() = Some((passes, Box::pin(what)));
    }

    /// Whether it has been done.
    fn is_done(&self) -> bool {
        self.meddler.lock().unwrap().is_none()
    }

    fn due(&self) -> Option<Meddler> {
        let mut meddler = self.meddler.lock().unwrap();
        match meddler.as_mut() {
            Some((passes, _)) if *passes > 0 => {
                *passes -= 1;
                None
            }
            _ => meddler.take().map(|(_, what)| what),
        }
    }
}

impl Tables for Meddled {
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>> {
        self.tables.get(table, key)
    }

    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>> {
        self.tables.get_all(keys)
    }

    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>> {
        self.tables.scan(table, scan)
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, store::Result<()>> {
        Box::pin(async move {
            if let Some(meddler) = self.due() {
                meddler.await?;
            }
            self.tables.commit(batch).await
        })
    }
}

/// Blobs of which nothing can be read any more once they are deleted.
struct Vanishing(Arc<dyn Blobs>);

struct VanishingReader {
    blobs: Arc<dyn Blobs>,
    id: BlobId,
    inner: Box<dyn BlobReader>,
}

impl Blobs for Vanishing {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, store::Result<Box<dyn BlobWriter>>> {
        self.0.create(id)
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, store::Result<Box<dyn BlobReader>>> {
        Box::pin(async move {
            let inner = self.0.read(id, range).await?;
            Ok(Box::new(VanishingReader { blobs: self.0.clone(), id: id.clone(), inner }) as Box<_>)
        })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, store::Result<()>> {
        self.0.delete(id)
    }

    fn list(&self) -> BoxFuture<'_, store::Result<Vec<BlobId>>> {
        self.0.list()
    }
}

impl BlobReader for VanishingReader {
    fn next(&mut self) -> BoxFuture<'_, store::Result<Option<Bytes>>> {
        Box::pin(async move {
            // Fails where the blob is gone.
            self.blobs.read(&self.id, 0..1).await?;
            self.inner.next().await
        })
    }
}

impl Process {
    async fn delete_bucket(&self) -> Result<shapes::Unit> {
        let input = s3::DeleteBucketRequest { bucket: "bucket".into(), ..Default::default() };
        self.cx.run::<DeleteBucket, _>(&*self.service, input).await
    }

    /// Puts an object from a task of its own.
    fn putting(&self, key: &'static str) -> impl Future<Output = store::Result<()>> + use<> {
        let (service, cx) = (self.service.clone(), self.cx.clone());
        async move {
            put(&service, &cx, key, "x").await;
            Ok(())
        }
    }

    /// Uploads a part from a task of its own.
    fn part(&self, id: &str, number: i32) -> impl Future<Output = store::Result<()>> + use<> {
        let (service, cx, id) = (self.service.clone(), self.cx.clone(), id.to_owned());
        async move {
            part(&service, &cx, "k", &id, number, vec![9; LARGE]).await;
            Ok(())
        }
    }

    /// Sweeps, whoever's turn it is.
    async fn sweep(&self) {
        self.service.ledger.sweep().await.unwrap();
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
async fn a_read_that_takes_too_long_ends_with_an_error_and_not_with_fewer_bytes() {
    let world = World::new();
    let (one, _) = world.two().await;
    let blobs = Arc::new(Vanishing(world.store().blobs.clone()));
    let reader = world.start_over(Store { blobs, ..world.store().clone() }).await;
    one.put("k", vec![1; 3 << 20]).await;
    let read = || reader.cx.run::<GetObject, _>(&*reader.service, get_request("k"));
    let (late, in_time) = (read().await.unwrap(), read().await.unwrap());
    one.put("k", "new").await;
    one.sweep().await;
    assert_eq!(in_time.body.collect(usize::MAX).await.unwrap().len(), 3 << 20);
    world.clock.advance(GRACE);
    one.sweep().await;
    assert_eq!(world.blobs().await, 0);
    assert!(late.body.collect(usize::MAX).await.is_err());
    assert_eq!(reader.get("k").await.unwrap(), "new");
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
    let alone = crate::ledger::of(world.ground.clone());
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

#[tokio::test]
async fn a_bucket_stays_that_another_process_puts_into_meanwhile() {
    // Before the mark, and before the bucket goes.
    for passes in [0, 1] {
        let world = World::new();
        let (one, other) = world.two().await;
        let (deleter, meddled) = world.start_meddled().await;
        meddled.before(passes, other.putting("k"));
        let kept = deleter.delete_bucket().await.unwrap_err();
        assert!(meddled.is_done());
        assert_eq!(kept.code(), "BucketNotEmpty", "{passes}");
        assert_eq!(one.get("k").await.unwrap(), "x");
        let input = s3::DeleteObjectRequest {
            bucket: "bucket".into(),
            key: "k".into(),
            ..Default::default()
        };
        one.cx.run::<s3::ops::DeleteObject, _>(&*one.service, input).await.unwrap();
        deleter.delete_bucket().await.unwrap();
        let late = other.cx.run::<PutObject, _>(&*other.service, put_request("k", "x")).await;
        assert_eq!(late.unwrap_err().code(), "NoSuchBucket");
    }
}

#[tokio::test]
async fn a_bucket_goes_with_an_upload_that_another_process_begins_meanwhile() {
    for passes in [0, 1] {
        let world = World::new();
        let (one, other) = world.two().await;
        let (deleter, meddled) = world.start_meddled().await;
        let (service, cx) = (other.service.clone(), other.cx.clone());
        meddled.before(passes, async move {
            let id = begin(&service, &cx, "k").await;
            part(&service, &cx, "k", &id, 1, vec![1; LARGE]).await;
            Ok(())
        });
        deleter.delete_bucket().await.unwrap();
        assert!(meddled.is_done());
        world.clock.advance(GRACE);
        one.sweep().await;
        for table in ["s3.uploads", "s3.parts", "s3.ended", "s3.ledger"].map(Table) {
            assert_eq!(world.rows(table).await, 0, "{} {passes}", table.0);
        }
        assert_eq!(world.blobs().await, 0);
    }
}

#[tokio::test]
async fn a_deletion_that_was_cut_short_leaves_a_bucket_that_works() {
    let world = World::new();
    let (one, other) = world.two().await;
    let (deleter, meddled) = world.start_meddled().await;
    meddled.before(1, async { Err(store::Error::Closed) });
    assert!(deleter.delete_bucket().await.unwrap_err().is_server_fault());
    drop(deleter);
    one.put("k", vec![1; LARGE]).await;
    assert_eq!(other.get("k").await.unwrap().len(), LARGE);
    assert_eq!(other.delete_bucket().await.unwrap_err().code(), "BucketNotEmpty");
    let (bucket, key) = ("bucket".into(), "l".into());
    let input = s3::CreateMultipartUploadRequest { bucket, key, ..Default::default() };
    one.cx.run::<CreateMultipartUpload, _>(&*one.service, input).await.unwrap();
}

/// Others begin uploads as often as it looks.
#[tokio::test]
async fn a_deletion_that_is_disturbed_again_and_again_gives_up() {
    let world = World::new();
    let (_one, other) = world.two().await;
    let (deleter, meddled) = world.start_meddled().await;
    let disturbed = Arc::new(Disturbed { meddled, other });
    disturbed.clone().disturb();
    let aborted = deleter.delete_bucket().await.unwrap_err();
    assert_eq!((aborted.code(), aborted.shape.status), ("OperationAborted", 409));
}

struct Disturbed {
    meddled: Arc<Meddled>,
    other: Process,
}

impl Disturbed {
    /// Begins an upload before each second commit.
    fn disturb(self: Arc<Self>) {
        let again = self.clone();
        self.meddled.before(1, async move {
            begin(&again.other.service, &again.other.cx, "k").await;
            again.disturb();
            Ok(())
        });
    }
}

#[tokio::test]
async fn a_part_that_comes_while_an_upload_ends_elsewhere_leaves_nothing() {
    // A part that is listed is uploaded again, one that is not is uploaded.
    for (aborts, number) in [(true, 1), (true, 2), (false, 2)] {
        let world = World::new();
        let (one, other) = world.two().await;
        let (ender, meddled) = world.start_meddled().await;
        let id = begin(&one.service, &one.cx, "k").await;
        let parts = vec![part(&one.service, &one.cx, "k", &id, 1, vec![1; LARGE]).await];
        meddled.before(0, other.part(&id, number));
        if aborts {
            let input = s3::AbortMultipartUploadRequest {
                bucket: "bucket".into(),
                key: "k".into(),
                upload_id: id.clone(),
                ..Default::default()
            };
            ender.cx.run::<AbortMultipartUpload, _>(&*ender.service, input).await.unwrap();
        } else {
            let input = complete_request("k", &id, parts);
            ender.cx.run::<CompleteMultipartUpload, _>(&*ender.service, input).await.unwrap();
            assert_eq!(other.get("k").await.unwrap(), vec![1; LARGE]);
        }
        assert!(meddled.is_done());
        until(async || world.rows(Table("s3.ended")).await == 0).await;
        assert_eq!(world.rows(Table("s3.parts")).await, 0, "{aborts} {number}");
        world.clock.advance(GRACE);
        one.sweep().await;
        let blobs = usize::from(!aborts);
        assert_eq!((world.blobs().await, world.entries().await), (blobs, 0));
    }
}

#[tokio::test]
async fn an_upload_is_completed_with_its_parts_as_they_are_listed_or_not_at_all() {
    let world = World::new();
    let (one, other) = world.two().await;
    let (ender, meddled) = world.start_meddled().await;
    let id = begin(&one.service, &one.cx, "k").await;
    let parts = vec![part(&one.service, &one.cx, "k", &id, 1, vec![1; LARGE]).await];
    meddled.before(0, other.part(&id, 1));
    let input = complete_request("k", &id, parts);
    let refused = ender.cx.run::<CompleteMultipartUpload, _>(&*ender.service, input).await;
    assert_eq!(refused.unwrap_err().code(), "InvalidPart");
    assert_eq!(other.get("k").await.unwrap_err().code(), "NoSuchKey");
    assert_eq!(world.rows(Table("s3.parts")).await, 1);
}

#[tokio::test]
async fn parts_that_an_end_has_left_are_swept() {
    let world = World::new();
    let (one, other) = world.two().await;
    let (ender, meddled) = world.start_meddled().await;
    let id = begin(&one.service, &one.cx, "k").await;
    part(&one.service, &one.cx, "k", &id, 1, vec![1; LARGE]).await;
    meddled.before(1, async { Err(store::Error::Closed) });
    let input = s3::AbortMultipartUploadRequest {
        bucket: "bucket".into(),
        key: "k".into(),
        upload_id: id,
        ..Default::default()
    };
    ender.cx.run::<AbortMultipartUpload, _>(&*ender.service, input).await.unwrap();
    assert_eq!(world.rows(Table("s3.parts")).await, 1);
    other.sweep().await;
    assert_eq!(world.rows(Table("s3.parts")).await + world.rows(Table("s3.ended")).await, 0);
}
