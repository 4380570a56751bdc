import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locale } from '@heng/contract'
import type { BrowserContext } from 'playwright-core'
import { ways, type Beginnings } from './beginnings.ts'
import { caller } from './caller.ts'
import { companyOf, type Colleague, type Company } from './company.ts'
import { setStage } from './stage.ts'

type Cookies = Parameters<BrowserContext['addCookies']>[0]

/** What a company is besides its data folder: who is signed in, and what else was found on the way. */
interface Kept {
  readonly org: string
  readonly people: Readonly<Record<string, { readonly personId: string; readonly cookies: Cookies }>>
  readonly facts: Readonly<Record<string, unknown>>
}

/** Walks the product to every beginning, in one language, and keeps a stopped installation of each in a folder. */
export const prepare = async (folder: string, locale: Locale): Promise<void> => {
  await keep(folder, locale, 'sample', await ways.sample(await setStage(), locale))
  await keep(folder, locale, 'treated', await ways.treated(await resume(folder, locale, 'sample'), locale))
}

/** A company as it was kept, on a server and a data folder of its own, with everybody signed in. */
export const resume = async <B extends keyof Beginnings>(folder: string, locale: Locale, beginning: B): Promise<Beginnings[B]> => {
  const place = placeOf(folder, locale, beginning)
  const dataDir = mkdtempSync(join(tmpdir(), 'heng-e2e-'))
  await copy(place, dataDir)
  const stage = await setStage({ dataDir })
  const { org, people, facts } = JSON.parse(readFileSync(`${place}.json`, 'utf8')) as Kept
  const signedIn: Record<string, Colleague> = {}
  for (const [name, { personId, cookies }] of Object.entries(people)) {
    const visit = await stage.open(locale)
    await visit.context.addCookies(cookies)
    signedIn[name] = { visit, personId, call: caller(visit, org) }
  }
  return { ...companyOf(stage, org, signedIn.manager!), ...signedIn, ...facts } as Beginnings[B]
}

const keep = async (folder: string, locale: Locale, beginning: keyof Beginnings, company: Company): Promise<void> => {
  const { stage, org, colleague: _, ...rest } = company
  const people: Record<string, Kept['people'][string]> = {}
  const facts: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(rest)) {
    if (isColleague(value)) people[name] = { personId: value.personId, cookies: await value.visit.context.cookies() }
    else facts[name] = value
  }
  await stage.browser.close()
  await stage.server.stop()
  const place = placeOf(folder, locale, beginning)
  renameSync(stage.server.dataDir, place)
  writeFileSync(`${place}.json`, JSON.stringify({ org, people, facts } satisfies Kept))
}

const placeOf = (folder: string, locale: Locale, beginning: keyof Beginnings): string => join(folder, `${beginning}.${locale}`)
const isColleague = (value: unknown): value is Colleague => typeof value === 'object' && value !== null && 'visit' in value

// With owners: as root, the database's files belong to somebody else.
const copy = async (from: string, to: string): Promise<void> => {
  await promisify(execFile)('cp', ['-Rp', `${from}/.`, to])
}
