//! Reads expressions. What is wrong with one is found in AWS's order: first that it cannot be read
//! at all, then by the kind of what is wrong, and only within a kind by where it stands.

mod condition;
mod lexer;
mod reserved;
mod update;

use super::path::{Clash, Path, Step};
use super::{Action, Placeholders, Test};
use crate::errors::invalid;
use crate::value::DEEPEST;
use lexer::{Kind, Tokens};
use platform::Result;
use std::collections::BTreeMap;

/// How long an expression may be.
const LONGEST: usize = 4096;
/// How many operators and functions an expression may have.
const MOST_OPERATORS: usize = 300;
/// How deep functions may stand in one another: any that AWS takes are less deep.
const DEEPEST_CALL: usize = 16;
/// The largest index of a list.
const LARGEST_INDEX: usize = i32::MAX as usize;

/// What is wrong, without the expression's kind.
type Read<T> = std::result::Result<T, String>;

/// Kinds of what can be wrong with an expression that can be read, in the order in which they are
/// told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A reserved word, in an update or projection.
    Reserved,
    Parentheses,
    UnknownFunction,
    MisusedFunction,
    /// A reserved word, in a condition.
    ConditionReserved,
    Section,
    /// What is wrong with the first comparison or function of a condition that something is wrong
    /// with. What follows is found for each by itself.
    Leaf,
    UndefinedName,
    UndefinedValue,
    Overlap,
    Conflict,
    ActionType,
    Operands,
    Distinct,
    OperandType,
}

/// The first of each kind that was found.
#[derive(Debug, Default)]
struct Findings(BTreeMap<Rank, String>);

impl Findings {
    fn note(&mut self, rank: Rank, message: impl FnOnce() -> String) {
        self.0.entry(rank).or_insert_with(message);
    }

    /// What is told of them.
    fn worst(&mut self) -> Option<String> {
        self.0.pop_first().map(|(_, message)| message)
    }
}

/// An expression that is being read.
struct Reader<'t, 'p> {
    tokens: Tokens<'t>,
    placeholders: &'p mut Placeholders,
    /// Words that no path may have here.
    keywords: &'static [&'static str],
    /// Whether it is a condition.
    condition: bool,
    findings: Findings,
    /// What was found in the comparison or function of a condition that is being read.
    leaf: Findings,
    operators: usize,
    /// How many functions stand around the one that is being read.
    calls: usize,
}

pub(super) fn condition(
    what: &'static str,
    text: &str,
    placeholders: &mut Placeholders,
) -> Result<Test> {
    let keywords = &["AND", "OR", "NOT", "BETWEEN", "IN"];
    read(what, text, placeholders, keywords, |reader| reader.whole_condition())
}

pub(super) fn update(text: &str, placeholders: &mut Placeholders) -> Result<Vec<(Path, Action)>> {
    let keywords = &["SET", "REMOVE", "ADD", "DELETE"];
    read("UpdateExpression", text, placeholders, keywords, |reader| reader.whole_update())
}

pub(super) fn projection(text: &str, placeholders: &mut Placeholders) -> Result<Vec<Path>> {
    read("ProjectionExpression", text, placeholders, &[], |reader| reader.whole_projection())
}

fn read<T>(
    what: &'static str,
    text: &str,
    placeholders: &mut Placeholders,
    keywords: &'static [&'static str],
    how: impl FnOnce(&mut Reader<'_, '_>) -> Read<T>,
) -> Result<T> {
    let wrong = |message: String| invalid(format!("Invalid {what}: {message}"));
    if text.len() > LONGEST {
        let size = text.len();
        return Err(wrong(format!(
            "Expression size has exceeded the maximum allowed size; expression size: {size}"
        )));
    }
    let tokens = Tokens::new(text);
    if tokens.is_empty() {
        return Err(wrong("The expression can not be empty;".to_owned()));
    }
    let condition = !matches!(what, "UpdateExpression" | "ProjectionExpression");
    let mut reader = Reader {
        tokens,
        placeholders,
        keywords,
        condition,
        findings: Findings::default(),
        leaf: Findings::default(),
        operators: 0,
        calls: 0,
    };
    let read = how(&mut reader).map_err(wrong)?;
    match reader.findings.worst() {
        Some(message) => Err(wrong(message)),
        None => Ok(read),
    }
}

impl<'t> Reader<'t, '_> {
    /// Takes this punctuation or operator, which must come.
    fn expect(&mut self, sign: &str) -> Read<()> {
        if self.tokens.take(sign) { Ok(()) } else { Err(self.tokens.unexpected()) }
    }

    /// Notes something that is wrong with what stands at one place.
    fn note(&mut self, rank: Rank, message: impl FnOnce() -> String) {
        match rank > Rank::Leaf && self.condition {
            true => self.leaf.note(rank, message),
            false => self.findings.note(rank, message),
        }
    }

    /// Counts an operator or function.
    fn count(&mut self) -> Read<()> {
        self.operators += 1;
        if self.operators <= MOST_OPERATORS {
            return Ok(());
        }
        let count = self.operators;
        Err(format!("The expression contains too many operators; operator count: {count}"))
    }

    fn is_keyword(&self) -> bool {
        let token = self.tokens.peek();
        self.keywords.iter().any(|word| token.is_word(word))
    }

    /// A name as it is written or by its placeholder; nothing if that stands for nothing.
    fn name(&mut self) -> Read<Option<String>> {
        let token = self.tokens.peek();
        let name = match token.kind {
            Kind::Word if !self.is_keyword() => {
                if reserved::is_reserved(token.text) {
                    let condition = self.condition;
                    let rank = if condition { Rank::ConditionReserved } else { Rank::Reserved };
                    self.note(rank, || {
                        let name = token.text;
                        format!("Attribute name is a reserved keyword; reserved keyword: {name}")
                    });
                }
                Some(token.text.to_owned())
            }
            Kind::Name => {
                let name = self.placeholders.name(token.text);
                if name.is_none() {
                    self.note(Rank::UndefinedName, || {
                        format!(
                            "An expression attribute name used in the document path is not \
                             defined; attribute name: {}",
                            token.text
                        )
                    });
                }
                name
            }
            _ => return Err(self.tokens.unexpected()),
        };
        self.tokens.next();
        Ok(name)
    }

    /// A path; nothing if something in it is not defined.
    fn path(&mut self) -> Read<Option<Path>> {
        let head = self.name()?;
        self.path_behind(head.map(Path::attribute))
    }

    /// Whether a path goes on.
    fn goes_on(&self) -> bool {
        let token = self.tokens.peek();
        token.is(".") || token.is("[")
    }

    /// The rest of a path.
    fn path_behind(&mut self, mut path: Option<Path>) -> Read<Option<Path>> {
        while self.goes_on() {
            let step = match self.tokens.next().text {
                "." => self.name()?.map(Step::Name),
                _ => Some(Step::Index(self.index()?)),
            };
            path = path.and_then(|path| Some(path.with([step?])));
        }
        if let Some(depth) = path.as_ref().map(Path::depth).filter(|depth| *depth > DEEPEST) {
            self.note(Rank::UndefinedName, || {
                format!("The document path has too many nesting levels; nesting levels: {depth}")
            });
        }
        Ok(path)
    }

    fn index(&mut self) -> Read<usize> {
        let token = self.tokens.peek();
        if token.kind != Kind::Index {
            return Err(self.tokens.unexpected());
        }
        self.tokens.next();
        self.expect("]")?;
        let index = token.text.parse().ok().filter(|index| *index <= LARGEST_INDEX);
        Ok(index.unwrap_or_else(|| {
            self.note(Rank::UndefinedName, || {
                format!("List index is not within the allowable range; index: [{}]", token.text)
            });
            0
        }))
    }

    /// What a value's placeholder stands for; nothing if it does for nothing.
    fn value(&mut self) -> Option<shapes::AttributeValue> {
        let key = self.tokens.next().text;
        let value = self.placeholders.value(key);
        if value.is_none() {
            let rank = if self.condition { Rank::UndefinedName } else { Rank::UndefinedValue };
            self.note(rank, || {
                format!(
                    "An expression attribute value used in expression is not defined; attribute \
                     value: {key}"
                )
            });
        }
        value
    }

    /// Whether a function is called next.
    fn is_call(&self) -> bool {
        let token = self.tokens.peek();
        token.kind == Kind::Word && !self.is_keyword() && self.tokens.look(1).is("(")
    }

    /// Enters a function's arguments.
    fn enter(&mut self) -> Read<&'t str> {
        let name = self.tokens.next().text;
        self.count()?;
        self.calls += 1;
        if self.calls > DEEPEST_CALL {
            return Err(misused(name));
        }
        self.expect("(")?;
        Ok(name)
    }

    /// What is separated by commas.
    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.tokens.take(",") {
            all.push(one(self)?);
        }
        Ok(all)
    }

    fn whole_projection(&mut self) -> Read<Vec<Path>> {
        let paths = self.list(Self::path)?;
        self.end()?;
        let paths: Vec<Path> = paths.into_iter().flatten().collect();
        self.check_paths(paths.iter());
        Ok(paths)
    }

    fn end(&self) -> Read<()> {
        match self.tokens.peek().kind {
            Kind::End => Ok(()),
            _ => Err(self.tokens.unexpected()),
        }
    }

    /// Notes paths that cannot stand beside each other.
    fn check_paths<'a>(&mut self, paths: impl Iterator<Item = &'a Path>) {
        let mut earlier: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
        for path in paths {
            let same_head = earlier.entry(path.head()).or_default();
            for other in same_head.iter() {
                let (rank, how) = match other.clash(path) {
                    Some(Clash::Overlap) => (Rank::Overlap, "overlap"),
                    Some(Clash::Conflict) => (Rank::Conflict, "conflict"),
                    None => continue,
                };
                self.note(rank, || {
                    format!(
                        "Two document paths {how} with each other; must remove or rewrite one of \
                         these paths; path one: {other}, path two: {path}"
                    )
                });
            }
            same_head.push(path);
        }
    }
}

fn misused(name: &str) -> String {
    format!("The function is not allowed to be used this way in an expression; function: {name}")
}

fn wrong_type(name: &str, kind: &str) -> String {
    format!(
        "Incorrect operand type for operator or function; operator or function: {name}, operand \
         type: {kind}"
    )
}

fn wrong_count(name: &str, count: usize) -> String {
    format!(
        "Incorrect number of operands for operator or function; operator or function: {name}, \
         number of operands: {count}"
    )
}

fn same_operands(sign: &str, path: &Path) -> String {
    format!(
        "The first operand must be distinct from the remaining operands for this operator or \
         function; operator: {sign}, first operand: {path}"
    )
}

fn needs_path(name: &str) -> String {
    format!("Operator or function requires a document path; operator or function: {name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn placeholders() -> Placeholders {
        let names = [("#a", "a"), ("#c", "c"), ("#d", "[3]"), ("#reserved", "name")];
        let names = names.map(|(key, name)| (key.to_owned(), name.to_owned()));
        Placeholders::new(Some(BTreeMap::from(names)), None).unwrap()
    }

    fn refused(text: &str) -> String {
        projection(text, &mut placeholders()).unwrap_err().message
    }

    #[test]
    fn projections_are_read() {
        let facts = [
            ("a", "[a]"),
            (" a , #reserved\t,b2_x ", "[a] [name] [b2_x]"),
            ("x.b[1].#c,y[0][17]", "[x, b, [1], c] [y, [0], [17]]"),
        ];
        for (text, paths) in facts {
            let read = projection(text, &mut placeholders()).unwrap();
            let shown = read.iter().map(Path::to_string).collect::<Vec<_>>().join(" ");
            assert_eq!(shown, paths, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_shown_with_what_stands_around_it() {
        let facts = [
            ("a b", "b", "a b"),
            ("a x b", "x", "a x b"),
            ("a,", "<EOF>", ","),
            ("_123", "_", "_123"),
            ("a..b", ".", "..b"),
            ("a[b]", "b", "[b]"),
            ("a[:b]", ":b", "[:b]"),
            ("a[4.5]", ".", "4.5"),
            ("a[1", "<EOF>", "1"),
            ("\u{fc}", "\u{fc}", "\u{fc}"),
            ("#$", "#", "#$"),
            ("(a)", "(", "(a"),
            (":a", ":a", ":a"),
            ("a!=b", "!", "a!="),
        ];
        for (text, token, near) in facts {
            let message = format!(
                "Invalid ProjectionExpression: Syntax error; token: \"{token}\", near: \"{near}\""
            );
            assert_eq!(refused(text), message, "{text}");
        }
    }

    #[test]
    fn what_is_read_and_wrong_is_refused_in_the_order_of_aws() {
        let too_deep = vec!["x"; 33].join(".");
        let facts = [
            ("", "The expression can not be empty;"),
            (" \n", "The expression can not be empty;"),
            ("#x, Name", "Attribute name is a reserved keyword; reserved keyword: Name"),
            (
                "a, a.b, #x",
                "An expression attribute name used in the document path is not defined; attribute \
                 name: #x",
            ),
            (
                "a, a.b",
                "Two document paths overlap with each other; must remove or rewrite one of these \
                 paths; path one: [a], path two: [a, b]",
            ),
            (
                "a.b, a[1]",
                "Two document paths conflict with each other; must remove or rewrite one of these \
                 paths; path one: [a, b], path two: [a, [1]]",
            ),
            (
                too_deep.as_str(),
                "The document path has too many nesting levels; nesting levels: 33",
            ),
            (
                "a[99999999999999999999]",
                "List index is not within the allowable range; index: [99999999999999999999]",
            ),
        ];
        for (text, message) in facts {
            assert_eq!(refused(text), format!("Invalid ProjectionExpression: {message}"), "{text}");
        }
        let long = "a".repeat(4097);
        assert_eq!(
            refused(&long),
            "Invalid ProjectionExpression: Expression size has exceeded the maximum allowed size; \
             expression size: 4097"
        );
        assert!(projection(&long[1..], &mut placeholders()).is_ok());
        assert!(projection(&vec!["x"; 32].join("."), &mut placeholders()).is_ok());
    }

    /// What expressions are made of, in any order.
    fn any_text() -> impl Strategy<Value = String> {
        let token = prop_oneof![
            "\\PC{0,3}",
            "[a-z#:_0-9.()\\[\\]=<>,+ -]{0,6}",
            proptest::sample::select(vec![
                "a",
                "#a",
                ":v",
                "#x",
                ":x",
                "name",
                "(",
                ")",
                "(",
                ")",
                ".",
                "[0]",
                ",",
                "=",
                "<>",
                "<=",
                "+",
                "-",
                "AND",
                "or",
                "NOT",
                "NOT(",
                "BETWEEN",
                "IN (",
                "SET",
                "REMOVE",
                "ADD",
                "DELETE",
                "size(",
                "contains(",
                "attribute_exists(",
                "attribute_type(",
                "begins_with(",
                "list_append(",
                "if_not_exists(",
                "a = :v",
                "a.b[1] > :v",
                "AND a = :v",
            ])
            .prop_map(str::to_owned),
        ];
        proptest::collection::vec(token, 0..24).prop_map(|tokens| tokens.join(" "))
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in any_text()) {
            let mut placeholders = placeholders();
            let _ = condition("ConditionExpression", &text, &mut placeholders);
            let _ = update(&text, &mut placeholders);
            let _ = projection(&text, &mut placeholders);
        }
    }

    #[test]
    fn what_is_deep_ends_in_an_error_and_not_in_the_stack() {
        for piece in [
            "(",
            "NOT ",
            "NOT (",
            "(a=:v AND ",
            "size(",
            "SET a = (",
            "SET a = list_append(",
            "a.",
            "a[0]",
            "SET a = if_not_exists(b, ",
            "a IN (",
            "((a)",
            "(a).",
            "a = (",
        ] {
            let (text, most) = (piece.repeat(4096 / piece.len()), &mut placeholders());
            let set = format!("SET a = {}", &text[..text.len().min(4000)]);
            for text in [text.as_str(), set.as_str()] {
                let _ = condition("ConditionExpression", text, most);
                let _ = update(text, most);
                let _ = projection(text, most);
            }
        }
    }
}
