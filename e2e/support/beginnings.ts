import { home } from '@heng/home/contract'
import type { Locale } from '@heng/contract'
import { agree } from './agreed.ts'
import { caller } from './caller.ts'
import { companyOf, finished, personOf, type Company } from './company.ts'
import { owner } from './people.ts'
import { setUp, type Stage } from './stage.ts'
import { treat, type Treated } from './treated.ts'

/** What journeys begin from, each built on the one before. */
export interface Beginnings {
  /** The sample company loaded. */
  readonly sample: Company
  /** Risk criteria in force, the worst risk of a server treated, with a plan that its owner approved. */
  readonly treated: Treated
}

/** Sets a new installation up through its pages, as its owner would. */
export const found = async (stage: Stage, locale: Locale): Promise<Company> => {
  const visit = await stage.open(locale)
  const org = await setUp(visit, stage.server.setupUrl!, locale === 'en' ? 'Hengyue Precision' : '恒岳精密制造')
  const call = caller(visit, org)
  return companyOf(stage, org, { visit, call, personId: await personOf(call, owner.email) })
}

/** The way from a new installation to each beginning. */
export const ways = {
  sample: async (stage: Stage, locale: Locale): Promise<Company> => {
    const company = await found(stage, locale)
    const { call } = company.manager
    await finished(call, (await call(home.loadSample, {})).jobId)
    return company
  },
  treated: async (sample: Company, locale: Locale): Promise<Treated> => treat(await agree(sample), locale),
}

/** Walks a new installation all the way to a beginning. */
export const reach = async <B extends keyof Beginnings>(stage: Stage, locale: Locale, wanted: B): Promise<Beginnings[B]> => {
  const sample = await ways.sample(stage, locale)
  return (wanted === 'sample' ? sample : await ways.treated(sample, locale)) as Beginnings[B]
}
