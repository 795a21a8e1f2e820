package dev.kiwi.bench.startup;

import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.ReadyLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The empty application in a process of its own, with a trained AOT cache. */
final class EmptyProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Empty is ready: (http://\\S+)");

    private final Process process;
    private final double readySeconds;

    private EmptyProcess(Process process, double readySeconds) {
        this.process = process;
        this.readySeconds = readySeconds;
    }

    /** How the JVM is started, and the AOT cache that was made by a start like that. */
    record Way(List<String> java, Path scratch, Path cache) {
        /** As anybody starts an application: with the JVM's own options. */
        static Way plain(Path scratch) throws IOException, InterruptedException {
            return trained(List.of(KiwiProcess.java().getFirst()), scratch, "empty.aot");
        }

        /** With the options that Kiwi's JVM has. */
        static Way asKiwi(Path scratch) throws IOException, InterruptedException {
            return trained(KiwiProcess.java(), scratch, "empty-as-kiwi.aot");
        }

        private static Way trained(List<String> java, Path scratch, String name)
                throws IOException, InterruptedException {
            Path cache = scratch.resolve(name);
            EmptyProcess.start(java, scratch, "-XX:AOTCacheOutput=" + cache).close();
            if (!Files.exists(cache)) {
                throw new IOException("The JVM has written no AOT cache");
            }
            return new Way(java, scratch, cache);
        }

        /** Starts it, takes the time and stops it. */
        double readySeconds() throws IOException, InterruptedException {
            try (EmptyProcess process = start(java, scratch, "-XX:AOTCache=" + cache)) {
                return process.readySeconds;
            }
        }
    }

    private static EmptyProcess start(List<String> java, Path scratch, String option) throws IOException {
        Path log = Files.createTempFile(scratch, "empty-", ".log");
        List<String> command = new ArrayList<>(java);
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

    /** TERM; returns when it is gone, and has written its cache when it was asked for one. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
