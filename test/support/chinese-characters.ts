/** The 7,445 characters of GB 2312, in its order. */
export function gb2312(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      if (isLaterThanGb2312(row, cell)) continue;
      const character = decoder.decode(new Uint8Array([row, cell]));
      const code = character.codePointAt(0) ?? 0;
      const isAssigned = code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff);
      if (isAssigned) characters.push(character);
    }
  }
  return characters;
}

/** What GBK filled in later. */
function isLaterThanGb2312(row: number, cell: number): boolean {
  return (
    (row === 0xa2 && (cell <= 0xb0 || cell === 0xe3)) ||
    (row === 0xa6 && cell >= 0xd9) ||
    (row === 0xa8 && cell >= 0xbb && cell <= 0xc0) ||
    (row >= 0xaa && row <= 0xaf)
  );
}

/** Characters of surnames and given names that programs often cannot show. */
export const RARE_NAMES = [
  ...'䶮㛃𬱖𬍛𬭎𬣙𫖯𫍯𬘡𫘧𫟹𨱏𬤇𬀩𫖮𬸘𬞟𫓹𬤊𬬻仉亓逄缑妘姒嬴隗麴侴厍呙妫尕嵇恽昝殳濮燊爨璩睢笪綦肜苌茆蒯蔺',
  ...'訾谌谯逯郄郇郗郜酆钭阚颛飏黾翀玥璟祎禛禤垚淼焱犇骉喆堃',
];

/** Characters that hardly stand anywhere but in names of places. */
export const RARE_PLACES = [
  ...'浒郫亳歙盱眙儋邛崃犍郓鄄莒甪硚堌垟塆埇埭嵊泖洣溆漯濉瀍灞牂牁珙珲瑷砀穰簰耒茌荥葑藁蠡邗郯鄱郾鄠酃阆隰雩颍',
  ...'㟃㴔㙍㙘䓖䓛䗪䴙䴘𨙸𥻗𡐓𪩘𫐐',
];
