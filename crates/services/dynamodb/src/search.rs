//! What `Query` and `Scan` have in common: which attributes are given, where a page begins, and
//! what it costs.

use crate::capacity::{Cost, Kind};
use crate::errors::{bad_parameter, invalid};
use crate::expression::{Condition, Projection};
use crate::records::table::{Index, IndexState, Projection as Projected, Scope};
use crate::rows::read::{Page, Question};
use crate::rows::{check, index, layout};
use crate::tables::Table;
use crate::value::{Item, check_item};
use platform::{Error, Result};

/// What a search is to give of what it finds.
#[derive(Debug)]
pub(crate) struct Selection {
    /// Nothing but how many.
    pub counts: bool,
    /// What an index lacks too.
    pub all: bool,
}

/// Which attributes are asked for.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    /// `Select`.
    pub select: Option<&'a str>,
    /// The member that names attributes, if one does.
    pub names_by: Option<&'static str>,
    /// Whether an index is read.
    pub by_index: bool,
}

impl Asked<'_> {
    /// What is to be given.
    ///
    /// # Errors
    /// The members do not go together.
    pub fn selection(&self) -> Result<Selection> {
        let select = self.select.unwrap_or_default();
        if let Some(by) = self.names_by {
            let what = match select {
                "COUNT" => "only the Count",
                "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" => select,
                _ => "",
            };
            if !what.is_empty() {
                return Err(invalid(format!(
                    "Cannot specify the {by} when choosing to get {what}"
                )));
            }
        }
        if select == "ALL_PROJECTED_ATTRIBUTES" && !self.by_index {
            return Err(invalid(
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
            ));
        }
        if select == "SPECIFIC_ATTRIBUTES" && self.names_by.is_none() {
            return Err(invalid(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get \
                 SPECIFIC_ATTRIBUTES",
            ));
        }
        Ok(Selection { counts: select == "COUNT", all: select == "ALL_ATTRIBUTES" })
    }
}

/// The index that is read.
///
/// # Errors
/// There is none of this name, or it cannot be read so.
pub(crate) fn index<'a>(
    table: &'a Table,
    name: Option<&str>,
    consistent: Option<bool>,
) -> Result<Option<&'a Index>> {
    let Some(name) = name else { return Ok(None) };
    let found = table.maintained().find(|index| index.name == name);
    let index = found
        .ok_or_else(|| invalid(format!("The table does not have the specified index: {name}")))?;
    if index.state == IndexState::Backfilling {
        let words = format!("Cannot read from backfilling global secondary index: {name}");
        return Err(invalid(words));
    }
    if consistent == Some(true) && index.scope == Scope::Global {
        let words = "Consistent reads are not supported on global secondary indexes";
        return Err(invalid(words));
    }
    Ok(Some(index))
}

/// Whether what is asked for must be fetched from the table.
///
/// # Errors
/// A global index has not all that is asked for.
pub(crate) fn fetches(
    table: &Table,
    index: Option<&Index>,
    selection: &Selection,
    (projection, filter): (Option<&Projection>, Option<&Condition>),
) -> Result<bool> {
    let Some(index) = index.filter(|index| index.projection != Projected::All) else {
        return Ok(false);
    };
    if selection.all && index.scope == Scope::Global {
        return Err(bad_parameter(format_args!(
            "Select type ALL_ATTRIBUTES is not supported for global secondary index {} because its \
             projection type is not ALL",
            index.name
        )));
    }
    let lacks = |names: std::collections::BTreeSet<&str>| {
        let lacking = names.into_iter().filter(|name| !index::has(table, index, name));
        lacking.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut lacking = projection.map(|it| lacks(it.names())).unwrap_or_default();
    lacking.extend(filter.map(|it| lacks(it.names())).unwrap_or_default());
    if index.scope == Scope::Global {
        return match projection.map(|it| lacks(it.names())).unwrap_or_default() {
            lacking if !lacking.is_empty() => Err(bad_parameter(format_args!(
                "Global secondary index {} does not project [{}]",
                index.name,
                lacking.join(", ")
            ))),
            _ => Ok(false),
        };
    }
    Ok(selection.all || !lacking.is_empty())
}

/// Refuses paths that lead into a key, whose values have no parts.
///
/// # Errors
/// See above.
pub(crate) fn scalars<'a>(
    table: &Table,
    paths: impl IntoIterator<Item = &'a crate::expression::Path>,
) -> Result<()> {
    let words = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not \
                 allowed";
    for path in paths.into_iter().filter(|path| !path.steps().is_empty()) {
        if table.schema.has(path.head()) {
            return Err(invalid(format!("{words}: Key: {}", path.head())));
        }
        if table.maintained().any(|index| index.schema.has(path.head())) {
            return Err(invalid(format!("{words}: IndexKey: {}", path.head())));
        }
    }
    Ok(())
}

/// The key behind which a page begins, held against the schemas of the table and the index.
///
/// # Errors
/// It is not one; `short` says it without a reason.
pub(crate) fn start(asked: &Question<'_>, mut key: Item, short: bool) -> Result<(Item, Vec<u8>)> {
    let bad = || not_a_start((!short).then(check::not_in_schema));
    check_item(&mut key).map_err(|error| not_a_start(Some(error)))?;
    let index = asked.index.map(|index| &index.schema);
    let schemas = [&asked.table.schema].into_iter().chain(index);
    for attribute in schemas.clone().flat_map(|schema| schema.attributes()) {
        let value = key.get(&attribute.name).ok_or_else(bad)?;
        if value.type_name() != attribute.kind.text() {
            return Err(bad());
        }
    }
    if layout::key_of(schemas, &key).len() != key.len() {
        return Err(bad());
    }
    let own = layout::key_of([&asked.table.schema], &key);
    check::key(asked.table, &own).map_err(|error| not_a_start(Some(error)))?;
    let row = asked.row(&key).ok_or_else(bad)?;
    Ok((key, row))
}

fn not_a_start(why: Option<Error>) -> Error {
    match why {
        Some(why) => invalid(format!("The provided starting key is invalid: {}", why.message)),
        None => invalid("The provided starting key is invalid"),
    }
}

/// What a page has cost.
pub(crate) fn cost(index: Option<&Index>, kind: Kind, page: &Page) -> Cost {
    let cost = Cost::new(kind);
    let Some(index) = index else { return cost.item(page.bytes) };
    let cost = cost.index(&index.name, index.scope == Scope::Local, page.bytes);
    page.fetched.iter().fold(cost, |cost, size| cost.item(*size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_must_go_together() {
        let cases = [
            (None, None, false, ""),
            (Some("COUNT"), None, false, ""),
            (Some("ALL_PROJECTED_ATTRIBUTES"), None, true, ""),
            (Some("SPECIFIC_ATTRIBUTES"), Some("AttributesToGet"), false, ""),
            (
                Some("COUNT"),
                Some("ProjectionExpression"),
                false,
                "Cannot specify the ProjectionExpression when choosing to get only the Count",
            ),
            (
                Some("ALL_ATTRIBUTES"),
                Some("AttributesToGet"),
                false,
                "Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES",
            ),
            (
                Some("ALL_PROJECTED_ATTRIBUTES"),
                None,
                false,
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
            ),
            (
                Some("SPECIFIC_ATTRIBUTES"),
                None,
                true,
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get \
                 SPECIFIC_ATTRIBUTES",
            ),
        ];
        for (select, names_by, by_index, expected) in cases {
            let said = Asked { select, names_by, by_index }.selection();
            assert_eq!(said.err().map(|error| error.message).unwrap_or_default(), expected);
        }
    }
}
