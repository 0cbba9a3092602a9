//! What the operations ask leave for: a key's ARN ("Actions, resources, and condition keys for AWS Key
//! Management Service"). Where a key is named by an alias, its ARN stands for the key's.

use crate::ciphertext::Head;
use crate::grants;
use crate::names;
use platform::{Asks, Context};
use shapes::kms::{CreateKeyRequest, DecryptRequest, ReEncryptRequest, RetireGrantRequest};

/// A key that a request names.
pub(crate) fn on(cx: &Context, key: &str) -> Asks {
    Asks::on(names::asked(cx, key))
}

/// A key that is to be made and, where there are tags, to tag it.
pub(crate) fn made(_: &Context, input: &CreateKeyRequest) -> Asks {
    let is_tagged = platform::lists_any(&input.tags);
    Asks::anything().and_where(is_tagged, "kms:TagResource", "*")
}

/// An alias, and the key that it is to name.
pub(crate) fn alias(cx: &Context, action: &'static str, alias: &str, key: &str) -> Asks {
    Asks::on(names::asked(cx, key)).and(action, named(cx, alias))
}

/// An alias.
pub(crate) fn alias_alone(cx: &Context, alias: &str) -> Asks {
    Asks::on(named(cx, alias))
}

fn named(cx: &Context, alias: &str) -> String {
    cx.arn("kms", alias)
}

/// The key that is named or, without, the one that the ciphertext names.
pub(crate) fn decrypted(cx: &Context, input: &DecryptRequest) -> Asks {
    Asks::on(source(cx, input.key_id.as_deref(), input.ciphertext_blob.as_deref()))
}

/// The same, and the key that is to be encrypted with.
pub(crate) fn encrypted_again(cx: &Context, input: &ReEncryptRequest) -> Asks {
    let (key, blob) = (input.source_key_id.as_deref(), input.ciphertext_blob.as_deref());
    let next = names::asked(cx, &input.destination_key_id);
    Asks::action("kms:ReEncryptFrom", source(cx, key, blob)).and("kms:ReEncryptTo", next)
}

fn source(cx: &Context, key: Option<&str>, blob: Option<&[u8]>) -> String {
    match (key, blob.and_then(Head::read)) {
        (Some(key), _) => names::asked(cx, key),
        (None, Some(head)) => head.reference().arn(cx),
        (None, None) => "*".to_owned(),
    }
}

/// The key of a grant, which a token may name.
pub(crate) fn retired(cx: &Context, input: &RetireGrantRequest) -> Asks {
    let told = input.grant_token.as_deref().and_then(grants::told);
    match (&input.key_id, told) {
        (Some(key), _) => on(cx, key),
        (None, Some(told)) => Asks::on(told.arn),
        (None, None) => Asks::anything(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Kms;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::kms::ops::*;
    use shapes::kms::*;

    const ID: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

    /// An example of an operation about a key.
    macro_rules! on_key {
        ($($operation:ident, $input:ident);+ $(;)?) => {
            vec![$(Example::of::<$operation>(
                $input { key_id: ID.to_owned(), ..Default::default() },
                &[concat!(
                    "kms:",
                    stringify!($operation),
                    " arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab"
                )],
            )),+]
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the id.
    fn of_keys() -> Vec<Example> {
        on_key![
            CancelKeyDeletion, CancelKeyDeletionRequest;
            CreateGrant, CreateGrantRequest;
            DescribeKey, DescribeKeyRequest;
            DisableKey, DisableKeyRequest;
            DisableKeyRotation, DisableKeyRotationRequest;
            EnableKey, EnableKeyRequest;
            EnableKeyRotation, EnableKeyRotationRequest;
            Encrypt, EncryptRequest;
            GenerateDataKey, GenerateDataKeyRequest;
            GenerateDataKeyWithoutPlaintext, GenerateDataKeyWithoutPlaintextRequest;
            GenerateMac, GenerateMacRequest;
            GetKeyPolicy, GetKeyPolicyRequest;
            GetKeyRotationStatus, GetKeyRotationStatusRequest;
            ListGrants, ListGrantsRequest;
            ListKeyPolicies, ListKeyPoliciesRequest;
            ListKeyRotations, ListKeyRotationsRequest;
            ListResourceTags, ListResourceTagsRequest;
            PutKeyPolicy, PutKeyPolicyRequest;
            RevokeGrant, RevokeGrantRequest;
            RotateKeyOnDemand, RotateKeyOnDemandRequest;
            ScheduleKeyDeletion, ScheduleKeyDeletionRequest;
            TagResource, TagResourceRequest;
            UntagResource, UntagResourceRequest;
            UpdateKeyDescription, UpdateKeyDescriptionRequest;
            VerifyMac, VerifyMacRequest;
        ]
    }

    fn of_aliases() -> Vec<Example> {
        let (alias_name, target_key_id) = ("alias/a".to_owned(), ID.to_owned());
        vec![
            Example::of::<CreateAlias>(
                CreateAliasRequest {
                    alias_name: alias_name.clone(),
                    target_key_id: target_key_id.clone(),
                },
                &[
                    "kms:CreateAlias \
                     arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                    "kms:CreateAlias arn:aws:kms:us-east-1:000000000000:alias/a",
                ],
            ),
            Example::of::<DeleteAlias>(
                DeleteAliasRequest { alias_name: alias_name.clone() },
                &["kms:DeleteAlias arn:aws:kms:us-east-1:000000000000:alias/a"],
            ),
            Example::of::<UpdateAlias>(
                UpdateAliasRequest { alias_name, target_key_id },
                &[
                    "kms:UpdateAlias \
                     arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                    "kms:UpdateAlias arn:aws:kms:us-east-1:000000000000:alias/a",
                ],
            ),
        ]
    }

    fn of_others() -> Vec<Example> {
        let head = [&[1][..], &[0x12; 16], &111_122_223_333_u64.to_be_bytes(), &[0, 0]].concat();
        let tags = Some(vec![Tag { tag_key: "k".into(), tag_value: "v".into() }]);
        vec![
            Example::of::<CreateKey>(
                CreateKeyRequest { tags, ..Default::default() },
                &["kms:CreateKey *", "kms:TagResource *"],
            ),
            Example::of::<Decrypt>(
                DecryptRequest { ciphertext_blob: Some(head.into()), ..Default::default() },
                &["kms:Decrypt \
                   arn:aws:kms:us-east-1:111122223333:key/12121212-1212-1212-1212-121212121212"],
            ),
            Example::of::<GenerateRandom>(Default::default(), &["kms:GenerateRandom *"]),
            Example::of::<ListAliases>(Default::default(), &["kms:ListAliases *"]),
            Example::of::<ListKeys>(Default::default(), &["kms:ListKeys *"]),
            Example::of::<ListRetirableGrants>(Default::default(), &["kms:ListRetirableGrants *"]),
            Example::of::<ReEncrypt>(
                ReEncryptRequest {
                    source_key_id: Some("alias/a".into()),
                    destination_key_id: "alias/b".into(),
                    ..Default::default()
                },
                &[
                    "kms:ReEncryptFrom arn:aws:kms:us-east-1:000000000000:alias/a",
                    "kms:ReEncryptTo arn:aws:kms:us-east-1:000000000000:alias/b",
                ],
            ),
            Example::of::<RetireGrant>(
                RetireGrantRequest { key_id: Some(ID.to_owned()), ..Default::default() },
                &["kms:RetireGrant \
                   arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = Kms::new(platform.clone()).operations();
        let examples: Vec<_> =
            [of_keys(), of_aliases(), of_others()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
