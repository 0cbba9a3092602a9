use crate::records::filling::FILLINGS;
use crate::records::item::{INDEXED, ITEMS};
use crate::records::table::IndexState;
use crate::table_fixture::{Setting, defined, key, setting, table};
use platform::testing::until;
use shapes::AttributeValue;
use shapes::dynamodb::ops::{DeleteTable, PutItem, UpdateTable};
use shapes::dynamodb::*;
use std::collections::BTreeMap;
use store::Scan;

async fn put(at: &Setting, name: &str, b: Option<&str>) {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let mut item: BTreeMap<_, _> = [("a".to_owned(), text(name))].into();
    item.extend(b.map(|b| ("b".to_owned(), text(b))));
    let input = PutItemInput { table_name: "ttt".into(), item, ..Default::default() };
    at.cx.call::<PutItem>(input).await.unwrap();
}

fn creation(name: &str) -> UpdateTableInput {
    let create = CreateGlobalSecondaryIndexAction {
        index_name: name.into(),
        key_schema: vec![key("b", "HASH")],
        projection: Projection { projection_type: Some("ALL".into()), ..Default::default() },
        ..Default::default()
    };
    UpdateTableInput {
        table_name: "ttt".into(),
        attribute_definitions: Some(vec![defined("b", "S")]),
        global_secondary_index_updates: Some(vec![GlobalSecondaryIndexUpdate {
            create: Some(create),
            ..Default::default()
        }]),
        ..Default::default()
    }
}

fn deletion(name: &str) -> UpdateTableInput {
    let delete = DeleteGlobalSecondaryIndexAction { index_name: name.into() };
    UpdateTableInput {
        table_name: "ttt".into(),
        global_secondary_index_updates: Some(vec![GlobalSecondaryIndexUpdate {
            delete: Some(delete),
            ..Default::default()
        }]),
        ..Default::default()
    }
}

async fn entries(at: &Setting) -> usize {
    at.cx.tables().scan(INDEXED, Scan::prefix(b"")).await.unwrap().len()
}

async fn is_settled(at: &Setting) -> bool {
    let table = at.service.table(&at.cx, "ttt").await.unwrap();
    table.indexes.iter().all(|index| index.state == IndexState::Active)
}

#[tokio::test]
async fn an_index_on_a_live_table_has_what_was_there_and_goes_with_all_of_it() {
    let at = setting();
    at.create(table("ttt", false)).await.unwrap();
    for n in 0..300 {
        put(&at, &n.to_string(), (n % 3 > 0).then_some("x")).await;
    }
    let made = at.cx.call::<UpdateTable>(creation("iii")).await.unwrap().table_description.unwrap();
    let index = &made.global_secondary_indexes.as_ref().unwrap()[0];
    assert_eq!(made.table_status.as_deref(), Some("UPDATING"));
    assert_eq!((index.index_status.as_deref(), index.backfilling), (Some("CREATING"), Some(false)));
    let told = at.describe("ttt").await.unwrap();
    let index = &told.global_secondary_indexes.as_ref().unwrap()[0];
    assert_eq!((index.index_status.as_deref(), index.backfilling), (Some("CREATING"), Some(true)));
    let delete = DeleteTableInput { table_name: "ttt".into() };
    let busy = at.cx.call::<DeleteTable>(delete).await.unwrap_err();
    assert!(busy.message.ends_with("while indexes are being created, updated, or deleted."));
    let other = at.cx.call::<UpdateTable>(creation("other")).await.unwrap_err();
    assert_eq!(other.code(), "LimitExceededException");
    until(async || is_settled(&at).await).await;
    assert_eq!(entries(&at).await, 200);
    put(&at, "0", Some("y")).await;
    put(&at, "1", None).await;
    assert_eq!(entries(&at).await, 200);
    let gone = at.cx.call::<UpdateTable>(deletion("iii")).await.unwrap().table_description.unwrap();
    let index = &gone.global_secondary_indexes.as_ref().unwrap()[0];
    assert_eq!(index.index_status.as_deref(), Some("DELETING"));
    until(async || at.service.table(&at.cx, "ttt").await.unwrap().indexes.is_empty()).await;
    assert_eq!(entries(&at).await, 0);
    let left = at.cx.tables().scan(FILLINGS, Scan::prefix(b"")).await.unwrap();
    assert!(left.is_empty());
    // One of the same name lies elsewhere.
    at.cx.call::<UpdateTable>(creation("iii")).await.unwrap();
    until(async || is_settled(&at).await).await;
    assert_eq!(at.service.table(&at.cx, "ttt").await.unwrap().indexes[0].id, 2);
    assert_eq!(entries(&at).await, 200);
}

#[tokio::test]
async fn what_a_dead_process_left_is_filled_by_the_next_while_items_change() {
    let at = setting();
    // As if the process had died when the index was to be filled.
    at.platform.deadlines.rest().await;
    at.create(table("ttt", false)).await.unwrap();
    for n in 0..300 {
        put(&at, &n.to_string(), Some("x")).await;
    }
    at.cx.call::<UpdateTable>(creation("iii")).await.unwrap();
    put(&at, "7", None).await;
    put(&at, "new", Some("y")).await;
    assert_eq!(entries(&at).await, 1);
    at.platform.deadlines.start();
    for n in 100..200 {
        put(&at, &n.to_string(), Some("z")).await;
    }
    until(async || is_settled(&at).await).await;
    assert_eq!(entries(&at).await, 300);
    let rows = at.cx.tables().scan(ITEMS, Scan::prefix(b"")).await.unwrap();
    assert_eq!(rows.len(), 301);
}

#[tokio::test]
async fn an_index_that_is_being_filled_can_be_deleted() {
    let at = setting();
    at.create(table("ttt", false)).await.unwrap();
    put(&at, "1", Some("x")).await;
    at.platform.deadlines.rest().await;
    at.cx.call::<UpdateTable>(creation("iii")).await.unwrap();
    at.cx.call::<UpdateTable>(deletion("iii")).await.unwrap();
    let error = at.cx.call::<UpdateTable>(deletion("iii")).await.unwrap_err();
    assert_eq!(error.code(), "LimitExceededException");
    at.platform.deadlines.start();
    until(async || at.service.table(&at.cx, "ttt").await.unwrap().indexes.is_empty()).await;
    assert_eq!(entries(&at).await, 0);
}
