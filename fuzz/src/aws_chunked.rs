//! aws-chunked bodies: chunks, their signatures, trailers.
//!
//! - However the network cuts a body into pieces, the data and the error are the same.
//! - Data that passes has the promised length and the announced checksums.
//! - A body that is framed and signed rightly passes; once it is changed anywhere, it does not
//!   pass for other data.

use crate::streams::{pieces, read};
use arbitrary::{Arbitrary, Unstructured};
use sha2::{Digest, Sha256};
use shapes::checksum::{Algorithm, Checksum};
use shapes::{StreamError, Timestamp};
use wire::chunked::{self, Framing};
use wire::sigv4::{ChunkSignatures, Scheme, Scope, Signed, SigningKey, sha256_hex};

/// What a request's head promises.
#[derive(Arbitrary, Clone, Debug)]
struct Promise {
    signed: bool,
    signed_trailer: bool,
    /// A bit for each algorithm.
    trailers: u8,
    length: u16,
}

/// The lengths of the network's pieces.
type Cuts = Vec<u8>;

#[derive(Arbitrary, Debug)]
enum Input<'a> {
    /// Any bytes.
    Raw { promise: Promise, cuts: Cuts, body: &'a [u8] },
    /// A right body, and what is then done to it.
    Built { promise: Promise, chunks: Chunks, cuts: Cuts, edits: Vec<Edit> },
}

#[derive(Arbitrary, Debug)]
struct Chunks {
    /// How much longer than the least each chunk before the last is.
    full: [Option<u8>; 2],
    fill: u8,
    last: Vec<u8>,
    /// Capitals in hexadecimal numbers, and lines that end in `\n` alone.
    capitals: bool,
    bare_lines: bool,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Edit {
    Set(u16, u8),
    Remove(u16),
    Insert(u16, u8),
    Cut(u16),
    Add(u8),
}

/// Tries one input.
pub fn run(data: &[u8]) {
    let Ok(input) = Input::arbitrary_take_rest(Unstructured::new(data)) else { return };
    match input {
        Input::Raw { promise, cuts, body } => {
            if let (data, None) = decoded_alike(body, &promise, &cuts) {
                check(&data, body, &promise);
            }
        }
        Input::Built { mut promise, chunks, cuts, edits } => {
            let (body, data) = build(&chunks, &mut promise);
            let whole = decoded_alike(&body, &promise, &cuts);
            assert_eq!(whole.1, None, "of a right body");
            assert!(whole.0 == data, "other data");
            changed(&body, &data, &promise, &cuts, &edits);
        }
    }
}

impl Promise {
    fn algorithms(&self) -> Vec<Algorithm> {
        let all = Algorithm::ALL.into_iter().enumerate();
        all.filter(|(bit, _)| u32::from(self.trailers) >> bit & 1 == 1).map(|(_, it)| it).collect()
    }

    fn framing(&self) -> Framing {
        let (signed, key) = seed();
        Framing {
            decoded_length: u64::from(self.length),
            signatures: self.signed.then(|| ChunkSignatures::new(&signed, key)),
            signed_trailer: self.signed && self.signed_trailer,
            trailers: self.algorithms(),
        }
    }
}

/// What the chunks' signatures go on from.
fn seed() -> (Signed, SigningKey) {
    let scope = Scope { date: "20130524".into(), region: "us-east-1".into(), service: "s3".into() };
    let key = SigningKey::derive("secret", &scope);
    let signed = Signed {
        scheme: Scheme::Header,
        key_id: "key".into(),
        scope,
        signed_headers: "host".into(),
        signature: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9".into(),
        amz_date: "20130524T000000Z".into(),
        time: Timestamp(1_369_353_600_000),
        session_token: None,
        expires_s: None,
    };
    (signed, key)
}

/// Decodes the body at once, byte by byte, and in the given pieces, which must all be alike.
fn decoded_alike(body: &[u8], promise: &Promise, cuts: &Cuts) -> (Vec<u8>, Option<StreamError>) {
    let decode = |cuts: &[u8]| read(chunked::decode(pieces(body, cuts), promise.framing()));
    let whole = decode(&[]);
    assert!(decode(cuts) == whole, "cut into {cuts:?}");
    if body.len() < 1000 {
        assert!(decode(&[1]) == whole, "byte by byte");
    }
    whole
}

/// Data that passed is as it was promised.
fn check(data: &[u8], body: &[u8], promise: &Promise) {
    assert_eq!(data.len(), usize::from(promise.length));
    assert!(contains(body, data) || data.len() > 8192, "the data was not in the body");
    for algorithm in promise.algorithms() {
        let value = Checksum::of(algorithm, data);
        assert!(contains(body, value.as_bytes()), "{} did not come", algorithm.name());
    }
}

fn contains(body: &[u8], part: &[u8]) -> bool {
    part.is_empty() || body.windows(part.len()).any(|window| window == part)
}

/// Writes a body as the S3 API Reference describes it, and gives its data too. The promise is
/// made to fit.
fn build(chunks: &Chunks, promise: &mut Promise) -> (Vec<u8>, Vec<u8>) {
    let mut out = Writer::new(chunks, promise.signed);
    let mut data = Vec::new();
    for more in chunks.full.iter().flatten() {
        let chunk = vec![chunks.fill; 8192 + usize::from(*more)];
        out.chunk(&chunk);
        data.extend(chunk);
    }
    let last = &chunks.last[..chunks.last.len().min(5000)];
    if !last.is_empty() {
        out.chunk(last);
        data.extend_from_slice(last);
    }
    out.chunk(b"");
    promise.length = u16::try_from(data.len()).expect("at most 21384 bytes");
    let lines = promise
        .algorithms()
        .into_iter()
        .map(|algorithm| format!("{}:{}", algorithm.header(), Checksum::of(algorithm, &data)));
    let lines: Vec<String> = lines.collect();
    for line in &lines {
        out.line(line);
    }
    if promise.signed && promise.signed_trailer && !lines.is_empty() {
        let signature = out.trailer_signature(&lines);
        out.line(&format!("x-amz-trailer-signature:{signature}"));
    }
    out.line("");
    (out.body, data)
}

struct Writer<'a> {
    chunks: &'a Chunks,
    signed: bool,
    key: SigningKey,
    previous: String,
    body: Vec<u8>,
}

impl<'a> Writer<'a> {
    fn new(chunks: &'a Chunks, signed: bool) -> Self {
        let (first, key) = seed();
        Self { chunks, signed, key, previous: first.signature, body: Vec::new() }
    }

    fn line(&mut self, text: &str) {
        self.body.extend_from_slice(text.as_bytes());
        self.body.extend_from_slice(if self.chunks.bare_lines { b"\n" } else { b"\r\n" });
    }

    fn chunk(&mut self, data: &[u8]) {
        let mut line = format!("{:x}", data.len());
        if self.chunks.capitals {
            line = format!("0{}", line.to_uppercase());
        }
        if self.signed {
            let hash: String =
                Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
            let signature = self.sign("PAYLOAD", &format!("{}\n{hash}", sha256_hex(b"")));
            line.push_str(";chunk-signature=");
            line.push_str(&signature);
        }
        self.line(&line);
        if !data.is_empty() {
            self.body.extend_from_slice(data);
            self.line("");
        }
    }

    fn trailer_signature(&mut self, lines: &[String]) -> String {
        let canonical: String = lines.iter().map(|line| format!("{line}\n")).collect();
        self.sign("TRAILER", &sha256_hex(canonical.as_bytes()))
    }

    fn sign(&mut self, kind: &str, what: &str) -> String {
        let scope = "20130524/us-east-1/s3/aws4_request";
        let text = format!(
            "AWS4-HMAC-SHA256-{kind}\n20130524T000000Z\n{scope}\n{}\n{what}",
            self.previous
        );
        self.previous = self.key.sign(text.as_bytes());
        self.previous.clone()
    }
}

/// The body with the edits: it is refused, or passes for the data that it was.
fn changed(body: &[u8], data: &[u8], promise: &Promise, cuts: &Cuts, edits: &[Edit]) {
    if edits.is_empty() {
        return;
    }
    let mut body = body.to_vec();
    edits.iter().take(8).for_each(|edit| apply(*edit, &mut body));
    let (read, error) = decoded_alike(&body, promise, cuts);
    if error.is_some() {
        return;
    }
    if promise.signed {
        assert!(read == data, "changed data passed its signatures");
    }
    check(&read, &body, promise);
}

fn apply(edit: Edit, body: &mut Vec<u8>) {
    let place = |at: u16, body: &[u8]| usize::from(at) % body.len().max(1);
    match edit {
        Edit::Add(byte) => body.push(byte),
        Edit::Insert(at, byte) => body.insert(place(at, body), byte),
        Edit::Cut(at) => body.truncate(place(at, body)),
        Edit::Set(at, byte) => {
            let at = place(at, body);
            if let Some(own) = body.get_mut(at) {
                *own = byte;
            }
        }
        Edit::Remove(at) if !body.is_empty() => drop(body.remove(place(at, body))),
        Edit::Remove(_) => {}
    }
}
