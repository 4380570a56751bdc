import { register } from '@heng/server-kit'
import { assetScan as noun } from '../../contract/scan.ts'

/** Imports of scans; written only by the verbs beside this file. */
export const assetScan = register(noun, { table: 'asset_scan' })
