//! What every [`Tables`] engine does.

use super::pause;
use crate::{Batch, Error, KEY_BYTES, KeyRange, Scan, Table, Tables, VALUE_BYTES};
use bytes::Bytes;
use futures_util::future::join_all;

const FRUIT: Table = Table("fruit");
const FRUITS: Table = Table("fruits");

/// Runs the suite over an empty engine.
pub async fn run(tables: &dyn Tables) {
    a_value_is_there_until_it_is_deleted(tables).await;
    several_keys_are_read_in_their_order(tables).await;
    several_keys_are_read_at_one_instant(tables).await;
    tables_do_not_meet(tables).await;
    a_scan_gives_its_range_in_order(tables).await;
    a_conflict_names_its_condition_and_writes_nothing(tables).await;
    writes_of_a_batch_apply_in_order(tables).await;
    of_racing_claims_one_wins(tables).await;
    who_lost_a_race_sees_the_winner(tables).await;
    no_increment_is_lost(tables).await;
    names_that_are_not_allowed_are_refused(tables).await;
    what_is_too_long_is_refused(tables).await;
}

fn keys(pairs: &[(Bytes, Bytes)]) -> Vec<&[u8]> {
    pairs.iter().map(|(key, _)| key.as_ref()).collect()
}

async fn clear(tables: &dyn Tables, table: Table) {
    let pairs = tables.scan(table, Scan::prefix(b"")).await.unwrap();
    let batch = pairs.iter().fold(Batch::new(), |batch, (key, _)| batch.delete(table, &key[..]));
    tables.commit(batch).await.unwrap();
    assert!(tables.scan(table, Scan::prefix(b"")).await.unwrap().is_empty());
}

async fn a_value_is_there_until_it_is_deleted(tables: &dyn Tables) {
    assert_eq!(tables.get(FRUIT, b"apple").await.unwrap(), None);
    tables.commit(Batch::new().put(FRUIT, "apple", "red")).await.unwrap();
    assert_eq!(tables.get(FRUIT, b"apple").await.unwrap().unwrap(), "red");
    tables.commit(Batch::new().put(FRUIT, "apple", "")).await.unwrap();
    assert_eq!(
        tables.get(FRUIT, b"apple").await.unwrap().unwrap(),
        "",
        "an empty value is a value"
    );
    let big = Bytes::from(vec![7; 300_000]);
    tables.commit(Batch::new().put(FRUIT, "apple", big.clone())).await.unwrap();
    assert_eq!(tables.get(FRUIT, b"apple").await.unwrap().unwrap(), big);
    tables.commit(Batch::new().delete(FRUIT, "apple")).await.unwrap();
    assert_eq!(tables.get(FRUIT, b"apple").await.unwrap(), None);
    tables.commit(Batch::new().delete(FRUIT, "apple")).await.unwrap();
    tables.commit(Batch::new()).await.unwrap();
}

async fn several_keys_are_read_in_their_order(tables: &dyn Tables) {
    let keys: [(Table, &[u8]); 3] = [(FRUITS, b"x"), (FRUIT, b"none"), (FRUIT, b"x")];
    assert_eq!(tables.get_all(&keys).await.unwrap(), [None, None, None]);
    tables.commit(Batch::new().put(FRUIT, "x", "1").put(FRUITS, "x", "")).await.unwrap();
    let found = tables.get_all(&keys).await.unwrap();
    assert_eq!(found, [Some(Bytes::new()), None, Some(Bytes::from_static(b"1"))]);
    assert!(tables.get_all(&[]).await.unwrap().is_empty());
    assert!(tables.get_all(&[(FRUIT, b"x"), (Table(""), b"x")]).await.is_err());
    clear(tables, FRUIT).await;
    clear(tables, FRUITS).await;
}

async fn several_keys_are_read_at_one_instant(tables: &dyn Tables) {
    let write = async |n: u32| {
        let n = n.to_string();
        tables.commit(Batch::new().put(FRUIT, "a", n.clone()).put(FRUITS, "b", n)).await.unwrap();
    };
    write(0).await;
    let writing = async {
        for n in 1..100 {
            write(n).await;
        }
    };
    let reading = async {
        loop {
            let found = tables.get_all(&[(FRUIT, b"a"), (FRUITS, b"b")]).await.unwrap();
            assert_eq!(found[0], found[1]);
            if found[0].as_ref().unwrap() == "99" {
                break;
            }
            pause().await;
        }
    };
    futures_util::future::join(writing, reading).await;
    clear(tables, FRUIT).await;
    clear(tables, FRUITS).await;
}

async fn tables_do_not_meet(tables: &dyn Tables) {
    let batch = Batch::new().put(FRUIT, "s\0x", "1").put(FRUITS, "x", "2").put(FRUITS, "", "3");
    tables.commit(batch).await.unwrap();
    assert_eq!(tables.get(FRUIT, b"x").await.unwrap(), None);
    assert_eq!(tables.get(FRUITS, b"").await.unwrap().unwrap(), "3", "an empty key is a key");
    assert_eq!(keys(&tables.scan(FRUIT, Scan::prefix(b"")).await.unwrap()), [b"s\0x"]);
    assert_eq!(keys(&tables.scan(FRUITS, Scan::prefix(b"")).await.unwrap()), [&b""[..], b"x"]);
    let last = Scan { range: KeyRange::all(), limit: 1, reverse: true };
    assert_eq!(keys(&tables.scan(FRUIT, last.clone()).await.unwrap()), [b"s\0x"]);
    assert!(tables.scan(Table("frui"), last.clone()).await.unwrap().is_empty());
    assert!(tables.scan(Table("z"), last).await.unwrap().is_empty());
    clear(tables, FRUIT).await;
    clear(tables, FRUITS).await;
}

async fn a_scan_gives_its_range_in_order(tables: &dyn Tables) {
    let all: [&[u8]; 6] = [b"a", b"a\0", b"a1", b"a\xff", b"b", b"\xff\xff"];
    let batch = all.iter().rev().fold(Batch::new(), |batch, key| batch.put(FRUIT, *key, *key));
    tables.commit(batch).await.unwrap();
    let scan = async |range, limit, reverse| {
        tables.scan(FRUIT, Scan { range, limit, reverse }).await.unwrap()
    };
    assert_eq!(keys(&scan(KeyRange::all(), usize::MAX, false).await), all);
    assert_eq!(keys(&scan(KeyRange::all(), 2, true).await), [all[5], all[4]]);
    assert_eq!(keys(&scan(KeyRange::prefix(b"a"), usize::MAX, false).await), all[..4]);
    assert_eq!(keys(&scan(KeyRange::prefix(b"a"), 3, true).await), [all[3], all[2], all[1]]);
    assert_eq!(keys(&scan(KeyRange::prefix(b"a").after(b"a"), 1, false).await), [all[1]]);
    assert_eq!(keys(&scan(KeyRange::prefix(b"\xff"), 9, false).await), [all[5]]);
    assert!(scan(KeyRange::all(), 0, false).await.is_empty());
    let backwards = KeyRange { start: b"b".to_vec(), end: Some(b"a".to_vec()) };
    assert!(
        scan(backwards, 9, false).await.is_empty(),
        "a range that ends before it starts is empty"
    );
    let nothing = KeyRange { start: b"a".to_vec(), end: Some(b"a".to_vec()) };
    assert!(scan(nothing, 9, true).await.is_empty());
    clear(tables, FRUIT).await;
}

async fn a_conflict_names_its_condition_and_writes_nothing(tables: &dyn Tables) {
    tables.commit(Batch::new().absent(FRUIT, "a").put(FRUIT, "a", "1")).await.unwrap();
    let batch = Batch::new().present(FRUIT, "a").absent(FRUIT, "a").put(FRUIT, "b", "2");
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(1))));
    let batch = Batch::new().equals(FRUIT, "a", "2".into()).present(FRUIT, "z").delete(FRUIT, "a");
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(0))));
    let batch = Batch::new().equals(FRUIT, "z", "".into()).put(FRUIT, "b", "2");
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(0))));
    let batch = Batch::new().present(FRUITS, "a").put(FRUIT, "b", "2");
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(0))));
    assert_eq!(keys(&tables.scan(FRUIT, Scan::prefix(b"")).await.unwrap()), [b"a"]);
    let batch = Batch::new().equals(FRUIT, "a", "1".into()).absent(FRUIT, "b").delete(FRUIT, "a");
    tables.commit(batch).await.unwrap();
    let batch = Batch::new().absent(FRUIT, "a").present(FRUIT, "a");
    assert!(matches!(tables.commit(batch).await, Err(Error::Conflict(1))));
}

async fn writes_of_a_batch_apply_in_order(tables: &dyn Tables) {
    let batch = Batch::new().put(FRUIT, "a", "1").put(FRUIT, "a", "2").put(FRUIT, "b", "3");
    tables.commit(batch.delete(FRUIT, "b")).await.unwrap();
    assert_eq!(tables.get(FRUIT, b"a").await.unwrap().unwrap(), "2");
    assert_eq!(tables.get(FRUIT, b"b").await.unwrap(), None);
    clear(tables, FRUIT).await;
}

async fn of_racing_claims_one_wins(tables: &dyn Tables) {
    let claim =
        |n: u32| tables.commit(Batch::new().absent(FRUIT, "a").put(FRUIT, "a", n.to_string()));
    let answers = join_all((0..20).map(claim)).await;
    let winners: Vec<usize> = (0..20).filter(|n| answers[*n].is_ok()).collect();
    assert_eq!(winners.len(), 1);
    assert_eq!(tables.get(FRUIT, b"a").await.unwrap().unwrap(), winners[0].to_string());
    clear(tables, FRUIT).await;
}

/// Else a caller that reads again after a conflict would find what it had found before.
async fn who_lost_a_race_sees_the_winner(tables: &dyn Tables) {
    for round in 0..20_u8 {
        let claims = (0..8_u8).map(|by| async move {
            let batch = Batch::new().absent(FRUIT, [round]).put(FRUIT, [round], vec![by]);
            let lost = tables.commit(batch).await.is_err();
            let winner = tables.get(FRUIT, &[round]).await.unwrap();
            assert!(winner.is_some(), "claim {by} was refused ({lost}) for something unseen");
        });
        join_all(claims).await;
    }
    clear(tables, FRUIT).await;
}

async fn no_increment_is_lost(tables: &dyn Tables) {
    tables.commit(Batch::new().put(FRUIT, "n", "0")).await.unwrap();
    let increment = async || loop {
        let old = tables.get(FRUIT, b"n").await.unwrap().unwrap();
        let n: u32 = std::str::from_utf8(&old).unwrap().parse().unwrap();
        let batch = Batch::new().equals(FRUIT, "n", old).put(FRUIT, "n", (n + 1).to_string());
        match tables.commit(batch).await {
            Ok(()) => break,
            Err(Error::Conflict(0)) => {}
            Err(error) => panic!("{error}"),
        }
    };
    join_all((0..8).map(async |_| {
        for _ in 0..5 {
            increment().await;
        }
    }))
    .await;
    assert_eq!(tables.get(FRUIT, b"n").await.unwrap().unwrap(), "40");
    clear(tables, FRUIT).await;
}

async fn names_that_are_not_allowed_are_refused(tables: &dyn Tables) {
    for name in ["", "a\0b", "a-name-of-more-than-thirty-two-bytes"] {
        let table = Table(name);
        assert!(tables.get(table, b"a").await.is_err(), "{name:?}");
        assert!(tables.scan(table, Scan::prefix(b"")).await.is_err(), "{name:?}");
        assert!(tables.commit(Batch::new().put(table, "a", "1")).await.is_err(), "{name:?}");
        assert!(tables.commit(Batch::new().absent(table, "a")).await.is_err(), "{name:?}");
    }
}

async fn what_is_too_long_is_refused(tables: &dyn Tables) {
    let longest = vec![7; KEY_BYTES];
    tables.commit(Batch::new().put(FRUIT, longest.clone(), "1")).await.unwrap();
    assert_eq!(tables.get(FRUIT, &longest).await.unwrap().unwrap(), "1");
    let long = vec![7; KEY_BYTES + 1];
    assert!(tables.commit(Batch::new().put(FRUIT, long.clone(), "1")).await.is_err());
    assert!(tables.commit(Batch::new().delete(FRUIT, long.clone())).await.is_err());
    assert!(tables.commit(Batch::new().absent(FRUIT, long)).await.is_err());
    let very_long = vec![7; 1 << 20];
    assert_eq!(tables.get(FRUIT, &very_long).await.unwrap(), None);
    let scan =
        async |range| tables.scan(FRUIT, Scan { range, limit: 9, reverse: false }).await.unwrap();
    assert!(scan(KeyRange { start: very_long.clone(), end: None }).await.is_empty());
    assert_eq!(scan(KeyRange { start: Vec::new(), end: Some(very_long) }).await.len(), 1);
    let large = vec![7; VALUE_BYTES + 1];
    assert!(tables.commit(Batch::new().put(FRUIT, "a", large)).await.is_err());
    clear(tables, FRUIT).await;
}
