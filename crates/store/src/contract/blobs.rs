//! What every [`Blobs`] engine does.

use crate::{BlobId, BlobReader, Blobs, Error, Result};
use bytes::Bytes;

/// Runs the suite over an empty engine.
pub async fn run(blobs: &dyn Blobs) {
    what_was_written_is_read(blobs).await;
    a_blob_may_be_empty(blobs).await;
    an_unfinished_blob_is_never_seen(blobs).await;
    a_finished_blob_is_never_changed(blobs).await;
    a_blob_that_is_deleted_meanwhile_is_read_whole_or_not_at_all(blobs).await;
    names_that_are_not_allowed_are_refused(blobs).await;
    assert!(blobs.list().await.unwrap().is_empty());
}

fn id(n: u32) -> BlobId {
    BlobId(format!("{n:032x}"))
}

/// 3 MiB in which no two places look alike.
fn contents() -> Bytes {
    (0..786_432_u32).flat_map(u32::to_le_bytes).collect()
}

async fn write(blobs: &dyn Blobs, id: &BlobId, bytes: &Bytes, piece: usize) -> Result<u64> {
    let mut writer = blobs.create(id).await?;
    for piece in bytes.chunks(piece) {
        writer.write(bytes.slice_ref(piece)).await?;
    }
    writer.finish().await
}

async fn rest(mut reader: Box<dyn BlobReader>) -> Vec<u8> {
    let mut all = Vec::new();
    while let Some(piece) = reader.next().await.unwrap() {
        assert!(!piece.is_empty(), "an empty piece before the end");
        all.extend_from_slice(&piece);
    }
    assert!(reader.next().await.unwrap().is_none(), "the end stays the end");
    all
}

async fn what_was_written_is_read(blobs: &dyn Blobs) {
    let bytes = contents();
    let length = bytes.len() as u64;
    for (n, piece) in [(1, 100_000), (2, 1_000_000), (3, bytes.len())] {
        assert_eq!(write(blobs, &id(n), &bytes, piece).await.unwrap(), length);
        for range in [0..length, 0..1, 262_143..262_146, length - 1..length, 5..2_500_000] {
            let found = rest(blobs.read(&id(n), range.clone()).await.unwrap()).await;
            assert!(found == bytes[range.start as usize..range.end as usize], "{range:?}");
        }
        let beyond = rest(blobs.read(&id(n), length - 2..u64::MAX).await.unwrap()).await;
        assert_eq!(beyond, bytes[bytes.len() - 2..]);
        for range in [length..length + 5, length + 7..u64::MAX, 9..9] {
            assert!(rest(blobs.read(&id(n), range).await.unwrap()).await.is_empty());
        }
    }
    let mut found = blobs.list().await.unwrap();
    found.sort();
    assert_eq!(found, [id(1), id(2), id(3)]);
    for n in 1..=3 {
        blobs.delete(&id(n)).await.unwrap();
        assert!(matches!(blobs.read(&id(n), 0..1).await, Err(Error::NotFound(_))));
        blobs.delete(&id(n)).await.unwrap();
    }
}

async fn a_blob_may_be_empty(blobs: &dyn Blobs) {
    assert_eq!(write(blobs, &id(1), &Bytes::new(), 1).await.unwrap(), 0);
    assert!(rest(blobs.read(&id(1), 0..10).await.unwrap()).await.is_empty());
    blobs.delete(&id(1)).await.unwrap();
}

async fn an_unfinished_blob_is_never_seen(blobs: &dyn Blobs) {
    let mut writer = blobs.create(&id(1)).await.unwrap();
    writer.write(contents()).await.unwrap();
    assert!(matches!(blobs.read(&id(1), 0..1).await, Err(Error::NotFound(_))));
    assert!(blobs.list().await.unwrap().is_empty());
    drop(writer);
    assert!(matches!(blobs.read(&id(1), 0..1).await, Err(Error::NotFound(_))));
    assert_eq!(write(blobs, &id(1), &Bytes::from("again"), 2).await.unwrap(), 5);
    blobs.delete(&id(1)).await.unwrap();
}

async fn a_finished_blob_is_never_changed(blobs: &dyn Blobs) {
    let other = blobs.create(&id(1)).await.unwrap();
    write(blobs, &id(1), &Bytes::from("first"), 5).await.unwrap();
    assert!(matches!(blobs.create(&id(1)).await, Err(Error::Exists(_))));
    assert!(matches!(other.finish().await, Err(Error::Exists(_))));
    assert_eq!(rest(blobs.read(&id(1), 0..9).await.unwrap()).await, b"first");
    blobs.delete(&id(1)).await.unwrap();
}

async fn a_blob_that_is_deleted_meanwhile_is_read_whole_or_not_at_all(blobs: &dyn Blobs) {
    let bytes = contents();
    for begun in [false, true] {
        write(blobs, &id(1), &bytes, 1_000_000).await.unwrap();
        let mut reader = blobs.read(&id(1), 0..u64::MAX).await.unwrap();
        let mut found = Vec::new();
        if begun {
            found.extend(reader.next().await.unwrap().unwrap());
        }
        blobs.delete(&id(1)).await.unwrap();
        loop {
            match reader.next().await {
                Ok(Some(piece)) => found.extend(piece),
                Ok(None) => break assert!(found == bytes, "fewer bytes, and no error"),
                Err(Error::NotFound(_)) => break assert!(bytes.starts_with(&found)),
                Err(error) => panic!("{error}"),
            }
        }
    }
}

async fn names_that_are_not_allowed_are_refused(blobs: &dyn Blobs) {
    let capital = "A".repeat(32);
    let far = format!("../{}", "a".repeat(29));
    for name in ["", "..", "../../../../../../../../etc/passwd", "abc", &capital, &far] {
        let id = BlobId(name.to_owned());
        assert!(blobs.create(&id).await.is_err(), "{name:?}");
        assert!(blobs.read(&id, 0..1).await.is_err(), "{name:?}");
    }
}
