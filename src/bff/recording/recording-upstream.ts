import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import { listenOnLoopback } from './loopback-server.ts'
import { answerPlainly, type PlainAnswer } from './recording-answers.ts'
import { commits, type Fault, spoil } from './recording-fault.ts'

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Settles when the client went away before the answer was out, or the answer is out. */
  readonly ended: Promise<'answered' | 'left'>
}

export interface FaultRule {
  readonly fault: Fault
  /** Only requests of this method, or of any. */
  readonly method?: string
  /** Only targets that begin so (query included), or all. */
  readonly target?: string
  /** How often it strikes; for ever where absent. */
  times?: number
}

export interface RecordingUpstream {
  readonly baseUrl: URL
  readonly requests: RecordedRequest[]
  /** What the upstream holds; tests may change it. */
  readonly leads: Map<string, Lead>
  /** Sent with every good or enveloped answer, beside the documented headers. */
  extraHeaders: Record<string, string>
  /** Adds a rule; the first that fits is used. */
  fail(rule: FaultRule): void
  /** Forgets rules, requests and extra headers, and holds one lead again. */
  reset(): void
  close(): Promise<void>
}

/** A real server on a loopback port (0: a free one) that stands in for Konektor, records every request and fails on command. */
export async function startRecordingUpstream(listenOn = 0): Promise<RecordingUpstream> {
  let rules: FaultRule[] = []
  const requests: RecordedRequest[] = []
  const leads = new Map<string, Lead>()

  function takeFault(method: string, target: string): Fault | undefined {
    const rule = rules.find(
      (one) =>
        one.times !== 0 &&
        (one.method ?? method) === method &&
        (one.target === undefined || target.startsWith(one.target)),
    )
    if (rule?.times !== undefined) rule.times -= 1
    return rule?.fault
  }

  const server = createServer((request, response) => {
    const { method = '', url: target = '', rawHeaders, headers } = request
    const ended = new Promise<'answered' | 'left'>((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'answered' : 'left'))
    })
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => undefined)
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      requests.push({ method, target, rawHeaders, headers, body, ended })
      const fault = takeFault(method, target)
      const good = commits(fault) ? answerPlainly(leads, method, target, body) : { status: 200, json: {} }
      if (fault === undefined) send(good)
      else spoil(response, fault, good, send)
    })

    function send({ status, json }: PlainAnswer): void {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'x-request-id': randomUUID(),
        'x-ratelimit-limit': '1000000',
        'x-ratelimit-remaining': '999999',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 60),
        ...upstream.extraHeaders,
      })
      response.end(JSON.stringify(json))
    }
  })
  const { baseUrl, close } = await listenOnLoopback(server, listenOn)

  const upstream: RecordingUpstream = {
    baseUrl: new URL(baseUrl),
    requests,
    leads,
    extraHeaders: {},
    fail: (rule) => void rules.push({ ...rule }),
    reset() {
      rules = []
      requests.length = 0
      leads.clear()
      const first = buildLead()
      leads.set(first.id, first)
      upstream.extraHeaders = {}
    },
    close,
  }
  upstream.reset()
  return upstream
}
