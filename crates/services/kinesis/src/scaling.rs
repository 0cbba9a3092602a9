//! How a stream's shards are scaled.

use serde::{Deserialize, Serialize};

/// What is kept of a stream's scaling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scaling {}

impl Scaling {
    /// Whether nothing is kept of it.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
