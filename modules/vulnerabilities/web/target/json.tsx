import type { JsonRenderers } from '@heng/web-kit'
import { lazy, Suspense } from 'react'

const Identifiers = lazy(async () => ({ default: (await import('./Identifiers.tsx')).Identifiers }))

/** How structured fields of targets are read. */
export const targetJson: JsonRenderers = { identifiers: (value) => <Suspense fallback={<div className="hg-bone" />}><Identifiers of={value as never} /></Suspense> }
