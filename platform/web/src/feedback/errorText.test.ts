import { expect, it } from 'vitest'
import { en } from '../../locales/en.ts'
import { networkError } from '../client/apiError.ts'
import { errorWords } from './errorText.ts'

it('says that the server is away, whether a call or the code of a page did not arrive', () => {
  const said = (error: unknown) => errorWords(error, en).message
  expect(said(networkError(new TypeError('Failed to fetch')))).toBe(en.errors.network)
  for (const message of ['Failed to fetch dynamically imported module: /assets/x.js', 'Importing a module script failed.', 'Unable to preload CSS for /assets/x.css']) {
    expect(said(new TypeError(message))).toBe(en.errors.network)
  }
  expect(said(new TypeError('x is undefined'))).toBe(en.errors.client)
})
