//! Search expressions ("CloudWatch search expression syntax"): `{Namespace,Dimension} term …`.

use super::parse::Expression;

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
    /// A part of any name or value.
    Part(String),
    /// The value of `MetricName`, `Namespace` or a dimension, or a part of it.
    Property(String, String, bool),
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
            Terms::Part(part) => {
                let has = |text: &str| text.to_ascii_lowercase().contains(part);
                has(candidate.namespace)
                    || has(candidate.metric)
                    || candidate.dimensions.iter().any(|(name, value)| has(name) || has(value))
            }
            Terms::Property(name, value, is_exact) => {
                let fits = |text: &str| match is_exact {
                    true => text == value,
                    false => text.to_ascii_lowercase().contains(&value.to_ascii_lowercase()),
                };
                match &**name {
                    "MetricName" => fits(candidate.metric),
                    "Namespace" => fits(candidate.namespace),
                    name => candidate.dimensions.iter().any(|(own, it)| own == name && fits(it)),
                }
            }
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
                let end = rest[1..].find('"').ok_or("Invalid search expression")?;
                words.push(Word::Quoted(rest[1..=end].to_owned()));
                end + 2
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

type Words = std::iter::Peekable<std::vec::IntoIter<Word>>;

fn is_word(words: &mut Words, wanted: &str) -> bool {
    matches!(words.peek(), Some(Word::Plain(word)) if word.eq_ignore_ascii_case(wanted))
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
        Word::Plain(name) | Word::Quoted(name) => {
            if words.peek() != Some(&Word::Sign('=')) {
                return Ok(Terms::Part(name.to_ascii_lowercase()));
            }
            words.next();
            match words.next().ok_or_else(wrong)? {
                Word::Quoted(value) => Ok(Terms::Property(name, value, true)),
                Word::Plain(value) => Ok(Terms::Property(name, value, false)),
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

/// `Name=(one OR two)`: the terms inside are about the property.
fn of_property(name: &str, terms: Terms) -> Terms {
    match terms {
        Terms::All(all) => Terms::All(all.into_iter().map(|it| of_property(name, it)).collect()),
        Terms::Any(all) => Terms::Any(all.into_iter().map(|it| of_property(name, it)).collect()),
        Terms::Not(inside) => Terms::Not(Box::new(of_property(name, *inside))),
        Terms::Part(part) => Terms::Property(name.to_owned(), part, false),
        other => other,
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
            ("MetricName=Lat", true),
            ("Operation=(PutRecords OR GetRecords)", true),
            ("latency AND getrecords", true),
            ("latency NOT getrecords", false),
            ("missing OR orders", true),
            ("(missing OR orders) Namespace=\"Shop/Orders\"", true),
        ] {
            assert_eq!(Search::parse(text).unwrap().finds(candidate), expected, "{text}");
        }
        for text in ["{x", "(a", "a)", "=", "\"a", "NOT"] {
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
