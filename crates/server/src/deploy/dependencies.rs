//! What a function is run by, and what has to lie beside its code.

use super::entry::{Entry, Language};
use super::files::{File, Source, check_link, name_within};
use super::node::Node;
use super::package::Layer;
use super::python;
use crate::output::line;
use crate::settings::cache_dir;
use functions::{Family, Python, find_runtime};
use ignore::WalkBuilder;
use sha2::{Digest, Sha256};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// The version of Python that is wished for where nothing says otherwise.
const PYTHON_MINOR: u32 = 13;

/// What was found and made so far; it is found and made once.
#[derive(Default)]
pub struct Layers {
    /// By the minor version that was asked for.
    python: Option<(u32, Option<Python>)>,
    node: Option<Option<Node>>,
    /// By what it was made from.
    last: Option<(String, Layer)>,
    /// Whether to say nothing of what takes a while.
    is_silent: bool,
}

impl Layers {
    /// Nothing is found yet.
    pub fn new(is_silent: bool) -> Self {
        Self { is_silent, ..Self::default() }
    }

    /// The function's runtime: the wished one; else that which it has, where that fits its code;
    /// else that of the interpreter at hand.
    pub fn runtime(
        &mut self,
        entry: &Entry,
        wish: Option<&str>,
        known: Option<&str>,
    ) -> Result<String, String> {
        if let Some(wish) = wish {
            return Ok(wish.to_owned());
        }
        let fits = |known: &&str| Language::of_runtime(known) == Ok(entry.language);
        if let Some(known) = known.filter(fits) {
            return Ok(known.to_owned());
        }
        let is_known = |name: &String| find_runtime(name).is_some_and(|it| it.is_supported());
        let at_hand = match entry.language {
            Language::Provided => return Ok("provided.al2023".to_owned()),
            Language::Python => self.python(PYTHON_MINOR).map(|python| {
                let version = python.version();
                let short: Vec<&str> = version.split('.').take(2).collect();
                format!("python{}", short.join("."))
            }),
            Language::Node => self.node().map(|node| format!("nodejs{}.x", node.major)),
        };
        let otherwise = match entry.language {
            Language::Node => "nodejs22.x".to_owned(),
            _ => format!("python3.{PYTHON_MINOR}"),
        };
        Ok(at_hand.filter(is_known).unwrap_or(otherwise))
    }

    /// The dependencies of a folder, installed and packed; `None` where it has none.
    pub fn of(
        &mut self,
        source: &Source,
        entry: &Entry,
        runtime: &str,
    ) -> Result<Option<&Layer>, String> {
        // A file is deployed alone.
        if source.is_one_file() {
            return Ok(None);
        }
        let folder = &source.folder;
        match entry.language {
            Language::Provided => Ok(None),
            Language::Python => {
                let Some(wanted) = python::requirements(folder)? else { return Ok(None) };
                let minor = match find_runtime(runtime).map(|it| it.family) {
                    Some(Family::Python { minor, .. }) => minor,
                    _ => PYTHON_MINOR,
                };
                let none = "requirements.txt needs a Python 3 on this machine";
                let python = self.python(minor).ok_or(none)?;
                let version = python.version();
                let key = key(&["python", &version, &wanted]);
                let path = python.path().to_owned();
                self.layer(&key, "requirements.txt", |into| {
                    python::install(&path, &folder.join(python::FILE), into)?;
                    list(into, into, python::is_needed)
                })
                .map(Some)
            }
            Language::Node => self.of_node(folder),
        }
    }

    fn of_node(&mut self, folder: &Path) -> Result<Option<&Layer>, String> {
        let Some(package) = super::node::Wanted::of(folder)? else {
            return self.own_modules(folder, "");
        };
        if let Some(why) = &package.only_by_hand {
            let modules = folder.join("node_modules");
            if !modules.is_dir() {
                return Err(format!("{why}: install it into node_modules, and deploy again"));
            }
            return self.own_modules(folder, &package.json);
        }
        let none = "package.json asks for packages, and npm is not on this machine";
        let version = self.node().map(|node| node.version.clone()).ok_or(none)?;
        let key = key(&["node", &version, &package.json, &package.lock, &package.settings]);
        let layer = self.layer(&key, "package.json", |into| {
            package.install(into)?;
            list(into, &into.join("node_modules"), super::node::is_needed)
        });
        layer.map(Some)
    }

    /// The folder's own `node_modules`, as they are when it is deployed first.
    fn own_modules(&mut self, folder: &Path, json: &str) -> Result<Option<&Layer>, String> {
        let modules = folder.join("node_modules");
        if !modules.is_dir() {
            return Ok(None);
        }
        let key = key(&["own", json, &folder.to_string_lossy()]);
        if self.last.as_ref().is_none_or(|(known, _)| *known != key) {
            let layer = Layer::new(&list(folder, &modules, super::node::is_needed)?)?;
            self.last = Some((key, layer));
        }
        Ok(self.last.as_ref().map(|(_, layer)| layer))
    }

    /// The layer of this key: the last one, or one that was kept, or one that is made now.
    fn layer(
        &mut self,
        key: &str,
        what: &str,
        make: impl FnOnce(&Path) -> Result<Vec<File>, String>,
    ) -> Result<&Layer, String> {
        let is_last = self.last.as_ref().is_some_and(|(known, _)| known == key);
        if !is_last {
            let cache = cache_dir()?.join("deploy");
            let problem = |error| format!("{}: {error}", cache.display());
            fs::create_dir_all(&cache).map_err(problem)?;
            let kept = cache.join(format!("{key}.zip"));
            let layer = match Layer::read(&kept) {
                Some(layer) => layer,
                None => {
                    if !self.is_silent {
                        line(format_args!("● Installing what {what} asks for (once)"));
                    }
                    let into = tempfile::tempdir_in(&cache).map_err(problem)?;
                    let layer = Layer::new(&make(into.path())?)?;
                    layer.keep(&kept)?;
                    layer
                }
            };
            self.last = Some((key.to_owned(), layer));
        }
        match &self.last {
            Some((_, layer)) => Ok(layer),
            None => Err("no dependencies were made".to_owned()),
        }
    }

    fn python(&mut self, minor: u32) -> Option<&Python> {
        if self.python.as_ref().is_none_or(|(known, _)| *known != minor) {
            self.python = Some((minor, Python::find(minor, true)));
        }
        self.python.as_ref().and_then(|(_, python)| python.as_ref())
    }

    fn node(&mut self) -> Option<&Node> {
        self.node.get_or_insert_with(Node::at_hand).as_ref()
    }
}

/// The name of what these texts make.
fn key(texts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.len().to_le_bytes());
        digest.update(text);
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The files below a folder, by their names within another, as far as they are needed.
fn list(root: &Path, below: &Path, is_needed: fn(&str) -> bool) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(below).standard_filters(false).follow_links(true).build() {
        let entry = entry.map_err(|error| error.to_string())?;
        let metadata = entry.metadata().map_err(|error| error.to_string())?;
        let name = name_within(root, entry.path())?;
        // The folder itself may be one too.
        if (entry.path_is_symlink() || entry.depth() == 0) && is_needed(&name) {
            check_link(root, entry.path())?;
        }
        if metadata.is_file() && is_needed(&name) {
            let is_executable = metadata.permissions().mode() & 0o111 != 0;
            let path: PathBuf = entry.into_path();
            files.push(File { name, path, is_executable });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn entry(language: Language) -> Entry {
        Entry { language, handler: "a.b".to_owned() }
    }

    #[test]
    fn a_runtime_is_kept_where_it_fits() {
        let mut layers = Layers::default();
        let mut of = |language, wish, known| layers.runtime(&entry(language), wish, known).unwrap();
        assert_eq!(of(Language::Python, None, Some("python3.9")), "python3.9");
        assert_eq!(of(Language::Python, Some("python3.8"), Some("python3.9")), "python3.8");
        assert_eq!(of(Language::Provided, None, Some("python3.9")), "provided.al2023");
        assert!(of(Language::Node, None, Some("python3.9")).starts_with("nodejs"));
    }

    #[test]
    fn a_layer_has_a_name_of_all_that_it_is_made_from() {
        assert_eq!(key(&["a", "b"]), key(&["a", "b"]));
        assert_ne!(key(&["a", "b"]), key(&["ab", ""]));
    }

    #[test]
    fn modules_that_are_links_out_of_the_folder_are_refused_by_name() {
        let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let modules = dir.path().join("node_modules");
        fs::create_dir_all(modules.join(".pnpm/a")).unwrap();
        fs::write(modules.join(".pnpm/a/index.js"), "").unwrap();
        fs::write(outside.path().join("index.js"), "").unwrap();
        let link = |to: &Path, name: &Path| std::os::unix::fs::symlink(to, name).unwrap();
        link(Path::new(".pnpm/a"), &modules.join("a"));
        let list = || list(dir.path(), &modules, crate::deploy::node::is_needed);
        assert!(list().unwrap().iter().any(|file| file.name == "node_modules/a/index.js"));
        link(outside.path(), &modules.join("b"));
        let error = list().unwrap_err();
        assert!(error.contains("node_modules/b leads out of the folder"), "{error}");
        fs::remove_dir_all(&modules).unwrap();
        link(outside.path(), &modules);
        let error = list().unwrap_err();
        assert!(error.contains("node_modules leads out of the folder"), "{error}");
    }

    #[test]
    fn own_modules_are_packed_without_what_no_code_reads() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a/index.js", "a/test/x.js", ".prisma/a.js", ".bin/a", ".cache/a"] {
            let path = dir.path().join("node_modules").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let source = Source::new(dir.path()).unwrap();
        let names = list(
            &source.folder,
            &source.folder.join("node_modules"),
            crate::deploy::node::is_needed,
        );
        let names: Vec<_> = names.unwrap().into_iter().map(|file| file.name).collect();
        let of = |name: &str| format!("node_modules/{name}");
        assert_eq!(names, [of(".prisma/a.js"), of("a/index.js"), of("a/test/x.js")]);
        let mut layers = Layers::default();
        assert!(layers.of(&source, &entry(Language::Node), "nodejs20.x").unwrap().is_some());
        assert!(layers.of(&source, &entry(Language::Python), "python3.12").unwrap().is_none());
        fs::write(dir.path().join("yarn.lock"), "").unwrap();
        fs::write(dir.path().join("package.json"), r#"{"dependencies": {"a": "1"}}"#).unwrap();
        assert!(layers.of(&source, &entry(Language::Node), "nodejs20.x").unwrap().is_some());
        fs::remove_dir_all(dir.path().join("node_modules")).unwrap();
        let error = layers.of(&source, &entry(Language::Node), "nodejs20.x").err().unwrap();
        assert!(error.starts_with("npm does not read yarn.lock"), "{error}");
    }
}
