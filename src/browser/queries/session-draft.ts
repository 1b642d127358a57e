/**
 * Input that is not sent yet, in this tab's sessionStorage and nowhere else (safety S18): a phone that discards the tab,
 * a reload or a wrong click loses nothing. Cleared as soon as it is sent.
 */
const prefix = 'konektor.draft.'

/** Reads a kept draft; null where there is none, it is broken, or storage is blocked. `isDraft` guards its shape. */
export function readSessionDraft<T>(name: string, isDraft: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

/** Keeps a draft until it is sent; null clears it. */
export function writeSessionDraft(name: string, draft: object | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(prefix + name)
    else sessionStorage.setItem(prefix + name, JSON.stringify(draft))
  } catch {
    // Storage is blocked or full: the form itself still holds the input.
  }
}

/** Clears them all: somebody has signed out, or somebody else has signed in (safety S18). */
export function dropSessionDrafts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}
