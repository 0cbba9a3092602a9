//! Lists that are given a hundred at a time.

use crate::errors;
use platform::Result;

/// How many a page has.
pub const PAGE: usize = 100;

/// The name behind which a page begins.
///
/// # Errors
/// The token is none that was given.
pub fn after(token: Option<&str>) -> Result<Option<String>> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    let bytes = base64_simd::STANDARD.decode_to_vec(token.as_bytes()).ok();
    let name = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    name.map(Some).ok_or_else(|| errors::invalid("NextToken"))
}

/// Cuts what was found to a page, and gives the token of the next one, if there is one. One more
/// than a page has must have been looked for.
pub fn cut<T>(found: &mut Vec<T>, name: impl Fn(&T) -> String) -> Option<String> {
    let goes_on = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| goes_on)?;
    Some(base64_simd::STANDARD.encode_to_string(name(last).as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_begins_behind_the_last_name() {
        let mut names: Vec<_> = (0..=PAGE).map(|n| format!("{n:03}")).collect();
        let token = cut(&mut names, String::clone);
        assert_eq!(names.len(), PAGE);
        assert_eq!(after(token.as_deref()).unwrap().as_deref(), Some("099"));
        assert_eq!(cut(&mut names, String::clone), None);
        assert_eq!(after(Some("!")).unwrap_err().message, "Invalid parameter: NextToken");
    }
}
