import { register } from '@heng/server-kit'
import { vulnerabilityScan as noun } from '../../contract/scan.ts'

/** Reports taken in; written only by the verbs beside this file. */
export const vulnerabilityScan = register(noun, { table: 'vulnerability_scan', importable: false })
