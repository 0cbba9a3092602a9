//! How rows lie on the server, and what is locked for a commit.
//!
//! One table holds the rows of all: a batch and a read of several tables are one statement each,
//! and no table is made while others read. Its primary key is (`tbl`, `head`, `digest`):
//!
//! ```text
//! tbl     the table's name, compared by bytes
//! head    the first 2048 bytes of the key
//! digest  empty for a key that `head` holds whole, else the SHA-256 of what follows
//! tail    what follows
//! value   the value
//! ```
//!
//! An entry of PostgreSQL's index takes at most a third of a page, 2704 bytes, and keys are longer.
//! Keys compare as (`head`, `tail`) do: a head that is shorter than another's has no tail. So a
//! scan goes along the index by `head` and sorts only those rows by `tail` that share a head.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::{Batch, KEY_BYTES, KeyRange, Table};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// The version of this layout, and of which locks are taken.
pub(crate) const VERSION: i32 = 1;

/// As much of a key as an index entry holds.
const HEAD_BYTES: usize = 2048;

/// The most locks of single keys that one transaction takes. The server keeps 64 for each
/// connection that it allows, in one room for all.
pub(crate) const LOCKS: usize = 256;
/// The most of one table, where there are more than that in all.
const LOCKS_OF_FEW: usize = 16;

/// Makes the tables. Whoever comes at the same time waits, since `IF NOT EXISTS` alone may fail
/// when two run it.
pub(crate) const CREATE: &str = r#"
BEGIN;
SELECT pg_advisory_xact_lock(2003133543, 1);
CREATE TABLE IF NOT EXISTS waterwheel_rows (
    tbl text COLLATE "C" NOT NULL,
    head bytea NOT NULL,
    digest bytea NOT NULL,
    tail bytea NOT NULL,
    value bytea NOT NULL,
    PRIMARY KEY (tbl, head, digest)
) WITH (
    fillfactor = 90,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_scale_factor = 0.02,
    toast.autovacuum_vacuum_threshold = 1000,
    toast.autovacuum_vacuum_scale_factor = 0.02
);
ALTER TABLE waterwheel_rows ALTER tail SET STORAGE EXTERNAL, ALTER value SET STORAGE EXTERNAL;
CREATE TABLE IF NOT EXISTS waterwheel_commits (
    line bytea PRIMARY KEY,
    number int8 NOT NULL,
    at timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
CREATE TABLE IF NOT EXISTS waterwheel_layout (version int4 NOT NULL);
INSERT INTO waterwheel_layout SELECT 1 WHERE NOT EXISTS (SELECT FROM waterwheel_layout);
COMMIT;
"#;

/// Whether the tables are there. A release that knew no numbers of commits made the others alone.
pub(crate) const IS_MADE: &str = "SELECT to_regclass('waterwheel_layout') IS NOT NULL
    AND to_regclass('waterwheel_commits') IS NOT NULL";

/// Tells which commit a line made last (fate.rs).
pub(crate) const NUMBER: &str = "
INSERT INTO waterwheel_commits (line, number, at) VALUES ($1, $2, now())
ON CONFLICT (line) DO UPDATE SET number = excluded.number, at = excluded.at";

pub(crate) const GET: &str =
    "SELECT value FROM waterwheel_rows WHERE tbl = $1 AND head = $2 AND digest = $3";

pub(crate) const GET_ALL: &str = "
SELECT k.n, r.value
FROM unnest($1::text[], $2::bytea[], $3::bytea[]) WITH ORDINALITY AS k (tbl, head, digest, n)
JOIN waterwheel_rows r ON r.tbl = k.tbl AND r.head = k.head AND r.digest = k.digest";

pub(crate) const SCAN: &str = "
SELECT head, tail, value FROM waterwheel_rows
WHERE tbl = $1 AND head >= $2 AND (head > $2 OR tail >= $3)
    AND head <= $4 AND (head < $4 OR tail < $5)
ORDER BY head, tail LIMIT $6";

pub(crate) const SCAN_DOWN: &str = "
SELECT head, tail, value FROM waterwheel_rows
WHERE tbl = $1 AND head >= $2 AND (head > $2 OR tail >= $3)
    AND head <= $4 AND (head < $4 OR tail < $5)
ORDER BY head DESC, tail DESC LIMIT $6";

/// Locks in the order that is given.
pub(crate) const LOCK: &str = "
SELECT count(
    CASE WHEN shared THEN pg_advisory_xact_lock_shared(id)::text
    ELSE pg_advisory_xact_lock(id)::text END)
FROM unnest($1::int8[], $2::bool[]) AS l (id, shared)";

pub(crate) const CHECK: &str = "
SELECT c.n, r.tbl IS NOT NULL, coalesce(r.value = c.expected, false)
FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::bytea[])
    WITH ORDINALITY AS c (tbl, head, digest, expected, n)
LEFT JOIN waterwheel_rows r ON r.tbl = c.tbl AND r.head = c.head AND r.digest = c.digest";

pub(crate) const PUT: &str = "
INSERT INTO waterwheel_rows (tbl, head, digest, tail, value)
SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[])
ON CONFLICT (tbl, head, digest) DO UPDATE SET value = excluded.value";

/// The same, and tells the commit's number.
pub(crate) const PUT_LAST: &str = "
WITH told AS (
    INSERT INTO waterwheel_commits (line, number, at) VALUES ($6, $7, now())
    ON CONFLICT (line) DO UPDATE SET number = excluded.number, at = excluded.at)
INSERT INTO waterwheel_rows (tbl, head, digest, tail, value)
SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[])
ON CONFLICT (tbl, head, digest) DO UPDATE SET value = excluded.value";

pub(crate) const DELETE: &str = "
DELETE FROM waterwheel_rows r
USING unnest($1::text[], $2::bytea[], $3::bytea[]) AS d (tbl, head, digest)
WHERE r.tbl = d.tbl AND r.head = d.head AND r.digest = d.digest";

/// The same, and tells the commit's number.
pub(crate) const DELETE_LAST: &str = "
WITH told AS (
    INSERT INTO waterwheel_commits (line, number, at) VALUES ($4, $5, now())
    ON CONFLICT (line) DO UPDATE SET number = excluded.number, at = excluded.at)
DELETE FROM waterwheel_rows r
USING unnest($1::text[], $2::bytea[], $3::bytea[]) AS d (tbl, head, digest)
WHERE r.tbl = d.tbl AND r.head = d.head AND r.digest = d.digest";

/// A key as the columns hold it.
pub(crate) struct Columns<'a> {
    pub head: &'a [u8],
    pub digest: Vec<u8>,
    pub tail: &'a [u8],
}

impl<'a> Columns<'a> {
    pub fn of(key: &'a [u8]) -> Self {
        let (head, tail) = split(key);
        let digest = if tail.is_empty() { Vec::new() } else { Sha256::digest(tail).to_vec() };
        Self { head, digest, tail }
    }
}

fn split(key: &[u8]) -> (&[u8], &[u8]) {
    key.split_at(key.len().min(HEAD_BYTES))
}

/// A range of keys, as the scans compare it.
pub(crate) struct Bounds<'a> {
    pub start: (&'a [u8], &'a [u8]),
    pub end: (&'a [u8], &'a [u8]),
}

/// Greater than every head.
static BEYOND: [u8; HEAD_BYTES + 1] = [0xff; HEAD_BYTES + 1];

impl<'a> Bounds<'a> {
    /// The bounds of a range; `None` of an empty one. What follows the first byte that no stored
    /// key has decides nothing.
    pub fn of(range: &'a KeyRange) -> Option<Self> {
        fn cut(key: &[u8]) -> &[u8] {
            &key[..key.len().min(KEY_BYTES + 1)]
        }
        let end = range.end.as_ref().map(|end| cut(end));
        if end.is_some_and(|end| end <= cut(&range.start)) {
            return None;
        }
        let end = end.map_or((&BEYOND[..], &[][..]), split);
        Some(Self { start: split(cut(&range.start)), end })
    }
}

/// What a group of batches locks before its conditions are looked at: each key, and a share of its
/// table. Of more keys than the server may have room for, whole tables are locked instead.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Locks {
    /// Numbers made from names, in their order. What has the same number waits for each other.
    pub ids: Vec<i64>,
    /// Whether others may hold the same.
    pub shared: Vec<bool>,
}

impl Locks {
    /// The locks of a line's batches, and the line's own.
    pub fn of(line: i64, batches: &[Batch]) -> Self {
        let mut tables: BTreeMap<Table, BTreeMap<i64, bool>> = BTreeMap::new();
        let mut lock = |(table, key): (Table, &[u8]), shared| {
            share(tables.entry(table).or_default(), key_id(table, key), shared);
        };
        for batch in batches {
            batch.conditions.iter().for_each(|condition| lock(condition.place(), true));
            batch.writes.iter().for_each(|write| lock(write.place(), false));
        }
        let keys: usize = tables.values().map(BTreeMap::len).sum();
        let mut locks = BTreeMap::from([(line, false)]);
        for (table, keys_of_it) in tables {
            let whole = keys > LOCKS && keys_of_it.len() > LOCKS_OF_FEW;
            share(&mut locks, table_id(table), !whole);
            if !whole {
                keys_of_it.into_iter().for_each(|(id, shared)| share(&mut locks, id, shared));
            }
        }
        let (ids, shared) = locks.into_iter().unzip();
        Self { ids, shared }
    }
}

/// Who needs something for itself gets no share of it first, for which it might wait in a circle.
fn share(locks: &mut BTreeMap<i64, bool>, id: i64, shared: bool) {
    *locks.entry(id).or_insert(true) &= shared;
}

/// What a line's transaction locks, so that what asks for its fate waits for its end.
pub(crate) fn line_id(line: &[u8]) -> i64 {
    xxh3_64_with_seed(line, 1).cast_signed()
}

/// The same in every process that shares the tables.
fn table_id(table: Table) -> i64 {
    xxh3_64_with_seed(table.0.as_bytes(), 0).cast_signed()
}

/// The same in every process that shares the tables.
fn key_id(table: Table, key: &[u8]) -> i64 {
    xxh3_64_with_seed(key, table_id(table).cast_unsigned()).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const T: Table = Table("t");

    proptest! {
        #[test]
        fn heads_and_tails_compare_as_keys_do(
            a in prop::collection::vec(0_u8..2, 0..4),
            b in prop::collection::vec(0_u8..2, 0..4),
            around in 0_usize..4,
        ) {
            let common = vec![0; HEAD_BYTES - around];
            let (a, b) = ([&common[..], &a].concat(), [&common[..], &b].concat());
            prop_assert_eq!(split(&a).cmp(&split(&b)), a.cmp(&b));
            prop_assert_eq!(Columns::of(&a).digest == Columns::of(&b).digest
                && Columns::of(&a).head == Columns::of(&b).head, a == b);
        }
    }

    #[test]
    fn nothing_lies_beyond_an_open_end() {
        let bounds = KeyRange::all();
        let bounds = Bounds::of(&bounds).unwrap();
        let greatest = vec![0xff; KEY_BYTES];
        assert!(split(&greatest) < bounds.end);
    }

    #[test]
    fn a_backward_range_is_empty() {
        let range = KeyRange { start: b"b".to_vec(), end: Some(b"a".to_vec()) };
        assert!(Bounds::of(&range).is_none());
    }

    fn place(locks: &Locks, id: i64) -> Option<bool> {
        Some(locks.shared[locks.ids.iter().position(|at| *at == id)?])
    }

    #[test]
    fn locks_are_in_one_order_and_a_written_key_is_not_shared() {
        let one = Batch::new().absent(T, "a").present(T, "b").put(T, "a", "1").delete(T, "c");
        let other = Batch::new().delete(T, "c").put(T, "a", "1").present(T, "b").absent(T, "a");
        let locks = Locks::of(7, std::slice::from_ref(&one));
        assert!(locks.ids.is_sorted());
        assert_eq!(locks.ids.len(), 5);
        let of = |key: &str| place(&locks, key_id(T, key.as_bytes()));
        assert_eq!([of("a"), of("b"), of("c")], [Some(false), Some(true), Some(false)]);
        assert_eq!(place(&locks, table_id(T)), Some(true));
        assert_eq!(place(&locks, 7), Some(false));
        assert_eq!(Locks::of(7, &[one]), Locks::of(7, &[other]));
    }

    #[test]
    fn a_lock_is_the_same_in_every_release() {
        assert_eq!(table_id(T), 8_503_709_266_395_068_717);
        assert_eq!(key_id(T, b"k"), 5_386_992_559_381_764_736);
    }

    #[test]
    fn of_many_keys_their_table_is_locked_whole() {
        let few = Batch::new().put(Table("few"), "k", "v");
        let batch = (0..LOCKS).fold(few, |batch, n| batch.delete(T, n.to_string()));
        let locks = Locks::of(7, &[batch]);
        assert_eq!(locks.ids.len(), 4);
        assert_eq!(place(&locks, table_id(T)), Some(false));
        assert_eq!(place(&locks, table_id(Table("few"))), Some(true));
        assert_eq!(place(&locks, key_id(Table("few"), b"k")), Some(false));
    }
}
