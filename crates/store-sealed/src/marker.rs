//! What says that contents are sealed.
//!
//! Table `sealing`: `contents` → a byte 1, 16 bytes that whatever is sealed here begins with, a byte
//! that is 1 where nothing was kept in clear before, and an HMAC of all that by the user's key.
//!
//! The 16 bytes are random, so nothing that was kept before can begin with them by chance or on purpose.

use crate::Refusal;
use crate::key::{Key, SALT_BYTES, random};
use bytes::Bytes;
use store::{Batch, Error, Scan, Store, Table, Tables};

const SEALING: Table = Table("sealing");
const CONTENTS: &[u8] = b"contents";
const VERSION: u8 = 1;
const PROOF_BYTES: usize = 32;

/// What was settled when the first key came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// What all that is sealed begins with.
    pub prefix: [u8; SALT_BYTES],
    /// Whether nothing was kept in clear before: what is not sealed is damaged then.
    pub all: bool,
}

/// Whether contents are sealed here.
pub(crate) async fn is_there(tables: &dyn Tables) -> store::Result<bool> {
    Ok(tables.get(SEALING, CONTENTS).await?.is_some())
}

impl Marker {
    /// What was settled, and is settled now where this is the first key.
    pub(crate) async fn find_or_make(
        store: &Store,
        key: &Key,
        tables: &[Table],
    ) -> Result<Self, Refusal> {
        loop {
            if let Some(row) = store.tables.get(SEALING, CONTENTS).await? {
                return Self::decode(&row, key).ok_or(Refusal::OtherKey);
            }
            let marker = Self { prefix: random()?, all: is_empty(store, tables).await? };
            let row = marker.encode(key);
            let batch = Batch::new().absent(SEALING, CONTENTS).put(SEALING, CONTENTS, row);
            match store.tables.commit(batch).await {
                Ok(()) => return Ok(marker),
                // Another process was first.
                Err(Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn encode(&self, key: &Key) -> Vec<u8> {
        let mut row = vec![VERSION];
        row.extend_from_slice(&self.prefix);
        row.push(u8::from(self.all));
        row.extend_from_slice(&key.prove(&[b"marker", &row]));
        row
    }

    fn decode(row: &Bytes, key: &Key) -> Option<Self> {
        let (said, proof) = row.split_at_checked(row.len().checked_sub(PROOF_BYTES)?)?;
        if proof != key.prove(&[b"marker", said]) {
            return None;
        }
        let (version, rest) = said.split_first()?;
        let (all, prefix) = rest.split_last()?;
        let prefix = prefix.try_into().ok()?;
        (*version == VERSION).then_some(Self { prefix, all: *all == 1 })
    }

    /// What follows the prefix of what is sealed; `None` where it lies in clear.
    pub(crate) fn rest<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        bytes.strip_prefix(&self.prefix[..])
    }
}

async fn is_empty(store: &Store, tables: &[Table]) -> store::Result<bool> {
    for table in tables {
        if !store.tables.scan(*table, Scan::prefix(b"").limit(1)).await?.is_empty() {
            return Ok(false);
        }
    }
    Ok(store.blobs.list().await?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KEY_BYTES;

    #[test]
    fn the_row_keeps_its_layout_and_is_proven() {
        let key = Key::new([1; KEY_BYTES]);
        let marker = Marker { prefix: [5; SALT_BYTES], all: true };
        let row = marker.encode(&key);
        assert_eq!(row.len(), 1 + SALT_BYTES + 1 + PROOF_BYTES);
        assert_eq!(row[..18], [&[1][..], &[5; SALT_BYTES], &[1]].concat());
        // As the first version wrote it.
        assert_eq!(row[18..22], FIRST_VERSION);
        assert_eq!(Marker::decode(&row.clone().into(), &key), Some(marker));
        for at in 0..row.len() {
            let mut changed = row.clone();
            changed[at] ^= 1;
            assert_eq!(Marker::decode(&changed.into(), &key), None, "{at}");
            assert_eq!(Marker::decode(&row[..at].to_vec().into(), &key), None, "{at}");
        }
    }

    const FIRST_VERSION: [u8; 4] = [233, 159, 16, 2];
}
