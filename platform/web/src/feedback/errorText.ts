import { fill } from '@heng/contract'
import { isApiError } from '../client/apiError.ts'
import type { KitText } from '../text/text.ts'

export interface ErrorWords {
  readonly message: string
  readonly hint: string | undefined
  readonly requestId: string | undefined
}

// What browsers and Vite say when the code or the styles of a page did not arrive.
const notLoaded = /dynamically imported module|importing a module script failed|unable to preload css/i

/** What a reader is told about an error: the server's own words, or the kit's where no server answered. */
export const errorWords = (error: unknown, t: KitText): ErrorWords => {
  if (error instanceof Error && notLoaded.test(error.message)) return { message: t.errors.network, hint: t.errors.loadHint, requestId: undefined }
  if (!isApiError(error)) return { message: t.errors.client, hint: t.errors.clientHint, requestId: undefined }
  if (error.code === 'network') return { message: t.errors.network, hint: t.errors.networkHint, requestId: undefined }
  const message = error.message === '' ? fill(t.errors.http, { status: error.status }) : error.message
  return { message, hint: error.hint, requestId: error.requestId }
}
