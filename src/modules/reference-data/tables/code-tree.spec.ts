import { CodeTree } from './code-tree.js';

const row = (code: string, parent: string | null) => ({ code, parent });
const tree = new CodeTree(
  [row('A', null), row('A1', 'A'), row('A2', 'A'), row('A11', 'A1'), row('B', null)],
  (r) => r.code,
  (r) => r.parent,
);
const codes = (rows: readonly { code: string }[]) => rows.map((r) => r.code);

describe('CodeTree', () => {
  it('lists the roots and the children in table order', () => {
    expect(codes(tree.children(null))).toEqual(['A', 'B']);
    expect(codes(tree.children('A'))).toEqual(['A1', 'A2']);
    expect(codes(tree.children('A11'))).toEqual([]);
  });

  it('walks up to the root and down to the leaves', () => {
    expect(codes(tree.path('A11'))).toEqual(['A', 'A1', 'A11']);
    expect(codes(tree.within('A'))).toEqual(['A', 'A1', 'A11', 'A2']);
  });

  it('counts a row as within itself, and not within its child', () => {
    expect(tree.isWithin('A11', 'A')).toBe(true);
    expect(tree.isWithin('A1', 'A1')).toBe(true);
    expect(tree.isWithin('A', 'A1')).toBe(false);
    expect(tree.isWithin('B', 'A')).toBe(false);
  });

  it('finds nothing for a key it does not have', () => {
    expect(tree.find('C')).toBeNull();
    expect(tree.path('C')).toEqual([]);
    expect(tree.within('C')).toEqual([]);
    expect(tree.isWithin('C', 'A')).toBe(false);
  });
});
