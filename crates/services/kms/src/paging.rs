//! Lists that go on where the last page ended.

use crate::errors;
use platform::Result;

/// A page, whether it is not the last, and how the next is asked for.
pub struct Page<T> {
    pub list: Vec<T>,
    pub truncated: Option<bool>,
    pub next_marker: Option<String>,
}

/// The page of what was found, in the order of its places, that a request asks for. `usual` is how many a
/// page has where nothing is said.
///
/// # Errors
/// The marker is none that was given.
pub fn page<T>(
    mut found: Vec<T>,
    place: impl Fn(&T) -> String,
    (limit, usual): (Option<i32>, usize),
    marker: Option<&str>,
) -> Result<Page<T>> {
    let most = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usual).max(1);
    found.sort_by_cached_key(&place);
    if let Some(marker) = marker.filter(|marker| !marker.is_empty()) {
        let last = base64_simd::STANDARD.decode_to_vec(marker.as_bytes()).ok();
        let last = last.and_then(|last| String::from_utf8(last).ok());
        let last = last.ok_or_else(errors::bad_marker)?;
        found.retain(|it| place(it) > last);
    }
    let goes_on = found.len() > most;
    found.truncate(most);
    let last = found.last().filter(|_| goes_on).map(place);
    let next_marker = last.map(|last| base64_simd::STANDARD.encode_to_string(last.as_bytes()));
    Ok(Page { list: found, truncated: Some(goes_on), next_marker })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other() {
        let all = || ["c", "a", "b"].map(str::to_owned).to_vec();
        let of = |marker: Option<&str>| page(all(), String::clone, (Some(2), 50), marker);
        let first = of(None).unwrap();
        assert_eq!((first.list, first.truncated), (vec!["a".into(), "b".into()], Some(true)));
        let second = of(first.next_marker.as_deref()).unwrap();
        assert_eq!((second.list, second.truncated), (vec!["c".to_owned()], Some(false)));
        assert!(second.next_marker.is_none());
        assert_eq!(of(Some("!")).err().unwrap().code(), "InvalidMarkerException");
    }
}
