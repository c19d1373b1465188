/**
 * The database stores `PUBLISHED` as the label `published` (`@map`). Prisma translates, hand-written SQL does not:
 *
 *     .where('state', '=', enumLabel('PUBLISHED'))      state: enumName(row.state)
 */
export function enumLabel<Name extends string>(name: Name): Lowercase<Name> {
  return name.toLowerCase() as Lowercase<Name>;
}

export function enumName<Label extends string>(label: Label): Uppercase<Label> {
  return label.toUpperCase() as Uppercase<Label>;
}
