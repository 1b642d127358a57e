/** When to look for a write that got no answer, in milliseconds after it (safety S29). */
export const lookAfterMs = [2000, 8000, 30_000, 65_000] as const
