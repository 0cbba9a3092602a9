//! What the models demand of inputs, and what AWS says when it is not met.
//!
//! All violations of an input are collected, up to ten, as the services do; what they say was
//! observed on Kinesis, CloudWatch Logs, Lambda and IAM.

mod check;
mod path;
mod pattern;
mod show;

use crate::dialect::LookedAtFirst;
use crate::{ErrorShape, Protocol, Service, Shape};
use check::Checker;

pub use path::{Step, head_of, render};

/// Only so many violations are told.
const MOST_TOLD: usize = 10;

/// An input that breaks its model's constraints: the service's error and all violations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The code and HTTP status.
    pub shape: &'static ErrorShape,
    /// What is broken, for the caller.
    pub message: String,
}

/// Holds an input against its model. `missing` are the paths of required values that were absent
/// where it was read. S3 has errors of its own for what could be wrong, and is not checked here.
///
/// # Errors
/// What AWS answers.
pub fn validate(
    service: &'static Service,
    input: &dyn Shape,
    missing: Vec<String>,
) -> Result<(), Violation> {
    if service.protocol == Protocol::RestXml {
        return Ok(());
    }
    let dialect = service.dialect;
    let shape = &dialect.invalid;
    let first = dialect.looked_at_first.as_ref();
    if let Some(message) = first.and_then(|own| first_look(own, input, &missing)) {
        return Err(Violation { shape, message: message.to_owned() });
    }
    if missing.is_empty() && Checker::is_sound(input) {
        return Ok(());
    }
    if let Some(own) = &dialect.missing {
        return match missing.first() {
            Some(path) => Err(Violation { shape: &own.shape, message: (own.words)(path) }),
            None => Ok(()),
        };
    }
    let violations = Checker::run(input, missing, dialect);
    if let Some(message) = violations.strange_name {
        return Err(Violation { shape, message });
    }
    if violations.told.is_empty() {
        // All that was broken the service looks at itself.
        return Ok(());
    }
    let told = &violations.told[..violations.told.len().min(MOST_TOLD)];
    let plural = if told.len() == 1 { "" } else { "s" };
    let message = format!("{} validation error{plural} detected: {}", told.len(), told.join("; "));
    Err(Violation { shape, message })
}

/// What a service says of the member that it looks at before all others, where it is not as it must be.
fn first_look(own: &LookedAtFirst, input: &dyn Shape, missing: &[String]) -> Option<&'static str> {
    let schema = input.schema();
    if !own.inputs.contains(&schema.name) {
        return None;
    }
    let index = schema.members.iter().position(|member| member.name == own.member)?;
    if missing.contains(&render(&[Step::Member(own.member)])) {
        return Some(own.missing);
    }
    let mut show = show::Show::default();
    input.write_member(index, schema.members.get(index)?, &mut show);
    let (least, greatest, wrong) = own.length;
    (!(least..=greatest).contains(&show.0.len())).then_some(wrong)
}

#[cfg(test)]
mod tests;
