import { Injectable } from '@nestjs/common';
import { holds, organisationsWith, type Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { requestContext } from '../../core/context/index.js';
import { inputErrors } from '../../core/errors/index.js';
import { ReferenceReader } from '../reference-data/index.js';
import { statisticsErrors } from './statistics.errors.js';
import { FIGURES, FIGURE_NAMES, type FigureName, type Grouping } from './statistics.figures.js';
import type { StatisticsArgs } from './statistics.inputs.js';
import type { MarketFigures, StatisticsFigure, StatisticsReport } from './statistics.model.js';
import { STATISTICS_READ } from './statistics.permissions.js';
import { StatisticsReader, type CountedGroup } from './statistics.reader.js';

const MAX_WEEKS = 53;
const DAY_MS = 86_400_000;

const NOT_STATED = { 'zh-CN': '未标明', en: 'Not stated' } as const;

/** Figures for who may see them, with the words they are read by. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  async report(actor: Actor, args: StatisticsArgs): Promise<StatisticsReport> {
    const { from, through } = args;
    const figures = checkedFigures(args.figures);
    checkPeriod(args);
    const regionId = await this.regionOf(actor, args.regionCode ?? null);
    const occupation = args.occupationCode
      ? await this.reference.requireOccupation(args.occupationCode, 'occupationCode')
      : null;
    const groupBy = args.groupBy ?? null;
    const asOf = this.clock.now();
    const counted = await Promise.all(
      figures.map((figure) =>
        this.reader.groups({
          figure,
          from,
          through,
          regionId,
          occupationCode: occupation?.code ?? null,
          groupBy,
        }),
      ),
    );
    const described = figures.map((figure, i) => this.figure(figure, counted[i] ?? [], groupBy));
    return { from, through, asOf, figures: await Promise.all(described) };
  }

  async market(): Promise<MarketFigures> {
    const asOf = this.clock.now();
    const counts = await this.reader.market(asOf, this.clock.today());
    return {
      asOf,
      openPostings: counts['openPostings'] ?? 0,
      openPositions: counts['openPositions'] ?? 0,
      organisations: counts['organisations'] ?? 0,
      hires: counts['hires'] ?? 0,
    };
  }

  /** The region counted: within what the actor's bureaux answer for. Administrators may count everything. */
  private async regionOf(actor: Actor, code: string | null): Promise<string | null> {
    const bureaux = organisationsWith(actor, STATISTICS_READ);
    const own = actor.grants.flatMap((grant) =>
      bureaux.includes(grant.organisationId) && grant.regionId !== null ? [grant.regionId] : [],
    );
    const mayAll = holds(actor, STATISTICS_READ) && bureaux.length === 0;
    if (code === null) return mayAll ? null : (own[0] ?? null);
    const region = await this.reference.requireRegion(code, 'regionCode');
    if (mayAll) return region.id;
    for (const ancestorId of own) {
      if (await this.reference.isRegionWithin(region.id, ancestorId)) return region.id;
    }
    throw statisticsErrors.REGION_NOT_YOURS({ field: ['regionCode'] });
  }

  private async figure(
    name: FigureName,
    counted: readonly CountedGroup[],
    groupBy: Grouping | null,
  ): Promise<StatisticsFigure> {
    const { locale } = requestContext();
    const { name: label, unit, rule } = FIGURES[name];
    const groups =
      groupBy === null
        ? []
        : await Promise.all(
            counted.map(async (group) => ({
              ...(await this.named(group.key, groupBy)),
              value: group.value,
            })),
          );
    if (groupBy !== 'WEEK') groups.sort((a, b) => b.value - a.value);
    return {
      name,
      label: label[locale],
      unit: unit[locale],
      rule: rule[locale],
      total: counted.reduce((sum, group) => sum + group.value, 0),
      groups,
    };
  }

  private async named(
    key: string | null,
    groupBy: Grouping,
  ): Promise<{ key: string | null; label: string }> {
    if (key === null) return { key, label: NOT_STATED[requestContext().locale] };
    if (groupBy === 'REGION') {
      const region = await this.reference.findRegion(key);
      return { key: region?.code ?? null, label: region?.displayName ?? key };
    }
    if (groupBy === 'OCCUPATION') {
      return { key, label: (await this.reference.findOccupation(key))?.name ?? key };
    }
    return { key, label: key };
  }
}

function checkedFigures(figures: readonly FigureName[]): FigureName[] {
  const unique = [...new Set(figures)];
  if (unique.length === 0) throw inputErrors.REQUIRED({ field: ['figures'] });
  return unique.slice(0, FIGURE_NAMES.length);
}

function checkPeriod({ from, through, groupBy }: StatisticsArgs): void {
  const days = (Date.parse(through) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) throw statisticsErrors.PERIOD_UPSIDE_DOWN({ field: ['through'] });
  if (groupBy === 'WEEK' && days > MAX_WEEKS * 7) {
    throw statisticsErrors.PERIOD_TOO_LONG({ field: ['from'], params: { weeks: MAX_WEEKS } });
  }
}
