import { join } from 'node:path'
import { expect, it } from 'vitest'
import { firstLoad, firstLoadLimit } from '../scripts/firstLoad.ts'

const dist = join(import.meta.dirname, '../apps/web/dist')

it('the first page loads no more than its budget, and nothing that only some pages need', () => {
  const files = firstLoad(dist)
  // A reader that found too little would pass anything.
  expect(files.length).toBeGreaterThan(10)
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0)
  expect(total, files.slice(0, 8).map(({ file, gzip }) => `${file} ${gzip}`).join(', ')).toBeLessThan(firstLoadLimit)
  expect(files.filter(({ file }) => /EChart|DateInput|RegisterPage|SoaPage|ScanPage/.test(file))).toEqual([])
})
