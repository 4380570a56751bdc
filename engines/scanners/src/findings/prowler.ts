import type { Stance } from './finding.ts'

/** PASS, FAIL, MANUAL, INFO, WARNING, MUTED, in any case. */
export const prowlerStance = (status: string | null): Stance => {
  const said = status?.trim().toUpperCase()
  return said === 'PASS' || said === 'PASSED' ? 'passed' : said === 'MUTED' ? 'suppressed' : 'open'
}
