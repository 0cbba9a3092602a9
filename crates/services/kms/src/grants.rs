//! Grants: what somebody may do with a key, whatever its policy leaves out ("Grants in AWS KMS"). They hold
//! from the moment they are made, so that tokens prove nothing that is not known already; what is none is
//! refused.

use crate::keys::Found;
use crate::records::grant::{self, GRANTS, Grant, Party};
use crate::{Kms, errors};
use platform::policy::{Document, Statement};
use platform::{Arn, Context, Result};
use serde_json::{Map, Value, json};
use shapes::Timestamp;
use shapes::kms::{GrantConstraints, GrantListEntry};
use store::Scan;

/// What a grant's token tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The ARN of the key.
    pub arn: String,
    /// The id of the grant.
    pub id: String,
    signature: Vec<u8>,
}

/// What a token tells, if it is one. Who relies on it asks [`Kms::check_tokens`].
pub fn told(token: &str) -> Option<Told> {
    let bytes = base64_simd::URL_SAFE_NO_PAD.decode_to_vec(token.as_bytes()).ok()?;
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut text = || String::from_utf8(parts.next()?.to_vec()).ok();
    let (arn, id) = (text()?, text()?);
    let signature = parts.next()?.to_vec();
    Some(Told { arn, id, signature })
}

impl Kms {
    /// The token of a grant.
    pub async fn token(&self, found: &Found, id: &str) -> Result<String> {
        let signed = signed(&found.arn, id);
        let signature = self.seal.sign(&signed).await?;
        let token = [&signed[..], &[0], &signature].concat();
        Ok(base64_simd::URL_SAFE_NO_PAD.encode_to_string(token))
    }

    /// What a token tells that was given here.
    ///
    /// # Errors
    /// `InvalidGrantTokenException`.
    pub async fn check_token(&self, token: &str) -> Result<Told> {
        let told = told(token).ok_or_else(errors::bad_grant_token)?;
        match self.seal.has_signed(&signed(&told.arn, &told.id), &told.signature).await? {
            true => Ok(told),
            false => Err(errors::bad_grant_token()),
        }
    }

    /// Refuses tokens that were not given here.
    ///
    /// # Errors
    /// `InvalidGrantTokenException`.
    pub async fn check_tokens(&self, tokens: Option<&[String]>) -> Result<()> {
        for token in tokens.unwrap_or_default() {
            self.check_token(token).await?;
        }
        Ok(())
    }

    /// The grants of a key.
    pub async fn grants(&self, cx: &Context, found: &Found) -> Result<Vec<Grant>> {
        let prefix = grant::row((&found.account, &cx.region), &found.key.id, "");
        let all = GRANTS.scan(cx.tables(), Scan::prefix(&prefix)).await?;
        Ok(all.into_iter().map(|(_, grant)| grant).collect())
    }
}

fn signed(arn: &str, id: &str) -> Vec<u8> {
    [arn.as_bytes(), &[0], id.as_bytes()].concat()
}

/// What a grant allows, as a policy says it.
pub fn statements(grant: &Grant) -> Vec<Statement> {
    let actions: Vec<_> = grant.operations.iter().map(|name| format!("kms:{name}")).collect();
    let mut all = vec![statement(&grant.grantee, &actions, conditions(grant))];
    if let Some(retiring) = &grant.retiring {
        all.push(statement(retiring, &["kms:RetireGrant".to_owned()], Value::Null));
    }
    let policy = json!({"Version": "2012-10-17", "Statement": all});
    Document::parse(&policy.to_string()).map(|it| it.statements).unwrap_or_default()
}

fn statement(party: &Party, actions: &[String], conditions: Value) -> Value {
    let principal = match party {
        Party::Principal(arn) => json!({"AWS": arn}),
        Party::Service(name) => json!({"Service": name}),
    };
    let mut statement = json!({"Effect": "Allow", "Principal": principal, "Action": actions});
    if !conditions.is_null() {
        statement["Condition"] = conditions;
    }
    statement
}

fn conditions(grant: &Grant) -> Value {
    let pairs = grant.equals.as_ref().or(grant.subset.as_ref());
    let Some(pairs) = pairs.filter(|pairs| !pairs.is_empty()) else { return Value::Null };
    let equals = pairs.iter().map(|(key, value)| {
        // A dollar sign would stand for a variable.
        (format!("kms:EncryptionContext:{key}"), Value::from(value.replace('$', "${$}")))
    });
    let mut conditions = json!({"StringEquals": equals.collect::<Map<_, _>>()});
    if grant.equals.is_some() {
        let names: Vec<_> = pairs.keys().cloned().collect();
        conditions["ForAllValues:StringEquals"] = json!({"kms:EncryptionContextKeys": names});
    }
    conditions
}

/// A grant as lists show it.
pub fn shown(cx: &Context, account: &str, grant: Grant) -> GrantListEntry {
    let split = |party: Option<Party>| match party {
        Some(Party::Principal(arn)) => (Some(arn), None),
        Some(Party::Service(name)) => (None, Some(name)),
        None => (None, None),
    };
    let (grantee_principal, grantee_service_principal) = split(Some(grant.grantee));
    let (retiring_principal, retiring_service_principal) = split(grant.retiring);
    let constraints = GrantConstraints {
        encryption_context_subset: grant.subset,
        encryption_context_equals: grant.equals,
        source_arn: None,
    };
    let key = Arn::new("kms", &cx.region, account, format_args!("key/{}", grant.key)).text();
    let issuer = Arn::new("iam", &cx.region, &grant.issuer, "root").global().text();
    GrantListEntry {
        key_id: Some(key),
        grant_id: Some(grant.id),
        name: grant.name,
        creation_date: Some(Timestamp(grant.created_ms)),
        grantee_principal,
        retiring_principal,
        issuing_account: Some(issuer),
        operations: Some(grant.operations),
        constraints: Some(constraints).filter(|it| *it != GrantConstraints::default()),
        grantee_service_principal,
        retiring_service_principal,
    }
}
