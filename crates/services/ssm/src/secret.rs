//! The key that values of secure strings are sealed with.
//!
//! Table `ssm-secrets`: `value-key` → 32 random bytes.

use platform::{Platform, Secret};
use store::Table;

/// The key, which is made when it is first needed.
pub fn of_values(platform: &Platform) -> Secret {
    Secret::new(platform, Table("ssm-secrets"), "value-key")
}
