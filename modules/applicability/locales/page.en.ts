export const pageEn = {
  title: 'Statement of applicability',
  begin: 'Begin the statement', beginTitle: 'No statement of applicability yet',
  beginText: 'The first version has a line for each of the 93 controls of Annex A and for your own controls beyond it. You decide on every line; the risks suggest, they do not decide.',
  version: 'Version {number}', versions: 'Versions', versionOf: 'v{number} · {state}', newVersion: 'New version', newVersionDone: 'Version {number} was begun from the one before.',
  draft: 'Draft', approvedOn: 'Approved {date}', basedOn: 'from {title}',
  progress: {
    label: 'Progress of the decisions', decided: '{decided} of {all} decided', included: '{count} included', excluded: '{count} excluded', undecided: '{count} undecided',
    implemented: '{done} of {included} included are implemented',
  },
  actions: {
    prefill: 'Fill in from controls', prefillDone: '{added} lines added, {filled} filled in, {proposed} suggested by risks.', check: 'Check for omissions', submit: 'Submit for approval', discard: 'Discard the draft',
    compare: 'Compare versions', export: 'Export', more: 'More', edit: 'Title and scope', approval: 'To the approval',
    submitTitle: 'Submit version {number} for approval', submitText: 'The check for omissions runs first. What you submit is frozen: top management approves exactly this.', submitted: 'Version {number} was submitted to top management.',
    discardText: 'The draft goes to the archive; its number is not used again.', discarded: 'The draft was discarded.',
  },
  filter: {
    label: 'Show', all: 'All', undecided: 'Undecided', excluded: 'Excluded', notImplemented: 'Not implemented', suggested: 'Suggested by risks', warned: 'With remarks', search: 'Find by number or words', nothing: 'No line fits these filters.', count: '{count} of {all}',
  },
  suggestions: {
    banner: '{count} lines are suggested by confirmed risks.', acceptAll: 'Take over all {count}', show: 'Look at them', accepted: '{count} lines were taken over.', accept: 'Take over', line: 'Suggested: applicable because of {risks}',
    excluded: 'Excluded, but {risks} need it',
  },
  table: {
    label: 'Lines of the statement', ref: 'No.', control: 'Control', applicable: 'Applicable', why: 'Reason', implementation: 'Implementation', description: 'How it is done', document: 'Document', controls: 'Controls', risks: 'Risks',
    keys: '↑ ↓ move · Y N U decide · R L C B P reasons · J reason in words · E how it is done · D document · Enter open', open: 'Open {ref}', addText: 'Write', addReason: 'Reason in words', addJustification: 'Why is it left out?', needsJustification: 'Say why it is left out; then it is saved.',
    onlyBestPractice: 'Best practice alone does not show that you need it: name a risk, law or contract.', noReason: 'Included without a reason', notStated: 'Not stated', stated: 'Stated', noControls: 'None', saveHint: 'Ctrl+Enter saves, Esc cancels', saved: 'Saved',
  },
  reasonShort: { risk: 'R', law: 'L', contract: 'C', businessDecision: 'B', bestPractice: 'P' },
  line: {
    title: '{ref} {title}', our: 'In our words', decision: 'Decision', reasons: 'Reasons for inclusion', follow: 'Follow the controls: {state}', nothingLinked: 'nothing linked', override: 'State it yourself', frozen: 'This version was submitted and no longer changes.', remove: 'Take this line out', removed: 'The line was taken out.',
    linkedRisks: 'Risks', chooseRisks: 'Choose risks', noRisks: 'No risk linked.', linkedControls: 'Controls', details: 'Decision', ownControl: 'Own control', requirement: 'Requirement', save: 'Save', next: 'Next line', previous: 'Previous line', unsaved: 'Not saved yet',
  },
  check: {
    title: 'Check for omissions', about: 'Compares the lines with Annex A and with what the treatment of risks needs (ISO/IEC 27001, 6.1.3 b–d). Every run is recorded.', run: 'Check now', never: 'Not checked yet.', by: 'Checked by {name}', stale: 'Lines or risks changed since; check again.',
    counts: '{lines} lines compared with {necessary} controls that risks need', clean: 'Every necessary control is in, every exclusion has its reason, nothing is undecided.', errors: 'Must be settled ({count})', warnings: 'Remarks ({count})', goto: 'Go to {ref}', forRisks: 'Needed by {risks}',
    findings: {
      lineMissing: 'The line is missing', necessaryMissing: 'Needed, but not a line', necessaryExcluded: 'Needed, but excluded', undecided: 'Undecided', exclusionUnjustified: 'Excluded without a reason', inclusionUnjustified: 'Included without a reason',
      suggestedExcluded: 'Excluded, though the knowledge base names it against open risks', onlyBestPractice: 'Best practice is the only reason', notStated: 'Nobody says how far it is implemented',
    },
  },
  compare: {
    title: 'Compare versions', older: 'Earlier', newer: 'Later', choose: 'Choose a version', added: 'Added', removed: 'Removed', changed: 'Changed', unchanged: '{count} lines are the same in both.', same: 'Both versions say the same.', before: 'Before', after: 'After', head: 'Heading', two: 'There is only one version so far.',
    fields: { title: 'Title', scope: 'Scope', titleEn: 'Title (English)', titleZh: 'Title (Chinese)', implementation: 'Implementation', linkedControls: 'Controls', linkedRisks: 'Risks' },
    empty: 'nothing',
  },
  export: { docx: 'Word (DOCX)', xlsx: 'Excel (XLSX)', pdf: 'PDF', json: 'JSON', en: 'English', zh: '简体中文', working: 'The file is being made', frozen: 'The approved content, with its hash.', draft: 'A draft, marked as such.' },
  panel: { tab: 'Applicability', none: 'No statement of applicability has a line for it.', in: 'Version {number}', state: 'State' },
}
