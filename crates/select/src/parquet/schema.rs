//! What a file's records are made of.

use super::bad;
use super::thrift::Thrift;
use crate::decimal::Decimal;
use crate::refusal::{Refusal, Result};
use crate::timestamp::{Part, Timestamp};
use crate::value::Value;

/// How deep groups lie in each other, and how many columns there are, at most.
const MAX_DEPTH: usize = 24;
const MAX_LEAVES: usize = 10_000;

/// How a value is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Physical {
    Bool,
    Int32,
    Int64,
    Int96,
    Float,
    Double,
    Bytes,
    Fixed(usize),
}

/// What a value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Logical {
    Plain,
    Unsigned,
    /// So many digits stand behind the point.
    Decimal(i32),
    Date,
    /// So many of these are a second.
    Timestamp(i64),
    Uuid,
    Unsupported,
}

/// How often a value may be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    Once,
    AtMostOnce,
    Often,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub number: usize,
    pub physical: Physical,
    pub logical: Logical,
}

/// A part of a record.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub name: String,
    pub times: Times,
    /// The levels at which it is there.
    pub definition: u32,
    pub repetition: u32,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Leaf(Leaf),
    Group(Vec<Node>),
    /// A group whose only part, which is there often, has the items.
    List(Vec<Node>),
    /// The same with keys and values.
    Map(Vec<Node>),
}

/// The parts of a record.
///
/// # Errors
/// The elements make up no tree.
pub(crate) fn read(elements: &[Thrift<'_>]) -> Result<Vec<Node>> {
    let mut reader = Reader { elements, at: 1, leaves: 0 };
    let count = elements.first().and_then(|root| root.size(5)).ok_or_else(bad)?;
    reader.nodes(count, 0, 0, 0)
}

struct Reader<'a> {
    elements: &'a [Thrift<'a>],
    at: usize,
    leaves: usize,
}

impl Reader<'_> {
    fn nodes(&mut self, count: u64, depth: usize, def: u32, rep: u32) -> Result<Vec<Node>> {
        if depth > MAX_DEPTH {
            return Err(bad());
        }
        let mut nodes = Vec::new();
        for _ in 0..count {
            nodes.push(self.node(depth, def, rep)?);
        }
        Ok(nodes)
    }

    fn node(&mut self, depth: usize, def: u32, rep: u32) -> Result<Node> {
        let elements = self.elements;
        let element = elements.get(self.at).ok_or_else(bad)?;
        self.at += 1;
        let name = element.text(4).ok_or_else(bad)?;
        let (times, definition, repetition) = match element.int(3) {
            Some(0) => (Times::Once, def, rep),
            Some(1) => (Times::AtMostOnce, def + 1, rep),
            Some(2) => (Times::Often, def + 1, rep + 1),
            _ => return Err(bad()),
        };
        let kind = match element.size(5).filter(|count| *count > 0) {
            Some(count) => {
                let nodes = self.nodes(count, depth + 1, definition, repetition)?;
                let logical = element.field(10).and_then(Thrift::union).map(|(id, _)| id);
                let is_wrapped = matches!(&nodes[..], [only] if only.times == Times::Often);
                match (logical, element.int(6)) {
                    (Some(3), _) | (None, Some(3)) if is_wrapped => Kind::List(nodes),
                    (Some(2), _) | (None, Some(1 | 2)) if is_wrapped => Kind::Map(nodes),
                    _ => Kind::Group(nodes),
                }
            }
            None => {
                let number = self.leaves;
                self.leaves += 1;
                if self.leaves > MAX_LEAVES {
                    return Err(bad());
                }
                let physical = physical(element)?;
                Kind::Leaf(Leaf { number, physical, logical: logical(element, physical) })
            }
        };
        Ok(Node { name, times, definition, repetition, kind })
    }
}

fn physical(element: &Thrift<'_>) -> Result<Physical> {
    Ok(match element.int(1) {
        Some(0) => Physical::Bool,
        Some(1) => Physical::Int32,
        Some(2) => Physical::Int64,
        Some(3) => Physical::Int96,
        Some(4) => Physical::Float,
        Some(5) => Physical::Double,
        Some(6) => Physical::Bytes,
        Some(7) => {
            let width = element.size(2).and_then(|it| usize::try_from(it).ok());
            Physical::Fixed(width.filter(|it| (1..=1 << 20).contains(it)).ok_or_else(bad)?)
        }
        _ => return Err(bad()),
    })
}

fn logical(element: &Thrift<'_>, physical: Physical) -> Logical {
    let scale = |it: &Thrift<'_>, id| it.int(id).unwrap_or(0).clamp(0, 38) as i32;
    if let Some((id, of)) = element.field(10).and_then(Thrift::union) {
        return match id {
            5 => Logical::Decimal(scale(of, 1)),
            6 => Logical::Date,
            8 => Logical::Timestamp(match of.field(2).and_then(Thrift::union) {
                Some((1, _)) => 1000,
                Some((2, _)) => 1_000_000,
                _ => 1_000_000_000,
            }),
            10 if of.field(2) == Some(&Thrift::Bool(false)) => Logical::Unsigned,
            14 => Logical::Uuid,
            15 => Logical::Unsupported,
            _ => Logical::Plain,
        };
    }
    match (element.int(6), physical) {
        (Some(5), _) => Logical::Decimal(scale(element, 7)),
        (Some(6), _) => Logical::Date,
        (Some(9), _) => Logical::Timestamp(1000),
        (Some(10), _) => Logical::Timestamp(1_000_000),
        (Some(11..=14), _) => Logical::Unsigned,
        (Some(21), _) => Logical::Unsupported,
        _ => Logical::Plain,
    }
}

impl Leaf {
    /// How many bytes a value has, where all have as many.
    pub(crate) fn width(&self) -> usize {
        match self.physical {
            Physical::Bool | Physical::Bytes => 1,
            Physical::Int32 | Physical::Float => 4,
            Physical::Int64 | Physical::Double => 8,
            Physical::Int96 => 12,
            Physical::Fixed(width) => width,
        }
    }

    /// Refuses what there is no value for.
    pub(crate) fn check(&self) -> Result<()> {
        match self.logical {
            Logical::Unsupported => {
                let message = "The specified Parquet type is not supported.";
                Err(Refusal::new("UnsupportedParquetType", message))
            }
            _ => Ok(()),
        }
    }

    /// What bytes mean.
    pub(crate) fn value(&self, bytes: &[u8]) -> Option<Value> {
        let number = match self.physical {
            Physical::Bool => return Some(Value::Bool(*bytes.first()? != 0)),
            Physical::Int32 => match self.logical {
                Logical::Unsigned => u32::from_le_bytes(bytes.try_into().ok()?).into(),
                _ => i32::from_le_bytes(bytes.try_into().ok()?).into(),
            },
            Physical::Int64 => i64::from_le_bytes(bytes.try_into().ok()?),
            Physical::Float => {
                return Some(Value::Float(f32::from_le_bytes(bytes.try_into().ok()?).into()));
            }
            Physical::Double => {
                return Some(Value::Float(f64::from_le_bytes(bytes.try_into().ok()?)));
            }
            Physical::Int96 => {
                let nanos = i64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
                let day = i32::from_le_bytes(bytes.get(8..12)?.try_into().ok()?);
                // Days are counted from the beginning of the Julian period.
                let days = i64::from(day) - 2_440_588;
                return Some(Value::Timestamp(moment(
                    i128::from(days) * 86_400_000_000_000 + i128::from(nanos),
                )));
            }
            Physical::Bytes | Physical::Fixed(_) => return self.of_bytes(bytes),
        };
        Some(match self.logical {
            Logical::Decimal(scale) => Value::Decimal(Decimal::of(number.into(), scale)?),
            Logical::Date => {
                let epoch = Timestamp::parse("1970-01-01")?;
                Value::Timestamp(epoch.plus(Part::Day, number)?)
            }
            Logical::Timestamp(per_second) => {
                let nanos = i128::from(number) * i128::from(1_000_000_000 / per_second);
                Value::Timestamp(moment(nanos))
            }
            Logical::Unsigned if number < 0 => {
                Value::Decimal(Decimal::of((number as u64).into(), 0)?)
            }
            _ => Value::Int(number),
        })
    }

    fn of_bytes(&self, bytes: &[u8]) -> Option<Value> {
        match self.logical {
            Logical::Decimal(scale) => {
                if bytes.len() > 16 {
                    return None;
                }
                let negative = bytes.first().is_some_and(|first| *first >= 0x80);
                let start = if negative { -1_i128 } else { 0 };
                let digits = bytes.iter().fold(start, |it, byte| it << 8 | i128::from(*byte));
                Some(Value::Decimal(Decimal::of(digits, scale)?))
            }
            Logical::Uuid => {
                let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| digits.get(part));
                let parts: Option<Vec<_>> = parts.into_iter().collect();
                Some(Value::Text(parts?.join("-")))
            }
            _ => Some(Value::Text(String::from_utf8_lossy(bytes).into_owned())),
        }
    }
}

/// The moment so many nanoseconds after the epoch, as exact as they are.
fn moment(nanos: i128) -> Timestamp {
    let clamped = nanos.clamp(i64::MIN.into(), i64::MAX.into());
    Timestamp::of_nanos(clamped as i64)
}
