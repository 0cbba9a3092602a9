//! The policies that hang on keys ("Key policies in AWS KMS"), and what grants add to them.

use crate::keys::{Found, Looked, reference};
use crate::names::{self, AWS_ALIAS};
use crate::{Kms, errors, grants};
use platform::policy::{Decision, Document, Effect, Keys, Kind, Match, Request, Statement, decide};
use platform::{Arn, BoxFuture, Context, Known, Policies, Principal, Result};
use shapes::Shape;
use shapes::kms::{
    CreateGrantRequest, CreateKeyRequest, DecryptRequest, EncryptRequest, GenerateDataKeyRequest,
    GenerateDataKeyWithoutPlaintextRequest, GenerateMacRequest, PutKeyPolicyRequest,
    ReEncryptRequest, ScheduleKeyDeletionRequest, VerifyMacRequest,
};
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is told to conditions beyond what every call tells.
const TOLD: [&str; 13] = [
    "kms:bypasspolicylockoutsafetycheck",
    "kms:calleraccount",
    "kms:encryptionalgorithm",
    "kms:encryptioncontextkeys",
    "kms:granteeprincipal",
    "kms:grantisforawsresource",
    "kms:grantoperations",
    "kms:macalgorithm",
    "kms:requestalias",
    "kms:retiringprincipal",
    "kms:schedulekeydeletionpendingwindowindays",
    "kms:viaservice",
    "kms:grantconstrainttype",
];

/// What callers of other accounts may do at all ("Allowing users in other accounts to use a KMS key").
const ELSEWHERE: [&str; 15] = [
    "kms:CreateGrant",
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:GenerateMac",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListResourceTags",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:VerifyMac",
];

/// The policy of a key that was given none.
pub fn default(cx: &Context) -> String {
    let root = Arn::new("iam", &cx.region, &cx.account, "root").global();
    format!(
        r#"{{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {{
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {{
      "AWS" : "{root}"
    }},
    "Action" : "kms:*",
    "Resource" : "*"
  }} ]
}}"#
    )
}

/// Refuses a policy that is none, one that asks for what nothing is told of, and one that shuts out who
/// sets it.
///
/// # Errors
/// `MalformedPolicyDocumentException`; `UnsupportedOperationException` by the condition's name.
pub fn check(cx: &Context, text: &str, bypass: Option<bool>) -> Result<()> {
    let document = Document::accept(text, Kind::Resource).map_err(errors::bad_policy)?;
    for condition in document.statements.iter().flat_map(|it| &it.conditions) {
        let key = condition.key().to_ascii_lowercase();
        let is_told = TOLD.contains(&&*key) || key.starts_with("kms:encryptioncontext:");
        if key.starts_with("kms:") && !is_told {
            return Err(errors::unsupported(&format!("The condition key {}", condition.key())));
        }
    }
    let keys = Keys::of(cx);
    let (principal, action) = (&*cx.principal, "kms:PutKeyPolicy");
    let request = Request { principal, action, resource: "*", keys: &keys };
    let statements = document.statements.into_iter().map(|it| Statement { resources: None, ..it });
    let document = Document { statements: statements.collect(), ..document };
    if bypass == Some(true) || decide([&document], &request) == Decision::Allow {
        return Ok(());
    }
    let message = "The new key policy will not allow you to update the key policy in the future.";
    Err(errors::bad_policy(message))
}

/// A key's policy, of which only those statements are left that are about it: a call may name it by an alias,
/// with which no statement names it.
fn about(cx: &Context, found: &Found) -> Vec<Statement> {
    let text = found.key.policy.as_deref().unwrap_or_default();
    let Ok(mut document) = Document::parse(text) else { return Vec::new() };
    document.statements.retain(|statement| is_about(cx, statement, &found.arn));
    document.statements.iter_mut().for_each(|statement| statement.resources = None);
    document.statements
}

fn is_about(cx: &Context, statement: &Statement, arn: &str) -> bool {
    let bare = Statement {
        effect: Effect::Allow,
        principals: None,
        actions: Some(Match::Only(vec!["*".to_owned()])),
        conditions: Vec::new(),
        ..statement.clone()
    };
    let document = Document { has_variables: true, id: None, statements: vec![bare] };
    let (principal, keys) = (Principal::root(&*cx.account), Keys::of(cx));
    let request = Request { principal: &principal, action: "*", resource: arn, keys: &keys };
    decide([&document], &request) == Decision::Allow
}

impl Kms {
    async fn document(&self, cx: &Context, found: &Found) -> Result<Option<Arc<Document>>> {
        let mut statements = about(cx, found);
        let is_own = match &*cx.principal {
            Principal::Root { account }
            | Principal::User { account, .. }
            | Principal::AssumedRole { account, .. } => **account == *found.account,
            Principal::Service { .. } | Principal::Anonymous => false,
        };
        // The account's own callers may whatever is not denied.
        if !is_own {
            let grants = self.grants(cx, found).await?;
            statements.extend(grants.iter().flat_map(grants::statements));
        }
        let is_empty = statements.is_empty();
        let document = Document { has_variables: true, id: None, statements };
        Ok((!is_empty).then(|| Arc::new(document)))
    }
}

impl Policies for Kms {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            let Some(named) = reference(context, resource) else { return Ok(None) };
            let asked = named.arn(context);
            if let Some(known) = context.known::<Looked>().filter(|it| it.asked == asked) {
                return self.document(context, &known.found).await;
            }
            match self.look_up(context, &named).await? {
                Some(found) => self.document(context, &found).await,
                None => Ok(None),
            }
        })
    }

    /// The key is read once, for its policy and for what is done with it.
    fn look<'a>(
        &'a self,
        context: &'a Context,
        action: &'a str,
        resource: &'a str,
    ) -> Option<BoxFuture<'a, Result<Option<Known>>>> {
        Some(Box::pin(async move {
            let Ok(named) = names::parse(context, resource) else { return Ok(None) };
            // AWS's own are not made by who would change them.
            let is_change = action.ends_with("Alias") && resource.contains(AWS_ALIAS);
            let found = match is_change {
                true => None,
                false => self.resolve(context, &named).await?,
            };
            Ok(found.map(|found| {
                let account = found.account.as_str().into();
                let record = Looked { asked: named.arn(context), found: Arc::new(found) };
                Known { account, record: Arc::new(record) }
            }))
        }))
    }

    /// "Condition keys for AWS KMS".
    fn tell(&self, context: &Context, input: &dyn Shape, keys: &mut Keys) {
        let input: &dyn Any = input;
        let is_for_service = context.service_on_the_way().is_some();
        keys.set("kms:GrantIsForAWSResource", if is_for_service { "true" } else { "false" });
        macro_rules! tell {
            ($($input:ty: |$it:ident| $told:block)+) => {
                $(if let Some($it) = input.downcast_ref::<$input>() $told)+
            };
        }
        tell! {
            CreateGrantRequest: |it| { tell_grant(keys, it) }
            CreateKeyRequest: |it| {
                tell_bypass(keys, it.bypass_policy_lockout_safety_check);
            }
            DecryptRequest: |it| {
                tell_key(keys, it.key_id.as_deref().unwrap_or_default());
                tell_pairs(keys, it.encryption_context.as_ref());
            }
            EncryptRequest: |it| {
                tell_key(keys, &it.key_id);
                tell_pairs(keys, it.encryption_context.as_ref());
            }
            GenerateDataKeyRequest: |it| {
                tell_key(keys, &it.key_id);
                tell_pairs(keys, it.encryption_context.as_ref());
            }
            GenerateDataKeyWithoutPlaintextRequest: |it| {
                tell_key(keys, &it.key_id);
                tell_pairs(keys, it.encryption_context.as_ref());
            }
            GenerateMacRequest: |it| { keys.set("kms:MacAlgorithm", &it.mac_algorithm) }
            PutKeyPolicyRequest: |it| {
                tell_bypass(keys, it.bypass_policy_lockout_safety_check);
            }
            ReEncryptRequest: |it| {
                tell_pairs(keys, it.source_encryption_context.as_ref());
            }
            ScheduleKeyDeletionRequest: |it| {
                let days = it.pending_window_in_days.unwrap_or(30).to_string();
                keys.set("kms:ScheduleKeyDeletionPendingWindowInDays", days);
            }
            VerifyMacRequest: |it| { keys.set("kms:MacAlgorithm", &it.mac_algorithm) }
        }
    }

    fn is_owners(&self, action: &str) -> bool {
        !ELSEWHERE.contains(&action)
    }
}

fn tell_key(keys: &mut Keys, key: &str) {
    keys.set("kms:EncryptionAlgorithm", crate::keys::SYMMETRIC);
    if let Some(at) = key.find(names::ALIAS) {
        keys.set("kms:RequestAlias", &key[at..]);
    }
}

fn tell_pairs(keys: &mut Keys, pairs: Option<&BTreeMap<String, String>>) {
    let Some(pairs) = pairs else { return };
    for (key, value) in pairs {
        keys.set(&format!("kms:EncryptionContext:{key}"), value);
    }
    keys.set_all("kms:EncryptionContextKeys", pairs.keys().cloned());
}

fn tell_bypass(keys: &mut Keys, bypass: Option<bool>) {
    let bypass = bypass.unwrap_or_default().to_string();
    keys.set("kms:BypassPolicyLockoutSafetyCheck", bypass);
}

fn tell_grant(keys: &mut Keys, input: &CreateGrantRequest) {
    keys.set_all("kms:GrantOperations", input.operations.iter().cloned());
    keys.set_all("kms:GranteePrincipal", input.grantee_principal.iter().cloned());
    keys.set_all("kms:RetiringPrincipal", input.retiring_principal.iter().cloned());
    let Some(constraints) = &input.constraints else { return };
    let kind = match constraints.encryption_context_equals {
        Some(_) => "EncryptionContextEquals",
        None => "EncryptionContextSubset",
    };
    keys.set("kms:GrantConstraintType", kind);
}
