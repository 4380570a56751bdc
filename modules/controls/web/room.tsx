import { CheckSquareOutlined, ExperimentOutlined, RollbackOutlined, SafetyOutlined, CheckOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { control, controlTest, testResult } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { resultJson } from './json.tsx'

export const room = defineRoom({
  name: 'controls',
  messages,
  nouns: [
    {
      noun: control,
      path: 'controls',
      nav: { group: 'do', order: 10, icon: <SafetyOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.page.groups.what, fields: ['name', 'type', 'functions', 'frequency'] },
        { key: 'state', label: (t) => t.page.groups.state, fields: ['state', 'stateSince', 'effectiveness', 'effectivenessAt'] },
        { key: 'who', label: (t) => t.page.groups.who, fields: ['owner', 'unit'] },
        { key: 'proof', label: (t) => t.page.groups.proof, fields: ['document', 'documentLink', 'description'] },
        { key: 'answers', label: (t) => t.page.groups.answers, fields: ['requirements'] },
      ],
    },
    {
      noun: controlTest,
      path: 'control-tests',
      nav: { group: 'check', order: 5, icon: <ExperimentOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.tests.groups.what, fields: ['name', 'control', 'kind', 'state'] },
        { key: 'who', label: (t) => t.tests.groups.who, fields: ['tester', 'controlOwner', 'independence', 'unit'] },
        { key: 'when', label: (t) => t.tests.groups.when, fields: ['startsOn', 'schedule', 'graceDays', 'nextDue', 'lastPerformedOn', 'lastConclusion', 'lastResult'] },
        { key: 'how', label: (t) => t.tests.groups.how, fields: ['procedure', 'evidence'] },
        { key: 'sample', label: (t) => t.tests.groups.sample, fields: ['population', 'confidence', 'tolerableRate', 'sampleSize'] },
      ],
    },
    {
      noun: testResult,
      path: 'test-results',
      json: resultJson,
      nav: { group: 'check', order: 7, icon: <CheckSquareOutlined /> },
      groups: [
        { key: 'result', label: (t) => t.tests.groups.result, fields: ['test', 'control', 'state', 'replaces', 'replacementReason'] },
        { key: 'period', label: (t) => t.tests.groups.period, fields: ['periodFrom', 'periodTo', 'performedOn', 'performedBy'] },
        { key: 'sample', label: (t) => t.tests.groups.sample, fields: ['populationSize', 'seed', 'populationHash', 'examined', 'deviations', 'rate', 'upperLimit', 'confidence', 'tolerableRate', 'proposal', 'items'] },
        { key: 'conclusion', label: (t) => t.tests.groups.conclusion, fields: ['conclusion', 'rationale', 'concludedBy', 'concludedAt', 'independent', 'frozenHash', 'frozen'] },
        { key: 'review', label: (t) => t.tests.groups.review, fields: ['reviewedBy', 'reviewedAt', 'reviewNote'] },
      ],
      actions: [
        { name: 'review', icon: <CheckOutlined />, label: (t) => t.tests.result.review, component: () => import('./result/Review.tsx') },
        { name: 'replace', icon: <RollbackOutlined />, label: (t) => t.tests.result.replace, component: () => import('./result/Replace.tsx') },
      ],
    },
  ],
  pages: [
    { path: 'control-tests', page: () => import('./test/TestsPage.tsx') },
    { path: 'control-tests/$id', page: () => import('./test/TestPage.tsx') },
    { path: 'test-results', page: () => import('./result/ResultsPage.tsx') },
    { path: 'test-results/$id', page: () => import('./result/ResultPage.tsx') },
    { path: 'controls', page: () => import('./ControlsPage.tsx') },
    { path: 'controls/$id', page: () => import('./ControlPage.tsx') },
  ],
  recordPanels: [
    {
      id: 'controls-of-requirement',
      order: -10,
      label: (t) => t.page.panel.tab,
      component: () => import('./panel/ControlsPanel.tsx'),
      when: ({ name }) => name === 'requirement',
    },
    { id: 'control-tests', order: 2, label: (t) => t.tests.panel.tab, component: () => import('./test/TestsPanel.tsx'), when: ({ name }) => name === 'control' },
    { id: 'test-results', order: -10, label: (t) => t.tests.panel.resultsTab, component: () => import('./test/ResultsPanel.tsx'), when: ({ name }) => name === 'controlTest' },
    { id: 'test', order: -10, label: (t) => t.tests.result.tab, component: () => import('./result/TestPanel.tsx'), when: ({ name }) => name === 'testResult' },
  ],
})
