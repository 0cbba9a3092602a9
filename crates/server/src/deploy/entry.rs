//! Where a function's code begins, found by reading it.

use super::files::File;
use serde::Deserialize;

/// The files that usually hold a handler, those that AWS's own examples have first.
const USUAL: [&str; 5] = ["lambda_function", "app", "handler", "index", "main"];

/// What usually is the handler's name.
const NAMES: [&str; 3] = ["lambda_handler", "handler", "lambdaHandler"];

/// The endings of Node.js's modules.
const MODULES: [&str; 3] = ["mjs", "js", "cjs"];

/// Whether a file of this name says nothing of what the function is about.
pub fn is_usual(stem: &str) -> bool {
    stem == "bootstrap" || USUAL.contains(&stem)
}

/// What runs a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A Python interpreter.
    Python,
    /// Node.js.
    Node,
    /// Its own executable.
    Provided,
}

impl Language {
    /// That of a runtime's name.
    pub fn of_runtime(runtime: &str) -> Result<Self, String> {
        match functions::find_runtime(runtime).map(|it| it.family) {
            Some(functions::Family::Python { .. }) => Ok(Self::Python),
            Some(functions::Family::Node { .. }) => Ok(Self::Node),
            Some(functions::Family::Provided) => Ok(Self::Provided),
            Some(functions::Family::Unsupported(why)) => Err(format!("--runtime {runtime}: {why}")),
            None => Err(format!("--runtime {runtime}: AWS Lambda has no such runtime")),
        }
    }
}

/// Where the code begins.
#[derive(Debug, PartialEq)]
pub struct Entry {
    /// What runs it.
    pub language: Language,
    /// As Lambda has it, such as `app.handler`.
    pub handler: String,
}

/// Finds it. With a name only its language is looked for, and with a language only files of it
/// are looked at. The error is a sentence for the user.
pub fn find(
    files: &[File],
    named: Option<&str>,
    language: Option<Language>,
) -> Result<Entry, String> {
    let has = |name: &str| files.iter().any(|file| file.name == name);
    if let Some(handler) = named {
        let language = match language {
            Some(language) => language,
            None => of_handler(handler, has)?,
        };
        return Ok(Entry { language, handler: handler.to_owned() });
    }
    if has("bootstrap") && language.is_none_or(|it| it == Language::Provided) {
        return Ok(Entry { language: Language::Provided, handler: "bootstrap".to_owned() });
    }
    if language != Some(Language::Node)
        && let Some(handler) = in_python(files)?
    {
        return Ok(Entry { language: Language::Python, handler });
    }
    if language != Some(Language::Python)
        && let Some(handler) = in_node(files)?
    {
        return Ok(Entry { language: Language::Node, handler });
    }
    Err(nothing(files))
}

/// What to do about a folder in which no handler is.
fn nothing(files: &[File]) -> String {
    let has = |ending: &str| files.iter().any(|file| file.name.ends_with(ending));
    if has("Cargo.toml") {
        return "a Rust function is deployed as its executable: cargo build --release, then \
                waterwheel deploy target/release/bootstrap --name NAME"
            .to_owned();
    }
    if has(".ts") || has(".mts") {
        return "TypeScript is to be built first: deploy the folder of its JavaScript".to_owned();
    }
    format!(
        "no handler is found: none of {} as .py, .mjs, .js or .cjs defines {}, and there is no \
         bootstrap; say --handler",
        USUAL.join(", "),
        NAMES.join(", "),
    )
}

/// The language of a handler, by the file that it names.
fn of_handler(handler: &str, has: impl Fn(&str) -> bool) -> Result<Language, String> {
    let module = handler.rsplit_once('.').map_or(handler, |(module, _)| module);
    if has(&format!("{module}.py")) || has(&format!("{}.py", module.replace('.', "/"))) {
        return Ok(Language::Python);
    }
    if MODULES.iter().any(|ending| has(&format!("{module}.{ending}"))) {
        return Ok(Language::Node);
    }
    if has("bootstrap") {
        return Ok(Language::Provided);
    }
    Err(format!("--handler {handler}: there is no {module}.py, .mjs, .js or .cjs; say --runtime"))
}

fn in_python(files: &[File]) -> Result<Option<String>, String> {
    let found = |file: &File| {
        let stem = file.name.strip_suffix(".py")?;
        let name = python_handler(&file.text()?, is_usual(stem))?;
        Some(format!("{stem}.{name}"))
    };
    let stem = |file: &File| file.name.strip_suffix(".py").map(str::to_owned);
    choose(files, stem, found)
}

fn in_node(files: &[File]) -> Result<Option<String>, String> {
    let found = |file: &File| Some(format!("{}.{}", module(file)?, node_handler(&file.text()?)?));
    if let Some(main) = main_of(files)? {
        let wanted = main.trim_start_matches("./");
        let is_it = |file: &&File| file.name == wanted || module(file).as_deref() == Some(wanted);
        if let Some(handler) = files.iter().find(is_it).and_then(found) {
            return Ok(Some(handler));
        }
    }
    choose(files, module, found)
}

/// A module's name without its ending.
fn module(file: &File) -> Option<String> {
    let (stem, ending) = file.name.rsplit_once('.')?;
    MODULES.contains(&ending).then(|| stem.to_owned())
}

/// What `package.json` calls `main`.
fn main_of(files: &[File]) -> Result<Option<String>, String> {
    #[derive(Deserialize)]
    struct Json {
        main: Option<String>,
    }
    let Some(file) = files.iter().find(|file| file.name == "package.json") else {
        return Ok(None);
    };
    let json: Result<Json, _> = serde_json::from_str(&file.text().unwrap_or_default());
    json.map(|json| json.main).map_err(|error| format!("package.json: {error}"))
}

/// The handler of the first file of a usual name, or of the only other file that has one.
fn choose(
    files: &[File],
    stem: impl Fn(&File) -> Option<String>,
    found: impl Fn(&File) -> Option<String>,
) -> Result<Option<String>, String> {
    for usual in USUAL {
        let of_name = files.iter().filter(|file| stem(file).as_deref() == Some(usual));
        if let Some(handler) = of_name.filter_map(&found).next() {
            return Ok(Some(handler));
        }
    }
    let others = files.iter().filter(|file| !file.name.contains('/'));
    let mut others: Vec<String> = others.filter_map(found).collect();
    match others.len() {
        0 | 1 => Ok(others.pop()),
        _ => Err(format!("several files have a handler: say --handler {}", others.join(" or "))),
    }
}

/// The handler that a Python file defines: one of the usual names, or, where the file's name says
/// that it has one, the only function of two parameters.
fn python_handler(text: &str, any_name: bool) -> Option<String> {
    let defined = |name: &&&str| text.lines().any(|line| defines(line, name));
    if let Some(name) = NAMES.iter().find(defined) {
        return Some((*name).to_owned());
    }
    let mut others = text.lines().filter_map(function_of_two);
    let first = others.next().filter(|_| any_name)?;
    others.next().is_none().then(|| first.to_owned())
}

/// Whether a line at the left margin gives something a name.
fn defines(line: &str, name: &str) -> bool {
    let rest = match line.strip_prefix("def ") {
        Some(rest) => rest.trim_start().strip_prefix(name).map(|it| (it.trim_start(), '(')),
        None => line.strip_prefix(name).map(|it| (it.trim_start(), '=')),
    };
    let imported = line.starts_with("from ")
        && line.split_once(" import ").is_some_and(|(_, names)| {
            names
                .trim_matches(['(', ')'])
                .split(',')
                .any(|it| it.trim().rsplit(" as ").next().is_some_and(|it| it.trim() == name))
        });
    imported || rest.is_some_and(|(rest, sign)| rest.starts_with(sign) && !rest.starts_with("=="))
}

/// The name of a function at the left margin with two parameters.
fn function_of_two(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix("def ")?.split_once('(')?;
    let (parameters, _) = rest.split_once(')')?;
    let count = parameters.split(',').filter(|it| !it.trim().is_empty()).count();
    (count == 2 && !name.starts_with('_')).then_some(name.trim())
}

/// The handler that a module of Node.js exports.
fn node_handler(text: &str) -> Option<&'static str> {
    // What stands between words is of no matter.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    NAMES.into_iter().find(|name| exports(&text, name))
}

fn exports(text: &str, name: &str) -> bool {
    let is_end =
        |rest: &str| !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_' || it == '$');
    let is_said = |before: &str| {
        let said = format!("{before}{name}");
        text.match_indices(&said).any(|(at, _)| is_end(&text[at + said.len()..]))
    };
    let kinds = ["const ", "let ", "var ", "function ", "async function "];
    let is_in_list = |begin: &str| {
        text.match_indices(begin).any(|(at, _)| {
            let list = text[at + begin.len()..].split('}').next().unwrap_or_default();
            list.split(',').any(|it| {
                let it = it.rsplit(" as ").next().unwrap_or_default();
                it.split([':', '(']).next().unwrap_or_default().trim() == name
            })
        })
    };
    kinds.iter().any(|kind| is_said(&format!("export {kind}")))
        || is_said("exports.")
        || ["export {", "export{", "module.exports = {", "module.exports={"]
            .into_iter()
            .any(is_in_list)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs;

    fn found(texts: &[(&str, &str)], language: Option<Language>) -> Result<String, String> {
        let dir = tempfile::tempdir().unwrap();
        let files: Vec<File> = texts
            .iter()
            .map(|(name, text)| {
                let path = dir.path().join(name.replace('/', "_"));
                fs::write(&path, text).unwrap();
                File { name: (*name).to_owned(), path, is_executable: false }
            })
            .collect();
        find(&files, None, language).map(|entry| entry.handler)
    }

    #[test]
    fn python_handlers_are_found_as_people_name_them() {
        let of = |name, text| found(&[(name, text)], None).unwrap_or_default();
        assert_eq!(
            of("lambda_function.py", "def lambda_handler(event, context):\n  pass"),
            "lambda_function.lambda_handler"
        );
        assert_eq!(of("app.py", "import x\n@x\ndef handler(e, c): pass"), "app.handler");
        assert_eq!(of("main.py", "def _a(b, c): 0\ndef run(event, _): 0"), "main.run");
        assert_eq!(of("main.py", "def run(event, _): 0\ndef other(a, b): 0"), "");
        assert_eq!(of("consumer.py", "handler = wrap(app)"), "consumer.handler");
        assert_eq!(of("consumer.py", "from x import (y, z as handler)"), "consumer.handler");
        assert_eq!(of("consumer.py", "handler == 1\n  def handler(a, b): 0\ndef x(a, b): 0"), "");
        assert_eq!(of("lib/consumer.py", "def handler(a, b): 0"), "");
    }

    #[test]
    fn node_handlers_are_found_as_people_export_them() {
        let of = |text| found(&[("index.mjs", text)], None).unwrap_or_default();
        for text in [
            "export const handler = async () => 1",
            "export async  function handler() {}",
            "exports.handler = f",
            "module.exports.handler=f",
            "module.exports = { a, handler: f }",
            "module.exports = { handler }",
            "const run = 1;\nexport { a, run as handler };",
        ] {
            assert_eq!(of(text), "index.handler", "{text}");
        }
        for text in ["export const handlers = 1", "const handler = 1", "export { handler as x }"] {
            assert_eq!(of(text), "", "{text}");
        }
    }

    #[test]
    fn main_of_package_json_comes_first() {
        let code = "exports.handler = 1";
        let json = r#"{"main": "./src/start.js", "type": "commonjs"}"#;
        let files = [("index.js", code), ("package.json", json), ("src/start.js", code)];
        assert_eq!(found(&files, None).unwrap(), "src/start.handler");
        let broken = found(&[("index.js", code), ("package.json", "{")], None).unwrap_err();
        assert!(broken.starts_with("package.json: "), "{broken}");
    }

    #[test]
    fn what_is_unclear_is_asked() {
        let code = "def handler(a, b): 0";
        let error = found(&[("a.py", code), ("b.py", code)], None).unwrap_err();
        assert!(error.contains("--handler a.handler or b.handler"), "{error}");
        let both = [("a.py", code), ("app.py", code), ("b.py", code)];
        assert_eq!(found(&both, None).unwrap(), "app.handler");
        let mixed = [("app.py", code), ("index.js", "exports.handler = 1")];
        assert_eq!(found(&mixed, Some(Language::Node)).unwrap(), "index.handler");
        assert!(
            found(&[("src/main.rs", ""), ("Cargo.toml", "")], None).unwrap_err().contains("cargo")
        );
        assert!(found(&[("index.ts", "")], None).unwrap_err().contains("TypeScript"));
        assert!(found(&[("a.txt", "")], None).unwrap_err().contains("--handler"));
    }

    #[test]
    fn a_named_handler_needs_its_file() {
        let file =
            |name: &str| File { name: name.to_owned(), path: name.into(), is_executable: false };
        let files = [file("src/app.py"), file("index.mjs")];
        let of = |handler| find(&files, Some(handler), None).map(|entry| entry.language);
        assert_eq!(of("src/app.run"), Ok(Language::Python));
        assert_eq!(of("src.app.run"), Ok(Language::Python));
        assert_eq!(of("index.run"), Ok(Language::Node));
        assert!(of("none.run").unwrap_err().contains("no none.py"));
        let wrapped = find(&files, Some("wrapper.run"), Some(Language::Python)).unwrap();
        assert_eq!(wrapped.language, Language::Python);
        assert!(Language::of_runtime("java21").is_err() && Language::of_runtime("x").is_err());
    }
}
