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
    private static final int MAGIC = 0x67707902;

    private final long[] keys;
    private final short[] weights;
    private final Model.Settled settled;

    ModelFile(long[] keys, short[] weights, Model.Settled settled) {
        this.keys = keys.clone();
        this.weights = weights.clone();
        this.settled = settled;
    }

    Model model() {
        return new Model(keys, weights, settled);
    }

    /// The same weights with temperatures and thresholds.
    ModelFile settled(Map<Task, Float> temperatures, Map<Task, Float> thresholds) {
        return new ModelFile(keys, weights,
                new Model.Settled(settled.scales(), settled.biases(), temperatures, thresholds));
    }

    void write(Path file) throws IOException {
        int tasks = Task.values().length;
        var bytes = ByteBuffer
                .allocate(12 + keys.length * 8 + weights.length * 2 + Model.WIDTH * 8 + tasks * 8);
        bytes.putInt(MAGIC).putInt(Model.WIDTH).putInt(keys.length);
        for (long key : keys) {
            bytes.putLong(key);
        }
        for (int column = 0; column < Model.WIDTH; column++) {
            bytes.putFloat(settled.scales()[column]).putFloat(settled.biases()[column]);
        }
        for (var task : Task.values()) {
            bytes.putFloat(settled.temperatures().getOrDefault(task, 1f))
                    .putFloat(settled.thresholds().getOrDefault(task, 0f));
        }
        for (short weight : weights) {
            bytes.putShort(weight);
        }
        Files.write(file, bytes.array());
    }

    /// The model that was trained when the program was built.
    static Model shipped() {
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
        bytes.asLongBuffer().get(keys);
        bytes.position(bytes.position() + keys.length * 8);
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
        var weights = new short[keys.length * Model.WIDTH];
        bytes.asShortBuffer().get(weights);
        return new Model(keys, weights, new Model.Settled(scales, biases, temperatures, thresholds));
    }
}
