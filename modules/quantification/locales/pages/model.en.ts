export const model = {
  model: {
    often: 'How often', much: 'What one event costs', succeeds: 'Which attempts succeed', follows: 'What may follow', limits: 'Limits',
    frequency: {
      label: 'How often it happens', between: 'Between two numbers', poisson: 'A known rate', bernoulli: 'At most once a year', negativeBinomial: 'Uncertain, from a mean', and: 'and', prefixBetween: 'In nine of ten cases between', unitYear: 'events a year', prefixPoisson: 'On average', prefixBernoulli: 'In', unitPercent: '% of years',
      dispersion: 'certainty of the rate (small: uncertain)', hint: 'Once in five years is 0.2 events a year.',
    },
    magnitude: {
      label: 'Cost of one event', lognormal: 'Between two amounts', pert: 'Least, likely, most', uniform: 'All alike between two', constant: 'Always the same', kept: 'As taken over', prefix: 'In nine of ten cases between', min: 'At least', mode: 'most likely', max: 'at most', amount: 'Each event costs',
      hint: 'Think of the whole cost: response, downtime, replacement, lost business.',
    },
    vulnerability: { label: 'Which share of events leads to a loss', all: 'Every event', share: 'A share', contest: 'Capability against strength', unit: '% of events lead to a loss', capability: 'Capability of attackers', strength: 'Strength of resistance', hint: 'Both on one scale from 0 to 100: an event succeeds where capability exceeds strength.' },
    secondary: { label: 'Consequences that some events have', add: 'Add consequences', remove: 'Remove', probability: '% of loss events have consequences, such as fines or lost customers', cost: 'They then cost' },
    cap: { label: 'No event costs more than' },
    insurance: { label: 'Insurance', add: 'Add insurance', remove: 'Remove', deductible: 'Of each event we bear the first', limit: 'the insurer pays what exceeds it, up to' },
    incidents: { label: 'Past incidents', help: 'What has happened gives a first proposal of rate and cost.', years: 'Years looked back', date: 'Date', loss: 'Loss', note: 'What happened', add: 'Add an incident', remove: 'Remove incident {n}', fit: 'Propose from these', count: '{count} incidents in {years} years: {rate} a year, truly anything from {low} to {high}.', use: 'Take this proposal', noMagnitude: 'From fewer than three incidents no spread of cost can be told.' },
    inherentNote: 'Describe the risk as if no control stood against it: controls and measures are taken off afterwards, as far as tests show that they work.',
    preview: 'What this comes to', previewYears: '{years} simulated years; the saved estimate takes more', invalid: 'Complete the inputs to see a preview.',
    words: {
      between: '{low} to {high} events a year (in nine of ten cases)', poisson: '{rate} events a year', bernoulli: 'at most one event, in {percent} of years', negativeBinomial: '{mean} events a year on average; in nine of ten cases a rate of {low} to {high}',
      lognormal: '{low} to {high} (in nine of ten cases)', pert: 'at least {min}, most likely {mode}, at most {max}', uniform: '{min} to {max}, all alike', constant: '{amount} each', empirical: 'as {count} losses that were seen', mixture: '{count} estimates side by side, {low} to {high} together',
      share: '{percent} of events lead to a loss', contest: 'capability {capability} against strength {strength}', secondary: '{percent} of losses are followed by further cost: {cost}', cap: 'no event costs more than {amount}', insurance: 'insured beyond {deductible}, up to {limit} per event', once: 'once in {years} years',
    },
  },
}
