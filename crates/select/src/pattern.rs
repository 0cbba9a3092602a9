//! The patterns of TO_STRING, after the table of the page "Date functions".

use crate::refusal::{Refusal, Result};
use crate::timestamp::{Part, Timestamp};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Writes a moment as a pattern says.
///
/// # Errors
/// The pattern has a letter or a run of letters that means nothing, or a quote that does not end.
pub(crate) fn write(moment: &Timestamp, pattern: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let Some(end) = rest[1..].find('\'') else {
                return Err(Refusal::new(
                    "EvaluatorUnterminatedTimestampFormatPatternToken",
                    "The timestamp format pattern contains an unterminated token in the SQL \
                     expression.",
                ));
            };
            out.push_str(if end == 0 { "'" } else { &rest[1..=end] });
            rest = &rest[end + 2..];
            continue;
        }
        if !first.is_ascii_alphabetic() {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let run = rest.len() - rest.trim_start_matches(first).len();
        out.push_str(&symbol(moment, first, run)?);
        rest = &rest[run..];
    }
    Ok(out)
}

fn symbol(moment: &Timestamp, letter: char, run: usize) -> Result<String> {
    let part = |part| moment.part(part);
    let hour = part(Part::Hour);
    let number = |number: i64| format!("{number:0run$}");
    // A month is one of twelve.
    let month = MONTHS[(part(Part::Month).clamp(1, 12) - 1) as usize];
    Ok(match (letter, run) {
        ('y', 1) => part(Part::Year).to_string(),
        ('y', 2) => format!("{:02}", part(Part::Year) % 100),
        ('y', 4) => format!("{:04}", part(Part::Year)),
        ('M', 1 | 2) => number(part(Part::Month)),
        ('M', 3) => month[..3].to_owned(),
        ('M', 4) => month.to_owned(),
        ('M', 5) => month[..1].to_owned(),
        ('d', 1 | 2) => number(part(Part::Day)),
        ('a', 1) => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        ('h', 1 | 2) => number((hour + 11) % 12 + 1),
        ('H', 1 | 2) => number(hour),
        ('m', 1 | 2) => number(part(Part::Minute)),
        ('s', 1 | 2) => number(part(Part::Second)),
        ('S', 1..=9) => format!("{:09}", moment.fraction().0)[..run].to_owned(),
        ('n', 1) => moment.fraction().0.to_string(),
        ('X' | 'x', 1..=5) => zone(moment, letter, run),
        ('y' | 'M' | 'd' | 'a' | 'h' | 'H' | 'm' | 's' | 'S' | 'n' | 'X' | 'x', _) => {
            return Err(Refusal::new(
                "EvaluatorInvalidTimestampFormatPattern",
                "The timestamp format string in the SQL expression is not valid.",
            ));
        }
        _ => {
            return Err(Refusal::new(
                "EvaluatorInvalidTimestampFormatPatternSymbol",
                "The timestamp format pattern contains a symbol in the SQL expression that is not \
                 valid.",
            ));
        }
    })
}

/// `X`: `Z` or hours; `XX`, `XXXX`: with minutes; `XXX`, `XXXXX`: with a colon. `x` has no `Z`.
fn zone(moment: &Timestamp, letter: char, run: usize) -> String {
    let offset = moment.offset().unwrap_or(0);
    if offset == 0 && letter == 'X' {
        return "Z".to_owned();
    }
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    match run {
        1 if minutes == 0 => format!("{sign}{hours:02}"),
        3 | 5 => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the page, and each letter.
    #[test]
    fn moments_are_written_as_patterns_say() {
        let moon = "1969-07-20T20:18:13.25Z";
        for (text, pattern, written) in [
            (moon, "MMMM d, y", "July 20, 1969"),
            (moon, "MMM d, yyyy", "Jul 20, 1969"),
            (moon, "M-d-yy", "7-20-69"),
            (moon, "MM-d-y", "07-20-1969"),
            (moon, "MMMM d, y h:m a", "July 20, 1969 8:18 PM"),
            (moon, "y-MM-dd'T'H:m:ssX", "1969-07-20T20:18:13Z"),
            ("1969-07-20T20:18:00+08:00", "y-MM-dd'T'H:m:ssX", "1969-07-20T20:18:00+08"),
            ("1969-07-20T20:18:00+08:00", "y-MM-dd'T'H:m:ssXXXX", "1969-07-20T20:18:00+0800"),
            ("1969-07-20T20:18:00+08:00", "y-MM-dd'T'H:m:ssXXXXX", "1969-07-20T20:18:00+08:00"),
            (moon, "SSS n MMMMM hh HH x ''", "250 250000000 J 08 20 +00 '"),
        ] {
            let moment = Timestamp::parse(text).unwrap();
            assert_eq!(write(&moment, pattern).unwrap(), written);
        }
        let moment = Timestamp::parse(moon).unwrap();
        for (pattern, code) in [
            ("Q", "EvaluatorInvalidTimestampFormatPatternSymbol"),
            ("yyy", "EvaluatorInvalidTimestampFormatPattern"),
            ("'a", "EvaluatorUnterminatedTimestampFormatPatternToken"),
        ] {
            assert_eq!(write(&moment, pattern).unwrap_err().code, code);
        }
    }
}
