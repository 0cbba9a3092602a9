//! Instants, and the three ways in which AWS writes them.

use crate::TimestampFormat;

/// An instant in milliseconds since the Unix epoch, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

const DAY_MS: i64 = 86_400_000;
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// An instant's parts in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year, such as 2026.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
    /// Hour, 0 to 23.
    pub hour: u32,
    /// Minute, 0 to 59.
    pub minute: u32,
    /// Second, 0 to 59.
    pub second: u32,
    /// Millisecond, 0 to 999.
    pub millisecond: u32,
}

impl Timestamp {
    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// From seconds since the epoch, with a fraction; clamped to what milliseconds can hold.
    pub fn from_seconds(seconds: f64) -> Self {
        Self((seconds * 1000.0).round() as i64)
    }

    /// The parts of the calendar date and time of day.
    ///
    /// The date follows from counting days in cycles of 400 years that begin on 1 March.
    pub fn civil(self) -> Civil {
        let days = self.0.div_euclid(DAY_MS);
        let ms = self.0.rem_euclid(DAY_MS);
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Civil {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: month as u32,
            day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u32,
            hour: (ms / 3_600_000) as u32,
            minute: (ms / 60_000 % 60) as u32,
            second: (ms / 1000 % 60) as u32,
            millisecond: (ms % 1000) as u32,
        }
    }

    /// The instant of a calendar date and time of day; parts past their range carry over.
    pub fn from_civil(civil: Civil) -> Self {
        let year = civil.year - i64::from(civil.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted_month = (i64::from(civil.month) + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(civil.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        let seconds =
            i64::from(civil.hour) * 3600 + i64::from(civil.minute) * 60 + i64::from(civil.second);
        Self(days * DAY_MS + seconds * 1000 + i64::from(civil.millisecond))
    }

    /// `2026-01-31T12:00:00.123Z`.
    pub fn iso8601_millis(self) -> String {
        let c = self.civil();
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            c.year, c.month, c.day, c.hour, c.minute, c.second, c.millisecond
        )
    }

    /// `2026-01-31T12:00:00Z`.
    pub fn iso8601(self) -> String {
        let c = self.civil();
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            c.year, c.month, c.day, c.hour, c.minute, c.second
        )
    }

    /// `Sat, 31 Jan 2026 12:00:00 GMT`, the HTTP date of RFC 9110.
    pub fn http_date(self) -> String {
        let c = self.civil();
        let weekday = WEEKDAYS[self.0.div_euclid(DAY_MS).rem_euclid(7) as usize];
        let month = MONTHS[c.month as usize - 1];
        format!(
            "{weekday}, {:02} {month} {:04} {:02}:{:02}:{:02} GMT",
            c.day, c.year, c.hour, c.minute, c.second
        )
    }

    /// Reads `YYYYMMDDThhmmssZ`, the one form that signatures have.
    pub fn parse_basic(text: &str) -> Option<Self> {
        let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
        let number = |range: std::ops::Range<usize>| {
            bytes[range].iter().try_fold(0u32, |number, byte| {
                byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'))
            })
        };
        (bytes[8] == b'T' && bytes[15] == b'Z').then_some(())?;
        let civil = Civil {
            year: i64::from(number(0..4)?),
            month: number(4..6).filter(|month| (1..=12).contains(month))?,
            day: number(6..8).filter(|day| (1..=31).contains(day))?,
            hour: number(9..11).filter(|hour| *hour < 24)?,
            minute: number(11..13).filter(|minute| *minute < 60)?,
            second: number(13..15).filter(|second| *second <= 60)?,
            millisecond: 0,
        };
        Some(Self::from_civil(civil))
    }

    /// Reads text in the given format.
    pub fn parse(text: &str, format: TimestampFormat) -> Option<Self> {
        match format {
            TimestampFormat::UnixTimestamp => parse_seconds(text),
            TimestampFormat::Iso8601 => parse_iso8601(text),
            TimestampFormat::Rfc822 => parse_http_date(text),
        }
    }
}

fn parse_seconds(text: &str) -> Option<Timestamp> {
    text.parse::<f64>().ok().filter(|seconds| seconds.is_finite()).map(Timestamp::from_seconds)
}

/// A number of exactly `text.len()` digits.
fn digits<T: std::str::FromStr>(text: Option<&str>) -> Option<T> {
    let text = text?;
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
    text.parse().ok()
}

/// `YYYY-MM-DDThh:mm:ss[.fff](Z|+hh:mm|-hh:mm)`, and the basic form `YYYYMMDDThhmmssZ` that
/// SigV4 uses.
fn parse_iso8601(text: &str) -> Option<Timestamp> {
    let compact: String;
    let (date, rest) = text.split_once(['T', ' '])?;
    let date = if date.len() == 8 && !date.contains('-') && date.is_ascii() {
        compact = format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]);
        &compact
    } else {
        date
    };
    let zone = rest.find(['Z', '+', '-'])?;
    let (time, zone) = rest.split_at(zone);
    let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
    let time = time.replace(':', "");
    let civil = Civil {
        year: digits(date.get(..4))?,
        month: digits(date.get(5..7)).filter(|month| (1..=12).contains(month))?,
        day: digits(date.get(8..)).filter(|day| (1..=31).contains(day))?,
        hour: digits(time.get(..2)).filter(|hour| *hour < 24)?,
        minute: digits(time.get(2..4)).filter(|minute| *minute < 60)?,
        second: digits(time.get(4..)).filter(|second| *second <= 60)?,
        millisecond: if fraction.is_empty() {
            0
        } else {
            digits(format!("{fraction:0<3}").get(..3))?
        },
    };
    (date.as_bytes().get(4) == Some(&b'-') && date.as_bytes().get(7) == Some(&b'-'))
        .then_some(())?;
    Some(Timestamp(Timestamp::from_civil(civil).0 - zone_offset_ms(zone)?))
}

/// The offset of `Z`, `+hh:mm` or `-hhmm` from UTC in milliseconds.
fn zone_offset_ms(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let zone = zone.get(1..)?.replace(':', "");
    let hours: i64 = digits(zone.get(..2)).filter(|hours| *hours < 24)?;
    let minutes: i64 = digits(zone.get(2..4)).filter(|minutes| *minutes < 60)?;
    Some(sign * (hours * 3_600_000 + minutes * 60_000))
}

/// The preferred HTTP date of RFC 9110, section 5.6.7.
fn parse_http_date(text: &str) -> Option<Timestamp> {
    let (_, rest) = text.split_once(", ")?;
    let mut parts = rest.split_ascii_whitespace();
    let day = digits(parts.next()).filter(|day| (1..=31).contains(day))?;
    let month = parts.next()?;
    let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))? as u32 + 1;
    let year = digits(parts.next()).filter(|year| *year <= 9999)?;
    let mut time = parts.next()?.split(':');
    let civil = Civil {
        year,
        month,
        day,
        hour: digits(time.next()).filter(|hour| *hour < 24)?,
        minute: digits(time.next()).filter(|minute| *minute < 60)?,
        second: digits(time.next()).filter(|second| *second <= 60)?,
        millisecond: 0,
    };
    matches!(parts.next(), Some("GMT" | "UTC" | "+0000")).then(|| Timestamp::from_civil(civil))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_agree_with_known_dates() {
        let at = Timestamp(1_440_938_160_123);
        assert_eq!(at.iso8601_millis(), "2015-08-30T12:36:00.123Z");
        assert_eq!(at.http_date(), "Sun, 30 Aug 2015 12:36:00 GMT");
        assert_eq!(Timestamp(-1).iso8601_millis(), "1969-12-31T23:59:59.999Z");
        assert_eq!(Timestamp(951_782_400_000).iso8601(), "2000-02-29T00:00:00Z");
    }

    #[test]
    fn parsing_undoes_formatting() {
        for ms in [0, 1_440_938_160_000, 951_782_400_000, 4_102_444_799_000] {
            let at = Timestamp(ms);
            assert_eq!(Timestamp::parse(&at.iso8601(), TimestampFormat::Iso8601), Some(at));
            assert_eq!(Timestamp::parse(&at.http_date(), TimestampFormat::Rfc822), Some(at));
        }
    }

    #[test]
    fn the_forms_that_clients_send_are_read() {
        let iso = |text| Timestamp::parse(text, TimestampFormat::Iso8601).map(Timestamp::millis);
        assert_eq!(iso("20150830T123600Z"), Some(1_440_938_160_000));
        assert_eq!(iso("2015-08-30T14:36:00+02:00"), Some(1_440_938_160_000));
        assert_eq!(iso("2015-08-30T12:36:00.5Z"), Some(1_440_938_160_500));
        assert_eq!(iso("2015-13-30T12:36:00Z"), None);
        assert_eq!(iso("€015-08-30T12:36:00Z"), None);
        assert_eq!(iso("2015-08-30"), None);
        assert_eq!(iso("9999-12-31T23:59:59-24:00"), None);
        assert_eq!(iso("2015-08-30T12:36:00+00:60"), None);
        let unix = |text| Timestamp::parse(text, TimestampFormat::UnixTimestamp);
        assert_eq!(unix("1440938160.123"), Some(Timestamp(1_440_938_160_123)));
        assert_eq!(unix("nan"), None);
    }

    #[test]
    fn a_year_has_four_digits() {
        let http = |year: &str| {
            let text = format!("Sun, 30 Aug {year} 12:36:00 GMT");
            Timestamp::parse(&text, TimestampFormat::Rfc822).map(|at| at.civil().year)
        };
        assert_eq!(http("9999"), Some(9999));
        assert_eq!(http("10000"), None);
        assert_eq!(http("99999999999999999"), None);
    }
}
