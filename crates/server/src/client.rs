//! A few requests to a running server, for the commands that ask one.

use platform::{Clock, DEFAULT_REGION, SystemClock};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;
use wire::sigv4::{Scope, SigningKey, sha256_hex};

/// The host and port of an `http://` URL.
pub fn authority(url: &str) -> Result<&str, String> {
    let rest = url
        .strip_prefix("http://")
        .ok_or_else(|| format!("{url} is not an http:// address of this server"))?;
    Ok(rest.split('/').next().unwrap_or(rest))
}

/// Gets a path and gives the body of a 200. The query's names are sorted, and nothing in it needs
/// an escape. With the root key the request is signed for the service `waterwheel`, which a server
/// with `--auth verify` wants of everyone who asks for its own paths.
pub fn get(
    url: &str,
    path: &str,
    query: &str,
    key: Option<&(String, String)>,
) -> Result<String, String> {
    let signed = Signed { method: "GET", path, query, headers: &[], body: b"" };
    let answer = own(url, &signed, key)?;
    match answer.status {
        200 => Ok(answer.body),
        status => Err(format!("{url}{path}: status {status}: {}", answer.body)),
    }
}

/// Posts JSON to one of the server's own paths and gives the body of a 200. The error of another status
/// is what the server says.
pub fn post(
    url: &str,
    path: &str,
    json: &str,
    key: Option<&(String, String)>,
) -> Result<String, String> {
    let headers = [("content-type", "application/json")];
    let body = json.as_bytes();
    let answer =
        own(url, &Signed { method: "POST", path, query: "", headers: &headers, body }, key)?;
    match answer.status {
        200 => Ok(answer.body),
        _ => Err(problem(&answer.body)),
    }
}

/// What a refusal says: the message of an error in JSON, or the text.
fn problem(body: &str) -> String {
    let said: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let message = said.get("message").and_then(serde_json::Value::as_str);
    message.unwrap_or(body.trim_end()).to_owned()
}

/// What became of a request whose answer goes on.
pub enum Followed {
    /// Its lines as they come.
    Begun(Box<dyn BufRead>),
    /// Another status than 200, and what the server says.
    Refused(u16, String),
}

/// Gets one of the server's own paths whose answer goes on for as long as it is read. The query is as
/// that of [`get`].
pub fn follow(
    url: &str,
    path: &str,
    query: &str,
    key: Option<&(String, String)>,
) -> Result<Followed, String> {
    let signed = Signed { method: "GET", path, query, headers: &[], body: b"" };
    let signature = own_signature(url, &signed, key)?;
    // By HTTP/1.0 its parts come as they are, without lengths between them.
    let stream = sent(url, &signed, "1.0", &signature)?;
    stream.set_read_timeout(None).map_err(|error| nobody(url, &error))?;
    let (mut answer, mut head) = (BufReader::new(stream), String::new());
    while !head.ends_with("\r\n\r\n") {
        match answer.read_line(&mut head) {
            Ok(0) => return Err(format!("{url}{path}: the answer is not HTTP")),
            Ok(_) => {}
            Err(error) => return Err(nobody(url, &error)),
        }
    }
    match read(head.as_bytes()).map_err(|problem| format!("{url}{path}: {problem}"))?.status {
        200 => Ok(Followed::Begun(Box::new(answer))),
        status => {
            let mut said = String::new();
            answer.read_to_string(&mut said).map_err(|error| nobody(url, &error))?;
            Ok(Followed::Refused(status, problem(&said)))
        }
    }
}

/// Asks for one of the server's own paths, signed as for [`get`], and gives the answer, whatever its
/// status.
pub fn ask(
    url: &str,
    method: &str,
    path: &str,
    body: &[u8],
    key: Option<&(String, String)>,
) -> Result<Answer, String> {
    own(url, &Signed { method, path, query: "", headers: &[], body }, key)
}

/// Asks for one of the server's own paths, signed where there is a key.
fn own(url: &str, signed: &Signed<'_>, key: Option<&(String, String)>) -> Result<Answer, String> {
    exchange(url, signed, &own_signature(url, signed, key)?)
}

fn own_signature(
    url: &str,
    signed: &Signed<'_>,
    key: Option<&(String, String)>,
) -> Result<String, String> {
    let scope = ("waterwheel", DEFAULT_REGION);
    match key {
        Some(key) => Ok(signed.signature(authority(url)?, scope, key)),
        None => Ok(String::new()),
    }
}

/// Sends a request of AWS's and gives the answer, whatever its status.
pub fn send(url: &str, request: &Request<'_>, caller: &Caller) -> Result<Answer, String> {
    let Request { service, signed } = request;
    let scope = (*service, &*caller.region);
    let signature = signed.signature(authority(url)?, scope, &caller.key);
    exchange(url, signed, &signature)
}

/// Whoever asks, and where.
pub struct Caller {
    /// The region whose resources are meant.
    pub region: String,
    /// The id and secret of its access key.
    pub key: (String, String),
}

/// A request to one of AWS's services.
pub struct Request<'a> {
    /// The service's signing name.
    pub service: &'a str,
    /// What is sent.
    pub signed: Signed<'a>,
}

/// What is sent and, all of it, signed.
pub struct Signed<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// The path, in which nothing needs an escape.
    pub path: &'a str,
    /// The query: sorted names, escapes where they are needed.
    pub query: &'a str,
    /// Further headers, with names in lower case.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a [u8],
}

/// What was answered.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

fn exchange(url: &str, signed: &Signed<'_>, signature: &str) -> Result<Answer, String> {
    let mut answer = Vec::new();
    let mut stream = sent(url, signed, "1.1", signature)?;
    stream.read_to_end(&mut answer).map_err(|error| nobody(url, &error))?;
    read(&answer).map_err(|problem| format!("{url}{}: {problem}", signed.path))
}

/// Sends a request by a version of HTTP; its answer is to come.
fn sent(
    url: &str,
    signed: &Signed<'_>,
    version: &str,
    signature: &str,
) -> Result<TcpStream, String> {
    let Signed { method, path, query, headers, body } = signed;
    let authority = authority(url)?;
    let mut stream = open(url)?;
    let nobody = |error| nobody(url, &error);
    let target = if query.is_empty() { (*path).to_owned() } else { format!("{path}?{query}") };
    let headers: String =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    let head = format!(
        "{method} {target} HTTP/{version}\r\nHost: {authority}\r\n{headers}{signature}\
         Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).map_err(nobody)?;
    stream.write_all(body).map_err(nobody)?;
    Ok(stream)
}

/// Whether anybody listens there; the error is a sentence that says how to start a server.
pub fn reach(url: &str) -> Result<(), String> {
    match authority(url) {
        Ok(_) => open(url).map(drop),
        // Behind a proxy with TLS: the AWS CLI will see.
        Err(_) => Ok(()),
    }
}

fn open(url: &str) -> Result<TcpStream, String> {
    let authority = authority(url)?;
    let has_port = authority.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    let address = if has_port { authority.to_owned() } else { format!("{authority}:80") };
    connect(&address).map_err(|error| nobody(url, &error))
}

fn nobody(url: &str, error: &std::io::Error) -> String {
    let start = match url.rsplit_once(':') {
        Some((_, port)) if port != "4566" && port.parse::<u16>().is_ok() => {
            format!("waterwheel start --port {port}")
        }
        _ => "waterwheel start".to_owned(),
    };
    format!("no server answers at {url} ({error}): start one with `{start}`")
}

impl Signed<'_> {
    /// The headers that sign it, by Signature Version 4.
    fn signature(
        &self,
        authority: &str,
        (service, region): (&str, &str),
        (id, secret): &(String, String),
    ) -> String {
        let time = SystemClock.now().iso8601();
        let time: String = time.chars().filter(|c| !matches!(c, '-' | ':')).collect();
        let scope = Scope {
            date: time.chars().take(8).collect(),
            region: region.to_owned(),
            service: service.to_owned(),
        };
        let mut headers = vec![("host", authority), ("x-amz-date", &*time)];
        headers.extend(self.headers);
        headers.sort_unstable();
        let names: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
        let names = names.join(";");
        let lines: String =
            headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let Self { method, path, query, body, .. } = self;
        let canonical =
            format!("{method}\n{path}\n{query}\n{lines}\n{names}\n{}", sha256_hex(body));
        let scope_text = scope.text();
        let digest = sha256_hex(canonical.as_bytes());
        let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope_text}\n{digest}");
        let signature = SigningKey::derive(secret, &scope).sign(text.as_bytes());
        format!(
            "X-Amz-Date: {time}\r\nAuthorization: AWS4-HMAC-SHA256 Credential={id}/{scope_text}, \
             SignedHeaders={names}, Signature={signature}\r\n"
        )
    }
}

fn connect(address: &str) -> std::io::Result<TcpStream> {
    let mut last = std::io::Error::from(std::io::ErrorKind::NotFound);
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, Duration::from_secs(2)) {
            Ok(stream) => {
                stream.set_read_timeout(Some(Duration::from_secs(10)))?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn read(answer: &[u8]) -> Result<Answer, String> {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n").ok_or("the answer is not HTTP")?;
    let status = head.split_ascii_whitespace().nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or("the answer is not HTTP")?;
    Ok(Answer { status, body: body.to_owned() })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        let answer = read(b"HTTP/1.1 200 OK\r\na: b\r\n\r\nhello").unwrap();
        assert_eq!((answer.status, &*answer.body), (200, "hello"));
        assert_eq!(read(b"HTTP/1.1 404 Not Found\r\n\r\nno").unwrap().status, 404);
        assert!(read(b"SSH-2.0").is_err() && read(b"SSH a b\r\n\r\n").is_err());
        assert_eq!(authority("http://localhost:4566/x").unwrap(), "localhost:4566");
        assert!(authority("https://localhost").is_err());
    }
}
