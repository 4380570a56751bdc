import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locales } from '@heng/contract'
import type { TestProject } from 'vitest/node'
import { unpack } from './browser.ts'
import { prepare } from './prepared.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with what journeys begin from; null on an outside database. */
    prepared: string | null
  }
}

/** Before the first journey: the browser is unpacked, and what journeys begin from is prepared once in each language. */
export const setup = async (project: TestProject): Promise<() => void> => {
  await unpack()
  if (process.env.HENG_E2E_DATABASE !== undefined) {
    project.provide('prepared', null)
    return () => undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'heng-e2e-prepared-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    await Promise.all(locales.map((locale) => prepare(folder, locale)))
  } catch (error) {
    remove()
    throw error
  }
  project.provide('prepared', folder)
  return remove
}
