//! Values: how secure ones are sealed, and how versions are shown.

use crate::parameters::Chosen;
use crate::records::parameter::Parameter;
use crate::records::version::Version;
use crate::{Ssm, encryption, names, policies};
use platform::{Context, Error, Result};
use shapes::ssm::{ParameterHistory, ParameterMetadata};
use shapes::{Timestamp, ssm};

/// The kind of parameters whose values are sealed.
pub const SECURE: &str = "SecureString";
/// The key that secure strings are sealed with, as AWS names it.
pub const OWN_KEY: &str = "alias/aws/ssm";

impl Ssm {
    /// What stands in a record for the value of a secure string.
    pub async fn seal(&self, cx: &Context, name: &str, value: &str) -> Result<String> {
        let sealed = self.secret.seal(place(cx, name).as_bytes(), value.as_bytes()).await?;
        Ok(base64_simd::STANDARD.encode_to_string(sealed))
    }

    /// The value of a version: of a secure string what it is sealed to, unless it is asked for.
    pub async fn value(
        &self,
        cx: &Context,
        name: &str,
        version: &Version,
        decrypted: bool,
    ) -> Result<String> {
        if version.kind != SECURE || !decrypted {
            return Ok(version.value.clone());
        }
        encryption::check_decrypt(cx, name, version.key_id.as_deref()).await?;
        let sealed =
            base64_simd::STANDARD.decode_to_vec(&version.value).map_err(Error::internal)?;
        let plain = self.secret.open(place(cx, name).as_bytes(), &sealed).await?;
        String::from_utf8(plain).map_err(Error::internal)
    }

    /// A version that was chosen, as `GetParameter` and its like show it.
    pub async fn shown(
        &self,
        cx: &Context,
        chosen: Chosen,
        decrypted: bool,
    ) -> Result<ssm::Parameter> {
        let Chosen { parameter, version, selector } = chosen;
        let value = self.value(cx, &parameter.name, &version, decrypted).await?;
        Ok(ssm::Parameter {
            arn: Some(names::arn(cx, &parameter.name)),
            name: Some(parameter.name),
            r#type: Some(version.kind),
            value: Some(value),
            version: Some(version.number),
            selector,
            source_result: None,
            last_modified_date: Some(Timestamp(version.put_ms)),
            data_type: Some("text".to_owned()),
        })
    }

    /// A version, as `GetParameterHistory` shows it.
    pub async fn remembered(
        &self,
        cx: &Context,
        parameter: &Parameter,
        version: Version,
        decrypted: bool,
    ) -> Result<ParameterHistory> {
        let value = self.value(cx, &parameter.name, &version, decrypted).await?;
        Ok(ParameterHistory {
            name: Some(parameter.name.clone()),
            labels: Some(parameter.labels_of(version.number)),
            r#type: Some(version.kind),
            key_id: version.key_id,
            last_modified_date: Some(Timestamp(version.put_ms)),
            last_modified_user: Some(version.put_by),
            description: version.description,
            value: Some(value),
            allowed_pattern: version.allowed_pattern,
            version: Some(version.number),
            tier: Some(version.tier),
            policies: Some(policies::shown(&version.policies)),
            data_type: Some("text".to_owned()),
        })
    }
}

/// A parameter without its value, as `DescribeParameters` shows it.
pub fn described(cx: &Context, parameter: Parameter) -> ParameterMetadata {
    let version = parameter.current;
    ParameterMetadata {
        arn: Some(names::arn(cx, &parameter.name)),
        name: Some(parameter.name),
        r#type: Some(version.kind),
        key_id: version.key_id,
        last_modified_date: Some(Timestamp(version.put_ms)),
        last_modified_user: Some(version.put_by),
        description: version.description,
        allowed_pattern: version.allowed_pattern,
        version: Some(version.number),
        tier: Some(version.tier),
        policies: Some(policies::shown(&version.policies)),
        data_type: Some("text".to_owned()),
    }
}

/// Where a value belongs. Unlike an ARN it tells `/a` from `a`.
fn place(cx: &Context, name: &str) -> String {
    format!("{}/{}/{name}", cx.account, cx.region)
}
