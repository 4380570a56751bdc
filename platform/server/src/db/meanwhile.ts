import type { Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type pg from 'pg'

const sockets = new Set<Socket>()

/** Watches what the connections of a pool still have to send. */
export const watchSending = (pool: pg.Pool): void => {
  pool.on('connect', (client) => {
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    sockets.add(stream)
    stream.once('close', () => sockets.delete(stream))
  })
}

/** Turns of the event loop that statements get to leave; each takes as much as a socket holds, some 200 kB. */
const mostTurns = 50

/**
 * Lets others have their turn, and statements under way leave. What a socket does not hold leaves in later turns of the event loop: work
 * that is begun before that keeps the database waiting.
 */
export const breathe = async (): Promise<void> => {
  await turn()
  for (let i = 0; i < mostTurns && [...sockets].some((socket) => socket.writableLength > 0); i++) await turn()
}

/**
 * Works out what comes next while the database is busy: `prepare` runs once the statement has left, and its answer is
 * given when the statement is done. Statements themselves never overlap on a connection.
 */
export const meanwhile = async <T>(running: Promise<unknown>, prepare: () => T): Promise<T> => {
  // A failure counts where it is awaited below, not in the turns before that.
  running.catch(() => undefined)
  await breathe()
  try {
    return prepare()
  } finally {
    await running
  }
}
