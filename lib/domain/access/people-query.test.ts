import { describe, expect, it } from 'vitest'
import { peoplePageHref, readPeopleQuery } from './people-query'

const EVERYONE = { search: null, role: null, state: null, page: 1 }

describe('the address of the list of people', () => {
  it('is read as search, role, state and page', () => {
    const params = { q: ' nora ', role: 'staff', state: 'locked', page: '3' }
    const query = { search: 'nora', role: 'staff', state: 'locked', page: 3 }
    expect(readPeopleQuery(params, 200)).toEqual(query)
  })

  it('is everyone where it is empty, and where a form was sent empty', () => {
    expect(readPeopleQuery({}, 200)).toEqual(EVERYONE)
    expect(readPeopleQuery({ q: ' ', role: '', state: '', page: '' }, 200)).toEqual(EVERYONE)
  })

  it.each([
    [{ role: 'owner', state: 'asleep' }],
    [{ page: '0' }],
    [{ page: '-1' }],
    [{ page: '1e3' }],
    [{ page: '9'.repeat(20) }],
  ])('takes what does not exist for no filter and no page: %j', (params) => {
    expect(readPeopleQuery(params, 200)).toEqual(EVERYONE)
  })

  it('bounds the search, and takes the first of two', () => {
    expect(readPeopleQuery({ q: ['abcdef', 'x'] }, 4).search).toBe('abcd')
  })

  it('is written so that it is read as the same', () => {
    const query = { search: 'a&b=% ø', role: 'admin', state: 'invited', page: 2 } as const
    const address = new URL(peoplePageHref(query, 2), 'http://localhost')
    expect(address.pathname).toBe('/settings/people')
    expect(readPeopleQuery(Object.fromEntries(address.searchParams), 200)).toEqual(query)
    expect(peoplePageHref(query, 1)).not.toContain('page')
    expect(peoplePageHref({ search: null, role: null, state: null, page: 4 }, 1)).toBe(
      '/settings/people',
    )
  })
})
