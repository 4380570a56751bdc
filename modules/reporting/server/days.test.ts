import { expect, it } from 'vitest'
import { dayBegins } from './days.ts'

it('a day begins at midnight on the clocks of its place, also where they change', () => {
  expect(dayBegins('2026-07-01', 'Asia/Shanghai').toISOString()).toBe('2026-06-30T16:00:00.000Z')
  expect(dayBegins('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(dayBegins('2026-03-30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z')
  expect(dayBegins('2026-11-01', 'America/New_York').toISOString()).toBe('2026-11-01T04:00:00.000Z')
})
