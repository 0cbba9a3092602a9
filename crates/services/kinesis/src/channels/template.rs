//! What a channel's objects are called: `OutputKeyTemplate`.
//!
//! "S3 output key template for Amazon S3 delivery" in the developer guide has the variables and the
//! rules. Pure.

use super::record::{Channel, Compression};
use shapes::Timestamp;
use std::fmt::Write as _;

/// The template of who gives none.
pub(crate) const DEFAULT: &str = "kinesis-channel/!{channel-name}/!{channel-id}/!{yyyy}/!{MM}/!{dd}/!{HH}/\
     !{channel-name}-!{channel-id}-!{yyyy}-!{MM}-!{dd}-!{HH}-!{mm}!{extension}";
/// The most characters of a name without what makes it unique.
const MOST_CHARS: usize = 986;

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    Literal(&'a str),
    ChannelName,
    ChannelId,
    StreamName,
    /// Four digits of the year.
    Year,
    /// Two digits of it.
    YearOfCentury,
    Month,
    Day,
    Hour,
    Minute,
    /// What the compression is known by, or what the user has given.
    Extension(Option<&'a str>),
}

/// The parts of a template.
///
/// # Errors
/// The rule that it breaks, as the end of a sentence about it.
fn parse(template: &str) -> Result<Vec<Part<'_>>, String> {
    let (mut parts, mut rest) = (Vec::new(), template);
    while let Some(at) = rest.find("!{") {
        let (literal, variable) = rest.split_at(at);
        parts.extend((!literal.is_empty()).then_some(Part::Literal(literal)));
        let variable = &variable[2..];
        let Some(end) = variable.find('}') else {
            return Err("has a variable without a closing brace".to_owned());
        };
        parts.push(part(&variable[..end])?);
        rest = &variable[end + 1..];
    }
    parts.extend((!rest.is_empty()).then_some(Part::Literal(rest)));
    Ok(parts)
}

fn part(variable: &str) -> Result<Part<'_>, String> {
    if let Some(literal) = variable.strip_prefix("extension:") {
        let is_fine = literal.starts_with('.')
            && literal.chars().all(|char| char.is_ascii_lowercase() || char == '.');
        return match is_fine {
            true => Ok(Part::Extension(Some(literal))),
            false => Err(format!(
                "has the extension {literal}, which must begin with a period and contain only \
                 lowercase letters and periods"
            )),
        };
    }
    Ok(match variable {
        "channel-name" => Part::ChannelName,
        "channel-id" => Part::ChannelId,
        "stream-name" => Part::StreamName,
        "yyyy" => Part::Year,
        "yy" => Part::YearOfCentury,
        "MM" => Part::Month,
        "dd" => Part::Day,
        "HH" => Part::Hour,
        "mm" => Part::Minute,
        "extension" => Part::Extension(None),
        _ => return Err(format!("has the variable !{{{variable}}}, which is not supported")),
    })
}

/// Checks a channel's template.
///
/// # Errors
/// The rule that it breaks, as the end of a sentence about it.
pub(crate) fn check(channel: &Channel) -> Result<(), String> {
    let template = &channel.template;
    let parts = parse(template)?;
    let is_literal = |char: char| char.is_ascii_alphanumeric() || "!-_'.*()/=".contains(char);
    let mut literals = parts.iter().filter_map(|part| match part {
        Part::Literal(literal) => Some(literal),
        _ => None,
    });
    if let Some(odd) = literals.find_map(|it| it.chars().find(|char| !is_literal(*char))) {
        return Err(format!("has the character {odd}, which is not allowed"));
    }
    let extension = parts.iter().position(|part| matches!(part, Part::Extension(_)));
    match extension {
        Some(at) if at + 1 < parts.len() => {
            return Err("has an extension that is not at its end".to_owned());
        }
        None if channel.compression != Compression::None => {
            let compression = channel.compression.as_str();
            return Err(format!(
                "must end with an extension where the compression is {compression}"
            ));
        }
        _ => {}
    }
    // Its longest name, and whether it leads where names may not.
    let (stem, extension) = expand(channel, Timestamp(0));
    let name = stem + &extension;
    if name.starts_with('/') {
        return Err("must not start with a slash".to_owned());
    }
    if template.contains("//") {
        return Err("must not contain consecutive slashes".to_owned());
    }
    if template.contains("..") || name.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err("must not contain path traversal".to_owned());
    }
    if name.len() > MOST_CHARS {
        return Err(format!("gives names of more than {MOST_CHARS} characters"));
    }
    Ok(())
}

/// The name that a channel's template gives at a time, and the extension that it ends with.
fn expand(channel: &Channel, at: Timestamp) -> (String, String) {
    let (mut name, mut extension) = (String::new(), String::new());
    let time = at.civil();
    // Writing to a string cannot fail.
    let number = |name: &mut String, value: i64, width: usize| {
        let _ = write!(name, "{value:0width$}");
    };
    for part in parse(&channel.template).unwrap_or_default() {
        match part {
            Part::Literal(literal) => name.push_str(literal),
            Part::ChannelName => name.push_str(&channel.name),
            Part::ChannelId => name.push_str(&channel.id),
            Part::StreamName => name.push_str(&channel.stream),
            Part::Year => number(&mut name, time.year, 4),
            Part::YearOfCentury => number(&mut name, time.year.rem_euclid(100), 2),
            Part::Month => number(&mut name, time.month.into(), 2),
            Part::Day => number(&mut name, time.day.into(), 2),
            Part::Hour => number(&mut name, time.hour.into(), 2),
            Part::Minute => number(&mut name, time.minute.into(), 2),
            Part::Extension(Some(literal)) => extension.push_str(literal),
            Part::Extension(None) => extension.push_str(channel.compression.extension()),
        }
    }
    (name, extension)
}

/// The name of an object: what makes it unique stands before the extension, by which readers know
/// the compression.
pub(crate) fn key(channel: &Channel, at: Timestamp, unique: &str) -> String {
    let (stem, extension) = expand(channel, at);
    format!("{stem}-{unique}{extension}")
}

/// The name of an object with letters.
pub(crate) fn letters_key(channel: &Channel, at: Timestamp, unique: &str) -> String {
    let time = at.civil();
    let (year, month, day, hour) = (time.year, time.month, time.day, time.hour);
    let prefix = &channel.error_prefix;
    format!("{prefix}{year:04}/{month:02}/{day:02}/{hour:02}/{}-{unique}.json", channel.name)
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::channel;
    use super::*;
    use proptest::prelude::*;

    /// 2026-07-20T14:30:59Z.
    const AT: Timestamp = Timestamp(1_784_557_859_000);

    fn with(template: &str, compression: Compression) -> Channel {
        let id = "i".to_owned();
        Channel { id, template: template.to_owned(), compression, ..channel() }
    }

    #[test]
    fn names_are_as_the_developer_guide_shows_them() {
        let name = |template, compression| key(&with(template, compression), AT, "u");
        assert_eq!(
            name(DEFAULT, Compression::Gzip),
            "kinesis-channel/c/i/2026/07/20/14/c-i-2026-07-20-14-30-u.gz"
        );
        let hive = "data/stream=!{stream-name}/!{yy}-!{MM}-!{dd}/!{HH}!{mm}!{extension:.json}";
        assert_eq!(name(hive, Compression::None), "data/stream=s/26-07-20/1430-u.json");
        assert_eq!(name("a!{extension}", Compression::Zstd), "a-u.zst");
        assert_eq!(name("a!{extension}", Compression::None), "a-u");
        let letters = letters_key(&with(DEFAULT, Compression::None), AT, "u");
        assert_eq!(letters, "e/2026/07/20/14/c-u.json");
    }

    #[test]
    fn the_developer_guides_examples_are_told_apart() {
        for (template, compression, rule) in [
            (
                "!{channel-name}/!{yyyy}/!{MM}/!{dd}/!{HH}/records!{extension}",
                Compression::Gzip,
                "",
            ),
            ("data/stream=!{stream-name}/!{HH}!{mm}!{extension:.json}", Compression::Gzip, ""),
            ("!{channel-name}/!{channel-id}", Compression::None, ""),
            (DEFAULT, Compression::Zstd, ""),
            ("/data/!{channel-name}!{extension}", Compression::None, "start with a slash"),
            ("data/../!{channel-name}!{extension}", Compression::None, "path traversal"),
            ("data/./!{channel-name}", Compression::None, "path traversal"),
            ("data//!{channel-name}!{extension}", Compression::None, "consecutive slashes"),
            ("!{channel-name}!{extension}/!{yyyy}", Compression::None, "not at its end"),
            ("!{extension}!{extension}", Compression::None, "not at its end"),
            ("data/!{partition-id}!{extension}", Compression::None, "!{partition-id}"),
            ("data/!{channel-name}", Compression::Gzip, "must end with an extension"),
            ("data/!{channel-name}/!{yyyy", Compression::None, "closing brace"),
            ("a!{extension:json}", Compression::None, "begin with a period"),
            ("a!{extension:.Json}", Compression::None, "lowercase letters"),
            ("a:b", Compression::None, "the character :"),
            ("a}b", Compression::None, "the character }"),
        ] {
            let checked = check(&with(template, compression));
            match rule {
                "" => assert_eq!(checked, Ok(()), "{template}"),
                _ => assert!(checked.is_err_and(|it| it.contains(rule)), "{template}: {rule}"),
            }
        }
        let long = "a".repeat(987);
        assert!(check(&with(&long, Compression::None)).unwrap_err().contains("986"));
        assert_eq!(check(&with(&long[1..], Compression::None)), Ok(()));
    }

    proptest! {
        /// Whatever is let through gives names that S3 takes and that are told apart.
        #[test]
        fn names_are_fit_for_a_bucket(
            template in "([a-z/.=!{}-]|!\\{(channel-name|yyyy|mm|extension|stream-name)\\}){1,40}",
            ms in 0i64..4_000_000_000_000,
        ) {
            let channel = with(&template, Compression::None);
            if check(&channel).is_ok() {
                let name = key(&channel, Timestamp(ms), "u");
                prop_assert!(name.len() <= 1024 && !name.starts_with('/') && !name.contains(".."));
                prop_assert_ne!(name, key(&channel, Timestamp(ms), "v"));
            }
        }
    }
}
