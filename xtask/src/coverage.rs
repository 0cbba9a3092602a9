//! Writes docs/coverage.md: which operations of each service's model are served.
//!
//! What is served is `crates/shapes/operations.txt`; a test of the server holds that list against
//! its registry.

use crate::Result;
use crate::codegen::{BOTOCORE, fetch, model::Model, wanted};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes the page, or with `check` fails when it would change.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let page = page(root)?;
    let path = root.join("docs/coverage.md");
    if check {
        let current = fs::read_to_string(&path).unwrap_or_default();
        return if current == page {
            Ok(())
        } else {
            Err("docs/coverage.md is out of date: run `cargo xtask coverage`".to_owned())
        };
    }
    fs::write(&path, &page).map_err(|error| format!("write {}: {error}", path.display()))?;
    println!("coverage: wrote docs/coverage.md");
    Ok(())
}

fn page(root: &Path) -> Result<String> {
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
    Ok(format!(
        "# Operations\n\nWritten by `cargo xtask coverage` from the models of botocore {BOTOCORE}. An operation that \
         is not served answers with an error that names it.\n\n{summary}{details}"
    ))
}
