import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { agentErrorStatus } from '#contract/error-codes.ts'
import { agentHeaders } from '#contract/headers.ts'
import type { Api } from '../api.ts'
import { type Clause, demand, documented, pinned, Unchecked } from '../clause.ts'
import type { Exchange } from '../exchange.ts'

/** 413 is the specification's VALIDATION_ERROR too, with the status of its cause. */
const statusesOf = (code: string): readonly number[] => {
  const known: Readonly<Record<string, number>> = agentErrorStatus
  return code === 'VALIDATION_ERROR' ? [400, 413] : [known[code] ?? 0]
}

/** Every answer but those of SKILL.md. */
function answers(api: Api): readonly Exchange[] {
  return api.seen.filter(({ target }) => target !== agentEndpoints.skill.path)
}

function header(exchange: Exchange, name: string): string {
  const value = exchange.headers.get(name)
  demand(value !== null, `${place(exchange)} has no ${name}`)
  return value
}

function place({ method, target, status }: Exchange): string {
  return `${method} ${target.split('?')[0]} (${status})`
}

/** What held in every answer of the run: these come last. */
export const answerClauses: readonly Clause[] = [
  documented('every answer has an X-Request-Id, a UUID that no other answer has', async (api) => {
    const ids = answers(api).map((exchange) => header(exchange, agentHeaders.requestId))
    for (const id of ids) demand(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id), 'one is no UUID')
    demand(new Set(ids).size === ids.length, 'one came twice')
  }),

  documented(
    'every answer tells the limit, what is left of it, and when the window ends in Unix seconds',
    async (api) => {
      for (const exchange of answers(api)) {
        const names = [agentHeaders.rateLimit, agentHeaders.rateRemaining, agentHeaders.rateReset]
        const [limit = 0, left = 0, reset = 0] = names.map((name) => {
          const text = header(exchange, name)
          demand(/^\d+$/.test(text), `${place(exchange)}: ${name} is no whole number`)
          return Number(text)
        })
        demand(left <= limit, `${place(exchange)}: more is left than the limit`)
        const inSeconds = reset - exchange.at / 1000
        demand(inSeconds > -60 && inSeconds < 3600, `${place(exchange)}: the window does not end soon`)
      }
    },
  ),

  documented('each call with the key leaves less of the window', async (api) => {
    const counted = answers(api).filter(({ withKey, status }) => withKey && status !== 429)
    for (const [index, exchange] of counted.entries()) {
      const before = counted[index - 1]
      if (before === undefined) continue
      const isOneWindow = header(before, agentHeaders.rateReset) === header(exchange, agentHeaders.rateReset)
      const [was, is] = [before, exchange].map((one) => Number(header(one, agentHeaders.rateRemaining)))
      demand(!isOneWindow || Number(is) < Number(was) || is === 0, `${place(exchange)} did not count`)
    }
  }),

  documented('every error has the envelope, a documented code, and the status of that code', async (api) => {
    for (const exchange of answers(api).filter(({ status }) => status >= 400)) {
      const read = errorAnswer.safeParse(exchange.body)
      demand(read.success, `${place(exchange)} is not in the envelope of errors`)
      const { code, message, details } = read.data.error
      demand(code in agentErrorStatus, `${place(exchange)} has an unknown code`)
      demand(statusesOf(code).includes(exchange.status), `${place(exchange)} has the status of another code`)
      demand(message.trim() !== '', `${place(exchange)} says nothing`)
      demand(details !== undefined, `${place(exchange)} has no details, not even null`)
    }
  }),

  documented('every answer is JSON by its Content-Type', async (api) => {
    for (const exchange of answers(api)) {
      const type = exchange.headers.get('content-type') ?? ''
      demand(/^application\/json\b/.test(type), `${place(exchange)} is called ${type}`)
    }
  }),

  documented('every good answer has success: true, every error success: false', async (api) => {
    for (const exchange of answers(api)) {
      const said = (exchange.body as { success?: unknown } | undefined)?.success
      demand(said === exchange.status < 400, `${place(exchange)} says success: ${String(said)}`)
    }
  }),

  documented('a 429 carries Retry-After in seconds', async (api) => {
    const limited = answers(api).filter(({ status }) => status === 429)
    if (limited.length === 0) throw new Unchecked('no 429 came, and a polite check provokes none')
    for (const exchange of limited) {
      demand(/^[1-9]\d*$/.test(header(exchange, agentHeaders.retryAfter)), 'Retry-After is no number of seconds')
    }
  }),

  pinned('nothing that was sent, however wrong, is answered by 5xx', async (api) => {
    for (const exchange of answers(api)) demand(exchange.status < 500, place(exchange))
  }),
]
