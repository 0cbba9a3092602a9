//! The versions of one key: how they give way to one another, and which is current when one goes.
//!
//! Whoever changes which version is current demands the current one's row, so that none comes between.

use crate::bucket::Reached;
use crate::changes::{Changes, Stale};
use crate::object::{self, OBJECTS};
use crate::version::{self, Kept, MARKERS, Named, Past, VERSIONS, Version, Versioning};
use platform::{Ids, Result};
use shapes::Timestamp;
use store::{KeyRange, Table};

/// Whose versions are changed.
pub(crate) struct Chain<'a> {
    bucket: &'a str,
    key: &'a str,
    /// The row of the current version.
    row: Vec<u8>,
    versioning: Option<Versioning>,
}

/// Where a version was found.
pub(crate) struct Spot {
    pub kept: Kept,
    /// The row among those that are not current, unless it is.
    past: Option<Vec<u8>>,
}

/// What a step came to, unless it must be made again.
type Step<T> = Result<std::result::Result<T, Stale>>;

impl<'a> Chain<'a> {
    pub(crate) fn new(open: &'a Reached, key: &'a str) -> Self {
        let (bucket, versioning) = (&*open.name, open.bucket.settings.versioning);
        Self { bucket, key, row: object::row(bucket, key), versioning }
    }

    /// The rows that tell what is current.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (Table, &[u8])> {
        let marker = self.versioning.map(|_| MARKERS.table);
        [Some(OBJECTS.table), marker].into_iter().flatten().map(|table| (table, &self.row[..]))
    }

    /// The row in which a version may lie that is not current.
    pub(crate) fn past_row(&self, named: &Named) -> Option<Vec<u8>> {
        match (self.versioning, named) {
            (Some(_), Named::Id { order, .. }) => Some(version::row(self.bucket, self.key, *order)),
            _ => None,
        }
    }

    /// The current version.
    pub(crate) async fn current(&self, changes: &mut Changes<'_>) -> Result<Option<Kept>> {
        if self.versioning.is_some() {
            let rows: Vec<_> = self.rows().collect();
            changes.look(&rows).await?;
        }
        if let Some(bytes) = changes.get(OBJECTS.table, &self.row).await? {
            return Ok(Some(Kept::Object(OBJECTS.decode(&self.row, &bytes)?)));
        }
        if self.versioning.is_none() {
            return Ok(None);
        }
        let marker = changes.get(MARKERS.table, &self.row).await?;
        let marker = marker.map(|bytes| MARKERS.decode(&self.row, &bytes)).transpose()?;
        Ok(marker.map(Kept::Marker))
    }

    /// Puts a new version in the place of the current one, and gives it as it is then.
    pub(crate) async fn put(
        &self,
        changes: &mut Changes<'_>,
        (mut new, old): (Kept, Option<Kept>),
        (ids, now): (&dyn Ids, Timestamp),
    ) -> Step<Kept> {
        if let Some(versioning) = self.versioning {
            let made = Version::new(ids, versioning, now, old.as_ref());
            match &mut new {
                Kept::Object(object) => object.version = Some(made),
                Kept::Marker(marker) => marker.version = made,
            }
        }
        let was_object = old.as_ref().map(|old| old.object().is_some());
        if let Some(old) = old
            && let Err(stale) = self.give_way(changes, old, now).await?
        {
            return Ok(Err(stale));
        }
        self.set_current(changes, Some(&new), was_object)?;
        Ok(Ok(new))
    }

    /// Puts a version that was made elsewhere in its place among those of the key, and gives it as it is
    /// then; none where another has that place.
    pub(crate) async fn insert(
        &self,
        changes: &mut Changes<'_>,
        new: Kept,
        now: Timestamp,
    ) -> Step<Option<Kept>> {
        let old = self.current(changes).await?;
        let null = old.as_ref().and_then(|old| match old.is_null() {
            true => Some(old.order()),
            false => old.null_below(),
        });
        let order = new.order();
        let new = new.above_null(null.filter(|null| *null < order));
        match old {
            // It comes below what is current, which remembers its version `null` if there is one.
            Some(current) if current.order() >= order => {
                let row = version::row(self.bucket, self.key, order);
                if current.order() == order || changes.get(VERSIONS.table, &row).await?.is_some() {
                    return Ok(Ok(None));
                }
                let past = Past { since_ms: now.millis(), kept: new.clone() };
                changes.put(VERSIONS.table, &row, VERSIONS.encode(&past)?);
            }
            old => {
                let was_object = old.as_ref().map(|old| old.object().is_some());
                if let Some(old) = old
                    && let Err(stale) = self.give_way(changes, old, now).await?
                {
                    return Ok(Err(stale));
                }
                self.set_current(changes, Some(&new), was_object)?;
            }
        }
        Ok(Ok(Some(new)))
    }

    /// What becomes of the current version when another takes its place.
    async fn give_way(&self, changes: &mut Changes<'_>, old: Kept, now: Timestamp) -> Step<()> {
        match self.versioning {
            Some(Versioning::Enabled) => {}
            None | Some(Versioning::Suspended) if old.is_null() => {
                return leave(changes, &old).await;
            }
            None => {}
            // The version `null` goes wherever it lies.
            Some(Versioning::Suspended) => {
                if let Some(spot) = self.null_below(changes, &old).await?
                    && let Err(stale) = self.take(changes, spot).await?
                {
                    return Ok(Err(stale));
                }
            }
        }
        let row = version::row(self.bucket, self.key, old.order());
        let past = Past { since_ms: now.millis(), kept: old.numbered() };
        changes.put(VERSIONS.table, &row, VERSIONS.encode(&past)?);
        Ok(Ok(()))
    }

    /// Where a version lies.
    pub(crate) async fn find(
        &self,
        changes: &mut Changes<'_>,
        named: &Named,
    ) -> Result<Option<Spot>> {
        if let Some(row) = self.past_row(named)
            && let Some(spot) = past(changes, row, named).await?
        {
            return Ok(Some(spot));
        }
        match self.current(changes).await? {
            Some(kept) if kept.is(named) => Ok(Some(Spot { kept, past: None })),
            Some(kept) if *named == Named::Null => self.null_below(changes, &kept).await,
            _ => Ok(None),
        }
    }

    /// The version `null` below another one.
    async fn null_below(&self, changes: &mut Changes<'_>, above: &Kept) -> Result<Option<Spot>> {
        let Some(order) = above.null_below() else { return Ok(None) };
        past(changes, version::row(self.bucket, self.key, order), &Named::Null).await
    }

    /// Takes a version away for good. When it was current, the next newest is.
    pub(crate) async fn take(&self, changes: &mut Changes<'_>, spot: Spot) -> Step<()> {
        if let Err(stale) = leave(changes, &spot.kept).await? {
            return Ok(Err(stale));
        }
        if let Some(row) = spot.past {
            changes.delete(VERSIONS.table, &row);
            return Ok(Ok(()));
        }
        let next = self.next(changes).await?;
        if let Some(next) = &next {
            let row = version::row(self.bucket, self.key, next.order());
            changes.delete(VERSIONS.table, &row);
        }
        self.set_current(changes, next.as_ref(), Some(spot.kept.object().is_some()))?;
        Ok(Ok(()))
    }

    /// The newest version that is not current.
    async fn next(&self, changes: &mut Changes<'_>) -> Result<Option<Kept>> {
        if self.versioning.is_none() {
            return Ok(None);
        }
        let rows = version::rows_of_key(self.bucket, self.key);
        let found = changes.first(VERSIONS.table, KeyRange::prefix(&rows)).await?;
        Ok(found.map(|bytes| VERSIONS.decode(&rows, &bytes)).transpose()?.map(|past| past.kept))
    }

    /// Writes the current version, where an object or a marker was before.
    fn set_current(
        &self,
        changes: &mut Changes<'_>,
        new: Option<&Kept>,
        was_object: Option<bool>,
    ) -> Result<()> {
        let is_object = new.map(|new| new.object().is_some());
        match was_object {
            Some(true) if is_object != Some(true) => changes.delete(OBJECTS.table, &self.row),
            Some(false) if is_object != Some(false) => changes.delete(MARKERS.table, &self.row),
            _ => {}
        }
        match new {
            Some(Kept::Object(it)) => changes.put(OBJECTS.table, &self.row, OBJECTS.encode(it)?),
            Some(Kept::Marker(it)) => changes.put(MARKERS.table, &self.row, MARKERS.encode(it)?),
            None => {}
        }
        Ok(())
    }
}

/// A version in a row of those that are not current, if it is there.
async fn past(changes: &mut Changes<'_>, row: Vec<u8>, named: &Named) -> Result<Option<Spot>> {
    let Some(bytes) = changes.get(VERSIONS.table, &row).await? else { return Ok(None) };
    let kept = VERSIONS.decode(&row, &bytes)?.kept;
    Ok(kept.is(named).then_some(Spot { kept, past: Some(row) }))
}

/// A version's content loses its owner.
async fn leave(changes: &mut Changes<'_>, kept: &Kept) -> Step<()> {
    match kept {
        Kept::Object(object) => changes.leave(&object.content).await,
        Kept::Marker(_) => Ok(Ok(())),
    }
}
