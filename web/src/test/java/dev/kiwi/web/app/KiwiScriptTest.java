package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kiwi jdk} prints the JDK that the script would use; {@code train} and {@code up} make and use its AOT cache. */
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

    @Test
    void theCacheIsMadeOnceForAJarAndAJdk() throws Exception {
        Path home = trainableJdk("chosen");
        Path copy = application();
        assertThat(run(copy, home, "up", "--port", "0").output())
                .contains("args:")
                .doesNotContain("AOTCache=");
        assertThat(run(copy, home, "train").status()).isZero();
        Path cache = copy.resolve("web/target/kiwi.aot");
        assertThat(cache).hasContent("trained");
        assertThat(run(copy, home, "train").output()).contains("up to date");
        assertThat(run(copy, home, "up", "--port", "0").output()).contains("-XX:AOTCache=" + cache);
        try (var left = Files.list(cache.getParent())) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("web-1.0.0-application.jar", "kiwi.aot", "kiwi.aot.jdk");
        }
    }

    @Test
    void aCacheOfAnotherJarOrAnotherJdkIsNotUsed() throws Exception {
        Path home = trainableJdk("chosen");
        Path copy = application();
        run(copy, home, "train");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.9\"\n");
        assertThat(run(copy, home, "up").output()).contains("args:").doesNotContain("AOTCache=");
        run(copy, home, "train");
        assertThat(run(copy, home, "up").output()).contains("AOTCache=");
        Files.setLastModifiedTime(
                copy.resolve("web/target/web-1.0.0-application.jar"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run(copy, home, "up").output()).contains("args:").doesNotContain("AOTCache=");
    }

    @Test
    void aTrainingThatFailsLeavesNothingAndStopsNothing() throws Exception {
        Path home = trainableJdk("chosen");
        program(home.resolve("bin/java"), "echo \"args: $*\"\n");
        Path copy = application();
        assertThat(run(copy, home, "train").status()).isNotZero();
        assertThat(copy.resolve("web/target/kiwi.aot")).doesNotExist();
        assertThat(run(copy, home, "up").output()).contains("args:").doesNotContain("AOTCache=");
    }

    /** A JDK whose Java says what it is called with, and writes a cache when it is asked to. */
    private Path trainableJdk(String name) throws Exception {
        Path home = jdk(name, "25.0.3");
        program(home.resolve("bin/java"), """
                echo "args: $*"
                for word in "$@"; do
                  case $word in
                    -XX:AOTCacheOutput=*)
                      echo 'Kiwi is ready'
                      trap 'printf trained > "${word#*=}"; exit 0' TERM
                      while :; do sleep 0.05; done ;;
                  esac
                done
                """);
        return home;
    }

    /** A copy of the script beside what it takes for an application that is built. */
    private Path application() throws Exception {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy.resolve("web/target"));
        Files.copy(Path.of("../kiwi"), copy.resolve("kiwi"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String module :
                List.of("", "api-contracts", "command-side", "projections", "query-side", "deploy/embedded", "web")) {
            Files.createDirectories(copy.resolve(module));
            Files.createFile(copy.resolve(module).resolve("pom.xml"));
        }
        Path jar = Files.createFile(copy.resolve("web/target/web-1.0.0-application.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        return copy;
    }

    private static void program(Path file, String script) throws Exception {
        Files.writeString(file, "#!/bin/bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Result run(Path copy, Path home, String... words) throws Exception {
        List<String> line =
                new ArrayList<>(List.of("/bin/bash", copy.resolve("kiwi").toString()));
        line.addAll(List.of(words));
        ProcessBuilder script = new ProcessBuilder(line).redirectErrorStream(true);
        script.environment().put("JAVA_HOME", home.toString());
        script.environment().remove("KIWI_AOT");
        Process process = script.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Result(process.waitFor(), output);
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
