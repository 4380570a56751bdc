export const pageEn = {
  groups: { what: 'What it is', state: 'State', who: 'Who answers for it', proof: 'How and where described', answers: 'Which requirements it answers' },
  start: {
    open: 'Start from Annex A', title: 'Start controls from Annex A',
    about: 'Each chosen line becomes a planned control of your own, named and described in our words. Lines that a control already answers are marked; choosing them changes nothing.',
    chosen: '{count} chosen', all: 'All open lines', none: 'None', create: 'Create {count} controls', done: '{count} controls were created.', nothingNew: 'Nothing new: every chosen line has a control.',
    has: 'Has a control', owner: 'Owner of all', unit: 'Unit of all', noFramework: 'ISO/IEC 27001 is not in use yet. Take it from the shelf of the frameworks first.', toFrameworks: 'To the frameworks', theme: 'Choose all of {theme}',
  },
  panel: {
    tab: 'Controls', none: 'No control answers this requirement yet.', link: 'Link controls', linkDone: 'The controls were linked.', unlink: 'Unlink {reference}', unlinked: 'The control was unlinked.',
    start: 'Start a control from this', started: '{reference} was created.', choose: 'Controls to link', since: 'since',
  },
}
