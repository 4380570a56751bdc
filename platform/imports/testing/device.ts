import { field, noun, registerOperations, type MessagesOf } from '@heng/contract'
import { defineModule, isolate, register } from '@heng/server-kit'
import { HengError } from '@heng/contract'
import { importSupport } from '../server/target/support.ts'

/** A noun with a field of every kind, for the tests of what treats all nouns alike. */
export const device = noun({
  name: 'device', room: 'devices', prefix: 'D', label: 'name', owners: ['owner'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    kind: field.oneOf(['server', 'laptop', 'phone'], { required: true }),
    serial: field.text({ max: 40 }),
    mail: field.text(),
    unit: field.unit(),
    owner: field.person(),
    maker: field.code('makers'),
    level: field.level(),
    critical: field.boolean(),
    boughtOn: field.date(),
    checkedAt: field.timestamp(),
    price: field.money(),
    ports: field.integer({ min: 0, max: 100 }),
    weight: field.number(),
    uses: field.tags(['office', 'lab', 'home']),
    parent: field.record('device'),
    peers: field.records('device'),
    note: field.longText(),
    /** Worked out: a serious device has level 4 or 5. */
    serious: field.boolean({ writable: false }),
  },
})

export const devices = { device: registerOperations(device, '/devices') }

const en: { nouns: { device: MessagesOf<typeof device> } } = {
  nouns: {
    device: {
      one: 'Device', many: 'Devices', about: 'Devices.',
      fields: {
        name: 'Name', kind: 'Kind', serial: 'Serial number', mail: 'Mailbox', unit: 'Unit', owner: 'Owner', maker: 'Maker', level: 'Criticality', critical: 'Critical',
        boughtOn: 'Bought on', checkedAt: 'Checked at', price: 'Price', ports: 'Ports', weight: 'Weight', uses: 'Uses', parent: 'Part of', peers: 'Peers', note: 'Note', serious: 'Serious',
      },
      values: { kind: { server: 'Server', laptop: 'Laptop', phone: 'Phone' }, uses: { office: 'Office', lab: 'Laboratory', home: 'At home' } },
    },
  },
}
const zh: typeof en = {
  nouns: {
    device: {
      one: '设备', many: '设备', about: '设备。',
      fields: {
        name: '名称', kind: '种类', serial: '序列号', mail: '邮箱', unit: '部门', owner: '责任人', maker: '厂商', level: '重要程度', critical: '是否关键',
        boughtOn: '购买日期', checkedAt: '检查时间', price: '价格', ports: '端口数', weight: '重量', uses: '用途', parent: '上级设备', peers: '关联设备', note: '备注', serious: '是否严重',
      },
      values: { kind: { server: '服务器', laptop: '笔记本电脑', phone: '手机' }, uses: { office: '办公', lab: '实验室', home: '居家' } },
    },
  },
}

const makers = [
  { code: 'huawei', title: { en: 'Huawei', 'zh-CN': '华为' }, description: null, group: null, aliases: ['HW'] },
  { code: 'lenovo', title: { en: 'Lenovo', 'zh-CN': '联想' }, description: null, group: null, aliases: ['Legend'] },
]

const reg = register(device, {
  table: 'device',
  links: { peers: { table: 'device_peer', own: 'device', other: 'peer' } },
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) after.serious = after.level === null ? null : Number(after.level) >= 4
  },
  check: (_ctx, drafts) => {
    if (drafts.some(({ after }) => after.kind === 'phone' && after.ports !== null)) throw new HengError('device.phoneWithPorts', { fields: [{ path: 'ports', code: 'custom' }] })
  },
})

export const deviceModule = defineModule({
  name: 'devices',
  extensions: [importSupport.with({ noun: 'device', implied: [{ field: 'kind', from: 'maker', of: (maker) => (maker === 'huawei' ? 'server' : 'laptop') }] })],
  registers: [reg],
  permissions: {
    'device:read': { ismsManager: 'all', departmentHead: 'unit', internalAuditor: 'all', employee: 'own' },
    'device:write': { ismsManager: 'all', departmentHead: 'unit', assetOwner: 'own' },
  },
  vocabularies: { makers: () => makers },
  messages: {
    en: { ...en, errors: { 'device.phoneWithPorts': 'A phone has no ports.' } },
    'zh-CN': { ...zh, errors: { 'device.phoneWithPorts': '手机没有端口。' } },
  },
  contract: devices,
  handlers: { device: reg.handlers },
  migrations: [{
    id: '0001_devices',
    sql: `
create table device (
  id uuid primary key, org_id uuid not null references organisation, reference text not null, version integer not null,
  created_at timestamptz not null, updated_at timestamptz not null, archived_at timestamptz,
  unique (org_id, id), unique (org_id, reference),
  name text not null collate "zh-x-icu", kind text not null, serial text, mail text, unit uuid, owner uuid, maker text,
  level smallint, critical boolean, bought_on date, checked_at timestamptz, price_minor bigint, price_currency text,
  ports integer, weight double precision, uses text[] not null default '{}', parent uuid, note text, serious boolean,
  foreign key (org_id, unit) references unit (org_id, id),
  foreign key (org_id, owner) references person (org_id, id),
  foreign key (org_id, parent) references device (org_id, id)
);
create unique index device_serial on device (org_id, serial) where archived_at is null;
create unique index device_mail on device (org_id, lower(mail)) where archived_at is null;
create index device_name on device (org_id, name, id);
${isolate('device')}
create table device_peer (
  org_id uuid not null, device uuid not null, peer uuid not null, primary key (org_id, device, peer),
  foreign key (org_id, device) references device (org_id, id), foreign key (org_id, peer) references device (org_id, id)
);
${isolate('device_peer')}
`,
  }],
})
