//! How parameters are named ("Requirements and constraints for parameter names" in the Systems
//! Manager user guide).

use crate::errors;
use platform::{Arn, Context, Result};

/// How deep a hierarchy may be.
const LEVELS: usize = 15;
/// The longest ARN of a parameter.
const ARN_LENGTH: usize = 1011;

/// The ARN of a parameter. One with a slash before its name has the same as one without.
pub fn arn(cx: &Context, name: &str) -> String {
    cx.arn("ssm", format_args!("parameter/{}", name.strip_prefix('/').unwrap_or(name)))
}

/// A name or ARN, and what follows it: `name:3` or `name:label`.
pub fn split(text: &str) -> (&str, Option<&str>) {
    let start = match Arn::parse(text) {
        Some(arn) => text.len() - arn.resource.len(),
        None => 0,
    };
    match text[start..].split_once(':') {
        Some((name, selector)) => (&text[..start + name.len()], Some(selector)),
        None => (text, None),
    }
}

/// Refuses what no parameter that is to be put can be called.
///
/// # Errors
/// AWS's sentences.
pub fn check_new(cx: &Context, name: &str) -> Result<()> {
    let lower = name.to_ascii_lowercase();
    let first = lower.trim_start_matches('/');
    let is_path = name.matches('/').count() > 1;
    if first.starts_with("aws") || first.starts_with("ssm") {
        return Err(match is_path {
            true if first.starts_with("aws") => errors::reserved(name),
            true => strange(),
            false => errors::invalid(
                "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).",
            ),
        });
    }
    check(name)?;
    if name.matches('/').count() > LEVELS {
        return Err(errors::too_many_levels());
    }
    if arn(cx, name).len() > ARN_LENGTH {
        let message = "Parameter name: the ARN of a parameter can have 1011 characters at most.";
        return Err(errors::invalid(message));
    }
    Ok(())
}

/// Refuses what no parameter is called, AWS's own neither.
///
/// # Errors
/// AWS's sentences.
pub fn check(name: &str) -> Result<()> {
    let is_known = |it: u8| it.is_ascii_alphanumeric() || b"_.-/".contains(&it);
    let first = name.trim_start_matches('/').to_ascii_lowercase();
    if first.starts_with("ssm") || !name.bytes().all(is_known) {
        return Err(strange());
    }
    if name.contains('/') && !name.starts_with('/') {
        return Err(errors::invalid("Parameter name must be a fully qualified name."));
    }
    if name.contains("//") || name.ends_with('/') {
        return Err(strange());
    }
    Ok(())
}

fn strange() -> platform::Error {
    errors::invalid(
        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it \
         can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of \
         letters, numbers and the following 3 symbols .-_",
    )
}

/// Refuses what no path is called.
///
/// # Errors
/// AWS's sentence.
pub fn check_path(path: &str) -> Result<()> {
    let is_known = |it: u8| it.is_ascii_alphanumeric() || b"_.-/".contains(&it);
    if path.starts_with('/') && !path.contains("//") && path.bytes().all(is_known) {
        return Ok(());
    }
    Err(errors::invalid(
        "The parameter doesn't meet the parameter name requirements. The parameter name must begin \
         with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). \
         It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ \
         (underscore). Special characters are not allowed. All sub-paths, if specified, must use the \
         forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_.",
    ))
}

/// The names that a name or ARN may stand for, the likelier first: an ARN does not tell whether
/// there is a slash before the name.
///
/// # Errors
/// It can be no parameter's, or is of another account or region.
pub fn candidates(cx: &Context, text: &str) -> Result<Vec<String>> {
    let Some(arn) = Arn::parse(text) else {
        check(text)?;
        if text.starts_with("/aws/reference/") {
            return Err(errors::unsupported("A reference to a secret in this operation"));
        }
        return Ok(vec![text.to_owned()]);
    };
    let own = (arn.service, arn.region, arn.account) == ("ssm", &*cx.region, &*cx.account);
    let name = arn.resource.strip_prefix("parameter").filter(|it| own && it.starts_with('/'));
    let name = name.ok_or_else(errors::not_found)?;
    check(name)?;
    let mut names = vec![name.to_owned()];
    if name.matches('/').count() == 1 {
        names.push(name[1..].to_owned());
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};

    #[test]
    fn a_selector_is_cut_off() {
        assert_eq!(split("/a/b"), ("/a/b", None));
        assert_eq!(split("a:3"), ("a", Some("3")));
        let arn = "arn:aws:ssm:us-east-1:000000000000:parameter/a";
        assert_eq!(split(arn), (arn, None));
        assert_eq!(split(&format!("{arn}:prod")), (arn, Some("prod")));
        assert_eq!(split("arn:x"), ("arn", Some("x")));
    }

    #[test]
    fn names_are_refused_in_awss_words() {
        let cx = context(&platform().0);
        let of = |name: &str| check_new(&cx, name).map_err(|error| error.to_string());
        for name in ["a", "/a", "/a/b.c/d-e_F", "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15"] {
            assert_eq!(of(name), Ok(()), "{name}");
        }
        for (name, code, words) in [
            ("awsome", "Validation", "can't be prefixed with \"aws\" or \"ssm\""),
            ("/SSMx", "Validation", "can't be prefixed with \"aws\" or \"ssm\""),
            (
                "/ssm/x",
                "Validation",
                "can't be prefixed with \"ssm\" (case-insensitive). If formed",
            ),
            ("/Aws/x", "AccessDenied", "No access to reserved parameter name: /Aws/x."),
            ("a/b", "Validation", "must be a fully qualified name."),
            ("a b", "Validation", "each sub-path can be formed as a mix"),
            ("a:1", "Validation", "each sub-path can be formed as a mix"),
            ("/a//b", "Validation", "each sub-path can be formed as a mix"),
            ("/a/", "Validation", "each sub-path can be formed as a mix"),
            ("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "HierarchyLevelLimit", "15 levels"),
            (&"a".repeat(1000), "Validation", "1011"),
        ] {
            let error = of(name).unwrap_err();
            assert!(error.starts_with(code) && error.contains(words), "{name}: {error}");
        }
    }

    #[test]
    fn an_arn_stands_for_a_name_with_and_without_a_slash() {
        let cx = context(&platform().0);
        let of = |text: &str| candidates(&cx, text).unwrap_or_default();
        assert_eq!(of("a"), ["a"]);
        assert_eq!(of(&arn(&cx, "a")), ["/a", "a"]);
        assert_eq!(of(&arn(&cx, "/a/b")), ["/a/b"]);
        assert!(of("arn:aws:ssm:us-east-1:111122223333:parameter/a").is_empty());
        assert!(of("arn:aws:ssm:eu-west-1:000000000000:parameter/a").is_empty());
        assert!(of("arn:aws:ssm:us-east-1:000000000000:document/a").is_empty());
    }
}
