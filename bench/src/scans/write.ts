import { open } from 'node:fs/promises'
import { createRandom, type Random } from '../plant/random.ts'
import { createTexts, type Texts } from './texts.ts'

/** What a report says, to be compared with what is read out of it: numbers of findings and of their CVEs, and a sum that knows which CVEs they are. */
export interface Told {
  findings: number
  cves: number
  sum: number
}
export const nothing = (): Told => ({ findings: 0, cves: 0, sum: 0 })

/** Counts a finding with its CVEs, each once. */
export const tell = (told: Told, cves: readonly string[]): void => {
  told.findings++
  told.cves += cves.length
  for (const cve of cves) told.sum += Number(cve.slice(4, 8)) * Number(cve.slice(9))
}

/** Makes a report piece by piece, counting what it tells, until it is long enough. */
export type Make = (random: Random, texts: Texts, told: Told, isFull: () => boolean) => Generator<string>

const block = 1024 * 1024

/** Writes a report of so many bytes, in pieces; the same seed makes the same. */
export const writeReport = async (path: string, bytes: number, make: Make): Promise<Told> => {
  const random = createRandom(7)
  const told = nothing()
  const file = await open(path, 'w')
  let [held, written] = ['', 0]
  try {
    for (const piece of make(random, createTexts(random), told, () => written + held.length >= bytes)) {
      held += piece
      if (held.length < block) continue
      written += (await file.write(held)).bytesWritten
      held = ''
    }
    await file.write(held)
  } finally {
    await file.close()
  }
  return told
}
