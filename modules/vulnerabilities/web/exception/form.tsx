import type { FormOverrides } from '@heng/web-kit'
import { ListedInput } from './ListedInput.tsx'

export const exceptionForm: FormOverrides = { vulnerabilities: (props) => <ListedInput {...props} /> }
