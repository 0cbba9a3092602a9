//! What stands for names and values in expressions.

use crate::errors::invalid;
use crate::value::{check_name, check_value};
use platform::{Error, Result};
use shapes::AttributeValue;
use std::collections::{BTreeMap, BTreeSet};

/// How long a placeholder may be.
const LONGEST_KEY: usize = 255;

/// What `ExpressionAttributeNames` and `ExpressionAttributeValues` say, and what of it the
/// expressions have used so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placeholders {
    names: BTreeMap<String, String>,
    values: BTreeMap<String, AttributeValue>,
    used_names: BTreeSet<String>,
    used_values: BTreeSet<String>,
}

impl Placeholders {
    /// Checks the placeholders and what they stand for.
    ///
    /// # Errors
    /// There are none where some are given, or one is not as it must be.
    pub(crate) fn new(
        names: Option<BTreeMap<String, String>>,
        values: Option<BTreeMap<String, AttributeValue>>,
    ) -> Result<Self> {
        if let Some(names) = &names {
            check_keys("ExpressionAttributeNames", '#', names.keys())?;
            for (key, name) in names {
                check_attribute(name).map_err(|error| of_value("Names", key, &error))?;
            }
        }
        let mut values = values;
        if let Some(values) = &mut values {
            check_keys("ExpressionAttributeValues", ':', values.keys())?;
            for (key, value) in values {
                check_value(value).map_err(|error| of_value("Values", key, &error))?;
            }
        }
        let (names, values) = (names.unwrap_or_default(), values.unwrap_or_default());
        Ok(Self { names, values, ..Self::default() })
    }

    /// What a name's placeholder, with its `#`, stands for.
    pub(super) fn name(&mut self, key: &str) -> Option<String> {
        let name = self.names.get(key)?;
        self.used_names.insert(key.to_owned());
        Some(name.clone())
    }

    /// What a value's placeholder, with its `:`, stands for.
    pub(super) fn value(&mut self, key: &str) -> Option<AttributeValue> {
        let value = self.values.get(key)?;
        self.used_values.insert(key.to_owned());
        Some(value.clone())
    }

    /// Refuses what no expression has used.
    ///
    /// # Errors
    /// There is such.
    pub(crate) fn finish(self) -> Result<()> {
        check_used("Names", self.names.keys(), &self.used_names)?;
        check_used("Values", self.values.keys(), &self.used_values)
    }
}

fn check_keys<'a>(
    what: &str,
    sign: char,
    keys: impl ExactSizeIterator<Item = &'a String>,
) -> Result<()> {
    if keys.len() == 0 {
        return Err(invalid(format!("{what} must not be empty")));
    }
    for key in keys {
        if key.len() > LONGEST_KEY {
            // Of values AWS does not say how long it is.
            let size = match sign {
                '#' => format!(" size of key: {}", key.len()),
                _ => String::new(),
            };
            return Err(invalid(format!(
                "{what} contains invalid key: The expression attribute map contains a key that is \
                 too long;{size}"
            )));
        }
        let rest = key.strip_prefix(sign);
        let named = |rest: &str| {
            !rest.is_empty()
                && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        if !rest.is_some_and(named) {
            let message = format!("{what} contains invalid key: Syntax error; key: \"{key}\"");
            return Err(invalid(message));
        }
    }
    Ok(())
}

fn check_attribute(name: &str) -> Result<()> {
    match name {
        "" => Err(invalid("Empty attribute name")),
        name => check_name(name),
    }
}

fn of_value(what: &str, key: &str, error: &Error) -> Error {
    let message = &error.message;
    invalid(format!("ExpressionAttribute{what} contains invalid value: {message} for key {key}"))
}

fn check_used<'a>(
    what: &str,
    keys: impl Iterator<Item = &'a String>,
    used: &BTreeSet<String>,
) -> Result<()> {
    let unused: Vec<&str> = keys.filter(|key| !used.contains(*key)).map(String::as_str).collect();
    if unused.is_empty() {
        return Ok(());
    }
    Err(invalid(format!(
        "Value provided in ExpressionAttribute{what} unused in expressions: keys: {{{}}}",
        unused.join(", ")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::samples::*;

    fn names<const N: usize>(names: [(&str, &str); N]) -> BTreeMap<String, String> {
        names.into_iter().map(|(key, name)| (key.to_owned(), name.to_owned())).collect()
    }

    #[test]
    fn placeholders_are_checked_before_any_expression_is_read() {
        let check = |names, values| Placeholders::new(names, values).unwrap_err().message;
        let long = format!("#{}", "x".repeat(255));
        assert_eq!(
            check(Some(names([])), Some(item([]))),
            "ExpressionAttributeNames must not be empty"
        );
        assert_eq!(check(None, Some(item([]))), "ExpressionAttributeValues must not be empty");
        for key in ["a", "#", "#a-b", ":a", "#\u{e4}", ""] {
            assert_eq!(
                check(Some(names([(key, "a")])), None),
                format!(
                    "ExpressionAttributeNames contains invalid key: Syntax error; key: \"{key}\""
                )
            );
        }
        let too_long = |what| {
            format!(
                "ExpressionAttribute{what} contains invalid key: The expression attribute map contains \
                 a key that is too long;"
            )
        };
        assert_eq!(
            check(Some(names([(&long, "a")])), None),
            format!("{} size of key: 256", too_long("Names"))
        );
        // Its length is looked at before what it is made of.
        let longer = format!("{long}-x");
        assert!(check(Some(names([(&longer, "a")])), None).ends_with("size of key: 258"));
        let long = format!(":{}", "x".repeat(255));
        assert_eq!(check(None, Some(item([(&long, s("a"))]))), too_long("Values"));
        assert_eq!(
            check(Some(names([("#a", "")])), None),
            "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a"
        );
        assert_eq!(
            check(None, Some(item([(":b", AttributeValue::default()), ("b", s("a"))]))),
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"b\""
        );
        assert_eq!(
            check(None, Some(item([(":b", ss(["a", "a"]))]))),
            "ExpressionAttributeValues contains invalid value: One or more parameter values were \
             invalid: Input collection [a, a] contains duplicates. for key :b"
        );
        assert_eq!(
            check(None, Some(item([(":b", n("x"))]))),
            "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to \
             a numeric value: x for key :b"
        );
    }

    #[test]
    fn what_no_expression_uses_is_refused() {
        let given = || {
            let names = names([("#a", "a"), ("#b", "b")]);
            Placeholders::new(Some(names), Some(item([(":a", n("1.0")), (":c", s("c"))]))).unwrap()
        };
        let mut all = given();
        assert_eq!(all.name("#a").as_deref(), Some("a"));
        assert_eq!((all.name("#c"), all.value(":b")), (None, None));
        assert_eq!(all.value(":a"), Some(n("1")));
        assert_eq!(
            all.clone().finish().unwrap_err().message,
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"
        );
        all.name("#b");
        assert_eq!(
            all.clone().finish().unwrap_err().message,
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:c}"
        );
        all.value(":c");
        assert!(all.finish().is_ok());
    }
}
