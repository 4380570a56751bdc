import { join } from 'node:path'
import { firstLoad, firstLoadLimit } from '../../scripts/firstLoad.ts'

/** Bytes of the first page, from the web as it is built. */
export const printWebLoad = (): void => {
  const files = firstLoad(join(import.meta.dirname, '../../apps/web/dist'))
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0)
  console.log(`\nfirst load of the web: ${(total / 1_000).toFixed(0)} kB gzip in ${files.length} files, ${(total / firstLoadLimit).toFixed(2)} of limit; largest ${files.slice(0, 3).map(({ file, gzip }) => `${file} ${(gzip / 1_000).toFixed(0)}`).join(', ')}`)
}
