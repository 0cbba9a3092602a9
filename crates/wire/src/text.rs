//! Scalars as text: in headers, paths, query strings, forms and XML.

use bytes::Bytes;
use percent_encoding::percent_decode_str;
use shapes::{DecodeError, Kind, Member, Timestamp, TimestampFormat};

/// A value that is not of its member's kind.
fn unfit(at: &'static Member, text: &str, wanted: &str) -> DecodeError {
    let shown: String = text.chars().take(100).collect();
    DecodeError::new(format!("'{shown}' at '{}' is not {wanted}", at.name))
}

pub(crate) fn boolean(at: &'static Member, text: &str) -> Result<bool, DecodeError> {
    match text.trim() {
        it if it.eq_ignore_ascii_case("true") => Ok(true),
        it if it.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(unfit(at, text, "a boolean")),
    }
}

pub(crate) fn integer(at: &'static Member, text: &str) -> Result<i64, DecodeError> {
    text.trim().parse().map_err(|_| unfit(at, text, "an integer"))
}

pub(crate) fn float(at: &'static Member, text: &str) -> Result<f64, DecodeError> {
    text.trim().parse().map_err(|_| unfit(at, text, "a number"))
}

pub(crate) fn blob(at: &'static Member, text: &str) -> Result<Bytes, DecodeError> {
    let decoded = base64_simd::STANDARD.decode_to_vec(text.trim());
    decoded.map(Bytes::from).map_err(|_| unfit(at, text, "base64"))
}

/// The format of an instant: the member's own, else the place's.
pub(crate) fn format_of(at: &'static Member, usual: TimestampFormat) -> TimestampFormat {
    match &at.kind {
        Kind::Timestamp(Some(format)) => *format,
        _ => usual,
    }
}

/// The header of S3 that AWS reads in one format only.
pub(crate) const RETAIN_UNTIL: &str = "x-amz-object-lock-retain-until-date";

/// Reads an instant; clients are not of one mind, so that other formats are tried after the
/// one that the model names.
pub(crate) fn timestamp(
    at: &'static Member,
    text: &str,
    usual: TimestampFormat,
) -> Result<Timestamp, DecodeError> {
    use TimestampFormat::{Iso8601, Rfc822, UnixTimestamp};
    let text = text.trim();
    let formats = match at.wire {
        RETAIN_UNTIL => &[Iso8601][..],
        _ => &[format_of(at, usual), Iso8601, Rfc822, UnixTimestamp],
    };
    formats
        .iter()
        .copied()
        .find_map(|format| Timestamp::parse(text, format))
        .ok_or_else(|| unfit(at, text, "a timestamp"))
}

/// Percent-decodes once. `None` when what comes out is not UTF-8.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}

/// The most pairs of a query string or form. A pair may be two bytes long and takes fifty times as
/// much in memory; AWS's longest, of fifty tags, has a hundred and some.
const MAX_PAIRS: usize = 10_000;

/// The pairs of a query string or form: `+` is a space, then percent-decoded once. `None` when
/// one is not UTF-8, or when there are too many. A key without `=` has an empty value.
pub(crate) fn form_pairs(text: &str) -> Option<Vec<(String, String)>> {
    let decode = |part: &str| {
        if part.contains('+') {
            percent_decode(&part.replace('+', " "))
        } else {
            percent_decode(part)
        }
    };
    let pairs = || text.split('&').filter(|pair| !pair.is_empty());
    if pairs().nth(MAX_PAIRS).is_some() {
        return None;
    }
    pairs()
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(key)?, decode(value)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded_once() {
        assert_eq!(
            form_pairs("a=b+c&d%3D=%2525&e&&f=%2B"),
            Some(vec![
                ("a".into(), "b c".into()),
                ("d=".into(), "%25".into()),
                ("e".into(), String::new()),
                ("f".into(), "+".into()),
            ])
        );
        assert_eq!(form_pairs("a=%ff"), None);
        assert!(form_pairs(&"a&".repeat(MAX_PAIRS)).is_some());
        assert_eq!(form_pairs(&"a&".repeat(MAX_PAIRS + 1)), None);
        assert_eq!(percent_decode("a+b%2"), Some("a+b%2".into()));
    }
}
