//! Thrift's compact protocol, as far as the metadata of Parquet is written in it.

/// How deep structures lie in each other at most.
const MAX_DEPTH: usize = 16;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Thrift<'a> {
    Bool(bool),
    Int(i64),
    Bytes(&'a [u8]),
    List(Vec<Thrift<'a>>),
    Struct(Vec<(i16, Thrift<'a>)>),
    /// A number that nothing here is about.
    Other,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The bytes end before it does.
    Short,
    Malformed,
}

type Read<T> = Result<T, Wrong>;

/// Reads a structure, and says how many bytes it has.
pub(crate) fn read(bytes: &[u8]) -> Read<(Thrift<'_>, usize)> {
    let mut reader = Reader { bytes, at: 0 };
    let value = reader.structure(0)?;
    Ok((value, reader.at))
}

impl<'a> Thrift<'a> {
    /// A field of a structure.
    pub(crate) fn field(&self, id: i16) -> Option<&Thrift<'a>> {
        match self {
            Thrift::Struct(fields) => fields.iter().find(|(it, _)| *it == id).map(|(_, it)| it),
            _ => None,
        }
    }

    /// A field that is a whole number.
    pub(crate) fn int(&self, id: i16) -> Option<i64> {
        match self.field(id)? {
            Thrift::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// A field that is a number not below zero.
    pub(crate) fn size(&self, id: i16) -> Option<u64> {
        self.int(id)?.try_into().ok()
    }

    /// The items of a field that is a list.
    pub(crate) fn list(&self, id: i16) -> &[Thrift<'a>] {
        match self.field(id) {
            Some(Thrift::List(items)) => items,
            _ => &[],
        }
    }

    /// A field that is a text.
    pub(crate) fn text(&self, id: i16) -> Option<String> {
        match self.field(id)? {
            Thrift::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }

    /// The first field of a union.
    pub(crate) fn union(&self) -> Option<(i16, &Thrift<'a>)> {
        match self {
            Thrift::Struct(fields) => fields.first().map(|(id, value)| (*id, value)),
            _ => None,
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Read<u8> {
        let byte = self.bytes.get(self.at).copied().ok_or(Wrong::Short)?;
        self.at += 1;
        Ok(byte)
    }

    fn take(&mut self, count: u64) -> Read<&'a [u8]> {
        let count = usize::try_from(count).map_err(|_| Wrong::Malformed)?;
        let end = self.at.checked_add(count).ok_or(Wrong::Malformed)?;
        let taken = self.bytes.get(self.at..end).ok_or(Wrong::Short)?;
        self.at = end;
        Ok(taken)
    }

    fn varint(&mut self) -> Read<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Wrong::Malformed)
    }

    fn int(&mut self) -> Read<i64> {
        let number = self.varint()?;
        Ok((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    fn structure(&mut self, depth: usize) -> Read<Thrift<'a>> {
        if depth > MAX_DEPTH {
            return Err(Wrong::Malformed);
        }
        let (mut fields, mut id) = (Vec::new(), 0_i16);
        loop {
            let header = self.byte()?;
            if header == 0 {
                return Ok(Thrift::Struct(fields));
            }
            id = match header >> 4 {
                0 => i16::try_from(self.int()?).map_err(|_| Wrong::Malformed)?,
                delta => id.checked_add(i16::from(delta)).ok_or(Wrong::Malformed)?,
            };
            let value = match header & 0x0f {
                1 => Thrift::Bool(true),
                2 => Thrift::Bool(false),
                kind => self.value(kind, depth)?,
            };
            fields.push((id, value));
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Read<Thrift<'a>> {
        Ok(match kind {
            1 | 2 => Thrift::Bool(self.byte()? == 1),
            3 => Thrift::Int(i64::from(self.byte()? as i8)),
            4..=6 => Thrift::Int(self.int()?),
            7 => {
                self.take(8)?;
                Thrift::Other
            }
            8 => {
                let length = self.varint()?;
                Thrift::Bytes(self.take(length)?)
            }
            9 | 10 => self.list(depth)?,
            12 => self.structure(depth + 1)?,
            _ => return Err(Wrong::Malformed),
        })
    }

    fn list(&mut self, depth: usize) -> Read<Thrift<'a>> {
        if depth > MAX_DEPTH {
            return Err(Wrong::Malformed);
        }
        let header = self.byte()?;
        let count = match header >> 4 {
            15 => self.varint()?,
            count => count.into(),
        };
        // Each item has a byte at least, so that no number makes room for what is not there.
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(self.value(header & 0x0f, depth + 1)?);
        }
        Ok(Thrift::List(items))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_are_read() {
        // 1: 5, 2: "ab", 4: true, 5: [1, -1], 6: {1: false}
        let bytes = [0x15, 10, 0x18, 2, b'a', b'b', 0x21, 0x19, 0x25, 2, 1, 0x1c, 0x12, 0, 0];
        let (value, length) = read(&bytes).unwrap();
        assert_eq!(length, bytes.len());
        assert_eq!((value.int(1), value.text(2).as_deref()), (Some(5), Some("ab")));
        assert_eq!(value.field(4), Some(&Thrift::Bool(true)));
        assert_eq!(value.list(5), [Thrift::Int(1), Thrift::Int(-1)]);
        assert_eq!(value.field(6).unwrap().union(), Some((1, &Thrift::Bool(false))));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]), Err(Wrong::Short));
        }
        assert_eq!(read(&[0x1c; 100]), Err(Wrong::Malformed));
        assert_eq!(read(&[0x1d]), Err(Wrong::Malformed));
    }
}
