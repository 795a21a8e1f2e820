package dev.kiwi.web.app;

import java.util.stream.Collectors;

/** Renders the catalogue of variables as the two files that people read. */
final class ConfigurationPage {
    private ConfigurationPage() {}

    /** docs/configuration.md. */
    static String markdown() {
        return """
                # Configuration

                Environment variables, or a `.env` file in the folder where Kiwi is started. Every command of `./kiwi` reads
                both, but `KIWI_URL`, `KIWI_JAVA_OPTS` and `KIWI_AOT`, which the script itself needs, belong into the
                environment. The command line wins over the environment, the environment over `.env`; a blank value means
                unset. An unknown variable (any name in `.env`, any `KIWI_` name in the environment; with containers, where
                `.env` becomes the environment, only the latter) or an invalid value stops the start with a message that
                names it.

                """ + Variables.GROUPS.stream().map(ConfigurationPage::table).collect(Collectors.joining("\n"));
    }

    private static String table(Variables.Group group) {
        return "## " + group.title() + "\n\n| variable | value | default | meaning |\n|---|---|---|---|\n"
                + group.variables().stream()
                        .map(v -> "| `" + v.name() + "` | " + v.kind().label().replace("|", "\\|") + " | "
                                + (v.fallback() == null ? "" : "`" + v.fallback() + "`") + " | " + v.meaning() + " |\n")
                        .collect(Collectors.joining());
    }

    /** .env.example: everything commented out at its default. */
    static String dotEnv() {
        return "# Copy to .env and change what you need. docs/configuration.md explains each line.\n"
                + Variables.GROUPS.stream()
                        .map(group -> "\n# " + group.title() + "\n"
                                + group.variables().stream()
                                        .map(v -> "#" + v.name() + "=" + (v.fallback() == null ? "" : v.fallback())
                                                + "\n")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }
}
