package dev.kiwi.bench.startup;

import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.ReadyLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The empty application in a process of its own, with the options of Kiwi's JVM and a trained AOT cache. */
final class EmptyProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Empty is ready: (http://\\S+)");

    private final Process process;
    private final double readySeconds;

    private EmptyProcess(Process process, double readySeconds) {
        this.process = process;
        this.readySeconds = readySeconds;
    }

    /** Runs it once so that the JVM writes its AOT cache. @return the cache */
    static Path train(Path scratch) throws IOException, InterruptedException {
        Path cache = scratch.resolve("empty.aot");
        EmptyProcess training = start(scratch, "-XX:AOTCacheOutput=" + cache);
        training.close();
        if (!Files.exists(cache)) {
            throw new IOException("The JVM has written no AOT cache");
        }
        return cache;
    }

    static EmptyProcess startWith(Path scratch, Path cache) throws IOException {
        return start(scratch, "-XX:AOTCache=" + cache);
    }

    private static EmptyProcess start(Path scratch, String option) throws IOException {
        Path log = Files.createTempFile(scratch, "empty-", ".log");
        List<String> command = new ArrayList<>(KiwiProcess.java());
        command.addAll(List.of(option, "-jar", jar().toString(), "--server.port=0"));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ReadyLine.await(process, log, READY);
        return new EmptyProcess(process, (System.nanoTime() - begin) / 1e9);
    }

    /** Built by the module beside this one's jar: {@code bench/empty}. */
    private static Path jar() throws IOException {
        Path jar = KiwiProcess.jar(EmptyProcess.class)
                .resolveSibling("../empty/target/bench-empty-1.0.0.jar")
                .normalize();
        if (!Files.exists(jar)) {
            throw new IOException("The empty application is not built: " + jar);
        }
        return jar;
    }

    double readySeconds() {
        return readySeconds;
    }

    long pid() {
        return process.pid();
    }

    /** TERM; returns when it is gone, and has written its cache when it was asked for one. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
