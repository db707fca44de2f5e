package vn.gopy.policy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Rows of numbers and words as bytes, to be read back in one go: a start must not wait for loops that are
/// not compiled yet.
final class Packing {
    private Packing() {}

    static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    static void write(DataOutputStream out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    static void write(DataOutputStream out, short[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (short number : numbers) {
            out.writeShort(number);
        }
    }

    /// @param words without line breaks
    static void write(DataOutputStream out, List<String> words) throws IOException {
        var bytes = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static int[] ints(ByteBuffer bytes) {
        var numbers = new int[bytes.getInt()];
        bytes.asIntBuffer().get(numbers);
        bytes.position(bytes.position() + numbers.length * Integer.BYTES);
        return numbers;
    }

    static long[] longs(ByteBuffer bytes) {
        var numbers = new long[bytes.getInt()];
        bytes.asLongBuffer().get(numbers);
        bytes.position(bytes.position() + numbers.length * Long.BYTES);
        return numbers;
    }

    static short[] shorts(ByteBuffer bytes) {
        var numbers = new short[bytes.getInt()];
        bytes.asShortBuffer().get(numbers);
        bytes.position(bytes.position() + numbers.length * Short.BYTES);
        return numbers;
    }

    static List<String> words(ByteBuffer bytes) {
        var text = new byte[bytes.getInt()];
        bytes.get(text);
        return Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    }
}
