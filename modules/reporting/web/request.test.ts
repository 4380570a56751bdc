import { expect, it } from 'vitest'
import { chosenFrom } from './request.ts'

it('an address without words asks for the running quarter of the first report that one may have', () => {
  expect(chosenFrom({}, ['audit'], '2026-11-23', 'zh-CN')).toEqual({ kind: 'audit', span: 'quarter', from: '2026-10-01', to: '2026-12-31', language: 'zh-CN' })
})

it('a report that one may not have, and days that are none, are left aside', () => {
  expect(chosenFrom({ kind: 'board', span: 'year', from: 'x', to: '2026-01-01', language: 'fr' }, ['audit'], '2026-11-23', 'en')).toEqual({ kind: 'audit', span: 'year', from: '2026-01-01', to: '2026-12-31', language: 'en' })
  expect(chosenFrom({ span: 'free', from: '2026-02-01', to: '2026-02-28' }, ['board'], '2026-11-23', 'en')).toMatchObject({ span: 'free', from: '2026-02-01', to: '2026-02-28' })
})
