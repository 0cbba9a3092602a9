//! The query protocol's forms.

mod read;

pub(crate) use read::{Form, read};

#[cfg(test)]
mod tests;
