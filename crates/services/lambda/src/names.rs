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

/// Reads a name and the qualifier beside it.
///
/// # Errors
/// `ResourceNotFoundException` for what cannot exist here: other accounts, regions, versions.
pub fn parse(cx: &Context, text: &str, qualifier: Option<&str>) -> Result<Named> {
    let mut rest = text;
    let parts = text.split(':').collect::<Vec<_>>();
    let of_lambda = Arn::parse(text).filter(|arn| arn.service == "lambda");
    let of_arn = of_lambda.and_then(|arn| Some((arn.resource.strip_prefix("function:")?, arn)));
    if let Some((name, Arn { region, account, .. })) = of_arn {
        if region != &*cx.region {
            return Err(errors::other_region(region, &cx.region));
        }
        if account != &*cx.account {
            return Err(errors::no_function(text));
        }
        rest = name;
    } else if let [account, "function", _, ..] = parts[..] {
        if account != &*cx.account {
            return Err(errors::no_function(text));
        }
        rest = after(text, 2);
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
    match derived.or(qualifier) {
        Some(other) if other != LATEST => {
            Err(errors::no_function(&format!("{}:{other}", arn(cx, name))))
        }
        version => Ok(Named { name: name.to_owned(), qualified: version.is_some() }),
    }
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
            let named = parse(&cx, text, qualifier).unwrap();
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
            ("111111111111:function:f", None, "Function not found: 111111111111:function:f"),
        ] {
            let error = parse(&cx, text, qualifier).unwrap_err();
            assert_eq!((error.code(), &*error.message), ("ResourceNotFoundException", words));
        }
        let error = parse(&cx, "f:$LATEST", Some("1")).unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
    }
}
