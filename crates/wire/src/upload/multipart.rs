//! `multipart/form-data` (RFC 7578), taken apart as it comes: fields whole, and the file in pieces.

use super::disposition::parameter;
use super::{MAX_FIELD_BYTES, malformed, too_long};
use crate::WireError;
use bytes::{Buf, Bytes, BytesMut};
use memchr::memmem;

/// The longest boundary; RFC 2046 has 70 characters.
const MAX_BOUNDARY_BYTES: usize = 200;
const LINE: &[u8] = b"\r\n";
/// The longest line after a boundary, which holds nothing but spaces.
const MAX_PADDING_BYTES: usize = 128;

/// What a form goes on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing, before more bytes of it have come.
    NeedsMore,
    /// A field.
    Field {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// The file begins.
    File {
        /// The name that the browser gives, which may be empty.
        name: String,
    },
    /// A piece of the file.
    Data(Bytes),
    /// The file has ended, or the form without one. What follows is nobody's.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Preamble,
    /// Behind a boundary.
    Boundary,
    Head,
    Field,
    File,
    End,
}

/// A form that is being read.
#[derive(Debug)]
pub struct Multipart {
    /// The end of a line and the boundary.
    delimiter: Vec<u8>,
    buffer: BytesMut,
    state: State,
    /// The field that is being read.
    name: String,
    /// Bytes that lie behind, before the file.
    taken: usize,
    /// What of a line's end that was kept stands before the file's bytes.
    lead: usize,
}

impl Multipart {
    /// A form of this `Content-Type`.
    ///
    /// # Errors
    /// `MalformedPOSTRequest` when it has no boundary.
    pub fn new(content_type: &str) -> Result<Self, WireError> {
        let boundary = parameter(content_type, "boundary")
            .filter(|it| (1..=MAX_BOUNDARY_BYTES).contains(&it.len()));
        let boundary = boundary.ok_or_else(malformed)?;
        Ok(Self {
            delimiter: [b"\r\n--", boundary.as_bytes()].concat(),
            // The first boundary begins its line like the others.
            buffer: BytesMut::from(LINE),
            state: State::Preamble,
            name: String::new(),
            taken: 0,
            lead: 0,
        })
    }

    /// Takes what has come.
    pub fn push(&mut self, piece: &[u8]) {
        if self.state != State::End {
            self.buffer.extend_from_slice(piece);
        }
    }

    /// Goes on.
    ///
    /// # Errors
    /// `MalformedPOSTRequest`, or `MaxPostPreDataLengthExceeded`.
    pub fn step(&mut self) -> Result<Step, WireError> {
        loop {
            let step = match self.state {
                State::Preamble => self.preamble(),
                State::Boundary => self.boundary()?,
                State::Head => self.head()?,
                State::Field => self.field()?,
                State::File => return Ok(self.file()),
                State::End => return Ok(Step::End),
            };
            let waits = step == Some(Step::NeedsMore);
            let held = self.taken + if waits { self.buffer.len() } else { 0 };
            if held > MAX_FIELD_BYTES && self.state != State::File {
                return Err(too_long());
            }
            if let Some(step) = step {
                return Ok(step);
            }
        }
    }

    fn find(&self, bytes: &[u8]) -> Option<usize> {
        memmem::find(&self.buffer, bytes)
    }

    fn skip(&mut self, bytes: usize) {
        self.buffer.advance(bytes);
        self.taken += bytes;
    }

    fn preamble(&mut self) -> Option<Step> {
        let Some(at) = self.find(&self.delimiter) else { return Some(Step::NeedsMore) };
        self.skip(at + self.delimiter.len());
        self.state = State::Boundary;
        None
    }

    fn boundary(&mut self) -> Result<Option<Step>, WireError> {
        if self.buffer.starts_with(b"--") {
            self.state = State::End;
            return Ok(None);
        }
        let end = self.find(b"\r\n");
        let line = &self.buffer[..end.unwrap_or(self.buffer.len())];
        let is_blank = line.iter().all(|byte| matches!(byte, b' ' | b'\t'));
        match end {
            Some(end) if is_blank => {
                self.skip(end + 2);
                self.state = State::Head;
                Ok(None)
            }
            None if self.buffer.len() < MAX_PADDING_BYTES => Ok(Some(Step::NeedsMore)),
            _ => Err(malformed()),
        }
    }

    fn head(&mut self) -> Result<Option<Step>, WireError> {
        let Some(end) = self.find(b"\r\n\r\n") else { return Ok(Some(Step::NeedsMore)) };
        let lines = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        self.skip(end + 4);
        let disposition = lines.split("\r\n").find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.trim().eq_ignore_ascii_case("content-disposition").then(|| value.trim())
        });
        let disposition = disposition.ok_or_else(malformed)?;
        let kind = disposition.split(';').next().unwrap_or_default().trim();
        let name = parameter(disposition, "name");
        let Some(name) = name.filter(|_| kind.eq_ignore_ascii_case("form-data")) else {
            return Err(malformed());
        };
        if name.eq_ignore_ascii_case("file") {
            let file = parameter(disposition, "filename*");
            let file = file.or_else(|| parameter(disposition, "filename"));
            self.state = State::File;
            self.keep_line();
            return Ok(Some(Step::File { name: file.unwrap_or_default() }));
        }
        self.name = name;
        self.state = State::Field;
        self.keep_line();
        Ok(None)
    }

    /// Keeps the end of the head's last line, with which a content of no bytes ends.
    fn keep_line(&mut self) {
        let rest = std::mem::take(&mut self.buffer);
        self.buffer = BytesMut::with_capacity(rest.len() + LINE.len());
        self.buffer.extend_from_slice(LINE);
        self.buffer.extend_from_slice(&rest);
        self.lead = LINE.len();
    }

    fn field(&mut self) -> Result<Option<Step>, WireError> {
        let Some(at) = self.find(&self.delimiter) else { return Ok(Some(Step::NeedsMore)) };
        let value = self.buffer.get(LINE.len()..at).unwrap_or_default();
        let value = String::from_utf8(value.to_vec()).map_err(|_| malformed())?;
        self.skip(at + self.delimiter.len());
        self.state = State::Boundary;
        Ok(Some(Step::Field { name: std::mem::take(&mut self.name), value }))
    }

    fn file(&mut self) -> Step {
        match self.find(&self.delimiter) {
            Some(at) => {
                self.state = State::End;
                self.data(at).unwrap_or(Step::End)
            }
            None => {
                let sure = self.buffer.len().saturating_sub(self.delimiter.len() - 1);
                self.data(sure).unwrap_or(Step::NeedsMore)
            }
        }
    }

    /// The file's bytes up to here, if there are any.
    fn data(&mut self, end: usize) -> Option<Step> {
        let mut bytes = self.buffer.split_to(end).freeze();
        let lead = self.lead.min(bytes.len());
        self.lead -= lead;
        bytes.advance(lead);
        (!bytes.is_empty()).then_some(Step::Data(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=\"b-1\"";

    /// What a form holds, fed in pieces of so many bytes: fields, the file's name and bytes.
    type Read = (Vec<(String, String)>, Option<(String, Vec<u8>)>);

    fn read(body: &[u8], piece: usize) -> Result<Read, WireError> {
        let mut form = Multipart::new(TYPE)?;
        let (mut fields, mut file) = (Vec::new(), None);
        let mut pieces = body.chunks(piece.max(1));
        loop {
            match form.step()? {
                Step::NeedsMore => match pieces.next() {
                    Some(piece) => form.push(piece),
                    None => return Err(malformed()),
                },
                Step::Field { name, value } => fields.push((name, value)),
                Step::File { name } => file = Some((name, Vec::new())),
                Step::Data(data) => file.as_mut().unwrap().1.extend_from_slice(&data),
                Step::End => return Ok((fields, file)),
            }
        }
    }

    fn part(head: &str, body: &str) -> String {
        format!("--b-1\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    }

    #[test]
    fn a_form_is_read_however_it_is_cut() {
        let content = "line\r\n--b-\r\n--b\r\n\r\n";
        let body = [
            part("name=\"key\"", "a/é"),
            part("name=\"empty\"", ""),
            part("name=\"file\"; filename=\"f.txt\"\r\nContent-Type: text/plain", content),
            part("name=\"after\"", "ignored"),
            "--b-1--\r\n".to_owned(),
        ];
        let body = body.concat();
        let fields = [("key", "a/é"), ("empty", "")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let expected = (fields.to_vec(), Some(("f.txt".to_owned(), content.as_bytes().to_vec())));
        for piece in [1, 2, 3, 7, 16, 61, 4096] {
            assert_eq!(read(body.as_bytes(), piece).unwrap(), expected, "{piece}");
        }
        let empty = part("name=file", "") + "--b-1--";
        for piece in [1, 5, 4096] {
            let read = read(empty.as_bytes(), piece).unwrap();
            assert_eq!(read, (vec![], Some((String::new(), vec![]))), "{piece}");
        }
        assert_eq!(read(b"--b-1--\r\n", 3).unwrap(), (vec![], None));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for kind in ["multipart/form-data", "multipart/form-data; boundary=", "x; boundary=\"\""] {
            assert_eq!(Multipart::new(kind).unwrap_err().code, "MalformedPOSTRequest", "{kind}");
        }
        let long = "x".repeat(MAX_FIELD_BYTES + 200);
        for (body, code) in [
            (String::new(), "MalformedPOSTRequest"),
            ("--b-2\r\n".to_owned(), "MalformedPOSTRequest"),
            ("--b-1 x\r\n\r\n".to_owned(), "MalformedPOSTRequest"),
            ("--b-1\r\nX: y\r\n\r\n".to_owned(), "MalformedPOSTRequest"),
            ("--b-1\r\n\r\n\r\n".to_owned(), "MalformedPOSTRequest"),
            (part("nam=\"a\"", "1"), "MalformedPOSTRequest"),
            (part("name=file", "never ended"), "MalformedPOSTRequest"),
            (part("name=\"a\"", &long), "MaxPostPreDataLengthExceeded"),
            (part("name=\"a\"", "1").repeat(500), "MaxPostPreDataLengthExceeded"),
            (long, "MaxPostPreDataLengthExceeded"),
        ] {
            for piece in [1, 64, 1 << 20] {
                let error = read(body.as_bytes(), piece).unwrap_err();
                assert_eq!(error.code, code, "{body:.40} {piece}");
            }
        }
        let latin = b"--b-1\r\nContent-Disposition: form-data; name=a\r\n\r\n\xff\r\n--b-1--";
        assert_eq!(read(latin, 9).unwrap_err().code, "MalformedPOSTRequest");
    }

    #[test]
    fn a_long_file_is_given_on_as_it_comes() {
        let mut form = Multipart::new(TYPE).unwrap();
        form.push(part("name=\"file\"", "").trim_end().as_bytes());
        form.push(b"\r\n\r\n");
        assert!(matches!(form.step().unwrap(), Step::File { .. }));
        let mut given = 0;
        for _ in 0..100 {
            form.push(&[b'x'; 10_000]);
            while let Step::Data(data) = form.step().unwrap() {
                given += data.len();
            }
            assert!(form.buffer.len() < 100);
        }
        assert!(given > 999_900);
    }
}
