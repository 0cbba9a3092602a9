//! Objects that are packed as a whole.

use crate::refusal::{Refusal, Result};
use bzip2::{Decompress, Status};
use flate2::write::MultiGzDecoder;
use std::io::Write as _;

/// How an object is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// It is not.
    #[default]
    None,
    /// By gzip.
    Gzip,
    /// By bzip2.
    Bzip2,
}

/// So many packed bytes are unpacked at once: a gzip of zeros becomes a thousand times as long.
const PIECE: usize = 512;
/// So much room there is for what becomes of a piece of bzip2.
const ROOM: usize = 256 * 1024;

/// Unpacks an object piece by piece.
pub(crate) struct Unpacker {
    kind: Kind,
    begun: bool,
}

enum Kind {
    None,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    Bzip2 { stream: Decompress, is_at_end: bool },
}

fn bad(name: &str) -> Refusal {
    let message = format!(
        "{name} is not applicable to the queried object. Please correct the request and try again."
    );
    Refusal::new("InvalidCompressionFormat", message)
}

fn truncated() -> Refusal {
    let message = "Object decompression failed. Check that the object is properly compressed using \
                   the format specified in the request.";
    Refusal::new("TruncatedInput", message)
}

impl Unpacker {
    pub(crate) fn new(packing: Packing) -> Self {
        let kind = match packing {
            Packing::None => Kind::None,
            Packing::Gzip => Kind::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
            Packing::Bzip2 => Kind::Bzip2 { stream: Decompress::new(false), is_at_end: false },
        };
        Self { kind, begun: false }
    }

    /// Unpacks some of the bytes at the front into `out`, and says how many those were.
    ///
    /// # Errors
    /// They are not packed so.
    pub(crate) fn unpack(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize> {
        let wrong = |name| if self.begun { truncated() } else { bad(name) };
        let before = out.len();
        let taken = match &mut self.kind {
            Kind::None => {
                let taken = bytes.len().min(64 * 1024);
                out.extend_from_slice(&bytes[..taken]);
                taken
            }
            Kind::Gzip(decoder) => {
                let piece = &bytes[..bytes.len().min(PIECE)];
                let taken = decoder.write(piece).map_err(|_| wrong("GZIP"))?;
                // What is still on its way inside comes out here, or at the end.
                decoder.flush().map_err(|_| wrong("GZIP"))?;
                out.append(decoder.get_mut());
                taken
            }
            Kind::Bzip2 { stream, is_at_end } => {
                if *is_at_end && !bytes.is_empty() {
                    (*stream, *is_at_end) = (Decompress::new(false), false);
                }
                out.reserve(ROOM);
                let from = stream.total_in();
                match stream.decompress_vec(bytes, out).map_err(|_| wrong("BZIP2"))? {
                    Status::StreamEnd => *is_at_end = true,
                    Status::MemNeeded => return Err(truncated()),
                    _ => {}
                }
                usize::try_from(stream.total_in() - from).unwrap_or(bytes.len())
            }
        };
        self.begun |= out.len() > before;
        Ok(taken)
    }

    /// The object has ended.
    ///
    /// # Errors
    /// What is packed has not.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) -> Result<()> {
        match &mut self.kind {
            Kind::None => Ok(()),
            Kind::Gzip(decoder) => {
                let finished = decoder.try_finish();
                out.append(decoder.get_mut());
                finished.map_err(|_| if self.begun { truncated() } else { bad("GZIP") })
            }
            Kind::Bzip2 { stream, is_at_end } => {
                while !*is_at_end {
                    let before = out.len();
                    out.reserve(ROOM);
                    *is_at_end = matches!(stream.decompress_vec(&[], out), Ok(Status::StreamEnd));
                    if !*is_at_end && out.len() == before {
                        return Err(if self.begun { truncated() } else { bad("BZIP2") });
                    }
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn unpacked(packing: Packing, bytes: &[u8]) -> Result<Vec<u8>> {
        let (mut unpacker, mut out, mut rest) = (Unpacker::new(packing), Vec::new(), bytes);
        let mut idle = 0;
        while !rest.is_empty() && idle < 3 {
            let before = out.len();
            let taken = unpacker.unpack(rest, &mut out)?;
            idle = if taken == 0 && out.len() == before { idle + 1 } else { 0 };
            rest = &rest[taken..];
        }
        unpacker.finish(&mut out)?;
        Ok(out)
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        let level = flate2::Compression::fast();
        flate2::read::GzEncoder::new(bytes, level).read_to_end(&mut packed).unwrap();
        packed
    }

    fn bzip2(bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        let level = bzip2::Compression::fast();
        bzip2::read::BzEncoder::new(bytes, level).read_to_end(&mut packed).unwrap();
        packed
    }

    #[test]
    fn what_was_packed_comes_back() {
        let text = "some, text\n".repeat(100_000).into_bytes();
        assert!(unpacked(Packing::None, &text).unwrap() == text);
        for (packing, packed) in [(Packing::Gzip, gzip(&text)), (Packing::Bzip2, bzip2(&text))] {
            assert!(unpacked(packing, &packed).unwrap() == text, "{packing:?}");
            let twice = [packed.clone(), packed].concat();
            assert_eq!(unpacked(packing, &twice).unwrap().len(), 2 * text.len(), "{packing:?}");
        }
    }

    #[test]
    fn what_was_not_packed_so_is_refused() {
        let text = b"a,b\nc,d\n";
        for packing in [Packing::Gzip, Packing::Bzip2] {
            let refusal = unpacked(packing, text).unwrap_err();
            assert_eq!(refusal.code, "InvalidCompressionFormat", "{packing:?}");
        }
        let packed = gzip(&vec![7; 100_000]);
        let cut = unpacked(Packing::Gzip, &packed[..packed.len() - 4]).unwrap_err();
        assert_eq!(cut.code, "TruncatedInput");
    }
}
