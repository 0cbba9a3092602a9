//! Streams of events: which are generated, and their unions.

use super::model::Model;
use super::names::type_name;
use crate::Result;
use serde_json::Value;
use std::fmt::Write;

/// What an event's header may be. Models of other types stand in no header yet.
const HEADER_TYPES: [&str; 4] = ["blob", "boolean", "string", "timestamp"];

/// Whether a shape is the union of a stream's events.
pub fn is_union(shape: &Value) -> bool {
    shape["eventstream"] == true
}

/// Holds an operation against what can be generated: one stream of events, as a member of the
/// output, in a protocol that has such streams.
pub fn check(model: &Model, name: &str) -> Result<()> {
    let operation = model.operation(name)?;
    let side = |side: &str| operation[side]["shape"].as_str().unwrap_or_default();
    let streams = |roots: Vec<String>| {
        let reachable = model.reachable(&roots);
        reachable.into_iter().filter(|shape| is_union(model.shape(shape))).collect::<Vec<_>>()
    };
    if let Some(stream) = streams(vec![side("input").to_owned()]).first() {
        return Err(format!("{name} takes the events of {stream}; only answers may stream events"));
    }
    let output = model.shape(side("output"));
    let members = output["members"].as_object().into_iter().flatten();
    let direct = members.filter_map(|(_, member)| member["shape"].as_str());
    let direct = direct.filter(|target| is_union(model.shape(target))).count();
    let all = streams(vec![side("output").to_owned()]);
    match (all.len(), direct) {
        (0, 0) => return Ok(()),
        (1, 1) => {}
        _ => return Err(format!("{name} has other events than one stream beside its members")),
    }
    if !matches!(model.metadata("protocol"), "json" | "rest-json" | "rest-xml") {
        return Err(format!("{name} streams events in a protocol that has none"));
    }
    let mut unions = all.iter().flat_map(|union| model.neighbours(union));
    unions.try_for_each(|event| check_event(model, &event))
}

fn check_event(model: &Model, event: &str) -> Result<()> {
    let shape = model.shape(event);
    if shape["type"] != "structure" {
        return Err(format!("the event {event} is no structure"));
    }
    for (name, member) in shape["members"].as_object().into_iter().flatten() {
        let target = &model.shape(member["shape"].as_str().unwrap_or_default())["type"];
        let fits = target.as_str().is_some_and(|target| HEADER_TYPES.contains(&target));
        if member["eventheader"] == true && !fits {
            return Err(format!("{event}.{name}: no event's header can be a {target} yet"));
        }
    }
    Ok(())
}

/// The member that is an event's whole payload.
pub fn payload(shape: &Value) -> Option<&str> {
    let mut members = shape["members"].as_object()?.iter();
    members.find(|(_, member)| member["eventpayload"] == true).map(|(name, _)| name.as_str())
}

/// The enum of a union.
pub fn union_type(out: &mut String, model: &Model, name: &str) {
    let shape = model.shape(name);
    let target = |member: &Value| member["shape"].as_str().unwrap_or_default().to_owned();
    let members = shape["members"].as_object().into_iter().flatten();
    let members: Vec<_> = members.map(|(name, member)| (name, target(member))).collect();
    let rust = type_name(name);
    let _ = writeln!(out, "#[derive(Clone, Debug, PartialEq)]\npub enum {rust} {{");
    for (member, target) in &members {
        let _ = writeln!(out, "{}({}),", type_name(member), type_name(target));
    }
    let _ = writeln!(out, "}}\n\nimpl Event for {rust} {{\nfn name(&self) -> &'static str {{");
    out.push_str("match self {\n");
    for (member, _) in &members {
        let _ = writeln!(out, "{rust}::{}(_) => {member:?},", type_name(member));
    }
    out.push_str("}\n}\n\nfn is_exception(&self) -> bool {\n");
    let exceptions = members.iter().filter(|(_, target)| model.shape(target)["exception"] == true);
    let exceptions: Vec<_> =
        exceptions.map(|(member, _)| format!("{rust}::{}(_)", type_name(member))).collect();
    match exceptions.is_empty() {
        true => out.push_str("false\n"),
        false => drop(writeln!(out, "matches!(self, {})", exceptions.join(" | "))),
    }
    out.push_str("}\n\nfn value(&self) -> &dyn Shape {\nmatch self {\n");
    for (member, _) in &members {
        let _ = writeln!(out, "{rust}::{}(value) => value,", type_name(member));
    }
    out.push_str("}\n}\n}\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn model(protocol: &str) -> Model {
        let stream = |header: &str| {
            json!({"type": "structure", "eventstream": true, "members": {
                "told": {"shape": header}, "Failed": {"shape": "Failed"}}})
        };
        Model::of(json!({
            "metadata": {"protocol": protocol},
            "operations": {
                "Tells": {"output": {"shape": "Answer"}},
                "Hears": {"input": {"shape": "Answer"}},
                "Buries": {"output": {"shape": "Outer"}},
                "Counts": {"output": {"shape": "Numbers"}},
                "Plain": {"input": {"shape": "Failed"}, "output": {"shape": "Failed"}},
            },
            "shapes": {
                "Answer": {"type": "structure", "members": {"events": {"shape": "Events"}}},
                "Outer": {"type": "structure", "members": {"inner": {"shape": "Answer"}}},
                "Numbers": {"type": "structure", "members": {"events": {"shape": "Counted"}}},
                "Events": stream("Told"),
                "Counted": stream("Number"),
                "Told": {"type": "structure", "event": true, "members": {
                    "kind": {"shape": "Text", "eventheader": true},
                    "words": {"shape": "Text", "eventpayload": true}}},
                "Number": {"type": "structure", "event": true, "members": {
                    "of": {"shape": "Whole", "eventheader": true}}},
                "Failed": {"type": "structure", "exception": true, "members": {
                    "message": {"shape": "Text"}}},
                "Text": {"type": "string"},
                "Whole": {"type": "integer"},
            },
        }))
    }

    #[test]
    fn what_cannot_be_generated_is_refused_by_name() {
        let model = model("json");
        assert_eq!(check(&model, "Tells"), Ok(()));
        assert_eq!(check(&model, "Plain"), Ok(()));
        for (operation, words) in [
            ("Hears", "Hears takes the events of Events; only answers may stream events"),
            ("Buries", "Buries has other events than one stream beside its members"),
            ("Counts", "Number.of: no event's header can be a \"integer\" yet"),
        ] {
            assert_eq!(check(&model, operation), Err(words.to_owned()));
        }
        let words = "Tells streams events in a protocol that has none".to_owned();
        assert_eq!(check(&self::model("query"), "Tells"), Err(words));
    }

    #[test]
    fn a_union_becomes_an_enum_that_knows_its_exceptions() {
        let mut out = String::new();
        union_type(&mut out, &model("json"), "Events");
        for line in [
            "pub enum Events {",
            "Told(Told),",
            "Events::Told(_) => \"told\",",
            "matches!(self, Events::Failed(_))",
            "Events::Failed(value) => value,",
        ] {
            assert!(out.lines().any(|it| it == line), "{line} is not in:\n{out}");
        }
    }

    #[test]
    fn a_payload_is_one_member() {
        let model = model("json");
        assert_eq!(payload(model.shape("Told")), Some("words"));
        assert_eq!(payload(model.shape("Failed")), None);
    }
}
