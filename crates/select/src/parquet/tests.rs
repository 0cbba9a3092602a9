//! Files that Arrow's writer has made (`tests/data`): pages of both versions, packed by Snappy, by gzip
//! and not at all, in each encoding; and what becomes of damaged ones.

use crate::machine::tests::{question, run};
use crate::{Input, Output, Result};

const FLAT: &[u8] = include_bytes!("../../tests/data/flat_snappy.parquet");
const SECOND: &[u8] = include_bytes!("../../tests/data/flat_gzip_v2.parquet");
const NESTED: &[u8] = include_bytes!("../../tests/data/nested.parquet");
const ZSTD: &[u8] = include_bytes!("../../tests/data/zstd.parquet");

fn ask(expression: &str, file: &[u8]) -> Result<String> {
    let output = Output::Json("\n".to_owned());
    let input = Input::Parquet(file.len() as u64);
    let (out, _) = run(question(expression, input, output), file, 1)?;
    Ok(out.trim_end().replace('\n', " / "))
}

#[test]
fn columns_are_read_whatever_their_encoding() {
    for file in [FLAT, SECOND] {
        for (expression, expected) in [
            ("SELECT COUNT(*) FROM S3Object", r#"{"_1":5}"#),
            (
                "SELECT s.id, s.name FROM S3Object s WHERE s.id > 3",
                r#"{"id":4,"name":"Köln"} / {"id":5,"name":"Anna"}"#,
            ),
            (
                "SELECT * FROM S3Object LIMIT 1",
                r#"{"id":1,"small":1,"unsigned":1,"name":"Anna","ok":true,"price":1.50,"ratio":0.5,"day":"2020-01-02T","at":"2020-01-02T03:04:05.678Z","Mixed":"a"}"#,
            ),
            (
                "SELECT small, unsigned, name, ok, price, ratio, day FROM S3Object s WHERE s.id = 3",
                r#"{"small":-3,"unsigned":3,"name":null,"ok":null,"price":null,"ratio":null,"day":"2020-01-02T"}"#,
            ),
            (
                "SELECT unsigned, ratio FROM S3Object WHERE id = 5",
                r#"{"unsigned":18446744073709551615,"ratio":10000000000.0}"#,
            ),
            (
                "SELECT SUM(price), AVG(small), MAX(name) FROM S3Object",
                r#"{"_1":99.26,"_2":1.75,"_3":"Köln"}"#,
            ),
            ("SELECT mixed FROM S3Object s WHERE s.\"Mixed\" LIKE 'e'", r#"{"mixed":"e"}"#),
            ("SELECT _4 FROM S3Object LIMIT 1", r#"{"_4":"Anna"}"#),
            ("SELECT id FROM S3Object WHERE EXTRACT(DAY FROM day) = 2 LIMIT 1", r#"{"id":1}"#),
        ] {
            assert_eq!(ask(expression, file).as_deref(), Ok(expected), "{expression}");
        }
        for (expression, code) in [
            ("SELECT \"mixed\" FROM S3Object", "MissingHeaders"),
            ("SELECT s.other FROM S3Object s", "MissingHeaders"),
            ("SELECT _99 FROM S3Object", "InvalidColumnIndex"),
            ("SELECT a FROM S3Object[*].b", "InvalidKeyPath"),
        ] {
            assert_eq!(ask(expression, file).map_err(|it| it.code), Err(code), "{expression}");
        }
    }
}

#[test]
fn what_lies_in_columns_is_put_together() {
    for (expression, expected) in [
        (
            "SELECT tags FROM S3Object",
            r#"{"tags":["a","b"]} / {"tags":[]} / {"tags":null} / {"tags":["c",null]}"#,
        ),
        (
            "SELECT place FROM S3Object",
            r#"{"place":{"city":"Paris","at":[1,2]}} / {"place":{"city":null,"at":null}} / {"place":null} / {"place":{"city":"Rome","at":[]}}"#,
        ),
        (
            "SELECT more FROM S3Object",
            r#"{"more":[{"k":1,"v":["x"]},{"k":2,"v":[]}]} / {"more":null} / {"more":[]} / {"more":[{"k":3,"v":["y","z"]}]}"#,
        ),
        (
            "SELECT map FROM S3Object",
            r#"{"map":{"a":1}} / {"map":{}} / {"map":null} / {"map":{"b":2,"c":null}}"#,
        ),
        (
            "SELECT s.more[0].v[1] AS z, s.place.city FROM S3Object s WHERE s.id = 4",
            r#"{"z":"z","city":"Rome"}"#,
        ),
        ("SELECT id FROM S3Object s WHERE 'b' IN s.tags", r#"{"id":1}"#),
    ] {
        assert_eq!(ask(expression, NESTED).as_deref(), Ok(expected), "{expression}");
    }
}

#[test]
fn groups_count_that_begin_within_the_range() {
    let count = |range: std::ops::Range<u64>| {
        let input = Input::Parquet(FLAT.len() as u64);
        let all = "SELECT COUNT(*) FROM S3Object";
        let mut asked = question(all, input, Output::Json(String::new()));
        asked.range = range;
        run(asked, FLAT, 1).unwrap().0
    };
    assert_eq!(count(0..5), r#"{"_1":3}"#);
    assert_eq!(count(5..4000), r#"{"_1":2}"#);
    assert_eq!(count(0..1), r#"{"_1":0}"#);
}

#[test]
fn what_is_no_parquet_is_refused() {
    let all = "SELECT * FROM S3Object";
    let code = |file: &[u8]| ask(all, file).map_err(|it| it.code);
    assert_eq!(code(ZSTD), Err("ParquetUnsupportedCompressionCodec"));
    assert_eq!(code(b"a,b\n1,2\n"), Err("ParquetParsingError"));
    assert_eq!(code(b"PAR1\0\0\0\0PAR1"), Err("ParquetParsingError"));
    assert_eq!(code(&FLAT[..FLAT.len() - 1]), Err("ParquetParsingError"));
    assert_eq!(code(b"PAR1\xff\xff\xff\x7fPAR1"), Err("OverMaxParquetBlockSize"));
}

/// Whatever a byte becomes, there is an answer or a refusal.
#[test]
fn damage_is_no_panic() {
    for file in [FLAT, SECOND, NESTED] {
        for at in 0..file.len() {
            let mut file = file.to_vec();
            file[at] ^= 1 << (at % 8);
            let _ = ask("SELECT * FROM S3Object", &file);
        }
    }
}
