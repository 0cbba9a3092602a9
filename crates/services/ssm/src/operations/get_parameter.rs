//! `GetParameter`.

use crate::{Ssm, references};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::GetParameter;
use shapes::ssm::{GetParameterRequest, GetParameterResult};

impl Handler<GetParameter> for Ssm {
    async fn handle(&self, cx: &Context, input: GetParameterRequest) -> Result<GetParameterResult> {
        let decrypted = input.with_decryption == Some(true);
        let shown = match references::is_one(&input.name) {
            true => self.referenced(cx, &input.name, decrypted).await?,
            false => self.shown(cx, self.choose(cx, &input.name).await?, decrypted).await?,
        };
        Ok(GetParameterResult { parameter: Some(shown) })
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::setting;
    use platform::testing::START;
    use shapes::ssm::PutParameterRequest;

    #[tokio::test]
    async fn a_parameter_is_found_by_name_version_label_and_arn() {
        let at = setting();
        at.overwrite("a", "1").await.unwrap();
        at.overwrite("a", "2").await.unwrap();
        at.label("a", Some(1), &["old"]).await.unwrap();
        let arn = "arn:aws:ssm:us-east-1:000000000000:parameter/a";
        for (name, value, selector) in [
            ("a", "2", None),
            ("a:1", "1", Some(":1")),
            ("a:2", "2", Some(":2")),
            ("a:old", "1", Some(":old")),
            (arn, "2", None),
            (&format!("{arn}:1"), "1", Some(":1")),
        ] {
            let shown = at.get(name, false).await.unwrap();
            assert_eq!(shown.value.as_deref(), Some(value), "{name}");
            assert_eq!(shown.selector.as_deref(), selector);
            assert_eq!((shown.name.as_deref(), shown.arn.as_deref()), (Some("a"), Some(arn)));
            assert_eq!(shown.last_modified_date, Some(START));
            assert_eq!(shown.data_type.as_deref(), Some("text"));
        }
        for (name, code) in [
            ("b", "ParameterNotFound"),
            ("b:1", "ParameterNotFound"),
            ("a:0", "ParameterVersionNotFound"),
            ("a:3", "ParameterVersionNotFound"),
            ("a:99999999999999999999", "ParameterVersionNotFound"),
            ("a:new", "ParameterVersionNotFound"),
            ("a:", "ParameterVersionNotFound"),
            ("a b", "ValidationException"),
            ("arn:aws:ssm:us-east-1:000000000000:parameter/b", "ParameterNotFound"),
        ] {
            assert_eq!(at.get(name, false).await.unwrap_err().code(), code, "{name}");
        }
        let error = at.get("a:3", false).await.unwrap_err();
        assert_eq!(
            error.message,
            "Systems Manager could not find version 3 of a. Verify the version and try again."
        );
    }

    #[tokio::test]
    async fn a_version_that_is_lost_is_told() {
        let at = setting();
        at.overwrite("a", "1").await.unwrap();
        at.overwrite("a", "2").await.unwrap();
        let lost = crate::records::version::key(&at.cx, "a", 1);
        let batch = store::Batch::new().delete(store::Table("ssm-versions"), lost);
        at.cx.tables().commit(batch).await.unwrap();
        assert!(at.get("a:1", false).await.unwrap_err().is_server_fault());
        assert_eq!(at.get("a", false).await.unwrap().value.as_deref(), Some("2"));
    }

    #[tokio::test]
    async fn a_secure_string_is_shown_to_who_asks_for_it() {
        let at = setting();
        let input = PutParameterRequest {
            name: "/s".into(),
            value: "open sesame".into(),
            r#type: Some("SecureString".into()),
            ..Default::default()
        };
        at.cx.call::<shapes::ssm::ops::PutParameter>(input).await.unwrap();
        let closed = at.get("/s", false).await.unwrap().value.unwrap();
        assert!(base64_simd::STANDARD.decode_to_vec(&closed).unwrap().len() > 11);
        assert_eq!(at.get("/s", true).await.unwrap().value.as_deref(), Some("open sesame"));
        for table in ["ssm-parameters", "ssm-versions"] {
            let all = store::Scan::prefix(b"");
            let rows = at.cx.tables().scan(store::Table(table), all).await.unwrap();
            let tells = |(_, value): &store::Pair| value.windows(6).any(|it| it == b"sesame");
            assert!(!rows.iter().any(tells));
        }
    }
}
