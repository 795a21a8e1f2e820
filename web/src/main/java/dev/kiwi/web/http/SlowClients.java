package dev.kiwi.web.http;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes connections that somebody holds without using them (slowloris), wherever the request is by then: none of them
 * holds a thread, but each holds a socket and maybe half a body.
 *
 * @param idle longest time for which a connection has no request under way, or sends the head of one
 * @param silence longest time without a byte of a body that is waited for; it is noticed at the next multiple
 * @param bytesPerSecond slowest pace of a body, in each stretch of {@code silence} that is waited for it
 */
record SlowClients(Duration idle, Duration silence, long bytesPerSecond) implements NettyServerCustomizer {
    private static final String PACE = "kiwi.bodyPace";
    private static final String READS = "kiwi.bodyReads";

    /** Idle longer than the two minutes for which proxies keep connections, so that none sends into a closing one. */
    static final SlowClients USUAL = new SlowClients(Duration.ofSeconds(150), Duration.ofSeconds(20), 4_096);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.idleTimeout(idle).doOnChannelInit((observer, channel, remote) -> {
            BodyPace pace = new BodyPace(silence, bytesPerSecond);
            channel.pipeline()
                    .addBefore(NettyPipeline.HttpCodec, READS, pace.reads())
                    .addAfter(NettyPipeline.HttpCodec, PACE, pace);
        });
    }
}
