//! What is refused, in which words; what is read is held to rows in the machine's tests.

use super::*;

/// Expressions, and the codes and sentences that they are refused with.
const NO_QUERIES: &[(&str, &str, &str)] = &[
    // Recorded from S3.
    (
        "SELECT CounterID, count(*) FROM S3Object GROUP BY CounterID ORDER BY count(*) DESC LIMIT 10",
        "ParseUnexpectedToken",
        "Unexpected token found KEYWORD:UNKNOWN at line 1, column 61.",
    ),
    (
        "SELECT * FROM S3OBJECT s WHERE s.5 = `true`",
        "ParseUnexpectedToken",
        "Unexpected token found LITERAL:5d-1 at line 1, column 33.",
    ),
    (
        "SELECT * FROM S3OBJECT s WHERE s.'odd' is \"true\"",
        "ParseInvalidPathComponent",
        "Invalid Path component, expecting either an IDENTIFIER or STAR, got: LITERAL,at line \
             1, column 34.",
    ),
    (
        "SELECT * FROM S3OBJECT s WHERE s.odd is \"true\"",
        "ParseExpectedTypeName",
        "Expected type name, found QUOTED_IDENTIFIER:'true' at line 1, column 41.",
    ),
    (
        "SELECT * FROM S3OBJECT s WHERE s._1 = % 'x'",
        "ParseUnexpectedOperator",
        "Unexpected operator OPERATOR:'%' at line 1, column 39.",
    ),
    // In the same form.
    (
        "SELECT a FROM S3Object ORDER BY a",
        "ParseUnexpectedToken",
        "Unexpected token found KEYWORD:UNKNOWN at line 1, column 24.",
    ),
    (
        "SELECT",
        "ParseExpectedExpression",
        "Expected expression, found EOF:UNKNOWN at line 1, column 7.",
    ),
    (
        "SELECT FROM S3Object",
        "ParseEmptySelect",
        "Found empty SELECT list KEYWORD:UNKNOWN at line 1, column 8.",
    ),
    (
        "SELECT a",
        "ParseSelectMissingFrom",
        "Missing FROM after SELECT list EOF:UNKNOWN at line 1, column 9.",
    ),
    (
        "DELETE FROM S3Object",
        "ParseUnexpectedToken",
        "Unexpected token found IDENTIFIER:DELETE at line 1, column 1.",
    ),
    (
        "SELECT * FROM S3Object LIMIT x",
        "ParseExpectedNumber",
        "Expected number, found IDENTIFIER:x at line 1, column 30.",
    ),
    ("SELECT * FROM S3Object LIMIT -1", "EvaluatorNegativeLimit", "LIMIT must not be negative."),
    (
        "SELECT CAST 1 AS INT FROM S3Object",
        "ParseExpectedLeftParenAfterCast",
        "Expected left parenthesis after CAST LITERAL:1 at line 1, column 13.",
    ),
    (
        "SELECT a AS 5 FROM S3Object",
        "ParseExpectedIdentForAlias",
        "Expected identifier for alias LITERAL:5 at line 1, column 13.",
    ),
    (
        "SELECT (1 FROM S3Object",
        "ParseExpectedTokenType",
        "Expected token of type RIGHT_PAREN, found KEYWORD:UNKNOWN at line 1, column 11.",
    ),
];

#[test]
fn what_is_no_query_is_refused_as_s3_does() {
    for (text, code, message) in NO_QUERIES {
        let refusal = parse(text).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (*code, *message), "{text}");
    }
}

#[test]
fn what_s3_has_not_is_refused_by_its_code() {
    for (text, code) in [
        ("SELECT a FROM S3Object GROUP BY a", "UnsupportedSqlStructure"),
        ("SELECT a FROM S3Object HAVING a > 1", "UnsupportedSqlStructure"),
        ("SELECT DISTINCT a FROM S3Object", "UnsupportedSqlStructure"),
        ("SELECT a FROM (SELECT 1 FROM S3Object)", "UnsupportedSqlStructure"),
        ("SELECT a FROM S3Object WHERE a IN (SELECT 1)", "UnsupportedSqlStructure"),
        ("SELECT a FROM S3Object s, S3Object t", "MultipleDataSourcesUnsupported"),
        ("SELECT a FROM S3Object s JOIN S3Object t ON 1", "MultipleDataSourcesUnsupported"),
        ("SELECT a FROM other", "InvalidDataSource"),
        ("SELECT a FROM S3Object.b", "InvalidKeyPath"),
        ("SELECT *, a FROM S3Object", "ParseAsteriskIsNotAloneInSelectList"),
        ("SELECT a, * FROM S3Object", "ParseAsteriskIsNotAloneInSelectList"),
        ("SELECT s.a[*] FROM S3Object s", "ParseInvalidContextForWildcardInSelectList"),
        ("SELECT s.*, a FROM S3Object s", "ParseInvalidContextForWildcardInSelectList"),
        ("SELECT SUM(*) FROM S3Object", "ParseUnsupportedCallWithStar"),
        ("SELECT SUM(a, b) FROM S3Object", "ParseNonUnaryAgregateFunctionCall"),
        ("SELECT COUNT(DISTINCT a) FROM S3Object", "UnsupportedSqlStructure"),
        ("SELECT a, COUNT(*) FROM S3Object", "UnsupportedSqlStructure"),
        ("SELECT SUM(SUM(a)) FROM S3Object", "UnsupportedSqlStructure"),
        ("SELECT a FROM S3Object WHERE COUNT(*) > 1", "UnsupportedSqlStructure"),
        ("SELECT foo(a) FROM S3Object", "UnsupportedFunction"),
        ("SELECT LOWER(a, b) FROM S3Object", "EvaluatorInvalidArguments"),
        ("SELECT EXTRACT(week FROM a) FROM S3Object", "ParseExpectedDatePart"),
        ("SELECT DATE_ADD(timezone_hour, 1, a) FROM S3Object", "ParseExpectedDatePart"),
        ("SELECT DATE_ADD(year 1, a) FROM S3Object", "ParseExpectedArgumentDelimiter"),
        ("SELECT LOWER(a FROM S3Object", "ParseExpectedRightParenBuiltinFunctionCall"),
        ("SELECT CASE END FROM S3Object", "ParseUnExpectedKeyword"),
        ("SELECT CASE a ELSE b END FROM S3Object", "ParseExpectedWhenClause"),
        ("SELECT CAST(a AS NUMBER) FROM S3Object", "ParseExpectedTypeName"),
        ("SELECT a BETWEEN 1 FROM S3Object", "ParseExpectedKeyword"),
        ("SELECT ) FROM S3Object", "ParseUnexpectedTerm"),
        ("SELECT a FROM S3Object WHERE a b", "ParseUnexpectedToken"),
        ("SELECT a FROM 's3object'", "ParseUnexpectedToken"),
    ] {
        assert_eq!(parse(text).map_err(|it| it.code), Err(code), "{text}");
    }
}

#[test]
fn no_expression_is_too_deep_for_the_stack() {
    for (before, after) in [
        ("(", ")"),
        ("NOT ", ""),
        ("- ", ""),
        ("1+", ""),
        ("1*", ""),
        ("1=", ""),
        ("1+(", ")"),
        ("[", "]"),
        ("LOWER(", ")"),
        ("CASE WHEN ", " THEN 1 END"),
        ("a IN ", ""),
    ] {
        let text = format!("SELECT {}1{} FROM S3Object", before.repeat(9000), after.repeat(9000));
        assert_eq!(parse(&text).unwrap_err().code, "MaxOperatorsExceeded", "{before}");
    }
    let many = format!("SELECT * FROM S3Object WHERE {}", vec!["a = 1"; 9000].join(" OR "));
    assert!(parse(&many).is_ok());
    let long = format!("SELECT '{}' FROM S3Object", "x".repeat(MAX_BYTES));
    assert_eq!(parse(&long).unwrap_err().code, "ExpressionTooLong");
}
