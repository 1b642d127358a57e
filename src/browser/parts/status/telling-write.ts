import { isUnderWay, type OwnWrite, saveStateOf } from '#queries/own-write.ts'

/**
 * The write of a lead that its row or card tells of: trouble stays in sight whatever is changed after it, then what is
 * under way, then the newest. None that was taken back or replaced.
 */
export function tellingWrite(writes: readonly OwnWrite[]): OwnWrite | undefined {
  const shown = writes.filter((write) => saveStateOf(write) !== null)
  return shown.findLast(isTrouble) ?? shown.findLast(isUnderWay) ?? shown.at(-1)
}

function isTrouble(write: OwnWrite): boolean {
  const state = saveStateOf(write)
  return state === 'failed' || state === 'unknown'
}
