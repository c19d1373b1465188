export {
  DevelopmentMessagesRepository,
  type DevelopmentMessage,
} from './development-messages.repository.js';
export { MailRejected, MailUnavailable, shortHash, type MailMessage } from './mail-message.js';
export { MailModule } from './mail.module.js';
export { Mailer } from './mailer.js';
export { SmtpMailer, type SmtpOptions } from './smtp.mailer.js';
