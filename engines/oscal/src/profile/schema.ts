import { z } from 'zod'
import { backMatterSchema, linkSchema, metadataSchema, paramFields, paramSchema, partSchema, propSchema } from '../schema.ts'

const selectControlSchema = z.object({
  'with-child-controls': z.enum(['yes', 'no']).optional(),
  'with-ids': z.array(z.string()).optional(),
  matching: z.array(z.object({ pattern: z.string().optional() })).optional(),
})
export type SelectControl = z.infer<typeof selectControlSchema>

const selectionFields = {
  'include-all': z.object({}).optional(),
  'include-controls': z.array(selectControlSchema).optional(),
  'exclude-controls': z.array(selectControlSchema).optional(),
}
const selectionSchema = z.object(selectionFields)
export type Selection = z.infer<typeof selectionSchema>

const insertSchema = z.object({ order: z.enum(['keep', 'ascending', 'descending']).optional(), ...selectionFields })

export interface CustomGroup {
  id?: string
  class?: string
  title: string
  params?: z.infer<typeof paramSchema>[]
  props?: z.infer<typeof propSchema>[]
  links?: z.infer<typeof linkSchema>[]
  parts?: z.infer<typeof partSchema>[]
  groups?: CustomGroup[]
  'insert-controls'?: z.infer<typeof insertSchema>[]
}

const customGroupSchema: z.ZodType<CustomGroup> = z.object({
  id: z.string().optional(),
  class: z.string().optional(),
  title: z.string(),
  params: z.array(paramSchema).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parts: z.array(partSchema).optional(),
  groups: z.lazy(() => z.array(customGroupSchema)).optional(),
  'insert-controls': z.array(insertSchema).optional(),
})

const customSchema = z.object({
  groups: z.array(customGroupSchema).optional(),
  'insert-controls': z.array(insertSchema).optional(),
})
export type Custom = z.infer<typeof customSchema>

const mergeSchema = z.object({
  combine: z.object({ method: z.enum(['use-first', 'merge', 'keep']).optional() }).optional(),
  flat: z.object({}).optional(),
  'as-is': z.boolean().optional(),
  custom: customSchema.optional(),
})
export type Merge = z.infer<typeof mergeSchema>

const setParameterSchema = z.object({ 'param-id': z.string(), ...paramFields })
export type SetParameter = z.infer<typeof setParameterSchema>

const removeSchema = z.object({
  'by-name': z.string().optional(),
  'by-class': z.string().optional(),
  'by-id': z.string().optional(),
  'by-item-name': z.string().optional(),
  'by-ns': z.string().optional(),
})
export type Remove = z.infer<typeof removeSchema>

const addSchema = z.object({
  position: z.enum(['before', 'after', 'starting', 'ending']).optional(),
  'by-id': z.string().optional(),
  title: z.string().optional(),
  params: z.array(paramSchema).optional(),
  props: z.array(propSchema).optional(),
  links: z.array(linkSchema).optional(),
  parts: z.array(partSchema).optional(),
})
export type Add = z.infer<typeof addSchema>

const alterSchema = z.object({
  'control-id': z.string(),
  removes: z.array(removeSchema).optional(),
  adds: z.array(addSchema).optional(),
})
export type Alter = z.infer<typeof alterSchema>

/** The profile model as far as it is resolved. Source: NIST oscal_profile_schema.json, 1.0.0 to 1.2.1. */
export const profileSchema = z.object({
  uuid: z.string(),
  metadata: metadataSchema,
  imports: z.array(z.object({ href: z.string(), ...selectionFields })).min(1),
  merge: mergeSchema.optional(),
  modify: z.object({ 'set-parameters': z.array(setParameterSchema).optional(), alters: z.array(alterSchema).optional() }).optional(),
  'back-matter': backMatterSchema.optional(),
})
export type Profile = z.infer<typeof profileSchema>
