//! Names with dots: to SNS `a.b` is the same as `b` inside `a`, in a policy and in a body.

use serde_json::{Map, Value};

/// Whether a name in it has a dot.
pub fn is_dotted(value: &Value) -> bool {
    match value {
        Value::Object(object) => {
            object.iter().any(|(name, it)| name.contains('.') || is_dotted(it))
        }
        Value::Array(items) => items.iter().any(is_dotted),
        _ => false,
    }
}

/// How long the paths of all leaves are together.
pub fn path_bytes(value: &Value) -> usize {
    fn below(value: &Value, above: usize) -> usize {
        let each = |it: &Value| below(it, above);
        match value {
            Value::Object(object) => object
                .iter()
                .map(|(name, it)| below(it, above + name.len() + 1))
                .fold(0, usize::saturating_add),
            Value::Array(items) => items.iter().map(each).fold(0, usize::saturating_add),
            _ => above,
        }
    }
    below(value, 0)
}

/// A body of one level, whose names are paths; what lies in lists comes together.
pub fn body(value: &Value) -> Value {
    let mut flat = Map::new();
    spread(value, "", &mut flat);
    Value::Object(flat)
}

fn spread(value: &Value, path: &str, flat: &mut Map<String, Value>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(name, it)| spread(it, &joined(path, name), flat));
        }
        Value::Array(items) => items.iter().for_each(|it| spread(it, path, flat)),
        leaf => {
            let leaves = flat.entry(path).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(leaves) = leaves {
                leaves.push(leaf.clone());
            }
        }
    }
}

/// A policy of one level, whose names are paths. None where alternatives stand at several places,
/// which one level cannot hold.
pub fn policy(object: &Map<String, Value>) -> Option<Map<String, Value>> {
    let mut flat = Map::new();
    level(object, "", &mut flat).then_some(flat)
}

fn level(object: &Map<String, Value>, path: &str, flat: &mut Map<String, Value>) -> bool {
    object.iter().all(|(name, value)| match value {
        Value::Object(inner) => level(inner, &joined(path, name), flat),
        Value::Array(items)
            if name == "$or" && items.len() > 1 && items.iter().all(Value::is_object) =>
        {
            let each = items.iter().filter_map(Value::as_object).map(|it| {
                let mut flat = Map::new();
                level(it, path, &mut flat).then_some(Value::Object(flat))
            });
            let Some(each) = each.collect::<Option<Vec<_>>>() else { return false };
            flat.insert(name.clone(), Value::Array(each)).is_none()
        }
        rules => flat.insert(joined(path, name), rules.clone()).is_none(),
    })
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_become_paths() {
        let nested = json!({ "a": { "b": [1, { "c": 2 }], "d": null }, "e.f": "x" });
        assert_eq!(path_bytes(&nested), 18);
        assert!(is_dotted(&nested) && !is_dotted(&json!({ "a": "b.c" })));
        assert_eq!(body(&nested), json!({ "a.b": [1], "a.b.c": [2], "a.d": [null], "e.f": ["x"] }));
        let nested = json!({ "a": { "$or": [{ "b": ["x"] }, { "c": ["y"] }] }, "d.e": ["z"] });
        let flat = policy(nested.as_object().unwrap()).unwrap();
        assert_eq!(
            Value::Object(flat),
            json!({ "$or": [{ "a.b": ["x"] }, { "a.c": ["y"] }], "d.e": ["z"] })
        );
        let twice = json!({ "$or": [{ "a": ["x"] }, { "b": ["y"] }], "c": { "$or": [{ "d": ["x"] }, {}] } });
        assert_eq!(policy(twice.as_object().unwrap()), None);
    }
}
