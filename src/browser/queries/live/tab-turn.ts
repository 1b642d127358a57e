/** A tab that is hidden for so long lets the stream go, in milliseconds. */
export const letGoAfterMs = 30_000

const lockName = 'konektor.live'

export interface TabTurnPorts {
  /** `navigator.locks`; null where the browser has none for this page (plain http on a network): then each tab is on its own. */
  readonly locks: Pick<LockManager, 'request'> | null
  readonly isHidden: () => boolean
  readonly later: (act: () => void, ms: number) => () => void
  /** It is this tab's turn to hold the stream, and no other's. */
  readonly begin: () => void
  readonly end: () => void
}

/**
 * Whose turn it is to hold the one stream of this browser (a leader election among its tabs): a browser allows six connections
 * to a server, so the seventh tab would not load. Only a visible tab asks for it; who holds it and is hidden keeps it for 30 s.
 */
export function createTabTurn({ locks, isHidden, later, begin, end }: TabTurnPorts) {
  /** Set while this tab waits for its turn or has it; called, it gives both up. */
  let giveUp: (() => void) | null = null
  let hasTurn = false
  let callOff = () => {}

  function take(): void {
    hasTurn = true
    begin()
  }

  function leave(): void {
    callOff()
    giveUp?.()
    giveUp = null
    if (!hasTurn) return
    hasTurn = false
    end()
  }

  function ask(): void {
    if (giveUp !== null) return
    if (locks === null) {
      giveUp = () => {}
      take()
      return
    }
    const waiting = new AbortController()
    let release = () => {}
    giveUp = () => {
      waiting.abort()
      release()
    }
    const held = () =>
      new Promise<void>((resolve) => {
        // It may be granted in the very moment in which nobody wants it any more.
        if (waiting.signal.aborted) return resolve()
        release = resolve
        take()
      })
    // A request that is taken back is rejected: that is what was wanted.
    locks.request(lockName, { signal: waiting.signal }, held).catch(() => undefined)
  }

  return {
    /** To be called at the start and whenever the tab is shown or hidden. */
    look: () => {
      callOff()
      if (!isHidden()) ask()
      else if (hasTurn) callOff = later(leave, letGoAfterMs)
      else leave()
    },
    leave,
  }
}
