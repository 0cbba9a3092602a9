//! The engine, and how blobs lie in the bucket.
//!
//! ```text
//! PREFIX/layout             "waterwheel blobs 1"
//! PREFIX/AB/ABCDEF...       the content of the blob of that id, and beside it, as the object's metadata,
//!                           `writer`: who wrote it
//! ```
//!
//! An id is made at random, and its first two digits spread the objects over 256 folders. `writer` is
//! a word that no other writer has, so that one whose request broke finds out whether it was done.

use crate::failure::{from_library, is_absent, is_beyond};
use crate::http::Connector;
use crate::place::{Kind, Opened, Place};
use crate::promises::{self, Fact};
use crate::reader::Reader;
use crate::unfinished;
use crate::writer::Writer;
use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, GetOptions, GetRange, GetResult, ObjectStore, ObjectStoreExt as _,
    PutMode, PutOptions,
};
use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use store::{BlobId, BlobReader, BlobWriter, Blobs, BoxFuture, Error, Result};
use tokio::task::JoinSet;

/// What says that blobs lie under a prefix, and how.
const LAYOUT: &str = "layout";
const LAYOUT_1: &str = "waterwheel blobs 1\n";

/// Where the objects are, and how the store is used.
#[derive(Clone)]
pub struct Options {
    /// `s3://BUCKET/PREFIX`, `gs://BUCKET/PREFIX` or `az://CONTAINER/PREFIX`, with settings after a `?`
    /// by the names that the `object_store` crate gives them, such as `endpoint` and `region`. What is
    /// not said there is taken from the environment: `AWS_…`, `GOOGLE_…`, `AZURE_…`.
    pub url: String,
    /// How long a call waits for a store that is not to be had, or is silent, before it is told so.
    pub patience: Duration,
    /// The size of the parts in which a long content is sent, in bytes; a shorter one is sent at once.
    /// S3 takes no parts of less than 5 MiB, and no more than 10,000 of them.
    pub part_bytes: usize,
    /// How many parts of one content may be under way. A writer holds one more in memory.
    pub parts_at_once: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            url: String::new(),
            patience: Duration::from_secs(10),
            part_bytes: 8 << 20,
            parts_at_once: 2,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The URL may hold a key.
        f.debug_struct("Options")
            .field("patience", &self.patience)
            .field("part_bytes", &self.part_bytes)
            .field("parts_at_once", &self.parts_at_once)
            .finish_non_exhaustive()
    }
}

/// Blobs in a bucket, for as many processes as open it.
pub struct ObjectBlobs {
    bucket: Arc<Bucket>,
    /// Ends with it.
    _watch: JoinSet<()>,
}

/// What reads and writes share.
pub(crate) struct Bucket {
    pub store: Arc<dyn ObjectStore>,
    pub s3: Option<AmazonS3>,
    pub connector: Connector,
    pub place: Place,
    pub options: Options,
    /// Whether the store writes only where nothing is yet, when asked to.
    pub conditional: bool,
    /// Makes this process's writers differ from all others.
    seeds: [RandomState; 2],
    writers: AtomicU64,
}

impl ObjectBlobs {
    /// Opens what lies under the URL, and begins it where nothing does. The runtime that this is
    /// called on drives the connections from then on.
    ///
    /// # Errors
    /// [`Error::Busy`] when the store is not to be had; [`Error::Io`] of the kind `InvalidInput` when
    /// the URL or the environment ask for what is not there, or blobs of another layout lie there;
    /// otherwise what the store says, such as that there is no such bucket.
    pub async fn open(options: Options) -> Result<Self> {
        let utf8 = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        let place = Place::read(&options.url, std::env::vars_os().filter_map(utf8))?;
        check(&options, place.kind)?;
        let connector = Connector::new(options.patience);
        let Opened { store, s3 } = place.open(&connector, options.patience)?;
        let mut bucket = Bucket {
            store,
            s3,
            connector,
            conditional: place.conditional,
            place,
            options,
            seeds: [RandomState::new(), RandomState::new()],
            writers: AtomicU64::new(0),
        };
        bucket.prepare().await?;
        let (bucket, mut watch) = (Arc::new(bucket), JoinSet::new());
        watch.spawn(unfinished::watch(Arc::downgrade(&bucket)));
        Ok(Self { bucket, _watch: watch })
    }

    /// What the store keeps its promises by, as far as it tells.
    pub async fn promises(&self) -> Vec<Fact> {
        promises::read(&self.bucket).await
    }

    /// Ends uploads that were begun so long ago and never finished, and says how many: those of
    /// processes that died. It is done each day for those of two days. Who is still at work on one is
    /// told by an error.
    ///
    /// # Errors
    /// The store's; some may be ended by then.
    pub async fn end_unfinished(&self, older_than: Duration) -> Result<usize> {
        unfinished::end(&self.bucket, older_than).await
    }
}

/// Refuses what no store takes.
fn check(options: &Options, kind: Kind) -> Result<()> {
    let least = if kind == Kind::Azure { 1 } else { 5 << 20 };
    if options.part_bytes < least || options.parts_at_once == 0 {
        let why = format!("parts of less than {least} bytes, or none, cannot be sent");
        return Err(Error::invalid(why));
    }
    Ok(())
}

impl Bucket {
    /// Finds the layout, or makes it; and tries whether the store writes only where nothing is.
    async fn prepare(&mut self) -> Result<()> {
        let path = self.place.prefix.clone().join(LAYOUT);
        let mut found = self.layout(&path).await?;
        if found.is_none() || self.conditional {
            let mode = if self.conditional { PutMode::Create } else { PutMode::Overwrite };
            let (put, first) = (self.put_layout(&path, mode).await, found.is_none());
            found = self.layout(&path).await?;
            match put {
                // A second look, since the first writer is not told whether it would be refused.
                Ok(()) if first && self.conditional => {
                    self.conditional = self.put_layout(&path, PutMode::Create).await.is_err();
                }
                Ok(()) => self.conditional = false,
                Err(object_store::Error::AlreadyExists { .. }) => {}
                Err(error) => return Err(from_library(&error)),
            }
        }
        if found.as_deref() != Some(LAYOUT_1.as_bytes()) {
            let why = format!("what lies in the bucket at {path} is not of a layout that is known");
            return Err(Error::invalid(why));
        }
        if self.conditional && self.place.kind == Kind::S3 {
            self.connector.complete_conditionally();
        }
        Ok(())
    }

    async fn layout(&self, path: &Path) -> Result<Option<Vec<u8>>> {
        let found = async { self.store.get_opts(path, GetOptions::default()).await?.bytes().await };
        match found.await {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(from_library(&error)),
        }
    }

    async fn put_layout(&self, path: &Path, mode: PutMode) -> object_store::Result<()> {
        let options = PutOptions { mode, ..PutOptions::default() };
        self.store.put_opts(path, LAYOUT_1.into(), options).await.map(drop)
    }

    /// Where a blob lies; refuses an id that could name something else.
    pub fn path(&self, id: &BlobId) -> Result<Path> {
        id.check()?;
        Ok(self.place.prefix.clone().join(&id.0[..2]).join(&*id.0))
    }

    /// The id of the blob that lies there.
    fn id(&self, path: &Path) -> Option<BlobId> {
        let id = BlobId(path.filename()?.to_owned());
        self.path(&id).is_ok_and(|own| own == *path).then_some(id)
    }

    /// A word for a writer that no other has.
    pub fn new_mark(&self) -> String {
        let number = self.writers.fetch_add(1, Ordering::Relaxed);
        let [high, low] = &self.seeds;
        format!("{:016x}{:016x}", high.hash_one(number), low.hash_one(number))
    }

    /// Who wrote the object, or `None` when there is none.
    pub async fn written_by(&self, path: &Path) -> object_store::Result<Option<String>> {
        let options = GetOptions { head: true, ..GetOptions::default() };
        match self.store.get_opts(path, options).await {
            Ok(found) => Ok(Some(mark(&found.attributes).unwrap_or_default())),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn writer(self: &Arc<Self>, id: &BlobId) -> Result<Writer> {
        let path = self.path(id)?;
        match self.written_by(&path).await {
            Ok(None) => Ok(Writer::new(self.clone(), id.clone(), path)),
            Ok(Some(_)) => Err(exists(id)),
            Err(error) => Err(from_library(&error)),
        }
    }

    async fn reader(self: &Arc<Self>, id: &BlobId, range: Range<u64>) -> Result<Reader> {
        let path = self.path(id)?;
        let nothing = || Reader::nothing(self.clone(), id.clone(), path.clone());
        if range.is_empty() {
            return match self.written_by(&path).await {
                Ok(Some(_)) => Ok(nothing()),
                Ok(None) => Err(Error::no_blob(id)),
                Err(error) => Err(from_library(&error)),
            };
        }
        match self.get(&path, range, None).await {
            Ok(found) => Ok(Reader::new(self.clone(), id.clone(), path, found)),
            Err(error) if is_beyond(&error) => Ok(nothing()),
            Err(error) if is_absent(&error) => Err(Error::no_blob(id)),
            Err(error) => Err(from_library(&error)),
        }
    }

    /// Asks for a range that is not empty.
    pub async fn get(
        &self,
        path: &Path,
        range: Range<u64>,
        if_match: Option<String>,
    ) -> object_store::Result<GetResult> {
        let range = match (range.start, range.end) {
            (0, u64::MAX) => None,
            (start, u64::MAX) => Some(GetRange::Offset(start)),
            (start, end) => Some(GetRange::Bounded(start..end)),
        };
        let options = GetOptions { range, if_match, ..GetOptions::default() };
        self.store.get_opts(path, options).await
    }
}

/// Who wrote it, of an object's metadata.
fn mark(attributes: &Attributes) -> Option<String> {
    attributes.get(&MARK).map(|value| value.as_ref().to_owned())
}

/// The metadata that tells a writer.
pub(crate) const MARK: Attribute = Attribute::Metadata(std::borrow::Cow::Borrowed("writer"));

pub(crate) fn exists(id: &BlobId) -> Error {
    Error::Exists(format!("blob {}", id.0))
}

impl Blobs for ObjectBlobs {
    fn create<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<Box<dyn BlobWriter>>> {
        Box::pin(async move { Ok(Box::new(self.bucket.writer(id).await?) as Box<_>) })
    }

    fn read<'a>(
        &'a self,
        id: &'a BlobId,
        range: Range<u64>,
    ) -> BoxFuture<'a, Result<Box<dyn BlobReader>>> {
        Box::pin(async move { Ok(Box::new(self.bucket.reader(id, range).await?) as Box<_>) })
    }

    fn delete<'a>(&'a self, id: &'a BlobId) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let path = self.bucket.path(id)?;
            match self.bucket.store.delete(&path).await {
                Err(error) if !is_absent(&error) => Err(from_library(&error)),
                _ => Ok(()),
            }
        })
    }

    fn list(&self) -> BoxFuture<'_, Result<Vec<BlobId>>> {
        Box::pin(async move {
            let bucket = &self.bucket;
            let found = bucket.store.list(Some(&bucket.place.prefix));
            let ids = found.try_filter_map(|object| async move { Ok(bucket.id(&object.location)) });
            ids.try_collect().await.map_err(|error| from_library(&error))
        })
    }
}
