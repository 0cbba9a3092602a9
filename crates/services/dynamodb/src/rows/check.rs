//! What a table's schema demands of keys and items, in AWS's words.

use super::{Key, layout};
use crate::errors::{bad_parameter, invalid};
use crate::records::table::{KeyAttribute, TableRecord};
use crate::value::{Item, KeyPart, check_key_value};
use platform::{Error, Result};
use shapes::AttributeValue;

/// What is said of a key that is not the table's.
pub(crate) fn not_in_schema() -> Error {
    invalid("The provided key element does not match the schema")
}

/// The key that these attributes are, all of it and nothing else.
///
/// # Errors
/// They are not.
pub(crate) fn key(table: &TableRecord, attributes: &Item) -> Result<Key> {
    if attributes.len() != table.schema.attributes().count() {
        return Err(not_in_schema());
    }
    key_within(table, attributes)
}

/// The key of an item in a batch, where AWS says no more of it than of a key.
///
/// # Errors
/// It lacks an attribute of the key, or has it with another type.
pub(crate) fn key_within(table: &TableRecord, item: &Item) -> Result<Key> {
    for attribute in table.schema.attributes() {
        let value = item.get(&attribute.name).ok_or_else(not_in_schema)?;
        if value.type_name() != attribute.kind.text() {
            return Err(not_in_schema());
        }
    }
    whole(table, item)
}

/// The key of an item that is to be put.
///
/// # Errors
/// It lacks an attribute of the key, or has it with another type.
pub(crate) fn item_key(table: &TableRecord, item: &Item) -> Result<Key> {
    for attribute in table.schema.attributes() {
        let name = &attribute.name;
        let missing = || bad_parameter(format_args!("Missing the key {name} in the item"));
        let (actual, kind) = (item.get(name).ok_or_else(missing)?, attribute.kind.text());
        if actual.type_name() != kind {
            return Err(bad_parameter(format_args!(
                "Type mismatch for key {name} expected: {kind} actual: {}",
                actual.type_name()
            )));
        }
    }
    whole(table, item)
}

/// The key of an item whose key has the right types.
fn whole(table: &TableRecord, item: &Item) -> Result<Key> {
    for (attribute, part) in table.schema.attributes().zip([KeyPart::Hash, KeyPart::Range]) {
        let value = item.get(&attribute.name).ok_or_else(not_in_schema)?;
        check_key_value(&attribute.name, value, part)?;
    }
    layout::item_key(table, item).ok_or_else(not_in_schema)
}

/// What kind of emptiness a value is.
fn empty(value: &AttributeValue) -> Option<&'static str> {
    match value {
        AttributeValue::S(text) if text.is_empty() => Some("string"),
        AttributeValue::B(bytes) if bytes.is_empty() => Some("binary"),
        _ => None,
    }
}

/// Refuses an item that an index cannot have: an attribute of the index's key is of another type,
/// empty, or too long. An item that lacks one is merely not in the index. What it had before may stay:
/// it may be older than the index.
///
/// # Errors
/// See above.
pub(crate) fn index_keys(table: &TableRecord, item: &Item, before: Option<&Item>) -> Result<()> {
    let is_new = |name: &str, value| before.and_then(|before| before.get(name)) != Some(value);
    for index in table.maintained() {
        let hashes = index.schema.hashes().map(|attribute| (attribute, KeyPart::Hash));
        let ranges = index.schema.ranges().map(|attribute| (attribute, KeyPart::Range));
        for (attribute, part) in hashes.chain(ranges) {
            if let Some(value) = item.get(&attribute.name)
                && is_new(&attribute.name, value)
            {
                index_key(&index.name, attribute, value)?;
                check_key_value(&attribute.name, value, part)?;
            }
        }
    }
    Ok(())
}

fn index_key(index: &str, attribute: &KeyAttribute, value: &AttributeValue) -> Result<()> {
    let (name, kind) = (&attribute.name, attribute.kind.text());
    let actual = value.type_name();
    if actual != kind {
        return Err(bad_parameter(format_args!(
            "Type mismatch for Index Key {name} Expected: {kind} Actual: {actual} IndexName: {index}"
        )));
    }
    match empty(value) {
        Some(kind) => Err(invalid(format!(
            "One or more parameter values are not valid. A value specified for a secondary index key \
             is not supported. The AttributeValue for a key attribute cannot contain an empty {kind} \
             value. IndexName: {index}, IndexKey: {name}"
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::table::{Index, IndexState, KeyKind, KeySchema, Projection, Scope};
    use AttributeValue::{B, N, S};

    fn attribute(name: &str, kind: KeyKind) -> KeyAttribute {
        KeyAttribute { name: name.to_owned(), kind }
    }

    fn table() -> TableRecord {
        let schema = KeySchema {
            hash: attribute("a", KeyKind::S),
            range: Some(attribute("b", KeyKind::B)),
            ..Default::default()
        };
        let index = Index {
            id: 1,
            name: "i".to_owned(),
            scope: Scope::Global,
            schema: KeySchema { hash: attribute("c", KeyKind::S), ..Default::default() },
            projection: Projection::All,
            state: IndexState::Active,
            throughput: Default::default(),
            maxima: Default::default(),
            warm: None,
        };
        TableRecord { schema, indexes: vec![index], ..Default::default() }
    }

    fn item(attributes: &[(&str, AttributeValue)]) -> Item {
        attributes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    fn s(text: &str) -> AttributeValue {
        S(text.to_owned())
    }

    fn b(text: &'static str) -> AttributeValue {
        B(text.into())
    }

    #[test]
    fn keys_are_held_against_the_schema() {
        let n = N("1".to_owned());
        let long = "x".repeat(2049);
        let not_in_schema = "The provided key element does not match the schema";
        let empty = "One or more parameter values are not valid. The AttributeValue for a key \
                     attribute cannot contain an empty string value. Key: a";
        let cases = [
            (item(&[("a", s("x")), ("b", b("y"))]), ""),
            (item(&[("a", s("x"))]), not_in_schema),
            (item(&[("a", s("x")), ("c", b("y"))]), not_in_schema),
            (item(&[("a", s("x")), ("b", n)]), not_in_schema),
            (item(&[("a", s("x")), ("b", b("y")), ("c", s("z"))]), not_in_schema),
            (item(&[("a", s("")), ("b", b("y"))]), empty),
            (
                item(&[("a", s(&long)), ("b", b("y"))]),
                "One or more parameter values were invalid: Size of hashkey has exceeded the maximum \
                 size limit of2048 bytes",
            ),
            (
                item(&[("a", s("x")), ("b", B(long[..1025].to_owned().into()))]),
                "One or more parameter values were invalid: Aggregated size of all range keys has \
                 exceeded the size limit of 1024 bytes",
            ),
        ];
        for (attributes, expected) in cases {
            let said = key(&table(), &attributes).err().map(|error| error.message);
            assert_eq!(said.unwrap_or_default(), expected, "{attributes:?}");
        }
    }

    #[test]
    fn items_are_held_against_the_schema_and_the_indexes() {
        let invalid = "One or more parameter values were invalid: ";
        let cases = [
            (item(&[("a", s("x")), ("b", b("y")), ("c", s("z"))]), String::new()),
            (item(&[("a", s("x"))]), format!("{invalid}Missing the key b in the item")),
            (
                item(&[("a", b("x")), ("b", b("y"))]),
                format!("{invalid}Type mismatch for key a expected: S actual: B"),
            ),
            (
                item(&[("a", s("x")), ("b", b("y")), ("c", N("1".to_owned()))]),
                format!("{invalid}Type mismatch for Index Key c Expected: S Actual: N IndexName: i"),
            ),
            (
                item(&[("a", s("x")), ("b", b("y")), ("c", s(""))]),
                "One or more parameter values are not valid. A value specified for a secondary index \
                 key is not supported. The AttributeValue for a key attribute cannot contain an empty \
                 string value. IndexName: i, IndexKey: c"
                    .to_owned(),
            ),
        ];
        for (it, expected) in cases {
            let checked = item_key(&table(), &it).and_then(|_| index_keys(&table(), &it, None));
            assert_eq!(checked.err().map(|error| error.message).unwrap_or_default(), expected);
        }
    }
}
