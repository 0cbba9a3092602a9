//! How secrets are shown.

use crate::records::secret::{Rotation, Secret};
use crate::{rotation, tags};
use platform::Context;
use shapes::Timestamp;
use shapes::secretsmanager::{DescribeSecretResponse, RotationRulesType, SecretListEntry};
use std::collections::BTreeMap;

/// The labels of the versions that have any.
fn stages(secret: &Secret) -> Option<BTreeMap<String, Vec<String>>> {
    let labelled = secret.versions.iter().filter(|version| !version.stages.is_empty());
    let show = |version: &crate::records::secret::Version| {
        (version.id.clone(), version.stages.iter().cloned().collect())
    };
    let stages: BTreeMap<_, _> = labelled.map(show).collect();
    (!stages.is_empty()).then_some(stages)
}

fn rules(rotation: &Rotation) -> Option<RotationRulesType> {
    let days = rotation.days.or_else(|| rotation::days(rotation));
    let is_any = days.is_some() || rotation.schedule.is_some() || rotation.duration.is_some();
    is_any.then(|| RotationRulesType {
        automatically_after_days: days,
        duration: rotation.duration.clone(),
        schedule_expression: rotation.schedule.clone(),
    })
}

/// As `DescribeSecret` shows a secret.
pub fn described(cx: &Context, secret: Secret) -> DescribeSecretResponse {
    let rotation = secret.rotation.as_ref();
    let next_ms = rotation.filter(|it| it.enabled).and_then(|it| it.next_ms);
    DescribeSecretResponse {
        arn: Some(secret.arn(cx)),
        rotation_enabled: rotation.map(|it| it.enabled),
        rotation_lambda_arn: rotation.map(|it| it.function.clone()),
        rotation_rules: rotation.and_then(rules),
        last_rotated_date: secret.rotated_ms.map(Timestamp),
        last_changed_date: Some(Timestamp(secret.changed_ms)),
        last_accessed_date: secret.accessed_ms.map(Timestamp),
        deleted_date: secret.deletion_ms.map(Timestamp),
        next_rotation_date: next_ms.map(Timestamp),
        created_date: Some(Timestamp(secret.created_ms)),
        version_ids_to_stages: stages(&secret),
        tags: tags::shown(secret.tags),
        name: Some(secret.name),
        description: secret.description,
        kms_key_id: secret.kms_key_id,
        ..Default::default()
    }
}

/// As `ListSecrets` shows a secret.
pub fn listed(cx: &Context, secret: Secret) -> SecretListEntry {
    let it = described(cx, secret);
    SecretListEntry {
        arn: it.arn,
        name: it.name,
        description: it.description,
        kms_key_id: it.kms_key_id,
        rotation_enabled: it.rotation_enabled,
        rotation_lambda_arn: it.rotation_lambda_arn,
        rotation_rules: it.rotation_rules,
        last_rotated_date: it.last_rotated_date,
        last_changed_date: it.last_changed_date,
        last_accessed_date: it.last_accessed_date,
        deleted_date: it.deleted_date,
        next_rotation_date: it.next_rotation_date,
        tags: it.tags,
        secret_versions_to_stages: it.version_ids_to_stages,
        created_date: it.created_date,
        ..Default::default()
    }
}
