//! The policies that hang on secrets ("Attach a permissions policy to an AWS Secrets Manager secret").

use crate::records::secret::Secret;
use crate::{SecretsManager, errors, names};
use platform::policy::{Decision, Document, Effect, Keys, Kind, Match, Principals};
use platform::policy::{Request, Statement, decide};
use platform::{Arn, BoxFuture, Context, Policies, Principal, Result};
use std::sync::Arc;

/// A policy that is to be kept.
///
/// # Errors
/// AWS's words for what is wrong with it.
pub fn accept(text: &str) -> std::result::Result<Document, String> {
    Document::accept(text, Kind::Resource).map_err(|words| {
        let is_json = serde_json::from_str::<serde_json::Value>(text).is_ok();
        match (is_json, words.starts_with("Invalid principal")) {
            (false, _) => "This resource policy contains invalid Json".to_owned(),
            (true, true) => "This resource policy contains an unsupported principal".to_owned(),
            (true, false) => "This policy has invalid syntax.".to_owned(),
        }
    })
}

/// Refuses a policy that lets everybody in, and one that is none.
///
/// # Errors
/// AWS's.
pub fn check(text: &str, blocks_public: bool) -> Result<()> {
    let document = accept(text).map_err(errors::bad_policy)?;
    match blocks_public && document.statements.iter().any(is_public) {
        true => Err(errors::public_policy()),
        false => Ok(()),
    }
}

/// Whether a statement allows everybody, whatever else holds.
fn is_public(statement: &Statement) -> bool {
    let is_all = match &statement.principals {
        Some(Match::Only(Principals::Everybody)) => true,
        Some(Match::Only(Principals::Of(named))) => named.iter().any(|(_, it)| it == "*"),
        Some(Match::AllBut(_)) => true,
        None => false,
    };
    is_all && statement.effect == Effect::Allow && statement.conditions.is_empty()
}

/// A secret's policy, of which only those statements are left that are about it. A call may name it
/// without the end of its ARN, with which statements name it.
fn about(cx: &Context, secret: &Secret) -> Option<Document> {
    let mut document = Document::parse(secret.policy.as_deref()?).ok()?;
    let arn = secret.arn(cx);
    document.statements.retain(|statement| is_about(cx, statement, &arn));
    document.statements.iter_mut().for_each(|statement| statement.resources = None);
    Some(document)
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

impl Policies for SecretsManager {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            if resource.service != "secretsmanager" || *resource.region != *context.region {
                return Ok(None);
            }
            let Some(named) = names::of_resource(resource.resource) else { return Ok(None) };
            let found = self.find_named(context, &named).await?;
            Ok(found.and_then(|(secret, _)| about(context, &secret)).map(Arc::new))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use platform::DEFAULT_REGION;

    fn policy(effect: &str, principal: &str, resource: &str) -> String {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"{effect}","Principal":{principal},
            "Action":"secretsmanager:GetSecretValue","Resource":"{resource}"}}]}}"#
        )
    }

    #[test]
    fn policies_are_taken_or_refused_in_awss_words() {
        let words = |text: &str| accept(text).err().unwrap_or_default();
        assert_eq!(words(&policy("Allow", "\"*\"", "*")), "");
        assert_eq!(words("{"), "This resource policy contains invalid Json");
        assert_eq!(words(r#"{"Version":"2019-10-19"}"#), "This policy has invalid syntax.");
        let public = check(&policy("Allow", "\"*\"", "*"), true).unwrap_err();
        assert_eq!(public.code(), "PublicPolicyException");
        assert!(check(&policy("Allow", "\"*\"", "*"), false).is_ok());
        assert!(check(&policy("Deny", "\"*\"", "*"), true).is_ok());
        assert!(check(&policy("Allow", r#"{"AWS":"111122223333"}"#, "*"), true).is_ok());
    }

    #[tokio::test]
    async fn a_policy_lets_others_in_and_keeps_its_own_out() {
        let at = setting();
        let arn = at.create("a", "x").await;
        let friend = "111122223333";
        let friend = at.service.platform.context(Principal::root(friend), friend, DEFAULT_REGION);
        let named = r#"{"AWS":"arn:aws:iam::111122223333:root"}"#;
        let refused = at.get_as(&friend, &arn).await.unwrap_err();
        assert_eq!(refused.code(), "AccessDeniedException");
        assert!(refused.message.contains("secretsmanager:GetSecretValue on resource"));
        for (resource, may) in
            [("*", true), (&arn, true), ("arn:aws:secretsmanager:*:secret:b*", false)]
        {
            at.put_policy("a", &policy("Allow", named, resource)).await.unwrap();
            assert_eq!(at.get_as(&friend, &arn).await.is_ok(), may, "{resource}");
        }
        // It is found by its name too, of which the policy says nothing.
        at.put_policy("a", &policy("Deny", "\"*\"", &arn)).await.unwrap();
        for id in ["a", &arn] {
            let denied = at.get_as(&at.cx, id).await.unwrap_err();
            assert!(denied.message.ends_with("with an explicit deny in a resource-based policy"));
        }
    }
}
