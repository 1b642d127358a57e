import type { Role } from '#contract/roles.ts'
import * as m from '#words/m.ts'

const words: Readonly<Record<Role, () => string>> = {
  manager: m.role_manager,
  rep: m.role_rep,
  executive: m.role_executive,
}

export function roleWord(role: Role): string {
  return words[role]()
}
