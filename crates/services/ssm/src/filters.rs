//! Which parameters a list has ("ParameterStringFilter" in the Systems Manager API reference).

use crate::records::parameter::Parameter;
use crate::{errors, names};
use platform::Result;
use shapes::ssm::{ParameterStringFilter, ParametersFilter};
use std::collections::BTreeSet;

/// The list that is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// `DescribeParameters`.
    All,
    /// `GetParametersByPath`.
    Path,
}

/// A filter that was read.
#[derive(Clone, Debug)]
pub struct Filter {
    key: String,
    option: &'static str,
    values: Vec<String>,
}

const TYPES: &[&str] = &["String", "StringList", "SecureString"];
const TIERS: &[&str] = &["Standard", "Advanced", "Intelligent-Tiering"];

impl Of {
    /// The keys of its filters, besides those of tags.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Of::All => &["Path", "Name", "Type", "KeyId", "Tier", "DataType"],
            Of::Path => &["Type", "KeyId", "Label"],
        }
    }
}

/// The filters of a request.
///
/// # Errors
/// AWS's sentences.
pub fn read(given: Option<Vec<ParameterStringFilter>>, of: Of) -> Result<Vec<Filter>> {
    let mut seen = BTreeSet::new();
    let mut read = Vec::new();
    for filter in given.unwrap_or_default() {
        let ParameterStringFilter { key, option, values } = filter;
        let is_tag = key.starts_with("tag:") && of == Of::All;
        if !is_tag && !of.keys().contains(&key.as_str()) {
            return Err(errors::filter_key(format!(
                "The following filter key is not valid: {key}. Valid filter keys include: [{}].",
                of.keys().join(", ")
            )));
        }
        if !seen.insert(key.clone()) {
            return Err(errors::filter_key(format!(
                "The following filter is duplicated in the request: {key}. A request can contain only \
                 one occurrence of a specific filter."
            )));
        }
        let values = values.unwrap_or_default();
        if values.is_empty() && !is_tag {
            return Err(errors::filter_value(format!(
                "The following filter values are missing : null for filter key {key}."
            )));
        }
        check_values(&key, &values)?;
        let option = option_of(&key, option.as_deref())?;
        read.push(Filter { key, option, values });
    }
    Ok(read)
}

/// The filters of a request of the older kind.
pub fn read_old(given: Vec<ParametersFilter>) -> Vec<Filter> {
    let read = |it: ParametersFilter| {
        let option = if it.key == "Name" { "BeginsWith" } else { "Equals" };
        Filter { key: it.key, option, values: it.values }
    };
    given.into_iter().map(read).collect()
}

/// How a filter compares.
fn option_of(key: &str, option: Option<&str>) -> Result<&'static str> {
    let options: &[&str] = match key {
        "Path" => &["OneLevel", "Recursive"],
        "Name" => &["Equals", "BeginsWith", "Contains"],
        _ => &["Equals", "BeginsWith"],
    };
    let Some(given) = option else { return Ok(options[0]) };
    options.iter().find(|it| **it == given).copied().ok_or_else(|| {
        let valid = if key == "Path" { "Recursive, OneLevel" } else { "BeginsWith, Equals" };
        errors::filter_option(format!(
            "The following filter option is not valid: {given}. Valid options include: [{valid}]."
        ))
    })
}

fn check_values(key: &str, values: &[String]) -> Result<()> {
    let valid = match key {
        "Type" => TYPES,
        "Tier" => TIERS,
        "Path" => {
            let is_reserved = |path: &String| {
                let path = path.to_ascii_lowercase();
                path.starts_with("/aws") || path.starts_with("/ssm")
            };
            if values.iter().any(is_reserved) {
                return Err(errors::invalid(
                    "Filters for common parameters can't be prefixed with \"aws\" or \"ssm\" \
                     (case-insensitive). When using global parameters, please specify within a global \
                     namespace.",
                ));
            }
            return values.iter().try_for_each(|path| names::check_path(path));
        }
        _ => return Ok(()),
    };
    match values.iter().find(|value| !valid.contains(&value.as_str())) {
        Some(value) => Err(errors::filter_option(format!(
            "The following filter value is not valid: {value}. Valid values include: [{}].",
            valid.join(", ")
        ))),
        None => Ok(()),
    }
}

/// The labels that are asked for, if any.
pub fn labels(filters: &[Filter]) -> Option<&Filter> {
    filters.iter().find(|filter| filter.key == "Label")
}

/// Whether a parameter passes all filters.
pub fn pass(filters: &[Filter], parameter: &Parameter) -> bool {
    filters.iter().all(|filter| filter.passes(parameter))
}

impl Filter {
    fn passes(&self, parameter: &Parameter) -> bool {
        let current = &parameter.current;
        match self.key.as_str() {
            "Name" if self.option == "Contains" => self.has(&parameter.name),
            "Name" => {
                let slashed = |name: &str| format!("/{}", name.trim_start_matches('/'));
                let values = self.values.iter().map(|value| slashed(value)).collect();
                Self { values, ..self.clone() }.has(&slashed(&parameter.name))
            }
            "Path" => self
                .values
                .iter()
                .any(|path| is_below(&parameter.name, path, self.option == "Recursive")),
            "Type" => self.has(&current.kind),
            "KeyId" => current.key_id.as_deref().is_some_and(|key| self.has(key)),
            "Tier" => self.has(&current.tier),
            "DataType" => self.has("text"),
            "Label" => parameter.labels.keys().any(|label| self.has(label)),
            key => {
                let tag = key.strip_prefix("tag:").and_then(|key| parameter.tags.get(key));
                tag.is_some_and(|value| self.values.is_empty() || self.has(value))
            }
        }
    }

    /// Whether a text is as one of the values says.
    pub fn has(&self, text: &str) -> bool {
        self.values.iter().any(|value| match self.option {
            "BeginsWith" => text.starts_with(value),
            "Contains" => text.contains(value.as_str()),
            _ => text == value,
        })
    }
}

/// Whether a parameter lies below a path, at once or anywhere.
pub fn is_below(name: &str, path: &str, anywhere: bool) -> bool {
    let path = path.trim_end_matches('/');
    let name = name.strip_prefix('/').unwrap_or(name);
    let rest = match path.strip_prefix('/') {
        Some(path) => name.strip_prefix(path).and_then(|rest| rest.strip_prefix('/')),
        None => Some(name),
    };
    rest.is_some_and(|rest| anywhere || !rest.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::version::Version;

    fn parameter(name: &str) -> Parameter {
        let current =
            Version { kind: "String".into(), tier: "Standard".into(), ..Version::default() };
        let labels = [("prod".to_owned(), 1)].into();
        let tags = [("k".to_owned(), "v".to_owned())].into();
        Parameter { name: name.to_owned(), current, oldest: 1, labels, tags }
    }

    fn filter(key: &str, option: &str, values: &[&str]) -> ParameterStringFilter {
        ParameterStringFilter {
            key: key.to_owned(),
            option: Some(option.to_owned()).filter(|it| !it.is_empty()),
            values: Some(values.iter().map(|it| (*it).to_owned()).collect()),
        }
    }

    #[test]
    fn a_parameter_lies_below_a_path() {
        assert!(is_below("/a/b", "/a", false) && is_below("/a/b", "/a/", false));
        assert!(!is_below("/a/b/c", "/a", false) && is_below("/a/b/c", "/a", true));
        assert!(!is_below("/ab", "/a", true) && !is_below("/a", "/a", true));
        assert!(is_below("a", "/", false) && is_below("/a", "/", false));
        assert!(!is_below("/a/b", "/", false) && is_below("/a/b", "/", true));
    }

    #[test]
    fn filters_choose_as_they_say() {
        for (key, option, value, passes) in [
            ("Name", "", "/a/b", true),
            ("Name", "", "a/b", true),
            ("Name", "", "/a", false),
            ("Name", "BeginsWith", "/a", true),
            ("Name", "Contains", "a/", true),
            ("Path", "", "/", false),
            ("Path", "Recursive", "/", true),
            ("Path", "OneLevel", "/a", true),
            ("Type", "", "String", true),
            ("Type", "BeginsWith", "SecureString", false),
            ("KeyId", "", "alias/aws/ssm", false),
            ("Tier", "", "Standard", true),
            ("DataType", "", "text", true),
            ("tag:k", "", "v", true),
            ("tag:k", "", "w", false),
            ("tag:l", "", "v", false),
        ] {
            let read = read(Some(vec![filter(key, option, &[value])]), Of::All).unwrap();
            assert_eq!(pass(&read, &parameter("/a/b")), passes, "{key} {option} {value}");
        }
        let any = read(Some(vec![filter("tag:k", "", &[])]), Of::All).unwrap();
        assert!(pass(&any, &parameter("/a")));
        let label = read(Some(vec![filter("Label", "", &["prod"])]), Of::Path).unwrap();
        assert!(pass(&label, &parameter("/a")) && labels(&label).is_some());
    }

    #[test]
    fn filters_are_refused_in_awss_words() {
        let of = |filters: &[ParameterStringFilter], of| {
            read(Some(filters.to_vec()), of).unwrap_err().to_string()
        };
        assert_eq!(
            of(&[filter("Label", "", &["x"])], Of::All),
            "InvalidFilterKey: The following filter key is not valid: Label. Valid filter keys \
             include: [Path, Name, Type, KeyId, Tier, DataType]."
        );
        assert!(of(&[filter("tag:x", "", &["x"])], Of::Path).starts_with("InvalidFilterKey"));
        let twice = [filter("Name", "", &["x"]), filter("Name", "", &["y"])];
        assert!(of(&twice, Of::All).contains("duplicated in the request: Name"));
        assert!(of(&[filter("Name", "", &[])], Of::All).starts_with("InvalidFilterValue"));
        assert!(
            of(&[filter("Path", "Equals", &["/"])], Of::All).starts_with("InvalidFilterOption")
        );
        assert!(of(&[filter("Type", "", &["x"])], Of::All).contains("[String, StringList"));
        assert!(of(&[filter("Path", "", &["/aws"])], Of::All).contains("global namespace"));
        assert!(of(&[filter("Path", "", &["x"])], Of::All).contains("begin with a forward slash"));
    }
}
