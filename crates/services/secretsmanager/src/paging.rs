//! Lists that go on where the last page ended.

use crate::errors;
use platform::Result;

/// How many a page has where nothing is said.
const PAGE: i32 = 100;

/// The page of what was found, in its order, that a request asks for, and the token of the next one.
/// `place` says where each stands; no two stand at one place.
///
/// # Errors
/// The token is none that was given.
pub fn page<T>(
    found: Vec<T>,
    place: impl Fn(&T) -> String,
    most: Option<i32>,
    token: Option<&str>,
) -> Result<(Vec<T>, Option<String>)> {
    let most = most.unwrap_or(PAGE).unsigned_abs() as usize;
    let mut rest = found;
    if let Some(token) = token.filter(|token| !token.is_empty()) {
        let last = base64_simd::STANDARD.decode_to_vec(token.as_bytes()).ok();
        let last = last.and_then(|last| String::from_utf8(last).ok());
        let last = last.ok_or_else(errors::bad_token)?;
        // What stood there may be gone; the page begins anew then.
        let at = rest.iter().position(|it| place(it) == last).map_or(0, |at| at + 1);
        rest.drain(..at);
    }
    let goes_on = rest.len() > most;
    rest.truncate(most);
    let last = rest.last().filter(|_| goes_on).map(place);
    Ok((rest, last.map(|last| base64_simd::STANDARD.encode_to_string(last.as_bytes()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other() {
        let all = || ["a", "b", "c"].map(str::to_owned).to_vec();
        let of = |token: Option<&str>| page(all(), String::clone, Some(2), token);
        let (first, token) = of(None).unwrap();
        assert_eq!(first, ["a", "b"]);
        assert_eq!(of(token.as_deref()).unwrap(), (vec!["c".to_owned()], None));
        assert_eq!(of(Some("!")).unwrap_err().code(), "InvalidNextTokenException");
    }
}
