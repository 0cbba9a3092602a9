//! HTTP/1.1 with as little work as can be: requests are bytes made ahead, answers are counted.

use crate::Result;
use crate::scan;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The bytes of a request that carries a well-formed signature, which nobody checks: all servers
/// run as they do by default, without checking signatures.
pub fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    service: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Vec<u8> {
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\
         X-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 \
         Credential=test/20260101/us-east-1/{service}/aws4_request, \
         SignedHeaders=host;x-amz-date, Signature={:064x}\r\n",
        body.len(),
        1
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    [head.as_bytes(), body].concat()
}

/// One kept-alive connection.
pub struct Connection {
    address: SocketAddr,
    stream: TcpStream,
    /// It has answered before and may have been closed since.
    used: bool,
    /// The answer as it came.
    input: Vec<u8>,
    /// Where its body begins in `input`, unless it came in chunks.
    body_at: usize,
    /// A body that came in chunks.
    joined: Option<Vec<u8>>,
}

/// What an answer was, its body aside.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub status: u16,
    /// The body's length in bytes.
    pub length: usize,
}

/// How a body's end is known.
#[derive(Debug, PartialEq)]
enum Framing {
    Length(usize),
    Chunked,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = connect(address).await?;
        let input = Vec::with_capacity(1 << 16);
        Ok(Self { address, stream, used: false, input, body_at: 0, joined: None })
    }

    /// Sends a request and reads the answer. Without `keep`, a body is counted and thrown away.
    pub async fn exchange(&mut self, request: &[u8], keep: bool) -> Result<Answer> {
        self.input.clear();
        self.joined = None;
        let head = match self.head(request).await {
            // As every client does when a server closed an idle connection.
            Err(_) if self.used && self.input.is_empty() => {
                self.stream = connect(self.address).await?;
                self.head(request).await?
            }
            head => head?,
        };
        self.used = true;
        let (status, framing) = parse_head(&self.input[..head])?;
        self.body_at = head;
        let is_head = request.starts_with(b"HEAD ");
        let length = match framing {
            _ if is_head => 0,
            Framing::Length(length) if keep => self.read_whole(length).await?,
            Framing::Length(length) => self.discard(length).await?,
            Framing::Chunked => self.read_chunks().await?,
        };
        Ok(Answer { status, length })
    }

    /// The last answer's body, if it was kept.
    pub fn body(&self) -> &[u8] {
        match &self.joined {
            Some(joined) => joined,
            None => &self.input[self.body_at..],
        }
    }

    /// Sends a request and reads the answer's head; its length.
    async fn head(&mut self, request: &[u8]) -> Result<usize> {
        self.stream.write_all(request).await.map_err(|error| format!("send: {error}"))?;
        loop {
            if let Some(end) = memchr::memmem::find(&self.input, b"\r\n\r\n") {
                return Ok(end + 4);
            }
            self.fill().await?;
        }
    }

    async fn fill(&mut self) -> Result<()> {
        self.input.reserve(1 << 16);
        match self.stream.read_buf(&mut self.input).await {
            Ok(0) => Err("the server closed the connection".to_owned()),
            Ok(_) => Ok(()),
            Err(error) => Err(format!("receive: {error}")),
        }
    }

    async fn read_whole(&mut self, length: usize) -> Result<usize> {
        let end = self.body_at + length;
        self.input.reserve(end.saturating_sub(self.input.len()));
        while self.input.len() < end {
            self.fill().await?;
        }
        Ok(length)
    }

    async fn discard(&mut self, length: usize) -> Result<usize> {
        let mut left = length.saturating_sub(self.input.len() - self.body_at);
        while left > 0 {
            self.input.clear();
            self.input.reserve(1 << 18);
            self.fill().await?;
            left = left.saturating_sub(self.input.len());
        }
        self.input.clear();
        self.body_at = 0;
        Ok(length)
    }

    async fn read_chunks(&mut self) -> Result<usize> {
        let (mut joined, mut at) = (Vec::new(), self.body_at);
        loop {
            let line = loop {
                if let Some(end) = memchr::memmem::find(&self.input[at..], b"\r\n") {
                    break at + end;
                }
                self.fill().await?;
            };
            let size = std::str::from_utf8(&self.input[at..line]).ok();
            let size = size.and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
            let size = size.ok_or("a chunk without a size")?;
            while self.input.len() < line + 2 + size + 2 {
                self.fill().await?;
            }
            joined.extend_from_slice(&self.input[line + 2..line + 2 + size]);
            at = line + 2 + size + 2;
            if size == 0 {
                let length = joined.len();
                self.joined = Some(joined);
                return Ok(length);
            }
        }
    }
}

async fn connect(address: SocketAddr) -> Result<TcpStream> {
    let stream = TcpStream::connect(address).await.map_err(|error| format!("connect: {error}"))?;
    stream.set_nodelay(true).map_err(|error| format!("set TCP_NODELAY: {error}"))?;
    Ok(stream)
}

fn parse_head(head: &[u8]) -> Result<(u16, Framing)> {
    let text = String::from_utf8_lossy(head);
    let status = text.get(9..12).and_then(|digits| digits.parse().ok());
    let status = status.ok_or_else(|| format!("not an answer: {text}"))?;
    if scan::header(&text, "transfer-encoding").is_some_and(|value| value.contains("chunked")) {
        return Ok((status, Framing::Chunked));
    }
    let length = scan::header(&text, "content-length").and_then(|value| value.parse().ok());
    Ok((status, Framing::Length(length.unwrap_or(0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_how_bodies_end() {
        let plain = b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n";
        assert_eq!(parse_head(plain).unwrap(), (200, Framing::Length(12)));
        let chunked = b"HTTP/1.1 404 \r\ntransfer-encoding: chunked\r\n\r\n";
        assert_eq!(parse_head(chunked).unwrap(), (404, Framing::Chunked));
        assert!(parse_head(b"nonsense\r\n\r\n").is_err());
    }

    #[test]
    fn a_connection_reads_both_kinds_of_bodies() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let server = async {
                let (mut socket, _) = listener.accept().await.unwrap();
                let mut seen = [0; 1024];
                for answer in [
                    &b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"[..],
                    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\n1\r\n!\r\n0\r\n\r\n",
                ] {
                    assert!(socket.read(&mut seen).await.unwrap() > 0);
                    socket.write_all(answer).await.unwrap();
                }
            };
            let client = async {
                let mut connection = Connection::open(address).await.unwrap();
                let request = request(address, "GET", "/", "s3", &[], b"");
                assert_eq!(connection.exchange(&request, true).await.unwrap().length, 3);
                assert_eq!(connection.body(), b"abc");
                assert_eq!(connection.exchange(&request, false).await.unwrap().length, 4);
                assert_eq!(connection.body(), b"xyz!");
            };
            tokio::join!(server, client);
        });
    }
}
