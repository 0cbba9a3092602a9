//! Turns a model into Rust source.

use super::events;
use super::model::Model;
use super::names::{screaming, snake, type_name};
use super::wanted::{Service, Wanted};
use crate::Result;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

const HEADER: &str = "// Written by `cargo xtask codegen`; changes made here are lost.\n\n";

/// `generated/mod.rs`.
pub fn index(services: &[Service]) -> String {
    let mut out = HEADER.to_owned();
    out.push_str(
        "#![allow(missing_docs, non_upper_case_globals, unused_imports, unused_variables, clippy::all)]\n\n",
    );
    let mut ids: Vec<&str> = services.iter().map(|service| service.id.as_str()).collect();
    ids.sort_unstable();
    for id in &ids {
        let _ = writeln!(out, "pub mod {id};");
    }
    out.push_str(
        "\n/// Every service that has shapes here.\npub static SERVICES: &[&crate::Service] = &[",
    );
    for id in &ids {
        let _ = write!(out, "&{id}::SERVICE, ");
    }
    out.push_str(
        "];\n\n/// Every operation that has shapes here, in the order of operations.txt.\n\
         pub static OPERATIONS: &[&crate::OperationSchema] = &[",
    );
    for service in services {
        for operation in &service.operations {
            let _ = write!(
                out,
                "<{}::ops::{} as crate::Operation>::SCHEMA, ",
                service.id, operation.name
            );
        }
    }
    out.push_str("];\n");
    out
}

/// The files of one service: name and text.
pub fn service(model: &Model, service: &Service) -> Result<Vec<(&'static str, String)>> {
    let mut roots = Vec::new();
    for wanted in &service.operations {
        let operation = model.operation(&wanted.name)?;
        events::check(model, &wanted.name)?;
        for side in ["input", "output"] {
            roots.extend(operation[side]["shape"].as_str().map(str::to_owned));
        }
        roots.extend(errors_with_shapes(model, operation));
    }
    let reachable = model.reachable(&roots);
    let structures: Vec<&String> =
        reachable.iter().filter(|name| model.shape(name)["type"] == "structure").collect();
    Ok(vec![
        ("mod.rs", service_file(model, service)?),
        ("ops.rs", operations_file(model, &service.operations)?),
        ("types.rs", types_file(model, &structures)?),
        ("schemas.rs", schemas_file(model, service.room, &reachable)?),
        ("errors.rs", errors_file(model)?),
    ])
}

/// The errors of an operation that tell more than texts: a list of reasons, an item.
fn errors_with_shapes(model: &Model, operation: &Value) -> Vec<String> {
    let named = operation["errors"].as_array().into_iter().flatten();
    let named = named.filter_map(|error| error["shape"].as_str());
    let tells_more = |name: &&str| {
        let members = model.shape(name)["members"].as_object();
        let kinds =
            members.into_iter().flatten().filter_map(|(_, member)| member["shape"].as_str());
        kinds.into_iter().any(|kind| {
            matches!(model.shape(kind)["type"].as_str(), Some("list" | "map" | "structure"))
        })
    };
    named.filter(tells_more).map(str::to_owned).collect()
}

fn service_file(model: &Model, service: &Service) -> Result<String> {
    let mut out = HEADER.to_owned();
    let protocol = match model.metadata("protocol") {
        "json" => "AwsJson",
        "rest-json" => "RestJson",
        "rest-xml" => "RestXml",
        "query" => "Query",
        "smithy-rpc-v2-cbor" => "RpcV2Cbor",
        other => return Err(format!("{}: unknown protocol {other}", service.id)),
    };
    let signing = match model.metadata("signingName") {
        "" => model.metadata("endpointPrefix"),
        name => name,
    };
    let namespace = match protocol {
        "RestXml" => Some("http://s3.amazonaws.com/doc/2006-03-01/"),
        _ => model.xml_namespace(),
    };
    out.push_str(
        "pub mod errors;\npub mod ops;\n#[rustfmt::skip]\nmod schemas;\nmod types;\n\npub use types::*;\n\n",
    );
    let _ = write!(
        out,
        "pub static SERVICE: crate::Service = crate::Service {{ id: {:?}, title: {:?}, signing_name: {signing:?}, \
         protocol: crate::Protocol::{protocol}, dialect: &crate::dialect::{}, json_version: {:?}, target_prefix: {:?}, api_version: {:?}, \
         xml_namespace: {namespace:?}, routes: &[",
        service.id,
        model.metadata("serviceFullName"),
        screaming(&service.id),
        model.metadata("jsonVersion"),
        model.metadata("targetPrefix"),
        model.metadata("apiVersion"),
    );
    for name in model.operation_names() {
        let http = &model.operation(name)?["http"];
        let _ = writeln!(
            out,
            "crate::Route {{ name: {name:?}, method: {}, uri: {} }},",
            http["method"], http["requestUri"]
        );
    }
    out.push_str("] };\n");
    Ok(out)
}

fn operations_file(model: &Model, operations: &[Wanted]) -> Result<String> {
    let mut out = HEADER.to_owned();
    out.push_str("use super::{schemas, SERVICE};\nuse crate::{Operation, OperationSchema};\n\n");
    for wanted in operations {
        let name = &wanted.name;
        let operation = model.operation(name)?;
        let side = |side: &str| operation[side]["shape"].as_str();
        let rust = |side: Option<&str>| {
            side.map_or("crate::Unit".to_owned(), |name| format!("super::{}", type_name(name)))
        };
        let schema = |side: Option<&str>| {
            side.map_or("crate::shape::UNIT".to_owned(), |name| {
                format!("schemas::{}", type_name(name))
            })
        };
        let root = wanted.xml.as_deref().filter(|xml| *xml != "@unwrapped");
        let _ = write!(
            out,
            "/// `{name}`.\n#[derive(Clone, Copy, Debug)]\npub struct {name};\n\nimpl Operation for {name} {{\n\
             type Input = {};\ntype Output = {};\nconst SCHEMA: &'static OperationSchema = &{};\n}}\n\n\
             static {}: OperationSchema = OperationSchema {{ service: &SERVICE, name: {name:?}, method: {}, uri: {}, \
             status: {}, input: &{}, empty_input: || Box::new(<{} as Default>::default()), output: &{}, result_wrapper: {:?}, xml_root: {root:?}, xml_unwrapped: {} }};\n\n",
            rust(side("input")),
            rust(side("output")),
            screaming(name),
            screaming(name),
            operation["http"]["method"],
            operation["http"]["requestUri"],
            operation["http"]["responseCode"].as_u64().unwrap_or(200),
            schema(side("input")),
            rust(side("input")),
            schema(side("output")),
            operation["output"]["resultWrapper"].as_str(),
            wanted.xml.as_deref() == Some("@unwrapped"),
        );
    }
    Ok(out)
}

/// DynamoDB's value, which holds others of its kind: its type is written by hand.
const BY_HAND: &str = "AttributeValue";

/// The most attributes of an item, which no model tells.
const ITEM_ROOM: u64 = 400 * 1024;

/// A member of a structure as Rust sees it.
struct Field {
    rust: String,
    kind: String,
    required: bool,
    streams: Option<Streams>,
}

/// What a member that streams gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Streams {
    Bytes,
    Events,
}

fn fields(model: &Model, structure: &str) -> Result<Vec<Field>> {
    let shape = model.shape(structure);
    let required = required_members(structure, shape);
    let mut fields = Vec::new();
    for (name, member) in shape["members"].as_object().into_iter().flatten() {
        let target = member["shape"].as_str().ok_or(format!("{structure}.{name} has no shape"))?;
        let streams = streams(model, member);
        fields.push(Field {
            rust: snake(name),
            kind: rust_type(model, target)?,
            required: required.contains(name.as_str()) || streams.is_some(),
            streams,
        });
    }
    Ok(fields)
}

/// Members that AWS leaves out though their models require them: of a function that no configuration
/// of code signing is for it says nothing, and where a shard ends there is nothing to go on with.
const LEFT_OUT: [(&str, &str); 3] = [
    ("GetFunctionCodeSigningConfigResponse", "CodeSigningConfigArn"),
    ("GetFunctionCodeSigningConfigResponse", "FunctionName"),
    ("SubscribeToShardEvent", "ContinuationSequenceNumber"),
];

fn required_members<'a>(structure: &str, shape: &'a Value) -> BTreeSet<&'a str> {
    let named = shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    named.filter(|member| !LEFT_OUT.contains(&(structure, member))).collect()
}

/// A blob that streams, as S3 says on the member and others on the shape, or a union of events.
fn streams(model: &Model, member: &Value) -> Option<Streams> {
    let target = model.shape(member["shape"].as_str().unwrap_or_default());
    let bytes = member["streaming"] == true || target["streaming"] == true;
    bytes.then_some(Streams::Bytes).or_else(|| events::is_union(target).then_some(Streams::Events))
}

fn rust_type(model: &Model, name: &str) -> Result<String> {
    let shape = model.shape(name);
    let inner = |part: &str| rust_type(model, shape[part]["shape"].as_str().unwrap_or_default());
    Ok(match shape["type"].as_str().unwrap_or_default() {
        "boolean" => "bool".to_owned(),
        "integer" => "i32".to_owned(),
        "long" => "i64".to_owned(),
        "float" | "double" => "f64".to_owned(),
        "string" | "character" => "String".to_owned(),
        "blob" => "crate::Bytes".to_owned(),
        "timestamp" => "crate::Timestamp".to_owned(),
        "list" => format!("Vec<{}>", inner("member")?),
        "map" => format!("std::collections::BTreeMap<String, {}>", inner("value")?),
        "structure" if name == BY_HAND => format!("crate::{BY_HAND}"),
        "structure" if model.is_recursive(name) => {
            return Err(format!("{name} contains itself; such shapes are not generated yet"));
        }
        "structure" => type_name(name),
        other => return Err(format!("{name}: unknown type {other}")),
    })
}

fn types_file(model: &Model, structures: &[&String]) -> Result<String> {
    let mut out = HEADER.to_owned();
    out.push_str(
        "use super::schemas;\nuse crate::values::{Read, Write};\n\
         use crate::{AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer, Shape, Structure};\n\n",
    );
    for name in structures {
        if *name == BY_HAND {
            out.push_str(&by_hand(model));
        } else if events::is_union(model.shape(name)) {
            events::union_type(&mut out, model, name);
        } else {
            one_type(&mut out, name, &fields(model, name)?);
        }
    }
    Ok(out)
}

/// Where the type that is written by hand gets its description.
fn by_hand(model: &Model) -> String {
    let mut out = format!("pub use crate::{BY_HAND};\n\n");
    if model.metadata("endpointPrefix") == "dynamodb" {
        out.push_str("pub(crate) fn attribute_value() -> &'static Structure { &schemas::AttributeValue }\n\n");
    }
    out
}

fn one_type(out: &mut String, name: &str, fields: &[Field]) {
    let streams = fields.iter().find(|field| field.streams.is_some());
    let derives =
        if streams.is_some() { "Debug, Default" } else { "Clone, Debug, Default, PartialEq" };
    let name = type_name(name);
    let _ = writeln!(out, "#[derive({derives})]\npub struct {name} {{");
    for field in fields {
        let kind = match (field.streams, field.required) {
            (Some(Streams::Bytes), _) => "ByteStream".to_owned(),
            (Some(Streams::Events), _) => format!("EventStream<{}>", field.kind),
            (None, true) => field.kind.clone(),
            (None, false) => format!("Option<{}>", field.kind),
        };
        let _ = writeln!(out, "pub {}: {kind},", field.rust);
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl Shape for {name} {{\nfn schema(&self) -> &'static Structure {{ &schemas::{name} }}\n"
    );
    out.push_str("fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {\nmatch index {\n");
    for (index, field) in fields.iter().enumerate().filter(|(_, field)| field.streams.is_none()) {
        let _ = writeln!(out, "{index} => self.{}.write(at, to),", field.rust);
    }
    out.push_str("_ => {}\n}\n}\n\nfn read_member(&mut self, index: usize, at: &'static Member, from: &mut dyn Deserializer) -> Result<(), DecodeError> {\nmatch index {\n");
    for (index, field) in fields.iter().enumerate().filter(|(_, field)| field.streams.is_none()) {
        let _ = writeln!(out, "{index} => self.{} = Read::read(at, from)?,", field.rust);
    }
    out.push_str("_ => {}\n}\nOk(())\n}\n");
    if let Some(field) = streams {
        let (method, gives) = match field.streams {
            Some(Streams::Events) => ("take_events(&mut self) -> Option<AnyEvents>", ".take()"),
            _ => ("stream_mut(&mut self) -> Option<&mut ByteStream>", ""),
        };
        let reference = if gives.is_empty() { "&mut " } else { "" };
        let _ = writeln!(out, "\nfn {method} {{ Some({reference}self.{}{gives}) }}", field.rust);
    }
    out.push_str("}\n\n");
}

fn schemas_file(model: &Model, room: Option<u64>, reachable: &BTreeSet<String>) -> Result<String> {
    let mut out = HEADER.to_owned();
    out.push_str("#[allow(unused_imports)]\nuse crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};\n\n");
    for name in reachable {
        let shape = model.shape(name);
        let text = match shape["type"].as_str().unwrap_or_default() {
            "structure" => structure_schema(model, name, shape)?,
            "list" => format!(
                "static {}: List = List {{ length: {}, item: {} }};\n",
                type_name(name),
                bound(shape, room),
                element(model, &shape["member"], "member")?
            ),
            "map" => format!(
                "static {}: Map = Map {{ length: {}, key: {}, value: {} }};\n",
                type_name(name),
                bound(
                    shape,
                    if shape["value"]["shape"] == BY_HAND { Some(ITEM_ROOM) } else { room }
                ),
                element(model, &shape["key"], "key")?,
                element(model, &shape["value"], "value")?
            ),
            _ => continue,
        };
        out.push_str(&text);
    }
    Ok(out)
}

fn structure_schema(model: &Model, name: &str, shape: &Value) -> Result<String> {
    let members = shape["members"].as_object().ok_or(format!("{name} has no members"))?;
    if members.len() > 128 {
        return Err(format!("{name} has more members than a decoder can track"));
    }
    let payload = shape["payload"]
        .as_str()
        .or_else(|| events::payload(shape))
        .and_then(|payload| members.keys().position(|member| member == payload));
    let mut out = format!(
        "pub static {}: Structure = Structure {{ name: {name:?}, payload: {payload:?}, xml_namespace: {:?}, members: &[\n",
        type_name(name),
        shape["xmlNamespace"]["uri"].as_str().or_else(|| shape["xmlNamespace"].as_str()),
    );
    let required = required_members(name, shape);
    for (member_name, member) in members {
        let _ = writeln!(
            out,
            "{},",
            member_schema(model, member_name, member, required.contains(member_name.as_str()))?
        );
    }
    out.push_str("] };\n");
    Ok(out)
}

/// The member of a list or map.
fn element(model: &Model, reference: &Value, name: &str) -> Result<String> {
    member_schema(model, name, reference, false)
}

fn member_schema(model: &Model, name: &str, member: &Value, required: bool) -> Result<String> {
    let target_name = member["shape"].as_str().ok_or(format!("{name} has no shape"))?;
    let target = model.shape(target_name);
    let location = match member["location"].as_str() {
        None if member["eventheader"] == true => "EventHeader",
        None => "Body",
        Some("header") => "Header",
        Some("headers") => "Headers",
        Some("uri") => "Uri",
        Some("querystring") => "Query",
        Some("statusCode") => "Status",
        Some(other) => return Err(format!("{name}: unknown location {other}")),
    };
    let mut out = format!("Member::new({name:?}, {})", kind(model, target_name, member)?);
    if let Some(wire) = member["locationName"].as_str().filter(|wire| *wire != name) {
        let _ = write!(out, ".wire({wire:?})");
    }
    if location != "Body" {
        let _ = write!(out, ".at(Location::{location})");
    }
    let namespace = &member["xmlNamespace"];
    if let Some(uri) = namespace["uri"].as_str().or_else(|| namespace.as_str()) {
        let _ = write!(out, ".namespace({uri:?})");
    }
    for (holds, call) in [
        (required, ".required()"),
        (member["flattened"] == true || target["flattened"] == true, ".flattened()"),
        (member["xmlAttribute"] == true, ".attribute()"),
        (streams(model, member).is_some(), ".streaming()"),
    ] {
        if holds {
            out.push_str(call);
        }
    }
    Ok(out)
}

fn kind(model: &Model, name: &str, member: &Value) -> Result<String> {
    let shape = model.shape(name);
    Ok(match shape["type"].as_str().unwrap_or_default() {
        "boolean" => "Kind::Boolean".to_owned(),
        "integer" | "long" => {
            format!("Kind::integer({:?}, {:?})", shape["min"].as_i64(), shape["max"].as_i64())
        }
        "float" | "double" => "Kind::Float".to_owned(),
        "string" | "character" => text_kind(shape),
        "blob" => format!("Kind::Blob({})", length(shape)),
        "timestamp" => format!("Kind::Timestamp({})", timestamp_format(shape, member)?),
        "list" => format!("Kind::List(&{})", type_name(name)),
        "map" => format!("Kind::Map(&{})", type_name(name)),
        "structure" => format!("Kind::Structure(&{})", type_name(name)),
        other => return Err(format!("{name}: unknown type {other}")),
    })
}

fn text_kind(shape: &Value) -> String {
    let pattern = shape["pattern"].as_str();
    if shape["sensitive"] == true {
        return format!("Kind::secret({}, {pattern:?})", length(shape));
    }
    let values: Vec<&str> =
        shape["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    format!("Kind::text({}, {pattern:?}, &{values:?})", length(shape))
}

fn timestamp_format(shape: &Value, member: &Value) -> Result<&'static str> {
    let format = member["timestampFormat"].as_str().or_else(|| shape["timestampFormat"].as_str());
    Ok(match format {
        None => "None",
        Some("unixTimestamp") => "Some(TimestampFormat::UnixTimestamp)",
        Some("iso8601") => "Some(TimestampFormat::Iso8601)",
        Some("rfc822") => "Some(TimestampFormat::Rfc822)",
        Some(other) => return Err(format!("unknown timestamp format {other}")),
    })
}

/// The bounds of a list or map.
fn bound(shape: &Value, room: Option<u64>) -> String {
    let room = shape["room"].as_u64().or(room).filter(|_| shape["max"].is_null());
    length(shape) + &room.map(|room| format!(".room({room})")).unwrap_or_default()
}

fn length(shape: &Value) -> String {
    format!("Length::new({:?}, {:?})", shape["min"].as_u64(), shape["max"].as_u64())
}

/// Every error that any operation of the model declares.
fn errors_file(model: &Model) -> Result<String> {
    let mut names = BTreeSet::new();
    for operation in model.operation_names() {
        let errors = model.operation(operation)?["errors"].as_array();
        names.extend(errors.into_iter().flatten().filter_map(|error| error["shape"].as_str()));
    }
    let mut out = HEADER.to_owned();
    out.push_str("use crate::{ErrorShape, Fault};\n\n");
    for name in names {
        let shape = model.shape(name);
        let server = shape["fault"] == true || shape["error"]["fault"] == true;
        let default_status = if server { 500 } else { 400 };
        let message =
            shape["members"].as_object().is_some_and(|members| members.contains_key("Message"));
        // Where today's protocol is not the query protocol any more, the code is what that called it.
        let code = shape["error"]["code"].as_str().filter(|_| !model.was_query());
        let _ = writeln!(
            out,
            "pub static {}: ErrorShape = ErrorShape {{ code: {:?}, status: {}, fault: Fault::{}, message_member: {:?} }};",
            screaming(name),
            code.unwrap_or(name),
            shape["error"]["httpStatusCode"].as_u64().unwrap_or(default_status),
            if server { "Server" } else { "Client" },
            if message { "Message" } else { "message" },
        );
    }
    Ok(out)
}
