import type { Json } from '../input/jsonRecords.ts'
import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import { at, list, text } from './nodes.ts'

/** Anchore writes `None` for nothing. */
const told = (value: Json, ...names: readonly string[]): string | null =>
  names.map((name) => text(value, name)).find((one) => one !== null && one !== 'None' && one !== 'N/A') ?? null

/** Scores of NVD and of vendors; below zero where there is none. */
const cvssOf = (item: Json): NonNullable<Draft['cvss']> => {
  const all = [...list(item, 'extra', 'nvd_data'), ...list(item, 'extra', 'vendor_data')]
  const brief = all.length > 0 ? [] : ['nvd_data', 'vendor_data', 'nvdData', 'vendorData'].flatMap((key) => list(item, key))
  return [
    ...all.flatMap((one) => (['cvss_v3', 'cvss_v2'] as const).map((key) => ({ ...(key === 'cvss_v2' ? { version: '2.0' as const } : {}),
      vector: text(one, key, 'vector_string'), score: text(one, key, 'base_metrics', 'base_score') }))),
    ...brief.flatMap((one) => [
      { version: '3.0' as const, score: text(one, 'cvss_v3', 'base_score') ?? text(one, 'cvssV3', 'baseScore') },
      { version: '2.0' as const, score: text(one, 'cvss_v2', 'base_score') ?? text(one, 'cvssV2', 'baseScore') },
    ]),
    { score: text(item, 'nvdCvssBaseScore') },
  ]
}

/** A vulnerability as Anchore Engine (`package_name`) and anchorectl (`packageName`) write it. */
export const draftOf = (item: Json, host: Draft['host'], record: string): Draft => {
  const id = told(item, 'vuln', 'vulnerabilityId', 'vulnerability_id')
  const whole = told(item, 'package', 'package_name', 'packageName')
  const name = told(item, 'package_name', 'packageName') ?? whole
  const fixedIn = told(item, 'fix', 'fixAvailable')
  const data = ['nvd_data', 'vendor_data', 'nvdData', 'vendorData'].flatMap((key) => list(item, key).map((one) => text(one, 'id')))
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    description: text(item, 'extra', 'description') ?? text(item, 'description'),
    solution: fixedIn === null ? null : `Upgrade to ${fixedIn}`,
    references: [told(item, 'url', 'link')],
    identifiers: advisories(id, ...(told(item, 'cves')?.split(/[\s,]+/) ?? []), ...data),
    cvss: cvssOf(item),
    severity: text(item, 'severity'),
    host,
    component: name === null ? null : { name, version: told(item, 'package_version', 'packageVersion'), fixedIn, path: told(item, 'package_path', 'packagePath', 'path') },
    evidence: lines(labelled('Package', whole), labelled('Feed', told(item, 'feed_group', 'feedGroup', 'feed')),
      labelled('CPE', told(item, 'package_cpe23', 'packageCpe23', 'package_cpe', 'packageCpe'))),
    firstSeen: told(item, 'detectedAt', 'detected_at'),
    record,
  }
}

export const hostOf = (context: Json): Draft['host'] => {
  const tag = text(context, 'imageFullTag') ?? text(context, 'image_full_tag')
  const metadata = at(context, 'metadata')
  const image = [text(metadata, 'registry'), text(metadata, 'repository')].filter((t) => t !== null).join('/')
  const version = text(metadata, 'tag')
  const tagged = image === '' ? null : `${image}${version === null ? '' : `:${version}`}`
  const name = tag ?? tagged ?? text(context, 'imageDigest') ?? text(context, 'image_digest')
  return name === null ? null : { name }
}
