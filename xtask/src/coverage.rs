//! Writes docs/coverage.md: which operations of each service's model are served. Its summary also goes into
//! docs/coming-from-localstack.md, between two marker lines.
//!
//! What is served is `crates/shapes/operations.txt`; a test of the server holds that list against
//! its registry.

use crate::Result;
use crate::codegen::{BOTOCORE, fetch, model::Model, wanted};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const PAGE: &str = "docs/coverage.md";
const OTHER_PAGE: &str = "docs/coming-from-localstack.md";
/// The lines between which the other page has the summary.
const MARKERS: [&str; 2] =
    ["<!-- written by `cargo xtask coverage` -->\n", "<!-- until here -->\n"];

/// Writes the pages, or with `check` fails when one would change.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let Coverage { summary, details } = coverage(root)?;
    let other = fs::read_to_string(root.join(OTHER_PAGE))
        .map_err(|error| format!("read {OTHER_PAGE}: {error}"))?;
    let pages = [
        (PAGE, page(&summary, &details)),
        (OTHER_PAGE, between_markers(&other, &summary).map_err(|it| format!("{OTHER_PAGE} {it}"))?),
    ];
    for (name, page) in pages {
        let path = root.join(name);
        let current = fs::read_to_string(&path).unwrap_or_default();
        if check && current != page {
            return Err(format!("{name} is out of date: run `cargo xtask coverage`"));
        }
        if !check {
            fs::write(&path, &page).map_err(|error| format!("write {name}: {error}"))?;
            println!("coverage: wrote {name}");
        }
    }
    Ok(())
}

/// The page with what stands between the markers replaced.
fn between_markers(page: &str, text: &str) -> Result<String> {
    let [begin, end] = MARKERS;
    let parts = page.split_once(begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(end)?;
        Some(format!("{before}{begin}{text}{end}{after}"))
    });
    parts.ok_or_else(|| format!("lacks the line {:?} or {:?}", begin.trim(), end.trim()))
}

/// A table of the services, and a section for each.
struct Coverage {
    summary: String,
    details: String,
}

fn coverage(root: &Path) -> Result<Coverage> {
    let services = wanted::read(&root.join("crates/shapes/operations.txt"))?;
    let models = fetch(&services.iter().map(|service| service.id.as_str()).collect::<Vec<_>>())?;
    let mut summary = String::from("| service | served | of the model |\n|---|---|---|\n");
    let mut details = String::new();
    for service in &services {
        let model = Model::read(&models.join(format!("{}.json", service.id)))?;
        let served: BTreeSet<&str> =
            service.operations.iter().map(|operation| operation.name.as_str()).collect();
        let all: BTreeSet<&str> = model.operation_names().into_iter().collect();
        let title = model.metadata("serviceFullName");
        let _ = writeln!(summary, "| {title} | {} | {} |", served.len(), all.len());
        let list = |names: Vec<&str>| names.join(", ");
        let served_list = list(served.iter().copied().collect());
        let refused: Vec<&str> = all.difference(&served).copied().collect();
        let _ = write!(details, "\n## {title}\n\nServed: {served_list}.\n");
        if !refused.is_empty() {
            let _ = write!(details, "\nRefused by name: {}.\n", list(refused));
        }
    }
    Ok(Coverage { summary, details })
}

fn page(summary: &str, details: &str) -> String {
    format!(
        "# Operations\n\nWritten by `cargo xtask coverage` from the models of botocore {BOTOCORE}. An operation that \
         is not served answers with an error that names it.\n\n{summary}{details}"
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_is_replaced() {
        let [begin, end] = MARKERS;
        let page = format!("before\n{begin}old\n{end}after\n");
        let expected = format!("before\n{begin}new\n{end}after\n");
        assert_eq!(between_markers(&page, "new\n").unwrap(), expected);
        assert_eq!(between_markers(&expected, "new\n").unwrap(), expected);
        assert!(between_markers("a page without them", "new").is_err());
        assert!(between_markers(&format!("{end}{begin}"), "new").is_err());
    }
}
