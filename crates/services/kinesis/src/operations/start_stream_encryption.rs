use crate::Kinesis;
use crate::encryption::check_start;
use crate::resolve::{Target, demand_active};
use crate::stream_record::Status;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{StartStreamEncryptionInput, ops::StartStreamEncryption};

impl Handler<StartStreamEncryption> for Kinesis {
    /// Records that come from now on are encrypted; those that are there stay as they are.
    async fn handle(&self, context: &Context, input: StartStreamEncryptionInput) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let asked = (&*input.encryption_type, &*input.key_id);
        check_start(context, &stream, asked).await?;
        self.streams.ciphers.prepare().await?;
        let (key_id, now_ms) = (input.key_id, context.now().millis());
        let change = self.streams.change_slowly(&stream, move |record| {
            demand_active(record)?;
            record.settings.encryption.start(&key_id, now_ms)?;
            record.status = Status::Updating;
            Ok(())
        });
        change.await.map(|()| Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use bytes::Bytes;
    use shapes::kinesis::ops::{DescribeStream, PutRecords, StopStreamEncryption};
    use shapes::kinesis::{
        DescribeStreamInput, PutRecordsInput, PutRecordsRequestEntry, StopStreamEncryptionInput,
    };
    use std::time::Duration;
    use store::ReadLimit;

    const KEY: &str = "alias/aws/kinesis";

    fn start(key_id: &str) -> StartStreamEncryptionInput {
        StartStreamEncryptionInput {
            stream_name: Some("s".to_owned()),
            encryption_type: "KMS".to_owned(),
            key_id: key_id.to_owned(),
            ..Default::default()
        }
    }

    fn stop() -> StopStreamEncryptionInput {
        StopStreamEncryptionInput {
            stream_name: Some("s".to_owned()),
            encryption_type: "KMS".to_owned(),
            key_id: KEY.to_owned(),
            ..Default::default()
        }
    }

    /// The bytes of a shard's log.
    async fn kept(world: &World, name: &str) -> Vec<Bytes> {
        let stream = world.kinesis.streams.find(&world.context(), name).await.unwrap().unwrap();
        let limit = ReadLimit { records: 100, bytes: 1 << 20 };
        let read = world.platform.store.log.read(&stream.log, 0, 0, limit).await.unwrap();
        read.into_iter().map(|stored| stored.bytes).collect()
    }

    fn holds(bytes: &Bytes, text: &str) -> bool {
        bytes.windows(text.len()).any(|part| part == text.as_bytes())
    }

    async fn put(world: &World, data: &str) -> Option<String> {
        world.put("s", "partition", data).await.encryption_type
    }

    #[tokio::test]
    async fn records_are_sealed_while_a_key_is_applied_and_are_read_ever_after() {
        let world = World::new().await;
        world.create("s", 1).await;
        assert_eq!(put(&world, "first text").await, None);
        world.run::<StartStreamEncryption>(start(KEY)).await.unwrap();
        assert_eq!(put(&world, "second text").await.as_deref(), Some("KMS"));
        let entry = |data: &'static str| PutRecordsRequestEntry {
            data: Bytes::from_static(data.as_bytes()),
            explicit_hash_key: None,
            partition_key: Some("partition".to_owned()),
        };
        let many = PutRecordsInput {
            stream_name: Some("s".to_owned()),
            records: vec![entry("third text"), entry("third text")],
            ..Default::default()
        };
        let answer = world.run::<PutRecords>(many).await.unwrap();
        assert_eq!(answer.encryption_type.as_deref(), Some("KMS"));
        let kept = kept(&world, "s").await;
        for (bytes, is_plain) in kept.iter().zip([true, false, false, false]) {
            assert_eq!((holds(bytes, "text"), holds(bytes, "partition")), (is_plain, is_plain));
        }
        assert_ne!(kept[2], kept[3]);
        world.run::<StopStreamEncryption>(stop()).await.unwrap();
        assert_eq!(put(&world, "fourth text").await, None);
        let world = world.restart().await;
        let read = world.get_all("s", 0).await;
        let seen: Vec<_> =
            read.iter().map(|it| (&it.data[..], it.encryption_type.as_deref())).collect();
        let expected: [(&[u8], _); 5] = [
            (b"first text", None),
            (b"second text", Some("KMS")),
            (b"third text", Some("KMS")),
            (b"third text", Some("KMS")),
            (b"fourth text", None),
        ];
        assert_eq!(seen, expected);
        assert!(read.iter().all(|it| it.partition_key.as_deref() == Some("partition")));
    }

    #[tokio::test]
    async fn a_stream_is_updating_and_then_encrypted() {
        let transition = Duration::from_secs(5);
        let world = World::with(Config { transition, ..Config::default() }).await;
        world.create("s", 1).await;
        world.run::<StartStreamEncryption>(start(KEY)).await.unwrap();
        let summary = world.summary("s").await.unwrap();
        assert_eq!(summary.stream_status, "UPDATING");
        let error = world.run::<StartStreamEncryption>(start(KEY)).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceInUseException: Stream s under account 000000000000 not ACTIVE, instead in \
             state UPDATING"
        );
        world.clock.advance(transition);
        while world.summary("s").await.unwrap().stream_status != "ACTIVE" {
            tokio::task::yield_now().await;
        }
        let summary = world.summary("s").await.unwrap();
        let told = (summary.encryption_type.as_deref(), summary.key_id.as_deref());
        assert_eq!(told, (Some("KMS"), Some(KEY)));
        let input = DescribeStreamInput { stream_name: Some("s".to_owned()), ..Default::default() };
        let description = world.run::<DescribeStream>(input).await.unwrap().stream_description;
        assert_eq!(description.key_id.as_deref(), Some(KEY));
    }

    #[tokio::test]
    async fn what_is_not_the_streams_key_is_not_taken_away() {
        let world = World::new().await;
        world.create("s", 1).await;
        let other = "arn:aws:kms:us-east-1:000000000000:key/12345678-1234-1234-1234-123456789012";
        let none = StartStreamEncryptionInput { encryption_type: "NONE".to_owned(), ..start(KEY) };
        let error = world.run::<StartStreamEncryption>(none).await.unwrap_err();
        assert_eq!(error.code(), "InvalidArgumentException");
        assert_eq!(world.summary("s").await.unwrap().encryption_type.as_deref(), Some("NONE"));
        let error = world.run::<StopStreamEncryption>(stop()).await.unwrap_err();
        assert_eq!(error.code(), "InvalidArgumentException");
        let arn = format!("arn:aws:kms:us-east-1:000000000000:{KEY}");
        world.run::<StartStreamEncryption>(start(&arn)).await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().key_id, Some(arn));
        let wrong = StopStreamEncryptionInput { key_id: other.to_owned(), ..stop() };
        let error = world.run::<StopStreamEncryption>(wrong).await.unwrap_err();
        assert_eq!(error.code(), "InvalidArgumentException");
        world.run::<StopStreamEncryption>(stop()).await.unwrap();
    }

    #[tokio::test]
    async fn the_largest_record_is_sealed_too() {
        let world = World::new().await;
        let create = shapes::kinesis::CreateStreamInput {
            stream_name: "s".to_owned(),
            shard_count: Some(1),
            max_record_size_in_ki_b: Some(10_240),
            ..Default::default()
        };
        world.run::<shapes::kinesis::ops::CreateStream>(create).await.unwrap();
        world.run::<StartStreamEncryption>(start(KEY)).await.unwrap();
        let mut large = crate::testing::put_input("s", "key", "");
        large.data = Bytes::from(vec![7; (10 << 20) - 3]);
        world.run::<shapes::kinesis::ops::PutRecord>(large.clone()).await.unwrap();
        assert_eq!(world.get_all("s", 0).await[0].data, large.data);
    }

    #[tokio::test]
    async fn a_record_opens_in_its_own_stream_only() {
        let world = World::new().await;
        for name in ["s", "t"] {
            world.create(name, 1).await;
            let named =
                StartStreamEncryptionInput { stream_name: Some(name.to_owned()), ..start(KEY) };
            world.run::<StartStreamEncryption>(named).await.unwrap();
        }
        put(&world, "secret").await;
        let bytes = kept(&world, "s").await.remove(0);
        let other = world.kinesis.streams.find(&world.context(), "t").await.unwrap().unwrap();
        let entry = store::Entry { lane: 0, time_ms: world.platform.clock.now().millis(), bytes };
        world.platform.store.log.append(&other.log, vec![entry]).await.unwrap();
        let iterator = world.iterator("t", 0, "TRIM_HORIZON").await;
        let error = world.get(&iterator).await.unwrap_err();
        assert!(error.is_server_fault(), "{error}");
    }
}
