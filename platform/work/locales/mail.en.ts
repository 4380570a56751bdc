export const mailTexts = {
  greeting: 'Hello {name},',
  open: 'Open in Heng',
  why: 'You get this mail as a member of {organisation} in Heng. Choose which mail you get: {settings}',
  invitation: {
    subject: '{organisation} invites you to Heng',
    text: '{organisation} keeps its information security in Heng and invites you to join. Choose a password to begin.',
    expires: 'The link works once and for {days} days. Do not pass it on.',
    button: 'Accept the invitation',
    footer: 'You get this mail because somebody at {organisation} entered your address. If you did not expect it, ignore it: nothing happens.',
  },
  passwordReset: {
    subject: 'Your new password for Heng',
    text: 'Somebody, probably you, asked for a new password for your account. Choose it by this link.',
    expires: 'The link works once and for {minutes} minutes. Do not pass it on. Where you are signed in, you will be signed out.',
    button: 'Choose a new password',
    footer: 'If this was not you, ignore this mail: your password stays as it is.',
  },
  digest: {
    subject: 'Your work at {organisation}, {day}',
    subjectOverdue: '{count} overdue: your work at {organisation}, {day}',
    text: 'This is what waits for you.',
    more: '{more} further entries are in your inbox.',
    overdue: 'Overdue', today: 'Due today', soon: 'Due within a week', notices: 'News',
    due: 'due {day}',
    button: 'Open my work',
  },
  test: {
    subject: 'Test mail from Heng',
    text: 'Mail from Heng ({organisation}) arrives.',
    footer: 'An administrator sent this mail to try the connection.',
  },
}
