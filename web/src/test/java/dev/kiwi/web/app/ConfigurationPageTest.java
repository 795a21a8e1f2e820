package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that people read name every variable that the program reads. {@code -Dwrite=true} writes them. */
class ConfigurationPageTest {
    @ParameterizedTest
    @CsvSource({"docs/configuration.md", ".env.example"})
    void theFileIsWhatTheCatalogueSays(String name) throws Exception {
        Path file = Path.of("..").resolve(name);
        String expected = name.endsWith(".md") ? ConfigurationPage.markdown() : ConfigurationPage.dotEnv();
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).hasContent(expected);
    }
}
