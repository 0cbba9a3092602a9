//! Values as they are written in a statement.

use super::ast::{Expr, Kind, Tuple};
use super::lexer::Token;
use super::parser::Parser;
use super::{Parsed, Refusal};
use crate::value::{DEEPEST, Number};
use shapes::AttributeValue;
use std::collections::BTreeMap;

impl Parser<'_> {
    /// The item of an `INSERT`, whose attributes may be parameters.
    pub(super) fn tuple(&mut self) -> Parsed<Tuple> {
        let at = self.here();
        match self.peek() {
            Some(Token::Parameter) => {
                self.next();
                return Ok(Tuple::Parameter(self.parameter()));
            }
            Some(Token::Sign("<<")) => return Err(Refusal::told(at, SEVERAL_ITEMS)),
            Some(Token::Sign("{")) => self.next(),
            None => return self.refused("Unexpected term"),
            _ => {
                return Err(Refusal::told(at, NO_TUPLE));
            }
        };
        let mut attributes: Vec<(String, Expr)> = Vec::new();
        while !self.takes_sign("}") {
            if !attributes.is_empty() {
                self.expect_sign(",")?;
            }
            let at = self.here();
            let key = self.key()?;
            if attributes.iter().any(|(known, _)| *known == key) {
                return Err(duplicate(at, &key, "root"));
            }
            let value = match self.takes_parameter() {
                Some(kind) => Expr { at: self.last(), kind },
                None => {
                    let from = self.here();
                    let kind = Kind::Value(self.literal(&mut Place::default())?);
                    Expr { at: from.start..self.last().end, kind }
                }
            };
            attributes.push((key, value));
        }
        Ok(Tuple::Attributes(attributes))
    }

    /// A key of a tuple, and the colon behind it.
    fn key(&mut self) -> Parsed<String> {
        let Some(Token::Text(key)) = self.peek().cloned() else {
            return self.refused("Unexpected term");
        };
        self.next();
        self.expect_sign(":")?;
        Ok(key)
    }

    /// A value; where it stands is told of what is wrong with it.
    pub(super) fn literal(&mut self, place: &mut Place) -> Parsed<AttributeValue> {
        let at = self.here();
        if place.steps.len() >= DEEPEST {
            let words = "Nesting Levels have exceeded supported limits under ";
            return Err(Refusal::told(at, format!("{words}{place}")));
        }
        match self.peek().cloned() {
            Some(Token::Text(text)) => {
                self.next();
                Ok(AttributeValue::S(text))
            }
            Some(Token::Number(_) | Token::Sign("-" | "+")) => self.number(place),
            Some(Token::Sign("{")) => self.map(place),
            Some(Token::Sign("[")) => self.list(place),
            Some(Token::Sign("<<")) => self.bag(place),
            Some(Token::Parameter) => Err(Refusal::told(
                at.clone(),
                format!(
                    "Unsupported data type: Parameter under key {place} at {}",
                    self.shown(&at)
                ),
            )),
            _ if self.takes("TRUE") => Ok(AttributeValue::Bool(true)),
            _ if self.takes("FALSE") => Ok(AttributeValue::Bool(false)),
            _ if self.takes("NULL") => Ok(AttributeValue::Null(true)),
            _ => self.refused("Unexpected term"),
        }
    }

    /// A number and the signs before it.
    fn number(&mut self, place: &Place) -> Parsed<AttributeValue> {
        let from = self.here();
        let mut negative = false;
        while let Some(Token::Sign(sign @ ("-" | "+"))) = self.peek() {
            negative ^= *sign == "-";
            self.next();
        }
        let Some(Token::Number(digits)) = self.peek() else {
            return Err(Refusal::told(self.here(), "Unsupported operation: Unary"));
        };
        let text = format!("{}{digits}", if negative { "-" } else { "" });
        self.next();
        match Number::parse(&text) {
            Ok(number) => Ok(AttributeValue::N(number.to_string())),
            Err(error) => {
                let at = from.start..self.last().end;
                Err(Refusal::told(at, format!("{} under {place}", error.message)))
            }
        }
    }

    fn map(&mut self, place: &mut Place) -> Parsed<AttributeValue> {
        self.next();
        let mut entries = BTreeMap::new();
        while !self.takes_sign("}") {
            if !entries.is_empty() {
                self.expect_sign(",")?;
            }
            let at = self.here();
            let key = self.key()?;
            place.steps.push(format!(".{key}"));
            let value = self.literal(place)?;
            place.steps.pop();
            if entries.insert(key.clone(), value).is_some() {
                return Err(duplicate(at, &key, &place.to_string()));
            }
        }
        Ok(AttributeValue::M(entries))
    }

    fn list(&mut self, place: &mut Place) -> Parsed<AttributeValue> {
        self.next();
        let mut items = Vec::new();
        while !self.takes_sign("]") {
            if !items.is_empty() {
                self.expect_sign(",")?;
            }
            place.steps.push(format!("[{}]", items.len()));
            items.push(self.literal(place)?);
            place.steps.pop();
        }
        Ok(AttributeValue::L(items))
    }

    /// A set of texts or of numbers.
    fn bag(&mut self, place: &mut Place) -> Parsed<AttributeValue> {
        let from = self.here();
        self.next();
        let (mut texts, mut numbers) = (Vec::new(), Vec::new());
        while !self.takes_sign(">>") {
            if !(texts.is_empty() && numbers.is_empty()) {
                self.expect_sign(",")?;
            }
            let at = self.here();
            if self.peek() == Some(&Token::Parameter) {
                return Err(Refusal::told(at, MIXED_BAG));
            }
            match self.literal(place)? {
                AttributeValue::S(text) => texts.push(text),
                AttributeValue::N(number) => numbers.push(number),
                _ => return Err(Refusal::told(at, MIXED_BAG)),
            }
        }
        let at = from.start..self.last().end;
        let mut all = match (texts.is_empty(), numbers.is_empty()) {
            (true, true) => return Err(Refusal::told(at, "Empty bags are not supported")),
            (false, true) => AttributeValue::Ss(texts),
            (true, false) => AttributeValue::Ns(numbers),
            (false, false) => return Err(Refusal::told(at, MIXED_BAG)),
        };
        match crate::value::check_value(&mut all) {
            Ok(()) => Ok(all),
            Err(error) => Err(Refusal::told(at, error.message)),
        }
    }
}

const MIXED_BAG: &str =
    "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";
/// What is said of an `INSERT` whose item is no tuple.
pub(super) const NO_TUPLE: &str = "Unsupported format in item expression. Please use struct format \
                                   {...} to express item values for insert statement.";
/// What is said of an `INSERT` of several items.
pub(super) const SEVERAL_ITEMS: &str = "Unsupported operation: Inserting multiple items in a single \
                                        statement is not supported, use \"INSERT INTO tableName \
                                        VALUE item\" instead";

fn duplicate(at: std::ops::Range<usize>, key: &str, place: &str) -> Refusal {
    Refusal::told(at, format!("Duplicate keys in tuple. Key: {key} under {place}"))
}

/// Where in a value something stands, as AWS shows it: `root.a[1]`.
#[derive(Debug, Default)]
pub(super) struct Place {
    steps: Vec<String>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "root{}", self.steps.concat())
    }
}
