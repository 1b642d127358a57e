import { build } from './build.mjs'
import { compileWords } from './compile-words.mjs'
import { installPackages } from './install-packages.mjs'
import { withLock } from './with-lock.mjs'

/** Packages and words, as every command needs them. */
export function prepare() {
  return withLock(async () => {
    await installPackages()
    await compileWords()
  })
}

/** The same, and a fresh build. */
export function prepareBuild() {
  return withLock(async () => {
    await installPackages()
    await compileWords()
    await build()
  })
}
