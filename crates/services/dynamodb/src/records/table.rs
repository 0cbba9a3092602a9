//! A table as it is kept: all that its description tells, but how much lies in it.
//!
//! Table `dynamodb-tables`: account, region, name → JSON of [`TableRecord`].

use platform::{Arn, Records, scoped};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Table;

pub static TABLES: Records<TableRecord> = Records::new(Table("dynamodb-tables"));

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRecord {
    /// Its name.
    pub name: String,
    /// Its owner.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// What its rows lie under: never used again, not by a table of the same name either.
    pub id: u64,
    /// Its id as AWS shows it.
    pub uuid: String,
    /// When it was made.
    pub created_ms: i64,
    /// Its primary key.
    pub schema: KeySchema,
    /// Its secondary indexes, in the order in which they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Index>,
    /// The id that its next index gets.
    pub next_index: u32,
    /// How it is paid for.
    pub billing: Billing,
    /// When it was last changed to pay per request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_demand_since_ms: Option<i64>,
    /// What it may take, where that is provisioned.
    pub throughput: Throughput,
    /// The most that it may take on demand.
    #[serde(default, skip_serializing_if = "Maxima::are_none")]
    pub maxima: Maxima,
    /// What it can take at once, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warm: Option<Units>,
    /// Its stream, or the last that it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<Stream>,
    /// Its class, where that was ever said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// Whether it cannot be deleted.
    #[serde(default)]
    pub is_protected: bool,
    /// The attribute that tells when an item is to go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<Ttl>,
    /// When its time to live was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl_changed_ms: Option<i64>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tags: BTreeMap<String, String>,
    /// The policies on it and on its streams, by the part of the ARN behind its own; its own has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub policies: BTreeMap<String, Policy>,
    /// The Kinesis streams that its changes go to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub destinations: Vec<Destination>,
    /// By which key of KMS it is encrypted, if that was ever said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sse: Option<Sse>,
    /// What it passes through, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passing: Option<Passing>,
}

/// By which key of KMS a table is encrypted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sse {
    /// The key's ARN; without, it is one that AWS owns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// When it was changed within the last day before the last change, and that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes_ms: Vec<i64>,
    /// Until then it shows that it is being changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<i64>,
    /// Since when the key is seen to be of no use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inaccessible_ms: Option<i64>,
}

/// What names an item, or an entry of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySchema {
    /// The partition key.
    pub hash: KeyAttribute,
    /// The sort key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<KeyAttribute>,
    /// Of a global index whose partition key is of several attributes, those behind the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more_hash: Vec<KeyAttribute>,
    /// Of a global index whose sort key is of several attributes, those behind the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more_range: Vec<KeyAttribute>,
}

/// An attribute of a key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAttribute {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: KeyKind,
}

/// What a key's values may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyKind {
    /// Strings.
    #[default]
    S,
    /// Numbers.
    N,
    /// Bytes.
    B,
}

/// A secondary index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// What its entries lie under within the table's: never used again by this table.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// Whether it is global or local.
    pub scope: Scope,
    /// Its key.
    pub schema: KeySchema,
    /// What its entries have of their items.
    pub projection: Projection,
    /// How far it is.
    pub state: IndexState,
    /// What it may take, where that is provisioned.
    #[serde(default)]
    pub throughput: Throughput,
    /// The most that it may take on demand.
    #[serde(default, skip_serializing_if = "Maxima::are_none")]
    pub maxima: Maxima,
    /// What it can take at once, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warm: Option<Units>,
}

/// Whether an index has partitions of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// It has.
    Global,
    /// It sorts those of its table in another way.
    Local,
}

/// How far an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndexState {
    /// Writes maintain it; the items that were there before are being put into it.
    Backfilling,
    /// It is whole.
    Active,
    /// Nobody maintains it any more; its entries are being removed.
    Deleting,
}

/// What an index's entries have of their items, beside the keys of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Projection {
    /// Everything.
    All,
    /// Nothing.
    KeysOnly,
    /// These attributes.
    Include(Vec<String>),
}

/// How a table is paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Billing {
    /// By what is provisioned.
    #[default]
    Provisioned,
    /// By request.
    OnDemand,
}

/// Units of reading and of writing in a second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units {
    /// Of reading.
    pub read: i64,
    /// Of writing.
    pub write: i64,
}

/// What is provisioned, and how that has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Throughput {
    /// So much; nothing, on demand.
    pub units: Units,
    /// When it was last made more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub increased_ms: Option<i64>,
    /// When it was last made less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decreased_ms: Option<i64>,
    /// How often it was made less on the day when it last was.
    #[serde(default)]
    pub decreases: i64,
}

/// The most that is taken on demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maxima {
    /// Of reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<i64>,
    /// Of writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write: Option<i64>,
}

impl Maxima {
    /// Whether there are none.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A table's stream.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    /// Whether changes still go into it.
    pub is_enabled: bool,
    /// What its records tell of an item: `KEYS_ONLY`, `NEW_IMAGE`, `OLD_IMAGE` or `NEW_AND_OLD_IMAGES`.
    pub view: String,
    /// The end of its ARN: when it was made.
    pub label: String,
    /// What its records lie under: never used again.
    pub id: u64,
}

/// A table's class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_ms: Option<i64>,
}

/// What tells when an item is to go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ttl {
    /// The attribute with the time.
    pub attribute: String,
    /// Since when it has been acted on.
    pub since_ms: i64,
}

/// A policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Its text, as it was given.
    pub text: String,
    /// What tells it from the one before.
    pub revision: String,
}

/// A Kinesis stream that a table's changes go to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The stream's ARN.
    pub stream_arn: String,
    /// How far it is: `ACTIVE`, `DISABLED` and others, as AWS names them.
    pub status: String,
    /// The precision of the records' times: `MILLISECOND` or `MICROSECOND`.
    pub precision: String,
    /// When its precision or status was last changed.
    pub changed_ms: i64,
    /// What it shows for a while after that: `ENABLING`, `DISABLING` or `UPDATING`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub passing: String,
    /// Where its changes wait.
    #[serde(default)]
    pub outbox: u64,
}

/// A state that does not last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// Which.
    pub state: Transient,
    /// Until then.
    pub until_ms: i64,
}

/// States that do not last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Transient {
    /// It is being made.
    Creating,
    /// It is being changed.
    Updating,
    /// It is being deleted.
    Deleting,
}

impl TableRecord {
    /// The key of its row.
    pub fn key(&self) -> Vec<u8> {
        key(&self.account, &self.region, &self.name)
    }

    /// Its ARN.
    pub fn arn(&self) -> String {
        let resource = format_args!("table/{}", self.name);
        Arn::new("dynamodb", &self.region, &self.account, resource).text()
    }

    /// The ARN of one of its indexes.
    pub fn index_arn(&self, index: &str) -> String {
        format!("{}/index/{index}", self.arn())
    }

    /// The ARN of the stream with this label.
    pub fn stream_arn(&self, label: &str) -> String {
        format!("{}/stream/{label}", self.arn())
    }

    /// What the keys of its items begin with.
    pub fn prefix(&self) -> [u8; 8] {
        self.id.to_be_bytes()
    }

    /// What the keys of an index's entries begin with.
    pub fn index_prefix(&self, index: &Index) -> [u8; 12] {
        let mut prefix = [0; 12];
        prefix[..8].copy_from_slice(&self.prefix());
        prefix[8..].copy_from_slice(&index.id.to_be_bytes());
        prefix
    }

    /// The index of this name.
    pub fn index(&self, name: &str) -> Option<&Index> {
        self.indexes.iter().find(|index| index.name == name)
    }

    /// The indexes that writes maintain.
    pub fn maintained(&self) -> impl Iterator<Item = &Index> {
        self.indexes.iter().filter(|index| index.state != IndexState::Deleting)
    }

    /// The stream that changes go into.
    pub fn live_stream(&self) -> Option<&Stream> {
        self.stream.as_ref().filter(|stream| stream.is_enabled)
    }

    /// The state that it is in now, if that does not last.
    pub fn passing(&self, now_ms: i64) -> Option<Transient> {
        let passing = self.passing.filter(|passing| now_ms < passing.until_ms);
        passing.map(|passing| passing.state)
    }

    /// Whether it was deleted, and is gone now.
    pub fn is_gone(&self, now_ms: i64) -> bool {
        self.passing.is_some_and(|passing| {
            passing.state == Transient::Deleting && passing.until_ms <= now_ms
        })
    }
}

impl KeySchema {
    /// Its attributes, those of the partition key first.
    pub fn attributes(&self) -> impl Iterator<Item = &KeyAttribute> {
        self.hashes().chain(self.ranges())
    }

    /// The attributes of the partition key.
    pub fn hashes(&self) -> impl Iterator<Item = &KeyAttribute> {
        std::iter::once(&self.hash).chain(&self.more_hash)
    }

    /// The attributes of the sort key.
    pub fn ranges(&self) -> impl Iterator<Item = &KeyAttribute> {
        self.range.iter().chain(&self.more_range)
    }

    /// Whether both parts are of one attribute at most.
    pub fn is_plain(&self) -> bool {
        self.more_hash.is_empty() && self.more_range.is_empty()
    }

    /// Whether an attribute belongs to it.
    pub fn has(&self, name: &str) -> bool {
        self.attributes().any(|attribute| attribute.name == name)
    }
}

impl KeyKind {
    /// As AWS writes it.
    pub fn text(self) -> &'static str {
        match self {
            KeyKind::S => "S",
            KeyKind::N => "N",
            KeyKind::B => "B",
        }
    }
}

/// The key of a table's row; with an empty name, what those of an account and region begin with.
pub fn key(account: &str, region: &str, name: &str) -> Vec<u8> {
    scoped(account, region, &[name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"t","account":"000000000000","region":"us-east-1","id":7,"uuid":"u","created_ms":5,"schema":{"hash":{"name":"a","kind":"S"},"range":{"name":"b","kind":"N"}},"indexes":[{"id":1,"name":"i","scope":"Global","schema":{"hash":{"name":"b","kind":"N"}},"projection":{"Include":["c"]},"state":"Active","throughput":{"units":{"read":1,"write":2},"decreases":0}}],"next_index":2,"billing":"Provisioned","throughput":{"units":{"read":5,"write":6},"increased_ms":7,"decreases":0},"stream":{"is_enabled":true,"view":"KEYS_ONLY","label":"l","id":8},"class":{"name":"STANDARD"},"is_protected":true,"ttl":{"attribute":"d","since_ms":9},"tags":{"k":"v"},"policies":{"":{"text":"{}","revision":"r"}},"destinations":[{"stream_arn":"arn","status":"ACTIVE","precision":"MILLISECOND","changed_ms":1,"passing":"ENABLING","outbox":9}],"sse":{"key":"arn","changes_ms":[1],"until_ms":2,"inaccessible_ms":3},"passing":{"state":"Creating","until_ms":9}}"#;
        let table = TABLES.decode(b"k", stored).unwrap();
        assert_eq!(TABLES.encode(&table).unwrap(), &stored[..]);
        let index = table.index("i").unwrap();
        assert_eq!(table.index_prefix(index), [0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1]);
        assert_eq!(table.index_arn("i"), "arn:aws:dynamodb:us-east-1:000000000000:table/t/index/i");
        assert_eq!((table.passing(8), table.passing(9)), (Some(Transient::Creating), None));
        assert!(!table.is_gone(9));
    }
}
