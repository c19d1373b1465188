import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { actingAccount } from '../../organisations/index.js';
import { APPLICATION_DECIDE, APPLICATION_READ } from '../applications.permissions.js';
import { ApplicationDecisionsService } from './application-decisions.service.js';
import { ApplicationExport } from './application-export.service.js';
import {
  ApplicationIdInput,
  ApplicationIdsInput,
  ApplicationsArgs,
  CloseApplicationsInput,
  ExportApplicationsInput,
  MyApplicationsArgs,
  OnboardApplicantInput,
  SubmitApplicationInput,
} from './application.inputs.js';
import { Application, ApplicationConnection } from './application.model.js';
import {
  ApplicationExportPayload,
  ApplicationPayload,
  ApplicationsPayload,
} from './application.payloads.js';
import { ApplicationReader } from './application.reader.js';
import { ApplicationService } from './application.service.js';

@Resolver()
export class ApplicationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ApplicationService,
    private readonly decisions: ApplicationDecisionsService,
    private readonly exports: ApplicationExport,
    private readonly reader: ApplicationReader,
  ) {}

  @Authenticated()
  @Query(() => Application, {
    nullable: true,
    description:
      'An application of the viewer, or to an organisation he reads for; null when there is none. Requires: being signed in.',
  })
  application(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the application.' }) id: string,
  ): Promise<Application | null> {
    return this.reader.find(actor, id);
  }

  @RequirePermission(APPLICATION_READ)
  @Query(() => ApplicationConnection, {
    description: "Applications to the viewer's organisations. Requires: APPLICATION_READ.",
  })
  applications(
    @CurrentActor() actor: Actor,
    @Args() args: ApplicationsArgs,
  ): Promise<Connection<Application>> {
    return this.reader.list(actor, args);
  }

  @Authenticated()
  @Query(() => ApplicationConnection, {
    description: "The viewer's own applications, newest first. Requires: being signed in.",
  })
  myApplications(
    @CurrentActor() actor: Actor,
    @Args() args: MyApplicationsArgs,
  ): Promise<Connection<Application>> {
    return this.reader.listOwn(actingAccount(actor), args);
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Applies to a posting with the profile as it is now. Requires: being signed in.',
  })
  async submitApplication(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, with the consent.' })
    input: SubmitApplicationInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'submitApplication', input, () =>
      this.service.submit(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @Authenticated()
  @Mutation(() => ApplicationPayload, {
    description: 'Withdraws an own application before it is decided. Requires: being signed in.',
  })
  async withdrawApplication(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application.' }) input: ApplicationIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'withdrawApplication', input, () =>
      this.service.withdraw(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description:
      'Records that the employer has looked at an application. Requires: APPLICATION_DECIDE.',
  })
  async viewApplication(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application.' }) input: ApplicationIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'viewApplication', input, () =>
      this.decisions.view(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationsPayload, {
    description: 'Puts applications on the shortlist. Requires: APPLICATION_DECIDE.',
  })
  async shortlistApplications(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which applications.' }) input: ApplicationIdsInput,
  ): Promise<ApplicationsPayload> {
    const items = await this.actions.run(actor, 'shortlistApplications', input, () =>
      this.decisions.shortlist(actor, input),
    );
    return { items, userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationsPayload, {
    description:
      'Closes applications with a reason the applicants read. Requires: APPLICATION_DECIDE.',
  })
  async closeApplications(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which applications and why.' }) input: CloseApplicationsInput,
  ): Promise<ApplicationsPayload> {
    const items = await this.actions.run(actor, 'closeApplications', input, () =>
      this.decisions.close(actor, input),
    );
    return { items, userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description: 'Records the first day at work. Requires: APPLICATION_DECIDE.',
  })
  async onboardApplicant(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application and the day.' }) input: OnboardApplicantInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'onboardApplicant', input, () =>
      this.decisions.onboard(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationPayload, {
    description:
      'Records that an accepted applicant did not begin; the seat is free again. Requires: APPLICATION_DECIDE.',
  })
  async recordNotStarted(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which application.' }) input: ApplicationIdInput,
  ): Promise<ApplicationPayload> {
    const id = await this.actions.run(actor, 'recordNotStarted', input, () =>
      this.decisions.notStart(actor, input),
    );
    return { application: await this.reader.find(actor, id), userErrors: [] };
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => ApplicationExportPayload, {
    description:
      'Writes the applications to a posting into a workbook; the export is recorded with its purpose. Requires: APPLICATION_DECIDE.',
  })
  async exportApplications(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting and what for.' }) input: ExportApplicationsInput,
  ): Promise<ApplicationExportPayload> {
    const { fileId } = await this.actions.run(actor, 'exportApplications', input, () =>
      this.exports.write(actor, input),
    );
    return { downloadUrl: this.exports.link(fileId), userErrors: [] };
  }
}
