//! Rules of composite alarms: `ALARM("a") AND NOT (OK(b) OR TRUE)`. Pure.

use crate::records::alarm::State;

/// How deep a rule may nest.
const DEEPEST: usize = 50;
/// The most alarms of a rule ("Creating a composite alarm").
const MOST: usize = 100;

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    Constant(bool),
    /// The alarm of this name or ARN is in this state.
    Is(State, String),
    Not(Box<Rule>),
    All(Vec<Rule>),
    Any(Vec<Rule>),
    AtLeast {
        least: Least,
        state: State,
        is_in: bool,
        alarms: Vec<String>,
    },
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Least {
    Count(usize),
    Percent(usize),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(char),
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0 };
        let rule = parser.any()?;
        if parser.at < parser.tokens.len() {
            return Err("it goes on after its end".to_owned());
        }
        match rule.alarms().len() {
            count if count > MOST => Err(format!("it names more than {MOST} alarms")),
            _ => Ok(rule),
        }
    }

    /// The alarms that it names, as it names them.
    pub fn alarms(&self) -> Vec<&str> {
        match self {
            Rule::Constant(_) => Vec::new(),
            Rule::Is(_, alarm) => vec![alarm],
            Rule::Not(inside) => inside.alarms(),
            Rule::All(all) | Rule::Any(all) => all.iter().flat_map(|it| it.alarms()).collect(),
            Rule::AtLeast { alarms, .. } => alarms.iter().map(|it| &**it).collect(),
        }
    }

    /// Whether it holds; an alarm that is not there is in no state.
    pub fn holds(&self, state_of: &dyn Fn(&str) -> Option<State>) -> bool {
        match self {
            Rule::Constant(value) => *value,
            Rule::Is(state, alarm) => state_of(alarm) == Some(*state),
            Rule::Not(inside) => !inside.holds(state_of),
            Rule::All(all) => all.iter().all(|it| it.holds(state_of)),
            Rule::Any(all) => all.iter().any(|it| it.holds(state_of)),
            Rule::AtLeast { least, state, is_in, alarms } => {
                let fits =
                    |alarm: &&String| state_of(alarm).is_some_and(|it| (it == *state) == *is_in);
                let count = alarms.iter().filter(fits).count();
                match least {
                    Least::Count(least) => count >= *least,
                    Least::Percent(percent) => count * 100 >= percent * alarms.len(),
                }
            }
        }
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' | ',' => {
                tokens.push(Token::Sign(first));
                1
            }
            '"' | '\'' => {
                let end = rest[1..].find(first).ok_or("a name has no end")?;
                tokens.push(Token::Quoted(rest[1..=end].to_owned()));
                end + 2
            }
            _ => {
                let ends = |it: char| it.is_whitespace() || "(),\"'".contains(it);
                let length = rest.find(ends).unwrap_or(rest.len());
                tokens.push(Token::Word(rest[..length].to_owned()));
                length
            }
        };
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn is_word(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.at), Some(Token::Word(own)) if own.eq_ignore_ascii_case(word))
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let is_next = self.is_word(word);
        self.at += usize::from(is_next);
        is_next
    }

    fn sign(&mut self, sign: char) -> Result<(), String> {
        if self.tokens.get(self.at) == Some(&Token::Sign(sign)) {
            self.at += 1;
            return Ok(());
        }
        Err(format!("a '{sign}' is missing"))
    }

    fn any(&mut self) -> Result<Rule, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("it is nested too deeply".to_owned());
        }
        let mut all = vec![self.all()?];
        while self.takes_word("OR") {
            all.push(self.all()?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 { all.remove(0) } else { Rule::Any(all) })
    }

    fn all(&mut self) -> Result<Rule, String> {
        let mut all = vec![self.one()?];
        while self.takes_word("AND") {
            all.push(self.one()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Rule::All(all) })
    }

    fn one(&mut self) -> Result<Rule, String> {
        let mut nots = 0;
        while self.takes_word("NOT") {
            nots += 1;
        }
        let rule = self.plain()?;
        Ok(if nots % 2 == 0 { rule } else { Rule::Not(Box::new(rule)) })
    }

    fn plain(&mut self) -> Result<Rule, String> {
        let token = self.tokens.get(self.at).cloned().ok_or("it ends too early")?;
        self.at += 1;
        let word = match token {
            Token::Sign('(') => {
                let inside = self.any()?;
                self.sign(')')?;
                return Ok(inside);
            }
            Token::Word(word) => word.to_ascii_uppercase(),
            Token::Quoted(_) | Token::Sign(_) => return Err("a function is missing".to_owned()),
        };
        match &*word {
            "TRUE" => return Ok(Rule::Constant(true)),
            "FALSE" => return Ok(Rule::Constant(false)),
            "AT_LEAST" => return self.at_least(),
            _ => {}
        }
        let state = State::named(&word).ok_or_else(|| format!("{word} is no function"))?;
        self.sign('(')?;
        let alarm = self.name()?;
        self.sign(')')?;
        Ok(Rule::Is(state, alarm))
    }

    fn name(&mut self) -> Result<String, String> {
        match self.tokens.get(self.at).cloned() {
            Some(Token::Word(name) | Token::Quoted(name)) if !name.is_empty() => {
                self.at += 1;
                Ok(name)
            }
            _ => Err("the name of an alarm is missing".to_owned()),
        }
    }

    /// `AT_LEAST(2, ALARM, (a, b, c))`
    fn at_least(&mut self) -> Result<Rule, String> {
        self.sign('(')?;
        let text = self.name()?;
        let number = |text: &str| text.parse().map_err(|_| format!("{text} is no number"));
        let least = match text.strip_suffix('%') {
            Some(percent) => Least::Percent(number(percent)?),
            None => Least::Count(number(&text)?),
        };
        self.sign(',')?;
        let is_in = !self.takes_word("NOT");
        let word = self.name()?.to_ascii_uppercase();
        let state = State::named(&word).ok_or_else(|| format!("{word} is no state"))?;
        self.sign(',')?;
        self.sign('(')?;
        let mut alarms = vec![self.name()?];
        while self.sign(',').is_ok() {
            alarms.push(self.name()?);
        }
        self.sign(')')?;
        self.sign(')')?;
        let is_possible = match least {
            Least::Count(count) => (1..=alarms.len()).contains(&count),
            Least::Percent(percent) => (1..=100).contains(&percent),
        };
        if !is_possible {
            return Err(format!("{text} is not possible of {} alarms", alarms.len()));
        }
        Ok(Rule::AtLeast { least, state, is_in, alarms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `a` is in alarm, `b` is OK, `c` has no data.
    fn state_of(alarm: &str) -> Option<State> {
        match alarm {
            "a" | "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a" => Some(State::Alarm),
            "b" | "b and more" => Some(State::Ok),
            "c" => Some(State::InsufficientData),
            _ => None,
        }
    }

    #[test]
    fn rules_hold_or_not() {
        for (text, expected) in [
            ("ALARM(a)", true),
            ("ALARM(\"a\") AND OK(b)", true),
            ("ALARM(b) OR OK('b and more')", true),
            ("NOT ALARM(a)", false),
            ("NOT (ALARM(a) AND ALARM(b))", true),
            ("ALARM(b) OR ALARM(a) AND INSUFFICIENT_DATA(c)", true),
            ("(ALARM(b) OR ALARM(a)) AND OK(c)", false),
            ("TRUE AND NOT FALSE", true),
            ("ALARM(arn:aws:cloudwatch:us-east-1:000000000000:alarm:a)", true),
            ("ALARM(gone)", false),
            ("NOT ALARM(gone)", true),
            ("AT_LEAST(1, ALARM, (a, b, c))", true),
            ("AT_LEAST(2, ALARM, (a, b, c))", false),
            ("AT_LEAST(2, NOT ALARM, (a, b, c))", true),
            ("AT_LEAST(50%, OK, (a, b))", true),
            ("alarm(a) and not ok(a)", true),
        ] {
            assert_eq!(Rule::parse(text).map(|it| it.holds(&state_of)), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in [
            "",
            "ALARM",
            "ALARM()",
            "ALARM(a",
            "ALARM(a) ALARM(b)",
            "ALARM(a) AND",
            "WORSE(a)",
            "a",
            "AT_LEAST(4, ALARM, (a, b))",
            "AT_LEAST(x, ALARM, (a))",
            "\"a\"",
            "ALARM(\"a)",
        ] {
            assert!(Rule::parse(text).is_err(), "{text}");
        }
        assert!(Rule::parse(&"(".repeat(1000)).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[A-Z_a-c()\", 0-9%é]{0,40}") {
            let _ = Rule::parse(&text);
        }
    }
}
