import { join } from 'node:path'

/** The tables of the sample company, in the order in which they are imported. */
export type SampleFile = 'units.csv' | 'people.csv' | 'structure.csv' | 'assets.csv' | 'dependencies.csv' | 'hosts.csv' | 'control-tests.csv' | 'test-results.csv' | 'indicators.csv' | 'measurements.csv' | 'emerging-risks.csv'

/** Path of a table of the sample company in a language; the two languages name the same things. */
export const samplePath = (locale: 'en' | 'zh-CN', file: SampleFile): string => join(import.meta.dirname, locale, file)

/** Path of the sample company's network scan, as nmap writes it. */
export const sampleScan: string = join(import.meta.dirname, 'scan.xml')
