//! What is wrong with the body of a dashboard ("Dashboard body structure and syntax"). Pure.

use serde_json::Value;
use shapes::cloudwatch::DashboardValidationMessage;

/// The kinds of widgets.
const KINDS: [&str; 6] = ["metric", "text", "log", "alarm", "explorer", "custom"];
/// The most widgets.
const MOST: usize = 500;

/// The widgets of a body, and what is doubtful about them; an error where it is no dashboard.
///
/// # Errors
/// What is wrong, and where.
pub fn check(
    body: &str,
) -> Result<Vec<DashboardValidationMessage>, Vec<DashboardValidationMessage>> {
    let wrong = |path: &str, message: &str| Err(vec![told(path, message)]);
    let Ok(Value::Object(body)) = serde_json::from_str(body) else {
        return wrong("", "The field DashboardBody must be a valid JSON object");
    };
    let Some(widgets) = body.get("widgets") else {
        return wrong("/", "should have required property 'widgets'");
    };
    let Some(widgets) = widgets.as_array() else {
        return wrong("/widgets", "should be array");
    };
    if widgets.len() > MOST {
        return wrong("/widgets", "should NOT have more than 500 items");
    }
    let mut doubtful = Vec::new();
    let mut broken = Vec::new();
    for (at, widget) in widgets.iter().enumerate() {
        let path = format!("/widgets/{at}");
        let Some(widget) = widget.as_object() else {
            broken.push(told(&path, "should be object"));
            continue;
        };
        match widget.get("type").and_then(Value::as_str) {
            None => broken.push(told(&path, "should have required property 'type'")),
            Some(kind) if !KINDS.contains(&kind) => {
                doubtful.push(told(
                    &format!("{path}/type"),
                    "should be equal to one of the allowed values",
                ));
            }
            Some(_) => {}
        }
        if !widget.contains_key("properties") {
            broken.push(told(&path, "should have required property 'properties'"));
        }
        for name in ["x", "y", "width", "height"] {
            if widget.get(name).is_some_and(|it| !it.is_u64()) {
                broken.push(told(&format!("{path}/{name}"), "should be integer"));
            }
        }
        for name in widget.keys() {
            if !["type", "x", "y", "width", "height", "properties"].contains(&&**name) {
                let message = "should NOT have additional properties";
                doubtful.push(told(&format!("{path}/{name}"), message));
            }
        }
    }
    if broken.is_empty() { Ok(doubtful) } else { Err(broken) }
}

fn told(path: &str, message: &str) -> DashboardValidationMessage {
    DashboardValidationMessage {
        data_path: Some(path.to_owned()),
        message: Some(message.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_looked_through() {
        let count = |body: &str| match check(body) {
            Ok(doubtful) => (true, doubtful.len()),
            Err(broken) => (false, broken.len()),
        };
        let widget =
            r#"{"type":"text","x":0,"y":0,"width":6,"height":6,"properties":{"markdown":"x"}}"#;
        for (body, expected) in [
            (format!(r#"{{"widgets":[{widget}]}}"#), (true, 0)),
            (r#"{"widgets":[{"type":"dance","properties":{},"z":1}]}"#.to_owned(), (true, 2)),
            ("{}".to_owned(), (false, 1)),
            ("[".to_owned(), (false, 1)),
            (r#"{"widgets":[{"x":"1"},5]}"#.to_owned(), (false, 4)),
        ] {
            assert_eq!(count(&body), expected, "{body}");
        }
    }
}
