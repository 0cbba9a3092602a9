//! Items as JSON, as clients see them on the wire.

use crate::value::Item;
use serde_json::{Map, Value, json};
use shapes::AttributeValue;

/// An item.
pub(super) fn item(item: &Item) -> Value {
    let members = item.iter().map(|(name, it)| (name.clone(), value(it)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn value(of: &AttributeValue) -> Value {
    let base64 = |bytes: &[u8]| base64_simd::STANDARD.encode_to_string(bytes);
    match of {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::B(bytes) => json!({ "B": base64(bytes) }),
        AttributeValue::Ss(items) => json!({ "SS": items }),
        AttributeValue::Ns(items) => json!({ "NS": items }),
        AttributeValue::Bs(items) => {
            json!({ "BS": items.iter().map(|it| base64(it)).collect::<Vec<_>>() })
        }
        AttributeValue::M(entries) => json!({ "M": item(entries) }),
        AttributeValue::L(items) => json!({ "L": items.iter().map(value).collect::<Vec<_>>() }),
        AttributeValue::Null(is) => json!({ "NULL": is }),
        AttributeValue::Bool(is) => json!({ "BOOL": is }),
        AttributeValue::Wrong(_) => Value::Null,
    }
}
