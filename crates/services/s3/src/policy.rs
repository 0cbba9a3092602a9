//! Policies on buckets: which are taken, and what hangs on a bucket for `platform` to ask
//! ("Bucket policies for Amazon S3").

use crate::access;
use crate::accounts;
use crate::bucket::{self, Bucket, Reached};
use crate::errors::{MALFORMED_POLICY, NO_SUCH_BUCKET_POLICY};
use crate::policy_keys as conditions;
use crate::service::S3;
use platform::policy::{
    Condition, Decision, Document, Effect, Keys, Kind, Malformed, Match, Principals, Statement,
};
use platform::{Arn, BoxFuture, Context, Error, Known, Policies, Principal, Result, Told, Wish};
use shapes::Shape;
use std::sync::Arc;

/// The longest policy, in bytes.
const MAX_BYTES: usize = 20 * 1024;

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
        let is_fixed = statement.conditions.iter().any(|it| it.fixes(&FIXING) && is_narrow(it));
        statement.effect == Effect::Allow && !is_fixed && names_everybody(statement)
    })
}

/// Whether addresses that are asked for are not half the world: AWS takes ranges wider than /8, or /32 of
/// version 6, for public.
fn is_narrow(condition: &Condition) -> bool {
    let is_narrow = |range: &String| {
        let (address, bits) = range.split_once('/').unwrap_or((range, "128"));
        let least = if address.contains(':') { 32 } else { 8 };
        bits.parse::<u8>().is_ok_and(|bits| bits >= least)
    };
    !condition.key().eq_ignore_ascii_case("aws:SourceIp")
        || condition.values().iter().all(is_narrow)
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
    if text.len() > MAX_BYTES {
        return Err(malformed("Policy exceeds the maximum allowed document size."));
    }
    check_outline(text)?;
    let policy =
        Document::accept(text, Kind::Resource).map_err(|words| match words.split_once(": ") {
            Some((words @ "Invalid principal in policy", who)) => {
                malformed(words).with("Detail", who.replacen("\":\"", "\" : \"", 1))
            }
            _ => malformed(words),
        })?;
    for statement in &policy.statements {
        let actions = statement.actions.as_ref().map(Match::named).into_iter().flatten();
        if actions.into_iter().any(|it| it != "*" && !is_of_s3(it)) {
            return Err(malformed("Policy has invalid action"));
        }
        let Some(resources) = statement.resources.as_ref().map(Match::named) else {
            return Err(malformed("Missing required field Resource"));
        };
        if resources.is_empty() || !resources.iter().all(|it| is_in(bucket, it)) {
            return Err(malformed("Policy has invalid resource"));
        }
        if !applies(statement) {
            return Err(malformed("Action does not apply to any resource(s) in statement"));
        }
        for condition in &statement.conditions {
            conditions::check(condition.key())?;
        }
    }
    Ok(policy)
}

/// A policy's text with the version that S3 gives to one that has none, which is the older.
pub(crate) fn with_version(text: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(text);
    let has_version = value.is_ok_and(|it| it.get("Version").is_some());
    match text.strip_prefix('{') {
        Some(rest) if !has_version => format!("{{\"Version\":\"2008-10-17\",{rest}"),
        _ => text.to_owned(),
    }
}

fn malformed(message: impl Into<String>) -> Error {
    Error::new(&MALFORMED_POLICY, message)
}

/// Refuses what is no policy, in the words that S3 has for it and no other service.
fn check_outline(text: &str) -> Result<()> {
    if !text.starts_with('{') {
        return Err(malformed("Policies must be valid JSON and the first byte must be '{'"));
    }
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|_| malformed("This policy contains invalid Json"))?;
    let version = value.get("Version").and_then(serde_json::Value::as_str);
    if version.is_some_and(|it| !["2008-10-17", "2012-10-17"].contains(&it)) {
        return Err(malformed("The policy must contain a valid version string"));
    }
    if value.get("Statement").is_none() {
        return Err(malformed("Missing required field Statement"));
    }
    match Document::parse(text) {
        Err(Malformed::Empty) => Err(malformed("Could not parse the policy: Statement is empty!")),
        Err(Malformed::Effect(None)) => Err(malformed("Missing required field Effect")),
        Err(Malformed::Effect(Some(effect))) => Err(malformed(format!("Invalid effect: {effect}"))),
        _ => Ok(()),
    }
}

/// Whether an action is S3's by its vendor, and can be by its letters. Those there are change with the
/// service, so that none is refused because it is not known here.
fn is_of_s3(action: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '*' || c == '?';
    action.split_once(':').is_some_and(|(vendor, name)| {
        vendor.eq_ignore_ascii_case("s3") && !name.is_empty() && name.chars().all(is_letter)
    })
}

/// Whether each action that is named in full is about something that a resource of its statement is.
fn applies(statement: &Statement) -> bool {
    let (Some(Match::Only(actions)), Some(Match::Only(resources))) =
        (&statement.actions, &statement.resources)
    else {
        return true;
    };
    // What has a wildcard in its bucket's place may be either.
    let is_object = |resource: &String| resource.contains('/');
    let can_be_bucket = |it: &String| !is_object(it) || it == "*";
    let can_be_object = |it: &String| is_object(it) || it.ends_with('*');
    actions.iter().all(|action| match level(action) {
        None => true,
        Some(Level::Bucket) => resources.iter().any(can_be_bucket),
        Some(Level::Object) => resources.iter().any(can_be_object),
    })
}

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Bucket,
    Object,
}

/// What an action is about, where its name says so.
fn level(action: &str) -> Option<Level> {
    const OF_BUCKETS: [&str; 4] = ["Bucket", "Configuration", "ListBucket", "PublicAccessBlock"];
    const OF_OBJECTS: [&str; 3] = ["Object", "AbortMultipartUpload", "ListMultipartUploadParts"];
    let name = action.get(3..).filter(|name| !name.contains(['*', '?']))?;
    // It names the owner of buckets, and is about objects.
    if name == "ObjectOwnerOverrideToBucketOwner" {
        return Some(Level::Object);
    }
    let is_of = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if is_of(&OF_BUCKETS) {
        return Some(Level::Bucket);
    }
    is_of(&OF_OBJECTS).then_some(Level::Object)
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
pub(crate) fn bucket_of(resource: &str) -> Option<&str> {
    let arn = Arn::parse(resource).filter(|arn| arn.service == "s3")?;
    arn.resource.split('/').next()
}

/// A policy in which the caller stands by its account where it is named by its canonical user id.
pub(crate) fn with_canonical(policy: Arc<Document>, principal: &Principal) -> Arc<Document> {
    let is_canonical = |it: &(String, String)| it.0 == "CanonicalUser";
    let names = |it: &Statement| match it.principals.as_ref().map(Match::named) {
        Some(Principals::Of(named)) => named.iter().any(is_canonical),
        _ => false,
    };
    let Some(account) = principal.account() else { return policy };
    if !policy.statements.iter().any(names) {
        return policy;
    }
    let id = bucket::canonical_id(account);
    let mut policy = Document::clone(&policy);
    for statement in &mut policy.statements {
        let Some(Match::Only(Principals::Of(named)) | Match::AllBut(Principals::Of(named))) =
            &mut statement.principals
        else {
            continue;
        };
        for (kind, value) in named.iter_mut().filter(|it| it.0 == "CanonicalUser" && it.1 == id) {
            (*kind, *value) = ("AWS".to_owned(), account.to_owned());
        }
    }
    Arc::new(policy)
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
            if found.is_none() && matches!(&*context.principal, Principal::Anonymous) {
                return Err(bucket::absent(name));
            }
            if let Some(reached) = &found {
                self.logs.watch(context, reached, resource);
            }
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
            let Some(reached) = reached else { return Ok(None) };
            let (bucket, principal) = (&reached.bucket, &*context.principal);
            let Some(policy) = read(bucket) else { return Ok(None) };
            let is_foreign = !access::is_own(principal, bucket);
            if is_foreign
                && is_public(&policy)
                && accounts::blocked(context.tables(), bucket).await?.restrict
            {
                return Ok(None);
            }
            Ok(Some(with_canonical(policy, principal)))
        })
    }

    fn tell(&self, context: &Context, input: &dyn Shape, keys: &mut Keys) {
        conditions::tell(context, input, keys);
    }

    fn tell_of<'a>(
        &'a self,
        wish: &'a Wish<'a>,
        policy: &'a Document,
    ) -> Option<BoxFuture<'a, Result<Told>>> {
        conditions::asks_for_tags(policy).then(|| self.tags_of(wish))
    }

    fn weigh<'a>(
        &'a self,
        wish: &'a Wish<'a>,
        said: Decision,
    ) -> Option<BoxFuture<'a, Result<Decision>>> {
        self.weigh_wish(wish, said)
    }

    fn refusal(&self, wish: &Wish<'_>, why: &str) -> Option<Error> {
        Some(access::refusal(wish, why))
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
        for good in ["arn:aws:s3:::b/*", "arn:aws:s3:::*", "*"] {
            assert_eq!(of("s3:GetObject", good), "", "{good}");
        }
        for bad in ["arn:aws:s3:::c", "arn:aws:s3:::bb/*", "arn:aws:s3:::c*", "arn:aws:sqs:::b"] {
            assert_eq!(of("s3:GetObject", bad), "Policy has invalid resource", "{bad}");
        }
        assert_eq!(of("sqs:SendMessage", "*"), "Policy has invalid action");
        let json = "Policies must be valid JSON and the first byte must be '{'";
        let of_text = |text: &str| check("b", text).err().map(|it| it.message).unwrap_or_default();
        for text in ["", "[]", " {}", "false"] {
            assert_eq!(of_text(text), json, "{text}");
        }
        assert_eq!(of_text("{"), "This policy contains invalid Json");
        assert_eq!(of_text("{}"), "Missing required field Statement");
        let empty = "Could not parse the policy: Statement is empty!";
        assert_eq!(of_text(r#"{"Statement":[]}"#), empty);
        let version = "The policy must contain a valid version string";
        assert_eq!(of_text(r#"{"Version":"2020-01-01","Statement":[]}"#), version);
        let effect = r#"{"Effect":"Maybe","Principal":"*","Action":"s3:*","Resource":"*"}"#;
        assert_eq!(refusal(effect), "Invalid effect: Maybe");
        for action in ["s3", "s3:", "s3::GetObject", "s3:Put-Object", "ss3:GetObject", "*Object"] {
            assert_eq!(of(action, "*"), "Policy has invalid action", "{action}");
        }
        let nowhere = r#"{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":[]}"#;
        assert_eq!(refusal(nowhere), "Policy has invalid resource");
        let nobody = r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#;
        assert_eq!(refusal(nobody), "Missing required field Principal");
        let nothing = r#"{"Effect":"Allow","Principal":"*","Action":"s3:*"}"#;
        assert_eq!(refusal(nothing), "Missing required field Resource");
        let unknown = r#"{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
            "Condition":{"StringEquals":{"s3:BucketTag/a":"1"}}}"#;
        assert!(refusal(unknown).starts_with("The condition key s3:BucketTag/a is not"));
        let apart = "Action does not apply to any resource(s) in statement";
        assert_eq!(of("s3:ListBucket", "arn:aws:s3:::b/*"), apart);
        assert_eq!(of("s3:GetObject", "arn:aws:s3:::b"), apart);
        assert_eq!(of("s3:ListBucket", "arn:aws:s3:::b*"), "");
        let nobody = r#"{"Effect":"Allow","Principal":{"AWS":"x"},"Action":"s3:*","Resource":"*"}"#;
        assert_eq!(refusal(nobody), "Invalid principal in policy");
    }

    #[test]
    fn a_policy_without_a_version_has_the_older() {
        let given = r#"{ "Statement": [] }"#;
        let kept = with_version(given);
        assert_eq!(kept, r#"{"Version":"2008-10-17", "Statement": [] }"#);
        assert_eq!(with_version(&kept), kept);
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
        assert!(public(r#""*""#, r#"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#));
        assert!(!public(r#""*""#, r#"{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.1"]}}"#));
    }
}
