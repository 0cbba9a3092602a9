use super::ast::{Kind, Returning, Statement, Tuple};
use super::parse;
use crate::expression::{Comparator, Path, Step};
use proptest::prelude::*;
use shapes::AttributeValue;

fn read(text: &str) -> Statement {
    parse(text).unwrap_or_else(|refusal| panic!("{text}: {}", refusal.message)).0
}

fn said(text: &str) -> String {
    parse(text).map(|read| format!("{read:?}")).unwrap_or_else(|refusal| refusal.message)
}

#[test]
fn what_cannot_be_read_is_told_as_aws_tells_it() {
    let unread = "Statement wasn't well formed, can't be processed: ";
    for (text, why) in [
        ("SELECT * FROM \"t\" WHERE pk = 1 foo", "Unexpected token after expression"),
        ("SELECT * FROM \"t\" WHERE pk = 1 e5", "Unexpected token after expression"),
        ("INSERT INTO \"t\" VALUE {'pk': 1} foo", "Unexpected token after expression"),
        ("UPDATE \"t\" SET a = 9 WHERE pk = 1 foo", "Unexpected token after expression"),
        ("DELETE FROM \"t\" WHERE pk = 1 foo", "Unexpected token after expression"),
        ("SELECT * FROM \"t\" WHERE pk = 1)", "Unexpected token after expression"),
        ("DELETE FROM \"t\" WHERE pk = 1 ORDER BY pk", "Unexpected token after expression"),
        ("SELECT * FROM \"t\" ORDER BY pk WHERE pk = 1", "Unexpected token after expression"),
        ("INSERT INTO \"t\" t VALUE {'pk': 'x'}", "Unexpected token after expression"),
        ("FROM \"t\" SET c = 1 WHERE pk = 'x'", "Unexpected token after expression"),
        ("SELECT * FROM \"t\"; SELECT * FROM \"t\"", "Unexpected token after expression"),
        ("SELECT * FROM \"t\" WHERE pk = 1e2147483648", ""),
        ("SELECT * FROM \"t\" WHERE pk = 1 # note", ""),
        ("SELECT * FROM \"t", ""),
        ("SELECT * FROM \"t\" WHERE", "Unexpected term"),
        ("SELECT * FROM \"t\" WHERE;", "Unexpected term"),
        ("UPDATE \"t\" SET a = 1 WHERE", "Unexpected term"),
        ("SELECT * FROM \"t\" WHERE NOT", "Unexpected term"),
        ("SELECT * FROM \"t\" WHERE (", "Unexpected term"),
        ("SELECT * FROM", "Unexpected term"),
        (
            "SELECT * FROM \"t\" WHERE pk = 'a' AND",
            "Missing right-hand side expression of infix operator",
        ),
        ("SELECT * FROM \"t\" WHERE ORDER BY pk", "Unexpected keyword"),
        ("SELECT * FROM \"t\" WHERE pad = 'none'", "Unexpected keyword"),
        ("SELECT * FROM \"t\" WHERE IS NULL", "Unexpected operator"),
        ("SELECT * FROM \"t\" WHERE pk = LIKE", "Unexpected operator"),
        ("SELECT * FROM \"t\" WHERE x IS FOO", "Expected type name"),
        ("DELETE FROM", "Expected identifier for simple path"),
        ("DELETE FROM;", "Expected identifier for simple path"),
        ("DELETE FROM WHERE pk = 'a'", "Expected identifier for simple path"),
        ("SLECT * FROM \"t\" WHERE pk = 'a'", "Expected data manipulation"),
    ] {
        assert_eq!(said(text), format!("{unread}{why}"), "{text}");
    }
}

#[test]
fn what_dynamodb_has_not_is_told_as_aws_tells_it() {
    let overflow =
        "Number overflow. Attempting to store a number with magnitude larger than supported range";
    let deep = format!("UPDATE t SET d = {}1{} WHERE pk = 'x'", "[".repeat(32), "]".repeat(32));
    let root = format!("root{}", "[0]".repeat(32));
    for (text, expected) in [
        ("SELECT * FROM \"t\" u WHERE pk = 'x'", "Aliasing is not supported".to_owned()),
        ("SELECT * FROM \"t\" AS u WHERE pk = 'x'", "Aliasing is not supported".to_owned()),
        ("UPDATE \"t\" u SET a = 3 WHERE pk = 'x'", "Aliasing is not supported".to_owned()),
        ("DELETE FROM \"t\" u WHERE pk = 'x'", "Aliasing is not supported".to_owned()),
        ("SELECT * FROM \"t\" WHERE pk = 1e126", format!("{overflow} under root")),
        ("INSERT INTO \"t\" VALUE {'pk': 1e126}", format!("{overflow} under root")),
        ("INSERT INTO t VALUE {'pk': 1, 'm': {'x': 1e126}}", format!("{overflow} under root.x")),
        ("INSERT INTO t VALUE {'pk': 1, 'l': [1, 1e126]}", format!("{overflow} under root[1]")),
        (&deep, format!("Nesting Levels have exceeded supported limits under {root}")),
        (
            "UPDATE t SET x = [?] WHERE pk = 'x'",
            "Unsupported data type: Parameter under key root[0] at 1:19:1".to_owned(),
        ),
        ("x IS DOUBLE PRECISION", "Unsupported operation: IsType".to_owned()),
        ("SELECT * FROM \"t\".\"\" WHERE a = 1", "Path component cannot be an empty string".into()),
        (
            "SELECT * FROM t.i.x",
            "A path may contain at most 2 components in the FROM clause".to_owned(),
        ),
        (
            "DELETE FROM t WHERE pk = 'x' RETURNING MODIFIED OLD *",
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed \
             in DELETE statements."
                .to_owned(),
        ),
        ("INSERT INTO t VALUE {'a': 1, 'a': 2}", "Duplicate keys in tuple. Key: a under root".into()),
        ("INSERT INTO t VALUE {'a': <<>>}", "Empty bags are not supported".to_owned()),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn selects_are_read() {
    let text = "select a.\"b\"[1], c from \"t\".\"i\" where pk = ? and (x between 1 and -2 or not \
                begins_with(y, 'z')) order by sk desc, pk -- note";
    let Statement::Select(select) = read(text) else { panic!() };
    let steps = [Step::Name("b".to_owned()), Step::Index(1)];
    assert_eq!(select.paths, [Path::attribute("a").with(steps), Path::attribute("c")]);
    assert_eq!((&*select.source.table, select.source.index.as_deref()), ("t", Some("i")));
    assert_eq!(select.order, [("sk".to_owned(), true), ("pk".to_owned(), false)]);
    let Kind::And(all) = select.condition.unwrap().kind else { panic!() };
    let Kind::Compare(left, Comparator::Eq, right) = &all[0].kind else { panic!() };
    assert_eq!(left.kind, Kind::Path(Path::attribute("pk")));
    assert_eq!(right.kind, Kind::Parameter(0));
    let Kind::Or(either) = &all[1].kind else { panic!() };
    assert!(matches!(either[0].kind, Kind::Between(_)));
    assert!(
        matches!(&either[1].kind, Kind::Not(it) if matches!(&it.kind, Kind::Call(name, _) if name == "begins_with"))
    );
    let conditions = [
        "x IS NOT MISSING AND y IS NULL",
        "a IN (1, 2) OR a NOT IN ['x', ?]",
        "size(a.b) >= 3 AND attribute_type(a, 'SS') AND contains(\"x\", 1)",
        "'x' = a AND - - 1 <> a AND a = <<'x', 'y'>> AND b = {'k': [true, null]}",
        "NOT (a = 1 AND NOT b = 2)",
    ];
    for condition in conditions {
        read(&format!("SELECT * FROM t WHERE {condition};"));
    }
}

#[test]
fn writes_are_read() {
    let Statement::Insert(insert) = read("INSERT INTO t VALUE {'pk': ?, 'n': 7.31e6}") else {
        panic!()
    };
    let Tuple::Attributes(attributes) = insert.item else { panic!() };
    assert_eq!(attributes[0].1.kind, Kind::Parameter(0));
    assert_eq!(attributes[1].1.kind, Kind::Value(AttributeValue::N("7310000".to_owned())));
    let text = "UPDATE \"t\" SET a = a + 1, b = list_append(b, [1]) REMOVE c.d SET e = set_add(e, \
                <<1>>) WHERE pk = 'x' RETURNING MODIFIED NEW *";
    let Statement::Update(update) = read(text) else { panic!() };
    let removes: Vec<bool> = update.changes.iter().map(|(_, value)| value.is_none()).collect();
    assert_eq!(removes, [false, false, true, false]);
    assert_eq!(update.returning, Some(Returning { modified: true, new: true }));
    let Statement::Update(update) = read("FROM t WHERE pk = 'x' SET a = 1") else { panic!() };
    assert!(update.condition.is_some());
    assert!(matches!(read("EXISTS(SELECT * FROM t WHERE pk = 1)"), Statement::Exists(_)));
    assert!(matches!(read("DELETE FROM t WHERE pk = 1 RETURNING ALL OLD *"), Statement::Delete(_)));
}

#[test]
fn depth_has_an_end() {
    let text = format!("SELECT * FROM t WHERE {}a{}", "(".repeat(4000), ")".repeat(4000));
    assert!(parse(&text).is_err());
    read(&format!("SELECT * FROM t WHERE {} a = 1", "NOT ".repeat(2000)));
    assert!(parse(&format!("SELECT * FROM t WHERE a = 1{}", " + a".repeat(1500))).is_err());
    assert!(parse(&format!("SELECT * FROM t WHERE a{}", " = a".repeat(1500))).is_err());
    read(&format!("SELECT * FROM t WHERE a = 1{}", " OR a = 2".repeat(800)));
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in ".{0,200}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_words_make_the_parser_panic(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..40),
    ) {
        let text = words.join(" ");
        if let Err(refusal) = parse(&text) {
            prop_assert!(refusal.at.start <= refusal.at.end && refusal.at.end <= text.len());
        }
    }
}

const WORDS: &[&str] = &[
    "SELECT",
    "FROM",
    "WHERE",
    "INSERT",
    "INTO",
    "VALUE",
    "UPDATE",
    "SET",
    "REMOVE",
    "DELETE",
    "RETURNING",
    "ALL",
    "OLD",
    "*",
    "ORDER",
    "BY",
    "AND",
    "OR",
    "NOT",
    "IN",
    "BETWEEN",
    "IS",
    "MISSING",
    "EXISTS",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<<",
    ">>",
    ",",
    ".",
    ":",
    ";",
    "?",
    "=",
    "<",
    "+",
    "-",
    "a",
    "\"t\"",
    "'x'",
    "1",
    ".5e3",
    "true",
    "null",
    "size",
    "set_add",
];
