import { z } from 'zod'
import { checked, type Command } from './command.ts'

/** `privileged: false` leaves out tests that need root; lynis itself leaves them out when it is not root. */
export const lynisSchema = z.strictObject({ privileged: z.boolean().default(true) })

export type LynisRequest = z.input<typeof lynisSchema>

const report = { file: 'lynis-report.dat' }

/**
 * An audit by lynis of the machine that the server runs on; the report is lines of `key=value`.
 * @throws ProbeError `invalid`.
 */
export const lynisCommand = (request: LynisRequest = {}): Command => {
  const { privileged } = checked(lynisSchema, request)
  return {
    args: ['audit', 'system', '--no-colors', '--quick', ...(privileged ? [] : ['--pentest']), '--log-file', { file: 'lynis.log' }, '--report-file', report],
    report,
    successCodes: [0],
  }
}
