//! aws-chunked: bodies that come in chunks with their own framing, signatures and trailers.
//!
//! Follows "Transferring Payload in Multiple Chunks" and "Including trailing headers" of the S3
//! API Reference. A chunk's data is passed on while its hash is computed; the body ends in an
//! error where a signature, a length or a trailing checksum is not what was promised, so whoever
//! reads to the end has a proven body.

use crate::sigv4::ChunkSignatures;
use bytes::Bytes;
use futures_core::Stream;
use sha2::{Digest, Sha256};
use shapes::checksum::{Algorithm, Checksum};
use shapes::{ByteStream, StreamError, Trailing};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A chunk's first line is a length and a signature.
const LINE_LIMIT: usize = 1024;
/// All trailers together.
const TRAILERS_LIMIT: usize = 16 * 1024;
/// "Only the last chunk is allowed to have a size less than 8192 bytes."
const SMALLEST_CHUNK: u64 = 8192;

/// What a request's head promises of its chunks.
pub struct Framing {
    /// `x-amz-decoded-content-length`, in bytes.
    pub decoded_length: u64,
    /// The chain that chunks are proven with; `None` where their signatures are not checked.
    pub signatures: Option<ChunkSignatures>,
    /// Trailers are signed too, and their signature must follow them.
    pub signed_trailer: bool,
    /// The checksums that `x-amz-trailer` announces.
    pub trailers: Vec<Algorithm>,
}

/// The data of an aws-chunked body, followed by the first checksum that was announced.
pub fn decode(body: ByteStream, framing: Framing) -> ByteStream {
    let length = framing.decoded_length;
    let decoder = Decoder::new(body, framing);
    let trailing = decoder.trailing.clone();
    ByteStream::new(decoder, Some(length)).followed_by(trailing)
}

enum State {
    /// At a chunk's first line.
    Size,
    /// Within a chunk's data.
    Data { left: u64 },
    /// At the line end after a chunk's data.
    DataEnd,
    /// In the lines after the last chunk.
    Trailers,
    /// After the empty line.
    Done,
}

enum Step {
    Piece(Bytes),
    NeedsMore,
    Goes,
}

struct Decoder {
    body: ByteStream,
    framing: Framing,
    state: State,
    /// What was read of the body and not yet looked at.
    piece: Bytes,
    /// The part of a line that earlier pieces held.
    line: Vec<u8>,
    passed_on: u64,
    /// A chunk shorter than [`SMALLEST_CHUNK`] went by; only the empty one may follow.
    had_small_chunk: bool,
    chunk_hash: Option<Sha256>,
    chunk_signature: String,
    checksums: Vec<(Algorithm, Checksum)>,
    /// Where the first checksum is told once it is compared.
    trailing: Option<Trailing>,
    trailers: Trailers,
}

#[derive(Default)]
struct Trailers {
    values: Vec<(Algorithm, String)>,
    /// As they are signed: `name:value\n`.
    lines: Vec<u8>,
    signature: Option<String>,
    /// Bytes of all lines.
    size: usize,
}

impl Decoder {
    fn new(body: ByteStream, framing: Framing) -> Self {
        let checksums = framing.trailers.iter().map(|&a| (a, Checksum::new(a))).collect();
        Self {
            body,
            state: State::Size,
            piece: Bytes::new(),
            line: Vec::new(),
            passed_on: 0,
            had_small_chunk: false,
            chunk_hash: framing.signatures.is_some().then(Sha256::new),
            chunk_signature: String::new(),
            checksums,
            trailing: framing.trailers.first().copied().map(Trailing::new),
            trailers: Trailers::default(),
            framing,
        }
    }

    /// Goes one step with what is there.
    fn step(&mut self) -> Result<Step, StreamError> {
        match self.state {
            State::Size => self.on_line(Self::size_line),
            State::Data { left } => Ok(self.data(left)),
            State::DataEnd => self.on_line(Self::data_end),
            State::Trailers => self.on_line(Self::trailer_line),
            State::Done if self.piece.is_empty() => Ok(Step::NeedsMore),
            State::Done => Err(malformed("There are bytes after the last chunk.")),
        }
    }

    fn on_line(
        &mut self,
        then: fn(&mut Self, &[u8]) -> Result<(), StreamError>,
    ) -> Result<Step, StreamError> {
        let end = self.piece.iter().position(|&byte| byte == b'\n');
        let taken = self.piece.split_to(end.map_or(self.piece.len(), |end| end + 1));
        self.line.extend_from_slice(&taken);
        if self.line.len() > LINE_LIMIT {
            return Err(malformed("A line of the chunked body is too long."));
        }
        if end.is_none() {
            return Ok(Step::NeedsMore);
        }
        let mut line = std::mem::take(&mut self.line);
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        then(self, &line)?;
        Ok(Step::Goes)
    }

    /// `1000;chunk-signature=…`
    fn size_line(&mut self, line: &[u8]) -> Result<(), StreamError> {
        let text = std::str::from_utf8(line).map_err(|_| malformed(BAD_SIZE))?;
        let (size, extension) = text.split_once(';').unwrap_or((text, ""));
        let is_hex = !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_hexdigit());
        let size = u64::from_str_radix(size, 16).ok().filter(|_| is_hex);
        let size = size.ok_or_else(|| malformed(BAD_SIZE))?;
        if let Some(signature) = extension.strip_prefix("chunk-signature=") {
            signature.clone_into(&mut self.chunk_signature);
        } else if self.framing.signatures.is_some() || !extension.is_empty() {
            return Err(malformed("A chunk of the body has no signature."));
        }
        if size > 0 && self.had_small_chunk {
            return Err(StreamError::new(
                "InvalidChunkSizeError",
                "Only the last chunk is allowed to have a size less than 8192 bytes",
            ));
        }
        self.had_small_chunk = size < SMALLEST_CHUNK;
        if size > self.framing.decoded_length.saturating_sub(self.passed_on) {
            return Err(wrong_length());
        }
        if size > 0 {
            self.state = State::Data { left: size };
            return Ok(());
        }
        self.state = State::Trailers;
        self.check_chunk()
    }

    fn data(&mut self, left: u64) -> Step {
        if self.piece.is_empty() {
            return Step::NeedsMore;
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX);
        let piece = self.piece.split_to(most.min(self.piece.len()));
        let left = left - piece.len() as u64;
        self.state = if left == 0 { State::DataEnd } else { State::Data { left } };
        self.passed_on += piece.len() as u64;
        if let Some(hash) = &mut self.chunk_hash {
            hash.update(&piece);
        }
        for (_, checksum) in &mut self.checksums {
            checksum.update(&piece);
        }
        Step::Piece(piece)
    }

    fn data_end(&mut self, line: &[u8]) -> Result<(), StreamError> {
        if !line.is_empty() {
            return Err(malformed("A chunk of the body is longer than its size says."));
        }
        self.state = State::Size;
        self.check_chunk()
    }

    fn check_chunk(&mut self) -> Result<(), StreamError> {
        let (Some(signatures), Some(hash)) = (&mut self.framing.signatures, &mut self.chunk_hash)
        else {
            return Ok(());
        };
        let hash = hash.finalize_reset();
        if signatures.verifies_chunk(&hash, &self.chunk_signature) {
            return Ok(());
        }
        Err(unsigned())
    }

    fn trailer_line(&mut self, line: &[u8]) -> Result<(), StreamError> {
        if line.is_empty() {
            // The documentation shows an empty line before the trailers' signature; the SDKs
            // write none.
            let waits = self.framing.signed_trailer
                && !self.trailers.lines.is_empty()
                && self.trailers.signature.is_none();
            return if waits { Ok(()) } else { self.finish() };
        }
        self.trailers.size += line.len();
        if self.trailers.size > TRAILERS_LIMIT {
            return Err(bad_trailer());
        }
        let text = std::str::from_utf8(line).map_err(|_| bad_trailer())?;
        let (name, value) = text.split_once(':').ok_or_else(bad_trailer)?;
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name == "x-amz-trailer-signature" {
            self.trailers.signature = Some(value.to_owned());
            return Ok(());
        }
        let announced = |algorithm: &Algorithm| self.framing.trailers.contains(algorithm);
        let algorithm = Algorithm::of_header(&name).filter(announced).ok_or_else(bad_trailer)?;
        if !algorithm.accepts(value) {
            let message = format!("Value for {name} trailing header is invalid.");
            return Err(StreamError::new("InvalidRequest", message));
        }
        self.trailers.lines.extend_from_slice(format!("{name}:{value}\n").as_bytes());
        self.trailers.values.push((algorithm, value.to_owned()));
        Ok(())
    }

    /// At the end of the trailers: everything that was promised must have come.
    fn finish(&mut self) -> Result<(), StreamError> {
        self.state = State::Done;
        if self.passed_on != self.framing.decoded_length {
            return Err(wrong_length());
        }
        if let Some(signatures) = self
            .framing
            .signatures
            .as_mut()
            .filter(|_| self.framing.signed_trailer && !self.trailers.lines.is_empty())
        {
            let signature = self.trailers.signature.take().ok_or_else(bad_trailer)?;
            if !signatures.verifies_trailer(&self.trailers.lines, &signature) {
                return Err(unsigned());
            }
        }
        for (algorithm, checksum) in std::mem::take(&mut self.checksums) {
            let given = self.trailers.values.iter().find(|(own, _)| *own == algorithm);
            let (_, given) = given.ok_or_else(bad_trailer)?;
            let computed = checksum.finish();
            if computed != *given {
                let name = algorithm.name();
                let message =
                    format!("The {name} you specified did not match the calculated checksum.");
                return Err(StreamError::new("BadDigest", message));
            }
            if let Some(trailing) = self.trailing.as_ref().filter(|it| it.algorithm == algorithm) {
                trailing.prove(computed);
            }
        }
        Ok(())
    }
}

impl Stream for Decoder {
    type Item = Result<Bytes, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match self.step() {
                Ok(Step::Piece(piece)) => return Poll::Ready(Some(Ok(piece))),
                Ok(Step::Goes) => continue,
                Ok(Step::NeedsMore) => {}
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
            match std::task::ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(piece)) => self.piece = piece,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None if matches!(self.state, State::Done) => return Poll::Ready(None),
                None => return Poll::Ready(Some(Err(truncated()))),
            }
        }
    }
}

const BAD_SIZE: &str = "A chunk of the body has no size.";

fn malformed(message: &str) -> StreamError {
    StreamError::new("IncompleteBody", message)
}

fn truncated() -> StreamError {
    malformed("The request body terminated unexpectedly")
}

fn wrong_length() -> StreamError {
    malformed(
        "You did not provide the number of bytes specified by the x-amz-decoded-content-length \
         HTTP header",
    )
}

fn bad_trailer() -> StreamError {
    StreamError::new(
        "MalformedTrailerError",
        "The request contained trailing data that was not well-formed or did not conform to our \
         published schema.",
    )
}

fn unsigned() -> StreamError {
    StreamError::new(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check \
         your key and signing method.",
    )
}

#[cfg(test)]
mod tests;
