import { field, noun, registerOperations } from '@heng/contract'
import { defineModule, isolate, register } from '@heng/server-kit'
import { z } from 'zod'

/** A noun with every kind of field that generic rooms must cope with, and no rules of its own. */
export const gadget = noun({
  name: 'gadget', room: 'gadgets', prefix: 'G', label: 'name', owners: ['owner'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    note: field.longText(),
    level: field.level(),
    amount: field.integer(),
    ratio: field.number(),
    on: field.boolean(),
    state: field.oneOf(['draft', 'ready']),
    marks: field.tags(['red', 'green', 'blue']),
    day: field.date(),
    cost: field.money(),
    owner: field.person(),
    unit: field.unit(),
    parts: field.records('gadget'),
    plan: field.json(z.object({ steps: z.array(z.string()) })),
  },
})

/** A noun that points to gadgets, with a field and with a link table. */
export const ticket = noun({
  name: 'ticket', room: 'gadgets', prefix: 'T', label: 'title', owners: ['owner'],
  fields: {
    title: field.text({ required: true }),
    owner: field.person(),
    gadget: field.record('gadget'),
    others: field.records('gadget'),
  },
})

export const gadgets = { gadget: registerOperations(gadget, '/gadgets'), ticket: registerOperations(ticket, '/tickets') }

const base = `id uuid primary key, org_id uuid not null references organisation, reference text not null, version integer not null,
  created_at timestamptz not null, updated_at timestamptz not null, archived_at timestamptz, unique (org_id, id), unique (org_id, reference)`

const tables = {
  id: '0001_gadgets',
  sql: `
create table gadget (${base}, name text not null collate "zh-x-icu", note text, level smallint, amount integer, ratio double precision,
  "on" boolean, state text, marks text[] not null default '{}', day date, cost_minor bigint, cost_currency text, owner uuid, unit uuid, plan jsonb,
  foreign key (org_id, owner) references person (org_id, id), foreign key (org_id, unit) references unit (org_id, id));
${isolate('gadget')}
create index on gadget (org_id, level, id);
create index on gadget (org_id, day, id);
create index on gadget (org_id, amount, id) where archived_at is null and state = 'ready';
create index on gadget (org_id, id) include (level, amount, state, day) where archived_at is null;
create table gadget_part (org_id uuid not null, gadget uuid not null, part uuid not null, primary key (org_id, gadget, part),
  foreign key (org_id, gadget) references gadget (org_id, id), foreign key (org_id, part) references gadget (org_id, id));
${isolate('gadget_part')}
create table ticket (${base}, title text not null, owner uuid, gadget uuid,
  foreign key (org_id, owner) references person (org_id, id), foreign key (org_id, gadget) references gadget (org_id, id));
${isolate('ticket')}
create table ticket_gadget (org_id uuid not null, ticket uuid not null, gadget uuid not null, primary key (org_id, ticket, gadget),
  foreign key (org_id, ticket) references ticket (org_id, id), foreign key (org_id, gadget) references gadget (org_id, id));
${isolate('ticket_gadget')}
`,
}

export const gadgetRegister = register(gadget, { table: 'gadget', links: { parts: { table: 'gadget_part', own: 'gadget', other: 'part' } } })
export const ticketRegister = register(ticket, { table: 'ticket', links: { others: { table: 'ticket_gadget', own: 'ticket', other: 'gadget' } } })

/** A room for tests of generic rooms, so that they need no room above them. */
export const gadgetsModule = defineModule({
  name: 'gadgets',
  migrations: [tables],
  permissions: {
    'gadget:read': { ismsManager: 'all', departmentHead: 'unit', employee: 'own', internalAuditor: 'all', externalAuditor: 'all' },
    'gadget:write': { ismsManager: 'all', departmentHead: 'unit' },
    'gadget:attach': { employee: 'own' },
    'ticket:read': { ismsManager: 'all', employee: 'own' },
    'ticket:write': { ismsManager: 'all' },
  },
  registers: [gadgetRegister, ticketRegister],
  contract: gadgets,
  handlers: { gadget: gadgetRegister.handlers, ticket: ticketRegister.handlers },
})
