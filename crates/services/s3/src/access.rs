//! Who may, beyond what a bucket's policy says: access control lists, whose an object is, who pays, and
//! what nobody may who has not signed ("How Amazon S3 authorizes a request").

use crate::accounts;
use crate::acl::{self, Acl, Given, Owners, Permission, Subject, Who};
use crate::asks;
use crate::bucket::{self, Bucket, Reached, canonical_id};
use crate::errors::{self, access_denied};
use crate::kept;
use crate::logs;
use crate::object::Object;
use crate::policy::{self, bucket_of};
use crate::policy_keys::version_of;
use crate::service::S3;
use crate::settings::Ownership;
use platform::policy::{Decision, Keys, Request, decide};
use platform::{Arn, BoxFuture, Context, Error, Principal, Result, Wish};
use serde::{Deserialize, Serialize};
use shapes::Shape;
use shapes::s3::errors::{ACCESS_DENIED, NO_SUCH_KEY};
use std::sync::Arc;

/// Whose list is asked, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Bucket(Permission),
    Object(Permission),
}

/// What an action needs of a list ("Mapping of ACL permissions and access policy permissions"). What is
/// done besides to an object that is written belongs to its writing.
fn needs(action: &str, writes: bool) -> Option<Needs> {
    Some(match action {
        "s3:ListBucket" | "s3:ListBucketVersions" | "s3:ListBucketMultipartUploads" => {
            Needs::Bucket(Permission::Read)
        }
        "s3:PutObject"
        | "s3:DeleteObject"
        | "s3:AbortMultipartUpload"
        | "s3:ListMultipartUploadParts" => Needs::Bucket(Permission::Write),
        "s3:PutObjectAcl" | "s3:PutObjectTagging" if writes => Needs::Bucket(Permission::Write),
        "s3:GetBucketAcl" => Needs::Bucket(Permission::ReadAcp),
        "s3:PutBucketAcl" => Needs::Bucket(Permission::WriteAcp),
        "s3:GetObject" | "s3:GetObjectVersion" => Needs::Object(Permission::Read),
        "s3:GetObjectAcl" | "s3:GetObjectVersionAcl" => Needs::Object(Permission::ReadAcp),
        "s3:PutObjectAcl" | "s3:PutObjectVersionAcl" => Needs::Object(Permission::WriteAcp),
        _ => return None,
    })
}

/// What somebody who has not signed cannot do whatever is allowed, and what AWS says of it.
fn unsigned_cannot(operation: &str) -> Option<&'static str> {
    match operation {
        "CopyObjectRequest" | "UploadPartCopyRequest" => {
            Some("Anonymous users cannot copy objects.  Please authenticate")
        }
        "CreateMultipartUploadRequest" => {
            Some("Anonymous users cannot initiate multipart uploads.  Please authenticate.")
        }
        _ => None,
    }
}

/// Who asks, as lists know them. A service is known to none.
pub(crate) fn who(principal: &Principal) -> Who {
    match principal.account() {
        Some(account) => Who { id: canonical_id(account), is_signed: true },
        None => Who { id: acl::ANONYMOUS.to_owned(), is_signed: false },
    }
}

/// Whether a caller is of a bucket's account, or a service, which acts for it.
pub(crate) fn is_own(principal: &Principal, bucket: &Bucket) -> bool {
    let is_service = matches!(principal, Principal::Service { .. });
    is_service || principal.account() == Some(&*bucket.account)
}

impl Object {
    /// The canonical user id of its owner.
    pub(crate) fn owner_id(&self, bucket: &Bucket) -> String {
        acl::id_of(self.granted.owner.as_deref().unwrap_or(&bucket.account))
    }

    /// What is granted on it.
    pub(crate) fn grants(&self, bucket: &Bucket) -> Acl {
        self.granted.acl.clone().unwrap_or_else(|| Acl::private(&self.owner_id(bucket)))
    }

    /// Whether its list lets somebody do this. Its owner can always read and write the list.
    fn allows(&self, bucket: &Bucket, who: &Who, wanted: Permission, ignores_public: bool) -> bool {
        let is_list = matches!(wanted, Permission::ReadAcp | Permission::WriteAcp);
        (is_list && who.id == self.owner_id(bucket))
            || self.grants(bucket).allows(who, wanted, ignores_public)
    }
}

impl Bucket {
    /// What is granted on it.
    pub(crate) fn grants(&self) -> Acl {
        self.settings.acl.clone().unwrap_or_else(|| Acl::private(&canonical_id(&self.account)))
    }

    /// Whether access control lists act in it.
    pub(crate) fn acls_act(&self) -> bool {
        self.settings.owned() != Ownership::BucketOwnerEnforced
    }
}

/// What is kept with a new object of whose it is and what is granted on it: nothing where both are as
/// for most.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Granted {
    /// The account that owns it, or [`acl::ANONYMOUS`], where that is not the bucket's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What is granted, where that is more than everything to its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acl: Option<Acl>,
}

impl Granted {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Whose an object is that this caller writes, and what is granted on it.
///
/// # Errors
/// `AccessControlListNotSupported`, `AccessDenied` where public lists are blocked, and those of the list.
pub(crate) async fn granted(
    cx: &Context,
    bucket: &Bucket,
    given: &Given<'_>,
    (action, resource): (&str, &str),
) -> Result<Granted> {
    let of_bucket = canonical_id(&bucket.account);
    if !bucket.acls_act() {
        let harmless = matches!(given.canned, None | Some("private" | "bucket-owner-full-control"));
        acl::check_canned(given.canned)?;
        let none = given.grants.iter().all(Option::is_none);
        return if harmless && none { Ok(Granted::default()) } else { Err(acl::not_supported()) };
    }
    let preferred = bucket.settings.owned() == Ownership::BucketOwnerPreferred;
    let is_given_up = preferred && given.canned == Some("bucket-owner-full-control");
    let owner = match is_own(&cx.principal, bucket) || is_given_up {
        true => None,
        false => Some(cx.principal.account().unwrap_or(acl::ANONYMOUS).to_owned()),
    };
    let own = owner.as_deref().map_or_else(|| of_bucket.clone(), acl::id_of);
    let acl = given.read(Owners { own: &own, of_bucket: &of_bucket }, Subject::Object)?;
    let acl = acl.filter(|acl| *acl != Acl::private(&own));
    if acl.as_ref().is_some_and(Acl::is_public) {
        check_public(cx, bucket, (action, resource)).await?;
    }
    Ok(Granted { owner, acl })
}

/// Refuses a public list where none may be set.
///
/// # Errors
/// `AccessDenied`.
pub(crate) async fn check_public(
    cx: &Context,
    bucket: &Bucket,
    (action, resource): (&str, &str),
) -> Result<()> {
    if !accounts::blocked(cx.tables(), bucket).await?.block_acls {
        return Ok(());
    }
    let why = " because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public \
               Access.";
    Err(refused(cx, action, resource, why))
}

/// That a caller may not, in the words for those of the bucket's own account.
pub(crate) fn refused(cx: &Context, action: &str, resource: &str, why: &str) -> Error {
    let caller = cx.caller_arn();
    let message = format!(
        "User: {caller} is not authorized to perform: {action} on resource: \"{resource}\"{why}"
    );
    Error::new(&ACCESS_DENIED, message)
}

/// The key of the object that a resource is.
fn key_of(resource: &str) -> Option<&str> {
    Arn::parse(resource)?.resource.split_once('/').map(|(_, key)| key)
}

impl S3 {
    /// What comes of a wish; see [`platform::Policies::weigh`]. In a bucket without lists, and where the
    /// caller is of its account, as nearly always, there is nothing to weigh.
    pub(crate) fn weigh_wish<'a>(
        &'a self,
        wish: &'a Wish<'a>,
        said: Decision,
    ) -> Option<BoxFuture<'a, Result<Decision>>> {
        let name = bucket_of(wish.resource)?;
        if said == Decision::Deny
            || wish.action == "s3:CreateBucket"
            || wish.action == "s3:ListAllMyBuckets"
        {
            return None;
        }
        let known = wish.context.known::<Reached>().filter(|it| it.name == name);
        if let Some(known) = &known
            && wish.is_own
            && !is_log_delivery(&wish.context.principal)
            && is_own(&wish.context.principal, &known.bucket)
            && !known.bucket.acls_act()
        {
            return None;
        }
        Some(Box::pin(self.weigh_in(wish, said, name, known)))
    }

    async fn weigh_in(
        &self,
        wish: &Wish<'_>,
        said: Decision,
        name: &str,
        known: Option<Arc<Reached>>,
    ) -> Result<Decision> {
        let tables = wish.context.tables();
        let reached = match known {
            Some(known) => Some(known),
            None => bucket::find(tables, name).await?,
        };
        let Some(reached) = reached else { return Ok(said) };
        let (bucket, principal) = (&reached.bucket, &*wish.context.principal);
        let is_own = is_own(principal, bucket);
        if !is_own {
            check_stranger(wish, bucket)?;
        }
        if is_log_delivery(principal) && said == Decision::Nothing {
            // AWS delivers only where it is let in, and so do we.
            let takes = bucket.acls_act() && bucket.grants().takes_logs();
            return if takes { Ok(Decision::Allow) } else { Err(access_denied()) };
        }
        let said = match said {
            // It is the caller's own, though the call is made in another account.
            Decision::Nothing if is_own && !wish.is_own => Decision::Allow,
            said => said,
        };
        let writes = kept::has(wish.input, "Body") || kept::has(wish.input, "StorageClass");
        let needs = needs(wish.action, writes).filter(|_| bucket.acls_act());
        let is_settled = is_own || said == Decision::Allow;
        // No leave of the caller's account reaches into another's.
        let otherwise = match !is_settled && wish.is_own {
            true => Err(access_denied()),
            false => Ok(said),
        };
        match needs {
            None => otherwise,
            Some(Needs::Bucket(_)) if is_settled => otherwise,
            Some(Needs::Bucket(wanted)) => {
                let ignores = accounts::blocked(tables, bucket).await?.ignore_acls;
                let allows = bucket.grants().allows(&who(principal), wanted, ignores);
                if allows { Ok(by_list(wish)) } else { otherwise }
            }
            Some(Needs::Object(wanted)) => {
                self.weigh_object(wish, &reached, wanted, is_settled, otherwise).await
            }
        }
    }

    /// The same where an object's list is asked.
    async fn weigh_object(
        &self,
        wish: &Wish<'_>,
        reached: &Reached,
        wanted: Permission,
        is_settled: bool,
        otherwise: Result<Decision>,
    ) -> Result<Decision> {
        let (bucket, who) = (&reached.bucket, who(&wish.context.principal));
        let Some(key) = key_of(wish.resource) else { return otherwise };
        let found = self.find_wished(wish, reached, key).await?;
        let ignores = accounts::blocked(wish.context.tables(), bucket).await?.ignore_acls;
        match found {
            // Who may list what there is hears that it is not there.
            None if bucket.grants().allows(&who, Permission::Read, ignores) => Ok(Decision::Allow),
            None => otherwise,
            // A policy says nothing of what others own.
            Some(object) if object.granted.owner.is_none() && is_settled => otherwise,
            Some(object) if object.allows(bucket, &who, wanted, ignores) => Ok(by_list(wish)),
            Some(_) if is_settled => Err(access_denied()),
            Some(_) => otherwise,
        }
    }

    /// The object that a wish is about, if it is there.
    pub(crate) async fn find_wished(
        &self,
        wish: &Wish<'_>,
        reached: &Reached,
        key: &str,
    ) -> Result<Option<Object>> {
        match self.find(reached, key, version_of(wish).as_deref()).await {
            Ok(object) => Ok(Some(object)),
            Err(error) if error.shape.status < 500 => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What is said to a caller whose object is not there: who may not list the bucket does not hear
    /// that it is not.
    pub(crate) async fn missing(&self, cx: &Context, reached: &Reached, error: Error) -> Error {
        if !error.is(&NO_SUCH_KEY) || is_own(&cx.principal, &reached.bucket) {
            return error;
        }
        let bucket = &reached.bucket;
        match self.may_list(cx, reached, bucket).await {
            Ok(true) => error,
            Ok(false) => access_denied(),
            Err(failed) => failed,
        }
    }

    async fn may_list(&self, cx: &Context, reached: &Reached, bucket: &Bucket) -> Result<bool> {
        let blocked = accounts::blocked(cx.tables(), bucket).await?;
        if bucket.acls_act() {
            let who = who(&cx.principal);
            if bucket.grants().allows(&who, Permission::Read, blocked.ignore_acls) {
                return Ok(true);
            }
        }
        let resource = asks::bucket(cx, &reached.name);
        Ok(is_let_in(cx, bucket, blocked.restrict, "s3:ListBucket", &resource))
    }

    /// Leaves out of an object that is shown what this caller may not see of its lock.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn hide_lock(
        &self,
        cx: &Context,
        reached: &Reached,
        key: &str,
        object: &mut Object,
    ) -> Result<()> {
        let Some(lock) = object.lock.as_mut().filter(|_| !is_own(&cx.principal, &reached.bucket))
        else {
            return Ok(());
        };
        let blocked = accounts::blocked(cx.tables(), &reached.bucket).await?;
        let resource = asks::object(cx, &reached.name, key);
        let may = |action| is_let_in(cx, &reached.bucket, blocked.restrict, action, &resource);
        if !may("s3:GetObjectRetention") {
            lock.retention = None;
        }
        if !may("s3:GetObjectLegalHold") {
            lock.legal_hold = None;
        }
        Ok(())
    }
}

/// Whether a bucket's policy lets a stranger do something.
pub(crate) fn is_let_in(
    cx: &Context,
    bucket: &Bucket,
    restricts: bool,
    action: &str,
    resource: &str,
) -> bool {
    let Some(policy) = policy::read(bucket) else { return false };
    if restricts && policy::is_public(&policy) {
        return false;
    }
    let policy = policy::with_canonical(policy, &cx.principal);
    let keys = Keys::of(cx);
    let request = Request { principal: &cx.principal, action, resource, keys: &keys };
    decide([&*policy], &request) == Decision::Allow
}

fn is_log_delivery(principal: &Principal) -> bool {
    matches!(principal, Principal::Service { name } if name == logs::DELIVERER)
}

/// What nothing but a list lets be done.
fn by_list(wish: &Wish<'_>) -> Decision {
    if let Some(visit) = wish.context.visit() {
        visit.note_list();
    }
    Decision::Allow
}

/// Refuses what no leave lets a stranger do: what is not signed for, or not paid for.
fn check_stranger(wish: &Wish<'_>, bucket: &Bucket) -> Result<()> {
    let is_unsigned = matches!(&*wish.context.principal, Principal::Anonymous);
    if is_unsigned && let Some(message) = unsigned_cannot(wish.input.schema().name) {
        return Err(Error::new(&ACCESS_DENIED, message));
    }
    if !bucket.settings.requester_pays {
        return Ok(());
    }
    if is_unsigned || !pays(wish.input) {
        return Err(access_denied());
    }
    if let Some(visit) = wish.context.visit() {
        visit.add_header("x-amz-request-charged", "requester");
    }
    Ok(())
}

/// Whether a request says that who makes it pays for it.
fn pays(input: &dyn Shape) -> bool {
    kept::text(input, "RequestPayer").as_deref() == Some("requester")
}

/// The refusal of a wish: to others AWS says no more than that.
pub(crate) fn refusal(wish: &Wish<'_>, why: &str) -> Error {
    let is_foreign = wish.context.principal.account().is_none_or(|it| *it != *wish.account);
    let is_service = matches!(&*wish.context.principal, Principal::Service { .. });
    if is_foreign && !is_service {
        return errors::access_denied();
    }
    refused(wish.context, wish.action, wish.resource, why)
}

#[cfg(test)]
mod tests;
