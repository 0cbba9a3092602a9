//! How secrets are named: by a name, by an ARN, or by an ARN without the six characters that are added
//! to each ("Secrets Manager secret ARN" in the user guide's "What's in a Secrets Manager secret?").

use crate::errors;
use platform::{Arn, Context, Ids, Result};

/// How many characters are added to a name.
const SUFFIX: usize = 6;
/// What stands for them where they are not known.
const UNKNOWN: &str = "-??????";

/// A secret that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// The characters that are added to it, where they were told.
    pub suffix: Option<String>,
}

/// Six characters of chance.
pub fn suffix(ids: &dyn Ids) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut bytes = [0; SUFFIX];
    ids.fill(&mut bytes);
    bytes.iter().map(|byte| char::from(letters[usize::from(*byte) % letters.len()])).collect()
}

/// The ARN of a secret.
pub fn arn(cx: &Context, name: &str, suffix: &str) -> String {
    cx.arn("secretsmanager", format_args!("secret:{name}-{suffix}"))
}

/// The ARN that stands for a secret where only its name may be known.
pub fn likely_arn(cx: &Context, id: &str) -> String {
    match Arn::parse(id) {
        Some(arn) if is_complete(arn.resource) => id.to_owned(),
        Some(_) => format!("{id}{UNKNOWN}"),
        None => cx.arn("secretsmanager", format_args!("secret:{id}{UNKNOWN}")),
    }
}

/// Refuses what no secret can be called.
///
/// # Errors
/// AWS's sentence.
pub fn check(name: &str) -> Result<()> {
    let is_known = |it: u8| it.is_ascii_alphanumeric() || b"-/_+=.@!".contains(&it);
    match !name.is_empty() && name.bytes().all(is_known) {
        true => Ok(()),
        false => Err(errors::strange_name()),
    }
}

/// The secret that a request names.
///
/// # Errors
/// It can be none's name, or is an ARN of another service, account or region.
pub fn parse(cx: &Context, id: &str) -> Result<Named> {
    let Some(arn) = Arn::parse(id) else {
        check(id)?;
        return Ok(Named { name: id.to_owned(), suffix: None });
    };
    let place = (arn.service, arn.region, arn.account);
    if place != ("secretsmanager", &*cx.region, &*cx.account) {
        return Err(errors::no_secret());
    }
    // The marks stand for a suffix that only policies do not know.
    let resource = Some(arn.resource).filter(|resource| !resource.ends_with(UNKNOWN));
    resource.and_then(of_resource).ok_or_else(errors::no_secret)
}

/// The secret that an ARN's last part names. A name that ends like an ARN is taken for one, as AWS
/// warns.
pub fn of_resource(resource: &str) -> Option<Named> {
    let text = resource.strip_prefix("secret:")?;
    if let Some(name) = text.strip_suffix(UNKNOWN) {
        return Some(Named { name: name.to_owned(), suffix: None });
    }
    match text.rsplit_once('-').filter(|_| is_complete(resource)) {
        Some((name, suffix)) => {
            Some(Named { name: name.to_owned(), suffix: Some(suffix.to_owned()) })
        }
        None => Some(Named { name: text.to_owned(), suffix: None }),
    }
}

fn is_complete(resource: &str) -> bool {
    let end = resource.rsplit_once('-').map_or("", |(_, end)| end);
    end.len() == SUFFIX && end.bytes().all(|it| it.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};

    #[test]
    fn a_secret_is_named_in_three_ways() {
        let (platform, _) = platform();
        let cx = context(&platform);
        let named = |name: &str, suffix: Option<&str>| Named {
            name: name.to_owned(),
            suffix: suffix.map(str::to_owned),
        };
        let prefix = "arn:aws:secretsmanager:us-east-1:000000000000:secret:";
        for (id, expected) in [
            ("a/b", named("a/b", None)),
            (&format!("{prefix}a/b"), named("a/b", None)),
            (&format!("{prefix}a/b-Ab12cD"), named("a/b", Some("Ab12cD"))),
            (&format!("{prefix}a-b1"), named("a-b1", None)),
        ] {
            assert_eq!(parse(&cx, id).unwrap(), expected, "{id}");
        }
        assert_eq!(likely_arn(&cx, "a"), format!("{prefix}a-??????"));
        assert_eq!(likely_arn(&cx, &format!("{prefix}a")), format!("{prefix}a-??????"));
        assert_eq!(likely_arn(&cx, &format!("{prefix}a-Ab12cD")), format!("{prefix}a-Ab12cD"));
        assert_eq!(parse(&cx, "a b").unwrap_err().code(), "ValidationException");
        for other in [
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-??????",
            "arn:aws:secretsmanager:us-east-1:111122223333:secret:a",
            "arn:aws:secretsmanager:eu-west-1:000000000000:secret:a",
            "arn:aws:sqs:us-east-1:000000000000:secret:a",
            "arn:aws:secretsmanager:us-east-1:000000000000:a",
        ] {
            assert_eq!(parse(&cx, other).unwrap_err().code(), "ResourceNotFoundException");
        }
        let suffix = suffix(&*platform.ids);
        assert!(is_complete(&format!("secret:a-{suffix}")));
    }
}
