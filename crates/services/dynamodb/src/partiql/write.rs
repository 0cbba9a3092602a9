//! `INSERT`, `UPDATE`, `DELETE` and `EXISTS` as what is to be done with one item.

use super::ast::{Delete, Expr, Insert, Kind, Select, Source, Tuple, Update};
use super::bind::{Parameters, conjuncts, counted, equality, no_function, wrong_operand};
use super::keys::fits;
use crate::errors::invalid;
use crate::expression::{self, Condition, Path, Term, Test};
use crate::records::table::TableRecord;
use crate::value::{Item, check_item, check_size};
use crate::writes::{Action, Wish};
use platform::Result;
use shapes::AttributeValue;

/// The key of the one item that a condition is about, and what else must hold of it.
pub(super) struct Target<'a> {
    pub key: Item,
    pub rest: Vec<&'a Expr>,
}

/// Finds the key in a condition.
///
/// # Errors
/// It is not there, or it is there twice.
pub(super) fn target<'a>(
    table: &TableRecord,
    condition: Option<&'a Expr>,
    parameters: &Parameters,
) -> Result<Target<'a>> {
    let mut target = Target { key: Item::new(), rest: Vec::new() };
    for expr in condition.map(conjuncts).unwrap_or_default() {
        let of_key = |name: &str| table.schema.attributes().any(|key| key.name == name);
        let equal = equality(parameters, expr).filter(|(name, _)| of_key(name));
        let Some((name, value)) = equal else {
            target.rest.push(expr);
            continue;
        };
        if target.key.insert(name.to_owned(), value.clone()).is_some_and(|other| other != *value) {
            return Err(invalid(format!(
                "Multiple conditions on same key {name}. Only single item Update/Insert/Delete are \
                 supported"
            )));
        }
    }
    for attribute in table.schema.attributes() {
        match target.key.get(&attribute.name) {
            Some(value) => fits(attribute, value)?,
            None => {
                let words =
                    "Where clause does not contain a mandatory equality on all key attributes";
                return Err(invalid(words));
            }
        }
    }
    Ok(target)
}

fn no_index(source: &Source) -> Result<()> {
    match source.index {
        Some(_) => Err(invalid("This operation is not supported on an index")),
        None => Ok(()),
    }
}

fn exists(table: &TableRecord) -> Path {
    Path::attribute(table.schema.hash.name.clone())
}

/// What an `INSERT` does: it puts an item where there is none.
///
/// # Errors
/// It gives no item of the table.
pub(super) fn insert(
    insert: &Insert,
    table: &TableRecord,
    parameters: &Parameters,
) -> Result<Wish> {
    no_index(&insert.source)?;
    let mut item = match &insert.item {
        Tuple::Attributes(attributes) => {
            let each = attributes.iter();
            each.filter_map(|(name, expr)| Some((name.clone(), parameters.value(expr)?.clone())))
                .collect()
        }
        Tuple::Parameter(number) => match parameters.get(*number) {
            Some(AttributeValue::M(item)) => item.clone(),
            _ => return Err(invalid(super::literal::NO_TUPLE)),
        },
    };
    check_item(&mut item)?;
    for attribute in table.schema.attributes() {
        match item.get(&attribute.name) {
            Some(value) => fits(attribute, value)?,
            None => {
                return Err(invalid(format!(
                    "Key attribute should be present in the item: Key {}",
                    attribute.name
                )));
            }
        }
    }
    check_size(&item, false)?;
    let condition = Some(Condition::new(Test::NotExists(exists(table))));
    Ok(Wish { action: Action::Put(item), condition, tells_failed: false, is_watched: true })
}

/// What an `UPDATE` does: it changes an item that is there.
///
/// # Errors
/// It names no one item, or changes it as DynamoDB cannot.
pub(super) fn update(
    update: &Update,
    table: &TableRecord,
    parameters: &Parameters,
) -> Result<Wish> {
    no_index(&update.source)?;
    let does = changes(&update.changes, parameters)?;
    let target = target(table, update.condition.as_ref(), parameters)?;
    let mut tests = vec![Test::Exists(exists(table))];
    tests.extend(parameters.all(&target.rest)?);
    let condition = Some(Condition::new(Test::All(tests)));
    let action = Action::Update(target.key, Some(does));
    Ok(Wish { action, condition, tells_failed: false, is_watched: true })
}

/// What a `DELETE` does. Where nothing is there, its condition does not matter.
///
/// # Errors
/// It names no one item.
pub(super) fn delete(
    delete: &Delete,
    table: &TableRecord,
    parameters: &Parameters,
) -> Result<Wish> {
    no_index(&delete.source)?;
    let target = target(table, delete.condition.as_ref(), parameters)?;
    let tests = parameters.all(&target.rest)?;
    let condition = (!tests.is_empty())
        .then(|| Condition::new(Test::Any(vec![Test::NotExists(exists(table)), Test::All(tests)])));
    let action = Action::Delete(target.key);
    Ok(Wish { action, condition, tells_failed: false, is_watched: true })
}

/// What an `EXISTS` asks for.
///
/// # Errors
/// It is not about one item and a condition.
pub(super) fn check(select: &Select, table: &TableRecord, parameters: &Parameters) -> Result<Wish> {
    if select.source.index.is_some() {
        return Err(invalid("Operations on indices are not supported in transactions"));
    }
    let words = "EXISTS() must contain a single item read with additional condition";
    let target = target(table, select.condition.as_ref(), parameters);
    let target = target.map_err(|_| invalid(words))?;
    let tests = parameters.all(&target.rest)?;
    if tests.is_empty() {
        return Err(invalid(words));
    }
    let condition = Some(Condition::new(Test::All(tests)));
    Ok(Wish { action: Action::Check(target.key), condition, tells_failed: false, is_watched: true })
}

fn changes(
    changes: &[(Path, Option<Expr>)],
    parameters: &Parameters,
) -> Result<expression::Update> {
    let mut actions: Vec<(Path, expression::Action)> = Vec::with_capacity(changes.len());
    for (path, value) in changes {
        if let Some((other, _)) = actions.iter().find(|(other, _)| other.clash(path).is_some()) {
            return Err(invalid(format!(
                "Two document paths overlap with each other; must remove or rewrite one of these \
                 paths; path one: {other}, path two: {path}"
            )));
        }
        let action = match value {
            None => expression::Action::Remove,
            Some(value) => set(path, value, parameters)?,
        };
        actions.push((path.clone(), action));
    }
    Ok(expression::Update::new(actions))
}

fn set(path: &Path, value: &Expr, parameters: &Parameters) -> Result<expression::Action> {
    let Kind::Call(name, arguments) = &value.kind else {
        return Ok(expression::Action::Set(term(value, parameters)?));
    };
    let what = match &**name {
        "set_add" => "ADD",
        "set_delete" => "DELETE",
        _ => return Ok(expression::Action::Set(term(value, parameters)?)),
    };
    let [of, by] = <&[Expr; 2]>::try_from(&**arguments)
        .map_err(|_| invalid(format!("SET_{what} must have exactly two arguments")))?;
    if of.kind != Kind::Path(path.clone()) {
        let words = "must equal the assignment value";
        return Err(invalid(format!("The first argument to SET_{what} {words}")));
    }
    match parameters.value(by) {
        Some(set) if ["SS", "NS", "BS"].contains(&set.type_name()) => Ok(match what {
            "ADD" => expression::Action::Add(set.clone()),
            _ => expression::Action::Delete(set.clone()),
        }),
        _ => {
            Err(invalid(format!("The second argument to SET_{what} must be a value with type SET")))
        }
    }
}

/// What is put somewhere.
fn term(expr: &Expr, parameters: &Parameters) -> Result<Term> {
    let inner = |expr: &Expr| term(expr, parameters).map(Box::new);
    Ok(match &expr.kind {
        Kind::Path(path) => Term::Path(path.clone()),
        Kind::Infix(left, sign @ ("+" | "-"), right) => {
            for value in [left, right].into_iter().filter_map(|it| parameters.value(it)) {
                if value.type_name() != "N" {
                    return Err(wrong_operand(sign, value));
                }
            }
            match *sign {
                "+" => Term::Plus(inner(left)?, inner(right)?),
                _ => Term::Minus(inner(left)?, inner(right)?),
            }
        }
        Kind::Call(name, arguments) if name == "list_append" => {
            let [first, second] = counted(name, arguments)?;
            for value in [first, second].into_iter().filter_map(|it| parameters.value(it)) {
                if value.type_name() != "L" {
                    return Err(wrong_operand(name, value));
                }
            }
            Term::ListAppend(inner(first)?, inner(second)?)
        }
        Kind::Call(name, arguments) if name == "if_not_exists" => {
            let [of, other] = counted(name, arguments)?;
            match &of.kind {
                Kind::Path(path) => Term::IfNotExists(path.clone(), inner(other)?),
                _ => return Err(no_function(name)),
            }
        }
        Kind::Call(name, _) => return Err(no_function(name)),
        Kind::Is(..) => {
            return Err(invalid("IS operator is not supported in update expressions"));
        }
        Kind::Missing => return Err(invalid("MISSING must be compared using IS operator")),
        Kind::Infix(_, sign, _) => return Err(no_operator(sign)),
        Kind::Compare(_, comparator, _) => return Err(no_operator(comparator.sign())),
        Kind::And(_) => return Err(no_operator("AND")),
        Kind::Or(_) => return Err(no_operator("OR")),
        Kind::Not(_) => return Err(no_operator("NOT")),
        Kind::Between(_) => return Err(no_operator("BETWEEN")),
        Kind::In(..) => return Err(no_operator("IN")),
        Kind::Value(_) | Kind::Parameter(_) => match parameters.value(expr) {
            Some(value) => Term::Value(value.clone()),
            None => return Err(invalid("Unsupported operation: NAry")),
        },
    })
}

fn no_operator(sign: &str) -> platform::Error {
    invalid(format!("Unsupported operator in Update Expression. Operator: {sign}"))
}
