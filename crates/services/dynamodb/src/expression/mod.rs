//! Expressions: conditions, key conditions, updates and projections, as they are written and as
//! they act on an item. All of it is pure.

mod condition;
mod key_condition;
mod path;
mod placeholders;
mod projection;
mod read;
mod update;

pub(crate) use condition::{Comparator, Condition, Operand, Test};
pub(crate) use key_condition::{KeyCondition, KeyRange, RangeCondition};
pub(crate) use path::{Path, Step};
pub(crate) use placeholders::Placeholders;
pub(crate) use projection::Projection;
pub(crate) use update::{Action, Applied, Term, Update};
