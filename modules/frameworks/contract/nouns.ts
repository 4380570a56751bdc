import { field, noun } from '@heng/contract'
import { z } from 'zod'

const derived = { writable: false } as const
const aside = { ...derived, inList: false, sortable: false, filterable: false } as const

/** One edition of a catalogue that the organisation can be measured against. Its texts never change: a newer version stands beside it. */
export const framework = noun({
  name: 'framework',
  room: 'frameworks',
  prefix: 'F',
  label: 'name',
  fields: {
    /** In both languages, for search; lists and links show the caller's language. */
    name: field.text({ ...aside, required: true, max: 1_000, searchable: true }),
    nameEn: field.text({ max: 500 }),
    nameZh: field.text({ max: 500 }),
    editionEn: field.text({ ...derived, inList: true }),
    editionZh: field.text({ ...derived, inList: false }),
    /** Version of the content, not of the standard: a corrected wording raises it. */
    contentVersion: field.text({ ...derived, max: 60, searchable: false }),
    publisher: field.text({ ...derived, max: 500 }),
    kind: field.oneOf(['shipped', 'oscal', 'csv'], { ...derived, required: true }),
    state: field.oneOf(['current', 'superseded'], { ...derived, required: true }),
    /** `ownWording`: we wrote it; `verbatim`: the source may be reproduced; `stated`: see the note; `unknown`: nobody said. */
    licence: field.oneOf(['ownWording', 'verbatim', 'stated', 'unknown'], { ...derived, required: true }),
    requirementCount: field.integer(derived),
    assessableCount: field.integer(derived),
    /** Whether the organisation may lay its licensed copy over our wording. */
    overlayAllowed: field.boolean({ ...aside, required: true }),
    overlayCount: field.integer(aside),
    /** Same for every version of one publication. */
    key: field.text({ ...aside, required: true, max: 300 }),
    contentHash: field.text({ ...aside, required: true, max: 64 }),
    licenceEn: field.longText({ ...derived, searchable: false }),
    licenceZh: field.longText({ ...derived, searchable: false }),
    provenanceEn: field.longText({ ...derived, searchable: false }),
    provenanceZh: field.longText({ ...derived, searchable: false }),
  },
})

export const attributes = z.object({
  theme: z.enum(['organizational', 'people', 'physical', 'technological']).optional(),
  view: z.enum(['technical', 'managerial', 'physical']).optional(),
  controlType: z.array(z.enum(['preventive', 'detective', 'corrective'])).optional(),
  properties: z.array(z.enum(['C', 'I', 'A'])).optional(),
  mark: z.enum(['S', 'A', 'G']).optional(),
  /** Other classifications of an imported catalogue, as written there. */
  other: z.record(z.string(), z.string()).optional(),
})

/** One node of a framework: a clause, a theme, a control line. */
export const requirement = noun({
  name: 'requirement',
  room: 'frameworks',
  prefix: 'Q',
  label: 'name',
  fields: {
    name: field.text({ ...aside, required: true, max: 1_200 }),
    framework: field.record('framework', { ...derived, required: true }),
    /** Number in the source: `A.5.1`, `8.1.4.1`, `ac-2.1`. */
    ref: field.text({ ...derived, required: true }),
    titleEn: field.text({ ...derived, max: 500 }),
    titleZh: field.text({ ...derived, max: 500 }),
    kind: field.oneOf(['clause', 'theme', 'control', 'category', 'controlPoint', 'group', 'enhancement', 'item'], {
      ...derived,
      required: true,
    }),
    assessable: field.boolean({ ...derived, required: true }),
    withdrawn: field.boolean({ ...derived, required: true, inList: false }),
    parent: field.record('requirement', { ...derived, inList: false }),
    /** Place in the whole framework, from 0. */
    position: field.integer({ ...derived, required: true, inList: false }),
    /** How many lettered items the source has here; null where it does not count them. */
    items: field.integer({ ...derived, inList: false }),
    attributes: field.json(attributes, { writable: false, required: true }),
    summaryEn: field.longText({ ...derived, max: 60_000 }),
    summaryZh: field.longText({ ...derived, max: 60_000 }),
    /** What an auditor looks for, or the publisher's guidance. */
    guidanceEn: field.longText({ ...derived, max: 60_000 }),
    guidanceZh: field.longText({ ...derived, max: 60_000 }),
  },
})

/** How one requirement answers another; read from source to target. `none` says that the target framework has no counterpart, and why. */
export const mapping = noun({
  name: 'mapping',
  room: 'frameworks',
  prefix: 'MP',
  label: 'name',
  fields: {
    name: field.text({ ...aside, max: 500 }),
    source: field.record('requirement', { required: true }),
    relationship: field.oneOf(['equal', 'subset', 'superset', 'intersect', 'none'], { required: true }),
    target: field.record('requirement'),
    /** Follows from the target; given where there is none. */
    targetFramework: field.record('framework'),
    sourceFramework: field.record('framework', { writable: false, inList: false }),
    rationaleEn: field.longText({ max: 4_000 }),
    rationaleZh: field.longText({ max: 4_000 }),
    origin: field.oneOf(['shipped', 'own'], { writable: false }),
    provenanceEn: field.longText({ writable: false, searchable: false }),
    provenanceZh: field.longText({ writable: false, searchable: false }),
  },
})
