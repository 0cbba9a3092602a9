//! What somebody may have meant by a word that is none of those there are.

/// The nearest few of the words there are, the nearest first; none that is very different.
pub fn to<'a>(word: &str, there: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 3;
    let wanted = word.to_lowercase();
    let mut found: Vec<(usize, &str)> = there
        .into_iter()
        .filter_map(|it| {
            let have = it.to_lowercase();
            let far = distance(&wanted, &have);
            let is_part = wanted.len() > 2 && (have.contains(&wanted) || wanted.contains(&have));
            let near = is_part || far <= wanted.chars().count().max(have.chars().count()) / 3;
            near.then_some((far, it))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, it)| it).collect()
}

/// The words as the end of a sentence: `: did you mean a or b?`, or nothing.
pub fn question(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        near => format!(": did you mean {}?", near.join(" or ")),
    }
}

/// How many letters must be put in, taken out or exchanged (Levenshtein), where two letters that
/// stand in the wrong order count once.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, far) | (far, 0) => far,
                _ => {
                    let differs = usize::from(a[i - 1] != b[j - 1]);
                    let mut least = (rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1)
                        .min(rows[i - 1][j - 1] + differs);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_are_found_and_no_strangers() {
        let levels = ["error", "warn", "info", "debug", "trace"];
        assert_eq!(to("inof", levels), ["info"]);
        assert_eq!(to("warning", levels), ["warn"]);
        assert_eq!(to("verbose", levels), Vec::<&str>::new());
        let functions = ["orders", "order-events", "users", "resize"];
        assert_eq!(to("Order", functions), ["orders", "order-events"]);
        assert_eq!(question(&to("ordres", functions)), ": did you mean orders?");
        assert_eq!(question(&[]), "");
        assert_eq!(
            (distance("", "ab"), distance("ab", "ba"), distance("kitten", "sitting")),
            (2, 1, 3)
        );
    }
}
