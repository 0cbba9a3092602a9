//! A service for tests, and tables in it.

use crate::records::table::{
    Index, IndexState, KeyAttribute, KeyKind, KeySchema, Projection, Scope, TABLES, TableRecord,
};
use crate::value::Item;
use crate::{Config, Dynamodb};
use platform::{Company, Context, ManualClock, Platform, SeededIds, testing};
use shapes::AttributeValue;
use std::sync::Arc;
use store::Batch;
use store::faulty::Faults;

pub struct Setting {
    pub dynamodb: Arc<Dynamodb>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let dynamodb = Dynamodb::new(platform.clone(), Config::default());
    Setting { dynamodb, cx: testing::context(&platform), clock }
}

/// The same over engines that can be made to fail.
pub fn faulty() -> (Setting, Faults) {
    let (faults, (platform, clock)) = (Faults::default(), testing::platform());
    let store = faults.wrap(platform.store.clone());
    let platform = Platform::new(store, clock.clone(), Arc::new(SeededIds::new(1)));
    let dynamodb = Dynamodb::new(platform.clone(), Config::default());
    (Setting { dynamodb, cx: testing::context(&platform), clock }, faults)
}

impl Setting {
    /// Another process beside this one, over the same engines.
    pub fn beside(&self, seed: u64) -> Self {
        let (store, clock) = (self.cx.platform().store.clone(), self.clock.clone());
        let ids = Arc::new(SeededIds::new(seed));
        let platform = Platform::in_company(store, clock.clone(), ids, Company::Shared);
        let dynamodb = Dynamodb::new(platform.clone(), Config::default());
        Self { dynamodb, cx: testing::context(&platform), clock }
    }

    /// Makes a table, without asking anybody.
    pub async fn table(&self, name: &str, schema: KeySchema, indexes: Vec<Index>) {
        let table = TableRecord {
            name: name.to_owned(),
            account: self.cx.account.to_string(),
            region: self.cx.region.to_string(),
            id: 7,
            schema,
            indexes,
            ..Default::default()
        };
        let batch = Batch::new().put(TABLES.table, table.key(), TABLES.encode(&table).unwrap());
        self.cx.tables().commit(batch).await.unwrap();
    }
}

/// A key of these attributes, each as `name:type`.
pub fn key(hash: &str, range: Option<&str>) -> KeySchema {
    let attribute = |text: &str| {
        let (name, kind) = text.split_once(':').unwrap();
        let kind = match kind {
            "S" => KeyKind::S,
            "N" => KeyKind::N,
            _ => KeyKind::B,
        };
        KeyAttribute { name: name.to_owned(), kind }
    };
    KeySchema { hash: attribute(hash), range: range.map(attribute), ..Default::default() }
}

pub fn index(
    id: u32,
    name: &str,
    scope: Scope,
    schema: KeySchema,
    projection: Projection,
) -> Index {
    Index {
        id,
        name: name.to_owned(),
        scope,
        schema,
        projection,
        state: IndexState::Active,
        throughput: Default::default(),
        maxima: Default::default(),
        warm: None,
    }
}

/// An item of these attributes.
pub fn item<const N: usize>(attributes: [(&str, AttributeValue); N]) -> Item {
    attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

pub fn s(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

pub fn n(number: impl std::fmt::Display) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
