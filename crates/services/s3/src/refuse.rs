//! Options that are not acted on, refused by name.

use crate::errors::INVALID_STORAGE_CLASS;
use platform::{Error, Result};

/// Refuses each member that is given, by its header's name:
/// `refuse!(input; tagging => "x-amz-tagging")`.
macro_rules! refuse {
    ($input:expr; $($member:ident => $header:literal),+ $(,)?) => {
        $(
            if $input.$member.is_some() {
                return Err($crate::errors::not_implemented($header));
            }
        )+
    };
}

/// Refuses what PutObject, CopyObject and CreateMultipartUpload have in common.
macro_rules! refuse_object_options {
    ($input:expr) => {
        $crate::refuse::storage_class($input.storage_class.as_deref())?;
    };
}

pub(crate) use {refuse, refuse_object_options};

/// Those that objects can have. From `GLACIER` and `DEEP_ARCHIVE` they are restored before they are read;
/// what the others differ in is their price.
const SHOWN_CLASSES: [&str; 8] = [
    "GLACIER",
    "DEEP_ARCHIVE",
    "STANDARD",
    "REDUCED_REDUNDANCY",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER_IR",
];

/// Refuses a storage class that no object of a bucket has: `OUTPOSTS` and the like are of other
/// places.
pub(crate) fn storage_class(class: Option<&str>) -> Result<()> {
    match class {
        None => Ok(()),
        Some(class) if SHOWN_CLASSES.contains(&class) => Ok(()),
        Some(class) => {
            let message = "The storage class you specified is not valid";
            Err(Error::new(&INVALID_STORAGE_CLASS, message).with("StorageClassRequested", class))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_change_an_object_is_refused_by_name() {
        assert!(storage_class(Some("GLACIER")).is_ok());
        assert_eq!(storage_class(Some("OUTPOSTS")).unwrap_err().code(), "InvalidStorageClass");
        assert_eq!(storage_class(Some("COLD")).unwrap_err().code(), "InvalidStorageClass");
    }
}
