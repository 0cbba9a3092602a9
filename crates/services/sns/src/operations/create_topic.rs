//! `CreateTopic`.

use crate::records::topic::{self, TOPICS, Topic};
use crate::topic_attributes::{self, Attributes, By};
use crate::{Sns, archive, errors, names, tags};
use platform::{Context, Handler, Result, refuse};
use shapes::sns::ops::CreateTopic;
use shapes::sns::{CreateTopicInput, CreateTopicResponse};
use std::collections::BTreeMap;
use store::Batch;

impl Handler<CreateTopic> for Sns {
    async fn handle(&self, cx: &Context, input: CreateTopicInput) -> Result<CreateTopicResponse> {
        let CreateTopicInput { name, attributes, tags, data_protection_policy } = input;
        let protects = data_protection_policy.is_some_and(|it| !it.is_empty());
        refuse(errors::unsupported, [("DataProtectionPolicy", protects)])?;
        let tags = tags::read(tags.unwrap_or_default())?;
        let mut wanted = self.wanted(cx, &name, &attributes.unwrap_or_default())?;
        let (arn, now) = (cx.arn("sns", &name), cx.now().millis());
        let deadline = archive::changed(None, &mut wanted, &arn, now);
        let answer = CreateTopicResponse { topic_arn: Some(cx.arn("sns", &name)) };
        loop {
            if let Some(known) = self.find(cx, &name).await? {
                same(&topic_attributes::shown(cx, &known), &known.topic.tags, &wanted, &tags)?;
                return Ok(answer);
            }
            let record = Topic { tags: tags.clone(), ..wanted.clone() };
            let key = topic::key(cx, &name);
            let batch = Batch::new().absent(TOPICS.table, key.clone());
            let batch = batch.put(TOPICS.table, key, TOPICS.encode(&record)?);
            let batch = archive::with(batch, deadline.as_ref());
            match self.platform.deadlines.commit(batch).await {
                Ok(()) => return Ok(answer),
                Err(store::Error::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

impl Sns {
    /// The topic that is asked for.
    fn wanted(&self, cx: &Context, name: &str, given: &Attributes) -> Result<Topic> {
        let mut topic = Topic {
            id: self.platform.ids.hex(8),
            name: name.to_owned(),
            created_ms: cx.now().millis(),
            ..Topic::default()
        };
        match given.get("FifoTopic").map(|value| value.to_ascii_lowercase()).as_deref() {
            None | Some("false") => {}
            Some("true") => {
                topic.attributes.insert("FifoTopic".to_owned(), "true".to_owned());
            }
            Some(_) => return Err(By::Making.refuse("FifoTopic")),
        }
        names::check(name, topic.is_fifo())?;
        for (name, value) in given.iter().filter(|(name, _)| *name != "FifoTopic") {
            topic_attributes::set(&mut topic, name, value, By::Making)?;
        }
        Ok(topic)
    }
}

/// A topic that is there already is given again if it is as it was asked for.
fn same(
    shown: &Attributes,
    tags: &BTreeMap<String, String>,
    wanted: &Topic,
    wanted_tags: &BTreeMap<String, String>,
) -> Result<()> {
    let differs = |(name, value): (&String, &String)| shown.get(name) != Some(value);
    if wanted.attributes.iter().any(differs) {
        let reason = "Topic already exists with different attributes";
        return Err(errors::invalid_because("Attributes", reason));
    }
    if wanted_tags.iter().any(|(name, value)| tags.get(name) != Some(value)) {
        let reason = "Topic already exists with different tags";
        return Err(errors::invalid_because("Tags", reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Setting, map, setting};
    use shapes::sns::Tag;

    async fn create(at: &Setting, name: &str, attributes: &[(&str, &str)]) -> Result<String> {
        let attributes = Some(map(attributes));
        let input = CreateTopicInput { name: name.to_owned(), attributes, ..Default::default() };
        let output = at.cx.run::<CreateTopic, _>(&*at.sns, input).await?;
        Ok(output.topic_arn.unwrap())
    }

    #[tokio::test]
    async fn a_topic_is_made_again_only_as_it_is() {
        let at = setting();
        let arn = create(&at, "a", &[("DisplayName", "x")]).await.unwrap();
        assert_eq!(arn, "arn:aws:sns:us-east-1:000000000000:a");
        assert_eq!(create(&at, "a", &[]).await.unwrap(), arn);
        assert_eq!(create(&at, "a", &[("DisplayName", "x")]).await.unwrap(), arn);
        assert_eq!(
            create(&at, "a", &[("DisplayName", "y")]).await.unwrap_err().to_string(),
            "InvalidParameter: Invalid parameter: Attributes Reason: Topic already exists with \
             different attributes"
        );
        let tags = Some(vec![Tag { key: "k".into(), value: "v".into() }]);
        let input = CreateTopicInput { name: "a".into(), tags, ..Default::default() };
        let error = at.cx.run::<CreateTopic, _>(&*at.sns, input).await.unwrap_err();
        assert!(error.message.ends_with("Topic already exists with different tags"));
    }

    #[tokio::test]
    async fn what_is_not_acted_on_is_refused_by_its_name() {
        let at = setting();
        for (attribute, value) in [
            ("TracingConfig", "Active"),
            ("SQSSuccessFeedbackRoleArn", "arn:aws:iam::000000000000:role/r"),
        ] {
            let error = create(&at, "a", &[(attribute, value)]).await.unwrap_err();
            assert_eq!(error.code(), "InvalidParameter");
            assert!(error.message.contains(attribute), "{}", error.message);
        }
        assert!(
            create(&at, "a", &[("KmsMasterKeyId", ""), ("TracingConfig", "PassThrough")])
                .await
                .is_ok()
        );
        let error = create(&at, "b", &[("Nonsense", "")]).await.unwrap_err();
        assert!(error.message.ends_with("Attributes Reason: AttributeName"));
    }

    #[tokio::test]
    async fn only_fifo_topics_have_what_is_theirs() {
        let at = setting();
        let fifo = [("FifoTopic", "true"), ("ContentBasedDeduplication", "true")];
        assert!(create(&at, "a.fifo", &fifo).await.is_ok());
        assert!(create(&at, "a.fifo", &[]).await.is_err());
        assert!(create(&at, "a", &fifo).await.is_err());
        assert!(create(&at, "a", &fifo[1..]).await.is_err());
        assert!(create(&at, "b", &[("FifoTopic", "false")]).await.is_ok());
    }
}
