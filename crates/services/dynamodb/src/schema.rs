//! What a request says of keys and indexes: read, and held against AWS's rules in AWS's order (what
//! it says of them is in its answers to requests that break several).

use crate::errors::{bad_parameter, invalid};
use crate::records::table::{
    Index, IndexState, KeyAttribute, KeyKind, KeySchema, Projection, Scope, TableRecord,
};
use platform::Result;
use shapes::dynamodb as wire;
use std::collections::{BTreeMap, BTreeSet};

/// The most global indexes of a table.
pub(crate) const MOST_GLOBAL: usize = 20;
/// The most local indexes of a table.
const MOST_LOCAL: usize = 5;
/// The most attributes that all indexes of a table name to be projected.
const MOST_PROJECTED: usize = 100;
/// The most partition keys, and the most sort keys, of an index.
const MOST_KEYS: usize = 4;

/// The kinds of key attributes, by their names.
pub(crate) type Definitions = BTreeMap<String, KeyKind>;

/// What attributes are defined as.
///
/// # Errors
/// One is defined twice.
pub(crate) fn definitions(given: &[wire::AttributeDefinition]) -> Result<Definitions> {
    let mut definitions = Definitions::new();
    for it in given {
        let kind = match &*it.attribute_type {
            "S" => KeyKind::S,
            "N" => KeyKind::N,
            _ => KeyKind::B,
        };
        if definitions.insert(it.attribute_name.clone(), kind).is_some() {
            let name = &it.attribute_name;
            return Err(invalid(format!("Attribute Name is duplicated: {name}")));
        }
    }
    Ok(definitions)
}

/// The definitions of all attributes that are keys of a table or of its indexes.
pub(crate) fn definitions_of(table: &TableRecord) -> Definitions {
    let of_indexes = table.indexes.iter().flat_map(|index| index.schema.attributes());
    let all = table.schema.attributes().chain(of_indexes);
    all.map(|attribute| (attribute.name.clone(), attribute.kind)).collect()
}

/// The same as requests and answers have them.
pub(crate) fn described_definitions(table: &TableRecord) -> Vec<wire::AttributeDefinition> {
    let of = |(attribute_name, kind): (String, KeyKind)| wire::AttributeDefinition {
        attribute_name,
        attribute_type: kind.text().to_owned(),
    };
    definitions_of(table).into_iter().map(of).collect()
}

/// The names in brackets, as AWS's sentences have them.
fn listed<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    let names: Vec<_> = names.into_iter().map(String::as_str).collect();
    format!("[{}]", names.join(", "))
}

fn names(keys: &[wire::KeySchemaElement]) -> Vec<&String> {
    keys.iter().map(|key| &key.attribute_name).collect()
}

fn undefined<'a>(
    keys: impl IntoIterator<Item = &'a String>,
    definitions: &Definitions,
) -> platform::Error {
    bad_parameter(format_args!(
        "Some index key attributes are not defined in AttributeDefinitions. Keys: {}, \
         AttributeDefinitions: {}",
        listed(keys),
        listed(definitions.keys()),
    ))
}

/// The key of a table.
fn table_key(keys: &[wire::KeySchemaElement], definitions: &Definitions) -> Result<KeySchema> {
    let is_defined = |name: &&String| definitions.contains_key(*name);
    let all = names(keys);
    if !all.iter().all(is_defined) || (all.len() == 2 && all[0] == all[1] && definitions.len() == 1)
    {
        return Err(match all.len() {
            1 => undefined(all, definitions),
            _ => invalid("Invalid KeySchema: Some index key attribute have no definition"),
        });
    }
    key(keys, definitions)
}

/// A key of one attribute or two, all of which are defined.
fn key(keys: &[wire::KeySchemaElement], definitions: &Definitions) -> Result<KeySchema> {
    if keys.len() == 2 && keys[0].attribute_name == keys[1].attribute_name {
        return Err(invalid(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name",
        ));
    }
    let [hash, rest @ ..] = keys else {
        return Err(crate::names::too_short("keySchema", "[]", 1));
    };
    if hash.key_type != "HASH" {
        return Err(invalid(
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        ));
    }
    if rest.first().is_some_and(|range| range.key_type != "RANGE") {
        return Err(invalid(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type",
        ));
    }
    let attribute = |it: &wire::KeySchemaElement| KeyAttribute {
        name: it.attribute_name.clone(),
        kind: definitions.get(&it.attribute_name).copied().unwrap_or_default(),
    };
    Ok(KeySchema {
        hash: attribute(hash),
        range: rest.first().map(attribute),
        ..KeySchema::default()
    })
}

/// The key of a global index, each part of which may be of several attributes.
fn global_key(keys: &[wire::KeySchemaElement], definitions: &Definitions) -> Result<KeySchema> {
    let all = names(keys);
    if !all.iter().all(|name| definitions.contains_key(*name)) {
        return Err(undefined(all, definitions));
    }
    let is_hash = |key: &wire::KeySchemaElement| key.key_type == "HASH";
    let hashes = keys.iter().filter(|key| is_hash(key)).count();
    if keys.len() <= 2 && hashes < 2 {
        return key(keys, definitions);
    }
    if all.iter().collect::<BTreeSet<_>>().len() < all.len() {
        return Err(invalid("The KeySchema contains multiple key attributes with the same name"));
    }
    if !keys.first().is_some_and(is_hash) {
        return key(keys, definitions);
    }
    if !keys.iter().take(hashes).all(is_hash) {
        return Err(bad_parameter(
            "All HASH key attributes must precede RANGE key attributes in the KeySchema",
        ));
    }
    for (count, kind) in [(hashes, "HASH"), (keys.len() - hashes, "RANGE")] {
        if count > MOST_KEYS {
            return Err(bad_parameter(format_args!(
                "The KeySchema exceeds the maximum allowed number of {kind} key attributes"
            )));
        }
    }
    let attribute = |it: &wire::KeySchemaElement| KeyAttribute {
        name: it.attribute_name.clone(),
        kind: definitions.get(&it.attribute_name).copied().unwrap_or_default(),
    };
    let mut hash = keys.iter().take(hashes).map(attribute);
    let mut range = keys.iter().skip(hashes).map(attribute);
    Ok(KeySchema {
        hash: hash.next().unwrap_or_default(),
        range: range.next(),
        more_hash: hash.collect(),
        more_range: range.collect(),
    })
}

/// What an index has of its items.
///
/// # Errors
/// The projection is not one, or names attributes where it must not, or none where it must.
pub(crate) fn projection(given: &wire::Projection) -> Result<Projection> {
    let named = given.non_key_attributes.as_ref();
    let kind = given.projection_type.as_deref();
    match (kind, named) {
        (Some("INCLUDE"), None) => {
            Err(bad_parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified"))
        }
        (Some("INCLUDE"), Some(named)) => {
            let mut sorted = BTreeSet::new();
            for name in named {
                if !sorted.insert(name.clone()) {
                    return Err(bad_parameter(format_args!(
                        "Duplicate element in NonKeyAttributes: {name}"
                    )));
                }
            }
            Ok(Projection::Include(sorted.into_iter().collect()))
        }
        (Some(kind @ ("ALL" | "KEYS_ONLY")), Some(_)) => Err(bad_parameter(format_args!(
            "ProjectionType is {kind}, but NonKeyAttributes is specified"
        ))),
        (Some("ALL"), None) => Ok(Projection::All),
        (Some("KEYS_ONLY"), None) => Ok(Projection::KeysOnly),
        (kind, _) => {
            let kind = kind.unwrap_or("null");
            Err(bad_parameter(format_args!("Unknown ProjectionType: {kind}")))
        }
    }
}

/// What a request to make a table says of keys and indexes.
pub(crate) struct Given<'a> {
    pub definitions: &'a [wire::AttributeDefinition],
    pub keys: &'a [wire::KeySchemaElement],
    pub local: Option<&'a Vec<wire::LocalSecondaryIndex>>,
    pub global: Option<&'a Vec<wire::GlobalSecondaryIndex>>,
}

/// A table's key and its indexes, without what they may take.
///
/// # Errors
/// They are not as AWS wants them.
pub(crate) fn read(given: &Given) -> Result<(KeySchema, Vec<Index>)> {
    for keys in std::iter::once(given.keys)
        .chain(given.local.into_iter().flatten().map(|index| &index.key_schema[..]))
    {
        if keys.len() > 2 {
            return Err(crate::names::too_long_list("keySchema", keys.len(), 2));
        }
    }
    let definitions = definitions(given.definitions)?;
    let schema = table_key(given.keys, &definitions)?;
    let has_indexes = given.local.is_some() || given.global.is_some();
    if !has_indexes && given.keys.len() != definitions.len() {
        return Err(bad_parameter(
            "Number of attributes in KeySchema does not exactly match number of attributes defined in \
             AttributeDefinitions",
        ));
    }
    check_all_used(given, &definitions)?;
    let mut indexes = Vec::new();
    if let Some(local) = given.local {
        read_local(local, &schema, &definitions, &mut indexes)?;
    }
    if let Some(global) = given.global {
        read_global(global, &definitions, &mut indexes)?;
    }
    check_projected(&indexes)?;
    Ok((schema, indexes))
}

/// Refuses definitions that no key uses, where there are indexes.
fn check_all_used(given: &Given, definitions: &Definitions) -> Result<()> {
    let of_local = given.local.into_iter().flatten().flat_map(|index| &index.key_schema);
    let of_global = given.global.into_iter().flatten().flat_map(|index| &index.key_schema);
    let keys = given.keys.iter().chain(of_local).chain(of_global);
    let used: BTreeSet<_> = keys.map(|key| &key.attribute_name).collect();
    if definitions.keys().all(|name| used.contains(name)) {
        return Ok(());
    }
    Err(bad_parameter(format_args!(
        "Some AttributeDefinitions are not used. AttributeDefinitions: {}, keys used: {}",
        listed(definitions.keys()),
        listed(used),
    )))
}

fn read_local(
    local: &[wire::LocalSecondaryIndex],
    table: &KeySchema,
    definitions: &Definitions,
    indexes: &mut Vec<Index>,
) -> Result<()> {
    if local.is_empty() {
        return Err(bad_parameter("List of LocalSecondaryIndexes is empty"));
    }
    if table.range.is_none() {
        return Err(bad_parameter(
            "Table KeySchema does not have a range key, which is required when specifying a \
             LocalSecondaryIndex",
        ));
    }
    for it in local {
        let all = names(&it.key_schema);
        if !all.iter().all(|name| definitions.contains_key(*name)) {
            return Err(undefined(all, definitions));
        }
        let schema = key(&it.key_schema, definitions)?;
        let name = &it.index_name;
        if schema.range.is_none() {
            return Err(bad_parameter(format_args!(
                "Index KeySchema does not have a range key for index: {name}"
            )));
        }
        let (own, tables) = (&schema.hash.name, &table.hash.name);
        if own != tables {
            return Err(bad_parameter(format_args!(
                "Index KeySchema does not have the same leading hash key as table KeySchema for index: \
                 {name}. index hash key: {own}, table hash key: {tables}"
            )));
        }
        add(indexes, name, Scope::Local, schema, projection(&it.projection)?)?;
    }
    if local.len() > MOST_LOCAL {
        return Err(bad_parameter(format_args!(
            "Number of LocalSecondaryIndexes exceeds per-table limit of {MOST_LOCAL}"
        )));
    }
    Ok(())
}

fn read_global(
    global: &[wire::GlobalSecondaryIndex],
    definitions: &Definitions,
    indexes: &mut Vec<Index>,
) -> Result<()> {
    if global.is_empty() {
        return Err(bad_parameter("List of GlobalSecondaryIndexes is empty"));
    }
    for it in global {
        let schema = global_key(&it.key_schema, definitions)?;
        add(indexes, &it.index_name, Scope::Global, schema, projection(&it.projection)?)?;
    }
    if global.len() > MOST_GLOBAL {
        return Err(bad_parameter(format_args!(
            "GlobalSecondaryIndex count exceeds the per-table limit of {MOST_GLOBAL}"
        )));
    }
    Ok(())
}

fn add(
    indexes: &mut Vec<Index>,
    name: &str,
    scope: Scope,
    schema: KeySchema,
    projection: Projection,
) -> Result<()> {
    if indexes.iter().any(|index| index.name == name) {
        return Err(bad_parameter(format_args!("Duplicate index name: {name}")));
    }
    indexes.push(Index {
        id: u32::try_from(indexes.len()).unwrap_or(u32::MAX).saturating_add(1),
        name: name.to_owned(),
        scope,
        schema,
        projection,
        state: IndexState::Active,
        throughput: Default::default(),
        maxima: Default::default(),
        warm: None,
    });
    Ok(())
}

/// Refuses indexes that together name more attributes than a table's may ("Quotas", "Projected
/// Secondary Index attributes per table").
pub(crate) fn check_projected(indexes: &[Index]) -> Result<()> {
    let named = |index: &Index| match &index.projection {
        Projection::Include(names) => names.len(),
        Projection::All | Projection::KeysOnly => 0,
    };
    if indexes.iter().map(named).sum::<usize>() <= MOST_PROJECTED {
        return Ok(());
    }
    Err(bad_parameter(format_args!(
        "Number of NonKeyAttributes exceeds per-table limit of {MOST_PROJECTED}"
    )))
}

/// A global index that is to be added to a table.
///
/// # Errors
/// It is not as AWS wants it.
pub(crate) fn added(
    table: &TableRecord,
    given: &wire::CreateGlobalSecondaryIndexAction,
    definitions: Option<&Vec<wire::AttributeDefinition>>,
) -> Result<Index> {
    let name = &given.index_name;
    let Some(defined) = definitions else {
        return Err(bad_parameter(format_args!(
            "AttributeDefinitions is not specified for index: {name}"
        )));
    };
    let mut all = self::definitions(defined)?;
    let schema = global_key(&given.key_schema, &all)?;
    let known = definitions_of(table);
    for attribute in schema.attributes() {
        if known.get(&attribute.name).is_some_and(|kind| *kind != attribute.kind) {
            return Err(bad_parameter(format_args!(
                "Attributes cannot be redefined. Please check that your attribute has the same type as \
                 previously defined. Existing schema: Schema:[SchemaElement: key{{{}}}] New schema: \
                 Schema:[SchemaElement: key{{{}}}]",
                spelled(&table.schema),
                spelled(&schema),
            )));
        }
    }
    all.extend(known);
    let mut indexes = Vec::new();
    add(&mut indexes, name, Scope::Global, schema, projection(&given.projection)?)?;
    let index = indexes.pop().ok_or_else(|| platform::Error::internal("no index was made"))?;
    Ok(Index { id: table.next_index, state: IndexState::Backfilling, ..index })
}

/// A key as AWS's sentence about another definition has it.
fn spelled(schema: &KeySchema) -> String {
    let kinds = ["HASH", "RANGE"];
    let each = schema.attributes().zip(kinds);
    let each = each.map(|(key, role)| format!("{}:{}:{role}", key.name, key.kind.text()));
    each.collect::<Vec<_>>().join(", ")
}
