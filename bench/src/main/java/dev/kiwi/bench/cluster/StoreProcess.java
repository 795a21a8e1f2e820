package dev.kiwi.bench.cluster;

import dev.kiwi.bench.process.KiwiProcess;
import dev.kiwi.bench.process.ReadyLine;
import dev.kiwi.web.app.Kiwi;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One store in a process of its own, which can be stopped, started again at the same address, paused and resumed. */
final class StoreProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Stores are ready: (\\S+)");

    private final String name;
    private final Path directory;
    private final int port;
    private Process process;

    private StoreProcess(String name, Path directory, int port) throws IOException {
        this.name = name;
        this.directory = directory;
        this.port = port;
        this.process = launch();
    }

    /** @param name {@code postgres}, {@code redis} or {@code mongo} */
    static StoreProcess start(String name, Path parent) throws IOException {
        Path directory = Files.createDirectories(parent.resolve(name));
        return new StoreProcess(name, directory, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path log = Files.createTempFile(directory.getParent(), name + "-", ".log");
        List<String> command = new ArrayList<>(KiwiProcess.java());
        command.addAll(List.of(
                "-cp",
                KiwiProcess.jar(SharedStores.class) + File.pathSeparator + KiwiProcess.jar(Kiwi.class),
                SharedStores.class.getName(),
                directory.toString(),
                name + "=" + port));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        ReadyLine.await(started, log, READY);
        return started;
    }

    String name() {
        return name;
    }

    /** What a node's environment has to hold to find it. */
    Map<String, String> environment() throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(directory.resolve("env"))) {
            variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return variables;
    }

    /** TERM; returns when it is gone. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    void startAgain() throws IOException {
        process = launch();
    }

    /** SIGSTOP for every process of the store: connections stay open and nothing answers. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        List<ProcessHandle> processes = processes().toList();
        // The Mongo server lives in the process that we started; the others do not, and a pause of that alone pauses
        // nothing.
        if (processes.size() < 2 && !name.equals("mongo")) {
            throw new IOException("The processes of " + name + " are not found");
        }
        processes.forEach(handle -> command.add(Long.toString(handle.pid())));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    /** Redis names its address in its title, which the JDK cuts off; Postgres has its directory on its command line. */
    private boolean isOurs(ProcessHandle handle) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return line.contains(directory.toString()) || line.contains("redis-server 127.0.0.1:" + port);
        } catch (IOException e) {
            // It has ended meanwhile.
            return false;
        }
    }

    /** Postgres and Redis detach themselves from their parent, so they are found by their command lines. */
    private Stream<ProcessHandle> processes() {
        Stream<ProcessHandle> detached = ProcessHandle.allProcesses().filter(this::isOurs);
        return Stream.concat(Stream.of(process.toHandle()), detached)
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .distinct();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
