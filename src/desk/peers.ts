/** Other servers that keep their files in the same directory. */
export interface Peers {
  /** Runs while no other server changes that file; without a way to ask them it runs all the same. */
  alone(file: string, run: () => Promise<void>): Promise<void>
  /** Tells them that a file has changed. */
  tell(file: string): void
  /** Calls back when another has changed a file; null where any may have been changed without a word. */
  hear(listener: (file: string | null) => void): void
}
