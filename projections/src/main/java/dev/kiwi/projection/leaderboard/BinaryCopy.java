package dev.kiwi.projection.leaderboard;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows into one table by COPY in Postgres's binary format. */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final DataOutputStream out;

    /** @param target table and columns, for example {@code player (id, name)} */
    public BinaryCopy(Connection connection, String target) throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String sql = "copy " + target + " from stdin (format binary)";
        out = new DataOutputStream(new BufferedOutputStream(new PGCopyOutputStream(postgres, sql, 1 << 16), 1 << 16));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    public BinaryCopy row(int columns) throws IOException {
        out.writeShort(columns);
        return this;
    }

    public BinaryCopy integer(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
        return this;
    }

    public BinaryCopy bigint(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    public BinaryCopy bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    public BinaryCopy text(String value) throws IOException {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the COPY. Left out when a row failed: the transaction is lost anyway. */
    public void finish() throws IOException {
        out.writeShort(-1);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
