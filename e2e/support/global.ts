import { unpack } from './browser.ts'

/** Before the first journey, so that two of them do not unpack the browser at once. */
export const setup = async (): Promise<void> => {
  if (process.env.HENG_BROWSER === undefined) await unpack()
}
