//! The environment variables of a function, as AWS's page "Defined runtime environment
//! variables" lists them. Nothing of the server's own environment gets in.

use std::collections::BTreeMap;

use crate::{
    function::{Credentials, EnvironmentId, Function, LogFormat},
    runtimes::{Family, find_runtime},
};

/// Where AWS's X-Ray daemon listens. Nobody does here: it takes datagrams, and no answer is waited
/// for.
const XRAY_ADDRESS: &str = "169.254.79.129";
const XRAY_PORT: &str = "2000";

/// What is only known when the environment starts.
pub(crate) struct Situation<'a> {
    pub(crate) environment: &'a EnvironmentId,
    pub(crate) runtime_api: &'a str,
    pub(crate) credentials: &'a Credentials,
    /// Where the environment sees its code.
    pub(crate) task_root: &'a str,
    /// Where the environment sees the bootstrap.
    pub(crate) runtime_dir: &'a str,
    /// Where the environment sees its writable directory.
    pub(crate) tmp: &'a str,
    /// The directory of the interpreter, for `PATH`.
    pub(crate) interpreter_dir: Option<&'a str>,
}

/// All variables: AWS's defaults, then the user's, then those that AWS reserves.
pub(crate) fn variables(function: &Function, now: &Situation<'_>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut set = |name: &str, value: &str| drop(all.insert(name.to_owned(), value.to_owned()));
    defaults(function, now, &mut set);
    for (name, value) in &function.environment {
        set(name, value);
    }
    reserved(function, now, &mut set);
    all
}

fn defaults(function: &Function, now: &Situation<'_>, set: &mut impl FnMut(&str, &str)) {
    let system = "/usr/local/bin:/usr/bin:/bin:/opt/bin";
    match now.interpreter_dir {
        Some(dir) if !system.split(':').any(|known| known == dir) => {
            set("PATH", &format!("{dir}:{system}"));
        }
        _ => set("PATH", system),
    }
    set("LANG", "en_US.UTF-8");
    set("TZ", ":UTC");
    set("PWD", now.task_root);
    set("SHLVL", "0");
    if now.tmp != "/tmp" {
        // Where it cannot have a /tmp of its own, programs shall find what it has.
        set("TMPDIR", now.tmp);
    }
    set("AWS_ENDPOINT_URL", &function.endpoint_url);
    // SDKs put a prefix before the host of some operations, and nobody knows `stream-127.0.0.1`.
    set("AWS_DISABLE_HOST_PREFIX_INJECTION", "true");
    set("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    set("AWS_XRAY_DAEMON_ADDRESS", &format!("{XRAY_ADDRESS}:{XRAY_PORT}"));
    set("_AWS_XRAY_DAEMON_ADDRESS", XRAY_ADDRESS);
    set("_AWS_XRAY_DAEMON_PORT", XRAY_PORT);
    // What belongs to the system is found without it, and differs between machines.
    let (task, runtime) = (now.task_root, now.runtime_dir);
    let libraries = format!("/var/lang/lib:{runtime}:{runtime}/lib:{task}:{task}/lib:/opt/lib");
    set("LD_LIBRARY_PATH", &libraries);
    match find_runtime(&function.runtime).map(|runtime| runtime.family) {
        Some(Family::Python { .. }) => set("PYTHONPATH", now.runtime_dir),
        Some(Family::Node { major }) => set(
            "NODE_PATH",
            &format!(
                "/opt/nodejs/node{major}/node_modules:/opt/nodejs/node_modules:\
                 {runtime}/node_modules:{runtime}:{task}"
            ),
        ),
        _ => {}
    }
}

fn reserved(function: &Function, now: &Situation<'_>, set: &mut impl FnMut(&str, &str)) {
    set("_HANDLER", &function.handler);
    set("AWS_REGION", &function.region);
    set("AWS_DEFAULT_REGION", &function.region);
    set("AWS_EXECUTION_ENV", &format!("AWS_Lambda_{}", function.runtime));
    set("AWS_LAMBDA_FUNCTION_NAME", &function.name);
    set("AWS_LAMBDA_FUNCTION_VERSION", &function.version);
    set("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", &function.memory_mb.to_string());
    set("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    set("AWS_LAMBDA_LOG_GROUP_NAME", &function.log_group);
    set("AWS_LAMBDA_LOG_STREAM_NAME", now.environment.log_stream());
    if function.log_format == LogFormat::Json {
        set("AWS_LAMBDA_LOG_FORMAT", "JSON");
        set("AWS_LAMBDA_LOG_LEVEL", "INFO");
    }
    set("AWS_LAMBDA_RUNTIME_API", now.runtime_api);
    set("AWS_ACCESS_KEY_ID", &now.credentials.access_key_id);
    set("AWS_SECRET_ACCESS_KEY", &now.credentials.secret_access_key);
    set("AWS_SESSION_TOKEN", &now.credentials.session_token);
    set("LAMBDA_TASK_ROOT", now.task_root);
    set("LAMBDA_RUNTIME_DIR", now.runtime_dir);
}
