export const calibration = {
  calibration: {
    nav: 'Estimation training', title: 'Train your 90 % intervals',
    about: 'For each question give two numbers between which the truth lies in nine of ten cases. Do not look anything up: the point is to learn how wide “90 % sure” is.',
    low: 'At least', high: 'At most', submit: 'See how I did', answered: '{count} of {of} answered', least: 'Answer at least five questions.', again: 'Train again', order: 'The lower number must be smaller.',
    result: '{hit} of {asked} intervals hold the truth: {share}.', interval: 'With so few questions, your true rate may be anything from {low} to {high}.',
    advice: {
      tooNarrow: 'Your intervals are too narrow: you are less sure than you think. Make them about {widen} times as wide (as a ratio) and ask yourself at each end: would I bet nine to one?',
      tooWide: 'Your intervals are wider than they need to be. You know more than you claim: draw the ends in.',
      fits: 'Nothing speaks against your intervals: about nine of ten hold. Estimate losses with the same feeling.', tooFew: 'Too few answers to judge. Answer ten or more.',
    },
    truth: 'Truth', yours: 'Your interval', held: 'held', missed: 'missed', source: 'Source', history: 'Your trainings', none: 'You have not trained yet.', date: 'Date', hits: 'Hits', rate: 'Rate', weight: 'Weight of your estimates', question: 'Question',
  },
}
