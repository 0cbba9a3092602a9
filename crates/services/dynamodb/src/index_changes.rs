//! What `UpdateTable` changes of global indexes.

use crate::errors::{
    bad_parameter, in_use, invalid, limit_exceeded, no_index, one_index_at_a_time,
};
use crate::records::table::{Billing, Index, IndexState, Scope, TableRecord};
use crate::schema::{self, MOST_GLOBAL};
use crate::throughput::{self, Whose};
use platform::Result;
use shapes::dynamodb::{
    CreateGlobalSecondaryIndexAction as Create, GlobalSecondaryIndexUpdate,
    UpdateGlobalSecondaryIndexAction as Update, UpdateTableInput,
};
use std::collections::BTreeSet;

/// What is to be done with an index.
pub(crate) enum IndexChange<'a> {
    Create(&'a Create),
    Update(&'a Update),
    Delete(&'a str),
}

impl IndexChange<'_> {
    fn index(&self) -> &str {
        match self {
            Self::Create(create) => &create.index_name,
            Self::Update(update) => &update.index_name,
            Self::Delete(name) => name,
        }
    }

    /// Whether it makes or deletes the index.
    pub fn is_structural(&self) -> bool {
        !matches!(self, Self::Update(_))
    }

    /// Whether it deletes this index.
    pub fn deletes(&self, index: &str) -> bool {
        matches!(self, Self::Delete(name) if *name == index)
    }

    /// Whether it says what this index may take.
    pub fn provisions(&self, index: &str) -> bool {
        matches!(self, Self::Update(it) if it.index_name == index && it.provisioned_throughput.is_some())
    }
}

/// What a request says is to be done.
///
/// # Errors
/// It says nothing, or too much at once.
pub(crate) fn read(given: Option<&[GlobalSecondaryIndexUpdate]>) -> Result<Vec<IndexChange<'_>>> {
    let (mut changes, mut names) = (Vec::new(), BTreeSet::new());
    for it in given.unwrap_or_default() {
        let change = match (&it.create, &it.update, &it.delete) {
            (Some(create), None, None) => IndexChange::Create(create),
            (None, Some(update), None) => IndexChange::Update(update),
            (None, None, Some(delete)) => IndexChange::Delete(&delete.index_name),
            (None, None, None) => {
                return Err(bad_parameter(
                    "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, \
                     GlobalSecondaryIndexUpdate.Delete must not be null",
                ));
            }
            _ => {
                return Err(bad_parameter(
                    "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate \
                     object",
                ));
            }
        };
        if !names.insert(change.index().to_owned()) {
            let name = change.index();
            return Err(bad_parameter(format_args!(
                "Only one global secondary index update per index is allowed simultaneously. Index: \
                 {name}"
            )));
        }
        changes.push(change);
    }
    if changes.iter().filter(|change| change.is_structural()).count() > 1 {
        return Err(one_index_at_a_time());
    }
    Ok(changes)
}

/// The request, and when and under which limits it is carried out.
pub(crate) struct Of<'a> {
    pub input: &'a UpdateTableInput,
    pub now_ms: i64,
    pub is_limited: bool,
}

/// Changes a table's indexes, and says whether one is to be filled or emptied.
///
/// # Errors
/// An index is not there, or is there already, or may not take what is asked for.
pub(crate) fn apply(table: &mut TableRecord, changes: &[IndexChange], of: &Of<'_>) -> Result<bool> {
    let mut is_structural = false;
    for change in changes {
        match change {
            IndexChange::Create(create) => add(table, create, of)?,
            IndexChange::Update(given) => update(table, given, of)?,
            IndexChange::Delete(name) => {
                found(table, name, "delete")?.state = IndexState::Deleting;
            }
        }
        is_structural |= change.is_structural();
    }
    Ok(is_structural)
}

fn found<'a>(table: &'a mut TableRecord, name: &str, what: &str) -> Result<&'a mut Index> {
    let TableRecord { name: table, indexes, .. } = table;
    let index = indexes.iter_mut().find(|index| index.name == name);
    let index = index.ok_or_else(|| no_index(name, table))?;
    match (index.scope, index.state) {
        (Scope::Local, _) => Err(invalid(format!(
            "Cannot {what} an index that is not a GlobalSecondaryIndex: {name}"
        ))),
        (Scope::Global, IndexState::Deleting) => {
            Err(in_use(format_args!("Index is being deleted. Table: {table} Index: {name}")))
        }
        (Scope::Global, _) => Ok(index),
    }
}

fn add(table: &mut TableRecord, create: &Create, of: &Of<'_>) -> Result<()> {
    let name = &create.index_name;
    if table.index(name).is_some() {
        return Err(invalid("Attempting to create an index which already exists"));
    }
    let global = table.indexes.iter().filter(|index| index.scope == Scope::Global);
    if global.count() >= MOST_GLOBAL {
        return Err(limit_exceeded(format!(
            "Subscriber limit exceeded: Number of global secondary indexes exceeds per-table limit of \
             {MOST_GLOBAL}"
        )));
    }
    let mut index = schema::added(table, create, of.input.attribute_definitions.as_ref())?;
    let provisioned = create.provisioned_throughput.as_ref();
    index.throughput = throughput::of_added_index(table.billing, name, provisioned)?;
    if let Some(given) = &create.on_demand_throughput {
        index.maxima = throughput::maxima(table.billing, Whose::Index(name), None, given)?;
    }
    if let Some(given) = &create.warm_throughput {
        let least = throughput::warm_of(table.billing, index.throughput.units, None);
        let whose = Whose::Index(name);
        index.warm = Some(throughput::warm(table.billing, whose, least, true, given)?);
    }
    table.next_index += 1;
    table.indexes.push(index);
    schema::check_projected(&table.indexes)
}

fn update(table: &mut TableRecord, given: &Update, of: &Of<'_>) -> Result<()> {
    let (billing, name) = (table.billing, &given.index_name);
    let is_switched = of.input.billing_mode.is_some();
    let index = found(table, name, "update")?;
    if let Some(provisioned) = &given.provisioned_throughput {
        if billing == Billing::OnDemand {
            return Err(bad_parameter(format_args!(
                "The only Updates for index: {name} when TableThroughputMode is PAY_PER_REQUEST can be to \
                 OnDemandThroughput, WarmThroughput"
            )));
        }
        let (units, old) = (throughput::units(provisioned)?, index.throughput.units);
        if !is_switched {
            throughput::check_changes(Whose::Index(name), old, units)?;
        }
        index.warm = Some(throughput::warm_of(billing, old, index.warm));
        index.throughput.change(units, of.now_ms, of.is_limited)?;
    }
    if let Some(maxima) = &given.on_demand_throughput {
        let old = Some(index.maxima);
        index.maxima = throughput::maxima(billing, Whose::Index(name), old, maxima)?;
    }
    if let Some(warm) = &given.warm_throughput {
        let now = throughput::warm_of(billing, index.throughput.units, index.warm);
        index.warm = Some(throughput::warm(billing, Whose::Index(name), now, false, warm)?);
    }
    Ok(())
}
