/** Whole numbers below 2^32 from a seed and an ordinal (mulberry32): the same for ever, unrelated between ordinals. */
export function seededRandom(seed: number, ordinal: number): () => number {
  let state = mix(mix(seed | 0) ^ Math.imul(ordinal + 1, 0x9e3779b1))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return (value ^ (value >>> 14)) >>> 0
  }
}

/** A fraction in [0, 1). */
export function fraction(random: () => number): number {
  return random() / 4_294_967_296
}

export function pick<T>(values: readonly [T, ...T[]], random: () => number): T {
  return values[Math.floor(fraction(random) * values.length)] ?? values[0]
}

/** Picks one of the values, each as likely as its weight. The weights are summed once, not at every pick. */
export function weighted<T>(
  choices: readonly [readonly [T, number], ...(readonly [T, number])[]],
): (random: () => number) => T {
  const sum = choices.reduce((total, [, weight]) => total + weight, 0)
  return (random) => {
    let rest = fraction(random) * sum
    for (const choice of choices) {
      rest -= choice[1]
      if (rest < 0) return choice[0]
    }
    return choices[0][0]
  }
}

/** A number in [0, 1) that depends on the text and the attempt alone. */
export function chanceOf(seed: number, text: string, attempt: number): number {
  let hash = mix(seed ^ Math.imul(attempt + 1, 0x85ebca6b))
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash) / 4_294_967_296
}

function mix(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
