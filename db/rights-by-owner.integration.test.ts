import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { verifyChains } from '@/lib/audit/verify-chains'
import { holdsAll, rolesPermitted, ROLES } from '@/lib/domain/access/permission'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'

/** What who holds the application's role, and no more, can make of people's rights (decision 0027). */

const [SHOP, STORE] = [
  '01990000-0000-7000-8000-0000000000a1',
  '01990000-0000-7000-8000-0000000000a2',
]
const CONNECTIONS = { all: null, shop: [SHOP], store: [STORE] } as const

let made: TestDatabase
let owner: postgres.Sql
let application: postgres.Sql
let database: Database
let ids: Record<'anna' | 'cato' | 'dag' | 'eva', string>

beforeAll(async () => {
  made = await createTestDatabase()
  owner = postgres(made.ownerUrl, { max: 2, onnotice: () => undefined })
  application = postgres(made.url, { max: 8, onnotice: () => undefined })
  database = new Database(made.url)
})
beforeEach(async () => {
  ids = { anna: randomUUID(), cato: randomUUID(), dag: randomUUID(), eva: randomUUID() }
  await owner`delete from users`
  await owner`delete from organization_settings`
  await add('anna', 'admin', null)
  await add('cato', 'admin', [SHOP])
  await add('dag', 'staff', [SHOP])
  await add('eva', 'support', [STORE])
})
afterAll(async () => {
  await Promise.all([application.end(), owner.end(), database.close()])
  await made.drop()
})

function add(name: keyof typeof ids, role: string, connections: readonly string[] | null) {
  return owner`
    insert into users (id, email, name, role, password_hash, connection_ids)
    values (${ids[name]}, ${`${name}@paydesk.example`}, ${name}, ${role}, 'none', ${connections})`
}

interface Asking {
  readonly kind?: string
  readonly by?: keyof typeof ids | null
  readonly role?: string | null
  readonly sees?: keyof typeof CONNECTIONS
}

/** Who asks; Anna, as she is, unless it is said otherwise. */
function asking({ kind = 'person', by = 'anna', role = 'admin', sees = 'all' }: Asking) {
  const userId = by === null ? null : ids[by]
  return application`row(
    ${kind}, ${userId}::uuid, ${role}, ${CONNECTIONS[sees]}::uuid[], ${randomUUID()}::uuid, 'why',
    '203.0.113.7'
  )::person_request`
}

async function giveRole(name: keyof typeof ids, role: string, by: Asking = {}) {
  const [row] = await application<{ result: string }[]>`
    select result from change_person_role(${asking(by)}, ${ids[name]}, null, ${role})`
  return row?.result
}

async function giveScope(
  name: keyof typeof ids,
  sees: keyof typeof CONNECTIONS,
  by: Asking = {},
): Promise<string | undefined> {
  const [row] = await application<{ result: string }[]>`
    select result from change_person_scope(
      ${asking(by)}, ${ids[name]}, null, ${CONNECTIONS[sees]}::uuid[]
    )`
  return row?.result
}

async function make(role: string, sees: keyof typeof CONNECTIONS, by: Asking = {}) {
  const id = randomUUID()
  const [row] = await application<{ result: string }[]>`
    select insert_person(
      ${asking(by)}, ${id}, ${`${id}@paydesk.example`}, 'New', ${role},
      ${CONNECTIONS[sees]}::uuid[], null, ${randomUUID()}, ${id}, 60
    ) as result`
  return row?.result
}

async function setRoles(roles: readonly string[], by: Asking = {}) {
  const [row] = await application<{ result: string }[]>`
    select write_organization_setting(
      ${asking(by)}, 'second_factor_roles', ${JSON.stringify(roles)}::text::jsonb, '[]'
    ) as result`
  return row?.result
}

/** All that the statements of this file could change. */
async function everything() {
  return [
    await owner`select * from users order by id`,
    await owner`select * from person_links`,
    await owner`select * from organization_settings`,
    await owner`select * from audit_heads order by stream_id`,
  ]
}

const FORGED = `insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
  values (gen_random_uuid(), 'ACTION', 'Anna', 'admin', '{}')`

describe('rights: the application’s role', () => {
  it.each([
    `update users set role = 'admin'`,
    `update users set connection_ids = null`,
    `update users set email = 'eve@paydesk.example'`,
    `update users set name = 'Eve', role = 'admin'`,
    `insert into users (id, email, name, role) values (gen_random_uuid(), 'e@x.example', 'E', 'admin')`,
    `delete from users`,
    `insert into organization_settings (key, value) values ('second_factor_roles', '[]')`,
    `update organization_settings set value = '[]'`,
    `delete from organization_settings`,
    `select change_person_rights(null, null, null, 'admin', null)`,
    `alter function insert_person owner to current_user`,
    `create or replace function is_scope_within(given uuid[], held uuid[]) returns boolean
      language sql as 'select true'`,
    FORGED.replace('ACTION', 'person.role_changed'),
    FORGED.replace('ACTION', 'person.connections_changed'),
    FORGED.replace('ACTION', 'person.invited'),
    FORGED.replace('ACTION', 'person.added'),
    FORGED.replace('ACTION', 'organization.setting_changed'),
  ])('may not %s', async (statement) => {
    const before = await everything()
    await expect(application.unsafe(statement)).rejects.toThrow(
      /permission denied|must be owner|only a function of the owner/,
    )
    expect(await everything()).toEqual(before)
  })

  it('may still change what is no right: name, password, access, epochs, settings', async () => {
    await application`
      update users set
        name = 'Dag', password_hash = 'x', disabled_at = now(), session_epoch = 1, link_epoch = 1,
        passkey_epoch = 1, language = 'nb', time_zone = 'UTC', theme = 'dark'
      where id = ${ids.dag}`
  })
})

describe('rights: the functions of the owner', () => {
  it('do for an admin what they are asked, each with one entry that has name, role and address', async () => {
    expect(await giveRole('dag', 'support')).toBe('changed')
    expect(await giveRole('dag', 'support')).toBe('same')
    expect(await giveScope('dag', 'all')).toBe('changed')
    expect(await giveScope('dag', 'all')).toBe('same')
    expect(await make('staff', 'shop')).toBe('inserted')
    expect(await setRoles(['admin'])).toBe('changed')
    expect(await setRoles(['admin'])).toBe('same')
    const entries = await owner`
      select action, actor_id, actor_name, actor_role, reason, address, detail from audit_entries
      where actor_id = ${ids.anna} order by at`
    const by = {
      actor_id: ids.anna,
      actor_name: 'anna',
      actor_role: 'admin',
      reason: 'why',
      address: '203.0.113.7',
    }
    expect(Array.from(entries)).toEqual([
      { ...by, action: 'person.role_changed', detail: { from: 'staff', to: 'support' } },
      { ...by, action: 'person.connections_changed', detail: { from: [SHOP], to: 'all' } },
      { ...by, action: 'person.invited', detail: { role: 'staff', connections: [SHOP] } },
      {
        ...by,
        action: 'organization.setting_changed',
        detail: { setting: 'second_factor_roles', value: ['admin'] },
      },
    ])
    const [link] = await owner`select made_by from person_links`
    expect(link).toEqual({ made_by: ids.anna })
    expect((await verifyChains(database)).firstBad).toBeNull()
  })

  it('chain the address with the entry: without it, or with another one, the trail does not fit', async () => {
    await giveRole('dag', 'support')
    const tamper = (address: string | null) => owner`
      update audit_entries set address = ${address} where stream_id = ${ids.dag}`
    await owner`alter table audit_entries disable trigger audit_entries_append_only`
    for (const address of [null, '198.51.100.1']) {
      await tamper(address)
      expect((await verifyChains(database)).firstBad).toMatchObject({ problem: 'content_changed' })
    }
    await tamper('203.0.113.7')
    await owner`alter table audit_entries enable trigger audit_entries_append_only`
    expect((await verifyChains(database)).firstBad).toBeNull()
  })
})

describe('rights: the functions of the owner, asked by who may not', () => {
  it('take no one but the owner for the command line', async () => {
    const before = await everything()
    const operator: Asking = { kind: 'operator', by: null, role: null }
    for (const tried of [
      () => giveRole('dag', 'admin', operator),
      () => giveScope('dag', 'all', operator),
      () => make('admin', 'all', operator),
      () => setRoles([], operator),
      () => giveRole('dag', 'admin', { ...operator, by: 'anna' }),
    ]) {
      await expect(tried()).rejects.toThrow('only the owner of the tables')
    }
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['of no kind', { kind: 'root' }],
    ['without an id', { by: null }],
    ['in another role than their own', { by: 'dag', role: 'admin', sees: 'shop' }],
    ['in a role that may not look after people', { by: 'eva', role: 'support', sees: 'store' }],
    ['with more connections than their own', { by: 'cato', sees: 'all' }],
    ['for single sign-on, where nothing is listed for it', { kind: 'single_sign_on', by: null }],
  ] satisfies [string, Asking][])('do nothing for who asks %s', async (_who, by) => {
    const before = await everything()
    expect(await giveRole('dag', 'viewer', by)).toBe('actor_changed')
    expect(await giveScope('dag', 'store', by)).toBe('actor_changed')
    expect(await make('viewer', 'shop', by)).toBe('actor_changed')
    expect(await setRoles(['viewer'], by)).toBe('actor_changed')
    expect(await everything()).toEqual(before)
  })

  it('do nothing for a disabled admin', async () => {
    await owner`update users set disabled_at = now() where id = ${ids.anna}`
    const before = await everything()
    expect(await giveRole('dag', 'viewer')).toBe('actor_changed')
    expect(await giveScope('dag', 'store')).toBe('actor_changed')
    expect(await make('viewer', 'shop')).toBe('actor_changed')
    expect(await setRoles(['viewer'])).toBe('actor_changed')
    expect(await everything()).toEqual(before)
  })

  it('give no one’s own rights, none above those held, and change no one who sees more', async () => {
    const before = await everything()
    const cato = { by: 'cato', sees: 'shop' } as const
    expect(await giveRole('anna', 'viewer')).toBe('own_account')
    expect(await giveScope('cato', 'all', cato)).toBe('own_account')
    expect(await giveScope('dag', 'all', cato)).toBe('scope_above_own')
    expect(await giveScope('dag', 'store', cato)).toBe('scope_above_own')
    expect(await giveRole('eva', 'admin', cato)).toBe('person_above_own')
    expect(await giveRole('anna', 'viewer', cato)).toBe('person_above_own')
    expect(await giveScope('anna', 'shop', cato)).toBe('person_above_own')
    expect(await make('admin', 'all', cato)).toBe('scope_above_own')
    expect(await make('viewer', 'store', cato)).toBe('scope_above_own')
    expect(await setRoles(['viewer'], cato)).toBe('actor_changed')
    expect(await giveRole('dag', 'viewer', { by: 'cato', sees: 'shop' })).toBe('changed')
    await owner`update users set role = 'staff' where id = ${ids.dag}`
    expect((await everything()).slice(0, 3)).toEqual(before.slice(0, 3))
  })
})

describe('rights: admins', () => {
  it('are those who look after people, and hold what every role holds', () => {
    expect(rolesPermitted('manage_people')).toEqual(['admin'])
    expect(ROLES.every((role) => holdsAll('admin', role))).toBe(true)
  })

  it('of all connections who can sign in are never less than one, also at the same moment', async () => {
    const operator = (name: keyof typeof ids) => owner<{ result: string }[]>`
      select result from change_person_role(
        row('operator', null, null, null, ${randomUUID()}, null, null)::person_request,
        ${ids[name]}, null, 'viewer')`
    for (let round = 0; round < 10; round += 1) {
      await owner`
        update users set role = 'admin', connection_ids = null where id in (${ids.anna}, ${ids.eva})`
      const ended = await Promise.all([operator('anna'), operator('eva')])
      expect(
        ended
          .flat()
          .map(({ result }) => result)
          .sort(),
      ).toEqual(['changed', 'last_admin'])
    }
    const [left] = await owner<{ id: string }[]>`
      select id from users where role = 'admin' and connection_ids is null`
    const narrowed = await owner`
      select result from change_person_scope(
        row('operator', null, null, null, ${randomUUID()}, null, null)::person_request,
        ${left?.id ?? ''}, null, ${[SHOP]}::uuid[])`
    expect(narrowed).toMatchObject([{ result: 'last_admin' }])
  })

  it('who take each other’s role away at the same moment do so once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await owner`update users set role = 'admin', connection_ids = null where id = ${ids.eva}`
      const results = await Promise.all([
        giveRole('eva', 'viewer', { by: 'anna' }),
        giveRole('anna', 'viewer', { by: 'eva' }),
      ])
      expect(results.toSorted()).toEqual(['actor_changed', 'changed'])
      await owner`update users set role = 'admin' where id = ${ids.anna}`
    }
  })
})

describe('rights: a table of one’s own, of the same name as ours', () => {
  it('is not what the functions read', async () => {
    const session = postgres(made.url, { max: 1, onnotice: () => undefined })
    try {
      await session`create temporary table users (like public.users including all)`
      await session`create temporary table organization_settings (like public.organization_settings including all)`
      await session`create temporary table audit_entries (like public.audit_entries)`
      await session`create temporary table pg_class (oid oid, relowner oid)`
      await session`grant all on pg_temp.users, organization_settings, audit_entries to public`
      const root = randomUUID()
      await session`
        insert into pg_temp.users (id, email, name, role, password_hash)
        values (${root}, 'root@paydesk.example', 'root', 'admin', 'x')`
      await session`
        insert into organization_settings (key, value) values
          ('single_sign_on', '{"groups": [{"role": "admin", "scope": "all"}]}')`
      const before = await everything()
      const ask = (kind: string, id: string | null) => session`
        select result from public.change_person_role(
          row(${kind}, ${id}::uuid, 'admin', null, ${randomUUID()}::uuid, null, null)::person_request,
          ${ids.dag}, null, 'admin')`
      expect(await ask('person', root)).toMatchObject([{ result: 'actor_changed' }])
      expect(await ask('single_sign_on', null)).toMatchObject([{ result: 'actor_changed' }])
      await session.unsafe(`set search_path = pg_temp, pg_catalog, public`)
      await expect(
        session.unsafe(
          FORGED.replace('audit_entries', 'public.audit_entries').replace('ACTION', 'person.added'),
        ),
      ).rejects.toThrow('only a function of the owner')
      expect(await everything()).toEqual(before)
    } finally {
      await session.end()
    }
  })

  it('is not where the audit trail keeps its heads', async () => {
    const session = postgres(made.url, { max: 1, onnotice: () => undefined })
    try {
      await session`create temporary table audit_heads (like public.audit_heads including all)`
      await session`grant all on pg_temp.audit_heads to public`
      const stream = randomUUID()
      await session`
        insert into public.audit_entries (stream_id, action, actor_name, actor_role, detail)
        values (${stream}, 'test', 'Anna', 'staff', '{}')`
      expect(await session`select * from pg_temp.audit_heads`).toHaveLength(0)
      expect(
        await owner`select sequence from audit_heads where stream_id = ${stream}`,
      ).toHaveLength(1)
    } finally {
      await session.end()
    }
  })
})

describe('rights: single sign-on', () => {
  const provider: Asking = { kind: 'single_sign_on', by: null, role: null }

  it('gives the roles and connections that the organization lists for it, and no others', async () => {
    const groups = [
      { role: 'staff', scope: [SHOP] },
      { role: 'support', scope: 'all' },
    ]
    await owner`
      insert into organization_settings (key, value)
      values ('single_sign_on', ${JSON.stringify({ groups })}::text::jsonb)`
    expect(await make('staff', 'shop', provider)).toBe('inserted')
    expect(await make('support', 'all', provider)).toBe('inserted')
    expect(await make('staff', 'all', provider)).toBe('actor_changed')
    expect(await make('admin', 'all', provider)).toBe('actor_changed')
    expect(await giveRole('dag', 'support', provider)).toBe('changed')
    expect(await giveRole('dag', 'admin', provider)).toBe('actor_changed')
    expect(await giveScope('dag', 'all', provider)).toBe('changed')
    expect(await giveScope('dag', 'store', provider)).toBe('actor_changed')
    expect(await giveRole('anna', 'support', provider)).toBe('last_admin')
    expect(await setRoles(['viewer'], provider)).toBe('actor_changed')
    const entries = await owner`
      select distinct actor_id, actor_name from audit_entries where actor_role = 'single_sign_on'`
    expect(entries).toMatchObject([{ actor_id: null, actor_name: 'Single sign-on' }])
  })
})
