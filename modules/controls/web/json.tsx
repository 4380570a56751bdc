import type { JsonRenderers } from '@heng/web-kit'
import { lazy, Suspense } from 'react'
import type { TestItem } from '../contract/index.ts'

const ItemList = lazy(async () => ({ default: (await import('./result/ItemList.tsx')).ItemList }))
const Frozen = lazy(async () => ({ default: (await import('./result/Frozen.tsx')).Frozen }))

/** Structured fields of results to read: record, history. Loaded when first needed. */
export const resultJson: JsonRenderers = {
  items: (value) => <Suspense fallback={<div className="hg-bone" />}><ItemList items={value as readonly TestItem[]} /></Suspense>,
  frozen: (value) => <Suspense fallback={<div className="hg-bone" />}><Frozen value={value} /></Suspense>,
}
