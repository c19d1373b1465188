import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ActionRunner } from '../../../core/actions/index.js';
import { SYSTEM } from '../../../core/auth/index.js';
import {
  Command,
  type CliCommand,
  type CliInput,
  type CliOutput,
} from '../../../core/cli/index.js';
import { parseInput, text } from '../../../core/validation/index.js';
import { AccountProvisioning } from '../account/account-provisioning.service.js';
import { contact } from '../contact/contact.inputs.js';
import { passwordErrors } from '../password/password.errors.js';
import { isContact, newPassword } from '../password/password.rules.js';
import { SecretPrompt } from './secret-prompt.js';

const given = z.object({ contact: contact(), displayName: text({ max: 50 }) });

@Command()
@Injectable()
export class CreateAdminCommand implements CliCommand {
  readonly name = 'create-admin';
  readonly description =
    'Make an administrator of the platform. The password is asked for, or read from standard input.';
  readonly arguments = [
    { name: '<contact>', description: 'phone number or mail address to sign in with' },
  ];
  readonly options = [
    { flags: '--name <name>', description: 'name to go by', default: '平台管理员' },
  ];

  constructor(
    private readonly actions: ActionRunner,
    private readonly accounts: AccountProvisioning,
    private readonly secrets: SecretPrompt,
  ) {}

  async run({ args, options }: CliInput, output: CliOutput): Promise<void> {
    const { contact, displayName } = parseInput(given, {
      contact: args[0],
      displayName: options.name,
    });
    const password = parseInput(newPassword(), await this.secrets.ask('Password: '));
    if (isContact(password, [contact])) throw passwordErrors.IS_CONTACT();
    const passwordHash = await this.accounts.hash(password);
    const account = {
      contact,
      displayName,
      passwordHash,
      isAdministrator: true,
      reason: this.name,
    };
    const { accountId } = await this.actions.run(SYSTEM, 'createAdministrator', {}, () =>
      this.accounts.create(account),
    );
    output.line(`Administrator made: account ${accountId}`);
  }
}
