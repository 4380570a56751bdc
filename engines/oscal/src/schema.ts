import { z } from 'zod'

/*
 * The part of the OSCAL 1.0–1.2 models that is read; other fields are left out silently.
 * Source: NIST OSCAL JSON schemas oscal_catalog_schema.json and oscal_profile_schema.json (identical for these fields from 1.0.0 to 1.2.1).
 */

const id = z.string().min(1)

export const propSchema = z.object({
  name: z.string(),
  value: z.string(),
  ns: z.string().optional(),
  class: z.string().optional(),
})
export type Prop = z.infer<typeof propSchema>

export const linkSchema = z.object({ href: z.string(), rel: z.string().optional(), text: z.string().optional() })
export type Link = z.infer<typeof linkSchema>

const selectSchema = z.object({ 'how-many': z.string().optional(), choice: z.array(z.string()).optional() })

/** What a parameter and its setting in a profile have in common. */
export const paramFields = {
  class: z.string().optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  label: z.string().optional(),
  usage: z.string().optional(),
  guidelines: z.array(z.object({ prose: z.string() })).optional(),
  values: z.array(z.string()).optional(),
  select: selectSchema.optional(),
}

export const paramSchema = z.object({ id, ...paramFields })
export type Param = z.infer<typeof paramSchema>

export interface Part {
  id?: string
  name: string
  ns?: string
  class?: string
  title?: string
  props?: Prop[]
  prose?: string
  parts?: Part[]
  links?: Link[]
}

export const partSchema: z.ZodType<Part> = z.object({
  id: id.optional(),
  name: z.string(),
  ns: z.string().optional(),
  class: z.string().optional(),
  title: z.string().optional(),
  props: z.array(propSchema).optional(),
  prose: z.string().optional(),
  parts: z.lazy(() => z.array(partSchema)).optional(),
  links: z.array(linkSchema).optional(),
})

/** What groups and controls have in common. */
interface Item {
  class?: string
  title: string
  params?: Param[]
  props?: Prop[]
  links?: Link[]
  parts?: Part[]
  controls?: Control[]
}

export interface Control extends Item {
  id: string
  /** Controls have no groups; declared so that a control can be walked like any other tree. */
  groups?: undefined
}

export interface Group extends Item {
  id?: string
  groups?: Group[]
}

/** What is common to catalogs, groups and resolved profiles: the tree of controls. */
export interface ControlTree {
  groups?: Group[]
  controls?: Control[]
  params?: Param[]
}

const itemFields = {
  class: z.string().optional(),
  title: z.string(),
  params: z.array(paramSchema).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parts: z.array(partSchema).optional(),
  controls: z.lazy(() => z.array(controlSchema)).optional(),
}

const controlSchema: z.ZodType<Control> = z.object({ id, ...itemFields })
const groupSchema: z.ZodType<Group> = z.object({
  id: id.optional(),
  ...itemFields,
  groups: z.lazy(() => z.array(groupSchema)).optional(),
})

export const metadataSchema = z.object({
  title: z.string(),
  published: z.string().optional(),
  'last-modified': z.string(),
  version: z.string(),
  'oscal-version': z.string(),
  'document-ids': z.array(z.object({ identifier: z.string() })).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parties: z.array(z.object({ uuid: z.string(), name: z.string().optional() })).optional(),
  'responsible-parties': z.array(z.object({ 'role-id': z.string(), 'party-uuids': z.array(z.string()) })).optional(),
  remarks: z.string().optional(),
})
export type Metadata = z.infer<typeof metadataSchema>

export const resourceSchema = z.object({
  uuid: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  props: z.array(propSchema).optional(),
  citation: z.object({ text: z.string() }).optional(),
  rlinks: z.array(z.object({ href: z.string(), 'media-type': z.string().optional() })).optional(),
  base64: z.object({ value: z.string() }).optional(),
})
export type Resource = z.infer<typeof resourceSchema>

export const backMatterSchema = z.object({ resources: z.array(resourceSchema).optional() })

export const catalogSchema = z.object({
  uuid: z.string(),
  metadata: metadataSchema,
  params: z.array(paramSchema).optional(),
  groups: z.array(groupSchema).optional(),
  controls: z.array(controlSchema).optional(),
  'back-matter': backMatterSchema.optional(),
})
export type Catalog = z.infer<typeof catalogSchema>
