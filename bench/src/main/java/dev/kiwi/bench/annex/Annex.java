package dev.kiwi.bench.annex;

import dev.kiwi.command.dispatch.CommandDispatcher;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A second HTTP server in Kiwi's process, on the same event loops and with none of Kiwi's filters: the baseline of
 * reads, and orders that a benchmark gives from outside. Kiwi itself ships nothing of it.
 */
@Component
final class Annex implements SmartLifecycle {
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(PlainWebFlux.class);
    private final CommandDispatcher dispatcher;
    private final EventStorageEngine engine;
    private @Nullable DisposableServer server;

    Annex(CommandDispatcher dispatcher, EventStorageEngine engine) {
        this.dispatcher = dispatcher;
        this.engine = engine;
    }

    @Override
    public void start() {
        map(RequestMethod.GET, "/empty", new EmptyEndpoint());
        map(RequestMethod.POST, "/gateway", new GatewayLoad(dispatcher));
        map(RequestMethod.POST, "/events", new EventFill(engine));
        HttpHandler handler = WebHttpHandlerBuilder.applicationContext(context).build();
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        System.out.println("Annex is ready: http://localhost:" + server.port());
    }

    // By hand: a class marked as a controller would be found by Kiwi too, and refused for want of a gate.
    private void map(RequestMethod verb, String path, Object endpoint) {
        Method only = Arrays.stream(endpoint.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ResponseBody.class))
                .findFirst()
                .orElseThrow();
        context.getBean(RequestMappingHandlerMapping.class)
                .registerMapping(RequestMappingInfo.paths(path).methods(verb).build(), endpoint, only);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow();
            server = null;
        }
        context.close();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
