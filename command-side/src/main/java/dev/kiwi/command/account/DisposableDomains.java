package dev.kiwi.command.account;

import dev.kiwi.api.account.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains that hand out throw-away addresses, from {@code disposable-domains.txt}, which names its source and date.
 * Sub-domains of theirs do not count (platform.md 3.4).
 */
public final class DisposableDomains {
    private final boolean checked;

    /** @param checked false: every domain is as good as any other */
    public DisposableDomains(boolean checked) {
        this.checked = checked;
    }

    public boolean contain(EmailAddress email) {
        String domain = email.text().substring(email.text().lastIndexOf('@') + 1);
        return checked && Listed.DOMAINS.contains(domain);
    }

    /** Read when the first one signs up, not at the start. */
    private static final class Listed {
        private static final Set<String> DOMAINS = read();

        private static Set<String> read() {
            try (InputStream list = DisposableDomains.class.getResourceAsStream("disposable-domains.txt")) {
                byte[] text =
                        Objects.requireNonNull(list, "disposable-domains.txt").readAllBytes();
                return new String(text, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
