import type { FailureGroup } from '#parts/conversions/failure-groups.ts'

/** So many are shown where nothing asks for more. */
const shownAtFirst = 2

/**
 * Groups as they are shown: what raised an alarm first, then by the newest attempt, then by size. `first` are those that nobody
 * has to ask for: alarms, what was reported, and the next ones up to two.
 */
export function orderGroups(
  groups: readonly FailureGroup[],
  isAlarm: (group: FailureGroup) => boolean,
  isReported: (group: FailureGroup) => boolean,
): { readonly first: readonly FailureGroup[]; readonly rest: readonly FailureGroup[] } {
  const ordered = [...groups].sort(
    (a, b) =>
      Number(isAlarm(b)) - Number(isAlarm(a)) ||
      (b.lastAttempt ?? 0) - (a.lastAttempt ?? 0) ||
      b.rows.length - a.rows.length,
  )
  const isFirst = (group: FailureGroup, n: number) => n < shownAtFirst || isAlarm(group) || isReported(group)
  return { first: ordered.filter(isFirst), rest: ordered.filter((group, n) => !isFirst(group, n)) }
}
