import { spawn } from 'node:child_process'
import process from 'node:process'

/** A command that cannot go on, told in words. */
export class CommandFault extends Error {}

/** Runs a program with this terminal; signals are passed on. Resolves with its exit code, 1 where a signal ended it. */
export function run(program, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell })
    const passTerm = () => child.kill('SIGTERM')
    // Ctrl-C reaches the child by the terminal; staying alive lets it finish.
    const passInt = () => {
      if (!process.stdin.isTTY) child.kill('SIGINT')
    }
    process.on('SIGTERM', passTerm)
    process.on('SIGINT', passInt)
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGTERM', passTerm)
      process.off('SIGINT', passInt)
      resolve(code ?? 1)
    })
  })
}

/** Runs a script with this Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options)
}
