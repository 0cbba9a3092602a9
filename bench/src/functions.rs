//! Figures of invoking functions.

use crate::Result;
use crate::http::{Connection, request};
use crate::load::median;
use crate::server::Server;
use serde_json::{Value, json};
use std::io::Write as _;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

const ECHO: &str = "def handler(event, context):\n    return event\n";
const WITH_BOTO3: &str = "import boto3\n\ndef handler(event, context):\n    \
                          return boto3.__version__\n";
/// How often a warm function is invoked in a run.
const WARM: u32 = 1000;
/// How many functions are started in a run.
const COLD: usize = 5;

/// The call that makes the functions' role.
const ROLE: &str = "Action=CreateRole&Version=2010-05-08&RoleName=bench&AssumeRolePolicyDocument=\
    %7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C\
    %22Principal%22%3A%7B%22Service%22%3A%22lambda.amazonaws.com%22%7D%2C\
    %22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D";

/// A function's path, with what follows its name.
fn path(name: &str, rest: &str) -> String {
    format!("/2015-03-31/functions/{name}{rest}")
}

fn package(code: &str) -> Result<String> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().unix_permissions(0o644);
    zip.start_file("main.py", options).map_err(|error| error.to_string())?;
    zip.write_all(code.as_bytes()).map_err(|error| error.to_string())?;
    let bytes = zip.finish().map_err(|error| error.to_string())?.into_inner();
    Ok(base64_simd::STANDARD.encode_to_string(bytes))
}

/// Makes a Python function and waits until it is Active.
pub async fn create(server: &Server, name: &str, code: &str) -> Result<()> {
    create_role(server).await?;
    let input = json!({
        "FunctionName": name, "Runtime": "python3.12", "Handler": "main.handler", "Timeout": 60,
        "Role": "arn:aws:iam::000000000000:role/bench", "Code": {"ZipFile": package(code)?},
        "Environment": {"Variables": {"ENDPOINT": server.address.to_string()}},
    });
    server.lambda("POST", "/2015-03-31/functions", input).await?;
    server.wait_lambda(&path(name, "/configuration"), "State", "Active").await
}

async fn create_role(server: &Server) -> Result<()> {
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let bytes = request(server.address, "POST", "/", "iam", &form, ROLE.as_bytes());
    let (answer, body) = server.ask(&bytes).await?;
    match answer.status {
        // 409: it is there from before.
        200 | 409 => Ok(()),
        status => Err(format!("CreateRole: {status} {}", String::from_utf8_lossy(&body))),
    }
}

pub async fn delete(server: &Server, name: &str) -> Result<()> {
    server.lambda("DELETE", &path(name, ""), Value::Null).await.map(drop)
}

/// The bytes of an Invoke.
pub fn invoke_request(server: &Server, name: &str, event: &str) -> Vec<u8> {
    server.lambda_request("POST", &path(name, "/invocations"), event.as_bytes())
}

/// Invokes and fails unless the answer is as expected.
pub async fn invoke(connection: &mut Connection, request: &[u8], starts: &str) -> Result<()> {
    let answer = connection.exchange(request, true).await?;
    let body = String::from_utf8_lossy(connection.body());
    if answer.status == 200 && body.starts_with(starts) {
        return Ok(());
    }
    Err(format!("Invoke answered {}: {body}", answer.status))
}

/// Invokes of a warm echo function, one at a time, per second.
pub async fn invoke_warm(server: &Server, run: usize) -> Result<f64> {
    let name = format!("echo-{run}");
    create(server, &name, ECHO).await?;
    let request = invoke_request(server, &name, "{\"a\":1}");
    let mut connection = Connection::open(server.address).await?;
    for _ in 0..20 {
        invoke(&mut connection, &request, "{\"a\"").await?;
    }
    let (start, mut times) = (Instant::now(), 0);
    while times < WARM && start.elapsed() < Duration::from_secs(5) {
        invoke(&mut connection, &request, "{\"a\"").await?;
        times += 1;
    }
    let rate = f64::from(times) / start.elapsed().as_secs_f64();
    delete(server, &name).await?;
    Ok(rate)
}

/// The first Invoke of a function that imports boto3, in milliseconds: the median of five new
/// functions. The server has started one before.
pub async fn invoke_cold(server: &Server, run: usize) -> Result<f64> {
    let mut times = Vec::new();
    for n in 0..=COLD {
        let name = format!("cold-{run}-{n}");
        create(server, &name, WITH_BOTO3).await?;
        let request = invoke_request(server, &name, "{}");
        let mut connection = Connection::open(server.address).await?;
        let start = Instant::now();
        invoke(&mut connection, &request, "\"").await?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        delete(server, &name).await?;
    }
    Ok(median(times.split_off(1)))
}
