/** What each step of the scales of assets means; our own wording, the scale of five is that of GB/T 20984. */
export const levels = {
  confidentiality: {
    '1': 'Public, or could be: its disclosure harms nobody.',
    '2': 'For staff in general; disclosure does slight harm that is soon put right.',
    '3': 'For those who need it; disclosure harms a department, a project or the trust of customers.',
    '4': 'For a few named people; disclosure does serious financial, legal or competitive harm.',
    '5': 'The closest secrets of the organisation; disclosure endangers its existence, its decisive advantage or many people.',
  },
  integrity: {
    '1': 'An error or an unauthorised change has practically no consequence.',
    '2': 'An error is a nuisance that daily work notices and corrects easily.',
    '3': 'An error leads to wrong decisions or rework in one area and takes noticeable effort to correct.',
    '4': 'An error does serious harm: wrong payments, faulty products, a breach of law or contract.',
    '5': 'No error can be tolerated: danger to life, irreparable loss, or the end of the trust that the business rests on.',
  },
  availability: {
    '1': 'May be missing for weeks; hardly anyone notices.',
    '2': 'May be missing for some days; work goes on by other means.',
    '3': 'May be missing for one working day at most; after that a department stands still.',
    '4': 'Must be back within hours; after that customers, production or legal deadlines suffer.',
    '5': 'Must not fail: an interruption of minutes already does severe harm.',
  },
  importance: {
    '1': 'A supporting activity; its loss hardly touches the organisation’s goals.',
    '2': 'Useful; its loss slows other work down.',
    '3': 'Needed; its loss costs noticeable revenue, quality or compliance.',
    '4': 'Central; its loss puts important goals or duties of the organisation at risk.',
    '5': 'The organisation lives on it.',
  },
  bearing: {
    '1': 'The business goes on practically unchanged without this system.',
    '2': 'The business can do without it for a long time.',
    '3': 'Without it the business goes on by hand, slower and with more errors.',
    '4': 'Without it essential parts of the business stop.',
    '5': 'Without it the business stands still at once.',
  },
}
