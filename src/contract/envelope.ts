import * as z from 'zod/mini'

/** The frame of every good answer: `{ success: true, data }`. */
export function answer<T extends z.core.$ZodType>(data: T) {
  return z.object({ success: z.literal(true), data })
}

/** The frame of every error, of the Agent API and of our proxy alike. `details` maps a field to its message, or is null. */
export const errorAnswer = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  }),
})
export type ErrorAnswer = z.output<typeof errorAnswer>
