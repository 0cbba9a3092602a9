//! Digests of contents: MD5 for ETags, and the checksums of the page "Checking object integrity".

use crate::errors::{self, BAD_DIGEST, INVALID_DIGEST};
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::{Trailing, checksum, s3};

/// An algorithm that a request may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Algorithm {
    #[serde(rename = "CRC32")]
    Crc32,
    #[serde(rename = "CRC32C")]
    Crc32c,
    #[serde(rename = "CRC64NVME")]
    Crc64Nvme,
    #[serde(rename = "SHA1")]
    Sha1,
    #[serde(rename = "SHA256")]
    Sha256,
    #[serde(rename = "SHA512")]
    Sha512,
    #[serde(rename = "MD5")]
    Md5,
    #[serde(rename = "XXHASH64")]
    Xxhash64,
    #[serde(rename = "XXHASH3")]
    Xxhash3,
    #[serde(rename = "XXHASH128")]
    Xxhash128,
}

/// Whether a multipart object's checksum is of all its bytes or of its parts' checksums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    #[serde(rename = "FULL_OBJECT")]
    FullObject,
    #[serde(rename = "COMPOSITE")]
    Composite,
}

/// An object's checksum as it is kept and shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checksum {
    pub algorithm: Algorithm,
    /// Base64; a composite one ends in `-` and the number of parts.
    pub value: String,
    pub kind: Kind,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::FullObject => "FULL_OBJECT",
            Kind::Composite => "COMPOSITE",
        }
    }
}

impl Algorithm {
    /// The algorithm of this name, as the headers that name one spell it.
    pub(crate) fn parse(name: &str) -> Result<Self> {
        match &*name.to_ascii_uppercase() {
            "CRC32" => Ok(Algorithm::Crc32),
            "CRC32C" => Ok(Algorithm::Crc32c),
            "CRC64NVME" => Ok(Algorithm::Crc64Nvme),
            "SHA1" => Ok(Algorithm::Sha1),
            "SHA256" => Ok(Algorithm::Sha256),
            "SHA512" => Ok(Algorithm::Sha512),
            "MD5" => Ok(Algorithm::Md5),
            "XXHASH64" => Ok(Algorithm::Xxhash64),
            "XXHASH3" => Ok(Algorithm::Xxhash3),
            "XXHASH128" => Ok(Algorithm::Xxhash128),
            _ => Err(errors::invalid_request(
                "Checksum algorithm provided is unsupported. Please try again with any of the \
                 valid types: [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH128, \
                 XXHASH3, XXHASH64]",
            )),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        self.computed().name()
    }

    /// The name in lower case, as it stands in header names and messages.
    pub(crate) fn lower(self) -> &'static str {
        self.computed().header().trim_start_matches("x-amz-checksum-")
    }

    /// How it is computed.
    pub(crate) fn computed(self) -> checksum::Algorithm {
        match self {
            Algorithm::Crc32 => checksum::Algorithm::Crc32,
            Algorithm::Crc32c => checksum::Algorithm::Crc32c,
            Algorithm::Crc64Nvme => checksum::Algorithm::Crc64Nvme,
            Algorithm::Sha1 => checksum::Algorithm::Sha1,
            Algorithm::Sha256 => checksum::Algorithm::Sha256,
            Algorithm::Sha512 => checksum::Algorithm::Sha512,
            Algorithm::Md5 => checksum::Algorithm::Md5,
            Algorithm::Xxhash64 => checksum::Algorithm::Xxhash64,
            Algorithm::Xxhash3 => checksum::Algorithm::Xxhash3,
            Algorithm::Xxhash128 => checksum::Algorithm::Xxhash128,
        }
    }

    /// Refuses a value that cannot be of this algorithm.
    pub(crate) fn check(self, value: &str) -> Result<()> {
        if self.computed().accepts(value) {
            return Ok(());
        }
        let header = self.computed().header();
        Err(errors::invalid_request(format!("Value for {header} header is invalid.")))
    }
}

/// The checksum of a whole object from its parts' checksums (base64) and lengths.
pub(crate) fn of_parts(
    algorithm: Algorithm,
    kind: Kind,
    parts: &[(String, u64)],
) -> Option<Checksum> {
    let value = match kind {
        Kind::FullObject => algorithm.computed().joined(parts)?,
        Kind::Composite => {
            let mut hasher = checksum::Checksum::new(algorithm.computed());
            for (value, _) in parts {
                hasher.update(&decode(value)?);
            }
            format!("{}-{}", hasher.finish(), parts.len())
        }
    };
    Some(Checksum { algorithm, value, kind })
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    base64_simd::STANDARD.encode_to_string(bytes)
}

pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    base64_simd::STANDARD.decode_to_vec(text).ok()
}

/// How an MD5 that does not hold is repeated to who claimed it: AWS has a way for each operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    Hexadecimal,
    Base64,
}

/// What the caller says of the content that it sends.
pub(crate) struct Claims {
    /// From `Content-MD5`.
    pub md5: Option<Vec<u8>>,
    /// From an `x-amz-checksum-…` header.
    pub checksum: Option<(Algorithm, String)>,
    /// The algorithm that the request names otherwise; a trailer's, for one.
    pub named: Option<Algorithm>,
}

impl Claims {
    /// Reads the claims of a request and of the checksum that follows its body, refusing those that no content could meet.
    pub(crate) fn read(
        content_md5: Option<&str>,
        algorithm: Option<&str>,
        given: &impl Given,
        trailing: Option<&Trailing>,
    ) -> Result<Self> {
        let md5 = content_md5.map(decode_md5).transpose()?;
        let checksum = given_checksum(given)?;
        let trailing = trailing.map(|it| Algorithm::parse(it.algorithm.name())).transpose()?;
        let asked = algorithm.map(Algorithm::parse).transpose()?;
        let given = checksum.as_ref().map(|(given, _)| *given);
        if let (Some(given), Some(asked)) = (given.or(trailing), asked)
            && given != asked
        {
            return Err(errors::invalid_request(
                "Value for x-amz-sdk-checksum-algorithm header is invalid.",
            ));
        }
        let named = asked.or(trailing);
        if asked.is_some() && given.is_none() && trailing.is_none() {
            return Err(errors::invalid_request(
                "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or \
                 x-amz-trailer headers were found.",
            ));
        }
        Ok(Self { md5, checksum, named })
    }

    /// The algorithm that the caller has chosen, one way or the other.
    pub(crate) fn algorithm(&self) -> Option<Algorithm> {
        self.checksum.as_ref().map(|(algorithm, _)| *algorithm).or(self.named)
    }

    /// Whether a digest came with the request.
    pub(crate) fn any(&self) -> bool {
        self.md5.is_some() || self.checksum.is_some()
    }

    /// Refuses content that is not what was claimed.
    pub(crate) fn verify(
        &self,
        md5: &[u8],
        checksums: &[(Algorithm, String)],
        spelling: Spelling,
    ) -> Result<()> {
        if let Some(claimed) = &self.md5
            && claimed != md5
        {
            let message = "The Content-MD5 you specified did not match what we received.";
            let expected = match spelling {
                Spelling::Hexadecimal => checksum::hex(claimed),
                Spelling::Base64 => encode(claimed),
            };
            return Err(Error::new(&BAD_DIGEST, message)
                .with("ExpectedDigest", expected)
                .with("CalculatedDigest", encode(md5)));
        }
        if let Some((algorithm, claimed)) = &self.checksum
            && checksums.iter().any(|(of, value)| of == algorithm && value != claimed)
        {
            return Err(mismatch(algorithm.name()));
        }
        Ok(())
    }
}

/// That content has not the checksum that was claimed for it, of the algorithm of this name.
pub(crate) fn mismatch(algorithm: &str) -> Error {
    let message = format!("The {algorithm} you specified did not match the calculated checksum.");
    Error::new(&BAD_DIGEST, message)
}

fn decode_md5(text: &str) -> Result<Vec<u8>> {
    match decode(text) {
        Some(bytes) if bytes.len() == 16 => Ok(bytes),
        _ => Err(Error::new(&INVALID_DIGEST, "The Content-MD5 you specified was invalid.")
            .with("Content-MD5", text)),
    }
}

/// The one checksum among a request's members.
pub(crate) fn given_checksum(given: &impl Given) -> Result<Option<(Algorithm, String)>> {
    let mut found = None;
    for (name, value) in NAMES.iter().zip(given.checksums()) {
        let Some(value) = value else { continue };
        if found.is_some() {
            return Err(errors::invalid_request(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not \
                 allowed.",
            ));
        }
        found = Some((Algorithm::parse(name)?, value.clone()));
    }
    if let Some((algorithm, value)) = &found {
        // A composite checksum is given with its number of parts.
        algorithm.check(value.split_once('-').map_or(value, |(value, _)| value))?;
    }
    Ok(found)
}

/// The model's checksum members, in its order.
const NAMES: [&str; 10] = [
    "CRC32",
    "CRC32C",
    "CRC64NVME",
    "SHA1",
    "SHA256",
    "SHA512",
    "MD5",
    "XXHASH64",
    "XXHASH3",
    "XXHASH128",
];

/// A shape with checksum members that a caller fills.
pub(crate) trait Given {
    /// In the order of [`NAMES`].
    fn checksums(&self) -> [Option<&String>; 10];
}

/// A shape with checksum members that an answer fills.
pub(crate) trait Shows {
    fn slot(&mut self, algorithm: Algorithm) -> &mut Option<String>;

    fn show(&mut self, algorithm: Algorithm, value: &str) {
        *self.slot(algorithm) = Some(value.to_owned());
    }
}

macro_rules! given {
    ($($shape:ty),+ $(,)?) => {$(
        impl Given for $shape {
            fn checksums(&self) -> [Option<&String>; 10] {
                [
                    self.checksum_crc32.as_ref(), self.checksum_crc32c.as_ref(),
                    self.checksum_crc64nvme.as_ref(), self.checksum_sha1.as_ref(),
                    self.checksum_sha256.as_ref(), self.checksum_sha512.as_ref(),
                    self.checksum_md5.as_ref(), self.checksum_xxhash64.as_ref(),
                    self.checksum_xxhash3.as_ref(), self.checksum_xxhash128.as_ref(),
                ]
            }
        }
    )+};
}

macro_rules! shows {
    ($($shape:ty),+ $(,)?) => {$(
        impl Shows for $shape {
            fn slot(&mut self, algorithm: Algorithm) -> &mut Option<String> {
                match algorithm {
                    Algorithm::Crc32 => &mut self.checksum_crc32,
                    Algorithm::Crc32c => &mut self.checksum_crc32c,
                    Algorithm::Crc64Nvme => &mut self.checksum_crc64nvme,
                    Algorithm::Sha1 => &mut self.checksum_sha1,
                    Algorithm::Sha256 => &mut self.checksum_sha256,
                    Algorithm::Sha512 => &mut self.checksum_sha512,
                    Algorithm::Md5 => &mut self.checksum_md5,
                    Algorithm::Xxhash64 => &mut self.checksum_xxhash64,
                    Algorithm::Xxhash3 => &mut self.checksum_xxhash3,
                    Algorithm::Xxhash128 => &mut self.checksum_xxhash128,
                }
            }
        }
    )+};
}

given!(
    s3::PutObjectRequest,
    s3::UploadPartRequest,
    s3::CompletedPart,
    s3::CompleteMultipartUploadRequest,
);
shows!(
    s3::Checksum,
    s3::ObjectPart,
    s3::PutObjectOutput,
    s3::GetObjectOutput,
    s3::HeadObjectOutput,
    s3::CopyObjectResult,
    s3::CopyPartResult,
    s3::UploadPartOutput,
    s3::Part,
    s3::CompleteMultipartUploadOutput,
);

#[cfg(test)]
mod tests {
    use super::*;

    fn of(algorithm: Algorithm, bytes: &[u8]) -> String {
        checksum::Checksum::of(algorithm.computed(), bytes)
    }

    #[test]
    fn values_agree_with_those_that_aws_gives() {
        let text = b"test data..";
        assert_eq!(of(Algorithm::Crc32, text), "cZWHwQ==");
        assert_eq!(of(Algorithm::Crc32c, text), "Pf4upw==");
        assert_eq!(of(Algorithm::Sha1, text), "B++3uSfJMSHWToQMQ1g6lIJY5Eo=");
        assert_eq!(of(Algorithm::Sha256, text), "2l26x0trnT0r2AvakoFk2MB7eKVKzYESLMxSAKAzoik=");
        assert_eq!(of(Algorithm::Md5, text), "5tkibCqGtyMpM2Y8E0Z1Jw==");
        // The check value of CRC-64/NVME.
        assert_eq!(of(Algorithm::Crc64Nvme, b"123456789"), "rosUhgp5mIg=");
    }

    #[test]
    fn a_full_object_checksum_is_that_of_the_whole() {
        for algorithm in [Algorithm::Crc32, Algorithm::Crc32c, Algorithm::Crc64Nvme] {
            let parts: Vec<_> = [&b"one"[..], b"twenty", b"", b"3"]
                .iter()
                .map(|part| (of(algorithm, part), part.len() as u64))
                .collect();
            let whole = of_parts(algorithm, Kind::FullObject, &parts).unwrap();
            assert_eq!(whole.value, of(algorithm, b"onetwenty3"), "{algorithm:?}");
        }
        assert_eq!(of_parts(Algorithm::Xxhash128, Kind::FullObject, &[]), None);
        let sha = [(of(Algorithm::Sha1, b"a"), 1), (of(Algorithm::Sha1, b"b"), 1)];
        assert_eq!(of_parts(Algorithm::Sha1, Kind::FullObject, &sha), None);
        let composite = of_parts(Algorithm::Sha1, Kind::Composite, &sha).unwrap();
        assert!(composite.value.ends_with("=-2"), "{}", composite.value);
    }

    #[test]
    fn claims_that_no_content_could_meet_are_refused() {
        let mut input = s3::PutObjectRequest::default();
        let code = |input: &s3::PutObjectRequest, md5, algorithm| {
            Claims::read(md5, algorithm, input, None).err().map(|error| error.code())
        };
        assert_eq!(code(&input, None, None), None);
        assert_eq!(code(&input, Some("short"), None), Some("InvalidDigest"));
        assert_eq!(code(&input, None, Some("CRC33")), Some("InvalidRequest"));
        assert_eq!(code(&input, None, Some("CRC32")), Some("InvalidRequest"));
        assert_eq!(code(&input, None, Some("SHA512")), Some("InvalidRequest"));
        input.checksum_crc32 = Some("bad".into());
        assert_eq!(code(&input, None, None), Some("InvalidRequest"));
        input.checksum_crc32 = Some("cZWHwQ==".into());
        assert_eq!(code(&input, None, Some("crc32")), None);
        assert_eq!(code(&input, None, Some("SHA1")), Some("InvalidRequest"));
        input.checksum_crc32c = Some("Pf4upw==".into());
        assert_eq!(code(&input, None, None), Some("InvalidRequest"));
    }
}
