//! What the parts of an upload come to as an object; decided without touching anything.

use crate::checksum::{self, Algorithm, Checksum, Kind};
use crate::content::Piece;
use crate::errors::{self, BAD_DIGEST, ENTITY_TOO_SMALL, INVALID_PART, INVALID_PART_ORDER};
use crate::upload::{Part, Upload};
use platform::{Error, Result};
use sha2::Digest as _;
use shapes::checksum::hex;
use shapes::s3::{CompletedMultipartUpload, CompletedPart};
use std::collections::BTreeMap;

/// The least size of every part but the last.
pub(crate) const MIN_PART_BYTES: u64 = 5 << 20;

/// The object that an upload becomes.
#[derive(Debug)]
pub(crate) struct Assembled {
    pub pieces: Vec<Piece>,
    pub size: u64,
    /// The MD5 of the parts' MD5s, `-`, and their number.
    pub etag: String,
    pub checksum: Option<Checksum>,
}

/// Puts the listed parts together.
///
/// # Errors
/// `MalformedXML`, `InvalidArgument`, `InvalidPartOrder`, `InvalidPart`, `EntityTooSmall`,
/// `InvalidRequest`.
pub(crate) fn assemble(
    upload_id: &str,
    upload: &Upload,
    mut stored: BTreeMap<i32, Part>,
    listed: &[CompletedPart],
) -> Result<Assembled> {
    check_order(upload_id, listed)?;
    let mut etag = md5::Md5::new();
    let mut pieces = Vec::with_capacity(listed.len());
    for (index, claim) in listed.iter().enumerate() {
        let number = claim.part_number.unwrap_or_default();
        let part = stored.remove(&number).ok_or_else(|| invalid_part(upload_id, claim))?;
        check_part(upload_id, upload, claim, &part)?;
        if index + 1 < listed.len() && part.size < MIN_PART_BYTES {
            return Err(too_small(number, &part));
        }
        etag.update(unhex(&part.md5));
        let algorithm = upload.object_algorithm();
        let value = part.checksum(algorithm).map(|value| (algorithm, value.to_owned()));
        pieces.push(Piece { number, size: part.size, run: part.run, checksum: value });
    }
    Ok(Assembled {
        size: pieces.iter().map(|piece| piece.size).sum(),
        etag: format!("{}-{}", hex(&etag.finalize()), pieces.len()),
        checksum: checksum_of(upload, &pieces),
        pieces,
    })
}

/// The parts that a request lists.
///
/// # Errors
/// `InvalidRequest` for a request without a document, `MalformedXML` for one without parts.
pub(crate) fn listed(document: Option<&CompletedMultipartUpload>) -> Result<&[CompletedPart]> {
    let Some(document) = document else {
        return Err(errors::invalid_request("You must specify at least one part"));
    };
    match document.parts.as_deref() {
        Some(listed) if (1..=10_000).contains(&listed.len()) => Ok(listed),
        _ => Err(errors::malformed_xml()),
    }
}

fn check_order(upload_id: &str, listed: &[CompletedPart]) -> Result<()> {
    if listed.iter().any(|part| part.part_number.is_none() || part.etag.is_none()) {
        return Err(errors::malformed_xml());
    }
    if let Some(number) = listed.iter().filter_map(|part| part.part_number).find(|it| *it < 1) {
        let message = "PartNumber must be >= 1";
        return Err(errors::invalid_argument(message, "PartNumber", number.to_string()));
    }
    if listed.is_sorted_by(|a, b| a.part_number < b.part_number) {
        return Ok(());
    }
    let message =
        "The list of parts was not in ascending order. Parts must be ordered by part number.";
    Err(Error::new(&INVALID_PART_ORDER, message).with("UploadId", upload_id))
}

/// Compares what the caller says of a part with what was uploaded.
fn check_part(upload_id: &str, upload: &Upload, claim: &CompletedPart, part: &Part) -> Result<()> {
    let etag = claim.etag.as_deref().unwrap_or_default();
    if etag.trim().trim_matches('"') != part.md5 {
        return Err(invalid_part(upload_id, claim));
    }
    let claimed = checksum::given_checksum(claim)?;
    match (claimed, upload.algorithm) {
        // An upload for which no algorithm was chosen knows no checksums of its parts.
        (Some(_), None) => Err(invalid_part(upload_id, claim)),
        (Some((claimed, _)), Some(chosen)) if claimed != chosen => Err(Error::new(
            &BAD_DIGEST,
            format!(
                "The {} you specified for part {} did not match what we received.",
                claimed.lower(),
                claim.part_number.unwrap_or_default()
            ),
        )),
        (Some((claimed, value)), _) if part.checksum(claimed) != Some(&value) => {
            Err(invalid_part(upload_id, claim))
        }
        (None, Some(algorithm)) if upload.kind == Kind::Composite => {
            Err(errors::invalid_request(format!(
                "The upload was created using a {} checksum. The complete request must include \
                 the checksum for each part. It was missing for part {} in the request.",
                algorithm.lower(),
                claim.part_number.unwrap_or_default()
            )))
        }
        _ => Ok(()),
    }
}

fn checksum_of(upload: &Upload, pieces: &[Piece]) -> Option<Checksum> {
    let values: Option<Vec<_>> = pieces
        .iter()
        .map(|piece| piece.checksum.as_ref().map(|(_, value)| (value.clone(), piece.size)))
        .collect();
    checksum::of_parts(upload.object_algorithm(), upload.kind, &values?)
}

fn invalid_part(upload_id: &str, part: &CompletedPart) -> Error {
    let message = "One or more of the specified parts could not be found.  The part may not have \
                   been uploaded, or the specified entity tag may not match the part's entity tag.";
    let etag = part.etag.as_deref().unwrap_or_default().trim_matches('"');
    Error::new(&INVALID_PART, message)
        .with("UploadId", upload_id)
        .with("PartNumber", part.part_number.unwrap_or_default().to_string())
        .with("ETag", etag)
}

fn too_small(number: i32, part: &Part) -> Error {
    Error::new(&ENTITY_TOO_SMALL, "Your proposed upload is smaller than the minimum allowed size")
        .with("ProposedSize", part.size.to_string())
        .with("MinSizeAllowed", MIN_PART_BYTES.to_string())
        .with("PartNumber", number.to_string())
        .with("ETag", part.md5.clone())
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or_default() as u8;
    pairs.map(|pair| pair.iter().fold(0, |value, byte| value << 4 | digit(*byte))).collect()
}

/// Refuses a completion that names another kind of checksum than its upload.
pub(crate) fn check_kind(given: Option<&str>, upload: &Upload) -> Result<()> {
    let begun = upload.algorithm.map_or("null", |_| upload.kind.name());
    if given.is_none_or(|given| given == begun) {
        return Ok(());
    }
    Err(errors::invalid_request(format!(
        "The upload was created using the {begun} checksum mode. The complete request must use \
         the same checksum mode."
    )))
}

/// Compares the checksum that is claimed of a whole object with what its parts come to.
///
/// # Errors
/// `BadDigest`. Who claims one of all bytes has to say that it is of that kind, unless there is no
/// other; what is claimed of an upload for which no algorithm was chosen counts only where it is of
/// the one that AWS takes then.
pub(crate) fn check_whole(
    (claimed, value): (Algorithm, &str),
    kind: Option<&str>,
    upload: &Upload,
    found: Option<&Checksum>,
) -> Result<()> {
    let algorithm = upload.object_algorithm();
    if upload.algorithm.is_none() && claimed != algorithm {
        return Ok(());
    }
    let is_told = kind.is_some() || algorithm == Algorithm::Crc64Nvme;
    let holds = found.is_some_and(|found| match found.kind {
        Kind::FullObject => is_told && found.value == value,
        Kind::Composite => {
            found.value == value || found.value.split_once('-').is_some_and(|it| it.0 == value)
        }
    });
    if claimed == algorithm && holds {
        return Ok(());
    }
    Err(checksum::mismatch(algorithm.lower()))
}

/// The kind of an upload's checksum, from what CreateMultipartUpload was asked.
///
/// # Errors
/// `InvalidRequest` for a kind that the algorithm cannot have.
pub(crate) fn kind(algorithm: Option<Algorithm>, kind: Option<&str>) -> Result<Kind> {
    let refused = |kind: &str, algorithm: Algorithm| {
        Err(errors::invalid_request(format!(
            "The {kind} checksum type cannot be used with the {} checksum algorithm.",
            algorithm.lower()
        )))
    };
    match (algorithm, kind) {
        (None, None) | (Some(Algorithm::Crc64Nvme), None) => Ok(Kind::FullObject),
        (None, Some(_)) => Err(errors::invalid_request(
            "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm \
             header.",
        )),
        (Some(_), None) => Ok(Kind::Composite),
        (Some(algorithm @ Algorithm::Crc64Nvme), Some("COMPOSITE")) => {
            refused("COMPOSITE", algorithm)
        }
        // Only what can be joined from parts' values is known of all bytes.
        (Some(algorithm), Some("FULL_OBJECT")) if !algorithm.computed().joins() => {
            refused("FULL_OBJECT", algorithm)
        }
        (Some(_), Some("FULL_OBJECT")) => Ok(Kind::FullObject),
        (Some(_), Some("COMPOSITE")) => Ok(Kind::Composite),
        (Some(_), Some(_)) => {
            Err(errors::invalid_request("Value for x-amz-checksum-type header is invalid."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Run;

    fn upload(algorithm: Option<Algorithm>, kind: Kind) -> Upload {
        let (headers, encryption, granted) = Default::default();
        let (initiator, began, lock) = (None, None, None);
        Upload {
            initiated_ms: 0,
            algorithm,
            kind,
            initiator,
            began,
            lock,
            encryption,
            headers,
            granted,
        }
    }

    fn part(size: u64) -> Part {
        let md5 = "00112233445566778899aabbccddeeff".to_owned();
        let checksums = vec![(Algorithm::Crc64Nvme, "AAAAAAAAAAA=".to_owned())];
        Part { size, md5, modified_ms: 0, run: Run::Blob(size.to_string()), checksums }
    }

    fn claim(number: i32) -> CompletedPart {
        let etag = Some("\"00112233445566778899aabbccddeeff\"".to_owned());
        CompletedPart { part_number: Some(number), etag, ..Default::default() }
    }

    fn complete(listed: &[CompletedPart]) -> Result<Assembled> {
        let stored = [(1, part(5 << 20)), (2, part(1)), (5, part(6 << 20)), (9, part(7))];
        assemble("u", &upload(None, Kind::FullObject), stored.into(), listed)
    }

    fn code(listed: &[CompletedPart]) -> &'static str {
        complete(listed).unwrap_err().code()
    }

    #[test]
    fn the_listed_parts_become_the_object() {
        let object = complete(&[claim(1), claim(5), claim(9)]).unwrap();
        assert_eq!(object.size, (11 << 20) + 7);
        assert!(object.etag.ends_with("-3"), "{}", object.etag);
        assert_eq!(object.pieces[1].number, 5);
        assert_eq!(object.checksum.unwrap().kind, Kind::FullObject);
    }

    #[test]
    fn lists_that_do_not_fit_are_refused() {
        assert_eq!(code(&[claim(5), claim(1)]), "InvalidPartOrder");
        assert_eq!(code(&[claim(1), claim(1)]), "InvalidPartOrder");
        assert_eq!(code(&[claim(3)]), "InvalidPart");
        assert_eq!(code(&[claim(0)]), "InvalidArgument");
        assert_eq!(code(&[CompletedPart { etag: Some("x".into()), ..claim(1) }]), "InvalidPart");
        assert_eq!(code(&[CompletedPart { etag: None, ..claim(1) }]), "MalformedXML");
        let wrong = Some("AAAAAAAAAAE=".to_owned());
        let claimed = CompletedPart { checksum_crc64nvme: wrong, ..claim(1) };
        assert_eq!(code(&[claimed]), "InvalidPart");
        assert_eq!(super::listed(None).unwrap_err().code(), "InvalidRequest");
        let empty = CompletedMultipartUpload::default();
        assert_eq!(super::listed(Some(&empty)).unwrap_err().code(), "MalformedXML");
    }

    #[test]
    fn checksums_of_parts_belong_to_an_uploads_algorithm() {
        let right = Some("AAAAAAAAAAA=".to_owned());
        let claimed = CompletedPart { checksum_crc64nvme: right, ..claim(1) };
        assert_eq!(code(std::slice::from_ref(&claimed)), "InvalidPart");
        let begun = upload(Some(Algorithm::Crc64Nvme), Kind::FullObject);
        let listed = std::slice::from_ref(&claimed);
        assert!(assemble("u", &begun, [(1, part(1))].into(), listed).is_ok());
        let begun = upload(Some(Algorithm::Sha1), Kind::Composite);
        let error = assemble("u", &begun, [(1, part(1))].into(), listed).unwrap_err();
        let message = "The crc64nvme you specified for part 1 did not match what we received.";
        assert_eq!((error.code(), &*error.message), ("BadDigest", message));
    }

    /// As recorded from AWS.
    #[test]
    fn what_is_claimed_of_the_whole_counts_as_it_does_there() {
        const FULL: Option<&str> = Some("FULL_OBJECT");
        let found =
            |algorithm, value: &str, kind| Checksum { algorithm, value: value.into(), kind };
        let full = found(Algorithm::Crc32c, "w", Kind::FullObject);
        let nvme = found(Algorithm::Crc64Nvme, "n", Kind::FullObject);
        let composite = found(Algorithm::Sha1, "c-2", Kind::Composite);
        let none = upload(None, Kind::FullObject);
        for (claimed, kind, of, begun, holds) in [
            ((Algorithm::Crc32c, "w"), FULL, &full, Some(Algorithm::Crc32c), true),
            ((Algorithm::Crc32c, "w"), None, &full, Some(Algorithm::Crc32c), false),
            ((Algorithm::Crc32c, "w-1"), None, &full, Some(Algorithm::Crc32c), false),
            ((Algorithm::Crc32c, "x"), FULL, &full, Some(Algorithm::Crc32c), false),
            ((Algorithm::Crc32, "w"), FULL, &full, Some(Algorithm::Crc32c), false),
            ((Algorithm::Crc64Nvme, "n"), None, &nvme, Some(Algorithm::Crc64Nvme), true),
            ((Algorithm::Sha1, "c-2"), None, &composite, Some(Algorithm::Sha1), true),
            ((Algorithm::Sha1, "c-3"), None, &composite, Some(Algorithm::Sha1), false),
            ((Algorithm::Crc32c, "any-2"), None, &nvme, None, true),
            ((Algorithm::Crc64Nvme, "x"), None, &nvme, None, false),
        ] {
            let begun = begun.map_or(none.clone(), |it| upload(Some(it), of.kind));
            let found = check_whole(claimed, kind, &begun, Some(of));
            assert_eq!(found.is_ok(), holds, "{claimed:?} {kind:?}");
        }
        assert!(check_kind(FULL, &upload(Some(Algorithm::Crc32), Kind::Composite)).is_err());
        assert!(check_kind(FULL, &none).unwrap_err().message.contains("the null checksum mode"));
        assert!(check_kind(None, &none).is_ok());
    }

    #[test]
    fn only_the_last_part_may_be_small() {
        assert!(complete(&[claim(1), claim(2)]).is_ok());
        let error = complete(&[claim(1), claim(2), claim(5)]).unwrap_err();
        assert!(error.is(&ENTITY_TOO_SMALL));
        assert!(error.fields.contains(&("ProposedSize", "1".into())));
    }

    #[test]
    fn a_composite_upload_wants_each_parts_checksum() {
        let upload = upload(Some(Algorithm::Sha256), Kind::Composite);
        let error = assemble("u", &upload, [(1, part(1))].into(), &[claim(1)]).unwrap_err();
        assert_eq!(error.code(), "InvalidRequest");
    }

    #[test]
    fn kinds_follow_from_the_algorithm() {
        assert_eq!(kind(None, None).unwrap(), Kind::FullObject);
        assert_eq!(kind(Some(Algorithm::Crc32), None).unwrap(), Kind::Composite);
        assert_eq!(kind(Some(Algorithm::Crc32), Some("FULL_OBJECT")).unwrap(), Kind::FullObject);
        assert_eq!(kind(Some(Algorithm::Crc64Nvme), None).unwrap(), Kind::FullObject);
        assert!(kind(Some(Algorithm::Crc64Nvme), Some("COMPOSITE")).is_err());
        assert!(kind(Some(Algorithm::Sha256), Some("FULL_OBJECT")).is_err());
        assert!(kind(None, Some("COMPOSITE")).is_err());
    }
}
