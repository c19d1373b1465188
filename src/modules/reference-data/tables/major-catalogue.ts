import type { Major, MajorCategory, MajorLevel } from '../majors/major.model.js';
import { referenceErrors } from '../reference.errors.js';
import { pathOf, type FieldPath } from './reference-table.js';

/** The catalogue of majors as a tree: level, category, class, major. */
export class MajorCatalogue {
  private readonly categoriesOf = new Map<MajorLevel, MajorCategory[]>();
  private readonly majorsOf = new Map<string, Major[]>();

  /** Majors in catalogue order. */
  constructor(majors: readonly Major[]) {
    for (const major of majors) {
      const known = this.majorsOf.get(major.classCode);
      if (known) {
        known.push(major);
        continue;
      }
      this.majorsOf.set(major.classCode, [major]);
      this.category(major).classes.push({ code: major.classCode, name: major.className });
    }
  }

  /** Categories of a level with their classes. */
  categories(level: MajorLevel): readonly MajorCategory[] {
    return this.categoriesOf.get(level) ?? [];
  }

  /** Majors of a class; an unknown class is refused, naming the field. */
  requireClass(classCode: string, field: FieldPath): readonly Major[] {
    const majors = this.majorsOf.get(classCode);
    if (!majors) throw referenceErrors.UNKNOWN_MAJOR_CLASS({ field: pathOf(field) });
    return majors;
  }

  private category(major: Major): MajorCategory {
    const categories = this.categoriesOf.get(major.level) ?? [];
    this.categoriesOf.set(major.level, categories);
    const known = categories.find((category) => category.code === major.categoryCode);
    if (known) return known;
    const category = { code: major.categoryCode, name: major.categoryName, classes: [] };
    categories.push(category);
    return category;
  }
}
