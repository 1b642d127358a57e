import type * as z from 'zod/mini'

/** What another replica has put into Redis; null where nothing is there, or something that this version does not understand. */
export function readShared<S extends z.ZodMiniType>(schema: S, text: unknown): z.output<S> | null {
  if (typeof text !== 'string') return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
