//! Which layout of what is stored the nodes of a cluster go by.
//!
//! Table `cluster`: `layout` → JSON of [`Layout`].
//!
//! Nodes of one layout and of the next work side by side, so that a cluster is brought to a new version
//! node by node. What stands here is the newest that all nodes alive went by when somebody last
//! joined; it never goes back.

use platform::{Error, Records, commit_if};
use serde::{Deserialize, Serialize};
use store::{Batch, Table, Tables};

/// The layout that this version writes. It is raised by one when a version writes what the one before it
/// cannot read; the version before then has to pass over it, or not to meet it.
pub const LAYOUT: u32 = 1;

static LAYOUTS: Records<Layout> = Records::new(Table("cluster"));
const KEY: &[u8] = b"layout";

/// A row that a cluster has, for who asks only whether tables answer.
pub fn row() -> (Table, &'static [u8]) {
    (LAYOUTS.table, KEY)
}

/// The layout as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Layout {
    layout: u32,
}

/// Why a node may not join.
#[derive(Debug)]
pub enum Refusal {
    /// It is too far from the others.
    TooFar(String),
    /// The storage's own reason.
    Store(Error),
}

/// What stands after a node of this layout has joined, beside others whose lowest is `lowest`, if there are
/// any. The error is a sentence for the user.
fn joined(stored: Option<u32>, own: u32, lowest: Option<u32>) -> std::result::Result<u32, String> {
    let Some(stored) = stored else { return Ok(own) };
    if own.abs_diff(stored) > 1 {
        let other = if own > stored { "older" } else { "newer" };
        return Err(format!(
            "the cluster's data is of layout {stored}, and this version writes layout {own}: a version \
             between them has to run on all nodes first, or this node needs an {other} one",
        )
        .replace("an newer", "a newer"));
    }
    Ok(stored.max(lowest.map_or(own, |lowest| lowest.min(own))))
}

/// Takes note of a node of this layout that joins others, whose lowest layout is `lowest`.
///
/// # Errors
/// [`Refusal`].
pub async fn join(
    tables: &dyn Tables,
    own: u32,
    lowest: Option<u32>,
) -> std::result::Result<(), Refusal> {
    loop {
        let found = LAYOUTS.get_with_bytes(tables, KEY).await.map_err(Refusal::Store)?;
        let stored = found.as_ref().map(|(it, _)| it.layout);
        let layout = joined(stored, own, lowest).map_err(Refusal::TooFar)?;
        if stored == Some(layout) {
            return Ok(());
        }
        let batch = match found {
            Some((_, bytes)) => Batch::new().equals(LAYOUTS.table, KEY, bytes),
            None => Batch::new().absent(LAYOUTS.table, KEY),
        };
        let bytes = LAYOUTS.encode(&Layout { layout }).map_err(Refusal::Store)?;
        let batch = batch.put(LAYOUTS.table, KEY, bytes);
        // Else another joins at the same time: look again.
        if commit_if(tables, batch).await.map_err(Refusal::Store)? {
            return Ok(());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use store::memory::MemoryTables;

    #[test]
    fn version_1_is_read() {
        let layout = LAYOUTS.decode(KEY, br#"{"layout":1}"#).unwrap();
        assert_eq!(layout, Layout { layout: 1 });
        assert_eq!(LAYOUTS.encode(&layout).unwrap(), r#"{"layout":1}"#);
    }

    #[test]
    fn neighbours_work_together_and_others_are_refused() {
        assert_eq!(joined(None, 3, None), Ok(3));
        assert_eq!(joined(Some(3), 3, Some(3)), Ok(3));
        assert_eq!(joined(Some(3), 4, Some(3)), Ok(3), "older nodes are still there");
        assert_eq!(joined(Some(3), 4, Some(4)), Ok(4));
        assert_eq!(joined(Some(3), 4, None), Ok(4));
        assert_eq!(joined(Some(4), 3, Some(4)), Ok(4), "it never goes back");
        assert!(joined(Some(3), 5, None).unwrap_err().contains("an older"));
        assert!(joined(Some(5), 3, Some(5)).unwrap_err().contains("a newer"));
    }

    #[tokio::test]
    async fn the_layout_is_kept_and_holds_for_who_comes_later() {
        let tables = MemoryTables::default();
        join(&tables, 2, None).await.unwrap();
        join(&tables, 3, Some(2)).await.unwrap();
        assert!(matches!(join(&tables, 4, Some(3)).await, Err(Refusal::TooFar(_))));
        join(&tables, 3, Some(3)).await.unwrap();
        join(&tables, 4, Some(3)).await.unwrap();
    }
}
