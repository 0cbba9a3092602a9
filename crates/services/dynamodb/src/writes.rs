//! What a client wants done with one item, whatever operation it comes in: decided by what the item
//! is, and done again where that has changed meanwhile.

use crate::Dynamodb;
use crate::capacity::{Cost, Kind};
use crate::errors::{bad_parameter, condition_failed, invalid};
use crate::expression::{Applied, Condition, Update};
use crate::records::table::Scope;
use crate::rows::index::Touched;
use crate::rows::{Change, Key, Stored, check};
use crate::tables::Table;
use crate::value::{Item, check_size, item_size};
use platform::{Context, Result};
use shapes::dynamodb::ItemCollectionMetrics;
use std::sync::Arc;
use store::Batch;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Action {
    /// The item is to be this one.
    Put(Item),
    /// The item with this key is to be changed so; if by nothing, it is only to be there.
    Update(Item, Option<Update>),
    /// The item with this key is to be gone.
    Delete(Item),
    /// The item with this key is only looked at.
    Check(Item),
}

/// What is to be done, and where.
#[derive(Debug)]
pub(crate) struct Wish {
    /// What.
    pub action: Action,
    /// If this holds of the item as it is.
    pub condition: Option<Condition>,
    /// Where it does not, the item is told.
    pub tells_failed: bool,
    /// Somebody wants to know what the item was, or how large.
    pub is_watched: bool,
}

/// What was done.
#[derive(Debug)]
pub(crate) struct Done {
    /// The table.
    pub table: Arc<Table>,
    /// What the item was.
    pub before: Option<Item>,
    /// What it is.
    pub after: Option<Item>,
    /// What an update has done.
    pub applied: Option<Applied>,
    /// The larger of the sizes before and after.
    pub size: usize,
    /// The entries of indexes that were written.
    pub touched: Vec<Touched>,
}

/// What is to become of an item.
#[derive(Debug)]
pub(crate) struct Decided {
    /// The item afterwards.
    pub after: Option<Item>,
    /// What an update does.
    pub applied: Option<Applied>,
}

impl Wish {
    /// The key of the item in this table.
    ///
    /// # Errors
    /// What is given does not meet the table's schema.
    pub fn aim(&self, table: &Table) -> Result<Key> {
        match &self.action {
            Action::Put(item) => {
                let key = check::item_key(table, item)?;
                check::index_keys(table, item, None)?;
                Ok(key)
            }
            Action::Update(key, update) => {
                if let Some(update) = update {
                    targets(table, update)?;
                }
                check::key(table, key)
            }
            Action::Delete(key) | Action::Check(key) => check::key(table, key),
        }
    }

    /// Whether it can be done without looking at what the item is.
    pub fn is_blind(&self, table: &Table) -> bool {
        !self.is_watched
            && self.condition.is_none()
            && matches!(self.action, Action::Put(_) | Action::Delete(_))
            && table.maintained().next().is_none()
            && !table.is_recorded()
    }

    /// What is to become of an item that is this now.
    ///
    /// # Errors
    /// The condition does not hold, the update cannot be made, or its outcome is no item of the
    /// table.
    pub fn decide(&self, table: &Table, before: Option<&Item>) -> Result<Decided> {
        if let Some(condition) = &self.condition
            && !condition.holds(before.unwrap_or(&Item::new()))?
        {
            let told = before.filter(|_| self.tells_failed);
            return Err(condition_failed(told.cloned()));
        }
        match &self.action {
            Action::Put(item) => Ok(Decided { after: Some(item.clone()), applied: None }),
            Action::Delete(_) => Ok(Decided { after: None, applied: None }),
            Action::Check(_) => Ok(Decided { after: before.cloned(), applied: None }),
            Action::Update(key, None) => {
                let after = before.unwrap_or(key).clone();
                Ok(Decided { after: Some(after), applied: None })
            }
            Action::Update(_, Some(update)) if before.is_none() && !update.creates() => {
                Ok(Decided { after: None, applied: None })
            }
            Action::Update(key, Some(update)) => {
                let applied = update.apply(before.unwrap_or(key))?;
                check::index_keys(table, &applied.item, before)?;
                check_size(&applied.item, true)?;
                Ok(Decided { after: Some(applied.item.clone()), applied: Some(applied) })
            }
        }
    }

    /// The change that this decision makes of what was read.
    pub fn change(
        &self,
        table: &Arc<Table>,
        key: Key,
        before: Option<Stored>,
        after: Option<Item>,
    ) -> Change {
        let is_check = matches!(self.action, Action::Check(_));
        Change { is_check, ..Change::new(table, key, before, after) }
    }
}

/// Refuses an update of the key.
fn targets(table: &Table, update: &Update) -> Result<()> {
    let targets = update.targets();
    let of_key = table.schema.attributes().find(|key| targets.contains(&*key.name));
    match of_key {
        Some(attribute) => Err(bad_parameter(format_args!(
            "Cannot update attribute {}. This attribute is part of the key",
            attribute.name
        ))),
        None => Ok(()),
    }
}

impl Dynamodb {
    /// Does what is wished for with one item.
    ///
    /// # Errors
    /// There is no such table, or the wish cannot be met.
    pub(crate) async fn fulfil(&self, cx: &Context, table: &str, wish: &Wish) -> Result<Done> {
        loop {
            let table = self.table(cx, table).await?;
            let key = wish.aim(&table)?;
            if let Some(done) = self.attempt(&table, key, wish).await? {
                done.cost().count(cx, &done.table.name);
                return Ok(done);
            }
        }
    }

    /// Tries it; gives nothing where the item or the table has changed meanwhile.
    async fn attempt(&self, table: &Arc<Table>, key: Key, wish: &Wish) -> Result<Option<Done>> {
        let is_blind = wish.is_blind(table);
        let _within = match is_blind {
            true => None,
            false => Some(self.gates.enter([&key.row]).await),
        };
        let before = if is_blind { None } else { self.stored(&key).await? };
        let decided = wish.decide(table, before.as_ref().map(|(item, _)| item))?;
        let size = |item: Option<&Item>| item.map_or(0, item_size);
        let was = size(before.as_ref().map(|(item, _)| item));
        let size = was.max(size(decided.after.as_ref()));
        self.spend(table, Some(key.spread), &Cost::new(Kind::Write).item(size))?;
        let change = Change { is_blind, ..wish.change(table, key, before, decided.after) };
        let changes = [change];
        let Some(mut written) = self.commit(&changes, Batch::new()).await? else {
            return Ok(None);
        };
        let [change] = changes;
        Ok(Some(Done {
            table: table.clone(),
            size,
            before: change.before.map(|(item, _)| item),
            after: change.after,
            applied: decided.applied,
            touched: written.touched.pop().unwrap_or_default(),
        }))
    }
}

/// Whether what an item was is asked for (`ReturnValues` where nothing new can be told).
///
/// # Errors
/// Something else is asked for.
pub(crate) fn wants_old(return_values: Option<&str>) -> Result<bool> {
    match return_values {
        None | Some("NONE") => Ok(false),
        Some("ALL_OLD") => Ok(true),
        Some(_) => Err(invalid("Return values set to invalid value")),
    }
}

/// Whether the item is to be told where its condition does not hold
/// (`ReturnValuesOnConditionCheckFailure`).
pub(crate) fn tells_failed(member: Option<&str>) -> bool {
    member == Some("ALL_OLD")
}

impl Done {
    /// What it has cost.
    pub fn cost(&self) -> Cost {
        Cost::new(Kind::Write).item(self.size).touched(&self.touched)
    }
}

/// Whether the sizes of item collections are asked for (`ReturnItemCollectionMetrics`).
pub(crate) fn wants_collections(member: Option<&str>) -> bool {
    member == Some("SIZE")
}

/// What is told of the collection that an item is in. Only tables with local indexes have any. How
/// large they are is not counted: the smallest range is told.
pub(crate) fn collection(table: &Table, item: &Item) -> Option<ItemCollectionMetrics> {
    if !table.indexes.iter().any(|index| index.scope == Scope::Local) {
        return None;
    }
    let hash = &table.schema.hash.name;
    let key = item.get(hash).map(|value| (hash.clone(), value.clone()));
    Some(ItemCollectionMetrics {
        item_collection_key: Some(key.into_iter().collect()),
        size_estimate_range_gb: Some(vec![0.0, 1.0]),
    })
}
