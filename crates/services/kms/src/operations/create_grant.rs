//! `CreateGrant`.

use crate::keys::Found;
use crate::records::grant::{self, GRANTS, Grant, Party};
use crate::{Kms, errors};
use platform::{Arn, Context, Handler, Principal, Result, refuse};
use shapes::kms::ops::CreateGrant;
use shapes::kms::{CreateGrantRequest, CreateGrantResponse};
use store::Batch;

impl Handler<CreateGrant> for Kms {
    async fn handle(&self, cx: &Context, input: CreateGrantRequest) -> Result<CreateGrantResponse> {
        self.check_tokens(input.grant_tokens.as_deref()).await?;
        let dry_run = input.dry_run == Some(true);
        let mut grant = wanted(cx, input.clone())?;
        loop {
            let found = self.find(cx, &input.key_id).await?;
            check(cx, &found, &grant)?;
            if dry_run {
                return Err(errors::dry_run());
            }
            grant.key.clone_from(&found.key.id);
            // The same request again.
            if let Some(there) = self.same(cx, &found, &grant).await? {
                let token = self.token(&found, &there).await?;
                return Ok(CreateGrantResponse { grant_token: Some(token), grant_id: Some(there) });
            }
            let row = grant::row((&found.account, &cx.region), &found.key.id, &grant.id);
            let batch = found.stands(cx, Batch::new());
            let batch = batch.put(GRANTS.table, &row[..], GRANTS.encode(&grant)?);
            if self.try_commit(batch).await? {
                let token = self.token(&found, &grant.id).await?;
                let grant_id = Some(grant.id);
                return Ok(CreateGrantResponse { grant_token: Some(token), grant_id });
            }
        }
    }
}

impl Kms {
    /// The id of a grant with the same name that says the same, if there is one.
    async fn same(&self, cx: &Context, found: &Found, wanted: &Grant) -> Result<Option<String>> {
        if wanted.name.is_none() {
            return Ok(None);
        }
        let all = self.grants(cx, found).await?;
        let is_same = |there: &&Grant| {
            let (id, created_ms) = (wanted.id.clone(), wanted.created_ms);
            Grant { id, created_ms, ..(*there).clone() } == *wanted
        };
        Ok(all.iter().find(is_same).map(|grant| grant.id.clone()))
    }
}

/// The grant that a request asks for.
fn wanted(cx: &Context, input: CreateGrantRequest) -> Result<Grant> {
    let constraints = input.constraints.unwrap_or_default();
    let members = [("Constraints.SourceArn", constraints.source_arn.is_some())];
    refuse(errors::unsupported, members)?;
    let grantee = party(input.grantee_principal, input.grantee_service_principal)?;
    let grantee = grantee.ok_or_else(|| errors::invalid("GranteePrincipal is required."))?;
    let issuer = match &*cx.principal {
        Principal::Root { account }
        | Principal::User { account, .. }
        | Principal::AssumedRole { account, .. } => account.to_string(),
        Principal::Service { .. } | Principal::Anonymous => cx.account.to_string(),
    };
    if constraints.encryption_context_equals.is_some()
        && constraints.encryption_context_subset.is_some()
    {
        return Err(errors::invalid(
            "A grant constraint has either EncryptionContextEquals or EncryptionContextSubset.",
        ));
    }
    Ok(Grant {
        id: cx.platform().ids.hex(32),
        name: input.name,
        key: String::new(),
        created_ms: cx.now().millis(),
        issuer,
        grantee,
        retiring: party(input.retiring_principal, input.retiring_service_principal)?,
        operations: input.operations,
        subset: constraints.encryption_context_subset,
        equals: constraints.encryption_context_equals,
    })
}

/// Who is named in one of two ways.
pub(super) fn party(principal: Option<String>, service: Option<String>) -> Result<Option<Party>> {
    match (principal, service) {
        (Some(_), Some(_)) => {
            Err(errors::invalid("A grant names a principal or a service principal, not both."))
        }
        (Some(name), None) if name.ends_with(".amazonaws.com") => Ok(Some(Party::Service(name))),
        (Some(arn), None) => match Arn::parse(&arn) {
            Some(parsed) if ["iam", "sts"].contains(&parsed.service) => {
                Ok(Some(Party::Principal(arn)))
            }
            _ => Err(errors::strange_arn(&arn)),
        },
        (None, service) => Ok(service.map(Party::Service)),
    }
}

/// Refuses a grant that the key cannot have.
fn check(cx: &Context, found: &Found, grant: &Grant) -> Result<()> {
    found.check_own(cx, "CreateGrant")?;
    found.check_enabled()?;
    const BOTH: [&str; 3] = ["CreateGrant", "DescribeKey", "RetireGrant"];
    let own: &[&str] = match found.key.usage.as_str() {
        crate::keys::ENCRYPTS => &[
            "Decrypt",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
        ],
        _ => &["GenerateMac", "VerifyMac"],
    };
    let fits = |name: &String| own.contains(&&**name) || BOTH.contains(&&**name);
    match grant.operations.iter().find(|name| !fits(name)) {
        Some(name) => Err(errors::invalid(format!(
            "The operation {name} is not compatible with key usage {}.",
            found.key.usage
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use shapes::kms::ops::{Encrypt, ListGrants, ListRetirableGrants, RetireGrant, RevokeGrant};
    use shapes::kms::{EncryptRequest, GrantConstraints, ListGrantsRequest};
    use shapes::kms::{ListRetirableGrantsRequest, RetireGrantRequest, RevokeGrantRequest};

    const FRIEND: &str = "arn:aws:iam::111122223333:root";

    async fn grant(at: &Setting, input: CreateGrantRequest) -> CreateGrantResponse {
        at.cx.call::<CreateGrant>(input).await.unwrap()
    }

    fn request(id: &str) -> CreateGrantRequest {
        let equals = Some([("a".to_owned(), "$b".to_owned())].into());
        CreateGrantRequest {
            key_id: id.to_owned(),
            grantee_principal: Some(FRIEND.to_owned()),
            retiring_principal: Some(FRIEND.to_owned()),
            operations: vec!["Encrypt".to_owned()],
            constraints: Some(GrantConstraints {
                encryption_context_equals: equals,
                ..Default::default()
            }),
            name: Some("n".to_owned()),
            ..Default::default()
        }
    }

    async fn may(cx: &Context, arn: &str, pairs: &[(&str, &str)]) -> bool {
        let pairs = pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let input = EncryptRequest {
            key_id: arn.to_owned(),
            plaintext: "x".into(),
            encryption_context: Some(pairs.collect()),
            ..Default::default()
        };
        cx.call::<Encrypt>(input).await.is_ok()
    }

    #[tokio::test]
    async fn a_grant_lets_somebody_in_until_it_is_given_back() {
        let at = setting();
        let id = at.key().await;
        let arn = format!("arn:aws:kms:us-east-1:000000000000:key/{id}");
        let friend = at.stranger();
        assert!(!may(&friend, &arn, &[("a", "$b")]).await);
        let made = grant(&at, request(&id)).await;
        assert_eq!(grant(&at, request(&id)).await.grant_id, made.grant_id);
        assert!(may(&friend, &arn, &[("a", "$b")]).await);
        assert!(!may(&friend, &arn, &[("a", "$b"), ("c", "d")]).await);
        assert!(!may(&friend, &arn, &[("a", "b")]).await);
        let list = ListGrantsRequest { key_id: id.clone(), ..Default::default() };
        let list = at.cx.call::<ListGrants>(list).await.unwrap().grants.unwrap();
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].key_id.as_deref(), Some(&*arn));
        assert_eq!(list[0].issuing_account.as_deref(), Some("arn:aws:iam::000000000000:root"));
        let retirable = ListRetirableGrantsRequest {
            retiring_principal: Some(FRIEND.to_owned()),
            ..Default::default()
        };
        let retirable = at.cx.call::<ListRetirableGrants>(retirable).await.unwrap();
        assert_eq!(retirable.grants.unwrap(), list);
        let retire = RetireGrantRequest { grant_token: made.grant_token, ..Default::default() };
        friend.call::<RetireGrant>(retire.clone()).await.unwrap();
        assert!(!may(&friend, &arn, &[("a", "$b")]).await);
        assert_eq!(
            at.cx.call::<RetireGrant>(retire).await.unwrap_err().code(),
            "NotFoundException"
        );
    }

    #[tokio::test]
    async fn a_grant_is_revoked_by_its_id() {
        let at = setting();
        let id = at.key().await;
        let made = grant(&at, request(&id)).await;
        let revoke =
            |grant_id: String| RevokeGrantRequest { key_id: id.clone(), grant_id, dry_run: None };
        let grant_id = made.grant_id.unwrap();
        at.cx.call::<RevokeGrant>(revoke(grant_id.clone())).await.unwrap();
        let error = at.cx.call::<RevokeGrant>(revoke(grant_id)).await.unwrap_err();
        assert_eq!(error.code(), "NotFoundException");
        let token = EncryptRequest {
            key_id: id.clone(),
            plaintext: "x".into(),
            grant_tokens: Some(vec!["x".into()]),
            ..Default::default()
        };
        let error = at.cx.call::<Encrypt>(token).await.unwrap_err();
        assert_eq!(error.code(), "InvalidGrantTokenException");
        for (input, code) in [
            (
                CreateGrantRequest { grantee_principal: Some("x".into()), ..request(&id) },
                "InvalidArnException",
            ),
            (
                CreateGrantRequest { operations: vec!["VerifyMac".into()], ..request(&id) },
                "ValidationException",
            ),
        ] {
            assert_eq!(at.cx.call::<CreateGrant>(input).await.unwrap_err().code(), code);
        }
    }
}
