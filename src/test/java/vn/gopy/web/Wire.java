package vn.gopy.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Speaks to a server byte by byte, as a hostile client would.
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// Sends text as it stands and reads all answers until the server closes.
    static String exchange(int port, String request) throws IOException {
        try (var wire = new Wire(port)) {
            wire.write(request);
            return wire.readAll();
        }
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String readAll() throws IOException {
        var heard = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(heard);
        } catch (SocketTimeoutException stillOpen) {
            throw new IOException("the server neither answered in full nor closed; heard: " + heard,
                    stillOpen);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
