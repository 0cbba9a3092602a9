//! The language, a table for each comparison.

use super::*;
use serde_json::json;

fn matches(pattern: &Value, event: &Value) -> bool {
    let pattern = Pattern::parse(pattern.to_string());
    pattern.unwrap_or_else(|error| panic!("{error}")).matches(event)
}

/// Holds each rule of a field `a` against values that it admits and that it does not.
fn check(rule: Value, admitted: &[Value], others: &[Value]) {
    let pattern = json!({ "a": [rule] });
    for value in admitted {
        assert!(matches(&pattern, &json!({ "a": value })), "{pattern} {value}");
    }
    for value in others {
        assert!(!matches(&pattern, &json!({ "a": value })), "{pattern} {value}");
    }
}

#[test]
fn plain_values_are_as_they_stand() {
    check(json!("x"), &[json!("x"), json!(["y", "x"])], &[json!("X"), json!(""), json!({"x": 1})]);
    check(json!(""), &[json!("")], &[json!(null), json!("x")]);
    check(json!(null), &[json!(null)], &[json!(""), json!(0)]);
    check(json!(300), &[json!(300)], &[json!("300"), json!(300.5), json!(300.0)]);
    check(json!(true), &[json!(true)], &[json!(false), json!("true")]);
}

#[test]
fn texts_are_compared_by_their_parts() {
    let fold = json!({"equals-ignore-case": "Ab"});
    check(json!({"prefix": "ab"}), &[json!("abc"), json!("ab")], &[json!("Abc"), json!("a")]);
    check(json!({ "prefix": fold }), &[json!("aBc")], &[json!("ba")]);
    check(json!({"suffix": "ab"}), &[json!("cab")], &[json!("abc"), json!(5)]);
    check(json!({ "suffix": fold }), &[json!("cAB")], &[json!("abc")]);
    check(fold, &[json!("AB"), json!("ab")], &[json!("abc")]);
}

#[test]
fn an_asterisk_is_any_text() {
    check(json!({"wildcard": "a*c"}), &[json!("ac"), json!("abbc")], &[json!("acd"), json!("bc")]);
    check(json!({"wildcard": "*a*b*"}), &[json!("xaxbx"), json!("ab")], &[json!("ba")]);
    check(json!({"wildcard": "ab*ba"}), &[json!("abba")], &[json!("aba")]);
    check(json!({"wildcard": "*"}), &[json!(""), json!("x")], &[json!(1)]);
    check(json!({"wildcard": "a\\*\\\\"}), &[json!("a*\\")], &[json!("ab\\"), json!("a")]);
}

#[test]
fn anything_but_wants_a_value_that_is_another() {
    check(json!({"anything-but": "x"}), &[json!("y"), json!(1), json!(null)], &[json!("x")]);
    check(json!({"anything-but": ["x", "y"]}), &[json!("z")], &[json!("y")]);
    check(json!({"anything-but": [1, 2]}), &[json!(3), json!("1")], &[json!(2)]);
    check(json!({"anything-but": {"prefix": "x"}}), &[json!("yx")], &[json!("xy")]);
    check(json!({"anything-but": {"suffix": ["x", "y"]}}), &[json!("xz")], &[json!("zy")]);
    check(json!({"anything-but": {"wildcard": "*x*"}}), &[json!("y")], &[json!("axb")]);
    check(json!({"anything-but": {"equals-ignore-case": ["x"]}}), &[json!("y")], &[json!("X")]);
    assert!(!matches(&json!({"a": [{"anything-but": "x"}]}), &json!({})), "it wants one");
}

#[test]
fn numbers_are_compared() {
    check(json!({"numeric": ["=", 5]}), &[json!(5), json!(5.0)], &[json!("5"), json!(6)]);
    check(json!({"numeric": ["<", 5]}), &[json!(4.9), json!(-7)], &[json!(5)]);
    check(json!({"numeric": ["<=", 5]}), &[json!(5)], &[json!(5.1)]);
    check(json!({"numeric": [">=", -1.5]}), &[json!(-1.5)], &[json!(-1.6)]);
    let between = json!({"numeric": [">", 0, "<=", 5]});
    check(between, &[json!(5), json!(0.1), json!([9, 1])], &[json!(0), json!(6), json!([0, 6])]);
}

#[test]
fn a_value_is_there_or_not_and_an_object_is_none() {
    let there = json!({"exists": true});
    check(there, &[json!(null), json!(""), json!([1])], &[json!({"b": 1}), json!([])]);
    check(json!({"exists": false}), &[json!({"b": 1}), json!([])], &[json!(null), json!(0)]);
    let absent = json!({"a": {"b": [{"exists": false}]}});
    for event in [json!({}), json!({"a": 1}), json!({"a": {"c": 1}})] {
        assert!(matches(&absent, &event), "{event}");
    }
    assert!(!matches(&absent, &json!({"a": {"b": 1}})));
}

#[test]
fn addresses_lie_in_a_block() {
    check(json!({"cidr": "10.0.1.0/24"}), &[json!("10.0.1.255")], &[json!("10.0.2.0"), json!("x")]);
    check(json!({"cidr": "10.0.1.7/32"}), &[json!("10.0.1.7")], &[json!("10.0.1.6")]);
    check(json!({"cidr": "0.0.0.0/0"}), &[json!("255.1.1.1")], &[json!("::1")]);
    check(json!({"cidr": "2001:db8::/32"}), &[json!("2001:db8::1")], &[json!("2001:db9::1")]);
}

#[test]
fn all_fields_one_rule_and_one_alternative() {
    let pattern = json!({
        "a": ["x", {"prefix": "y"}],
        "b": {"c": [1], "d": [{"exists": true}]},
        "$or": [{"e": [1]}, {"f": [2], "b": {"c": [1]}}, {"$or": [{"g": [3]}, {"g": [4]}]}],
    });
    let event = json!({"a": "yes", "b": {"c": 1, "d": 0}, "g": 4});
    assert!(matches(&pattern, &event));
    for (name, value) in [("a", json!("z")), ("b", json!({"c": 1})), ("g", json!(5))] {
        let mut other = event.clone();
        other[name] = value;
        assert!(!matches(&pattern, &other), "{other}");
    }
    let second = json!({"a": "x", "b": {"c": 1, "d": 0}, "f": 2});
    assert!(matches(&pattern, &second));
    assert!(matches(&json!({"$or": ["x"]}), &json!({"$or": "x"})), "a field of that name");
}

#[test]
fn one_item_of_a_list_has_to_be_all_of_it() {
    let pattern = json!({"a": {"b": [1], "c": [2]}});
    assert!(matches(&pattern, &json!({"a": [{"b": 0}, {"b": [3, 1], "c": 2}]})));
    assert!(!matches(&pattern, &json!({"a": [{"b": 1}, {"c": 2}]})));
}

#[test]
fn what_is_no_pattern_is_refused() {
    for text in [
        "",
        "null",
        "[]",
        "5",
        "{",
        r#"{"a":1}"#,
        r#"{"a":"x"}"#,
        "{}",
        r#"{"a":{}}"#,
        r#"{"a":[]}"#,
        r#"{"a":[[1]]}"#,
        r#"{"a":[{}]}"#,
        r#"{"a":[{"prefix":"x","suffix":"y"}]}"#,
        r#"{"a":[{"prefix":1}]}"#,
        r#"{"a":[{"prefix":{"wildcard":"x"}}]}"#,
        r#"{"a":[{"like":"x"}]}"#,
        r#"{"a":[{"exists":"yes"}]}"#,
        r#"{"a":[{"wildcard":"a**b"}]}"#,
        r#"{"a":[{"wildcard":"a\\b"}]}"#,
        r#"{"a":[{"anything-but":[]}]}"#,
        r#"{"a":[{"anything-but":["x",1]}]}"#,
        r#"{"a":[{"anything-but":null}]}"#,
        r#"{"a":[{"anything-but":{"exists":true}}]}"#,
        r#"{"a":[{"anything-but":{"prefix":[]}}]}"#,
        r#"{"a":[{"numeric":[]}]}"#,
        r#"{"a":[{"numeric":[">"]}]}"#,
        r#"{"a":[{"numeric":["~",1]}]}"#,
        r#"{"a":[{"numeric":["<",1,">",0]}]}"#,
        r#"{"a":[{"numeric":[">",1,"<",0]}]}"#,
        r#"{"a":[{"numeric":[">",6e9]}]}"#,
        r#"{"a":[{"numeric":5}]}"#,
        r#"{"a":[{"cidr":"10.0.0.0"}]}"#,
        r#"{"a":[{"cidr":"10.0.0.0/33"}]}"#,
        r#"{"$or":[{"a":[1]},{}]}"#,
    ] {
        assert!(Pattern::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_pattern_says_which_fields_it_is_about() {
    let of = |pattern: Value| Pattern::parse(pattern.to_string()).unwrap();
    let inside = of(json!({"$or": [{"data": {"x": [1]}}, {"key": [1]}]}));
    assert!(inside.names("data") && inside.names("key") && !inside.names("x"));
    assert!(inside.looks_into("data") && !inside.looks_into("key"));
    assert!(inside.looks_into("x"), "it says nothing of it");
}

#[test]
fn a_pattern_is_kept_as_its_text() {
    let text = r#"{ "a" : ["x"] }"#;
    let kept = serde_json::to_string(&Pattern::parse(text).unwrap()).unwrap();
    assert_eq!(kept, serde_json::to_string(text).unwrap());
    let read: Pattern = serde_json::from_str(&kept).unwrap();
    assert_eq!((read.text(), read.matches(&json!({"a": "x"}))), (text, true));
    assert!(serde_json::from_str::<Pattern>("\"{}\"").is_err());
}
