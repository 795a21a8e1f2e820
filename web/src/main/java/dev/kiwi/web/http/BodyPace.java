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
    private final long silenceMillis;
    private final long bytesPerSecond;
    private @Nullable Future<?> nextLook;
    private boolean waiting;
    private long received;
    private long receivedAtLastLook;
    private long waitedMillis;

    BodyPace(Duration silence, long bytesPerSecond) {
        this.silenceMillis = silence.toMillis();
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && hasBody(request)) {
            received = 0;
            receivedAtLastLook = 0;
            waitedMillis = 0;
            lookLater(context);
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

    private void lookLater(ChannelHandlerContext context) {
        end();
        nextLook = context.executor().schedule(() -> look(context), silenceMillis, TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (waiting) {
            waitedMillis += silenceMillis;
            boolean silent = received == receivedAtLastLook;
            if (silent || received * 1000 < bytesPerSecond * waitedMillis) {
                nextLook = null;
                context.close();
                return;
            }
        }
        receivedAtLastLook = received;
        lookLater(context);
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
                waiting = false;
                context.fireChannelRead(message);
            }

            @Override
            public void read(ChannelHandlerContext context) {
                waiting = true;
                context.read();
            }
        };
    }
}
