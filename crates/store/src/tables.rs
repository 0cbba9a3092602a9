//! Ordered bytes with atomic conditional batches: metadata, small objects, checkpoints.

use crate::{BoxFuture, Error, Reading, Result};
use bytes::Bytes;

/// The name of a table. Keys of one table never meet keys of another. At most 32 bytes, no NUL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Table(pub &'static str);

impl Table {
    /// Refuses a name that is not of the allowed form, so that no engine has to.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput`.
    pub fn check(self) -> Result<()> {
        if (1..=32).contains(&self.0.len()) && !self.0.contains('\0') {
            return Ok(());
        }
        Err(Error::invalid(format!("{:?} is no name for a table", self.0)))
    }
}

/// The longest key, in bytes.
pub const KEY_BYTES: usize = 16 << 10;
/// The longest value, in bytes. What is larger belongs into a blob.
pub const VALUE_BYTES: usize = 64 << 20;

fn within(what: &str, bytes: usize, most: usize) -> Result<()> {
    if bytes > most {
        return Err(Error::invalid(format!("{what} of {bytes} bytes is longer than {most}")));
    }
    Ok(())
}

/// A key and its value.
pub type Pair = (Bytes, Bytes);

/// Keys from `start` (inclusive) to `end` (exclusive; `None` is the end of the table), in byte
/// order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRange {
    /// First key of the range.
    pub start: Vec<u8>,
    /// First key after the range.
    pub end: Option<Vec<u8>>,
}

impl KeyRange {
    /// The whole table.
    pub fn all() -> Self {
        Self { start: Vec::new(), end: None }
    }

    /// All keys that begin with `prefix`.
    pub fn prefix(prefix: &[u8]) -> Self {
        Self { start: prefix.to_vec(), end: successor(prefix) }
    }

    /// The part of this range that comes after `key`.
    pub fn after(mut self, key: &[u8]) -> Self {
        let mut next = key.to_vec();
        next.push(0);
        if next > self.start {
            self.start = next;
        }
        self
    }
}

/// The smallest key that is greater than every key with this prefix; `None` when there is none.
fn successor(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte != 0xff)?;
    let mut end = prefix[..=last].to_vec();
    end[last] += 1;
    Some(end)
}

/// Which pairs of a range a scan returns.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Where to look.
    pub range: KeyRange,
    /// The most pairs to return.
    pub limit: usize,
    /// From the last key down instead of from the first key up.
    pub reverse: bool,
}

impl Scan {
    /// Everything with this prefix, in key order.
    pub fn prefix(prefix: &[u8]) -> Self {
        Self { range: KeyRange::prefix(prefix), limit: usize::MAX, reverse: false }
    }

    /// The same, at most `limit` pairs.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }
}

/// What a batch demands of a key before it is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The key has no value.
    Absent(Table, Vec<u8>),
    /// The key has some value.
    Present(Table, Vec<u8>),
    /// The key has exactly this value.
    Equals(Table, Vec<u8>, Bytes),
}

/// One change of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Sets the key's value.
    Put(Table, Vec<u8>, Bytes),
    /// Removes the key; nothing happens when it is not there.
    Delete(Table, Vec<u8>),
}

/// Conditions and writes that are applied all together or not at all.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// All of these must hold at the instant of the commit.
    pub conditions: Vec<Condition>,
    /// Applied in order.
    pub writes: Vec<Write>,
    /// Whether it is part of giving room back, though it also sets keys.
    pub freeing: bool,
    /// How many bytes its deletes remove, if the caller knows; an engine need not look it up then.
    pub removed_bytes: Option<u64>,
}

impl Batch {
    /// An empty batch.
    pub fn new() -> Self {
        Self::default()
    }

    /// Demands that the key has no value.
    pub fn absent(mut self, table: Table, key: impl Into<Vec<u8>>) -> Self {
        self.conditions.push(Condition::Absent(table, key.into()));
        self
    }

    /// Demands that the key has some value.
    pub fn present(mut self, table: Table, key: impl Into<Vec<u8>>) -> Self {
        self.conditions.push(Condition::Present(table, key.into()));
        self
    }

    /// Demands that the key has exactly this value.
    pub fn equals(mut self, table: Table, key: impl Into<Vec<u8>>, value: Bytes) -> Self {
        self.conditions.push(Condition::Equals(table, key.into(), value));
        self
    }

    /// Sets a key.
    pub fn put(mut self, table: Table, key: impl Into<Vec<u8>>, value: impl Into<Bytes>) -> Self {
        self.writes.push(Write::Put(table, key.into(), value.into()));
        self
    }

    /// Removes a key.
    pub fn delete(mut self, table: Table, key: impl Into<Vec<u8>>) -> Self {
        self.writes.push(Write::Delete(table, key.into()));
        self
    }

    /// Marks it as part of giving room back: an engine whose room is short still takes it. What
    /// such a batch sets must be small.
    pub fn freeing(mut self) -> Self {
        self.freeing = true;
        self
    }

    /// Says how many bytes its deletes remove.
    pub fn removing(mut self, bytes: u64) -> Self {
        self.removed_bytes = Some(bytes);
        self
    }

    /// Whether an engine whose room is short still takes it: it is marked, or only removes.
    pub fn frees(&self) -> bool {
        self.freeing || self.writes.iter().all(|write| matches!(write, Write::Delete(..)))
    }
}

impl Batch {
    /// Refuses a batch that names a table in a way that is not allowed, or whose keys or values
    /// are too long.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput`.
    pub fn check(&self) -> Result<()> {
        let check = |(table, key): (Table, &[u8])| {
            table.check()?;
            within("a key", key.len(), KEY_BYTES)
        };
        self.conditions.iter().try_for_each(|condition| check(condition.place()))?;
        self.writes.iter().try_for_each(|write| {
            check(write.place())?;
            match write {
                Write::Put(_, _, value) => within("a value", value.len(), VALUE_BYTES),
                Write::Delete(..) => Ok(()),
            }
        })
    }
}

impl Condition {
    /// The table and key that it is about.
    pub fn place(&self) -> (Table, &[u8]) {
        match self {
            Condition::Absent(table, key)
            | Condition::Present(table, key)
            | Condition::Equals(table, key, _) => (*table, key),
        }
    }

    /// Whether a key with this value meets it.
    pub fn holds(&self, value: Option<&Bytes>) -> bool {
        match self {
            Condition::Absent(..) => value.is_none(),
            Condition::Present(..) => value.is_some(),
            Condition::Equals(_, _, expected) => value == Some(expected),
        }
    }
}

impl Write {
    /// The table and key that it changes.
    pub fn place(&self) -> (Table, &[u8]) {
        match self {
            Write::Put(table, key, _) | Write::Delete(table, key) => (*table, key),
        }
    }
}

/// The index of the first condition that does not hold, given how to look up a value.
///
/// # Errors
/// The look-up's own.
pub fn first_failed(
    conditions: &[Condition],
    mut get: impl FnMut(Table, &[u8]) -> Result<Option<Bytes>>,
) -> Result<Option<usize>> {
    for (index, condition) in conditions.iter().enumerate() {
        let (table, key) = condition.place();
        if !condition.holds(get(table, key)?.as_ref()) {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

/// An ordered key-value engine. A read sees every commit whose future has resolved before the read
/// began.
pub trait Tables: Send + Sync {
    /// The key's value.
    fn get<'a>(&'a self, table: Table, key: &'a [u8]) -> Reading<'a, Option<Bytes>>;

    /// The values of several keys in the order of these, all from the same instant.
    fn get_all<'a>(&'a self, keys: &'a [(Table, &'a [u8])]) -> Reading<'a, Vec<Option<Bytes>>>;

    /// The pairs of one range, all from the same instant.
    fn scan(&self, table: Table, scan: Scan) -> Reading<'_, Vec<Pair>>;

    /// Applies a batch atomically and durably. Commits that arrive together share one sync.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a condition does not hold; why, can be read by then.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<()>>;

    /// Forgets what lies in a range as far as that is cheap, and gives how many bytes that was. It
    /// is no delete: rows of the range may stay, and removed ones may show again. So call it only
    /// where nobody reads any more, and remove afterwards what is left.
    fn forget(&self, _table: Table, _range: KeyRange) -> BoxFuture<'_, Result<u64>> {
        Box::pin(async { Ok(0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_frees_that_only_removes_or_is_marked() {
        const T: Table = Table("t");
        assert!(Batch::new().delete(T, "k").delete(T, "l").frees());
        assert!(!Batch::new().delete(T, "k").put(T, "l", "x").frees());
        assert!(Batch::new().delete(T, "k").put(T, "l", "x").freeing().frees());
    }

    #[test]
    fn a_prefix_ends_before_its_successor() {
        assert_eq!(KeyRange::prefix(b"ab").end, Some(b"ac".to_vec()));
        assert_eq!(KeyRange::prefix(b"a\xff").end, Some(b"b".to_vec()));
        assert_eq!(KeyRange::prefix(b"\xff").end, None);
        assert_eq!(KeyRange::prefix(b"").end, None);
    }
}
