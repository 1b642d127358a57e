import * as z from 'zod/mini'
import { text } from './text-schemas.ts'

/** A team member: the API gives ids only, the name is this dashboard's own; null until somebody gives it. */
export const member = z.object({ id: z.string(), name: z.nullable(z.string()) })
export type Member = z.output<typeof member>

export const memberNameLimit = 60
export const memberName = z.object({ name: text(memberNameLimit) })
