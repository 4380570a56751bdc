import { approvalKinds } from '@heng/approvals/reads'
import { defineModule } from '@heng/server-kit'
import { vulnerabilities as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { exceptionApproval } from './exception/approval.ts'
import { settleExceptions } from './exception/bear.ts'
import { contents } from './exception/contents.ts'
import { end } from './exception/end.ts'
import { expireAll } from './exception/expire.ts'
import { followListed } from './exception/leave.ts'
import { vulnerabilityException } from './exception/register.ts'
import { submit } from './exception/submit.ts'
import { exposureFollows } from './exposure/follow.ts'
import { foldDaysAfterScans, foldDaysInAll } from './figures/fold.ts'
import { overview } from './figures/overview.ts'
import { trend } from './figures/trend.ts'
import { runDue } from './live/due.ts'
import { runLive } from './live/job.ts'
import { programs as livePrograms } from './live/programs.ts'
import { progress as liveProgress } from './live/progress.ts'
import { getRanges, setRanges } from './live/ranges.ts'
import { liveCheck } from './live/register.ts'
import { cancel as cancelLive, run as runCheck } from './live/start.ts'
import { vulnerabilityTables } from './migrations/0001_vulnerabilities.ts'
import { priorityTables } from './migrations/0002_priority.ts'
import { exposureTables } from './migrations/0003_exposure.ts'
import { figureTables } from './migrations/0004_figures.ts'
import { scoreTables } from './migrations/0005_scores.ts'
import { vulnerabilityTally } from './migrations/0010_tally.ts'
import { overviewTables } from './migrations/0011_overview.ts'
import { liveTables } from './migrations/0012_live.ts'
import { pentestTables } from './migrations/0013_pentest.ts'
import { pentestApproval } from './pentest/approval.ts'
import { documents, documentsFollow } from './pentest/documents.ts'
import { findings, leaveOpen } from './pentest/findings.ts'
import { lettersFollow } from './pentest/letter.ts'
import { tellWindows } from './pentest/notices.ts'
import { penetrationTest } from './pentest/register.ts'
import { add as addFinding, report as handIn } from './pentest/report.ts'
import { retest } from './pentest/retest.ts'
import { submit as submitTest } from './pentest/submit.ts'
import * as testing from './pentest/verbs.ts'
import { permissions } from './permissions.ts'
import { explain } from './priority/explain.ts'
import { runFeed } from './priority/feed/job.ts'
import { list as listFeeds } from './priority/feed/list.ts'
import { fetchNightly } from './priority/feed/nightly.ts'
import { configure } from './priority/feed/source.ts'
import { take as takeFeed } from './priority/feed/take.ts'
import { get as getPolicy } from './priority/policy/get.ts'
import { preview, runPreview } from './priority/policy/preview.ts'
import { set as setPolicy } from './priority/policy/set.ts'
import { runReweighing } from './priority/reweigh.ts'
import { watchFolder } from './folder/watch.ts'
import { again } from './scan/again.ts'
import { begin } from './scan/begin.ts'
import { columns } from './scan/columns.ts'
import { formats } from './scan/formats.ts'
import { runScan } from './scan/job.ts'
import { progress } from './scan/progress.ts'
import { vulnerabilityScan } from './scan/register.ts'
import { seen } from './scan/seen.ts'
import { settleScans } from './scan/settle.ts'
import { targets as targetsOfScan } from './scan/targets.ts'
import { tellLateInAll } from './sla/late.ts'
import { followAssets } from './target/events.ts'
import { scanTarget } from './target/register.ts'
import * as targets from './target/verbs.ts'
import { merge } from './vulnerability/merge.ts'
import { move } from './vulnerability/move.ts'
import { vulnerability } from './vulnerability/register.ts'
import { split } from './vulnerability/split.ts'
import { summary } from './vulnerability/summary.ts'
import { foldAfterScans, foldInAll } from './vulnerability/tally.ts'
import { workFollows } from './work/follow.ts'
import { nightlyInAll } from './work/nightly.ts'

export const module = defineModule({
  name: 'vulnerabilities',
  migrations: [vulnerabilityTables, priorityTables, exposureTables, figureTables, scoreTables, vulnerabilityTally, overviewTables, liveTables, pentestTables],
  messages,
  permissions,
  registers: [vulnerability, vulnerabilityScan, scanTarget, vulnerabilityException, liveCheck, penetrationTest],
  contract,
  handlers: {
    vulnerability: {
      list: vulnerability.handlers.list, get: vulnerability.handlers.get, update: vulnerability.handlers.update, bulk: vulnerability.handlers.bulk, move, merge, split, summary, explain,
    },
    policy: { get: getPolicy, preview, set: setPolicy },
    feed: { list: listFeeds, take: takeFeed, configure },
    scan: { list: vulnerabilityScan.handlers.list, get: vulnerabilityScan.handlers.get, begin, progress, again, columns, targets: targetsOfScan, vulnerabilities: seen, formats },
    target: {
      list: scanTarget.handlers.list, get: scanTarget.handlers.get, update: scanTarget.handlers.update, bulk: scanTarget.handlers.bulk,
      candidates: targets.candidates, match: targets.match, enlist: targets.enlist, ignore: targets.ignore,
    },
    exception: { ...vulnerabilityException.handlers, submit, listed: contents, end },
    live: { ...liveCheck.handlers, run: runCheck, cancel: cancelLive, progress: liveProgress, programs: livePrograms },
    liveRange: { get: getRanges, set: setRanges },
    figures: { overview, trend },
    pentest: {
      ...penetrationTest.handlers, submit: submitTest, revise: testing.revise, start: testing.start, cancel: testing.cancel, close: testing.close, sign: testing.sign,
      report: handIn, add: addFinding, findings, documents, retest, leaveOpen,
    },
  },
  extensions: [approvalKinds.with(exceptionApproval), approvalKinds.with(pentestApproval)],
  on: [...followAssets, ...followListed, ...settleExceptions, ...exposureFollows, ...workFollows, ...lettersFollow, ...documentsFollow, ...foldAfterScans, ...foldDaysAfterScans],
  cron: [
    { name: 'vulnerabilities.feeds', pattern: '23 5 * * *', run: fetchNightly },
    { name: 'vulnerabilities.expireExceptions', pattern: '11 * * * *', run: expireAll },
    { name: 'vulnerabilities.late', pattern: '23 * * * *', run: tellLateInAll },
    { name: 'vulnerabilities.nightly', pattern: '51 18 * * *', run: nightlyInAll },
    { name: 'vulnerabilities.fold', pattern: '41 * * * *', run: foldInAll },
    { name: 'vulnerabilities.foldDays', pattern: '47 * * * *', run: foldDaysInAll },
    { name: 'vulnerabilities.folder', pattern: '* * * * *', run: (kit) => watchFolder(kit) },
    { name: 'vulnerabilities.liveChecks', pattern: '* * * * *', run: runDue },
    { name: 'vulnerabilities.pentestWindows', pattern: '19 * * * *', run: tellWindows },
    { name: 'vulnerabilities.settleScans', pattern: '* * * * *', run: settleScans },
  ],
  jobs: { 'vulnerabilities.reweigh': runReweighing, 'vulnerabilities.policyPreview': runPreview, 'vulnerabilities.feed': runFeed, 'vulnerabilities.scan': runScan, 'vulnerabilities.live': runLive },
})
