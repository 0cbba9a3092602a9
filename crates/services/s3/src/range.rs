//! The `Range` header (RFC 9110, section 14.2) as S3 takes it.

use std::ops::Range;

/// What a `Range` header asks of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ranged {
    /// All of it: a header that cannot be understood, or with several ranges, is ignored.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// None of its bytes.
    Unsatisfiable,
}

/// Resolves a header for an object of `size` bytes.
pub(crate) fn resolve(header: &str, size: u64) -> Ranged {
    let Some((first, last)) = header.strip_prefix("bytes=").and_then(|set| set.split_once('-'))
    else {
        return Ranged::Whole;
    };
    match (number(first), number(last)) {
        (Some(first), _) if last.trim().is_empty() => within(first, u64::MAX, size),
        (Some(first), Some(last)) if first <= last => within(first, last, size),
        (None, Some(suffix)) if first.trim().is_empty() => match suffix.min(size) {
            0 => Ranged::Unsatisfiable,
            suffix => Ranged::Bytes(size - suffix..size),
        },
        _ => Ranged::Whole,
    }
}

fn within(first: u64, last: u64, size: u64) -> Ranged {
    if first >= size {
        return Ranged::Unsatisfiable;
    }
    Ranged::Bytes(first..last.saturating_add(1).min(size))
}

fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than fit are still a number, past the end of everything.
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

/// The bytes that `bytes=first-last` names, both given, as `x-amz-copy-source-range` demands.
pub(crate) fn exact(header: &str) -> Option<Range<u64>> {
    let (first, last) = header.strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = (number(first)?, number(last)?);
    (first <= last && last < u64::MAX).then(|| first..last + 1)
}

/// The `Content-Range` of an answer.
pub(crate) fn content_range(range: &Range<u64>, size: u64) -> String {
    format!("bytes {}-{}/{size}", range.start, range.end.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_resolve_as_the_rfc_says() {
        let bytes = |range| Ranged::Bytes(range);
        for (header, size, expected) in [
            ("bytes=0-0", 10, bytes(0..1)),
            ("bytes=2-5", 10, bytes(2..6)),
            ("bytes=2-", 10, bytes(2..10)),
            ("bytes=2-99999999999999999999", 10, bytes(2..10)),
            ("bytes=-3", 10, bytes(7..10)),
            ("bytes=-30", 10, bytes(0..10)),
            ("bytes=10-", 10, Ranged::Unsatisfiable),
            ("bytes=10-12", 10, Ranged::Unsatisfiable),
            ("bytes=-0", 10, Ranged::Unsatisfiable),
            ("bytes=0-", 0, Ranged::Unsatisfiable),
            ("bytes=-1", 0, Ranged::Unsatisfiable),
            ("bytes=5-2", 10, Ranged::Whole),
            ("bytes=0-1,3-4", 10, Ranged::Whole),
            ("bytes=-", 10, Ranged::Whole),
            ("bytes=a-b", 10, Ranged::Whole),
            ("items=0-1", 10, Ranged::Whole),
            ("", 10, Ranged::Whole),
        ] {
            assert_eq!(resolve(header, size), expected, "{header} of {size}");
        }
    }

    #[test]
    fn a_copy_range_has_both_ends() {
        assert_eq!(exact("bytes=0-4"), Some(0..5));
        for bad in ["bytes=0-", "bytes=-4", "bytes=5-4", "0-4", "bytes=0-99999999999999999999"] {
            assert_eq!(exact(bad), None, "{bad}");
        }
    }
}
