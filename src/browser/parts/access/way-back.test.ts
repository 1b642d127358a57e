import { expect, it } from 'vitest'
import { readWayBack, wayBackOf } from './way-back.ts'

const back = (to: unknown, state: unknown = null) => ({ back: { to, state } })

it('leads back to where one was, with what the history knew of it', () => {
  const place = { pathname: '/leads', search: '?status=new', state: { search: 'budi' } }
  expect(readWayBack({ back: wayBackOf(place) }, 'rep')).toEqual({ to: '/leads?status=new', state: { search: 'budi' } })
})

it.each([
  null,
  'x',
  {},
  back(7),
  back(''),
  back('leads'),
  back('https://evil.example/'),
  back('//evil.example/'),
  back('/\\evil.example'),
  back('/a\\b'),
  back('javascript:alert(1)'),
  back('/sign-in'),
  back('/sign-in?x=1'),
])('leads nowhere outside, and never back to itself: %j', (state) => {
  expect(readWayBack(state, 'manager')).toEqual({ to: '/', state: null })
})

it('leads a rep who came by the front door to the leads', () => {
  expect(readWayBack(back('/'), 'rep').to).toBe('/leads')
  expect(readWayBack(back('/?period=today'), 'executive').to).toBe('/?period=today')
  // What they typed themselves is answered in words.
  expect(readWayBack(back('/funnel'), 'rep').to).toBe('/funnel')
})
