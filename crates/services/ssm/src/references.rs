//! Secrets of Secrets Manager under names of parameters ("Referencing AWS Secrets Manager secrets from
//! Parameter Store parameters" in the Systems Manager user guide).

use crate::{Ssm, errors};
use platform::{Context, Error, Result};
use serde_json::json;
use shapes::secretsmanager::ops::GetSecretValue;
use shapes::secretsmanager::{GetSecretValueRequest, GetSecretValueResponse};
use shapes::ssm::Parameter;

/// What such names begin with.
const PREFIX: &str = "/aws/reference/secretsmanager/";
/// How long the ids of versions are: what is shorter is a label.
const ID_LENGTH: usize = 32;

/// Whether a name stands for a secret.
pub fn is_one(name: &str) -> bool {
    name.starts_with(PREFIX)
}

impl Ssm {
    /// The secret that a name stands for, with a version's id or label behind it or without, as a
    /// parameter. The caller must be allowed to get it.
    ///
    /// # Errors
    /// It is not to be opened, or there is no such secret, or it is refused.
    pub async fn referenced(&self, cx: &Context, name: &str, decrypted: bool) -> Result<Parameter> {
        if !decrypted {
            return Err(errors::invalid(
                "WithDecryption flag must be True for retrieving a Secret Manager secret.",
            ));
        }
        let of = name.strip_prefix(PREFIX).unwrap_or_default();
        let (secret, version) = of.split_once(':').map_or((of, None), |(s, v)| (s, Some(v)));
        let is_id = version.is_some_and(|version| version.len() >= ID_LENGTH);
        let version = version.map(str::to_owned);
        let (version_id, version_stage) = if is_id { (version, None) } else { (None, version) };
        let input =
            GetSecretValueRequest { secret_id: secret.to_owned(), version_id, version_stage };
        let found = cx.call::<GetSecretValue>(input).await.map_err(|error| lost(name, error))?;
        shown(name, found)
    }
}

/// What is said where a secret cannot be got. Who may not is told so.
fn lost(name: &str, error: Error) -> Error {
    match error.code() {
        "ResourceNotFoundException" | "InvalidRequestException" | "ValidationException" => {
            let message = format!(
                "An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret \
                 {name} not found."
            );
            Error::new(errors::not_found().shape, message)
        }
        _ => error,
    }
}

fn shown(name: &str, found: GetSecretValueResponse) -> Result<Parameter> {
    let source = json!({
        "ARN": found.arn,
        "name": found.name,
        "versionId": found.version_id,
        "versionStages": found.version_stages,
        "createdDate": found.created_date.map(|it| it.iso8601()),
    });
    let value = found
        .secret_string
        .or_else(|| found.secret_binary.map(|it| base64_simd::STANDARD.encode_to_string(&it)));
    Ok(Parameter {
        name: Some(name.to_owned()),
        r#type: Some(crate::values::SECURE.to_owned()),
        value,
        version: Some(0),
        selector: None,
        source_result: Some(source.to_string()),
        last_modified_date: found.created_date,
        arn: found.arn,
        data_type: Some("text".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{Handler, operations, testing};
    use shapes::ErrorShape;
    use shapes::ssm::GetParameterRequest;
    use shapes::ssm::ops::GetParameter;
    use std::sync::Arc;

    /// A Secrets Manager with one secret, which tells by which words it was asked.
    struct One;

    impl Handler<GetSecretValue> for One {
        async fn handle(
            &self,
            _: &Context,
            it: GetSecretValueRequest,
        ) -> Result<GetSecretValueResponse> {
            static MISSING: ErrorShape = ErrorShape::client("ResourceNotFoundException", 400);
            if it.secret_id != "a/b@c" {
                return Err(Error::new(&MISSING, "none"));
            }
            Ok(GetSecretValueResponse {
                arn: Some("arn".into()),
                secret_string: Some(format!("{:?} {:?}", it.version_id, it.version_stage)),
                ..Default::default()
            })
        }
    }

    #[tokio::test]
    async fn a_secret_is_got_as_a_parameter() {
        let (platform, _) = testing::platform();
        let ssm = Ssm::new(platform.clone());
        let mut served = platform::served(&ssm);
        served.extend(operations![Arc::new(One) => GetSecretValue]);
        platform.serve(served);
        let cx = testing::context(&platform);
        let get = async |name: &str, decrypted| {
            let name = format!("{PREFIX}{name}");
            let input = GetParameterRequest { name, with_decryption: Some(decrypted) };
            cx.call::<GetParameter>(input).await.map(|output| output.parameter.unwrap())
        };
        let id = "0".repeat(32);
        for (name, value) in [
            ("a/b@c", "None None".to_owned()),
            ("a/b@c:AWSPREVIOUS", r#"None Some("AWSPREVIOUS")"#.to_owned()),
            (&format!("a/b@c:{id}"), format!(r#"Some("{id}") None"#)),
        ] {
            let shown = get(name, true).await.unwrap();
            assert_eq!(shown.value, Some(value));
            assert_eq!((shown.version, shown.arn.as_deref()), (Some(0), Some("arn")));
            assert_eq!(shown.r#type.as_deref(), Some("SecureString"));
            assert!(shown.source_result.unwrap().contains(r#""ARN":"arn""#));
        }
        let error = get("a/b@c", false).await.unwrap_err();
        assert!(error.message.starts_with("WithDecryption flag must be True"));
        let error = get("x", true).await.unwrap_err();
        assert_eq!(error.code(), "ParameterNotFound");
        assert!(error.message.ends_with("Secret /aws/reference/secretsmanager/x not found."));
    }
}
