import {
  parseEducation,
  parseExperienceYears,
  RowReader,
  skillKey,
  yuanToFen,
} from '../../../reference-data/index.js';
import type { SkillProficiency } from '../../profile/profile.enums.js';
import type { NewSkill } from '../../profile/profile-entries.js';
import type { SeekerFormat } from '../imported-seeker.js';

/**
 * The source's own words for how well somebody masters a skill: 了解, 一般 and 良好 are people who still learn, 熟练 works
 * alone, 精通 is the top of its ladder.
 */
const PROFICIENCY: Readonly<Record<string, SkillProficiency>> = {
  KNOW: 'BASIC',
  COMMONLY: 'BASIC',
  GOOD: 'BASIC',
  SKILLED: 'SKILLED',
  MASTER: 'EXPERT',
};
/** "Something else" says that the person is open, not what the person wants. */
const NO_WISH = /^(其他|其它|不限|无)$/;
const MAX_WISHES = 5;

/** Job seekers of a campus-recruiting platform (2021–2023), without names and contacts. */
export const tipdm2023Seekers: SeekerFormat = {
  name: 'tipdm-2023',
  sourceName: '泰迪内推',
  columns: [
    'id',
    'expected_jobs',
    'work_type_code',
    'expected_province',
    'expected_city',
    'available',
    'experience',
    'expected_industries',
    'salary_min',
    'salary_max',
    'education',
    'major',
    'skills',
  ],
  read(cells) {
    const row = new RowReader(cells);
    const pay = row.payRange(
      'salary_min',
      yuanToFen(cells['salary_min'] ?? ''),
      yuanToFen(cells['salary_max'] ?? ''),
    );
    const place = [row.text('expected_province'), row.text('expected_city')]
      .filter((part) => part !== null)
      .join('');
    const seeker = {
      sourceId: row.required('id'),
      // Some rows hold a list inside a list, as quoted JSON within JSON.
      wishes: row
        .list('expected_jobs', /[|"\\[\],，]+/)
        .filter((wish) => !NO_WISH.test(wish))
        .slice(0, MAX_WISHES),
      placeText: place === '' ? null : place,
      ...pay,
      isPartTime: cells['work_type_code'] === '1',
      experienceYears: parseExperienceYears(cells['experience'] ?? ''),
      educationLevelCode: parseEducation(cells['education'] ?? '').code,
      majorName: row.text('major', 100),
      skills: skillsOf(row.list('skills', '|')),
    };
    return { cleaned: seeker, issues: row.issues };
  },
};

/** `python_SKILLED` → python, skilled. Without a known word at the end the whole is the name. */
function skillsOf(entries: readonly string[]): NewSkill[] {
  const byKey = new Map<string, NewSkill>();
  for (const entry of entries) {
    const at = entry.lastIndexOf('_');
    const proficiency = at > 0 ? PROFICIENCY[entry.slice(at + 1)] : undefined;
    const name = (proficiency ? entry.slice(0, at) : entry).trim();
    const key = skillKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, { name, proficiency: proficiency ?? null });
  }
  return [...byKey.values()];
}
