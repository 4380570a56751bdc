import { en as pages } from './pages/en.ts'

export const en = {
  pages,
  nouns: {
    site: {
      one: 'Site', many: 'Sites',
      about: 'Places where the organisation works. The scope states which of them the ISMS covers.',
      fields: { name: 'Name', kind: 'Kind', address: 'Address', unit: 'Unit', responsible: 'Responsible', shared: 'Shared with others', note: 'Note' },
      values: { kind: { headquarters: 'Headquarters', office: 'Office', plant: 'Plant', dataCentre: 'Data centre', warehouse: 'Warehouse', laboratory: 'Laboratory', home: 'Home office', other: 'Other' } },
    },
    contextIssue: {
      one: 'Issue', many: 'External and internal issues',
      about: 'External and internal factors that help or hinder the ISMS (ISO/IEC 27001 4.1). Risks and the scope start here.',
      fields: { title: 'Issue', kind: 'External or internal', category: 'Subject', effect: 'Effect', description: 'Description', impact: 'How it affects the ISMS', owner: 'Owner', reviewOn: 'Review on' },
      values: {
        kind: { external: 'External', internal: 'Internal' },
        category: {
          technology: 'Technology', threats: 'Threat landscape', legal: 'Law and regulation', politics: 'Politics and society', market: 'Market and competition', supplyChain: 'Supply chain',
          climate: 'Climate change', finance: 'Finance', people: 'People and skills', culture: 'Culture', processes: 'Processes and governance', physical: 'Sites and facilities', other: 'Other',
        },
        effect: { helps: 'Helps', hinders: 'Hinders', both: 'Both' },
      },
    },
    climateDetermination: {
      one: 'Climate determination', many: 'Climate determinations',
      about: 'Whether climate change is relevant to the ISMS, with the reason (ISO/IEC 27001:2022/Amd 1:2024, 4.1).',
      fields: {
        relevant: 'Climate change is relevant', reason: 'Reason', partiesRelevant: 'Interested parties have related requirements', partiesReason: 'Which ones, or why none',
        decidedOn: 'Decided on', decidedBy: 'Decided by', reviewOn: 'Review on',
      },
      values: {},
    },
    interestedParty: {
      one: 'Interested party', many: 'Interested parties',
      about: 'Who affects the ISMS or is affected by it (ISO/IEC 27001 4.2).',
      fields: { name: 'Name', kind: 'Kind', needs: 'Needs and expectations', owner: 'Internal contact', reviewOn: 'Review on', requirements: 'Requirements', undecided: 'Undecided' },
      values: {
        kind: {
          customer: 'Customer', regulator: 'Regulator', publicAuthority: 'Public authority', owner: 'Owner or shareholder', parentCompany: 'Parent company', employee: 'Employees', supplier: 'Supplier',
          partner: 'Partner', insurer: 'Insurer or bank', certificationBody: 'Certification body', community: 'Community', other: 'Other',
        },
      },
    },
    partyRequirement: {
      one: 'Requirement', many: 'Requirements of parties',
      about: 'What interested parties require, and whether the ISMS addresses it (ISO/IEC 27001 4.2 b, c).',
      fields: {
        requirement: 'Requirement', party: 'Interested party', source: 'Source', sourceReference: 'Where it is stated', addressed: 'Addressed by the ISMS', how: 'How, or why not',
        climate: 'Concerns climate change', owner: 'Owner', reviewOn: 'Review on',
      },
      values: {
        source: { law: 'Law', contract: 'Contract', expectation: 'Expectation', standard: 'Standard' },
        addressed: { yes: 'Yes', no: 'No', undecided: 'Undecided' },
      },
    },
    responsibility: {
      one: 'Activity', many: 'Responsibilities',
      about: 'Who is responsible, accountable, consulted and informed for each activity of the ISMS (ISO/IEC 27001 5.3).',
      fields: { name: 'Activity', clause: 'Clause', description: 'Description', position: 'Position', assignments: 'Assignments', template: 'Starter set' },
      values: {},
    },
    scope: {
      one: 'Statement of scope', many: 'Scope',
      about: 'What the ISMS covers and where it ends (ISO/IEC 27001 4.3). Approved versions are frozen with their hash.',
      fields: {
        name: 'Title', edition: 'Version', state: 'State', units: 'Units', sites: 'Sites', businesses: 'Businesses and services', systems: 'Systems and data', interfaces: 'Interfaces and dependencies',
        exclusions: 'Exclusions', statementEn: 'Statement (English)', statementZh: 'Statement (Chinese)', approvedAt: 'Approved at', approvedBy: 'Approved by', basis: 'Basis', frozenHash: 'Hash of the approved content (SHA-256)',
      },
      values: { state: { draft: 'Draft', inReview: 'In review', approved: 'Approved', superseded: 'Superseded' } },
    },
  },
  errors: {
    'organisation.howNeeded': 'Say how the ISMS addresses it, or why it does not.',
    'organisation.raciTwice': 'A role or person can have only one letter for an activity.',
    'organisation.raciAccountable': 'An activity needs exactly one accountable role or person.',
    'organisation.scopeOpen': 'A version is already in progress: {reference}.',
    'organisation.scopeState': 'This version is not a draft (state: {state}).',
    'organisation.scopeFrozen': 'This version can no longer be changed.',
    'organisation.scopeIncomplete': 'A statement and at least one unit are needed before it can be submitted.',
    'organisation.scopeGaps': 'Open gaps: {count}. Close them, or say why you are submitting anyway.',
    'organisation.scopeTampered': 'The stored version no longer matches the hash that was approved.',
    'field.holder': 'Not a role or person.',
  },
  kinds: { 'context.review': 'Review of the context' },
  hints: {
    'organisation.scopeOpen': 'Continue with it, or archive it first.',
    'organisation.scopeFrozen': 'Draft the next version instead.',
    'organisation.scopeTampered': 'Do not use it. Tell the audit administrator and restore it from a backup.',
  },
}
