import { RecordPage } from '@heng/web-kit'
import { control } from '../contract/index.ts'
import { EffectivenessSummary } from './effectiveness/Summary.tsx'
import { renderers } from './renderers.tsx'

/** One control: its fields and requirements; risks, files and history are panels of their rooms. */
export const Component = () => <RecordPage noun={control} renderers={renderers} summary={(row) => <EffectivenessSummary row={row} />} />
