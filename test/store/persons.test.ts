import { createDeps } from '../../src/app/create-deps.ts'
import { ensurePerson, findPerson, listPersons } from '../../src/app/ensure-person.ts'
import { problemOf } from '../app/newsroom.ts'
import { forEachStore } from '../contracts/stores.ts'

forEachStore('persons', open => {
  it('are known by their names: two spellings of one name are one person, as first spelt', async () => {
    const deps = createDeps(await open())
    const anna = await ensurePerson(deps, ' Anna\u00a0 Ek ')
    expect(anna.name).toBe('Anna Ek')
    expect(await ensurePerson(deps, 'anna ek')).toEqual(anna)
    expect(await ensurePerson(deps, 'Anna E\u0301k')).not.toEqual(anna)
    expect(await findPerson(deps, anna.id)).toEqual(anna)
    expect(await findPerson(deps, 'nobody')).toBeNull()
  })

  it('are made once, also when two ask at the same time', async () => {
    const deps = createDeps(await open())
    const [a, b] = await Promise.all([ensurePerson(deps, 'Bo Ås'), ensurePerson(deps, 'bo ås')])
    expect(a.id).toBe(b.id)
    expect(await listPersons(deps)).toHaveLength(1)
  })

  it('stand in Swedish order', async () => {
    const deps = createDeps(await open())
    for (const name of ['Örjan', 'Åke', 'Zara', 'Ärla', 'Émile', 'Eva']) await ensurePerson(deps, name)
    expect((await listPersons(deps)).map(person => person.name)).toEqual([
      'Émile',
      'Eva',
      'Zara',
      'Åke',
      'Ärla',
      'Örjan',
    ])
  })

  it('need a name that can be read on one line', async () => {
    const deps = createDeps(await open())
    for (const name of ['', ' \n', '…', 'a\0b', '\ud800a', 'x'.repeat(101)])
      expect((await problemOf(ensurePerson(deps, name))).code).toBe('name-invalid')
    expect((await ensurePerson(deps, 'x'.repeat(100))).name).toHaveLength(100)
  })
})
