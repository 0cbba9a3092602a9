//! How pages are packed: not at all, by Snappy, or by gzip, which are the ones that S3 reads.

use super::{bad, too_large};
use crate::refusal::{Refusal, Result};
use std::io::Read as _;

/// Unpacks a page to so many bytes.
///
/// # Errors
/// It is packed otherwise, or does not come to that.
pub(crate) fn unpack(codec: i64, bytes: &[u8], size: usize) -> Result<Vec<u8>> {
    if size > super::MAX_PAGE {
        return Err(too_large());
    }
    let out = match codec {
        0 => bytes.to_vec(),
        1 => snappy(bytes, size).ok_or_else(bad)?,
        2 => {
            let mut out = Vec::new();
            let mut decoder = flate2::read::MultiGzDecoder::new(bytes).take(size as u64 + 1);
            decoder.read_to_end(&mut out).map_err(|_| bad())?;
            out
        }
        _ => {
            let message = "The specified Parquet compression codec is not supported.";
            return Err(Refusal::new("ParquetUnsupportedCompressionCodec", message));
        }
    };
    if out.len() == size { Ok(out) } else { Err(bad()) }
}

/// The raw format of Snappy: the length, then letters and copies of what was there before.
fn snappy(bytes: &[u8], size: usize) -> Option<Vec<u8>> {
    let (mut length, mut shift, mut at) = (0_usize, 0, 0);
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        length |= usize::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte < 0x80 {
            break;
        }
        if shift > 28 {
            return None;
        }
    }
    if length != size {
        return None;
    }
    // A copy of 64 bytes takes two at least.
    let mut out = Vec::with_capacity(size.min(32 * bytes.len()));
    while let Some(tag) = bytes.get(at).copied() {
        at += 1;
        let number = |at: usize, count: usize| {
            let taken = bytes.get(at..at + count)?;
            Some(taken.iter().rev().fold(0_usize, |number, byte| number << 8 | usize::from(*byte)))
        };
        let (offset, length) = match tag & 3 {
            0 => {
                let short = usize::from(tag >> 2);
                let length = match short {
                    0..60 => short + 1,
                    long => {
                        let count = long - 59;
                        let length = number(at, count)? + 1;
                        at += count;
                        length
                    }
                };
                out.extend_from_slice(bytes.get(at..at.checked_add(length)?)?);
                at += length;
                if out.len() > size {
                    return None;
                }
                continue;
            }
            1 => {
                let offset = usize::from(tag >> 5) << 8 | number(at, 1)?;
                at += 1;
                (offset, usize::from(tag >> 2 & 7) + 4)
            }
            2 => {
                at += 2;
                (number(at - 2, 2)?, usize::from(tag >> 2) + 1)
            }
            _ => {
                at += 4;
                (number(at - 4, 4)?, usize::from(tag >> 2) + 1)
            }
        };
        let from = out.len().checked_sub(offset).filter(|_| offset > 0)?;
        if out.len() + length > size {
            return None;
        }
        for index in from..from + length {
            out.push(out[index]);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snappy_copies_what_was_there() {
        // "ab", then six bytes from two back, then a long literal.
        let packed = [9, 0b100, b'a', b'b', 0b1001, 2, 0b11110000, 0, b'!'];
        assert_eq!(snappy(&packed, 9).unwrap(), b"abababab!");
        assert!(snappy(&packed, 8).is_none());
        for end in 0..packed.len() {
            assert_ne!(snappy(&packed[..end], 9).map(|it| it.len()), Some(9));
        }
        assert!(snappy(&[4, 0b1, 1], 4).is_none());
        let refusal = unpack(6, b"", 0).unwrap_err();
        assert_eq!(refusal.code, "ParquetUnsupportedCompressionCodec");
    }
}
