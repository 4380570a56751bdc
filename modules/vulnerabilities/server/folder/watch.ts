import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { HengError, type ErrorBody, type Locale } from '@heng/contract'
import { asSystem, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { claim, claims, putAway } from './claim.ts'
import { look, unchanged } from './look.ts'
import { take, told } from './take.ts'

interface Watched {
  readonly id: string
  readonly folder: string
}
interface Outcome {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly job: string | null
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
}

/** Folders that bear the slug of an organisation; a link is none. */
const watchedIn = async (kit: Kit, root: string): Promise<Watched[]> => {
  const slugs = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const { rows } = await sql<{ id: string; slug: string }>`select id, slug from organisation where slug = any(${slugs}::text[]) order by slug`.execute(kit.db)
  return rows.map(({ id, slug }) => ({ id, folder: join(root, slug) }))
}

/** Puts away what has been read, and takes up what a process that was killed had claimed for a scan that never came to be. */
const settle = async (kit: Kit, { id: org, folder }: Watched, patience: number): Promise<void> => {
  const open = await claims(folder)
  if (open.length === 0) return
  const outcomes = await asSystem(kit, org, 'job', 'vulnerabilities.folder', async (ctx) => {
    const { rows } = await sql<Outcome>`select s.id, s.reference, s.state, j.state as job, j.error from vulnerability_scan s left join job j on j.org_id = s.org_id and j.id = s.job
      where s.org_id = ${org} and s.id = any(${open.map(({ id }) => id)}::uuid[])`.execute(ctx.tx)
    return new Map(rows.map((row) => [row.id, row]))
  }, 'read')
  for (const one of open) {
    const scan = outcomes.get(one.id)
    if (scan === undefined && Date.now() - one.at >= patience) await take(kit, { id: org }, one)
    else if (scan?.state === 'done') await putAway(one, scan.reference, null)
    else if (scan?.job === 'failed' || scan?.job === 'cancelled') {
      await putAway(one, scan.reference, scan.error ?? told(kit, new HengError('vulnerabilityScan.stopped', { params: { reference: scan.reference } }), one.id))
    }
  }
}

export interface Pace {
  /** Between two looks at a file; ms. */
  readonly pause?: number
  /** How long a claim may stand without a scan before it counts as left behind; ms. */
  readonly patience?: number
}

/**
 * One round through the watched folder: puts away what was read, takes in what has stopped growing. Several processes may do so at once. Trouble with one
 * organisation's folder keeps no other waiting.
 */
export const watchFolder = async (kit: Kit, { pause = 5_000, patience = 120_000 }: Pace = {}): Promise<void> => {
  const root = kit.config.scanFolder
  if (root === undefined) return
  const each = async (all: readonly Watched[], work: (one: Watched) => Promise<void>) => {
    for (const one of all) await work(one).catch((error: unknown) => kit.log.error({ err: error, folder: one.folder }, 'a folder of scan reports could not be worked off'))
  }
  const all = await watchedIn(kit, root).catch((error: unknown) => {
    kit.log.error({ err: error, folder: root }, 'the folder of scan reports cannot be read')
    return []
  })
  await each(all, (one) => settle(kit, one, patience))
  const before = new Map<Watched, Awaited<ReturnType<typeof look>>>()
  await each(all, async (one) => void before.set(one, await look(one.folder)))
  if ([...before.values()].every((found) => found.length === 0)) return
  await wait(pause)
  await each([...before.keys()], async (one) => {
    for (const file of unchanged(before.get(one)!, await look(one.folder))) {
      const taken = await claim(one.folder, file)
      if (taken !== null) await take(kit, one, taken)
    }
  })
}
