//! AWS's own keys, such as `alias/aws/s3`, which every account has as soon as it asks for them ("AWS managed
//! keys").

use crate::keys::{ENCRYPTS, Found, SYMMETRIC};
use crate::names::AWS_ALIAS;
use crate::records::alias::{self, ALIASES, Alias};
use crate::records::key::{self, KEYS, Key, Rotation};
use crate::{Kms, later};
use platform::{Context, Result};
use store::Batch;

/// How often AWS rotates them.
pub const DAYS: i32 = 365;
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The services that have one, and what it protects.
const SERVICES: [(&str, &str); 20] = [
    ("acm", "ACM private keys"),
    ("backup", "my Backup data"),
    ("dynamodb", "my DynamoDB data"),
    ("ebs", "my EBS volumes"),
    ("elasticfilesystem", "my EFS filesystems"),
    ("es", "my Elasticsearch data"),
    ("events", "my EventBridge data"),
    ("glue", "my Glue data"),
    ("kinesis", "my Kinesis data"),
    ("kinesisvideo", "my Kinesis Video data"),
    ("lambda", "my Lambda functions"),
    ("logs", "my CloudWatch Logs data"),
    ("rds", "my RDS database volumes"),
    ("redshift", "my Redshift clusters"),
    ("s3", "my S3 objects"),
    ("secretsmanager", "my Secrets Manager data"),
    ("sns", "my SNS data"),
    ("sqs", "my SQS messages"),
    ("ssm", "my SSM parameters"),
    ("xray", "my X-Ray data"),
];

impl Kms {
    /// The key behind an alias of AWS's, which is made if it is not there. `None` for other aliases.
    pub async fn managed(&self, cx: &Context, name: &str) -> Result<Option<Found>> {
        let service = name.strip_prefix(AWS_ALIAS).unwrap_or_default();
        let Some((service, what)) = SERVICES.iter().find(|(own, _)| *own == service) else {
            return Ok(None);
        };
        let place = (&*cx.account, &*cx.region);
        let at = alias::row(place, name);
        loop {
            if let Some(alias) = ALIASES.get(cx.tables(), &at).await? {
                let row = key::row(place, &alias.key);
                let found = KEYS.get_with_bytes(cx.tables(), &row).await?;
                return Ok(found.map(|(key, bytes)| Found::new(cx, key, bytes)));
            }
            let (id, now_ms) = (self.platform.ids.uuid(), cx.now().millis());
            let material = self.material(place, (&id, SYMMETRIC), false).await?;
            let key = Key {
                id: id.clone(),
                description: format!(
                    "Default key that protects {what} when no other key is defined"
                ),
                usage: ENCRYPTS.to_owned(),
                spec: SYMMETRIC.to_owned(),
                created_ms: now_ms,
                service: Some((*service).to_owned()),
                materials: vec![material],
                rotation: Some(Rotation { days: DAYS, next_ms: now_ms + i64::from(DAYS) * DAY_MS }),
                ..Key::default()
            };
            let alias = Alias { key: id, created_ms: now_ms, updated_ms: now_ms };
            let row = key::row(place, &key.id);
            let batch = Batch::new().absent(ALIASES.table, &at[..]);
            let batch = batch.put(ALIASES.table, &at[..], ALIASES.encode(&alias)?);
            let batch = batch.absent(KEYS.table, &row[..]);
            let batch = batch.put(KEYS.table, &row[..], KEYS.encode(&key)?);
            self.try_commit(later::moved(batch, &row, None, Some(&key))).await?;
        }
    }
}
