package dev.kiwi.web.app;

import dev.kiwi.web.cli.KiwiCli;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** The one entry point: {@code up} runs the application, every other word is an operator's command. */
// Without proxies of beans: transactions are programmed here, and the search for annotations of them goes through every
// method.
@SpringBootApplication(
        scanBasePackages = "dev.kiwi",
        exclude = {
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
public class Kiwi {
    private static final int BAD_CONFIGURATION = 2;
    private static final Path DOT_ENV = Path.of(".env");

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        try {
            if (words.isEmpty() || words.getFirst().equals("up")) {
                up(words.isEmpty() ? words : words.subList(1, words.size()));
            } else {
                System.exit(KiwiCli.run(words, environment()));
            }
        } catch (ConfigurationException e) {
            System.err.println(
                    "Kiwi does not start:\n" + String.valueOf(e.getMessage()).indent(2) + "See docs/configuration.md.");
            System.exit(BAD_CONFIGURATION);
        }
    }

    /** As {@code up} has it, so that a backup looks where Kiwi writes: what is set wins over {@code .env}. */
    private static Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(DotEnv.read(DOT_ENV));
        System.getenv().forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        return all;
    }

    private static void up(List<String> options) {
        if (isJar() && SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        Settings settings = Settings.of(DotEnv.read(DOT_ENV), System.getenv(), UpCommand.variables(options));
        try {
            start(settings);
        } catch (RuntimeException e) {
            // Spring has logged it with its analysis; without this, non-daemon threads would keep a dead Kiwi alive.
            System.err.println("Kiwi does not start: " + rootMessage(e));
            System.exit(1);
        }
    }

    /** A jar holds the definitions of its beans as code; classes in a folder may be newer than that code. */
    private static boolean isJar() {
        return Kiwi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith(".jar");
    }

    static ConfigurableApplicationContext start(Settings given) {
        return start(given, beans -> {});
    }

    /**
     * Starts the stores beside Spring, whose first second does not need them.
     *
     * @param more further beans
     */
    static ConfigurableApplicationContext start(Settings given, Consumer<GenericApplicationContext> more) {
        Secrets secrets = Secrets.of(given);
        Settings settings = given.with(secrets.asVariables());
        // The log is set up before Spring's environment is there.
        List.of("LOG_FORMAT", "DEBUG").forEach(name -> System.setProperty(name, settings.text(name)));
        // Netty's own choice is four or more; loops that share a core only take turns.
        System.getProperties()
                .putIfAbsent(
                        "reactor.netty.ioWorkerCount",
                        Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
        Stores stores = Stores.starting(settings);
        try {
            SpringApplication application = application();
            application.addInitializers(context -> {
                MutablePropertySources sources = context.getEnvironment().getPropertySources();
                sources.addFirst(new MapPropertySource("kiwi", properties(settings)));
                sources.addFirst(new StoreAddresses(stores));
                GenericApplicationContext beans = (GenericApplicationContext) context;
                DefaultListableBeanFactory factory = beans.getDefaultListableBeanFactory();
                factory.registerSingleton("kiwiSettings", settings);
                factory.registerSingleton("kiwiStores", stores);
                // The first one that is registered is destroyed last.
                factory.registerDisposableBean("kiwiStores", stores::close);
                more.accept(beans);
            });
            return application.run();
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(Kiwi.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        // The code that the build writes is found by this name.
        application.setMainApplicationClass(KiwiBeans.class);
        // The one file there is: what users set comes from the environment, and Boot would look in ten places for more.
        application.setDefaultProperties(Map.of("spring.config.location", "classpath:/application.properties"));
        return application;
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>(settings.asProperties());
        properties.put("server.port", settings.text("KIWI_PORT"));
        properties.put("kiwi.operator.secret", settings.text("KIWI_OPERATOR_SECRET"));
        properties.put("kiwi.secret-key", settings.text("SECRET_KEY"));
        properties.put("kiwi.node-id", NodeSettings.nodeId(settings));
        properties.put("kiwi.projections.enabled", !settings.text("KIWI_ROLE").equals("api"));
        properties.put("server.address", settings.text("KIWI_BIND"));
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", settings.text("KIWI_DRAIN_SECONDS") + "s");
        return properties;
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
