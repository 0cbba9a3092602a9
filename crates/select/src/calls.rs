//! How functions, casts and types are written.

use crate::ast::{Aggregate, Expr, Function, Side, Type};
use crate::lexer::Token;
use crate::parser::Parser;
use crate::refusal::{Refusal, Result};
use crate::timestamp::Part;
use crate::value::Value;

/// Types by their names, and how many numbers may stand in parentheses behind them.
const TYPES: [(&str, Type, usize); 23] = [
    ("bool", Type::Bool, 0),
    ("boolean", Type::Bool, 0),
    ("int", Type::Int, 0),
    ("integer", Type::Int, 0),
    ("smallint", Type::Int, 0),
    ("bigint", Type::Int, 0),
    ("float", Type::Float, 1),
    ("real", Type::Float, 0),
    ("double", Type::Float, 0),
    ("decimal", Type::Decimal, 2),
    ("numeric", Type::Decimal, 2),
    ("string", Type::Text, 0),
    ("varchar", Type::Text, 1),
    ("char", Type::Text, 1),
    ("character", Type::Text, 1),
    ("symbol", Type::Text, 0),
    ("timestamp", Type::Timestamp, 0),
    ("list", Type::List, 0),
    ("bag", Type::List, 0),
    ("struct", Type::Struct, 0),
    ("tuple", Type::Struct, 0),
    ("null", Type::Null, 0),
    ("missing", Type::Missing, 0),
];

impl Parser {
    pub(crate) fn type_name(&mut self) -> Result<Type> {
        let word = match self.peek() {
            Token::Name(word, false) => word.as_str(),
            Token::Keyword(word) => word,
            _ => "",
        };
        let found = TYPES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word));
        let Some((name, kind, numbers)) = found.copied() else {
            return Err(self.refuse("ParseExpectedTypeName", "Expected type name, found"));
        };
        let _ = self.takes_word(name) || self.takes(name);
        match name {
            "double" => drop(self.takes_word("precision")),
            "character" => drop(self.takes_word("varying")),
            _ => {}
        }
        if numbers > 0 && self.takes_sign("(") {
            for index in 0..numbers {
                if index > 0 && !self.takes_sign(",") {
                    break;
                }
                self.whole_number()?;
            }
            self.expect_sign(")")?;
        }
        Ok(kind)
    }

    fn whole_number(&mut self) -> Result<()> {
        match self.peek() {
            Token::Literal(Value::Int(_)) => self.skip(),
            _ => return Err(self.refuse("ParseExpectedNumber", "Expected number, found")),
        }
        Ok(())
    }

    pub(crate) fn cast(&mut self) -> Result<Expr> {
        self.skip();
        if !self.takes_sign("(") {
            let message = "Expected left parenthesis after CAST";
            return Err(self.refuse("ParseExpectedLeftParenAfterCast", message));
        }
        let value = self.expression()?;
        self.expect("as")?;
        let kind = self.type_name()?;
        self.expect_sign(")")?;
        Ok(Expr::Cast(Box::new(value), kind))
    }

    /// A call of this function, whose name stands before a parenthesis.
    pub(crate) fn call(&mut self, name: &str) -> Result<Expr> {
        let name = name.to_ascii_lowercase();
        let aggregate = match name.as_str() {
            "count" => Some(Aggregate::Count),
            "sum" => Some(Aggregate::Sum),
            "avg" => Some(Aggregate::Avg),
            "min" => Some(Aggregate::Min),
            "max" => Some(Aggregate::Max),
            _ => None,
        };
        let place = self.place();
        self.skip();
        self.skip();
        if let Some(aggregate) = aggregate {
            return self.aggregate(aggregate);
        }
        match name.as_str() {
            "substring" => return self.substring(),
            "trim" => return self.trim(),
            "extract" => {
                let part = self.part(true)?;
                self.expect("from")?;
                let of = self.expression()?;
                self.close()?;
                return Ok(Expr::Call(Function::Extract(part), vec![of]));
            }
            "date_add" | "date_diff" => {
                let part = self.part(false)?;
                self.comma()?;
                let first = self.expression()?;
                self.comma()?;
                let arguments = vec![first, self.expression()?];
                self.close()?;
                let function = match name.as_str() {
                    "date_add" => Function::DateAdd(part),
                    _ => Function::DateDiff(part),
                };
                return Ok(Expr::Call(function, arguments));
            }
            _ => {}
        }
        let (function, least, most) = match name.as_str() {
            "coalesce" => (Function::Coalesce, 1, usize::MAX),
            "nullif" => (Function::NullIf, 2, 2),
            "char_length" | "character_length" => (Function::CharLength, 1, 1),
            "lower" => (Function::Lower, 1, 1),
            "upper" => (Function::Upper, 1, 1),
            "to_string" => (Function::ToText, 2, 2),
            "to_timestamp" => (Function::ToTimestamp, 1, 1),
            "utcnow" => (Function::UtcNow, 0, 0),
            _ => {
                let message = "We encountered an unsupported SQL function";
                return Err(Refusal::at("UnsupportedFunction", message, place));
            }
        };
        let arguments = self.arguments()?;
        if !(least..=most).contains(&arguments.len()) {
            return Err(wrong_count());
        }
        Ok(Expr::Call(function, arguments))
    }

    fn arguments(&mut self) -> Result<Vec<Expr>> {
        let mut arguments = Vec::new();
        if self.takes_sign(")") {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.expression()?);
            if !self.takes_sign(",") {
                self.close()?;
                return Ok(arguments);
            }
        }
    }

    fn close(&mut self) -> Result<()> {
        match self.takes_sign(")") {
            true => Ok(()),
            false => {
                let code = "ParseExpectedRightParenBuiltinFunctionCall";
                Err(self.refuse(code, "Expected right parenthesis, found"))
            }
        }
    }

    fn comma(&mut self) -> Result<()> {
        match self.takes_sign(",") {
            true => Ok(()),
            false => {
                let code = "ParseExpectedArgumentDelimiter";
                Err(self.refuse(code, "Expected argument delimiter, found"))
            }
        }
    }

    /// A part of a date. Those of the time zone can be extracted only.
    fn part(&mut self, with_zone: bool) -> Result<Part> {
        let part = match self.peek() {
            Token::Name(word, false) => Part::parse(word),
            _ => None,
        };
        match part.filter(|part| with_zone || *part <= Part::Second) {
            Some(part) => {
                self.skip();
                Ok(part)
            }
            None => Err(self.refuse("ParseExpectedDatePart", "Expected date part, found")),
        }
    }

    /// `SUBSTRING(text FROM 2 FOR 3)`, `SUBSTRING(text, 2, 3)`.
    fn substring(&mut self) -> Result<Expr> {
        let mut arguments = vec![self.expression()?];
        let by_words = self.takes("from");
        if !by_words {
            self.comma()?;
        }
        arguments.push(self.expression()?);
        let goes_on = if by_words { self.takes_word("for") } else { self.takes_sign(",") };
        if goes_on {
            arguments.push(self.expression()?);
        }
        self.close()?;
        Ok(Expr::Call(Function::Substring, arguments))
    }

    /// `TRIM(text)`, `TRIM(LEADING FROM text)`, `TRIM(BOTH 'x' FROM text)`, `TRIM('x' FROM text)`.
    fn trim(&mut self) -> Result<Expr> {
        let side = if self.takes_word("leading") {
            Some(Side::Leading)
        } else if self.takes_word("trailing") {
            Some(Side::Trailing)
        } else if self.takes_word("both") {
            Some(Side::Both)
        } else {
            None
        };
        let mut arguments = Vec::new();
        if side.is_some() && self.takes("from") {
            arguments.push(self.expression()?);
        } else {
            arguments.push(self.expression()?);
            if self.takes("from") {
                arguments.push(self.expression()?);
            } else if side.is_some() {
                self.expect("from")?;
            }
        }
        self.close()?;
        Ok(Expr::Call(Function::Trim(side.unwrap_or(Side::Both)), arguments))
    }
}

/// Not as many arguments as the function has.
pub(crate) fn wrong_count() -> Refusal {
    Refusal::new(
        "EvaluatorInvalidArguments",
        "There is an incorrect number of arguments in the function call in the SQL expression.",
    )
}
