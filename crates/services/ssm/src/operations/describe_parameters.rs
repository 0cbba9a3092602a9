//! `DescribeParameters`.

use crate::filters::{self, Of};
use crate::{Ssm, errors, paging, values};
use platform::{Context, Handler, Result, refuse};
use shapes::ssm::ops::DescribeParameters;
use shapes::ssm::{DescribeParametersRequest, DescribeParametersResult};

/// How many a page has where nothing is said.
const PAGE: i32 = 10;

impl Handler<DescribeParameters> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeParametersRequest,
    ) -> Result<DescribeParametersResult> {
        refuse(errors::unsupported, [("Shared", input.shared == Some(true))])?;
        let old = input.filters.unwrap_or_default();
        if !old.is_empty() && platform::lists_any(&input.parameter_filters) {
            let message = "You can use either Filters or ParameterFilters in a single request.";
            return Err(errors::invalid(message));
        }
        let mut filters = filters::read(input.parameter_filters, Of::All)?;
        filters.extend(filters::read_old(old));
        let most = input.max_results.unwrap_or(PAGE).unsigned_abs() as usize;
        let wanted = |parameter: &_| filters::pass(&filters, parameter);
        let (page, next_token) =
            paging::page(cx, "", wanted, most, input.next_token.as_deref()).await?;
        let parameters = page.into_iter().map(|it| values::described(cx, it)).collect();
        Ok(DescribeParametersResult { parameters: Some(parameters), next_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;
    use shapes::ssm::{ParameterStringFilter, ParametersFilter};

    #[tokio::test]
    async fn parameters_are_described_without_their_values_page_by_page() {
        let at = setting();
        for number in 0..12 {
            at.put(&format!("/p/{number:02}"), "x").await.unwrap();
        }
        let first = at.cx.call::<DescribeParameters>(Default::default()).await.unwrap();
        let parameters = first.parameters.unwrap();
        assert_eq!(parameters.len(), 10);
        let shown = &parameters[0];
        assert_eq!(shown.name.as_deref(), Some("/p/00"));
        assert_eq!(shown.arn.as_deref(), Some("arn:aws:ssm:us-east-1:000000000000:parameter/p/00"));
        assert_eq!(shown.last_modified_user.as_deref(), Some("arn:aws:iam::000000000000:root"));
        let input =
            DescribeParametersRequest { next_token: first.next_token, ..Default::default() };
        let second = at.cx.call::<DescribeParameters>(input).await.unwrap();
        assert_eq!((second.parameters.unwrap().len(), second.next_token), (2, None));
    }

    #[tokio::test]
    async fn filters_of_both_kinds_choose() {
        let at = setting();
        at.put("/a/x", "x").await.unwrap();
        at.put("/b/x", "x").await.unwrap();
        let new = ParameterStringFilter {
            key: "Path".into(),
            option: None,
            values: Some(vec!["/a".into()]),
        };
        let old = ParametersFilter { key: "Name".into(), values: vec!["/b".into()] };
        let names = async |input| {
            let output = at.cx.call::<DescribeParameters>(input).await?;
            let all = output.parameters.unwrap().into_iter();
            Ok::<_, platform::Error>(all.map(|it| it.name.unwrap()).collect::<Vec<_>>())
        };
        let by = |new: Option<&ParameterStringFilter>, old: Option<&ParametersFilter>| {
            DescribeParametersRequest {
                parameter_filters: new.map(|it| vec![it.clone()]),
                filters: old.map(|it| vec![it.clone()]),
                ..Default::default()
            }
        };
        assert_eq!(names(by(Some(&new), None)).await.unwrap(), ["/a/x"]);
        assert_eq!(names(by(None, Some(&old))).await.unwrap(), ["/b/x"]);
        assert!(names(by(Some(&new), Some(&old))).await.is_err());
        let shared = DescribeParametersRequest { shared: Some(true), ..Default::default() };
        assert!(names(shared).await.unwrap_err().message.starts_with("Shared is not supported"));
    }
}
