import fc from 'fast-check'
import { metricsOf, type Version } from './metrics.ts'

/** Any vector of a version: every base metric, some of the others. */
export const anyVector = (version: Version) =>
  fc.tuple(...metricsOf[version].map((m) => (m.group === 'base' ? fc.constantFrom(...m.values) : fc.option(fc.constantFrom(...m.values), { nil: null, freq: 2 })))).map((values) =>
    `${version === '2.0' ? '' : `CVSS:${version}/`}${metricsOf[version].flatMap((m, i) => (values[i] === null ? [] : [`${m.name}:${values[i]}`])).join('/')}`)
