//! The parameters from before there were expressions ("Legacy conditional parameters", DynamoDB
//! developer guide), read as what expressions are read as, with their own refusals.

mod comparison;
mod forms;

pub(crate) use forms::check_forms;

use crate::errors::{bad_parameter, invalid};
use crate::expression::{
    Action, Comparator, Condition, KeyCondition, Operand, Path, Projection, Term, Test, Update,
};
use crate::value::check_value;
use platform::{Error, Result};
use shapes::AttributeValue;
use shapes::dynamodb::{AttributeValueUpdate, ExpectedAttributeValue};
use std::collections::{BTreeMap, BTreeSet};

/// The model's `Condition`: an operator and its values.
pub(crate) use shapes::dynamodb::Condition as Comparison;

/// `Expected` and `ConditionalOperator`. Without `Expected`, or with an empty one, there is no
/// condition.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn expected(
    expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let tests = expected.unwrap_or_default().into_iter();
    let tests = tests.map(|(name, expected)| expectation(name, expected));
    joined(tests.collect::<Result<_>>()?, operator)
}

/// `QueryFilter` or `ScanFilter`, and `ConditionalOperator`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn filter(
    filter: Option<BTreeMap<String, Comparison>>,
    operator: Option<&str>,
) -> Result<Option<Condition>> {
    let tests = filter.unwrap_or_default().into_iter().map(|(name, condition)| {
        let values = condition.attribute_value_list.unwrap_or_default();
        comparison::test(name, &condition.comparison_operator, values)
    });
    joined(tests.collect::<Result<_>>()?, operator)
}

/// `AttributeUpdates`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn updates(
    updates: Option<BTreeMap<String, AttributeValueUpdate>>,
) -> Result<Option<Update>> {
    let Some(updates) = updates else { return Ok(None) };
    let actions = updates.into_iter().map(|(name, update)| {
        let AttributeValueUpdate { mut value, action } = update;
        if let Some(value) = &mut value {
            check_value(value)?;
        }
        Ok((Path::attribute(name), update_action(action.as_deref().unwrap_or("PUT"), value)?))
    });
    Ok(Some(Update::legacy(actions.collect::<Result<_>>()?)))
}

/// `AttributesToGet`.
///
/// # Errors
/// A name stands in it twice.
pub(crate) fn attributes_to_get(names: Option<Vec<String>>) -> Result<Option<Projection>> {
    let Some(names) = names else { return Ok(None) };
    let mut seen = BTreeSet::new();
    if let Some(name) = names.iter().find(|name| !seen.insert(name.as_str())) {
        return Err(bad_parameter(format_args!("Duplicate value in attribute name: {name}")));
    }
    Ok(Some(Projection::new(names.into_iter().map(Path::attribute).collect())))
}

/// `KeyConditions`.
///
/// # Errors
/// They are not as they must be.
pub(crate) fn key_conditions(conditions: BTreeMap<String, Comparison>) -> Result<KeyCondition> {
    let conditions = conditions.into_iter().map(|(name, condition)| {
        let values = condition.attribute_value_list.unwrap_or_default();
        let condition = comparison::of_key(&condition.comparison_operator, values)?;
        Ok((name, condition))
    });
    KeyCondition::new(conditions.collect::<Result<_>>()?)
}

/// All of these tests, or one of them.
fn joined(tests: Vec<Test>, operator: Option<&str>) -> Result<Option<Condition>> {
    if operator.is_some() && tests.len() < 2 {
        return Err(invalid(match tests.len() {
            0 => "ConditionalOperator cannot be used without Filter or Expected",
            _ => {
                "ConditionalOperator can only be used when Filter or Expected has two or more \
                 elements"
            }
        }));
    }
    Ok(match operator {
        _ if tests.is_empty() => None,
        Some("OR") => Some(Condition::new(Test::Any(tests))),
        _ => Some(Condition::new(Test::All(tests))),
    })
}

fn expectation(name: String, expected: ExpectedAttributeValue) -> Result<Test> {
    let wrong =
        |what: &str| -> Error { bad_parameter(format_args!("{what} for Attribute: {name}")) };
    let ExpectedAttributeValue { value, exists, comparison_operator, attribute_value_list } =
        expected;
    if value.is_some() && attribute_value_list.is_some() {
        return Err(wrong("Value and AttributeValueList cannot be used together"));
    }
    if let Some(operator) = comparison_operator {
        if exists.is_some() {
            return Err(wrong("Exists and ComparisonOperator cannot be used together"));
        }
        let needs = !matches!(operator.as_str(), "NULL" | "NOT_NULL");
        if needs && value.is_none() && attribute_value_list.is_none() {
            return Err(wrong(&format!(
                "Value or AttributeValueList must be used with ComparisonOperator: {operator}"
            )));
        }
        let values = attribute_value_list.unwrap_or_else(|| value.into_iter().collect());
        return comparison::test(name, &operator, values);
    }
    if attribute_value_list.is_some() {
        return Err(wrong("AttributeValueList can only be used with a ComparisonOperator"));
    }
    match (exists, value) {
        (Some(false), None) => Ok(Test::NotExists(Path::attribute(name))),
        (Some(false), Some(_)) => Err(wrong("Value cannot be used when Exists is false")),
        (_, Some(mut value)) => {
            check_value(&mut value)?;
            let path = Operand::Path(Path::attribute(name));
            Ok(Test::Compare(path, Comparator::Eq, Operand::Value(value)))
        }
        (Some(true), None) => Err(wrong("Value must be provided when Exists is true")),
        (None, None) => Err(wrong("Value must be provided when Exists is null")),
    }
}

fn update_action(action: &str, value: Option<AttributeValue>) -> Result<Action> {
    let kind = value.as_ref().map_or("", AttributeValue::type_name);
    match (action, value) {
        ("DELETE", None) => Ok(Action::Remove),
        (_, None) => {
            Err(bad_parameter("Only DELETE action is allowed when no attribute value is specified"))
        }
        ("DELETE", Some(value)) => match kind {
            "SS" | "NS" | "BS" => Ok(Action::Delete(value)),
            _ => Err(bad_parameter(format_args!(
                "DELETE action with value is not supported for the type {kind}"
            ))),
        },
        ("ADD", Some(value)) => match kind {
            "N" | "SS" | "NS" | "BS" | "L" => Ok(Action::Add(value)),
            _ => {
                Err(bad_parameter(format_args!("ADD action is not supported for the type {kind}")))
            }
        },
        ("PUT", Some(value)) => Ok(Action::Set(Term::Value(value))),
        _ => Err(bad_parameter("Member must satisfy enum value set: [ADD, DELETE, PUT]")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::RangeCondition;
    use crate::value::samples::*;

    fn thing() -> crate::value::Item {
        item([("n", n("5")), ("s", s("hello")), ("ss", ss(["a"])), ("l", l([n("2")]))])
    }

    fn compared(operator: &str, values: &[AttributeValue]) -> Comparison {
        Comparison {
            comparison_operator: operator.to_owned(),
            attribute_value_list: Some(values.to_vec()),
        }
    }

    fn holds(
        name: &str,
        operator: &str,
        values: &[AttributeValue],
    ) -> std::result::Result<bool, String> {
        let filter = filter(Some([(name.to_owned(), compared(operator, values))].into()), None);
        let filter = filter.map_err(|error| error.message)?.unwrap();
        Ok(filter.holds(&thing()).unwrap())
    }

    #[test]
    fn comparisons_hold_as_their_names_say() {
        let facts: [(&str, &str, &[AttributeValue]); 17] = [
            ("n", "EQ", &[n("5.0")]),
            ("n", "NE", &[s("5")]),
            ("q", "NE", &[n("5")]),
            ("n", "LE", &[n("5")]),
            ("n", "LT", &[n("6")]),
            ("n", "GE", &[n("5")]),
            ("n", "GT", &[n("-6")]),
            ("s", "CONTAINS", &[s("ell")]),
            ("ss", "CONTAINS", &[s("a")]),
            ("l", "CONTAINS", &[n("2")]),
            ("s", "NOT_CONTAINS", &[s("dog")]),
            ("s", "NOT_CONTAINS", &[n("1")]),
            ("s", "BEGINS_WITH", &[s("he")]),
            ("n", "BETWEEN", &[n("1"), n("5")]),
            ("n", "IN", &[n("1"), n("5")]),
            ("q", "NULL", &[]),
            ("n", "NOT_NULL", &[]),
        ];
        for (name, operator, values) in facts {
            assert_eq!(holds(name, operator, values), Ok(true), "{name} {operator} {values:?}");
        }
        let facts: [(&str, &str, &[AttributeValue]); 8] = [
            ("n", "EQ", &[s("5")]),
            ("n", "LT", &[s("6")]),
            ("q", "CONTAINS", &[n("1")]),
            ("q", "NOT_CONTAINS", &[n("1")]),
            ("s", "NOT_CONTAINS", &[s("ell")]),
            ("n", "BEGINS_WITH", &[s("he")]),
            ("n", "NULL", &[]),
            ("q", "BETWEEN", &[n("1"), n("5")]),
        ];
        for (name, operator, values) in facts {
            assert_eq!(holds(name, operator, values), Ok(false), "{name} {operator} {values:?}");
        }
    }

    #[test]
    fn comparisons_have_their_values() {
        let parameter = "One or more parameter values were invalid: ";
        let count = |operator| {
            format!(
                "{parameter}Invalid number of argument(s) for the {operator} ComparisonOperator"
            )
        };
        let kind = |operator, kind| {
            format!(
                "{parameter}ComparisonOperator {operator} is not valid for {kind} AttributeValue type"
            )
        };
        let facts: [(&str, &[AttributeValue], String); 12] = [
            ("EQ", &[], count("EQ")),
            ("EQ", &[n("1"), n("2")], count("EQ")),
            ("NULL", &[n("1")], count("NULL")),
            ("BETWEEN", &[n("1")], count("BETWEEN")),
            ("IN", &[], count("IN")),
            (
                "IN",
                &[n("1"), s("1")],
                format!(
                    "{parameter}AttributeValues inside AttributeValueList must be of same type"
                ),
            ),
            ("LT", &[Bool(true)], kind("LT", "BOOL")),
            ("IN", &[l([])], kind("IN", "L")),
            ("CONTAINS", &[ss(["a"])], kind("CONTAINS", "SS")),
            ("BEGINS_WITH", &[n("1")], kind("BEGINS_WITH", "N")),
            (
                "BETWEEN",
                &[n("2"), n("1")],
                "The BETWEEN condition was provided a range where the lower bound is greater than \
                 the upper bound"
                    .to_owned(),
            ),
            ("EQ", &[n("x")], "The parameter cannot be converted to a numeric value: x".to_owned()),
        ];
        for (operator, values, message) in facts {
            assert_eq!(holds("a", operator, values), Err(message), "{operator} {values:?}");
        }
    }

    fn expect(
        value: Option<AttributeValue>,
        exists: Option<bool>,
        operator: Option<&str>,
        list: Option<Vec<AttributeValue>>,
    ) -> ExpectedAttributeValue {
        ExpectedAttributeValue {
            value,
            exists,
            comparison_operator: operator.map(str::to_owned),
            attribute_value_list: list,
        }
    }

    #[test]
    fn expectations_are_read_in_all_their_forms() {
        let facts = [
            (expect(Some(n("5")), None, None, None), true),
            (expect(Some(n("5.00")), Some(true), None, None), true),
            (expect(Some(n("6")), None, None, None), false),
            (expect(None, Some(false), None, None), false),
            (expect(Some(n("6")), None, Some("LT"), None), true),
            (expect(None, None, Some("LT"), Some(vec![n("5")])), false),
            (expect(None, None, Some("NOT_NULL"), None), true),
        ];
        for (one, holds) in facts {
            let shown = format!("{one:?}");
            let condition = expected(Some([("n".to_owned(), one)].into()), None).unwrap().unwrap();
            assert_eq!(condition.holds(&thing()).unwrap(), holds, "{shown}");
        }
        let facts = [
            (expect(None, None, None, None), "Value must be provided when Exists is null"),
            (expect(None, Some(true), None, None), "Value must be provided when Exists is true"),
            (
                expect(Some(s("a")), Some(false), None, None),
                "Value cannot be used when Exists is false",
            ),
            (
                expect(Some(s("a")), None, Some("EQ"), Some(vec![])),
                "Value and AttributeValueList cannot be used together",
            ),
            (
                expect(Some(s("a")), Some(true), Some("EQ"), None),
                "Exists and ComparisonOperator cannot be used together",
            ),
            (
                expect(None, None, Some("EQ"), None),
                "Value or AttributeValueList must be used with ComparisonOperator: EQ",
            ),
            (
                expect(None, None, None, Some(vec![])),
                "AttributeValueList can only be used with a ComparisonOperator",
            ),
        ];
        for (one, message) in facts {
            let error = expected(Some([("n".to_owned(), one)].into()), None).unwrap_err();
            let message =
                format!("One or more parameter values were invalid: {message} for Attribute: n");
            assert_eq!(error.message, message);
        }
    }

    #[test]
    fn conditions_are_joined_by_the_operator() {
        let both = || {
            let wrong = expect(Some(s("z")), None, None, None);
            [("n".to_owned(), expect(Some(n("5")), None, None, None)), ("s".to_owned(), wrong)]
                .into()
        };
        let holds =
            |operator| expected(Some(both()), operator).unwrap().unwrap().holds(&thing()).unwrap();
        assert!(!holds(None) && !holds(Some("AND")) && holds(Some("OR")));
        assert_eq!(expected(Some([].into()), None).unwrap(), None);
        assert_eq!(
            expected(Some([].into()), Some("OR")).unwrap_err().message,
            "ConditionalOperator cannot be used without Filter or Expected"
        );
        let one = [("n".to_owned(), compared("NULL", &[]))].into();
        assert_eq!(
            filter(Some(one), Some("AND")).unwrap_err().message,
            "ConditionalOperator can only be used when Filter or Expected has two or more elements"
        );
    }

    fn update(
        action: Option<&str>,
        value: Option<AttributeValue>,
    ) -> std::result::Result<Update, String> {
        let one = AttributeValueUpdate { value, action: action.map(str::to_owned) };
        let update = updates(Some([("n".to_owned(), one)].into()));
        update.map(Option::unwrap).map_err(|error| error.message)
    }

    #[test]
    fn updates_put_add_and_delete() {
        let after = |action, value, before: &crate::value::Item| {
            let applied = update(action, value).unwrap().apply(before);
            applied.map(|applied| applied.item.get("n").cloned()).map_err(|error| error.message)
        };
        let with = |value| item([("n", value)]);
        let none = item([]);
        assert_eq!(after(None, Some(s("x")), &none), Ok(Some(s("x"))));
        assert_eq!(after(Some("PUT"), Some(n("1.0")), &with(s("y"))), Ok(Some(n("1"))));
        assert_eq!(after(Some("DELETE"), None, &with(s("y"))), Ok(None));
        assert_eq!(after(Some("ADD"), Some(n("1")), &none), Ok(Some(n("1"))));
        assert_eq!(after(Some("ADD"), Some(n("1")), &with(n("2"))), Ok(Some(n("3"))));
        let list = after(Some("ADD"), Some(l([n("1")])), &with(l([n("2")])));
        assert_eq!(list, Ok(Some(l([n("2"), n("1")]))));
        assert_eq!(
            after(Some("DELETE"), Some(ss(["a"])), &with(ss(["a", "b"]))),
            Ok(Some(ss(["b"])))
        );
        let mismatch = Err("Type mismatch for attribute to update".to_owned());
        assert_eq!(after(Some("ADD"), Some(n("1")), &with(s("y"))), mismatch);
        assert_eq!(after(Some("DELETE"), Some(ss(["a"])), &with(s("y"))), mismatch);
    }

    #[test]
    fn updates_that_say_nothing_are_refused() {
        let parameter = "One or more parameter values were invalid: ";
        let only = "Only DELETE action is allowed when no attribute value is specified";
        assert_eq!(update(None, None), Err(format!("{parameter}{only}")));
        assert_eq!(update(Some("ADD"), None), Err(format!("{parameter}{only}")));
        assert_eq!(
            update(Some("DELETE"), Some(n("1"))),
            Err(format!("{parameter}DELETE action with value is not supported for the type N"))
        );
        assert_eq!(
            update(Some("ADD"), Some(Bool(true))),
            Err(format!("{parameter}ADD action is not supported for the type BOOL"))
        );
        assert!(update(Some("ADD"), Some(ss([]))).is_err());
    }

    #[test]
    fn key_conditions_and_attributes_are_read() {
        let keys = |operator| {
            let conditions = [
                ("c".to_owned(), compared(operator, &[n("1")])),
                ("p".to_owned(), compared("EQ", &[s("x")])),
            ];
            key_conditions(conditions.into()).unwrap()
        };
        let schema: crate::records::table::KeySchema = serde_json::from_str(
            r#"{"hash":{"name":"p","kind":"S"},"range":{"name":"c","kind":"N"}}"#,
        )
        .unwrap();
        let range = keys("GT").against(&schema).unwrap().range;
        assert_eq!(range, Some(("c".to_owned(), RangeCondition::Gt(n("1")))));
        assert_eq!(
            keys("NE").against(&schema).unwrap_err().message,
            "Attempted conditional constraint is not an indexable operation"
        );
        assert!(key_conditions([].into()).is_err());
        let names = |names: &[&str]| {
            attributes_to_get(Some(names.iter().map(|name| (*name).to_owned()).collect()))
        };
        assert_eq!(names(&["s", "q"]).unwrap().unwrap().of(&thing()), item([("s", s("hello"))]));
        assert_eq!(
            names(&["a", "b", "a"]).unwrap_err().message,
            "One or more parameter values were invalid: Duplicate value in attribute name: a"
        );
    }
}
