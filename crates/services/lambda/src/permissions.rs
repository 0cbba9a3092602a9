//! Who may use a function: the statements of its resource policy, as `AddPermission` makes them.
//!
//! "Viewing resource-based IAM policies in Lambda" and "AddPermission" show them. A statement is kept
//! as the text that its caller got; they only allow.

use crate::names::{self, LATEST, Named};
use crate::records::function::{Attached, Permission};
use crate::versions::Route;
use crate::{Lambda, errors};
use platform::policy::Document;
use platform::{Arn, BoxFuture, Context, Error, Policies, Result, is_account, partition};
use serde::Serialize;
use serde_json::{Map, Value, json};
use shapes::lambda::AddPermissionRequest;
use std::sync::Arc;

/// "Lambda quotas": of a function's whole policy, in bytes.
const MOST_BYTES: usize = 20_480;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement<'a> {
    sid: &'a str,
    effect: &'static str,
    principal: Value,
    action: &'a str,
    resource: &'a str,
    #[serde(skip_serializing_if = "Map::is_empty")]
    condition: Map<String, Value>,
}

/// The statement that a request asks for.
///
/// # Errors
/// `InvalidParameterValueException` for a principal that can be nobody.
pub fn statement(input: &AddPermissionRequest, function: &str) -> Result<Permission> {
    let statement = Statement {
        sid: &input.statement_id,
        effect: "Allow",
        principal: principal(&input.principal, function)?,
        action: &input.action,
        resource: function,
        condition: conditions(input),
    };
    let text = serde_json::to_string(&statement).map_err(Error::internal)?;
    Ok(Permission { sid: input.statement_id.clone(), statement: text })
}

fn principal(named: &str, function: &str) -> Result<Value> {
    let region = Arn::parse(function).map_or("", |arn| arn.region);
    let is_service =
        [".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"].iter().any(|it| named.ends_with(it));
    let is_identity = Arn::parse(named)
        .is_some_and(|it| matches!(it.service, "iam" | "sts") && !it.account.is_empty());
    match named {
        "*" => Ok(json!("*")),
        _ if is_account(named) => {
            Ok(json!({ "AWS": format!("arn:{}:iam::{named}:root", partition(region)) }))
        }
        _ if is_identity => Ok(json!({ "AWS": named })),
        _ if is_service => Ok(json!({ "Service": named })),
        _ => Err(errors::invalid(
            "The provided principal was invalid. Please check the principal and try again.",
        )),
    }
}

fn conditions(input: &AddPermissionRequest) -> Map<String, Value> {
    let equals = [
        ("AWS:SourceAccount", &input.source_account),
        ("aws:PrincipalOrgID", &input.principal_org_id),
        ("lambda:EventSourceToken", &input.event_source_token),
        ("lambda:FunctionUrlAuthType", &input.function_url_auth_type),
    ];
    let of = |(key, value): (&str, &Option<String>)| {
        value.as_ref().map(|value| (key.to_owned(), json!(value)))
    };
    let equals: Map<_, _> = equals.into_iter().filter_map(of).collect();
    let mut conditions = Map::new();
    if let Some(arn) = &input.source_arn {
        conditions.insert("ArnLike".into(), json!({ "AWS:SourceArn": arn }));
    }
    if let Some(via) = input.invoked_via_function_url {
        let via = json!({ "lambda:InvokedViaFunctionUrl": via.to_string() });
        conditions.insert("Bool".into(), via);
    }
    if !equals.is_empty() {
        conditions.insert("StringEquals".into(), equals.into());
    }
    conditions
}

/// The policy that hangs on a function, a version or an alias, if any does.
pub fn document(attached: &Attached) -> Option<String> {
    let statements = attached.permissions.iter().map(|it| &*it.statement).collect::<Vec<_>>();
    (!statements.is_empty()).then(|| {
        format!(
            r#"{{"Version":"2012-10-17","Id":"default","Statement":[{}]}}"#,
            statements.join(",")
        )
    })
}

/// Adds a statement.
///
/// # Errors
/// `ResourceConflictException` where there is one of this id, `PolicyLengthExceededException`.
pub fn add(attached: &mut Attached, permission: Permission) -> Result<()> {
    if attached.permissions.iter().any(|it| it.sid == permission.sid) {
        return Err(errors::statement_exists(&permission.sid));
    }
    attached.permissions.push(permission);
    match document(attached).map_or(0, |text| text.len()) {
        size if size > MOST_BYTES => Err(errors::policy_too_long(size, MOST_BYTES)),
        _ => Ok(()),
    }
}

/// Takes a statement away.
///
/// # Errors
/// `ResourceNotFoundException` where there is none of this id.
pub fn remove(attached: &mut Attached, sid: &str) -> Result<()> {
    if attached.permissions.is_empty() {
        return Err(errors::no_policy());
    }
    let before = attached.permissions.len();
    attached.permissions.retain(|it| it.sid != sid);
    match attached.permissions.len() == before {
        true => Err(errors::no_statement(sid)),
        false => Ok(()),
    }
}

impl Lambda {
    /// Changes the permissions of what a caller names, of the revision that it names, if any. It shows
    /// another revision then, as on AWS; its environments stay.
    pub(crate) async fn change_permissions(
        &self,
        cx: &Context,
        named: &Named,
        revision: Option<String>,
        change: impl Fn(&mut Attached) -> Result<()> + Send + Sync,
    ) -> Result<()> {
        let revision = revision.filter(|revision| !revision.is_empty());
        let place = (&*named.name, named.qualifier.as_deref());
        let changed = |attached: &mut Attached, own: &str| {
            if revision.as_ref().is_some_and(|revision| revision != attached.shown_revision(own)) {
                return Err(errors::revision_differs());
            }
            change(attached)?;
            attached.policy_revision = Some(self.platform.ids.uuid());
            Ok(())
        };
        self.change_attached(cx, place, || missing(cx, named), changed).await.map(drop)
    }
}

/// What is said where a version or an alias is not there.
fn missing(cx: &Context, named: &Named) -> Error {
    match named.qualifier.as_deref() {
        Some(qualifier) if names::is_alias(qualifier) => errors::no_alias(&named.arn(cx)),
        _ => errors::no_function(&named.arn(cx)),
    }
}

/// A qualifier of a request about permissions: the version that has no policy is refused.
///
/// # Errors
/// As AWS words it.
pub fn check_qualifier(named: &Named) -> Result<()> {
    match named.qualifier.as_deref() {
        Some(LATEST) => {
            Err(errors::invalid("We currently do not support adding policies for $LATEST."))
        }
        _ => Ok(()),
    }
}

/// Functions' policies can only allow.
impl Policies for Lambda {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            let named = resource.resource.strip_prefix("function:");
            let Some(named) = named.filter(|_| resource.region == &*context.region) else {
                return Ok(None);
            };
            let (name, qualifier) = match named.split_once(':') {
                Some((name, qualifier)) => (name, Some(qualifier.to_owned())),
                None => (named, None),
            };
            let named = Named { name: name.to_owned(), qualifier };
            let found = self.resolve(context, &named, Route::First).await?;
            let Some(function) = found else { return Ok(None) };
            let Some(text) = document(&function.attached) else { return Ok(None) };
            match Document::parse(&text) {
                Ok(document) => Ok(Some(Arc::new(document))),
                Err(malformed) => Err(Error::internal(format_args!(
                    "the policy of {} cannot be read: {malformed:?}",
                    function.arn
                ))),
            }
        })
    }

    fn can_deny(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FUNCTION: &str = "arn:aws:lambda:us-east-1:000000000000:function:f";

    fn asked(principal: &str) -> AddPermissionRequest {
        AddPermissionRequest {
            function_name: "f".into(),
            statement_id: "s".into(),
            action: "lambda:InvokeFunction".into(),
            principal: principal.into(),
            ..Default::default()
        }
    }

    #[test]
    fn a_statement_is_as_aws_makes_it() {
        let input = AddPermissionRequest {
            source_arn: Some("arn:aws:s3:::b".into()),
            source_account: Some("111122223333".into()),
            ..asked("s3.amazonaws.com")
        };
        let expected = concat!(
            r#"{"Sid":"s","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"#,
            r#""Action":"lambda:InvokeFunction","#,
            r#""Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","Condition":{"#,
            r#""ArnLike":{"AWS:SourceArn":"arn:aws:s3:::b"},"#,
            r#""StringEquals":{"AWS:SourceAccount":"111122223333"}}}"#,
        );
        assert_eq!(statement(&input, FUNCTION).unwrap().statement, expected);
        let url = AddPermissionRequest {
            function_url_auth_type: Some("NONE".into()),
            event_source_token: Some("t".into()),
            principal_org_id: Some("o-a1b2c3d4e5".into()),
            invoked_via_function_url: Some(true),
            ..asked("*")
        };
        let expected = concat!(
            r#""Principal":"*","Action":"lambda:InvokeFunction","#,
            r#""Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","Condition":{"#,
            r#""Bool":{"lambda:InvokedViaFunctionUrl":"true"},"StringEquals":{"#,
            r#""aws:PrincipalOrgID":"o-a1b2c3d4e5","lambda:EventSourceToken":"t","#,
            r#""lambda:FunctionUrlAuthType":"NONE"}}}"#,
        );
        let made = statement(&url, FUNCTION).unwrap().statement;
        assert!(made.ends_with(expected), "{made}");
    }

    #[test]
    fn a_principal_has_many_forms() {
        let role = "arn:aws:iam::111122223333:role/R";
        for (named, expected) in [
            ("*", r#""Principal":"*""#.to_owned()),
            ("111122223333", r#""Principal":{"AWS":"arn:aws:iam::111122223333:root"}"#.into()),
            (role, format!(r#""Principal":{{"AWS":"{role}"}}"#)),
            ("sns.amazonaws.com", r#""Principal":{"Service":"sns.amazonaws.com"}"#.into()),
            (
                "alexa-appkit.amazon.com",
                r#""Principal":{"Service":"alexa-appkit.amazon.com"}"#.into(),
            ),
        ] {
            let made = statement(&asked(named), FUNCTION).unwrap().statement;
            assert!(made.contains(&expected), "{made}");
        }
        for nobody in ["sns", "12345", "arn:aws:s3:::b"] {
            let error = statement(&asked(nobody), FUNCTION).unwrap_err();
            assert!(error.message.starts_with("The provided principal was invalid."), "{nobody}");
        }
    }
}
