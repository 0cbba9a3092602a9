//! `Subscribe`.

use crate::document::words;
use crate::records::message::{Kind, Message, Outgoing};
use crate::records::subscription::{Pending, Subscription};
use crate::records::topic::Topic;
use crate::subscription_attributes::{check_together, set, shown};
use crate::subscriptions::{PENDING_MS, token};
use crate::topic_attributes::{By, MOST_BYTES, most_bytes};
use crate::topics::Known;
use crate::{Sns, errors, expiry, http, names, replay};
use platform::{Arn, Context, Result};
use platform::{Handler, unsupported};
use shapes::sns::ops::Subscribe;
use shapes::sns::{SubscribeInput, SubscribeResponse};
use store::Batch;

/// What AWS delivers to, and whether it is delivered to here.
const PROTOCOLS: [(&str, bool); 9] = [
    ("application", false),
    ("email", false),
    ("email-json", false),
    ("firehose", false),
    ("http", true),
    ("https", true),
    ("lambda", true),
    ("sms", false),
    ("sqs", true),
];

impl Handler<Subscribe> for Sns {
    async fn handle(&self, cx: &Context, input: SubscribeInput) -> Result<SubscribeResponse> {
        let name = names::own(cx, &input.topic_arn, "TopicArn")?;
        let known = self.topic(cx, &input.topic_arn).await?;
        let wanted = self.wanted_subscription(cx, &known, &input)?;
        let change = |known: &Known, topic: &mut Topic, batch: Batch| {
            check_large(topic, known, &wanted)?;
            let mut record = match already(known, &wanted) {
                Some(record) => {
                    same(topic, (record, &wanted), &input)?;
                    record.clone()
                }
                None => wanted.clone(),
            };
            // Who asks again for what is not confirmed gets a new token.
            let token = record.pending.as_mut().map(|pending| {
                pending.token = token(&*self.platform.ids, &record.id);
                pending.ends_ms = cx.now().millis() + PENDING_MS;
                pending.token.clone()
            });
            let mut batch = batch;
            if already(known, &wanted).is_none() && record.attributes.contains_key("ReplayPolicy") {
                let begun = replay::set(batch, known, &mut record, cx);
                batch = begun.map_err(|reason| By::Making.refuse(reason))?;
            }
            let batch = expiry::set(self.keep(cx, batch, &record)?, &record);
            Ok((batch, (record, token)))
        };
        let (record, token) = self.change(cx, name, change).await?;
        self.replay_for(&record);
        if let Some(token) = token {
            self.ask_to_confirm(cx, &record, token).await?;
        }
        let is_shown = record.pending.is_none() || input.return_subscription_arn == Some(true);
        let arn = if is_shown { record.arn() } else { "pending confirmation".to_owned() };
        Ok(SubscribeResponse { subscription_arn: Some(arn) })
    }
}

impl Sns {
    /// The subscription that is asked for.
    fn wanted_subscription(
        &self,
        cx: &Context,
        known: &Known,
        input: &SubscribeInput,
    ) -> Result<Subscription> {
        let protocol = input.protocol.as_str();
        match PROTOCOLS.iter().find(|(name, _)| *name == protocol) {
            Some((_, true)) => {}
            Some((name, false)) => {
                return Err(errors::invalid(unsupported(format_args!("Protocol {name}"))));
            }
            None => {
                return Err(errors::invalid(format_args!(
                    "Amazon SNS does not support this protocol string: {protocol}"
                )));
            }
        }
        let endpoint = input.endpoint.clone().unwrap_or_default();
        let owner = cx.principal.account().unwrap_or(&cx.account).to_owned();
        let is_confirmed = match check_endpoint(known.topic.is_fifo(), protocol, &endpoint)? {
            Some(account) => account == owner,
            None => false,
        };
        let id = self.platform.ids.uuid();
        let pending = (!is_confirmed).then(Pending::default);
        let mut record = Subscription {
            id,
            topic: known.arn.clone(),
            owner,
            protocol: protocol.to_owned(),
            endpoint,
            created_ms: cx.now().millis(),
            pending,
            principal: cx.caller_arn(),
            was_authenticated: is_confirmed,
            ..Subscription::default()
        };
        for (name, value) in input.attributes.iter().flatten() {
            set(&mut record, name, value, By::Making)?;
        }
        check_together(&record, By::Making)?;
        Ok(record)
    }

    /// Asks an endpoint to confirm its subscription.
    async fn ask_to_confirm(&self, cx: &Context, of: &Subscription, token: String) -> Result<()> {
        let topic = &of.topic;
        let message = Message {
            id: self.platform.ids.uuid(),
            topic: topic.clone(),
            kind: Kind::SubscriptionConfirmation { token },
            text: words::subscribed(topic),
            published_ms: cx.now().millis(),
            ..Message::default()
        };
        self.send_out(Outgoing { message, to: vec![of.id.clone()], ..Outgoing::default() }).await
    }
}

/// Holds an endpoint against its protocol, and gives the account that it belongs to, if that is known.
fn check_endpoint<'a>(is_fifo: bool, protocol: &str, endpoint: &'a str) -> Result<Option<&'a str>> {
    if endpoint.is_empty() {
        return Err(errors::invalid("Endpoint"));
    }
    let account = match protocol {
        "sqs" => {
            let queue = Arn::parse(endpoint).filter(|it| it.service == "sqs");
            let queue = queue.ok_or_else(|| errors::invalid("SQS endpoint ARN"))?;
            if queue.resource.ends_with(".fifo") && !is_fifo {
                return Err(errors::invalid(
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to \
                     standard SNS topics",
                ));
            }
            return Ok(Some(queue.account));
        }
        "lambda" => {
            let is_function =
                |it: &Arn| it.service == "lambda" && it.resource.starts_with("function:");
            let function = Arn::parse(endpoint).filter(is_function);
            Some(function.ok_or_else(|| errors::invalid("Lambda endpoint ARN"))?.account)
        }
        _ => {
            http::check(protocol, endpoint)?;
            None
        }
    };
    if is_fifo {
        return Err(errors::invalid(
            "Invalid parameter: Endpoint Reason: Please use FIFO SQS queue",
        ));
    }
    Ok(account)
}

/// "CreateTopic", `MaximumMessageSize`.
fn check_large(topic: &Topic, known: &Known, wanted: &Subscription) -> Result<()> {
    let fits = ["lambda", "sqs"].contains(&&*wanted.protocol) && known.subscriptions.len() < 100;
    if most_bytes(topic) <= MOST_BYTES || fits {
        return Ok(());
    }
    Err(errors::invalid(format_args!(
        "Endpoint Reason: a topic with a MaximumMessageSize above {MOST_BYTES} bytes can have 100 \
         subscriptions, all to queues or functions"
    )))
}

/// The subscription that a topic has already to the same endpoint.
fn already<'a>(known: &'a Known, wanted: &Subscription) -> Option<&'a Subscription> {
    let mut all = known.subscriptions.iter().map(|it| &it.record);
    all.find(|it| it.protocol == wanted.protocol && it.endpoint == wanted.endpoint)
}

/// An endpoint is subscribed again only as it is.
fn same(
    topic: &Topic,
    (record, wanted): (&Subscription, &Subscription),
    input: &SubscribeInput,
) -> Result<()> {
    let (shown, wanted) = (shown(topic, record), shown(topic, wanted));
    if input.attributes.iter().flat_map(|it| it.keys()).any(|it| shown.get(it) != wanted.get(it)) {
        let reason = "Subscription already exists with different attributes";
        return Err(errors::invalid_because("Attributes", reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, map, setting};

    const QUEUE: &str = "arn:aws:sqs:us-east-1:000000000000:q";

    async fn subscribe(
        at: &Setting,
        (protocol, endpoint): (&str, &str),
        attributes: &[(&str, &str)],
    ) -> Result<String> {
        let input = SubscribeInput {
            topic_arn: at.topic("t", &[]).await,
            protocol: protocol.to_owned(),
            endpoint: Some(endpoint.to_owned()),
            attributes: Some(map(attributes)),
            return_subscription_arn: None,
        };
        let output = at.cx.call::<Subscribe>(input).await?;
        Ok(output.subscription_arn.unwrap())
    }

    #[tokio::test]
    async fn an_endpoint_is_subscribed_once() {
        let at = setting();
        let raw = [("RawMessageDelivery", "true")];
        let arn = subscribe(&at, ("sqs", QUEUE), &raw).await.unwrap();
        assert!(arn.starts_with("arn:aws:sns:us-east-1:000000000000:t:"));
        assert_eq!(subscribe(&at, ("sqs", QUEUE), &raw).await.unwrap(), arn);
        assert_eq!(subscribe(&at, ("sqs", QUEUE), &[]).await.unwrap(), arn);
        let other = [("RawMessageDelivery", "false")];
        assert_eq!(
            subscribe(&at, ("sqs", QUEUE), &other).await.unwrap_err().message,
            "Invalid parameter: Attributes Reason: Subscription already exists with different \
             attributes"
        );
    }

    #[tokio::test]
    async fn what_cannot_be_subscribed_is_told() {
        let at = setting();
        let fifo = "arn:aws:sqs:us-east-1:000000000000:q.fifo";
        for (protocol, endpoint, message) in [
            ("test", "x", "Amazon SNS does not support this protocol string: test"),
            ("email", "a@example.com", "Protocol email is not supported by Waterwheel yet."),
            ("sms", "+1", "Protocol sms is not supported by Waterwheel yet."),
            ("sqs", "http://localhost/000000000000/q", "SQS endpoint ARN"),
            ("http", "https://localhost/", "Endpoint must match the specified protocol"),
            (
                "sqs",
                fifo,
                "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to \
                 standard SNS topics",
            ),
        ] {
            let error = subscribe(&at, (protocol, endpoint), &[]).await.unwrap_err();
            assert_eq!(error.message, format!("Invalid parameter: {message}"));
        }
    }

    #[tokio::test]
    async fn attributes_are_held_against_their_rules() {
        let at = setting();
        let function = "arn:aws:lambda:us-east-1:000000000000:function:f";
        for (endpoint, name, value, message) in [
            (
                ("sqs", QUEUE),
                "RawMessageDelivery",
                "wrongvalue",
                "RawMessageDelivery: Invalid value [wrongvalue]. Must be true or false.",
            ),
            (
                ("lambda", function),
                "RawMessageDelivery",
                "true",
                "Delivery protocol [lambda] does not support raw message delivery.",
            ),
            (
                ("sqs", QUEUE),
                "RedrivePolicy",
                r#"{"deadLetterTargetArn":"fake"}"#,
                "RedrivePolicy: deadLetterTargetArn is an invalid arn",
            ),
            (("sqs", QUEUE), "Nonsense", "", "AttributeName"),
            (
                ("sqs", QUEUE),
                "FilterPolicy",
                r#"{"key":{"inner":["x"]}}"#,
                "Filter policy scope MessageAttributes does not support nested filter policy",
            ),
        ] {
            let error = subscribe(&at, endpoint, &[(name, value)]).await.unwrap_err();
            assert_eq!(error.message, format!("Invalid parameter: Attributes Reason: {message}"));
        }
        let body =
            [("FilterPolicy", r#"{"key":{"inner":["x"]}}"#), ("FilterPolicyScope", "MessageBody")];
        assert!(subscribe(&at, ("sqs", QUEUE), &body).await.is_ok());
    }
}
