import { pages } from './pages/en.ts'

export const en = {
  nouns: {
    quantification: {
      one: 'Quantification', many: 'Quantified risks',
      about: 'What risks may cost in a year, in money: how often and how much, estimated by people, simulated over many years.',
      fields: {
        title: 'Risk', risk: 'Register no.', state: 'Figures', currentLoss: 'Expected loss a year', valueAtRisk: 'Value at risk (95 %)', inherentLoss: 'Without controls', plannedLoss: 'As planned',
        owner: 'Risk owner', unit: 'Unit', group: 'Common-cause group', experts: 'Experts', currency: 'Currency', rationale: 'Rationale', sources: 'Sources', years: 'Simulated years', seed: 'Seed',
        simulatedAt: 'Simulated', engineVersion: 'Engine version', inputsHash: 'Hash of the inputs', model: 'Model', evidence: 'Past incidents', results: 'Results',
      },
      values: { state: { notSimulated: 'Not simulated', fresh: 'Up to date', outdated: 'Outdated' } },
      actions: { simulated: 'simulated', followed: 'followed its risk', pooled: 'took pooled estimates', opined: 'recorded an estimate' },
    },
    lossRun: {
      one: 'Simulation run', many: 'Simulation runs',
      about: 'All quantified risks simulated together, with the inputs as they were: every run can be repeated exactly.',
      fields: {
        name: 'Name', state: 'State', riskCount: 'Risks', currentLoss: 'Expected loss a year', valueAtRisk: 'Value at risk (95 %)', inherentLoss: 'Without controls', plannedLoss: 'As planned', unit: 'Unit',
        startedBy: 'Started by', startedAt: 'Started', years: 'Simulated years', seed: 'Seed', coefficient: 'Correlation within groups', engineVersion: 'Engine version', frozenHash: 'Hash of the inputs',
        job: 'Job', note: 'Note', frozen: 'Inputs', results: 'Results',
      },
      values: { state: { waiting: 'Running', done: 'Done', cancelled: 'Cancelled', failed: 'Failed' } },
      actions: { simulated: 'simulated' },
    },
  },
  errors: {
    'quantification.model': 'The model cannot be simulated. {problem}',
    'quantification.exists': 'This risk is quantified already: {reference}.',
    'quantification.riskNotOpen': 'The risk {reference} is not open.',
    'quantification.tooLarge': 'The simulated loss is larger than an amount in {currency} can be.',
    'quantification.tooMany': 'The model has too many events a year to answer at once. At most {years} years are possible.',
    'quantification.nothing': 'No open risk is quantified yet.',
    'quantification.tooManyRisks': 'At most {most} risks can be simulated together.',
    'quantification.tooManyTogether': '{count} risks are in common-cause groups; at most {most} can be.',
    'quantification.tooManyOpinions': 'At most {most} estimates of one question can be pooled.',
    'quantification.noOpinion': 'Nobody’s estimate of this counts yet.',
    'quantification.noSecondary': 'The model has no consequential loss to take an estimate into.',
    'quantification.notFinished': 'The run {reference} has no results.',
    'quantification.examplesNotEmpty': 'Risks have been quantified already.',
    'field.lossModel': '{problem}',
    'field.fixed': 'Cannot be changed.',
    'field.future': 'Must not be in the future.',
    'field.beforeYears': 'Lies before the {years} years looked at.',
    'field.aboveLow': 'Must be more than the lower end.',
    'field.between': 'Must lie between the two ends.',
    'field.expert': 'Not among the experts asked.',
  },
  hints: {
    'quantification.nothing': 'Open a risk and choose its tab “Money”.',
    'quantification.tooManyTogether': 'Take risks out of their groups, or set the correlation to 0.',
    'quantification.tooMany': 'Ask for fewer years.',
    'quantification.noSecondary': 'Add a consequential loss to the model first.',
    'quantification.noOpinion': 'With weights from calibration only those count who have trained.',
  },
  kinds: { 'quantification.simulate': 'Simulate losses', 'quantification.examples': 'Bring in examples of losses', 'lossRun.simulate': 'Simulate all risks together', 'lossOpinion.give': 'Estimate losses' },
  ...pages,
}
