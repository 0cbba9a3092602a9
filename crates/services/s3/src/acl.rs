//! Access control lists: what holds of every bucket and object, which alone may be set. Their owner
//! has full control, and nobody else has any ("Access control list (ACL) overview").

use crate::bucket::{canonical_id, owner};
use crate::errors::{ACL_NOT_SUPPORTED, MISSING_SECURITY_HEADER, invalid_request};
use crate::refuse::check_canned;
use platform::{Error, Result};
use shapes::s3::{AccessControlPolicy, Grant, Grantee};

/// The grants of a bucket or an object of this account.
pub(crate) fn grants(account: &str) -> Vec<Grant> {
    let grantee = Grantee {
        id: Some(canonical_id(account)),
        r#type: "CanonicalUser".to_owned(),
        ..Default::default()
    };
    vec![Grant { grantee: Some(grantee), permission: Some("FULL_CONTROL".to_owned()) }]
}

/// An ACL that is to be set, in one of three ways.
pub(crate) struct Given<'a> {
    pub canned: Option<&'a str>,
    pub policy: Option<&'a AccessControlPolicy>,
    pub grants: [&'a Option<String>; 5],
}

impl Given<'_> {
    /// Refuses an ACL that says anything else than what holds. `harmless` are the canned ones that
    /// do not.
    ///
    /// # Errors
    /// `AccessControlListNotSupported`; `MissingSecurityHeader` where none is given,
    /// `InvalidRequest` for two.
    pub(crate) fn check(&self, account: &str, harmless: &[&str]) -> Result<()> {
        check_canned(self.canned)?;
        let has_grants = self.grants.iter().any(|grant| grant.is_some());
        match (self.canned, self.policy, has_grants) {
            (None, None, false) => Err(Error::new(
                &MISSING_SECURITY_HEADER,
                "Your request was missing a required header",
            )
            .with("MissingHeaderName", "x-amz-acl")),
            (Some(_), None, true) => {
                Err(invalid_request("Specifying both Canned ACLs and Header Grants is not allowed"))
            }
            (Some(canned), None, false) if harmless.contains(&canned) => Ok(()),
            (None, Some(policy), false) if is_as_it_is(policy, account) => Ok(()),
            _ => Err(Error::new(&ACL_NOT_SUPPORTED, "The bucket does not allow ACLs")),
        }
    }
}

fn is_as_it_is(policy: &AccessControlPolicy, account: &str) -> bool {
    let is_owner = policy.owner.as_ref().is_some_and(|it| it.id == owner(account).id);
    let [grant] = policy.grants.as_deref().unwrap_or_default() else { return false };
    let grantee = grant.grantee.as_ref().and_then(|it| it.id.as_deref());
    let is_owners = grantee == Some(&*canonical_id(account));
    is_owner && is_owners && grant.permission.as_deref() == Some("FULL_CONTROL")
}
