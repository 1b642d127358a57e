/** References that the dashboard itself gives to leads it creates begin so (safety S29). */
export const ownReferencePrefix = 'kd_'

/** An external reference as people see it: one of our own means nothing to them and shows as none. */
export function shownReference(reference: string | null | undefined): string {
  return reference == null || reference.startsWith(ownReferencePrefix) ? '' : reference
}
