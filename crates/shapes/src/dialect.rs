//! What sets a service's speech apart from that of others of its protocol: the table of the facts
//! that no model says. Each service of `operations.txt` has a row here, named like it.

use crate::{ErrorShape, Kind, Member, Protocol};

/// A service's own way within its protocols.
#[derive(Debug)]
pub struct Dialect {
    /// Its name where an operation is refused, such as `CloudWatchLogs`.
    pub name: &'static str,
    /// All protocols that it speaks.
    pub protocols: &'static [Protocol],
    /// The longest body that is read into memory, in bytes.
    pub body_limit: usize,
    /// What it says to a body that is longer, where its protocol does not say it.
    pub too_large: Option<TooLarge>,
    /// What it says when it failed itself. Without a message the general one stands.
    pub failure: (ErrorShape, Option<&'static str>),
    /// What it says when there is no room for one more body; every SDK tries again later.
    pub full: (ErrorShape, &'static str),
    /// What it says to a caller that asks too often.
    pub throttled: Throttled,
    /// An input that breaks the model's constraints.
    pub invalid: ErrorShape,
    /// What it says to a member that is missing, where it is told of nothing else: what is given is
    /// held against its own rules by the service.
    pub missing: Option<Missing>,
    /// A member that it looks at before all others, and alone.
    pub looked_at_first: Option<LookedAtFirst>,
    /// What it says to a name with strange letters, in place of the violations.
    pub strange_name: Option<StrangeName>,
    /// The members whose values it looks at itself, in words of its own.
    pub own_values: &'static [&'static str],
    /// The members whose values it lists in another order than the model.
    pub values_as_told: &'static [(&'static str, &'static [&'static str])],
    /// Who may not.
    pub access_denied: ErrorShape,
    /// Its errors say whose fault they are, in a member `Type`.
    pub tells_fault: bool,
    /// What stands before an error's code in the JSON protocol, by the code.
    pub namespace: Option<fn(code: &str) -> &'static str>,
    /// The CRC-32 of an answer's body is in its header `x-amz-crc32`.
    pub crc32: bool,
    /// How it is spelled in the query protocol, where its model describes only another.
    pub forms: Option<&'static Forms>,
    /// What its errors were called in the query protocol, where its model describes what came after.
    pub codes: Option<&'static Codes>,
    /// The operations whose answers name addresses, which begin as the one that was asked.
    pub gives_addresses: &'static [&'static str],
    /// How it is signed for.
    pub signing: Signing,
    /// The operations that may take minutes, and whose input keeps no memory meanwhile.
    pub long: &'static [&'static str],
    /// The operations whose bodies may come compressed, as their model says.
    pub packed: &'static [&'static str],
    /// What it does without for good, by a part of the names of such operations, and why.
    pub without: &'static [(&'static str, &'static str)],
    /// The operations that only read, where their names do not say so.
    pub reading: Option<&'static [&'static str]>,
    /// The operations that nobody needs to sign: what they are given is proof enough, such as a
    /// token in a link.
    pub open: &'static [&'static str],
    /// Its errors in XML stand within an `ErrorResponse`.
    pub wraps_errors: bool,
}

/// The refusal of a body that is too long.
#[derive(Debug)]
pub struct TooLarge {
    /// The code and HTTP status.
    pub shape: ErrorShape,
    /// The sentence, of the operation and the longest body in bytes.
    pub words: fn(operation: &str, limit: usize) -> String,
}

/// The refusal of a caller that asks too often.
#[derive(Debug)]
pub struct Throttled {
    /// The code and HTTP status.
    pub shape: ErrorShape,
    /// The sentence, of the ARN that the request is about, `*` where it is about none, and of the
    /// account.
    pub words: fn(resource: &str, account: &str) -> String,
    /// Further members of the error's body.
    pub fields: &'static [(&'static str, &'static str)],
    /// The operations that refuse by themselves: parts of a request, or in words that tell more.
    pub own: &'static [&'static str],
}

impl Throttled {
    /// A refusal that tells no more than that it is one.
    const fn plain(code: &'static str, status: u16) -> Self {
        let words = |_: &str, _: &str| "Rate exceeded".to_owned();
        Self { shape: ErrorShape::client(code, status), words, fields: &[], own: &[] }
    }
}

/// The refusal of a request that lacks a member.
#[derive(Debug)]
pub struct Missing {
    /// The code and HTTP status.
    pub shape: ErrorShape,
    /// The sentence, of the path to the member.
    pub words: fn(path: &str) -> String,
}

/// A member that a service looks at before it holds anything else against the model.
#[derive(Debug)]
pub struct LookedAtFirst {
    /// The member.
    pub member: &'static str,
    /// The inputs in which it does so.
    pub inputs: &'static [&'static str],
    /// The sentence where it is missing.
    pub missing: &'static str,
    /// The least and the greatest length, and the sentence where it has another.
    pub length: (usize, usize, &'static str),
}

/// The query protocol of a service whose model describes its successor, JSON: names that its model
/// no longer says.
#[derive(Debug)]
pub struct Forms {
    /// The XML namespace of its answers.
    pub namespace: &'static str,
    /// The member that the path of a request stands for, where the form does not have it.
    pub path_member: &'static str,
    /// Members, and what they are called. A list of structures is called like one of them.
    pub names: &'static [(&'static str, &'static str)],
    /// How the key of an entry is called: the name of a map, as above, and of the key.
    pub keys: &'static [(&'static str, &'static str)],
}

/// The names that errors had in the query protocol, which the protocols that came after tell in a
/// header.
#[derive(Debug)]
pub struct Codes {
    /// What stands before an error's code in the protocols of today.
    pub prefix: &'static str,
    /// Codes, what they are called in the query protocol, and their status.
    pub errors: &'static [(&'static str, &'static str, u16)],
    /// Codes whose sentence is another in the query protocol.
    pub sentences: &'static [(&'static str, &'static str)],
}

impl Forms {
    /// What a member is called.
    pub fn name(&self, member: &'static Member) -> &'static str {
        if let Some((_, name)) = self.names.iter().find(|(own, _)| *own == member.name) {
            return name;
        }
        match &member.kind {
            Kind::List(list) => match &list.item.kind {
                Kind::Structure(item) => item.name,
                _ => member.wire,
            },
            _ => member.wire,
        }
    }

    /// How the key of an entry is called, in a map of this name.
    pub fn key(&self, map: &str) -> &'static str {
        self.keys.iter().find(|(name, _)| *name == map).map_or("Name", |(_, key)| key)
    }
}

impl Codes {
    /// What an error is called, and its status.
    pub fn error<'a>(&self, code: &'a str, status: u16) -> (&'a str, u16) {
        let found = self.errors.iter().find(|(own, ..)| *own == code);
        found.map_or((code, status), |(_, name, status)| (*name, *status))
    }

    /// What the query protocol says of an error that says something else in JSON.
    pub fn sentence(&self, code: &str) -> Option<&'static str> {
        self.sentences.iter().find(|(own, _)| *own == code).map(|(_, sentence)| *sentence)
    }
}

/// The refusal of a name with strange letters.
#[derive(Debug)]
pub struct StrangeName {
    /// The model's pattern of such names.
    pub pattern: &'static str,
    /// The sentence, of the path to the name.
    pub words: fn(path: &str) -> String,
}

/// What a service asks of Signature Version 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signing {
    /// Its paths are taken as they are, encoded once: a key may hold dots and slashes.
    pub plain_path: bool,
    /// Every `x-amz-` header must be signed.
    pub all_headers: bool,
    /// A presigned URL must say how long it lasts.
    pub must_expire: bool,
    /// Presigned URLs of version 2 are its own.
    pub version_2: bool,
}

impl Signing {
    /// As nearly every service has it.
    pub const COMMON: Self =
        Self { plain_path: false, all_headers: false, must_expire: false, version_2: false };
}

const MIB: usize = 1 << 20;
const UNAVAILABLE: &str = "The request has failed due to a temporary failure of the server.";

impl Dialect {
    /// A service that has nothing of its own but its name.
    pub const fn common(name: &'static str, protocols: &'static [Protocol]) -> Self {
        let denied = match protocols {
            [Protocol::AwsJson | Protocol::RpcV2Cbor, ..] => {
                ErrorShape::client("AccessDeniedException", 400)
            }
            [Protocol::RestJson, ..] => ErrorShape::client("AccessDeniedException", 403),
            _ => ErrorShape::client("AccessDenied", 403),
        };
        let throttled = match protocols {
            [Protocol::Query, ..] => "Throttling",
            _ => "ThrottlingException",
        };
        let invalid = match protocols {
            [Protocol::Query, ..] => "ValidationError",
            _ => "ValidationException",
        };
        Self {
            name,
            protocols,
            body_limit: MIB,
            too_large: None,
            failure: (ErrorShape::server("InternalFailure", 500), None),
            full: (ErrorShape::server("ServiceUnavailable", 503), UNAVAILABLE),
            throttled: Throttled::plain(throttled, 400),
            invalid: ErrorShape::client(invalid, 400),
            missing: None,
            looked_at_first: None,
            strange_name: None,
            own_values: &[],
            values_as_told: &[],
            access_denied: denied,
            tells_fault: false,
            namespace: None,
            crc32: false,
            forms: None,
            codes: None,
            gives_addresses: &[],
            signing: Signing::COMMON,
            long: &[],
            packed: &[],
            without: &[],
            reading: None,
            open: &[],
            wraps_errors: false,
        }
    }
}

const NO_CONSOLE: &str =
    "there is no console to sign in to, so users have access keys and no passwords";
const NO_PROVIDERS: &str = "it signs nobody in who is known elsewhere";
const NO_CERTIFICATES: &str = "it keeps no certificates and no keys but access keys";
const NOT_EVALUATED: &str =
    "policies of users, groups and roles are kept and answered, and nothing is held against them";
const NO_ORGANIZATION: &str = "an account stands by itself";

const NO_STREAMS_OUT: &str = "metrics are read here, and sent nowhere";
const NO_INSIGHT: &str = "it looks for contributors in no logs";
const NO_BAND: &str = "it learns no bands of what is usual";
const NO_TELEMETRY: &str = "it takes metrics by PutMetricData alone";

pub(crate) static CLOUDWATCH: Dialect = Dialect {
    body_limit: 8 * MIB,
    failure: (ErrorShape::server("InternalServiceFault", 500), None),
    access_denied: ErrorShape::client("AccessDeniedException", 403),
    codes: Some(&CLOUDWATCH_CODES),
    packed: &["PutMetricData"],
    without: &[
        ("AnomalyDetector", NO_BAND),
        ("InsightRule", NO_INSIGHT),
        ("Contributors", NO_INSIGHT),
        ("MetricStream", NO_STREAMS_OUT),
        ("OTel", NO_TELEMETRY),
        ("Dataset", NO_TELEMETRY),
        ("ResourceMetrics", NO_TELEMETRY),
        ("QueryDefinition", "queries are not kept"),
        ("Mute", "alarms are silenced by DisableAlarmActions alone"),
        ("LogAlarm", "alarms watch metrics alone"),
        ("WidgetImage", "it draws no pictures"),
    ],
    ..Dialect::common("CloudWatch", &[Protocol::RpcV2Cbor, Protocol::AwsJson, Protocol::Query])
};

/// The `awsQueryError` of the model.
static CLOUDWATCH_CODES: Codes = Codes {
    prefix: "com.amazonaws.cloudwatch.v2010_08_01#",
    errors: &[
        ("AccessDeniedException", "AccessDenied", 403),
        ("DashboardInvalidInputError", "InvalidParameterInput", 400),
        ("DashboardNotFoundError", "ResourceNotFound", 404),
        ("InternalServiceFault", "InternalServiceError", 500),
        ("InvalidFormatFault", "InvalidFormat", 400),
        ("InvalidParameterCombinationException", "InvalidParameterCombination", 400),
        ("InvalidParameterValueException", "InvalidParameterValue", 400),
        ("LimitExceededFault", "LimitExceeded", 400),
        ("MissingRequiredParameterException", "MissingParameter", 400),
        ("ThrottlingException", "Throttling", 400),
        ("ValidationException", "ValidationError", 400),
    ],
    sentences: &[],
};

const NO_COPIES: &str = "tables are kept in one region";
const NO_BACKUPS: &str = "it keeps no backups of tables: copy the data directory";
const NO_BULK: &str = "tables are filled by BatchWriteItem alone";

/// Some errors are those of the framework that every service of its age is built on.
fn dynamodb_namespace(code: &str) -> &'static str {
    match code {
        "ValidationException" => "com.amazon.coral.validate#",
        "ThrottlingException" => "com.amazon.coral.availability#",
        "AccessDeniedException"
        | "ExpiredTokenException"
        | "IncompleteSignatureException"
        | "InternalFailure"
        | "InvalidSignatureException"
        | "MissingAuthenticationTokenException"
        | "SerializationException"
        | "ServiceUnavailable"
        | "UnknownOperationException"
        | "UnrecognizedClientException" => "com.amazon.coral.service#",
        _ => "com.amazonaws.dynamodb.v20120810#",
    }
}

const SELECT: &[&str] =
    &["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"];
const COMPARISONS: &[&str] = &[
    "IN",
    "NULL",
    "BETWEEN",
    "LT",
    "NOT_CONTAINS",
    "EQ",
    "GT",
    "NOT_NULL",
    "NE",
    "LE",
    "BEGINS_WITH",
    "GE",
    "CONTAINS",
];

/// A batch has 16 MiB.
pub(crate) static DYNAMODB: Dialect = Dialect {
    body_limit: 16 * MIB,
    namespace: Some(dynamodb_namespace),
    crc32: true,
    looked_at_first: Some(LookedAtFirst {
        member: "TableName",
        inputs: &["CreateTableInput", "DeleteTableInput", "DescribeTableInput", "UpdateTableInput"],
        missing: "The parameter 'TableName' is required but was not present in the request",
        length: (
            3,
            255,
            "TableName must be at least 3 characters long and at most 255 characters long",
        ),
    }),
    values_as_told: &[
        ("AttributeType", &["B", "N", "S"]),
        ("ComparisonOperator", COMPARISONS),
        ("ConditionalOperator", &["OR", "AND"]),
        ("ProjectionType", &["ALL", "INCLUDE", "KEYS_ONLY"]),
        ("ReturnValues", &["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"]),
        ("Select", SELECT),
    ],
    failure: (ErrorShape::server("InternalServerError", 500), None),
    full: (ErrorShape::client("ThrottlingException", 400), "Rate exceeded"),
    reading: Some(&[
        "BatchGetItem",
        "DescribeContinuousBackups",
        "DescribeEndpoints",
        "DescribeKinesisStreamingDestination",
        "DescribeLimits",
        "DescribeTable",
        "DescribeTimeToLive",
        "GetItem",
        "GetResourcePolicy",
        "ListTables",
        "ListTagsOfResource",
        "Query",
        "Scan",
        "TransactGetItems",
    ]),
    without: &[
        ("GlobalTable", NO_COPIES),
        ("ReplicaAutoScaling", NO_COPIES),
        ("Backup", NO_BACKUPS),
        ("PointInTime", NO_BACKUPS),
        ("Export", NO_BACKUPS),
        ("Import", NO_BULK),
        ("Bulk", NO_BULK),
        ("ContributorInsights", "it ranks no keys"),
        ("SearchVectors", "it has no vector indexes"),
    ],
    ..Dialect::common("DynamoDB", &[Protocol::AwsJson])
};

pub(crate) static DYNAMODBSTREAMS: Dialect = Dialect {
    namespace: Some(dynamodb_namespace),
    crc32: true,
    failure: (ErrorShape::server("InternalServerError", 500), None),
    full: (ErrorShape::client("ThrottlingException", 400), "Rate exceeded"),
    ..Dialect::common("DynamoDBStreams", &[Protocol::AwsJson])
};

pub(crate) static IAM: Dialect = Dialect {
    without: &[
        ("LoginProfile", NO_CONSOLE),
        ("Password", NO_CONSOLE),
        ("MFA", NO_CONSOLE),
        ("SAML", NO_PROVIDERS),
        ("OpenIDConnect", NO_PROVIDERS),
        ("OutboundWebIdentity", NO_PROVIDERS),
        ("Certificate", NO_CERTIFICATES),
        ("SSHPublicKey", NO_CERTIFICATES),
        ("ServiceSpecificCredential", NO_CERTIFICATES),
        ("Simulate", NOT_EVALUATED),
        ("ContextKeys", NOT_EVALUATED),
        ("LastAccessed", NOT_EVALUATED),
        ("GrantingServiceAccess", NOT_EVALUATED),
        ("Organizations", NO_ORGANIZATION),
        ("Delegat", NO_ORGANIZATION),
    ],
    strange_name: Some(StrangeName {
        pattern: r"[\w+=,.@-]+",
        words: |path| {
            format!(
                "The specified value for {path} is invalid. It must contain only alphanumeric \
                 characters and/or the following: +=,.@_-"
            )
        },
    }),
    ..Dialect::common("IAM", &[Protocol::Query])
};

/// PutRecords takes 10 MiB, a third more in base64.
pub(crate) static KINESIS: Dialect = Dialect {
    body_limit: 16 * MIB,
    throttled: Throttled {
        shape: ErrorShape::client("LimitExceededException", 400),
        words: |resource, account| {
            let of_stream = resource.split_once(":stream/").map(|(_, rest)| rest);
            match of_stream.and_then(|rest| rest.split('/').next()) {
                Some(stream) => {
                    format!("Rate exceeded for stream {stream} under account {account}.")
                }
                None => format!("Rate exceeded for account {account}."),
            }
        },
        fields: &[],
        own: &["GetRecords", "GetShardIterator", "PutRecord", "PutRecords"],
    },
    ..Dialect::common("Kinesis", &[Protocol::AwsJson])
};

/// The limit is that of `CreateFunction`: a package of 50 MiB in base64, and what else there is.
pub(crate) static LAMBDA: Dialect = Dialect {
    body_limit: 70_167_211,
    too_large: Some(TooLarge {
        shape: ErrorShape::client("RequestEntityTooLargeException", 413),
        words: |operation, limit| {
            let (operation, limit) = match operation {
                "Invoke" => ("InvokeFunction", 6_291_456),
                "UpdateFunctionCode" => (operation, 69_905_067),
                _ => (operation, limit),
            };
            format!("Request must be smaller than {limit} bytes for the {operation} operation")
        },
    }),
    own_values: &["Runtime"],
    values_as_told: &[("StartingPosition", &["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"])],
    failure: (ErrorShape::server("ServiceException", 500), None),
    full: (ErrorShape::client("TooManyRequestsException", 429), "Rate Exceeded."),
    throttled: Throttled {
        words: |_, _| "Rate Exceeded.".to_owned(),
        fields: &[("Reason", "CallerRateLimitExceeded")],
        ..Throttled::plain("TooManyRequestsException", 429)
    },
    tells_fault: true,
    long: &["Invoke"],
    ..Dialect::common("Lambda", &[Protocol::RestJson])
};

pub(crate) static LOGS: Dialect = Dialect {
    body_limit: 10 * MIB,
    full: (ErrorShape::server("ServiceUnavailableException", 503), UNAVAILABLE),
    invalid: ErrorShape::client("InvalidParameterException", 400),
    ..Dialect::common("CloudWatchLogs", &[Protocol::AwsJson])
};

/// A list of a thousand keys or ten thousand parts fits the limit.
pub(crate) static S3: Dialect = Dialect {
    body_limit: 8 * MIB,
    failure: (
        ErrorShape::server("InternalError", 500),
        Some("We encountered an internal error. Please try again."),
    ),
    full: (ErrorShape::server("SlowDown", 503), "Please reduce your request rate."),
    throttled: Throttled {
        shape: ErrorShape::server("SlowDown", 503),
        words: |_, _| "Please reduce your request rate.".to_owned(),
        ..Throttled::plain("SlowDown", 503)
    },
    signing: Signing { plain_path: true, all_headers: true, must_expire: true, version_2: true },
    ..Dialect::common("S3", &[Protocol::RestXml])
};

const NO_POINTS: &str = "a bucket is reached by its name alone";
const NO_JOBS: &str = "it runs no jobs over the objects of buckets";

/// What is set for an account, and tags of buckets; it is signed for as S3 is.
pub(crate) static S3CONTROL: Dialect = Dialect {
    failure: (
        ErrorShape::server("InternalError", 500),
        Some("We encountered an internal error. Please try again."),
    ),
    full: (ErrorShape::server("SlowDown", 503), "Please reduce your request rate."),
    throttled: Throttled {
        shape: ErrorShape::server("SlowDown", 503),
        words: |_, _| "Please reduce your request rate.".to_owned(),
        ..Throttled::plain("SlowDown", 503)
    },
    signing: Signing { plain_path: true, all_headers: true, must_expire: true, version_2: true },
    without: &[
        ("AccessPoint", NO_POINTS),
        ("AccessGrant", "who may is said by policies and access control lists"),
        ("Job", NO_JOBS),
        ("StorageLens", "it reports nothing of the use of buckets but CloudWatch's metrics"),
    ],
    wraps_errors: true,
    ..Dialect::common("S3Control", &[Protocol::RestXml])
};

const NO_REGIONS: &str = "it copies no secrets to other regions";

const NO_PAIRS: &str = "its keys are symmetric, or of HMACs";
const NO_STORES: &str = "its keys lie where all the rest lies";
const NO_IMPORT: &str = "it makes the material of its keys itself";
const NO_REPLICAS: &str = "its keys are of one region";

pub(crate) static KMS: Dialect = Dialect {
    failure: (ErrorShape::server("KMSInternalException", 500), None),
    full: (ErrorShape::client("ThrottlingException", 400), "Rate exceeded"),
    reading: Some(&[
        "Decrypt",
        "DescribeKey",
        "Encrypt",
        "GenerateDataKey",
        "GenerateDataKeyWithoutPlaintext",
        "GenerateMac",
        "GenerateRandom",
        "GetKeyPolicy",
        "GetKeyRotationStatus",
        "ListAliases",
        "ListGrants",
        "ListKeyPolicies",
        "ListKeyRotations",
        "ListKeys",
        "ListResourceTags",
        "ListRetirableGrants",
        "ReEncrypt",
        "VerifyMac",
    ]),
    without: &[
        ("CustomKeyStore", NO_STORES),
        ("KeyMaterial", NO_IMPORT),
        ("ParametersForImport", NO_IMPORT),
        ("KeyPair", NO_PAIRS),
        ("PublicKey", NO_PAIRS),
        ("SharedSecret", NO_PAIRS),
        ("capsulate", NO_PAIRS),
        ("Sign", NO_PAIRS),
        ("Verify", NO_PAIRS),
        ("ReplicateKey", NO_REPLICAS),
        ("PrimaryRegion", NO_REPLICAS),
    ],
    ..Dialect::common("KMS", &[Protocol::AwsJson])
};

/// A secret has 64 KiB, of which JSON may make six.
pub(crate) static SECRETSMANAGER: Dialect = Dialect {
    failure: (ErrorShape::server("InternalServiceError", 500), None),
    full: (ErrorShape::client("ThrottlingException", 400), "Rate exceeded"),
    reading: Some(&[
        "BatchGetSecretValue",
        "DescribeSecret",
        "GetRandomPassword",
        "GetResourcePolicy",
        "GetSecretValue",
        "ListSecretVersionIds",
        "ListSecrets",
        "ValidateResourcePolicy",
    ]),
    without: &[("Regions", NO_REGIONS), ("Replica", NO_REGIONS)],
    ..Dialect::common("SecretsManager", &[Protocol::AwsJson])
};

const NO_TEXTS: &str = "it is connected to no telephone network";
const NO_PUSH: &str = "it is connected to no push service of mobile devices";

/// A batch has 1 MiB, of which a form makes three.
pub(crate) static SNS: Dialect = Dialect {
    body_limit: 4 * MIB,
    open: &["ConfirmSubscription", "Unsubscribe"],
    access_denied: ErrorShape::client("AuthorizationError", 403),
    full: (ErrorShape::client("Throttled", 429), "Rate exceeded"),
    throttled: Throttled::plain("Throttled", 429),
    without: &[
        ("SMS", NO_TEXTS),
        ("Number", NO_TEXTS),
        ("Platform", NO_PUSH),
        ("Endpoint", NO_PUSH),
        ("DataProtection", "it looks for no personal data in messages"),
    ],
    failure: (ErrorShape::server("InternalError", 500), None),
    ..Dialect::common("SNS", &[Protocol::Query])
};

/// A message has 1 MiB, of which JSON may make six.
pub(crate) static SQS: Dialect = Dialect {
    body_limit: 7 * MIB,
    access_denied: ErrorShape::client("AccessDeniedException", 403),
    full: (ErrorShape::client("RequestThrottled", 400), "Rate exceeded"),
    throttled: Throttled::plain("RequestThrottled", 400),
    missing: Some(Missing {
        shape: ErrorShape::client("MissingRequiredParameterException", 400),
        words: |path| {
            let name = path.rsplit('.').next().unwrap_or_default();
            let (first, rest) = name.split_at_checked(1).unwrap_or_default();
            format!("The request must contain the parameter {}{rest}.", first.to_ascii_uppercase())
        },
    }),
    forms: Some(&SQS_FORMS),
    codes: Some(&SQS_CODES),
    gives_addresses: &["CreateQueue", "GetQueueUrl", "ListDeadLetterSourceQueues", "ListQueues"],
    long: &["ReceiveMessage"],
    reading: Some(&[
        "GetQueueAttributes",
        "GetQueueUrl",
        "ListDeadLetterSourceQueues",
        "ListMessageMoveTasks",
        "ListQueueTags",
        "ListQueues",
    ]),
    ..Dialect::common("SQS", &[Protocol::AwsJson, Protocol::Query])
};

/// The names of the API reference of 2012-11-05 before JSON.
static SQS_FORMS: Forms = Forms {
    namespace: "http://queue.amazonaws.com/doc/2012-11-05/",
    path_member: "QueueUrl",
    names: &[
        ("AWSAccountIds", "AWSAccountId"),
        ("Actions", "ActionName"),
        ("AttributeNames", "AttributeName"),
        ("Attributes", "Attribute"),
        ("BinaryListValues", "BinaryListValue"),
        ("MessageAttributeNames", "MessageAttributeName"),
        ("MessageAttributes", "MessageAttribute"),
        ("MessageSystemAttributeNames", "MessageSystemAttributeName"),
        ("MessageSystemAttributes", "MessageSystemAttribute"),
        ("QueueUrls", "QueueUrl"),
        ("StringListValues", "StringListValue"),
        ("TagKeys", "TagKey"),
        ("Tags", "Tag"),
        ("queueUrls", "QueueUrl"),
        ("tags", "Tag"),
    ],
    keys: &[("Tag", "Key"), ("Tags", "Key")],
};

/// The `awsQueryError` of the model.
static SQS_CODES: Codes = Codes {
    prefix: "com.amazonaws.sqs#",
    errors: &[
        ("AccessDeniedException", "AccessDenied", 403),
        ("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct", 400),
        ("BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong", 400),
        ("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest", 400),
        ("InvalidAddress", "InvalidAddress", 404),
        ("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId", 400),
        ("InvalidParameterValueException", "InvalidParameterValue", 400),
        ("InvalidSecurity", "InvalidSecurity", 403),
        ("KmsAccessDenied", "KMS.AccessDeniedException", 400),
        ("KmsDisabled", "KMS.DisabledException", 400),
        ("KmsInvalidKeyUsage", "KMS.InvalidKeyUsageException", 400),
        ("KmsInvalidState", "KMS.InvalidStateException", 400),
        ("KmsNotFound", "KMS.NotFoundException", 400),
        ("KmsOptInRequired", "KMS.OptInRequired", 403),
        ("KmsThrottled", "KMS.ThrottlingException", 400),
        ("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight", 400),
        ("MissingRequiredParameterException", "MissingParameter", 400),
        ("OverLimit", "OverLimit", 403),
        ("PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress", 403),
        ("QueueDeletedRecently", "AWS.SimpleQueueService.QueueDeletedRecently", 400),
        ("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400),
        ("QueueNameExists", "QueueAlreadyExists", 400),
        ("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", 404),
        ("RequestThrottled", "RequestThrottled", 403),
        ("ResourceNotFoundException", "ResourceNotFoundException", 404),
        (
            "TooManyEntriesInBatchRequest",
            "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
            400,
        ),
        ("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation", 400),
    ],
    sentences: &[(
        "QueueDoesNotExist",
        "The specified queue does not exist for this wsdl version.",
    )],
};

/// A value has 8 KiB, a list of tags a thousand entries.
pub(crate) static SSM: Dialect = Dialect {
    failure: (ErrorShape::server("InternalServerError", 500), None),
    full: (ErrorShape::client("ThrottlingException", 400), "Rate exceeded"),
    throttled: Throttled {
        shape: ErrorShape {
            message_member: "Message",
            ..ErrorShape::client("ThrottlingException", 400)
        },
        ..Throttled::plain("ThrottlingException", 400)
    },
    values_as_told: &[("Type", &["SecureString", "StringList", "String"])],
    without: &[("", "of Systems Manager it has Parameter Store alone")],
    ..Dialect::common("SSM", &[Protocol::AwsJson])
};

/// Its other operations issue keys, `GetSessionToken` too.
pub(crate) static STS: Dialect =
    Dialect { reading: Some(&["GetCallerIdentity"]), ..Dialect::common("STS", &[Protocol::Query]) };

#[cfg(test)]
mod tests {
    use crate::SERVICES;
    use std::collections::BTreeSet;

    #[test]
    fn each_service_has_a_row_of_its_own_that_speaks_its_models_protocol() {
        for service in SERVICES {
            assert!(service.speaks(service.protocol), "{}", service.id);
        }
        let names: BTreeSet<_> = SERVICES.iter().map(|service| service.dialect.name).collect();
        assert_eq!(names.len(), SERVICES.len());
    }
}
