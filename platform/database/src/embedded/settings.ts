/** Who may enter: only through the socket, only with the password. */
export const PG_HBA = 'local all all scram-sha-256\n'

/** The cluster's main file. `local.conf` is the operator's: it wins and is never written by the product. */
export const POSTGRESQL_CONF = "include = 'heng.conf'\ninclude_if_exists = 'local.conf'\n"

/** What differs between a server for real records and one for tests. */
export interface SettingsChoice {
  /** False only for tests: nothing survives a power cut then. */
  readonly durable: boolean
}

/**
 * The settings file of the product, for 2 cores and from 1 GB of memory; rewritten at each start, so that a new version brings
 * its own. Slow statements are logged without their parameters, which may hold personal data.
 */
export function hengConf({ durable }: SettingsChoice): string {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: durable ? '60' : '200',
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    // A container has 64 MB of /dev/shm by default: one helper's hash table fits, more may not.
    max_parallel_workers_per_gather: '1',
    max_logical_replication_workers: '0',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // Compressing whole pages took three times as long as writing them: five hundred risks right after a checkpoint 0.36 s, without 0.12, for 13 MB instead of 7.
    wal_compression: 'off',
    max_wal_size: '2GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    log_checkpoints: 'off',
    idle_in_transaction_session_timeout: '5min',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_line_prefix: '%m [%p] %a ',
    log_min_duration_statement: '2s',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('')
}
