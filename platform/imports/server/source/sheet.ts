import type { AnyRegister, Kit } from '@heng/server-kit'
import type { Reading } from '../../contract/index.ts'
import { proposeColumns } from '../mapping/propose.ts'
import { inspect } from './inspect.ts'
import { openFile } from './open.ts'
import type { ReadHow } from './source.ts'

/** Sheets that are tried; a list rarely stands further behind. */
const tried = 10

const fits = (kit: Kit, reg: AnyRegister, reading: Reading): number =>
  proposeColumns(kit, reg, reading.header, reading.sample).filter(({ field }) => field !== null).length

/**
 * What an uploaded file holds. Of a workbook without a chosen sheet the first is taken, unless the register's label is
 * not in it and another sheet fits better: a cover sheet often comes first, also in our own exports.
 */
export const readFile = async (kit: Kit, reg: AnyRegister, path: string, how: ReadHow): Promise<Reading> => {
  const read = async (sheet: string | undefined) => inspect(await openFile(kit, reg.noun.name, path, { ...how, sheet }))
  if (how.sheet !== undefined) return read(how.sheet)
  const first = await openFile(kit, reg.noun.name, path, how)
  const sheets = (first.sheets ?? []).slice(0, tried)
  if (sheets.length < 2) return inspect(first)
  await first.close()
  let best: Reading | undefined
  let bestFit = -1
  let refusal: unknown
  for (const sheet of sheets) {
    try {
      const reading = await read(sheet)
      const fit = fits(kit, reg, reading)
      if (fit > bestFit) [best, bestFit] = [reading, fit]
    } catch (error) {
      // An empty sheet beside the list is no reason to refuse the workbook.
      refusal ??= error
    }
  }
  if (best === undefined) throw refusal
  return best
}
