package dev.kiwi.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The superuser of ADMIN_EMAIL, at each start; without one, a generated superuser at the first start. */
@Component
class SuperuserAtStart implements ApplicationRunner {
    private static final String GENERATED_EMAIL = "admin@kiwi.example";
    private static final int PASSWORD_BYTES = 18;

    private final Settings settings;
    private final ObjectProvider<SuperuserBootstrap> bootstrap;

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
            accounts.ensure(settings.text("ADMIN_EMAIL").toLowerCase(Locale.ROOT), settings.text("ADMIN_PASSWORD"));
        } else {
            generateOnce(accounts);
        }
    }

    /** The mark is set last: after a crash in between, the next start prints a new password that works. */
    private void generateOnce(SuperuserBootstrap accounts) {
        Path mark = DataDirectory.of(settings).resolve("secrets/superuser_made");
        if (Files.exists(mark)) {
            return;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.ensure(GENERATED_EMAIL, password);
        System.out.println("Superuser made, shown only now: " + GENERATED_EMAIL + " / " + password);
        try {
            Files.writeString(mark, GENERATED_EMAIL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
