package dev.kiwi.web.demo;

import dev.kiwi.command.leaderboard.DumpIntake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** An upload as a stream to write to. */
final class UploadStream extends OutputStream {
    private final DumpIntake.Upload upload;

    UploadStream(DumpIntake.Upload upload) {
        this.upload = upload;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        upload.write(ByteBuffer.wrap(bytes, from, length));
    }
}
