//! Pages of lists of groups and streams.

/// What a page of groups or streams holds at most when the caller does not say.
const DEFAULT_ITEMS: i32 = 50;

/// The items that come after the place that `token` names, at most `limit`, and the token of the
/// next page. `place` must rise along the items.
pub fn page<T>(
    items: impl Iterator<Item = T>,
    place: impl Fn(&T) -> String,
    is_after: impl Fn(&str, &str) -> bool,
    token: Option<&str>,
    limit: Option<i32>,
) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit.unwrap_or(DEFAULT_ITEMS)).unwrap_or(1).max(1);
    let mut items = items
        .filter(|item| token.is_none_or(|token| is_after(&place(item), token)))
        .take(limit + 1)
        .collect::<Vec<_>>();
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(place);
    (items, next)
}
