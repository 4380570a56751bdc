import type { JsonRenderers } from '@heng/web-kit'
import { lazy, Suspense } from 'react'
import type { LossModel } from '../contract/index.ts'

const ModelOfOrganisation = lazy(async () => ({ default: (await import('./model/ModelOfOrganisation.tsx')).ModelOfOrganisation }))

/** A model to read, wherever one is shown: in the record and in its history. */
export const lossJson: JsonRenderers = {
  model: (value) => <Suspense fallback={<div className="hg-bone" />}><ModelOfOrganisation model={value as LossModel} /></Suspense>,
}
