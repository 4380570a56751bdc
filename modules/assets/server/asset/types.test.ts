import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knowledge } from '@heng/content-knowledge'
import { importTable, openTable } from '@heng/imports/reads'
import { module as importsModule } from '@heng/imports/server'
import { createWorld } from '@heng/testkit'
import { expect, it } from 'vitest'
import { assets } from '../../contract/index.ts'
import { module } from '../module.ts'
import { assetTypes, tierOf } from './types.ts'

it('every type has its tier, and tells forms of it', () => {
  for (const { code, implies } of assetTypes()) expect(implies, code).toEqual({ tier: tierOf(code) })
  for (const { id } of knowledge().assetTypes) expect(tierOf(id), id).toMatch(/^(business|system|component)$/)
  expect(tierOf('no-such-type')).toBeNull()
})

it('a list of names and types has its tiers with them', async () => {
  const world = await createWorld([importsModule, module])
  const folder = await mkdtemp(join(tmpdir(), 'heng-types-'))
  try {
    const org = await world.organisation()
    const path = join(folder, 'list.csv')
    const types = knowledge().assetTypes
    await writeFile(path, ['资产名称,资产类型', ...types.map(({ id, title }) => `${id},${title['zh-CN']}`)].join('\n'))
    const { counts } = await org.asSystem((ctx) => importTable(ctx, { noun: 'asset', fileName: 'list.csv', open: () => openTable(path, {}) }))
    expect(counts).toMatchObject({ create: types.length, error: 0 })
    const { items } = await (await org.actor(['ismsManager'])).call(assets.asset.list, { limit: 100 })
    expect(items.map(({ type, tier }) => [type, tier]).toSorted()).toEqual(types.map(({ id, tier }) => [id, tier]).toSorted())
  } finally {
    await world.close()
    await rm(folder, { recursive: true })
  }
})
