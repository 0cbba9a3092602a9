//! The names by which requests mean functions and queues.

use crate::errors;
use platform::{Arn, Context, Result};

/// A function of the mapping's account and region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FunctionName {
    /// Its name.
    pub name: String,
    /// A version or alias.
    pub qualifier: Option<String>,
}

impl FunctionName {
    /// Reads `name`, `account:function:name` or a full ARN, each with or without a qualifier.
    ///
    /// # Errors
    /// `InvalidParameterValueException` for a function of another account or region: a mapping and
    /// its function belong together.
    pub fn parse(cx: &Context, text: &str) -> Result<Self> {
        let mut parts: Vec<&str> = text.split(':').collect();
        if parts.len() >= 7 && parts[0] == "arn" {
            if parts[2] != "lambda" || parts[3] != &*cx.region {
                return Err(errors::no_function());
            }
            parts.drain(..4);
        }
        if let Some(at) = parts.iter().position(|part| *part == "function")
            && at + 1 < parts.len()
        {
            if at > 0 && parts[at - 1] != &*cx.account {
                return Err(errors::no_function());
            }
            parts.drain(..=at);
        }
        match parts[..] {
            [name] => Ok(Self { name: name.to_owned(), qualifier: None }),
            [name, qualifier] => {
                Ok(Self { name: name.to_owned(), qualifier: Some(qualifier.to_owned()) })
            }
            _ => Err(errors::no_function()),
        }
    }

    /// The ARN, qualified if the name was.
    pub fn arn(&self, cx: &Context) -> String {
        match &self.qualifier {
            Some(qualifier) => cx.arn("lambda", format_args!("function:{}:{qualifier}", self.name)),
            None => cx.arn("lambda", format_args!("function:{}", self.name)),
        }
    }
}

/// The URL of the queue that an ARN names.
pub(crate) fn url(arn: &Arn<'_>) -> String {
    let Arn { region, account, resource, .. } = arn;
    format!("https://sqs.{region}.amazonaws.com/{account}/{resource}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};

    #[test]
    fn a_function_has_many_names() {
        let cx = context(&platform().0);
        for (text, qualifier) in [
            ("f", None),
            ("f:PROD", Some("PROD")),
            ("function:f", None),
            ("000000000000:function:f", None),
            ("000000000000:function:f:1", Some("1")),
            ("arn:aws:lambda:us-east-1:000000000000:function:f", None),
            ("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", Some("$LATEST")),
        ] {
            let name = FunctionName::parse(&cx, text).unwrap();
            assert_eq!((name.name.as_str(), name.qualifier.as_deref()), ("f", qualifier), "{text}");
        }
        for text in [
            "arn:aws:lambda:eu-west-1:000000000000:function:f",
            "111111111111:function:f",
            "a:b:c",
            "arn:aws:sqs:us-east-1:000000000000:function:f",
        ] {
            assert!(FunctionName::parse(&cx, text).is_err(), "{text}");
        }
    }
}
