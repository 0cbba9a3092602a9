//! The documentation's examples, every way to break them, and noise.

use super::*;
use crate::sigv4::{KeyCache, SigningKey, parse, verify};
use http::request::Parts;
use proptest::prelude::*;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/// A body that arrives in pieces of `size` bytes.
fn pieces(body: &[u8], size: usize) -> ByteStream {
    struct Pieces(Vec<Bytes>);
    impl Stream for Pieces {
        type Item = Result<Bytes, StreamError>;
        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(self.0.pop().map(Ok))
        }
    }
    let mut all: Vec<_> = body.chunks(size.max(1)).map(Bytes::copy_from_slice).collect();
    all.reverse();
    ByteStream::new(Pieces(all), None)
}

/// Reads to the end; nothing here ever waits.
fn read(mut stream: ByteStream) -> Result<Vec<u8>, StreamError> {
    let mut context = Context::from_waker(std::task::Waker::noop());
    let mut whole = Vec::new();
    loop {
        match Pin::new(&mut stream).poll_next(&mut context) {
            Poll::Ready(Some(piece)) => whole.extend_from_slice(&piece?),
            Poll::Ready(None) => return Ok(whole),
            Poll::Pending => unreachable!("the pieces are all there"),
        }
    }
}

fn unsigned(length: u64, trailers: &[Algorithm]) -> Framing {
    Framing {
        decoded_length: length,
        signatures: None,
        signed_trailer: false,
        trailers: trailers.to_vec(),
    }
}

fn code(result: Result<Vec<u8>, StreamError>) -> &'static str {
    result.unwrap_err().code
}

/// The request of "Transferring Payload in Multiple Chunks", with its signature.
fn example(trailer: bool, signature: &str) -> (Parts, SigningKey, crate::sigv4::Signed) {
    let (payload, headers) = if trailer {
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "x-amz-storage-class;x-amz-trailer")
    } else {
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "x-amz-storage-class")
    };
    let length = if trailer { "" } else { "content-length;" };
    let authorization = format!(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,\
         SignedHeaders=content-encoding;{length}host;x-amz-content-sha256;x-amz-date;\
         x-amz-decoded-content-length;{headers},Signature={signature}"
    );
    let mut request = http::Request::builder()
        .method("PUT")
        .uri("/examplebucket/chunkObject.txt")
        .header("host", "s3.amazonaws.com")
        .header("x-amz-date", "20130524T000000Z")
        .header("x-amz-storage-class", "REDUCED_REDUNDANCY")
        .header("x-amz-content-sha256", payload)
        .header("content-encoding", "aws-chunked")
        .header("x-amz-decoded-content-length", "66560")
        .header("content-length", "66824")
        .header("authorization", authorization);
    if trailer {
        request = request.header("x-amz-trailer", "x-amz-checksum-crc32c");
    }
    let head = request.body(()).unwrap().into_parts().0;
    let signed = parse(&head).unwrap().unwrap();
    let key = verify(&signed, &head, payload, SECRET, signed.time, &KeyCache::default()).unwrap();
    (head, key, signed)
}

fn signed_body(signatures: [&str; 3], end: &str) -> Vec<u8> {
    let mut body = format!("10000;chunk-signature={}\r\n", signatures[0]).into_bytes();
    body.extend_from_slice(&[b'a'; 65536]);
    body.extend_from_slice(format!("\r\n400;chunk-signature={}\r\n", signatures[1]).as_bytes());
    body.extend_from_slice(&[b'a'; 1024]);
    body.extend_from_slice(format!("\r\n0;chunk-signature={}\r\n", signatures[2]).as_bytes());
    body.extend_from_slice(end.as_bytes());
    body
}

const SEED: &str = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
const CHUNKS: [&str; 3] = [
    "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
    "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
    "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
];

fn signed() -> Framing {
    let (_, key, signed) = example(false, SEED);
    Framing {
        decoded_length: 66560,
        signatures: Some(ChunkSignatures::new(&signed, key)),
        signed_trailer: false,
        trailers: Vec::new(),
    }
}

#[test]
fn the_example_of_signed_chunks_is_proven() {
    let body = signed_body(CHUNKS, "\r\n");
    for size in [1, 7, 4096, body.len()] {
        let data = read(decode(pieces(&body, size), signed())).unwrap();
        assert!(data.len() == 66560 && data.iter().all(|&byte| byte == b'a'));
    }
    for at in [100, 65630, 65700, 66700] {
        let mut changed = body.clone();
        changed[at] ^= 1;
        let error = code(read(decode(pieces(&changed, 5000), signed())));
        assert!(matches!(error, "SignatureDoesNotMatch" | "IncompleteBody"), "{at}: {error}");
    }
    let mut swapped = CHUNKS;
    swapped.swap(0, 1);
    let swapped = signed_body(swapped, "\r\n");
    assert_eq!(code(read(decode(pieces(&swapped, 999), signed()))), "SignatureDoesNotMatch");
}

#[test]
fn the_example_of_a_signed_trailer_is_proven() {
    let seed = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e";
    let chunks = [
        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
        "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
        "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
    ];
    let signature = "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";
    let framing = || {
        let (_, key, signed) = example(true, seed);
        Framing {
            decoded_length: 66560,
            signatures: Some(ChunkSignatures::new(&signed, key)),
            signed_trailer: true,
            trailers: vec![Algorithm::Crc32c],
        }
    };
    let trailer = "x-amz-checksum-crc32c:sOO8/Q==";
    let ends = [
        (format!("{trailer}\r\nx-amz-trailer-signature:{signature}\r\n\r\n"), None),
        (format!("{trailer}\n\r\nx-amz-trailer-signature:{signature}\r\n\r\n"), None),
        (format!("{trailer}\r\n\r\n"), Some("IncompleteBody")),
        (format!("{trailer}\r\nx-amz-trailer-signature:00\r\n\r\n"), Some("SignatureDoesNotMatch")),
    ];
    for (end, wants) in ends {
        let data = read(decode(pieces(&signed_body(chunks, &end), 1000), framing()));
        assert_eq!(data.as_ref().err().map(|error| error.code), wants, "{end}");
    }
}

const TRAILED: &[u8] = b"5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";

#[test]
fn a_trailing_checksum_is_compared() {
    let trailed = |body: &[u8], length, trailers: &[Algorithm]| {
        read(decode(pieces(body, 3), unsigned(length, trailers)))
    };
    let crc32 = [Algorithm::Crc32];
    assert_eq!(trailed(TRAILED, 5, &crc32).unwrap(), b"hello");
    let body = decode(pieces(TRAILED, 3), unsigned(5, &crc32));
    let trailing = body.trailing().unwrap().clone();
    assert_eq!((trailing.algorithm, trailing.value()), (Algorithm::Crc32, None));
    read(body).unwrap();
    assert_eq!(trailing.value(), Some("NhCmhg=="));
    assert_eq!(code(trailed(TRAILED, 4, &crc32)), "IncompleteBody");
    assert_eq!(code(trailed(TRAILED, 6, &crc32)), "IncompleteBody");
    assert_eq!(code(trailed(TRAILED, 5, &[])), "MalformedTrailerError");
    assert_eq!(code(trailed(TRAILED, 5, &[Algorithm::Sha1])), "MalformedTrailerError");
    let wrong = String::from_utf8_lossy(TRAILED).replace("NhCmhg==", "AAAAAA==");
    assert_eq!(code(trailed(wrong.as_bytes(), 5, &crc32)), "BadDigest");
    let short = String::from_utf8_lossy(TRAILED).replace("NhCmhg==", "AAAA");
    assert_eq!(code(trailed(short.as_bytes(), 5, &crc32)), "InvalidRequest");
    let none = b"5\r\nhello\r\n0\r\n\r\n";
    assert_eq!(code(trailed(none, 5, &crc32)), "MalformedTrailerError");
    assert_eq!(trailed(none, 5, &[]).unwrap(), b"hello");
    assert_eq!(code(trailed(b"5\r\nhello\r\n0\r\n\r\nmore", 5, &[])), "IncompleteBody");
}

#[test]
fn a_body_that_stops_anywhere_is_incomplete() {
    for end in 0..TRAILED.len() {
        let framing = unsigned(5, &[Algorithm::Crc32]);
        let error = code(read(decode(pieces(&TRAILED[..end], 4), framing)));
        assert_eq!(error, "IncompleteBody", "at {end}");
    }
}

#[test]
fn framing_that_is_not_framing_is_refused() {
    for body in [
        &b"\r\nhello\r\n0\r\n\r\n"[..],
        b"+5\r\nhello\r\n0\r\n\r\n",
        b"5;chunk-signature\r\nhello\r\n0\r\n\r\n",
        b"5\r\nhelloo\r\n0\r\n\r\n",
        b"ffffffffffffffffff\r\nhello",
        b"ffffffffffffffff\r\nhello",
    ] {
        let error = code(read(decode(pieces(body, 2), unsigned(5, &[]))));
        assert_eq!(error, "IncompleteBody", "{}", String::from_utf8_lossy(body));
    }
    let endless = vec![b'0'; 5000];
    assert_eq!(code(read(decode(pieces(&endless, 64), unsigned(5, &[])))), "IncompleteBody");
    let small = b"1\r\na\r\n1\r\nb\r\n0\r\n\r\n";
    assert_eq!(code(read(decode(pieces(small, 9), unsigned(2, &[])))), "InvalidChunkSizeError");
}

proptest! {
    #[test]
    fn noise_never_panics(body in proptest::collection::vec(any::<u8>(), 0..300), size in 1..40usize) {
        let _ = read(decode(pieces(&body, size), unsigned(20, &[Algorithm::Crc32])));
    }

    #[test]
    fn broken_framing_never_passes_for_other_data(at in 0..TRAILED.len(), byte: u8, size in 1..40usize) {
        let mut body = TRAILED.to_vec();
        body[at] = byte;
        if let Ok(data) = read(decode(pieces(&body, size), unsigned(5, &[Algorithm::Crc32]))) {
            prop_assert_eq!(data, b"hello");
        }
    }
}
