package io.signalbox.storage.embedded;

/** The server's two files of settings, written anew when Signalbox wants other ones. */
final class Configuration {
    private Configuration() {}

    static String server(PostgresSettings settings) {
        String durable = settings.durable() ? "on" : "off";
        return """
                # Written by Signalbox at every start; changes made here are lost.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = %d
                password_encryption = 'scram-sha-256'

                # A commit that was acknowledged survives a loss of power.
                fsync = %s
                synchronous_commit = on
                full_page_writes = %s

                # One product on one machine: few processes, little memory.
                shared_buffers = '32MB'
                work_mem = '4MB'
                maintenance_work_mem = '32MB'
                io_method = 'sync'
                max_worker_processes = 2
                max_parallel_workers = 0
                max_parallel_workers_per_gather = 0
                max_wal_senders = 0
                max_wal_size = '256MB'
                autovacuum_max_workers = 1
                huge_pages = 'off'
                jit = 'off'

                log_destination = 'stderr'
                log_min_messages = 'log'
                log_checkpoints = 'off'
                log_line_prefix = '%%m [%%p] '
                log_timezone = 'UTC'
                timezone = 'UTC'
                datestyle = 'ISO, YMD'
                lc_messages = 'C'
                """.formatted(settings.maxConnections(), durable, durable);
    }

    static String access() {
        return """
                # Written by Signalbox: this machine only, and never without the password.
                host all all 127.0.0.1/32 scram-sha-256
                """;
    }
}
