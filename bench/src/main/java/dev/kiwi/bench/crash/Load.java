package dev.kiwi.bench.crash;

import dev.kiwi.bench.process.KiwiClient;
import dev.kiwi.web.demo.DumpGenerator;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Bots that mint, revoke and post dumps until they are told to stop, and enter every answer in the ledger. */
final class Load implements AutoCloseable {
    private static final int BOTS = 2;
    private static final long MINUTE = 60;

    private final KiwiClient client;
    private final Ledger ledger;
    private final long firstAnchor;
    private final AtomicInteger nextCapture;
    private final Path scratch;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final List<Thread> threads = new ArrayList<>();

    /** @param nextCapture number of the next capture, kept over all rounds so that anchors never repeat */
    Load(KiwiClient client, Ledger ledger, long firstAnchor, AtomicInteger nextCapture, Path scratch) {
        this.client = client;
        this.ledger = ledger;
        this.firstAnchor = firstAnchor;
        this.nextCapture = nextCapture;
        this.scratch = scratch;
        for (int i = 0; i < BOTS; i++) {
            threads.add(Thread.ofPlatform().start(() -> until(this::mint)));
            threads.add(Thread.ofPlatform().start(() -> until(this::ingest)));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void until(Step step) {
        while (running.get()) {
            try {
                step.run();
            } catch (IOException e) {
                // The answer was lost in a crash, or refused: nothing is acknowledged.
                Thread.onSpinWait();
            }
        }
    }

    /** Every third token is revoked again. */
    private void mint() throws IOException {
        String id = client.post("/tokens", Map.of("name", "crash " + ledger.minted.size()))
                .expect(201)
                .path("id")
                .asString();
        ledger.minted.add(id);
        if (ledger.minted.size() % 3 == 0) {
            client.post("/tokens/" + id + "/revoke", Map.of("reason", "crash loop"))
                    .expect(200);
            ledger.revoked.add(id);
        }
    }

    private void ingest() throws IOException {
        int number = nextCapture.getAndIncrement();
        long anchor = firstAnchor + number * MINUTE;
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        new DumpGenerator(8, 400, number, anchor).write(0, dump);
        Path file = scratch.resolve("capture-" + number + ".cfg");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(dump.toString(StandardCharsets.UTF_8));
        }
        ledger.posted.put(anchor, rowsByBoard(dump.toString(StandardCharsets.UTF_8)));
        boolean accepted =
                client.insert(file, anchor).expect(200).path("accepted").asBoolean();
        if (accepted) {
            ledger.ingested.add(anchor);
        }
        Files.delete(file);
    }

    private static Map<Integer, Integer> rowsByBoard(String dump) throws IOException {
        Map<Integer, Integer> rows = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new StringReader(dump))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf(" = ");
                if (line.contains("##") && !line.contains("Category_Contests")) {
                    int board = Integer.parseInt(line.substring(line.lastIndexOf('$', equals) + 1, equals));
                    rows.put(board, (int) line.chars().filter(c -> c == '|').count() + 1);
                }
            }
        }
        return rows;
    }

    /** Returns when the bots have stopped. */
    @Override
    public void close() throws InterruptedException {
        running.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
