import type { JsonRenderers } from '@heng/web-kit'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Line, Policy, Together } from '../contract/index.ts'

const later = (node: ReactNode): ReactNode => <Suspense fallback={<div className="hg-bone" />}>{node}</Suspense>
const Lines = lazy(async () => ({ default: (await import('./statement/parts.tsx')).Lines }))
const All = lazy(async () => ({ default: (await import('./statement/parts.tsx')).All }))
const PolicyView = lazy(async () => ({ default: (await import('./statement/PolicySection.tsx')).PolicyView }))

/** Parts of a statement, wherever one is shown by itself: record, history. Loaded when first needed. */
export const statementJson: JsonRenderers = {
  lines: (value) => later(<Lines lines={value as readonly Line[]} />),
  together: (value) => later(<All value={value as Together} />),
  policy: (value) => later(<PolicyView policy={value as Policy} />),
}

export const breachJson: JsonRenderers = { limits: (value) => later(<Lines lines={(value as readonly { readonly line: Line }[]).map(({ line }) => line)} />) }
