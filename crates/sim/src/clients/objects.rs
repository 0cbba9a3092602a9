//! Clients that write objects and read them.

use super::{Answer, Client, Failure};
use crate::function::BUCKET;
use crate::time::lock;
use crate::witness::Content;
use bytes::Bytes;
use platform::{BoxFuture, Context};
use shapes::s3::ops::{
    AbortMultipartUpload, CompleteMultipartUpload, CreateMultipartUpload, DeleteObject, GetObject,
    PutObject, UploadPart,
};
use shapes::s3::{
    AbortMultipartUploadRequest, CompleteMultipartUploadRequest, CompletedMultipartUpload,
    CompletedPart, CreateMultipartUploadRequest, DeleteObjectRequest, GetObjectRequest,
    PutObjectRequest, UploadPartRequest,
};

/// How many objects there are.
const KEYS: usize = 5;

/// The key of one of the objects.
fn key(client: &Client) -> String {
    format!("object{}", client.index(KEYS))
}

/// A name that no other write has, and a body made of it: some lie inline, some in a blob.
pub(crate) fn body(client: &Client) -> (String, Bytes) {
    let name = format!("{}-{}", client.name, client.time.number());
    let length = match client.index(4) {
        0 => 17_000 + client.index(80_000),
        _ => 40 + client.index(400),
    };
    let line = format!("{name}\n");
    let body: Vec<u8> = line.bytes().cycle().take(length).collect();
    (name, body.into())
}

/// The name of the write that made a body, if all of it is of one.
pub(crate) fn name_of(body: &[u8]) -> String {
    let line = body.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    let whole = !line.is_empty() && line.iter().cycle().zip(body).all(|(a, b)| a == b);
    let name = String::from_utf8_lossy(line).trim_end().to_owned();
    if whole { name } else { format!("a mixture that begins with {name}") }
}

/// Keeps putting and removing objects.
pub(crate) async fn write(client: Client, _: u64) {
    while client.is_due() {
        let key = key(&client);
        if client.one_in(6) {
            let input = DeleteObjectRequest {
                bucket: BUCKET.to_owned(),
                key: key.clone(),
                ..Default::default()
            };
            let on = key.clone();
            witnessed(&client, &key, None, client.call::<DeleteObject>(&on, input)).await;
        } else {
            let (name, body) = body(&client);
            let input = PutObjectRequest {
                bucket: BUCKET.to_owned(),
                key: key.clone(),
                body: body.into(),
                ..Default::default()
            };
            let on = format!("{key} {name}");
            witnessed(&client, &key, Some(name), client.call::<PutObject>(&on, input)).await;
        }
        client.rest(120_000).await;
    }
}

/// Does a write and writes down what is known of it; whether it is acknowledged.
async fn witnessed<T>(
    client: &Client,
    key: &str,
    content: Content,
    write: impl Future<Output = Answer<T>>,
) -> bool {
    let begun = lock(&client.witness.objects).begin(&client.time, key, content);
    let answer = write.await;
    let mut objects = lock(&client.witness.objects);
    let is_acknowledged = answer.is_ok();
    match answer {
        Ok(_) => objects.end(&client.time, &begun),
        Err(Failure::Refused(_) | Failure::Unreachable) => objects.refused(&begun),
        Err(Failure::Unknown) => {}
    }
    is_acknowledged
}

/// What an object holds.
pub(crate) async fn get(client: &Client, key: &str) -> Answer<Content> {
    let begun = client.time.number();
    let content = fetch(client, key).await?.map(|body| name_of(&body));
    let shown = content.as_deref().unwrap_or("nothing");
    client.time.note(format_args!("{} finds {shown} at {key}", client.name));
    lock(&client.witness.objects).read(&client.time, key, begun, &content);
    Ok(content)
}

/// The bytes of an object.
pub(crate) async fn fetch(client: &Client, key: &str) -> Answer<Option<Bytes>> {
    fetch_from(client, BUCKET, key).await
}

/// The same of any bucket.
pub(crate) async fn fetch_from(client: &Client, bucket: &str, key: &str) -> Answer<Option<Bytes>> {
    let input =
        GetObjectRequest { bucket: bucket.to_owned(), key: key.to_owned(), ..Default::default() };
    let work = move |cx: Context| -> BoxFuture<'static, platform::Result<Bytes>> {
        Box::pin(async move {
            let answer = cx.call::<GetObject>(input).await?;
            Ok(answer.body.collect(usize::MAX).await?)
        })
    };
    match client.ask(&format!("GetObject {key}"), Box::new(work)).await {
        Ok(body) => Ok(Some(body)),
        Err(Failure::Refused(error)) if error.code() == "NoSuchKey" => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Keeps reading objects.
pub(crate) async fn read(client: Client) {
    while client.is_due() {
        let key = key(&client);
        if let Err(Failure::Refused(error)) = get(&client, &key).await {
            client.time.violate("objects", format!("{key} cannot be read: {error}"));
        }
        client.rest(40_000).await;
    }
}

/// Keeps uploading objects in parts, not always to the end.
pub(crate) async fn upload(client: Client) {
    while client.is_due() {
        let key = key(&client);
        // Whatever goes wrong in the middle leaves an upload behind.
        let _ = upload_one(&client, &key).await;
        client.rest(400_000).await;
    }
}

async fn upload_one(client: &Client, key: &str) -> Answer<()> {
    let (bucket, key) = (BUCKET.to_owned(), key.to_owned());
    let input = CreateMultipartUploadRequest {
        bucket: bucket.clone(),
        key: key.clone(),
        ..Default::default()
    };
    let begun = client.call::<CreateMultipartUpload>(&key, input).await?;
    let upload_id = begun.upload_id.ok_or(Failure::Unknown)?;
    let (name, body) = body(client);
    let mut part = part(client, &key, &upload_id, 1, body.clone()).await?;
    if client.one_in(3) {
        part = self::part(client, &key, &upload_id, 1, body).await?;
    }
    if client.one_in(3) {
        // It is not listed, and goes.
        self::part(client, &key, &upload_id, 2, vec![b'x'; 20_000].into()).await?;
    }
    // Another part may come while the upload ends, on another process too.
    let (also, other) = (client.one_in(2), self::body(client).1);
    let number = 1 + client.index(3) as i32;
    let late = async {
        client.rest(2_000).await;
        if also {
            // It is of the object, or not, or comes too late.
            let _ = self::part(client, &key, &upload_id, number, other).await;
        }
    };
    tokio::join!(end(client, &key, &upload_id, name, part), late).0
}

/// Ends an upload, one way or the other.
async fn end(
    client: &Client,
    key: &str,
    upload_id: &str,
    name: String,
    part: CompletedPart,
) -> Answer<()> {
    let (bucket, key, upload_id) = (BUCKET.to_owned(), key.to_owned(), upload_id.to_owned());
    client.rest(2_000).await;
    if client.one_in(4) {
        let input = AbortMultipartUploadRequest {
            bucket,
            key: key.clone(),
            upload_id,
            ..Default::default()
        };
        return client.call::<AbortMultipartUpload>(&key, input).await.map(drop);
    }
    let parts = Some(vec![part]);
    let input = CompleteMultipartUploadRequest {
        bucket,
        key: key.clone(),
        upload_id,
        multipart_upload: Some(CompletedMultipartUpload { parts }),
        ..Default::default()
    };
    let on = format!("{key} {name}");
    let complete = client.call::<CompleteMultipartUpload>(&on, input);
    witnessed(client, &key, Some(name), complete).await;
    Ok(())
}

async fn part(
    client: &Client,
    key: &str,
    upload_id: &str,
    number: i32,
    body: Bytes,
) -> Answer<CompletedPart> {
    let input = UploadPartRequest {
        bucket: BUCKET.to_owned(),
        key: key.to_owned(),
        upload_id: upload_id.to_owned(),
        part_number: number,
        body: body.into(),
        ..Default::default()
    };
    let answer = client.call::<UploadPart>(key, input).await?;
    Ok(CompletedPart { etag: answer.etag, part_number: Some(number), ..Default::default() })
}

/// Keeps putting objects where there is none, side by side with others who do the same: of those
/// who hear that they have, there is one.
pub(crate) async fn claim(client: Client) {
    while client.is_due() {
        let key = format!("claim{}", client.time.now_us() / 700_000);
        let (name, body) = body(&client);
        let input = PutObjectRequest {
            bucket: BUCKET.to_owned(),
            key: key.clone(),
            body: body.into(),
            if_none_match: Some("*".to_owned()),
            ..Default::default()
        };
        let on = format!("{key} {name}");
        let content = Some(name.clone());
        if witnessed(&client, &key, content, client.call::<PutObject>(&on, input)).await {
            lock(&client.witness.objects).claimed(&client.time, &key, &name);
        }
        if let Err(Failure::Refused(error)) = get(&client, &key).await {
            client.time.violate("objects", format!("{key} cannot be read: {error}"));
        }
        client.rest(500_000).await;
    }
}

/// The keys of all objects that clients write.
pub(crate) fn keys() -> Vec<String> {
    (0..KEYS).map(|index| format!("object{index}")).collect()
}
