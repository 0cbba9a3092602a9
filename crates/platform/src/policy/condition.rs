//! What must hold besides ("IAM JSON policy elements: Condition operators").

use super::Keys;
use super::pattern::Pattern;
use shapes::{Timestamp, TimestampFormat};
use std::cmp::Ordering;
use std::net::IpAddr;

/// One test of a statement: a key of the request against values.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    operator: Option<Operator>,
    key: String,
    values: Vec<String>,
}

/// What is known of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Yes,
    No,
    /// It cannot be judged, so that it must not widen what is allowed.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Operator {
    set: Set,
    test: Test,
    negated: bool,
    if_exists: bool,
}

/// How many of a key's values must pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Set {
    TheOne,
    All,
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Test {
    Null,
    Equals,
    EqualsIgnoringCase,
    Like,
    Arn,
    Bool,
    IpAddress,
    Numeric(&'static [Ordering]),
    Date(&'static [Ordering]),
}

impl Operator {
    fn parse(name: &str) -> Option<Self> {
        let (set, name) = match name.split_once(':') {
            Some(("ForAllValues", name)) => (Set::All, name),
            Some(("ForAnyValue", name)) => (Set::Any, name),
            Some(_) => return None,
            None => (Set::TheOne, name),
        };
        let (name, if_exists) = match name.strip_suffix("IfExists") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let (test, negated) = test(name)?;
        (test != Test::Null || (set == Set::TheOne && !if_exists)).then_some(())?;
        Some(Self { set, test, negated, if_exists })
    }
}

/// What an operator compares, and whether it is the opposite that must hold.
fn test(name: &str) -> Option<(Test, bool)> {
    if let Some((test, order)) = ordered(name) {
        let (order, negated) = comparison(order)?;
        return Some((test(order), negated));
    }
    Some(match name {
        "Null" => (Test::Null, false),
        "StringEquals" | "BinaryEquals" => (Test::Equals, false),
        "StringNotEquals" => (Test::Equals, true),
        "StringEqualsIgnoreCase" => (Test::EqualsIgnoringCase, false),
        "StringNotEqualsIgnoreCase" => (Test::EqualsIgnoringCase, true),
        "StringLike" => (Test::Like, false),
        "StringNotLike" => (Test::Like, true),
        "ArnEquals" | "ArnLike" => (Test::Arn, false),
        "ArnNotEquals" | "ArnNotLike" => (Test::Arn, true),
        "Bool" => (Test::Bool, false),
        "IpAddress" => (Test::IpAddress, false),
        "NotIpAddress" => (Test::IpAddress, true),
        _ => return None,
    })
}

type Ordered = fn(&'static [Ordering]) -> Test;

fn ordered(name: &str) -> Option<(Ordered, &str)> {
    let numeric = name.strip_prefix("Numeric").map(|order| (Test::Numeric as Ordered, order));
    numeric.or_else(|| Some((Test::Date as Ordered, name.strip_prefix("Date")?)))
}

fn comparison(name: &str) -> Option<(&'static [Ordering], bool)> {
    use Ordering::{Equal, Greater, Less};
    Some(match name {
        "Equals" => (&[Equal], false),
        "NotEquals" => (&[Equal], true),
        "LessThan" => (&[Less], false),
        "LessThanEquals" => (&[Less, Equal], false),
        "GreaterThan" => (&[Greater], false),
        "GreaterThanEquals" => (&[Greater, Equal], false),
        _ => return None,
    })
}

impl Condition {
    /// A test as it is written: an operator, a key and values.
    pub(super) fn new(operator: &str, key: &str, values: Vec<String>) -> Self {
        Self { operator: Operator::parse(operator), key: key.to_owned(), values }
    }

    /// The key that it asks for.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The values that it asks for.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// Whether it lets through only those that have one of some fixed values of one of these keys.
    pub fn fixes(&self, keys: &[&str]) -> bool {
        let is_one = keys.iter().any(|key| key.eq_ignore_ascii_case(&self.key));
        let asks = self.operator.is_some_and(|it| {
            let is_test = !matches!(it.test, Test::Null);
            is_test && !it.negated && !it.if_exists && it.set != Set::All
        });
        is_one && asks && self.values.iter().all(|value| !value.contains(['*', '?', '$']))
    }

    /// Whether there is such an operator.
    pub(super) fn is_known(&self) -> bool {
        self.operator.is_some()
    }

    /// Whether each value that must be a date is one.
    pub(super) fn has_readable_dates(&self) -> bool {
        let is_date = matches!(self.operator, Some(Operator { test: Test::Date(_), .. }));
        !is_date || self.values.iter().all(|value| instant(value).is_some())
    }

    /// Whether it holds. `has_variables` says whether the policy may name values of the request.
    pub(super) fn holds(&self, keys: &Keys, has_variables: bool) -> Verdict {
        let Some(operator) = self.operator else { return Verdict::Unknown };
        let given = keys.get(&self.key);
        // They have a value on AWS, always, and none here in calls from within: nothing is said of them.
        const UNTOLD: [&str; 2] = ["aws:SourceIp", "aws:SecureTransport"];
        if given.is_none() && UNTOLD.iter().any(|key| key.eq_ignore_ascii_case(&self.key)) {
            return Verdict::No;
        }
        if operator.test == Test::Null {
            let must_be_missing = self.values.iter().any(|value| value == "true");
            return verdict(must_be_missing == given.is_none());
        }
        let Some(given) = given else {
            let by_absence = operator.negated && operator.set == Set::TheOne;
            return verdict(by_absence || operator.if_exists || operator.set == Set::All);
        };
        let variables = has_variables.then_some(keys);
        let is_unknown = |wanted: &String| Pattern::new(wanted, variables).is_none();
        if operator.negated && operator.test.is_of_texts() && self.values.iter().any(is_unknown) {
            return Verdict::Unknown;
        }
        let passes = |given: &String| {
            let mut wanted = self.values.iter();
            wanted.any(|wanted| operator.test.passes(given, wanted, variables)) != operator.negated
        };
        match (operator.set, given) {
            (Set::TheOne, [one]) => verdict(passes(one)),
            // One is asked for where there are several: AWS calls what comes of it undefined.
            (Set::TheOne, _) => Verdict::Unknown,
            (Set::All, all) => verdict(all.iter().all(passes)),
            (Set::Any, all) => verdict(all.iter().any(passes)),
        }
    }
}

fn verdict(holds: bool) -> Verdict {
    if holds { Verdict::Yes } else { Verdict::No }
}

impl Test {
    fn is_of_texts(self) -> bool {
        matches!(self, Self::Equals | Self::EqualsIgnoringCase | Self::Like | Self::Arn)
    }

    fn passes(self, given: &str, wanted: &str, variables: Option<&Keys>) -> bool {
        let pattern = || Pattern::new(wanted, variables);
        match self {
            Self::Null => false,
            Self::Equals => pattern().is_some_and(|it| it.equals(given)),
            Self::EqualsIgnoringCase => pattern().is_some_and(|it| it.equals_ignoring_case(given)),
            Self::Like => pattern().is_some_and(|it| it.matches(given)),
            Self::Arn => pattern().is_some_and(|it| it.matches_arn(given)),
            Self::Bool => wanted.eq_ignore_ascii_case(given),
            Self::IpAddress => is_within(given, wanted).unwrap_or(false),
            Self::Numeric(orders) => compares(number(given), number(wanted), orders),
            Self::Date(orders) => compares(instant(given), instant(wanted), orders),
        }
    }
}

fn compares<T: PartialOrd>(given: Option<T>, wanted: Option<T>, orders: &[Ordering]) -> bool {
    let order = given.zip(wanted).and_then(|(given, wanted)| given.partial_cmp(&wanted));
    order.is_some_and(|order| orders.contains(&order))
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A date of ISO 8601, perhaps without its time, or seconds since the epoch.
fn instant(text: &str) -> Option<Timestamp> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse::<i64>().ok()?.checked_mul(1000).map(Timestamp);
    }
    let whole = match text.len() {
        7 => format!("{text}-01T00:00:00Z"),
        10 => format!("{text}T00:00:00Z"),
        _ => text.to_owned(),
    };
    Timestamp::parse(&whole, TimestampFormat::Iso8601)
}

/// Whether an address lies in a network, `10.0.0.0/8`, or is the one address that is named.
fn is_within(address: &str, network: &str) -> Option<bool> {
    let (network, prefix) = match network.split_once('/') {
        Some((network, prefix)) => (network, Some(prefix.parse::<u32>().ok()?)),
        None => (network, None),
    };
    let (address, network): (IpAddr, IpAddr) = (address.parse().ok()?, network.parse().ok()?);
    let (given, wanted, width) = match (address, network) {
        (IpAddr::V4(given), IpAddr::V4(wanted)) => {
            (u128::from(given.to_bits()), u128::from(wanted.to_bits()), 32)
        }
        (IpAddr::V6(given), IpAddr::V6(wanted)) => (given.to_bits(), wanted.to_bits(), 128),
        _ => return Some(false),
    };
    let free = u32::checked_sub(width, prefix.unwrap_or(width))?;
    // A shift by the whole width leaves nothing to compare.
    let fixed = |bits: u128| bits.checked_shr(free).unwrap_or(0);
    Some(fixed(given) == fixed(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        let mut keys = Keys::default();
        keys.set("s", "Text");
        keys.set("arn", "arn:aws:sns:us-east-1:111111111111:topic");
        keys.set("n", "10");
        keys.set("d", "2026-01-02T03:04:05Z");
        keys.set("b", "true");
        keys.set("ip", "10.1.2.3");
        keys.set("ip6", "2001:db8::1");
        keys.set_all("many", ["a".to_owned(), "b".to_owned()]);
        keys
    }

    #[test]
    fn each_operator_compares_in_its_way() {
        for (operator, key, value, expected) in [
            ("StringEquals", "s", "Text", true),
            ("StringEquals", "S", "text", false),
            ("StringEquals", "s", "T*", false),
            ("StringNotEquals", "s", "text", true),
            ("StringEqualsIgnoreCase", "s", "tEXT", true),
            ("StringNotEqualsIgnoreCase", "s", "tEXT", false),
            ("StringLike", "s", "T?x*", true),
            ("StringLike", "s", "${n}*", false),
            ("StringNotLike", "s", "x*", true),
            ("ArnLike", "arn", "arn:aws:sns:*:111111111111:t*", true),
            ("ArnEquals", "arn", "arn:aws:sns:*:topic", false),
            ("ArnNotLike", "arn", "arn:aws:sqs:*:*:*", true),
            ("NumericEquals", "n", "10.0", true),
            ("NumericNotEquals", "n", "10", false),
            ("NumericLessThan", "n", "10", false),
            ("NumericLessThanEquals", "n", "10", true),
            ("NumericGreaterThan", "n", "9", true),
            ("NumericGreaterThanEquals", "n", "11", false),
            ("NumericEquals", "s", "10", false),
            ("DateLessThan", "d", "2026-01-03", true),
            ("DateGreaterThan", "d", "2026-01", true),
            ("DateEquals", "d", "1767323045", true),
            ("DateGreaterThanEquals", "d", "2026-01-02T04:04:05+01:00", true),
            ("Bool", "b", "True", true),
            ("Bool", "b", "false", false),
            ("IpAddress", "ip", "10.0.0.0/8", true),
            ("IpAddress", "ip", "10.1.2.3", true),
            ("IpAddress", "ip", "0.0.0.0/0", true),
            ("IpAddress", "ip", "10.1.2.3/33", false),
            ("IpAddress", "ip6", "2001:db8::/32", true),
            ("IpAddress", "ip6", "10.0.0.0/8", false),
            ("NotIpAddress", "ip", "11.0.0.0/8", true),
            ("StringEquals", "s", "${none}", false),
            ("Null", "s", "false", true),
            ("Null", "none", "true", true),
            ("Null", "none", "false", false),
        ] {
            let condition = Condition::new(operator, key, vec![value.to_owned()]);
            let held = condition.holds(&keys(), true);
            assert_eq!(held, verdict(expected), "{operator} {key} {value}");
        }
    }

    #[test]
    fn what_differs_from_a_value_that_is_not_there_is_not_known() {
        for operator in ["StringNotEquals", "StringNotLike", "ArnNotLike"] {
            let condition = Condition::new(operator, "s", vec!["${none}".to_owned()]);
            assert_eq!(condition.holds(&keys(), true), Verdict::Unknown, "{operator}");
        }
    }

    #[test]
    fn a_missing_key_fails_what_does_not_deny_it() {
        for (operator, expected) in [
            ("StringEquals", false),
            ("StringNotEquals", true),
            ("StringEqualsIfExists", true),
            ("NumericLessThan", false),
            ("ForAllValues:StringEquals", true),
            ("ForAnyValue:StringEquals", false),
            ("ForAnyValue:StringNotEquals", false),
            ("ForAnyValue:StringEqualsIfExists", true),
        ] {
            let condition = Condition::new(operator, "none", vec!["x".to_owned()]);
            assert_eq!(condition.holds(&keys(), true), verdict(expected), "{operator}");
        }
    }

    #[test]
    fn several_values_are_told_apart_by_all_and_any() {
        for (operator, values, expected) in [
            ("ForAllValues:StringEquals", &["a", "b", "c"][..], Verdict::Yes),
            ("ForAllValues:StringEquals", &["a"], Verdict::No),
            ("ForAllValues:StringNotEquals", &["c"], Verdict::Yes),
            ("ForAnyValue:StringEquals", &["b"], Verdict::Yes),
            ("ForAnyValue:StringEquals", &["c"], Verdict::No),
            ("ForAnyValue:StringNotEquals", &["a"], Verdict::Yes),
            ("StringEquals", &["a"], Verdict::Unknown),
            ("ForAnyValue::StringEquals", &["a"], Verdict::Unknown),
            ("ForAnyValue:Null", &["a"], Verdict::Unknown),
            ("Sounds", &["a"], Verdict::Unknown),
        ] {
            let values = values.iter().map(|&value| value.to_owned()).collect();
            let condition = Condition::new(operator, "many", values);
            assert_eq!(condition.holds(&keys(), true), expected, "{operator}");
        }
    }
}
