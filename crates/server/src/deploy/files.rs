//! Which files of a folder a function is made of.

use ignore::{DirEntry, WalkBuilder};
use platform::{Clock, SystemClock};
use std::fs::{self, Metadata};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// The longest name of a function.
const LONGEST: usize = 64;

/// Where a function's code is.
#[derive(Debug)]
pub struct Source {
    /// The folder, or the folder of the file.
    pub folder: PathBuf,
    /// The file, where one was named.
    file: Option<PathBuf>,
}

/// A file of a package.
#[derive(Debug)]
pub struct File {
    /// Its name within the package, with `/` between folders.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it may be executed.
    pub is_executable: bool,
}

impl File {
    /// A file, unless it is something else, such as a pipe.
    fn new(name: String, path: PathBuf, metadata: &Metadata) -> Option<Self> {
        let is_executable = metadata.permissions().mode() & 0o111 != 0 || name == "bootstrap";
        metadata.is_file().then_some(Self { name, path, is_executable })
    }

    /// What it says, where that is text.
    pub fn text(&self) -> Option<String> {
        fs::read_to_string(&self.path).ok()
    }
}

/// What is seen of the files without reading them. When it is another, something has changed.
#[derive(Debug, PartialEq)]
pub enum Stamp {
    /// Of each file: where it is, its size, its times and its mode.
    Files(Vec<(PathBuf, u64, [i64; 4], u32)>),
    /// They could not be looked at then.
    Unseen(i64),
}

impl Source {
    /// The folder or file. The error is a sentence for the user.
    pub fn new(path: &Path) -> Result<Self, String> {
        let problem = |error| format!("{}: {error}", path.display());
        let path = fs::canonicalize(path).map_err(problem)?;
        if path.is_dir() {
            return Ok(Self { folder: path, file: None });
        }
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        Ok(Self { folder, file: Some(path) })
    }

    /// Whether one file was named.
    pub fn is_one_file(&self) -> bool {
        self.file.is_some()
    }

    /// The function's name: the one that is wished for, else the file's, where that says
    /// something, else the folder's.
    pub fn function_name(&self, wish: Option<&str>) -> Result<String, String> {
        let stem = |path: &Path| {
            path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
        };
        let of_file = self.file.as_deref().map(stem);
        let of_folder =
            || self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = match (wish, of_file) {
            (Some(wish), _) => wish.to_owned(),
            (None, Some(stem)) if !super::entry::is_usual(&stem) => stem,
            _ => of_folder(),
        };
        let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
        if name.is_empty() || name.len() > LONGEST || !name.bytes().all(is_letter) {
            return Err(format!(
                "{name:?} is no name of a function, which has letters, digits, - and _, {LONGEST} \
                 at most: say --name"
            ));
        }
        Ok(name)
    }

    /// The files, by name. Dependencies are not among them.
    pub fn files(&self) -> Result<Vec<File>, String> {
        if let Some(path) = &self.file {
            let metadata = fs::metadata(path).map_err(|it| format!("{}: {it}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            return Ok(File::new(name, path.clone(), &metadata).into_iter().collect());
        }
        let mut files = Vec::new();
        for entry in self.walk() {
            let entry = entry.map_err(|error| error.to_string())?;
            let metadata = entry.metadata().map_err(|error| error.to_string())?;
            if entry.path_is_symlink() {
                check_link(&self.folder, entry.path())?;
            }
            if !metadata.is_file() {
                continue;
            }
            let name = name_within(&self.folder, entry.path())?;
            files.extend(File::new(name, entry.into_path(), &metadata));
        }
        // Whatever builds it may have it ignored, and it is what is deployed.
        let bootstrap = self.folder.join("bootstrap");
        if let Ok(metadata) = fs::metadata(&bootstrap)
            && !files.iter().any(|file| file.name == "bootstrap")
        {
            check_link(&self.folder, &bootstrap)?;
            files.extend(File::new("bootstrap".to_owned(), bootstrap, &metadata));
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(files)
    }

    /// The folders that have such files, or may have them.
    pub fn folders(&self) -> Vec<PathBuf> {
        if self.is_one_file() {
            return vec![self.folder.clone()];
        }
        let entries = self.walk().filter_map(Result::ok);
        entries.filter(|it| it.path().is_dir()).map(DirEntry::into_path).collect()
    }

    /// What is seen of the files now.
    pub fn stamp(&self) -> Stamp {
        let Ok(files) = self.files() else { return Stamp::Unseen(SystemClock.now().millis()) };
        let seen = files.into_iter().filter_map(|file| {
            let it = fs::metadata(&file.path).ok()?;
            let times = [it.mtime(), it.mtime_nsec(), it.ctime(), it.ctime_nsec()];
            Some((file.path, it.len(), times, it.mode()))
        });
        Stamp::Files(seen.collect())
    }

    fn walk(&self) -> ignore::Walk {
        WalkBuilder::new(&self.folder)
            .standard_filters(false)
            .hidden(true)
            .git_ignore(true)
            .require_git(false)
            .follow_links(true)
            .filter_entry(|entry| entry.depth() == 0 || is_wanted(entry))
            .build()
    }
}

/// A file's name in a package.
pub fn name_within(folder: &Path, path: &Path) -> Result<String, String> {
    let name = path.strip_prefix(folder).ok().and_then(Path::to_str);
    name.map(str::to_owned).ok_or_else(|| format!("{}: its name is not UTF-8", path.display()))
}

/// Refuses a link that leads out of a folder: what is deployed may be seen by whoever may call the
/// function, and who wrote the folder may have had no right to what the link names.
pub fn check_link(folder: &Path, link: &Path) -> Result<(), String> {
    let problem = |path: &Path, error| format!("{}: {error}", path.display());
    let folder = fs::canonicalize(folder).map_err(|error| problem(folder, error))?;
    let end = fs::canonicalize(link).map_err(|error| problem(link, error))?;
    if end.starts_with(&folder) {
        return Ok(());
    }
    Err(format!(
        "{} leads out of the folder that is deployed, to {}: put a copy there, or leave it out by a \
         line in .gitignore",
        link.display(),
        end.display()
    ))
}

/// Whether a file belongs to the function, or a folder may have such files.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    if entry.path().is_dir() {
        let marked = ["pyvenv.cfg", "CACHEDIR.TAG"];
        let is_left_out =
            matches!(&*name, "__pycache__" | "node_modules" | "test" | "tests" | "__tests__");
        return !is_left_out && !marked.iter().any(|mark| entry.path().join(mark).exists());
    }
    !is_left_out(&name)
}

fn is_left_out(name: &str) -> bool {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match ending {
        "pyc" => true,
        "py" => stem.starts_with("test_") || stem.ends_with("_test") || stem == "conftest",
        "js" | "mjs" | "cjs" => stem.ends_with(".test") || stem.ends_with(".spec"),
        _ => name == "waterwheel.toml",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::Builder::new().prefix("code").tempdir().unwrap();
        for (name, text) in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    fn names(dir: &tempfile::TempDir) -> Vec<String> {
        let files = Source::new(dir.path()).unwrap().files().unwrap();
        files.into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn what_is_no_code_is_left_out() {
        let dir = folder(&[
            ("app.py", ""),
            ("lib/a.py", ""),
            ("lib/__pycache__/a.pyc", ""),
            ("lib/test_a.py", ""),
            ("a_test.py", ""),
            ("contest.py", ""),
            ("app.test.mjs", ""),
            ("tests/x.py", ""),
            ("venv/pyvenv.cfg", ""),
            ("venv/a.py", ""),
            ("target/CACHEDIR.TAG", ""),
            ("target/a", ""),
            ("node_modules/a/index.js", ""),
            (".env", "SECRET=1"),
            (".git/config", ""),
            (".gitignore", "*.log\n/data/\nbootstrap\n"),
            ("a.log", ""),
            ("data/a", ""),
            ("lib/data/a", ""),
            ("bootstrap", ""),
            ("waterwheel.toml", ""),
        ]);
        assert_eq!(names(&dir), ["app.py", "bootstrap", "contest.py", "lib/a.py", "lib/data/a"]);
    }

    #[test]
    fn links_within_are_followed_and_those_that_lead_out_are_refused_by_name() {
        let outside = folder(&[("secret", "1"), ("more/a.py", "")]);
        let dir = folder(&[("app.py", ""), ("lib/a.py", ""), (".gitignore", "ignored\n")]);
        let link = |to: &Path, name: &str| {
            std::os::unix::fs::symlink(to, dir.path().join(name)).unwrap();
        };
        link(Path::new("lib"), "inner");
        link(Path::new("../app.py"), "lib/b.py");
        link(&outside.path().join("secret"), "ignored");
        assert_eq!(names(&dir), ["app.py", "inner/a.py", "inner/b.py", "lib/a.py", "lib/b.py"]);
        for (to, name) in [("secret", "file"), ("more", "folder"), ("secret", "bootstrap")] {
            link(&outside.path().join(to), name);
            let error = Source::new(dir.path()).unwrap().files().unwrap_err();
            let told = format!("{name} leads out of the folder that is deployed, to ");
            assert!(error.contains(&told) && error.contains(to), "{error}");
            fs::remove_file(dir.path().join(name)).unwrap();
        }
        // One that leads out on the way and back in is within.
        link(&dir.path().join("app.py"), "whole.py");
        assert!(names(&dir).contains(&"whole.py".to_owned()));
    }

    #[test]
    fn a_change_is_seen() {
        let dir = folder(&[("app.py", "1")]);
        let source = Source::new(dir.path()).unwrap();
        let first = source.stamp();
        assert_eq!(source.stamp(), first);
        fs::write(dir.path().join("b.py"), "").unwrap();
        let second = source.stamp();
        assert_ne!(second, first);
        fs::remove_file(dir.path().join("b.py")).unwrap();
        assert_eq!(source.stamp(), first);
        fs::write(dir.path().join("app.py"), "22").unwrap();
        assert_ne!(source.stamp(), first);
    }

    #[test]
    fn names_come_from_what_says_most() {
        let dir = folder(&[("orders.py", ""), ("handler.py", "")]);
        let named = |path: &Path, wish| Source::new(path).unwrap().function_name(wish);
        assert_eq!(named(&dir.path().join("orders.py"), None).unwrap(), "orders");
        let of_folder = named(&dir.path().join("handler.py"), Some("x")).unwrap();
        assert_eq!(of_folder, "x");
        assert!(named(dir.path(), None).is_ok_and(|name| name.starts_with("code")));
        assert!(named(dir.path(), Some("a b")).unwrap_err().contains("--name"));
        assert!(Source::new(&dir.path().join("none.py")).is_err());
    }
}
