//! Python functions, really run.
#![allow(clippy::unwrap_used)]

mod common;

use std::{sync::Arc, time::Duration};

use common::{exists, json, tail, until, world, world_with};
use functions::{FunctionError, InvokeError, LogFormat};

type Result = std::result::Result<(), InvokeError>;

#[tokio::test(flavor = "multi_thread")]
async fn an_event_goes_in_and_a_result_comes_out() {
    let world = world();
    let code = "def handler(event, context):\n    return {'got': event['a'], 'umlaut': 'ü'}\n";
    let (answer, outcome) = world.once(world.python(code), r#"{"a": [1, null]}"#).await;
    assert_eq!(answer, serde_json::json!({"got": [1, null], "umlaut": "ü"}));
    assert_eq!(outcome.error, None);
    assert!(outcome.init.is_some() && outcome.max_memory_mb > 5, "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_reads_as_on_aws() {
    let world = world();
    let code = "
import logging
logger = logging.getLogger()
logger.setLevel('INFO')
def handler(event, context):
    print('printed\\nlines')
    logger.info('logged %d', 1)
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception('bad')
";
    let (answer, outcome) = world.once(world.python(code), "{}").await;
    assert_eq!(answer, serde_json::Value::Null);
    let text = tail(&outcome);
    // What is said of the machine comes before.
    let lines: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("START")).collect();
    let id = lines[0].strip_prefix("START RequestId: ").unwrap();
    let id = id.strip_suffix(" Version: $LATEST").unwrap();
    assert_eq!(lines[1..3], ["printed", "lines"]);
    let logged: Vec<&str> = lines[3].split('\t').collect();
    assert_eq!((logged[0], logged[2], logged[3]), ("[INFO]", id, "logged 1"));
    assert!(logged[1].len() == 24 && logged[1].ends_with('Z'), "{}", logged[1]);
    assert!(text.contains("\tbad\nTraceback (most recent call last):\n"), "{text}");
    assert!(text.contains(&format!("\nEND RequestId: {id}\nREPORT RequestId: {id}\tDuration: ")));
    // One event, though it has several lines.
    assert_eq!(world.log.count("bad\nTraceback"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn exceptions_become_error_documents_and_the_environment_lives_on() {
    let world = world();
    let code = "
count = 0
class Odd(Exception): pass
def handler(event, context):
    global count
    count += 1
    if event: raise Odd('not today')
    return count
";
    let function = Arc::new(world.python(code));
    let failed = world.invoke(&function, "1").await;
    assert_eq!(failed.error, Some(FunctionError::Unhandled));
    let document = json(&failed);
    assert_eq!(document["errorType"], "Odd");
    assert_eq!(document["errorMessage"], "not today");
    assert_eq!(document["requestId"].as_str().unwrap().len(), 36);
    let trace = document["stackTrace"][0].as_str().unwrap();
    assert!(trace.starts_with("  File \"") && trace.contains("line 7, in handler\n"), "{trace}");
    assert_eq!(document["stackTrace"].as_array().unwrap().len(), 1);
    assert!(tail(&failed).contains("[ERROR] Odd: not today\nTraceback"), "{}", tail(&failed));
    let fine = world.invoke(&function, "0").await;
    assert_eq!(json(&fine), 2);
    assert_eq!(fine.init, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_package_has_awss_names() {
    let world = world();
    for (code, handler, kind, message) in [
        (
            "import nothing_here",
            "app.handler",
            "Runtime.ImportModuleError",
            "Unable to import module 'app': No module named 'nothing_here'",
        ),
        (
            "",
            "gone.handler",
            "Runtime.ImportModuleError",
            "Unable to import module 'gone': No module named 'gone'",
        ),
        (
            "def other(e, c): pass",
            "app.handler",
            "Runtime.HandlerNotFound",
            "Handler 'handler' missing on module 'app'",
        ),
        (
            "def handler(e, c) return",
            "app.handler",
            "Runtime.UserCodeSyntaxError",
            "Syntax error in module 'app': ",
        ),
        (
            "",
            "handler",
            "Runtime.MalformedHandlerName",
            "Bad handler 'handler': not enough values to unpack (expected 2, got 1)",
        ),
        ("def handler(e, c): return {1, 2}", "app.handler", "Runtime.MarshalError", "Unable to"),
        ("raise KeyError('early')", "app.handler", "KeyError", "'early'"),
    ] {
        let mut function = world.python(code);
        function.handler = handler.to_owned();
        let (document, outcome) = world.once(function, "{}").await;
        assert_eq!(outcome.error, Some(FunctionError::Unhandled));
        assert_eq!(document["errorType"], kind, "{document}");
        assert!(document["errorMessage"].as_str().unwrap().starts_with(message), "{document}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exit_is_told_and_the_next_invocation_gets_a_new_environment() {
    let world = world();
    let code = "
import sys, os
def handler(event, context):
    if event == 1: sys.exit(1)
    if event == 0: sys.exit(0)
    if event > 8: os.kill(os.getpid(), event)
    return 'fine'
";
    let function = Arc::new(world.python(code));
    for (event, how) in [
        ("1", "Runtime exited with error: exit status 1"),
        ("0", "Runtime exited without providing a reason"),
        ("9", "Runtime exited with error: signal: killed"),
        ("11", "Runtime exited with error: signal: segmentation fault"),
        ("15", "Runtime exited with error: signal: terminated"),
    ] {
        let outcome = world.invoke(&function, event).await;
        let document = json(&outcome);
        assert_eq!(document["errorType"], "Runtime.ExitError");
        let message = document["errorMessage"].as_str().unwrap();
        assert!(message.starts_with("RequestId: 0000") && message.ends_with(how), "{message}");
        assert!(tail(&outcome).contains("Status: error\tError Type: Runtime.ExitError"));
    }
    let fine = world.invoke(&function, "2").await;
    assert_eq!(json(&fine), "fine");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timeout_ends_the_environment_and_its_children() {
    let world = world();
    let code = "
import subprocess, time, os
def handler(event, context):
    if event: return 'fine'
    child = subprocess.Popen(['sleep', '600'])
    print('child', child.pid, 'left', context.get_remaining_time_in_millis(), flush=True)
    time.sleep(600)
";
    let mut function = world.python(code);
    function.timeout = Duration::from_secs(1);
    let function = Arc::new(function);
    let late = world.invoke(&function, "0").await;
    let document = json(&late);
    assert_eq!(document["errorType"], "Sandbox.Timedout");
    let message = document["errorMessage"].as_str().unwrap();
    assert!(message.ends_with(" Error: Task timed out after 1.00 seconds"), "{message}");
    let text = tail(&late);
    assert!(text.contains(" Task timed out after 1.00 seconds\nEND "), "{text}");
    assert!(text.contains("\tStatus: timeout"), "{text}");
    assert_eq!(late.duration, Duration::from_secs(1));
    until("the child is gone", || !sleeping_somewhere(&world)).await;
    assert_eq!(json(&world.invoke(&function, "1").await), "fine");
}

/// Whether a process named `sleep` works in the world's directory.
fn sleeping_somewhere(world: &common::World) -> bool {
    let mark = world.dir.path().to_string_lossy().into_owned();
    std::fs::read_dir("/proc").unwrap().flatten().any(|entry| {
        let read = |name: &str| std::fs::read(entry.path().join(name)).unwrap_or_default();
        read("comm") == b"sleep\n"
            && (String::from_utf8_lossy(&read("environ")).contains(&mark)
                || std::fs::read_link(entry.path().join("cwd"))
                    .is_ok_and(|cwd| cwd.starts_with(&mark)))
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn the_environment_is_awss_and_nothing_else() {
    let world = world();
    let code = "
import os
def handler(event, context):
    return dict(os.environ)
";
    let mut function = world.python(code);
    function.environment.insert("MINE".to_owned(), "yes".to_owned());
    function.environment.insert("AWS_REGION".to_owned(), "elsewhere".to_owned());
    let (seen, outcome) = world.once(function, "{}").await;
    for (name, value) in [
        ("MINE", "yes"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE"),
        ("AWS_SESSION_TOKEN", "token"),
        ("AWS_LAMBDA_FUNCTION_NAME", "wheel"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
        ("AWS_LAMBDA_LOG_STREAM_NAME", &outcome.log_stream),
        ("AWS_EXECUTION_ENV", "AWS_Lambda_python3.11"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
        ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"),
        ("_HANDLER", "app.handler"),
        ("TZ", ":UTC"),
    ] {
        assert_eq!(seen[name], value, "{name}");
    }
    assert!(seen.get("HOME").is_none() && seen.get("CARGO_MANIFEST_DIR").is_none(), "{seen}");
    assert!(seen.get("AWS_CONFIG_FILE").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_context_has_what_aws_documents() {
    let world = world();
    let code = "
def handler(event, context):
    assert 0 < context.get_remaining_time_in_millis() <= 120000
    return [context.function_name, context.function_version, context.memory_limit_in_mb,
            context.invoked_function_arn, context.aws_request_id, context.log_group_name,
            context.log_stream_name, context.identity.cognito_identity_id,
            context.client_context.custom, context.client_context.client.app_title]
";
    let function = Arc::new(world.python(code));
    let mut invocation = world.invocation("{}");
    invocation.client_context =
        Some(r#"{"custom": {"k": "v"}, "client": {"app_title": "t"}}"#.to_owned());
    let id = invocation.request_id.clone();
    let outcome = world.runner.invoke(&function, invocation).await.unwrap();
    let expected = serde_json::json!([
        "wheel",
        "$LATEST",
        "256",
        function.arn,
        id,
        "/aws/lambda/wheel",
        outcome.log_stream,
        null,
        {"k": "v"},
        "t"
    ]);
    assert_eq!(json(&outcome), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn busy_environments_are_added_to_and_throttled_at_the_limit() -> Result {
    let world = world_with(|config| config.max_concurrency = 2);
    // Each waits until the other has come: they can only answer when both run at once.
    let code = "
import os, socket, time
def handler(event, context):
    if event.get('quick'): return 0
    peer = socket.create_connection(('127.0.0.1', event['port']))
    return peer.recv(10).decode()
";
    let function = Arc::new(world.python(code));
    let meeting = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let event = serde_json::json!({"port": meeting.local_addr().unwrap().port()}).to_string();
    let both =
        async { tokio::join!(world.invoke(&function, &event), world.invoke(&function, &event)) };
    let meet = async {
        let (one, _) = meeting.accept().await.unwrap();
        let (two, _) = meeting.accept().await.unwrap();
        let third = world.runner.invoke(&function, world.invocation(r#"{"quick": 1}"#)).await;
        assert_eq!(third.unwrap_err(), InvokeError::Throttled);
        for mut peer in [one, two] {
            tokio::io::AsyncWriteExt::write_all(&mut peer, b"together").await.unwrap();
        }
    };
    let ((one, two), ()) = tokio::join!(both, meet);
    assert_eq!((json(&one), json(&two)), ("together".into(), "together".into()));
    assert_ne!(one.log_stream, two.log_stream);
    let again = world.invoke(&function, r#"{"quick": 1}"#).await;
    assert!(again.init.is_none());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn retiring_and_shutting_down_stop_environments() {
    let world = world();
    let code = "
import os, time
def handler(event, context):
    if event == 'wait':
        print('waiting', flush=True)
        time.sleep(600)
    return open('/proc/self/stat').read().split()[0]
";
    let function = Arc::new(world.python(code));
    let first = world.invoke(&function, "0").await;
    assert_eq!(world.invoke(&function, "0").await.log_stream, first.log_stream);
    world.runner.retire(&function.revision).await;
    let second = world.invoke(&function, "0").await;
    assert_ne!(second.log_stream, first.log_stream);
    let waiting = {
        let (runner, function) = (world.runner.clone(), function.clone());
        let invocation = world.invocation("\"wait\"");
        tokio::spawn(async move { runner.invoke(&function, invocation).await })
    };
    until("it waits", || world.log.count("waiting") == 1).await;
    world.runner.shutdown().await;
    assert_eq!(waiting.await.unwrap().unwrap_err(), InvokeError::Stopped);
    let refused = world.runner.invoke(&function, world.invocation("0")).await;
    assert_eq!(refused.unwrap_err(), InvokeError::Stopped);
    let mark = world.dir.path().to_string_lossy().into_owned();
    until("nothing of it runs", || {
        !std::fs::read_dir("/proc").unwrap().flatten().any(|entry| {
            let environ = std::fs::read(entry.path().join("environ")).unwrap_or_default();
            String::from_utf8_lossy(&environ).contains(&mark)
        })
    })
    .await;
    assert!(!exists(i64::MAX));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_environment_ends_after_its_time() {
    let world = world_with(|config| config.idle_timeout = Duration::from_millis(50));
    let code = "def handler(event, context): return 1\n";
    let function = Arc::new(world.python(code));
    let first = world.invoke(&function, "0").await;
    let scratch = world.dir.path().join("scratch/environments");
    until("its directory is gone", || scratch.read_dir().unwrap().next().is_none()).await;
    assert_ne!(world.invoke(&function, "0").await.log_stream, first.log_stream);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_output_neither_stalls_nor_stays() {
    let world = world();
    let code = "
import sys
def handler(event, context):
    line = 'x' * 1023 + '\\n'
    for _ in range(200):
        sys.stdout.write(line * 1024)
    return 'done'
";
    let function = world.python(code);
    let (answer, outcome) = world.once(function, "{}").await;
    assert_eq!(answer, "done");
    assert_eq!(outcome.log_tail.len(), 4096);
    assert!(world.log.bytes() > 200 * 1023 * 1024);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_memory_ends_the_environment() {
    let world = world();
    let code = "
import time
def handler(event, context):
    kept = []
    for _ in range(100):
        kept.append(bytearray(8 << 20))
        time.sleep(0.01)
    time.sleep(600)
";
    let mut function = world.python(code);
    function.memory_mb = 160;
    let (document, outcome) = world.once(function, "{}").await;
    assert_eq!(document["errorType"], "Runtime.ExitError");
    assert!(document["errorMessage"].as_str().unwrap().ends_with("signal: killed"), "{document}");
    assert!(tail(&outcome).contains("Max Memory Used: 160 MB"), "{}", tail(&outcome));
}

#[tokio::test(flavor = "multi_thread")]
async fn json_logs_are_objects() {
    let world = world();
    let code = "
import logging
def handler(event, context):
    logging.getLogger('l').warning('careful')
";
    let mut function = world.python(code);
    function.log_format = LogFormat::Json;
    let (_, outcome) = world.once(function, "{}").await;
    let text = tail(&outcome);
    let entries: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let start = entries.iter().position(|entry| entry["type"] == "platform.start").unwrap();
    assert_eq!(entries[start + 1]["level"], "WARNING");
    assert_eq!(entries[start + 1]["message"], "careful");
    assert_eq!(entries[start + 2]["type"], "platform.report");
}

#[tokio::test(flavor = "multi_thread")]
async fn too_long_an_answer_has_awss_words() {
    let world = world();
    let code = "def handler(event, context): return 'x' * 6291557\n";
    let (document, outcome) = world.once(world.python(code), "{}").await;
    assert_eq!(document["errorType"], "Function.ResponseSizeTooLarge");
    assert_eq!(outcome.error, Some(FunctionError::Unhandled));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_version_of_python_is_not_told_to_the_functions_log() {
    let world = world();
    let code = "import sys\ndef handler(event, context): return sys.version_info[1]\n";
    let function = world.function("python3.7", &[("app.py", code)]);
    let (minor, _) = world.once(function, "{}").await;
    assert!(minor.is_u64(), "{minor}");
    // Neither is that boto3 is not there.
    for words in ["python3.7", "boto3", "machine"] {
        assert_eq!(world.log.count(words), 0, "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_variables_are_those_of_aws() {
    let world = world();
    let code = "
import os
def handler(event, context):
    return dict(os.environ)
";
    let (seen, _) = world.once(world.python(code), "0").await;
    let mut names = seen.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>();
    // What our own endpoint needs.
    names.retain(|name| !["AWS_ENDPOINT_URL", "AWS_DISABLE_HOST_PREFIX_INJECTION"].contains(name));
    let recorded = "AWS_ACCESS_KEY_ID AWS_DEFAULT_REGION AWS_EXECUTION_ENV \
                    AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_NAME \
                    AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE \
                    AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_LAMBDA_RUNTIME_API \
                    AWS_REGION AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_XRAY_CONTEXT_MISSING \
                    AWS_XRAY_DAEMON_ADDRESS LAMBDA_RUNTIME_DIR LAMBDA_TASK_ROOT LANG \
                    LD_LIBRARY_PATH PATH PWD PYTHONPATH SHLVL TZ _AWS_XRAY_DAEMON_ADDRESS \
                    _AWS_XRAY_DAEMON_PORT _HANDLER _X_AMZN_TRACE_ID";
    assert_eq!(names.join(" "), recorded);
    for (name, value) in [
        ("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000"),
        ("_AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129"),
        ("LANG", "en_US.UTF-8"),
        ("PWD", "/var/task"),
        ("SHLVL", "0"),
        ("TZ", ":UTC"),
    ] {
        assert_eq!(seen[name], value, "{name}");
    }
    let mut function = world.python(code);
    function.log_format = functions::LogFormat::Json;
    let (seen, _) = world.once(function, "0").await;
    assert_eq!(
        (&seen["AWS_LAMBDA_LOG_FORMAT"], &seen["AWS_LAMBDA_LOG_LEVEL"]),
        (&"JSON".into(), &"INFO".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn packages_below_the_machines_tmp_are_there() {
    let below = tempfile::tempdir_in("/tmp").unwrap();
    let runtimes = below.path().to_owned();
    let world = world_with(|config| config.runtimes_dir = runtimes.clone());
    let code = "import platform\ndef handler(event, context): return platform.python_version()\n";
    let (version, _) = world.once(world.python(code), "0").await;
    let packages = runtimes.join(format!("boto3-python{}", version.as_str().unwrap()));
    std::fs::create_dir_all(&packages).unwrap();
    std::fs::write(packages.join("data"), "whole").unwrap();
    std::fs::write(below.path().join("secret"), "x").unwrap();
    let code = "
import os
def handler(event, context):
    open('/tmp/own', 'w').close()
    return [open(event + '/data').read(), os.path.exists(event + '/../secret')]
";
    let event = serde_json::Value::from(packages.to_str().unwrap()).to_string();
    let (seen, _) = world.once(world.python(code), &event).await;
    assert_eq!(seen, serde_json::json!(["whole", false]));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_set_of_layers_hides_what_is_not_the_functions() {
    let code = "
import os, tempfile
def attempt(path, mode):
    try:
        with open(path, mode) as file:
            file.write('x') if mode == 'w' else file.read()
        return 'done'
    except OSError as error:
        return error.strerror
def handler(event, context):
    with tempfile.NamedTemporaryFile() as file:
        file.write(b'own')
    return {'secret': attempt(event, 'r'), 'shadow': attempt('/etc/shadow', 'r'),
            'code': attempt(os.environ['LAMBDA_TASK_ROOT'] + '/new', 'w'),
            'tmp': attempt(tempfile.gettempdir() + '/new', 'w'), 'pid': os.getpid()}
";
    use functions::SandboxPolicy;
    let only = SandboxPolicy::MINIMAL;
    for (policy, hidden, kept) in [
        (SandboxPolicy::default(), "No such file or directory", "Read-only file system"),
        (
            SandboxPolicy { mounts: true, ..only },
            "No such file or directory",
            "Read-only file system",
        ),
        (SandboxPolicy { landlock: true, ..only }, "Permission denied", "Permission denied"),
        (SandboxPolicy { processes: true, ..only }, "done", "done"),
        (only, "done", "done"),
    ] {
        let world = world_with(|config| config.sandbox = policy);
        let asked = [policy.mounts, policy.processes, policy.landlock];
        let report = world.runner.sandbox_report();
        let has = ["file system", "processes", "landlock"]
            .map(|layer| report.iter().any(|report| report.layer == layer && report.active));
        assert_eq!(asked, has, "this machine lacks a layer");
        let secret = world.dir.path().join("secret");
        std::fs::write(&secret, "of another").unwrap();
        let event = serde_json::Value::from(secret.to_str().unwrap()).to_string();
        let (seen, _) = world.once(world.python(code), &event).await;
        assert_eq!(seen["secret"], hidden, "{policy:?}: {seen}");
        let readable = hidden == "done" && std::fs::read("/etc/shadow").is_ok();
        assert_eq!(seen["shadow"] == "done", readable, "{policy:?}: {seen}");
        assert_eq!(seen["code"], kept, "{policy:?}: {seen}");
        assert_eq!(seen["tmp"], "done", "{policy:?}: {seen}");
        let few = seen["pid"].as_u64().unwrap() < 10;
        assert_eq!(few, policy.processes, "{policy:?}: {seen}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn orphans_are_buried() {
    let world = world();
    let code = "
import os, subprocess
def handler(event, context):
    # The shell leaves its child behind, which ends at once.
    subprocess.run(['sh', '-c', 'sh -c \"exit 3\" & echo $!'], stdout=subprocess.DEVNULL)
    end = os.times().elapsed + 20
    while os.times().elapsed < end:
        left = [p for p in os.listdir('/proc') if p.isdigit() and int(p) not in (1, os.getpid())]
        if not left: return 'none'
    return left
";
    let (answer, _) = world.once(world.python(code), "0").await;
    assert_eq!(answer, "none");
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_that_a_threads_child_takes_counts() {
    let world = world();
    let code = "
import subprocess, sys, threading
HOG = 'x = bytearray(1)\\nx = b\"x\" * (400 << 20)\\nimport time; time.sleep(600)'
def handler(event, context):
    run = lambda: subprocess.run([sys.executable, '-c', HOG])
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return 'done'
";
    let function = world.python(code);
    let (document, outcome) = world.once(function, "0").await;
    assert_eq!(document["errorType"], "Runtime.ExitError", "{document}");
    assert!(tail(&outcome).contains("Error Type: Runtime.OutOfMemory"), "{}", tail(&outcome));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_grows_between_invocations_is_ended() {
    let world = world();
    let code = "
import subprocess, sys
HOG = 'x = b\"x\" * (400 << 20)\\nimport time; time.sleep(600)'
def handler(event, context):
    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(0.2); ' + HOG])
";
    world.once(world.python(code), "0").await;
    let scratch = world.dir.path().join("scratch");
    let lives =
        || std::fs::read_dir(&scratch).unwrap().flatten().any(|it| it.path().join("tmp").exists());
    until("it is ended", || !lives()).await;
    assert_eq!(world.log.count("outgrew"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_are_counted_by_the_kernel() {
    let world = world();
    let mut counted = world.runner.sandbox_report().into_iter();
    let layer = counted.find(|layer| layer.layer == "process count").unwrap();
    assert!(layer.active, "the machine refuses this layer");
    let code = "
import os, signal
def handler(event, context):
    children = []
    try:
        while len(children) < 3000:
            pid = os.fork()
            if pid == 0:
                signal.pause()
            children.append(pid)
    except OSError as error:
        return [error.strerror, len(children)]
    finally:
        for child in children:
            os.kill(child, 9)
            os.waitpid(child, 0)
    return ['all', len(children)]
";
    let mut function = world.python(code);
    // A tenth of what each of them has, but enough for what they share and change.
    function.memory_mb = 4096;
    let (answer, _) = world.once(function, "0").await;
    assert_eq!(answer[0], "Resource temporarily unavailable", "{answer}");
    let count = answer[1].as_u64().unwrap();
    assert!((1020..=1324).contains(&count), "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_launcher_functions_still_run() {
    let world = world_with(|config| config.launcher = None);
    let code = "import os\ndef handler(event, context): return os.environ['TMPDIR']\n";
    let (tmp, _) = world.once(world.python(code), "{}").await;
    assert!(tmp.as_str().unwrap().starts_with(world.dir.path().to_str().unwrap()), "{tmp}");
    assert!(
        !world
            .runner
            .sandbox_report()
            .iter()
            .any(|layer| layer.layer == "landlock" && layer.active)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn tmp_is_the_environments_own_and_has_its_size() {
    let world = world();
    let report = world.runner.sandbox_report();
    assert!(report.iter().any(|layer| layer.layer == "file system" && layer.active));
    let code = "
import os
def handler(event, context):
    stat = os.statvfs('/tmp')
    found = os.listdir('/tmp')
    open('/tmp/kept', 'w').close()
    return [found, stat.f_blocks * stat.f_frsize >> 20]
";
    let mut function = world.python(code);
    function.ephemeral_storage_mb = 700;
    let function = Arc::new(function);
    assert_eq!(json(&world.invoke(&function, "0").await), serde_json::json!([[], 700]));
    assert_eq!(json(&world.invoke(&function, "0").await), serde_json::json!([["kept"], 700]));
}

/// A stand-in for S3: answers every request with an empty 200 and tells what was asked.
async fn stub() -> (String, tokio::task::JoinHandle<String>) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut text = String::new();
        let mut buffer = [0; 4096];
        while !text.contains("Sample") {
            let count = stream.read(&mut buffer).await.unwrap();
            text.push_str(&String::from_utf8_lossy(&buffer[..count]));
            if text.contains("100-continue") {
                stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.unwrap();
                text = text.replace("100-continue", "");
            }
        }
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: \"e\"\r\n\r\n")
            .await
            .unwrap();
        text
    });
    (url, asked)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consumer_of_records_puts_objects_with_its_own_credentials() {
    // Where there is no boto3 it is fetched once.
    let world = world_with(|config| config.install_boto3 = true);
    let code = "
import boto3, base64, json

s3 = boto3.client('s3')

def handler(event, context):
\t\tfor record in event['Records']:
\t\t\t\tdata = base64.b64decode(record['kinesis']['data']).decode('utf-8')
\t\t\t\ts3.put_object(
\t\t\t\t\t\tBucket='demo-pipeline-bucket',
\t\t\t\t\t\tKey=f\"record-{record['eventID']}.txt\",
\t\t\t\t\t\tBody=data
\t\t\t\t)
\t\treturn {'statusCode':200, 'body':json.dumps('Processed successfully')}
";
    let (url, asked) = stub().await;
    let mut function = world.function("python3.9", &[("lambda_kinesis_consumer.py", code)]);
    function.endpoint_url = url;
    function.memory_mb = 128;
    let event = r#"{"Records": [{"eventID": "shardId-0:1", "kinesis": {"data": "U2FtcGxl"}}]}"#;
    let (answer, outcome) = world.once(function, event).await;
    let expected = serde_json::json!({"statusCode": 200, "body": "\"Processed successfully\""});
    assert_eq!(answer, expected, "{}", tail(&outcome));
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("PUT /demo-pipeline-bucket/record-shardId-0%3A1.txt "), "{asked}");
    assert!(asked.contains("Credential=ASIAEXAMPLE/"), "{asked}");
    assert!(asked.contains("X-Amz-Security-Token: token"), "{asked}");
    assert!(outcome.max_memory_mb < 128, "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_brings_its_own_boto3_gets_it() {
    let world = world();
    let function = world.function(
        "python3.11",
        &[
            ("app.py", "import boto3\ndef handler(event, context): return boto3.__version__\n"),
            ("boto3/__init__.py", "__version__ = 'mine'\n"),
        ],
    );
    assert_eq!(world.once(function, "{}").await.0, "mine");
}

/// Needs the network and a `PATH` whose Python has no boto3; `./test` sees to both.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "downloads boto3"]
async fn boto3_is_installed_once_where_it_is_missing() {
    let world = world_with(|config| {
        config.runtimes_dir = config.scratch_dir.with_file_name("fresh-runtimes");
        config.install_boto3 = true;
    });
    let code = "import boto3\ndef handler(event, context): return boto3.__file__\n";
    let (path, _) = world.once(world.python(code), "{}").await;
    assert!(path.as_str().unwrap().contains("fresh-runtimes/boto3-python3."), "{path}");
}
