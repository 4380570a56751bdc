import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { coverages } from './scan.ts'

export const livePrograms = ['nmap', 'lynis', 'openscap'] as const
export type LiveProgram = (typeof livePrograms)[number]
/** How far nmap looks; names as in `nmapSchema` of `@heng/probes`. */
export const depths = ['discovery', 'ports', 'services', 'vulnerabilities'] as const
/** So many run at once in the installation: one worker of three stays free for all other work. */
export const mostAtOnce = 2

const plain = { inList: false, sortable: false, filterable: false, searchable: false }

/** A scanner on the server's own machine, run for systems of the organisation (在线检测). */
export const liveCheck = noun({
  name: 'liveCheck', room: 'vulnerabilities', prefix: 'LC', label: 'name',
  fields: {
    name: field.text({ required: true }),
    program: field.oneOf(livePrograms, { required: true }),
    state: field.oneOf(['active', 'paused'], { required: true }),
    nextDue: field.date({ writable: false }),
    /** Of nmap, one a line: addresses, CIDR blocks, ranges, host names. The others look at the server's own host. */
    targets: field.longText({ max: 20_000 }),
    depth: field.oneOf(depths, { inList: false }),
    /** `22, 80, 8000-8100`; none: the thousand that are open most often. */
    ports: field.text({ max: 1_000, ...plain }),
    /** Looks at hosts that answer no ping, too. */
    skipDiscovery: field.boolean({ ...plain }),
    /** Of OpenSCAP: a file below the configured folder, and a profile of it. */
    content: field.text({ max: 1_000, ...plain }),
    profile: field.text({ max: 256, ...plain }),
    coverage: field.oneOf(coverages, { required: true, inList: false }),
    /** RFC 5545 RRULE of whole days; none: by hand only. */
    schedule: field.text({ max: 300, ...plain }),
    startsOn: field.date({ inList: false }),
    lastRunOn: field.date({ writable: false }),
    lastRun: field.record('vulnerabilityScan', { writable: false }),
    lastProblem: field.text({ max: 1_000, bilingual: true, writable: false, ...plain }),
  },
})

const ranges = z.array(z.string().trim().min(1).max(300)).max(1_000)
const path = '/live-checks'
const id = z.object({ id: z.uuid() })

export const liveRangeOperations = {
  get: operation({
    id: 'liveCheckRange.get', method: 'GET', path: '/live-check-ranges', permission: 'liveCheckRange:read',
    summary: { en: 'Ranges in which live checks may run', 'zh-CN': '查看允许在线检测的范围' },
    input: z.object({}),
    /** Version 0: nothing was ever declared, and nothing runs. */
    output: z.object({
      ranges, reason: z.string().nullable(), version: z.int(), changedAt: z.iso.datetime().nullable(), changedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(), allowed: z.array(z.enum(['set'])),
    }),
  }),
  set: operation({
    id: 'liveCheckRange.set', method: 'PUT', path: '/live-check-ranges', permission: 'liveCheckRange:write',
    summary: { en: 'Declare the ranges in which live checks may run', 'zh-CN': '申报允许在线检测的范围' },
    /** All of them; `version` is that which the author saw. */
    input: z.object({ ranges, reason: z.string().trim().min(1).max(2_000), version: z.int().min(0) }),
    output: z.object({ version: z.int() }),
  }),
}

export const liveCheckOperations = {
  ...registerOperations(liveCheck, path),
  run: operation({
    id: 'liveCheck.run', method: 'POST', path: `${path}/{id}/run`, permission: 'liveCheck:run',
    summary: { en: 'Run a live check now', 'zh-CN': '立即运行在线检测' },
    input: id,
    output: z.object({ job: z.uuid() }),
  }),
  cancel: operation({
    id: 'liveCheck.cancel', method: 'POST', path: `${path}/{id}/cancel`, permission: 'liveCheck:run',
    summary: { en: 'Stop the run of a live check', 'zh-CN': '终止正在运行的在线检测' },
    input: id,
    output: z.object({ job: z.uuid() }),
  }),
  progress: operation({
    id: 'liveCheck.progress', method: 'GET', path: `${path}/{id}/progress`, permission: 'liveCheck:read',
    summary: { en: 'How far the run of a live check is', 'zh-CN': '在线检测运行进度' },
    input: id,
    output: z.object({
      /** Null: it never ran. */
      job: z.uuid().nullable(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']).nullable(),
      /** Of a hundred. */
      percent: z.int(), stopping: z.boolean(),
      /** Reports that came of it; each is being taken in as any other. */
      scans: z.array(z.uuid()), error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
    }),
  }),
  programs: operation({
    id: 'liveCheck.programs', method: 'GET', path: '/live-check-programs', permission: 'liveCheck:read',
    summary: { en: 'Scanners installed on the server', 'zh-CN': '查看服务器上已安装的扫描器' },
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ program: z.enum(livePrograms), version: z.string().nullable(), problem: z.string().nullable() })),
      /** Files that OpenSCAP may evaluate. */
      contents: z.array(z.string()),
    }),
  }),
}
