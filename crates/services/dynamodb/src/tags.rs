//! Tags of tables ("Tagging restrictions in DynamoDB").

use crate::change::Changing;
use crate::errors::{bad_parameter, invalid, no_tagged};
use crate::records::table::TableRecord;
use crate::tables::parts;
use crate::{Dynamodb, states};
use platform::{Arn, Context, Result};
use shapes::dynamodb::Tag;
use std::collections::{BTreeMap, BTreeSet};

/// The most tags of a table.
const MOST: usize = 50;

/// Adds tags, or changes their values.
///
/// # Errors
/// They are more than a table may have, one is given twice, or is AWS's own.
pub(crate) fn add(tags: &mut BTreeMap<String, String>, given: &[Tag]) -> Result<()> {
    let mut keys = BTreeSet::new();
    for Tag { key, value } in given {
        if key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:")) {
            return Err(invalid(format!("Tag Key cannot be prefixed with aws:, Key: {key}")));
        }
        if !key.chars().all(is_allowed) {
            return Err(invalid(format!("The Tag Key provided is invalid, Key: {key}")));
        }
        if !value.chars().all(is_allowed) {
            return Err(invalid(format!("The Tag Value provided is invalid, Value: {value}")));
        }
        if !keys.insert(key) {
            return Err(invalid(format!(
                "Duplicate Tag Keys provided as input: Duplicate Tag Key found {key}"
            )));
        }
        tags.insert(key.clone(), value.clone());
    }
    if tags.len() > MOST {
        return Err(invalid(
            "Number of Tags exceed the current limit for the provided ResourceArn",
        ));
    }
    Ok(())
}

fn is_allowed(it: char) -> bool {
    it.is_alphanumeric() || it.is_whitespace() || "+-=._:/@".contains(it)
}

/// The name of the table with this ARN.
///
/// # Errors
/// It is none of a table in this account and region.
pub(crate) fn table_of<'a>(cx: &Context, text: &'a str) -> Result<&'a str> {
    if !text.starts_with("arn:") {
        return Err(bad_parameter(format_args!("ARNs must start with 'arn:': {text}")));
    }
    let Some(arn) = Arn::parse(text).filter(|arn| arn.service == "dynamodb") else {
        let words = format_args!("Provided Arn is not a DynamoDB resource arn: {text}");
        return Err(bad_parameter(words));
    };
    if *arn.region != *cx.region {
        let words = format!("Invalid TableArn: Invalid ResourceArn provided as input {text}");
        return Err(invalid(words));
    }
    match parts(arn.resource) {
        Some((name, "")) if *arn.account == *cx.account => Ok(name),
        Some((_, part)) if part.is_empty() || part.starts_with("stream/") => Err(no_tagged(text)),
        _ => Err(bad_parameter(format_args!(
            "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: \
             {text}"
        ))),
    }
}

impl Dynamodb {
    /// Changes the tags of the table with this ARN.
    ///
    /// # Errors
    /// There is none; `change`'s own.
    pub(crate) async fn change_tags(
        &self,
        cx: &Context,
        arn: &str,
        change: impl Fn(&mut BTreeMap<String, String>) -> Result<()>,
    ) -> Result<()> {
        let name = table_of(cx, arn)?;
        if self.find_table(cx, name).await?.is_none() {
            return Err(no_tagged(arn));
        }
        let now_ms = cx.now().millis();
        let change = |table: &mut TableRecord, _: &mut Changing| {
            states::demand_lasting(table, now_ms)?;
            change(&mut table.tags)
        };
        self.change_table(cx, name, change).await.map(drop)
    }
}

/// As answers have them.
pub(crate) fn listed(tags: &BTreeMap<String, String>) -> Vec<Tag> {
    tags.iter().map(|(key, value)| Tag { key: key.clone(), value: value.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(key: &str, value: &str) -> Tag {
        Tag { key: key.into(), value: value.into() }
    }

    #[test]
    fn tags_that_cannot_be_are_refused() {
        let mut tags = BTreeMap::new();
        add(&mut tags, &[tag("a", "1"), tag("ä b+-=._:/@", "")]).unwrap();
        assert_eq!(listed(&tags), [tag("a", "1"), tag("ä b+-=._:/@", "")]);
        for (given, words) in [
            (vec![tag("aws:x", "")], "Tag Key cannot be prefixed with aws:, Key: aws:x"),
            (vec![tag("a!", "")], "The Tag Key provided is invalid, Key: a!"),
            (vec![tag("a", "!")], "The Tag Value provided is invalid, Value: !"),
            (
                vec![tag("b", "1"), tag("b", "2")],
                "Duplicate Tag Keys provided as input: Duplicate Tag Key found b",
            ),
            (
                (0..49).map(|n| tag(&n.to_string(), "")).collect(),
                "Number of Tags exceed the current limit for the provided ResourceArn",
            ),
        ] {
            assert_eq!(add(&mut tags.clone(), &given).unwrap_err().message, words);
        }
    }
}
