import { HengError } from '@heng/contract'
import { register, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { interestedParty as partyNoun, partyRequirement as requirementNoun } from '../../contract/party.ts'

const requirements = sql`select count(*)::int from party_requirement r where r.org_id = t.org_id and r.party = t.id and r.archived_at is null`

export const interestedParty = register(partyNoun, {
  table: 'interested_party',
  defaultSort: 'name',
  computed: { requirements: sql`(${requirements})`, undecided: sql`(${requirements} and r.addressed = 'undecided')` },
})

/** Once decided, a requirement says how the ISMS addresses it, or why it does not (ISO/IEC 27001 4.2 c). */
const needHow = (_ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { after } of drafts) {
    if (after.addressed !== 'undecided' && after.how === null) throw new HengError('organisation.howNeeded', { fields: [{ path: 'how', code: 'required' }] })
  }
}

export const partyRequirement = register(requirementNoun, { table: 'party_requirement', check: needHow })
