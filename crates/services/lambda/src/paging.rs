//! Pages of lists.

/// The most entries of one answer, whatever the caller wants.
const MAX_ITEMS: usize = 50;

/// How many entries an answer may have.
pub fn limit(wanted: Option<i32>) -> usize {
    let wanted = wanted.and_then(|items| usize::try_from(items).ok());
    wanted.unwrap_or(MAX_ITEMS).clamp(1, MAX_ITEMS)
}

/// A page of so many entries, and the marker of the last one where there are more.
pub fn cut<T>(mut entries: Vec<(String, T)>, limit: usize) -> (Vec<T>, Option<String>) {
    let more = entries.len() > limit;
    entries.truncate(limit);
    let next = entries.last().filter(|_| more).map(|(marker, _)| marker.clone());
    (entries.into_iter().map(|(_, entry)| entry).collect(), next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_is_there_where_more_follows() {
        let entries = |count: u32| (0..count).map(|it| (it.to_string(), it)).collect::<Vec<_>>();
        assert_eq!(cut(entries(3), 2), (vec![0, 1], Some("1".to_owned())));
        assert_eq!(cut(entries(2), 2), (vec![0, 1], None));
        assert_eq!((limit(None), limit(Some(10_000)), limit(Some(3))), (50, 50, 3));
    }
}
