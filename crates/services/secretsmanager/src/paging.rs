//! Lists that go on where the last page ended.

use crate::errors;
use platform::Result;

/// How many a page has where nothing is said.
const PAGE: i32 = 100;

/// How what was found stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By its places, from the least.
    Up,
    /// By its places, from the greatest.
    Down,
    /// In another order.
    Other,
}

/// The page of what was found, in its order, that a request asks for, and the token of the next one.
/// `place` says where each stands; no two stand at one place.
///
/// # Errors
/// The token is none that was given.
pub fn page<T>(
    found: Vec<T>,
    place: impl Fn(&T) -> String,
    order: Order,
    most: Option<i32>,
    token: Option<&str>,
) -> Result<(Vec<T>, Option<String>)> {
    let most = most.unwrap_or(PAGE).unsigned_abs() as usize;
    let mut rest = found;
    if let Some(token) = token.filter(|token| !token.is_empty()) {
        let last = base64_simd::STANDARD.decode_to_vec(token.as_bytes()).ok();
        let last = last.and_then(|last| String::from_utf8(last).ok());
        let last = last.ok_or_else(errors::bad_token)?;
        match order {
            Order::Up => rest.retain(|it| place(it) > last),
            Order::Down => rest.retain(|it| place(it) < last),
            // What stood there may be gone; the list begins anew then.
            Order::Other => {
                let at = rest.iter().position(|it| place(it) == last).map_or(0, |at| at + 1);
                rest.drain(..at);
            }
        }
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
        for order in [Order::Up, Order::Down, Order::Other] {
            let mut found = all();
            if order == Order::Down {
                found.reverse();
            }
            let of = |found: &[String], token: Option<&str>| {
                page(found.to_vec(), String::clone, order, Some(2), token).unwrap()
            };
            let (first, token) = of(&found, None);
            assert_eq!(first, found[..2]);
            assert_eq!(of(&found, token.as_deref()), (found[2..].to_vec(), None));
            // The last of a page is deleted before the next is asked for.
            found.remove(1);
            let (second, _) = of(&found, token.as_deref());
            assert!(second.contains(&found[1]) && (order == Order::Other || second.len() == 1));
        }
        let of = |token| page(all(), String::clone, Order::Up, None, token);
        assert_eq!(of(Some("!")).unwrap_err().code(), "InvalidNextTokenException");
    }
}
