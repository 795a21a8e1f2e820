package dev.kiwi.embedded;

/** The server's settings, written anew at each start. Durability stays on but in tests. */
final class PostgresConf {
    private PostgresConf() {}

    static String of(StoreSettings settings, int port) {
        return """
                # Written by Kiwi at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100
                timezone = 'UTC'
                log_timezone = 'UTC'

                shared_buffers = %dMB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                effective_io_concurrency = 16
                random_page_cost = 1.1
                jit = off

                # One node, no replicas: the least WAL that survives a crash; room for bulk loads between checkpoints.
                wal_level = minimal
                max_wal_senders = 0
                max_wal_size = 2GB
                checkpoint_timeout = 15min
                # An append is short; a transaction that idles is a fault (it would hold back vacuum and readers).
                idle_in_transaction_session_timeout = 60s
                log_min_messages = warning
                log_line_prefix = '%%m [%%p] '
                synchronous_commit = %s
                fsync = %s
                full_page_writes = %s
                """.formatted(port, settings.sharedBuffersMb(), onOff(settings), onOff(settings), onOff(settings));
    }

    private static String onOff(StoreSettings settings) {
        return settings.durable() ? "on" : "off";
    }
}
