//! Where a deserializer stands, and which required members it did not find.

use shapes::constraints::render;
use shapes::{DecodeError, Member, Structure};

pub(crate) use shapes::constraints::{Step, head_of};

/// How deep values may nest, in steps.
const MAX_DEPTH: usize = 160;
/// How many absent values are noted; far more than are ever told.
const MAX_MISSING: usize = 100;
/// The members of one structure that were found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen(u128);

impl Seen {
    /// Notes the member at `index`.
    pub(crate) fn note(&mut self, index: usize) {
        self.0 |= 1u128.checked_shl(index as u32).unwrap_or(0);
    }

    fn has(self, index: usize) -> bool {
        index >= 128 || self.0 >> index & 1 == 1
    }
}

/// Follows a deserializer through a value.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    path: Vec<Step>,
    /// The paths of required values that are absent.
    pub(crate) missing: Vec<String>,
}

impl Trace {
    /// Steps into a value; refuses to go too deep.
    pub(crate) fn enter(&mut self, step: Step) -> Result<(), DecodeError> {
        if self.path.len() >= MAX_DEPTH {
            return Err(DecodeError::new("The value is nested too deeply."));
        }
        self.path.push(step);
        Ok(())
    }

    /// Steps out again.
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Notes that the value that it stands at is null, where a value must be.
    pub(crate) fn null_here(&mut self) {
        if self.missing.len() < MAX_MISSING {
            self.missing.push(render(&self.path));
        }
    }

    /// Notes the required members of a structure that were not seen.
    pub(crate) fn close(&mut self, structure: &'static Structure, seen: Seen) {
        for (index, member) in structure.members.iter().enumerate() {
            if member.required && !seen.has(index) {
                self.note_absent(member);
            }
        }
    }

    fn note_absent(&mut self, member: &'static Member) {
        self.path.push(Step::Member(member.name));
        self.null_here();
        self.leave();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_has_an_end() {
        let mut trace = Trace::default();
        let entered = (0..1000).take_while(|n| trace.enter(Step::Item(*n)).is_ok()).count();
        assert_eq!(entered, MAX_DEPTH);
    }
}
