import { calibration } from './calibration.en.ts'
import { choice } from './choice.en.ts'
import { model } from './model.en.ts'

export const pages = {
  pages: {
    tab: 'Money',
    groups: { what: 'Risk', money: 'Figures', basis: 'What it rests on', how: 'How it is simulated' },
    bases: { inherent: 'Without controls', current: 'With today’s controls', planned: 'As planned' },
    basesAbout: { inherent: 'as if nothing stood against it', current: 'as far as tests show that they work', planned: 'with the treatment measures' },
    basis: 'Basis',
    atMost: 'at most {amount}',
    range: '{low} to {high}',
    notAssessed: 'Not everything is assessed: effects that nobody has tested or stated count as nothing at worst and as all they can do at best.',
    noBound: 'no lower bound',
    notSimulated: 'Not simulated yet.',
    outdated: 'Inputs, controls or measures have changed since these figures were simulated.',
    begin: 'Quantify this risk',
    beginAbout: 'Estimate how often it may happen and what one event costs. Simulated years then say what to expect in a year, and how bad a bad year is.',
    none: 'This risk has not been quantified.',
    edit: 'Change the estimate',
    created: 'Quantified as {reference}.',
    simulate: 'Simulate',
    simulating: 'Simulating…',
    simulated: 'Simulated over {years} years.',
    simulateAll: 'Simulate what is outdated',
    simulatedAll: '{simulated} risks simulated.',
    examples: 'Look at three examples',
    sections: { figures: 'Figures', sensitivity: 'What matters most', whatIf: 'What if', experts: 'Experts', explain: 'How it came about' },
    figures: {
      mean: 'Expected loss a year', p50: 'Median year', p90: 'One year in ten exceeds', p95: 'One year in twenty exceeds', p99: 'One year in a hundred exceeds',
      es95: 'Mean of the worst twentieth', probabilityOfLoss: 'Chance of any loss in a year', figure: 'Figure', chance: 'Chance leaves open {low} to {high}', zeroVar: 'In most years nothing happens, so this percentile is nil. Look at the chance of a loss and at the worst years.',
    },
    curve: {
      label: 'How likely a year’s loss exceeds an amount', loss: 'Loss in a year', probability: 'Probability of more', oneIn: 'once in {years} years', chance: 'What chance leaves open', tolerance: 'Tolerance', exceeds: 'exceeded', nil: 'No simulated year had a loss.',
      rows: 'Probability',
    },
    job: { failed: 'It failed: {message}', cancelled: 'Cancelled. What was done before stays.', close: 'Close' },
    sensitivity: {
      label: 'Expected loss when each input stands at either end of its own 90 % interval', about: 'All else as it is, and all from the same chance. Numbers of years: {years}, seed {seed}.', input: 'Input', low: 'At {value}', high: 'At {value}',
      mean: 'Expected loss', p95: 'Value at risk (95 %)', base: 'As estimated', baseOf: 'As estimated: {amount}', none: 'No input of the model is uncertain.', low5: 'Lower end', high95: 'Upper end', without: 'Without it', full: 'Working fully',
      inputs: { frequency: 'Events a year', capability: 'Capability of attackers', strength: 'Strength of controls', magnitude: 'Cost of one event', secondary: 'Cost of consequences' },
      effects: 'What each control and measure contributes', effectsNone: 'No control or measure bears on this risk.', unstated: 'effect in money not stated',
    },
    whatIf: {
      about: 'Change what you like; nothing is saved. Both sides use the same chance.', controls: 'Controls and measures', asIs: 'As it is', off: 'Off', full: 'Fully effective', run: 'Compare', today: 'Today', changed: 'Changed', difference: 'Difference', inputs: 'Other inputs', change: 'Change the inputs', back: 'Back to today’s inputs',
    },
    explain: {
      model: 'Model (without controls)', reductions: 'What takes something off', name: 'Control or measure', effectiveness: 'Effectiveness', frequency: 'Off the number of events', magnitude: 'Off the cost of one', stale: 'test overdue', notTested: 'not tested', notStated: 'not stated',
      none: 'Nothing is known to reduce this risk.', formula: 'Number and cost of events are multiplied by 1 − effect × effectiveness of each control, one after the other. A measure that is still planned counts as fully effective.',
      by: 'Simulated by {who} on {when}', years: '{years} years', seed: 'seed {seed}', version: 'engine {version}', hash: 'Hash of the inputs', rationale: 'Rationale', sources: 'Sources', evidence: 'Past incidents', incidents: '{count} incidents in {years} years', export: 'Download for heng simulate',
      exportHelp: 'The figures without controls come out of the command line alike: heng simulate {file} --years {years} --seed {seed}',
    },
    opinions: {
      about: 'Each expert estimates alone and sees the others afterwards. You pool the estimates and take them into the model.', ask: 'Ask experts', asked: 'Experts asked.', experts: 'Experts', waiting: 'Has not answered', hidden: '{count} estimates of others are shown once you have given yours.', none: 'Nobody has given an estimate yet.',
      person: 'Expert', question: 'Question', estimate: 'Estimate (90 %)', rationale: 'Why', weight: 'Weight', calibration: 'Calibration', untrained: 'not trained', pooled: 'Pooled', mean: 'Mean', pooling: 'Pooling', weighting: 'Weights',
      poolings: { linear: 'Side by side', logarithmic: 'In the middle' }, poolingsAbout: { linear: 'Each may be right: keeps disagreement visible.', logarithmic: 'One opinion between all, drawn towards the surer ones.' }, weightings: { equal: 'Equal', calibration: 'By training result' },
      questions: { frequency: 'How often a year', magnitude: 'What one event costs', secondary: 'What its consequences cost' }, take: 'Take into the model', takeTitle: 'Take the pooled estimates into the model', takeReason: 'Why these estimates are taken', taken: 'Taken into the model. Simulate again.', without: 'Left out, not trained: {names}',
      give: 'Give your estimate', giveTitle: 'Your estimate', record: 'Record an estimate', given: 'Estimate kept.', low: 'Only one in twenty lies below', middle: 'As likely below as above (optional)', high: 'Only one in twenty lies above', why: 'What you base it on', save: 'Save estimate', page: 'Estimate a loss',
      pageAbout: 'Give intervals that you would bet on nine to one. Do not ask the others first.', noRight: 'Only experts who were asked give an estimate.', done: 'Thank you. You may change your estimate as long as it is open.', eventsUnit: 'events a year',
    },
    run: {
      nav: 'Loss portfolio', title: 'Loss portfolio', about: 'All quantified open risks together: what a year may cost, and which risks make it so.', start: 'Simulate all risks', startTitle: 'Simulate all quantified risks', name: 'Name', defaultName: 'All risks, {date}', unit: 'Only this unit', years: 'Years', seed: 'Seed', coefficient: 'Correlation within common-cause groups',
      coefficientHelp: 'How closely the years of risks of one group go together: 0 not at all, 0.95 almost always.', note: 'Note', go: 'Start', running: 'Simulating all risks', done: '{risks} risks simulated.', none: 'Risks have not been simulated together yet.', noneAbout: 'Quantify risks on their tab “Money”; then simulate them together here.',
      outdated: '{count} of {risks} risks are no longer as they were in this run.', open: 'Of {count} risks not everything is assessed: what nobody has tested or stated counts as nothing, so the figure is on the safe side.', contributions: 'Which risks make the loss', risk: 'Risk', mean: 'Expected loss', tail: 'In the worst twentieth', share: 'Share', p95: 'Value at risk (95 %) alone',
      runs: 'Earlier runs', compare: 'Compare', compareTitle: 'Two runs compared', before: 'Before', after: 'After', tab: 'Results', cancel: 'Stop', noResults: 'This run has no results.', total: 'All risks', toRisks: 'To the risk register', register: 'Quantified risks', chooseOther: 'Compare with', repeat: 'The inputs of this run are kept. The same inputs, years and seed give the same figures again.',
      newRisk: 'not in this run',
    },
    ...calibration,
    ...choice,
    ...model,
  },
}
