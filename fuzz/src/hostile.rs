//! Requests that are small on the wire and large in memory: for each place in an operation's input
//! where something can be repeated, a body (or head) that repeats the least that can stand there.

use bytes::Bytes;
use http::request::Parts;
use shapes::{Kind, Location, Member, OperationSchema, Structure};
use wire::Codec;

/// The longest head's part that `http` takes.
const MAX_HEAD: usize = 60_000;
/// How deep structures are followed; the models' own are less deep.
const MAX_DEPTH: usize = 6;

/// A request.
pub struct Attack {
    /// What is repeated, and where.
    pub name: String,
    /// Its head.
    pub head: Parts,
    /// Its body.
    pub body: Bytes,
}

impl Attack {
    /// How long it is, in bytes.
    pub fn length(&self) -> usize {
        let headers = self.head.headers.values().map(|value| value.len()).sum::<usize>();
        self.body.len() + self.head.uri.to_string().len() + headers
    }
}

/// What is repeated.
enum Unit {
    /// The same again.
    Same(Vec<u8>),
    /// An entry by its number.
    Numbered(Box<dyn Fn(usize) -> Vec<u8>>),
}

impl Unit {
    fn add(&self, number: usize, body: &mut Vec<u8>) {
        match self {
            Self::Same(bytes) => body.extend_from_slice(bytes),
            Self::Numbered(make) => body.extend(make(number)),
        }
    }
}

/// A place that repeats something: what stands before it, between two of them and after them.
struct Place {
    name: String,
    before: Vec<u8>,
    between: &'static [u8],
    after: Vec<u8>,
    units: Vec<(String, Unit)>,
}

/// The attacks on an operation, each of about `bytes`, handed over one after the other.
pub fn each(
    schema: &'static OperationSchema,
    codec: Codec,
    bytes: usize,
    attack: &mut dyn FnMut(Attack),
) {
    heads(schema, codec, attack);
    let mut places = Vec::new();
    match codec {
        Codec::Json | Codec::RestJson => documents(&Json, schema.input, &mut places),
        Codec::Cbor | Codec::RpcV2Cbor => documents(&Cbor, schema.input, &mut places),
        Codec::RestXml => xml(schema.input, &mut places),
        Codec::Query => forms(schema.input, &mut places),
    }
    for place in places {
        for (unit, make) in &place.units {
            let name = format!("{} {codec:?} {} {unit}", schema.name, place.name);
            let body = repeat(&place, make, bytes).into();
            attack(Attack { name, head: head("/", &[]), body });
        }
    }
}

fn repeat(place: &Place, unit: &Unit, bytes: usize) -> Vec<u8> {
    let mut body = place.before.clone();
    let mut number = 0;
    while body.len() < bytes {
        if number > 0 {
            body.extend_from_slice(place.between);
        }
        unit.add(number, &mut body);
        number += 1;
    }
    body.extend(&place.after);
    body
}

fn head(uri: &str, headers: &[(&str, &str)]) -> Parts {
    let start = http::Request::builder().method("POST").uri(uri);
    let request =
        headers.iter().fold(start, |request, (name, value)| request.header(*name, *value));
    request.body(()).expect("a head").into_parts().0
}

/// What stands outside the body.
fn heads(schema: &'static OperationSchema, codec: Codec, attack: &mut dyn FnMut(Attack)) {
    let named = |what: &str| format!("{} {codec:?} {what}", schema.name);
    for member in schema.input.members {
        match member.location {
            Location::Query => {
                let many = format!("/?{}", format!("{}=a&", member.wire).repeat(MAX_HEAD / 40));
                let body = Bytes::new();
                attack(Attack { name: named(member.name), head: head(&many, &[]), body });
            }
            Location::Header => {
                let many = "a,".repeat(MAX_HEAD / 2);
                let head = head("/", &[(member.wire, &many)]);
                attack(Attack { name: named(member.name), head, body: Bytes::new() });
            }
            _ => {}
        }
    }
    let pairs = format!("/?{}", "a&".repeat(MAX_HEAD / 2));
    attack(Attack { name: named("a query of pairs"), head: head(&pairs, &[]), body: Bytes::new() });
}

/// JSON or CBOR: maps, lists and texts, of any length.
trait Format {
    fn map(&self) -> (&'static [u8], &'static [u8]);
    fn list(&self) -> (&'static [u8], &'static [u8]);
    fn key(&self, name: &str) -> Vec<u8>;
    fn between(&self) -> &'static [u8];
    /// The least values, by name.
    fn least(&self) -> &'static [(&'static str, &'static [u8])];
    /// Pieces of a long text or blob, with what begins and ends it.
    fn pieces(&self) -> &'static [(&'static [u8], &'static [u8], &'static [u8])];
}

struct Json;

impl Format for Json {
    fn map(&self) -> (&'static [u8], &'static [u8]) {
        (b"{", b"}")
    }

    fn list(&self) -> (&'static [u8], &'static [u8]) {
        (b"[", b"]")
    }

    fn key(&self, name: &str) -> Vec<u8> {
        format!("\"{name}\":").into_bytes()
    }

    fn between(&self) -> &'static [u8] {
        b","
    }

    fn least(&self) -> &'static [(&'static str, &'static [u8])] {
        &[("{}", b"{}"), ("[]", b"[]"), ("\"a\"", b"\"a\""), ("null", b"null"), ("0", b"0")]
    }

    fn pieces(&self) -> &'static [(&'static [u8], &'static [u8], &'static [u8])] {
        &[(b"\"", b"aaaaaaaa", b"\""), (b"\"", b"\\u0001", b"\""), (b"", b"11111111", b"")]
    }
}

struct Cbor;

impl Format for Cbor {
    fn map(&self) -> (&'static [u8], &'static [u8]) {
        (b"\xbf", b"\xff")
    }

    fn list(&self) -> (&'static [u8], &'static [u8]) {
        (b"\x9f", b"\xff")
    }

    fn key(&self, name: &str) -> Vec<u8> {
        let length = u8::try_from(name.len()).expect("a short name");
        let mut key = vec![0x78, length];
        key.extend(name.as_bytes());
        key
    }

    fn between(&self) -> &'static [u8] {
        b""
    }

    fn least(&self) -> &'static [(&'static str, &'static [u8])] {
        &[("{}", b"\xa0"), ("[]", b"\x80"), ("\"a\"", b"\x61a"), ("null", b"\xf6"), ("0", b"\0")]
    }

    fn pieces(&self) -> &'static [(&'static [u8], &'static [u8], &'static [u8])] {
        &[
            (b"\x7f", b"\x61a", b"\xff"),
            (b"\x7f", b"\x61\x01", b"\xff"),
            (b"\x5f", b"\x41a", b"\xff"),
        ]
    }
}

/// The places of a document whose members are those of `input`, or of its payload.
fn documents(format: &'static dyn Format, input: &'static Structure, places: &mut Vec<Place>) {
    let payload = input.payload.and_then(|index| input.members.get(index));
    let root = match payload.map(|member| &member.kind) {
        Some(Kind::Structure(structure)) => structure,
        Some(_) => return,
        None => input,
    };
    let (open, close) = format.map();
    let strange = |name: &str, value: &'static [u8]| {
        let unit = Unit::Same([&format.key(name)[..], value].concat());
        (format!("unknown {name}"), unit)
    };
    let units = format.least().iter().map(|(_, value)| strange("z", value)).collect();
    let (name, between) = ("the root".to_owned(), format.between());
    places.push(Place { name, before: open.into(), between, after: close.into(), units });
    let nested = [open, &format.key("z")].concat();
    let unit = Unit::Same(format.list().0.to_vec());
    let units = vec![("nested".to_owned(), unit)];
    places.push(Place { name: "depth".into(), before: nested, between: b"", after: vec![], units });
    inside(format, root, root.name.to_owned(), (open.into(), close.into()), places, 0);
}

/// The places inside a structure whose bytes stand between `around`.
fn inside(
    format: &'static dyn Format,
    structure: &'static Structure,
    name: String,
    around: (Vec<u8>, Vec<u8>),
    places: &mut Vec<Place>,
    depth: usize,
) {
    for member in structure.members.iter().filter(|member| member.location == Location::Body) {
        let before = [&around.0[..], &format.key(member.wire)].concat();
        let name = format!("{name}.{}", member.name);
        at(format, member, name.clone(), (before, around.1.clone()), places, depth);
        // The member over and over.
        let key = format.key(member.wire);
        let (list, map) = (format.list(), format.map());
        let empty = match member.kind {
            Kind::List(_) => [list.0, list.1].concat(),
            Kind::Map(_) | Kind::Structure(_) => [map.0, map.1].concat(),
            _ => continue,
        };
        let unit = Unit::Same([&key[..], &empty].concat());
        let units = vec![("again".to_owned(), unit)];
        let (before, after) = around.clone();
        places.push(Place { name, before, between: format.between(), after, units });
    }
}

/// The places at and inside a value.
fn at(
    format: &'static dyn Format,
    member: &'static Member,
    name: String,
    around: (Vec<u8>, Vec<u8>),
    places: &mut Vec<Place>,
    depth: usize,
) {
    if depth > MAX_DEPTH {
        return;
    }
    let between = format.between();
    let framed = |(open, close): (&[u8], &[u8])| {
        ([&around.0[..], open].concat(), [close, &around.1].concat())
    };
    match &member.kind {
        Kind::List(list) => {
            let (before, after) = framed(format.list());
            let least = format.least().iter();
            let units = least.map(|(name, bytes)| plain(name, bytes)).collect();
            let around = (before.clone(), after.clone());
            places.push(Place { name: name.clone(), before, between, after, units });
            at(format, &list.item, format!("{name}[]"), around, places, depth + 1);
        }
        Kind::Map(map) => {
            let (before, after) = framed(format.map());
            let least = format.least().iter();
            let units = least.map(|(name, bytes)| numbered(format, name, bytes)).collect();
            let inner = ([&before[..], &format.key("k")].concat(), after.clone());
            places.push(Place { name: name.clone(), before, between, after, units });
            at(format, &map.value, format!("{name}{{}}"), inner, places, depth + 1);
        }
        Kind::Structure(structure) => {
            // What holds others of its kind is looked into once.
            let deeper = if structure.name == "AttributeValue" { MAX_DEPTH } else { 1 };
            inside(format, structure, name, framed(format.map()), places, depth + deeper);
        }
        _ => {
            for (open, piece, close) in format.pieces() {
                let (before, after) = framed((open, close));
                let units = vec![plain("long", piece)];
                places.push(Place { name: name.clone(), before, between: b"", after, units });
            }
        }
    }
}

fn plain(name: &str, bytes: &[u8]) -> (String, Unit) {
    (name.to_owned(), Unit::Same(bytes.to_vec()))
}

fn numbered(format: &'static dyn Format, name: &str, value: &'static [u8]) -> (String, Unit) {
    let unit = move |n| [&format.key(&format!("{n:x}"))[..], value].concat();
    (name.to_owned(), Unit::Numbered(Box::new(unit)))
}

/// The places of an XML body.
fn xml(input: &'static Structure, places: &mut Vec<Place>) {
    let payload = input.payload.and_then(|index| input.members.get(index));
    let (name, root) = match payload.map(|member| (member, &member.kind)) {
        Some((member, Kind::Structure(structure))) => (member.wire, *structure),
        Some(_) => return,
        None => (input.name, input),
    };
    elements(name, Inside::Structure(root), ("".into(), "".into()), places, 0);
}

/// What stands inside an element.
enum Inside {
    Structure(&'static Structure),
    Other(&'static Kind),
}

impl Inside {
    fn of(kind: &'static Kind) -> Self {
        match kind {
            Kind::Structure(structure) => Self::Structure(structure),
            other => Self::Other(other),
        }
    }
}

fn elements(
    name: &str,
    inside: Inside,
    (before, after): (String, String),
    places: &mut Vec<Place>,
    depth: usize,
) {
    if depth > MAX_DEPTH {
        return;
    }
    let around = (format!("{before}<{name}>"), format!("</{name}>{after}"));
    let mut units =
        vec![of_text("unknown", "<z/>"), of_text("letters", "a"), of_text("escapes", "&#60;")];
    match inside {
        Inside::Structure(structure) => {
            for member in structure.members.iter().filter(|it| it.location == Location::Body) {
                let (one, kind) = match &member.kind {
                    Kind::List(list) if member.flattened => (member.wire, &list.item.kind),
                    kind => (member.wire, kind),
                };
                units.push(of_text(one, &format!("<{one}/>")));
                if let Kind::Structure(inner) = kind {
                    let all = inner.members.iter().map(|it| format!("<{}/>", it.wire));
                    let full = format!("<{one}>{}</{one}>", all.collect::<String>());
                    units.push(of_text(&format!("full {one}"), &full));
                }
                elements(one, Inside::of(kind), around.clone(), places, depth + 1);
            }
        }
        Inside::Other(Kind::List(list)) => {
            units.push(of_text("items", &format!("<{}/>", list.item.wire)));
            let item = Inside::of(&list.item.kind);
            elements(list.item.wire, item, around.clone(), places, depth + 1);
        }
        Inside::Other(Kind::Map(_)) => units.push(of_text("entries", "<entry/>")),
        Inside::Other(_) => {}
    }
    let (before, after) = (around.0.into_bytes(), around.1.into_bytes());
    places.push(Place { name: name.to_owned(), before, between: b"", after, units });
    let attribute = Unit::Numbered(Box::new(|n| format!(" a{n:x}=\"\"").into_bytes()));
    let units = vec![("attributes".to_owned(), attribute)];
    let (before, after) = (format!("<{name}").into_bytes(), format!("></{name}>").into_bytes());
    places.push(Place { name: name.to_owned(), before, between: b"", after, units });
}

fn of_text(name: &str, text: &str) -> (String, Unit) {
    plain(name, text.as_bytes())
}

/// The places of a form.
fn forms(input: &'static Structure, places: &mut Vec<Place>) {
    let place = |name: &str, before: String, between, unit: Unit| Place {
        name: name.to_owned(),
        before: before.into_bytes(),
        between,
        after: Vec::new(),
        units: vec![("many".to_owned(), unit)],
    };
    places.push(place("pairs", String::new(), b"&", Unit::Same(b"a".to_vec())));
    let number = Unit::Numbered(Box::new(|n| format!("{n:x}").into_bytes()));
    places.push(place("numbered pairs", String::new(), b"&", number));
    for member in input.members {
        let wire = member.wire;
        for piece in ["a", "%01", "<"] {
            let unit = Unit::Same(piece.into());
            places.push(place(member.name, format!("{wire}="), b"", unit));
        }
        for rest in ["", ".Key", ".key"] {
            for group in ["", "member.", "entry."] {
                let unit = move |n| format!("{wire}.{group}{n}{rest}=").into_bytes();
                let unit = Unit::Numbered(Box::new(unit));
                places.push(place(member.name, String::new(), b"&", unit));
            }
        }
    }
}
