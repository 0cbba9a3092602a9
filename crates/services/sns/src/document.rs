//! What an endpoint gets: the three documents, each with its signature, and their headers.
//!
//! Members come in AWS's order, and documents are laid out as AWS lays them out ("HTTP/HTTPS
//! notification JSON format" and its neighbours). FIFO topics sign nothing and tell a number.

use crate::Sns;
use crate::deliver::Delivery;
use crate::records::message::{Attribute, Kind, Message};
use crate::signing::Version;
use platform::{Arn, Result};
use serde_json::{Value, json};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What stands as `Content-Type` where no delivery policy says another.
pub const TEXT: &str = "text/plain; charset=UTF-8";

/// A document's signature, and how to verify it.
struct Seal {
    version: Version,
    signature: String,
    certificate: String,
}

impl Sns {
    /// The document that a subscription of SQS or HTTP gets.
    ///
    /// # Errors
    /// The storage's, where the key is not known yet.
    pub async fn document(&self, it: Delivery<'_>) -> Result<String> {
        let Delivery { topic, subscription, message } = it;
        let text = message.text_for(&subscription.protocol);
        let mut document = Document::default();
        document.add("Type", message.kind.name());
        document.add("MessageId", &message.id);
        document.add_some("SequenceNumber", message.sequence.as_deref());
        let confirming = match message.kind.token() {
            Some(token) => {
                document.add("Token", token);
                Some((token, self.subscribe_url(&message.topic, token)))
            }
            None => None,
        };
        document.add("TopicArn", &message.topic);
        document.add_some("Subject", message.subject.as_deref());
        document.add("Message", text);
        let told = confirming.as_ref().map(|(token, url)| (*token, url.as_str()));
        document.add_some("SubscribeURL", told.map(|(_, url)| url));
        document.add("Timestamp", &when(message));
        if !topic.is_fifo() {
            let seal = self.seal(it, text, told).await?;
            document.add("SignatureVersion", seal.version.name());
            document.add("Signature", &seal.signature);
            document.add("SigningCertURL", &seal.certificate);
        }
        if confirming.is_none() {
            document.add("UnsubscribeURL", &self.unsubscribe_url(&subscription.arn()));
            document.add_attributes(&message.attributes);
        }
        document.add_some("Replayed", message.replayed.then_some("true"));
        Ok(document.close())
    }

    /// The event that a function gets.
    ///
    /// # Errors
    /// The storage's, where the key is not known yet.
    pub async fn event(&self, it: Delivery<'_>) -> Result<String> {
        let Delivery { subscription, message, .. } = it;
        let text = message.text_for(&subscription.protocol);
        let seal = self.seal(it, text, None).await?;
        let attributes: BTreeMap<_, _> =
            message.attributes.iter().map(|(name, it)| (name, shown(it))).collect();
        let arn = subscription.arn();
        let notification = json!({
            "Type": message.kind.name(),
            "MessageId": message.id,
            "TopicArn": message.topic,
            "Subject": message.subject,
            "Message": text,
            "Timestamp": when(message),
            "SignatureVersion": seal.version.name(),
            "Signature": seal.signature,
            "SigningCertUrl": seal.certificate,
            "UnsubscribeUrl": self.unsubscribe_url(&arn),
            "MessageAttributes": attributes,
        });
        let record = json!({
            "EventSource": "aws:sns",
            "EventVersion": "1.0",
            "EventSubscriptionArn": arn,
            "Sns": notification,
        });
        Ok(json!({ "Records": [record] }).to_string())
    }

    /// `told` are the token and the address of a confirmation.
    async fn seal(
        &self,
        Delivery { topic, message, .. }: Delivery<'_>,
        text: &str,
        told: Option<(&str, &str)>,
    ) -> Result<Seal> {
        let version = Version::of(topic.attributes.get("SignatureVersion").map(String::as_str));
        let canonical = canonical(message, text, told);
        let signature = self.signer.sign(version, &canonical).await?.to_string();
        let certificate = self.certificate_url(&message.topic).await?;
        Ok(Seal { version, signature, certificate })
    }

    /// Where the certificate is. Its host may be told by the settings, `{region}` in it being the
    /// topic's.
    async fn certificate_url(&self, topic: &str) -> Result<String> {
        let region = Arn::parse(topic).map_or("", |arn| arn.region);
        let base = self.config.cert_url.as_ref().unwrap_or(&self.config.endpoint_url);
        let base = base.trim_end_matches('/').replace("{region}", region);
        Ok(format!("{base}/{}", self.signer.certificate().await?.name))
    }

    fn subscribe_url(&self, topic: &str, token: &str) -> String {
        let base = &self.config.endpoint_url;
        format!("{base}/?Action=ConfirmSubscription&TopicArn={topic}&Token={token}")
    }

    fn unsubscribe_url(&self, subscription: &str) -> String {
        let base = &self.config.endpoint_url;
        format!("{base}/?Action=Unsubscribe&SubscriptionArn={subscription}")
    }
}

/// What says whose document it is, to an endpoint that has not read it.
pub fn headers(
    Delivery { subscription, message, .. }: Delivery<'_>,
) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("x-amz-sns-message-type", message.kind.name().to_owned()),
        ("x-amz-sns-message-id", message.id.clone()),
        ("x-amz-sns-topic-arn", message.topic.clone()),
    ];
    if !matches!(message.kind, Kind::SubscriptionConfirmation { .. }) {
        headers.push(("x-amz-sns-subscription-arn", subscription.arn()));
    }
    if is_raw(subscription.is_raw(), message) {
        headers.push(("x-amz-sns-rawdelivery", "true".to_owned()));
    }
    headers
}

/// Whether a message goes without a document around it, to who wants it so.
pub fn is_raw(wanted: bool, message: &Message) -> bool {
    wanted && message.kind == Kind::Notification
}

/// The text that is signed.
fn canonical(message: &Message, text: &str, told: Option<(&str, &str)>) -> String {
    let when = when(message);
    let (token, url) = told.unzip();
    let subject = message.subject.as_deref().filter(|_| token.is_none());
    let members = [
        ("Message", Some(text)),
        ("MessageId", Some(&*message.id)),
        ("Subject", subject),
        ("SubscribeURL", url),
        ("Timestamp", Some(&when)),
        ("Token", token),
        ("TopicArn", Some(&message.topic)),
        ("Type", Some(message.kind.name())),
    ];
    let mut canonical = String::new();
    for (name, value) in members {
        if let Some(value) = value {
            canonical.extend([name, "\n", value, "\n"]);
        }
    }
    canonical
}

fn when(message: &Message) -> String {
    Timestamp(message.published_ms).iso8601_millis()
}

fn shown(attribute: &Attribute) -> Value {
    json!({ "Type": attribute.kind, "Value": attribute.value })
}

/// A document that is being written.
#[derive(Default)]
struct Document(String);

impl Document {
    fn add(&mut self, name: &str, value: &str) {
        self.add_json(name, &Value::from(value).to_string());
    }

    fn add_some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(name, value);
        }
    }

    fn add_json(&mut self, name: &str, value: &str) {
        let begin = if self.0.is_empty() { "{" } else { "," };
        // Writing to a string does not fail.
        let _ = write!(self.0, "{begin}\n  \"{name}\" : {value}");
    }

    fn add_attributes(&mut self, attributes: &BTreeMap<String, Attribute>) {
        if attributes.is_empty() {
            return;
        }
        let one = |(name, it): (&String, &Attribute)| {
            let (name, kind, value) = (json!(name), json!(it.kind), json!(it.value));
            format!("    {name} : {{\"Type\":{kind},\"Value\":{value}}}")
        };
        let all: Vec<_> = attributes.iter().map(one).collect();
        self.add_json("MessageAttributes", &format!("{{\n{}\n  }}", all.join(",\n")));
    }

    fn close(mut self) -> String {
        self.0.push_str("\n}");
        self.0
    }
}

impl Kind {
    /// As documents and headers name it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Notification => "Notification",
            Self::SubscriptionConfirmation { .. } => "SubscriptionConfirmation",
            Self::UnsubscribeConfirmation { .. } => "UnsubscribeConfirmation",
        }
    }

    fn token(&self) -> Option<&str> {
        match self {
            Self::Notification => None,
            Self::SubscriptionConfirmation { token } | Self::UnsubscribeConfirmation { token } => {
                Some(token)
            }
        }
    }
}

/// What a confirmation says, of a topic's ARN or of a subscription's.
pub mod words {
    /// To an endpoint that was subscribed.
    pub fn subscribed(topic: &str) -> String {
        format!(
            "You have chosen to subscribe to the topic {topic}.\nTo confirm the subscription, visit \
             the SubscribeURL included in this message."
        )
    }

    /// To an endpoint that is subscribed no longer.
    pub fn unsubscribed(subscription: &str) -> String {
        format!(
            "You have chosen to deactivate subscription {subscription}.\nTo cancel this operation \
             and restore the subscription, visit the SubscribeURL included in this message."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::records::subscription::Subscription;
    use crate::records::topic::Topic;
    use platform::testing::platform;
    use std::sync::Arc;

    const ARN: &str = "arn:aws:sns:eu-west-1:000000000000:t";

    fn sns(cert_url: Option<&str>) -> Arc<Sns> {
        let endpoint_url = "http://localhost:4566".to_owned();
        let cert_url = cert_url.map(str::to_owned);
        Sns::new(platform().0, Config { endpoint_url, cert_url })
    }

    fn subscription() -> Subscription {
        let (topic, protocol) = (ARN.to_owned(), "sqs".to_owned());
        Subscription { id: "u".to_owned(), topic, protocol, ..Subscription::default() }
    }

    fn message() -> Message {
        let kind = |kind: &str, value: &str| Attribute { kind: kind.into(), value: value.into() };
        Message {
            id: "i".to_owned(),
            topic: ARN.to_owned(),
            subject: Some("about \"it\"".to_owned()),
            text: "hello\n".to_owned(),
            attributes: [
                ("a".to_owned(), kind("String", "1\t2")),
                ("b".to_owned(), kind("Number", "3")),
            ]
            .into(),
            published_ms: 1_767_323_045_678,
            ..Message::default()
        }
    }

    async fn signed(sns: &Sns, version: Version, text: &str) -> String {
        sns.signer.sign(version, text).await.unwrap().to_string()
    }

    #[tokio::test]
    async fn a_notification_is_laid_out_as_on_aws() {
        let sns = sns(None);
        let (topic, subscription, message) = (Topic::default(), subscription(), message());
        let it = Delivery { topic: &topic, subscription: &subscription, message: &message };
        let document = sns.document(it).await.unwrap();
        let text = "Message\nhello\n\nMessageId\ni\nSubject\nabout \"it\"\nTimestamp\n\
                    2026-01-02T03:04:05.678Z\nTopicArn\n\
                    arn:aws:sns:eu-west-1:000000000000:t\nType\nNotification\n";
        let signature = signed(&sns, Version::One, text).await;
        let name = sns.signer.certificate().await.unwrap().name;
        let expected = r#"{
  "Type" : "Notification",
  "MessageId" : "i",
  "TopicArn" : "arn:aws:sns:eu-west-1:000000000000:t",
  "Subject" : "about \"it\"",
  "Message" : "hello\n",
  "Timestamp" : "2026-01-02T03:04:05.678Z",
  "SignatureVersion" : "1",
  "Signature" : "<signature>",
  "SigningCertURL" : "http://localhost:4566/<name>",
  "UnsubscribeURL" : "http://localhost:4566/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:eu-west-1:000000000000:t:u",
  "MessageAttributes" : {
    "a" : {"Type":"String","Value":"1\t2"},
    "b" : {"Type":"Number","Value":"3"}
  }
}"#;
        let expected = expected.replace("<signature>", &signature).replace("<name>", &name);
        assert_eq!(document, expected);
    }

    #[tokio::test]
    async fn a_confirmation_names_where_it_is_confirmed() {
        let sns = sns(Some("https://sns.{region}.amazonaws.com/"));
        let topic = Topic {
            attributes: [("SignatureVersion".to_owned(), "2".to_owned())].into(),
            ..Topic::default()
        };
        let subscription = subscription();
        let message = Message {
            kind: Kind::SubscriptionConfirmation { token: "2336".to_owned() },
            subject: None,
            text: words::subscribed(ARN),
            ..message()
        };
        let it = Delivery { topic: &topic, subscription: &subscription, message: &message };
        let document: Value = serde_json::from_str(&sns.document(it).await.unwrap()).unwrap();
        let url =
            format!("http://localhost:4566/?Action=ConfirmSubscription&TopicArn={ARN}&Token=2336");
        assert_eq!(document["SubscribeURL"], url);
        assert_eq!(document["Token"], "2336");
        assert_eq!(document["SignatureVersion"], "2");
        assert!(document.get("UnsubscribeURL").is_none());
        assert!(document.get("MessageAttributes").is_none());
        let host = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-";
        assert!(document["SigningCertURL"].as_str().unwrap().starts_with(host));
        let text = format!(
            "Message\n{}\nMessageId\ni\nSubscribeURL\n{url}\nTimestamp\n2026-01-02T03:04:05.678Z\n\
             Token\n2336\nTopicArn\n{ARN}\nType\nSubscriptionConfirmation\n",
            words::subscribed(ARN)
        );
        assert_eq!(document["Signature"], signed(&sns, Version::Two, &text).await);
        let named: Vec<_> = headers(it).into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            named,
            ["x-amz-sns-message-type", "x-amz-sns-message-id", "x-amz-sns-topic-arn"]
        );
    }

    #[tokio::test]
    async fn a_fifo_topic_tells_numbers_and_signs_nothing() {
        let sns = sns(None);
        let topic = Topic {
            attributes: [("FifoTopic".to_owned(), "true".to_owned())].into(),
            ..Topic::default()
        };
        let subscription = subscription();
        let message = Message {
            sequence: Some("10000000000000000000".to_owned()),
            attributes: BTreeMap::new(),
            subject: None,
            replayed: true,
            ..message()
        };
        let it = Delivery { topic: &topic, subscription: &subscription, message: &message };
        let document = sns.document(it).await.unwrap();
        let names: Vec<_> = document
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split('"').next())
            .collect();
        let expected = [
            "Type",
            "MessageId",
            "SequenceNumber",
            "TopicArn",
            "Message",
            "Timestamp",
            "UnsubscribeURL",
            "Replayed",
        ];
        assert_eq!(names, expected);
        assert!(document.ends_with("\"Replayed\" : \"true\"\n}"));
    }

    #[tokio::test]
    async fn a_function_gets_an_event() {
        let sns = sns(None);
        let (topic, message) = (Topic::default(), message());
        let subscription = Subscription { protocol: "lambda".to_owned(), ..subscription() };
        let it = Delivery { topic: &topic, subscription: &subscription, message: &message };
        let event: Value = serde_json::from_str(&sns.event(it).await.unwrap()).unwrap();
        let record = &event["Records"][0];
        assert_eq!(record["EventSource"], "aws:sns");
        assert_eq!(record["EventSubscriptionArn"], format!("{ARN}:u"));
        assert_eq!(record["Sns"]["Message"], "hello\n");
        assert_eq!(
            record["Sns"]["MessageAttributes"]["b"],
            json!({"Type": "Number", "Value": "3"})
        );
        assert_eq!(record["Sns"]["Subject"], "about \"it\"");
        let document: Value = serde_json::from_str(&sns.document(it).await.unwrap()).unwrap();
        assert_eq!(record["Sns"]["Signature"], document["Signature"]);
        assert_eq!(record["Sns"]["SigningCertUrl"], document["SigningCertURL"]);
    }

    #[test]
    fn headers_say_whose_it_is_and_whether_it_is_bare() {
        let topic = Topic::default();
        let mut subscription = subscription();
        let message = message();
        let of = |subscription: &Subscription| {
            headers(Delivery { topic: &topic, subscription, message: &message })
        };
        assert_eq!(of(&subscription).len(), 4);
        assert_eq!(of(&subscription)[3].1, format!("{ARN}:u"));
        subscription.attributes.insert("RawMessageDelivery".to_owned(), "true".to_owned());
        assert_eq!(of(&subscription)[4], ("x-amz-sns-rawdelivery", "true".to_owned()));
    }
}
