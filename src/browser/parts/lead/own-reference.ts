import { isClientRef, writeClientRef } from '#contract/client-ref.ts'

/** An external reference as people see it: one of our own means nothing to them and shows as none. */
export function shownReference(reference: string | null | undefined): string {
  return reference == null || isClientRef(reference) ? '' : reference
}

/** A reference for a lead about to be created, under which it can be looked up when the answer is lost. */
export function mintReference(): string {
  return writeClientRef(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
}
