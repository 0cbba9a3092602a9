package waterwheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ConsumerStatus;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StartingPosition;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/** Subscriptions with the AWS SDK for Java 2, over HTTP/2. */
class FanOutTest {
    private static final String SHARD = "shardId-000000000000";
    private static final int SECONDS = 60;

    @TempDir
    private static Path folder;
    private static Process server;
    private static int port;
    private static KinesisAsyncClient kinesis;

    @BeforeAll
    static void start() throws IOException {
        launch(0);
        kinesis = KinesisAsyncClient.builder().endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private static void launch(int wanted) throws IOException {
        server = new ProcessBuilder(System.getenv("WATERWHEEL"), "start", "--port", String.valueOf(wanted),
                "--data-dir", folder.resolve("data").toString(), "--stream-transition-ms", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        port = URI.create(ready.substring(ready.indexOf("http://")).split(" ")[0]).getPort();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        kinesis.close();
        server.destroy();
        assertTrue(server.waitFor(SECONDS, TimeUnit.SECONDS));
    }

    /** A stream of one shard with an active consumer; gives the consumer's ARN. */
    private static String makeConsumer(String stream) throws InterruptedException {
        kinesis.createStream(r -> r.streamName(stream).shardCount(1)).join();
        kinesis.waiter().waitUntilStreamExists(r -> r.streamName(stream)).join();
        String streamArn = kinesis.describeStreamSummary(r -> r.streamName(stream)).join()
                .streamDescriptionSummary().streamARN();
        String arn = kinesis.registerStreamConsumer(r -> r.streamARN(streamArn).consumerName("c")).join()
                .consumer().consumerARN();
        while (kinesis.describeStreamConsumer(r -> r.consumerARN(arn)).join().consumerDescription()
                .consumerStatus() != ConsumerStatus.ACTIVE) {
            Thread.sleep(20);
        }
        return arn;
    }

    /** A subscription, what it was told, and how it ended. */
    private record Subscription(BlockingQueue<SubscribeToShardEvent> events, CompletableFuture<Void> end) {
        static Subscription open(String consumer, StartingPosition position) {
            BlockingQueue<SubscribeToShardEvent> events = new LinkedBlockingQueue<>();
            SubscribeToShardResponseHandler handler = SubscribeToShardResponseHandler.builder()
                    .subscriber(SubscribeToShardResponseHandler.Visitor.builder()
                            .onSubscribeToShardEvent(events::add).build())
                    .build();
            return new Subscription(events, kinesis.subscribeToShard(
                    r -> r.consumerARN(consumer).shardId(SHARD).startingPosition(position), handler));
        }

        SubscribeToShardEvent next() throws InterruptedException {
            SubscribeToShardEvent event = events.poll(SECONDS, TimeUnit.SECONDS);
            assertTrue(event != null, "no event came");
            return event;
        }
    }

    private static StartingPosition latest() {
        return StartingPosition.builder().type(ShardIteratorType.LATEST).build();
    }

    private static void put(String stream, String text) {
        kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String(text))).join();
    }

    private static List<String> texts(SubscribeToShardEvent event) {
        return event.records().stream().map(record -> record.data().asUtf8String()).toList();
    }

    @Test
    void recordsArePushedAndASplitEndsTheSubscription() throws Exception {
        Subscription subscription = Subscription.open(makeConsumer("pushed"),
                StartingPosition.builder().type(ShardIteratorType.TRIM_HORIZON).build());
        put("pushed", "one");
        SubscribeToShardEvent event = subscription.next();
        assertEquals(List.of("one"), texts(event));
        assertEquals(0, event.millisBehindLatest());
        kinesis.splitShard(r -> r.streamName("pushed").shardToSplit(SHARD)
                .newStartingHashKey("170141183460469231731687303715884105728")).join();
        do {
            event = subscription.next();
        } while (event.childShards().isEmpty());
        assertNull(event.continuationSequenceNumber());
        assertEquals(2, event.childShards().size());
        assertEquals(List.of(SHARD), event.childShards().get(0).parentShards());
        subscription.end().get(SECONDS, TimeUnit.SECONDS);
    }

    /** The client takes a connection for dead on which nothing has come for ten seconds. */
    @Test
    void anIdleSubscriptionStaysOpen() throws Exception {
        Subscription subscription = Subscription.open(makeConsumer("idle"), latest());
        for (int heard = 0; heard < 3; heard++) {
            assertTrue(subscription.next().records().isEmpty());
        }
        put("idle", "at last");
        assertEquals(List.of("at last"), texts(subscription.next()));
    }

    @Test
    void aSecondSubscriptionIsRefused() throws Exception {
        String consumer = makeConsumer("refused");
        Subscription first = Subscription.open(consumer, latest());
        put("refused", "x");
        first.next();
        CompletionException thrown =
                assertThrows(CompletionException.class, Subscription.open(consumer, latest()).end()::join);
        assertInstanceOf(ResourceInUseException.class, thrown.getCause());
    }

    /** Whoever goes on with what it was told last misses nothing and gets nothing twice. */
    @Test
    void nothingIsLostWhenTheServerIsKilled() throws Exception {
        String consumer = makeConsumer("killed");
        StartingPosition position = latest();
        List<String> found = new ArrayList<>();
        int puts = 0;
        for (int round = 0; round < 3; round++) {
            Subscription subscription = Subscription.open(consumer, position);
            for (int batch = 0; batch < 5; batch++) {
                int first = puts;
                List<PutRecordsRequestEntry> entries = IntStream.range(first, first + 100)
                        .mapToObj(n -> PutRecordsRequestEntry.builder().partitionKey("k")
                                .data(SdkBytes.fromUtf8String(String.valueOf(n))).build())
                        .toList();
                assertEquals(0, kinesis.putRecords(r -> r.streamName("killed").records(entries)).join()
                        .failedRecordCount());
                puts += 100;
            }
            // Part of it, and then the end; some of the rest may have come too.
            SubscribeToShardEvent event = subscription.next();
            found.addAll(texts(event));
            String number = event.continuationSequenceNumber();
            position = StartingPosition.builder().type(round % 2 == 0
                    ? ShardIteratorType.AFTER_SEQUENCE_NUMBER : ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .sequenceNumber(number).build();
            server.destroyForcibly().waitFor();
            assertThrows(Exception.class, () -> subscription.end().get(SECONDS, TimeUnit.SECONDS));
            launch(port);
        }
        Subscription subscription = Subscription.open(consumer, position);
        while (found.size() < puts) {
            found.addAll(texts(subscription.next()));
        }
        assertEquals(IntStream.range(0, puts).mapToObj(String::valueOf).toList(), found);
    }
}
