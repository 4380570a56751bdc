import type { Severity } from './finding.ts'

/** RSAS gives a flaw 0 to 10 points of its own, which are no CVSS score: high from 7, medium from 4. */
export const severityOfPoints = (points: string | null): Severity | null => {
  const number = points === null || points.trim() === '' ? Number.NaN : Number(points)
  return number >= 0 && number <= 10 ? (number >= 7 ? 'high' : number >= 4 ? 'medium' : 'low') : null
}

/** Numbers of the older Chinese list of flaws. */
export const cncveIn = (text: string | null): string[] => text?.match(/\bCNCVE-\d{4,12}\b/g) ?? []
