//! `CreateTable`.

use crate::change::Changing;
use crate::counts::Counts;
use crate::describe::{self, Beside};
use crate::encryption::Wanted;
use crate::errors::{bad_parameter, unsupported};
use crate::records::table::{
    Billing, Class, Index, KeySchema, Maxima, Policy, Scope, TableRecord, Throughput, Transient,
    Units,
};
use crate::throughput::{self, Whose};
use crate::{Dynamodb, names, policies, schema, tables, tags};
use platform::{Context, Handler, Result, lists_any, refuse};
use shapes::dynamodb::ops;
use shapes::dynamodb::{CreateTableInput, CreateTableOutput};
use std::collections::BTreeMap;

impl Handler<ops::CreateTable> for Dynamodb {
    async fn handle(&self, cx: &Context, input: CreateTableInput) -> Result<CreateTableOutput> {
        let name = tables::name_of(cx, &input.table_name)?.to_owned();
        let asked = Asked::read(&name, &input)?;
        let encryption =
            self.wanted_encryption(cx, &name, input.sse_specification.as_ref()).await?;
        let make = |changing: &mut Changing| {
            let mut record = asked.record(cx, &name, changing.number());
            record.uuid = self.platform.ids.uuid();
            record.passing = self.passing(Transient::Creating);
            record.sse = encryption.as_ref().and_then(Wanted::of_new_table);
            if let Some(text) = &input.resource_policy {
                let policy = Policy { text: text.clone(), revision: self.revision() };
                record.policies.insert(String::new(), policy);
            }
            if let Some(view) = &asked.stream {
                self.start_stream(cx, &mut record, view, changing)?;
            }
            Ok(record)
        };
        let table = self.make_table(cx, &name, make).await?;
        let beside = Beside {
            counts: &Counts::default(),
            now_ms: cx.now().millis(),
            begun: Some(Transient::Creating),
        };
        Ok(CreateTableOutput { table_description: Some(describe::table(&table, beside)) })
    }
}

/// What is asked for, held against all rules that need no table.
struct Asked {
    schema: KeySchema,
    indexes: Vec<Index>,
    billing: Billing,
    throughput: Throughput,
    maxima: Maxima,
    warm: Option<Units>,
    stream: Option<String>,
    class: Option<Class>,
    is_protected: bool,
    tags: BTreeMap<String, String>,
}

impl Asked {
    fn read(name: &str, input: &CreateTableInput) -> Result<Self> {
        names::check_table(name)?;
        check_supported(input)?;
        let definitions = input.attribute_definitions.as_deref();
        let given = schema::Given {
            definitions: definitions.ok_or_else(|| names::missing("attributeDefinitions"))?,
            keys: input.key_schema.as_deref().ok_or_else(|| names::missing("keySchema"))?,
            local: input.local_secondary_indexes.as_ref(),
            global: input.global_secondary_indexes.as_ref(),
        };
        let billing = throughput::billing(input.billing_mode.as_deref());
        let of_table = input.provisioned_throughput.as_ref();
        let throughput = throughput::of_new_table(billing, of_table)?;
        let (schema, mut indexes) = schema::read(&given)?;
        read_throughputs(input, billing, &mut indexes)?;
        let maxima = input.on_demand_throughput.as_ref();
        let maxima = maxima.map(|it| throughput::maxima(billing, Whose::Table, None, it));
        let least = throughput::warm_of(billing, throughput.units, None);
        let warm = input.warm_throughput.as_ref();
        let warm = warm.map(|it| throughput::warm(billing, Whose::Table, least, true, it));
        let mut tags = BTreeMap::new();
        tags::add(&mut tags, input.tags.as_deref().unwrap_or_default())?;
        if let Some(policy) = &input.resource_policy {
            policies::check(policy)?;
        }
        let class = input.table_class.clone();
        Ok(Self {
            schema,
            indexes,
            billing,
            throughput,
            maxima: maxima.transpose()?.unwrap_or_default(),
            warm: warm.transpose()?,
            stream: stream_of(input)?,
            class: class.map(|name| Class { name, changed_ms: None }),
            is_protected: input.deletion_protection_enabled == Some(true),
            tags,
        })
    }

    fn record(&self, cx: &Context, name: &str, id: u64) -> TableRecord {
        let now_ms = cx.now().millis();
        TableRecord {
            name: name.to_owned(),
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            id,
            created_ms: now_ms,
            schema: self.schema.clone(),
            next_index: self.indexes.iter().map(|index| index.id).max().unwrap_or(0) + 1,
            indexes: self.indexes.clone(),
            billing: self.billing,
            on_demand_since_ms: (self.billing == Billing::OnDemand).then_some(now_ms),
            throughput: self.throughput,
            maxima: self.maxima,
            warm: self.warm,
            class: self.class.clone(),
            is_protected: self.is_protected,
            tags: self.tags.clone(),
            ..TableRecord::default()
        }
    }
}

/// Refuses what is not acted on.
fn check_supported(input: &CreateTableInput) -> Result<()> {
    refuse(
        unsupported,
        [
            ("GlobalTableSourceArn", input.global_table_source_arn.is_some()),
            (
                "GlobalTableSettingsReplicationMode",
                input.global_table_settings_replication_mode.is_some(),
            ),
            ("VectorIndexes", lists_any(&input.vector_indexes)),
        ],
    )
}

/// What each global index may take.
fn read_throughputs(
    input: &CreateTableInput,
    billing: Billing,
    indexes: &mut [Index],
) -> Result<()> {
    let global = input.global_secondary_indexes.iter().flatten();
    let kept = indexes.iter_mut().filter(|index| index.scope == Scope::Global);
    for (given, index) in global.zip(kept) {
        let name = &given.index_name;
        let provisioned = given.provisioned_throughput.as_ref();
        index.throughput = throughput::of_new_index(billing, name, provisioned)?;
        if let Some(maxima) = &given.on_demand_throughput {
            index.maxima = throughput::maxima(billing, Whose::Index(name), None, maxima)?;
        }
        if let Some(warm) = &given.warm_throughput {
            let least = throughput::warm_of(billing, index.throughput.units, None);
            index.warm = Some(throughput::warm(billing, Whose::Index(name), least, true, warm)?);
        }
    }
    Ok(())
}

/// What the records of its stream tell, if it is to have one.
fn stream_of(input: &CreateTableInput) -> Result<Option<String>> {
    let Some(given) = &input.stream_specification else { return Ok(None) };
    match (given.stream_enabled, &given.stream_view_type) {
        (true, Some(view)) => Ok(Some(view.clone())),
        (false, None) => Ok(None),
        (true, None) => Err(bad_parameter(
            "Table is being created with a stream enabled, UpdateViewType is required",
        )),
        (false, Some(_)) => Err(bad_parameter(
            "Table is being created with a stream disabled, UpdateViewType should not be specified",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::table_fixture::{defined, global, key, setting, setting_with, table};
    use shapes::dynamodb::{
        LocalSecondaryIndex, OnDemandThroughput, Projection, ProvisionedThroughput,
        StreamSpecification, Tag,
    };
    use std::time::Duration;

    fn units(read: i64, write: i64) -> Option<ProvisionedThroughput> {
        Some(ProvisionedThroughput { read_capacity_units: read, write_capacity_units: write })
    }

    fn local(name: &str, hash: &str, range: Option<&str>) -> LocalSecondaryIndex {
        let range = range.map(|range| key(range, "RANGE"));
        LocalSecondaryIndex {
            index_name: name.to_owned(),
            key_schema: [key(hash, "HASH")].into_iter().chain(range).collect(),
            projection: Projection {
                projection_type: Some("KEYS_ONLY".into()),
                ..Default::default()
            },
        }
    }

    #[tokio::test]
    async fn a_table_is_made_and_told_as_aws_tells_it() {
        let at = setting();
        let mut input = table("ttt", true);
        input.attribute_definitions.as_mut().unwrap().push(defined("c", "N"));
        input.global_secondary_indexes = Some(vec![global("ggg", "c")]);
        input.local_secondary_indexes = Some(vec![local("lll", "a", Some("c"))]);
        input.stream_specification = Some(StreamSpecification {
            stream_enabled: true,
            stream_view_type: Some("NEW_IMAGE".into()),
        });
        let made = at.create(input.clone()).await.unwrap();
        let index = &made.global_secondary_indexes.as_ref().unwrap()[0];
        assert_eq!(made.table_status.as_deref(), Some("CREATING"));
        assert_eq!(index.index_status.as_deref(), Some("CREATING"));
        assert_eq!(
            (&index.warm_throughput, &made.warm_throughput, index.backfilling),
            (&None, &None, None)
        );
        let told = at.describe("ttt").await.unwrap();
        assert_eq!(told.table_status.as_deref(), Some("ACTIVE"));
        assert_eq!(
            told.table_arn.as_deref(),
            Some("arn:aws:dynamodb:us-east-1:000000000000:table/ttt")
        );
        let names: Vec<_> =
            told.attribute_definitions.iter().flatten().map(|it| &*it.attribute_name).collect();
        assert_eq!(names, ["a", "b", "c"]);
        let index = &told.global_secondary_indexes.as_ref().unwrap()[0];
        assert_eq!(index.index_status.as_deref(), Some("ACTIVE"));
        assert_eq!(
            index.index_arn.as_deref(),
            Some("arn:aws:dynamodb:us-east-1:000000000000:table/ttt/index/ggg")
        );
        let warm = index.warm_throughput.as_ref().unwrap();
        assert_eq!(
            (warm.read_units_per_second, warm.write_units_per_second),
            (Some(12_000), Some(4_000))
        );
        let provisioned = told.provisioned_throughput.unwrap();
        assert_eq!(
            (provisioned.read_capacity_units, provisioned.number_of_decreases_today),
            (Some(0), Some(0))
        );
        assert_eq!(
            told.billing_mode_summary.unwrap().billing_mode.as_deref(),
            Some("PAY_PER_REQUEST")
        );
        assert_eq!((told.item_count, told.table_size_bytes), (Some(0), Some(0)));
        assert_eq!(told.deletion_protection_enabled, Some(false));
        let label = told.latest_stream_label.unwrap();
        assert_eq!(label, "2026-01-02T03:04:05.678");
        assert!(told.latest_stream_arn.unwrap().ends_with(&format!("table/ttt/stream/{label}")));
        let again = at.create(input).await.unwrap_err();
        assert_eq!(again.to_string(), "ResourceInUseException: Table already exists: ttt");
    }

    #[tokio::test]
    async fn a_table_is_shown_being_made_for_as_long_as_that_is_to_take() {
        let at = setting_with(Config { transition: Duration::from_secs(2), ..Default::default() });
        at.create(table("ttt", false)).await.unwrap();
        assert_eq!(at.describe("ttt").await.unwrap().table_status.as_deref(), Some("CREATING"));
        assert!(at.service.table(&at.cx, "ttt").await.is_err());
        let again = at.create(table("ttt", false)).await.unwrap_err();
        assert!(again.message.ends_with("Table is being created: ttt"), "{again}");
        at.clock.advance(Duration::from_secs(2));
        assert_eq!(at.describe("ttt").await.unwrap().table_status.as_deref(), Some("ACTIVE"));
        assert!(at.service.table(&at.cx, "ttt").await.is_ok());
    }

    type Change = fn(&mut CreateTableInput);

    /// What each of these makes of a good request is refused so.
    const REFUSALS: &[(Change, &str)] = &[
        (
            |it| it.table_name = "ttt!".into(),
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
        ),
        (
            |it| it.table_name = "tt".into(),
            "TableName must be at least 3 characters long and at most 255 characters long",
        ),
        (
            |it| it.key_schema = None,
            "Value null at 'keySchema' failed to satisfy constraint: Member must not be null",
        ),
        (
            |it| it.attribute_definitions = Some(vec![defined("a", "S")]),
            "Invalid KeySchema: Some index key attribute have no definition",
        ),
        (
            |it| {
                it.key_schema = Some(vec![key("c", "HASH")]);
            },
            "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [c], AttributeDefinitions: [a, b]",
        ),
        (
            |it| it.attribute_definitions.as_mut().unwrap().push(defined("c", "S")),
            "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
        ),
        (
            |it| it.attribute_definitions.as_mut().unwrap().push(defined("a", "N")),
            "Attribute Name is duplicated: a",
        ),
        (
            |it| it.key_schema = Some(vec![key("a", "HASH"), key("a", "RANGE")]),
            "Both the Hash Key and the Range Key element in the KeySchema have the same name",
        ),
        (
            |it| it.key_schema = Some(vec![key("a", "RANGE"), key("b", "HASH")]),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        ),
        (
            |it| it.key_schema = Some(vec![key("a", "HASH"), key("b", "HASH")]),
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type",
        ),
        (
            |it| {
                it.attribute_definitions.as_mut().unwrap().push(defined("c", "S"));
                it.global_secondary_indexes = Some(vec![global("ggg", "b")]);
            },
            "One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: [a, b, c], keys used: [a, b]",
        ),
        (
            |it| it.global_secondary_indexes = Some(vec![]),
            "One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty",
        ),
        (
            |it| it.global_secondary_indexes = Some(vec![global("ggg", "a"), global("ggg", "b")]),
            "One or more parameter values were invalid: Duplicate index name: ggg",
        ),
        (
            |it| {
                it.global_secondary_indexes =
                    Some((0..21).map(|n| global(&format!("gg{n}"), "a")).collect());
            },
            "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20",
        ),
        (
            |it| {
                let mut index = global("ggg", "a");
                index.projection.projection_type = Some("INCLUDE".into());
                it.global_secondary_indexes = Some(vec![index]);
            },
            "One or more parameter values were invalid: ProjectionType is INCLUDE, but NonKeyAttributes is not specified",
        ),
        (
            |it| {
                let mut index = global("ggg", "a");
                index.projection.non_key_attributes = Some(vec!["x".into()]);
                it.global_secondary_indexes = Some(vec![index]);
            },
            "One or more parameter values were invalid: ProjectionType is ALL, but NonKeyAttributes is specified",
        ),
        (
            |it| {
                let mut index = global("ggg", "a");
                index.projection.projection_type = None;
                it.global_secondary_indexes = Some(vec![index]);
            },
            "One or more parameter values were invalid: Unknown ProjectionType: null",
        ),
        (
            |it| it.local_secondary_indexes = Some(vec![local("lll", "b", Some("a"))]),
            "One or more parameter values were invalid: Index KeySchema does not have the same leading hash key as table KeySchema for index: lll. index hash key: b, table hash key: a",
        ),
        (
            |it| it.local_secondary_indexes = Some(vec![local("lll", "a", None)]),
            "One or more parameter values were invalid: Index KeySchema does not have a range key for index: lll",
        ),
        (
            |it| {
                let names = (0..6).map(|n| local(&format!("ll{n}"), "a", Some("b")));
                it.local_secondary_indexes = Some(names.collect());
            },
            "One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5",
        ),
        (
            |it| it.provisioned_throughput = units(1, 1),
            "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
        ),
        (
            |it| it.billing_mode = None,
            "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
        ),
        (
            |it| {
                (it.billing_mode, it.provisioned_throughput) = (None, units(1, 1));
                it.global_secondary_indexes = Some(vec![global("ggg", "a")]);
            },
            "One or more parameter values were invalid: ProvisionedThroughput is not specified for index: ggg",
        ),
        (
            |it| {
                (it.billing_mode, it.provisioned_throughput) = (None, units(1, 1_000_000_000_001));
            },
            "Given value 1000000000001 for WriteCapacityUnits is out of bounds",
        ),
        (
            |it| {
                it.on_demand_throughput = Some(OnDemandThroughput {
                    max_read_request_units: Some(0),
                    ..Default::default()
                });
            },
            "One or more parameter values were invalid: Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range",
        ),
        (
            |it| {
                it.stream_specification =
                    Some(StreamSpecification { stream_enabled: true, stream_view_type: None });
            },
            "One or more parameter values were invalid: Table is being created with a stream enabled, UpdateViewType is required",
        ),
        (
            |it| it.tags = Some(vec![Tag { key: "aws:x".into(), value: String::new() }]),
            "Tag Key cannot be prefixed with aws:, Key: aws:x",
        ),
        (
            |it| it.resource_policy = Some("{".into()),
            "One or more parameter values were invalid: Invalid policy document:",
        ),
        (
            |it| it.global_table_source_arn = Some("arn".into()),
            "GlobalTableSourceArn is not supported by Waterwheel yet.",
        ),
    ];

    #[tokio::test]
    async fn what_is_no_table_is_refused_in_the_words_of_aws() {
        let at = setting();
        for (change, words) in REFUSALS {
            let mut input = table("ttt", true);
            change(&mut input);
            let error = at.create(input).await.unwrap_err();
            assert_eq!(error.code(), "ValidationException", "{words}");
            assert!(error.message.contains(words), "{words}\n{error}");
        }
        let mut input = table("ttt", false);
        input.local_secondary_indexes = Some(vec![local("lll", "a", Some("a"))]);
        let error = at.create(input).await.unwrap_err();
        assert!(error.message.contains("Table KeySchema does not have a range key"), "{error}");
    }
}
