//! Queries over objects, whole.

use super::*;
use crate::CsvOutput;

pub(crate) const NOW_MS: i64 = 1_500_000_000_123;

/// The result of a query over an object that comes in pieces of so many bytes.
pub(crate) fn run(question: Question<'_>, object: &[u8], piece: usize) -> Result<(String, Stats)> {
    let mut machine = Machine::new(question)?;
    let (mut out, mut at) = (Vec::new(), 0);
    loop {
        match machine.step()? {
            Next::Seek(to) => at = to as usize,
            Next::More if at >= object.len() => machine.end(),
            Next::More => {
                let end = object.len().min(at + piece);
                machine.feed(object[at..end].to_vec());
                at = end;
            }
            Next::Read(range) => {
                machine.feed(object[range.start as usize..range.end as usize].to_vec());
            }
            Next::Pause => {}
            Next::Records(records) => {
                assert!(!records.is_empty() && records.len() <= MAX_PAYLOAD);
                out.extend(records);
            }
            Next::Done => {
                assert_eq!(machine.step(), Ok(Next::Done));
                return Ok((String::from_utf8(out).unwrap(), machine.stats()));
            }
        }
    }
}

pub(crate) fn question(expression: &str, input: Input, output: Output) -> Question<'_> {
    Question { expression, input, output, range: 0..u64::MAX, now_ms: NOW_MS }
}

fn csv(header: Header) -> Input {
    Input::Csv(CsvInput { header, ..CsvInput::default() }, Packing::None)
}

fn json() -> Output {
    Output::Json("\n".to_owned())
}

const PEOPLE: &str = "name,Age,city\nAnna,31,Köln\nBen,9,Paris\nCleo,,\"Rome, Italy\"\n";

/// The lines of a result, joined by blanks; or the code of what was refused.
fn ask(expression: &str, input: Input, output: Output, object: &str) -> String {
    let results = [1, 7, 100_000].map(|piece| {
        let question = question(expression, input.clone(), output.clone());
        run(question, object.as_bytes(), piece).map(|(out, _)| out)
    });
    assert_eq!(results[0], results[2], "{expression}");
    assert_eq!(results[1], results[2], "{expression}");
    let [_, _, result] = results;
    result.map_or_else(|it| it.code.to_owned(), |it| it.trim_end().replace('\n', " / "))
}

#[test]
fn columns_are_named_by_headers_and_numbers() {
    let to_csv = || Output::Csv(CsvOutput::default());
    for (expression, header, expected) in [
        ("SELECT * FROM S3Object LIMIT 1", Header::None, "name,Age,city"),
        ("SELECT * FROM S3Object LIMIT 1", Header::Ignore, "Anna,31,Köln"),
        ("select s._2, _1 from s3object s limit 2", Header::Ignore, "31,Anna / 9,Ben"),
        ("SELECT s.name FROM S3Object s", Header::Use, "Anna / Ben / Cleo"),
        ("SELECT NAME, AGE FROM S3Object", Header::Use, "Anna,31 / Ben,9 / Cleo,"),
        ("SELECT \"Age\" FROM S3Object WHERE name = 'Ben'", Header::Use, "9"),
        ("SELECT s3object.city FROM s3object WHERE name = 'Cleo'", Header::Use, "\"Rome, Italy\""),
        ("SELECT s['city'] FROM S3Object s LIMIT 1", Header::Use, "Köln"),
        ("SELECT s.* FROM S3Object AS s LIMIT 1", Header::Use, "Anna,31,Köln"),
        ("SELECT s._1 FROM S3Object s LIMIT 1", Header::Use, "Anna"),
        ("SELECT s._9 FROM S3Object s LIMIT 1", Header::Use, ""),
        ("SELECT \"age\" FROM S3Object", Header::Use, "MissingHeaders"),
        ("SELECT s.street FROM S3Object s", Header::Use, "MissingHeaders"),
        ("SELECT s.name FROM S3Object s", Header::None, "InvalidColumnIndex"),
        ("SELECT name FROM S3Object", Header::Ignore, "InvalidColumnIndex"),
        ("SELECT s._0 FROM S3Object s", Header::None, "InvalidColumnIndex"),
        ("SELECT s FROM S3Object s", Header::None, "InvalidColumnIndex"),
        ("SELECT t.name FROM S3Object s", Header::Use, "InvalidTableAlias"),
        ("SELECT a FROM S3Object[*].b", Header::Use, "InvalidKeyPath"),
        ("SELECT * FROM S3Object LIMIT 0", Header::None, ""),
    ] {
        assert_eq!(ask(expression, csv(header), to_csv(), PEOPLE), expected, "{expression}");
    }
    let twice = "a,A\n1,2\n";
    let ambiguous = ask("SELECT \"b\" FROM S3Object", csv(Header::Use), json(), twice);
    assert_eq!(ambiguous, "MissingHeaders");
    assert_eq!(ask("SELECT a FROM S3Object", csv(Header::Use), json(), twice), "{\"a\":\"1\"}");
    let mixed = "Ab,aB\n1,2\n";
    assert_eq!(
        ask("SELECT ab FROM S3Object", csv(Header::Use), json(), mixed),
        "AmbiguousFieldName"
    );
}

/// The sentences that were recorded from S3.
#[test]
fn what_no_column_is_called_is_refused_where_it_stands() {
    for (expression, header, message) in [
        (
            "SELECT * FROM S3OBJECT WHERE odd = true",
            Header::None,
            "The column index at line 1, column 30 is invalid. Please check the service \
             documentation and try again.",
        ),
        (
            "SELECT * FROM S3OBJECT s WHERE s._1 = \"true\"",
            Header::Ignore,
            "The column index at line 1, column 39 is invalid. Please check the service \
             documentation and try again.",
        ),
        (
            "SELECT * FROM S3OBJECT s WHERE s.\"odd\" = `true`",
            Header::Use,
            "Some headers in the query are missing from the file. Please check the file and try \
             again.",
        ),
        (
            "SELECT * FROM S3OBJECT WHERE s.\"oddf\" = 'true'",
            Header::Use,
            "Invalid table alias is specified at line 1, column 30. Please check the file and try \
             again.",
        ),
    ] {
        let refusal = run(question(expression, csv(header), json()), b"a,b\n1,2\n", 9).unwrap_err();
        assert_eq!(refusal.message, message);
    }
}

#[test]
fn records_are_written_as_they_are_asked_for() {
    let quoted = CsvOutput {
        always_quoted: true,
        field: ";".to_owned(),
        record: "|".to_owned(),
        quote: '\'',
        escape: '\\',
    };
    for (expression, output, expected) in [
        ("SELECT * FROM S3Object s LIMIT 1", json(), r#"{"name":"Anna","Age":"31","city":"Köln"}"#),
        ("SELECT s.Age, s.name AS n FROM S3Object s LIMIT 1", json(), r#"{"Age":"31","n":"Anna"}"#),
        (
            "SELECT 1, 'it''s', NULL, s._9 FROM S3Object s LIMIT 1",
            json(),
            r#"{"_1":1,"_2":"it's","_3":null}"#,
        ),
        (
            "SELECT 1, 'it''s' FROM S3Object LIMIT 2",
            Output::Csv(quoted),
            r"'1';'it\'s'|'1';'it\'s'|",
        ),
        ("SELECT 'a\"b' FROM S3Object LIMIT 1", Output::Csv(CsvOutput::default()), r#""a""b""#),
    ] {
        assert_eq!(ask(expression, csv(Header::Use), output, PEOPLE), expected);
    }
}

/// An expression, and what it is: as CSV, or the code of what it is refused for.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("1 + 2 * 3 - 4 / 2", "5"),
    ("7 / 2", "3"),
    ("7 % 4", "3"),
    ("7.0 / 2", "3.5"),
    ("-(1 - 2.5)", "1.5"),
    ("1e0 / 4", "0.25"),
    ("9223372036854775807 + 1", "IntegerOverflow"),
    ("1 / 0", "ExternalEvalException"),
    ("'a' || 'b' || 'c'", "abc"),
    ("'a' || 1", "IncorrectSqlFunctionArgumentType"),
    ("'2' + 3", "5"),
    ("'x' + 3", "IncorrectSqlFunctionArgumentType"),
    ("NULL + 1", ""),
    ("1 = 1.0 AND 'a' < 'b'", "true"),
    ("1 <> 1 OR NOT 1 != 1", "true"),
    ("NULL OR true", "true"),
    ("NULL AND false", "false"),
    ("(NULL AND true) IS NULL", "true"),
    ("NOT NULL IS NULL", "false"),
    ("MISSING IS NULL", "true"),
    ("NULL IS MISSING", "false"),
    ("MISSING IS NOT MISSING", "false"),
    ("1 IS NOT NULL", "true"),
    ("1 IS INT", "true"),
    ("'a' IS NOT STRING", "false"),
    ("2 BETWEEN 1 AND 3", "true"),
    ("2 NOT BETWEEN 1 AND 3", "false"),
    ("NULL BETWEEN 1 AND 3", ""),
    ("2 IN (1, 2)", "true"),
    ("2 NOT IN (1, 3)", "true"),
    ("2 IN (1, NULL)", ""),
    ("2 IN [1, 2]", "true"),
    ("2 IN (2)", "true"),
    ("'abc' LIKE 'a%'", "true"),
    ("'abc' NOT LIKE 'a_c'", "false"),
    ("'5%' LIKE '5!%' ESCAPE '!'", "true"),
    ("5 LIKE '5'", "LikeInvalidInputs"),
    ("'a' LIKE 'a' ESCAPE 'ab'", "EvaluatorLikePatternInvalidEscapeSequence"),
    ("CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END", "b"),
    ("CASE 3 WHEN 1 THEN 'a' ELSE 'c' END", "c"),
    ("CASE 3 WHEN 1 THEN 'a' END", ""),
    ("COALESCE(NULL, MISSING, 5)", "5"),
    ("NULLIF(1, 1)", ""),
    ("NULLIF(1, 2)", "1"),
    ("CAST('5' AS INT) + 1", "6"),
    ("CAST('a' AS INT)", "CastFailed"),
    ("CAST(1.7 AS DECIMAL(5, 2))", "1.7"),
    ("CAST('1.5' AS DOUBLE PRECISION)", "1.5"),
    ("CAST('2007-04-05T14:30Z' AS TIMESTAMP)", "2007-04-05T14:30Z"),
    ("CHAR_LENGTH('Köln')", "4"),
    ("CHARACTER_LENGTH('')", "0"),
    ("LOWER('AbÄ')", "abä"),
    ("UPPER('ab')", "AB"),
    ("LOWER(1)", "IncorrectSqlFunctionArgumentType"),
    ("LOWER(NULL)", ""),
    ("SUBSTRING('123456789', 0)", "123456789"),
    ("SUBSTRING('123456789', 2, 3)", "234"),
    ("SUBSTRING('123456789' FROM -2 FOR 5)", "12"),
    ("SUBSTRING('1' FROM 5)", ""),
    ("SUBSTRING('1', 1, -1)", "IllegalSqlFunctionArgument"),
    ("TRIM('  foobar ')", "foobar"),
    ("TRIM(LEADING FROM '  foobar')", "foobar"),
    ("TRIM(BOTH FROM '  foobar  ')", "foobar"),
    ("TRIM(BOTH '12' FROM '1112211foobar22211122')", "foobar"),
    ("TRIM(TRAILING '2' FROM '122')", "1"),
    ("DATE_ADD(month, 1, `2010T`)", "2010-02T"),
    ("DATE_ADD(month, 1, 5)", "IncorrectSqlFunctionArgumentType"),
    ("DATE_DIFF(month, `2010T`, `2011T`)", "12"),
    ("EXTRACT(YEAR FROM `2010-01-01T`)", "2010"),
    ("EXTRACT(MONTH FROM `2010T`)", "1"),
    ("EXTRACT(HOUR FROM `2017-01-02T03:04:05+07:08`)", "3"),
    ("EXTRACT(TIMEZONE_HOUR FROM `2017-01-02T03:04:05+07:08`)", "7"),
    ("EXTRACT(TIMEZONE_MINUTE FROM `2017-01-02T03:04:05+07:08`)", "8"),
    ("EXTRACT(SECOND FROM `2017-01-02T03:04:05.25Z`)", "5.25"),
    ("TO_STRING(`1969-07-20T20:18Z`, 'MMMM d, y')", "\"July 20, 1969\""),
    ("TO_STRING(`1969-07-20T20:18Z`, 'Q')", "EvaluatorInvalidTimestampFormatPatternSymbol"),
    ("TO_TIMESTAMP('2007T')", "2007T"),
    ("TO_TIMESTAMP('x')", "ValueParseFailure"),
    ("UTCNOW()", "2017-07-14T02:40:00.123Z"),
    ("`2010T` < `2011T`", "true"),
    ("[1, 'a']", "\"[1,\"\"a\"\"]\""),
];

#[test]
fn expressions_are_what_they_say() {
    for (expression, expected) in EXPRESSIONS {
        let query = format!("SELECT {expression} FROM S3Object");
        let out = ask(&query, csv(Header::None), Output::Csv(CsvOutput::default()), "x\n");
        assert_eq!(out, *expected, "{expression}");
    }
}

#[test]
fn aggregates_are_of_all_rows_that_pass() {
    let numbers = "a,b\n1,1.5\n2,\n3,-4\n10,x\n";
    for (expression, expected) in [
        ("SELECT COUNT(*) FROM S3Object", "{\"_1\":4}"),
        ("SELECT COUNT(*) AS n FROM S3Object WHERE a > 1", "{\"n\":3}"),
        ("SELECT SUM(CAST(a AS INT)), AVG(CAST(a AS INT)) FROM S3Object", "{\"_1\":16,\"_2\":4}"),
        ("SELECT MIN(a), MAX(a) FROM S3Object", "{\"_1\":1,\"_2\":10}"),
        ("SELECT MIN(b) FROM S3Object WHERE a <> '2' AND a < 5", "{\"_1\":-4}"),
        ("SELECT SUM(b) FROM S3Object WHERE a = 1 OR a = 3", "{\"_1\":-2.5}"),
        ("SELECT SUM(b) FROM S3Object", "IncorrectSqlFunctionArgumentType"),
        ("SELECT COUNT(a) + 1, SUM(a) FROM S3Object WHERE a = 'no'", "{\"_1\":1,\"_2\":null}"),
        ("SELECT COUNT(*) FROM S3Object LIMIT 2", "{\"_1\":2}"),
        ("SELECT AVG(CAST(b AS FLOAT)) FROM S3Object WHERE b LIKE '%.%'", "{\"_1\":1.5}"),
    ] {
        assert_eq!(ask(expression, csv(Header::Use), json(), numbers), expected, "{expression}");
    }
}

/// The examples of the page "SELECT command".
#[test]
fn rows_of_json_are_where_the_from_clause_leads() {
    let input = || Input::Json(Packing::None);
    let rules = r#"{"Rules": [{"id": "1"}, {"expr": "y > x"}, {"id": "2", "expr": "z = DEBUG"}]}
        {"created": "June 27", "modified": "July 6"}"#;
    let dirs = r#"[{"dir_name": "important_docs", "files": [{"name": "."}, {"name": ".."}],
          "owner": "AWS S3"}, {"dir_name": "other_docs", "owner": "User"}]"#;
    for (expression, object, expected) in [
        ("SELECT id FROM S3Object[*].Rules[*].id", rules, r#"{"id":"1"} / {} / {"id":"2"} / {}"#),
        (
            "SELECT id FROM S3Object[*].Rules[*].id WHERE id IS NOT MISSING",
            rules,
            r#"{"id":"1"} / {"id":"2"}"#,
        ),
        (
            "SELECT d.dir_name, d.files FROM S3Object[*][*] d",
            dirs,
            r#"{"dir_name":"important_docs","files":[{"name":"."},{"name":".."}]} / {"dir_name":"other_docs"}"#,
        ),
        (
            "SELECT _1.dir_name, _1.owner FROM S3Object[*][*]",
            dirs,
            r#"{"dir_name":"important_docs","owner":"AWS S3"} / {"dir_name":"other_docs","owner":"User"}"#,
        ),
        ("SELECT s.files[1].name FROM S3Object[*][*] s LIMIT 1", dirs, r#"{"name":".."}"#),
        ("SELECT s[0].dir_name FROM S3Object s", dirs, r#"{"dir_name":"important_docs"}"#),
        ("SELECT * FROM S3Object[*].created", rules, r#"{} / {"_1":"June 27"}"#),
        (
            "SELECT * FROM S3Object s WHERE s.created LIKE 'June%'",
            rules,
            r#"{"created":"June 27","modified":"July 6"}"#,
        ),
        ("SELECT COUNT(s.created) FROM S3Object s", rules, r#"{"_1":1}"#),
        ("SELECT nothing FROM S3Object LIMIT 1", rules, "{}"),
        ("SELECT s FROM S3Object s", "1 true null", r#"{"s":1} / {"s":true} / {"s":null}"#),
    ] {
        assert_eq!(ask(expression, input(), json(), object), expected, "{expression}");
    }
    let to_csv = Output::Csv(CsvOutput::default());
    assert_eq!(ask("SELECT * FROM S3Object", input(), to_csv, "{\"a\":[1],\"b\":null}"), "[1],");
}

#[test]
fn only_records_that_begin_within_the_range_count() {
    let object = "a,b\n1,2\n3,4\n5,6\n";
    let lines = "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n";
    let json_lines = || Input::Json(Packing::None);
    for (input, object, range, expected) in [
        (csv(Header::None), object, 0..1, "a,b"),
        (csv(Header::None), object, 4..9, "1,2 / 3,4"),
        (csv(Header::None), object, 5..9, "3,4"),
        (csv(Header::Use), object, 5..100, "3,4 / 5,6"),
        (csv(Header::Ignore), object, 8..9, "3,4"),
        (csv(Header::Use), object, 0..5, "1,2"),
        (csv(Header::Use), object, 13..100, ""),
        (json_lines(), lines, 1..9, "2"),
        (json_lines(), lines, 8..9, "2"),
        (json_lines(), lines, 0..8, "1"),
    ] {
        for piece in [1, 100] {
            let output = Output::Csv(CsvOutput::default());
            let question = Question {
                range: range.clone(),
                ..question("SELECT * FROM S3Object", input.clone(), output)
            };
            let (out, _) = run(question, object.as_bytes(), piece).unwrap();
            assert_eq!(out.trim_end().replace('\n', " / "), expected, "{range:?} by {piece}");
        }
    }
}

#[test]
fn long_results_come_in_messages_and_are_counted() {
    let object = "x,y\n".repeat(400_000);
    let query = question("SELECT * FROM S3Object", csv(Header::None), json());
    let (out, stats) = run(query, object.as_bytes(), 65_536).unwrap();
    assert_eq!(out, "{\"_1\":\"x\",\"_2\":\"y\"}\n".repeat(400_000));
    let (length, returned) = (object.len() as u64, out.len() as u64);
    assert_eq!(stats, Stats { scanned: length, processed: length, returned });
    let query = question("SELECT * FROM S3Object LIMIT 1", csv(Header::None), json());
    assert_eq!(run(query, object.as_bytes(), 1000).unwrap().1.scanned, 1000);
    let wide = format!("{}\n", "é".repeat(500_000));
    let query = question("SELECT * FROM S3Object", csv(Header::None), json());
    assert!(run(query, wide.as_bytes(), 4096).unwrap().0.contains(wide.trim_end()));
    let query = question("SELECT _1, _1, _1 FROM S3Object", csv(Header::None), json());
    assert_eq!(run(query, wide.as_bytes(), 4096).unwrap_err().code, "OverMaxRecordSize");
}

#[test]
fn packed_objects_are_unpacked() {
    use std::io::Read as _;
    let object = "x,y\n".repeat(50_000);
    let mut packed = Vec::new();
    let level = flate2::Compression::fast();
    flate2::read::GzEncoder::new(object.as_bytes(), level).read_to_end(&mut packed).unwrap();
    let input = |packing| Input::Csv(CsvInput::default(), packing);
    let count = "SELECT COUNT(*) FROM S3Object";
    let (out, stats) = run(question(count, input(Packing::Gzip), json()), &packed, 100).unwrap();
    assert_eq!((out.as_str(), stats.scanned), ("{\"_1\":50000}\n", packed.len() as u64));
    assert_eq!(stats.processed, object.len() as u64);
    let mut packed = Vec::new();
    let level = bzip2::Compression::fast();
    bzip2::read::BzEncoder::new(object.as_bytes(), level).read_to_end(&mut packed).unwrap();
    let (out, stats) = run(question(count, input(Packing::Bzip2), json()), &packed, 100).unwrap();
    assert_eq!((out.as_str(), stats.processed), ("{\"_1\":50000}\n", object.len() as u64));
    for packing in [Packing::Gzip, Packing::Bzip2] {
        let refusal = run(question(count, input(packing), json()), object.as_bytes(), 99);
        assert_eq!(refusal.unwrap_err().code, "InvalidCompressionFormat");
    }
}
