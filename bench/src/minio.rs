//! What MinIO wants otherwise: it checks signatures, so its buckets are opened to everybody by requests that are signed,
//! and all others go without a signature.

use crate::Result;
use crate::peers::said;
use crate::server::Server;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::process::Command;

/// The name and the secret of its first user.
pub const KEY: &str = "waterwheel";

/// Makes a bucket in which everybody may do everything.
pub async fn make_bucket(server: &Server, bucket: &str) -> Result<()> {
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":["*"]}},"Action":["s3:*"],"Resource":["arn:aws:s3:::{bucket}","arn:aws:s3:::{bucket}/*"]}}]}}"#
    );
    for (query, body) in [("", ""), ("policy=", policy.as_str())] {
        let time = said(Command::new("date").args(["-u", "+%Y%m%dT%H%M%SZ"]))?;
        let host = server.address.to_string();
        let request = signed(&host, &format!("/{bucket}"), query, body, time.trim());
        let (answer, body) = server.ask(&request).await?;
        if !(200..300).contains(&answer.status) {
            let text = String::from_utf8_lossy(&body);
            return Err(format!("PUT /{bucket}?{query}: {} {text}", answer.status));
        }
    }
    Ok(())
}

/// A request as it is without its signature.
pub fn anonymous(request: Vec<u8>) -> Vec<u8> {
    let name = b"\r\nAuthorization: ";
    let Some(start) = memchr::memmem::find(&request, name) else { return request };
    let rest = &request[start + name.len()..];
    let Some(end) = memchr::memmem::find(rest, b"\r\n") else { return request };
    [&request[..start], &rest[end..]].concat()
}

/// A PUT with Signature Version 4.
fn signed(host: &str, path: &str, query: &str, body: &str, time: &str) -> Vec<u8> {
    let digest = hex(&Sha256::digest(body.as_bytes()));
    let names = "host;x-amz-content-sha256;x-amz-date";
    let canonical = format!(
        "PUT\n{path}\n{query}\nhost:{host}\nx-amz-content-sha256:{digest}\nx-amz-date:{time}\n\n\
         {names}\n{digest}"
    );
    let day = time.split('T').next().unwrap_or_default();
    let scope = format!("{day}/us-east-1/s3/aws4_request");
    let canonical = hex(&Sha256::digest(canonical.as_bytes()));
    let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{canonical}");
    let mut key = format!("AWS4{KEY}").into_bytes();
    for part in [day, "us-east-1", "s3", "aws4_request", text.as_str()] {
        key = keyed(&key, part.as_bytes());
    }
    format!(
        "PUT {path}?{query} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {}\r\nX-Amz-Date: {time}\r\n\
         X-Amz-Content-Sha256: {digest}\r\nAuthorization: AWS4-HMAC-SHA256 Credential={KEY}/{scope}, \
         SignedHeaders={names}, Signature={}\r\n\r\n{body}",
        body.len(),
        hex(&key)
    )
    .into_bytes()
}

fn keyed(key: &[u8], text: &[u8]) -> Vec<u8> {
    // A key may have any length (RFC 2104).
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // A String takes whatever is written into it.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_taken_out() {
        let request =
            b"PUT / HTTP/1.1\r\nHost: h\r\nAuthorization: x y\r\nA: b\r\n\r\nbody".to_vec();
        assert_eq!(anonymous(request), b"PUT / HTTP/1.1\r\nHost: h\r\nA: b\r\n\r\nbody");
        assert_eq!(anonymous(b"PUT /\r\n\r\n".to_vec()), b"PUT /\r\n\r\n");
    }
}
