//! A log's segments after a crash or on a bad disk.
//!
//! The segments are written here from the layouts that `store-local` documents, the engine opens
//! them, and so two implementations of the format meet.
//!
//! - What was written is there again, whatever became of the indexes, which are only a help.
//! - After damage to the last segment the engine keeps every append before it and nothing else,
//!   unless a later frame proves that the damaged place was durable: then it says so.
//! - Damage anywhere else is an error, or is never read: no record is returned that was not
//!   written, at its own offset.
//! - A log that opened can be written and opened again.
//! - Frames that no engine writes, with right checksums, do not make it panic.

mod layout;
mod scratch;

use arbitrary::{Arbitrary, Unstructured};
use layout::{Forged, Group, Segment, Written};
use scratch::{Opening, Scratch};
use store::Stored;

/// A log, and what happens to its files.
#[derive(Arbitrary, Debug)]
struct Input {
    groups: Vec<Group>,
    /// Indexes are written before the damage.
    indexed: bool,
    damages: Vec<Damage>,
    forged: Vec<Forged>,
    /// Write on after opening.
    goes_on: bool,
}

/// Which file, counted from the newest.
type Back = u8;

#[derive(Arbitrary, Debug)]
enum Damage {
    Cut {
        back: Back,
        left: u16,
    },
    Flip {
        back: Back,
        at: u16,
        bits: u8,
    },
    Zero {
        back: Back,
        at: u16,
        length: u8,
    },
    Add {
        back: Back,
        bytes: Vec<u8>,
    },
    /// A block that went to the wrong place.
    Move {
        back: Back,
        from: u16,
        to: u16,
        length: u8,
    },
    IndexFlip {
        back: Back,
        at: u16,
        bits: u8,
    },
    IndexCut {
        back: Back,
        left: u16,
    },
    IndexGone {
        back: Back,
    },
}

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    if !input.forged.is_empty() {
        return forge(&input);
    }
    let written = layout::write(&input.groups);
    let scratch = Scratch::new(&written.segments);
    if input.indexed {
        match scratch.open() {
            Ok(opening) => expect_all(&opening, &written),
            Err(error) => panic!("{error} in a log that is whole"),
        }
    }
    let mut segments = written.segments.clone();
    for damage in input.damages.iter().take(8) {
        apply(damage, &mut segments, &scratch);
    }
    scratch.rewrite(&segments);
    judge(&input, &written, &segments, &scratch);
}

/// Opens frames that check out and make no sense.
fn forge(input: &Input) {
    let mut written = layout::write(&input.groups);
    let last = written.segments.last_mut().expect("there is always one");
    for forged in input.forged.iter().take(8) {
        layout::forge(last, forged);
    }
    let scratch = Scratch::new(&written.segments);
    if let Ok(opening) = scratch.open() {
        opening.read_all();
    }
    if let Ok(opening) = scratch.open() {
        opening.read_all();
    }
}

fn apply(damage: &Damage, segments: &mut [Segment], scratch: &Scratch) {
    let count = segments.len();
    let which = |back: &Back| count - 1 - usize::from(*back) % count;
    match damage {
        Damage::Cut { back, left } => {
            let bytes = &mut segments[which(back)].bytes;
            bytes.truncate(usize::from(*left) % (bytes.len() + 1));
        }
        Damage::Flip { back, at, bits } => flip(&mut segments[which(back)].bytes, *at, *bits),
        Damage::Zero { back, at, length } => {
            let bytes = &mut segments[which(back)].bytes;
            let at = usize::from(*at) % (bytes.len() + 1);
            let end = bytes.len().min(at + usize::from(*length));
            bytes[at..end].fill(0);
        }
        Damage::Add { back, bytes } => segments[which(back)].bytes.extend(bytes),
        Damage::Move { back, from, to, length } => {
            let bytes = &mut segments[which(back)].bytes;
            let from = usize::from(*from) % (bytes.len() + 1);
            let block = bytes[from..bytes.len().min(from + usize::from(*length))].to_vec();
            let to = usize::from(*to) % (bytes.len() + 1 - block.len());
            bytes[to..to + block.len()].copy_from_slice(&block);
        }
        Damage::IndexFlip { back, at, bits } => {
            scratch.change_index(which(back), |index| flip(index, *at, *bits));
        }
        Damage::IndexCut { back, left } => scratch.change_index(which(back), |index| {
            index.truncate(usize::from(*left) % (index.len() + 1));
        }),
        Damage::IndexGone { back } => scratch.remove_index(which(back)),
    }
}

fn flip(bytes: &mut [u8], at: u16, bits: u8) {
    let length = bytes.len().max(1);
    if let Some(byte) = bytes.get_mut(usize::from(at) % length) {
        *byte ^= bits;
    }
}

/// Opens what is left, and holds it against what was written.
fn judge(input: &Input, written: &Written, segments: &[Segment], scratch: &Scratch) {
    let changed: Vec<usize> = (0..segments.len())
        .filter(|number| segments[*number].bytes != written.segments[*number].bytes)
        .collect();
    let last = segments.len() - 1;
    let has_index = scratch.has_index(last);
    let result = scratch.open();
    match (&changed[..], result) {
        ([], Ok(opening)) => {
            expect_all(&opening, written);
            assert_eq!(opening.cut_bytes(), 0, "of a whole log");
        }
        ([], Err(error)) => panic!("{error} in a log that is whole"),
        (&[only], result) if only == last && !has_index => {
            judge_end(written, &segments[last], result);
        }
        (_, Ok(opening)) => expect_some(&opening, written, segments),
        (_, Err(error)) => expect_damaged(&error),
    }
    if input.goes_on {
        go_on(scratch, written, segments, has_index && !changed.is_empty());
    }
}

/// Only the last segment is damaged, and no index covers it: it is known exactly what is kept.
fn judge_end(written: &Written, damaged: &Segment, result: Result<Opening, store::Error>) {
    let end = written.end_of(damaged);
    match result {
        Ok(opening) if end.proven_durable || end.header_damaged => {
            if written.is_forgery(damaged) {
                return;
            }
            panic!("damage at {} went unnoticed; {:?} kept", end.at, opening.bounds(0));
        }
        Ok(opening) => {
            for (lane, kept) in end.kept.iter().enumerate() {
                let found = opening.read(lane).expect("what is kept can be read");
                let all = &written.lanes[lane][..*kept];
                if !same(&found, all) && !written.is_forgery(damaged) {
                    panic!("lane {lane} holds {} and not {kept}: {found:?}", found.len());
                }
            }
        }
        Err(error) => {
            expect_damaged(&error);
            let expected = end.proven_durable || end.header_damaged;
            assert!(
                expected || written.is_forgery(damaged),
                "{error} for a torn end at {}",
                end.at
            );
        }
    }
}

fn same(found: &[Stored], written: &[Stored]) -> bool {
    found == written
}

fn expect_damaged(error: &store::Error) {
    assert!(matches!(error, store::Error::Damaged { .. }), "{error}");
    assert!(!error.to_string().is_empty());
}

fn expect_all(opening: &Opening, written: &Written) {
    for (lane, all) in written.lanes.iter().enumerate() {
        let found = opening.read(lane).expect("a whole log can be read");
        assert!(same(&found, all), "lane {lane}: {found:?} and not {all:?}");
        let bounds = opening.bounds(lane);
        assert_eq!((bounds.start, bounds.end), (0, all.len() as u64), "lane {lane}");
    }
}

/// Whatever is returned was written, at its own offset.
fn expect_some(opening: &Opening, written: &Written, segments: &[Segment]) {
    for (lane, all) in written.lanes.iter().enumerate() {
        for from in [0, all.len() / 2] {
            let found = match opening.read_from(lane, from as u64) {
                Ok(found) => found,
                Err(error) => {
                    expect_damaged(&error);
                    continue;
                }
            };
            for record in &found {
                let right = usize::try_from(record.offset).ok().and_then(|at| all.get(at));
                let forged = || segments.iter().any(|segment| written.is_forgery(segment));
                assert!(right == Some(record) || forged(), "lane {lane}: {record:?} came");
            }
        }
    }
}

/// Writes one record to each lane and opens once more: they are there, after what was there. Only
/// damage that an index covers, and that is therefore found when it is read, may stand before them.
fn go_on(scratch: &Scratch, written: &Written, segments: &[Segment], covered: bool) {
    let Ok(opening) = scratch.open() else { return };
    let mut expected = Vec::new();
    for lane in 0..written.lanes.len() {
        if segments.iter().any(|segment| written.is_forgery(segment)) {
            return;
        }
        let before = opening.bounds(lane);
        let place = opening.append(lane, b"one more").expect("it can be written");
        assert!(place.offset >= before.end, "{place:?} after {before:?}");
        expected.push(place);
    }
    drop(opening);
    let opening = scratch.open().expect("it opened before");
    for (lane, place) in expected.into_iter().enumerate() {
        let found = match opening.read_from(lane, place.offset) {
            Ok(found) => found,
            Err(error) if covered => return expect_damaged(&error),
            Err(error) => panic!("{error} before what was just written"),
        };
        let [record] = &found[..] else { panic!("lane {lane}: {found:?}") };
        assert_eq!((record.offset, &record.bytes[..]), (place.offset, &b"one more"[..]));
    }
}
