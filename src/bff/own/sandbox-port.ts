import type { SandboxState } from '#contract/sandbox-state.ts'

/** The controls of the sandbox, where it is the upstream. */
export interface SandboxPort {
  read(): Promise<SandboxState>
  change(state: SandboxState): Promise<SandboxState>
  /** Lets leads come in at once; gives how many did. */
  arrive(leads: number): Promise<{ readonly leads: number }>
}
