//! Finding groups and streams.

use crate::records::group::{GROUPS, Group};
use crate::records::stream::{STREAMS, Stream};
use crate::records::{group, stream};
use crate::{Logs, encryption, errors};
use bytes::Bytes;
use platform::{Context, Result};
use store::{Batch, Scan};

impl Logs {
    pub(crate) fn tables(&self) -> &dyn store::Tables {
        &*self.platform.store.tables
    }

    /// The group of this name and the bytes that stand for it.
    pub(crate) async fn group(&self, cx: &Context, name: &str) -> Result<(Group, Bytes)> {
        let found = GROUPS.get_with_bytes(self.tables(), &group::key(cx, name)).await?;
        found.ok_or_else(errors::no_group)
    }

    /// Changes a group, durably. `change` is told its key, and adds to a batch what belongs to the
    /// change; it runs again when another change came between.
    pub(crate) async fn change_group(
        &self,
        cx: &Context,
        name: &str,
        change: impl Fn(&[u8], &mut Group, Batch) -> Result<Batch> + Send + Sync,
    ) -> Result<()> {
        let key = group::key(cx, name);
        loop {
            let (mut group, bytes) = self.group(cx, name).await?;
            let batch = Batch::new().equals(GROUPS.table, &key[..], bytes);
            let batch = change(&key, &mut group, batch)?;
            let batch = batch.put(GROUPS.table, &key[..], GROUPS.encode(&group)?);
            match self.platform.deadlines.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done?),
            }
        }
    }

    /// The group that a request names, in one of two ways.
    pub(crate) async fn named_group(
        &self,
        cx: &Context,
        name: Option<&str>,
        identifier: Option<&str>,
    ) -> Result<Group> {
        let name = match (name, identifier) {
            (Some(name), None) => name,
            (None, Some(identifier)) => name_of(cx, identifier)?,
            (Some(_), Some(_)) => {
                return Err(errors::invalid(
                    "LogGroup name and LogGroup identifier are mutually exclusive parameters.",
                ));
            }
            (None, None) => {
                let message = "Either logGroupName or logGroupIdentifier must be specified.";
                return Err(errors::invalid(message));
            }
        };
        Ok(self.group(cx, name).await?.0)
    }

    /// Has a group, which a request names in one of two ways, encrypted by another key, or by none.
    pub(crate) async fn set_key(
        &self,
        cx: &Context,
        (name, identifier): (Option<&str>, Option<&str>),
        key: Option<&str>,
    ) -> Result<()> {
        let name = match (name, identifier) {
            (Some(name), None) => name,
            (None, Some(identifier)) => resource(cx, identifier)?,
            (Some(_), Some(_)) => {
                let message =
                    "logGroupName and resourceIdentifier are mutually exclusive parameters.";
                return Err(errors::invalid(message));
            }
            (None, None) => {
                let message = "Either logGroupName or resourceIdentifier must be specified.";
                return Err(errors::invalid(message));
            }
        };
        let key = key.map(str::to_owned);
        let (group, _) = self.group(cx, name).await?;
        encryption::check_new(cx, &Group { key: key.clone(), ..group }).await?;
        let change = |_: &[u8], group: &mut Group, batch| {
            group.key.clone_from(&key);
            Ok(batch)
        };
        self.change_group(cx, name, change).await
    }

    /// The stream of this name and the bytes that stand for it.
    pub(crate) async fn stream(&self, group: &Group, name: &str) -> Result<(Stream, Bytes)> {
        let found = STREAMS.get_with_bytes(self.tables(), &stream::key(&group.id, name)).await?;
        found.ok_or_else(errors::no_stream)
    }

    /// The group's streams whose names begin with `prefix`, by name.
    pub(crate) async fn streams(&self, group: &Group, prefix: &str) -> Result<Vec<Stream>> {
        let scan = Scan::prefix(&stream::key(&group.id, prefix));
        let pairs = STREAMS.scan(self.tables(), scan).await?;
        Ok(pairs.into_iter().map(|(_, stream)| stream).collect())
    }
}

/// The group that a resource identifier names. Results of queries have none here: there are no queries.
fn resource<'a>(cx: &Context, identifier: &'a str) -> Result<&'a str> {
    let of_queries = cx.arn("logs", format_args!("query-result:"));
    if identifier.starts_with(&of_queries) {
        return Err(errors::unsupported("A resourceIdentifier of query results"));
    }
    if !identifier.starts_with("arn:") {
        return Err(errors::invalid("The specified resourceIdentifier is not a valid ARN."));
    }
    name_of(cx, identifier)
}

/// The name in an identifier: a name, or an ARN of this account and region.
pub fn name_of<'a>(cx: &Context, identifier: &'a str) -> Result<&'a str> {
    if !identifier.starts_with("arn:") {
        return Ok(identifier);
    }
    let ours = group::arn(cx, "");
    let name = identifier.strip_prefix(ours.as_str()).ok_or_else(errors::no_group)?;
    Ok(name.strip_suffix(":*").unwrap_or(name))
}
