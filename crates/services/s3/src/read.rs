//! Reading objects: what stands under a key, held in place while its bytes stream.

use crate::bucket::Reached;
use crate::content::{Content, INLINE, LAYOUTS, Piece, Run};
use crate::copy_source::CopySource;
use crate::errors;
use crate::object::{self, OBJECTS, Object};
use crate::readers::Ahead;
use crate::service::S3;
use crate::version::{self, Kept, MARKERS, Named, Past, VERSIONS};
use bytes::Bytes;
use platform::ledger::ContentPin;
use platform::{Error, Result};
use shapes::{ByteStream, StreamError};
use std::collections::VecDeque;
use std::iter;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;
use std::vec;
use store::{BlobId, BlobReader, Blobs, Table};
use tokio::sync::mpsc;

/// An object whose bytes stay where they are until this is dropped.
#[derive(Clone)]
pub(crate) struct OpenObject {
    pub object: Object,
    /// Its parts, in the object's order; one for an object that was written at once.
    pub pieces: Vec<Piece>,
    /// For each piece its bytes, where they lie inline.
    inline: Vec<Option<Bytes>>,
    pin: Arc<ContentPin>,
}

/// An object's pieces, and for each its bytes where they lie inline.
type Whole = (Vec<Piece>, Vec<Option<Bytes>>);

/// A stretch of a piece that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stretch {
    Inline(Bytes),
    Blob(BlobId, Range<u64>),
}

/// Where a version lies.
pub(crate) struct Standing {
    pub table: Table,
    pub row: Vec<u8>,
    /// What stands for it there.
    pub bytes: Bytes,
    /// Since when it is not current, if it is not, in milliseconds since the epoch.
    pub since_ms: Option<i64>,
}

impl Standing {
    /// What stands there for another object in its place.
    pub(crate) fn value(&self, object: &Object) -> Result<Bytes> {
        match self.since_ms {
            None => OBJECTS.encode(object),
            Some(since_ms) => {
                VERSIONS.encode(&Past { since_ms, kept: Kept::Object(object.clone()) })
            }
        }
    }
}

/// What a request is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// An object's bytes and headers.
    Object,
    /// The same, for a copy.
    Source,
    /// What is set beside it, by a request of this method.
    Beside(&'static str),
}

/// The object that stands where a request looked.
///
/// # Errors
/// `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker, unless its object was asked
/// for without a version.
pub(crate) fn readable(
    (key, named): (&str, Option<&Named>),
    found: Option<(Standing, Kept)>,
    about: About,
) -> Result<(Standing, Object)> {
    let method = match about {
        About::Object | About::Source => "GET",
        About::Beside(method) => method,
    };
    match (found, named) {
        (Some((standing, Kept::Object(object))), _) => Ok((standing, object)),
        (Some((_, Kept::Marker(_))), Some(_)) if about == About::Source => {
            Err(errors::invalid_request(
                "The source of a copy request may not specifically refer to a delete marker by \
                 version id.",
            ))
        }
        (Some((_, Kept::Marker(marker))), None)
            if matches!(about, About::Object | About::Source) =>
        {
            Err(errors::of_marker(errors::no_such_key(key), &marker))
        }
        (Some((_, Kept::Marker(marker))), _) => {
            Err(errors::of_marker(errors::is_marker(method), &marker)
                .header("Last-Modified", marker.modified().http_date()))
        }
        (None, None) => Err(errors::no_such_key(key)),
        (None, Some(named)) => Err(errors::no_such_version(key, named.id())),
    }
}

impl S3 {
    /// The object under a key, or a version of it.
    ///
    /// # Errors
    /// `NoSuchKey`; `InvalidArgument`, `NoSuchVersion`, `MethodNotAllowed` where a version is named.
    pub(crate) async fn find(
        &self,
        reached: &Reached,
        key: &str,
        version: Option<&str>,
    ) -> Result<Object> {
        self.find_for(reached, key, version, About::Object).await
    }

    /// The same for a request that reads what is set beside it.
    ///
    /// # Errors
    /// As [`find`](S3::find); `MethodNotAllowed` for every delete marker.
    pub(crate) async fn find_beside(
        &self,
        reached: &Reached,
        key: &str,
        version: Option<&str>,
    ) -> Result<Object> {
        self.find_for(reached, key, version, About::Beside("GET")).await
    }

    async fn find_for(
        &self,
        reached: &Reached,
        key: &str,
        version: Option<&str>,
        about: About,
    ) -> Result<Object> {
        let named = Named::read(version)?;
        object::check_key(key)?;
        let found = self.stand(reached, key, named.as_ref()).await?;
        readable((key, named.as_ref()), found, about).map(|(_, object)| object)
    }

    /// The same, held in place.
    ///
    /// # Errors
    /// As [`find`](S3::find).
    pub(crate) async fn hold(
        &self,
        reached: &Reached,
        key: &str,
        version: Option<&str>,
    ) -> Result<OpenObject> {
        self.hold_for(reached, key, version, About::Object).await
    }

    /// The same for a copy.
    ///
    /// # Errors
    /// As [`find`](S3::find); `InvalidRequest` for a delete marker that is named.
    pub(crate) async fn hold_source(
        &self,
        reached: &Reached,
        source: &CopySource,
    ) -> Result<OpenObject> {
        let version = source.version.as_deref();
        self.hold_for(reached, &source.key, version, About::Source).await
    }

    async fn hold_for(
        &self,
        reached: &Reached,
        key: &str,
        version: Option<&str>,
        about: About,
    ) -> Result<OpenObject> {
        let named = Named::read(version)?;
        object::check_key(key)?;
        loop {
            let found = self.stand(reached, key, named.as_ref()).await?;
            let (standing, object) = readable((key, named.as_ref()), found, about)?;
            // Whoever replaces it from here on finds the pin.
            let pin = Arc::new(self.ledger.pin(object.content.id()));
            if let Some((pieces, inline)) = self.whole(&standing, &object).await? {
                return Ok(OpenObject { object, pieces, inline, pin });
            }
        }
    }

    /// Where the current version of a key lies, or the one that is named.
    pub(crate) async fn stand(
        &self,
        reached: &Reached,
        key: &str,
        named: Option<&Named>,
    ) -> Result<Option<(Standing, Kept)>> {
        match named {
            None => self.current(reached, key).await,
            Some(Named::Null) => self.null(reached, key).await,
            Some(Named::Id { .. }) if reached.bucket.settings.versioning.is_none() => Ok(None),
            Some(named @ Named::Id { order, .. }) => {
                let tables = &*self.platform.store.tables;
                let current = object::row(&reached.name, key);
                let past = version::row(&reached.name, key, *order);
                let keys = [
                    (VERSIONS.table, &past[..]),
                    (OBJECTS.table, &current[..]),
                    (MARKERS.table, &current[..]),
                ];
                for ((table, row), bytes) in keys.into_iter().zip(tables.get_all(&keys).await?) {
                    let Some(bytes) = bytes else { continue };
                    let found = standing(table, row.to_vec(), bytes)?;
                    if found.1.is(named) {
                        return Ok(Some(found));
                    }
                }
                Ok(None)
            }
        }
    }

    async fn current(&self, reached: &Reached, key: &str) -> Result<Option<(Standing, Kept)>> {
        let tables = &*self.platform.store.tables;
        let row = object::row(&reached.name, key);
        if let Some(bytes) = tables.get(OBJECTS.table, &row).await? {
            return standing(OBJECTS.table, row, bytes).map(Some);
        }
        if reached.bucket.settings.versioning.is_none() {
            return Ok(None);
        }
        // Both at one instant: a marker may just have gone, and what it hid be current again.
        let keys = [(OBJECTS.table, &row[..]), (MARKERS.table, &row[..])];
        for ((table, _), bytes) in keys.into_iter().zip(tables.get_all(&keys).await?) {
            if let Some(bytes) = bytes {
                return standing(table, row.clone(), bytes).map(Some);
            }
        }
        Ok(None)
    }

    /// Where the version `null` of a key lies.
    async fn null(&self, reached: &Reached, key: &str) -> Result<Option<(Standing, Kept)>> {
        loop {
            let Some(current) = self.current(reached, key).await? else { return Ok(None) };
            if current.1.is_null() {
                return Ok(Some(current));
            }
            let Some(order) = current.1.null_below() else { return Ok(None) };
            let row = version::row(&reached.name, key, order);
            let keys = [(current.0.table, &current.0.row[..]), (VERSIONS.table, &row[..])];
            // It may be current by now, if what was is not.
            let Some(mut found) = self.beside(&current.0.bytes, &keys).await? else { continue };
            let found = found.next().flatten();
            let found = found.map(|bytes| standing(VERSIONS.table, row, bytes)).transpose()?;
            return Ok(found.filter(|(_, kept)| kept.is_null()));
        }
    }

    /// The pieces of an object, and for each its bytes where they lie inline; `None` if its row
    /// has changed.
    async fn whole(&self, standing: &Standing, object: &Object) -> Result<Option<Whole>> {
        let pieces = match &object.content {
            Content::Run(run) => vec![Piece::whole(run, object.size)],
            Content::Parts { id, .. } => match self.layout_beside(standing, id).await? {
                Some(pieces) => pieces,
                None => return Ok(None),
            },
        };
        // Bytes that lie inline never change under their id and go with the row that names them:
        // whatever is found is the object's, and needs no second look at the row.
        if let [piece] = &pieces[..]
            && let Some(id) = piece.run.inline()
            && let Some(bytes) = self.platform.store.tables.get(INLINE, id.as_bytes()).await?
        {
            return Ok(Some((pieces, vec![Some(bytes)])));
        }
        let ids = pieces.iter().filter_map(|piece| piece.run.inline());
        let inline = ids.map(|id| (INLINE, id.as_bytes()));
        let row = (standing.table, &standing.row[..]);
        let keys: Vec<_> = iter::once(row).chain(inline).collect();
        let Some(mut found) = self.beside(&standing.bytes, &keys).await? else { return Ok(None) };
        let mut next = || found.next().flatten().unwrap_or_default();
        let inline = pieces.iter().map(|piece| piece.run.inline().map(|_| next())).collect();
        Ok(Some((pieces, inline)))
    }

    /// A multipart object's layout; `None` if the object's row has changed.
    async fn layout_beside(&self, standing: &Standing, id: &str) -> Result<Option<Vec<Piece>>> {
        let row = (standing.table, &standing.row[..]);
        let keys = [row, (LAYOUTS.table, id.as_bytes())];
        let Some(mut found) = self.beside(&standing.bytes, &keys).await? else { return Ok(None) };
        match found.next().flatten() {
            Some(layout) => LAYOUTS.decode(id.as_bytes(), &layout).map(Some),
            None => Err(Error::internal(format_args!("no layout of the multipart object {id}"))),
        }
    }

    /// The values of keys at an instant at which the first, a version's row, has these bytes; `None`
    /// if it has others.
    async fn beside(
        &self,
        bytes: &Bytes,
        keys: &[(Table, &[u8])],
    ) -> Result<Option<vec::IntoIter<Option<Bytes>>>> {
        let mut found = self.platform.store.tables.get_all(keys).await?.into_iter();
        let stands = found.next().flatten().as_ref() == Some(bytes);
        Ok(stands.then_some(found))
    }

    /// The bytes of a range of an object.
    ///
    /// # Errors
    /// The store's, if the first of them cannot be read.
    pub(crate) async fn stream(&self, held: OpenObject, range: Range<u64>) -> Result<ByteStream> {
        let length = range.end.saturating_sub(range.start);
        let mut plan = Plan { stretches: plan(&held.pieces, &held.inline, range), most: None };
        if plan.stretches.len() == 1
            && let Some(Stretch::Inline(bytes)) = plan.stretches.front()
        {
            return Ok(bytes.clone().into());
        }
        let ahead = self.readers.enter();
        plan.most = ahead.most();
        let Some(first) = plan.next() else { return Ok(ByteStream::default()) };
        let blobs = self.platform.store.blobs.clone();
        let first = Source::open(&*blobs, first).await?;
        let (sender, receiver) = mpsc::channel(ahead.pieces());
        tokio::spawn(pump(blobs, first, plan, sender, held.pin));
        Ok(ByteStream::new(Pieces { receiver, _ahead: ahead }, Some(length)))
    }
}

/// The version in a row.
fn standing(table: Table, row: Vec<u8>, bytes: Bytes) -> Result<(Standing, Kept)> {
    let (kept, since_ms) = if table == OBJECTS.table {
        (Kept::Object(OBJECTS.decode(&row, &bytes)?), None)
    } else if table == MARKERS.table {
        (Kept::Marker(MARKERS.decode(&row, &bytes)?), None)
    } else {
        let past = VERSIONS.decode(&row, &bytes)?;
        (past.kept, Some(past.since_ms))
    };
    Ok((Standing { table, row, bytes, since_ms }, kept))
}

/// The stretches of the pieces that make up a range of the whole.
fn plan(pieces: &[Piece], inline: &[Option<Bytes>], range: Range<u64>) -> VecDeque<Stretch> {
    let mut plan = VecDeque::new();
    let mut start = 0;
    for (piece, inline) in pieces.iter().zip(inline) {
        let end = start + piece.size;
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from < to {
            let within = from - start..to - start;
            match (&piece.run, inline) {
                (Run::Blob(id), _) => plan.push_back(Stretch::Blob(BlobId(id.clone()), within)),
                (Run::Inline(_), bytes) => {
                    let bytes = bytes.clone().unwrap_or_default();
                    let place =
                        |at: u64| usize::try_from(at).map_or(bytes.len(), |at| at.min(bytes.len()));
                    let bytes = bytes.slice(place(within.start)..place(within.end));
                    plan.push_back(Stretch::Inline(bytes));
                }
            }
        }
        start = end;
    }
    plan
}

/// What is still to be read.
struct Plan {
    stretches: VecDeque<Stretch>,
    /// The most bytes of a blob that are read at once; as the engine likes where it is absent.
    most: Option<u64>,
}

impl Plan {
    /// The next stretch, as much of it as may be read at once.
    fn next(&mut self) -> Option<Stretch> {
        let stretch = self.stretches.pop_front()?;
        let (Stretch::Blob(id, range), Some(most)) = (&stretch, self.most) else {
            return Some(stretch);
        };
        // At a multiple, so that no block of the engine is read twice.
        let end = range.end.min((range.start / most + 1) * most);
        if end < range.end {
            self.stretches.push_front(Stretch::Blob(id.clone(), end..range.end));
        }
        Some(Stretch::Blob(id.clone(), range.start..end))
    }
}

/// A stretch being read.
enum Source {
    Inline(Bytes),
    Blob { reader: Box<dyn BlobReader>, left: u64 },
}

impl Source {
    async fn open(blobs: &dyn Blobs, stretch: Stretch) -> store::Result<Self> {
        match stretch {
            Stretch::Inline(bytes) => Ok(Source::Inline(bytes)),
            Stretch::Blob(id, range) => {
                let left = range.end - range.start;
                Ok(Source::Blob { reader: blobs.read(&id, range).await?, left })
            }
        }
    }

    async fn next(&mut self) -> store::Result<Option<Bytes>> {
        match self {
            Source::Inline(bytes) => Ok(Some(std::mem::take(bytes)).filter(|it| !it.is_empty())),
            Source::Blob { left: 0, .. } => Ok(None),
            Source::Blob { reader, left } => match reader.next().await? {
                Some(bytes) => {
                    *left = left.saturating_sub(bytes.len() as u64);
                    Ok(Some(bytes))
                }
                None => Err(store::Error::NotFound("the end of an object's content".to_owned())),
            },
        }
    }
}

/// Reads one stretch after the other until all are read or nobody listens. The pin keeps them
/// in place meanwhile.
async fn pump(
    blobs: Arc<dyn Blobs>,
    first: Source,
    rest: Plan,
    to: mpsc::Sender<std::result::Result<Bytes, StreamError>>,
    pin: Arc<ContentPin>,
) {
    if let Err(error) = pump_all(&*blobs, first, rest, &to).await {
        tracing::error!(%error, "an object cannot be read to its end");
        let message = "We encountered an internal error. Please try again.";
        // The caller may be gone as well.
        let _ = to.send(Err(StreamError::new("InternalError", message))).await;
    }
    drop(pin);
}

async fn pump_all(
    blobs: &dyn Blobs,
    first: Source,
    mut rest: Plan,
    to: &mpsc::Sender<std::result::Result<Bytes, StreamError>>,
) -> store::Result<()> {
    let mut source = first;
    loop {
        loop {
            // Room first, so that what is read ahead is what there is room for and no more.
            let Ok(room) = to.reserve().await else { return Ok(()) };
            match source.next().await? {
                Some(bytes) => room.send(Ok(bytes)),
                None => break,
            }
        }
        match rest.next() {
            Some(stretch) => source = Source::open(blobs, stretch).await?,
            None => return Ok(()),
        }
    }
}

/// What the pump sends, as a stream.
struct Pieces {
    receiver: mpsc::Receiver<std::result::Result<Bytes, StreamError>>,
    _ahead: Ahead,
}

impl futures_core::Stream for Pieces {
    type Item = std::result::Result<Bytes, StreamError>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Self::Item>> {
        self.receiver.poll_recv(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{get_request, put, until, world};
    use shapes::s3;

    #[test]
    fn a_range_is_cut_out_of_the_pieces_that_it_touches() {
        let piece = |run, size| Piece { number: 1, size, run, checksum: None };
        let blob = |id: &str| Run::Blob(id.into());
        let pieces =
            [piece(blob("a"), 10), piece(Run::Inline("i".into()), 4), piece(blob("b"), 10)];
        let inline = [None, Some(Bytes::from_static(b"wxyz")), None];
        let cut = |range| plan(&pieces, &inline, range);
        let of = |id: &str, range| Stretch::Blob(BlobId(id.into()), range);
        assert_eq!(cut(2..5), [of("a", 2..5)]);
        let expected = [of("a", 9..10), Stretch::Inline("wxyz".into()), of("b", 0..1)];
        assert_eq!(cut(9..15), expected);
        assert_eq!(cut(11..13), [Stretch::Inline("xy".into())]);
        assert_eq!(cut(14..24), [of("b", 0..10)]);
        assert_eq!(cut(5..5), []);
        let mut narrow = Plan { stretches: cut(3..16), most: Some(4) };
        let read: Vec<_> = std::iter::from_fn(|| narrow.next()).collect();
        let inline = Stretch::Inline("wxyz".into());
        let of_a = [of("a", 3..4), of("a", 4..8), of("a", 8..10)];
        assert_eq!(read, [&of_a[..], &[inline, of("b", 0..2)]].concat());
    }

    #[tokio::test]
    async fn an_object_that_is_replaced_is_read_to_its_end() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", vec![1; 3 << 20]).await;
        let reading = cx.run::<s3::ops::GetObject, _>(&*service, get_request("k")).await.unwrap();
        put(&service, &cx, "k", "new").await;
        let old = reading.body.collect(usize::MAX).await.unwrap();
        assert!(old.len() == 3 << 20 && old.iter().all(|byte| *byte == 1));
        until(async || cx.platform().store.blobs.list().await.unwrap().is_empty()).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn whoever_reads_while_others_write_reads_one_of_them() {
        let (service, cx, _) = world().await;
        put(&service, &cx, "k", vec![0; 10]).await;
        let writing = {
            let (service, cx) = (service.clone(), cx.clone());
            tokio::spawn(async move {
                for n in 1..200_u8 {
                    let length = if n % 2 == 0 { 10 } else { 600_000 };
                    put(&service, &cx, "k", vec![n; length]).await;
                }
            })
        };
        while !writing.is_finished() {
            let found = crate::testing::get(&service, &cx, "k").await.unwrap();
            let length = if found[0] % 2 == 0 { 10 } else { 600_000 };
            assert!(found.len() == length && found.iter().all(|byte| *byte == found[0]));
        }
        writing.await.unwrap();
        until(async || cx.platform().store.blobs.list().await.unwrap().len() == 1).await;
    }
}
