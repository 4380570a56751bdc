import type { Locale } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { pick } from './wording.ts'
import type { RequirementBrief } from './requirement/store.ts'

export { assessableOfAll, requirementsByIds, requirementsOf, type RequirementBrief } from './requirement/store.ts'
export { mappingsOf, type MappingOf } from './requirement/mapped.ts'
export { namedRequirements, type NamedRequirement } from './requirement/named.ts'
export { nodesOf, type RequirementNode } from './requirement/nodes.ts'
export { answerSources, type Answer, type AnswerSource } from './answers.ts'
export { installShipped } from './framework/install.ts'

export const annexA = 'iso-iec-27001-2022'

export interface FrameworkBrief {
  readonly id: string
  readonly key: string
  readonly nameEn: string | null
  readonly nameZh: string | null
  readonly editionEn: string | null
  readonly editionZh: string | null
  readonly contentVersion: string | null
}

/** The current edition of a publication in this organisation, or undefined where it is not installed. */
export const currentFramework = async (ctx: Ctx, key: string): Promise<FrameworkBrief | undefined> => {
  const { rows } = await sql<FrameworkBrief>`select id, key, name_en as "nameEn", name_zh as "nameZh", edition_en as "editionEn",
      edition_zh as "editionZh", content_version as "contentVersion"
    from framework where org_id = ${ctx.org.id} and key = ${key} and state = 'current' and archived_at is null`.execute(ctx.tx)
  return rows[0]
}

/** Title or summary of a requirement in a language, falling back to the other one. */
export const wording = (requirement: RequirementBrief, text: 'title' | 'summary', locale: Locale): string | null =>
  pick(locale, requirement[`${text}En`], requirement[`${text}Zh`])
