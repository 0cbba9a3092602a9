//! Deletions: of an object, of a version for good, or by a marker that hides what is there.

use crate::bucket::{self, Reached};
use crate::chain::Chain;
use crate::changes::{Changes, Stale};
use crate::conditions::WriteCondition;
use crate::lock;
use crate::notify::{Deed, Subject};
use crate::object;
use crate::service::{Place, S3};
use crate::version::{Kept, Marker, Named, Version};
use crate::write::Outcome;
use platform::{Context, Result};
use store::Batch;

/// What is to be deleted, and under which conditions.
#[derive(Default)]
pub(crate) struct Removal {
    /// The version that goes for good; without one what is current goes, or is hidden.
    pub version: Option<Named>,
    pub condition: WriteCondition,
    /// Whether a retention in governance mode keeps nothing from this caller.
    pub bypass: bool,
}

/// What came of a deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are the large one")]
pub(crate) enum Removed {
    /// Nothing was there.
    Nothing,
    /// This is gone for good.
    Gone(Kept),
    /// This hides what was there, if anything was.
    Hidden(Marker),
}

impl Removed {
    /// What `x-amz-version-id` says of it, in a bucket that has versions or had.
    pub(crate) fn version_id(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Gone(kept) => Some(kept.id()),
            Self::Hidden(marker) => Some(marker.id()),
        }
    }

    /// Whether it is about a delete marker: one that was made, or one that is gone.
    pub(crate) fn is_marker(&self) -> bool {
        matches!(self, Self::Gone(Kept::Marker(_)) | Self::Hidden(_))
    }
}

impl S3 {
    /// Deletes what stands under a key, or a version of it.
    ///
    /// # Errors
    /// The condition's own, `NoSuchBucket`, or the store's.
    pub(crate) async fn remove(
        &self,
        deed: &Deed<'_>,
        place: &Place<'_>,
        removal: &Removal,
    ) -> Result<Removed> {
        let tables = &*self.platform.store.tables;
        object::check_key(place.key)?;
        let mut open = bucket::open(tables, place.bucket, place.reached).await?;
        loop {
            let mut changes = Changes::new(tables, &open);
            let tried = self.try_remove(deed.cx, &mut changes, (&open, place.key), removal).await;
            if (tried.is_err() || changes.is_empty()) && !changes.stand().await? {
                continue;
            }
            let Ok(removed) = tried? else { continue };
            if changes.is_empty() {
                return Ok(removed);
            }
            let tell = |batch: Batch| {
                self.tell_removed(batch, deed, &open, (place.key, &removed)).map(Batch::freeing)
            };
            match self.commit(changes, tell).await? {
                Outcome::Done => return Ok(removed),
                Outcome::BucketChanged => {
                    let known = &place.reached.bucket;
                    open = bucket::open_again(tables, place.bucket, known).await?;
                }
                Outcome::Stale | Outcome::Lost => {}
            }
        }
    }

    /// Adds a deletion to what is to be committed.
    ///
    /// # Errors
    /// The condition's own, before anything is added; the store's.
    pub(crate) async fn try_remove(
        &self,
        cx: &Context,
        changes: &mut Changes<'_>,
        (open, key): (&Reached, &str),
        removal: &Removal,
    ) -> Result<std::result::Result<Removed, Stale>> {
        let chain = Chain::new(open, key);
        let settings = &open.bucket.settings;
        let judge = |found: Option<&Kept>| {
            removal.condition.judge(key, found.and_then(Kept::object), &settings.lifecycle)
        };
        if removal.version.is_none() && settings.versioning.is_some() {
            let old = chain.current(changes).await?;
            judge(old.as_ref())?;
            let (modified_ms, version) = (cx.now().millis(), Version::default());
            let new = Kept::Marker(Marker { modified_ms, version });
            let made = chain.put(changes, (new, old), (&*self.platform.ids, cx.now())).await?;
            return Ok(made.map(|made| match made {
                Kept::Marker(marker) => Removed::Hidden(marker),
                Kept::Object(_) => Removed::Nothing,
            }));
        }
        let named = removal.version.as_ref().unwrap_or(&Named::Null);
        let found = chain.find(changes, named).await?;
        judge(found.as_ref().map(|spot| &spot.kept))?;
        let Some(spot) = found else { return Ok(Ok(Removed::Nothing)) };
        if let Kept::Object(object) = &spot.kept {
            lock::may_remove(object, cx.now(), removal.bypass)?;
        }
        let gone = spot.kept.clone();
        let taken = chain.take(changes, spot).await?;
        Ok(taken.map(|()| Removed::Gone(gone)))
    }

    /// Adds to a batch what is to be told of a deletion.
    ///
    /// # Errors
    /// None that its contents can cause.
    pub(crate) fn tell_removed(
        &self,
        batch: Batch,
        deed: &Deed<'_>,
        open: &Reached,
        (key, removed): (&str, &Removed),
    ) -> Result<Batch> {
        let event = match (removed, deed.event) {
            (Removed::Nothing, _) => return Ok(batch),
            (Removed::Gone(_), event) => event,
            (Removed::Hidden(_), "LifecycleExpiration:Delete") => {
                "LifecycleExpiration:DeleteMarkerCreated"
            }
            (Removed::Hidden(_), _) => "ObjectRemoved:DeleteMarkerCreated",
        };
        let version = removed.version_id().filter(|_| open.bucket.settings.versioning.is_some());
        let subject = Subject { key, object: None, version, replication: None };
        let batch = self.tell(batch, &Deed { event, ..*deed }, open, &subject)?;
        self.replicate_removed(batch, deed, open, (key, removed))
    }
}
