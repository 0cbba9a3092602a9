//! `waterwheel init`: a small project with the pipeline from a stream through a function to a
//! bucket, and a test of it.

use crate::output::line;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Examples for the help.
pub const EXAMPLES: &str = "\
The project has the function, a test that runs it on a server of its own, and a README with the
commands to run it. A folder that exists is refused.

Examples:
  waterwheel init clicks --python
  waterwheel init ~/src/clicks --node
  waterwheel init clicks --rust";

/// Options of `init`.
#[derive(Args)]
pub struct InitArgs {
    /// The project's folder, whose name is also that of the function and the stream
    #[arg(value_name = "NAME")]
    pub folder: PathBuf,
    /// In what it is written.
    #[command(flatten)]
    pub language: Language,
}

/// One of the languages.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Language {
    /// The function in Python
    #[arg(long)]
    pub python: bool,
    /// The function in JavaScript
    #[arg(long)]
    pub node: bool,
    /// The function in Rust
    #[arg(long)]
    pub rust: bool,
}

/// A bucket's name has so many letters more than its function's.
const LONGEST_NAME: usize = 50;

/// What a project is made of.
struct Template {
    /// The file that the user changes first.
    code: &'static str,
    /// What `waterwheel deploy` is given.
    deployed: &'static str,
    /// What comes before it.
    build: &'static str,
    /// The command that runs the test, and what it needs.
    test: &'static str,
    /// Names and texts, in which `{{name}}` and the like are filled in.
    files: &'static [(&'static str, &'static str)],
}

const SETTINGS: &str = include_str!("waterwheel.toml");
const README: &str = include_str!("README.md");

const PYTHON: Template = Template {
    code: "handler.py",
    deployed: "--watch --logs",
    build: "",
    test: "    pip install boto3\n    python3 -m unittest",
    files: &[
        (".gitignore", ".waterwheel/\n.venv/\n__pycache__/\n"),
        ("handler.py", include_str!("python/handler.py")),
        ("test_pipeline.py", include_str!("python/test_pipeline.py")),
    ],
};

const NODE: Template = Template {
    code: "index.mjs",
    deployed: "--watch --logs",
    build: "",
    test: "    npm install\n    npm test",
    files: &[
        (".gitignore", ".waterwheel/\nnode_modules/\n"),
        ("index.mjs", include_str!("node/index.mjs")),
        ("package.json", include_str!("node/package.json")),
        ("pipeline.test.mjs", include_str!("node/pipeline.test.mjs")),
    ],
};

/// The project is the repository's own example, under another name.
const RUST: Template = Template {
    code: "src/main.rs",
    deployed: "target/release/bootstrap --name {{name}} --watch --logs",
    build: "    cargo build --release\n",
    test: "    cargo test --release",
    files: &[
        (".gitignore", ".waterwheel/\ntarget/\n"),
        ("Cargo.toml", include_str!("../../../../examples/rust-consumer/Cargo.toml")),
        ("Cargo.lock", include_str!("../../../../examples/rust-consumer/Cargo.lock")),
        ("src/main.rs", include_str!("../../../../examples/rust-consumer/src/main.rs")),
        ("tests/pipeline.rs", include_str!("../../../../examples/rust-consumer/tests/pipeline.rs")),
    ],
};

/// Makes the project. The error is a sentence for the user.
pub fn run(args: &InitArgs) -> Result<(), String> {
    let name = name(&args.folder)?;
    let template = match &args.language {
        Language { python: true, .. } => PYTHON,
        Language { node: true, .. } => NODE,
        _ => RUST,
    };
    write(&args.folder, &template, &name)?;
    let shown = args.folder.display();
    line(format_args!("{shown} is made. Next: cd {shown}, and README.md says how to run it."));
    Ok(())
}

/// The project's name, which is good for a function, a stream, and a package of any language.
fn name(folder: &Path) -> Result<String, String> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
    let begins_well = name.starts_with(|it: char| it.is_ascii_alphabetic());
    if begins_well && name.len() <= LONGEST_NAME && name.bytes().all(is_letter) {
        return Ok(name);
    }
    Err(format!(
        "{name:?} is no name for it: begin with a letter, and use letters, digits, - and _, \
         {LONGEST_NAME} at most"
    ))
}

fn write(folder: &Path, template: &Template, name: &str) -> Result<(), String> {
    let problem = |path: &Path, error| format!("{}: {error}", path.display());
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(|error| problem(parent, error))?;
    }
    fs::create_dir(folder).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            format!("{} is there already; nothing was changed", folder.display())
        }
        _ => problem(folder, error),
    })?;
    let always = [("README.md", README), ("waterwheel.toml", SETTINGS)];
    for (file, text) in template.files.iter().chain(&always) {
        let path = folder.join(file);
        let parent = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, template.filled_in(text, name)));
        written.map_err(|error| problem(&path, error))?;
    }
    Ok(())
}

impl Template {
    fn filled_in(&self, text: &str, name: &str) -> String {
        // Names of packages and buckets are in small letters, and buckets have no underscore.
        let small = name.to_ascii_lowercase().replace('_', "-");
        let small = small.trim_end_matches('-');
        text.replace("{{deployed}}", self.deployed)
            .replace("{{build}}", self.build)
            .replace("{{test}}", self.test)
            .replace("{{code}}", self.code)
            .replace("{{bucket}}", &format!("{small}-results"))
            .replace("{{package}}", small)
            .replace("{{name}}", name)
            .replace("rust-consumer", small)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_project_has_its_name_everywhere_and_is_made_once() {
        let dir = tempfile::tempdir().unwrap();
        for (template, code) in [(PYTHON, "handler.py"), (NODE, "index.mjs"), (RUST, "src/main.rs")]
        {
            let folder = dir.path().join(format!("some/My_{}", template.code.len()));
            let name = name(&folder).unwrap();
            write(&folder, &template, &name).unwrap();
            assert!(folder.join(code).exists());
            let readme = fs::read_to_string(folder.join("README.md")).unwrap();
            assert!(readme.contains(&name) && readme.contains("-results"), "{readme}");
            let test = template.files.iter().find(|(file, _)| file.contains("pipeline"));
            let is_bound = test.is_some_and(|(_, text)| text.contains("--stop-at-eof"));
            assert!(is_bound, "its server ends with its test");
            for (file, _) in template.files {
                let text = fs::read_to_string(folder.join(file)).unwrap();
                assert!(!text.contains("{{") || file.ends_with(".mjs"), "{file}");
                assert!(!text.contains("rust-consumer"), "{file}");
            }
            let again = write(&folder, &template, &name).unwrap_err();
            assert!(again.contains("is there already"), "{again}");
        }
    }

    #[test]
    fn names_are_good_for_everything() {
        assert_eq!(name(Path::new("a/b/clicks")).unwrap(), "clicks");
        for wrong in ["", "..", "1a", "a b", "ä", &"a".repeat(51)] {
            assert!(name(Path::new(wrong)).is_err(), "{wrong}");
        }
    }
}
