//! `DeleteTable`.

use crate::change::Changing;
use crate::describe::{self, Beside};
use crate::errors::{in_use, invalid, no_table};
use crate::records::table::{IndexState, Passing, TableRecord, Transient};
use crate::{Dynamodb, removal, states};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteTableInput, DeleteTableOutput};

impl Handler<ops::DeleteTable> for Dynamodb {
    async fn handle(&self, cx: &Context, input: DeleteTableInput) -> Result<DeleteTableOutput> {
        let before = self.table_itself(cx, &input.table_name).await?;
        let counts = self.counts(&before).await?;
        let now = cx.now();
        let delete = |table: &mut TableRecord, changing: &mut Changing| {
            states::demand_settled(table, now.millis())?;
            if table.id != before.id {
                return Err(no_table(&table.name));
            }
            if table.is_protected {
                return Err(invalid(
                    "Resource cannot be deleted as it is currently protected against deletion. Disable \
                     deletion protection first.",
                ));
            }
            if table.indexes.iter().any(|index| index.state != IndexState::Active) {
                return Err(in_use(
                    "Cannot delete table while indexes are being created, updated, or deleted.",
                ));
            }
            if let Some(sse) = &table.sse {
                sse.check_settled(now.millis())?;
            }
            if let Some(stream) = &mut table.stream {
                stream.is_enabled = false;
            }
            let until_ms = self.passing(Transient::Deleting).map_or(now.millis(), |it| it.until_ms);
            table.passing = Some(Passing { state: Transient::Deleting, until_ms });
            removal::begin(table, changing);
            Ok(())
        };
        let (table, ()) = self.change_table(cx, &input.table_name, delete).await?;
        let beside =
            Beside { counts: &counts, now_ms: now.millis(), begun: Some(Transient::Deleting) };
        let description = describe::table(&table, beside);
        // What is going has no keys and no indexes any more.
        let description = shapes::dynamodb::TableDescription {
            attribute_definitions: None,
            key_schema: None,
            creation_date_time: None,
            local_secondary_indexes: None,
            global_secondary_indexes: None,
            warm_throughput: None,
            ..description
        };
        Ok(DeleteTableOutput { table_description: Some(description) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::records::item::{INDEXED, ITEMS};
    use crate::records::table::TABLES;
    use crate::table_fixture::{setting, setting_with, table};
    use platform::testing::until;
    use shapes::dynamodb::UpdateTableInput;
    use shapes::dynamodb::ops::{DeleteTable, ListTables, UpdateTable};
    use std::time::Duration;
    use store::{Batch, Scan};

    #[tokio::test]
    async fn rows_go_behind_the_callers_backs_and_the_name_is_free_at_once() {
        let at = setting();
        at.create(table("ttt", false)).await.unwrap();
        let old = at.service.table(&at.cx, "ttt").await.unwrap();
        let row = |id: u64| [&id.to_be_bytes()[..], b"x"].concat();
        let item = || crate::value::codec::encode_item(&Default::default());
        let batch = Batch::new().put(ITEMS, row(old.id), item());
        let batch = batch.put(INDEXED, row(old.id), item());
        at.cx.tables().commit(batch).await.unwrap();
        let input = || DeleteTableInput { table_name: "ttt".into() };
        let gone = at.cx.call::<DeleteTable>(input()).await.unwrap().table_description.unwrap();
        assert_eq!(gone.table_status.as_deref(), Some("DELETING"));
        let error = at.cx.call::<DeleteTable>(input()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Requested resource not found: Table: ttt not found"
        );
        assert!(at.service.table(&at.cx, "ttt").await.is_err());
        at.create(table("ttt", false)).await.unwrap();
        let new = at.service.table(&at.cx, "ttt").await.unwrap();
        assert!(new.id > old.id && new.uuid != old.uuid);
        at.cx.tables().commit(Batch::new().put(ITEMS, row(new.id), item())).await.unwrap();
        let rows = async |of| at.cx.tables().scan(of, Scan::prefix(b"")).await.unwrap();
        until(async || rows(ITEMS).await.len() == 1 && rows(INDEXED).await.is_empty()).await;
        assert_eq!(rows(ITEMS).await[0].0, row(new.id));
        assert!(at.service.table(&at.cx, "ttt").await.is_ok());
        at.cx.call::<DeleteTable>(input()).await.unwrap();
        until(async || rows(TABLES.table).await.is_empty()).await;
    }

    #[tokio::test]
    async fn a_table_that_is_protected_stays() {
        let at = setting();
        let input = shapes::dynamodb::CreateTableInput {
            deletion_protection_enabled: Some(true),
            ..table("ttt", false)
        };
        at.create(input).await.unwrap();
        let delete = || DeleteTableInput { table_name: "ttt".into() };
        let error = at.cx.call::<DeleteTable>(delete()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ValidationException: Resource cannot be deleted as it is currently protected against \
             deletion. Disable deletion protection first."
        );
        let update = UpdateTableInput {
            table_name: "ttt".into(),
            deletion_protection_enabled: Some(false),
            ..Default::default()
        };
        at.cx.call::<UpdateTable>(update).await.unwrap();
        at.cx.call::<DeleteTable>(delete()).await.unwrap();
    }

    #[tokio::test]
    async fn a_table_is_shown_being_deleted_for_as_long_as_that_is_to_take() {
        let at = setting_with(Config { transition: Duration::from_secs(2), ..Default::default() });
        at.create(table("ttt", false)).await.unwrap();
        at.clock.advance(Duration::from_secs(2));
        let delete = || DeleteTableInput { table_name: "ttt".into() };
        at.cx.call::<DeleteTable>(delete()).await.unwrap();
        assert_eq!(at.describe("ttt").await.unwrap().table_status.as_deref(), Some("DELETING"));
        let error = at.cx.call::<DeleteTable>(delete()).await.unwrap_err();
        assert_eq!(error.code(), "ResourceInUseException");
        let error = at.create(table("ttt", false)).await.unwrap_err();
        assert!(error.message.ends_with("Table is being deleted: ttt"), "{error}");
        let listed = at.cx.call::<ListTables>(Default::default()).await.unwrap();
        assert_eq!(listed.table_names.unwrap(), ["ttt"]);
        at.clock.advance(Duration::from_secs(2));
        assert!(at.describe("ttt").await.is_err());
        let listed = at.cx.call::<ListTables>(Default::default()).await.unwrap();
        assert!(listed.table_names.unwrap().is_empty());
    }
}
