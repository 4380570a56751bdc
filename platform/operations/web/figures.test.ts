import { expect, it } from 'vitest'
import { formatDuration, formatSize } from './figures.ts'

it('says lengths of time in their two largest units', () => {
  expect([0, 999, 80_000, 3_600_000, 90_061_000].map((ms) => formatDuration(ms, 'en'))).toEqual(['0 sec', '1 sec', '1 min 20 sec', '1 hr', '1 day 1 hr'])
  expect(formatDuration(80_000, 'zh-CN')).toBe('1 分钟 20 秒')
})

it('says sizes in the largest unit that fits', () => {
  expect([0, 999, 1_000, 1_250_000, 3.2e12].map((n) => formatSize(n, 'en'))).toEqual(['0 bytes', '999 bytes', '1 kB', '1.3 MB', '3.2 TB'])
})
