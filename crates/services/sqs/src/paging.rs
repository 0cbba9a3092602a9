//! Lists that are given a page at a time, in the order of names.

use crate::errors;
use platform::Result;

/// The most that a page has, and what it has where nothing is said.
const MOST: usize = 1000;

/// Which page is asked for.
pub struct Page {
    /// The most that it has.
    pub most: usize,
    /// The name before its first.
    pub after: Option<String>,
    is_paged: bool,
}

impl Page {
    /// The page that a client asks for.
    ///
    /// # Errors
    /// The numbers are out of bounds, or the token is none.
    pub fn of(most: Option<i32>, token: Option<&str>) -> Result<Self> {
        let is_paged = most.is_some();
        let most = match most {
            None => MOST,
            Some(given) => {
                let most = usize::try_from(given).ok().filter(|most| (1..=MOST).contains(most));
                let reason = "MaxResults must be an integer between 1 and 1000.";
                most.ok_or_else(|| errors::invalid_value(given, "MaxResults", reason))?
            }
        };
        let read = |token: &str| {
            let bytes = base64_simd::STANDARD.decode_to_vec(token.as_bytes()).ok()?;
            String::from_utf8(bytes).ok()
        };
        let after = match token.filter(|token| !token.is_empty()) {
            None => None,
            Some(token) => Some(read(token).ok_or_else(|| {
                errors::invalid_value(token, "NextToken", "Invalid or expired next token.")
            })?),
        };
        Ok(Self { most, after, is_paged })
    }

    /// The names of the page, of one more where there is a next one, and the token of that. Without
    /// `MaxResults` AWS gives a thousand and no token.
    pub fn cut(&self, mut names: Vec<String>) -> (Vec<String>, Option<String>) {
        let goes_on = names.len() > self.most;
        names.truncate(self.most);
        let last = names.last().filter(|_| goes_on && self.is_paged);
        let token = last.map(|last| base64_simd::STANDARD.encode_to_string(last.as_bytes()));
        (names, token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_begins_behind_the_last_name() {
        let names = || ["a", "b", "c"].map(str::to_owned).to_vec();
        let (first, token) = Page::of(Some(2), None).unwrap().cut(names());
        assert_eq!(first, ["a", "b"]);
        let next = Page::of(Some(2), token.as_deref()).unwrap();
        assert_eq!(next.after.as_deref(), Some("b"));
        assert_eq!(next.cut(vec!["c".into()]), (vec!["c".into()], None));
        assert!(Page::of(Some(0), None).is_err() && Page::of(None, Some("!")).is_err());
    }
}
