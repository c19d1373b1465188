export { OneTimeCodeSender, type CodeReceiver } from './one-time-code-sender.js';
export { OneTimeCodesModule } from './one-time-codes.module.js';
export { SmsGateway } from './sms-gateway.port.js';
