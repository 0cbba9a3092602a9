//! `LabelParameterVersion`.

use crate::{Ssm, errors, names};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::LabelParameterVersion;
use shapes::ssm::{LabelParameterVersionRequest, LabelParameterVersionResult};

/// The most labels of a version.
const MOST: usize = 10;

/// A label that is on another version moves here. Those that cannot be labels are told, and the
/// others are set.
impl Handler<LabelParameterVersion> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: LabelParameterVersionRequest,
    ) -> Result<LabelParameterVersionResult> {
        names::check(&input.name)?;
        let (valid, invalid): (Vec<_>, Vec<_>) =
            input.labels.into_iter().partition(|label| is_label(label));
        let change = self.change(cx, &input.name, |parameter| {
            let number = input.parameter_version.unwrap_or(parameter.current.number);
            if !parameter.has(number) {
                return Err(errors::no_version(&input.name, number));
            }
            parameter.labels.extend(valid.iter().map(|label| (label.clone(), number)));
            if parameter.labels_of(number).len() > MOST {
                return Err(errors::too_many_labels());
            }
            Ok(number)
        });
        let parameter_version = Some(change.await?);
        Ok(LabelParameterVersionResult { invalid_labels: Some(invalid), parameter_version })
    }
}

/// "Working with parameter labels" in the Systems Manager user guide.
fn is_label(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_known = |it: u8| it.is_ascii_alphanumeric() || b"_.-".contains(&it);
    !lower.starts_with("aws")
        && !lower.starts_with("ssm")
        && !text.starts_with(|it: char| it.is_ascii_digit())
        && text.bytes().all(is_known)
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use shapes::ssm::UnlabelParameterVersionRequest;
    use shapes::ssm::ops::UnlabelParameterVersion;

    #[tokio::test]
    async fn a_label_is_on_one_version_at_a_time() {
        let at = setting();
        for value in ["1", "2"] {
            at.overwrite("/a", value).await.unwrap();
        }
        let set = at.label("/a", None, &["x", "1x", "awsx", "y z"]).await.unwrap();
        assert_eq!(set.invalid_labels.unwrap(), ["1x", "awsx", "y z"]);
        assert_eq!(set.parameter_version, Some(2));
        at.label("/a", Some(1), &["x"]).await.unwrap();
        assert_eq!(at.get("/a:x", false).await.unwrap().version, Some(1));
        for (name, version, code) in
            [("/a", Some(3), "ParameterVersionNotFound"), ("/b", None, "ParameterNotFound")]
        {
            assert_eq!(at.label(name, version, &["z"]).await.unwrap_err().code(), code);
        }
        let nine: Vec<_> = (0..9).map(|n| format!("l{n}")).collect();
        let nine: Vec<_> = nine.iter().map(String::as_str).collect();
        at.label("/a", Some(1), &nine).await.unwrap();
        let error = at.label("/a", Some(1), &["more"]).await.unwrap_err();
        assert_eq!(error.code(), "ParameterVersionLabelLimitExceeded");
        let input = UnlabelParameterVersionRequest {
            name: "/a".into(),
            parameter_version: 1,
            labels: vec!["x".into(), "none".into()],
        };
        let output = at.cx.call::<UnlabelParameterVersion>(input).await.unwrap();
        assert_eq!(output.removed_labels.unwrap(), ["x"]);
        assert_eq!(output.invalid_labels.unwrap(), ["none"]);
        assert_eq!(at.get("/a:x", false).await.unwrap_err().code(), "ParameterVersionNotFound");
    }
}
