//! A service for the tests.

use crate::{Config, Dynamodb};
use platform::{Context, ManualClock, Platform, Result, testing};
use shapes::dynamodb::ops::{CreateTable, DescribeTable};
use shapes::dynamodb::*;
use std::sync::Arc;

pub struct Setting {
    pub service: Arc<Dynamodb>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
    pub platform: Arc<Platform>,
}

pub fn setting() -> Setting {
    setting_with(Config::default())
}

pub fn setting_with(config: Config) -> Setting {
    let (platform, clock) = testing::platform();
    let service = Dynamodb::new(platform.clone(), config);
    platform.serve(platform::served(&service));
    platform.deadlines.start();
    Setting { service, cx: testing::context(&platform), clock, platform }
}

/// An attribute of a key, and its role.
pub fn key(name: &str, role: &str) -> KeySchemaElement {
    KeySchemaElement { attribute_name: name.to_owned(), key_type: role.to_owned() }
}

/// What an attribute of a key is.
pub fn defined(name: &str, kind: &str) -> AttributeDefinition {
    AttributeDefinition { attribute_name: name.to_owned(), attribute_type: kind.to_owned() }
}

/// A table on demand, with strings as keys: `a` and, if it is wanted, `b`.
pub fn table(name: &str, has_range: bool) -> CreateTableInput {
    let keys = [("a", "HASH"), ("b", "RANGE")];
    let keys = keys.into_iter().take(1 + usize::from(has_range));
    CreateTableInput {
        table_name: name.to_owned(),
        attribute_definitions: Some(keys.clone().map(|(name, _)| defined(name, "S")).collect()),
        key_schema: Some(keys.map(|(name, role)| key(name, role)).collect()),
        billing_mode: Some("PAY_PER_REQUEST".to_owned()),
        ..Default::default()
    }
}

/// A global index of all attributes, with a partition key.
pub fn global(name: &str, hash: &str) -> GlobalSecondaryIndex {
    GlobalSecondaryIndex {
        index_name: name.to_owned(),
        key_schema: vec![key(hash, "HASH")],
        projection: Projection { projection_type: Some("ALL".to_owned()), ..Default::default() },
        ..Default::default()
    }
}

impl Setting {
    /// Makes a table.
    pub async fn create(&self, input: CreateTableInput) -> Result<TableDescription> {
        Ok(self.cx.call::<CreateTable>(input).await?.table_description.unwrap())
    }

    /// Describes a table.
    pub async fn describe(&self, name: &str) -> Result<TableDescription> {
        let input = DescribeTableInput { table_name: name.to_owned() };
        Ok(self.cx.call::<DescribeTable>(input).await?.table.unwrap())
    }
}
