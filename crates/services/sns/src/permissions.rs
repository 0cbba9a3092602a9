//! The statements of a topic's policy.

use crate::records::topic::Topic;
use crate::topic_attributes;
use platform::Context;
use serde_json::{Value, json};

/// The statements of a policy, which may have a single one that stands in no list.
pub fn statements(policy: &mut Value) -> &mut Vec<Value> {
    if !policy.is_object() {
        *policy = json!({});
    }
    let statements = &mut policy["Statement"];
    if !statements.is_array() {
        let single = statements.take();
        *statements = if single.is_null() { json!([]) } else { json!([single]) };
    }
    // It was made a list above.
    #[allow(clippy::unwrap_used)]
    statements.as_array_mut().unwrap()
}

/// The policy of a topic, which has one even if none was set.
pub fn policy(cx: &Context, topic: &Topic, arn: &str) -> Value {
    let set = topic.attributes.get("Policy").and_then(|text| serde_json::from_str(text).ok());
    let default = || serde_json::from_str(&topic_attributes::default_policy(cx, arn));
    set.unwrap_or_else(|| default().unwrap_or_default())
}

/// A single text stands alone, several in a list.
pub fn one_or_all(mut texts: Vec<String>) -> Value {
    if texts.len() == 1 { json!(texts.remove(0)) } else { json!(texts) }
}
