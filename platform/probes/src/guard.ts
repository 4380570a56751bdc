import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

// Runs as a process of its own: `guard.ts LEADER FOLDER`. Told on stdin: `ended` when the group is gone, `over` when the folder is, too.
// When the server goes, however it goes, stdin ends early, and what was not told is done here.
const [leader, folder] = [Number(process.argv[2]), process.argv[3]!]
const grace = 3_000
let told = ''

const signal = (name: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-leader, name)
  } catch {
    return false
  }
}

for await (const piece of process.stdin) told += String(piece)
if (told === '') {
  signal('SIGTERM')
  for (let waited = 0; waited < grace && signal(0); waited += 50) await sleep(50)
  signal('SIGKILL')
}
if (!told.endsWith('over')) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
