//! Where an object's bytes lie.
//!
//! Table `s3.inline`: content id → the bytes of a small content.
//! Table `s3.layouts`: upload id → JSON of a multipart object's [`Piece`]s, in the order of the
//! object.
//! Blobs: content id → the bytes of a large content.

use crate::checksum::Algorithm;
use platform::{Ledger, Records, Result};
use serde::{Deserialize, Serialize};
use store::{Batch, BlobId, Table};

pub(crate) const INLINE: Table = Table("s3.inline");
/// The tables in which there are bytes of objects, as far as they do not lie in blobs.
pub static CONTENTS: &[Table] = &[INLINE];
pub(crate) static LAYOUTS: Records<Vec<Piece>> = Records::new(Table("s3.layouts"));

/// A run of bytes that was written at once. Its id is 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Run {
    /// In `s3.inline`.
    Inline(String),
    /// In a blob.
    Blob(String),
}

/// An object's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Content {
    /// Written at once.
    Run(Run),
    /// The parts of a multipart upload.
    Parts {
        /// The upload's id, under which the layout is kept.
        id: String,
        /// How many parts.
        count: u32,
    },
}

/// A part of a multipart object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// The number that the part was uploaded under.
    pub number: i32,
    /// Its length in bytes.
    pub size: u64,
    /// Its bytes.
    pub run: Run,
    /// Its checksum of the object's algorithm, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<(Algorithm, String)>,
}

impl Run {
    fn id(&self) -> &str {
        let (Run::Inline(id) | Run::Blob(id)) = self;
        id
    }

    /// The content id, where it lies inline.
    pub(crate) fn inline(&self) -> Option<&str> {
        match self {
            Run::Inline(id) => Some(id),
            Run::Blob(_) => None,
        }
    }

    pub(crate) fn blob(&self) -> Option<BlobId> {
        match self {
            Run::Inline(_) => None,
            Run::Blob(id) => Some(BlobId(id.clone())),
        }
    }
}

impl Piece {
    /// The one piece of an object that was written at once.
    pub(crate) fn whole(run: &Run, size: u64) -> Self {
        Self { number: 1, size, run: run.clone(), checksum: None }
    }
}

impl Content {
    /// What readers and removers of this content agree on.
    pub(crate) fn id(&self) -> &str {
        match self {
            Content::Run(run) => run.id(),
            Content::Parts { id, .. } => id,
        }
    }
}

/// What is to be removed along with a content's last owner.
#[derive(Default)]
pub(crate) struct Remains {
    /// Contents inline, gone with the commit.
    pub inline: Vec<String>,
    /// Layouts, gone with the commit.
    pub layouts: Vec<String>,
    /// Blobs, each under the content id that its readers hold.
    pub blobs: Vec<(String, Vec<BlobId>)>,
}

impl Remains {
    /// Adds a multipart object's content, which has this layout.
    pub(crate) fn add_parts(&mut self, id: &str, layout: Vec<Piece>) {
        let runs: Vec<_> = layout.into_iter().map(|piece| piece.run).collect();
        self.add_runs(id, &runs);
        self.layouts.push(id.to_owned());
    }

    /// Adds a run that is read by itself, if at all.
    pub(crate) fn add_run(&mut self, run: &Run) {
        self.add_runs(run.id(), std::slice::from_ref(run));
    }

    /// Adds runs that are read under `id`.
    fn add_runs(&mut self, id: &str, runs: &[Run]) {
        for run in runs {
            if let Run::Inline(id) = run {
                self.inline.push(id.clone());
            }
        }
        let blobs: Vec<_> = runs.iter().filter_map(Run::blob).collect();
        if !blobs.is_empty() {
            self.blobs.push((id.to_owned(), blobs));
        }
    }

    /// The batch that leaves it behind: what vanishes with the commit, and the entries of the blobs
    /// in the ledger.
    pub(crate) fn leave(&self, ledger: &Ledger, mut batch: Batch) -> Result<Batch> {
        for id in &self.inline {
            batch = batch.delete(INLINE, id.as_bytes());
        }
        for id in &self.layouts {
            batch = batch.delete(LAYOUTS.table, id.as_bytes());
        }
        for (id, blobs) in &self.blobs {
            batch = ledger.enter(batch, id, blobs)?;
        }
        Ok(batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_keeps_its_layout() {
        let json = br#"[{"number":1,"size":5242880,"run":{"blob":"aa"},"checksum":["CRC32","AAAAAA=="]},{"number":7,"size":3,"run":{"inline":"bb"}}]"#;
        let layout = LAYOUTS.decode(b"k", json).unwrap();
        assert_eq!(layout[1].run, Run::Inline("bb".into()));
        assert_eq!(LAYOUTS.encode(&layout).unwrap(), &json[..]);
    }
}
