//! `GetParameterHistory`.

use crate::records::version::{self, VERSIONS};
use crate::{Ssm, errors, names, paging};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::GetParameterHistory;
use shapes::ssm::{GetParameterHistoryRequest, GetParameterHistoryResult};
use store::{KeyRange, Scan};

/// How many a page has where nothing is said.
const PAGE: i32 = 50;

/// The versions from the oldest to the current one.
impl Handler<GetParameterHistory> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: GetParameterHistoryRequest,
    ) -> Result<GetParameterHistoryResult> {
        let (name, selector) = names::split(&input.name);
        if selector.is_some() {
            names::check(&input.name)?;
        }
        let after = match paging::after(input.next_token.as_deref())? {
            Some(after) => after.parse::<i64>().map_err(|_| errors::bad_token())?,
            None => 0,
        };
        let parameter = self.resolve(cx, name).await?;
        let most = input.max_results.unwrap_or(PAGE).unsigned_abs() as usize;
        let range = KeyRange::prefix(&version::prefix(cx, &parameter.name));
        let range = range.after(&version::key(cx, &parameter.name, after));
        let scan = Scan { range, limit: most + 1, reverse: false };
        let old = VERSIONS.scan(cx.tables(), scan).await?;
        // What has come since the parameter was read is not told of.
        let old = old.into_iter().map(|(_, version)| version);
        let mut found: Vec<_> = old.filter(|it| it.number < parameter.current.number).collect();
        if found.len() <= most && after < parameter.current.number {
            found.push(parameter.current.clone());
        }
        let goes_on = found.len() > most;
        found.truncate(most);
        let last = found.last().filter(|_| goes_on).map(|it| it.number.to_string());
        let mut parameters = Vec::new();
        for version in found {
            let decrypted = input.with_decryption == Some(true);
            parameters.push(self.remembered(cx, &parameter, version, decrypted).await?);
        }
        Ok(GetParameterHistoryResult {
            parameters: Some(parameters),
            next_token: last.as_deref().map(paging::token),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::setting;

    #[tokio::test]
    async fn a_history_goes_from_the_oldest_to_the_current_version() {
        let at = setting();
        for value in ["1", "2", "3", "4"] {
            at.overwrite("/a", value).await.unwrap();
        }
        at.label("/a", Some(2), &["x", "b"]).await.unwrap();
        let (mut found, mut pages, mut next_token) = (Vec::new(), Vec::new(), None);
        loop {
            let input = GetParameterHistoryRequest {
                name: "/a".into(),
                max_results: Some(2),
                next_token,
                ..Default::default()
            };
            let output = at.cx.call::<GetParameterHistory>(input).await.unwrap();
            let page = output.parameters.unwrap();
            pages.push(page.len());
            found.extend(page);
            next_token = output.next_token;
            if next_token.is_none() {
                break;
            }
        }
        assert_eq!(pages, [2, 2]);
        let values: Vec<_> = found.iter().map(|it| it.value.as_deref().unwrap()).collect();
        assert_eq!(values, ["1", "2", "3", "4"]);
        assert_eq!(found[1].labels.as_deref().unwrap(), ["b", "x"]);
        assert_eq!(found[0].labels.as_deref().unwrap(), [""; 0]);
        let input = GetParameterHistoryRequest { name: "/b".into(), ..Default::default() };
        let error = at.cx.call::<GetParameterHistory>(input).await.unwrap_err();
        assert_eq!(error.code(), "ParameterNotFound");
    }
}
