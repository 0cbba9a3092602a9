//! Restored copies: what is told when one is asked for, is there, and is there no more.

use super::{Restore, State, Tier, ask};
use crate::bucket::{self, Reached};
use crate::errors;
use crate::notify::record::COMPLETED;
use crate::notify::{Deed, SENDER};
use crate::object::{self, Object};
use crate::read::{About, readable};
use crate::service::{Place, S3};
use crate::version::Named;
use crate::write::Committed;
use platform::{Context, Deadline, Deadlines, Principal, Result, finish};
use shapes::Timestamp;
use std::sync::{Arc, Weak};
use store::Batch;

/// The kind of the deadlines. The id is the bucket's name, its incarnation, the version and the key, with
/// a zero byte after each but the last. A copy has one at the instant at which it is there, and one for
/// each at which it was to go; those that come to nothing say nothing.
const KIND: &str = "s3-restore";

/// What is to be told of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Ready,
    Gone,
}

/// Tells of copies from here on.
pub(crate) fn keep(service: &Arc<S3>) {
    let weak: Weak<S3> = Arc::downgrade(service);
    service.platform.deadlines.register(KIND, move |deadline| {
        let service = weak.upgrade();
        async move {
            match service {
                Some(service) => finish(async move { service.turn(&deadline).await }).await,
                None => Ok(()),
            }
        }
    });
}

fn deadline(reached: &Reached, (key, version): (&str, &str), due_ms: i64) -> Deadline {
    let (name, incarnation) = (&reached.name, &reached.bucket.incarnation);
    let id = format!("{name}\0{incarnation}\0{version}\0{key}");
    Deadline::new(KIND, id.into_bytes(), Timestamp(due_ms))
}

/// The bucket's name, its incarnation, the version and the key of an id.
fn read(id: &[u8]) -> Option<[&str; 4]> {
    let mut parts = std::str::from_utf8(id).ok()?.splitn(4, '\0');
    Some([parts.next()?, parts.next()?, parts.next()?, parts.next()?])
}

/// What is to be told of a copy now.
fn turn_of(restore: &Restore, now: Timestamp) -> Option<Turn> {
    match restore.state(now) {
        State::Ready(_) if !restore.told => Some(Turn::Ready),
        State::Expired => Some(Turn::Gone),
        _ => None,
    }
}

impl S3 {
    /// Asks for a copy of an archived object, and says whether it was there already.
    ///
    /// # Errors
    /// As [`ask`], and those of [`amend`](S3::amend).
    pub(crate) async fn restore(
        &self,
        cx: &Context,
        place: &Place<'_>,
        version: Option<&str>,
        asked: (i32, Tier),
    ) -> Result<bool> {
        let named = Named::read(version)?;
        object::check_key(place.key)?;
        let found = self.stand(place.reached, place.key, named.as_ref()).await?;
        let (_, object) = readable((place.key, named.as_ref()), found, About::Beside("POST"))?;
        let was_ready = ask(&object, asked, cx.now())?.was_ready;
        let event = if was_ready { "" } else { "ObjectRestore:Post" };
        let change = |object: &mut Object| {
            let next = ask(object, asked, cx.now())?;
            if next.was_ready != was_ready {
                return Err(errors::operation_aborted());
            }
            object.restore = Some(next.restore);
            Ok(())
        };
        let dress = |batch: Batch, object: &Object| {
            let Some(restore) = &object.restore else { return Ok(batch) };
            let due_ms = if was_ready { restore.expires_ms } else { restore.ready_ms };
            let of = (place.key, object.version_id());
            Ok(Deadlines::set(batch, &deadline(place.reached, of, due_ms)))
        };
        let deed = Deed { cx, event };
        match self.amend_with(&deed, place, version, change, dress).await? {
            Committed::Done(_) => Ok(was_ready),
            Committed::Lost => Err(errors::operation_aborted()),
        }
    }

    /// A copy is there, or goes.
    async fn turn(&self, deadline: &Deadline) -> Result<()> {
        if let Some([name, incarnation, version, key]) = read(&deadline.id) {
            let found = bucket::find(&*self.platform.store.tables, name).await?;
            if let Some(reached) = found.filter(|it| it.bucket.incarnation == incarnation) {
                let place = Place { bucket: name, reached: &reached, key };
                match self.turn_copy(deadline, &place, version).await {
                    // The object is gone, or its copy has changed: of that it is told by another.
                    Err(error) if !error.is_server_fault() => {}
                    Ok(false) => {}
                    other => return other.map(drop),
                }
            }
        }
        let batch = Deadlines::done(Batch::new(), deadline).freeing();
        match self.platform.deadlines.commit(batch).await {
            // Another run has done the same.
            Ok(()) | Err(store::Error::Conflict(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The same, with the deadline's end; `false` where nothing is to be told.
    async fn turn_copy(
        &self,
        deadline: &Deadline,
        place: &Place<'_>,
        version: &str,
    ) -> Result<bool> {
        let now = self.platform.clock.now();
        let object = self.find(place.reached, place.key, Some(version)).await?;
        let Some(turn) = object.restore.as_ref().and_then(|it| turn_of(it, now)) else {
            return Ok(false);
        };
        let change = |object: &mut Object| {
            let restore = object.restore.take().filter(|it| turn_of(it, now) == Some(turn));
            let restore = restore.ok_or_else(errors::operation_aborted)?;
            object.restore = (turn == Turn::Ready).then_some(Restore { told: true, ..restore });
            Ok(())
        };
        let dress = |batch: Batch, object: &Object| {
            let batch = Deadlines::done(batch, deadline);
            Ok(match &object.restore {
                Some(restore) => {
                    let of = (place.key, version);
                    let next = self::deadline(place.reached, of, restore.expires_ms);
                    Deadlines::set(batch, &next)
                }
                None => batch,
            })
        };
        let event = match turn {
            Turn::Ready => COMPLETED,
            Turn::Gone => "ObjectRestore:Delete",
        };
        let bucket = &place.reached.bucket;
        let sender = Principal::service(SENDER);
        let cx = self.platform.context(sender, &*bucket.account, &*bucket.region);
        let deed = Deed { cx: &cx, event };
        // Where it is lost, another run has done the same.
        self.amend_with(&deed, place, Some(version), change, dress).await.map(|_| true)
    }
}
