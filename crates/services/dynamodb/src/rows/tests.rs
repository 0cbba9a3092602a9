//! The one way in which items change, held against a model that knows no rows.

use super::read::{self, Question};
use super::{Change, index, layout};
use crate::Dynamodb;
use crate::expression::{Action as Act, Path, Term, Update};
use crate::fixture::{self, Setting, item, key, n, s, setting};
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::{Projection, Scope};
use crate::transactions::Part;
use crate::value::{Item, codec};
use crate::writes::{Action, Wish};
use platform::testing::at_once;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::faulty::{Call, Fault};
use store::{Batch, Scan};

const TABLE: &str = "things";

async fn make(setting: &Setting) {
    let indexes = vec![
        fixture::index(1, "all", Scope::Global, key("c:S", None), Projection::All),
        fixture::index(2, "keys", Scope::Global, key("c:S", Some("d:N")), Projection::KeysOnly),
        fixture::index(
            3,
            "local",
            Scope::Local,
            key("a:S", Some("d:N")),
            Projection::Include(vec!["e".to_owned()]),
        ),
    ];
    setting.table(TABLE, key("a:S", Some("b:N")), indexes).await;
}

fn wish(action: Action) -> Wish {
    Wish { action, condition: None, tells_failed: false, is_watched: true }
}

/// One thing that is done.
#[derive(Clone, Debug)]
enum Deed {
    Put(Item),
    Set(Item, Item),
    Delete(Item),
    Together(Vec<(Item, Option<Item>)>),
}

fn deed() -> impl Strategy<Value = Deed> {
    let place =
        (0..3_u8, 0..4_i32).prop_map(|(a, b)| item([("a", s(&a.to_string())), ("b", n(b))]));
    let more =
        (prop::option::of("[xy]"), prop::option::of(-3..3_i32), prop::option::of("[a-z]{0,4}"))
            .prop_map(|(c, d, e)| {
                let mut more = Item::new();
                more.extend(c.map(|c| ("c".to_owned(), s(&c))));
                more.extend(d.map(|d| ("d".to_owned(), n(d))));
                more.extend(e.map(|e| ("e".to_owned(), s(&e))));
                more
            });
    let whole = (place.clone(), more.clone()).prop_map(|(mut place, more)| {
        place.extend(more);
        place
    });
    let part = (place.clone(), prop::option::of(more.clone()));
    prop_oneof![
        4 => whole.prop_map(Deed::Put),
        4 => (place.clone(), more).prop_map(|(place, more)| Deed::Set(place, more)),
        2 => place.prop_map(Deed::Delete),
        2 => prop::collection::vec(part, 1..5).prop_map(Deed::Together),
    ]
}

fn update(more: &Item) -> Update {
    let actions = ["c", "d", "e"].into_iter().map(|name| {
        let act = more.get(name).map_or(Act::Remove, |value| Act::Set(Term::Value(value.clone())));
        (Path::attribute(name), act)
    });
    Update::new(actions.collect())
}

/// What a deed makes of the model.
fn model(deed: &Deed, items: &mut BTreeMap<Vec<(String, String)>, Item>) {
    let place = |item: &Item| {
        ["a", "b"].map(|name| (name.to_owned(), format!("{:?}", item[name]))).to_vec()
    };
    match deed {
        Deed::Put(item) => drop(items.insert(place(item), item.clone())),
        Deed::Delete(key) => drop(items.remove(&place(key))),
        Deed::Set(key, more) => {
            // An update that only takes away makes no item.
            if more.is_empty() && !items.contains_key(&place(key)) {
                return;
            }
            let mut item = key.clone();
            item.extend(more.clone());
            items.insert(place(key), item);
        }
        Deed::Together(parts) => {
            for (key, more) in distinct(parts) {
                match more {
                    None => drop(items.remove(&place(key))),
                    Some(more) => {
                        let mut item = key.clone();
                        item.extend(more.clone());
                        items.insert(place(key), item);
                    }
                }
            }
        }
    }
}

fn distinct(parts: &[(Item, Option<Item>)]) -> Vec<&(Item, Option<Item>)> {
    let mut seen = Vec::new();
    parts
        .iter()
        .filter(|(key, _)| {
            !seen.contains(key) && {
                seen.push(key.clone());
                true
            }
        })
        .collect()
}

async fn act(setting: &Setting, deed: &Deed) -> platform::Result<()> {
    let one = |action| async move {
        setting.dynamodb.fulfil(&setting.cx, TABLE, &wish(action)).await.map(drop)
    };
    match deed {
        Deed::Put(item) => one(Action::Put(item.clone())).await,
        Deed::Set(key, more) => one(Action::Update(key.clone(), Some(update(more)))).await,
        Deed::Delete(key) => one(Action::Delete(key.clone())).await,
        Deed::Together(parts) => {
            let parts = distinct(parts).into_iter().map(|(key, more)| {
                let action = match more {
                    None => Action::Delete(key.clone()),
                    Some(more) => {
                        let mut item = key.clone();
                        item.extend(more.clone());
                        Action::Put(item)
                    }
                };
                Part { table: TABLE.to_owned(), wish: wish(action) }
            });
            let parts: Vec<Part> = parts.collect();
            setting.dynamodb.transact(&setting.cx, &parts, None).await.map(drop)
        }
    }
}

/// The items that are stored, after the entries of all indexes were found to be theirs.
async fn sound(setting: &Setting) -> Vec<Item> {
    let tables = setting.cx.tables();
    let table = setting.dynamodb.table(&setting.cx, TABLE).await.unwrap();
    let stored = tables.scan(ITEMS, Scan::prefix(&table.prefix())).await.unwrap();
    let mut items = Vec::new();
    let mut expected = BTreeMap::new();
    for (row, value) in stored {
        let item = codec::decode_item(&value).unwrap();
        let key = layout::item_key(&table, &item).unwrap();
        assert_eq!(key.row, row);
        for of in table.maintained() {
            if let Some(entry) = index::entry(&table, of, &key, &item, Some(&value)) {
                expected.insert(entry.key, entry.value);
            }
        }
        items.push(item);
    }
    let entries = tables.scan(INDEXED, Scan::prefix(&table.prefix())).await.unwrap();
    let entries: BTreeMap<_, _> =
        entries.into_iter().map(|(key, value)| (key.to_vec(), value)).collect();
    assert_eq!(entries, expected);
    items
}

fn sorted(items: impl IntoIterator<Item = Item>) -> Vec<String> {
    let mut texts: Vec<_> = items.into_iter().map(|item| format!("{item:?}")).collect();
    texts.sort();
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn items_and_indexes_are_what_was_done(deeds in prop::collection::vec(deed(), 1..40)) {
        at_once(async {
            let setting = setting();
            make(&setting).await;
            let mut items = BTreeMap::new();
            for deed in &deeds {
                act(&setting, deed).await.unwrap();
                model(deed, &mut items);
            }
            assert_eq!(sorted(sound(&setting).await), sorted(items.into_values()));
        });
    }

    #[test]
    fn a_deed_whose_fate_is_unknown_was_done_or_not(
        deeds in prop::collection::vec((deed(), prop::option::weighted(0.3, any::<bool>())), 1..30),
    ) {
        at_once(async {
            let (setting, faults) = fixture::faulty();
            make(&setting).await;
            let mut items = BTreeMap::new();
            for (deed, fault) in &deeds {
                if let Some(kept) = fault {
                    faults.fail_next(Call::Commit, Fault::Unknown { kept: *kept });
                }
                let done = act(&setting, deed).await;
                faults.heal();
                match (done, fault) {
                    (Ok(()), _) | (Err(_), Some(true)) => model(deed, &mut items),
                    (Err(_), Some(false)) => {}
                    (Err(error), None) => panic!("{error}"),
                }
                assert_eq!(sorted(sound(&setting).await), sorted(items.values().cloned()));
            }
        });
    }

    #[test]
    fn pages_are_all_that_lies_there_once(
        deeds in prop::collection::vec(deed(), 1..40),
        limit in 1..5_usize,
        segments in 1..4_u32,
        is_reverse: bool,
    ) {
        at_once(async {
            let setting = setting();
            make(&setting).await;
            for deed in &deeds {
                act(&setting, deed).await.unwrap();
            }
            let items = sound(&setting).await;
            let table = setting.dynamodb.table(&setting.cx, TABLE).await.unwrap();
            for name in [None, Some("all"), Some("keys"), Some("local")] {
                let of = name.and_then(|name| table.index(name));
                let mut found = Vec::new();
                for segment in 0..segments {
                    let question = Question {
                        is_reverse,
                        limit: Some(limit),
                        ..Question::scan(&table, of, (segment, segments))
                    };
                    found.extend(pages(&setting.dynamodb, question).await);
                }
                let expected = items.iter().filter(|item| match of {
                    None => true,
                    Some(of) => of.schema.attributes().all(|it| item.contains_key(&it.name)),
                });
                let expected = expected.map(|item| match of {
                    None => item.clone(),
                    Some(of) => index::projected(&table, of, item),
                });
                assert_eq!(sorted(found), sorted(expected));
            }
        });
    }
}

/// Everything that is asked for, page by page.
async fn pages(dynamodb: &Dynamodb, mut question: Question<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    loop {
        let page = read::page(dynamodb, &question).await.unwrap();
        items.extend(page.items);
        let Some(last) = page.last else { return items };
        let row = question.row(&last).unwrap();
        question = question.behind(&row);
    }
}

#[tokio::test]
async fn nothing_is_lost_when_several_add_in_several_processes() {
    let first = setting();
    make(&first).await;
    let second = first.beside(2);
    let settings = [Arc::new(first), Arc::new(second)];
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..8 {
        let setting = settings[task % 2].clone();
        tasks.spawn(async move {
            for round in 0..25 {
                let key = item([("a", s("x")), ("b", n(round % 2))]);
                let add = vec![(Path::attribute("d"), Act::Add(n(1)))];
                let wish = wish(Action::Update(key, Some(Update::new(add))));
                setting.dynamodb.fulfil(&setting.cx, TABLE, &wish).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let counts: Vec<_> = sound(&settings[0]).await.iter().map(|item| item["d"].clone()).collect();
    assert_eq!(counts.len(), 2);
    assert!(counts.contains(&n(8 * 13)) && counts.contains(&n(8 * 12)), "{counts:?}");
}

#[tokio::test]
async fn transactions_of_several_processes_move_and_lose_nothing() {
    let first = setting();
    make(&first).await;
    for b in 0..4 {
        let one = item([("a", s("x")), ("b", n(b)), ("d", n(100))]);
        act(&first, &Deed::Put(one)).await.unwrap();
    }
    let second = first.beside(2);
    let settings = [Arc::new(first), Arc::new(second)];
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..6_usize {
        let setting = settings[task % 2].clone();
        tasks.spawn(async move {
            for round in 0..20_usize {
                let (from, to) = ((task + round) % 4, (task + round * 3 + 1) % 4);
                if from == to {
                    continue;
                }
                let part = |b: usize, add: i32| {
                    let key = item([("a", s("x")), ("b", n(b))]);
                    let add = vec![(Path::attribute("d"), Act::Add(n(add)))];
                    let wish = wish(Action::Update(key, Some(Update::new(add))));
                    Part { table: TABLE.to_owned(), wish }
                };
                let parts = [part(from, -1), part(to, 1)];
                setting.dynamodb.transact(&setting.cx, &parts, None).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    let number = |item: &Item| match &item["d"] {
        shapes::AttributeValue::N(text) => text.parse::<i64>().unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(sound(&settings[0]).await.iter().map(number).sum::<i64>(), 400);
}

#[tokio::test]
async fn what_is_committed_on_a_table_that_has_changed_is_not() {
    let setting = setting();
    make(&setting).await;
    let table = setting.dynamodb.table(&setting.cx, TABLE).await.unwrap();
    let it = item([("a", s("x")), ("b", n(1))]);
    let at = layout::item_key(&table, &it).unwrap();
    let change = Change::new(&table, at, None, Some(it.clone()));
    setting.table(TABLE, key("a:S", Some("b:N")), Vec::new()).await;
    let changes = [change];
    assert_eq!(setting.dynamodb.commit(&changes, Batch::new()).await.unwrap(), None);
    act(&setting, &Deed::Put(it)).await.unwrap();
}
