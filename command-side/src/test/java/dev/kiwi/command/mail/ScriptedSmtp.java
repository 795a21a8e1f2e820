package dev.kiwi.command.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An SMTP server that gives the replies a test wants; what is not scripted succeeds. */
final class ScriptedSmtp implements AutoCloseable {
    static final String HANG_UP = "";

    final Queue<String> commands = new ConcurrentLinkedQueue<>();
    private final Map<String, String> replies =
            new ConcurrentHashMap<>(Map.of("EHLO", "250 kiwi", "DATA", "354 go on"));
    private final ServerSocket server;

    ScriptedSmtp() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** @param command its first word, or {@code .} for the end of a message; {@link #HANG_UP} for no reply at all */
    ScriptedSmtp answering(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, replies.getOrDefault("HELLO", "220 scripted"));
            boolean inMessage = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMessage && !line.equals(".")) {
                    continue;
                }
                commands.add(line);
                String word = line.split("[ :]", 2)[0];
                String reply = replies.getOrDefault(word, "250 fine");
                if (reply.equals(HANG_UP)) {
                    return;
                }
                say(out, reply);
                inMessage = reply.startsWith("354");
                if (word.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has hung up.
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
