//! How topics and subscriptions are named.

use platform::Arn;

/// The account, region and name in a topic's ARN.
pub fn topic(arn: &str) -> Option<(&str, &str, &str)> {
    let arn = Arn::parse(arn).filter(|it| it.service == "sns")?;
    (!arn.resource.contains(':')).then_some((arn.account, arn.region, arn.resource))
}

/// A subscription's ARN in its topic's and its own id.
pub fn subscription(arn: &str) -> Option<(&str, &str)> {
    let (topic, id) = arn.rsplit_once(':')?;
    self::topic(topic).map(|_| (topic, id)).filter(|_| !id.is_empty())
}
