//! The checksums that S3 requests may carry, computed piece by piece.
//!
//! Follows S3's "Checking object integrity" page: each value is the base64 text of the big-endian
//! checksum or digest.

use base64_simd::STANDARD as BASE64;
use crc_fast::CrcAlgorithm;
use sha2::Digest as _;

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
    /// MD5, 16 bytes; the one of `Content-MD5`.
    Md5,
}

impl Algorithm {
    /// Those that have an `x-amz-checksum-…` header.
    pub const FLEXIBLE: [Algorithm; 5] = [
        Algorithm::Crc32,
        Algorithm::Crc32c,
        Algorithm::Crc64Nvme,
        Algorithm::Sha1,
        Algorithm::Sha256,
    ];

    /// The name as `x-amz-sdk-checksum-algorithm` spells it.
    pub const fn name(self) -> &'static str {
        match self {
            Algorithm::Crc32 => "CRC32",
            Algorithm::Crc32c => "CRC32C",
            Algorithm::Crc64Nvme => "CRC64NVME",
            Algorithm::Sha1 => "SHA1",
            Algorithm::Sha256 => "SHA256",
            Algorithm::Md5 => "MD5",
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
            Algorithm::Md5 => "content-md5",
        }
    }

    /// The algorithm of a header or trailer, whatever its case.
    pub fn of_header(name: &str) -> Option<Self> {
        Self::FLEXIBLE.into_iter().find(|algorithm| algorithm.header().eq_ignore_ascii_case(name))
    }

    /// The length of its value in bytes, before base64.
    pub const fn length(self) -> usize {
        match self {
            Algorithm::Crc32 | Algorithm::Crc32c => 4,
            Algorithm::Crc64Nvme => 8,
            Algorithm::Sha1 => 20,
            Algorithm::Sha256 => 32,
            Algorithm::Md5 => 16,
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
            Algorithm::Sha1 | Algorithm::Sha256 | Algorithm::Md5 => None,
        }
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
    Md5(md5::Md5),
}

impl Checksum {
    /// A checksum of nothing yet.
    pub fn new(algorithm: Algorithm) -> Self {
        Self(match (algorithm.crc(), algorithm) {
            (Some(crc), _) => State::Crc(crc_fast::Digest::new(crc), algorithm.length()),
            (None, Algorithm::Sha1) => State::Sha1(sha1::Sha1::new()),
            (None, Algorithm::Md5) => State::Md5(md5::Md5::new()),
            (None, _) => State::Sha256(sha2::Sha256::new()),
        })
    }

    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        match &mut self.0 {
            State::Crc(digest, _) => digest.update(piece),
            State::Sha1(digest) => digest.update(piece),
            State::Sha256(digest) => digest.update(piece),
            State::Md5(digest) => digest.update(piece),
        }
    }

    /// The value, as base64.
    pub fn finish(self) -> String {
        match self.0 {
            State::Crc(digest, length) => encode_crc(digest.finalize(), length),
            State::Sha1(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Sha256(digest) => BASE64.encode_to_string(digest.finalize()),
            State::Md5(digest) => BASE64.encode_to_string(digest.finalize()),
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
            (Algorithm::Md5, "25f9e794323b453885f5181f1b624d0b"),
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
