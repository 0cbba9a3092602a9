//! Keys of tables: parts joined by a zero byte, the owner first.

/// The key of something that belongs to an account and a region. Parts must not contain a zero
/// byte, except the last.
pub fn scoped(account: &str, region: &str, parts: &[&str]) -> Vec<u8> {
    let mut key = Vec::with_capacity(
        account.len() + region.len() + 2 + parts.iter().map(|part| part.len() + 1).sum::<usize>(),
    );
    key.extend_from_slice(account.as_bytes());
    key.push(0);
    key.extend_from_slice(region.as_bytes());
    for part in parts {
        key.push(0);
        key.extend_from_slice(part.as_bytes());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_last_part_makes_a_prefix_of_all_others() {
        let prefix = scoped("1", "r", &["stream", ""]);
        assert!(scoped("1", "r", &["stream", "a"]).starts_with(&prefix));
        assert!(!scoped("1", "r", &["streams", "a"]).starts_with(&prefix));
    }
}
