package waterwheel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.BlockingInputStreamAsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.model.CompletedUpload;
import software.amazon.awssdk.transfer.s3.model.Upload;

/** Files and folders by the transfer manager of the AWS SDK for Java 2, over its client in Java, in parts. */
class TransferTest {
    private static final int MIB = 1024 * 1024;
    private static final String BUCKET = "java-transfers";
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    private static Process server;
    private static URI endpoint;
    private static S3AsyncClient s3;
    private static S3TransferManager transfers;
    private static byte[] large;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(System.getenv("WATERWHEEL"), "start", "--port", "0", "--ephemeral")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        String url = ready.substring(ready.indexOf("http://")).split(" ")[0];
        endpoint = URI.create("http://localhost:" + URI.create(url).getPort());
        s3 = S3AsyncClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS)
                .forcePathStyle(true).multipartEnabled(true)
                .multipartConfiguration(r -> r.minimumPartSizeInBytes(5L * MIB).thresholdInBytes(8L * MIB))
                .build();
        transfers = S3TransferManager.builder().s3Client(s3).build();
        s3.createBucket(r -> r.bucket(BUCKET)).join();
        large = new byte[17 * MIB];
        new Random(1).nextBytes(large);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        transfers.close();
        s3.close();
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    }

    private static HeadObjectResponse head(String key) {
        return s3.headObject(r -> r.bucket(BUCKET).key(key)).join();
    }

    private static byte[] bytes(String key) {
        return s3.getObject(r -> r.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes()).join().asByteArray();
    }

    @Test
    void aFileGoesUpInPartsIsCopiedAndComesDown() throws IOException {
        Path file = Files.write(folder.resolve("large"), large);
        transfers.uploadFile(r -> r.source(file).putObjectRequest(
                p -> p.bucket(BUCKET).key("large").metadata(Map.of("colour", "red")))).completionFuture().join();
        assertTrue(head("large").eTag().endsWith("-4\""), head("large").eTag());
        assertEquals(Map.of("colour", "red"), head("large").metadata());
        transfers.copy(r -> r.copyObjectRequest(c -> c.sourceBucket(BUCKET).sourceKey("large")
                .destinationBucket(BUCKET).destinationKey("copied"))).completionFuture().join();
        assertTrue(head("copied").eTag().endsWith("-4\""), head("copied").eTag());
        Path back = folder.resolve("back");
        transfers.downloadFile(r -> r.destination(back).getObjectRequest(g -> g.bucket(BUCKET).key("copied")))
                .completionFuture().join();
        assertArrayEquals(large, Files.readAllBytes(back));
    }

    @Test
    void aStreamOfUnknownLengthGoesUpInParts() throws IOException {
        BlockingInputStreamAsyncRequestBody body = AsyncRequestBody.forBlockingInputStream(null);
        Upload upload = transfers.upload(r -> r.requestBody(body).putObjectRequest(p -> p.bucket(BUCKET).key("streamed")));
        try (InputStream stream = new java.io.ByteArrayInputStream(large)) {
            body.writeInputStream(stream);
        }
        CompletedUpload done = upload.completionFuture().join();
        assertEquals(head("streamed").eTag(), done.response().eTag());
        assertArrayEquals(large, bytes("streamed"));
    }

    @Test
    void anUploadThatIsPausedIsResumed() throws IOException {
        Path file = Files.write(folder.resolve("paused"), large);
        var paused = transfers.uploadFile(r -> r.source(file).putObjectRequest(p -> p.bucket(BUCKET).key("paused"))).pause();
        transfers.resumeUploadFile(paused).completionFuture().join();
        assertArrayEquals(large, bytes("paused"));
    }

    @Test
    void aFolderGoesUpAndComesDown() throws IOException {
        Path here = folder.resolve("here");
        Files.createDirectories(here.resolve("sub dir"));
        List<String> names = List.of("a.txt", "sub dir/ü + %.txt");
        for (String name : names) {
            Files.writeString(here.resolve(name), name);
        }
        var up = transfers.uploadDirectory(r -> r.source(here).bucket(BUCKET).s3Prefix("folder")).completionFuture().join();
        assertTrue(up.failedTransfers().isEmpty(), up.toString());
        List<String> keys = s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("folder/")).join().contents().stream()
                .map(S3Object::key).collect(Collectors.toList());
        assertEquals(List.of("folder/a.txt", "folder/sub dir/ü + %.txt"), keys);
        Path there = folder.resolve("there");
        var down = transfers.downloadDirectory(r -> r.destination(there).bucket(BUCKET)
                .listObjectsV2RequestTransformer(l -> l.prefix("folder/"))).completionFuture().join();
        assertTrue(down.failedTransfers().isEmpty(), down.toString());
        for (String name : names) {
            assertEquals(name, Files.readString(there.resolve(name)));
        }
    }

    @Test
    void anAddressIsSignedAndAnErrorHasItsClass() throws IOException {
        S3Configuration path = S3Configuration.builder().pathStyleAccessEnabled(true).build();
        try (S3Presigner presigner = S3Presigner.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).serviceConfiguration(path).build()) {
            URL put = presigner.presignPutObject(r -> r.signatureDuration(Duration.ofMinutes(1))
                    .putObjectRequest(p -> p.bucket(BUCKET).key("signed"))).url();
            HttpURLConnection connection = (HttpURLConnection) put.openConnection();
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            connection.getOutputStream().write("hello".getBytes());
            assertEquals(200, connection.getResponseCode());
        }
        assertArrayEquals("hello".getBytes(), bytes("signed"));
        CompletionException thrown = assertThrows(CompletionException.class, () -> bytes("nothing"));
        assertInstanceOf(NoSuchKeyException.class, thrown.getCause());
    }
}
