import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { DateScalar } from '../../../core/graphql/index.js';
import { requestContext } from '../../../core/context/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { InternshipGuard } from './internship-guard.service.js';
import { internshipErrors } from './internship.errors.js';
import { InternshipLoader } from './internship.loader.js';
import { limitsOn } from './internship-limits.js';
import { AgreementInternship, InternshipFinding, InternshipLimits } from './internship.model.js';

@Resolver()
export class InternshipLimitsResolver {
  constructor(private readonly clock: Clock) {}

  @Public()
  @Query(() => InternshipLimits, {
    description: 'What the rules ask of an internship that begins on a day. Requires: nothing.',
  })
  internshipLimits(
    @Args('on', {
      type: () => DateScalar,
      nullable: true,
      description: 'First day; today unless said.',
    })
    on: string | null,
  ): InternshipLimits {
    return limitsOn(on ?? this.clock.today());
  }
}

@Resolver(() => Agreement)
export class AgreementInternshipResolver {
  constructor(
    private readonly internships: InternshipLoader,
    private readonly guard: InternshipGuard,
  ) {}

  @ResolveField(() => AgreementInternship, {
    nullable: true,
    description: 'How the student works and is paid; null where it is no internship.',
  })
  async internship(@Parent() { id }: Agreement): Promise<AgreementInternship | null> {
    return (await this.internships.load(id))[0] ?? null;
  }

  @ResolveField(() => [InternshipFinding], {
    description:
      'What is against the rules of internships as it stands, at most 20; with any it cannot be put forward or signed. Asked for one agreement at a time.',
  })
  async internshipFindings(@Parent() agreement: Agreement): Promise<InternshipFinding[]> {
    const { locale } = requestContext();
    const findings = await this.guard.findingsOf(agreement);
    return findings.map(({ code, limit, found }) => {
      const error = internshipErrors[code]({ params: { limit: limit ?? '', found: found ?? '' } });
      return { code, limit, found, message: error.text(locale) };
    });
  }
}
