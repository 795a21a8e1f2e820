package dev.kiwi.command.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** HTTP to services of others: small answers, a bound on the whole time that a call takes. Made at the first call. */
public final class UpstreamClient implements AutoCloseable {
    private static final long LARGEST_ANSWER = 1 << 20;

    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable HttpClient client;

    /**
     * Blocks; runs on a virtual thread.
     *
     * @param atMost for connection, headers and body together
     * @throws IOException when there is no answer in time, or one of more than a mebibyte
     */
    public HttpResponse<String> send(HttpRequest request, Duration atMost) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + atMost.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** An address below an upstream's base, which may have a path of its own. */
    public static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            HttpClient again = client;
            HttpClient one = again != null ? again : forgetful();
            client = one;
            return one;
        } finally {
            making.unlock();
        }
    }

    /** The buffers of a connection keep what it has read last, tokens of an upstream too: for seconds, not half a minute. */
    private static HttpClient forgetful() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        return HttpClient.newHttpClient();
    }

    @Override
    public void close() {
        HttpClient made = client;
        if (made != null) {
            made.shutdownNow();
        }
    }
}
