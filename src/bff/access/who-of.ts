import type { LogLine } from '../log-line.ts'
import type { Person } from './sign-in-port.ts'

/** Who did something, for its audit line (safety S37); nothing without sign-in, where there is one person. */
export type Who = Pick<LogLine, 'who' | 'role'>

export function whoOf(person: Person | null): Who {
  return person === null || person.name === null ? {} : { who: person.name, role: person.role }
}
