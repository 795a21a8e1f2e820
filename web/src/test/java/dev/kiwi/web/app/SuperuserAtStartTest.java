package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;

/** A start without ADMIN_EMAIL makes one administrator for all nodes (platform.md 20). */
class SuperuserAtStartTest {
    @TempDir
    Path home;

    private final Accounts accounts = new Accounts();

    /** Of the one store that all nodes share. */
    private static final class Accounts implements SuperuserBootstrap {
        private final Map<String, String> passwords = new HashMap<>();
        private boolean dies;

        @Override
        public boolean exists(String email) {
            return passwords.containsKey(email);
        }

        @Override
        public String ensureAccount(String email, String password) {
            passwords.putIfAbsent(email, password);
            if (dies) {
                throw new IllegalStateException("killed");
            }
            return email;
        }

        @Override
        public void ensureSuperuser(String account, String password) {
            passwords.put(account, password);
        }
    }

    private Map<String, String> start(String node) throws Exception {
        Path data = Files.createDirectories(home.resolve(node));
        Files.createDirectories(data.resolve("secrets"));
        Settings settings = Settings.of(Map.of(), Map.of("KIWI_DATA", data.toString()), Map.of());
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("accounts", accounts));
        new SuperuserAtStart(settings, beans.getBeanProvider(SuperuserBootstrap.class))
                .run(new DefaultApplicationArguments());
        return Map.copyOf(accounts.passwords);
    }

    @Test
    void theFirstNodeMakesOneAndAllOthersAndLaterStartsLeaveItsPassword() throws Exception {
        Map<String, String> made = start("a");
        assertThat(made).hasSize(1);
        assertThat(start("b")).isEqualTo(made);
        assertThat(start("b")).isEqualTo(made);
        assertThat(start("a")).isEqualTo(made);
    }

    @Test
    void aNodeThatDiedBeforeItShowedThePasswordMakesAnother() throws Exception {
        accounts.dies = true;
        assertThatThrownBy(() -> start("a")).hasMessage("killed");
        Map<String, String> unseen = Map.copyOf(accounts.passwords);
        accounts.dies = false;
        assertThat(start("a")).hasSize(1).isNotEqualTo(unseen);
    }
}
