import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'

/** A command that takes longer than this, in milliseconds, has failed: nobody waits for a neighbour in trouble. */
const answersWithinMs = 1500
/** How often a replica says that it lives, and after how long of silence it does not. */
const sayEveryMs = 2000
const goneAfterMs = 7000

export interface RedisLink {
  /** This replica among the others. */
  readonly self: string
  /** False while Redis cannot be reached: whatever is shared is then each replica's own. */
  isUp(): boolean
  /** Epoch milliseconds by this process since when it is up without a break; null while it is down. */
  upSince(): number | null
  /** Replicas that live, this one too: the last that is known, also while Redis is gone. At least 1. */
  replicas(): number
  isAlive(replica: string): boolean
  /** Runs a command; null where Redis is gone or fails, which `isUp` then tells. Never rejects. */
  ask<T>(run: (redis: Redis) => Promise<T>): Promise<T | null>
  /** The name of a key of this workspace: two workspaces may share one Redis. */
  key(...parts: readonly string[]): string
  /** Tells all other replicas; what is told while Redis is gone is lost. */
  tell(topic: string, message: unknown): void
  /** Hears what other replicas tell. Messages of this one do not come back. */
  hear(topic: string, listener: (message: unknown, from: string) => void): void
  /** Calls back when the link comes up or goes down. */
  onChange(listener: (isUp: boolean) => void): void
  close(): Promise<void>
}

export interface RedisLinkOptions {
  readonly url: string
  /** Tells workspaces apart, and tells nothing of the key. */
  readonly workspace: string
  readonly now: () => number
}

interface Told {
  readonly from: string
  readonly topic: string
  readonly message: unknown
}

/**
 * The one connection of a replica to Redis or Valkey, and its place among the replicas. Everything that goes over it may
 * fail: whoever uses it says what then holds. Resolves when Redis was asked once, with an answer or without.
 */
export async function openRedisLink({ url, workspace, now }: RedisLinkOptions): Promise<RedisLink> {
  const self = randomUUID()
  const options = {
    commandTimeout: answersWithinMs,
    connectTimeout: 2000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times: number) => Math.min(2000, 100 * times),
    lazyConnect: true,
  }
  const commands = new Redis(url, options)
  const ears = new Redis(url, { ...options, autoResubscribe: false })
  const listeners = new Map<string, ((message: unknown, from: string) => void)[]>()
  const watchers: ((isUp: boolean) => void)[] = []
  const channel = key('told')
  const lives = key('replicas')
  let upSince: number | null = null
  let alive: ReadonlySet<string> = new Set([self])
  let isClosed = false

  function key(...parts: readonly string[]): string {
    return ['konektor', workspace, ...parts].join(':')
  }

  function set(isUp: boolean): void {
    if (isUp === (upSince !== null)) return
    upSince = isUp ? now() : null
    for (const watcher of watchers) watcher(isUp)
  }

  async function sayAndLook(): Promise<void> {
    try {
      await ears.subscribe(channel)
      const [seconds, micros] = await commands.time()
      const at = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
      const answers = await commands
        .multi()
        .zadd(lives, at, self)
        .zremrangebyscore(lives, '-inf', at - goneAfterMs)
        .zrange(lives, 0, -1)
        .exec()
      const listed = answers?.[2]?.[1]
      if (Array.isArray(listed)) alive = new Set([self, ...listed.map(String)])
      set(true)
    } catch {
      set(false)
    }
  }

  for (const one of [commands, ears]) {
    // An error that nobody hears ends the process; that Redis is gone is told by every command.
    one.on('error', () => undefined)
    one.on('close', () => set(false))
  }
  ears.on('message', (_, text) => {
    const told = parsed(text)
    if (told === null || told.from === self) return
    for (const listener of listeners.get(told.topic) ?? []) {
      try {
        listener(told.message, told.from)
      } catch {
        // Another version may tell what this one does not understand: it is not heard. A throw here would end the process.
      }
    }
  })
  await Promise.allSettled([commands.connect(), ears.connect()])
  await sayAndLook()
  let timer = setTimeout(again, sayEveryMs)
  function again(): void {
    void sayAndLook().then(() => {
      if (isClosed) return
      timer = setTimeout(again, upSince === null ? sayEveryMs / 4 : sayEveryMs)
      timer.unref()
    })
  }
  timer.unref()

  async function ask<T>(run: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (upSince === null) return null
    try {
      return await run(commands)
    } catch {
      set(false)
      return null
    }
  }

  return {
    self,
    isUp: () => upSince !== null,
    upSince: () => upSince,
    replicas: () => alive.size,
    isAlive: (replica) => alive.has(replica),
    ask,
    key,
    tell(topic, message) {
      const told: Told = { from: self, topic, message }
      void ask((redis) => redis.publish(channel, JSON.stringify(told)))
    },
    hear(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener])
    },
    onChange(listener) {
      watchers.push(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await ask((redis) => redis.zrem(lives, self))
      commands.disconnect()
      ears.disconnect()
    },
  }
}

/** Whatever writes into our channel, only what a replica says counts. */
function parsed(text: string): Told | null {
  try {
    const told = JSON.parse(text) as Partial<Told>
    const { from, topic, message } = told
    return typeof from === 'string' && typeof topic === 'string' ? { from, topic, message } : null
  } catch {
    return null
  }
}
