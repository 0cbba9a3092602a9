//! Policies on buckets: which are taken, and what hangs on a bucket for `platform` to ask
//! ("Bucket policies for Amazon S3").

use crate::bucket::{self, Bucket, Reached};
use crate::errors::{self, MALFORMED_POLICY, NO_SUCH_BUCKET_POLICY};
use crate::service::S3;
use platform::policy::{Document, Effect, Keys, Kind, Match, Principals, Statement};
use platform::{Arn, BoxFuture, Context, Error, Known, Policies, Principal, Result};
use shapes::{Shape, s3};
use std::any::Any;
use std::sync::Arc;

/// The longest policy, in bytes.
const MAX_BYTES: usize = 20 * 1024;

/// The condition keys of S3 that requests tell here. A policy that asks for others is refused, since
/// a Deny that depended on them would say nothing.
const TOLD: [&str; 8] = [
    "s3:prefix",
    "s3:delimiter",
    "s3:max-keys",
    "s3:x-amz-acl",
    "s3:x-amz-server-side-encryption",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:x-amz-server-side-encryption-customer-algorithm",
    "s3:x-amz-storage-class",
];

/// The keys that keep a statement about everybody from being public, where their values are fixed
/// ("The meaning of public").
const FIXING: [&str; 12] = [
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:userid",
    "s3:DataAccessPointAccount",
];

/// That a bucket has no policy.
pub(crate) fn absent(bucket: &str) -> Error {
    let error = Error::new(&NO_SUCH_BUCKET_POLICY, "The bucket policy does not exist");
    error.with("BucketName", bucket)
}

/// What a bucket's policy says. One that cannot be read, of which none is taken, says nothing.
pub(crate) fn read(bucket: &Bucket) -> Option<Arc<Document>> {
    let text = bucket.settings.policy.as_deref()?;
    Document::parse(text).ok().map(Arc::new)
}

/// Whether a policy lets in callers that it does not know.
pub(crate) fn is_public(policy: &Document) -> bool {
    policy.statements.iter().any(|statement| {
        let is_fixed = statement.conditions.iter().any(|it| it.fixes(&FIXING));
        statement.effect == Effect::Allow && !is_fixed && names_everybody(statement)
    })
}

fn names_everybody(statement: &Statement) -> bool {
    match &statement.principals {
        None => false,
        Some(Match::AllBut(_)) => true,
        Some(Match::Only(Principals::Everybody)) => true,
        Some(Match::Only(Principals::Of(named))) => {
            named.iter().any(|(kind, value)| kind == "AWS" && value == "*")
        }
    }
}

/// Refuses a policy that a bucket cannot have.
///
/// # Errors
/// `MalformedPolicy`; `NotImplemented` for conditions that nothing is told of.
pub(crate) fn check(bucket: &str, text: &str) -> Result<Document> {
    let malformed = |message: &str| Error::new(&MALFORMED_POLICY, message);
    if !text.starts_with('{')
        || matches!(Document::parse(text), Err(platform::policy::Malformed::NotJson))
    {
        return Err(malformed("Policies must be valid JSON and the first byte must be '{'"));
    }
    if text.len() > MAX_BYTES {
        return Err(malformed("Policy exceeds the maximum allowed document size."));
    }
    let policy = Document::accept(text, Kind::Resource).map_err(|words| malformed(&words))?;
    for statement in &policy.statements {
        let actions = statement.actions.as_ref().map(Match::named).into_iter().flatten();
        if actions.into_iter().any(|it| it != "*" && !is_of_s3(it)) {
            return Err(malformed("Policy has invalid action"));
        }
        let Some(resources) = &statement.resources else {
            return Err(malformed("Missing required field Resource"));
        };
        if !resources.named().iter().all(|it| is_in(bucket, it)) {
            return Err(malformed("Policy has invalid resource"));
        }
        for condition in &statement.conditions {
            let key = condition.key();
            let is_s3s = key.get(..3).is_some_and(|vendor| vendor.eq_ignore_ascii_case("s3:"));
            let is_told = TOLD.iter().chain(&FIXING).any(|told| told.eq_ignore_ascii_case(key));
            if is_s3s && !is_told {
                return Err(errors::unsupported(&format!("The condition key {key}")));
            }
        }
    }
    Ok(policy)
}

fn is_of_s3(action: &str) -> bool {
    action.get(..3).is_some_and(|vendor| vendor.eq_ignore_ascii_case("s3:"))
}

/// Whether a resource can be the bucket or something in it.
fn is_in(bucket: &str, resource: &str) -> bool {
    if resource == "*" {
        return true;
    }
    let Some(arn) = Arn::parse(resource) else { return false };
    if (arn.service, arn.region, arn.account) != ("s3", "", "") {
        return false;
    }
    let name = arn.resource.split('/').next().unwrap_or_default();
    match name.find(['*', '?', '$']) {
        Some(at) => name.get(..at).is_some_and(|fixed| bucket.starts_with(fixed)),
        None => name == bucket,
    }
}

/// The bucket that an ARN is of.
fn bucket_of(resource: &str) -> Option<&str> {
    let arn = Arn::parse(resource).filter(|arn| arn.service == "s3")?;
    arn.resource.split('/').next()
}

impl Policies for S3 {
    fn look<'a>(
        &'a self,
        context: &'a Context,
        action: &'a str,
        resource: &'a str,
    ) -> Option<BoxFuture<'a, Result<Option<Known>>>> {
        Some(Box::pin(async move {
            // Whose a bucket is that is to be made, its maker shall hear otherwise.
            let Some(name) = bucket_of(resource).filter(|_| action != "s3:CreateBucket") else {
                return Ok(None);
            };
            let found = bucket::find(context.tables(), name).await?;
            let known = |reached: Arc<Reached>| {
                let account = Arc::from(&*reached.bucket.account);
                Known { account, record: reached }
            };
            Ok(found.map(known))
        }))
    }

    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            let name = resource.resource.split('/').next().unwrap_or_default();
            let reached = match context.known::<Reached>().filter(|it| it.name == name) {
                Some(reached) => Some(reached),
                None => bucket::find(context.tables(), name).await?,
            };
            // To a bucket of a third account nobody is let in: the operation says so.
            let own = reached.filter(|it| *it.bucket.account == *context.account);
            let Some(own) = own else { return Ok(None) };
            let policy = read(&own.bucket);
            let is_foreign = match &*context.principal {
                Principal::Service { .. } => false,
                other => other.account() != Some(&*own.bucket.account),
            };
            let is_restricted = is_foreign && own.bucket.settings.blocked().restrict;
            Ok(policy.filter(|policy| !is_restricted || !is_public(policy)))
        })
    }

    fn tell(&self, input: &dyn Shape, keys: &mut Keys) {
        let input: &dyn Any = input;
        let mut set = |name: &str, value: &Option<String>| {
            if let Some(value) = value {
                keys.set(name, value);
            }
        };
        macro_rules! listing {
            ($($input:ty),+) => {$(
                if let Some(it) = input.downcast_ref::<$input>() {
                    set("s3:prefix", &it.prefix);
                    set("s3:delimiter", &it.delimiter);
                    set("s3:max-keys", &it.max_keys.map(|keys| keys.to_string()));
                }
            )+};
        }
        macro_rules! writing {
            ($($input:ty),+) => {$(
                if let Some(it) = input.downcast_ref::<$input>() {
                    set("s3:x-amz-acl", &it.acl);
                    set("s3:x-amz-server-side-encryption", &it.server_side_encryption);
                    let key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
                    set(key, &it.ssekms_key_id);
                    let customer = "s3:x-amz-server-side-encryption-customer-algorithm";
                    set(customer, &it.sse_customer_algorithm);
                    set("s3:x-amz-storage-class", &it.storage_class);
                }
            )+};
        }
        listing!(s3::ListObjectsRequest, s3::ListObjectsV2Request);
        writing!(s3::PutObjectRequest, s3::CopyObjectRequest, s3::CreateMultipartUploadRequest);
    }

    fn is_owners(&self, action: &str) -> bool {
        matches!(action, "s3:GetBucketPolicy" | "s3:PutBucketPolicy" | "s3:DeleteBucketPolicy")
    }

    /// The account's root may always read, replace and delete a policy that shuts it out.
    fn is_roots(&self, action: &str) -> bool {
        self.is_owners(action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(statement: &str) -> String {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        check("b", &text).err().map(|error| error.message).unwrap_or_default()
    }

    #[test]
    fn a_policy_is_about_its_bucket_and_s3() {
        let of = |action: &str, resource: &str| {
            refusal(&format!(
                r#"{{"Effect":"Allow","Principal":"*","Action":"{action}","Resource":"{resource}"}}"#
            ))
        };
        for good in ["arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:aws:s3:::*", "*"] {
            assert_eq!(of("s3:GetObject", good), "", "{good}");
        }
        for bad in ["arn:aws:s3:::c", "arn:aws:s3:::bb/*", "arn:aws:s3:::c*", "arn:aws:sqs:::b"] {
            assert_eq!(of("s3:GetObject", bad), "Policy has invalid resource", "{bad}");
        }
        assert_eq!(of("sqs:SendMessage", "*"), "Policy has invalid action");
        let json = "Policies must be valid JSON and the first byte must be '{'";
        assert_eq!(check("b", "[]").unwrap_err().message, json);
        assert_eq!(check("b", "{").unwrap_err().message, json);
        let nobody = r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#;
        assert_eq!(refusal(nobody), "Missing required field Principal");
        let nothing = r#"{"Effect":"Allow","Principal":"*","Action":"s3:*"}"#;
        assert_eq!(refusal(nothing), "Missing required field Resource");
        let tagged = r#"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
            "Condition":{"StringEquals":{"s3:ExistingObjectTag/a":"1"}}}"#;
        assert!(refusal(tagged).starts_with("The condition key s3:ExistingObjectTag/a is not"));
    }

    #[test]
    fn public_is_what_lets_in_whom_it_does_not_know() {
        let public = |principal: &str, condition: &str| {
            let text = format!(
                r#"{{"Statement":{{"Effect":"Allow","Principal":{principal},"Action":"s3:*",
                "Resource":"*","Condition":{condition}}}}}"#
            );
            is_public(&Document::parse(&text).unwrap())
        };
        assert!(public(r#""*""#, "{}"));
        assert!(public(r#"{"AWS":"*"}"#, "{}"));
        assert!(!public(r#"{"AWS":"111122223333"}"#, "{}"));
        assert!(!public(r#""*""#, r#"{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}"#));
        assert!(public(r#""*""#, r#"{"StringLike":{"aws:PrincipalArn":"*"}}"#));
        assert!(public(r#""*""#, r#"{"StringNotEquals":{"aws:PrincipalAccount":"1"}}"#));
        assert!(public(r#""*""#, r#"{"StringEquals":{"s3:prefix":"a"}}"#));
    }
}
