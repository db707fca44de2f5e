package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import vn.gopy.fakes.StrictHtml.Refused;

/// What the Bot API asks of a photo: a picture of at most 10 MB, whose sides together have at most 10,000 dots
/// and differ at most twentyfold.
final class Photos {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LARGEST = 10_000_000;
    private static final int SIDES = 10_000;
    private static final int RATIO = 20;

    private Photos() {}

    static void check(JsonNode photo) {
        if (!photo.isBinary()) {
            throw new Refused("there is no photo in the request");
        }
        try {
            var bytes = photo.binaryValue();
            var image = bytes.length > LARGEST || !Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length))
                    ? null
                    : ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new Refused("IMAGE_PROCESS_FAILED");
            }
            int wide = image.getWidth();
            int high = image.getHeight();
            if (wide + high > SIDES || Math.max(wide, high) > RATIO * Math.min(wide, high)) {
                throw new Refused("PHOTO_INVALID_DIMENSIONS");
            }
        } catch (IOException broken) {
            throw new Refused("IMAGE_PROCESS_FAILED");
        }
    }
}
