package dev.kiwi.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The superuser of ADMIN_EMAIL, at each start; without one, a generated superuser at the first start. Whether an account
 * that was there is one, with the password of ADMIN_PASSWORD, takes a second of a cold JVM to see, and is seen to after the
 * start.
 */
@Component
class SuperuserAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SuperuserAtStart.class);
    private static final String GENERATED_EMAIL = "admin@kiwi.example";
    private static final int PASSWORD_BYTES = 18;

    private final Settings settings;
    private final ObjectProvider<SuperuserBootstrap> bootstrap;
    private volatile @Nullable Runnable laterStep;

    SuperuserAtStart(Settings settings, ObjectProvider<SuperuserBootstrap> bootstrap) {
        this.settings = settings;
        this.bootstrap = bootstrap;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        SuperuserBootstrap accounts = bootstrap.getIfAvailable();
        if (accounts == null || settings.text("KIWI_ROLE").equals("projector")) {
            return;
        }
        if (settings.optional("ADMIN_EMAIL").isPresent()) {
            String password = settings.text("ADMIN_PASSWORD");
            String account = accounts.ensureAccount(settings.text("ADMIN_EMAIL").toLowerCase(Locale.ROOT), password);
            laterStep = () -> accounts.ensureSuperuser(account, password);
        } else {
            generateOnce(accounts);
        }
    }

    @EventListener
    void onReadiness(AvailabilityChangeEvent<ReadinessState> change) {
        Runnable step = laterStep;
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC && step != null) {
            laterStep = null;
            Thread.ofPlatform().daemon().name("superuser-password").start(() -> {
                try {
                    step.run();
                } catch (RuntimeException e) {
                    LOG.error(
                            "ADMIN_EMAIL may be no superuser with the password of ADMIN_PASSWORD; the next start checks",
                            e);
                }
            });
        }
    }

    /**
     * The mark is set last: after a crash in between, the next start prints a new password that works. An account that
     * this directory did not begin is another node's, and keeps its password.
     */
    private void generateOnce(SuperuserBootstrap accounts) {
        Path secrets = DataDirectory.of(settings).resolve("secrets");
        Path mark = secrets.resolve("superuser_made");
        Path begun = secrets.resolve("superuser_begun");
        if (Files.exists(mark)) {
            return;
        }
        if (!Files.exists(begun) && accounts.exists(GENERATED_EMAIL)) {
            write(mark);
            return;
        }
        write(begun);
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.ensureSuperuser(accounts.ensureAccount(GENERATED_EMAIL, password), password);
        System.out.println("Superuser made, shown only now: " + GENERATED_EMAIL + " / " + password);
        write(mark);
    }

    private static void write(Path mark) {
        try {
            Files.writeString(mark, GENERATED_EMAIL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
