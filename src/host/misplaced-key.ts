import { keyFinder } from '#bff/key-forms.ts'

/** Variables whose value is an address. */
const addressVariables = ['KONEKTOR_BASE_URL', 'PUBLIC_ORIGIN', 'DATABASE_URL', 'REDIS_URL']

/**
 * A key in a place from which it could leave the server (safety S2): a `VITE_*` variable, which build tools write into
 * the bundle, or an address. The faults name the variable, never the value.
 */
export function misplacedKeyFaults(present: Readonly<Record<string, string>>, keyVariable: string): string[] {
  const key = present[keyVariable]
  const findsKey = key === undefined ? () => false : keyFinder(key)
  const faults: string[] = []
  for (const [name, value] of Object.entries(present)) {
    const holdsKey = findsKey(value)
    if (name.startsWith('VITE_') && (holdsKey || name.includes(keyVariable))) {
      faults.push(
        `${name}: holds the API key, and VITE_ variables are written into pages; keep it in ${keyVariable} only`,
      )
    }
    if (addressVariables.includes(name) && holdsKey) {
      faults.push(`${name}: holds the API key; an address must not hold it, keep it in ${keyVariable} only`)
    }
  }
  return faults
}
