//! The contract, all lengths about a chunk's, and damage.

use super::*;
use crate::KEY_BYTES;
use store::memory::MemoryBlobs;

fn sealed(inner: &Arc<MemoryBlobs>, all: bool) -> SealedBlobs {
    let marker = Marker { prefix: [3; SALT_BYTES], all };
    SealedBlobs { inner: inner.clone(), key: Arc::new(Key::new([1; KEY_BYTES])), marker }
}

fn id(n: usize) -> BlobId {
    BlobId(format!("{n:032x}"))
}

/// Bytes in which no two places look alike.
fn contents(length: usize) -> Bytes {
    (0..length.div_ceil(4) as u32).flat_map(u32::to_le_bytes).take(length).collect()
}

async fn write(blobs: &dyn Blobs, id: &BlobId, bytes: &Bytes, piece: usize) {
    let mut writer = blobs.create(id).await.unwrap();
    for piece in bytes.chunks(piece) {
        writer.write(bytes.slice_ref(piece)).await.unwrap();
    }
    writer.finish().await.unwrap();
}

/// What can be read of a range, and the error that ended it.
async fn read(blobs: &dyn Blobs, id: &BlobId, range: Range<u64>) -> (Vec<u8>, Option<Error>) {
    let mut found = Vec::new();
    let mut reader = match blobs.read(id, range).await {
        Ok(reader) => reader,
        Err(error) => return (found, Some(error)),
    };
    loop {
        match reader.next().await {
            Ok(Some(piece)) => found.extend_from_slice(&piece),
            Ok(None) => return (found, None),
            Err(error) => return (found, Some(error)),
        }
    }
}

/// The bytes that the engine below keeps.
async fn raw(inner: &Arc<MemoryBlobs>, id: &BlobId) -> Bytes {
    read(&**inner, id, 0..u64::MAX).await.0.into()
}

/// Puts other bytes in a blob's place.
async fn replace(inner: &Arc<MemoryBlobs>, id: &BlobId, bytes: Bytes) {
    inner.delete(id).await.unwrap();
    write(&**inner, id, &bytes, usize::MAX).await;
}

#[tokio::test]
async fn keeps_the_contract() {
    for all in [false, true] {
        store::contract::blobs::run(&sealed(&Arc::default(), all)).await;
    }
}

#[tokio::test]
async fn any_range_of_any_length_is_read() {
    let inner = Arc::new(MemoryBlobs::default());
    let blobs = sealed(&inner, true);
    let lengths = [0, 1, CHUNK_BYTES - 25, CHUNK_BYTES - 24, CHUNK_BYTES - 1, CHUNK_BYTES];
    let more = [CHUNK_BYTES + 1, 2 * CHUNK_BYTES - 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 70];
    for (n, length) in lengths.into_iter().chain(more).enumerate() {
        let all = contents(length);
        write(&blobs, &id(n), &all, 10_000).await;
        let stored = raw(&inner, &id(n)).await;
        let tags = length.div_ceil(CHUNK_BYTES) * TAG_BYTES;
        assert_eq!(stored.len(), START_BYTES + length + tags + END_BYTES);
        for start in [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 3, 9 * CHUNK_BYTES] {
            for long in [0, 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 5, usize::MAX / 2] {
                let end = start.saturating_add(long);
                let (found, error) = read(&blobs, &id(n), start as u64..end as u64).await;
                assert!(error.is_none(), "{length}: {start} and {long}: {error:?}");
                assert!(
                    found == all[start.min(length)..end.min(length)],
                    "{length}: {start}, {long}"
                );
            }
        }
    }
}

/// Every read gives right bytes up to the damage, and reads of all of it do not end well.
async fn check_damage(blobs: &SealedBlobs, all: &Bytes, what: &str) {
    let length = all.len() as u64;
    let beyond = length + 5 * CHUNK_BYTES as u64;
    for range in
        [0..u64::MAX, 0..length, 0..5, 70_000..70_005, length - 1..u64::MAX, beyond..u64::MAX]
    {
        let (found, error) = read(blobs, &id(1), range.clone()).await;
        let place = |at: u64| at.min(length) as usize;
        let right = &all[place(range.start)..place(range.end)];
        assert!(right.starts_with(&found), "{what}: wrong bytes in {range:?}");
        match error {
            Some(Error::Damaged { what, .. }) => assert_eq!(what, format!("blob {}", id(1).0)),
            Some(other) => panic!("{what}: {other}"),
            None => {
                assert_eq!(found.len(), right.len(), "{what}: silently short {range:?}");
                assert!(range != (0..u64::MAX), "{what}: not noticed");
            }
        }
    }
}

#[tokio::test]
async fn what_is_changed_cut_grown_or_moved_is_damaged() {
    let inner = Arc::new(MemoryBlobs::default());
    let blobs = sealed(&inner, true);
    let all = contents(2 * CHUNK_BYTES + 1000);
    write(&blobs, &id(1), &all, 1 << 20).await;
    write(&blobs, &id(2), &all, 1 << 20).await;
    let good = raw(&inner, &id(1)).await;
    let chunk = |n: usize| {
        let start = START_BYTES + n * SEALED_BYTES;
        good.slice(start..(start + SEALED_BYTES).min(good.len() - END_BYTES))
    };
    let (start, end) = (good.slice(..START_BYTES), good.slice(good.len() - END_BYTES..));
    let put =
        |parts: &[&Bytes]| Bytes::from(parts.iter().flat_map(|it| it.to_vec()).collect::<Vec<_>>());
    let mut wrong = vec![
        ("another's", raw(&inner, &id(2)).await),
        ("exchanged", put(&[&start, &chunk(1), &chunk(0), &chunk(2), &end])),
        ("one left out", put(&[&start, &chunk(0), &chunk(2), &end])),
        ("the last left out", put(&[&start, &chunk(0), &chunk(1), &end])),
        ("one twice", put(&[&start, &chunk(0), &chunk(0), &chunk(1), &chunk(2), &end])),
        ("without chunks", put(&[&start, &end])),
        ("without an end", good.slice(..good.len() - END_BYTES)),
        ("one byte more", put(&[&good, &Bytes::from_static(&[0])])),
        ("empty", Bytes::new()),
        ("in clear", all.clone()),
    ];
    for at in (0..good.len()).step_by(20_011).chain(good.len() - 2 * END_BYTES..good.len()) {
        let mut flipped = good.to_vec();
        flipped[at] ^= 1 << (at % 8);
        wrong.push(("a flipped bit", flipped.into()));
        wrong.push(("cut", good.slice(..at)));
    }
    for (what, bytes) in wrong {
        replace(&inner, &id(1), bytes).await;
        check_damage(&blobs, &all, what).await;
    }
    replace(&inner, &id(1), good).await;
    assert!(read(&blobs, &id(1), 0..u64::MAX).await.0 == all);
}

#[tokio::test]
async fn a_range_needs_no_other_chunk() {
    let inner = Arc::new(MemoryBlobs::default());
    let blobs = sealed(&inner, true);
    let all = contents(3 * CHUNK_BYTES);
    write(&blobs, &id(1), &all, 1 << 20).await;
    let mut changed = raw(&inner, &id(1)).await.to_vec();
    changed[START_BYTES + 5] ^= 1;
    replace(&inner, &id(1), changed.into()).await;
    let range = CHUNK_BYTES + 5..3 * CHUNK_BYTES - 5;
    let (found, error) = read(&blobs, &id(1), range.start as u64..range.end as u64).await;
    assert!(error.is_none() && found == all[range]);
    assert!(read(&blobs, &id(1), 0..9).await.1.is_some());
}

#[tokio::test]
async fn what_lies_in_clear_is_read_where_that_is_known() {
    let inner = Arc::new(MemoryBlobs::default());
    for (n, length) in [0, 5, 31, 32, 3 * CHUNK_BYTES].into_iter().enumerate() {
        let all = contents(length);
        write(&*inner, &id(n), &all, 1 << 20).await;
        let (found, error) = read(&sealed(&inner, false), &id(n), 2..u64::MAX).await;
        assert!(error.is_none() && found == all[2.min(length)..], "{length}");
        let strict = read(&sealed(&inner, true), &id(n), 2..u64::MAX).await;
        assert!(matches!(strict.1, Some(Error::Damaged { .. })), "{length}");
    }
}
