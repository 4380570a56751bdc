import { useOrganisation, type JsonRenderers } from '@heng/web-kit'
import type { Line, Policy, Together } from '../contract/index.ts'
import { LinesGrid } from './statement/LinesGrid.tsx'
import { PolicyView } from './statement/PolicySection.tsx'
import { TogetherView } from './statement/TogetherSection.tsx'

/** Amounts of a part shown by itself are those of the organisation's currency, as in every statement. */
const Lines = ({ lines }: { readonly lines: readonly Line[] }) => <LinesGrid lines={lines} currency={useOrganisation().currency} percentile={null} />
const All = ({ value }: { readonly value: Together }) => <TogetherView value={value} currency={useOrganisation().currency} percentile={null} />

/** Parts of a statement in the history. */
export const statementJson: JsonRenderers = {
  lines: (value) => <Lines lines={value as Line[]} />,
  together: (value) => <All value={value as Together} />,
  policy: (value) => <PolicyView policy={value as Policy} />,
}

export const breachJson: JsonRenderers = { limits: (value) => <Lines lines={(value as readonly { readonly line: Line }[]).map(({ line }) => line)} /> }
