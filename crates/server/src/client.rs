//! A few requests to a running server, for the commands that ask one.

use platform::{Clock, DEFAULT_REGION, SystemClock};
use std::io::{Read, Write};
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
    let authority = authority(url)?;
    let address =
        if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
    let nobody =
        |error| format!("no server answers at {url} ({error}): start one with `waterwheel start`");
    let mut stream = connect(&address).map_err(nobody)?;
    let signature = key.map(|key| signature(authority, path, query, key)).unwrap_or_default();
    let request = format!(
        "GET {path}?{query} HTTP/1.1\r\nHost: {authority}\r\n{signature}Connection: close\r\n\r\n"
    );
    let mut answer = Vec::new();
    stream.write_all(request.as_bytes()).map_err(nobody)?;
    stream.read_to_end(&mut answer).map_err(nobody)?;
    body(&answer).map_err(|problem| format!("{url}{path}: {problem}"))
}

/// The headers of a request that is signed by Signature Version 4.
fn signature(authority: &str, path: &str, query: &str, (id, secret): &(String, String)) -> String {
    let time = SystemClock.now().iso8601();
    let time: String = time.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let scope = Scope {
        date: time.chars().take(8).collect(),
        region: DEFAULT_REGION.to_owned(),
        service: "waterwheel".to_owned(),
    };
    let names = "host;x-amz-date";
    let canonical = format!(
        "GET\n{path}\n{query}\nhost:{authority}\nx-amz-date:{time}\n\n{names}\n{}",
        sha256_hex(b"")
    );
    let scope_text = scope.text();
    let digest = sha256_hex(canonical.as_bytes());
    let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope_text}\n{digest}");
    let signature = SigningKey::derive(secret, &scope).sign(text.as_bytes());
    format!(
        "X-Amz-Date: {time}\r\nAuthorization: AWS4-HMAC-SHA256 Credential={id}/{scope_text}, \
         SignedHeaders={names}, Signature={signature}\r\n"
    )
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

fn body(answer: &[u8]) -> Result<String, String> {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n").ok_or("the answer is not HTTP")?;
    let status = head.split_ascii_whitespace().nth(1).unwrap_or_default();
    if status != "200" {
        return Err(format!("status {status}: {body}"));
    }
    Ok(body.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        assert_eq!(body(b"HTTP/1.1 200 OK\r\na: b\r\n\r\nhello").unwrap(), "hello");
        assert!(body(b"HTTP/1.1 404 Not Found\r\n\r\nno").unwrap_err().contains("404"));
        assert!(body(b"SSH-2.0").is_err());
        assert_eq!(authority("http://localhost:4566/x").unwrap(), "localhost:4566");
        assert!(authority("https://localhost").is_err());
    }
}
