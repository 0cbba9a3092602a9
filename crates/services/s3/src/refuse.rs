//! Options that are not acted on, refused by name.

use crate::errors::{self, ACL_NOT_SUPPORTED, INVALID_STORAGE_CLASS, invalid_argument};
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
        $crate::refuse::object_acl(
            $input.acl.as_deref(),
            &[
                &$input.grant_full_control,
                &$input.grant_read,
                &$input.grant_read_acp,
                &$input.grant_write_acp,
            ],
        )?;
    };
}

pub(crate) use {refuse, refuse_object_options};

/// The canned ACLs and storage classes of the model.
const CANNED: [&str; 7] = [
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "aws-exec-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
];
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

/// Buckets enforce their owner's ownership of objects, AWS's default, under which an ACL may only
/// say what holds anyway.
pub(crate) fn object_acl(acl: Option<&str>, grants: &[&Option<String>]) -> Result<()> {
    check_canned(acl)?;
    let harmless = matches!(acl, None | Some("private" | "bucket-owner-full-control"));
    if harmless && grants.iter().all(|grant| grant.is_none()) {
        return Ok(());
    }
    Err(Error::new(&ACL_NOT_SUPPORTED, "The bucket does not allow ACLs"))
}

/// The same for a bucket that is being made.
pub(crate) fn bucket_acl(acl: Option<&str>, grants: &[&Option<String>]) -> Result<()> {
    check_canned(acl)?;
    if matches!(acl, None | Some("private")) && grants.iter().all(|grant| grant.is_none()) {
        return Ok(());
    }
    Err(Error::new(
        &errors::INVALID_BUCKET_ACL,
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    ))
}

/// Refuses the name of an ACL that there is not.
pub(crate) fn check_canned(acl: Option<&str>) -> Result<()> {
    match acl {
        Some(acl) if !CANNED.contains(&acl) => Err(invalid_argument("", "x-amz-acl", acl)),
        _ => Ok(()),
    }
}

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
        let grant = Some("id=1".to_owned());
        assert!(object_acl(Some("bucket-owner-full-control"), &[&None]).is_ok());
        assert!(object_acl(Some("public-read"), &[]).unwrap_err().is(&ACL_NOT_SUPPORTED));
        assert!(object_acl(None, &[&grant]).unwrap_err().is(&ACL_NOT_SUPPORTED));
        assert_eq!(object_acl(Some("x"), &[]).unwrap_err().code(), "InvalidArgument");
        assert!(storage_class(Some("GLACIER")).is_ok());
        assert_eq!(storage_class(Some("OUTPOSTS")).unwrap_err().code(), "InvalidStorageClass");
        assert_eq!(storage_class(Some("COLD")).unwrap_err().code(), "InvalidStorageClass");
    }
}
