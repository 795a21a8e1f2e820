package dev.kiwi.web.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches the bodies of one connection, also those that nobody reads any more. A client is slow only while we wait for
 * it; a request without a body costs nothing. Whoever reads the body is told as if the client had hung up.
 */
final class BodyPace extends ChannelInboundHandlerAdapter {
    private final long silenceNanos;
    private final long bytesPerSecond;
    private @Nullable Future<?> nextLook;
    private boolean waiting;
    private long waitingSinceNanos;
    private long received;
    private long waitedNanos;

    BodyPace(Duration silence, long bytesPerSecond) {
        this.silenceNanos = silence.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && hasBody(request)) {
            received = 0;
            waitedNanos = 0;
            lookIn(context, silenceNanos);
        }
        if (message instanceof HttpContent content && nextLook != null) {
            received += content.content().readableBytes();
            if (message instanceof LastHttpContent) {
                end();
            }
        }
        context.fireChannelRead(message);
    }

    private static boolean hasBody(HttpRequest request) {
        return request.decoderResult().isSuccess()
                && (HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0);
    }

    private void lookIn(ChannelHandlerContext context, long nanos) {
        end();
        nextLook = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    /** A wait that has only just begun says nothing about the client: what it sent may lie unread in the socket. */
    private void look(ChannelHandlerContext context) {
        long silent = waiting ? nanoTime(context) - waitingSinceNanos : 0;
        if (silent >= silenceNanos || isBelowPace(waitedNanos + silent)) {
            nextLook = null;
            context.close();
            return;
        }
        if (waitedNanos + silent >= silenceNanos) {
            // Each stretch counts by itself: a quick beginning is no credit for holding the rest.
            received = 0;
            waitedNanos = -silent;
        }
        lookIn(context, silenceNanos - silent);
    }

    private boolean isBelowPace(long waited) {
        return waited >= silenceNanos && received * TimeUnit.SECONDS.toNanos(1) < bytesPerSecond * waited;
    }

    private static long nanoTime(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    private void end() {
        if (nextLook != null) {
            nextLook.cancel(false);
            nextLook = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    /** In front of the decoder, where each piece from the network is one read: whether another one was asked for since. */
    ChannelHandler reads() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (waiting) {
                    waiting = false;
                    waitedNanos += nanoTime(context) - waitingSinceNanos;
                }
                context.fireChannelRead(message);
            }

            @Override
            public void read(ChannelHandlerContext context) {
                if (!waiting) {
                    waiting = true;
                    waitingSinceNanos = nanoTime(context);
                }
                context.read();
            }
        };
    }
}
