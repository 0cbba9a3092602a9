//! Connection strings of both of PostgreSQL's forms, as far as words are taken out of them. What is
//! not understood stays as it is, so that the library says what is wrong with it.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A connection string in its parts.
pub(crate) enum Words {
    /// `postgresql://…?name=value&…`: what comes before the question mark, and the rest, encoded.
    Url(String, Vec<(String, String)>),
    /// `name=value …`, decoded.
    Pairs(Vec<(String, String)>),
    /// Neither.
    Other(String),
}

impl Words {
    pub fn of(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let (base, query) = text.split_once('?').unwrap_or((text, ""));
            let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (name.to_owned(), value.to_owned())
            });
            return Words::Url(base.to_owned(), pairs.collect());
        }
        pairs(text).map_or_else(|| Words::Other(text.to_owned()), Words::Pairs)
    }

    /// The last value of a name, decoded.
    pub fn get(&self, name: &str) -> Option<String> {
        let last = |pairs: &[(String, String)]| {
            pairs.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone())
        };
        match self {
            Words::Url(_, pairs) => {
                last(pairs).map(|value| percent_decode_str(&value).decode_utf8_lossy().into_owned())
            }
            Words::Pairs(pairs) => last(pairs),
            Words::Other(_) => None,
        }
    }

    /// The same, and takes it out.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let value = self.get(name);
        if let Words::Url(_, pairs) | Words::Pairs(pairs) = self {
            pairs.retain(|(known, _)| known != name);
        }
        value
    }

    /// Adds a value.
    pub fn set(&mut self, name: &str, value: &str) {
        match self {
            Words::Url(_, pairs) => {
                let value = utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
                pairs.push((name.to_owned(), value));
            }
            Words::Pairs(pairs) => pairs.push((name.to_owned(), value.to_owned())),
            Words::Other(_) => {}
        }
    }

    /// The connection string.
    pub fn text(&self) -> String {
        let joined = |pairs: &[(String, String)], quote: fn(&str) -> String, between| {
            let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", quote(value)));
            pairs.collect::<Vec<_>>().join(between)
        };
        match self {
            Words::Url(base, pairs) if pairs.is_empty() => base.clone(),
            Words::Url(base, pairs) => format!("{base}?{}", joined(pairs, str::to_owned, "&")),
            Words::Pairs(pairs) => joined(pairs, quoted, " "),
            Words::Other(text) => text.clone(),
        }
    }
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// `name = value`, `name='a value'`, with `\` before what stands for itself.
fn pairs(text: &str) -> Option<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=')?;
        let name = name.trim_end();
        if name.is_empty() || name.contains(char::is_whitespace) {
            return None;
        }
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('\'') {
            Some(inner) => {
                let (value, after) = until(inner, |c| c == '\'');
                (value, after.strip_prefix('\'')?)
            }
            None => until(after, char::is_whitespace),
        };
        pairs.push((name.to_owned(), value));
        rest = after.trim_start();
    }
    Some(pairs)
}

/// What stands before the first character that ends it, and what follows from there on.
fn until(text: &str, ends: impl Fn(char) -> bool) -> (String, &str) {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => value.extend(chars.next().map(|(_, c)| c)),
            c if ends(c) => return (value, &text[at..]),
            c => value.push(c),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_out_of_either_form() {
        for (text, rest) in [
            ("host=/a sslmode=verify-full user=u", "host='/a' user='u'"),
            (r"sslmode = 'verify-full' password='it\'s \\ here'", r"password='it\'s \\ here'"),
            (r"password=a\ b sslmode=disable sslmode=verify-full", "password='a b'"),
            ("postgres://u:p@h:1/d?sslmode=verify%2Dfull", "postgres://u:p@h:1/d"),
            ("postgresql://h/?a=b%20&sslmode=verify-full&c=d", "postgresql://h/?a=b%20&c=d"),
        ] {
            let mut words = Words::of(text);
            assert_eq!(words.take("sslmode").as_deref(), Some("verify-full"), "{text}");
            assert_eq!(words.text(), rest);
            assert_eq!(words.take("sslmode"), None);
            words.set("sslmode", "it's");
            assert_eq!(Words::of(&words.text()).get("sslmode").as_deref(), Some("it's"), "{text}");
        }
    }

    #[test]
    fn what_is_no_connection_string_stays_as_it_is() {
        for text in ["", "=", "host", "host='open", "a b=c"] {
            let mut words = Words::of(text);
            assert_eq!(words.take("sslmode"), None);
            assert_eq!(words.text(), text);
        }
    }
}
