//! Spans and times as people write them.

use shapes::{Timestamp, TimestampFormat};

/// The units of a span, the longest first, in milliseconds.
const UNITS: [(&str, i64); 5] =
    [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)];

/// Reads a span such as `25h`, `1d12h` or `500ms` as milliseconds. The error is a sentence for the user.
pub fn parse(text: &str) -> Result<i64, String> {
    let wrong = || format!("{text:?} is no span of time: it is like 30s, 25h or 1d12h");
    let (mut rest, mut total, mut longest) = (text, 0_i64, i64::MAX);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (count, behind) = rest.split_at(digits);
        let letters = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (name, behind) = behind.split_at(letters);
        let (_, unit) = UNITS.into_iter().find(|(unit, _)| *unit == name).ok_or_else(wrong)?;
        let count: u32 = count.parse().map_err(|_| wrong())?;
        if unit >= longest {
            return Err(wrong());
        }
        total = total.checked_add(i64::from(count).saturating_mul(unit)).ok_or_else(wrong)?;
        (rest, longest) = (behind, unit);
    }
    if text.is_empty() { Err(wrong()) } else { Ok(total) }
}

/// A span in its two largest units, such as `1d1h`; `0s` for none.
pub fn text(ms: i64) -> String {
    let mut left = ms.max(0);
    let mut parts = Vec::new();
    for (name, unit) in UNITS {
        if left >= unit {
            parts.push(format!("{}{name}", left / unit));
            left %= unit;
        }
    }
    parts.truncate(2);
    if parts.is_empty() { "0s".to_owned() } else { parts.concat() }
}

/// Reads a time such as `2026-12-01T08:00:00Z`, `2026-12-01` or `1796112000`. The error is a sentence
/// for the user.
pub fn time(text: &str) -> Result<Timestamp, String> {
    let midnight = format!("{text}T00:00:00Z");
    let iso = |text: &str| Timestamp::parse(text, TimestampFormat::Iso8601);
    let seconds = || match text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        true => Timestamp::parse(text, TimestampFormat::UnixTimestamp),
        false => None,
    };
    iso(text).or_else(seconds).or_else(|| iso(&midnight)).ok_or_else(|| {
        format!(
            "{text:?} is no time: it is like 2026-12-01T08:00:00Z, 2026-12-01 or seconds since 1970"
        )
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_span_has_units_from_the_longest_on() {
        assert_eq!(parse("25h"), Ok(90_000_000));
        assert_eq!(parse("1d12h"), Ok(129_600_000));
        assert_eq!(parse("5m30s250ms"), Ok(330_250));
        assert_eq!(parse("0s"), Ok(0));
        for wrong in ["", "25", "h", "-1h", "1w", "1h2d", "1h1h", "1 h", "99999999999d", "1.5h"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_span_is_told_in_two_units() {
        assert_eq!(
            [0, 999, 90_000_000, 86_400_000, 90_061_001].map(text),
            ["0s", "999ms", "1d1h", "1d", "1d1h"]
        );
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let of = |text| time(text).unwrap().iso8601();
        assert_eq!(of("2026-12-01T08:00:00Z"), "2026-12-01T08:00:00Z");
        assert_eq!(of("2026-12-01T08:00:00+01:00"), "2026-12-01T07:00:00Z");
        assert_eq!(of("2026-12-01"), "2026-12-01T00:00:00Z");
        assert_eq!(of("1796112000"), "2026-12-01T08:00:00Z");
        for wrong in ["", "tomorrow", "2026-13-01", "nan", "1e5"] {
            assert!(time(wrong).is_err(), "{wrong}");
        }
    }
}
