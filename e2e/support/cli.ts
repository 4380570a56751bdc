import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs `heng …` on a data folder and answers what it said; a refusal throws. */
export const heng = async (dataDir: string, ...args: string[]): Promise<string> => {
  const env = { ...process.env, HENG_DATA: dataDir, DATABASE_URL: '', LANG: 'en_GB.UTF-8' }
  const { stdout, stderr } = await promisify(execFile)(join(root, 'node_modules/.bin/node'), [join(root, 'apps/cli/main.ts'), ...args], { env })
  return stdout + stderr
}
