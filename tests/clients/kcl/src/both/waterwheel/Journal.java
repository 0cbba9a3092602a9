package waterwheel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which workers append lines: each batch in one write, so that the file's order is the order of events. */
final class Journal {
    private final FileChannel file;
    private final String worker;

    Journal(Path path, String worker) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.worker = worker;
    }

    /** Fields are separated by tabs; what the tests put has none. */
    String line(String application, String shard, String event, String key, String text) {
        return String.join("\t", application, worker, shard, event, key, text) + "\n";
    }

    synchronized void write(String lines) {
        try {
            file.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
