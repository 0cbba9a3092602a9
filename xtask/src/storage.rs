//! Writes docs/storage.md: the tables of the Tables engine, each with the file that describes its
//! layout, and checks that there is one of each name.
//!
//! A table is declared where its layout is told: in a file whose first lines say what ``Table
//! `name` `` holds. That line is all it takes; this reads the list from there.

use crate::{Result, sources};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const PAGE: &str = "docs/storage.md";

/// Writes the page, or with `check` fails when it would change.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let page = page(root)?;
    let path = root.join(PAGE);
    if check {
        let current = fs::read_to_string(&path).unwrap_or_default();
        let told = || format!("{PAGE} is out of date: run `cargo xtask storage`");
        return if current == page { Ok(()) } else { Err(told()) };
    }
    fs::write(&path, &page).map_err(|error| format!("write {}: {error}", path.display()))?;
    println!("storage: wrote {PAGE}");
    Ok(())
}

fn page(root: &Path) -> Result<String> {
    let mut tables: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut complaints = Vec::new();
    for (name, text) in sources::all(root, &["crates"])? {
        let is_product = name.contains("/src/") && !name.contains("/contract/");
        if !is_product || sources::is_test(&root.join(&name))? {
            continue;
        }
        let told = told(&text);
        for table in declared(&text) {
            let Some(layout) = told.get(table) else {
                complaints.push(format!("{name}: its first lines do not tell of `{table}`"));
                continue;
            };
            if layout.contains("JSON of") && !has_layout_test(&text) {
                complaints.push(format!("{name}: no test reads the first layout of `{table}`"));
            }
            let row = (layout.clone(), name.clone());
            if let Some((_, other)) = tables.insert(table.to_owned(), row) {
                complaints.push(format!("{name}: {other} declares `{table}` too"));
            }
        }
    }
    if !complaints.is_empty() {
        return Err(complaints.join("\n  "));
    }
    let mut page = String::from(
        "# Tables\n\nWritten by `cargo xtask storage` from the first lines of the files that declare \
         them. What is stored in one is read by every later release.\n\n\
         | table | key → value | file |\n|---|---|---|\n",
    );
    for (table, (layout, file)) in tables {
        let short = file.rsplit('/').next().unwrap_or(&file);
        let _ = writeln!(page, "| `{table}` | {layout} | [{short}](../{file}) |");
    }
    Ok(page)
}

/// The names of the tables that a file of the product declares.
fn declared(text: &str) -> Vec<&str> {
    let places = sources::code(text).split("Table(\"").skip(1);
    places.filter_map(|rest| rest.split_once('"').map(|(name, _)| name)).collect()
}

/// What a file's first lines tell of tables: their layouts by name, a sentence each.
fn told(text: &str) -> BTreeMap<&str, String> {
    let first = text.lines().take_while(|line| line.starts_with("//!"));
    let lines: Vec<&str> = first.map(|line| line[3..].trim()).collect();
    let mut told = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = line.strip_prefix("Table `") else { continue };
        let Some((name, rest)) = rest.split_once('`') else { continue };
        let more = lines[at + 1..].iter().take_while(|line| {
            !line.is_empty() && !line.starts_with("Table `") && !line.starts_with("Blobs: ")
        });
        let whole = more.fold(rest.to_owned(), |whole, line| format!("{whole} {line}"));
        let sentence = whole.split(". ").next().unwrap_or_default().trim_end_matches('.');
        let sentence = sentence.trim_start_matches([':', ',']).trim();
        told.insert(name, sentence.replace(['[', ']'], "").replace('|', "\\|"));
    }
    told
}

/// Whether one of a file's tests says that it reads what was first written.
fn has_layout_test(text: &str) -> bool {
    let tests = text.split("fn ").filter_map(|rest| rest.split_once('('));
    tests.into_iter().any(|(name, _)| name.contains("layout") || name.starts_with("version_1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "//! Things.\n//!\n//! Table `a`: key → JSON of\n//! [`Thing`]. More.\n\
        //! Table `b`, key `x`, value y.\n\nstatic A: Records<Thing> = Records::new(Table(\"a\"));\n\
        const B: Table = Table(\"b\");\n#[cfg(test)]\nmod tests {\n    const T: Table = Table(\"t\");\n}\n";

    #[test]
    fn a_file_tells_of_what_it_declares() {
        assert_eq!(declared(FILE), ["a", "b"]);
        let told = told(FILE);
        assert_eq!(told["a"], "key → JSON of `Thing`");
        assert_eq!(told["b"], "key `x`, value y");
        assert!(!has_layout_test(FILE));
        assert!(has_layout_test("fn the_first_layout_is_still_read() {"));
    }
}
