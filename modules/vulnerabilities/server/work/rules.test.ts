import { describe, expect, it } from 'vitest'
import { closings, difference, type Standing, type Wanted } from './rules.ts'

const wanted = (subject: string, assignee: string | null, title = 't', role: string | null = null): Wanted => ({ subject, assignee, role, title, dueOn: null })
const standing = (subject: string, assignee: string | null, title = 't', role: string | null = null): Standing => ({ id: `${subject} ${assignee ?? role}`, subject, assignee, role, title, dueOn: null })

describe('work that follows vulnerabilities', () => {
  it('is opened where it is new or says something else, closed where nobody wants it, and left alone otherwise', () => {
    const { open, close } = difference([wanted('a', 'p'), wanted('b', 'p', 'other'), wanted('c', 'q')], [standing('a', 'p'), standing('b', 'p'), standing('c', 'p')])
    expect(open.map(({ subject, assignee }) => `${subject} ${assignee}`)).toEqual(['b p', 'c q'])
    expect(close.map(({ id }) => id)).toEqual(['c p'])
  })

  it('of a role stays one when somebody takes it', () => {
    expect(difference([wanted('a', null, 't', 'ismsManager')], [standing('a', 'p', 't', 'ismsManager')])).toEqual({ open: [], close: [] })
    expect(difference([wanted('a', null, 't', 'securityAdministrator')], [standing('a', null, 't', 'ismsManager')])).toMatchObject({ open: [{ subject: 'a' }], close: [{ subject: 'a' }] })
  })

  it('is closed in few calls, never somebody else’s on the same record', () => {
    const all = [standing('a', 'p'), standing('b', 'p'), standing('c', 'p'), standing('c', 'q'), standing('d', 'q')]
    const ended = closings([all[0]!, all[1]!, all[2]!, all[4]!], all)
    expect(ended).toEqual([{ subjects: ['a', 'b', 'd'], assignee: null }, { subjects: ['c'], assignee: 'p' }])
    expect(closings([], all)).toEqual([])
  })
})
