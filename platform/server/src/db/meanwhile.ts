import { setImmediate as turn } from 'node:timers/promises'

/**
 * Works out what comes next while the database is busy: `prepare` runs once the statement has left, and its answer is
 * given when the statement is done. Statements themselves never overlap on a connection.
 */
export const meanwhile = async <T>(running: Promise<unknown>, prepare: () => T): Promise<T> => {
  // A failure counts where it is awaited below, not in the turn before that.
  running.catch(() => undefined)
  await turn()
  try {
    return prepare()
  } finally {
    await running
  }
}
