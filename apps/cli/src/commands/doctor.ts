import { DatabaseError } from '@heng/database'
import { installationOf } from '../installation.ts'
import type { Setting } from '../io.ts'
import { checkDatabase } from '../doctor/database.ts'
import { checkBackup, checkData, checkMail, checkNode, checkServer } from '../doctor/place.ts'
import type { Finding } from '../doctor/finding.ts'

/** Looks at everything that an installation needs; prints a line for each. 2 when something failed. */
export const doctor = async (setting: Setting): Promise<number> => {
  const { io, t, locale } = setting
  const place = installationOf(io.env)
  const checks: (() => Promise<readonly Finding[]>)[] = [
    () => checkNode(setting), () => checkData(setting, place), () => checkDatabase(setting, place),
    () => checkServer(setting), () => checkMail(setting), () => checkBackup(setting, place),
  ]
  let failed = false
  const width = Math.max(...[t.doctor.ok, t.doctor.warning, t.doctor.failed].map((word) => word.length))
  for (const check of checks) {
    const findings = await check().catch((error: unknown): Finding[] => [{ state: 'failed', text: saidIn(error, locale) }])
    for (const { state, text } of findings) {
      failed ||= state === 'failed'
      io.out(`${t.doctor[state].padEnd(width)}  ${text}\n`)
    }
  }
  return failed ? 2 : 0
}

const saidIn = (error: unknown, locale: Setting['locale']): string => {
  if (error instanceof DatabaseError) return locale === 'en' ? error.message : error.zh
  return error instanceof Error ? error.message : String(error)
}
