/** Token of the session that a request came with, out of better-auth's signed cookie; empty without one. */
export const sessionToken = (cookies: string | undefined): string =>
  decodeURIComponent(/(?:^|;\s*)(?:__Secure-)?heng\.session_token=([^;]+)/.exec(cookies ?? '')?.[1] ?? '').split('.')[0] ?? ''
