import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { assets } from '@heng/assets/contract'
import { directory } from '@heng/directory/contract'
import { messages as directoryTexts } from '@heng/directory/locales'
import { records } from '@heng/records/contract'
import type { Locale } from '@heng/contract'
import { totp } from '@heng/testkit'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { heng } from '../support/cli.ts'
import { caller } from '../support/caller.ts'
import type { Company } from '../support/company.ts'
import { acceptOnPage } from '../support/invite.ts'
import { foundNeighbour } from '../support/neighbour.ts'
import { owner } from '../support/people.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import type { Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

// Journey 12: another unit and another organisation are refused; kill -9; restore from a backup.
describe.each<Locale>(walkedIn(12))('what must not break, in %s', (locale) => {
  let company: Company
  let server: RunningServer
  const backup = join(tmpdir(), `heng-journey-${process.pid}-${locale}.heng`)
  beforeAll(async () => {
    company = await begin('sample', locale)
    server = company.stage.server
  })
  afterAll(async () => {
    await server.stop()
    await company.stage.close()
    rmSync(backup, { force: true })
  })

  const errors = kit[locale].errors
  const status = async (visit: Visit, path: string): Promise<number> => (await visit.context.request.get(`/api/v1${path}`)).status()

  it('refuses another unit: neither page nor API show what is not the head’s', async () => {
    const { manager, org } = company
    const units = (await manager.call(directory.unit.list, { limit: 200 })).items
    const all = (await manager.call(assets.asset.list, { limit: 200, sort: 'reference' })).items.filter((asset) => asset.unit !== null)
    const foreign = all[0]!
    const below = (id: string): string[] => [id, ...units.filter((u) => u.parent === id).flatMap((u) => below(u.id))]
    const own = all.find((asset) => !below(asset.unit!).includes(foreign.unit!) && asset.owner !== foreign.owner)!
    const head = await company.colleague('deng.chao@hengyue.example', [{ role: 'departmentHead', unit: own.unit! }])

    await head.visit.go(`/o/${org}/assets/${own.id}`)
    await head.visit.page.getByRole('heading', { name: own.name }).first().waitFor()
    await head.visit.go(`/o/${org}/assets/${foreign.id}`)
    const refusal = head.visit.page.getByRole('alert')
    await refusal.waitFor()
    expect(await head.visit.page.getByText(foreign.name).count()).toBe(0)
    await head.visit.picture('12-other-unit')
    expect(await axeFindings(head.visit.page)).toEqual([])
    expect(await status(head.visit, `/orgs/${org}/assets/${own.id}`)).toBe(200)
    expect(await status(head.visit, `/orgs/${org}/assets/${foreign.id}`)).toBe(404)
    await expect(head.call(assets.asset.update, { id: foreign.id, version: foreign.version, values: { name: 'taken' } })).rejects.toThrow(/: 40[34] /)
    await expect(head.call(assets.asset.create, { name: 'planted', tier: foreign.tier, unit: foreign.unit })).rejects.toThrow(/: 4\d\d /)
    expect((await manager.call(assets.asset.get, { id: foreign.id })).name).toBe(foreign.name)
  })

  it('refuses another organisation as if it did not exist', async () => {
    const { org } = company
    const path = await foundNeighbour(server, 'linju', '邻居公司 Neighbours')
    const guest = await company.stage.open(locale, { narrow: true })
    await acceptOnPage(guest, path, 'linju')
    for (const place of [`/o/${org}`, `/o/${org}/assets`, '/o/there-is-none']) {
      await guest.go(place)
      await guest.page.getByRole('heading', { name: errors.noAccessTitle }).waitFor()
    }
    await guest.picture('12-other-organisation')
    expect(await axeFindings(guest.page)).toEqual([])
    expect(await status(guest, '/orgs/linju/assets')).toBe(200)
    for (const what of ['assets', 'people', 'risks', 'history', 'settings']) expect(await status(guest, `/orgs/${org}/${what}`), what).toBe(404)
    expect(await status(company.manager.visit, '/orgs/linju/assets')).toBe(404)
  })

  it('keeps what was acknowledged through kill -9 of the server and of the database', async () => {
    const { manager, org } = company
    const acknowledged: string[] = []
    for (const victim of ['server', 'database', 'both'] as const) {
      let killed = false
      const working = (async () => {
        for (let i = 0; !killed; i += 1) {
          const name = `${victim} ${i}`
          await manager.call(directory.unit.create, { name }).then(() => acknowledged.push(name), () => (killed = true))
        }
      })()
      await sleep(1_500)
      const postmaster = Number(readFileSync(join(server.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
      if (victim !== 'server') process.kill(postmaster, 'SIGKILL')
      if (victim !== 'database') server.process.kill('SIGKILL')
      await working
      await server.stop()
      server = await startServer({ dataDir: server.dataDir, port: server.port })
      const present = new Set<string>()
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await manager.call(directory.unit.list, { limit: 200, ...(cursor === undefined ? {} : { cursor }) })
        for (const unit of page.items) present.add(unit.name)
        cursor = page.next
      }
      expect(acknowledged.filter((name) => !present.has(name)), victim).toEqual([])
      expect(acknowledged.some((name) => name.startsWith(victim)), victim).toBe(true)
    }
    // Nobody has to sign in again, and the page works.
    await manager.visit.go(`/o/${org}/units`)
    await manager.visit.page.getByText('both 0', { exact: true }).first().waitFor()
  })

  it('comes back whole from a backup: records, history, files, accounts with their second factor', async () => {
    const { manager, org } = company
    const { request } = manager.visit.context
    const post = async (path: string, data: object) => (await request.post(path, { data, headers: { origin: server.url } })).json() as Promise<Record<string, string>>
    const { totpURI } = await post('/api/auth/two-factor/enable', { password: owner.password })
    const key = new URL(totpURI!).searchParams.get('secret')!
    await post('/api/auth/two-factor/verify-totp', { code: totp(key) })
    const asset = (await manager.call(assets.asset.list, { limit: 1 })).items[0]!
    await manager.call(assets.asset.update, { id: asset.id, version: asset.version, values: { name: `${asset.name} ✓` } })
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000)])
    const upload = await request.put(`/api/v1/orgs/${org}/files?name=evidence.pdf`, { data: content, headers: { 'content-type': 'application/pdf' } })
    const { id: fileId } = (await upload.json()) as { id: string }
    await manager.call(records.attachment.add, { noun: 'asset', recordId: asset.id, fileId })
    const state = async (call = manager.call) => ({
      asset: await call(assets.asset.get, { id: asset.id }),
      history: (await call(records.history.list, { noun: 'asset', recordId: asset.id })).items,
      totals: [(await call(assets.asset.list, { limit: 1 })).total, (await call(directory.person.list, { limit: 1 })).total],
    })
    const before = await state()
    expect(before.history.length).toBeGreaterThan(1)
    expect(await heng(server.dataDir, 'backup', backup)).toContain('Backup written')

    await server.stop()
    rmSync(server.dataDir, { recursive: true, force: true })
    expect(await heng(server.dataDir, 'restore', backup)).toContain('Restored the backup')
    await expect(heng(server.dataDir, 'restore', backup)).rejects.toThrow(/not empty/)
    server = await startServer({ dataDir: server.dataDir, port: server.port })

    const visit = await company.stage.open(locale)
    const t = directoryTexts[locale].pages.signIn
    await visit.go(`/o/${org}/assets/${asset.id}`)
    await visit.page.getByLabel(t.email).fill(owner.email)
    await visit.page.getByLabel(t.password, { exact: true }).fill(owner.password)
    await visit.page.keyboard.press('Enter')
    await visit.page.getByLabel(t.code, { exact: true }).fill(totp(key))
    await visit.page.keyboard.press('Enter')
    await visit.page.waitForURL(`**/o/${org}/assets/${asset.id}`)
    await visit.settle()
    await visit.page.getByText(`${asset.name} ✓`).first().waitFor()
    await visit.picture('12-restored')
    expect(await state(caller(visit, org))).toEqual(before)
    const file = await visit.context.request.get(`/api/v1/orgs/${org}/files/${fileId}`)
    expect((await file.body()).equals(content)).toBe(true)
    expect(visit.complaints).toEqual([])
  })
})
