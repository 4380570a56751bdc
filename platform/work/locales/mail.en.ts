export const mailTexts = {
  greeting: 'Hello {name},',
  open: 'Open in Heng',
  why: 'You receive this mail as a member of {organisation} in Heng. Choose which mail you receive: {settings}',
  invitation: {
    subject: '{organisation} invites you to Heng',
    text: '{organisation} keeps its information security in Heng and invites you to join. Choose a password to begin.',
    expires: 'The link works once and for {days} days. Do not share it.',
    button: 'Accept the invitation',
    footer: 'You receive this mail because somebody at {organisation} entered your address. If you did not expect it, ignore it; nothing will happen.',
  },
  passwordReset: {
    subject: 'Your new password for Heng',
    text: 'Somebody, probably you, requested a new password for your account. Use this link to choose it.',
    expires: 'The link works once and for {minutes} minutes. Do not share it. Where you are signed in, you will be signed out.',
    button: 'Choose a new password',
    footer: 'If this was not you, ignore this mail; your password stays the same.',
  },
  digest: {
    subject: 'Your work at {organisation}, {day}',
    subjectOverdue: '{count} overdue: your work at {organisation}, {day}',
    text: 'This is waiting for you.',
    more: 'Further entries in your inbox: {more}.',
    overdue: 'Overdue', today: 'Due today', soon: 'Due within a week', notices: 'News',
    due: 'due {day}',
    button: 'Open my work',
  },
  test: {
    subject: 'Test mail from Heng',
    text: 'Mail from Heng ({organisation}) is being delivered.',
    footer: 'An administrator sent this mail to test the connection.',
  },
}
