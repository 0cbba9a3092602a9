// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

static AliasList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&AliasListEntry)) };
pub static AliasListEntry: Structure = Structure { name: "AliasListEntry", payload: None, xml_namespace: None, members: &[
Member::new("AliasName", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])),
Member::new("AliasArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("TargetKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("CreationDate", Kind::Timestamp(None)),
Member::new("LastUpdatedDate", Kind::Timestamp(None)),
] };
pub static CancelKeyDeletionRequest: Structure = Structure { name: "CancelKeyDeletionRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static CancelKeyDeletionResponse: Structure = Structure { name: "CancelKeyDeletionResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
pub static CreateAliasRequest: Structure = Structure { name: "CreateAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("AliasName", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])).required(),
Member::new("TargetKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static CreateGrantRequest: Structure = Structure { name: "CreateGrantRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("GranteePrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("RetiringPrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("Operations", Kind::List(&GrantOperationList)).required(),
Member::new("Constraints", Kind::Structure(&GrantConstraints)),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])),
Member::new("DryRun", Kind::Boolean),
Member::new("GranteeServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
Member::new("RetiringServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
] };
pub static CreateGrantResponse: Structure = Structure { name: "CreateGrantResponse", payload: None, xml_namespace: None, members: &[
Member::new("GrantToken", Kind::text(Length::new(Some(1), Some(8192)), None, &[])),
Member::new("GrantId", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
] };
pub static CreateKeyRequest: Structure = Structure { name: "CreateKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(8192)), None, &[])),
Member::new("KeyUsage", Kind::text(Length::new(None, None), None, &["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"])),
Member::new("CustomerMasterKeySpec", Kind::text(Length::new(None, None), None, &["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"])),
Member::new("KeySpec", Kind::text(Length::new(None, None), None, &["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"])),
Member::new("Origin", Kind::text(Length::new(None, None), None, &["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"])),
Member::new("CustomKeyStoreId", Kind::text(Length::new(Some(1), Some(64)), None, &[])),
Member::new("BypassPolicyLockoutSafetyCheck", Kind::Boolean),
Member::new("Tags", Kind::List(&TagList)),
Member::new("MultiRegion", Kind::Boolean),
Member::new("XksKeyId", Kind::text(Length::new(Some(1), Some(128)), Some("^[a-zA-Z0-9-_.]+$"), &[])),
] };
pub static CreateKeyResponse: Structure = Structure { name: "CreateKeyResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyMetadata", Kind::Structure(&KeyMetadata)),
] };
pub static DecryptRequest: Structure = Structure { name: "DecryptRequest", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("EncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("EncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("Recipient", Kind::Structure(&RecipientInfo)),
Member::new("DryRun", Kind::Boolean),
Member::new("DryRunModifiers", Kind::List(&DryRunModifierList)),
] };
pub static DecryptResponse: Structure = Structure { name: "DecryptResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("Plaintext", Kind::Blob(Length::new(Some(1), Some(4096)))),
Member::new("EncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("CiphertextForRecipient", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("KeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
] };
pub static DeleteAliasRequest: Structure = Structure { name: "DeleteAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("AliasName", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])).required(),
] };
pub static DescribeKeyRequest: Structure = Structure { name: "DescribeKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
] };
pub static DescribeKeyResponse: Structure = Structure { name: "DescribeKeyResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyMetadata", Kind::Structure(&KeyMetadata)),
] };
pub static DisableKeyRequest: Structure = Structure { name: "DisableKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static DisableKeyRotationRequest: Structure = Structure { name: "DisableKeyRotationRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
static DryRunModifierList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["IGNORE_CIPHERTEXT"])) };
pub static EnableKeyRequest: Structure = Structure { name: "EnableKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static EnableKeyRotationRequest: Structure = Structure { name: "EnableKeyRotationRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("RotationPeriodInDays", Kind::integer(Some(90), Some(2560))),
] };
static EncapsulationAlgorithmSpecList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["ML_KEM"])) };
pub static EncryptRequest: Structure = Structure { name: "EncryptRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Plaintext", Kind::Blob(Length::new(Some(1), Some(4096)))).required(),
Member::new("EncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("EncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("DryRun", Kind::Boolean),
] };
pub static EncryptResponse: Structure = Structure { name: "EncryptResponse", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("EncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
] };
static EncryptionAlgorithmSpecList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])) };
static EncryptionContextType: Map = Map { length: Length::new(None, None).room(100), key: Member::new("key", Kind::text(Length::new(None, None), None, &[])), value: Member::new("value", Kind::text(Length::new(None, None), None, &[])) };
pub static GenerateDataKeyRequest: Structure = Structure { name: "GenerateDataKeyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("EncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("NumberOfBytes", Kind::integer(Some(1), Some(1024))),
Member::new("KeySpec", Kind::text(Length::new(None, None), None, &["AES_256", "AES_128"])),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("Recipient", Kind::Structure(&RecipientInfo)),
Member::new("DryRun", Kind::Boolean),
] };
pub static GenerateDataKeyResponse: Structure = Structure { name: "GenerateDataKeyResponse", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("Plaintext", Kind::Blob(Length::new(Some(1), Some(4096)))),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("CiphertextForRecipient", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("KeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
] };
pub static GenerateDataKeyWithoutPlaintextRequest: Structure = Structure { name: "GenerateDataKeyWithoutPlaintextRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("EncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("KeySpec", Kind::text(Length::new(None, None), None, &["AES_256", "AES_128"])),
Member::new("NumberOfBytes", Kind::integer(Some(1), Some(1024))),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("DryRun", Kind::Boolean),
] };
pub static GenerateDataKeyWithoutPlaintextResponse: Structure = Structure { name: "GenerateDataKeyWithoutPlaintextResponse", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("KeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
] };
pub static GenerateMacRequest: Structure = Structure { name: "GenerateMacRequest", payload: None, xml_namespace: None, members: &[
Member::new("Message", Kind::Blob(Length::new(Some(1), Some(4096)))).required(),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("MacAlgorithm", Kind::text(Length::new(None, None), None, &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"])).required(),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("DryRun", Kind::Boolean),
] };
pub static GenerateMacResponse: Structure = Structure { name: "GenerateMacResponse", payload: None, xml_namespace: None, members: &[
Member::new("Mac", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("MacAlgorithm", Kind::text(Length::new(None, None), None, &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
pub static GenerateRandomRequest: Structure = Structure { name: "GenerateRandomRequest", payload: None, xml_namespace: None, members: &[
Member::new("NumberOfBytes", Kind::integer(Some(1), Some(1024))),
Member::new("CustomKeyStoreId", Kind::text(Length::new(Some(1), Some(64)), None, &[])),
Member::new("Recipient", Kind::Structure(&RecipientInfo)),
] };
pub static GenerateRandomResponse: Structure = Structure { name: "GenerateRandomResponse", payload: None, xml_namespace: None, members: &[
Member::new("Plaintext", Kind::Blob(Length::new(Some(1), Some(4096)))),
Member::new("CiphertextForRecipient", Kind::Blob(Length::new(Some(1), Some(6144)))),
] };
pub static GetKeyPolicyRequest: Structure = Structure { name: "GetKeyPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w]+"), &[])),
] };
pub static GetKeyPolicyResponse: Structure = Structure { name: "GetKeyPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w]+"), &[])),
] };
pub static GetKeyRotationStatusRequest: Structure = Structure { name: "GetKeyRotationStatusRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static GetKeyRotationStatusResponse: Structure = Structure { name: "GetKeyRotationStatusResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyRotationEnabled", Kind::Boolean),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("RotationPeriodInDays", Kind::integer(Some(90), Some(2560))),
Member::new("NextRotationDate", Kind::Timestamp(None)),
Member::new("OnDemandRotationStartDate", Kind::Timestamp(None)),
] };
pub static GrantConstraints: Structure = Structure { name: "GrantConstraints", payload: None, xml_namespace: None, members: &[
Member::new("EncryptionContextSubset", Kind::Map(&EncryptionContextType)),
Member::new("EncryptionContextEquals", Kind::Map(&EncryptionContextType)),
Member::new("SourceArn", Kind::text(Length::new(Some(20), Some(512)), Some("^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$"), &[])),
] };
static GrantList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&GrantListEntry)) };
pub static GrantListEntry: Structure = Structure { name: "GrantListEntry", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("GrantId", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])),
Member::new("CreationDate", Kind::Timestamp(None)),
Member::new("GranteePrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("RetiringPrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("IssuingAccount", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("Operations", Kind::List(&GrantOperationList)),
Member::new("Constraints", Kind::Structure(&GrantConstraints)),
Member::new("GranteeServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
Member::new("RetiringServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
] };
static GrantOperationList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "Sign", "Verify", "GetPublicKey", "CreateGrant", "RetireGrant", "DescribeKey", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "VerifyMac", "DeriveSharedSecret", "Encapsulate", "Decapsulate"])) };
static GrantTokenList: List = List { length: Length::new(Some(0), Some(10)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(8192)), None, &[])) };
static KeyAgreementAlgorithmSpecList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["ECDH"])) };
static KeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&KeyListEntry)) };
pub static KeyListEntry: Structure = Structure { name: "KeyListEntry", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("KeyArn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
] };
pub static KeyMetadata: Structure = Structure { name: "KeyMetadata", payload: None, xml_namespace: None, members: &[
Member::new("AWSAccountId", Kind::text(Length::new(None, None), None, &[])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("CreationDate", Kind::Timestamp(None)),
Member::new("Enabled", Kind::Boolean),
Member::new("Description", Kind::text(Length::new(Some(0), Some(8192)), None, &[])),
Member::new("KeyUsage", Kind::text(Length::new(None, None), None, &["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"])),
Member::new("KeyState", Kind::text(Length::new(None, None), None, &["Creating", "Enabled", "Disabled", "PendingDeletion", "PendingImport", "PendingReplicaDeletion", "Unavailable", "Updating"])),
Member::new("DeletionDate", Kind::Timestamp(None)),
Member::new("ValidTo", Kind::Timestamp(None)),
Member::new("Origin", Kind::text(Length::new(None, None), None, &["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"])),
Member::new("CustomKeyStoreId", Kind::text(Length::new(Some(1), Some(64)), None, &[])),
Member::new("CloudHsmClusterId", Kind::text(Length::new(Some(19), Some(24)), Some("cluster-[2-7a-zA-Z]{11,16}"), &[])),
Member::new("ExpirationModel", Kind::text(Length::new(None, None), None, &["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"])),
Member::new("KeyManager", Kind::text(Length::new(None, None), None, &["AWS", "CUSTOMER"])),
Member::new("CustomerMasterKeySpec", Kind::text(Length::new(None, None), None, &["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2"])),
Member::new("KeySpec", Kind::text(Length::new(None, None), None, &["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "SYMMETRIC_DEFAULT", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"])),
Member::new("EncryptionAlgorithms", Kind::List(&EncryptionAlgorithmSpecList)),
Member::new("SigningAlgorithms", Kind::List(&SigningAlgorithmSpecList)),
Member::new("KeyAgreementAlgorithms", Kind::List(&KeyAgreementAlgorithmSpecList)),
Member::new("EncapsulationAlgorithms", Kind::List(&EncapsulationAlgorithmSpecList)),
Member::new("MultiRegion", Kind::Boolean),
Member::new("MultiRegionConfiguration", Kind::Structure(&MultiRegionConfiguration)),
Member::new("PendingDeletionWindowInDays", Kind::integer(Some(1), Some(365))),
Member::new("MacAlgorithms", Kind::List(&MacAlgorithmSpecList)),
Member::new("XksKeyConfiguration", Kind::Structure(&XksKeyConfigurationType)),
Member::new("CurrentKeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
] };
pub static ListAliasesRequest: Structure = Structure { name: "ListAliasesRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
] };
pub static ListAliasesResponse: Structure = Structure { name: "ListAliasesResponse", payload: None, xml_namespace: None, members: &[
Member::new("Aliases", Kind::List(&AliasList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListGrantsRequest: Structure = Structure { name: "ListGrantsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("GrantId", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("GranteePrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("GranteeServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
] };
pub static ListGrantsResponse: Structure = Structure { name: "ListGrantsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Grants", Kind::List(&GrantList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListKeyPoliciesRequest: Structure = Structure { name: "ListKeyPoliciesRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
] };
pub static ListKeyPoliciesResponse: Structure = Structure { name: "ListKeyPoliciesResponse", payload: None, xml_namespace: None, members: &[
Member::new("PolicyNames", Kind::List(&PolicyNameList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListKeyRotationsRequest: Structure = Structure { name: "ListKeyRotationsRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("IncludeKeyMaterial", Kind::text(Length::new(None, None), None, &["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"])),
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
] };
pub static ListKeyRotationsResponse: Structure = Structure { name: "ListKeyRotationsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Rotations", Kind::List(&RotationsList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListKeysRequest: Structure = Structure { name: "ListKeysRequest", payload: None, xml_namespace: None, members: &[
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("ResourceOwners", Kind::List(&ResourceOwnersList)),
] };
pub static ListKeysResponse: Structure = Structure { name: "ListKeysResponse", payload: None, xml_namespace: None, members: &[
Member::new("Keys", Kind::List(&KeyList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListResourceTagsRequest: Structure = Structure { name: "ListResourceTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
] };
pub static ListResourceTagsResponse: Structure = Structure { name: "ListResourceTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::List(&TagList)),
Member::new("NextMarker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("Truncated", Kind::Boolean),
] };
pub static ListRetirableGrantsRequest: Structure = Structure { name: "ListRetirableGrantsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Limit", Kind::integer(Some(1), Some(1000))),
Member::new("Marker", Kind::text(Length::new(Some(1), Some(1024)), Some("[\\u0020-\\u00FF]*"), &[])),
Member::new("RetiringPrincipal", Kind::text(Length::new(Some(1), Some(256)), Some("^[\\w+=,.@:/-]+$"), &[])),
Member::new("RetiringServicePrincipal", Kind::text(Length::new(Some(1), Some(128)), Some("^([A-Za-z0-9\\-]+)\\.([A-Za-z0-9\\-]+)(\\.[A-Za-z0-9\\-]+)+$"), &[])),
] };
static MacAlgorithmSpecList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"])) };
pub static MultiRegionConfiguration: Structure = Structure { name: "MultiRegionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("MultiRegionKeyType", Kind::text(Length::new(None, None), None, &["PRIMARY", "REPLICA"])),
Member::new("PrimaryKey", Kind::Structure(&MultiRegionKey)),
Member::new("ReplicaKeys", Kind::List(&MultiRegionKeyList)),
] };
pub static MultiRegionKey: Structure = Structure { name: "MultiRegionKey", payload: None, xml_namespace: None, members: &[
Member::new("Arn", Kind::text(Length::new(Some(20), Some(2048)), None, &[])),
Member::new("Region", Kind::text(Length::new(Some(1), Some(32)), Some("^([a-z]+-){2,3}\\d+$"), &[])),
] };
static MultiRegionKeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&MultiRegionKey)) };
static PolicyNameList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w]+"), &[])) };
pub static PutKeyPolicyRequest: Structure = Structure { name: "PutKeyPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("PolicyName", Kind::text(Length::new(Some(1), Some(128)), Some("[\\w]+"), &[])),
Member::new("Policy", Kind::text(Length::new(Some(1), Some(131072)), Some("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"), &[])).required(),
Member::new("BypassPolicyLockoutSafetyCheck", Kind::Boolean),
] };
pub static ReEncryptRequest: Structure = Structure { name: "ReEncryptRequest", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("SourceEncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("SourceKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("DestinationKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("DestinationEncryptionContext", Kind::Map(&EncryptionContextType)),
Member::new("SourceEncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("DestinationEncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("DryRun", Kind::Boolean),
Member::new("DryRunModifiers", Kind::List(&DryRunModifierList)),
] };
pub static ReEncryptResponse: Structure = Structure { name: "ReEncryptResponse", payload: None, xml_namespace: None, members: &[
Member::new("CiphertextBlob", Kind::Blob(Length::new(Some(1), Some(6144)))),
Member::new("SourceKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("SourceEncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("DestinationEncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"])),
Member::new("SourceKeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
Member::new("DestinationKeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
] };
pub static RecipientInfo: Structure = Structure { name: "RecipientInfo", payload: None, xml_namespace: None, members: &[
Member::new("KeyEncryptionAlgorithm", Kind::text(Length::new(None, None), None, &["RSAES_OAEP_SHA_256"])),
Member::new("AttestationDocument", Kind::Blob(Length::new(Some(1), Some(262144)))),
] };
static ResourceOwnersList: List = List { length: Length::new(Some(1), Some(2)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["SELF", "OTHER_ACCOUNTS_VIA_RAM"])) };
pub static RetireGrantRequest: Structure = Structure { name: "RetireGrantRequest", payload: None, xml_namespace: None, members: &[
Member::new("GrantToken", Kind::text(Length::new(Some(1), Some(8192)), None, &[])),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("GrantId", Kind::text(Length::new(Some(1), Some(128)), None, &[])),
Member::new("DryRun", Kind::Boolean),
] };
pub static RevokeGrantRequest: Structure = Structure { name: "RevokeGrantRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("GrantId", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("DryRun", Kind::Boolean),
] };
pub static RotateKeyOnDemandRequest: Structure = Structure { name: "RotateKeyOnDemandRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static RotateKeyOnDemandResponse: Structure = Structure { name: "RotateKeyOnDemandResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
] };
static RotationsList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&RotationsListEntry)) };
pub static RotationsListEntry: Structure = Structure { name: "RotationsListEntry", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("KeyMaterialId", Kind::text(Length::new(Some(64), Some(64)), Some("^[a-f0-9]+$"), &[])),
Member::new("KeyMaterialDescription", Kind::text(Length::new(Some(0), Some(256)), Some("^[a-zA-Z0-9:/_\\s.-]+$"), &[])),
Member::new("ImportState", Kind::text(Length::new(None, None), None, &["IMPORTED", "PENDING_IMPORT"])),
Member::new("KeyMaterialState", Kind::text(Length::new(None, None), None, &["NON_CURRENT", "CURRENT", "PENDING_ROTATION", "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"])),
Member::new("ExpirationModel", Kind::text(Length::new(None, None), None, &["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"])),
Member::new("ValidTo", Kind::Timestamp(None)),
Member::new("RotationDate", Kind::Timestamp(None)),
Member::new("RotationType", Kind::text(Length::new(None, None), None, &["AUTOMATIC", "ON_DEMAND"])),
] };
pub static ScheduleKeyDeletionRequest: Structure = Structure { name: "ScheduleKeyDeletionRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("PendingWindowInDays", Kind::integer(Some(1), Some(365))),
] };
pub static ScheduleKeyDeletionResponse: Structure = Structure { name: "ScheduleKeyDeletionResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("DeletionDate", Kind::Timestamp(None)),
Member::new("KeyState", Kind::text(Length::new(None, None), None, &["Creating", "Enabled", "Disabled", "PendingDeletion", "PendingImport", "PendingReplicaDeletion", "Unavailable", "Updating"])),
Member::new("PendingWindowInDays", Kind::integer(Some(1), Some(365))),
] };
static SigningAlgorithmSpecList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(None, None), None, &["RSASSA_PSS_SHA_256", "RSASSA_PSS_SHA_384", "RSASSA_PSS_SHA_512", "RSASSA_PKCS1_V1_5_SHA_256", "RSASSA_PKCS1_V1_5_SHA_384", "RSASSA_PKCS1_V1_5_SHA_512", "ECDSA_SHA_256", "ECDSA_SHA_384", "ECDSA_SHA_512", "SM2DSA", "ML_DSA_SHAKE_256", "ED25519_SHA_512", "ED25519_PH_SHA_512"])) };
pub static Tag: Structure = Structure { name: "Tag", payload: None, xml_namespace: None, members: &[
Member::new("TagKey", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
Member::new("TagValue", Kind::text(Length::new(Some(0), Some(256)), None, &[])).required(),
] };
static TagKeyList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), None, &[])) };
static TagList: List = List { length: Length::new(None, None).room(100), item: Member::new("member", Kind::Structure(&Tag)) };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Tags", Kind::List(&TagList)).required(),
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).required(),
] };
pub static UpdateAliasRequest: Structure = Structure { name: "UpdateAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("AliasName", Kind::text(Length::new(Some(1), Some(256)), Some("^[a-zA-Z0-9:/_-]+$"), &[])).required(),
Member::new("TargetKeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
] };
pub static UpdateKeyDescriptionRequest: Structure = Structure { name: "UpdateKeyDescriptionRequest", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("Description", Kind::text(Length::new(Some(0), Some(8192)), None, &[])).required(),
] };
pub static VerifyMacRequest: Structure = Structure { name: "VerifyMacRequest", payload: None, xml_namespace: None, members: &[
Member::new("Message", Kind::Blob(Length::new(Some(1), Some(4096)))).required(),
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])).required(),
Member::new("MacAlgorithm", Kind::text(Length::new(None, None), None, &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"])).required(),
Member::new("Mac", Kind::Blob(Length::new(Some(1), Some(6144)))).required(),
Member::new("GrantTokens", Kind::List(&GrantTokenList)),
Member::new("DryRun", Kind::Boolean),
] };
pub static VerifyMacResponse: Structure = Structure { name: "VerifyMacResponse", payload: None, xml_namespace: None, members: &[
Member::new("KeyId", Kind::text(Length::new(Some(1), Some(2048)), None, &[])),
Member::new("MacValid", Kind::Boolean),
Member::new("MacAlgorithm", Kind::text(Length::new(None, None), None, &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"])),
] };
pub static XksKeyConfigurationType: Structure = Structure { name: "XksKeyConfigurationType", payload: None, xml_namespace: None, members: &[
Member::new("Id", Kind::text(Length::new(Some(1), Some(128)), Some("^[a-zA-Z0-9-_.]+$"), &[])),
] };
