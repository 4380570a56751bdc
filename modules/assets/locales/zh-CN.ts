import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { levels } from './levels.zh-CN.ts'
import { pages } from './pages.zh-CN.ts'

export const zhCN = {
  nouns: {
    asset: {
      one: '资产', many: '资产',
      about: '对组织有价值、需要保护的对象：业务、系统、数据、组件、人员和服务，逐项明确责任人。',
      fields: {
        name: '名称', tier: '资产层次', type: '资产类型', unit: '部门', owner: '资产责任人', custodian: '资产保管人', classification: '信息级别',
        location: '位置', confidentiality: '保密性', integrity: '完整性', availability: '可用性',
        valuationReason: '赋值理由', importance: '业务重要性', bearing: '业务承载性', value: '资产价值',
        valueExplanation: '价值计算过程', keyAsset: '关键资产', lifecycle: '生命周期', description: '说明',
        attestedAt: '最近确认时间', attestedBy: '确认人',
      },
      values: {
        tier: { business: '业务', system: '系统资产', component: '系统组件和单元资产' },
        classification: { public: '公开', internal: '内部', sensitive: '敏感', core: '核心' },
        lifecycle: { planned: '规划中', inUse: '在用', retiring: '退役中', retired: '已退役' },
      },
      levels,
      actions: { dependenciesAdded: '添加依赖关系', dependencyRemoved: '删除依赖关系', identifiersSet: '修改资产标识', identifiersFound: '扫描发现标识' },
    },
    campaign: {
      one: '资产确认', many: '资产确认',
      about: '每年由资产责任人逐项确认：资产归其负责、仍然在用、赋值恰当。',
      fields: { name: '名称', year: '年度', dueOn: '截止日期', unit: '部门', state: '状态', total: '资产数', done: '已确认' },
      values: { state: { draft: '草稿', open: '进行中', closed: '已结束' } },
    },
    assetScan: {
      one: '网络扫描', many: '网络扫描',
      about: '网络扫描报告按标识与资产清单比对，经确认后导入。',
      fields: {
        fileName: '文件', state: '状态', scannedAt: '扫描时间', hosts: '主机数', created: '新建', updated: '更新', skipped: '未导入', startedBy: '导入人',
        appliedAt: '导入时间', scanner: '扫描器', command: '命令行', ignored: '不在线主机', ambiguous: '多台共用的标识', partial: '报告不完整',
      },
      values: { state: { open: '待处理', applied: '已导入', discarded: '已放弃' } },
    },
  },
  pages,
  kinds: { 'asset.attest': '资产确认' },
  errors: {
    'assetScan.unreadable': '无法读取报告：{zh}。',
    'assetScan.empty': '文件为空。',
    'assetScan.noHosts': '报告中没有在线且有独立地址的主机（共读取 {hosts} 台）。',
    'assetScan.closed': '该扫描已导入或已放弃。',
    'assetScan.busy': '正在写入，请稍候。',
    'assetScan.elsewhere': '该主机对应您无权修改的资产，只能不导入。',
    'assetScan.assetNeeded': '请选择该主机对应的资产。',
    'assetScan.assetTaken': '该资产已被选为本次扫描中另一台主机（第 {line} 台）。',
    'assetScan.nothing': '没有可写入的内容。',
    'assetScan.unitNeeded': '请为新资产选择您管理的部门。',
    'assetScan.stale': '资产清单已有变化，{count} 台主机已重新比对。本次未写入任何内容，请重新查看。',
    'asset.valueFunction': '无法计算资产价值：{reason}',
    'asset.badMac': '“{value}”不是单台设备的 MAC 地址，正确写法如 00:1b:44:11:3a:b7。',
    'asset.badAddress': '“{value}”不是单台设备的 IP 地址，正确写法如 10.20.1.10；不接受地址段和回环地址。',
    'asset.badFullName': '“{value}”不是完整域名，正确写法如 erp-db01.example.com。',
    'asset.badHostName': '“{value}”不是单台主机的名称。',
    'asset.badIdentifier': '内容过长或含有控制字符。',
    'asset.dependsOnItself': '资产不能依赖自身。',
    'campaign.notDraft': '该确认活动已启动过。',
    'campaign.notOpen': '该确认活动未在进行中。',
    'campaign.empty': '该确认活动范围内没有在册资产。',
    'campaign.noteNeeded': '请说明该资产为何不归您负责。',
  },
} satisfies Translation<typeof en>
