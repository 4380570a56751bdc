/** Words of the report for auditors. */
export const audit = {
  title: 'Information security management system: report for auditors',
  subtitle: '{period} · as of {at}',
  classification: 'Confidential',
  about: {
    heading: 'How to read this report',
    scope: 'Registers are complete as they stood when the report was generated; approvals and history are those of the period.',
    asAt: 'Every figure follows the criteria in force that are named below. The same report can be downloaded again at any time; as JSON its SHA-256 is that of the record.',
    hashes: 'Hashes are SHA-256 over the canonical JSON (RFC 8785) of what was approved, accepted or concluded. The method stands word for word at the end, so that levels can be computed anew.',
    notAssessed: '“Not assessed” is told as such: it is neither zero nor low.',
  },
  criteria: {
    heading: 'Risk criteria and method', basis: 'ISO/IEC 27001, 6.1.2 a. The criteria in force when the report was generated.', none: 'No risk criteria have been drafted.',
    record: 'Criteria', state: 'State', provisional: 'Draft: not approved, levels are provisional', approved: 'Approved', frozenHash: 'SHA-256 of the approved content', method: 'Method', definitionHash: 'SHA-256 of the method',
    appetite: 'Risk appetite', performing: 'When risks are assessed', acceptance: 'Acceptance criteria', level: 'Level', acceptBy: 'Accepted by', treatment: 'Treatment', review: 'Review (months)', valid: 'Acceptance holds (months)',
    scales: 'What each step means', scale: 'Scale', step: 'Step', meaning: 'Meaning',
  },
  risks: { heading: 'Risk register', basis: 'All risks that are not archived. Evidenced: the level that the tests of existing controls support.' },
  measures: { heading: 'Treatment measures', basis: 'ISO/IEC 27001, 6.1.3 and 8.3.' },
  plans: { heading: 'Risk treatment plans', basis: 'Approved as a whole by the owners of their risks. The hash is that of the approved content.' },
  acceptances: { heading: 'Acceptances of residual risk', basis: 'ISO/IEC 27001, 6.1.3 f. The hash is that of what was accepted.' },
  rounds: { heading: 'Rounds of risk assessment', basis: 'ISO/IEC 27001, 8.2.' },
  controls: {
    heading: 'Controls', basis: 'Effectiveness in percent of the full effect, as far as tests show (control-effectiveness); empty where nobody has tested.',
    lines: 'Lines of the statement', risks: 'Risks relying on it',
  },
  tests: { heading: 'Test procedures', basis: 'Schedules are RFC 5545 rules of whole days.' },
  results: { heading: 'Test results', basis: 'The upper limit is that of the deviation rate, in percent, at the confidence wanted.' },
  samples: { heading: 'Samples, conclusions and reviews of tests', basis: 'The same seed and population draw the same sample. Independent: neither performed nor concluded by the owner of the control.' },
  evidence: { heading: 'Evidence files', basis: 'Files on controls, tests, results, risks, treatment, statement and work. The SHA-256 is that of the file.', noun: 'Record', record: 'Number', file: 'File', size: 'Bytes', at: 'Added', by: 'By' },
  soa: { heading: 'Statement of applicability', basis: 'ISO/IEC 27001, 6.1.3 d. The version in force, word for word as approved.', none: 'No statement of applicability is in force.', record: 'Version', approvedBy: 'Approved by' },
  approvals: {
    heading: 'Approvals in the period', basis: 'Asked for or decided in the period. The hash is that of what was decided on.', reference: 'Number', title: 'Approval', subject: 'Record', state: 'State', asked: 'Asked for by', decisions: 'Decisions',
    decided: { approve: 'approved', reject: 'rejected' },
  },
  overdue: { heading: 'Overdue work', basis: 'Open work whose day has passed.', reference: 'Number', title: 'Work', kind: 'Kind', about: 'About', who: 'Responsible', due: 'Due' },
  history: {
    heading: 'History and its integrity', basis: 'Every change recorded in the period; for each the hash was computed anew and compared with the one kept apart from it.', preview: 'Entries are counted and their hashes computed anew when the report is generated.',
    noun: 'Records', entries: 'Changes', people: 'People', intact: 'Intact', erased: 'Erased on purpose', broken: 'Broken', total: 'In all', brokenRecords: 'Entries that are not what was recorded: ',
  },
  annex: { heading: 'Method, word for word', basis: 'Canonical JSON (RFC 8785); its SHA-256 is the one named with the criteria.' },
}
