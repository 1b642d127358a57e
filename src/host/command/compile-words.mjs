import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { CommandFault, runNode } from './run.mjs'
import { isStamped, sourceHash } from './source-hash.mjs'

const words = 'src/browser/words'
const compiled = `${words}/compiled`
const stampFile = `${compiled}/.stamp`

function messageCount() {
  const directory = `${compiled}/messages`
  if (!existsSync(directory)) return 0
  return readdirSync(directory).filter((name) => name.endsWith('.js') && name !== '_index.js').length
}

/** Compiles the messages of both languages into functions, unless they are as they were. */
export async function compileWords() {
  const recipe = ['tsconfig.compiled.json', 'project.inlang/settings.json', 'messages'].map(
    (name) => `${words}/${name}`,
  )
  const hash = sourceHash([...recipe, 'src/host/command/compile-words.mjs', 'package-lock.json'])
  if (isStamped(stampFile, hash) && messageCount() > 0) return
  const compiler = 'node_modules/@inlang/paraglide-js/bin/run.js'
  const places = ['--project', `./${words}/project.inlang`, '--outdir', `./${compiled}`]
  const args = ['compile', ...places, '--strategy', 'globalVariable', 'baseLocale', '--silent']
  const code = await runNode([compiler, ...args])
  // The compiler only warns where it finds no plugin, and then compiles nothing.
  if (code !== 0 || messageCount() === 0) throw new CommandFault('The words were not compiled: no message came out.')
  const declared = await runNode(['node_modules/typescript/bin/tsc', '-p', `${words}/tsconfig.compiled.json`])
  if (declared !== 0) throw new CommandFault('The words were compiled, but their types could not be written.')
  writeFileSync(stampFile, hash)
}
