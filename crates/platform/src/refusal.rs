//! What is asked for and not acted on: it is refused by its name, never passed over.

use crate::{Error, Result};
use std::fmt::Display;

/// What is said of something that AWS has and is not here yet.
pub fn unsupported(what: impl Display) -> String {
    format!("{what} is not supported by Waterwheel yet.")
}

/// Refuses the first of these members that is given.
///
/// # Errors
/// What `error` makes of the member's name.
pub fn refuse<const N: usize>(error: fn(&str) -> Error, members: [(&str, bool); N]) -> Result<()> {
    match members.iter().find(|(_, given)| *given) {
        Some((member, _)) => Err(error(member)),
        None => Ok(()),
    }
}

/// Whether a list is given that has something in it: SDKs also send empty ones.
pub fn lists_any<T>(list: &Option<Vec<T>>) -> bool {
    list.as_ref().is_some_and(|list| !list.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::ErrorShape;

    static INVALID: ErrorShape = ErrorShape::client("Invalid", 400);

    #[test]
    fn the_first_member_that_is_given_is_refused_by_name() {
        let error = |member: &str| Error::new(&INVALID, unsupported(member));
        let of = |a, b| refuse(error, [("A", a), ("B", b)]).map_err(|error| error.message);
        assert_eq!(of(false, false), Ok(()));
        assert_eq!(of(false, true), Err("B is not supported by Waterwheel yet.".to_owned()));
        assert_eq!(of(true, true), Err("A is not supported by Waterwheel yet.".to_owned()));
        assert!(lists_any(&Some(vec![1])) && !lists_any::<u8>(&Some(vec![])));
        assert!(!lists_any::<u8>(&None));
    }
}
