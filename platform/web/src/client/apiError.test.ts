import { describe, expect, it } from 'vitest'
import { en } from '../../locales/en.ts'
import { errorWords } from '../feedback/errorText.ts'
import { conflictingRow, errorOfResponse, networkError } from './apiError.ts'

describe('errors of the server', () => {
  it('keep message, hint, fields and request number', () => {
    const error = errorOfResponse(422, { code: 'invalid', status: 422, message: 'No.', hint: 'Do.', fields: [{ path: 'a', code: 'x', message: 'm' }], requestId: 'r1' })
    expect([error.code, error.status, error.message, error.hint, error.fields.length, error.requestId]).toEqual(['invalid', 422, 'No.', 'Do.', 1, 'r1'])
  })
  it('stay legible when a gateway answers with something else', () => {
    const error = errorOfResponse(502, undefined, 'r2')
    expect(errorWords(error, en)).toEqual({ message: 'The server answered with status 502.', hint: undefined, requestId: 'r2' })
    expect(errorWords(networkError(new TypeError('fetch failed')), en).message).toBe(en.errors.network)
    expect(errorWords(new Error('secret detail'), en).message).toBe(en.errors.client)
  })
  it('bring the current row of a version conflict, and of nothing else', () => {
    const conflict = errorOfResponse(409, { code: 'versionConflict', status: 409, message: '', data: { current: { id: '1', version: 3 } } })
    expect(conflictingRow(conflict)).toEqual({ id: '1', version: 3 })
    expect([conflictingRow(errorOfResponse(409, { code: 'versionConflict', status: 409, message: '' })), conflictingRow(new Error('x'))]).toEqual([undefined, undefined])
  })
})
