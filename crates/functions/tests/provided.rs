//! `bootstrap` executables, really run: a script that speaks the Runtime API by itself.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::Arc;

use common::{json, tail, until, world, world_with};
use functions::SandboxPolicy;

/// A custom runtime in the most ordinary Python.
const BOOTSTRAP: &str = r#"#!/usr/bin/env python3
import http.client, json, os, subprocess, sys, time
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
base = "/2018-06-01/runtime/"
if os.environ.get("MODE") == "init":
    body = json.dumps({"errorType": "My.Init", "errorMessage": "cannot"})
    api.request("POST", base + "init/error", body)
    api.getresponse().read()
    sys.exit(1)
while True:
    api.request("GET", base + "invocation/next")
    answer = api.getresponse()
    event = json.loads(answer.read())
    at = base + "invocation/" + answer.headers["Lambda-Runtime-Aws-Request-Id"]
    if event == "chunks":
        api.request("POST", at + "/response", iter([b'"chu', b'nked"']), encode_chunked=True,
                    headers={"Transfer-Encoding": "chunked"})
    elif event == "error":
        api.request("POST", at + "/error", b'{"errorType": "My.Error", "errorMessage": "mine"}')
    elif event == "kill":
        os.execvp("sh", ["sh", "-c", "exit 7"])
    elif event == "detach":
        child = subprocess.Popen(["sh", "-c", "sleep 600"], start_new_session=True)
        api.request("POST", at + "/response", json.dumps(child.pid))
    elif isinstance(event, dict):
        seen = {}
        for path in event["read"]:
            try:
                seen[path] = len(os.listdir(path)) if os.path.isdir(path) else open(path).read()
            except OSError as error:
                seen[path] = error.strerror
        for path in event["write"]:
            try:
                open(path, "w").write("x")
                seen[path] = "written"
            except OSError as error:
                seen[path] = error.strerror
        api.request("POST", at + "/response", json.dumps(seen))
    else:
        print("said", event, file=sys.stderr, flush=True)
        api.request("POST", at + "/response", json.dumps({"handler": os.environ["_HANDLER"]}))
    api.getresponse().read()
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_custom_runtime_answers_in_every_way() {
    let world = world();
    let function = Arc::new(world.function("provided.al2023", &[("bootstrap", BOOTSTRAP)]));
    let first = world.invoke(&function, "1").await;
    assert_eq!(json(&first), serde_json::json!({"handler": "bootstrap.handler"}));
    assert!(tail(&first).contains("\nsaid 1\nEND "), "{}", tail(&first));
    assert!(first.max_memory_mb > 4, "{first:?}");
    let chunked = world.invoke(&function, "\"chunks\"").await;
    assert_eq!((json(&chunked), chunked.error), ("chunked".into(), None));
    let error = world.invoke(&function, "\"error\"").await;
    assert_eq!(json(&error)["errorType"], "My.Error");
    assert!(error.error.is_some() && error.log_stream == first.log_stream);
    let gone = json(&world.invoke(&function, "\"kill\"").await);
    assert!(gone["errorMessage"].as_str().unwrap().ends_with("exit status 7"), "{gone}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_initialization_is_answered_with_its_document() {
    let world = world();
    let mut function = world.function("provided.al2023", &[("bootstrap", BOOTSTRAP)]);
    function.environment.insert("MODE".to_owned(), "init".to_owned());
    let (document, _) = world.once(function, "1").await;
    assert_eq!(document["errorType"], "My.Init");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_without_bootstrap_has_awss_error() {
    let world = world();
    let (document, _) = world.once(world.function("provided.al2", &[("other", "")]), "1").await;
    assert_eq!(document["errorType"], "Runtime.InvalidEntrypoint");
    let message = document["errorMessage"].as_str().unwrap();
    assert!(
        message.contains("Couldn't find valid bootstrap(s): [/var/task/bootstrap"),
        "{message}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_detached_itself_ends_with_the_environment() {
    for policy in [SandboxPolicy::default(), SandboxPolicy::MINIMAL] {
        let world = world_with(|config| config.sandbox = policy);
        let mut function = world.function("provided.al2023", &[("bootstrap", BOOTSTRAP)]);
        let mark = format!("mark-{}", world.dir.path().display());
        function.environment.insert("MARK".to_owned(), mark.clone());
        let function = Arc::new(function);
        world.invoke(&function, "\"detach\"").await;
        let running = || {
            std::fs::read_dir("/proc").unwrap().flatten().any(|entry| {
                let environ = std::fs::read(entry.path().join("environ")).unwrap_or_default();
                String::from_utf8_lossy(&environ).contains(&mark)
            })
        };
        assert!(running());
        world.runner.retire(&function.revision).await;
        until(&format!("the detached child is gone, {policy:?}"), || !running()).await;
    }
}

/// What a function may see and change, under each set of layers.
async fn shut_in(policy: SandboxPolicy) -> serde_json::Value {
    let world = world_with(|config| config.sandbox = policy);
    let secret = world.dir.path().join("secret");
    std::fs::write(&secret, "of another").unwrap();
    let function = world.function("provided.al2023", &[("bootstrap", BOOTSTRAP)]);
    let inner = function.code_dir.join("bootstrap.new");
    let event = serde_json::json!({
        "read": [secret, "/etc/shadow", "/etc/hostname", "/root"],
        "write": [inner, "/var/task/x", "/usr/x-from-function", "/dev/null"],
    });
    let (mut seen, outcome) = world.once(function, &event.to_string()).await;
    assert_eq!(outcome.error, None, "{seen}");
    assert_eq!(
        std::fs::metadata(&inner).err().map(|e| e.kind()),
        Some(std::io::ErrorKind::NotFound)
    );
    seen["secret"] = seen[secret.to_str().unwrap()].clone();
    seen
}

fn has(layer: &str, world: &common::World) -> bool {
    world.runner.sandbox_report().iter().any(|report| report.layer == layer && report.active)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_view_hides_everything_else() {
    assert!(has("file system", &world()), "the machine refuses this layer");
    let seen = shut_in(SandboxPolicy { landlock: false, ..SandboxPolicy::default() }).await;
    assert_eq!(seen["secret"], "No such file or directory");
    assert_eq!(seen["/etc/shadow"], "No such file or directory");
    assert_eq!(seen["/var/task/x"], "Read-only file system");
    assert_eq!(seen["/usr/x-from-function"], "Read-only file system");
    assert_eq!(seen["/dev/null"], "written");
}

#[tokio::test(flavor = "multi_thread")]
async fn landlock_alone_hides_everything_else() {
    assert!(has("landlock", &world()), "the machine refuses this layer");
    let policy = SandboxPolicy { landlock: true, ..SandboxPolicy::MINIMAL };
    let seen = shut_in(policy).await;
    assert_eq!(seen["secret"], "Permission denied");
    assert_eq!(seen["/etc/shadow"], "Permission denied");
    assert_eq!(seen["/root"], "Permission denied");
    assert_eq!(seen["/usr/x-from-function"], "Permission denied");
    assert_eq!(seen["/dev/null"], "written");
}

/// AWS's own Python runtime. `FUNCTIONS_AWSLAMBDARIC` names a directory that pip installed
/// awslambdaric into for `/usr/bin/python3`; `./test` does so.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs awslambdaric"]
async fn awslambdaric_is_served() {
    let installed = std::env::var_os("FUNCTIONS_AWSLAMBDARIC").unwrap();
    let world = world();
    let code = "
import logging
def handler(event, context):
    logging.getLogger().warning('careful')
    if event == 'error':
        raise ValueError('no')
    return [event, context.aws_request_id, context.get_remaining_time_in_millis() > 0]
";
    let script = "#!/bin/sh\nPYTHONPATH=/var/task exec python3 -m awslambdaric \"$_HANDLER\"\n";
    let mut function =
        world.function("provided.al2023", &[("bootstrap", script), ("app.py", code)]);
    function.handler = "app.handler".to_owned();
    let copy = ["-r", installed.to_str().unwrap(), function.code_dir.to_str().unwrap()];
    std::process::Command::new("cp").args(copy).status().unwrap();
    let name = std::path::Path::new(&installed).file_name().unwrap();
    for entry in std::fs::read_dir(function.code_dir.join(name)).unwrap().flatten() {
        std::fs::rename(entry.path(), function.code_dir.join(entry.file_name())).unwrap();
    }
    let function = Arc::new(function);
    for round in 0..50 {
        let outcome = world.invoke(&function, &round.to_string()).await;
        assert_eq!(json(&outcome)[0], round, "{}", tail(&outcome));
    }
    let failed = world.invoke(&function, "\"error\"").await;
    assert_eq!(json(&failed)["errorType"], "ValueError", "{}", tail(&failed));
}
