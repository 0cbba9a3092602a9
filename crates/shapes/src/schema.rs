//! The description of services, operations and structures, as static data.

use crate::{Dialect, Shape};

/// How a service speaks. The Smithy "AWS protocols" pages describe each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `X-Amz-Target` and JSON bodies, version 1.0 or 1.1; some services also take CBOR.
    AwsJson,
    /// Methods and paths, JSON bodies.
    RestJson,
    /// Methods and paths, XML bodies.
    RestXml,
    /// `Action=` forms, XML answers.
    Query,
    /// Smithy RPC v2: the operation stands in the path, bodies are CBOR.
    RpcV2Cbor,
}

/// A service as its model describes it.
#[derive(Debug)]
pub struct Service {
    /// The name used by the AWS CLI and in ARNs, such as `kinesis`.
    pub id: &'static str,
    /// The full name, such as `Amazon Kinesis`.
    pub title: &'static str,
    /// The name in a signature's credential scope.
    pub signing_name: &'static str,
    /// The protocol of its model.
    pub protocol: Protocol,
    /// What no model says of how it speaks.
    pub dialect: &'static Dialect,
    /// The version in `application/x-amz-json-1.1`.
    pub json_version: &'static str,
    /// What stands before the dot in `X-Amz-Target`.
    pub target_prefix: &'static str,
    /// The date that names this version of the API.
    pub api_version: &'static str,
    /// The XML namespace of its answers.
    pub xml_namespace: Option<&'static str>,
    /// Every operation of the model, also those that are not served.
    pub routes: &'static [Route],
}

impl Service {
    /// Whether this is among the protocols that it speaks.
    pub fn speaks(&self, protocol: Protocol) -> bool {
        self.dialect.protocols.contains(&protocol)
    }
}

/// Where the model puts an operation. For protocols without paths the URI is `/`.
#[derive(Debug)]
pub struct Route {
    /// The operation's name.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path with `{Labels}` and constant query parts, as in the model.
    pub uri: &'static str,
}

/// An operation that is served.
#[derive(Debug)]
pub struct OperationSchema {
    /// The service that it belongs to.
    pub service: &'static Service,
    /// Its name.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path with `{Labels}` and constant query parts.
    pub uri: &'static str,
    /// HTTP status of success.
    pub status: u16,
    /// What it takes.
    pub input: &'static Structure,
    /// An empty input, for a codec to fill.
    pub empty_input: fn() -> Box<dyn Shape>,
    /// What it gives.
    pub output: &'static Structure,
    /// The element around the output in the query protocol, such as `CreateRoleResult`.
    pub result_wrapper: Option<&'static str>,
    /// The root element of an XML output; `None` means the output's name.
    pub xml_root: Option<&'static str>,
    /// The XML output is the text of its only member, without an element around it.
    pub xml_unwrapped: bool,
}

/// A structure: its name and members.
#[derive(Debug)]
pub struct Structure {
    /// The shape's name in the model.
    pub name: &'static str,
    /// In the model's order.
    pub members: &'static [Member],
    /// The member that is the whole HTTP body, or an event's whole payload.
    pub payload: Option<usize>,
    /// Its XML element declares this namespace.
    pub xml_namespace: Option<&'static str>,
}

impl Structure {
    /// The index of the member with this wire name.
    pub fn index_of(&self, wire: &str) -> Option<usize> {
        self.members.iter().position(|member| member.wire == wire)
    }
}

/// A position that holds a value: a structure's member, a list's item, a map's key or value.
#[derive(Debug)]
pub struct Member {
    /// The name in the model.
    pub name: &'static str,
    /// The name on the wire (the model's `locationName`, else its name).
    pub wire: &'static str,
    /// Where in an HTTP message it stands.
    pub location: Location,
    /// It must be given.
    pub required: bool,
    /// Lists and maps: the elements stand without one around them (XML, query).
    pub flattened: bool,
    /// It is an attribute of its structure's XML element.
    pub xml_attribute: bool,
    /// Its XML element declares this namespace.
    pub xml_namespace: Option<&'static str>,
    /// It is a body of any length, see [`ByteStream`](crate::ByteStream); a structure that
    /// streams is the union of the events of an [`EventStream`](crate::EventStream).
    pub streaming: bool,
    /// What it holds.
    pub kind: Kind,
}

/// Where in an HTTP message a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the body.
    Body,
    /// In the header named by `wire`.
    Header,
    /// In all headers that begin with `wire`.
    Headers,
    /// In the path.
    Uri,
    /// In the query string.
    Query,
    /// It is the HTTP status.
    Status,
    /// In the header named by `wire` of an event.
    EventHeader,
}

/// What a position holds, and what the model demands of it.
#[derive(Debug)]
pub enum Kind {
    /// A truth value.
    Boolean,
    /// A whole number of 32 or 64 bits.
    Integer(Range),
    /// A floating-point number.
    Float,
    /// Text.
    String(StringRules),
    /// Bytes.
    Blob(Length),
    /// An instant; `None` is the protocol's own format.
    Timestamp(Option<TimestampFormat>),
    /// A sequence.
    List(&'static List),
    /// Text keys with values.
    Map(&'static Map),
    /// A structure.
    Structure(&'static Structure),
}

/// Bounds of a number.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The least value.
    pub min: Option<i64>,
    /// The greatest value.
    pub max: Option<i64>,
}

/// Bounds of a length: characters of text, bytes of a blob, entries of a list or map.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// The least length.
    pub min: Option<u64>,
    /// The greatest length.
    pub max: Option<u64>,
    /// The most entries that are taken where there is no greatest length.
    pub room: u64,
}

/// What a model demands of text.
#[derive(Debug)]
pub struct StringRules {
    /// Bounds of its length.
    pub length: Length,
    /// A regular expression that the whole value must match, in Java's dialect.
    pub pattern: Option<&'static str>,
    /// The values it may have; empty when any.
    pub values: &'static [&'static str],
    /// It must not stand in logs or error messages.
    pub sensitive: bool,
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// Bounds of its length.
    pub length: Length,
    /// What it holds.
    pub item: Member,
}

/// A map.
#[derive(Debug)]
pub struct Map {
    /// Bounds of its length.
    pub length: Length,
    /// Its keys.
    pub key: Member,
    /// Its values.
    pub value: Member,
}

/// How an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since the epoch, with a fraction.
    UnixTimestamp,
    /// `2026-01-31T12:00:00.000Z`.
    Iso8601,
    /// `Sat, 31 Jan 2026 12:00:00 GMT`.
    Rfc822,
}

impl Member {
    /// A member of the body that need not be given, named alike in the model and on the wire.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            wire: name,
            location: Location::Body,
            required: false,
            flattened: false,
            xml_attribute: false,
            xml_namespace: None,
            streaming: false,
            kind,
        }
    }

    /// The same, named differently on the wire.
    pub const fn wire(mut self, wire: &'static str) -> Self {
        self.wire = wire;
        self
    }

    /// The same, elsewhere in the message.
    pub const fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }

    /// The same, which must be given.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, without an element around its elements.
    pub const fn flattened(mut self) -> Self {
        self.flattened = true;
        self
    }

    /// The same, as an XML attribute.
    pub const fn attribute(mut self) -> Self {
        self.xml_attribute = true;
        self
    }

    /// The same, whose XML element declares a namespace.
    pub const fn namespace(mut self, uri: &'static str) -> Self {
        self.xml_namespace = Some(uri);
        self
    }

    /// The same, as a body of any length or a stream of events.
    pub const fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }
}

/// The most entries of a list or map whose model names no bound. S3 takes as many parts, and no
/// other such list comes near it.
const MOST_ENTRIES: u64 = 10_000;

impl Length {
    /// The most entries that a list or map may have.
    pub const fn most(self) -> u64 {
        match self.max {
            Some(max) => max,
            None => self.room,
        }
    }

    /// Bounds of a length.
    pub const fn new(min: Option<u64>, max: Option<u64>) -> Self {
        Self { min, max, room: MOST_ENTRIES }
    }

    /// The same for a list or map of a service that takes fewer entries anyway, which its model does
    /// not say.
    pub const fn room(self, room: u64) -> Self {
        Self { room, ..self }
    }
}

impl Kind {
    /// A whole number within bounds.
    pub const fn integer(min: Option<i64>, max: Option<i64>) -> Self {
        Kind::Integer(Range { min, max })
    }

    /// Text within bounds.
    pub const fn text(
        length: Length,
        pattern: Option<&'static str>,
        values: &'static [&'static str],
    ) -> Self {
        Kind::String(StringRules { length, pattern, values, sensitive: false })
    }

    /// Text that must not be shown.
    pub const fn secret(length: Length, pattern: Option<&'static str>) -> Self {
        Kind::String(StringRules { length, pattern, values: &[], sensitive: true })
    }
}
