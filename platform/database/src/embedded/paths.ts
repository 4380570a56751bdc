import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `sun_path` holds 108 bytes on Linux (unix(7)) and 104 on macOS, the last one NUL. */
const SOCKET_PATH_LIMIT = process.platform === 'darwin' ? 103 : 107

/** The port is only a part of the socket's file name: the server never listens on TCP. */
export const SOCKET_PORT = 5432

/** The cluster's folder inside the product's data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/** Where the password of the superuser lies: inside the cluster, so that both appear at once. */
export function passwordFile(cluster: string): string {
  return join(cluster, 'heng.password')
}

/** The socket of a server whose socket folder is `folder`. */
export function socketFile(folder: string): string {
  return join(folder, `.s.PGSQL.${SOCKET_PORT}`)
}

/** True when a client can address the socket in this folder. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(socketFile(folder)) <= SOCKET_PATH_LIMIT
}

/** A short folder for the socket of a cluster with a long path; the same for every process that names the same cluster. */
export function shortSocketFolder(cluster: string): string {
  const key = createHash('sha256').update(realpathSync(cluster)).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `heng-${key}`)
  return fitsSocket(short) ? short : `/tmp/heng-${key}`
}

/** The URL of a database behind a unix socket, readable by `pg` and by libpq alike. */
export function socketUrl(folder: string, user: string, password: string, database: string): string {
  const query = `host=${encodeURIComponent(folder)}&port=${SOCKET_PORT}`
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?${query}`
}
