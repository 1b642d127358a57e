type Labels = Readonly<Record<string, string>>

export interface Counter {
  /** Adds one, or as much as is said. */
  add(labels: Labels, amount?: number): void
}

export interface Counters {
  /** A number that only grows. Labels must come from our own tables: each new value is kept for good. */
  counter(name: string, help: string): Counter
  /** A number of now, read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void
  /** Everything in Prometheus' text format 0.0.4. */
  text(): string
}

/** A handful of numbers does not need a library: the format is a line a number. */
export function createCounters(): Counters {
  const parts: (() => string)[] = []
  const head = (name: string, help: string, type: string) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

  return {
    counter(name, help) {
      const values = new Map<string, number>()
      parts.push(
        () =>
          head(name, help, 'counter') + [...values].map(([labels, value]) => `${name}${labels} ${value}\n`).join(''),
      )
      return {
        add(labels, amount = 1) {
          const key = labelText(labels)
          values.set(key, (values.get(key) ?? 0) + amount)
        },
      }
    },
    gauge(name, help, read) {
      parts.push(() => `${head(name, help, 'gauge')}${name} ${read()}\n`)
    },
    text: () => parts.map((part) => part()).join(''),
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
