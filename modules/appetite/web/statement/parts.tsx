import { useOrganisation } from '@heng/web-kit'
import type { Line, Together } from '../../contract/index.ts'
import { LinesGrid } from './LinesGrid.tsx'
import { TogetherView } from './TogetherSection.tsx'

/** Amounts of a part shown by itself are those of the organisation's currency, as in every statement. */
export const Lines = ({ lines }: { readonly lines: readonly Line[] }) => <LinesGrid lines={lines} currency={useOrganisation().currency} percentile={null} />
export const All = ({ value }: { readonly value: Together }) => <TogetherView value={value} currency={useOrganisation().currency} percentile={null} />
