//! Which secrets a list has ("Find secrets in AWS Secrets Manager" in the user guide).

use crate::errors;
use crate::records::secret::Secret;
use platform::{Context, Result};
use shapes::secretsmanager::Filter;

/// Whether a secret passes all filters.
pub fn pass(cx: &Context, filters: &[Filter], secret: &Secret) -> bool {
    filters.iter().all(|filter| passes(cx, filter, secret))
}

/// Refuses filters that say nothing.
///
/// # Errors
/// AWS's.
pub fn check(filters: &[Filter]) -> Result<()> {
    let wanting = |it: &Filter| it.key.is_none() || it.values.as_ref().is_none_or(Vec::is_empty);
    match filters.iter().any(wanting) {
        true => Err(errors::invalid("Each filter must have a Key and at least one of Values.")),
        false => Ok(()),
    }
}

fn passes(cx: &Context, filter: &Filter, secret: &Secret) -> bool {
    let values = filter.values.as_deref().unwrap_or_default();
    let tags = || secret.tags.iter().flatten();
    let description = secret.description.as_deref().unwrap_or_default();
    let is_one = |texts: &[&str]| {
        values.iter().any(|value| match value.strip_prefix('!') {
            Some(value) => !texts.iter().any(|text| text.starts_with(value)),
            None => texts.iter().any(|text| text.starts_with(value.as_str())),
        })
    };
    match filter.key.as_deref().unwrap_or_default() {
        "name" => is_one(&[&secret.name]),
        "tag-key" => is_one(&tags().map(|(key, _)| key.as_str()).collect::<Vec<_>>()),
        "tag-value" => is_one(&tags().map(|(_, value)| value.as_str()).collect::<Vec<_>>()),
        "primary-region" => is_one(&[&cx.region]),
        // No service of AWS keeps secrets here.
        "owning-service" => is_one(&[]),
        "description" => {
            let description = description.to_lowercase();
            values.iter().any(|value| match value.strip_prefix('!') {
                Some(value) => !description.starts_with(&value.to_lowercase()),
                None => description.starts_with(&value.to_lowercase()),
            })
        }
        _ => {
            let texts = tags().flat_map(|(key, value)| [key.as_str(), value]);
            let texts = texts.chain([secret.name.as_str(), description]);
            let texts = texts.flat_map(words).collect::<Vec<_>>();
            values.iter().any(|value| match value.strip_prefix('!') {
                Some(value) => !words(value).all(|word| has(&texts, &word)),
                None => words(value).all(|word| has(&texts, &word)),
            })
        }
    }
}

/// The words of a text, without their case.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|it: char| it.is_whitespace() || "-/_+=.@!".contains(it));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn has(texts: &[String], word: &str) -> bool {
    texts.iter().any(|text| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};

    #[test]
    fn filters_choose_as_they_say() {
        let cx = context(&platform().0);
        let secret = Secret {
            name: "prod/Db-Password".into(),
            description: Some("The Database of orders".into()),
            tags: Some([("team".to_owned(), "Blue".to_owned())].into()),
            ..Secret::default()
        };
        for (key, values, passes) in [
            ("name", &["prod/"][..], true),
            ("name", &["prod/db"], false),
            ("name", &["x", "prod"], true),
            ("name", &["!prod"], false),
            ("name", &["!x"], true),
            ("description", &["the data"], true),
            ("description", &["data"], false),
            ("tag-key", &["te"], true),
            ("tag-value", &["blue"], false),
            ("tag-value", &["Blue"], true),
            ("primary-region", &["us-"], true),
            ("owning-service", &["rds"], false),
            ("all", &["ORDERS pass"], true),
            ("all", &["orders none"], false),
        ] {
            let values = Some(values.iter().map(|it| (*it).to_owned()).collect());
            let filter = Filter { key: Some(key.to_owned()), values };
            assert_eq!(pass(&cx, &[filter], &secret), passes, "{key}");
        }
        assert!(check(&[Filter { key: Some("name".into()), values: None }]).is_err());
    }
}
