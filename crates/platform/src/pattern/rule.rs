//! What one value has to be like.

use super::Malformed;
use super::text::Text;
use serde_json::Value;
use std::net::IpAddr;

/// One rule of a field's list.
#[derive(Clone, Debug)]
pub(super) enum Rule {
    /// A string, a number, a boolean or null, as it stands. 300 and 300.0 are not the same.
    Equal(Value),
    Text(Text),
    /// None of these.
    AnythingBut(Vec<Value>),
    NoText(Vec<Text>),
    Numeric(Vec<(Order, f64)>),
    Exists(bool),
    Cidr(Block),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Equal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// The addresses whose first bits are those of one address.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    address: IpAddr,
    bits: u32,
}

/// Numbers beyond this, on either side of zero, cannot be compared.
const MOST_NUMBER: f64 = 5.0e9;

/// Whether this is the name of a comparison.
pub(super) fn is_word(name: &str) -> bool {
    let others = ["anything-but", "numeric", "exists", "cidr"];
    others.contains(&name) || Text::is_word(name)
}

impl Rule {
    /// One item of a field's list.
    pub fn parse(item: &Value) -> Result<Self, Malformed> {
        let comparison = match item {
            Value::Array(_) => return Err(Malformed::new("Lists are not allowed inside lists")),
            Value::Object(comparison) => comparison,
            plain => return Ok(Self::Equal(plain.clone())),
        };
        let mut members = comparison.iter();
        let (Some((word, value)), None) = (members.next(), members.next()) else {
            return Err(Malformed::new("Only one key allowed in match expression"));
        };
        match (word.as_str(), value) {
            ("anything-but", value) => anything_but(value),
            ("numeric", Value::Array(items)) => Ok(Self::Numeric(numeric(items)?)),
            ("exists", Value::Bool(exists)) => Ok(Self::Exists(*exists)),
            ("cidr", Value::String(text)) => Ok(Self::Cidr(Block::parse(text)?)),
            (word, value) => Text::parse(word, value).map(Self::Text),
        }
    }

    /// Whether a field with this value, or without any, is like this.
    pub fn matches(&self, value: Option<&Value>) -> bool {
        match self {
            Self::Exists(exists) => any(value, &|_| true) == *exists,
            rule => any(value, &|leaf| rule.admits(leaf)),
        }
    }

    fn admits(&self, leaf: &Value) -> bool {
        let text = leaf.as_str();
        match self {
            Self::Equal(value) => leaf == value,
            Self::Text(rule) => text.is_some_and(|text| rule.admits(text)),
            Self::AnythingBut(values) => !values.contains(leaf),
            Self::NoText(rules) => !text.is_some_and(|text| rules.iter().any(|it| it.admits(text))),
            Self::Numeric(bounds) => leaf.as_f64().is_some_and(|number| {
                bounds.iter().all(|(order, bound)| order.holds(number, *bound))
            }),
            Self::Cidr(block) => text.is_some_and(|text| block.holds(text)),
            Self::Exists(exists) => *exists,
        }
    }
}

/// Whether this holds of the value, or of an item of it. An object is no value: its members are.
fn any(value: Option<&Value>, holds: &dyn Fn(&Value) -> bool) -> bool {
    match value {
        None | Some(Value::Object(_)) => false,
        Some(Value::Array(items)) => items.iter().any(|item| any(Some(item), holds)),
        Some(leaf) => holds(leaf),
    }
}

fn anything_but(value: &Value) -> Result<Rule, Malformed> {
    match value {
        Value::String(_) | Value::Number(_) => Ok(Rule::AnythingBut(vec![value.clone()])),
        Value::Array(values)
            if !values.is_empty()
                && (values.iter().all(Value::is_string) || values.iter().all(Value::is_number)) =>
        {
            Ok(Rule::AnythingBut(values.clone()))
        }
        Value::Object(comparison) if comparison.len() == 1 => {
            let texts = comparison.iter().flat_map(|(word, value)| match value {
                Value::Array(values) => values.iter().map(|it| Text::parse(word, it)).collect(),
                value => vec![Text::parse(word, value)],
            });
            let texts = texts.collect::<Result<Vec<_>, _>>()?;
            if texts.is_empty() {
                return Err(Malformed::new("Empty arrays are not allowed"));
            }
            Ok(Rule::NoText(texts))
        }
        _ => {
            let what = "Value of anything-but must be a string, a number, a list of either, or a \
                        comparison of texts";
            Err(Malformed::new(what))
        }
    }
}

/// One bound, or a lower and then an upper one.
fn numeric(items: &[Value]) -> Result<Vec<(Order, f64)>, Malformed> {
    let bound = |pair: &[Value]| match pair {
        [order, value] => {
            let order = order.as_str().and_then(Order::parse);
            Some((order?, value.as_f64().filter(|it| it.abs() <= MOST_NUMBER)?))
        }
        _ => None,
    };
    let bounds: Option<Vec<_>> = items.chunks(2).map(bound).collect();
    let bounds = bounds.ok_or_else(|| {
        Malformed::new("numeric takes operators and numbers from -5.0e9 to 5.0e9 in turn")
    })?;
    match bounds[..] {
        [_] => Ok(bounds),
        [(Order::More | Order::AtLeast, low), (Order::Less | Order::AtMost, high)]
            if low < high =>
        {
            Ok(bounds)
        }
        _ => Err(Malformed::new("numeric takes one bound, or a lower and then an upper one")),
    }
}

impl Order {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "=" => Some(Self::Equal),
            "<" => Some(Self::Less),
            "<=" => Some(Self::AtMost),
            ">" => Some(Self::More),
            ">=" => Some(Self::AtLeast),
            _ => None,
        }
    }

    #[allow(clippy::float_cmp)] // "=" is about the number as it was written.
    fn holds(self, number: f64, bound: f64) -> bool {
        match self {
            Self::Equal => number == bound,
            Self::Less => number < bound,
            Self::AtMost => number <= bound,
            Self::More => number > bound,
            Self::AtLeast => number >= bound,
        }
    }
}

impl Block {
    fn parse(text: &str) -> Result<Self, Malformed> {
        let malformed = || Malformed::new(format_args!("Malformed CIDR {text}"));
        let (address, bits) = text.split_once('/').ok_or_else(malformed)?;
        let address: IpAddr = address.parse().map_err(|_| malformed())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.parse().ok().filter(|bits| *bits <= most).ok_or_else(malformed)?;
        Ok(Self { address, bits })
    }

    fn holds(self, text: &str) -> bool {
        match (self.address, text.parse()) {
            (IpAddr::V4(ours), Ok(IpAddr::V4(theirs))) => {
                let differ = u32::from(ours) ^ u32::from(theirs);
                differ.checked_shr(32 - self.bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(ours), Ok(IpAddr::V6(theirs))) => {
                let differ = u128::from(ours) ^ u128::from(theirs);
                differ.checked_shr(128 - self.bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}
