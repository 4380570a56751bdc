import { setTimeout as sleep } from 'node:timers/promises'
import { textOf, script } from './processes.ts'
import { runProbe } from '../run.ts'

// `server.ts SCRIPT [FILE]`: a server with a run of the script at work, its report on stdout or in the file, for tests that kill the server.
const [, , text = '', file] = process.argv
const running = runProbe(script(text, { limits: { seconds: 60, outputBytes: 10_000_000 }, report: file === undefined ? 'stdout' : { file } }))
await textOf({ ...running, report: told(running.report) })

async function* told(report: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of report) {
    process.stdout.write(piece)
    yield piece
    // A file is read slowly, so that it is being read when the server is killed.
    if (file !== undefined) await sleep(60_000)
  }
}
