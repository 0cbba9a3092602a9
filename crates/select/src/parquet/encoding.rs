//! How values and levels lie in pages. They are read one by one, as they are asked for: a few bytes may
//! stand for millions of them.

use super::schema::{Leaf, Physical};
use crate::value::Value;

/// Bytes of a page that are read from the front.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bytes {
    bytes: Vec<u8>,
    at: usize,
}

impl Bytes {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, at: 0 }
    }

    pub(crate) fn take(&mut self, count: usize) -> Option<&[u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// All that is left.
    pub(crate) fn rest(&mut self) -> Vec<u8> {
        let rest = self.bytes.split_off(self.at.min(self.bytes.len()));
        self.at = self.bytes.len();
        rest
    }

    /// A length of four bytes, and so many bytes.
    pub(crate) fn counted(&mut self) -> Option<&[u8]> {
        let length = u32::from_le_bytes(self.take(4)?.try_into().ok()?);
        self.take(usize::try_from(length).ok()?)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.take(1)?.first()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn zigzag(&mut self) -> Option<i64> {
        let number = self.varint()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }
}

/// Runs of equal numbers, and of numbers of so many bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    bytes: Bytes,
    width: u32,
    /// How many more of the run there are.
    left: u64,
    /// What they are, in a run of equal ones.
    equal: Option<u32>,
    bits: Bits,
}

/// Numbers of so many bits, the lowest first.
#[derive(Clone, Copy, Debug, Default)]
struct Bits {
    held: u128,
    count: u32,
}

impl Bits {
    fn take(&mut self, width: u32, bytes: &mut Bytes) -> Option<u64> {
        while self.count < width {
            self.held |= u128::from(*bytes.take(1)?.first()?) << self.count;
            self.count += 8;
        }
        let mask = (1_u128 << width) - 1;
        let number = (self.held & mask) as u64;
        self.held >>= width;
        self.count -= width;
        Some(number)
    }
}

impl Runs {
    /// Numbers of so many bits, at most 32.
    pub(crate) fn new(bytes: Vec<u8>, width: u32) -> Self {
        Self { bytes: Bytes::new(bytes), width: width.min(32), ..Self::default() }
    }

    pub(crate) fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            let header = self.bytes.varint()?;
            if header & 1 == 1 {
                self.left = (header >> 1).checked_mul(8)?;
                self.equal = None;
                self.bits = Bits::default();
            } else {
                self.left = header >> 1;
                let bytes = self.bytes.take(self.width.div_ceil(8) as usize)?;
                let number = bytes.iter().rev().fold(0_u32, |it, byte| it << 8 | u32::from(*byte));
                self.equal = Some(number);
            }
        }
        self.left -= 1;
        match self.equal {
            Some(number) => Some(number),
            // Of 32 bits at most.
            None => self.bits.take(self.width, &mut self.bytes).map(|number| number as u32),
        }
    }
}

/// The encoding that writes the differences between whole numbers.
#[derive(Clone, Debug)]
struct Deltas {
    bytes: Bytes,
    /// Differences in a block, and in each of its parts.
    block: u64,
    part: u64,
    /// How many numbers are still to come, the first among them.
    left: u64,
    is_first: bool,
    last: i64,
    least: i64,
    widths: Vec<u8>,
    /// How many differences of the block, and of its part, were read.
    of_block: u64,
    bits: Bits,
}

impl Deltas {
    fn new(bytes: Vec<u8>) -> Option<Self> {
        let mut bytes = Bytes::new(bytes);
        let (block, parts, left) = (bytes.varint()?, bytes.varint()?, bytes.varint()?);
        let last = bytes.zigzag()?;
        let is_sound = (1..=256).contains(&parts)
            && block.is_multiple_of(parts)
            && (8..=1 << 20).contains(&(block / parts));
        is_sound.then(|| Self {
            bytes,
            block,
            part: block / parts,
            left,
            is_first: true,
            last,
            least: 0,
            widths: vec![0; parts as usize],
            of_block: block,
            bits: Bits::default(),
        })
    }

    fn next(&mut self) -> Option<i64> {
        self.left = self.left.checked_sub(1)?;
        if std::mem::take(&mut self.is_first) {
            return Some(self.last);
        }
        if self.of_block == self.block {
            self.least = self.bytes.zigzag()?;
            let widths = self.bytes.take(self.widths.len())?.to_vec();
            self.widths = widths;
            self.of_block = 0;
        }
        if self.of_block.is_multiple_of(self.part) {
            self.bits = Bits::default();
        }
        let width = *self.widths.get(usize::try_from(self.of_block / self.part).ok()?)?;
        let delta = match width {
            0..=64 => self.bits.take(width.into(), &mut self.bytes)?,
            _ => return None,
        };
        self.of_block += 1;
        self.last = self.last.wrapping_add(self.least).wrapping_add(delta as i64);
        Some(self.last)
    }

    /// All numbers, and the bytes behind them.
    fn all(mut self, most: usize) -> Option<(Vec<usize>, Vec<u8>)> {
        let mut numbers = Vec::new();
        if self.left > most as u64 {
            return None;
        }
        while self.left > 0 {
            numbers.push(usize::try_from(self.next()?).ok()?);
        }
        // The last part of a block is written whole.
        let read = self.of_block % self.part;
        let width = self.widths.get((self.of_block / self.part) as usize).copied();
        if read > 0 && self.of_block < self.block {
            let whole = (self.part * u64::from(width?)).div_ceil(8);
            let taken = (read * u64::from(width?)).div_ceil(8);
            self.bytes.take(usize::try_from(whole - taken).ok()?)?;
        }
        Some((numbers, self.bytes.rest()))
    }
}

/// The values of a page.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    Plain(Bytes, Bits8),
    Dictionary(Runs),
    /// Truth values.
    Runs(Runs),
    Deltas(Box<DeltasOf>),
    /// Lengths first, then all bytes.
    Lengths(std::vec::IntoIter<usize>, Bytes),
    /// What each begins with of the one before, and its rest.
    Prefixes(std::vec::IntoIter<usize>, std::vec::IntoIter<usize>, Bytes, Vec<u8>),
    /// First bytes, then second ones, and so on.
    Split {
        bytes: Vec<u8>,
        at: usize,
        count: usize,
    },
}

/// See [`Deltas`].
#[derive(Clone, Debug)]
pub(crate) struct DeltasOf(Deltas);
/// Truth values, one bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bits8(Bits);

impl Values {
    /// So many values of a page, in an encoding; `None` where there is none such.
    pub(crate) fn new(encoding: i64, bytes: Vec<u8>, leaf: &Leaf, count: usize) -> Option<Self> {
        Some(match encoding {
            0 => Values::Plain(Bytes::new(bytes), Bits8::default()),
            2 | 8 => {
                let width = u32::from(*bytes.first()?);
                Values::Dictionary(Runs::new(bytes.get(1..)?.to_vec(), width))
            }
            3 if leaf.physical == Physical::Bool => {
                Values::Runs(Runs::new(Bytes::new(bytes).counted()?.to_vec(), 1))
            }
            5 => Values::Deltas(Box::new(DeltasOf(Deltas::new(bytes)?))),
            6 => {
                let (lengths, rest) = Deltas::new(bytes)?.all(count)?;
                Values::Lengths(lengths.into_iter(), Bytes::new(rest))
            }
            7 => {
                let (prefixes, rest) = Deltas::new(bytes)?.all(count)?;
                let (lengths, rest) = Deltas::new(rest)?.all(count)?;
                let rest = Bytes::new(rest);
                Values::Prefixes(prefixes.into_iter(), lengths.into_iter(), rest, Vec::new())
            }
            9 => {
                let count = bytes.len().checked_div(leaf.width())?;
                Values::Split { bytes, at: 0, count }
            }
            _ => return None,
        })
    }

    /// The next value.
    pub(crate) fn next(&mut self, leaf: &Leaf, dictionary: &[Value]) -> Option<Value> {
        match self {
            Values::Plain(bytes, bits) => match leaf.physical {
                Physical::Bool => Some(Value::Bool(bits.0.take(1, bytes)? == 1)),
                Physical::Bytes => leaf.value(bytes.counted()?),
                _ => leaf.value(bytes.take(leaf.width())?),
            },
            Values::Dictionary(runs) => dictionary.get(runs.next()? as usize).cloned(),
            Values::Runs(runs) => Some(Value::Bool(runs.next()? == 1)),
            Values::Deltas(deltas) => {
                let number = deltas.0.next()?;
                match leaf.physical {
                    Physical::Int32 => leaf.value(&(number as i32).to_le_bytes()),
                    Physical::Int64 => leaf.value(&number.to_le_bytes()),
                    _ => None,
                }
            }
            Values::Lengths(lengths, bytes) => leaf.value(bytes.take(lengths.next()?)?),
            Values::Prefixes(prefixes, lengths, bytes, last) => {
                let prefix = prefixes.next()?;
                if prefix > last.len() {
                    return None;
                }
                last.truncate(prefix);
                last.extend_from_slice(bytes.take(lengths.next()?)?);
                leaf.value(last)
            }
            Values::Split { bytes, at, count } => {
                if *at >= *count {
                    return None;
                }
                let byte = |index: usize| bytes.get(index * *count + *at).copied();
                let value: Vec<u8> = (0..leaf.width()).map(byte).collect::<Option<_>>()?;
                *at += 1;
                leaf.value(&value)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_of_equal_and_of_packed_numbers() {
        // The example of the specification: 0 to 7 in three bits each, then four fives.
        let bytes = vec![3, 0b1000_1000, 0b1100_0110, 0b1111_1010, 8, 5];
        let mut runs = Runs::new(bytes, 3);
        let all: Vec<_> = std::iter::from_fn(|| runs.next()).collect();
        assert_eq!(all, [0, 1, 2, 3, 4, 5, 6, 7, 5, 5, 5, 5]);
    }

    #[test]
    fn differences_are_added_up() {
        // 7, 5, 3, 1, 2, 3, 4, 5: the example of the specification, in blocks of 128 and 4 parts.
        let mut bytes = vec![0x80, 1, 4, 8, 14, 3, 2, 0, 0, 0];
        bytes.extend([0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0, 0]);
        let mut deltas = Deltas::new(bytes.clone()).unwrap();
        let all: Vec<_> = std::iter::from_fn(|| deltas.next()).collect();
        assert_eq!(all, [7, 5, 3, 1, 2, 3, 4, 5]);
        bytes.push(9);
        assert_eq!(Deltas::new(bytes).unwrap().all(8).unwrap().1, [9]);
    }
}
