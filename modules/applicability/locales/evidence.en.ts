/** What the server words itself: reasons, titles of work, what a conclusion rests on. */
export const evidenceEn = {
  evidence: {
    /** Between a control and what is said of it, between controls, between names, before a cause. */
    control: '{control}: {said}',
    separator: '; ',
    comma: ', ',
    colon: ': ',
    shown: '{percent} % ({class})',
    shownStale: '{percent} % ({class}, test overdue)',
    untested: 'not tested',
    more: '{count} more',
    reason: 'As the tests of the controls show: {controls}.',
    classes: { effective: 'effective', partly: 'partly effective', ineffective: 'ineffective' },
    moved: {
      result: 'test result',
      procedure: 'change of a test procedure',
      state: 'change of state',
      time: 'overdue test',
      gone: 'archived',
      back: 'restored',
      changed: 'state or requirements changed',
      mapping: 'mapping changed',
      framework: 'newer version of a framework',
      statement: 'new statement of applicability in force',
    },
  },
  drift: {
    work: 'Statement of applicability v{number} no longer says what controls show, {lines} ({moved})',
    workAtOnce: 'Statement of applicability v{number} states something else than controls show, {lines}',
    moreLines: ' and {count} more',
    line: '{ref}: stated “{stated}”, evidence supports “{supported}”. {controls}.',
    nothing: 'nothing',
    todo: 'The approved version stays as it is. Begin a new version and conclude there, or mend the controls and have them tested again.',
  },
  compliance: {
    leftOut: 'Left out by the statement of applicability in force.',
    carried: '{relationship} {other}. {controls}.',
    relationship: { equal: 'Asks the same as', subset: 'Is part of', superset: 'Covers', intersect: 'Overlaps with', none: 'Has no counterpart in' },
  },
}
