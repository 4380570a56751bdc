import type { Locale } from '@heng/contract'

/** One entry of a list in a mail: what it is, a remark, and where it leads. */
export interface MailEntry {
  readonly text: string
  readonly remark?: string | null
  readonly url?: string | null
}

/** What a mail says, before it takes the shape of plain text and of HTML. */
export interface Mail {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly sections?: readonly { readonly heading: string; readonly entries: readonly MailEntry[] }[]
  readonly button?: { readonly label: string; readonly url: string }
  /** Why one gets this mail and how to change that. */
  readonly footer: string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c]!)

/** A text whose addresses can be clicked. */
const linked = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<>"']+/g, (url) => `<a href="${url}" style="color:#0e5a61">${url}</a>`)

/** Only addresses of the web: a link in a mail is never a script. */
const href = (url: string): string => (/^https?:\/\//i.test(url) ? escape(url) : '#')

export const plainText = ({ greeting, paragraphs, sections = [], button, footer }: Mail): string => {
  const entry = ({ text, remark, url }: MailEntry) => [`- ${text}${remark == null ? '' : ` · ${remark}`}`, ...(url == null ? [] : [`  ${url}`])]
  return [
    greeting, '',
    ...paragraphs.flatMap((p) => [p, '']),
    ...sections.flatMap(({ heading, entries }) => [`${heading} (${entries.length})`, ...entries.flatMap(entry), '']),
    ...(button === undefined ? [] : [button.label, button.url, '']),
    '-- ', footer, '',
  ].join('\n')
}

const style = {
  body: 'margin:0;padding:24px;background:#ffffff;color:#1f2328;font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei",sans-serif',
  column: 'max-width:600px;margin:0 auto',
  heading: 'font-size:17px;margin:24px 0 8px',
  button: 'display:inline-block;padding:10px 20px;border-radius:6px;background:#0e5a61;color:#ffffff;text-decoration:none;font-weight:600',
  quiet: 'color:#57606a;font-size:14px',
}

/** A complete page in the mail's language: headings, lists, contrast above 4.5 to 1, no picture, nothing loaded from elsewhere. */
export const html = ({ subject, greeting, paragraphs, sections = [], button, footer }: Mail, locale: Locale): string => {
  const entry = ({ text, remark, url }: MailEntry) =>
    `<li>${url == null ? escape(text) : `<a href="${href(url)}" style="color:#0e5a61">${escape(text)}</a>`}${remark == null ? '' : ` <span style="${style.quiet}">· ${escape(remark)}</span>`}</li>`
  const section = ({ heading, entries }: { heading: string; entries: readonly MailEntry[] }) =>
    `<h2 style="${style.heading}">${escape(heading)} (${entries.length})</h2><ul style="margin:0;padding-left:20px">${entries.map(entry).join('')}</ul>`
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>`,
    `<body style='${style.body}'><main style="${style.column}"><p>${escape(greeting)}</p>`,
    ...paragraphs.map((p) => `<p>${escape(p)}</p>`),
    ...sections.map(section),
    ...(button === undefined ? [] : [`<p style="margin:24px 0"><a href="${href(button.url)}" style="${style.button}">${escape(button.label)}</a></p>`]),
    `<p style="${style.quiet};border-top:1px solid #d0d7de;margin-top:32px;padding-top:12px">${linked(footer)}</p></main></body></html>`,
  ].join('')
}
