//! Lists that go on where the last page ended.

use crate::errors;
use crate::records::parameter::{self, PARAMETERS, Parameter};
use platform::{Context, Result};
use store::{KeyRange, Scan};

/// How many parameters are read at once.
const READ: usize = 100;

/// What the token of the last page says: behind what this one begins.
///
/// # Errors
/// The token is none that was given.
pub fn after(token: Option<&str>) -> Result<Option<String>> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    let bytes = base64_simd::STANDARD.decode_to_vec(token.as_bytes()).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.map(Some).ok_or_else(errors::bad_token)
}

/// The token of the page that begins behind this.
pub fn token(last: &str) -> String {
    base64_simd::STANDARD.encode_to_string(last.as_bytes())
}

/// A page of the parameters whose names begin with `prefix` and that are `wanted`, at most `most`,
/// and the token of the next page, if there is one.
///
/// # Errors
/// The token is none that was given.
pub async fn page(
    cx: &Context,
    prefix: &str,
    wanted: impl Fn(&Parameter) -> bool,
    most: usize,
    next_token: Option<&str>,
) -> Result<(Vec<Parameter>, Option<String>)> {
    let mut range = KeyRange::prefix(&parameter::key(cx, prefix));
    if let Some(after) = after(next_token)? {
        range = range.after(&parameter::key(cx, &after));
    }
    let mut page: Vec<Parameter> = Vec::new();
    loop {
        let scan = Scan { range: range.clone(), limit: READ, reverse: false };
        let rows = PARAMETERS.scan(cx.tables(), scan).await?;
        let is_end = rows.len() < READ;
        if let Some((last, _)) = rows.last() {
            range = range.after(last);
        }
        for (_, parameter) in rows {
            if !wanted(&parameter) {
                continue;
            }
            if page.len() == most {
                let token = page.last().map(|last| token(&last.name));
                return Ok((page, token));
            }
            page.push(parameter);
        }
        if is_end {
            return Ok((page, None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_where_a_page_begins() {
        assert_eq!(after(Some(&token("/a"))).unwrap().as_deref(), Some("/a"));
        assert_eq!(after(Some("")).unwrap(), None);
        assert_eq!(after(Some("!")).unwrap_err().code(), "InvalidNextToken");
    }
}
