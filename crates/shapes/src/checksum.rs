//! The checksums that S3 requests may carry, computed piece by piece.
//!
//! Follows S3's "Checking object integrity" page: each value is the base64 text of the big-endian
//! checksum or digest.

use base64_simd::STANDARD as BASE64;
use crc_fast::CrcAlgorithm;
use sha2::Digest as _;
use xxhash_rust::xxh3::Xxh3;
use xxhash_rust::xxh64::Xxh64;

/// A way to check a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// CRC-32 (ISO-HDLC), 4 bytes.
    Crc32,
    /// CRC-32C (Castagnoli), 4 bytes.
    Crc32c,
    /// CRC-64/NVME, 8 bytes.
    Crc64Nvme,
    /// SHA-1, 20 bytes.
    Sha1,
    /// SHA-256, 32 bytes.
    Sha256,
    /// SHA-512, 64 bytes.
    Sha512,
    /// MD5, 16 bytes.
    Md5,
    /// XXH64, 8 bytes.
    Xxhash64,
    /// XXH3 of 64 bits, 8 bytes.
    Xxhash3,
    /// XXH3 of 128 bits, 16 bytes.
    Xxhash128,
}

impl Algorithm {
    /// All of them, each of which has an `x-amz-checksum-…` header.
    pub const ALL: [Algorithm; 10] = [
        Algorithm::Crc32,
        Algorithm::Crc32c,
        Algorithm::Crc64Nvme,
        Algorithm::Sha1,
        Algorithm::Sha256,
        Algorithm::Sha512,
        Algorithm::Md5,
        Algorithm::Xxhash64,
        Algorithm::Xxhash3,
        Algorithm::Xxhash128,
    ];

    /// The name as `x-amz-sdk-checksum-algorithm` spells it.
    pub const fn name(self) -> &'static str {
        match self {
            Algorithm::Crc32 => "CRC32",
            Algorithm::Crc32c => "CRC32C",
            Algorithm::Crc64Nvme => "CRC64NVME",
            Algorithm::Sha1 => "SHA1",
            Algorithm::Sha256 => "SHA256",
            Algorithm::Sha512 => "SHA512",
            Algorithm::Md5 => "MD5",
            Algorithm::Xxhash64 => "XXHASH64",
            Algorithm::Xxhash3 => "XXHASH3",
            Algorithm::Xxhash128 => "XXHASH128",
        }
    }

    /// The header, or trailer, that carries its value.
    pub const fn header(self) -> &'static str {
        match self {
            Algorithm::Crc32 => "x-amz-checksum-crc32",
            Algorithm::Crc32c => "x-amz-checksum-crc32c",
            Algorithm::Crc64Nvme => "x-amz-checksum-crc64nvme",
            Algorithm::Sha1 => "x-amz-checksum-sha1",
            Algorithm::Sha256 => "x-amz-checksum-sha256",
            Algorithm::Sha512 => "x-amz-checksum-sha512",
            Algorithm::Md5 => "x-amz-checksum-md5",
            Algorithm::Xxhash64 => "x-amz-checksum-xxhash64",
            Algorithm::Xxhash3 => "x-amz-checksum-xxhash3",
            Algorithm::Xxhash128 => "x-amz-checksum-xxhash128",
        }
    }

    /// The algorithm of a header or trailer, whatever its case.
    pub fn of_header(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.header().eq_ignore_ascii_case(name))
    }

    /// The length of its value in bytes, before base64.
    pub const fn length(self) -> usize {
        match self {
            Algorithm::Crc32 | Algorithm::Crc32c => 4,
            Algorithm::Crc64Nvme | Algorithm::Xxhash64 | Algorithm::Xxhash3 => 8,
            Algorithm::Sha1 => 20,
            Algorithm::Sha256 => 32,
            Algorithm::Sha512 => 64,
            Algorithm::Md5 | Algorithm::Xxhash128 => 16,
        }
    }

    /// Whether a text is base64 of a value of the right length.
    pub fn accepts(self, value: &str) -> bool {
        BASE64.decode_to_vec(value).is_ok_and(|bytes| bytes.len() == self.length())
    }

    const fn crc(self) -> Option<CrcAlgorithm> {
        match self {
            Algorithm::Crc32 => Some(CrcAlgorithm::Crc32IsoHdlc),
            Algorithm::Crc32c => Some(CrcAlgorithm::Crc32Iscsi),
            Algorithm::Crc64Nvme => Some(CrcAlgorithm::Crc64Nvme),
            _ => None,
        }
    }

    /// Whether the value of a whole follows from those of its parts.
    pub const fn joins(self) -> bool {
        self.crc().is_some()
    }

    /// The value of a whole, from those of its parts, each with the part's length in bytes. Only
    /// cyclic redundancy checks have it.
    pub fn joined(self, parts: &[(String, u64)]) -> Option<String> {
        let crc = self.crc()?;
        let mut whole = None;
        for (value, length) in parts {
            let bytes = BASE64.decode_to_vec(value).ok()?;
            let value = bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
            whole = Some(match whole {
                None => value,
                Some(before) => crc_fast::checksum_combine(crc, before, value, *length),
            });
        }
        Some(encode_crc(whole?, self.length()))
    }
}

/// A cyclic redundancy check of so many bytes, as base64.
fn encode_crc(value: u64, length: usize) -> String {
    BASE64.encode_to_string(&value.to_be_bytes()[8 - length..])
}

/// A checksum being computed.
pub struct Checksum(State);

enum State {
    Crc(crc_fast::Digest, usize),
    Sha1(sha1::Sha1),
    Sha256(sha2::Sha256),
    Sha512(sha2::Sha512),
    Md5(md5::Md5),
    Xxhash64(Xxh64),
    Xxhash3(Box<Xxh3>),
    Xxhash128(Box<Xxh3>),
}

impl Checksum {
    /// A checksum of nothing yet.
    pub fn new(algorithm: Algorithm) -> Self {
        let crc = |crc| State::Crc(crc_fast::Digest::new(crc), algorithm.length());
        Self(match algorithm {
            Algorithm::Crc32 => crc(CrcAlgorithm::Crc32IsoHdlc),
            Algorithm::Crc32c => crc(CrcAlgorithm::Crc32Iscsi),
            Algorithm::Crc64Nvme => crc(CrcAlgorithm::Crc64Nvme),
            Algorithm::Sha1 => State::Sha1(sha1::Sha1::new()),
            Algorithm::Sha256 => State::Sha256(sha2::Sha256::new()),
            Algorithm::Sha512 => State::Sha512(sha2::Sha512::new()),
            Algorithm::Md5 => State::Md5(md5::Md5::new()),
            Algorithm::Xxhash64 => State::Xxhash64(Xxh64::new(0)),
            Algorithm::Xxhash3 => State::Xxhash3(Box::default()),
            Algorithm::Xxhash128 => State::Xxhash128(Box::default()),
        })
    }

    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        match &mut self.0 {
            State::Crc(digest, _) => digest.update(piece),
            State::Sha1(digest) => digest.update(piece),
            State::Sha256(digest) => digest.update(piece),
            State::Sha512(digest) => digest.update(piece),
            State::Md5(digest) => digest.update(piece),
            State::Xxhash64(digest) => digest.update(piece),
            State::Xxhash3(digest) | State::Xxhash128(digest) => digest.update(piece),
        }
    }

    /// The value, as base64.
    pub fn finish(self) -> String {
        match self.0 {
            State::Crc(digest, length) => encode_crc(digest.finalize(), length),
            State::Sha1(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Sha256(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Sha512(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Md5(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Xxhash64(digest) => BASE64.encode_to_string(digest.digest().to_be_bytes()),
            State::Xxhash3(digest) => BASE64.encode_to_string(digest.digest().to_be_bytes()),
            State::Xxhash128(digest) => BASE64.encode_to_string(digest.digest128().to_be_bytes()),
        }
    }

    /// The value of one piece, as base64.
    pub fn of(algorithm: Algorithm, piece: &[u8]) -> String {
        let mut checksum = Self::new(algorithm);
        checksum.update(piece);
        checksum.finish()
    }
}

/// A byte as two lower-case hexadecimal digits.
pub fn digits(byte: u8) -> [char; 2] {
    [byte >> 4, byte & 0xf].map(|half| char::from(b"0123456789abcdef"[usize::from(half)]))
}

/// Bytes as lower-case hexadecimal digits, as digests stand in signatures and ETags.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    bytes.iter().for_each(|byte| out.extend(digits(*byte)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check values of the algorithms' catalogues for "123456789", and the RFCs' digests.
    #[test]
    fn values_are_those_of_the_catalogues() {
        for (algorithm, hex) in [
            (Algorithm::Crc32, "cbf43926"),
            (Algorithm::Crc32c, "e3069283"),
            (Algorithm::Crc64Nvme, "ae8b14860a799888"),
            (Algorithm::Sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441"),
            (Algorithm::Sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"),
            (
                Algorithm::Sha512,
                "d9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274ad27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85",
            ),
            (Algorithm::Md5, "25f9e794323b453885f5181f1b624d0b"),
            (Algorithm::Xxhash64, "8cb841db40e6ae83"),
            (Algorithm::Xxhash3, "72dcb18b67a17dff"),
            (Algorithm::Xxhash128, "33119477ede5dcd5e9716427681d5860"),
        ] {
            let bytes: Vec<u8> = (0..hex.len() / 2)
                .map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
                .collect();
            let mut checksum = Checksum::new(algorithm);
            checksum.update(b"1234");
            checksum.update(b"56789");
            let value = checksum.finish();
            assert_eq!(value, BASE64.encode_to_string(bytes), "{}", algorithm.name());
            assert!(algorithm.accepts(&value));
            assert!(!algorithm.accepts(&value[4..]));
        }
    }

    #[test]
    fn hexadecimal_digits_are_lower_case() {
        assert_eq!(hex(&[0x00, 0xaf, 0x1e]), "00af1e");
        assert_eq!(hex(b""), "");
    }

    #[test]
    fn a_header_names_its_algorithm_in_any_case() {
        assert_eq!(Algorithm::of_header("X-Amz-Checksum-Crc32C"), Some(Algorithm::Crc32c));
        assert_eq!(Algorithm::of_header("x-amz-checksum-crc32d"), None);
    }
}
