import { register, type Draft } from '@heng/server-kit'
import { asset as noun } from '../../contract/asset.ts'
import { spreadValues } from '../dependency/spread.ts'
import { noteSources } from '../identifier/sources.ts'
import { deriveValue } from './value.ts'

const valueChanged = ({ before, after }: Draft): boolean =>
  (before?.value ?? null) !== after.value || (before?.archivedAt ?? null) !== after.archivedAt

export const asset = register(noun, {
  table: 'asset',
  derive: deriveValue,
  afterwards: async (ctx, drafts, action) => {
    await noteSources(ctx, drafts)
    // A new asset has no dependencies yet, so nothing can flow from it.
    if (action !== 'created') await spreadValues(ctx, drafts.filter(valueChanged).map((d) => d.after.id))
  },
})
