//! What GetObject and HeadObject have in common: which bytes are meant, under which conditions,
//! and what is said of them.

use crate::bucket::Bucket;
use crate::checksum::{Algorithm, Checksum, Kind, Shows};
use crate::conditions::{ReadConditions, Verdict};
use crate::content::{Content, Piece};
use crate::encryption::{self, CustomerHeaders, customer};
use crate::errors::{self, INVALID_PART_NUMBER, INVALID_RANGE, NOT_MODIFIED};
use crate::lock;
use crate::object::Object;
use crate::range::{self, Ranged};
use crate::upload::check_number;
use crate::version;
use platform::{Error, Result};
use shapes::{Timestamp, s3};
use std::ops::Range;

/// What a caller asks of an object.
pub(crate) struct Asked<'a> {
    pub conditions: ReadConditions<'a>,
    pub range: Option<&'a str>,
    pub part_number: Option<i32>,
    pub checksums: bool,
    /// The key that it was written with.
    pub customer: CustomerHeaders<'a>,
}

/// Which bytes of an object are meant.
#[derive(Debug, PartialEq)]
pub(crate) struct Selected {
    pub bytes: Range<u64>,
    /// Whether the answer says which bytes they are.
    pub partial: bool,
    /// How many parts the object has, for callers that ask by part.
    pub parts_count: Option<i32>,
    /// A checksum of just these bytes: value, algorithm, and kind of the object's.
    pub checksum: Option<(Algorithm, String, Kind)>,
}

/// A request for an object, and the answer to it.
pub(crate) trait Reading {
    type Output;

    /// What is asked.
    ///
    /// # Errors
    /// For options that are not acted on.
    fn asked(&self) -> Result<Asked<'_>>;

    /// What is said of the object, all but its body.
    fn answer(self, object: &Object, selected: &Selected) -> Self::Output;
}

/// In capitals or not: AWS takes both.
fn asks_for_checksums(mode: Option<&str>) -> bool {
    mode.is_some_and(|mode| mode.eq_ignore_ascii_case("ENABLED"))
}

/// Refuses headers that the caller wants in the answer and that cannot stand there.
fn check_headers(wanted: &[(&'static str, &Option<String>)]) -> Result<()> {
    for (name, value) in wanted {
        let Some(value) = value else { continue };
        if value.chars().any(|letter| u32::from(letter) > 0xff) {
            let message = "Header value cannot be represented using ISO-8859-1.";
            return Err(errors::invalid_argument(message, name, value));
        }
    }
    Ok(())
}

macro_rules! reading {
    ($input:ty => $output:ty) => {
        impl Reading for $input {
            type Output = $output;

            fn asked(&self) -> Result<Asked<'_>> {
                check_headers(&[
                    ("response-cache-control", &self.response_cache_control),
                    ("response-content-disposition", &self.response_content_disposition),
                    ("response-content-encoding", &self.response_content_encoding),
                    ("response-content-language", &self.response_content_language),
                    ("response-content-type", &self.response_content_type),
                ])?;
                let conditions = ReadConditions {
                    if_match: self.if_match.as_deref(),
                    if_none_match: self.if_none_match.as_deref(),
                    if_modified_since: self.if_modified_since,
                    if_unmodified_since: self.if_unmodified_since,
                };
                Ok(Asked {
                    conditions,
                    range: self.range.as_deref(),
                    part_number: self.part_number,
                    checksums: asks_for_checksums(self.checksum_mode.as_deref()),
                    customer: customer!(self),
                })
            }

            fn answer(self, object: &Object, selected: &Selected) -> $output {
                let mut output = <$output>::from(&object.headers);
                let length = selected.bytes.end - selected.bytes.start;
                output.accept_ranges = Some("bytes".to_owned());
                output.content_length = i64::try_from(length).ok();
                output.content_range =
                    selected.partial.then(|| range::content_range(&selected.bytes, object.size));
                output.etag = Some(object.quoted_etag());
                output.last_modified = Some(object.modified());
                output.parts_count = selected.parts_count;
                let replication = object.replication.as_ref();
                output.replication_status = replication.map(|it| it.shown().to_owned());
                lock::show!(output, &object.lock);
                encryption::tell!(output, object.encryption.as_ref());
                if let Some((algorithm, value, kind)) = &selected.checksum {
                    output.show(*algorithm, value);
                    output.checksum_type = Some(kind.name().to_owned());
                }
                let expires = self.response_expires.map(Timestamp::http_date);
                for (replacement, header) in [
                    (self.response_cache_control, &mut output.cache_control),
                    (self.response_content_disposition, &mut output.content_disposition),
                    (self.response_content_encoding, &mut output.content_encoding),
                    (self.response_content_language, &mut output.content_language),
                    (self.response_content_type, &mut output.content_type),
                    (expires, &mut output.expires),
                ] {
                    if replacement.is_some() {
                        *header = replacement;
                    }
                }
                output
            }
        }
    };
}

reading!(s3::GetObjectRequest => s3::GetObjectOutput);
reading!(s3::HeadObjectRequest => s3::HeadObjectOutput);

impl Asked<'_> {
    /// Judges the conditions.
    ///
    /// # Errors
    /// `PreconditionFailed`, or `NotModified`, the answer 304.
    pub(crate) fn judge(&self, bucket: &Bucket, object: &Object, now: Timestamp) -> Result<()> {
        match self.conditions.decide(&object.etag, object.modified_ms, now) {
            Verdict::Proceed => Ok(()),
            Verdict::Differs => Err(errors::precondition_failed("If-Match")),
            Verdict::Modified => Err(errors::precondition_failed("If-Unmodified-Since")),
            Verdict::Matches | Verdict::NotModified => {
                let error = Error::new(&NOT_MODIFIED, "Not Modified")
                    .header("ETag", object.quoted_etag())
                    .header("Last-Modified", object.modified().http_date());
                Err(match version::shown(bucket, object) {
                    Some(id) => error.header("x-amz-version-id", id),
                    None => error,
                })
            }
        }
    }

    /// The bytes that are meant.
    ///
    /// # Errors
    /// `InvalidRange`, `InvalidPartNumber`, `InvalidRequest` for both at once.
    pub(crate) fn select(&self, object: &Object, pieces: &[Piece]) -> Result<Selected> {
        let whole = Selected {
            bytes: 0..object.size,
            partial: false,
            parts_count: None,
            checksum: self.checksums.then(|| object.checksum.as_ref().map(of_all)).flatten(),
        };
        match (self.range, self.part_number) {
            (None, None) => Ok(whole),
            (Some(_), Some(_)) => Err(errors::invalid_request(
                "Cannot specify both Range header and partNumber query parameter",
            )),
            (Some(header), None) => match range::resolve(header, object.size) {
                Ranged::Whole => Ok(whole),
                Ranged::Bytes(bytes) => {
                    let all = bytes == whole.bytes;
                    let checksum = whole.checksum.filter(|_| all);
                    Ok(Selected { bytes, partial: true, checksum, ..whole })
                }
                Ranged::Unsatisfiable => Err(unsatisfiable(header, object)),
            },
            (None, Some(number)) => self.select_part(number, object, pieces, whole),
        }
    }

    fn select_part(
        &self,
        number: i32,
        object: &Object,
        pieces: &[Piece],
        whole: Selected,
    ) -> Result<Selected> {
        check_number(number)?;
        let (index, count) = (number - 1, pieces.len());
        let Some(piece) = usize::try_from(index).ok().and_then(|index| pieces.get(index)) else {
            let error =
                Error::new(&INVALID_PART_NUMBER, "The requested partnumber is not satisfiable");
            return Err(error
                .with("PartNumberRequested", number.to_string())
                .with("ActualPartCount", count.to_string()));
        };
        let Content::Parts { .. } = object.content else {
            return Ok(Selected { partial: object.size > 0, ..whole });
        };
        let before = &pieces[..count.min(index as usize)];
        let start: u64 = before.iter().map(|piece| piece.size).sum();
        let kind = object.checksum.as_ref().map(|checksum| checksum.kind);
        let checksum = match (&piece.checksum, kind) {
            (Some((algorithm, value)), Some(Kind::Composite)) if self.checksums => {
                Some((*algorithm, value.clone(), Kind::Composite))
            }
            // The only part is the whole object.
            (_, Some(Kind::FullObject)) if count == 1 => whole.checksum,
            _ => None,
        };
        Ok(Selected {
            bytes: start..start + piece.size,
            partial: piece.size > 0,
            parts_count: i32::try_from(count).ok(),
            checksum,
        })
    }
}

fn of_all(checksum: &Checksum) -> (Algorithm, String, Kind) {
    (checksum.algorithm, checksum.value.clone(), checksum.kind)
}

fn unsatisfiable(header: &str, object: &Object) -> Error {
    Error::new(&INVALID_RANGE, "The requested range is not satisfiable")
        .with("RangeRequested", header)
        .with("ActualObjectSize", object.size.to_string())
}
