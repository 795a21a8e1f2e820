package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kiwi jdk} prints the JDK that the script would use. */
class KiwiScriptTest {
    @TempDir
    Path folder;

    @Test
    void javaHomeComesFirst() throws Exception {
        Path chosen = jdk("chosen", "26.0.1");
        jdk("jvm/other", "25");
        assertThat(find(Map.of("JAVA_HOME", chosen.toString())).output()).isEqualTo(chosen.toString());
    }

    @Test
    void anOldJavaHomeIsPassedOverForAJdkOfTheSystem() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk("jvm/a-21", "21.0.2");
        Path good = jdk("jvm/b-25", "25.0.3");
        assertThat(find(Map.of("JAVA_HOME", old.toString())).output()).isEqualTo(good.toString());
    }

    @Test
    void withoutOneItSaysWhatIsMissingAndWhereItLooked() throws Exception {
        Path old = jdk("old", "17.0.15");
        Result result = find(Map.of("JAVA_HOME", old.toString()));
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("no JDK 25 or newer found")
                .contains(old.toString())
                .contains("JAVA_HOME");
    }

    private Path jdk(String name, String version) throws Exception {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Files.createFile(
                    home.resolve("bin").resolve(program),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Result find(Map<String, String> environment) throws Exception {
        ProcessBuilder script =
                new ProcessBuilder("/bin/bash", Path.of("../kiwi").toString(), "jdk").redirectErrorStream(true);
        // A PATH with the basic programs but no java.
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String program : new String[] {"dirname", "sed", "readlink"}) {
            Files.writeString(programs.resolve(program), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + program + " \"$@\"\n");
            Files.setPosixFilePermissions(programs.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        script.environment()
                .putAll(Map.of(
                        "PATH",
                        programs.toString(),
                        "JVM_FOLDERS",
                        folder.resolve("jvm").toString()));
        script.environment().putAll(environment);
        Process process = script.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Result(process.waitFor(), output);
    }

    private record Result(int status, String output) {}
}
