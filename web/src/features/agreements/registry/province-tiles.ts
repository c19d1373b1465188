/** A province-level division (省级行政区) and its place in a grid in which each has one tile. */
export interface ProvinceTile {
  /** Letters of ISO 3166-2:CN: its name in the messages, and in English where there is room for no more. */
  readonly letters: ProvinceLetters;
  readonly code: string;
  readonly row: number;
  readonly column: number;
}

type Place = readonly [code: string, row: number, column: number];

/** All 34, from north to south and west to east, each beside its neighbours where a grid allows it. */
const PLACES = {
  HL: ['230000', 1, 8],
  NM: ['150000', 2, 6],
  JL: ['220000', 2, 8],
  XJ: ['650000', 3, 1],
  NX: ['640000', 3, 4],
  BJ: ['110000', 3, 6],
  TJ: ['120000', 3, 7],
  LN: ['210000', 3, 8],
  QH: ['630000', 4, 2],
  GS: ['620000', 4, 3],
  SN: ['610000', 4, 4],
  SX: ['140000', 4, 5],
  HE: ['130000', 4, 6],
  SD: ['370000', 4, 7],
  XZ: ['540000', 5, 2],
  SC: ['510000', 5, 3],
  CQ: ['500000', 5, 4],
  HA: ['410000', 5, 5],
  AH: ['340000', 5, 6],
  JS: ['320000', 5, 7],
  YN: ['530000', 6, 3],
  GZ: ['520000', 6, 4],
  HB: ['420000', 6, 5],
  JX: ['360000', 6, 6],
  ZJ: ['330000', 6, 7],
  SH: ['310000', 6, 8],
  GX: ['450000', 7, 4],
  HN: ['430000', 7, 5],
  GD: ['440000', 7, 6],
  FJ: ['350000', 7, 7],
  TW: ['710000', 7, 8],
  HI: ['460000', 8, 5],
  MO: ['820000', 8, 6],
  HK: ['810000', 8, 7],
} as const satisfies Readonly<Record<string, Place>>;

export type ProvinceLetters = keyof typeof PLACES;

const LETTERS = Object.keys(PLACES) as ProvinceLetters[];

export const PROVINCE_TILES: readonly ProvinceTile[] = LETTERS.map((letters) => {
  const [code, row, column] = PLACES[letters];
  return { letters, code, row, column };
});
