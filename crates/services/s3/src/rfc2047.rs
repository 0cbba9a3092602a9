//! Values of user metadata beyond ASCII: headers carry them as "encoded words" (RFC 2047). S3 keeps
//! what the words mean, and writes them its own way.

use crate::checksum;
use std::fmt::Write;

/// The text that a header's value means. What is no encoded word stays as it is.
pub(crate) fn decode(value: &str) -> String {
    if !value.contains("=?") {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    // White space, which vanishes between two words that are encoded.
    let mut gap = "";
    let mut after_word = false;
    let mut rest = value;
    while !rest.is_empty() {
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (token, behind) = rest.split_at(end);
        let word = decode_word(token);
        if !(after_word && word.is_some()) {
            text.push_str(gap);
        }
        after_word = word.is_some();
        text.push_str(word.as_deref().unwrap_or(token));
        let end = behind.find(|letter| !is_space(letter)).unwrap_or(behind.len());
        (gap, rest) = behind.split_at(end);
    }
    text.push_str(gap);
    text
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n')
}

fn decode_word(token: &str) -> Option<String> {
    let inner = token.strip_prefix("=?")?.strip_suffix("?=")?;
    let (charset, inner) = inner.split_once('?')?;
    let (encoding, text) = inner.split_once('?')?;
    let bytes = match encoding {
        "B" | "b" => checksum::decode(text)?,
        "Q" | "q" => unquote(text)?,
        _ => return None,
    };
    match &*charset.to_ascii_lowercase() {
        "utf-8" | "us-ascii" => String::from_utf8(bytes).ok(),
        "iso-8859-1" => Some(bytes.into_iter().map(char::from).collect()),
        _ => None,
    }
}

fn unquote(text: &str) -> Option<Vec<u8>> {
    let mut bytes = text.bytes();
    let mut unquoted = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        unquoted.push(match byte {
            b'_' => b' ',
            b'=' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                u8::try_from(high << 4 | low).ok()?
            }
            byte => byte,
        });
    }
    Some(unquoted)
}

/// The text as a header can carry it.
pub(crate) fn encode(text: &str) -> String {
    let strange = text.chars().filter(|letter| !is_plain(*letter)).count();
    match (strange, text.chars().count()) {
        (0, _) => text.to_owned(),
        (strange, all) if 2 * strange < all => format!("=?UTF-8?Q?{}?=", quote(text)),
        _ => format!("=?UTF-8?B?{}?=", checksum::encode(text.as_bytes())),
    }
}

fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\t' | '\r' | '\n')
}

fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => quoted.push('_'),
            b'=' | b'_' | b'?' | ..b' ' | 0x7f.. => {
                let _ = write!(quoted, "={byte:02X}");
            }
            _ => quoted.push(char::from(byte)),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As recorded from AWS.
    #[test]
    fn words_are_read_and_written_as_there() {
        for (given, text, told) in [
            ("=?UTF-8?Q?actually-ascii?=", "actually-ascii", "actually-ascii"),
            ("=?UTF-8?B?YWJj?=", "abc", "abc"),
            ("=?utf-8?q?=C3=84M=C3=84_S3?=", "ÄMÄ S3", "=?UTF-8?Q?=C3=84M=C3=84_S3?="),
            (
                "=?utf-8?b?dGVzdF/igJRfZmlsZSVFMiU4MCU5NF/DqV8yPy5wZGY=?=",
                "test_—_file%E2%80%94_é_2?.pdf",
                "=?UTF-8?Q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=3F.pdf?=",
            ),
            ("=?UTF-8?B?AAECAw==?=", "\0\u{1}\u{2}\u{3}", "=?UTF-8?B?AAECAw==?="),
            ("a =?utf-8?q?b?= \t=?utf-8?q?c?= d", "a bc d", "a bc d"),
            ("=?iso-8859-1?q?=E9ab?=", "éab", "=?UTF-8?Q?=C3=A9ab?="),
            ("=?UTF-8?B?=GGG?=", "=?UTF-8?B?=GGG?=", "=?UTF-8?B?=GGG?="),
            ("=?koi8-r?q?a?=", "=?koi8-r?q?a?=", "=?koi8-r?q?a?="),
            ("a = b ? ", "a = b ? ", "a = b ? "),
            ("", "", ""),
        ] {
            assert_eq!(decode(given), text, "{given}");
            assert_eq!(encode(text), told, "{text}");
        }
    }
}
