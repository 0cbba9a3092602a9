//! Node.js functions, really run; skipped where there is no Node.js.
#![allow(clippy::unwrap_used)]

mod common;

use std::{sync::Arc, time::Duration};

use common::{World, json, tail, world};
use functions::{Function, FunctionError, LogFormat};

fn node(world: &World, code: &str) -> Function {
    world.function("nodejs20.x", &[("index.js", code)])
}

fn has_node() -> bool {
    std::process::Command::new("node").arg("--version").output().is_ok_and(|o| o.status.success())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_handler_answers() {
    assert!(has_node(), "Node.js is not on this machine");
    let world = world();
    for (file, code) in [
        ("index.js", "exports.handler = async (event) => ({ got: event.a });"),
        ("index.js", "exports.handler = (event, context, done) => done(null, { got: event.a });"),
        ("index.js", "exports.handler = (event, context) => context.succeed({ got: event.a });"),
        ("index.cjs", "exports.handler = async (event) => ({ got: event.a });"),
        (
            "index.mjs",
            "import os from 'node:os'; export const handler = async (e) => ({ got: os.EOL && e.a });",
        ),
        (
            "index.js",
            "exports.handler = (e, c, done) => { setTimeout(() => done(null, { got: e.a }), 5); };",
        ),
    ] {
        let function = world.function("nodejs20.x", &[(file, code)]);
        let (answer, outcome) = world.once(function, r#"{"a": "ü"}"#).await;
        assert_eq!(answer, serde_json::json!({"got": "ü"}), "{code}: {}", tail(&outcome));
    }
    let package = r#"{"type": "module"}"#;
    let code = "export const handler = async () => 'module';";
    let function = world.function("nodejs20.x", &[("src/app.js", code), ("package.json", package)]);
    assert_eq!(world.once(function, "{}").await.0, "module");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_reads_as_on_aws() {
    assert!(has_node(), "Node.js is not on this machine");
    let world = world();
    let code = "exports.handler = async () => { console.log('a %d', 1, {b: 2}); console.error('e\\nf'); };";
    let function = Arc::new(node(&world, code));
    let outcome = world.invoke(&function, "{}").await;
    assert_eq!(json(&outcome), serde_json::Value::Null);
    let text = tail(&outcome);
    let line: Vec<&str> = text.lines().nth(1).unwrap().split('\t').collect();
    assert_eq!((line[1].len(), line[2], line[3]), (36, "INFO", "a 1 { b: 2 }"), "{text}");
    assert!(line[0].ends_with('Z') && line[0].len() == 24, "{text}");
    assert!(text.contains("\tERROR\te\nf\nEND RequestId: "), "{text}");
    let warm = world.invoke(&function, "{}").await;
    assert_eq!((warm.init, &warm.log_stream), (None, &outcome.log_stream));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_become_documents() {
    assert!(has_node(), "Node.js is not on this machine");
    let world = world();
    for (code, handler, kind, message) in [
        (
            "exports.handler = async () => { throw new RangeError('no'); }",
            "index.handler",
            "RangeError",
            "no",
        ),
        (
            "exports.handler = (e, c, done) => done(new Error('back'))",
            "index.handler",
            "Error",
            "back",
        ),
        ("exports.handler = (e, c, done) => done('text')", "index.handler", "string", "text"),
        (
            "exports.other = 1",
            "index.handler",
            "Runtime.HandlerNotFound",
            "index.handler is undefined",
        ),
        ("exports.handler = ;", "index.handler", "Runtime.UserCodeSyntaxError", "SyntaxError: "),
        (
            "require('nothing-here')",
            "index.handler",
            "Runtime.ImportModuleError",
            "Error: Cannot find module",
        ),
        ("", "gone.handler", "Runtime.ImportModuleError", "Error: Cannot find module 'gone'"),
        ("throw new TypeError('early')", "index.handler", "TypeError", "early"),
    ] {
        let mut function = node(&world, code);
        function.handler = handler.to_owned();
        let (document, outcome) = world.once(function, "{}").await;
        assert_eq!(outcome.error, Some(FunctionError::Unhandled));
        assert_eq!(document["errorType"], kind, "{document}");
        assert!(document["errorMessage"].as_str().unwrap().starts_with(message), "{document}");
        assert!(document["trace"].is_array(), "{document}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn exits_timeouts_and_context() {
    assert!(has_node(), "Node.js is not on this machine");
    let world = world();
    let code = "
exports.handler = async (event, context) => {
  if (event === 'exit') process.exit(1);
  if (event === 'hang') for (;;) {}
  if (event === 'late') setTimeout(() => { throw new Error('afterwards'); }, 1);
  if (event === 'late') await new Promise(() => { setInterval(() => {}, 1000); });
  return [context.functionName, context.memoryLimitInMB, context.logGroupName,
    context.getRemainingTimeInMillis() > 0, process.env.MINE, process.env.HOME ?? null];
};";
    let mut function = node(&world, code);
    function.timeout = Duration::from_secs(2);
    function.environment.insert("MINE".to_owned(), "m".to_owned());
    let function = Arc::new(function);
    let gone = json(&world.invoke(&function, "\"exit\"").await);
    assert_eq!(gone["errorType"], "Runtime.ExitError");
    assert!(gone["errorMessage"].as_str().unwrap().ends_with("exit status 1"), "{gone}");
    let late = json(&world.invoke(&function, "\"hang\"").await);
    assert_eq!(late["errorType"], "Sandbox.Timedout");
    let thrown = json(&world.invoke(&function, "\"late\"").await);
    assert!(thrown["errorMessage"].as_str().unwrap().contains("afterwards"), "{thrown}");
    let fine = json(&world.invoke(&function, "1").await);
    let expected = serde_json::json!(["wheel", "256", "/aws/lambda/wheel", true, "m", null]);
    assert_eq!(fine, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_logs_are_objects() {
    assert!(has_node(), "Node.js is not on this machine");
    let world = world();
    let mut function = node(&world, "exports.handler = async () => console.warn('careful', 1);");
    function.log_format = LogFormat::Json;
    let (_, outcome) = world.once(function, "{}").await;
    let text = tail(&outcome);
    let entry: serde_json::Value = serde_json::from_str(text.lines().nth(1).unwrap()).unwrap();
    assert_eq!((&entry["level"], &entry["message"]), (&"WARN".into(), &"careful 1".into()));
}
