//! `GetParametersByPath`.

use crate::filters::{self, Filter, Of};
use crate::parameters::Chosen;
use crate::records::parameter::Parameter;
use crate::{Ssm, names, paging};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::GetParametersByPath;
use shapes::ssm::{GetParametersByPathRequest, GetParametersByPathResult};

/// How many a page has where nothing is said.
const PAGE: i32 = 10;

impl Handler<GetParametersByPath> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: GetParametersByPathRequest,
    ) -> Result<GetParametersByPathResult> {
        names::check_path(&input.path)?;
        let filters = filters::read(input.parameter_filters, Of::Path)?;
        let is_recursive = input.recursive == Some(true);
        let wanted = |parameter: &Parameter| {
            filters::is_below(&parameter.name, &input.path, is_recursive)
                && filters::pass(&filters, parameter)
        };
        // Names without a slash lie below the root too.
        let path = input.path.trim_end_matches('/');
        let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
        let most = input.max_results.unwrap_or(PAGE).unsigned_abs() as usize;
        let (page, next_token) =
            paging::page(cx, &prefix, wanted, most, input.next_token.as_deref()).await?;
        let (mut parameters, decrypted) = (Vec::new(), input.with_decryption == Some(true));
        for parameter in page {
            if let Some(chosen) = self.labelled(cx, parameter, filters::labels(&filters)).await? {
                parameters.push(self.shown(cx, chosen, decrypted).await?);
            }
        }
        Ok(GetParametersByPathResult { parameters: Some(parameters), next_token })
    }
}

impl Ssm {
    /// The version with the label that is asked for, else the current one; nothing where it is gone
    /// meanwhile.
    async fn labelled(
        &self,
        cx: &Context,
        parameter: Parameter,
        labels: Option<&Filter>,
    ) -> Result<Option<Chosen>> {
        let on = |filter: &Filter| {
            let found = parameter.labels.iter().find(|(label, _)| filter.has(label));
            found.map(|(_, number)| *number)
        };
        let number = labels.and_then(on).unwrap_or(parameter.current.number);
        let version = self.version(cx, &parameter, number).await?;
        Ok(version.map(|version| Chosen { parameter, version, selector: None }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, setting};
    use shapes::ssm::ParameterStringFilter;

    async fn names(at: &Setting, path: &str, recursive: bool) -> Vec<String> {
        let mut found = Vec::new();
        let mut next_token = None;
        loop {
            let input = GetParametersByPathRequest {
                path: path.to_owned(),
                recursive: Some(recursive),
                max_results: Some(2),
                next_token,
                ..Default::default()
            };
            let output = at.cx.call::<GetParametersByPath>(input).await.unwrap();
            let page = output.parameters.unwrap();
            assert!(page.len() <= 2);
            found.extend(page.into_iter().map(|it| it.name.unwrap()));
            next_token = output.next_token;
            if next_token.is_none() {
                return found;
            }
        }
    }

    #[tokio::test]
    async fn a_path_has_what_lies_below_it() {
        let at = setting();
        for name in ["/a/b", "/a/b/c", "/a/b/d", "/a/c", "/a/d/e/f", "/ab", "z", "/a-b/c"] {
            at.put(name, "x").await.unwrap();
        }
        assert_eq!(names(&at, "/a", false).await, ["/a/b", "/a/c"]);
        let all = ["/a/b", "/a/b/c", "/a/b/d", "/a/c", "/a/d/e/f"];
        assert_eq!(names(&at, "/a/", true).await, all);
        assert_eq!(names(&at, "/", false).await, ["/ab", "z"]);
        assert_eq!(names(&at, "/", true).await.len(), 8);
        assert!(names(&at, "/none", true).await.is_empty());
        let input = GetParametersByPathRequest { path: "a".into(), ..Default::default() };
        let error = at.cx.call::<GetParametersByPath>(input).await.unwrap_err();
        assert_eq!(error.code(), "ValidationException");
    }

    #[tokio::test]
    async fn a_label_chooses_its_version() {
        let at = setting();
        at.overwrite("/a/b", "1").await.unwrap();
        at.overwrite("/a/b", "2").await.unwrap();
        at.overwrite("/a/c", "3").await.unwrap();
        at.label("/a/b", Some(1), &["prod"]).await.unwrap();
        let filter = ParameterStringFilter {
            key: "Label".into(),
            option: None,
            values: Some(vec!["prod".into()]),
        };
        let input = GetParametersByPathRequest {
            path: "/a".into(),
            parameter_filters: Some(vec![filter]),
            ..Default::default()
        };
        let output = at.cx.call::<GetParametersByPath>(input).await.unwrap();
        let [only] = &output.parameters.unwrap()[..] else { panic!("one has the label") };
        assert_eq!((only.value.as_deref(), only.version), (Some("1"), Some(1)));
    }
}
