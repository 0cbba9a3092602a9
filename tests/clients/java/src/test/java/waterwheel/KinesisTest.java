package waterwheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS SDK for Java 2: CBOR bodies, over HTTP/1.1 and, asynchronously, over HTTP/2. */
class KinesisTest {
    private static Process server;
    private static URI endpoint;
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(System.getenv("WATERWHEEL"), "start", "--port", "0", "--ephemeral")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        String url = ready.substring(ready.indexOf("http://")).split(" ")[0];
        endpoint = URI.create("http://localhost:" + URI.create(url).getPort());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    }

    private static KinesisAsyncClient async() {
        return KinesisAsyncClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).build();
    }

    @Test
    void recordsTravelOverHttp2() {
        try (KinesisAsyncClient kinesis = async()) {
            kinesis.createStream(r -> r.streamName("async").shardCount(2)).join();
            kinesis.waiter().waitUntilStreamExists(r -> r.streamName("async")).join();
            Instant before = Instant.now().minus(Duration.ofMinutes(1));
            List<PutRecordsRequestEntry> entries = IntStream.range(0, 500)
                    .mapToObj(n -> PutRecordsRequestEntry.builder().partitionKey("k" + n)
                            .data(SdkBytes.fromByteArray(new byte[] {(byte) n, (byte) 0xff})).build())
                    .toList();
            assertEquals(0, kinesis.putRecords(r -> r.streamName("async").records(entries)).join()
                    .failedRecordCount());
            List<Record> found = new ArrayList<>();
            kinesis.listShards(r -> r.streamName("async")).join().shards().forEach(shard -> {
                String iterator = kinesis.getShardIterator(r -> r.streamName("async").shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(before)).join()
                        .shardIterator();
                found.addAll(kinesis.getRecords(r -> r.shardIterator(iterator)).join().records());
            });
            assertEquals(500, found.size());
            Instant arrival = found.get(0).approximateArrivalTimestamp();
            assertTrue(Duration.between(arrival, Instant.now()).abs().toMinutes() < 5, arrival.toString());
            assertEquals((byte) 0xff, found.get(0).data().asByteArray()[1]);
        }
    }

    @Test
    void errorsHaveTheirClass() {
        try (KinesisAsyncClient kinesis = async()) {
            CompletionException thrown = assertThrows(CompletionException.class,
                    () -> kinesis.describeStreamSummary(r -> r.streamName("missing")).join());
            assertInstanceOf(ResourceNotFoundException.class, thrown.getCause());
        }
    }

    @Test
    void theBlockingClientSpeaksHttp1() {
        try (KinesisClient kinesis = KinesisClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).build()) {
            kinesis.createStream(r -> r.streamName("blocking").shardCount(1));
            kinesis.waiter().waitUntilStreamExists(r -> r.streamName("blocking"));
            String number = kinesis.putRecord(r -> r.streamName("blocking").partitionKey("k")
                    .data(SdkBytes.fromUtf8String("x"))).sequenceNumber();
            assertEquals(56, number.length());
        }
    }

    @Test
    void objectsTravelWithTheirChecksums() {
        try (S3Client s3 = S3Client.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).forcePathStyle(true).build()) {
            s3.createBucket(r -> r.bucket("java-objects"));
            s3.putObject(r -> r.bucket("java-objects").key("k"), RequestBody.fromString("from Java"));
            assertEquals("from Java",
                    s3.getObjectAsBytes(r -> r.bucket("java-objects").key("k")).asUtf8String());
        }
    }
}
