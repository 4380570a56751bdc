/** Where programs are looked for, and what their PATH is: what only an administrator writes to. */
export const safePath: readonly string[] = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']
