//! `UpdateTable`.

use crate::change::Changing;
use crate::describe::{self, Beside};
use crate::encryption::{self, Wanted};
use crate::errors::{bad_parameter, in_use, invalid, unsupported};
use crate::index_changes::{self, IndexChange};
use crate::records::table::{
    Billing, Class, IndexState, Maxima, TableRecord, Throughput, Transient,
};
use crate::throughput::{self, Whose};
use crate::{Dynamodb, backfill, states, tables};
use platform::{Context, Handler, Limits, Result, lists_any, refuse};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateTableInput, UpdateTableOutput};

impl Handler<ops::UpdateTable> for Dynamodb {
    async fn handle(&self, cx: &Context, input: UpdateTableInput) -> Result<UpdateTableOutput> {
        tables::name_of(cx, &input.table_name)?;
        check(&input)?;
        let changes = index_changes::read(input.global_secondary_index_updates.as_deref())?;
        let before = self.table_itself(cx, &input.table_name).await?;
        let counts = self.counts(&before).await?;
        let encryption = self.wanted_of(cx, &before, &input).await?;
        let change = |table: &mut TableRecord, changing: &mut Changing| match &encryption {
            Some(wanted) => {
                let now_ms = cx.now().millis();
                states::demand_lasting(table, now_ms)?;
                self.change_encryption(table, wanted, now_ms).map(|()| None)
            }
            None => self.update(cx, table, changing, &input, &changes),
        };
        let (table, begun) = self.change_table(cx, &input.table_name, change).await?;
        let beside = Beside { counts: &counts, now_ms: cx.now().millis(), begun };
        let mut description = describe::table(&table, beside);
        if encryption.is_some() {
            description.sse_description = Some(encryption::changing(&before));
        }
        Ok(UpdateTableOutput { table_description: Some(description) })
    }
}

impl Dynamodb {
    /// What a table is to be encrypted by, if that is to change, which needs the key that it has.
    async fn wanted_of(
        &self,
        cx: &Context,
        table: &TableRecord,
        input: &UpdateTableInput,
    ) -> Result<Option<Wanted>> {
        let specified = input.sse_specification.as_ref();
        let wanted = self.wanted_encryption(cx, &table.name, specified).await?;
        if wanted.is_some() {
            self.check_encryption(cx, table).await?;
        }
        Ok(wanted)
    }

    /// Changes what a table's record says; gives what the table passes through.
    fn update(
        &self,
        cx: &Context,
        table: &mut TableRecord,
        changing: &mut Changing,
        input: &UpdateTableInput,
        changes: &[IndexChange],
    ) -> Result<Option<Transient>> {
        let now_ms = cx.now().millis();
        states::demand_settled(table, now_ms)?;
        check_free(table, input, changes)?;
        let mut shows = false;
        shows |= self.change_billing(table, input, changes, now_ms)?;
        if let Some(given) = &input.on_demand_throughput {
            let old = Some(table.maxima);
            table.maxima = throughput::maxima(table.billing, Whose::Table, old, given)?;
        }
        if let Some(given) = &input.warm_throughput {
            let now = throughput::warm_of(table.billing, table.throughput.units, table.warm);
            table.warm = Some(throughput::warm(table.billing, Whose::Table, now, false, given)?);
        }
        shows |= self.change_stream(cx, table, changing, input)?;
        if let Some(name) = &input.table_class {
            let is_other = table.class.as_ref().map_or("STANDARD", |class| &class.name) != name;
            if is_other {
                table.class = Some(Class { name: name.clone(), changed_ms: Some(now_ms) });
            }
            shows |= is_other;
        }
        if let Some(is_protected) = input.deletion_protection_enabled {
            shows |= table.is_protected != is_protected;
            table.is_protected = is_protected;
        }
        let is_limited = self.config.limits == Limits::Aws;
        let of = index_changes::Of { input, now_ms, is_limited };
        if index_changes::apply(table, changes, &of)? {
            shows = true;
            backfill::begin(table, changing, cx.now());
        }
        if !shows {
            return Ok(None);
        }
        table.passing = self.passing(Transient::Updating);
        Ok(Some(Transient::Updating))
    }

    /// Changes how a table is paid for, and what it may take; says whether that is another.
    fn change_billing(
        &self,
        table: &mut TableRecord,
        input: &UpdateTableInput,
        changes: &[IndexChange],
        now_ms: i64,
    ) -> Result<bool> {
        let given = input.provisioned_throughput.as_ref();
        let wanted = input.billing_mode.as_deref();
        let to = wanted.map_or(table.billing, |mode| throughput::billing(Some(mode)));
        match (to, given) {
            (Billing::OnDemand, Some(_)) => return Err(throughput::neither()),
            (Billing::Provisioned, None) if wanted.is_some() => {
                return Err(bad_parameter(
                    "ProvisionedThroughput must be specified when BillingMode is PROVISIONED",
                ));
            }
            _ => {}
        }
        if to != table.billing {
            switch(table, to, changes, now_ms)?;
            if let Some(given) = given {
                let units = throughput::units(given)?;
                table.throughput = Throughput { units, ..table.throughput };
            }
            return Ok(true);
        }
        let Some(given) = given else { return Ok(wanted.is_some()) };
        let units = throughput::units(given)?;
        throughput::check_changes(Whose::Table, table.throughput.units, units)?;
        table.warm = Some(throughput::warm_of(to, table.throughput.units, table.warm));
        table.throughput.change(units, now_ms, self.config.limits == Limits::Aws)?;
        Ok(true)
    }

    /// Has a stream begin, or end; says whether one does.
    fn change_stream(
        &self,
        cx: &Context,
        table: &mut TableRecord,
        changing: &mut Changing,
        input: &UpdateTableInput,
    ) -> Result<bool> {
        let Some(given) = &input.stream_specification else { return Ok(false) };
        let name = &table.name;
        match (given.stream_enabled, &given.stream_view_type) {
            (true, None) => {
                Err(bad_parameter("If stream is being enabled then UpdateViewType is required"))
            }
            (false, Some(_)) => Err(bad_parameter(
                "If stream is being disabled, then UpdateViewType must not be specified",
            )),
            (true, Some(_)) if table.live_stream().is_some() => {
                Err(invalid(format!("Table already has an enabled stream: TableName: {name}")))
            }
            (false, None) if table.live_stream().is_none() => {
                Err(invalid(format!("Table has no stream to disable: TableName: {name}")))
            }
            (true, Some(view)) => {
                self.start_stream(cx, table, view, changing)?;
                Ok(true)
            }
            (false, None) => {
                if let Some(stream) = &mut table.stream {
                    stream.is_enabled = false;
                }
                Ok(true)
            }
        }
    }
}

/// Changes how a table is paid for.
fn switch(
    table: &mut TableRecord,
    to: Billing,
    changes: &[IndexChange],
    now_ms: i64,
) -> Result<()> {
    let from = table.billing;
    table.warm = Some(throughput::warm_of(from, table.throughput.units, table.warm));
    table.maxima = Maxima::default();
    for index in &mut table.indexes {
        index.warm = Some(throughput::warm_of(from, index.throughput.units, index.warm));
        index.maxima = Maxima::default();
        if to == Billing::OnDemand {
            index.throughput = Throughput::default();
        } else if !changes.iter().any(|change| change.provisions(&index.name)) {
            let name = &index.name;
            if index.scope == crate::records::table::Scope::Global {
                return Err(bad_parameter(format_args!(
                    "ProvisionedThroughput must be specified for index: {name}"
                )));
            }
        }
    }
    if to == Billing::OnDemand {
        table.throughput = Throughput::default();
        table.on_demand_since_ms = Some(now_ms);
    }
    table.billing = to;
    Ok(())
}

/// What is said where nothing is to change. It names members that only AWS itself has, too.
const NOTHING: &str = "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, \
                       GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, \
                       MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, \
                       DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is \
                       required";

/// Refuses what needs no table to be refused.
fn check(input: &UpdateTableInput) -> Result<()> {
    refuse(
        unsupported,
        [
            ("ReplicaUpdates", lists_any(&input.replica_updates)),
            ("MultiRegionConsistency", input.multi_region_consistency.is_some()),
            ("GlobalTableWitnessUpdates", lists_any(&input.global_table_witness_updates)),
            (
                "GlobalTableSettingsReplicationMode",
                input.global_table_settings_replication_mode.is_some(),
            ),
            (
                "DisassociationProtectionEnabled",
                input.disassociation_protection_enabled == Some(true),
            ),
            ("VectorIndexUpdates", lists_any(&input.vector_index_updates)),
        ],
    )?;
    let indexes = input.global_secondary_index_updates.as_ref();
    let has_indexes = indexes.is_some_and(|changes| !changes.is_empty());
    let others = [
        input.sse_specification.is_some(),
        input.table_class.is_some(),
        input.deletion_protection_enabled.is_some(),
        input.warm_throughput.is_some(),
        input.on_demand_throughput.is_some(),
        input.stream_specification.is_some(),
        input.provisioned_throughput.is_some(),
        input.billing_mode.is_some(),
    ];
    let given = others.iter().filter(|given| **given).count() + usize::from(has_indexes);
    if given == 0 {
        return Err(invalid(NOTHING));
    }
    if indexes.is_some() && !has_indexes {
        return Err(bad_parameter("List of GlobalSecondaryIndexUpdates is empty"));
    }
    check_alone(input, given, has_indexes)
}

/// Refuses what cannot be changed together.
fn check_alone(input: &UpdateTableInput, given: usize, has_indexes: bool) -> Result<()> {
    let changes = input.global_secondary_index_updates.iter().flatten();
    let structural =
        changes.clone().filter(|it| it.create.is_some() || it.delete.is_some()).count();
    let is_created = changes.clone().any(|it| it.create.is_some());
    let alone = [
        (input.sse_specification.is_some(), "Server-Side Encryption modification"),
        (input.table_class.is_some(), "TableClass modification"),
        (input.deletion_protection_enabled.is_some(), "DeletionProtection modification"),
    ];
    for (is_given, what) in alone {
        if is_given && given > 1 {
            return Err(bad_parameter(format_args!(
                "{what} must be the only operation in the request"
            )));
        }
    }
    if input.warm_throughput.is_some() && is_created {
        return Err(bad_parameter(
            "Create global secondary index cannot be specified when updating WarmThroughput",
        ));
    }
    if input.warm_throughput.is_some() && given > 1 + usize::from(has_indexes) {
        return Err(bad_parameter("WarmThroughput must be the only operation in the request"));
    }
    let with_billing = usize::from(input.billing_mode.is_some());
    if input.on_demand_throughput.is_some() && given > 1 + with_billing + usize::from(has_indexes) {
        return Err(bad_parameter(
            "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request",
        ));
    }
    let is_resized = input.provisioned_throughput.is_some();
    if is_resized && input.stream_specification.is_some() {
        return Err(bad_parameter("You cannot modify stream status while updating table IOPS"));
    }
    if structural > 0 && is_resized && input.billing_mode.is_none() {
        return Err(bad_parameter("You cannot create or delete index while updating table IOPS"));
    }
    if structural > 0 && input.stream_specification.is_some() {
        return Err(bad_parameter(
            "You cannot create or delete index while changing stream status",
        ));
    }
    Ok(())
}

/// Refuses what cannot be changed while an index is being made or deleted.
fn check_free(
    table: &TableRecord,
    input: &UpdateTableInput,
    changes: &[IndexChange],
) -> Result<()> {
    let busy = table.indexes.iter().find(|index| index.state != IndexState::Active);
    let Some(busy) = busy else { return Ok(()) };
    if changes.iter().any(IndexChange::is_structural) {
        let is_own = changes.iter().any(|change| change.deletes(&busy.name));
        // One that is being filled can be deleted, as on AWS from then on.
        if !is_own || busy.state == IndexState::Deleting {
            return Err(crate::errors::one_index_at_a_time());
        }
    }
    if busy.state == IndexState::Deleting
        && (input.billing_mode.is_some() || input.provisioned_throughput.is_some())
    {
        let (table, index) = (&table.name, &busy.name);
        return Err(in_use(format_args!(
            "Can't change table IOPS when an index is being deleted. Table: {table} Indexes: [{index}]"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
