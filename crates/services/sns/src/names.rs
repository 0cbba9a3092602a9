//! How topics and subscriptions are named.

use crate::errors;
use platform::{Arn, Context, Result};

/// A topic's account, region and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// Twelve digits.
    pub account: &'a str,
    /// Where it is.
    pub region: &'a str,
    /// Its name.
    pub name: &'a str,
}

/// What a topic's ARN names.
///
/// # Errors
/// It is none, in the words of AWS for the parameter that has it.
pub fn topic<'a>(arn: &'a str, parameter: &str) -> Result<Named<'a>> {
    let parts = arn.split(':').count();
    if parts < 6 {
        let reason = format_args!("An ARN must have at least 6 elements, not {parts}");
        return Err(errors::invalid_because(parameter, reason));
    }
    parsed(arn).ok_or_else(|| errors::invalid(parameter))
}

/// The name in the ARN of a topic of this region. Its account has been looked at on the way here.
///
/// # Errors
/// As [`topic`], and where it is another region's.
pub fn own<'a>(cx: &Context, arn: &'a str, parameter: &str) -> Result<&'a str> {
    let named = topic(arn, parameter)?;
    if *named.region != *cx.region || *named.account != *cx.account {
        return Err(errors::invalid(parameter));
    }
    Ok(named.name)
}

/// The ARN of a subscription's topic and the subscription's own id.
///
/// # Errors
/// It is no subscription's ARN, in AWS's words.
pub fn subscription(arn: &str) -> Result<(Named<'_>, &str)> {
    let parts = arn.split(':').count();
    if parts < 6 {
        let reason = format_args!("An ARN must have at least 6 elements, not {parts}");
        return Err(errors::invalid_because("SubscriptionArn", reason));
    }
    let id = || errors::invalid("SubscriptionId");
    let (of, own) = arn.rsplit_once(':').filter(|_| parts == 7).ok_or_else(id)?;
    Ok((parsed(of).ok_or_else(id)?, own))
}

fn parsed(arn: &str) -> Option<Named<'_>> {
    let arn = Arn::parse(arn).filter(|it| it.service == "sns")?;
    let (account, region, name) = (arn.account, arn.region, arn.resource);
    (!name.contains(':')).then_some(Named { account, region, name })
}

/// Holds the name of a topic that is to be made against the rules.
///
/// # Errors
/// AWS's.
pub fn check(name: &str, is_fifo: bool) -> Result<()> {
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
    let stem = match (is_fifo, name.strip_suffix(".fifo")) {
        (true, Some(stem)) => stem,
        (true, None) => {
            return Err(errors::invalid(
                "Fifo Topic names must end with .fifo and must be made up of only uppercase and \
                 lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 \
                 and 256 characters long.",
            ));
        }
        (false, _) => name,
    };
    if !stem.is_empty() && name.len() <= 256 && stem.bytes().all(is_letter) {
        return Ok(());
    }
    Err(errors::invalid("Topic Name"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_names_a_topic_or_says_why_not() {
        let arn = "arn:aws:sns:us-east-1:111122223333:t";
        let named = topic(arn, "TopicArn").unwrap();
        assert_eq!((named.account, named.region, named.name), ("111122223333", "us-east-1", "t"));
        for (arn, message) in [
            ("t", "TopicArn Reason: An ARN must have at least 6 elements, not 1"),
            ("", "TopicArn Reason: An ARN must have at least 6 elements, not 1"),
            ("arn:aws:sqs:us-east-1:1:q", "TopicArn"),
            ("arn:aws:sns:us-east-1:1:t:u", "TopicArn"),
        ] {
            let error = topic(arn, "TopicArn").unwrap_err();
            assert_eq!(error.message, format!("Invalid parameter: {message}"));
        }
    }

    #[test]
    fn a_subscription_is_its_topic_and_an_id() {
        let (named, id) = subscription("arn:aws:sns:us-east-1:1:t:u").unwrap();
        assert_eq!((named.name, id), ("t", "u"));
        let message = |arn| subscription(arn).unwrap_err().message;
        assert_eq!(message("arn:aws:sns:us-east-1:1:t"), "Invalid parameter: SubscriptionId");
        assert!(message("u").ends_with("at least 6 elements, not 1"));
    }

    #[test]
    fn names_are_as_sns_has_them() {
        assert!(check("a-_9", false).is_ok() && check("a.fifo", true).is_ok());
        assert!(check(&"a".repeat(256), false).is_ok());
        for (name, is_fifo) in
            [("", false), ("a.fifo", false), ("a", true), (".fifo", true), ("a b", false)]
        {
            assert!(check(name, is_fifo).is_err(), "{name}");
        }
        assert!(check(&"a".repeat(257), false).is_err());
    }
}
