//! The ways to name a function: `name`, `account:function:name`, the whole ARN, each with or
//! without `:qualifier` ("FunctionName" in the API reference).

use crate::errors;
use platform::{Arn, Context, Result};

/// The version of a function that can still be changed.
pub const LATEST: &str = "$LATEST";

/// A function's name as a caller gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The bare name.
    pub name: String,
    /// The version or the alias that the caller named as well.
    pub qualifier: Option<String>,
}

impl Named {
    /// The name and the qualifier behind it.
    pub fn text(&self) -> String {
        match &self.qualifier {
            Some(qualifier) => format!("{}:{qualifier}", self.name),
            None => self.name.clone(),
        }
    }

    /// The ARN of what is named.
    pub fn arn(&self, cx: &Context) -> String {
        qualified_arn(cx, &self.name, self.qualifier.as_deref())
    }
}

/// The ARN of a function, without a qualifier.
pub fn arn(cx: &Context, name: &str) -> String {
    cx.arn("lambda", format_args!("function:{name}"))
}

/// The ARN of a function, or of a version or an alias of it.
pub fn qualified_arn(cx: &Context, name: &str, qualifier: Option<&str>) -> String {
    match qualifier {
        Some(qualifier) => cx.arn("lambda", format_args!("function:{name}:{qualifier}")),
        None => arn(cx, name),
    }
}

/// The number that a qualifier names a version by; nothing for an alias and for `$LATEST`.
pub fn number(qualifier: &str) -> Option<u64> {
    qualifier.parse().ok().filter(|number: &u64| number.to_string() == qualifier)
}

/// Whether a qualifier can only be an alias.
pub fn is_alias(qualifier: &str) -> bool {
    qualifier != LATEST && !qualifier.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a name and the qualifier beside it, for an action such as `GetFunction`.
///
/// # Errors
/// As [`split`].
pub fn parse(cx: &Context, text: &str, qualifier: Option<&str>, action: &str) -> Result<Named> {
    let (name, qualifier) = split(cx, text, qualifier, action)?;
    Ok(Named { name: name.to_owned(), qualifier: qualifier.map(ToOwned::to_owned) })
}

/// The bare name and the qualifier, whatever it is.
///
/// # Errors
/// `AccessDeniedException` for functions of other accounts, `ResourceNotFoundException` for those of
/// other regions, and `InvalidParameterValueException` for two qualifiers.
pub fn split<'a>(
    cx: &Context,
    text: &'a str,
    qualifier: Option<&'a str>,
    action: &str,
) -> Result<(&'a str, Option<&'a str>)> {
    let mut rest = text;
    let parts = text.split(':').collect::<Vec<_>>();
    let of_lambda = Arn::parse(text).filter(|arn| arn.service == "lambda");
    let of_arn = of_lambda.and_then(|arn| Some((arn.resource.strip_prefix("function:")?, arn)));
    if let Some((name, Arn { region, account, .. })) = of_arn {
        check_account(cx, account, name, action)?;
        if region != &*cx.region {
            return Err(errors::other_region(region, &cx.region));
        }
        rest = name;
    } else if let [account, "function", _, ..] = parts[..] {
        rest = after(text, 2);
        check_account(cx, account, rest, action)?;
    } else if let ["function", _, ..] = parts[..] {
        rest = after(text, 1);
    }
    let (name, derived) = match rest.split_once(':') {
        Some((name, qualifier)) => (name, Some(qualifier)),
        None => (rest, None),
    };
    let qualifier = qualifier.filter(|qualifier| !qualifier.is_empty());
    if let (Some(derived), Some(given)) = (derived, qualifier)
        && derived != given
    {
        return Err(errors::invalid(
            "The derived qualifier from the function name does not match the specified qualifier.",
        ));
    }
    Ok((name, derived.or(qualifier)))
}

/// Whom a function's policy lets in acts in the function's account by the time it comes here.
fn check_account(cx: &Context, account: &str, name: &str, action: &str) -> Result<()> {
    if account == &*cx.account {
        return Ok(());
    }
    let function = format_args!("function:{name}");
    let arn = Arn::new("lambda", &cx.region, account, function).to_string();
    Err(errors::not_allowed(&cx.caller_arn(), action, &arn))
}

/// What follows the first `count` parts.
fn after(text: &str, count: usize) -> &str {
    text.splitn(count + 1, ':').nth(count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing;

    #[test]
    fn every_form_of_a_name_is_read() {
        let cx = testing::context(&testing::platform().0);
        for (text, qualifier, expected) in [
            ("f", None, None),
            ("f", Some("$LATEST"), Some("$LATEST")),
            ("f:$LATEST", None, Some("$LATEST")),
            ("f:PROD", Some("PROD"), Some("PROD")),
            ("function:f", None, None),
            ("function:f:7", None, Some("7")),
            ("000000000000:function:f", None, None),
            ("arn:aws:lambda:us-east-1:000000000000:function:f", None, None),
            ("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", None, Some("$LATEST")),
        ] {
            let named = parse(&cx, text, qualifier, "GetFunction").unwrap();
            let expected = expected.map(ToOwned::to_owned);
            assert_eq!(named, Named { name: "f".into(), qualifier: expected }, "{text}");
        }
    }

    #[test]
    fn what_cannot_exist_here_is_not_found() {
        let cx = testing::context(&testing::platform().0);
        let elsewhere = "arn:aws:lambda:eu-west-1:000000000000:function:f";
        let error = parse(&cx, elsewhere, None, "GetFunction").unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceNotFoundException: Functions from 'eu-west-1' are not reachable in this \
             region ('us-east-1')"
        );
        let error = parse(&cx, "f:$LATEST", Some("1"), "GetFunction").unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
    }

    #[test]
    fn a_qualifier_is_a_version_or_an_alias() {
        for (qualifier, version, alias) in [
            ("$LATEST", None, false),
            ("7", Some(7), false),
            ("07", None, false),
            ("99999999999999999999", None, false),
            ("PROD", None, true),
            ("7a", None, true),
        ] {
            assert_eq!((number(qualifier), is_alias(qualifier)), (version, alias), "{qualifier}");
        }
    }

    #[test]
    fn what_is_another_accounts_is_not_allowed() {
        let cx = testing::context(&testing::platform().0);
        for text in ["111111111111:function:f", "arn:aws:lambda:us-east-1:111111111111:function:f"]
        {
            let error = parse(&cx, text, None, "InvokeFunction").unwrap_err();
            assert_eq!((error.code(), error.shape.status), ("AccessDeniedException", 403));
            assert_eq!(
                error.message,
                "User: arn:aws:iam::000000000000:root is not authorized to perform: \
                 lambda:InvokeFunction on resource: \
                 arn:aws:lambda:us-east-1:111111111111:function:f because no resource-based policy \
                 allows the lambda:InvokeFunction action"
            );
        }
    }
}
