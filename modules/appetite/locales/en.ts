import { pages } from './pages/en.ts'

const standing = { breach: 'Beyond tolerance', watch: 'Beyond appetite', within: 'Within appetite', notAssessed: 'Not assessed' }
const measure = { current: 'Level today', planned: 'Level after treatment', expected: 'Expected annual loss', extreme: 'Loss of a bad year' }
const kind = {
  incident: 'Incident', newVulnerability: 'New vulnerability', failedTest: 'Control became less effective', assetChange: 'Asset changed', indicator: 'Key risk indicator', obligation: 'New obligation', manual: 'Other reason',
}

export const en = {
  nouns: {
    riskAppetite: {
      one: 'Risk appetite statement', many: 'Risk appetite statements',
      about: 'How much risk the organisation wants, and how much it bears at most, by category and unit. Approved by top management.',
      fields: {
        name: 'Name', state: 'State', approvedAt: 'Approved', reviewDue: 'Review due', words: 'In words', percentile: 'Percentile of the bad year', currency: 'Currency',
        lines: 'Limits by category and unit', together: 'All risks together', policy: 'Time limits', frozenHash: 'Hash of the approved content',
      },
      values: { state: { draft: 'Draft', inReview: 'In review', approved: 'In force', superseded: 'Superseded' } },
      actions: { submitted: 'submitted for approval', approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn', superseded: 'superseded' },
    },
    appetitePosition: {
      one: 'Position of a risk', many: 'Risks against appetite',
      about: 'Every open risk held against the line of the statement that applies to it.',
      fields: {
        title: 'Risk', risk: 'Record', standing: 'Position', currentLevel: 'Level today', levelStanding: 'Level against appetite', residualLevel: 'Level after treatment',
        plannedStanding: 'After treatment', expectedLoss: 'Expected annual loss', expectedStanding: 'Expected loss against appetite', extremeLoss: 'Loss of a bad year',
        extremeStanding: 'Bad year against appetite', beyond: 'Beyond tolerance', levelLine: 'Line for levels', expectedLine: 'Line for expected loss', extremeLine: 'Line for a bad year',
        owner: 'Risk owner', unit: 'Unit', since: 'Since',
      },
      values: { standing, levelStanding: standing, plannedStanding: standing, expectedStanding: standing, extremeStanding: standing, beyond: measure },
    },
    toleranceBreach: {
      one: 'Breach of tolerance', many: 'Breaches of tolerance',
      about: 'Risks beyond what the organisation bears, from the day they were found until they are back: treat them, have them accepted, or ask for an exception until a day.',
      fields: {
        title: 'Risk', state: 'State', risk: 'Record', beyond: 'Beyond tolerance', currentLevel: 'Level today', residualLevel: 'Level after treatment', expectedLoss: 'Expected annual loss',
        extremeLoss: 'Loss of a bad year', owner: 'Risk owner', unit: 'Unit', openedAt: 'Found', dueOn: 'Answer due', answer: 'Answered by', answeredAt: 'Answered',
        answeredBy: 'Answered by whom', measure: 'Treatment measure', acceptance: 'Acceptance', exceptionUntil: 'Exception until', exceptionReason: 'Reason for the exception', exceptionLevel: 'Level at the exception',
        exceptionAsked: 'Exception requested', reopenedBecause: 'Open again because', closedAt: 'Closed', closing: 'Closed because', statement: 'Statement', limits: 'Limits exceeded',
      },
      values: {
        state: { open: 'Open', answered: 'Answered', closed: 'Closed' }, beyond: measure,
        answer: { treatment: 'Treatment measure', acceptance: 'Acceptance', exception: 'Exception' },
        closing: { withinTolerance: 'Back within tolerance', riskEnded: 'The risk was closed', noLimit: 'No limit applies any more' },
        reopenedBecause: {
          exceptionEnded: 'The exception has ended', acceptanceEnded: 'The acceptance no longer holds', measureLate: 'The measure is late', measureCancelled: 'The measure was cancelled',
          measureTooWeak: 'The measure was not enough', risen: 'The risk has risen further',
        },
      },
      actions: { answered: 'answered', reopened: 'open again', closed: 'closed', exceptionAsked: 'exception requested', exceptionGranted: 'exception granted', exceptionRefused: 'exception not granted' },
    },
    reviewTrigger: {
      one: 'Review trigger', many: 'Review triggers',
      about: 'Events that put an assessment in question before its day: the risk is due for review, its owner knows why, and a rating or a review answers it.',
      fields: {
        title: 'What happened', risk: 'Risk', kind: 'Kind', state: 'State', dueOn: 'Review due', owner: 'Risk owner', unit: 'Unit', raisedAt: 'Raised', raisedBy: 'Raised by', sourceNoun: 'Kind of source',
        sourceId: 'Source record', sourceReference: 'Source', sourceVersion: 'Version of the source', answer: 'Answered by', answeredAt: 'Answered',
      },
      values: {
        kind, state: { open: 'Open', answered: 'Answered', withdrawn: 'Withdrawn' }, answer: { rated: 'Rated anew', reviewed: 'Reviewed, rating unchanged', ended: 'The risk was closed' },
      },
      actions: { answered: 'answered', withdrawn: 'withdrawn' },
    },
    riskIndicator: {
      one: 'Key risk indicator', many: 'Key risk indicators',
      about: 'Figures that tell early that risks are rising: measured on a schedule, with bounds for amber and red.',
      fields: {
        name: 'Name', state: 'State', value: 'Last value', measure: 'Unit of measure', direction: 'Direction', amberFrom: 'Amber from', redFrom: 'Red from', amberDownTo: 'Amber down to', redDownTo: 'Red down to',
        frequency: 'Measured', nextDue: 'Next measurement', measuredAt: 'Last measured', owner: 'Responsible', unit: 'Unit', source: 'Source of the figure', definition: 'Definition', risks: 'Linked risks',
        reopensAt: 'Linked risks are reassessed at', active: 'Active',
      },
      values: {
        state: { green: 'Green', amber: 'Amber', red: 'Red', noData: 'No data', stale: 'Out of date' },
        direction: { higherIsWorse: 'Higher is worse', lowerIsWorse: 'Lower is worse', bothWays: 'Both ways' },
        frequency: { daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', quarterly: 'Quarterly', halfYearly: 'Every half year', yearly: 'Yearly' },
        reopensAt: { amber: 'Amber', red: 'Red', never: 'Never' },
      },
      actions: { measured: 'measured', becameStale: 'out of date' },
    },
    emergingRisk: {
      one: 'Emerging risk', many: 'Emerging risks',
      about: 'What may become a risk: anybody reports it, somebody keeps an eye on it, and it becomes a scenario, a risk, or is dismissed.',
      fields: {
        title: 'Title', state: 'State', what: 'What was noticed', source: 'Source', sourceText: 'Where it was noticed', horizon: 'Time horizon', velocity: 'Velocity', proximity: 'Proximity', impact: 'Possible impact',
        reportedBy: 'Reported by', owner: 'Watched by', unit: 'Unit', reviewDue: 'Look again', reason: 'Reason', decidedBy: 'Decided by', decidedAt: 'Decided', scenario: 'Risk scenario', risk: 'Risk', duplicateOf: 'Same as',
      },
      values: {
        state: { noted: 'New', watching: 'Watched', becameScenario: 'Became a scenario', becameRisk: 'Became a risk', dismissed: 'Dismissed', duplicate: 'Duplicate' },
        source: { news: 'News', authority: 'Authorities', peers: 'Peers in the sector', supplier: 'Suppliers', technology: 'New technology', regulation: 'Laws and regulations', staff: 'Own staff', other: 'Other' },
        horizon: { now: 'Already real', withinYear: 'Within a year', oneToThreeYears: 'One to three years', later: 'Later' },
        velocity: { days: 'Within days', weeks: 'Within weeks', months: 'Within months', years: 'Over years' },
        proximity: { us: 'Reached us', supplyChain: 'In our supply chain', sector: 'In our sector', elsewhere: 'Elsewhere' },
      },
      actions: { watching: 'being watched', becameScenario: 'became a scenario', becameRisk: 'became a risk', dismissed: 'dismissed', duplicate: 'marked as a duplicate', reopened: 'taken up again' },
    },
  },
  errors: {
    'appetite.noCriteria': 'There are no risk criteria yet: their levels are what a statement speaks of.',
    'appetite.criteriaNotApproved': 'The risk criteria have not been approved yet.',
    'appetite.noStatement': 'No risk appetite statement is in force.',
    'appetite.statementState': 'This is not possible while the statement is in the state “{state}”.',
    'appetite.statementFrozen': 'A statement under review or approved cannot be changed.',
    'appetite.statementInUse': 'A statement under review or in force cannot be archived.',
    'appetite.order': 'Tolerance cannot be lower than appetite.',
    'appetite.emptyLine': 'Line {line} sets no limit.',
    'appetite.sameLine': 'Line {line} has the same category and unit as line {first}.',
    'appetite.levelUnknown': 'The method in force has no level above {highest}.',
    'appetite.breachClosed': 'This breach is closed.',
    'appetite.measureElsewhere': 'This measure does not treat the risk, or is no longer under way.',
    'appetite.measureWithoutDay': '{reference} has no due date in the future, so it answers nothing.',
    'appetite.exceptionAsked': 'An exception has been requested already.',
    'appetite.exceptionUntil': 'The day must lie between {first} and {last}.',
    'appetite.triggerAnswered': 'This trigger is not open any more.',
    'appetite.bound.missing': 'This bound is needed for the chosen direction.',
    'appetite.bound.superfluous': 'The chosen direction has no such bound.',
    'appetite.bound.order': 'Red lies beyond amber, and between the bounds of both ways there is room for green.',
    'appetite.future': 'A measurement cannot lie in the future.',
    'appetite.sameInstant': 'Two measurements have the same instant {at}.',
    'appetite.columns': 'The table lacks columns: {columns}.',
    'appetite.table': 'The table cannot be read: {problem}',
    'appetite.emergingState': 'This is not possible: {reference} is in another state.',
    'appetite.emergingDecided': '{reference} has been decided on and is not changed any more.',
    'appetite.emergingTaken': 'Your report has been taken up; from now on the ISMS team keeps it.',
    'appetite.reviewDay': 'The day must not lie in the past.',
    'appetite.mergeTarget': 'Choose another one that is not itself a duplicate.',
  },
  hints: {
    'appetite.noCriteria': 'Draft risk criteria first.',
    'appetite.criteriaNotApproved': 'Submit the risk criteria to top management first.',
    'appetite.statementFrozen': 'Draft a new statement; it starts from the one in force.',
    'appetite.measureWithoutDay': 'Give the measure a due date first.',
  },
  kinds: {
    'appetite.check': 'Hold risks against appetite',
    'toleranceBreach.answer': 'Answer breaches of tolerance',
    'risk.reassess': 'Assess risks again',
    'riskIndicator.measure': 'Measure indicators',
    'riskIndicator.react': 'React to indicators',
    'emergingRisk.triage': 'Sort emerging risks',
    'emergingRisk.review': 'Look again at emerging risks',
    'riskAppetite.together': 'Answer for all risks together',
    'riskAppetite.review': 'Review the risk appetite',
  },
  pages,
}
