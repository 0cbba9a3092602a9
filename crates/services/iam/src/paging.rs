//! `Marker` and `MaxItems`.

/// What a page holds when the caller does not say.
const DEFAULT_ITEMS: i32 = 100;

/// One page of a list.
pub struct Page<T> {
    /// Its items.
    pub items: Vec<T>,
    /// Where the next page begins; absent on the last.
    pub marker: Option<String>,
}

/// The items after `marker`, which is the name of the last item that was shown. Items come in the
/// order of their names, so a marker stays good when its item is deleted.
pub fn page<T>(
    items: impl Iterator<Item = T>,
    name: impl Fn(&T) -> String,
    marker: Option<&str>,
    max_items: Option<i32>,
) -> Page<T> {
    let limit = usize::try_from(max_items.unwrap_or(DEFAULT_ITEMS)).unwrap_or(1).max(1);
    let mut items = items
        .skip_while(|item| marker.is_some_and(|marker| *name(item) <= *marker))
        .take(limit + 1)
        .collect::<Vec<_>>();
    let more = items.len() > limit;
    items.truncate(limit);
    let marker = items.last().filter(|_| more).map(name);
    Page { items, marker }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_join_without_gap_or_repetition() {
        let names = ["a", "b", "c"];
        let first = page(names.iter(), |name| name.to_string(), None, Some(2));
        assert_eq!(first.items, [&"a", &"b"]);
        let rest = page(names.iter(), |name| name.to_string(), first.marker.as_deref(), Some(2));
        assert_eq!((rest.items, rest.marker), (vec![&"c"], None));
    }
}
