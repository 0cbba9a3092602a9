//! A policy document, and how it is read from its text.

use super::Condition;
use serde_json::{Map, Value};

/// A policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Whether texts in `${…}` stand for values of the request, which they do since 2012-10-17.
    pub has_variables: bool,
    /// What its author calls it.
    pub id: Option<String>,
    /// What it says. There is at least one.
    pub statements: Vec<Statement>,
}

/// One thing that a policy says.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What its author calls it.
    pub sid: Option<String>,
    /// Whether it allows or denies.
    pub effect: Effect,
    /// Whom it is about. Policies that hang on whom they are about have none.
    pub principals: Option<Match<Principals>>,
    /// What is done, such as `s3:Get*`.
    pub actions: Option<Match<Vec<String>>>,
    /// On what. Policies of roles' trust have none.
    pub resources: Option<Match<Vec<String>>>,
    /// What else must hold.
    pub conditions: Vec<Condition>,
    /// Elements that the language does not have.
    pub strangers: Vec<String>,
}

/// Whether a statement allows or denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// What it is about may be.
    Allow,
    /// It may not be, whatever else is allowed.
    Deny,
}

/// An element that stands in one of two forms, such as `Action` and `NotAction`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match<T> {
    /// What is named.
    Only(T),
    /// All but what is named.
    AllBut(T),
}

impl<T> Match<T> {
    /// What is named, in either form.
    pub fn named(&self) -> &T {
        match self {
            Self::Only(named) | Self::AllBut(named) => named,
        }
    }

    /// Whether the element is about something that is named so, or is not.
    pub(super) fn holds(&self, is_named: impl FnOnce(&T) -> bool) -> bool {
        match self {
            Self::Only(named) => is_named(named),
            Self::AllBut(named) => !is_named(named),
        }
    }
}

/// Who is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principals {
    /// `"*"`.
    Everybody,
    /// Pairs of a kind (`AWS`, `Service`, `Federated`, `CanonicalUser`) and a value.
    Of(Vec<(String, String)>),
}

/// What is wrong with a policy's text. [`Document::accept`] gives AWS's words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// It is no JSON.
    NotJson,
    /// It is not of the language.
    Syntax,
    /// It has no statement.
    Empty,
    /// A statement has no effect, or another than the two.
    Effect(Option<String>),
    /// Something else, in AWS's words.
    Said(String),
}

type Read<T> = std::result::Result<T, Malformed>;
type Object = Map<String, Value>;

impl Document {
    /// Reads a policy's text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Read<Self> {
        let policy: Value = serde_json::from_str(text).map_err(|_| Malformed::NotJson)?;
        let policy = policy.as_object().ok_or(Malformed::Syntax)?;
        if policy.keys().any(|name| !["Version", "Id", "Statement"].contains(&name.as_str())) {
            return Err(Malformed::Syntax);
        }
        let has_variables = match optional_text(policy, "Version")?.as_deref() {
            None | Some("2008-10-17") => false,
            Some("2012-10-17") => true,
            Some(_) => return Err(Malformed::Syntax),
        };
        let statements: Vec<_> = match policy.get("Statement") {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(one) => vec![one],
            None => return Err(Malformed::Syntax),
        };
        if statements.is_empty() {
            return Err(Malformed::Empty);
        }
        let statements = statements.into_iter().map(statement).collect::<Read<_>>()?;
        Ok(Self { has_variables, id: optional_text(policy, "Id")?, statements })
    }
}

fn statement(value: &Value) -> Read<Statement> {
    const ELEMENTS: [&str; 9] = [
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];
    let object = value.as_object().ok_or(Malformed::Syntax)?;
    let strangers = object.keys().filter(|name| !ELEMENTS.contains(&name.as_str()));
    Ok(Statement {
        sid: optional_text(object, "Sid")?,
        effect: effect(object.get("Effect"))?,
        principals: either(object, "Principal", principals)?,
        actions: either(object, "Action", texts)?,
        resources: either(object, "Resource", texts)?,
        conditions: conditions(object.get("Condition"))?,
        strangers: strangers.cloned().collect(),
    })
}

fn optional_text(object: &Object, name: &str) -> Read<Option<String>> {
    match object.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Malformed::Syntax),
    }
}

fn effect(value: Option<&Value>) -> Read<Effect> {
    match value {
        None => Err(Malformed::Effect(None)),
        Some(Value::String(text)) if text == "Allow" => Ok(Effect::Allow),
        Some(Value::String(text)) if text == "Deny" => Ok(Effect::Deny),
        Some(Value::String(text)) => Err(Malformed::Effect(Some(text.clone()))),
        Some(other) => Err(Malformed::Effect(Some(other.to_string()))),
    }
}

/// An element or its `Not…`, of which only one may be there.
fn either<T>(object: &Object, name: &str, read: fn(&Value) -> Read<T>) -> Read<Option<Match<T>>> {
    match (object.get(name), object.get(&format!("Not{name}"))) {
        (Some(only), None) => Ok(Some(Match::Only(read(only)?))),
        (None, Some(all_but)) => Ok(Some(Match::AllBut(read(all_but)?))),
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(Malformed::Syntax),
    }
}

/// One text or a list of texts.
fn texts(value: &Value) -> Read<Vec<String>> {
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or(Malformed::Syntax);
    match value {
        Value::Array(list) => list.iter().map(text).collect(),
        one => Ok(vec![text(one)?]),
    }
}

/// `"*"`, or an object of kinds, each with one value or several.
fn principals(value: &Value) -> Read<Principals> {
    const KINDS: [&str; 4] = ["AWS", "Service", "Federated", "CanonicalUser"];
    let invalid = || Malformed::Said(format!("Invalid principal in policy: {value}"));
    let kinds = match value {
        Value::String(any) if any == "*" => return Ok(Principals::Everybody),
        Value::Object(kinds) if !kinds.is_empty() => kinds,
        _ => return Err(invalid()),
    };
    let mut named = Vec::new();
    for (kind, values) in kinds {
        let values = texts(values).map_err(|_| invalid())?;
        if values.is_empty() || !KINDS.contains(&kind.as_str()) {
            return Err(invalid());
        }
        named.extend(values.into_iter().map(|value| (kind.clone(), value)));
    }
    Ok(Principals::Of(named))
}

/// Conditions are objects of objects: operator, key, one value or several.
fn conditions(value: Option<&Value>) -> Read<Vec<Condition>> {
    let Some(value) = value else { return Ok(Vec::new()) };
    let mut conditions = Vec::new();
    for (operator, tests) in value.as_object().ok_or(Malformed::Syntax)? {
        for (key, values) in tests.as_object().ok_or(Malformed::Syntax)? {
            conditions.push(Condition::new(operator, key, scalars(values)?));
        }
    }
    Ok(conditions)
}

/// Texts, numbers and truth values, as they are written.
fn scalars(value: &Value) -> Read<Vec<String>> {
    let scalar = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(Malformed::Syntax),
    };
    match value {
        Value::Array(list) => list.iter().map(scalar).collect(),
        one => Ok(vec![scalar(one)?]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_each_element_are_read() {
        let one = Document::parse(
            r#"{"Version":"2012-10-17","Id":"i","Statement":{"Sid":"s","Effect":"Deny",
            "NotPrincipal":{"AWS":"111111111111"},"NotAction":"s3:*","NotResource":"*",
            "Condition":{"Bool":{"aws:SecureTransport":false}}}}"#,
        )
        .unwrap();
        let list = Document::parse(
            r#"{"Version":"2012-10-17","Id":"i","Statement":[{"Sid":"s","Effect":"Deny",
            "NotPrincipal":{"AWS":["111111111111"]},"NotAction":["s3:*"],"NotResource":["*"],
            "Condition":{"Bool":{"aws:SecureTransport":["false"]}}}]}"#,
        )
        .unwrap();
        assert_eq!(one, list);
        assert!(one.has_variables);
        let statement = &one.statements[0];
        assert_eq!(statement.actions, Some(Match::AllBut(vec!["s3:*".to_owned()])));
        let named = vec![("AWS".to_owned(), "111111111111".to_owned())];
        assert_eq!(statement.principals, Some(Match::AllBut(Principals::Of(named))));
    }

    #[test]
    fn what_is_not_of_the_language_is_told_apart() {
        let statement = |rest: &str| format!(r#"{{"Statement":{{"Effect":"Allow",{rest}}}}}"#);
        let principal =
            |said: &str| Malformed::Said(format!("Invalid principal in policy: {said}"));
        for (text, expected) in [
            ("{".to_owned(), Malformed::NotJson),
            ("[]".to_owned(), Malformed::Syntax),
            (r#"{"Version":"2012-10-17"}"#.to_owned(), Malformed::Syntax),
            (r#"{"Version":"2013-10-17","Statement":[]}"#.to_owned(), Malformed::Syntax),
            (r#"{"Statement":[],"X":1}"#.to_owned(), Malformed::Syntax),
            (r#"{"Statement":[]}"#.to_owned(), Malformed::Empty),
            (r#"{"Statement":["a"]}"#.to_owned(), Malformed::Syntax),
            (r#"{"Statement":{}}"#.to_owned(), Malformed::Effect(None)),
            (
                r#"{"Statement":{"Effect":"allow"}}"#.to_owned(),
                Malformed::Effect(Some("allow".into())),
            ),
            (statement(r#""Sid":[]"#), Malformed::Syntax),
            (statement(r#""Action":{}"#), Malformed::Syntax),
            (statement(r#""Action":[[]]"#), Malformed::Syntax),
            (statement(r#""Action":"a:b","NotAction":[]"#), Malformed::Syntax),
            (statement(r#""Condition":[]"#), Malformed::Syntax),
            (statement(r#""Condition":{"Bool":"a"}"#), Malformed::Syntax),
            (statement(r#""Condition":{"Bool":{"a":{}}}"#), Malformed::Syntax),
            (statement(r#""Principal":"a""#), principal(r#""a""#)),
            (statement(r#""Principal":{"X":"a"}"#), principal(r#"{"X":"a"}"#)),
            (statement(r#""Principal":{"AWS":[]}"#), principal(r#"{"AWS":[]}"#)),
        ] {
            assert_eq!(Document::parse(&text), Err(expected), "{text}");
        }
    }
}
