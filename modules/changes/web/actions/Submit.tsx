import type { RecordActionProps } from '@heng/web-kit'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Step } from './Step.tsx'

export const Component = (props: RecordActionProps) => <Step {...props} words={useWords().page.submit} required={false} run={({ reason, ...input }) => api.submit.call({ ...input, ...(reason === '' ? {} : { reason }) })} />
