package waterwheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.batchmanager.SqsAsyncBatchManager;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Consumers of queues on the AWS SDK for Java 2, which checks the sums of what it sends and receives. */
class SqsTest {
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

    private static SqsClient client() {
        return SqsClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).build();
    }

    private static SqsAsyncClient async() {
        return SqsAsyncClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).build();
    }

    @Test
    void aMessageTravelsWithItsAttributes() {
        try (SqsClient sqs = client()) {
            String url = sqs.createQueue(r -> r.queueName("java")).queueUrl();
            Map<String, MessageAttributeValue> attributes = Map.of(
                    "text", MessageAttributeValue.builder().dataType("String").stringValue("ü").build(),
                    "bytes", MessageAttributeValue.builder().dataType("Binary")
                            .binaryValue(SdkBytes.fromByteArray(new byte[] {0, (byte) 0xff})).build());
            sqs.sendMessage(r -> r.queueUrl(url).messageBody("hello\n").messageAttributes(attributes));
            List<Message> found = sqs.receiveMessage(r -> r.queueUrl(url).messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
            assertEquals("hello\n", found.get(0).body());
            assertEquals(attributes, found.get(0).messageAttributes());
            assertEquals("1", found.get(0).attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
            sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(found.get(0).receiptHandle()));
            assertTrue(sqs.receiveMessage(r -> r.queueUrl(url)).messages().isEmpty());
            sqs.deleteQueue(r -> r.queueUrl(url));
            assertThrows(QueueDoesNotExistException.class, () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x")));
        }
    }

    @Test
    void aReceiveThatWaitsIsWoken() {
        try (SqsClient sqs = client(); SqsAsyncClient async = async()) {
            String url = sqs.createQueue(r -> r.queueName("waits")).queueUrl();
            Instant begun = Instant.now();
            CompletableFuture<List<Message>> waiting = async
                    .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).thenApply(it -> it.messages());
            sqs.sendMessage(r -> r.queueUrl(url).messageBody("wake"));
            assertEquals("wake", waiting.join().get(0).body());
            assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 15);
        }
    }

    @Test
    void groupsComeInOrderAndOnce() {
        try (SqsClient sqs = client()) {
            String url = sqs.createQueue(r -> r.queueName("java.fifo").attributes(Map.of(
                    QueueAttributeName.FIFO_QUEUE, "true",
                    QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"))).queueUrl();
            List<SendMessageBatchRequestEntry> entries = IntStream.range(0, 10)
                    .mapToObj(n -> SendMessageBatchRequestEntry.builder().id("e" + n).messageBody("m" + n / 2 + n % 2)
                            .messageGroupId(n % 2 == 0 ? "even" : "odd").build())
                    .toList();
            assertEquals(10, sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).successful().size());
            assertEquals(10, sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).successful().size());
            List<String> bodies = new ArrayList<>();
            while (bodies.size() < 10) {
                List<Message> found = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(3)).messages();
                List<DeleteMessageBatchRequestEntry> done = IntStream.range(0, found.size())
                        .mapToObj(n -> DeleteMessageBatchRequestEntry.builder().id("e" + n)
                                .receiptHandle(found.get(n).receiptHandle()).build())
                        .toList();
                sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(done));
                found.forEach(message -> bodies.add(message.body()));
            }
            assertEquals(List.of("m00", "m10", "m20", "m30", "m40"), bodies.stream().filter(it -> it.endsWith("0")).toList());
            assertEquals(List.of("m01", "m11", "m21", "m31", "m41"), bodies.stream().filter(it -> it.endsWith("1")).toList());
            assertTrue(sqs.receiveMessage(r -> r.queueUrl(url)).messages().isEmpty());
        }
    }

    @Test
    void theBatchManagerSendsAndReceivesAhead() {
        try (SqsAsyncClient sqs = async(); SqsAsyncBatchManager manager = sqs.batchManager()) {
            String url = sqs.createQueue(r -> r.queueName("managed")).join().queueUrl();
            List<CompletableFuture<SendMessageResponse>> sent = IntStream.range(0, 50)
                    .mapToObj(n -> manager.sendMessage(r -> r.queueUrl(url).messageBody("m" + n)))
                    .toList();
            sent.forEach(CompletableFuture::join);
            Set<String> bodies = new HashSet<>();
            while (bodies.size() < 50) {
                List<Message> found = manager.receiveMessage(r -> r.queueUrl(url)).join().messages();
                found.forEach(message -> bodies.add(message.body()));
                List<CompletableFuture<?>> deleted = new ArrayList<>();
                found.forEach(message -> deleted.add(manager.deleteMessage(
                        r -> r.queueUrl(url).receiptHandle(message.receiptHandle()))));
                deleted.forEach(CompletableFuture::join);
            }
            assertEquals(50, bodies.size());
        }
    }
}
