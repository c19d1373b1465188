import { buildSchema } from 'graphql';
import { readText } from '../architecture/source-tree.js';
import { breakingChanges, removableFrom, undatedDeprecations } from './breaking-changes.js';

const read = (path: string) => buildSchema(readText(path) ?? '');

describe('the API', () => {
  it('still has everything of test/schema/baseline/schema.graphql, but for what was announced to end', () => {
    const baseline = read('test/schema/baseline/schema.graphql');
    expect(breakingChanges(baseline, read('schema.graphql'), new Date())).toEqual([]);
  });

  it('says of everything deprecated until when it stays', () => {
    expect(undatedDeprecations(read('schema.graphql'))).toEqual([]);
  });
});

describe('the rules find what breaks them', () => {
  const baseline = buildSchema(`
    type Query {
      kept(old: Int @deprecated(reason: "Use now. Removed after 2027-03."), new: Int): Kind
      gone: Int
      ending: Thing @deprecated(reason: "Use kept. Removed after 2027-03.")
      vague: Int @deprecated(reason: "Use kept.")
    }
    type Thing { id: ID! }
    enum Kind { A B @deprecated(reason: "Use A. Removed after 2027-03-15.") }
    input Change { name: String }
  `);
  const current = buildSchema(`
    type Query { kept(new: Int, fresh: Int): Kind added: ID }
    enum Kind { A C }
    input Change { name: String!, note: String }
  `);
  const broken = (day: string) => breakingChanges(baseline, current, new Date(day)).sort();
  const never = ['Change.name changed type from String to String!.', 'Query.gone was removed.'];

  it('parts that were removed, before their announced end or without one', () => {
    expect(broken('2027-03-31T23:59:59Z')).toEqual([
      'Change.name changed type from String to String!.',
      'Query.ending was removed.',
      'Query.gone was removed.',
      'Query.kept arg old was removed.',
      'Query.vague was removed.',
      'Thing was removed.',
    ]);
    expect(broken('2027-04-01T00:00:00Z')).toEqual([...never, 'Query.vague was removed.']);
    expect(broken('2027-03-15T12:00:00Z')).toContain('B was removed from enum type Kind.');
  });

  it('deprecations without a day', () => {
    expect(undatedDeprecations(baseline)).toEqual([
      'Query.vague is deprecated without "Removed after YYYY-MM."',
    ]);
    expect(removableFrom('Use x. Removed after 2027-02.')).toEqual(new Date('2027-03-01'));
    expect(removableFrom('Use x. Removed after 2027-12-31.')).toEqual(new Date('2028-01-01'));
    expect(removableFrom('Removed after some time.')).toBeNull();
  });
});
