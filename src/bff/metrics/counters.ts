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

/** A counter's number by the values of its labels, one after the other: joining them for each request would cost more. */
interface Place {
  readonly inner: Map<string, Place>
  /** Null until something is counted here. */
  labels: Labels | null
  value: number
}

function placeIn({ inner }: Place, value: string): Place {
  let place = inner.get(value)
  if (place === undefined) {
    place = { inner: new Map(), labels: null, value: 0 }
    inner.set(value, place)
  }
  return place
}

/** A handful of numbers does not need a library: the format is a line a number. */
export function createCounters(): Counters {
  const parts: (() => string)[] = []
  const head = (name: string, help: string, type: string) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

  return {
    counter(name, help) {
      const first: Place = { inner: new Map(), labels: null, value: 0 }
      const counted: Place[] = []
      const lines = () => counted.map(({ labels, value }) => `${name}${labelText(labels ?? {})} ${value}\n`)
      parts.push(() => head(name, help, 'counter') + lines().join(''))
      return {
        add(labels, amount = 1) {
          let place = first
          for (const label in labels) place = placeIn(place, labels[label] ?? '')
          if (place.labels === null) {
            place.labels = labels
            counted.push(place)
          }
          place.value += amount
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
