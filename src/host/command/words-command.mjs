import { prepare } from './prepare.mjs'

/** Compiles the words, where they have changed. */
export async function command() {
  await prepare()
}
