import { pageEn } from './page.en.ts'

const reasons = { risk: 'Risk', law: 'Law', contract: 'Contract', businessDecision: 'Business decision', bestPractice: 'Best practice' }
const implementation = { implemented: 'Implemented', partly: 'Partly implemented', planned: 'Planned', notWorking: 'Not working', notImplemented: 'Not implemented' }

export const en = {
  nouns: {
    soa: {
      one: 'Statement of applicability', many: 'Statement of applicability',
      about: 'Which controls your organisation needs and why, which of Annex A it leaves out and why, and how far each is implemented (ISO/IEC 27001, 6.1.3 d).',
      fields: {
        title: 'Title', number: 'Version', state: 'State', editionEn: 'Edition', editionZh: 'Edition (Chinese)', lineCount: 'Lines', undecidedCount: 'Undecided',
        excludedCount: 'Excluded', approvedAt: 'Approved', contentHash: 'SHA-256', framework: 'Framework', basedOn: 'Based on', approval: 'Approval', scope: 'Scope',
      },
      values: { state: { draft: 'Draft', inReview: 'In review', approved: 'Approved', superseded: 'Superseded' } },
    },
    soaLine: {
      one: 'Line of the statement', many: 'Lines of the statement',
      about: 'One control each: a line of Annex A, or a control of your own beyond it.',
      fields: {
        name: 'Control', soa: 'Statement', ref: 'Number', applicable: 'Applicable', reasons: 'Reasons for inclusion', reasonText: 'Reason in words',
        justification: 'Reason for exclusion', implementationOverride: 'Stated implementation', overrideReason: 'Why it differs from the controls',
        description: 'How it is done', document: 'Document', risks: 'Risks', requirement: 'Requirement', control: 'Own control', position: 'Position',
      },
      values: { applicable: { yes: 'Yes', no: 'No', undecided: 'Undecided' }, reasons, implementationOverride: implementation },
    },
  },
  soa: {
    themes: {
      organizational: '5 Organizational controls', people: '6 People controls', physical: '7 Physical controls', technological: '8 Technological controls',
      own: 'Own controls beyond Annex A',
    },
    checkResults: { passed: 'Nothing necessary omitted', warnings: 'Nothing necessary omitted, with remarks', failed: 'Incomplete' },
    report: {
      heading: 'Statement of applicability', classification: 'Internal', summary: 'Overview', organisation: 'Organisation', edition: 'Standard', version: 'Version',
      state: 'State', scope: 'Scope', lines: 'Controls considered', included: 'Included', excluded: 'Excluded', undecided: 'Undecided',
      implemented: 'Included and implemented', check: 'Check for omissions (6.1.3 c)', hash: 'SHA-256 of the content', approver: 'Top management',
      stated: 'Stated against the linked controls: ',
      ref: 'No.', title: 'Control', applicable: 'Applicable', why: 'Reason for inclusion or exclusion', implementation: 'Implementation', description: 'How it is done',
      document: 'Document', controls: 'Controls', risks: 'Risks',
      notInForce: {
        draft: 'This is a draft: not approved and not in force.', inReview: 'Submitted for approval: not yet in force.',
        superseded: 'A newer version has taken the place of this one.',
      },
    },
  },
  page: pageEn,
  errors: {
    'soa.frozen': 'This version was submitted and no longer changes.',
    'soa.open': 'A version is already being worked on.',
    'soa.omissions': '{count} points keep this version from being submitted.',
    'soa.exportQuery': 'Format must be docx, xlsx, pdf or json, language en or zh-CN.',
    'soaLine.annexA': '{ref} is a control of the standard: exclude it with a reason instead of removing it.',
  },
  hints: {
    'soa.frozen': 'Begin a new version to say something else.',
    'soa.open': 'Finish or discard it before you begin another.',
    'soa.omissions': 'Open the check for omissions; each point leads to its line.',
  },
}
