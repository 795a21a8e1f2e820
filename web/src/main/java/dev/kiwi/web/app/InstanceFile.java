package dev.kiwi.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code run/instance.json} of a data directory: where its Kiwi listens and with what secret an operator comes in. */
public record InstanceFile(Path path) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param startedAt ISO instant */
    public record Instance(String url, long pid, String operatorSecret, String startedAt) {}

    public static InstanceFile in(Path data) {
        return new InstanceFile(data.resolve("run/instance.json"));
    }

    void write(String url, String operatorSecret, Instant startedAt) {
        try {
            Files.createDirectories(path.getParent());
            Path staging = path.resolveSibling("instance.json.new");
            Files.deleteIfExists(staging);
            Files.createFile(
                    staging, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    staging,
                    JSON.writeValueAsBytes(
                            new Instance(url, ProcessHandle.current().pid(), operatorSecret, startedAt.toString())));
            Files.move(staging, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    /** Empty when there is no file, or its process is gone (killed). */
    public Optional<Instance> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Instance instance = JSON.readValue(Files.readAllBytes(path), Instance.class);
            return ProcessHandle.of(instance.pid())
                    .filter(ProcessHandle::isAlive)
                    .map(alive -> instance);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
