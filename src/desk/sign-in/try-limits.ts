/** So many tries a minute are free; behind them each one is followed by a pause, twice as long as the one before. */
interface TryRule {
  readonly freeAMinute: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** Of peace, after which everything begins anew. */
  readonly forgottenAfterMs: number
}

/**
 * One address is slowed down for good; everybody together only so far that a minute has some tries, for two find no
 * passphrase. A machine at many addresses would take each of them, and keep a whole company out: the pause of everybody is
 * not for addresses from which somebody has signed in.
 */
export const tryRules = {
  address: { freeAMinute: 5, firstPauseMs: 60_000, longestPauseMs: 15 * 60_000, forgottenAfterMs: 60 * 60_000 },
  everybody: { freeAMinute: 30, firstPauseMs: 1000, longestPauseMs: 30_000, forgottenAfterMs: 10 * 60_000 },
} as const satisfies Readonly<Record<string, TryRule>>

/** Addresses remembered at most; the one that tried longest ago goes first. */
export const addressLimit = 1000

interface Tries {
  /** Epoch milliseconds of those of the last minute. */
  recent: readonly number[]
  pauses: number
  pausedUntil: number
}

const none: Tries = { recent: [], pauses: 0, pausedUntil: 0 }

/** How things stand at a moment: what is over is forgotten. */
function standing(tries: Tries, rule: TryRule, now: number): Tries {
  const recent = tries.recent.filter((at) => at > now - 60_000)
  const isForgotten = tries.pauses > 0 && now >= tries.pausedUntil + rule.forgottenAfterMs
  return isForgotten ? { ...none, recent } : { ...tries, recent }
}

/** The state after one more try. */
function counted(tries: Tries, rule: TryRule, now: number): Tries {
  const recent = [...tries.recent, now]
  if (tries.pauses === 0 && recent.length < rule.freeAMinute) return { ...tries, recent }
  const pauseMs = Math.min(rule.longestPauseMs, rule.firstPauseMs * 2 ** tries.pauses)
  return { recent, pauses: tries.pauses + 1, pausedUntil: now + pauseMs }
}

/** Counts tries from their beginning, so that a hundred at once are a hundred. A good one takes back itself, never a wrong one. */
export function createTryLimits(now: () => number) {
  const addresses = new Map<string, Tries>()
  let everybody = none
  /** Addresses from which a passphrase was right, the last ones. */
  const proven = new Set<string>()

  return {
    /** Milliseconds to wait; or, where it is 0, what takes this try back, as one that was not looked at or as a good one. */
    begin(from: string): { readonly waitMs: number; readonly takeBack: () => void; readonly accept: () => void } {
      const at = now()
      const key = addressKey(from)
      const own = standing(addresses.get(key) ?? none, tryRules.address, at)
      const all = standing(everybody, tryRules.everybody, at)
      const waitMs = Math.max(0, own.pausedUntil - at, proven.has(key) ? 0 : all.pausedUntil - at)
      if (waitMs > 0) return { waitMs, takeBack: () => undefined, accept: () => undefined }
      addresses.delete(key)
      addresses.set(key, counted(own, tryRules.address, at))
      everybody = counted(all, tryRules.everybody, at)
      keepNewest(addresses)
      function takeBack(): void {
        const present = addresses.get(key)
        if (present !== undefined) addresses.set(key, without(present, own, at))
        everybody = without(everybody, all, at)
      }
      return {
        waitMs: 0,
        takeBack,
        accept() {
          takeBack()
          proven.delete(key)
          proven.add(key)
          keepNewest(proven)
        },
      }
    },
  }
}

function keepNewest(book: { readonly size: number; keys(): Iterable<string>; delete(key: string): boolean }): void {
  for (const oldest of book.keys()) {
    if (book.size <= addressLimit) break
    book.delete(oldest)
  }
}

/** As if the try of that moment had not been; what others did meanwhile stays. */
function without(present: Tries, before: Tries, at: number): Tries {
  const index = present.recent.indexOf(at)
  const recent = index < 0 ? present.recent : present.recent.toSpliced(index, 1)
  const isLast = present.pauses === before.pauses + 1
  return isLast ? { recent, pauses: before.pauses, pausedUntil: before.pausedUntil } : { ...present, recent }
}

/** A household or an office has one IPv4 address, or a whole /64 of IPv6: that is counted as one. */
export function addressKey(address: string): string {
  const bare = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}
