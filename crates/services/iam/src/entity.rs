//! What roles, users, groups, policies and instance profiles have in common: a row each in a table of
//! its kind, found by its name whatever its case, and changed by commits that demand what they read.

use crate::paging::{Page, page};
use crate::{Iam, errors, policies};
use platform::{Context, Error, Records, Result, commit_if, scoped};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Batch, Scan};

/// What is kept under a name.
pub(crate) trait Entity: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// As it stands in keys and ARNs, such as `instance-profile`.
    const KIND: &'static str;

    /// Its table.
    fn records() -> &'static Records<Self>;

    /// Its name, as the creator spelled it.
    fn name(&self) -> &str;

    /// `/`, or a path that begins and ends with one.
    fn path(&self) -> &str;

    /// That there is none of this name.
    fn missing(name: &str) -> Error;

    /// Refuses what nobody but a service may change.
    ///
    /// # Errors
    /// `UnmodifiableEntity`.
    fn guard(&self) -> Result<()> {
        Ok(())
    }
}

/// What has tags of its own.
pub(crate) trait Tagged: Entity {
    /// Whether tags are the same whose keys differ in case only ("Tags for IAM resources" in the
    /// IAM user guide).
    const FOLDS_CASE: bool;

    /// Its tags.
    fn tags(&mut self) -> &mut Vec<(String, String)>;
}

fn key<E: Entity>(account: &str, name: &str) -> Vec<u8> {
    scoped(account, "", &[E::KIND, &name.to_ascii_lowercase()])
}

/// What one commit reads and changes: it is made only if all that was read is as it was. Whoever
/// hears that it was not begins again.
pub(crate) struct Rows<'a> {
    pub cx: &'a Context,
    batch: Batch,
    /// How many bytes the rows had that were read, and those that are written have.
    before: usize,
    after: usize,
}

impl<'a> Rows<'a> {
    /// Nothing read and nothing changed yet.
    pub fn new(cx: &'a Context) -> Self {
        Self { cx, batch: Batch::new(), before: 0, after: 0 }
    }

    /// What has this name, if anything.
    ///
    /// # Errors
    /// The storage's.
    pub async fn look<E: Entity>(&mut self, name: &str) -> Result<Option<E>> {
        let (records, key) = (E::records(), key::<E>(&self.cx.account, name));
        let found = records.get_with_bytes(self.cx.tables(), &key).await?;
        let batch = std::mem::take(&mut self.batch);
        Ok(match found {
            Some((entity, bytes)) => {
                self.before += bytes.len();
                self.batch = batch.equals(records.table, key, bytes);
                Some(entity)
            }
            None => {
                self.batch = batch.absent(records.table, key);
                None
            }
        })
    }

    /// What has this name.
    ///
    /// # Errors
    /// That there is none, and the storage's.
    pub async fn find<E: Entity>(&mut self, name: &str) -> Result<E> {
        self.look(name).await?.ok_or_else(|| E::missing(name))
    }

    /// Writes what was read, or what is new.
    ///
    /// # Errors
    /// None that an entity can cause.
    pub fn put<E: Entity>(&mut self, entity: &E) -> Result<()> {
        let (records, key) = (E::records(), key::<E>(&self.cx.account, entity.name()));
        let bytes = records.encode(entity)?;
        self.after += bytes.len();
        self.add(|batch| Ok(batch.put(records.table, key, bytes)))
    }

    /// Deletes what was read.
    pub fn delete<E: Entity>(&mut self, name: &str) {
        let key = key::<E>(&self.cx.account, name);
        self.batch = std::mem::take(&mut self.batch).delete(E::records().table, key);
    }

    /// Adds to the commit what has no name here.
    ///
    /// # Errors
    /// Those of `add`.
    pub fn add(&mut self, add: impl FnOnce(Batch) -> Result<Batch>) -> Result<()> {
        self.batch = add(std::mem::take(&mut self.batch))?;
        Ok(())
    }

    /// Makes the changes, durably. Whether all that was read was as it was.
    ///
    /// # Errors
    /// The storage's.
    pub async fn commit(self) -> Result<bool> {
        let is_less = self.after < self.before;
        let batch = if is_less { self.batch.freeing() } else { self.batch };
        commit_if(self.cx.tables(), batch).await
    }
}

impl Iam {
    /// What has this name.
    ///
    /// # Errors
    /// That there is none, and the storage's.
    pub(crate) async fn find<E: Entity>(&self, cx: &Context, name: &str) -> Result<E> {
        self.look(cx, name).await?.ok_or_else(|| E::missing(name))
    }

    /// What has this name, if anything.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn look<E: Entity>(&self, cx: &Context, name: &str) -> Result<Option<E>> {
        E::records().get(cx.tables(), &key::<E>(&cx.account, name)).await
    }

    /// Keeps something new, which a policy may bound.
    ///
    /// # Errors
    /// That there is one of its name, or no such policy; the storage's.
    pub(crate) async fn create<E: Entity>(
        &self,
        cx: &Context,
        entity: &E,
        boundary: Option<&str>,
    ) -> Result<()> {
        loop {
            let mut rows = Rows::new(cx);
            if rows.look::<E>(entity.name()).await?.is_some() {
                return Err(errors::taken(E::KIND, entity.name()));
            }
            if let Some(arn) = boundary {
                policies::touch(&mut rows, arn, errors::no_boundary).await?;
            }
            rows.put(entity)?;
            if rows.commit().await? {
                return Ok(());
            }
        }
    }

    /// Changes what has this name, durably, and gives what it is now. `change` runs again when
    /// another change came between.
    ///
    /// # Errors
    /// That there is none, those of `change`, and the storage's.
    pub(crate) async fn change<E: Entity>(
        &self,
        cx: &Context,
        name: &str,
        change: impl Fn(&mut E) -> Result<()> + Send + Sync,
    ) -> Result<E> {
        loop {
            let mut rows = Rows::new(cx);
            let mut entity: E = rows.find(name).await?;
            change(&mut entity)?;
            rows.put(&entity)?;
            if rows.commit().await? {
                return Ok(entity);
            }
        }
    }

    /// All of a kind, by their names.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn all<E: Entity>(&self, cx: &Context) -> Result<Vec<E>> {
        let all = Scan::prefix(&key::<E>(&cx.account, ""));
        let rows = E::records().scan(cx.tables(), all).await?;
        Ok(rows.into_iter().map(|(_, entity)| entity).collect())
    }

    /// A page of those of a kind whose path begins so.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn below<E: Entity>(
        &self,
        cx: &Context,
        prefix: Option<String>,
        (marker, max_items): (Option<String>, Option<i32>),
    ) -> Result<Page<E>> {
        let prefix = prefix.as_deref().unwrap_or("/");
        let all = self.all::<E>(cx).await?.into_iter();
        let below = all.filter(|entity| entity.path().starts_with(prefix));
        let name = |entity: &E| entity.name().to_ascii_lowercase();
        Ok(page(below, name, marker.as_deref(), max_items))
    }
}
