import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Threads that share a producer and wait for each of their records: the median of how long, in
 * milliseconds. Arguments: broker, topic of four partitions, threads, ms before it counts, ms.
 */
public class Latency {
    public static void main(String[] words) throws Exception {
        int threads = Integer.parseInt(words[2]);
        long counted = System.nanoTime() + Long.parseLong(words[3]) * 1_000_000;
        long end = counted + Long.parseLong(words[4]) * 1_000_000;
        var settings = Map.<String, Object>of("bootstrap.servers", words[0], "acks", "all", "linger.ms", "0");
        var bytes = new ByteArraySerializer();
        var times = new long[threads][];
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            var all = new Thread[threads];
            for (int n = 0; n < threads; n++) {
                int own = n;
                all[n] = new Thread(() -> times[own] = send(producer, words[1], own % 4, counted, end));
                all[n].start();
            }
            for (var one : all) {
                one.join();
            }
        }
        long[] sorted = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.println(sorted[sorted.length / 2] / 1e6);
    }

    private static long[] send(
            KafkaProducer<byte[], byte[]> producer, String topic, int partition, long counted, long end) {
        var times = java.util.stream.LongStream.builder();
        var data = new byte[1024];
        for (int n = 0; n < data.length; n++) {
            data[n] = (byte) (n * 31 % 251);
        }
        try {
            for (long began = System.nanoTime(); began < end; ) {
                producer.send(new ProducerRecord<>(topic, partition, null, data)).get();
                long now = System.nanoTime();
                if (began >= counted) {
                    times.add(now - began);
                }
                began = now;
            }
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
        return times.build().toArray();
    }
}
