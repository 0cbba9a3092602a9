//! What a bucket's owner says of notifications, and what is said of it.

use super::outbox::{leave, sender};
use super::record::test_message;
use super::{Rule, covers};
use crate::bucket::Bucket;
use crate::errors::{self, invalid_argument};
use platform::{Arn, Context, Door, Error, Letterbox, LetterboxKind, Result};
use shapes::s3::{
    FilterRule, LambdaFunctionConfiguration, NotificationConfiguration,
    NotificationConfigurationFilter as Filter, QueueConfiguration, S3KeyFilter, TopicConfiguration,
};
use std::collections::BTreeSet;

/// The most rules of a bucket.
const MAX_RULES: usize = 100;

/// The events of S3. Those whose cause there is not here do not happen.
const EVENTS: [&str; 27] = [
    "s3:ReducedRedundancyLostObject",
    "s3:ObjectCreated:*",
    "s3:ObjectCreated:Put",
    "s3:ObjectCreated:Post",
    "s3:ObjectCreated:Copy",
    "s3:ObjectCreated:CompleteMultipartUpload",
    "s3:ObjectRemoved:*",
    "s3:ObjectRemoved:Delete",
    "s3:ObjectRemoved:DeleteMarkerCreated",
    "s3:ObjectRestore:*",
    "s3:ObjectRestore:Post",
    "s3:ObjectRestore:Completed",
    "s3:ObjectRestore:Delete",
    "s3:Replication:*",
    "s3:Replication:OperationFailedReplication",
    "s3:Replication:OperationNotTracked",
    "s3:Replication:OperationMissedThreshold",
    "s3:Replication:OperationReplicatedAfterThreshold",
    "s3:LifecycleTransition",
    "s3:IntelligentTiering",
    "s3:ObjectAcl:Put",
    "s3:LifecycleExpiration:*",
    "s3:LifecycleExpiration:Delete",
    "s3:LifecycleExpiration:DeleteMarkerCreated",
    "s3:ObjectTagging:*",
    "s3:ObjectTagging:Put",
    "s3:ObjectTagging:Delete",
];

/// One of the three lists of a document, as it stands there.
struct Given {
    id: Option<String>,
    arn: String,
    events: Vec<String>,
    filter: Option<Filter>,
    kind: LetterboxKind,
}

/// Reads a configuration. `name` gives names to rules that have none.
///
/// # Errors
/// `InvalidArgument`; `NotImplemented` for EventBridge.
pub(crate) fn read(
    configuration: NotificationConfiguration,
    bucket: &Bucket,
    name: impl Fn() -> String,
) -> Result<Vec<Rule>> {
    if configuration.event_bridge_configuration.is_some() {
        return Err(errors::unsupported("EventBridgeConfiguration (leave it out)"));
    }
    let mut rules: Vec<Rule> = Vec::new();
    let mut ids = BTreeSet::new();
    for given in all(configuration) {
        let rule = rule(given, bucket, &name)?;
        if !ids.insert(rule.id.clone()) {
            return Err(errors::invalid_argument(
                "Same ID used for multiple configurations. IDs must be unique",
                "Id",
                rule.id,
            ));
        }
        if let Some(other) = rules.iter().find(|other| overlap(other, &rule)) {
            let is_plain = |rule: &Rule| rule.prefix.is_none() && rule.suffix.is_none();
            return Err(errors::plain_invalid_argument(match is_plain(other) && is_plain(&rule) {
                true => OVERLAP,
                false => AMBIGUOUS,
            }));
        }
        rules.push(rule);
    }
    if rules.len() > MAX_RULES {
        return Err(errors::plain_invalid_argument("Too many notification configurations."));
    }
    Ok(rules)
}

const OVERLAP: &str = "Configurations overlap. Configurations on the same bucket cannot share a \
                       common event type.";
const AMBIGUOUS: &str = "Configuration is ambiguously defined. Cannot have overlapping suffixes in \
                         two rules if the prefixes are overlapping for the same event type.";

fn all(configuration: NotificationConfiguration) -> impl Iterator<Item = Given> {
    let topics = configuration.topic_configurations.unwrap_or_default().into_iter().map(|it| {
        let kind = LetterboxKind::Topic;
        Given { id: it.id, arn: it.topic_arn, events: it.events, filter: it.filter, kind }
    });
    let queues = configuration.queue_configurations.unwrap_or_default().into_iter().map(|it| {
        let kind = LetterboxKind::Queue;
        Given { id: it.id, arn: it.queue_arn, events: it.events, filter: it.filter, kind }
    });
    let functions = configuration.lambda_function_configurations.unwrap_or_default();
    let functions = functions.into_iter().map(|it| {
        let (kind, arn) = (LetterboxKind::Function, it.lambda_function_arn);
        Given { id: it.id, arn, events: it.events, filter: it.filter, kind }
    });
    topics.chain(queues).chain(functions)
}

fn rule(given: Given, bucket: &Bucket, name: impl Fn() -> String) -> Result<Rule> {
    let to = Letterbox::parse(&given.arn).filter(|to| to.kind() == given.kind);
    let Some(to) = to else {
        let message = "The ARN could not be parsed";
        return Err(invalid_argument(message, argument(given.kind), given.arn));
    };
    if to.is_fifo() {
        let why = "FIFO queues and topics are not supported as destinations";
        return Err(unable(&[(to, why.to_owned())]));
    }
    if Arn::parse(to.arn()).is_none_or(|arn| arn.region != bucket.region) {
        let message = "The notification destination service region is not valid for the bucket \
                       location constraint";
        return Err(invalid_argument(message, argument(given.kind), given.arn));
    }
    if given.events.is_empty() {
        return Err(errors::malformed_xml());
    }
    let is_known = |event: &&String| EVENTS.iter().any(|it| it == event);
    if let Some(event) = given.events.iter().find(|event| !is_known(event)) {
        let message = "The event is not supported for notifications";
        return Err(invalid_argument(message, "Event", event));
    }
    let (prefix, suffix) = filter(given.filter)?;
    let id = given.id.filter(|id| !id.is_empty()).unwrap_or_else(name);
    Ok(Rule { id, to, events: given.events, prefix, suffix })
}

fn argument(kind: LetterboxKind) -> &'static str {
    match kind {
        LetterboxKind::Topic => "Topic",
        LetterboxKind::Function => "CloudFunction",
        LetterboxKind::Queue | LetterboxKind::Bucket => "Queue",
    }
}

/// The prefix and the suffix of keys.
fn filter(filter: Option<Filter>) -> Result<(Option<String>, Option<String>)> {
    let rules = filter.and_then(|it| it.key).and_then(|it| it.filter_rules).unwrap_or_default();
    let (mut prefix, mut suffix) = (None, None);
    for rule in rules {
        let given = rule.name.unwrap_or_default();
        let name = given.to_ascii_lowercase();
        let place = match &*name {
            "prefix" => &mut prefix,
            "suffix" => &mut suffix,
            _ => {
                let message = "filter rule name must be either prefix or suffix";
                return Err(invalid_argument(message, "FilterRule.Name", given));
            }
        };
        let value = rule.value.unwrap_or_default();
        if value.len() > 1024 {
            let message =
                "Size of filter rule value cannot exceed 1024 bytes in UTF-8 representation";
            return Err(invalid_argument(message, "FilterRule.Value", value));
        }
        if place.replace(value).is_some() {
            let message = format!("Cannot specify more than one {name} rule in a filter.");
            return Err(invalid_argument(message, "FilterRule.Name", name));
        }
    }
    // An empty text is in front of every key.
    Ok((prefix.filter(|it| !it.is_empty()), suffix.filter(|it| !it.is_empty())))
}

/// Whether an event of a key could be told by both.
fn overlap(one: &Rule, other: &Rule) -> bool {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (a, b) = (text(&one.prefix), text(&other.prefix));
    let (x, y) = (text(&one.suffix), text(&other.suffix));
    let events = one
        .events
        .iter()
        .any(|event| other.events.iter().any(|it| covers(event, it) || covers(it, event)));
    let prefixes = a.starts_with(&b) || b.starts_with(&a);
    let suffixes = x.ends_with(&y) || y.ends_with(&x);
    events && prefixes && suffixes
}

/// The elements that name places which cannot be told anything, and say why; for more there is no
/// room in an error.
const ARGUMENTS: [(&str, &str); 10] = [
    ("ArgumentName1", "ArgumentValue1"),
    ("ArgumentName2", "ArgumentValue2"),
    ("ArgumentName3", "ArgumentValue3"),
    ("ArgumentName4", "ArgumentValue4"),
    ("ArgumentName5", "ArgumentValue5"),
    ("ArgumentName6", "ArgumentValue6"),
    ("ArgumentName7", "ArgumentValue7"),
    ("ArgumentName8", "ArgumentValue8"),
    ("ArgumentName9", "ArgumentValue9"),
    ("ArgumentName10", "ArgumentValue10"),
];

/// Places that cannot be told anything, and why.
fn unable(places: &[(Letterbox, String)]) -> Error {
    let message = "Unable to validate the following destination configurations";
    let error = Error::new(&errors::INVALID_ARGUMENT, message);
    ARGUMENTS.iter().zip(places).fold(error, |error, ((name, value), (to, why))| {
        let place = match to.kind() {
            // AWS adds what a function has not got here.
            LetterboxKind::Function => format!("{}, null", to.arn()),
            _ => to.arn().to_owned(),
        };
        error.with(name, place).with(value, why)
    })
}

/// Makes sure that S3 can tell those whom rules name, and sends queues and topics a test message.
///
/// # Errors
/// `InvalidArgument` for a place that does not exist, or does not let S3 in.
pub(crate) async fn validate(
    cx: &Context,
    (name, bucket): (&str, &Bucket),
    rules: &[Rule],
) -> Result<()> {
    let sender = sender(cx.platform(), (&bucket.account, &bucket.region), name);
    let mut shut = Vec::new();
    for rule in rules {
        let (to, kind) = (&rule.to, rule.to.kind());
        let why = match (to.door(&sender).await?, kind) {
            (Door::Open, _) => continue,
            (_, LetterboxKind::Function) => {
                format!("Not authorized to invoke function [{}]", to.arn())
            }
            (Door::Missing, kind) => missing(kind),
            (Door::Shut, kind) => {
                let what = name_of(kind);
                format!(
                    "Permissions on the destination {what} do not allow S3 to publish \
                     notifications from this bucket"
                )
            }
        };
        shut.push((to.clone(), why));
    }
    if !shut.is_empty() {
        return Err(unable(&shut));
    }
    let told = |rule: &&Rule| rule.to.kind() != LetterboxKind::Function;
    for rule in rules.iter().filter(told) {
        let sent = leave(&sender, &rule.to, test_message(cx, name)?).await;
        sent.map_err(|error| match error.is_server_fault() {
            true => error,
            // A topic says only now that it is not there.
            false if error.shape.status == 404 => {
                unable(&[(rule.to.clone(), missing(rule.to.kind()))])
            }
            false => unable(&[(rule.to.clone(), error.message)]),
        })?;
    }
    Ok(())
}

fn name_of(kind: LetterboxKind) -> &'static str {
    if kind == LetterboxKind::Topic { "topic" } else { "queue" }
}

fn missing(kind: LetterboxKind) -> String {
    format!("The destination {} does not exist", name_of(kind))
}

/// The rules as a document shows them.
pub(crate) fn shown(rules: &[Rule]) -> NotificationConfiguration {
    let mut shown = NotificationConfiguration::default();
    for rule in rules {
        let (id, arn) = (Some(rule.id.clone()), rule.to.arn().to_owned());
        let (events, filter) = (rule.events.clone(), shown_filter(rule));
        match rule.to.kind() {
            LetterboxKind::Topic => {
                let it = TopicConfiguration { id, topic_arn: arn, events, filter };
                shown.topic_configurations.get_or_insert_default().push(it);
            }
            LetterboxKind::Function => {
                let it =
                    LambdaFunctionConfiguration { id, lambda_function_arn: arn, events, filter };
                shown.lambda_function_configurations.get_or_insert_default().push(it);
            }
            LetterboxKind::Queue | LetterboxKind::Bucket => {
                let it = QueueConfiguration { id, queue_arn: arn, events, filter };
                shown.queue_configurations.get_or_insert_default().push(it);
            }
        }
    }
    shown
}

fn shown_filter(rule: &Rule) -> Option<Filter> {
    let part = |name: &str, value: &Option<String>| {
        let value = value.clone()?;
        Some(FilterRule { name: Some(name.to_owned()), value: Some(value) })
    };
    let rules = [part("Prefix", &rule.prefix), part("Suffix", &rule.suffix)];
    let rules: Vec<_> = rules.into_iter().flatten().collect();
    (!rules.is_empty()).then_some(Filter { key: Some(S3KeyFilter { filter_rules: Some(rules) }) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    const QUEUE: &str = "arn:aws:sqs:us-east-1:000000000000:q";

    fn bucket() -> Bucket {
        Bucket {
            account: "000000000000".into(),
            region: "us-east-1".into(),
            created_ms: 0,
            incarnation: String::new(),
            closing: None,
            settings: Settings::default(),
        }
    }

    fn queue(id: &str, event: &str, filter: &[(&str, &str)]) -> QueueConfiguration {
        let rule = |(name, value): &(&str, &str)| FilterRule {
            name: Some((*name).into()),
            value: Some((*value).into()),
        };
        let rules = Some(filter.iter().map(rule).collect());
        QueueConfiguration {
            id: Some(id.into()),
            queue_arn: QUEUE.into(),
            events: vec![event.into()],
            filter: Some(Filter { key: Some(S3KeyFilter { filter_rules: rules }) }),
        }
    }

    fn of(queues: Vec<QueueConfiguration>) -> Result<Vec<Rule>> {
        let configuration =
            NotificationConfiguration { queue_configurations: Some(queues), ..Default::default() };
        read(configuration, &bucket(), || "made".to_owned())
    }

    fn refusal(queues: Vec<QueueConfiguration>) -> String {
        of(queues).err().map(|error| error.message).unwrap_or_default()
    }

    #[test]
    fn what_is_set_is_shown_again() {
        let given = vec![queue("a", "s3:ObjectCreated:*", &[("prefix", "x/"), ("Suffix", ".csv")])];
        let rules = of(given).unwrap();
        let found = shown(&rules).queue_configurations.unwrap();
        assert_eq!(
            found,
            [queue("a", "s3:ObjectCreated:*", &[("Prefix", "x/"), ("Suffix", ".csv")])]
        );
        let nameless = QueueConfiguration { id: None, ..queue("", "s3:ObjectCreated:Put", &[]) };
        let rules = of(vec![nameless]).unwrap();
        assert_eq!((&*rules[0].id, shown_filter(&rules[0])), ("made", None));
    }

    #[test]
    fn rules_that_could_tell_the_same_event_are_refused() {
        let created = |id: &str, filter| queue(id, "s3:ObjectCreated:*", filter);
        let put = |id: &str, filter| queue(id, "s3:ObjectCreated:Put", filter);
        assert_eq!(refusal(vec![created("a", &[]), put("b", &[])]), OVERLAP);
        let inside =
            refusal(vec![created("a", &[("prefix", "x")]), put("b", &[("prefix", "x/y")])]);
        assert_eq!(inside, AMBIGUOUS);
        let apart = vec![created("a", &[("prefix", "x")]), put("b", &[("prefix", "y")])];
        assert_eq!(refusal(apart), "");
        let endings = vec![created("a", &[("suffix", ".a")]), put("b", &[("suffix", ".b")])];
        assert_eq!(refusal(endings), "");
        let removed = queue("b", "s3:ObjectRemoved:*", &[]);
        assert_eq!(refusal(vec![created("a", &[]), removed]), "");
        let same =
            refusal(vec![created("a", &[("prefix", "x")]), created("a", &[("prefix", "y")])]);
        assert!(same.starts_with("Same ID used"), "{same}");
    }

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        let plain = || queue("a", "s3:ObjectCreated:*", &[]);
        let to = |arn: &str| QueueConfiguration { queue_arn: arn.into(), ..plain() };
        assert_eq!(refusal(vec![to("q")]), "The ARN could not be parsed");
        let topic = refusal(vec![to("arn:aws:sns:us-east-1:000000000000:t")]);
        assert_eq!(topic, "The ARN could not be parsed");
        let far = refusal(vec![to("arn:aws:sqs:eu-west-1:000000000000:q")]);
        assert!(far.starts_with("The notification destination service region"), "{far}");
        let fifo = refusal(vec![to("arn:aws:sqs:us-east-1:000000000000:q.fifo")]);
        assert!(fifo.starts_with("Unable to validate"), "{fifo}");
        let event = refusal(vec![queue("a", "s3:ObjectMoved", &[])]);
        assert_eq!(event, "The event is not supported for notifications");
        let name = refusal(vec![queue("a", "s3:ObjectCreated:*", &[("infix", "x")])]);
        assert_eq!(name, "filter rule name must be either prefix or suffix");
        let twice = [("prefix", "x"), ("Prefix", "y")];
        let twice = refusal(vec![queue("a", "s3:ObjectCreated:*", &twice)]);
        assert_eq!(twice, "Cannot specify more than one prefix rule in a filter.");
        let bridge = NotificationConfiguration {
            event_bridge_configuration: Some(Default::default()),
            ..Default::default()
        };
        let refused = read(bridge, &bucket(), String::new).unwrap_err();
        assert_eq!(refused.code(), "NotImplemented");
    }
}
