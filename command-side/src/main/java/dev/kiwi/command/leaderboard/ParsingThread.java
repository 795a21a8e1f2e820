package dev.kiwi.command.leaderboard;

import dev.kiwi.api.formats.leaderbot.LeaderBotParser;
import dev.kiwi.api.formats.leaderbot.ParsedCapture;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Parses a dump beside its upload; at most 16 pieces wait between the two. */
final class ParsingThread implements AutoCloseable {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(16);
    private final CompletableFuture<ParsedCapture> result = new CompletableFuture<>();
    private final Thread thread = Thread.ofVirtual().name("dump-parser").start(this::run);

    /** Waits while the parser is behind. */
    void feed(byte[] piece) throws InterruptedIOException {
        try {
            // A parser that died takes nothing more; its failure is told at the end.
            while (!pieces.offer(piece, 1, TimeUnit.SECONDS) && !result.isDone()) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a dump was parsed");
        }
    }

    ParsedCapture finish() throws InterruptedIOException {
        feed(END);
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The dump could not be parsed", e.getCause());
        }
    }

    /** Ends the thread if {@link #finish} did not. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        LeaderBotParser parser = new LeaderBotParser();
        try {
            for (byte[] piece = pieces.take(); piece != END; piece = pieces.take()) {
                parser.feed(piece, 0, piece.length);
            }
            result.complete(parser.finish());
        } catch (InterruptedException | RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }
}
