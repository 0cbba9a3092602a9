package waterwheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ExpressionType;
import software.amazon.awssdk.services.s3.model.FileHeaderInfo;
import software.amazon.awssdk.services.s3.model.RecordsEvent;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.SelectObjectContentEventStream;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponseHandler;
import software.amazon.awssdk.services.s3.model.StatsEvent;

/** Queries over an object by the AWS SDK for Java 2, which checks each message of the stream. */
class SelectTest {
    private static final String BUCKET = "java-select";
    private static Process server;
    private static S3AsyncClient s3;

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(System.getenv("WATERWHEEL"), "start", "--port", "0", "--ephemeral")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        String url = ready.substring(ready.indexOf("http://")).split(" ")[0];
        s3 = S3AsyncClient.builder()
                .endpointOverride(URI.create("http://localhost:" + URI.create(url).getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .forcePathStyle(true)
                .build();
        s3.createBucket(r -> r.bucket(BUCKET)).join();
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.destroy();
    }

    private static List<SelectObjectContentEventStream> ask(String key, String expression) {
        List<SelectObjectContentEventStream> events = new CopyOnWriteArrayList<>();
        SelectObjectContentResponseHandler handler = SelectObjectContentResponseHandler.builder()
                .subscriber(events::add)
                .build();
        s3.selectObjectContent(r -> r.bucket(BUCKET).key(key)
                .expressionType(ExpressionType.SQL).expression(expression)
                .inputSerialization(i -> i.csv(c -> c.fileHeaderInfo(FileHeaderInfo.USE)))
                .outputSerialization(o -> o.json(j -> { })), handler).join();
        return events;
    }

    @Test
    void recordsStatsAndTheEndAreEvents() {
        s3.putObject(r -> r.bucket(BUCKET).key("people"), AsyncRequestBody.fromString("id,name\n1,Anna\n2,Ben\n")).join();
        List<SelectObjectContentEventStream> events = ask("people", "SELECT s.name FROM S3Object s WHERE s.id > 1");
        assertEquals("{\"name\":\"Ben\"}\n", ((RecordsEvent) events.get(0)).payload().asUtf8String());
        assertEquals(15L, ((StatsEvent) events.get(1)).details().bytesReturned());
        assertEquals(3, events.size());
    }

    @Test
    void anErrorWithinTheStreamIsThrown() {
        String body = "n\n" + "1000000000000000\n".repeat(20_000) + "x\n";
        s3.putObject(r -> r.bucket(BUCKET).key("late"), AsyncRequestBody.fromString(body)).join();
        CompletionException thrown = assertThrows(CompletionException.class,
                () -> ask("late", "SELECT CAST(s.n AS INT) FROM S3Object s"));
        // The SDK reads errors from payloads, and messages of errors have none; so it tells no more than that.
        assertInstanceOf(S3Exception.class, thrown.getCause());
        CompletionException refused = assertThrows(CompletionException.class, () -> ask("late", "SELECT"));
        assertEquals("ParseExpectedExpression",
                assertInstanceOf(S3Exception.class, refused.getCause()).awsErrorDetails().errorCode());
    }
}
