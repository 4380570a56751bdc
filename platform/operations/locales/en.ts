import { pageTexts } from './pages.en.ts'

export const en = {
  /** Names of the tasks of the platform itself. */
  kinds: {
    'outbox.relay': 'Passing on events', 'job.run': 'Starting jobs', 'mail.send': 'Mail', 'mail.notices': 'Notices by mail', 'directory.resetMail': 'Password reset mail',
  },
  errors: {
    'job.ended': 'This job has already ended.',
    'job.stopping': 'This job is already being stopped.',
    'job.notFailed': 'Only a job that failed or was stopped can run again.',
    'mail.notConfigured': 'No mail server is configured.',
    'mail.noAddress': 'You have no e-mail address on record here.',
  },
  hints: {
    'mail.notConfigured': 'Start Heng with SMTP_URL=smtp://user:password@host:587 and MAIL_FROM.',
    'mail.noAddress': 'Ask for it to be added to your person record.',
  },
  ...pageTexts,
}
