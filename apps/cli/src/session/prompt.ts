import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Io } from '../io.ts'

/** Asks for lines on the terminal, or takes them one after the other from what is piped in. */
export interface Prompt {
  ask: (question: string, options?: { hidden?: boolean }) => Promise<string>
  close: () => void
}

export const openPrompt = (io: Io): Prompt => {
  const waiting: ((line: string) => void)[] = []
  const lines: string[] = []
  let ended = false
  let muted = false
  // Readline echoes what is typed; a password is not shown.
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!muted) io.err(chunk.toString())
      done()
    },
  })
  const reader: Interface = createInterface({ input: io.stdin, output, terminal: io.stdin.isTTY === true })
  reader.on('line', (line) => {
    const next = waiting.shift()
    if (next === undefined) lines.push(line)
    else next(line)
  })
  reader.on('close', () => {
    ended = true
    for (const next of waiting.splice(0)) next('')
  })
  return {
    ask: async (question, { hidden = false } = {}) => {
      io.err(`${question}: `)
      muted = hidden
      const line = lines.shift() ?? (ended ? '' : await new Promise<string>((resolve) => waiting.push(resolve)))
      muted = false
      if (hidden || io.stdin.isTTY !== true) io.err('\n')
      return line.trim()
    },
    close: () => reader.close(),
  }
}
