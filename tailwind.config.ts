import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/** Token names only: the values, in both themes, stand in `src/browser/tokens.css`. */
export default {
  content: ['./index.html', './src/browser/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      canvas: token('canvas'),
      surface: token('surface'),
      sunken: token('sunken'),
      line: { DEFAULT: token('line'), strong: token('line-strong'), control: token('line-control') },
      ink: { DEFAULT: token('ink'), 2: token('ink-2'), 3: token('ink-3') },
      accent: { DEFAULT: token('accent'), soft: token('accent-soft') },
      good: { DEFAULT: token('good'), soft: token('good-soft') },
      warn: { DEFAULT: token('warn'), soft: token('warn-soft') },
      bad: { DEFAULT: token('bad'), soft: token('bad-soft') },
      lane: {
        inbox: token('lane-inbox'),
        working: token('lane-working'),
        qualified: token('lane-qualified'),
        closing: token('lane-closing'),
        won: token('lane-won'),
      },
    },
    fontFamily: { sans: ['"Inter Variable"', 'system-ui', 'sans-serif'] },
    fontSize: {
      xs: ['12px', '16px'],
      sm: ['13px', '20px'],
      base: ['14px', '20px'],
      lg: ['16px', '24px'],
      title: ['16px', '24px'],
      figure: ['27px', '32px'],
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '8px', lg: '10px', full: '9999px' },
    boxShadow: { float: token('shadow-float'), none: 'none' },
    screens: { md: '768px', lg: '1024px', xl: '1200px' },
    extend: { transitionDuration: { DEFAULT: '140ms' } },
  },
} satisfies Config
