//! The ways to name a function: `name`, `account:function:name`, the whole ARN, each with or
//! without `:qualifier` ("FunctionName" in the API reference).

use crate::errors;
use platform::{Arn, Context, Result};

/// The only version of a function that exists here.
pub const LATEST: &str = "$LATEST";

/// A function's name as a caller gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The bare name.
    pub name: String,
    /// The caller named the version as well.
    pub qualified: bool,
}

/// The ARN of a function, without a qualifier.
pub fn arn(cx: &Context, name: &str) -> String {
    cx.arn("lambda", format_args!("function:{name}"))
}

/// The ARN of the only version of a function.
pub fn latest_arn(cx: &Context, name: &str) -> String {
    cx.arn("lambda", format_args!("function:{name}:{LATEST}"))
}

/// Reads a name and the qualifier beside it, for an action such as `GetFunction`.
///
/// # Errors
/// As [`split`]; `ResourceNotFoundException` for versions that cannot exist here.
pub fn parse(cx: &Context, text: &str, qualifier: Option<&str>, action: &str) -> Result<Named> {
    match split(cx, text, qualifier, action)? {
        (name, Some(other)) if other != LATEST => {
            Err(errors::no_function(&format!("{}:{other}", arn(cx, name))))
        }
        (name, version) => Ok(Named { name: name.to_owned(), qualified: version.is_some() }),
    }
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
        for (text, qualifier, name, qualified) in [
            ("f", None, "f", false),
            ("f", Some("$LATEST"), "f", true),
            ("f:$LATEST", None, "f", true),
            ("function:f", None, "f", false),
            ("000000000000:function:f", None, "f", false),
            ("arn:aws:lambda:us-east-1:000000000000:function:f", None, "f", false),
            ("arn:aws:lambda:us-east-1:000000000000:function:f:$LATEST", None, "f", true),
        ] {
            let named = parse(&cx, text, qualifier, "GetFunction").unwrap();
            assert_eq!(named, Named { name: name.into(), qualified }, "{text}");
        }
    }

    #[test]
    fn what_cannot_exist_here_is_not_found() {
        let cx = testing::context(&testing::platform().0);
        for (text, qualifier, words) in [
            (
                "f",
                Some("1"),
                "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f:1",
            ),
            (
                "arn:aws:lambda:eu-west-1:000000000000:function:f",
                None,
                "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
            ),
        ] {
            let error = parse(&cx, text, qualifier, "GetFunction").unwrap_err();
            assert_eq!((error.code(), &*error.message), ("ResourceNotFoundException", words));
        }
        let error = parse(&cx, "f:$LATEST", Some("1"), "GetFunction").unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
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
