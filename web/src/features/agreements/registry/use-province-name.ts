import { useText } from '@/shared/i18n/messages';
import { PROVINCE_TILES } from './province-tiles';
import { provinceMessages } from './provinces.messages';

interface Province {
  readonly code: string;
  readonly displayName: string;
}

/** The name of a province in the language of the page; as the code tables have it where it is not known. */
export function useProvinceName(): (province: Province | null | undefined) => string | null {
  const nameOf = useText(provinceMessages);
  return (province) => {
    if (province == null) return null;
    const tile = PROVINCE_TILES.find(({ code }) => code === province.code);
    return tile ? nameOf(tile.letters) : province.displayName;
  };
}
