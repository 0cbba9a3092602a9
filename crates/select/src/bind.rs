//! Which column or member each name of a query means.

use crate::ast::{Expr, Name, Path, Root, Select, Step};
use crate::refusal::{Refusal, Result};
use crate::row::ambiguous;

/// What rows are made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape<'a> {
    /// Fields that have numbers only.
    Numbered,
    /// Fields of these names.
    Named(&'a [String]),
    /// Members of whatever names.
    Members,
    /// Members of these names.
    Columns(&'a [String]),
}

/// Says of each path of a query where it leads.
///
/// # Errors
/// A name means nothing.
pub(crate) fn bind(select: &mut Select, shape: Shape<'_>) -> Result<()> {
    let is_json = matches!(shape, Shape::Members);
    if !is_json && !select.from.is_empty() {
        let message = "The key path in the SQL expression is not valid.";
        return Err(Refusal::new("InvalidKeyPath", message));
    }
    let alias = select.alias.clone();
    let mut each = |path: &mut Path| resolve(path, alias.as_ref(), shape);
    let listed = select.list.iter_mut().flatten().map(|(expr, _)| expr);
    let aggregated = select.aggregates.iter_mut().filter_map(|(_, of)| of.as_mut());
    let mut all: Vec<&mut Expr> = listed.chain(aggregated).chain(&mut select.filter).collect();
    all.iter_mut().try_for_each(|expr| expr.visit_paths(&mut each))
}

fn resolve(path: &mut Path, alias: Option<&Name>, shape: Shape<'_>) -> Result<()> {
    let Root::Unbound(name) = path.root.clone() else { return Ok(()) };
    let is_row = match alias {
        Some(alias) => name.means(&alias.text) || alias.means(&name.text),
        None => name.text.eq_ignore_ascii_case("s3object"),
    };
    if matches!(shape, Shape::Members) {
        path.root = if is_row { Root::Row } else { Root::Member(name) };
        return Ok(());
    }
    let column = match (is_row, path.steps.first()) {
        (true, Some(Step::Name(_))) => match path.steps.remove(0) {
            Step::Name(column) => column,
            _ => return Err(invalid_index(path)),
        },
        (true, _) => return Err(invalid_index(path)),
        (false, Some(_)) if !matches!(shape, Shape::Columns(_)) => {
            let message = format!(
                "Invalid table alias is specified at {}. Please check the file and try again.",
                path.place
            );
            return Err(Refusal::new("InvalidTableAlias", message));
        }
        (false, _) => name,
    };
    path.root = match shape {
        Shape::Numbered | Shape::Members => match number(&column) {
            Some(number @ 1..) => Root::Column(number - 1),
            _ => return Err(invalid_index(path)),
        },
        Shape::Named(names) => match number(&column) {
            Some(number @ 1..) => Root::Column(number - 1),
            Some(0) => return Err(invalid_index(path)),
            None => Root::Column(place_of(&column, names)?),
        },
        Shape::Columns(names) => {
            let index = match number(&column) {
                Some(number) => number.checked_sub(1).ok_or_else(|| invalid_index(path))?,
                None => place_of(&column, names)?,
            };
            let text = names.get(index).cloned().ok_or_else(|| invalid_index(path))?;
            Root::Member(Name { text, quoted: true })
        }
    };
    Ok(())
}

/// The number of `_1`.
fn number(name: &Name) -> Option<usize> {
    let digits = name.text.strip_prefix('_')?;
    let is_number = digits.len() < 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

/// Which of these a name means.
fn place_of(name: &Name, names: &[String]) -> Result<usize> {
    if let Some(exactly) = names.iter().position(|it| *it == name.text) {
        return Ok(exactly);
    }
    let mut found = names.iter().enumerate().filter(|(_, other)| name.means(other));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Ok(index),
        (Some(_), Some(_)) => Err(ambiguous()),
        _ => Err(Refusal::new(
            "MissingHeaders",
            "Some headers in the query are missing from the file. Please check the file and try \
             again.",
        )),
    }
}

fn invalid_index(path: &Path) -> Refusal {
    let message = format!(
        "The column index at {} is invalid. Please check the service documentation and try again.",
        path.place
    );
    Refusal::new("InvalidColumnIndex", message)
}
