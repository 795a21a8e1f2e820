package dev.kiwi.web.guide;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.RunningKiwi.Account;
import dev.kiwi.web.app.WithKiwi;
import dev.kiwi.web.fixture.Dumps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The documentation's samples work: each is run against the application, as it stands on its page. */
@ExtendWith(WithKiwi.class)
class SamplesTest {
    private static final Path GUIDE = Path.of("../site/src/main/resources/face/guide");
    /** {@code ```sh run} or {@code ```sh run prints=404}. */
    private static final Pattern RUNNABLE = Pattern.compile("(?ms)^```sh run(?: prints=(\\S+))?\\n(.*?)^```$");

    private final RunningKiwi kiwi;

    SamplesTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    /** @param prints the last line of its output; empty for whatever */
    private record Sample(String name, String prints, String script) {}

    private static List<Sample> samples() throws IOException {
        List<Sample> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(GUIDE)) {
            for (Path file : files.sorted().toList()) {
                RUNNABLE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> all.add(new Sample(
                                file.getFileName() + " "
                                        + found.group(2).lines().findFirst().orElse(""),
                                found.group(1) == null ? "" : found.group(1),
                                found.group(2))));
            }
        }
        return all;
    }

    private Shell shell(Path folder) throws Exception {
        Account reader = kiwi.account();
        String bot = kiwi.token(kiwi.superuser());
        json(
                Dumps.post(
                        kiwi.with(bot),
                        "?sync=true&timestamp=" + Dumps.anchor(0, 0),
                        Dumps.board(7100, "SAMPLES", "1;Mira;912|2;Old Tom;880.5")),
                200);
        Shell shell = new Shell(
                folder,
                "203.0.113.7",
                Map.of(
                        "api", "http://127.0.0.1:" + kiwi.port(),
                        "token", kiwi.token(reader),
                        // The cooldown of the token that has just filed a dump is not the sample's.
                        "bot", kiwi.token(kiwi.superuser()),
                        "email", reader.email(),
                        "password", RunningKiwi.PASSWORD));
        shell.need("curl", "jq", "openssl");
        return shell;
    }

    @Test
    void eachWorks(@TempDir Path folder) throws Exception {
        Shell shell = shell(folder);
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(15);
        List<String> faults = new ArrayList<>();
        for (Sample sample : samples) {
            Shell.Ended ended = shell.run(sample.script());
            boolean asSaid = sample.prints().isEmpty() || ended.lastLine().equals(sample.prints());
            if (!ended.isGood() || !asSaid || ended.output().isBlank()) {
                faults.add(sample.name() + ": " + ended);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Every chapter that tells programmers how to call has a sample that runs. */
    @Test
    void everyChapterForProgrammersHasOne() throws IOException {
        Contents contents = Contents.read(name -> read(GUIDE.resolve(name)));
        assertThat(contents.chapters().stream()
                        .filter(chapter -> chapter.group().equals("Start")
                                || chapter.group().equals("Build"))
                        .filter(chapter -> !RUNNABLE.matcher(chapter.text()).find())
                        .map(Chapter::name))
                // A table that is made of the document.
                .containsExactly("endpoints");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the chapter on webhooks shows tells a genuine body from another one. */
    @Test
    void signaturesAreVerified(@TempDir Path folder) throws Exception {
        Shell shell = new Shell(folder, "203.0.113.9", Map.of("secret", "whsec_example"));
        shell.need("openssl", "node", "python3");
        Files.writeString(folder.resolve("verify.mjs"), block("webhooks.md", "js"));
        Files.writeString(folder.resolve("verify.py"), block("webhooks.md", "python"));
        String signed = """
                t=$(date +%s); body='{"kind":"ping"}'
                hex=$(printf '%s.%s' "$t" "$body" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
                """;
        String javaScript = signed + """
                node --input-type=module -e '
                  import { isGenuine } from "./verify.mjs";
                  const [secret, header, body] = process.argv.slice(1);
                  console.log(isGenuine(secret, header, body), isGenuine(secret, header, body + " "), isGenuine("x", header, body));
                ' "$secret" "t=$t,v1=00,v1=$hex" "$body"
                """;
        String python = signed + """
                python3 -c '
                import sys
                from verify import is_genuine
                secret, header, body = sys.argv[1], sys.argv[2], sys.argv[3].encode()
                print(is_genuine(secret, header, body), is_genuine(secret, header, body + b" "), is_genuine("x", header, body))
                ' "$secret" "t=$t,v1=00,v1=$hex" "$body"
                """;

        assertThat(shell.run(javaScript)).extracting(Shell.Ended::lastLine).isEqualTo("true false false");
        assertThat(shell.run(python)).extracting(Shell.Ended::lastLine).isEqualTo("True False False");
    }

    /** The only block of a language in a chapter. */
    private static String block(String chapter, String language) throws IOException {
        List<String> blocks = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(GUIDE.resolve(chapter)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.getFirst();
    }
}
