import { describe, expect, it } from 'vitest'
import { agentAccess, bffAccess } from '#contract/access.ts'
import type { AgentEndpointName } from '#contract/agent-endpoints.ts'
import type { BffEndpointName } from '#contract/bff-endpoints.ts'
import { type Role, roles } from '#contract/roles.ts'
import { buildBff, buildDesk } from '../build-bff.ts'
import { readEvents } from '../live/testing/read-events.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { type ValidRequest, validRequests } from '../recording/valid-requests.ts'
import { systemClock } from '../writes/clock.ts'
import { fakeSignIn } from './testing/fake-sign-in.ts'

const upstream = await upstreamForTests()

interface Row {
  readonly table: 'agent' | 'own'
  readonly name: string
  readonly allowed: readonly Role[] | 'anybody'
}

/** Every route that the proxy answers, from the tables themselves. */
const rows: readonly Row[] = [
  ...validRequests()
    .agent.filter(({ name, method }) => name !== 'skill' && method === 'GET')
    .map(({ name }) => ({ table: 'agent' as const, name, allowed: agentAccess[name as AgentEndpointName] })),
  ...validRequests().own.map(({ name }) => ({
    table: 'own' as const,
    name,
    allowed: bffAccess[name as BffEndpointName],
  })),
]

/** A request that a route takes, made anew: a write id stands for one write. */
function requestOf({ table, name }: Row): ValidRequest {
  const found = validRequests()[table].find((request) => request.name === name)
  if (found === undefined) throw new Error(`No request for ${name}`)
  return found
}

/** A stream does not end: its first events will do. */
async function textOf(response: Response): Promise<string> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

async function codeOf(response: Response): Promise<string | null> {
  if (response.ok) {
    await response.body?.cancel()
    return null
  }
  return ((await response.json()) as { error: { code: string } }).error.code
}

/** A proxy with one session a role; `as` asks with its cookie. */
function signedIn() {
  const signIn = fakeSignIn()
  const built = buildBff(upstream, { signIn: signIn.port })
  function as(who: Role | 'nobody' | 'stranger', row: Row, headers: Record<string, string> = {}): Promise<Response> {
    const token = who === 'stranger' ? 'x'.repeat(43) : who === 'nobody' ? null : signIn.tokenOf(who)
    const cookie: Record<string, string> = token === null ? {} : { cookie: `other=1; __Host-konektor=${token}` }
    const { method, target, body } = requestOf(row)
    return built.ask(method, target, body ?? undefined, { ...cookie, ...headers })
  }
  return { ...built, ...signIn, as }
}

describe.each(rows)('$table $name', (row) => {
  it('is answered to the roles of its row and to nobody else', async () => {
    const { as, end } = signedIn()
    for (const role of roles) {
      const isAllowed = row.allowed === 'anybody' || row.allowed.includes(role)
      const before = upstream.requests.length
      const code = await codeOf(await as(role, row))
      if (isAllowed) expect(['ROLE_FORBIDDEN', 'SIGN_IN_REQUIRED'], `${role} ${code}`).not.toContain(code)
      else {
        expect(code, role).toBe('ROLE_FORBIDDEN')
        expect(upstream.requests.length).toBe(before)
      }
    }
    const before = upstream.requests.length
    end('manager')
    for (const who of ['nobody', 'stranger', 'manager'] as const) {
      const code = await codeOf(await as(who, row))
      if (row.allowed === 'anybody') expect(code, who).not.toBe('SIGN_IN_REQUIRED')
      else expect(code, who).toBe('SIGN_IN_REQUIRED')
    }
    expect(upstream.requests.length).toBe(before)
  })

  it('is refused to a page of somebody else, whoever is signed in', async () => {
    const { as } = signedIn()
    for (const [name, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['x-konektor-dashboard', '0'],
    ] as const) {
      expect(await codeOf(await as('manager', row, { [name]: value }))).toBe('ORIGIN_REFUSED')
    }
    expect(upstream.requests).toHaveLength(0)
  })
})

it('lets everybody do everything where nobody has to sign in', async () => {
  const { ask } = buildBff(upstream)
  expect(await (await ask('GET', '/bff/session')).json()).toMatchObject({
    data: { signIn: 'none', role: 'manager', name: null },
  })
  expect((await ask('GET', '/api/v2/agent/leads')).status).toBe(200)
  expect((await ask('POST', '/bff/session', { passphrase: 'x'.repeat(12), name: 'Sari' })).status).toBe(404)
})

it('takes no raw write of the Agent API from anybody, and knows no path more for a manager', async () => {
  const { ask, tokenOf } = signedIn()
  const cookie = `__Host-konektor=${tokenOf('manager')}`
  expect((await ask('PATCH', '/api/v2/agent/leads/lead_abc123', {}, { cookie })).status).toBe(405)
  expect((await ask('GET', '/bff/unknown', undefined, { cookie })).status).toBe(404)
})

it('takes a cookie for none where it stands twice or is no token', async () => {
  const { ask, tokenOf } = signedIn()
  const token = tokenOf('manager')
  for (const cookie of [
    `__Host-konektor=${token}; __Host-konektor=${token}`,
    `__Host-konektor=${token}x`,
    `konektor=${token}`,
    `x__Host-konektor=${token}`,
  ]) {
    expect((await ask('GET', '/bff/status', undefined, { cookie })).status, cookie).toBe(401)
  }
})

it('lets an executive note an export of campaigns, not one of single leads', async () => {
  const { ask, tokenOf } = signedIn()
  const cookie = `__Host-konektor=${tokenOf('executive')}`
  const note = { subject: 'conversions', form: 'csv', rows: 1 }
  expect(await codeOf(await ask('POST', '/bff/exports', note, { cookie }))).toBe('ROLE_FORBIDDEN')
})

describe('an executive', () => {
  const canaries = ['Budi Canary', '+6281299887766', 'canary@example.com', 'CANARYCODE', 'lead_canary', 'canary note']
  const person = {
    firstName: canaries[0],
    phone: canaries[1],
    email: canaries[2],
    uniqueCode: canaries[3],
    notes: canaries[5],
  }
  /** An upstream that one day says more than it documents. */
  const talkative = (data: unknown) =>
    JSON.stringify({ success: true, data, latestLead: { id: 'lead_canary', ...person }, message: canaries[0] })

  it('is told nothing of a person by any route, however much the upstream says', async () => {
    const desk = buildDesk()
    await desk.addTicket({
      ref: null,
      subject: canaries[0] ?? '',
      priority: 'normal',
      outcome: 'sent',
      sentAt: '2026-11-26',
    })
    const signIn = fakeSignIn()
    const { ask } = buildBff(upstream, { desk, signIn: signIn.port })
    const cookie = `__Host-konektor=${signIn.tokenOf('executive')}`
    const answers: string[] = []
    async function sweep(): Promise<void> {
      for (const row of rows) {
        const { method, target, body } = requestOf(row)
        const response = await ask(method, target, body ?? undefined, { cookie })
        answers.push(
          `${row.name} ${response.status} ${JSON.stringify([...response.headers])} ${await textOf(response)}`,
        )
      }
    }
    for (const [target, data] of [
      ['/analytics/summary', { totalLeads: 1, ...person }],
      ['/analytics/funnel', [{ status: 'new', count: 1, percentage: 100, leads: [person] }]],
      ['/analytics/campaigns', [{ campaignName: 'Ramadan', adPlatform: 'meta', leads: 1, best: person }]],
      ['/conversions/status', { pending: 1, ids: ['lead_canary'], last: person }],
      ['/workspace', { displayName: 'Recording', owner: person, usage: { teamMembers: 2, newest: person } }],
    ] as const) {
      upstream.fail({ target: `/api/v2/agent${target}`, fault: { kind: 'odd', text: talkative(data) } })
    }
    await sweep()
    upstream.reset()
    const refusal = { code: 'VALIDATION_ERROR', message: canaries[0], details: { lead: canaries[1] } }
    upstream.fail({ fault: { kind: 'odd', status: 400, text: JSON.stringify({ success: false, error: refusal }) } })
    await sweep()
    // What was asked for was answered: nothing is shown to be absent by refusing everything.
    expect(answers.filter((answer) => / 200 /.test(answer)).length).toBeGreaterThan(8)
    for (const answer of answers) {
      for (const canary of canaries) expect(answer).not.toContain(canary)
    }
  })

  it('shares what is kept with a manager, who is told all of it', async () => {
    const signIn = fakeSignIn()
    const { ask } = buildBff(upstream, { signIn: signIn.port })
    const text = talkative([{ status: 'new', count: 1, note: canaries[5] }])
    upstream.fail({ target: '/api/v2/agent/analytics/funnel', fault: { kind: 'odd', text } })
    const read = async (role: Role) => {
      const cookie = `__Host-konektor=${signIn.tokenOf(role)}`
      return (await ask('GET', '/api/v2/agent/analytics/funnel', undefined, { cookie })).text()
    }
    expect(await read('manager')).toBe(text)
    expect(await read('executive')).not.toContain('canary')
    expect(await read('manager')).toBe(text)
    expect(upstream.requests).toHaveLength(1)
  })
})

describe('the session routes', () => {
  it('set a cookie that only this origin over https can have, and take it away', async () => {
    const signIn = fakeSignIn()
    const { ask, lines } = buildBff(upstream, { signIn: signIn.port })
    const answer = await ask('POST', '/bff/session', { passphrase: 'rep', name: ' Sari ' })
    expect(answer.status).toBe(201)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(
      /^__Host-konektor=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    )
    expect(await answer.json()).toEqual({
      success: true,
      data: { signIn: 'required', role: 'rep', name: 'Sari', memberId: null },
    })
    const own = { cookie: cookie.split(';')[0] ?? '' }
    const memberId = '0190a4b2-7c1d-7e3f-8a5b-6c7d8e9f0a1b'
    expect(await (await ask('PATCH', '/bff/session', { memberId }, own)).json()).toMatchObject({ data: { memberId } })
    const out = await ask('DELETE', '/bff/session', undefined, own)
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-konektor=; Path=\/; Secure; .*Max-Age=0$/)
    expect((await ask('GET', '/bff/status', undefined, own)).status).toBe(401)
    expect(lines.filter(({ event }) => event !== 'call')).toMatchObject([
      { event: 'sign-in', who: 'Sari', role: 'rep' },
      { event: 'sign-out', who: 'Sari', role: 'rep' },
    ])
  })

  it('end the session that a browser had when somebody else signs in at it', async () => {
    const { ask, tokenOf } = signedIn()
    const cookie = `__Host-konektor=${tokenOf('manager')}`
    expect((await ask('POST', '/bff/session', { passphrase: 'rep', name: 'Sari' }, { cookie })).status).toBe(201)
    expect((await ask('GET', '/bff/status', undefined, { cookie })).status).toBe(401)
  })

  it('end the live streams of a session with it, and nobody else’s', async () => {
    const { port, tokenOf } = fakeSignIn()
    const { ask, bff } = buildBff(upstream, { signIn: port, clock: systemClock })
    const listen = async (role: Role) => {
      const cookie = `__Host-konektor=${tokenOf(role)}`
      return { cookie, stream: readEvents(await ask('GET', '/bff/events', undefined, { cookie })) }
    }
    const [out, replaced, stays] = [await listen('rep'), await listen('executive'), await listen('manager')]
    await ask('DELETE', '/bff/session', undefined, { cookie: out.cookie })
    expect(await out.stream.ended()).toBe('in order')
    await ask('POST', '/bff/session', { passphrase: 'rep', name: 'Sari' }, { cookie: replaced.cookie })
    expect(await replaced.stream.ended()).toBe('in order')
    expect(bff.metrics()).toMatch(/streams?\S* 1\n/)
    await stays.stream.leave()
  })

  it('tell a wrong passphrase and a pause apart, and repeat nothing', async () => {
    const signIn = fakeSignIn()
    const { ask, lines } = buildBff(upstream, { signIn: signIn.port })
    const wrong = await ask('POST', '/bff/session', { passphrase: 'canary-passphrase', name: 'Eve' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
    expect(await wrong.text()).not.toContain('canary-passphrase')
    signIn.pause(90)
    const later = await ask('POST', '/bff/session', { passphrase: 'rep', name: 'Eve' })
    expect([later.status, later.headers.get('retry-after')]).toEqual([429, '90'])
    expect(await codeOf(later)).toBe('TOO_MANY_TRIES')
    expect(JSON.stringify(lines)).not.toMatch(/canary-passphrase|Eve/)
  })

  it('refuse a name that is none, or that could pass for another line of a log', async () => {
    const { ask } = buildBff(upstream, { signIn: fakeSignIn().port })
    for (const name of ['', '  ', 'a\nb', 'Sari\u202e', '\u200b', 'x'.repeat(61)]) {
      expect((await ask('POST', '/bff/session', { passphrase: 'rep', name })).status, JSON.stringify(name)).toBe(400)
    }
  })
})

it('names who wrote, exported and sent a ticket in the audit lines', async () => {
  const { as, lines } = signedIn()
  for (const name of ['updateLead', 'createLead', 'createTicket', 'noteExport']) {
    const row = rows.find((one) => one.table === 'own' && one.name === name)
    if (row !== undefined) expect((await as('manager', row)).status).toBeLessThan(300)
  }
  const audited = lines.filter(({ event }) => event === 'write' || event === 'export')
  expect(audited).toHaveLength(4)
  for (const line of audited) expect(line).toMatchObject({ who: 'A manager', role: 'manager' })
})
