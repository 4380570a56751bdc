import { idInput, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { catalogueSummary, catalogueDiff } from './catalogue.ts'
import { attributes, framework, mapping, requirement } from './nouns.ts'

export { attributes, framework, mapping, requirement } from './nouns.ts'
export * from './catalogue.ts'
export * from './import.ts'

const frameworkBasics = registerOperations(framework, '/frameworks')
const requirementBasics = registerOperations(requirement, '/requirements')
const says = (en: string, zh: string) => ({ en, 'zh-CN': zh })

const treeNode = requirement.row
  .pick({
    id: true,
    ref: true,
    parent: true,
    titleEn: true,
    titleZh: true,
    kind: true,
    assessable: true,
    withdrawn: true,
    items: true,
    attributes: true,
  })
  .extend({
    overlay: z.boolean(),
    mapped: z.int(),
    /** How far controls answer it; null where none does, left out where the caller may not know. */
    answer: z
      .object({ controls: z.int(), state: z.enum(['implemented', 'inProgress', 'notWorking', 'planned', 'retired']) })
      .nullable()
      .optional(),
  })
export type TreeNode = z.output<typeof treeNode>

const mapped = z.object({
  id: z.uuid(),
  origin: z.enum(['shipped', 'own']),
  rationaleEn: z.string().nullable(),
  rationaleZh: z.string().nullable(),
  provenanceEn: z.string().nullable(),
  provenanceZh: z.string().nullable(),
  /** Read from the requirement asked about to the other one. */
  relationship: mapping.fields.relationship.schema,
  /** Null where the framework has no counterpart. */
  other: z.object({ id: z.uuid(), ref: z.string(), titleEn: z.string().nullable(), titleZh: z.string().nullable() }).nullable(),
  framework: z.object({ id: z.uuid(), editionEn: z.string().nullable(), editionZh: z.string().nullable() }),
})
export type MappedRequirement = z.output<typeof mapped>

const overlay = z.object({ text: z.string(), source: z.string(), loadedAt: z.iso.datetime(), loadedBy: z.string() })

export const frameworks = {
  framework: {
    list: frameworkBasics.list,
    get: frameworkBasics.get,
    update: frameworkBasics.update,
    archive: frameworkBasics.archive,
    restore: frameworkBasics.restore,
    shipped: operation({
      id: 'framework.shipped',
      method: 'GET',
      path: '/frameworks/shipped',
      permission: 'framework:read',
      summary: says('Catalogues that come with Heng', '系统自带的框架'),
      input: z.object({}),
      output: z.object({ items: z.array(catalogueSummary) }),
    }),
    install: operation({
      id: 'framework.install',
      method: 'POST',
      path: '/frameworks/install',
      permission: 'framework:import',
      summary: says('Install a shipped catalogue', '启用系统自带的框架'),
      input: z.object({ catalogue: z.string().max(100) }),
      output: z.object({ id: z.uuid(), installed: z.boolean() }),
    }),
    changes: operation({
      id: 'framework.changes',
      method: 'GET',
      path: '/frameworks/{id}/changes',
      permission: 'framework:read',
      summary: says('What the newer shipped version would change', '自带框架新版本的差异'),
      input: idInput,
      output: z.object({ diff: catalogueDiff.nullable() }),
    }),
    upgrade: operation({
      id: 'framework.upgrade',
      method: 'POST',
      path: '/frameworks/{id}/upgrade',
      permission: 'framework:import',
      summary: says('Put the newer shipped version beside this one', '启用自带框架的新版本'),
      input: idInput,
      output: z.object({ id: z.uuid() }),
    }),
    coverage: operation({
      id: 'framework.coverage',
      method: 'GET',
      path: '/frameworks/coverage',
      permission: 'framework:read',
      asOf: true,
      summary: says('How far controls answer each framework', '控制措施对各框架的覆盖情况'),
      input: z.object({}),
      /** Null where the caller may not see controls. */
      output: z.object({
        items: z.array(z.object({ id: z.uuid(), assessable: z.int(), answered: z.int(), implemented: z.int() })).nullable(),
      }),
    }),
    tree: operation({
      id: 'framework.tree',
      method: 'GET',
      path: '/frameworks/{id}/tree',
      permission: 'requirement:read',
      asOf: true,
      summary: says('Every requirement of a framework, in order', '框架的全部要求（按原序）'),
      input: idInput,
      output: z.object({ nodes: z.array(treeNode) }),
    }),
  },
  requirement: {
    list: requirementBasics.list,
    get: requirementBasics.get,
    related: operation({
      id: 'requirement.related',
      method: 'GET',
      path: '/requirements/{id}/related',
      permission: 'requirement:read',
      summary: says('Overlay and mapped requirements', '叠加文本与对照要求'),
      input: idInput,
      output: z.object({ overlay: overlay.nullable(), overlayAllowed: z.boolean(), mapped: z.array(mapped) }),
    }),
    overlay: operation({
      id: 'requirement.overlay',
      method: 'PUT',
      path: '/requirements/{id}/overlay',
      permission: 'requirement:overlay',
      summary: says('Lay licensed text over our wording', '载入已获许可的原文'),
      /** Null text takes the overlay away. */
      input: idInput.extend({ text: z.string().trim().min(1).max(60_000).nullable(), source: z.string().trim().min(1).max(300) }),
      output: z.object({ overlay: overlay.nullable() }),
    }),
  },
  mapping: registerOperations(mapping, '/mappings'),
}

export { attributes as requirementAttributes }
