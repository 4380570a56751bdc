import { z } from 'zod'

const words = z.string().trim().min(1)
const chinese = words.regex(/\p{Script=Han}/u, 'no Chinese characters')
const text = z.strictObject({ en: words, 'zh-CN': chinese })
const grade = z.int().min(1).max(5)
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}(-[a-z0-9]+)+$`), `id must look like ${prefix}-some-words`)
const atLeastOne = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1).refine((list) => new Set(list).size === list.length, 'listed twice')

/** A control of Annex A of ISO/IEC 27001:2022: A.5.1–37, A.6.1–8, A.7.1–14, A.8.1–34. */
const control = z
  .string()
  .regex(/^A\.(5\.([1-9]|[12]\d|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12]\d|3[0-4]))$/, 'no such control in Annex A')

export const AssetTypeEntry = z.strictObject({
  id: id('at'),
  tier: z.enum(['business', 'system', 'component']),
  category: z.enum(['business', 'hardware', 'software', 'data', 'service', 'people', 'premises', 'network', 'document']),
  title: text,
  description: text,
  aliases: atLeastOne(words),
  typical: z.strictObject({ confidentiality: grade, integrity: grade, availability: grade }),
})

export const ThreatEntry = z.strictObject({
  id: id('th'),
  source: z.enum([
    'external-attacker',
    'insider-malicious',
    'insider-error',
    'third-party',
    'technical-failure',
    'environment',
    'organisational',
  ]),
  kind: text,
  title: text,
  description: text,
  properties: atLeastOne(z.enum(['C', 'I', 'A'])),
  frequency: grade,
  attack: atLeastOne(z.string().regex(/^T\d{4}(\.\d{3})?$/, 'not an ATT&CK technique id')).optional(),
})

export const VulnerabilityEntry = z.strictObject({
  id: id('vu'),
  category: z.enum([
    'network',
    'host',
    'application',
    'data',
    'cryptography',
    'identity-access',
    'operations',
    'development',
    'people',
    'physical',
    'organisation',
    'supplier',
    'cloud',
    'ot',
  ]),
  title: text,
  description: text,
  assetTypes: atLeastOne(id('at')),
  threats: atLeastOne(id('th')),
  controls: atLeastOne(control),
  exploitability: grade,
})

/** The same words in English and Simplified Chinese. */
export type Text = z.infer<typeof text>

/**
 * A kind of asset. `tier` is the layer of a GB/T 20984 assessment (业务, 系统资产, 系统组件和单元资产);
 * `aliases` are words found in spreadsheets, for matching on import; `typical` is a suggested value 1–5.
 */
export type AssetType = z.infer<typeof AssetTypeEntry>

/** A possible cause of harm. `properties` are those it typically harms; `frequency` is a suggested value 1–5. */
export type Threat = z.infer<typeof ThreatEntry>

/**
 * A weakness, with the asset types it occurs on, the threats that can use it and the Annex A controls that reduce it.
 * `exploitability` is a suggested value 1–5.
 */
export type Vulnerability = z.infer<typeof VulnerabilityEntry>
