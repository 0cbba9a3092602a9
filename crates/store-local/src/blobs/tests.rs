//! What only shows when blobs are opened again, when they are damaged, or when the disk fails.

use super::format::BLOCK_BYTES;
use super::*;
use crate::disk::{OsDisk, UnsyncedDisk};
use crate::log::faulty_disk::FaultyDisk;
use std::fs;
use tempfile::TempDir;

fn id(digit: char) -> BlobId {
    BlobId(digit.to_string().repeat(32))
}

fn open(dir: &TempDir) -> LocalBlobs {
    LocalBlobs::open_on(Arc::new(OsDisk), dir.path()).unwrap()
}

async fn write(blobs: &LocalBlobs, id: &BlobId, bytes: &[u8]) -> Result<u64> {
    let mut writer = blobs.create(id).await?;
    writer.write(Bytes::copy_from_slice(bytes)).await?;
    writer.finish().await
}

/// What is read of a blob before it ends or fails, and how it fails.
async fn read(blobs: &LocalBlobs, id: &BlobId, range: Range<u64>) -> (Vec<u8>, Option<Error>) {
    let mut found = Vec::new();
    let mut reader = match blobs.read(id, range).await {
        Ok(reader) => reader,
        Err(error) => return (found, Some(error)),
    };
    loop {
        match reader.next().await {
            Ok(Some(bytes)) => found.extend_from_slice(&bytes),
            Ok(None) => return (found, None),
            Err(error) => return (found, Some(error)),
        }
    }
}

/// Just over a piece and a half, in which no two places look alike.
fn contents() -> Vec<u8> {
    (0..200_003_u32).flat_map(u32::to_le_bytes).collect()
}

#[tokio::test]
async fn keeps_the_contract() {
    for disk in [Arc::new(OsDisk) as Arc<dyn Disk>, Arc::new(UnsyncedDisk)] {
        let dir = tempfile::tempdir().unwrap();
        let blobs = LocalBlobs::open_on(disk, dir.path()).unwrap();
        store::contract::blobs::run(&blobs).await;
        assert_eq!(fs::read_dir(dir.path().join(UNFINISHED)).unwrap().count(), 0);
    }
}

#[tokio::test]
async fn a_finished_blob_outlives_the_process_and_an_unfinished_one_does_not() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = open(&dir);
    assert_eq!(write(&blobs, &id('a'), b"kept").await.unwrap(), 4);
    let mut writer = blobs.create(&id('b')).await.unwrap();
    writer.write(Bytes::from(vec![1; 2 * WRITE_BYTES])).await.unwrap();
    std::mem::forget(writer);
    let blobs = open(&dir);
    assert_eq!(blobs.list().await.unwrap(), [id('a')]);
    assert_eq!(read(&blobs, &id('a'), 0..9).await.0, b"kept");
    assert_eq!(fs::read_dir(dir.path().join(UNFINISHED)).unwrap().count(), 0);
}

#[tokio::test]
async fn after_close_nothing_is_begun() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = open(&dir);
    blobs.close();
    assert!(matches!(blobs.create(&id('a')).await, Err(Error::Closed)));
    assert!(matches!(blobs.list().await, Err(Error::Closed)));
}

#[tokio::test]
async fn any_length_and_range_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = open(&dir);
    let all = contents();
    for (n, length) in
        [0, 1, 65_535, 65_536, 65_537, 524_288, 524_289, all.len()].iter().enumerate()
    {
        let id = BlobId(format!("{n:032x}"));
        write(&blobs, &id, &all[..*length]).await.unwrap();
        for start in [0, 1, 65_535, 65_536, 524_287, 524_288] {
            for long in [1, 2, 65_536, 600_000] {
                let range = start.min(*length)..(start + long).min(*length);
                let found = read(&blobs, &id, start as u64..(start + long) as u64).await;
                assert!(found.0 == all[range], "{length}: {start} and {long}");
                assert!(found.1.is_none());
            }
        }
    }
}

/// Every read gives right bytes up to the damage, and then an error that names the place.
async fn check_damage(blobs: &LocalBlobs, path: &Path, all: &[u8], what: &str) {
    let length = all.len() as u64;
    let ranges = [0..length, 0..1, length - 1..length, BLOCK_BYTES..BLOCK_BYTES + 5];
    let mut noticed = false;
    for range in ranges {
        let (found, error) = read(blobs, &id('a'), range.clone()).await;
        let right = &all[range.start as usize..range.end as usize];
        assert!(right.starts_with(&found), "{what}: wrong bytes in {range:?}");
        match error {
            None => assert_eq!(found.len(), right.len(), "{what}: silently short {range:?}"),
            Some(Error::Damaged { what: file, .. }) => {
                assert_eq!(file, path.display().to_string());
                noticed = true;
            }
            Some(other) => panic!("{what}: {other}"),
        }
    }
    assert!(noticed, "{what}: not noticed");
}

#[tokio::test]
async fn a_flipped_bit_anywhere_is_an_error_and_never_wrong_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = open(&dir);
    let all = contents();
    write(&blobs, &id('a'), &all).await.unwrap();
    let path = dir.path().join(id('a').0);
    let good = fs::read(&path).unwrap();
    // In each page of the content, and everywhere in what follows it.
    let content = (0..all.len()).step_by(4001).chain([all.len() - 1]);
    for at in content.chain(all.len()..good.len()) {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, &bytes).unwrap();
        check_damage(&blobs, &path, &all, &format!("bit flipped at {at}")).await;
        if at < all.len() {
            let (found, error) = read(&blobs, &id('a'), at as u64..at as u64 + 1).await;
            assert!(found.is_empty());
            let Some(Error::Damaged { place, .. }) = error else { panic!("{at}: {error:?}") };
            let offset = crate::byte_of(&place);
            assert!((offset..offset + BLOCK_BYTES).contains(&(at as u64)), "{offset} for {at}");
        }
    }
    fs::write(&path, good).unwrap();
    assert_eq!(read(&blobs, &id('a'), 0..u64::MAX).await.0, all);
}

#[tokio::test]
async fn a_file_cut_or_grown_or_exchanged_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = open(&dir);
    let all = contents();
    write(&blobs, &id('a'), &all).await.unwrap();
    write(&blobs, &id('b'), &vec![7; all.len()]).await.unwrap();
    let path = dir.path().join(id('a').0);
    let good = fs::read(&path).unwrap();
    let cuts = (0..good.len()).step_by(10_007).chain(all.len() - 1..good.len());
    let cut = cuts.map(|at| (format!("cut at {at}"), good[..at].to_vec()));
    let zeros = |at: usize| {
        let mut bytes = good.clone();
        bytes[at..].fill(0);
        (format!("zeros from {at}"), bytes)
    };
    let zeros = [0, 1, 65_536, all.len(), good.len() - 1].map(zeros);
    let grown = [vec![0], good.clone()].map(|more| {
        let what = format!("{} bytes more", more.len());
        (what, [good.clone(), more].concat())
    });
    let other = fs::read(dir.path().join(id('b').0)).unwrap();
    let moved = [&good[65_536..131_072], &good[..65_536], &good[131_072..]].concat();
    let others = [("another's".to_owned(), other), ("blocks exchanged".to_owned(), moved)];
    for (what, bytes) in cut.chain(zeros).chain(grown).chain(others) {
        fs::write(&path, bytes).unwrap();
        check_damage(&blobs, &path, &all, &what).await;
    }
    fs::remove_file(&path).unwrap();
    assert!(matches!(read(&blobs, &id('a'), 0..1).await.1, Some(Error::NotFound(_))));
}

#[tokio::test]
async fn after_a_failed_sync_nothing_more_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let disk = FaultyDisk::default();
    let blobs = LocalBlobs::open_on(Arc::new(disk.clone()), dir.path()).unwrap();
    write(&blobs, &id('a'), b"kept").await.unwrap();
    let under_way = blobs.create(&id('c')).await.unwrap();
    disk.fail_syncs(true);
    assert!(matches!(write(&blobs, &id('b'), b"lost").await, Err(Error::ReadOnly(_))));
    disk.fail_syncs(false);
    assert!(matches!(under_way.finish().await, Err(Error::ReadOnly(_))));
    assert!(matches!(write(&blobs, &id('b'), b"again").await, Err(Error::ReadOnly(_))));
    assert_eq!(blobs.list().await.unwrap(), [id('a')]);
    assert_eq!(read(&blobs, &id('a'), 0..9).await.0, b"kept");
}

#[tokio::test]
async fn the_disk_begins_while_the_rest_still_comes_and_one_sync_makes_it_a_blob() {
    let dir = tempfile::tempdir().unwrap();
    let disk = FaultyDisk::default();
    let blobs = LocalBlobs::open_on(Arc::new(disk.clone()), dir.path()).unwrap();
    let mut writer = blobs.create(&id('a')).await.unwrap();
    let before = disk.syncs();
    for _ in 0..4 {
        writer.write(Bytes::from(vec![1; EARLY_BYTES as usize - 1])).await.unwrap();
    }
    let written = 4 * (EARLY_BYTES - 1);
    assert!(disk.begun_bytes() > written - EARLY_BYTES && disk.begun_bytes() <= written);
    assert_eq!(disk.syncs(), before);
    writer.finish().await.unwrap();
    assert_eq!(disk.syncs(), before + 1);
}

#[tokio::test]
async fn a_full_disk_refuses_a_blob_and_the_next_one_may_fit() {
    let dir = tempfile::tempdir().unwrap();
    let disk = FaultyDisk::default();
    let blobs = LocalBlobs::open_on(Arc::new(disk.clone()), dir.path()).unwrap();
    disk.set_room(Some(100));
    assert!(matches!(write(&blobs, &id('a'), &[1; 200]).await, Err(Error::Full(_))));
    assert_eq!(fs::read_dir(dir.path().join(UNFINISHED)).unwrap().count(), 0);
    disk.set_room(None);
    write(&blobs, &id('a'), &[1; 200]).await.unwrap();
}
