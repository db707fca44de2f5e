package vn.gopy.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The trained model on disk and in the jar: numbers only, in the order of the fields below.
final class ModelFile {
    static final String RESOURCE = "/model/reading.bin";
    private static final int MAGIC = 0x67707906;

    private final Model.Table table;
    private final Lexicon lexicon;
    private final Model.Settled settled;

    ModelFile(Model.Table table, Lexicon lexicon, Model.Settled settled) {
        this.table = table;
        this.lexicon = lexicon;
        this.settled = settled;
    }

    Model model() {
        return new Model(table, lexicon, settled);
    }

    /// The same weights with a second layer, temperatures and thresholds.
    ModelFile settled(Stack stack, Map<Task, Float> temperatures, Map<Task, Float> thresholds) {
        return new ModelFile(table, lexicon,
                new Model.Settled(settled.scales(), settled.biases(), stack, temperatures, thresholds));
    }

    void write(Path file) throws IOException {
        int rows = table.keys.length;
        var bytes = ByteBuffer.allocate(12 + rows * 12 + table.weights.length * 2 + Model.WIDTH * 8
                + Task.values().length * 8 + Stack.WEIGHTS * 4 + lexicon.bytes());
        bytes.putInt(MAGIC).putInt(Model.WIDTH).putInt(rows);
        bytes.asLongBuffer().put(table.keys);
        bytes.position(bytes.position() + rows * Long.BYTES);
        bytes.asFloatBuffer().put(table.lengths);
        bytes.position(bytes.position() + rows * Float.BYTES);
        for (int column = 0; column < Model.WIDTH; column++) {
            bytes.putFloat(settled.scales()[column]).putFloat(settled.biases()[column]);
        }
        for (var task : Task.values()) {
            bytes.putFloat(settled.temperatures().getOrDefault(task, 1f))
                    .putFloat(settled.thresholds().getOrDefault(task, 0f));
        }
        for (float weight : settled.stack().weights()) {
            bytes.putFloat(weight);
        }
        lexicon.write(bytes);
        for (short weight : table.weights) {
            bytes.putShort(weight);
        }
        Files.write(file, bytes.array());
    }

    /// The model that was trained when the program was built.
    static Model shipped() {
        return Shipped.MODEL;
    }

    /// Read once, when it is first asked for.
    private static final class Shipped {
        private static final Model MODEL = read();
    }

    private static Model read() {
        try (var stream = ModelFile.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the reading model is missing: build with mvn compile");
            }
            return read(ByteBuffer.wrap(stream.readAllBytes()));
        } catch (IOException broken) {
            throw new IllegalStateException("could not read the reading model", broken);
        }
    }

    private static Model read(ByteBuffer bytes) {
        if (bytes.getInt() != MAGIC || bytes.getInt() != Model.WIDTH) {
            throw new IllegalStateException("the reading model is of another version: build again");
        }
        var keys = new long[bytes.getInt()];
        var lengths = new float[keys.length];
        bytes.asLongBuffer().get(keys);
        bytes.position(bytes.position() + keys.length * Long.BYTES);
        bytes.asFloatBuffer().get(lengths);
        bytes.position(bytes.position() + keys.length * Float.BYTES);
        var scales = new float[Model.WIDTH];
        var biases = new float[Model.WIDTH];
        for (int column = 0; column < Model.WIDTH; column++) {
            scales[column] = bytes.getFloat();
            biases[column] = bytes.getFloat();
        }
        Map<Task, Float> temperatures = new EnumMap<>(Task.class);
        Map<Task, Float> thresholds = new EnumMap<>(Task.class);
        for (var task : Task.values()) {
            temperatures.put(task, bytes.getFloat());
            thresholds.put(task, bytes.getFloat());
        }
        var stack = Stack.read(bytes);
        var lexicon = Lexicon.read(bytes);
        var weights = new short[keys.length * Model.WIDTH];
        bytes.asShortBuffer().get(weights);
        return new Model(new Model.Table(keys, lengths, weights), lexicon,
                new Model.Settled(scales, biases, stack, temperatures, thresholds));
    }
}
