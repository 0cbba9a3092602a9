package waterwheel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.PageIterable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The enhanced client of the AWS SDK for Java 2, which maps items to beans. */
class DynamoDbEnhancedTest {
    private static Process server;
    private static DynamoDbClient dynamodb;
    private static DynamoDbEnhancedClient client;

    /** An item. */
    @DynamoDbBean
    public static class Order {
        private String customer;
        private long number;
        private String state;
        private BigDecimal amount;
        private Instant placed;
        private List<String> lines;
        private Map<String, Integer> counts;
        private Set<String> tags;
        private Long version;

        @DynamoDbPartitionKey
        public String getCustomer() { return customer; }
        public void setCustomer(String customer) { this.customer = customer; }
        @DynamoDbSortKey
        public long getNumber() { return number; }
        public void setNumber(long number) { this.number = number; }
        @DynamoDbSecondaryPartitionKey(indexNames = "by-state")
        public String getState() { return state; }
        public void setState(String state) { this.state = state; }
        public BigDecimal getAmount() { return amount; }
        public void setAmount(BigDecimal amount) { this.amount = amount; }
        public Instant getPlaced() { return placed; }
        public void setPlaced(Instant placed) { this.placed = placed; }
        public List<String> getLines() { return lines; }
        public void setLines(List<String> lines) { this.lines = lines; }
        public Map<String, Integer> getCounts() { return counts; }
        public void setCounts(Map<String, Integer> counts) { this.counts = counts; }
        public Set<String> getTags() { return tags; }
        public void setTags(Set<String> tags) { this.tags = tags; }
        @DynamoDbVersionAttribute
        public Long getVersion() { return version; }
        public void setVersion(Long version) { this.version = version; }
    }

    @BeforeAll
    static void start() throws IOException {
        server = new ProcessBuilder(System.getenv("WATERWHEEL"), "start", "--port", "0", "--ephemeral")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        String url = ready.substring(ready.indexOf("http://")).split(" ")[0];
        dynamodb = DynamoDbClient.builder()
                .endpointOverride(URI.create("http://localhost:" + URI.create(url).getPort())).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
        client = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamodb).build();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        dynamodb.close();
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    }

    private static DynamoDbTable<Order> table(DynamoDbEnhancedClient client, String name) {
        DynamoDbTable<Order> table = client.table(name, TableSchema.fromBean(Order.class));
        table.createTable(r -> r.globalSecondaryIndices(index -> index.indexName("by-state")
                .projection(p -> p.projectionType(ProjectionType.ALL))));
        dynamodb.waiter().waitUntilTableExists(r -> r.tableName(name));
        return table;
    }

    private static Order order(String customer, long number, String state) {
        Order order = new Order();
        order.setCustomer(customer);
        order.setNumber(number);
        order.setState(state);
        return order;
    }

    private static Key key(String customer, long number) {
        return Key.builder().partitionValue(customer).sortValue(number).build();
    }

    @Test
    void beansComeBackAndTheirVersionsGuardThem() {
        DynamoDbTable<Order> table = table(client, "beans");
        Order order = order("ann", 1, "open");
        order.setAmount(new BigDecimal("12.50"));
        order.setPlaced(Instant.parse("2026-01-02T03:04:05.678901Z"));
        order.setLines(List.of("a", ""));
        order.setCounts(Map.of("a", 3));
        order.setTags(Set.of("x", "y"));
        table.putItem(order);
        Order found = table.getItem(r -> r.key(key("ann", 1)).consistentRead(true));
        assertEquals(0, new BigDecimal("12.5").compareTo(found.getAmount()));
        assertEquals(order.getPlaced(), found.getPlaced());
        assertEquals(List.of("a", ""), found.getLines());
        assertEquals(Map.of("a", 3), found.getCounts());
        assertEquals(Set.of("x", "y"), found.getTags());
        long first = found.getVersion();
        found.setLines(null);
        Order updated = table.updateItem(found);
        assertNull(updated.getLines());
        assertEquals(first + 1, updated.getVersion());
        assertThrows(ConditionalCheckFailedException.class, () -> table.updateItem(found));
        assertEquals("open", table.deleteItem(key("ann", 1)).getState());
    }

    @Test
    void pagesBatchesAndAnIndex() {
        // A batch has no conditions, so nothing may ask for the version.
        DynamoDbEnhancedClient plain =
                DynamoDbEnhancedClient.builder().dynamoDbClient(dynamodb).extensions(List.of()).build();
        DynamoDbTable<Order> table = table(plain, "pages");
        WriteBatch.Builder<Order> batch = WriteBatch.builder(Order.class).mappedTableResource(table);
        IntStream.range(0, 25).forEach(n -> batch.addPutItem(order("many", n, n % 2 == 0 ? "even" : "odd")));
        assertTrue(plain.batchWriteItem(r -> r.writeBatches(batch.build())).unprocessedPutItemsForTable(table).isEmpty());
        PageIterable<Order> pages = table.query(r -> r.limit(4).scanIndexForward(false)
                .queryConditional(QueryConditional.sortBetween(key("many", 5), key("many", 14)))
                .filterExpression(Expression.builder().expression("#state = :odd")
                        .putExpressionName("#state", "state")
                        .putExpressionValue(":odd", AttributeValue.fromS("odd")).build()));
        assertEquals(List.of(13L, 11L, 9L, 7L, 5L), pages.items().stream().map(Order::getNumber).toList());
        long even = table.index("by-state").query(QueryConditional.keyEqualTo(k -> k.partitionValue("even")))
                .stream().mapToLong(page -> page.items().size()).sum();
        assertEquals(13, even);
        assertEquals(25, table.scan(r -> r.limit(10)).items().stream().count());
    }

    @Test
    void aTransactionTellsWhichOfItsPartsFailed() {
        DynamoDbTable<Order> table = table(client, "transactions");
        table.putItem(order("ann", 1, "open"));
        Expression closed = Expression.builder().expression("#state = :closed").putExpressionName("#state", "state")
                .putExpressionValue(":closed", AttributeValue.fromS("closed")).build();
        TransactionCanceledException thrown = assertThrows(TransactionCanceledException.class,
                () -> client.transactWriteItems(r -> r.addPutItem(table, order("ann", 2, "new"))
                        .addConditionCheck(table, c -> c.key(key("ann", 1)).conditionExpression(closed))));
        assertEquals(List.of("None", "ConditionalCheckFailed"),
                thrown.cancellationReasons().stream().map(reason -> reason.code()).toList());
        assertNull(table.getItem(key("ann", 2)));
    }
}
