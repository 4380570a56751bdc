import { enableCompileCache } from 'node:module'

enableCompileCache()
const { run } = await import('./src/program.ts')

// Somebody who reads only the first lines (`heng … | head`) ends the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: process.stdout.columns ?? 100,
})
// A pending read of the terminal must not keep the process.
process.stdin.unref?.()
