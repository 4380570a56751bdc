import { RecordPage } from '@heng/web-kit'
import { pageNoun } from './pageNoun.ts'
import { WorkSummary } from './record/WorkSummary.tsx'
import { renderers } from './renderers.tsx'

/** One piece of work with its evidence, comments and history. */
export const Component = () => <RecordPage noun={pageNoun} renderers={renderers} summary={(row) => <WorkSummary row={row} />} />
