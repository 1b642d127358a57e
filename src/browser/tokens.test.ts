import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Oklch = readonly [lightness: number, chroma: number, hue: number]
type Tokens = Readonly<Record<string, Oklch>>

const css = readFileSync('src/browser/tokens.css', 'utf8')

/** The plain colours of one theme, by token name. */
function tokensOf(theme: 'light' | 'dark'): Tokens {
  const block = css.split('[data-theme="dark"] {')[theme === 'light' ? 0 : 1] ?? ''
  const colours = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g)
  return Object.fromEntries([...colours].map(([, name, l, c, h]) => [name, [Number(l), Number(c), Number(h)]]))
}

/** OKLCH to linear sRGB, clipped to what a screen can show. Source: CSS Color 4, sample code. */
function linearRgb([lightness, chroma, hue]: Oklch): readonly [number, number, number] {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** Relative luminance as WCAG 2.2 has it. */
function luminance(colour: Oklch): number {
  const [r, g, b] = linearRgb(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [first, second] = [tokens[one], tokens[other]]
  if (first === undefined || second === undefined) throw new Error(`No token ${one} or ${other}`)
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken'] as const
const lanes = ['inbox', 'working', 'qualified', 'closing', 'won'].map((lane) => `lane-${lane}`)

/** Every text on every ground it stands on. */
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad'].flatMap((text) =>
    grounds.map((ground) => [text, ground] as const),
  ),
  ...['ink', 'ink-2', 'accent'].map((text) => [text, 'accent-soft'] as const),
  ...['good', 'warn', 'bad'].flatMap((tone) => [[tone, `${tone}-soft`] as const, ['ink', `${tone}-soft`] as const]),
  ['surface', 'ink'],
]

/** Everything that must be seen to be used: outlines of controls, focus, rings, bars. */
const shapes: readonly (readonly [shape: string, ground: string])[] = [
  ...['line-control', 'accent', ...lanes].flatMap((shape) => grounds.map((ground) => [shape, ground] as const)),
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const tokens = tokensOf(theme)

  it.each(texts)('%s on %s reads at 4.5 : 1', (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s on %s shows at 3 : 1', (shape, ground) => {
    expect(contrast(tokens, shape, ground)).toBeGreaterThanOrEqual(3)
  })

  it('the ruler is right: white on black is 21 : 1', () => {
    const plain = { white: [1, 0, 0], black: [0, 0, 0] } as const
    expect(contrast(plain, 'white', 'black')).toBeCloseTo(21, 3)
  })
})

it('both themes define the same tokens', () => {
  expect(Object.keys(tokensOf('dark')).sort()).toEqual(Object.keys(tokensOf('light')).sort())
  expect(Object.keys(tokensOf('light')).length).toBeGreaterThan(20)
})
