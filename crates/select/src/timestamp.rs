//! Moments, as exact as they were given, with the offset of their place.

use std::cmp::Ordering;
use std::fmt;

/// A part of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    TimezoneHour,
    TimezoneMinute,
}

impl Part {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "year" => Part::Year,
            "month" => Part::Month,
            "day" => Part::Day,
            "hour" => Part::Hour,
            "minute" => Part::Minute,
            "second" => Part::Second,
            "timezone_hour" => Part::TimezoneHour,
            "timezone_minute" => Part::TimezoneMinute,
            _ => return None,
        })
    }
}

/// A moment. Its years have four digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timestamp {
    /// Seconds of the place's own clock since 1970-01-01T00:00:00.
    local_s: i64,
    nanos: u32,
    /// How many digits of a second's fraction were given.
    fraction: u32,
    /// Minutes that the place is ahead of UTC; `None` where nobody knows.
    offset: Option<i32>,
    /// The last part that was given: year, month, day, minute or second.
    precision: Part,
}

const DAY_S: i64 = 86_400;
/// The first and last second that can be written.
const FIRST_S: i64 = -62_167_219_200;
const LAST_S: i64 = 253_402_300_799;

/// Days since 1970-01-01 of a day of the Gregorian calendar.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of the Gregorian calendar so many days after 1970-01-01.
fn day_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, (shifted + 2) % 12 + 1);
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Takes so many digits from the front.
fn digits(text: &mut &str, count: usize) -> Option<i64> {
    let taken = text.get(..count)?;
    if !taken.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    *text = &text[count..];
    taken.parse().ok()
}

fn sign(text: &mut &str, sign: char) -> Option<()> {
    *text = text.strip_prefix(sign)?;
    Some(())
}

impl Timestamp {
    /// The moment so many milliseconds after the epoch, in UTC.
    pub(crate) fn of_millis(millis: i64) -> Self {
        let local_s = millis.div_euclid(1000).clamp(FIRST_S, LAST_S);
        // A thousandth of a second is less than one.
        let nanos = millis.rem_euclid(1000) as u32 * 1_000_000;
        Self { local_s, nanos, fraction: 3, offset: Some(0), precision: Part::Second }
    }

    /// The moment so many nanoseconds after the epoch, in UTC; as exact as they are.
    pub(crate) fn of_nanos(nanos: i64) -> Self {
        let local_s = nanos.div_euclid(1_000_000_000).clamp(FIRST_S, LAST_S);
        // Less than a second.
        let nanos = nanos.rem_euclid(1_000_000_000) as u32;
        let fraction = match nanos {
            0 => 0,
            _ if nanos.is_multiple_of(1_000_000) => 3,
            _ if nanos.is_multiple_of(1000) => 6,
            _ => 9,
        };
        Self { local_s, nanos, fraction, offset: Some(0), precision: Part::Second }
    }

    /// Reads `2007T`, `2007-02T`, `2007-02-23`, `2007-02-23T12:14Z`, `2007-02-23T12:14:33.079-08:00`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let year = digits(&mut rest, 4)?;
        let (mut month, mut day, mut precision) = (1, 1, Part::Year);
        if sign(&mut rest, '-').is_some() {
            (month, precision) = (digits(&mut rest, 2)?, Part::Month);
            if sign(&mut rest, '-').is_some() {
                (day, precision) = (digits(&mut rest, 2)?, Part::Day);
            }
        }
        if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        let local_s = days_of(year, month, day) * DAY_S;
        let date = Self { local_s, nanos: 0, fraction: 0, offset: None, precision };
        if rest.is_empty() && precision == Part::Day {
            return Some(date);
        }
        sign(&mut rest, 'T')?;
        match rest.is_empty() {
            true => Some(date),
            false if precision == Part::Day => date.with_time(rest),
            false => None,
        }
    }

    fn with_time(self, text: &str) -> Option<Self> {
        let mut rest = text;
        let hour = digits(&mut rest, 2)?;
        sign(&mut rest, ':')?;
        let minute = digits(&mut rest, 2)?;
        let (mut second, mut nanos, mut fraction, mut precision) = (0, 0, 0, Part::Minute);
        if sign(&mut rest, ':').is_some() {
            (second, precision) = (digits(&mut rest, 2)?, Part::Second);
            if sign(&mut rest, '.').is_some() {
                let given = rest.bytes().take_while(u8::is_ascii_digit).count();
                let kept = given.min(9);
                nanos = u32::try_from(digits(&mut rest, kept)?).ok()?;
                fraction = u32::try_from(kept).ok()?;
                nanos *= 10_u32.pow(9 - fraction);
                rest = &rest[given - kept..];
                if given == 0 {
                    return None;
                }
            }
        }
        let offset = offset(rest)?;
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let local_s = self.local_s + hour * 3600 + minute * 60 + second;
        Some(Self { local_s, nanos, fraction, offset, precision })
    }

    /// The calendar's day and the seconds since it began, of the place's own clock.
    fn day_and_second(&self) -> ((i64, i64, i64), i64) {
        (day_of(self.local_s.div_euclid(DAY_S)), self.local_s.rem_euclid(DAY_S))
    }

    fn utc_s(&self) -> i64 {
        self.local_s - i64::from(self.offset.unwrap_or(0)) * 60
    }

    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        (self.utc_s(), self.nanos).cmp(&(other.utc_s(), other.nanos))
    }

    /// The nanoseconds of its second, and how many digits of them were given.
    pub(crate) fn fraction(&self) -> (u32, u32) {
        (self.nanos, self.fraction)
    }

    /// Minutes ahead of UTC, where that is known.
    pub(crate) fn offset(&self) -> Option<i32> {
        self.offset
    }

    /// A part of it.
    pub(crate) fn part(&self, part: Part) -> i64 {
        let ((year, month, day), second) = self.day_and_second();
        let offset = i64::from(self.offset.unwrap_or(0));
        match part {
            Part::Year => year,
            Part::Month => month,
            Part::Day => day,
            Part::Hour => second / 3600,
            Part::Minute => second / 60 % 60,
            Part::Second => second % 60,
            Part::TimezoneHour => offset / 60,
            Part::TimezoneMinute => offset % 60,
        }
    }

    /// So much later, as exact as the part at least; `None` beyond the years of four digits.
    pub(crate) fn plus(&self, part: Part, quantity: i64) -> Option<Self> {
        let ((year, month, day), second) = self.day_and_second();
        let months = |by: i64| {
            let index = (year * 12 + month - 1).checked_add(by)?;
            let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
            let year = Some(year).filter(|year| (0..10_000).contains(year))?;
            Some(days_of(year, month, day.min(days_in(year, month))) * DAY_S + second)
        };
        let seconds = |each: i64| self.local_s.checked_add(quantity.checked_mul(each)?);
        let (local_s, needs) = match part {
            Part::Year => (months(quantity.checked_mul(12)?)?, Part::Year),
            Part::Month => (months(quantity)?, Part::Month),
            Part::Day => (seconds(DAY_S)?, Part::Day),
            Part::Hour => (seconds(3600)?, Part::Minute),
            Part::Minute => (seconds(60)?, Part::Minute),
            _ => (seconds(1)?, Part::Second),
        };
        let precision = self.precision.max(needs);
        let fits = (FIRST_S..=LAST_S).contains(&local_s);
        fits.then_some(Self { local_s, precision, ..*self })
    }

    /// How many whole parts lie between it and a later one.
    pub(crate) fn until(&self, later: &Self, part: Part) -> i64 {
        let nanos = |it: &Self| i128::from(it.utc_s()) * 1_000_000_000 + i128::from(it.nanos);
        let seconds = ((nanos(later) - nanos(self)) / 1_000_000_000) as i64;
        let months = || {
            let index = |it: &Self| {
                let (year, month, day) = day_of(it.utc_s().div_euclid(DAY_S));
                (year * 12 + month, day)
            };
            let ((from, from_day), (to, to_day)) = (index(self), index(later));
            let months = to - from;
            months - i64::from(months > 0 && to_day < from_day)
                + i64::from(months < 0 && to_day > from_day)
        };
        match part {
            Part::Year => months() / 12,
            Part::Month => months(),
            Part::Day => seconds / DAY_S,
            Part::Hour => seconds / 3600,
            Part::Minute => seconds / 60,
            _ => seconds,
        }
    }
}

/// `Z`, or `+01:30`; `-00:00` is one that nobody knows.
fn offset(text: &str) -> Option<Option<i32>> {
    if text == "Z" {
        return Some(Some(0));
    }
    let mut rest = text;
    let negative = sign(&mut rest, '-').is_some();
    if !negative {
        sign(&mut rest, '+')?;
    }
    let hours = digits(&mut rest, 2)?;
    sign(&mut rest, ':')?;
    let minutes = digits(&mut rest, 2)?;
    if !rest.is_empty() || hours > 23 || minutes > 59 {
        return None;
    }
    let total = i32::try_from(hours * 60 + minutes).ok()?;
    Some(match (negative, total) {
        (true, 0) => None,
        (true, total) => Some(-total),
        (false, total) => Some(total),
    })
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.compare(other) == Ordering::Equal
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((year, month, day), second) = self.day_and_second();
        write!(f, "{year:04}")?;
        if self.precision >= Part::Month {
            write!(f, "-{month:02}")?;
        }
        if self.precision >= Part::Day {
            write!(f, "-{day:02}")?;
        }
        f.write_str("T")?;
        if self.precision < Part::Minute {
            return Ok(());
        }
        write!(f, "{:02}:{:02}", second / 3600, second / 60 % 60)?;
        if self.precision >= Part::Second {
            write!(f, ":{:02}", second % 60)?;
            if self.fraction > 0 {
                let digits = format!("{:09}", self.nanos);
                write!(f, ".{}", &digits[..self.fraction.min(9) as usize])?;
            }
        }
        match self.offset {
            Some(0) => f.write_str("Z"),
            None => f.write_str("-00:00"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn moments_are_written_as_they_were_read() {
        for text in [
            "2007T",
            "2007-02T",
            "2007-02-23T",
            "2007-02-23T12:14Z",
            "2007-02-23T12:14:33.079-08:00",
            "2000-02-29T23:59:59+14:00",
            "0000-01-01T00:00-00:00",
            "9999-12-31T23:59:59.999999999Z",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        assert_eq!(read("2007-02-23").to_string(), "2007-02-23T");
        for text in
            ["2007", "2007-02", "2007-13T", "2007-02-30T", "2007T12:00Z", "2007-02-23T12:14"]
        {
            assert!(Timestamp::parse(text).is_none(), "{text}");
        }
        assert_eq!(Timestamp::of_millis(-1).to_string(), "1969-12-31T23:59:59.999Z");
    }

    /// The examples of the page "Date functions".
    #[test]
    fn dates_are_added_and_subtracted() {
        for (part, quantity, from, to) in [
            (Part::Year, 5, "2010-01-01T", "2015-01-01T"),
            (Part::Month, 1, "2010T", "2010-02T"),
            (Part::Month, 13, "2010T", "2011-02T"),
            (Part::Day, -1, "2017-01-10T", "2017-01-09T"),
            (Part::Hour, 1, "2017T", "2017-01-01T01:00-00:00"),
            (Part::Hour, 1, "2017-01-02T03:04Z", "2017-01-02T04:04Z"),
            (Part::Minute, 1, "2017-01-02T03:04:05.006Z", "2017-01-02T03:05:05.006Z"),
            (Part::Second, 1, "2017-01-02T03:04:05.006Z", "2017-01-02T03:04:06.006Z"),
            (Part::Month, 1, "2024-01-31T", "2024-02-29T"),
        ] {
            assert_eq!(read(from).plus(part, quantity).unwrap().to_string(), to);
        }
        assert!(read("9999T").plus(Part::Year, 1).is_none());
        assert!(read("2000T").plus(Part::Second, i64::MAX).is_none());
        assert!(read("2000T").plus(Part::Month, i64::MIN).is_none());
        for (part, from, to, count) in [
            (Part::Year, "2010-01-01T", "2011-01-01T", 1),
            (Part::Month, "2010T", "2010-05T", 4),
            (Part::Month, "2010T", "2011T", 12),
            (Part::Month, "2011T", "2010T", -12),
            (Part::Day, "2010-01-01T23:00Z", "2010-01-02T01:00Z", 0),
        ] {
            assert_eq!(read(from).until(&read(to), part), count);
        }
    }
}
