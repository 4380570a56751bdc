import { severityOf as severityOfScore } from '@heng/engine-cvss'
import type { ReportedCvss, Severity } from './finding.ts'

const words: Readonly<Record<Severity, readonly string[]>> = {
  none: ['none', 'info', 'informational', 'information', 'log', 'note', 'notice', 'ok', 'debug', 'style', 'pass', 'passed', '0', '信息', '信息级', '提示', '安全', '无'],
  low: ['low', 'minor', 'negligible', 'trivial', 'warning-low', '低', '低危', '低风险', '低级', '1'],
  medium: ['medium', 'moderate', 'warning', 'warn', 'major', 'normal', 'middle', 'mid', '中', '中危', '中风险', '中级', '一般', '2'],
  high: ['high', 'error', 'important', 'severe', 'serious', '高', '高危', '高风险', '高级', '3'],
  critical: ['critical', 'blocker', 'urgent', 'fatal', 'emergency', '超危', '超高危', '极高', '极高风险', '严重', '严重风险', '紧急', '危急', '致命', '4'],
}
const byWord = new Map(Object.entries(words).flatMap(([severity, list]) => list.map((word) => [word, severity as Severity] as const)))

/** A severity by the word that scanners use for it, in either language, or null. Numbers are those of Nessus: 0 none to 4 critical. */
export const severityOfWord = (word: string | null | undefined): Severity | null => byWord.get((word ?? '').trim().toLowerCase()) ?? null

/** A severity by a CVSS score, with the words of its version; CVSS 4.0–6.9 is medium. */
export const severityOfCvss = ({ score, version }: Pick<ReportedCvss, 'score' | 'version'>): Severity | null =>
  score === null || !(score >= 0 && score <= 10) ? null : (severityOfScore(score, version ?? '3.1').toLowerCase() as Severity)
