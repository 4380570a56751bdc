import { fill, type Locale } from '@heng/contract'
import { z } from 'zod'
import { messages } from '../../locales/index.ts'
import type { Mail } from './render.ts'

const url = z.string().max(2_000)
const entry = z.object({ text: z.string(), remark: z.string().nullable().optional(), url: url.nullable().optional() })

/** What each kind of mail needs to know. */
const parameters = {
  /** An account is offered; the address holds the secret. */
  invitation: z.object({ name: z.string(), organisation: z.string(), url, days: z.number() }),
  /** Leads to a new password; the address holds the secret. */
  passwordReset: z.object({ name: z.string(), url, minutes: z.number() }),
  /** One notice, at once. */
  notice: z.object({ name: z.string(), organisation: z.string(), title: z.string(), body: z.string().nullable(), url, settings: url }),
  /** The morning's overview. */
  digest: z.object({
    name: z.string(), organisation: z.string(), day: z.string(), url, settings: url,
    overdue: z.array(entry), today: z.array(entry), soon: z.array(entry), notices: z.array(entry), more: z.number(),
  }),
  /** Proves that mail arrives. */
  test: z.object({ name: z.string(), organisation: z.string() }),
}
export type MailTemplate = keyof typeof parameters
export type MailParameters<T extends MailTemplate> = z.output<(typeof parameters)[T]>

type Words = (typeof messages)['en']['mail']

const writers: { readonly [T in MailTemplate]: (t: Words, p: MailParameters<T>) => Mail } = {
  invitation: (t, p) => ({
    subject: fill(t.invitation.subject, p),
    greeting: fill(t.greeting, p),
    paragraphs: [fill(t.invitation.text, p), fill(t.invitation.expires, p)],
    button: { label: t.invitation.button, url: p.url },
    footer: fill(t.invitation.footer, p),
  }),
  passwordReset: (t, p) => ({
    subject: t.passwordReset.subject,
    greeting: fill(t.greeting, p),
    paragraphs: [t.passwordReset.text, fill(t.passwordReset.expires, p)],
    button: { label: t.passwordReset.button, url: p.url },
    footer: t.passwordReset.footer,
  }),
  notice: (t, p) => ({
    subject: p.title,
    greeting: fill(t.greeting, p),
    paragraphs: [p.title, ...(p.body === null ? [] : [p.body])],
    button: { label: t.open, url: p.url },
    footer: fill(t.why, p),
  }),
  digest: (t, p) => ({
    subject: fill(p.overdue.length > 0 ? t.digest.subjectOverdue : t.digest.subject, { ...p, count: p.overdue.length }),
    greeting: fill(t.greeting, p),
    paragraphs: [fill(t.digest.text, p), ...(p.more > 0 ? [fill(t.digest.more, p)] : [])],
    sections: ([['overdue', p.overdue], ['today', p.today], ['soon', p.soon], ['notices', p.notices]] as const)
      .filter(([, entries]) => entries.length > 0)
      .map(([key, entries]) => ({ heading: t.digest[key], entries })),
    button: { label: t.digest.button, url: p.url },
    footer: fill(t.why, p),
  }),
  test: (t, p) => ({
    subject: fill(t.test.subject, p),
    greeting: fill(t.greeting, p),
    paragraphs: [fill(t.test.text, p)],
    footer: fill(t.test.footer, p),
  }),
}

export const isTemplate = (name: string): name is MailTemplate => Object.hasOwn(parameters, name)

/**
 * Writes a mail in one language.
 * @throws ZodError when the parameters are not those of the template
 */
export const writeMail = (template: MailTemplate, locale: Locale, params: unknown): Mail =>
  (writers[template] as (t: Words, p: unknown) => Mail)(messages[locale].mail, parameters[template].parse(params))
