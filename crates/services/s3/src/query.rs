//! Queries over an object: what is asked, and the events of the answer as the object is read.

use crate::S3;
use crate::object::Object;
use crate::read::OpenObject;
use crate::restore;
use bytes::Bytes;
use platform::{Error, Result};
use select::{CsvInput, CsvOutput, Header, Input, Machine, Next, Output, Packing, Question};
use select::{Refusal, Stats};
use shapes::s3::{
    CSVInput, CSVOutput, ContinuationEvent, EndEvent, InputSerialization, OutputSerialization,
    Progress, ProgressEvent, RecordsEvent, SelectObjectContentEventStream as Event,
    SelectObjectContentRequest, StatsEvent,
};
use shapes::{ByteStream, ErrorShape, Timestamp};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// So much is fed at once.
const PIECE: usize = 64 * 1024;
/// After so much that was read the caller hears something.
const QUIET: u64 = 4 * 1024 * 1024;

/// What requests are refused for before there is a query.
static REQUESTS: [ErrorShape; 11] = [
    ErrorShape::client("InvalidCompressionFormat", 400),
    ErrorShape::client("InvalidExpressionType", 400),
    ErrorShape::client("InvalidFileHeaderInfo", 400),
    ErrorShape::client("InvalidJsonType", 400),
    ErrorShape::client("InvalidQuoteFields", 400),
    ErrorShape::client("InvalidRequestParameter", 400),
    ErrorShape::client("InvalidScanRange", 400),
    ErrorShape::client("MissingRequiredParameter", 400),
    ErrorShape::client("ObjectSerializationConflict", 400),
    ErrorShape::client("UnsupportedScanRangeInput", 400),
    ErrorShape::client("UnsupportedStorageClass", 400),
];
/// What queries are.
static QUERIES: LazyLock<Vec<ErrorShape>> =
    LazyLock::new(|| select::CODES.iter().map(|code| ErrorShape::client(code, 400)).collect());

fn refused(code: &str, message: impl Into<String>) -> Error {
    let mut shapes = REQUESTS.iter().chain(QUERIES.iter());
    match shapes.find(|shape| shape.code == code) {
        Some(shape) => Error::new(shape, message),
        None => Error::internal(format_args!("no error {code}")),
    }
}

fn of_query(refusal: Refusal) -> Error {
    refused(refusal.code, refusal.message)
}

/// A value that is none of those there are.
fn invalid(code: &str, value: &str, name: &str) -> Error {
    let message = "is invalid. Please check the service documentation and try again.";
    refused(code, format!("The {value} {name} {message}"))
}

fn invalid_parameter() -> Error {
    let message = "The value of a parameter in the SelectRequest element is invalid. Check the \
                   service API documentation and try again.";
    refused("InvalidRequestParameter", message)
}

fn missing() -> Error {
    let message = "The SelectRequest entity is missing a required parameter. Check the service \
                   documentation and try again.";
    refused("MissingRequiredParameter", message)
}

/// What is asked of an object, before it is looked at.
pub(crate) struct Asked {
    /// How the object's records lie; of Parquet the size is not known yet.
    input: Input,
    output: Output,
    /// Whether a range may be asked for.
    takes_range: bool,
}

/// What a request asks.
///
/// # Errors
/// A value that there is not, or two formats at once.
pub(crate) fn asked(input: &SelectObjectContentRequest) -> Result<Asked> {
    if !input.expression_type.eq_ignore_ascii_case("SQL") {
        return Err(invalid("InvalidExpressionType", &input.expression_type, "ExpressionType"));
    }
    let from = &input.input_serialization;
    let output = read_output(&input.output_serialization)?;
    let packing = match from.compression_type.as_deref().unwrap_or("NONE") {
        "NONE" => Packing::None,
        "GZIP" => Packing::Gzip,
        "BZIP2" => Packing::Bzip2,
        _ => {
            let message = "The file is not in a supported compression format. Only GZIP and BZIP2 \
                           are supported.";
            return Err(refused("InvalidCompressionFormat", message));
        }
    };
    let (input, takes_range) = read_input(from, packing)?;
    Ok(Asked { input, output, takes_range })
}

fn read_input(from: &InputSerialization, packing: Packing) -> Result<(Input, bool)> {
    let is_plain = packing == Packing::None;
    match (&from.csv, &from.json, &from.parquet) {
        (Some(csv), None, None) => {
            let csv = read_csv(csv)?;
            let takes_range = is_plain && !csv.quoted_records;
            Ok((Input::Csv(csv, packing), takes_range))
        }
        (None, Some(json), None) => match json.r#type.as_deref() {
            Some("LINES") => Ok((Input::Json(packing), is_plain)),
            Some("DOCUMENT") => Ok((Input::Json(packing), false)),
            Some(other) => Err(invalid("InvalidJsonType", other, "jsonType")),
            None => Err(missing()),
        },
        (None, None, Some(_)) if is_plain => Ok((Input::Parquet(0), true)),
        (None, None, Some(_)) => {
            let name = from.compression_type.as_deref().unwrap_or_default();
            let message = "is not applicable to the queried object. Please correct the request and \
                           try again.";
            Err(refused("InvalidCompressionFormat", format!("{name} {message}")))
        }
        (None, None, None) => Err(missing()),
        _ => Err(conflict("InputSerialization", "CSV, JSON, or Parquet")),
    }
}

fn conflict(name: &str, formats: &str) -> Error {
    let message = format!("{name} specifies more than one format ({formats}).");
    refused("ObjectSerializationConflict", message)
}

/// The only letter of a text; nothing where there is no text.
fn letter(text: Option<&String>, default: Option<char>) -> Result<Option<char>> {
    let Some(text) = text else { return Ok(default) };
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (only, None) => Ok(only),
        _ => Err(invalid_parameter()),
    }
}

/// What stands between records or fields: a letter, or two.
fn delimiter(text: Option<&String>, default: &str) -> Result<String> {
    match text {
        None => Ok(default.to_owned()),
        Some(text) if (1..=2).contains(&text.chars().count()) => Ok(text.clone()),
        Some(_) => Err(invalid_parameter()),
    }
}

fn read_csv(csv: &CSVInput) -> Result<CsvInput> {
    let header = match csv.file_header_info.as_deref() {
        None | Some("NONE") => Header::None,
        Some("USE") => Header::Use,
        Some("IGNORE") => Header::Ignore,
        Some(other) => return Err(invalid("InvalidFileHeaderInfo", other, "FileHeaderInfo")),
    };
    Ok(CsvInput {
        header,
        record: delimiter(csv.record_delimiter.as_ref(), "\n")?,
        field: delimiter(csv.field_delimiter.as_ref(), ",")?,
        quote: letter(csv.quote_character.as_ref(), Some('"'))?,
        escape: letter(csv.quote_escape_character.as_ref(), Some('"'))?,
        comments: letter(csv.comments.as_ref(), Some('#'))?,
        quoted_records: csv.allow_quoted_record_delimiter == Some(true),
    })
}

fn read_output(to: &OutputSerialization) -> Result<Output> {
    match (&to.csv, &to.json) {
        (Some(csv), None) => Ok(Output::Csv(read_csv_output(csv)?)),
        (None, Some(json)) => {
            Ok(Output::Json(json.record_delimiter.clone().unwrap_or_else(|| "\n".to_owned())))
        }
        (None, None) => Err(missing()),
        (Some(_), Some(_)) => Err(conflict("OutputSerialization", "CSV or JSON")),
    }
}

fn read_csv_output(csv: &CSVOutput) -> Result<CsvOutput> {
    let always_quoted = match csv.quote_fields.as_deref() {
        None | Some("ASNEEDED") => false,
        Some("ALWAYS") => true,
        Some(other) => return Err(invalid("InvalidQuoteFields", other, "QuoteFields")),
    };
    let given = CsvOutput::default();
    Ok(CsvOutput {
        always_quoted,
        record: csv.record_delimiter.clone().unwrap_or(given.record),
        field: csv.field_delimiter.clone().unwrap_or(given.field),
        quote: letter(csv.quote_character.as_ref(), None)?.unwrap_or(given.quote),
        escape: letter(csv.quote_escape_character.as_ref(), None)?.unwrap_or(given.escape),
    })
}

/// The bytes within which records that count begin.
fn range(input: &SelectObjectContentRequest, asked: &Asked, size: u64) -> Result<Range<u64>> {
    let Some(range) = &input.scan_range else { return Ok(0..u64::MAX) };
    if !asked.takes_range {
        let message = "Scan range queries are not supported on this type of object. Please check \
                       the service documentation and try again.";
        return Err(refused("UnsupportedScanRangeInput", message));
    }
    let read = |at: Option<i64>| at.map(u64::try_from).transpose();
    let (Ok(start), Ok(end)) = (read(range.start), read(range.end)) else {
        return Err(invalid_range());
    };
    match (start, end) {
        (None, Some(last)) if last > 0 => Ok(size.saturating_sub(last)..u64::MAX),
        (Some(start), None) if start < size || size == 0 => Ok(start..u64::MAX),
        (Some(start), Some(end)) if start <= end && (start < size || size == 0) => {
            Ok(start..end.saturating_add(1))
        }
        _ => Err(invalid_range()),
    }
}

fn invalid_range() -> Error {
    refused("InvalidScanRange", "The provided scan range is not valid.")
}

/// Refuses objects of classes that are not queried.
///
/// # Errors
/// `InvalidObjectState` of archived objects without a copy, `UnsupportedStorageClass`.
pub(crate) fn check_class(object: &Object, now: Timestamp) -> Result<()> {
    restore::check_readable(object, now)?;
    match object.headers.class() {
        class @ "REDUCED_REDUNDANCY" => {
            let message = format!(
                "We do not support {class} storage class. Please check the service documentation \
                 and try again."
            );
            Err(refused("UnsupportedStorageClass", message))
        }
        _ => Ok(()),
    }
}

/// A query on its way through an object.
pub(crate) struct Scanning {
    service: Arc<S3>,
    held: OpenObject,
    machine: Machine,
    body: ByteStream,
    /// What was read and not fed yet.
    piece: Bytes,
    /// Whether the caller wants to hear how far it is.
    tells_progress: bool,
    /// How much had been read when the caller last heard something.
    heard: u64,
    events: VecDeque<Event>,
    is_done: bool,
}

impl Scanning {
    /// A query that has read nothing yet.
    ///
    /// # Errors
    /// The expression is no query, or none of such an object.
    pub(crate) fn new(
        service: Arc<S3>,
        held: OpenObject,
        input: &SelectObjectContentRequest,
        asked: Asked,
        now_ms: i64,
    ) -> Result<Self> {
        let size = held.object.size;
        let range = range(input, &asked, size)?;
        let of = match asked.input {
            Input::Parquet(_) => Input::Parquet(size),
            text => text,
        };
        let expression = &input.expression;
        let question = Question { expression, input: of, output: asked.output, range, now_ms };
        let progress = input.request_progress.as_ref();
        Ok(Self {
            service,
            held,
            machine: Machine::new(question).map_err(of_query)?,
            body: ByteStream::default(),
            piece: Bytes::new(),
            tells_progress: progress.is_some_and(|it| it.enabled == Some(true)),
            heard: 0,
            events: VecDeque::new(),
            is_done: false,
        })
    }

    /// The next event; `None` after the last.
    pub(crate) async fn next(&mut self) -> Option<Result<Event>> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(Ok(event));
            }
            if self.is_done {
                return None;
            }
            if let Err(error) = self.step().await {
                self.is_done = true;
                return Some(Err(error));
            }
        }
    }

    async fn step(&mut self) -> Result<()> {
        match self.machine.step().map_err(of_query)? {
            Next::Seek(at) => {
                self.piece = Bytes::new();
                let to = self.held.object.size;
                self.body = self.service.stream(self.held.clone(), at.min(to)..to).await?;
            }
            Next::More => self.feed().await?,
            Next::Pause => tokio::task::yield_now().await,
            Next::Read(range) => {
                let most = usize::try_from(range.end - range.start).unwrap_or(usize::MAX);
                let body = self.service.stream(self.held.clone(), range).await?;
                self.machine.feed(body.collect(most).await?.to_vec());
                self.tell();
            }
            Next::Records(records) => {
                let payload = Some(Bytes::from(records));
                self.events.push_back(Event::Records(RecordsEvent { payload }));
                self.tell_progress();
            }
            Next::Done => {
                self.is_done = true;
                self.tell_progress();
                let details = Some(told(self.machine.stats()));
                let details = details.map(|it| shapes::s3::Stats {
                    bytes_scanned: it.bytes_scanned,
                    bytes_processed: it.bytes_processed,
                    bytes_returned: it.bytes_returned,
                });
                self.events.push_back(Event::Stats(StatsEvent { details }));
                self.events.push_back(Event::End(EndEvent {}));
            }
        }
        Ok(())
    }

    /// Feeds the next piece.
    async fn feed(&mut self) -> Result<()> {
        while self.piece.is_empty() {
            match self.body.next().await {
                Some(piece) => self.piece = piece?,
                None => {
                    self.machine.end();
                    return Ok(());
                }
            }
        }
        let piece = self.piece.split_to(self.piece.len().min(PIECE));
        self.machine.feed(piece.to_vec());
        self.tell();
        Ok(())
    }

    /// Says that there is still somebody, after a long silence.
    fn tell(&mut self) {
        if self.machine.stats().scanned >= self.heard + QUIET {
            self.events.push_back(Event::Cont(ContinuationEvent {}));
            self.tell_progress();
        }
    }

    fn tell_progress(&mut self) {
        let stats = self.machine.stats();
        self.heard = stats.scanned;
        if self.tells_progress {
            let details = Some(told(stats));
            self.events.push_back(Event::Progress(ProgressEvent { details }));
        }
    }
}

fn told(stats: Stats) -> Progress {
    let count = |bytes: u64| i64::try_from(bytes).ok();
    Progress {
        bytes_scanned: count(stats.scanned),
        bytes_processed: count(stats.processed),
        bytes_returned: count(stats.returned),
    }
}
