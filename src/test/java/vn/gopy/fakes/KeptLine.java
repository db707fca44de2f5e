package vn.gopy.fakes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One kept connection to the Telegram webhook, over which any bytes can be posted as a body.
public final class KeptLine implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String secret;

    /// Connects to a port of this machine.
    public KeptLine(int port, String secret) throws IOException {
        this.secret = secret;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// The status of the answer, which must have no body.
    public int post(byte[] body) throws IOException {
        socket.getOutputStream().write(request(body));
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the server closed the connection after: " + head);
            }
            head.append((char) c);
        }
        if (!head.toString().contains("Content-Length: 0\r\n")) {
            throw new IOException("an answer with a body: " + head);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private byte[] request(byte[] body) {
        var head = String.join("\r\n", "POST /telegram/webhook HTTP/1.1", "Host: x",
                "X-Telegram-Bot-Api-Secret-Token: " + secret, "Content-Length: " + body.length, "", "")
                .getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
