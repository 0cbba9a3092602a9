//! Search expressions ("CloudWatch search expression syntax"): `{Namespace,Dimension} term …`.

use super::parse::Expression;
use super::tokens::Partial;

/// What a metric is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// The namespace and exactly these dimensions, where braces say so.
    schema: Option<(String, Vec<String>)>,
    terms: Terms,
}

#[derive(Clone, Debug, PartialEq)]
enum Terms {
    All(Vec<Terms>),
    Any(Vec<Terms>),
    Not(Box<Terms>),
    /// Any name or value.
    Name(Text),
    /// The value of `MetricName`, `Namespace` or a dimension.
    Property(String, Text),
}

/// What a name or a value is held against.
#[derive(Clone, Debug, PartialEq)]
enum Text {
    /// In double quotes: it is all of it.
    Exact(String),
    /// Tokens of it.
    Partial(Partial),
}

impl Text {
    fn fits(&self, text: &str) -> bool {
        match self {
            Text::Exact(exact) => text == exact,
            Text::Partial(partial) => partial.is_in(text),
        }
    }
}

/// A metric that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    pub namespace: &'a str,
    pub metric: &'a str,
    pub dimensions: &'a [(String, String)],
}

/// What the results of a search are kept under.
pub fn key(text: &str, rest: &[Expression]) -> String {
    format!("{text}\0{rest:?}")
}

impl Search {
    /// Reads a search.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (schema, rest) = match text.strip_prefix('{') {
            None => (None, text),
            Some(inside) => {
                let (inside, rest) = inside.split_once('}').ok_or("Invalid search expression")?;
                let mut names = inside.split(',').map(|it| it.trim().trim_matches('"').to_owned());
                let namespace = names.next().unwrap_or_default();
                let mut dimensions: Vec<_> = names.filter(|it| !it.is_empty()).collect();
                dimensions.sort();
                (Some((namespace, dimensions)), rest)
            }
        };
        let rest = rest.trim_start();
        let rest = if schema.is_some() { rest.strip_prefix(',').unwrap_or(rest) } else { rest };
        let mut words = words(rest)?.into_iter().peekable();
        let terms = any(&mut words, 0)?;
        match words.next() {
            None => Ok(Self { schema, terms }),
            Some(_) => Err("Invalid search expression".to_owned()),
        }
    }

    /// The namespace that all that is found is of.
    pub fn namespace(&self) -> Option<&str> {
        self.schema.as_ref().map(|it| &*it.0)
    }

    /// Whether a metric is found.
    pub fn finds(&self, candidate: Candidate<'_>) -> bool {
        if let Some((namespace, dimensions)) = &self.schema {
            let own = candidate.dimensions.iter().map(|it| &it.0);
            if namespace != candidate.namespace || !own.eq(dimensions) {
                return false;
            }
        }
        self.terms.hold(candidate)
    }
}

impl Terms {
    fn hold(&self, candidate: Candidate<'_>) -> bool {
        match self {
            Terms::All(all) => all.iter().all(|it| it.hold(candidate)),
            Terms::Any(all) => all.iter().any(|it| it.hold(candidate)),
            Terms::Not(inside) => !inside.hold(candidate),
            Terms::Name(text) => {
                let mut dimensions = candidate.dimensions.iter();
                text.fits(candidate.namespace)
                    || text.fits(candidate.metric)
                    || dimensions.any(|(name, value)| text.fits(name) || text.fits(value))
            }
            Terms::Property(name, text) => match &**name {
                "MetricName" => text.fits(candidate.metric),
                "Namespace" => text.fits(candidate.namespace),
                name => candidate.dimensions.iter().any(|(own, it)| own == name && text.fits(it)),
            },
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Word {
    Plain(String),
    Quoted(String),
    Sign(char),
}

fn words(text: &str) -> Result<Vec<Word>, String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' | '=' => {
                words.push(Word::Sign(first));
                1
            }
            '"' => {
                let (quoted, length) = quoted(&rest[1..]).ok_or("Invalid search expression")?;
                words.push(Word::Quoted(quoted));
                length + 1
            }
            _ => {
                let ends = |it: char| it.is_whitespace() || "()=\"".contains(it);
                let length = rest.find(ends).unwrap_or(rest.len());
                words.push(Word::Plain(rest[..length].to_owned()));
                length
            }
        };
        rest = rest[length..].trim_start();
    }
    Ok(words)
}

/// What stands up to the closing quote, and how long that is with it. A backslash takes the character behind
/// it as it is.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut letters = text.char_indices();
    let mut quoted = String::new();
    loop {
        match letters.next()? {
            (at, '"') => return Some((quoted, at + 1)),
            (_, '\\') => quoted.push(letters.next()?.1),
            (_, letter) => quoted.push(letter),
        }
    }
}

type Words = std::iter::Peekable<std::vec::IntoIter<Word>>;

fn is_word(words: &mut Words, wanted: &str) -> bool {
    matches!(words.peek(), Some(Word::Plain(word)) if word == wanted)
}

fn any(words: &mut Words, depth: usize) -> Result<Terms, String> {
    if depth > 20 {
        return Err("Invalid search expression".to_owned());
    }
    let mut choices = vec![all(words, depth)?];
    while is_word(words, "OR") {
        words.next();
        choices.push(all(words, depth)?);
    }
    Ok(if choices.len() == 1 { choices.remove(0) } else { Terms::Any(choices) })
}

fn all(words: &mut Words, depth: usize) -> Result<Terms, String> {
    let mut terms = Vec::new();
    loop {
        if is_word(words, "AND") {
            words.next();
        }
        if matches!(words.peek(), None | Some(Word::Sign(')'))) || is_word(words, "OR") {
            break;
        }
        terms.push(term(words, depth)?);
    }
    Ok(Terms::All(terms))
}

fn term(words: &mut Words, depth: usize) -> Result<Terms, String> {
    let wrong = || "Invalid search expression".to_owned();
    if is_word(words, "NOT") {
        words.next();
        if depth > 20 {
            return Err(wrong());
        }
        return Ok(Terms::Not(Box::new(term(words, depth + 1)?)));
    }
    match words.next().ok_or_else(wrong)? {
        Word::Sign('(') => {
            let inside = any(words, depth + 1)?;
            match words.next() {
                Some(Word::Sign(')')) => Ok(inside),
                _ => Err(wrong()),
            }
        }
        Word::Sign(_) => Err(wrong()),
        word @ (Word::Plain(_) | Word::Quoted(_)) => {
            if words.peek() != Some(&Word::Sign('=')) {
                return Ok(Terms::Name(text(word)));
            }
            words.next();
            let (Word::Plain(name) | Word::Quoted(name)) = word else { return Err(wrong()) };
            if name == ":aws.AccountId" {
                return Err(platform::unsupported(":aws.AccountId in a search"));
            }
            match words.next().ok_or_else(wrong)? {
                value @ (Word::Plain(_) | Word::Quoted(_)) => {
                    Ok(Terms::Property(name, text(value)))
                }
                Word::Sign('(') => {
                    let inside = any(words, depth + 1)?;
                    match words.next() {
                        Some(Word::Sign(')')) => Ok(of_property(&name, inside)),
                        _ => Err(wrong()),
                    }
                }
                Word::Sign(_) => Err(wrong()),
            }
        }
    }
}

fn text(word: Word) -> Text {
    match word {
        Word::Quoted(exact) => Text::Exact(exact),
        Word::Plain(term) => Text::Partial(Partial::of(&term)),
        Word::Sign(sign) => Text::Exact(sign.to_string()),
    }
}

/// `Name=(one OR two)`: the terms inside are about the property.
fn of_property(name: &str, terms: Terms) -> Terms {
    match terms {
        Terms::All(all) => Terms::All(all.into_iter().map(|it| of_property(name, it)).collect()),
        Terms::Any(all) => Terms::Any(all.into_iter().map(|it| of_property(name, it)).collect()),
        Terms::Not(inside) => Terms::Not(Box::new(of_property(name, *inside))),
        Terms::Name(text) => Terms::Property(name.to_owned(), text),
        other @ Terms::Property(..) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn metrics_are_found_by_terms() {
        let dimensions = [("Operation".to_owned(), "GetRecords".to_owned())];
        let candidate =
            Candidate { namespace: "Shop/Orders", metric: "Latency", dimensions: &dimensions };
        for (text, expected) in [
            ("{Shop/Orders,Operation} Latency", true),
            ("{Shop/Orders} Latency", false),
            ("{Shop/Orders,Operation}", true),
            ("MetricName=\"Latency\"", true),
            ("MetricName=\"Lat\"", false),
            ("MetricName=Lat", false),
            ("MetricName=latency", true),
            ("\"Latency\"", true),
            ("\"latency\"", false),
            ("{Shop/Orders,Operation}, \"GetRecords\"", true),
            ("Get", true),
            ("Shop/Orders", true),
            ("op", false),
            ("Operation=(PutRecords OR GetRecords)", true),
            ("latency AND GetRecords", true),
            ("latency and GetRecords", false),
            ("latency NOT GetRecords", false),
            ("missing OR orders", true),
            ("(missing OR orders) Namespace=\"Shop/Orders\"", true),
        ] {
            assert_eq!(Search::parse(text).unwrap().finds(candidate), expected, "{text}");
        }
        for text in ["{x", "(a", "a)", "=", "\"a", "NOT", ":aws.AccountId=LOCAL", "\"a\\\""] {
            assert!(Search::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[a-zNOTRAD(){}=\", é]{0,40}") {
            let _ = Search::parse(&text);
        }
    }
}
